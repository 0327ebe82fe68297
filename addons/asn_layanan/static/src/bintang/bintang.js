import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const WAJAH = {
    1: "fa-frown-o",
    2: "fa-meh-o",
    3: "fa-smile-o",
    4: "fa-thumbs-o-up",
};

/** A selection drawn as large signs with their words: one touch answers. */
export class Bintang extends Component {
    static template = "asn_layanan.Bintang";
    static props = { ...standardFieldProps };

    get pilihan() {
        return this.props.record.fields[this.props.name].selection.map(
            ([nilai, label]) => ({ nilai, label, wajah: WAJAH[nilai] })
        );
    }

    get nilai() {
        return this.props.record.data[this.props.name];
    }

    pilih(nilai) {
        this.props.record.update({ [this.props.name]: nilai });
    }
}

registry.category("fields").add("asn_bintang", {
    component: Bintang,
    supportedTypes: ["selection"],
});
