import { Component } from "@odoo/owl";
import { LANGKAH, langkahDari } from "../langkah";

/** What keeps a version from being published, and what is worth a look. */
export class Temuan extends Component {
    static template = "asn_layanan.PerancangTemuan";
    static props = { temuan: Array, onPilih: Function };

    get urut() {
        const galat = this.props.temuan.filter((t) => t.tingkat === "galat");
        return [...galat, ...this.props.temuan.filter((t) => t.tingkat !== "galat")];
    }

    label(temuan) {
        return LANGKAH.find((l) => l.kunci === langkahDari(temuan.bagian)).label;
    }
}
