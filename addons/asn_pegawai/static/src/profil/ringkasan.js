import {
    Component,
    onMounted,
    onWillUnmount,
    onWillUpdateProps,
    useEffect,
    useRef,
    useState,
} from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

import { Karier } from "./karier";

/**
 * The first page of a profile: what is missing, where somebody stands, what
 * comes next, and the career on one time axis.
 */
export class Ringkasan extends Component {
    static template = "asn_pegawai.Ringkasan";
    static components = { Karier };
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ status: "memuat", data: null, karier: null, mutu: null, buka: {} });
        this.hidup = true;
        this.saatTampak("karier", "get_karier");
        this.saatTampak("mutu", "get_mutu");
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
            const data = await this.orm.call("hr.employee", "get_ringkasan", [[nomor]]);
            if (!this.hidup || this.nomor !== nomor) {
                return;
            }
            Object.assign(this.state, { data, karier: null, mutu: null });
            this.state.status = "siap";
        } catch (error) {
            if (this.hidup) {
                this.state.status = "gagal";
            }
            throw error;
        }
    }

    /** Ask for a lower part when half of its place is in sight, once per person. */
    saatTampak(kunci, metode) {
        const tempat = useRef(kunci);
        useEffect(
            (el) => {
                if (!el) {
                    return;
                }
                const nomor = this.nomor;
                const pengamat = new IntersectionObserver(
                    (isi) => {
                        if (isi.some((satu) => satu.isIntersecting)) {
                            pengamat.disconnect();
                            this.susulkan(nomor, kunci, metode);
                        }
                    },
                    { threshold: 0.5 }
                );
                pengamat.observe(el);
                return () => pengamat.disconnect();
            },
            () => [tempat.el, this.state.data]
        );
    }

    async susulkan(nomor, kunci, metode) {
        const isi = await this.orm.call("hr.employee", metode, [[nomor]]);
        if (this.hidup && this.nomor === nomor) {
            this.state[kunci] = isi;
        }
    }

    get bagianKurang() {
        return this.state.data.kelengkapan.bagian.filter((b) => b.kurang.length);
    }

    warna(persen) {
        if (persen >= 90) {
            return "success";
        }
        return persen >= 60 ? "warning" : "danger";
    }

    teksKurang(bagian) {
        const jumlah = bagian.kurang.length;
        return jumlah ? _t("%s missing", jumlah) : _t("complete");
    }

    ganti(kode) {
        this.state.buka[kode] = !this.state.buka[kode];
    }

    /** Show the page of a group of this same form. */
    keHalaman(nama) {
        const tab = document.querySelector(
            `.o_asn_profil .o_notebook a.nav-link[name="${nama}"]`
        );
        tab?.click();
    }

    keMedan(nama) {
        this.keHalaman("pribadi");
        // The page is drawn in the next frame.
        requestAnimationFrame(() =>
            setTimeout(() => {
                const medan = document.querySelector(
                    `.o_asn_profil .tab-pane.active [name="${nama}"]`
                );
                medan?.scrollIntoView({ block: "center" });
                medan?.querySelector("input, textarea, select")?.focus();
            }, 50)
        );
    }

    async isi(kurang) {
        const [jenis, nama] = kurang.target.split(":");
        if (jenis === "medan" && this.state.data.cara === "langsung") {
            return this.keMedan(nama);
        }
        const aksi = await this.orm.call("hr.employee", "action_isi", [
            [this.nomor],
            kurang.target,
        ]);
        await this.action.doAction(aksi, { onClose: () => this.segarkan() });
    }

    bukaAksi(aksi) {
        return this.action.doAction(aksi, { onClose: () => this.segarkan() });
    }

    async segarkan() {
        if (this.hidup) {
            await this.props.record.load();
            await this.muat();
        }
    }
}

registry.category("view_widgets").add("asn_profil_ringkasan", { component: Ringkasan });
