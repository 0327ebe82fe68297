import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, useState } from "@odoo/owl";
import { DateTimeInput } from "@web/core/datetime/datetime_input";
import { deserializeDate, serializeDate } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { UnggahDialog } from "@asn_arsip/unggah/unggah";
import { Rujukan } from "./rujukan";

/**
 * The page on which a person proposes changes: choose, type, prove, check, send.
 *
 * The server says what may be proposed and checks every value again; the draft is
 * saved whenever a step is left, so that nothing typed is lost.
 */
export class Usulan extends Component {
    static template = "asn_pemutakhiran.Usulan";
    static components = { DateTimeInput, Rujukan };
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        const params = this.props.action?.params || {};
        this.params = params;
        this.state = useState({
            langkah: "pilih",
            pegawai: { id: params.employee_id || false, nama: "" },
            cara: "mandiri",
            cari: "",
            bagian: [],
            dipilih: [],
            jenis: [],
            dokumen: [],
            dokumen_ids: [],
            asal_id: 0,
            nilai: {},
            teks: {},
            alasan: "",
            catatan: "",
            barisId: {},
            usulanId: params.usulan_id || false,
            sibuk: false,
        });
        this.env.config?.setDisplayName?.(_t("Propose a Change"));
        onWillStart(() => this.mulai());
    }

    async mulai() {
        if (this.params.usulan_id) {
            await this.muatDraf(this.params.usulan_id);
            return;
        }
        await this.muatPilihan();
        await this.bukaTarget(this.params.target || "");
    }

    async muatPilihan() {
        const hasil = await this.orm.call("asn.usulan", "get_pilihan", [
            this.state.pegawai.id || false,
        ]);
        this.state.pegawai = hasil.pegawai;
        this.state.cara = hasil.cara;
        this.state.bagian = hasil.bagian;
    }

    async gantiPegawai(id) {
        if (!id) {
            return;
        }
        this.state.pegawai = { id, nama: "" };
        this.state.dipilih = [];
        await this.muatPilihan();
    }

    /** "medan:<field>", "riwayat:<model>" or "koreksi:<model>,<id>" */
    async bukaTarget(target) {
        const [macam, isi] = target.split(":");
        if (!isi) {
            return;
        }
        const [nama, id] = isi.split(",");
        const semua = this.state.bagian.flatMap((b) => b.jenis);
        const jenis = semua.find((j) =>
            macam === "medan" ? j.medan === nama : j.model === nama
        );
        if (jenis) {
            await this.keIsian([jenis.id], id ? Number(id) : 0);
        }
    }

    async muatDraf(id) {
        const draf = await this.orm.call("asn.usulan", "get_draf", [[id]]);
        this.state.pegawai = { id: draf.employee_id, nama: "" };
        await this.muatPilihan();
        Object.assign(this.state, { alasan: draf.alasan, catatan: draf.catatan });
        const asal = draf.baris.find((b) => b.asal_id)?.asal_id || 0;
        await this.muatIsian(
            draf.baris.map((b) => b.jenis_id),
            asal
        );
        const dokumen = new Set();
        for (const baris of draf.baris) {
            this.state.barisId[baris.jenis_id] = baris.id;
            Object.assign(this.state.nilai[baris.jenis_id] || {}, baris.nilai);
            baris.dokumen_ids.forEach((d) => dokumen.add(d));
        }
        this.state.dokumen_ids = [...dokumen];
        this.state.langkah = "isi";
    }

    // -- choosing ----------------------------------------------------------

    get bagianTampak() {
        const cari = this.state.cari.trim().toLowerCase();
        const satu = this.params.bagian;
        return this.state.bagian
            .filter((b) => !satu || b.kode === satu)
            .map((b) => ({
                ...b,
                jenis: b.jenis.filter((j) => j.nama.toLowerCase().includes(cari)),
            }))
            .filter((b) => b.jenis.length);
    }

    toggle(jenis) {
        const ada = this.state.dipilih.indexOf(jenis.id);
        if (ada >= 0) {
            this.state.dipilih.splice(ada, 1);
        } else {
            this.state.dipilih.push(jenis.id);
        }
    }

    async keIsian(ids, asal = 0) {
        await this.muatIsian(ids, asal);
        this.state.langkah = "isi";
        window.scrollTo(0, 0);
    }

    async muatIsian(ids, asal) {
        const hasil = await this.orm.call("asn.usulan", "get_isian", [
            ids,
            this.state.pegawai.id,
            asal || false,
        ]);
        this.state.jenis = hasil.jenis;
        this.state.dokumen = hasil.dokumen;
        this.state.asal_id = asal;
        this.state.nilai = {};
        this.state.teks = {};
        for (const jenis of hasil.jenis) {
            this.state.nilai[jenis.id] = {};
            for (const medan of jenis.medan) {
                // Everybody begins with what is there; a new row has nothing.
                this.state.nilai[jenis.id][medan.nama] = medan.nilai;
                this.state.teks[`${jenis.id}.${medan.nama}`] = medan.teks;
            }
        }
    }

    async gantiAsal(ev) {
        const id = Number(ev.target.value) || 0;
        await this.muatIsian([this.state.jenis[0].id], id);
    }

    // -- typing ------------------------------------------------------------

    ubah(jenis, medan, nilai, teks) {
        this.state.nilai[jenis.id][medan.nama] = nilai;
        this.state.teks[`${jenis.id}.${medan.nama}`] = teks ?? nilai ?? "";
    }

    tanggal(jenis, medan) {
        const nilai = this.state.nilai[jenis.id][medan.nama];
        return nilai ? deserializeDate(nilai) : false;
    }

    ubahTanggal(jenis, medan, tanggal) {
        this.ubah(jenis, medan, tanggal ? serializeDate(tanggal) : false);
    }

    teksBaru(jenis, medan) {
        const nilai = this.state.nilai[jenis.id][medan.nama];
        if (medan.tipe === "foto") {
            return this.foto(jenis)?.nama || "";
        }
        if (medan.tipe === "boolean") {
            return nilai ? _t("Yes") : _t("No");
        }
        if (medan.tipe === "selection") {
            return medan.pilihan.find((p) => p[0] === nilai)?.[1] || "";
        }
        if (medan.tipe === "many2one") {
            const teks = this.state.teks[`${jenis.id}.${medan.nama}`];
            return nilai ? teks || medan.teks : "";
        }
        if (medan.tipe === "date" && nilai) {
            return nilai.split("-").reverse().join("-");
        }
        return nilai || nilai === 0 ? String(nilai) : "";
    }

    /** The picture among the chosen documents that becomes the photograph. */
    foto(jenis) {
        const kenal = jenis.jenis_dokumen.map((d) => d.id);
        return this.dokumenTerpilih.find(
            (d) => kenal.includes(d.jenis_id) && d.gambar
        );
    }

    berubah(jenis, medan) {
        if (medan.tipe === "foto") {
            return Boolean(this.foto(jenis));
        }
        return (this.state.nilai[jenis.id][medan.nama] || false) !== (medan.nilai || false);
    }

    get ringkas() {
        return this.state.jenis.map((jenis) => ({
            ...jenis,
            medan: jenis.medan.filter((m) =>
                jenis.pribadi || this.state.asal_id
                    ? this.berubah(jenis, m)
                    : this.teksBaru(jenis, m)
            ),
        }));
    }

    // -- evidence ----------------------------------------------------------

    get jenisDokumen() {
        const semua = this.state.jenis.flatMap((j) => j.jenis_dokumen);
        return [...new Map(semua.map((d) => [d.id, d])).values()];
    }

    get perluDokumen() {
        return this.state.jenis.some((j) => j.wajib_dokumen);
    }

    get dokumenLain() {
        return this.state.dokumen.filter((d) => !this.state.dokumen_ids.includes(d.id));
    }

    get dokumenTerpilih() {
        return this.state.dokumen_ids.map(
            (id) => this.state.dokumen.find((d) => d.id === id) || { id, nama: `#${id}` }
        );
    }

    unggah() {
        this.dialog.add(UnggahDialog, {
            employeeId: this.state.pegawai.id,
            jenisId: this.jenisDokumen[0]?.id || false,
            satu: true,
            onSelesai: (ids) => this.dokumenDiunggah(ids),
        });
    }

    async dokumenDiunggah(ids) {
        const hasil = await this.orm.call("asn.usulan", "get_isian", [
            this.state.jenis.map((j) => j.id),
            this.state.pegawai.id,
            this.state.asal_id || false,
        ]);
        this.state.dokumen = hasil.dokumen;
        ids.forEach((id) => this.tambahDokumen(id));
    }

    tambahDokumen(id) {
        if (id && !this.state.dokumen_ids.includes(id)) {
            this.state.dokumen_ids.push(id);
        }
    }

    pilihDokumen(ev) {
        this.tambahDokumen(Number(ev.target.value) || 0);
        ev.target.value = "";
    }

    buangDokumen(id) {
        this.state.dokumen_ids = this.state.dokumen_ids.filter((d) => d !== id);
    }

    // -- saving and sending --------------------------------------------------

    get isi() {
        return {
            id: this.state.usulanId || false,
            employee_id: this.state.pegawai.id,
            alasan: this.state.alasan,
            baris: this.state.jenis
                .filter((j) => !j.pribadi || j.medan.some((m) => this.berubah(j, m)))
                .map((jenis) => ({
                    id: this.state.barisId[jenis.id] || 0,
                    jenis_id: jenis.id,
                    asal_id: jenis.pribadi ? 0 : this.state.asal_id,
                    nilai: { ...this.state.nilai[jenis.id] },
                    dokumen_ids: [...this.state.dokumen_ids],
                })),
        };
    }

    async simpan() {
        this.state.usulanId = await this.orm.call("asn.usulan", "simpan", [this.isi]);
        const draf = await this.orm.call("asn.usulan", "get_draf", [
            [this.state.usulanId],
        ]);
        for (const baris of draf.baris) {
            this.state.barisId[baris.jenis_id] = baris.id;
        }
    }

    async sambilSibuk(kerja) {
        if (this.state.sibuk) {
            return;
        }
        this.state.sibuk = true;
        try {
            await kerja();
        } finally {
            this.state.sibuk = false;
        }
    }

    kePeriksa() {
        const tanpaFoto = this.state.jenis.some(
            (j) => j.medan.some((m) => m.tipe === "foto") && !this.foto(j)
        );
        if (tanpaFoto) {
            this.notification.add(
                _t("Add your photograph below as a JPEG or PNG picture (pas foto)."),
                { type: "warning" }
            );
            return;
        }
        if (!this.ringkas.some((j) => j.medan.length)) {
            this.notification.add(_t("Nothing has been changed yet."), {
                type: "warning",
            });
            return;
        }
        if (this.perluDokumen && !this.state.dokumen_ids.length) {
            this.notification.add(
                _t("Add a document that proves it: take a picture or choose one."),
                { type: "warning" }
            );
            return;
        }
        return this.sambilSibuk(async () => {
            await this.simpan();
            this.state.langkah = "periksa";
            window.scrollTo(0, 0);
        });
    }

    simpanDraf() {
        return this.sambilSibuk(async () => {
            await this.simpan();
            this.notification.add(_t("Draft saved. You can go on later."), {
                type: "success",
            });
        });
    }

    kirim() {
        return this.sambilSibuk(async () => {
            await this.simpan();
            await this.orm.call("asn.usulan", "action_ajukan", [[this.state.usulanId]]);
            this.notification.add(_t("Sent. It now waits for verification."), {
                type: "success",
            });
            await this.action.doAction(
                {
                    type: "ir.actions.act_window",
                    res_model: "asn.usulan",
                    res_id: this.state.usulanId,
                    views: [[false, "form"]],
                },
                { stackPosition: "replaceCurrentAction" }
            );
        });
    }
}

registry.category("actions").add("asn_pemutakhiran.usulan", Usulan);
