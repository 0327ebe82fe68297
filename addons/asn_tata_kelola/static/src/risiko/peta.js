import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** Levels as in domain/risiko.py: the largest value that still belongs to each. */
const TINGKAT = [
    ["rendah", 4],
    ["sedang", 9],
    ["tinggi", 15],
    ["sangat_tinggi", 25],
];

/** Five by five: how many risks are how likely and how bad; a cell opens its list. */
export class PetaRisiko extends Component {
    static template = "asn_tata_kelola.PetaRisiko";
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ sisa: true, jumlah: {} });
        this.kemungkinan = [5, 4, 3, 2, 1];
        this.dampak = [1, 2, 3, 4, 5];
        this.legenda = TINGKAT.map(([kunci, sampai], nomor) => ({
            kunci,
            nilai: `${nomor ? TINGKAT[nomor - 1][1] + 1 : 1}–${sampai}`,
        }));
        this.teks = {
            kemungkinan: _t("Likelihood (Kemungkinan)"),
            dampak: _t("Impact (Dampak)"),
            sisa: _t("Residual (Sisa)"),
            melekat: _t("Inherent (Melekat)"),
            daftar: _t("Risk Register (Daftar Risiko)"),
            rendah: _t("Low (rendah)"),
            sedang: _t("Medium (sedang)"),
            tinggi: _t("High (tinggi)"),
            sangat_tinggi: _t("Very high (sangat tinggi)"),
        };
        this.env.config?.setDisplayName?.(_t("Risk Map (Peta Risiko)"));
        onWillStart(() => this.muat());
    }

    async muat() {
        const baris = await this.orm.searchRead(
            "asn.risiko",
            [],
            ["kemungkinan", "dampak", "kemungkinan_sisa", "dampak_sisa"]
        );
        const jumlah = {};
        for (const satu of baris) {
            const [k, d] = this.letak(satu);
            (jumlah[`${k}.${d}`] ||= []).push(satu.id);
        }
        this.state.jumlah = jumlah;
    }

    letak(satu) {
        return this.state.sisa
            ? [satu.kemungkinan_sisa || satu.kemungkinan, satu.dampak_sisa || satu.dampak]
            : [satu.kemungkinan, satu.dampak];
    }

    isi(k, d) {
        return this.state.jumlah[`${k}.${d}`] || [];
    }

    tingkat(k, d) {
        return TINGKAT.find(([, batas]) => k * d <= batas)[0];
    }

    ganti(sisa) {
        this.state.sisa = sisa;
        return this.muat();
    }

    buka(ids) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: this.teks.daftar,
            res_model: "asn.risiko",
            views: [[false, "list"], [false, "kanban"], [false, "form"]],
            domain: ids ? [["id", "in", ids]] : [],
        });
    }
}

registry.category("actions").add("asn_tata_kelola.peta_risiko", PetaRisiko);
