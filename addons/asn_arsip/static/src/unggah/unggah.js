import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, useRef, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";
import { useService } from "@web/core/utils/hooks";
import { adalahGambar, bacaBase64, kecilkan } from "./gambar";

const BERKAS_MAKS = 200;
const BYTE_MAKS = 50 * 1024 * 1024;

/**
 * Files documents: one, many by their names, or pictures that become one PDF.
 *
 * Nothing is sent before the person has seen which kind and whose document each
 * file is taken for. Each file has a result of its own.
 */
export class UnggahDialog extends Component {
    static template = "asn_arsip.UnggahDialog";
    static components = { Dialog, Many2XAutocomplete };
    static props = {
        close: Function,
        employeeId: { type: [Number, Boolean], optional: true },
        jenisId: { type: [Number, Boolean], optional: true },
        jenisKode: { type: String, optional: true },
        berkas: { type: Array, optional: true },
        satu: { type: Boolean, optional: true },
        onSelesai: { type: Function, optional: true },
    };

    setup() {
        this.orm = useService("orm");
        this.notification = useService("notification");
        this.inputBerkas = useRef("berkas");
        this.inputKamera = useRef("kamera");
        this.nomor = 0;
        this.state = useState({
            baris: [],
            halaman: [],
            foto: { jenis_id: false, jenis: "", nomor: "", tanggal: "" },
            pemilik: { id: false, nama: "" },
            sibuk: false,
            selesai: 0,
            seret: false,
        });
        this.hasilIds = [];
        this.domainJenis = [];
        onWillStart(() => this.mulai());
    }

    async mulai() {
        const awal = await this.orm.call("asn.dokumen", "unggah_awal", [
            this.props.employeeId || false,
            this.props.jenisId || false,
            this.props.jenisKode || false,
        ]);
        this.domainJenis = awal.domain_jenis;
        this.pilihOrang = awal.pilih_orang && !this.props.employeeId;
        this.state.pemilik = { id: awal.employee_id, nama: awal.pegawai };
        Object.assign(this.state.foto, { jenis_id: awal.jenis_id, jenis: awal.jenis });
        if (this.props.berkas?.length) {
            await this.tambah(this.props.berkas);
        }
    }

    get judul() {
        return this.props.satu ? _t("Add a document") : _t("Upload documents");
    }

    get siap() {
        const { baris, halaman, foto, pemilik } = this.state;
        if (this.state.sibuk) {
            return false;
        }
        if (halaman.length) {
            return Boolean(foto.jenis_id && pemilik.id);
        }
        return baris.some((b) => b.status === "siap" && b.jenis_id && b.employee_id);
    }

    get belum() {
        return this.state.baris.filter((b) => b.status === "siap").length;
    }

    get jumlahSelesai() {
        return this.state.baris.filter((b) => b.status === "ok").length;
    }

    get tuntas() {
        return (
            !this.state.sibuk &&
            !this.state.halaman.length &&
            this.state.baris.length > 0 &&
            this.belum === 0
        );
    }

    /** Only what this person may file: a choice that is refused later is none. */
    get jenisDomain() {
        return () => this.domainJenis;
    }

    // -- choosing ------------------------------------------------------------

    pilihBerkas() {
        this.inputBerkas.el.click();
    }

    pilihKamera() {
        this.inputKamera.el.click();
    }

    async diPilih(ev) {
        const semua = [...ev.target.files];
        ev.target.value = "";
        await this.tambah(semua);
    }

    async diFoto(ev) {
        const semua = [...ev.target.files];
        ev.target.value = "";
        for (const berkas of semua.filter(adalahGambar)) {
            this.state.halaman.push({
                kunci: ++this.nomor,
                berkas,
                url: URL.createObjectURL(berkas),
                putar: 0,
            });
        }
    }

    onSeret(ev) {
        ev.preventDefault();
        this.state.seret = true;
    }

    onLepas(ev) {
        ev.preventDefault();
        this.state.seret = false;
        this.tambah([...(ev.dataTransfer?.files || [])]);
    }

    async tambah(semua) {
        const muat = semua.slice(0, BERKAS_MAKS);
        if (semua.length > BERKAS_MAKS) {
            this.notification.add(
                _t("Only the first %s files were taken.", BERKAS_MAKS),
                { type: "warning" }
            );
        }
        if (this.props.satu) {
            this.state.baris = [];
            muat.splice(1);
        }
        const kenal = await this.orm.call("asn.dokumen", "unggah_kenali", [
            muat.map((b) => b.name),
            this.state.pemilik.id || false,
        ]);
        muat.forEach((berkas, i) => this.state.baris.push(this.barisBaru(berkas, kenal[i])));
    }

    barisBaru(berkas, kenal) {
        const { foto } = this.state;
        const tetap = Boolean(this.props.jenisId || this.props.jenisKode);
        return {
            kunci: ++this.nomor,
            berkas,
            nama: berkas.name,
            ukuran: berkas.size,
            jenis_id: tetap ? foto.jenis_id : kenal.jenis_id || foto.jenis_id,
            jenis: tetap ? foto.jenis : kenal.jenis || foto.jenis,
            employee_id: kenal.employee_id,
            pegawai: kenal.pegawai,
            tanggal: kenal.tanggal || "",
            nomor: "",
            nip: kenal.nip,
            masalah: berkas.size > BYTE_MAKS ? _t("Larger than 50 MB.") : kenal.masalah,
            status: berkas.size > BYTE_MAKS ? "gagal" : "siap",
        };
    }

    // -- correcting ----------------------------------------------------------

    pilihJenis(baris, pilihan) {
        const [jenis] = pilihan || [];
        baris.jenis_id = jenis ? jenis.id : false;
        baris.jenis = jenis ? jenis.display_name : "";
    }

    pilihPegawai(baris, pilihan) {
        const [pegawai] = pilihan || [];
        baris.employee_id = pegawai ? pegawai.id : false;
        baris.pegawai = pegawai ? pegawai.display_name : "";
    }

    pilihPemilik(pilihan) {
        const [pegawai] = pilihan || [];
        this.state.pemilik.id = pegawai ? pegawai.id : false;
        this.state.pemilik.nama = pegawai ? pegawai.display_name : "";
    }

    buang(baris) {
        this.state.baris = this.state.baris.filter((b) => b.kunci !== baris.kunci);
    }

    putar(halaman) {
        halaman.putar = (halaman.putar + 90) % 360;
    }

    buangHalaman(halaman) {
        URL.revokeObjectURL(halaman.url);
        this.state.halaman = this.state.halaman.filter((h) => h.kunci !== halaman.kunci);
    }

    geser(i, arah) {
        const semua = this.state.halaman;
        const tujuan = i + arah;
        if (tujuan >= 0 && tujuan < semua.length) {
            [semua[i], semua[tujuan]] = [semua[tujuan], semua[i]];
        }
    }

    // -- sending -------------------------------------------------------------

    async kirim() {
        this.state.sibuk = true;
        try {
            if (this.state.halaman.length) {
                await this.kirimFoto();
            }
            for (const baris of this.state.baris) {
                if (baris.status === "siap" && baris.jenis_id && baris.employee_id) {
                    await this.kirimBaris(baris);
                }
            }
        } finally {
            this.state.sibuk = false;
        }
        if (this.props.onSelesai && this.hasilIds.length) {
            await this.props.onSelesai([...this.hasilIds]);
        }
        if (this.props.satu && this.hasilIds.length) {
            this.props.close();
        }
    }

    async kirimBaris(baris) {
        baris.status = "jalan";
        const file = await bacaBase64(baris.berkas);
        const hasil = await this.orm.call("asn.dokumen", "unggah_satu", [
            { ...this.nilai(baris), nama_file: baris.nama, file },
        ]);
        this.catat(baris, hasil);
    }

    async kirimFoto() {
        const { foto, pemilik, halaman } = this.state;
        const baris = {
            ...foto,
            kunci: ++this.nomor,
            nama: _t("%s picture(s)", halaman.length),
            employee_id: pemilik.id,
            pegawai: pemilik.nama,
            status: "jalan",
            masalah: "",
        };
        const gambar = [];
        for (const h of halaman) {
            gambar.push({ isi: await kecilkan(h.berkas), putar: h.putar });
        }
        const hasil = await this.orm.call("asn.dokumen", "unggah_satu", [
            { ...this.nilai(baris), nama_file: "foto.pdf", gambar },
        ]);
        this.state.baris.push(baris);
        this.catat(this.state.baris.at(-1), hasil);
        if (hasil.ok) {
            halaman.forEach((h) => URL.revokeObjectURL(h.url));
            this.state.halaman = [];
        }
    }

    nilai(baris) {
        return {
            employee_id: baris.employee_id,
            jenis_id: baris.jenis_id,
            nomor: baris.nomor,
            tanggal: baris.tanggal || false,
        };
    }

    catat(baris, hasil) {
        baris.status = hasil.ok ? "ok" : "gagal";
        baris.masalah = hasil.pesan;
        if (hasil.ok) {
            this.hasilIds.push(hasil.id);
        }
    }

    ulang(baris) {
        baris.status = "siap";
        baris.masalah = "";
    }

    tutup() {
        this.state.halaman.forEach((h) => URL.revokeObjectURL(h.url));
        this.props.close();
    }
}
