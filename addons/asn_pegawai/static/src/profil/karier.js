import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";

const HARI = 24 * 3600 * 1000;
/** Distance of the years that are written on the axis, by the length of it. */
const JARAK_TAHUN = [
    [8, 1],
    [20, 2],
    [Infinity, 5],
];
/** A stretch narrower than this share of the axis shows no words. */
const LEBAR_TEKS = 4;

/**
 * A career on one time axis: a lane for each kind of riwayat on wide screens,
 * one story from new to old on narrow ones, and a table for who prefers it.
 */
export class Karier extends Component {
    static template = "asn_pegawai.Karier";
    static props = { data: Object };

    setup() {
        this.action = useService("action");
        this.state = useState({ tabel: false, semua: false });
    }

    get jalur() {
        return this.props.data.jalur;
    }

    get hariIni() {
        return Date.parse(this.props.data.hari_ini);
    }

    get rentang() {
        const waktu = this.jalur.flatMap((j) => j.titik.map((t) => Date.parse(t.mulai)));
        const awal = new Date(Math.min(...waktu, this.hariIni)).getFullYear();
        const akhir = new Date(Math.max(...waktu, this.hariIni)).getFullYear() + 1;
        return { awal, akhir: Math.max(akhir, awal + 2) };
    }

    posisi(waktu) {
        const { awal, akhir } = this.rentang;
        const mulai = Date.UTC(awal, 0, 1);
        return (100 * (waktu - mulai)) / (Date.UTC(akhir, 0, 1) - mulai);
    }

    get tahun() {
        const { awal, akhir } = this.rentang;
        const jarak = JARAK_TAHUN.find(([batas]) => akhir - awal <= batas)[1];
        const hasil = [];
        for (let t = Math.ceil(awal / jarak) * jarak; t < akhir; t += jarak) {
            hasil.push({ t, kiri: this.posisi(Date.UTC(t, 0, 1)) });
        }
        return hasil;
    }

    get kini() {
        return this.posisi(this.hariIni);
    }

    batang(jalur) {
        return jalur.titik.map((titik) => {
            const kiri = this.posisi(Date.parse(titik.mulai));
            const akhir = titik.selesai ? Date.parse(titik.selesai) : this.hariIni + HARI;
            const lebar = jalur.berlanjut ? Math.max(this.posisi(akhir) - kiri, 0.6) : 0;
            return { titik, kiri, lebar, teks: lebar >= LEBAR_TEKS ? titik.judul : "" };
        });
    }

    get cerita() {
        const semua = this.jalur.flatMap((jalur) =>
            jalur.titik.map((titik) => ({ jalur, titik, kunci: `${titik.model},${titik.id}` }))
        );
        return semua.sort((a, b) => (a.titik.mulai < b.titik.mulai ? 1 : -1));
    }

    get ceritaTampil() {
        return this.state.semua ? this.cerita : this.cerita.slice(0, 8);
    }

    get tahunCerita() {
        const kelompok = [];
        for (const satu of this.ceritaTampil) {
            const tahun = satu.titik.mulai.slice(0, 4);
            if (!kelompok.length || kelompok.at(-1).tahun !== tahun) {
                kelompok.push({ tahun, isi: [] });
            }
            kelompok.at(-1).isi.push(satu);
        }
        return kelompok;
    }

    get teksTabel() {
        return this.state.tabel ? _t("Show as chart") : _t("Show as table");
    }

    petunjuk(jalur, titik) {
        return [jalur.nama, titik.judul, titik.rinci, titik.tanggal, titik.nomor]
            .filter(Boolean)
            .join("\n");
    }

    buka(jalur, titik) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: jalur.nama,
            res_model: titik.model,
            res_id: titik.id,
            views: [[false, "form"]],
            target: "new",
        });
    }
}
