import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Requests that belong together, each with a way there. */
export class Kaitan extends Component {
    static template = "asn_layanan.Kaitan";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
    }

    get baris() {
        return this.props.record.data[this.props.name] || [];
    }

    buka(id) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "asn.permohonan",
            res_id: id,
            views: [[false, "form"]],
        });
    }
}

registry.category("fields").add("asn_kaitan", { component: Kaitan, supportedTypes: ["json"] });
