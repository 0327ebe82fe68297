import { Component, useSubEnv } from "@odoo/owl";
import { getDefaultConfig, View } from "@web/views/view";

/** The form view of one part, inside the page and without a control panel. */
export class BagianForm extends Component {
    static template = "asn_layanan.BagianForm";
    static components = { View };
    static props = { model: String, resId: Number, tampilan: String, ubah: Boolean };

    setup() {
        // A config of its own: the name of the page is not that of the part.
        useSubEnv({ config: { ...getDefaultConfig() } });
    }

    get viewProps() {
        const { model, resId, ubah, tampilan } = this.props;
        const viewId = this.env.perancang.viewId(tampilan);
        return {
            type: "form",
            resModel: model,
            resId,
            viewId,
            views: [[viewId, "form"]],
            display: { controlPanel: false },
            preventCreate: true,
            preventEdit: !ubah,
            readonly: !ubah,
            className: "o_asn_bagian",
        };
    }
}
