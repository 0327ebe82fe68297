import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { RecordSelector } from "@web/core/record_selectors/record_selector";
import { useService } from "@web/core/utils/hooks";
import { user } from "@web/core/user";
import { kosong, tampak } from "../../isian/isian_aturan";

/** Where a request of a chosen person would go, with names, posts and days. */
export class Rantai extends Component {
    static template = "asn_layanan.PerancangRantai";
    static components = { RecordSelector };
    static props = {
        versiId: Number,
        jawaban: Object,
        pertanyaan: Array,
        muatUlang: Number,
        boleh: Boolean,
    };
    // Stays while the tabs change.
    static orang = false;

    setup() {
        this.orm = useService("orm");
        this.petunjuk = _t("Choose a person …");
        this.state = useState({ orang: Rantai.orang, rantai: null, galat: "" });
        onWillStart(() => this.mulai());
        onWillUpdateProps((props) => {
            if (props.muatUlang !== this.props.muatUlang) {
                return this.muat(props);
            }
        });
    }

    async mulai() {
        if (!this.state.orang && this.props.boleh) {
            const saya = await this.orm.search(
                "hr.employee",
                [["user_id", "=", user.userId]],
                { limit: 1 }
            );
            this.state.orang = saya[0] || false;
        }
        await this.muat(this.props);
    }

    async pilih(id) {
        this.state.orang = Rantai.orang = id;
        await this.muat(this.props);
    }

    get jawaban() {
        const hasil = {};
        for (const tanya of tampak(this.props.pertanyaan, this.props.jawaban)) {
            const nilai = this.props.jawaban[tanya.kode];
            if (!kosong(nilai)) {
                hasil[tanya.kode] = nilai.id || nilai;
            }
        }
        return hasil;
    }

    async muat(props) {
        this.state.galat = "";
        this.state.rantai = null;
        if (!this.state.orang || !props.boleh) {
            return;
        }
        try {
            this.state.rantai = await this.orm.call("asn.layanan.versi", "get_rantai", [
                [props.versiId],
                this.state.orang,
                this.jawaban,
            ]);
        } catch (galat) {
            this.state.galat = galat.data?.message || galat.message;
        }
    }

    get ringkas() {
        const { hari, selesai } = this.state.rantai;
        return _t("%(days)s working days: filed today, finished by %(date)s at the latest.", {
            days: hari,
            date: this.tanggal(selesai),
        });
    }

    waktu(tahap) {
        return _t("%(days)s working days · by %(date)s", {
            days: tahap.sla_hari,
            date: this.tanggal(tahap.sampai),
        });
    }

    tanggal(teks) {
        return luxon.DateTime.fromISO(teks).setLocale("id").toFormat("d MMMM yyyy");
    }
}
