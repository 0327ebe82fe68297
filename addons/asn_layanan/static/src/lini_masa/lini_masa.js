import { _t } from "@web/core/l10n/translation";
import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Draws the steps of a request: what was done, who has it now, what comes. */
export class LiniMasa extends Component {
    static template = "asn_layanan.LiniMasa";
    static props = { ...standardFieldProps };

    get baris() {
        return this.props.record.data[this.props.name] || [];
    }

    get adaRencana() {
        return this.baris.some((b) => b.status === "menunggu");
    }

    get draf() {
        return this.props.record.data.state === "draft";
    }

    ikon(baris) {
        return (
            {
                selesai: "fa-check",
                berjalan: "fa-clock-o",
                menunggu: "fa-circle-o",
                gagal: "fa-times",
                alih: "fa-exchange",
            }[baris.status] || "fa-circle-o"
        );
    }

    kapasitas(baris) {
        return (
            { plt: "Plt.", plh: "Plh.", an: "a.n.", ub: "u.b." }[baris.kapasitas] || ""
        );
    }

    keterangan(baris) {
        if (baris.status === "menunggu") {
            if (!baris.hari_luar) {
                return baris.hari ? _t("%s working days", baris.hari) : "";
            }
            return _t("%(hari)s working days, then about %(luar)s at another body", {
                hari: baris.hari,
                luar: baris.hari_luar,
            });
        }
        return baris.label && baris.label !== baris.judul ? baris.label : "";
    }
}

registry.category("fields").add("asn_lini_masa", {
    component: LiniMasa,
    supportedTypes: ["json"],
});
