import { Component } from "@odoo/owl";
import { Isian } from "../../isian/isian";

/** The form as the applicant will see it; what is typed here is not kept. */
export class Formulir extends Component {
    static template = "asn_layanan.PerancangFormulir";
    static components = { Isian };
    static props = { data: Object, jawaban: Object };

    get dokumen() {
        return this.props.data.bagian.dokumen.filter((d) => !d.terkunci);
    }

    ubah(kode, nilai) {
        this.props.jawaban[kode] = nilai;
    }
}
