import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

const JENIS = ["kartu", "angka", "daftar", "garis_waktu", "kosong"];
const IKON_STATUS = {
    selesai: "fa-check",
    berjalan: "fa-circle",
    menunggu: "fa-circle-o",
    gagal: "fa-times",
};

/**
 * Home page of every role. The server says what to show; this only draws the
 * kinds of section listed above.
 */
export class Beranda extends Component {
    static template = "asn_base.Beranda";
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ status: "memuat", data: null });
        this.hidup = true;
        this.teks = {
            semua: _t("See all"),
            buka: _t("Open"),
            mulai: _t("Begin"),
            kosong: _t("Nothing here yet."),
        };
        this.env.config?.setDisplayName?.(_t("Home (Beranda)"));
        // Drawn at once with placeholders; the data follows.
        onMounted(() => this.muat());
        onWillUnmount(() => {
            this.hidup = false;
        });
    }

    async muat() {
        this.state.status = "memuat";
        try {
            const data = await this.orm.call("asn.beranda", "get_data", []);
            if (this.hidup) {
                this.state.data = data;
                this.state.status = "siap";
            }
        } catch (error) {
            if (this.hidup) {
                this.state.status = "gagal";
            }
            throw error;
        }
    }

    bagian(lebar) {
        return this.state.data.bagian.filter(
            (b) => JENIS.includes(b.jenis) && (b.lebar || "utama") === lebar
        );
    }

    template(bagian) {
        return `asn_base.Beranda.${bagian.jenis}`;
    }

    ikonStatus(status) {
        return IKON_STATUS[status] || IKON_STATUS.menunggu;
    }

    buka(aksi) {
        if (aksi) {
            this.action.doAction(aksi);
        }
    }
}

registry.category("actions").add("asn_base.beranda", Beranda);
