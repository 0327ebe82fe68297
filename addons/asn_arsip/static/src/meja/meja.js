import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { useService } from "@web/core/utils/hooks";
import { DaftarTemuan, LihatBerkas } from "../lihat/lihat";

/**
 * The desk of whoever verifies: the paper on one side, what was typed and what the
 * machine noticed on the other, and the next document with one key.
 */
export class MejaPemeriksaan extends Component {
    static template = "asn_arsip.MejaPemeriksaan";
    static components = { DaftarTemuan, LihatBerkas };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.alasan = useRef("alasan");
        this.state = useState({
            antrean: [],
            jumlah: 0,
            posisi: 0,
            rinci: null,
            menolak: false,
            alasan: "",
            sibuk: false,
            beres: 0,
        });
        useExternalListener(window, "keydown", (ev) => this.tombol(ev));
        onWillStart(() => this.muat());
    }

    get aktif() {
        return this.state.antrean[this.state.posisi];
    }

    async muat() {
        const { baris, jumlah } = await this.orm.call("asn.dokumen", "meja_antrean", []);
        Object.assign(this.state, { antrean: baris, jumlah, posisi: 0 });
        await this.buka();
    }

    async buka() {
        this.state.menolak = false;
        this.state.alasan = "";
        this.state.rinci = this.aktif
            ? await this.orm.call("asn.dokumen", "meja_rinci", [this.aktif.id])
            : null;
    }

    async ke(posisi) {
        if (posisi >= 0 && posisi < this.state.antrean.length && !this.state.sibuk) {
            this.state.posisi = posisi;
            await this.buka();
        }
    }

    tombol(ev) {
        const mengetik = /^(INPUT|TEXTAREA|SELECT)$/.test(ev.target.tagName || "");
        if (mengetik || ev.ctrlKey || ev.altKey || ev.metaKey) {
            return;
        }
        if (document.querySelector(".modal, .o_command_palette")) {
            return;
        }
        const tindakan = {
            ArrowRight: () => this.ke(this.state.posisi + 1),
            j: () => this.ke(this.state.posisi + 1),
            ArrowLeft: () => this.ke(this.state.posisi - 1),
            k: () => this.ke(this.state.posisi - 1),
            v: () => this.sahkan(),
            t: () => this.mulaiTolak(),
        }[ev.key];
        if (tindakan) {
            ev.preventDefault();
            tindakan();
        }
    }

    async sahkan() {
        await this.putuskan("action_verify", []);
    }

    mulaiTolak() {
        if (this.aktif) {
            this.state.menolak = true;
            setTimeout(() => this.alasan.el?.focus());
        }
    }

    async tolak() {
        await this.putuskan("action_refuse", [this.state.alasan]);
    }

    async putuskan(metode, argumen) {
        const { aktif } = this;
        if (!aktif || this.state.sibuk) {
            return;
        }
        this.state.sibuk = true;
        try {
            await this.orm.call("asn.dokumen", metode, [[aktif.id], ...argumen]);
        } finally {
            this.state.sibuk = false;
        }
        this.state.beres += 1;
        this.state.antrean.splice(this.state.posisi, 1);
        this.state.jumlah -= 1;
        this.notification.add(
            metode === "action_verify" ? _t("Verified.") : _t("Refused; the holder is told."),
            { type: "success" }
        );
        if (!this.state.antrean.length && this.state.jumlah > 0) {
            await this.muat();
            return;
        }
        this.state.posisi = Math.min(this.state.posisi, this.state.antrean.length - 1);
        this.state.posisi = Math.max(this.state.posisi, 0);
        await this.buka();
    }

    bukaFormulir() {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "asn.dokumen",
            res_id: this.aktif.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("asn_arsip_meja", MejaPemeriksaan);
