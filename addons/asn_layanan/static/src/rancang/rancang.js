import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Shows a value that the server made as data: each subclass has its template. */
class Data extends Component {
    static props = { ...standardFieldProps };

    get isi() {
        return this.props.record.data[this.props.name];
    }
}

/** What a rehearsal counted: per rule, and per step who would act. */
export class GladiRingkasan extends Data {
    static template = "asn_layanan.GladiRingkasan";
}

/** The steps of one person in a rehearsal. */
export class GladiRantai extends Data {
    static template = "asn_layanan.GladiRantai";
}

/** Problems of a file, by place. */
export class DaftarTemuan extends Data {
    static template = "asn_layanan.DaftarTemuan";
}

/** What a file would make. */
export class MuatPratinjau extends Data {
    static template = "asn_layanan.MuatPratinjau";
}

for (const [nama, component] of [
    ["asn_gladi_ringkasan", GladiRingkasan],
    ["asn_gladi_rantai", GladiRantai],
    ["asn_daftar_temuan", DaftarTemuan],
    ["asn_muat_pratinjau", MuatPratinjau],
]) {
    registry.category("fields").add(nama, { component, supportedTypes: ["json"] });
}
