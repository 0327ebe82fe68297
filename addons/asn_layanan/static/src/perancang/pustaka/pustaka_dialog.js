import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { useAutofocus, useService } from "@web/core/utils/hooks";

/** Chooses a kind of rule from the library. */
export class PustakaDialog extends Component {
    static template = "asn_layanan.PerancangPustaka";
    static components = { Dialog };
    static props = { close: Function, onPilih: Function };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ daftar: [], cari: "" });
        this.petunjuk = _t("Search a rule …");
        useAutofocus();
        onWillStart(async () => {
            this.state.daftar = await this.orm.call("asn.layanan.pustaka", "get_daftar", []);
        });
    }

    get kelompok() {
        const cari = this.state.cari.trim().toLowerCase();
        const hasil = new Map();
        for (const satu of this.state.daftar) {
            const teks = `${satu.nama} ${satu.penjelasan} ${satu.dasar_hukum}`.toLowerCase();
            if (!cari || teks.includes(cari)) {
                const nama = satu.kelompok || "";
                hasil.set(nama, [...(hasil.get(nama) || []), satu]);
            }
        }
        return [...hasil.entries()];
    }

    async pilih(satu) {
        this.props.close();
        await this.props.onPilih({ pustaka: satu.jenis });
    }

    async manual() {
        this.props.close();
        await this.props.onPilih({ kode: "MANUAL", name: _t("Judged by the official") });
    }
}
