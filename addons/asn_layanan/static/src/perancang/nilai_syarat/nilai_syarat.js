import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The answer of a condition: one of the choices of the question, or a text. */
export class NilaiSyarat extends Component {
    static template = "asn_layanan.NilaiSyarat";
    static props = { ...standardFieldProps };

    get pilihan() {
        return this.props.record.data.syarat_pilihan || [];
    }

    get nilai() {
        return this.props.record.data[this.props.name] || "";
    }

    get label() {
        return this.pilihan.find(([kunci]) => kunci === this.nilai)?.[1] || this.nilai;
    }

    ubah(ev) {
        this.props.record.update({ [this.props.name]: ev.target.value || false });
    }
}

registry.category("fields").add("asn_nilai_syarat", {
    component: NilaiSyarat,
    supportedTypes: ["char"],
    fieldDependencies: [{ name: "syarat_pilihan", type: "json", readonly: true }],
});
