import { DaftarTemuan, LihatBerkas } from "@asn_arsip/lihat/lihat";
import { Component, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "asn.permohonan";
/** A finger that moves this far sideways turns the page. */
const GESER_PX = 70;
/** What is decided with a reason. */
const TINDAKAN = {
    kembali: "action_return",
    tangguh: "action_defer",
    tolak: "action_reject",
};

/**
 * The verifier's desk: what is claimed on the left, the paper that proves it on the
 * right, a finding with one key and the next request with another.
 */
export class MejaVerifikasi extends Component {
    static template = "asn_layanan.MejaVerifikasi";
    static components = { DaftarTemuan, LihatBerkas };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.isian = useRef("isian");
        this.daftar = useRef("daftar");
        this.siap = new Map();
        this.state = useState({
            antrean: [],
            jumlah: 0,
            posisi: 0,
            rinci: null,
            butir: 0,
            hanyaUbah: false,
            tanya: "",
            teks: "",
            bantuan: false,
            sibuk: false,
            beres: 0,
        });
        useExternalListener(window, "keydown", (ev) => this.tombol(ev));
        onWillStart(() => this.muat());
    }

    get idAktif() {
        return this.state.antrean[this.state.posisi];
    }

    get butir() {
        const semua = this.state.rinci ? this.state.rinci.butir : [];
        return this.state.hanyaUbah ? semua.filter((b) => b.berubah || b.diminta) : semua;
    }

    get petunjuk() {
        return ["tolak", "tangguh"].includes(this.state.tanya)
            ? _t("Reason, printed in the official letter")
            : _t("What has to be put right");
    }

    get aktif() {
        return this.butir[this.state.butir];
    }

    get belum() {
        return this.butir.filter((b) => b.jenis === "berkas" && b.ada && b.verdict === "belum")
            .length;
    }

    get gagal() {
        return this.state.rinci.aturan.filter((a) => a.hasil === "gagal").length;
    }

    /** The next request is not here yet: what is shown is decided already. */
    get berganti() {
        return this.state.rinci?.id !== this.idAktif;
    }

    get bukaAturan() {
        return this.gagal || !this.env.isSmall ? "open" : undefined;
    }

    get catatanTerkumpul() {
        return this.state.rinci.butir.filter((b) => b.verdict === "tidak_ok");
    }

    async muat() {
        const { domain } = this.props.action.context || {};
        const { ids, jumlah } = await this.orm.call(MODEL, "meja_antrean", [domain || false]);
        const awal = ids.indexOf((this.props.action.context || {}).permohonan_id);
        Object.assign(this.state, { antrean: ids, jumlah, posisi: Math.max(awal, 0) });
        this.siap.clear();
        await this.buka();
    }

    /** Ask for a request once; the one after it is asked for while this one is read. */
    ambil(id) {
        if (id && !this.siap.has(id)) {
            this.siap.set(id, this.orm.silent.call(MODEL, "meja_rinci", [[id]]));
        }
        return this.siap.get(id);
    }

    async buka() {
        const id = this.idAktif;
        let rinci = null;
        if (id) {
            try {
                rinci = await this.ambil(id);
            } catch (error) {
                this.siap.delete(id);
                throw error;
            }
        }
        if (id !== this.idAktif) {
            return;
        }
        Object.assign(this.state, { rinci, tanya: "", teks: "", bantuan: false });
        this.state.hanyaUbah = Boolean(
            rinci && rinci.diajukan_lagi && rinci.butir.some((b) => b.berubah || b.diminta)
        );
        this.state.butir = 0;
        const mulai = this.butir.findIndex((b) => b.jenis === "berkas" && b.verdict === "belum");
        this.state.butir = Math.max(this.state.hanyaUbah ? 0 : mulai, 0);
        this.ambil(this.state.antrean[this.state.posisi + 1])?.catch(() => {});
    }

    async segarkan() {
        this.siap.delete(this.idAktif);
        const butir = this.state.butir;
        this.state.rinci = await this.ambil(this.idAktif);
        this.state.butir = Math.min(butir, Math.max(this.butir.length - 1, 0));
    }

    tombol(ev) {
        const mengetik = /^(INPUT|TEXTAREA|SELECT)$/.test(ev.target.tagName || "");
        if (mengetik) {
            if (ev.key === "Escape") {
                ev.preventDefault();
                this.batalTanya();
            } else if (ev.key === "Enter" && !ev.shiftKey && this.state.tanya) {
                ev.preventDefault();
                this.kirimTanya();
            }
            return;
        }
        if (ev.ctrlKey || ev.altKey || ev.metaKey || this.berganti) {
            return;
        }
        if (document.querySelector(".modal, .o_command_palette")) {
            return;
        }
        const tindakan = {
            ArrowDown: () => this.keButir(1),
            ArrowRight: () => this.keButir(1),
            j: () => this.keButir(1),
            ArrowUp: () => this.keButir(-1),
            ArrowLeft: () => this.keButir(-1),
            k: () => this.keButir(-1),
            o: () => this.nilai("ok"),
            t: () => this.mulaiTanya("tidak_ok"),
            s: () => this.setujui(),
            b: () => this.mulaiTanya("kembali"),
            x: () => this.mulaiTanya("tolak"),
            d: () => this.mulaiTanya("tangguh"),
            n: () => this.ke(1),
            p: () => this.ke(-1),
            u: () => this.gantiSaringan(),
            "?": () => (this.state.bantuan = !this.state.bantuan),
            Escape: () => this.batalTanya(),
        }[ev.key.length === 1 ? ev.key.toLowerCase() : ev.key];
        if (tindakan) {
            ev.preventDefault();
            tindakan();
        }
    }

    sentuhMulai(ev) {
        this.sentuh = ev.changedTouches[0];
    }

    sentuhSelesai(ev) {
        const akhir = ev.changedTouches[0];
        const geser = akhir.clientX - this.sentuh.clientX;
        if (Math.abs(geser) > GESER_PX && Math.abs(akhir.clientY - this.sentuh.clientY) < GESER_PX) {
            this.keButir(geser < 0 ? 1 : -1);
        }
    }

    keButir(langkah) {
        const tujuan = this.state.butir + langkah;
        if (tujuan >= 0 && tujuan < this.butir.length) {
            this.pilih(tujuan);
        }
    }

    pilih(tujuan) {
        this.state.butir = tujuan;
        this.batalTanya();
        setTimeout(() =>
            this.daftar.el
                ?.querySelector(".o_asn_butir.active")
                ?.scrollIntoView({ block: "nearest" })
        );
    }

    gantiSaringan() {
        this.state.hanyaUbah = !this.state.hanyaUbah && this.state.rinci.diajukan_lagi;
        this.state.butir = 0;
    }

    async ke(langkah) {
        const tujuan = this.state.posisi + langkah;
        if (tujuan >= 0 && tujuan < this.state.antrean.length && !this.state.sibuk) {
            this.state.posisi = tujuan;
            await this.buka();
        }
    }

    /** A finding on a document, or a note on an answer. */
    async nilai(verdict, catatan = "") {
        const { aktif } = this;
        if (!aktif || this.state.sibuk || this.berganti || !this.state.rinci.boleh.putus) {
            return;
        }
        await this.sibuk(async () => {
            if (aktif.jenis === "isian") {
                const isi = verdict === "tidak_ok" ? catatan : false;
                if (isi || aktif.verdict === "tidak_ok") {
                    await this.orm.call(MODEL, "action_catatan", [[this.idAktif], aktif.kunci, isi]);
                }
            } else if (aktif.ada) {
                await this.orm.call(MODEL, "action_verdict", [
                    [this.idAktif],
                    aktif.berkas,
                    verdict,
                    catatan || null,
                ]);
            } else {
                this.notification.add(_t("There is no file yet to be found in order."), {
                    type: "warning",
                });
                return;
            }
            aktif.verdict = aktif.jenis === "isian" && verdict === "ok" ? "belum" : verdict;
            aktif.catatan = catatan;
            this.keButir(1);
        });
    }

    mulaiTanya(tanya) {
        const { boleh } = this.state.rinci;
        const bisa = { ...boleh, tidak_ok: boleh.putus && this.aktif };
        if (!bisa[tanya]) {
            return;
        }
        this.state.tanya = tanya;
        this.state.teks =
            tanya === "tidak_ok"
                ? this.aktif.catatan || ""
                : tanya === "kembali" && this.catatanTerkumpul.length
                  ? _t("Please mend the items below.")
                  : "";
        setTimeout(() => this.isian.el?.focus());
    }

    batalTanya() {
        Object.assign(this.state, { tanya: "", teks: "" });
    }

    async kirimTanya() {
        const teks = this.state.teks.trim();
        const { tanya } = this.state;
        if (!teks || this.state.sibuk || this.berganti) {
            return;
        }
        if (tanya === "tidak_ok") {
            this.batalTanya();
            await this.nilai("tidak_ok", teks);
        } else {
            await this.putus(TINDAKAN[tanya], [teks]);
        }
    }

    async setujui() {
        if (this.berganti || !this.state.rinci.boleh.putus) {
            return;
        }
        if (this.catatanTerkumpul.length) {
            this.notification.add(
                _t("Something is not in order. Return the request (B) or change the finding (O)."),
                { type: "warning" }
            );
            return;
        }
        await this.putus("action_approve", []);
    }

    async sibuk(kerja) {
        this.state.sibuk = true;
        try {
            await kerja();
        } finally {
            this.state.sibuk = false;
        }
    }

    async putus(metode, argumen) {
        const { rinci } = this.state;
        if (this.state.sibuk) {
            return;
        }
        let selesai = false;
        await this.sibuk(async () => {
            const jawab = await this.orm.call(MODEL, metode, [[rinci.id], ...argumen], {
                context: { asn_dilihat: rinci.dilihat },
            });
            if (jawab && jawab.type) {
                await this.action.doAction(jawab);
            }
            selesai = true;
        });
        if (!selesai) {
            return;
        }
        const pesan = {
            action_approve: _t("%s approved.", rinci.nomor),
            action_return: _t("%s returned to the applicant.", rinci.nomor),
            action_defer: _t("%s deferred.", rinci.nomor),
            action_reject: _t("%s rejected.", rinci.nomor),
        };
        this.notification.add(pesan[metode], { type: "success" });
        await this.lanjut();
    }

    /** Take the decided request off the desk; the next one is already here. */
    async lanjut() {
        this.state.beres += 1;
        this.siap.delete(this.idAktif);
        this.state.antrean.splice(this.state.posisi, 1);
        this.state.jumlah -= 1;
        if (!this.state.antrean.length && this.state.jumlah > 0) {
            await this.muat();
            return;
        }
        this.state.posisi = Math.max(
            Math.min(this.state.posisi, this.state.antrean.length - 1),
            0
        );
        await this.buka();
    }

    bukaFormulir() {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: MODEL,
            res_id: this.idAktif,
            views: [[false, "form"]],
        });
    }

    ikon(butir) {
        if (butir.verdict === "ok") {
            return "fa-check-circle text-success";
        }
        if (butir.verdict === "tidak_ok") {
            return "fa-times-circle text-danger";
        }
        if (butir.jenis === "isian") {
            return "fa-align-left text-muted";
        }
        return butir.ada ? "fa-circle-o text-muted" : "fa-ban text-warning";
    }

    ikonAturan(hasil) {
        return {
            lulus: "fa-check-circle text-success",
            gagal: "fa-times-circle text-danger",
            manual: "fa-eye text-warning",
        }[hasil];
    }
}

registry.category("actions").add("asn_meja_verifikasi", MejaVerifikasi);
