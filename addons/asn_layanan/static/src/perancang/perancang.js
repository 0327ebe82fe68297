import { _t } from "@web/core/l10n/translation";
import { Component, onMounted, onWillStart, onWillUnmount, useState, useSubEnv } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { AmbilDialog } from "./ambil/ambil_dialog";
import { BagianForm } from "./bagian/bagian_form";
import { BandingDialog } from "./banding/banding_dialog";
import { Daftar } from "./daftar/daftar";
import { Formulir } from "./formulir/formulir";
import { Rantai } from "./rantai/rantai";
import { Temuan } from "./temuan/temuan";
import { BAGIAN_DAFTAR, LANGKAH, langkahDari } from "./langkah";

const JEDA_SIDIK_MS = 20000;
const MODEL = "asn.layanan.versi";

/**
 * Builds one version of a service on one screen: outline, editor, preview.
 *
 * The parts are edited in ordinary form views that save themselves. After each
 * change the outline, the findings and the previews are read anew.
 */
export class Perancang extends Component {
    static template = "asn_layanan.Perancang";
    static components = {
        BagianForm,
        Daftar,
        Dropdown,
        DropdownItem,
        Formulir,
        Layout,
        Rantai,
        Temuan,
    };
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        const { params = {}, context = {} } = this.props.action;
        this.versiId = params.versi_id || context.active_id || this.props.state?.versiId;
        this.state = useState({
            data: null,
            langkah: this.props.state?.langkah || "pertanyaan",
            terpilih: {},
            tab: "formulir",
            keadaan: "tersimpan",
            orangLain: null,
            jawaban: {},
            muatUlang: 0,
        });
        this.penyunting = new Set();
        useSubEnv({
            perancang: {
                daftar: (p) => this.penyunting.add(p),
                lepas: (p) => this.penyunting.delete(p),
                keadaan: (nilai) => (this.state.keadaan = nilai),
                tersimpan: () => this.segarkan(),
                viewId: (nama) => this.state.data.tampilan[nama],
            },
        });
        useSetupAction({
            beforeLeave: () => this.simpanDulu(),
            getLocalState: () => ({ versiId: this.versiId, langkah: this.state.langkah }),
        });
        onWillStart(() => this.muat());
        onMounted(() => {
            this.pewaktu = setInterval(() => this.periksaSidik(), JEDA_SIDIK_MS);
        });
        onWillUnmount(() => clearInterval(this.pewaktu));
    }

    // -- data ---------------------------------------------------------------

    panggil(metode, ...argumen) {
        return this.orm.call(MODEL, metode, [[this.versiId], ...argumen]);
    }

    async muat() {
        this.state.data = await this.panggil("get_perancang");
        this.env.config.setDisplayName(this.state.data.versi.name);
    }

    async segarkan() {
        await this.muat();
        this.state.keadaan = "tersimpan";
        this.state.muatUlang++;
    }

    /** Loads everything anew after somebody else changed this draft. */
    async muatSemua() {
        this.state.orangLain = null;
        this.state.terpilih = {};
        await this.segarkan();
    }

    async periksaSidik() {
        if (document.hidden || !this.ubah || this.state.keadaan !== "tersimpan") {
            return;
        }
        const sebelum = this.state.data.sidik;
        let hasil;
        try {
            hasil = await this.orm.silent.call(MODEL, "get_sidik", [[this.versiId]]);
        } catch {
            return; // Offline: the next save tells.
        }
        const diam = this.state.keadaan === "tersimpan" && this.state.data.sidik === sebelum;
        if (diam && hasil.sidik !== sebelum && !hasil.saya) {
            this.state.orangLain = hasil.oleh;
        }
    }

    async simpanDulu() {
        for (const satu of [...this.penyunting]) {
            if ((await satu.simpanSekarang()) === false) {
                return false;
            }
        }
        return true;
    }

    /** Saves what is open, calls, and reads everything anew. */
    async jalankan(kerja) {
        if (!(await this.simpanDulu())) {
            return undefined;
        }
        this.state.keadaan = "menyimpan";
        try {
            const hasil = await kerja();
            await this.segarkan();
            return hasil;
        } catch (galat) {
            this.state.keadaan = "tersimpan";
            throw galat;
        }
    }

    // -- what the template shows ---------------------------------------------

    get versi() {
        return this.state.data.versi;
    }

    get ubah() {
        return this.state.data.versi.ubah;
    }

    get langkah() {
        return LANGKAH;
    }

    get sekarang() {
        return LANGKAH.find((l) => l.kunci === this.state.langkah);
    }

    get baris() {
        return this.state.data.bagian[this.state.langkah] || [];
    }

    get adaDaftar() {
        return BAGIAN_DAFTAR.includes(this.state.langkah);
    }

    get palet() {
        return this.state.data.palet[this.state.langkah] || [];
    }

    get tab() {
        return [
            { kunci: "formulir", label: _t("Form") },
            { kunci: "rantai", label: _t("Chain") },
            { kunci: "temuan", label: _t("Findings") },
        ];
    }

    get teksKeadaan() {
        return {
            tersimpan: _t("All changes are saved"),
            menyimpan: _t("Saving …"),
            belum: _t("Not complete yet: not saved"),
            galat: _t("Could not be saved"),
        }[this.state.keadaan];
    }

    jumlah(kunci) {
        return BAGIAN_DAFTAR.includes(kunci) ? this.state.data.bagian[kunci].length : null;
    }

    temuan(kunci) {
        return this.state.data.temuan.filter((t) => langkahDari(t.bagian) === kunci);
    }

    get galat() {
        return this.state.data.temuan.filter((t) => t.tingkat === "galat");
    }

    get temuanBaris() {
        const hasil = {};
        for (const t of this.temuan(this.state.langkah)) {
            if (t.id) {
                hasil[t.id] = t.tingkat === "galat" ? "galat" : hasil[t.id] || t.tingkat;
            }
        }
        return hasil;
    }

    // -- moving about ----------------------------------------------------------

    async keLangkah(kunci) {
        if (await this.simpanDulu()) {
            this.state.langkah = kunci;
            if (kunci === "tahap") {
                this.state.tab = "rantai";
            } else if (kunci === "pertanyaan" || kunci === "dokumen") {
                this.state.tab = "formulir";
            }
        }
    }

    async pilih(id) {
        if (await this.simpanDulu()) {
            const { langkah, terpilih } = this.state;
            terpilih[langkah] = terpilih[langkah] === id ? false : id;
        }
    }

    async keTemuan(temuan) {
        await this.keLangkah(langkahDari(temuan.bagian));
        if (temuan.id && this.adaDaftar) {
            this.state.terpilih[this.state.langkah] = temuan.id;
        }
    }

    // -- parts -------------------------------------------------------------------

    async tambah(nilai) {
        const langkah = this.state.langkah;
        const setelah = langkah === "pertanyaan" ? this.state.terpilih[langkah] : null;
        const id = await this.jalankan(() =>
            this.panggil("action_bagian_tambah", langkah, nilai, setelah || null)
        );
        if (id) {
            this.state.terpilih[langkah] = id;
        }
    }

    async salin(id) {
        const langkah = this.state.langkah;
        const baru = await this.jalankan(() =>
            this.panggil("action_bagian_salin", langkah, id)
        );
        this.state.terpilih[langkah] = baru || this.state.terpilih[langkah];
    }

    async hapus(id) {
        const langkah = this.state.langkah;
        const urut = this.baris.map((b) => b.id);
        const letak = urut.indexOf(id);
        const judul = this.baris[letak]?.judul;
        this.state.terpilih[langkah] = false;
        const nilai = await this.jalankan(() =>
            this.panggil("action_bagian_hapus", langkah, id)
        );
        if (!nilai) {
            return;
        }
        const tutup = this.notification.add(_t("%s was taken away.", judul), {
            type: "info",
            autocloseDelay: 12000,
            buttons: [
                {
                    name: _t("Undo"),
                    primary: true,
                    onClick: () => {
                        tutup();
                        return this.pulihkan(langkah, nilai, urut[letak - 1] || null);
                    },
                },
            ],
        });
    }

    async pulihkan(langkah, nilai, setelah) {
        await this.keLangkah(langkah);
        const id = await this.jalankan(() =>
            this.panggil("action_bagian_tambah", langkah, nilai, setelah)
        );
        this.state.terpilih[langkah] = id;
    }

    urutkan(urut) {
        return this.jalankan(() =>
            this.panggil("action_bagian_urut", this.state.langkah, urut)
        );
    }

    sejajar(id) {
        return this.jalankan(() => this.panggil("action_tahap_sejajar", id));
    }

    // -- toolbar -------------------------------------------------------------------

    async aksi(metode) {
        if (await this.simpanDulu()) {
            const hasil = await this.panggil(metode);
            if (hasil && hasil.type) {
                await this.action.doAction(hasil, { onClose: () => this.segarkan() });
            } else {
                await this.segarkan();
            }
        }
    }

    async terbitkan() {
        if (!(await this.simpanDulu())) {
            return;
        }
        await this.segarkan();
        if (this.galat.length) {
            this.state.langkah = "periksa";
            this.notification.add(_t("Mend what the list shows first, then publish."), {
                type: "warning",
            });
            return;
        }
        await this.jalankan(() => this.panggil("action_publish"));
        this.state.terpilih = {};
        this.notification.add(
            _t("%s is in force: employees can file requests now.", this.versi.name),
            { type: "success" }
        );
    }

    async salinDraf() {
        const aksi = this.versi.draf_id
            ? await this.orm.call(MODEL, "action_rancang", [[this.versi.draf_id]])
            : await this.panggil("action_salin_rancang");
        await this.action.doAction(aksi, { stackPosition: "replaceCurrentAction" });
    }

    async banding() {
        await this.simpanDulu();
        this.dialog.add(BandingDialog, { beda: await this.panggil("get_beda") });
    }

    ambil() {
        this.dialog.add(AmbilDialog, {
            versiId: this.versiId,
            onAmbil: (asalId, bagian) =>
                this.jalankan(() => this.panggil("action_ambil_dari", asalId, bagian)),
        });
    }

    async impor() {
        await this.simpanDulu();
        await this.action.doAction("asn_layanan.asn_layanan_muat_action");
    }

    async suratBaru() {
        await this.jalankan(() => this.panggil("action_buat_surat"));
    }

    async lengkapiSurat() {
        const jumlah = await this.jalankan(() =>
            this.panggil("action_lengkapi_isian_surat")
        );
        this.notification.add(
            jumlah
                ? _t("%s merge fields were added to the letter.", jumlah)
                : _t("The letter knows all answers already."),
            { type: "info" }
        );
    }
}

registry.category("actions").add("asn_layanan.perancang", Perancang);
