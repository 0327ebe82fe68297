import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Asks for the statement before a group of data counts as confirmed. */
export class PernyataanDialog extends Component {
    static template = "asn_pemutakhiran.PernyataanDialog";
    static components = { Dialog };
    static props = { close: Function, isi: String, bagian: String, onSetuju: Function };

    setup() {
        this.state = useState({ setuju: false, sibuk: false });
    }

    async nyatakan() {
        this.state.sibuk = true;
        try {
            await this.props.onSetuju();
            this.props.close();
        } finally {
            this.state.sibuk = false;
        }
    }
}

/** The groups of one's data: each is true, or to be changed. */
export class Lembar extends Component {
    static template = "asn_pemutakhiran.Lembar";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
    }

    get isi() {
        const kosong = { bagian: [], dapat: false, pernyataan: "" };
        return this.props.record.data[this.props.name] || kosong;
    }

    get sisa() {
        return this.isi.bagian.filter((b) => !b.hasil);
    }

    benar(bagian) {
        this.dialog.add(PernyataanDialog, {
            isi: this.isi.pernyataan,
            bagian: bagian.map((b) => b.nama).join(", "),
            onSetuju: async () => {
                await this.orm.call("asn.pemutakhiran.peserta", "action_nyatakan", [
                    [this.props.record.resId],
                    bagian.map((b) => b.kode),
                    true,
                ]);
                await this.props.record.load();
            },
        });
    }

    async usulkan(bagian) {
        const aksi = await this.orm.call(
            "asn.pemutakhiran.peserta",
            "action_usulkan_bagian",
            [[this.props.record.resId], bagian.kode]
        );
        await this.action.doAction(aksi);
    }

    async profil() {
        await this.action.doAction("asn_pegawai.profil_saya_action");
    }
}

registry.category("fields").add("asn_lembar_konfirmasi", {
    component: Lembar,
    supportedTypes: ["json"],
});
