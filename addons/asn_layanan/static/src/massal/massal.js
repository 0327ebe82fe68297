import { Component, onMounted, useState } from "@odoo/owl";
import { TtdDialog } from "@asn_surat/ttd/ttd_dialog";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

const MODEL = "asn.permohonan.massal";

/**
 * Works through something long, one call per part: a decision on several requests,
 * a rehearsal on many people.
 *
 * Each part is committed by itself: closing the page loses nothing, and going on
 * does nothing twice. `judul` and `catatan` replace the words about requests.
 */
export class MassalDialog extends Component {
    static template = "asn_layanan.MassalDialog";
    static components = { Dialog };
    static props = {
        id: Number,
        jumlah: Number,
        sisa: Number,
        close: Function,
        model: { type: String, optional: true },
        judul: { type: String, optional: true },
        catatan: { type: String, optional: true },
    };
    static defaultProps = { model: MODEL, judul: "", catatan: "" };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ sisa: this.props.sisa, berjalan: false, galat: "" });
        onMounted(() => this.jalan());
    }

    get persen() {
        return Math.round((100 * (this.props.jumlah - this.state.sisa)) / this.props.jumlah);
    }

    get judul() {
        const done = this.props.jumlah - this.state.sisa;
        const all = this.props.jumlah;
        if (this.props.judul) {
            return _t("%(title)s: %(done)s of %(all)s", { title: this.props.judul, done, all });
        }
        return _t("%(done)s of %(all)s requests", { done, all });
    }

    get catatan() {
        return (
            this.props.catatan || _t("What is decided stays decided. You may stop and go on later.")
        );
    }

    async jalan() {
        Object.assign(this.state, { berjalan: true, galat: "" });
        try {
            while (this.state.sisa && this.state.berjalan) {
                const { sisa } = await this.orm.silent.call(this.props.model, "action_lanjutkan", [
                    [this.props.id],
                ]);
                this.state.sisa = sisa;
            }
        } catch (error) {
            this.state.galat = error.data?.message || _t("The connection was lost.");
        }
        this.state.berjalan = false;
        if (!this.state.sisa) {
            await this.hasil();
        }
    }

    jeda() {
        this.state.berjalan = false;
    }

    async hasil() {
        const aksi = await this.orm.call(this.props.model, "action_hasil", [[this.props.id]]);
        this.props.close();
        await this.action.doAction(aksi);
    }
}

/**
 * Signs many letters with one passphrase, which lives in the input only.
 *
 * Whoever stops gives it again to go on: it does not wait in the dialog.
 */
export class TtdMassalDialog extends TtdDialog {
    static template = "asn_layanan.TtdMassalDialog";
    static props = { ...TtdDialog.props, jumlah: Number, sisa: Number };

    setup() {
        super.setup();
        Object.assign(this.state, { sisa: this.props.sisa, berhenti: false });
    }

    get summary() {
        return _t("%s letters are signed with one passphrase.", this.props.jumlah);
    }

    get label() {
        return this.ditandatangani ? _t("Go On") : super.label;
    }

    get ditandatangani() {
        return this.props.jumlah - this.state.sisa;
    }

    get persen() {
        return Math.round((100 * this.ditandatangani) / this.props.jumlah);
    }

    get kemajuan() {
        return _t("%(done)s of %(all)s letters", {
            done: this.ditandatangani,
            all: this.props.jumlah,
        });
    }

    jeda() {
        this.state.berhenti = true;
    }

    async sign(passphrase) {
        this.state.berhenti = false;
        while (this.state.sisa && !this.state.berhenti) {
            const { sisa } = await super.sign(passphrase);
            this.state.sisa = sisa;
        }
        return this.state.sisa ? false : this.aksiHasil();
    }

    aksiHasil() {
        return this.orm.call(MODEL, "action_hasil", [this.props.ids]);
    }

    async hasil() {
        const aksi = await this.aksiHasil();
        this.props.close();
        await this.action.doAction(aksi);
    }
}

registry.category("actions").add("asn_layanan.massal", (env, action) => {
    env.services.dialog.add(MassalDialog, action.params);
});
registry.category("actions").add("asn_layanan.ttd_massal", (env, action) => {
    const { id, jumlah, sisa } = action.params;
    env.services.dialog.add(TtdMassalDialog, {
        model: MODEL,
        ids: [id],
        method: "action_tandatangani",
        jumlah,
        sisa,
    });
});
