import { Component } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { LANGKAH, langkahDari } from "../langkah";

/** What this version changes against the one in force. */
export class BandingDialog extends Component {
    static template = "asn_layanan.PerancangBanding";
    static components = { Dialog };
    static props = { close: Function, beda: Array };

    label(bagian) {
        return LANGKAH.find((l) => l.kunci === langkahDari(bagian)).label;
    }

    ikon(perubahan) {
        return {
            tambah: "fa-plus-circle text-success",
            hapus: "fa-minus-circle text-danger",
            ubah: "fa-pencil text-primary",
        }[perubahan];
    }
}
