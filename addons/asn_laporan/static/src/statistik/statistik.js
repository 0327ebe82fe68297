import { Component, onWillStart, useState } from "@odoo/owl";
import { DateTimeInput } from "@web/core/datetime/datetime_input";
import { deserializeDate, serializeDate } from "@web/core/l10n/dates";
import { download } from "@web/core/network/download";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

const ANGKA = new Intl.NumberFormat("id-ID");
const PERSEN = new Intl.NumberFormat("id-ID", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
});

/**
 * Figures about the people of a unit: bars with their table, beside a year before.
 * Everything is counted by the server; this page only draws and asks.
 */
export class Statistik extends Component {
    static template = "asn_laporan.Statistik";
    static components = { DateTimeInput };
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.state = useState({
            status: "memuat",
            data: null,
            unit: false,
            tanggal: false,
            kelompok: "semua",
            pesan: "",
            tabel: {},
        });
        this.kelompok = [
            ["semua", _t("All ASN")],
            ["pns", _t("PNS and CPNS")],
            ["pppk", _t("PPPK")],
        ];
        this.env.config?.setDisplayName?.(_t("Statistics (Statistik)"));
        onWillStart(() => this.muat());
    }

    async muat() {
        this.state.status = "memuat";
        const { unit, tanggal, kelompok } = this.state;
        try {
            const data = await this.orm.call("asn.statistik", "get_data", [
                unit,
                tanggal,
                kelompok,
            ]);
            this.state.data = data;
            this.state.tanggal = data.tanggal;
            this.state.unit = data.unit ? data.unit.id : false;
            this.state.status = "siap";
        } catch (error) {
            this.state.status = "gagal";
            this.state.pesan = error.data?.message || "";
        }
    }

    pilihUnit(unit) {
        this.state.unit = unit;
        return this.muat();
    }

    get tanggal() {
        return this.state.tanggal ? deserializeDate(this.state.tanggal) : false;
    }

    pilihTanggal(tanggal) {
        const teks = tanggal && serializeDate(tanggal);
        if (teks && teks !== this.state.tanggal) {
            this.state.tanggal = teks;
            return this.muat();
        }
    }

    pilihKelompok(ev) {
        this.state.kelompok = ev.target.value;
        return this.muat();
    }

    angka(nilai) {
        return nilai === null || nilai === undefined ? "*" : ANGKA.format(nilai);
    }

    persen(nilai) {
        return nilai === null || nilai === undefined ? "" : `${PERSEN.format(nilai)}%`;
    }

    selisih(baris) {
        if (baris.jumlah === null || baris.lalu === null) {
            return "";
        }
        const beda = baris.jumlah - baris.lalu;
        return beda > 0 ? `+${ANGKA.format(beda)}` : ANGKA.format(beda);
    }

    lebar(tabel, nilai) {
        const semua = tabel.baris.flatMap((b) => [b.jumlah || 0, b.lalu || 0]);
        const puncak = Math.max(1, ...semua);
        return nilai ? Math.max(1, Math.round((nilai * 100) / puncak)) : 0;
    }

    gantiTabel(kode) {
        this.state.tabel[kode] = !this.state.tabel[kode];
    }

    bisaTurun(tabel, baris) {
        return tabel.kode === "unit" && baris.kunci;
    }

    async buka(tabel, baris) {
        if (this.bisaTurun(tabel, baris)) {
            const unit = parseInt(baris.kunci);
            if (unit !== this.state.unit) {
                return this.pilihUnit(unit);
            }
        }
        if (!this.state.data.bisa_buka) {
            return;
        }
        const aksi = await this.orm.call("asn.statistik", "action_orang", [
            tabel ? tabel.kode : "semua",
            baris ? baris.kunci || false : false,
            this.state.unit,
            this.state.tanggal,
            this.state.kelompok,
        ]);
        return this.action.doAction(aksi);
    }

    async unduh(jenis) {
        const { unit, tanggal, kelompok } = this.state;
        const data = { tanggal, kelompok };
        if (unit) {
            data.unit = unit;
        }
        await download({ url: `/asn/statistik/${jenis}`, data });
    }
}

registry.category("actions").add("asn_laporan.statistik", Statistik);
