import { Component, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/**
 * Chooses the field that a column of a spreadsheet is read into. The choices depend
 * on the kind of the sheet and come with the record.
 */
export class TujuanKolom extends Component {
    static template = xml`
        <span t-if="props.readonly" t-esc="judul" />
        <select t-else="" class="o_input" t-on-change="(ev) => this.ubah(ev.target.value)">
            <option value="" t-att-selected="!nilai" />
            <option t-foreach="pilihan" t-as="satu" t-key="satu[0]"
                    t-att-value="satu[0]" t-att-selected="satu[0] === nilai" t-esc="satu[1]" />
        </select>`;
    static props = { ...standardFieldProps };

    get nilai() {
        return this.props.record.data[this.props.name] || "";
    }

    get pilihan() {
        return this.props.record.data.pilihan || [];
    }

    get judul() {
        const satu = this.pilihan.find(([kode]) => kode === this.nilai);
        return satu ? satu[1] : this.nilai;
    }

    ubah(nilai) {
        this.props.record.update({ [this.props.name]: nilai || false });
    }
}

registry.category("fields").add("asn_impor_tujuan", {
    component: TujuanKolom,
    supportedTypes: ["char"],
    fieldDependencies: [{ name: "pilihan", type: "json" }],
});
