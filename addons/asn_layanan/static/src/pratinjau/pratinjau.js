import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Shows a letter in a frame of its own, so that its styles stay inside. */
export class PratinjauSurat extends Component {
    static template = "asn_layanan.PratinjauSurat";
    static props = { ...standardFieldProps };

    get isi() {
        const isi = String(this.props.record.data[this.props.name] || "");
        return `<link rel="stylesheet" href="/asn_surat/static/src/css/surat.css"/>
            <body style="margin: 0 auto; padding: 12mm; max-width: 190mm;">
            <div class="asn-surat">${isi}</div></body>`;
    }
}

registry.category("fields").add("asn_pratinjau_surat", {
    component: PratinjauSurat,
    supportedTypes: ["html"],
});
