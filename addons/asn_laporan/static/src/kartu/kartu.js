import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The card of a civil servant on screen, both sides, in its own proportions. */
export class Kartu extends Component {
    static template = "asn_laporan.Kartu";
    static props = { ...standardFieldProps };

    get kartu() {
        return this.props.record.data[this.props.name] || {};
    }
}

registry.category("fields").add("asn_kartu", {
    component: Kartu,
    supportedTypes: ["json"],
});
