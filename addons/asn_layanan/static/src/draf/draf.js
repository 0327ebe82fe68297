import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The steps of a draft; those passed can be clicked. Saves what was filled in. */
export class LangkahDraf extends Component {
    static template = "asn_layanan.LangkahDraf";
    static props = { ...standardFieldProps };

    get langkah() {
        const { fields, data } = this.props.record;
        const nilai = data[this.props.name];
        const pilihan = fields[this.props.name].selection;
        const kini = pilihan.findIndex(([kode]) => kode === nilai);
        return pilihan.map(([kode, label], nomor) => ({
            kode,
            label,
            nomor: nomor + 1,
            aktif: nomor === kini,
            lewat: nomor < kini,
        }));
    }

    async ke(langkah) {
        if (langkah.lewat) {
            await keLangkah(this.props.record, this.props.name, langkah.kode);
        }
    }
}

async function keLangkah(record, name, kode) {
    await record.update({ [name]: kode });
    await record.save();
}

registry.category("fields").add("asn_langkah_draf", {
    component: LangkahDraf,
    supportedTypes: ["selection"],
});

/** "Check your answers": everything that will be sent, each part with a way back. */
export class LembarPeriksa extends Component {
    static template = "asn_layanan.LembarPeriksa";
    static props = { ...standardFieldProps };

    get lembar() {
        return this.props.record.data[this.props.name];
    }

    get bisaUbah() {
        return this.props.record.data.state === "draft";
    }

    /** What stops the request, then what a person looks at; the rest is folded. */
    get belum() {
        const urut = { gagal: 0, manual: 1 };
        return this.lembar.syarat
            .filter((s) => s.hasil !== "lulus")
            .sort((a, b) => (urut[a.hasil] ?? 2) - (urut[b.hasil] ?? 2));
    }

    get lulus() {
        return this.lembar.syarat.filter((s) => s.hasil === "lulus");
    }

    get kurang() {
        return this.lembar.isian.some((i) => i.salah) || this.lembar.dokumen.some((d) => d.kurang) || this.lembar.syarat.some((s) => s.blokir);
    }

    ubah(kode) {
        return keLangkah(this.props.record, "langkah", kode);
    }
}

registry.category("fields").add("asn_lembar_periksa", {
    component: LembarPeriksa,
    supportedTypes: ["json"],
});
