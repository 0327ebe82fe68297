import { Component, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { imageUrl } from "@web/core/utils/urls";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/** The picture of a person, for those who do not change it. */
export class Foto extends Component {
    static template = xml`<img t-if="url" t-att-src="url" class="img img-fluid" alt="" />`;
    static props = { ...standardWidgetProps };

    get url() {
        const { resId, data } = this.props.record;
        return resId && imageUrl("hr.employee", resId, "avatar_256", { unique: data.write_date });
    }
}

registry.category("view_widgets").add("asn_foto", {
    component: Foto,
    fieldDependencies: [{ name: "write_date", type: "datetime" }],
});
