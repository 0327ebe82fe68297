import { Component, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { url } from "@web/core/utils/urls";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const PDF = "application/pdf";

/** Shows a document as it is: a PDF in the browser's reader, a picture as a picture. */
export class LihatBerkas extends Component {
    static template = "asn_arsip.LihatBerkas";
    static props = { id: Number, mimetype: { type: [String, Boolean] } };

    get adalahPdf() {
        return this.props.mimetype === PDF;
    }

    get alamat() {
        const isi = url("/web/content", {
            model: "asn.dokumen",
            field: "file",
            id: this.props.id,
        });
        return this.adalahPdf
            ? `/web/static/lib/pdfjs/web/viewer.html?file=${encodeURIComponent(isi)}`
            : isi;
    }
}

class LihatDokumenField extends Component {
    static template = xml`
        <LihatBerkas t-if="props.record.resId" id="props.record.resId"
            mimetype="props.record.data.mimetype" />`;
    static components = { LihatBerkas };
    static props = { ...standardFieldProps };
}

registry.category("fields").add("asn_lihat_dokumen", {
    component: LihatDokumenField,
    supportedTypes: ["binary"],
    fieldDependencies: [{ name: "mimetype", type: "char" }],
});

const IKON = {
    penting: "fa-exclamation-circle text-danger",
    perhatian: "fa-exclamation-triangle text-warning",
    info: "fa-info-circle text-info",
    baik: "fa-check-circle text-success",
};

/** Findings of the machine, the gravest first. */
export class DaftarTemuan extends Component {
    static template = "asn_arsip.DaftarTemuan";
    static props = { baris: Array };

    ikon(tingkat) {
        return IKON[tingkat] || "fa-circle-o";
    }
}

class TemuanField extends Component {
    static template = xml`<DaftarTemuan baris="baris" />`;
    static components = { DaftarTemuan };
    static props = { ...standardFieldProps };

    get baris() {
        return this.props.record.data[this.props.name].records.map((r) => ({
            id: r.resId,
            tingkat: r.data.tingkat,
            uraian: r.data.uraian,
        }));
    }
}

registry.category("fields").add("asn_temuan", {
    component: TemuanField,
    supportedTypes: ["one2many"],
    relatedFields: [
        { name: "tingkat", type: "selection", readonly: true },
        { name: "uraian", type: "char", readonly: true },
    ],
});

/** Where a document is used, each with a way there. */
class PemakaianField extends Component {
    static template = "asn_arsip.Pemakaian";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
    }

    get nilai() {
        return this.props.record.data[this.props.name] || { baris: [], tersembunyi: 0 };
    }

    buka(baris) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: baris.model,
            res_id: baris.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("fields").add("asn_pemakaian", {
    component: PemakaianField,
    supportedTypes: ["json"],
});
