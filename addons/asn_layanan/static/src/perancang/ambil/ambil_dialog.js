import { _t } from "@web/core/l10n/translation";
import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { RecordSelector } from "@web/core/record_selectors/record_selector";
import { BAGIAN_DAFTAR, LANGKAH } from "../langkah";

/** Chooses another service and the parts to copy from it. */
export class AmbilDialog extends Component {
    static template = "asn_layanan.PerancangAmbil";
    static components = { Dialog, RecordSelector };
    static props = { close: Function, versiId: Number, onAmbil: Function };

    setup() {
        this.petunjuk = _t("Choose a service …");
        this.state = useState({ asal: false, bagian: [...BAGIAN_DAFTAR], sibuk: false });
    }

    get bagian() {
        return LANGKAH.filter((l) => BAGIAN_DAFTAR.includes(l.kunci));
    }

    get domain() {
        return [["id", "!=", this.props.versiId]];
    }

    alih(kunci) {
        const { bagian } = this.state;
        this.state.bagian = bagian.includes(kunci)
            ? bagian.filter((b) => b !== kunci)
            : [...bagian, kunci];
    }

    async ambil() {
        this.state.sibuk = true;
        try {
            await this.props.onAmbil(this.state.asal, this.state.bagian);
            this.props.close();
        } finally {
            this.state.sibuk = false;
        }
    }
}
