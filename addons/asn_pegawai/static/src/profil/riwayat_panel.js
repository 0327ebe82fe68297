import { Component, onMounted, onWillUnmount, onWillUpdateProps, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const WARNA_STATUS = {
    sah: "o_asn_tenang text-success",
    draft: "text-bg-info",
    dikoreksi: "text-bg-secondary",
    batal: "text-bg-danger",
};
const WARNA_DOKUMEN = {
    sah: "text-success",
    belum: "text-warning",
    ditolak: "text-danger",
};

/**
 * The riwayat of one group of the profile, each row with its document. Read
 * when the page of the group is opened, and again after something was added.
 */
export class RiwayatPanel extends Component {
    static template = "asn_pegawai.RiwayatPanel";
    static props = { ...standardWidgetProps, bagian: String };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ status: "memuat", jenis: [], menunggu: [] });
        this.hidup = true;
        onMounted(() => this.muat(this.props.record.resId));
        onWillUpdateProps((props) => {
            if (props.record.resId !== this.nomor) {
                return this.muat(props.record.resId);
            }
        });
        onWillUnmount(() => {
            this.hidup = false;
        });
    }

    async muat(nomor = this.nomor) {
        this.nomor = nomor;
        if (!nomor) {
            this.state.status = "baru";
            return;
        }
        try {
            const data = await this.orm.call("hr.employee", "get_riwayat", [
                [nomor],
                this.props.bagian,
            ]);
            if (this.hidup && this.nomor === nomor) {
                this.state.jenis = data.jenis;
                this.state.menunggu = data.menunggu;
                this.state.status = "siap";
            }
        } catch (error) {
            if (this.hidup) {
                this.state.status = "gagal";
            }
            throw error;
        }
    }

    async muatSemua(jenis) {
        const data = await this.orm.call("hr.employee", "get_riwayat", [
            [this.nomor],
            this.props.bagian,
            jenis.model,
        ]);
        if (this.hidup && data.jenis.length) {
            Object.assign(jenis, data.jenis[0]);
        }
    }

    get berisi() {
        return this.state.jenis.filter((j) => j.baris.length || j.boleh_tambah);
    }

    get kosong() {
        return this.state.jenis
            .filter((j) => !j.baris.length && !j.boleh_tambah)
            .map((j) => j.nama)
            .join(", ");
    }

    sisa(jenis) {
        return _t("Show all %s rows", jenis.jumlah);
    }

    warnaStatus(baris) {
        return WARNA_STATUS[baris.status] || "text-bg-secondary";
    }

    warnaDokumen(baris) {
        return WARNA_DOKUMEN[baris.dokumen.status] || "text-muted";
    }

    jalankan(aksi) {
        return this.action.doAction(aksi, { onClose: () => this.segarkan() });
    }

    async segarkan() {
        if (this.hidup) {
            await this.props.record.load();
            await this.muat();
        }
    }

    buka(jenis, baris) {
        return this.jalankan({
            type: "ir.actions.act_window",
            name: jenis.nama,
            res_model: jenis.model,
            res_id: baris.id,
            views: [[false, "form"]],
            target: "new",
        });
    }

    async isi(target) {
        const aksi = await this.orm.call("hr.employee", "action_isi", [
            [this.nomor],
            target,
        ]);
        await this.jalankan(aksi);
    }
}

registry.category("view_widgets").add("asn_riwayat_panel", {
    component: RiwayatPanel,
    extractProps: ({ options }) => ({ bagian: options.bagian }),
});
