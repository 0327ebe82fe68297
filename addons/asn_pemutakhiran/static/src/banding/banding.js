import { _t } from "@web/core/l10n/translation";
import { Component, onWillUpdateProps, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { DaftarTemuan, LihatBerkas } from "@asn_arsip/lihat/lihat";

/**
 * Old beside new, field by field, with the documents beside them, and the decision
 * of a verifier line by line.
 */
export class Banding extends Component {
    static template = "asn_pemutakhiran.Banding";
    static components = { LihatBerkas, DaftarTemuan };
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.state = useState({ putusan: {}, dokumen: 0, sibuk: false });
        this.atur(this.props);
        onWillUpdateProps((props) => this.atur(props));
    }

    atur(props) {
        const isi = props.record.data[props.name] || {};
        const putusan = {};
        for (const baris of isi.baris || []) {
            if (baris.terbuka) {
                putusan[baris.id] = { hasil: "", catatan: "", dilihat: baris.dilihat };
            }
        }
        this.state.putusan = putusan;
        this.state.dokumen = (isi.dokumen || []).find((d) => d.dapat)?.id || 0;
    }

    get isi() {
        const kosong = { baris: [], dokumen: [], jejak: [], giliran: false };
        return this.props.record.data[this.props.name] || kosong;
    }

    get dokumen() {
        return this.isi.dokumen.find((d) => d.id === this.state.dokumen);
    }

    get memutus() {
        return this.isi.giliran && this.isi.baris.some((b) => b.terbuka);
    }

    get siap() {
        return Object.values(this.state.putusan).every(
            (p) => p.hasil === "terima" || (p.hasil && p.catatan.trim())
        );
    }

    pilih(baris, hasil) {
        this.state.putusan[baris.id].hasil = hasil;
    }

    semua(hasil) {
        for (const putusan of Object.values(this.state.putusan)) {
            putusan.hasil = hasil;
        }
    }

    async terimaSemua() {
        this.semua("terima");
        await this.putuskan();
    }

    async putuskan() {
        if (this.state.sibuk) {
            return;
        }
        if (!this.siap) {
            this.notification.add(
                _t("Decide each line; say why it is returned or refused."),
                { type: "warning" }
            );
            return;
        }
        this.state.sibuk = true;
        try {
            const id = this.props.record.resId;
            await this.orm.call("asn.usulan", "action_putuskan", [
                [id],
                { ...this.state.putusan },
            ]);
            this.notification.add(_t("Decided."), { type: "success" });
            const lanjut = await this.orm.call("asn.usulan", "action_berikutnya", [[id]]);
            await this.action.doAction(lanjut, {
                stackPosition: "replaceCurrentAction",
            });
        } finally {
            this.state.sibuk = false;
        }
    }
}

registry.category("fields").add("asn_usulan_banding", {
    component: Banding,
    supportedTypes: ["json"],
});
