import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { DomainSelectorDialog } from "@web/core/domain_selector_dialog/domain_selector_dialog";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { useService } from "@web/core/utils/hooks";

/** The parameters of a rule from the library, each with a fitting input. */
export class NilaiAturan extends Component {
    static template = "asn_layanan.NilaiAturan";
    static components = { Many2XAutocomplete };
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.petunjuk = _t("Type a part of the name");
        this.state = useState({ pustaka: [], nama: {}, putar: 0 });
        onWillStart(async () => {
            this.state.pustaka = await this.orm.call(
                "asn.layanan.pustaka",
                "get_daftar",
                []
            );
            await this.muatNama();
        });
        onWillUpdateProps(() => this.muatNama());
    }

    get jenis() {
        const { pustaka } = this.props.record.data;
        return this.state.pustaka.find((p) => p.jenis === pustaka);
    }

    get parameter() {
        return this.jenis?.parameter || [];
    }

    get semua() {
        return this.props.record.data[this.props.name] || {};
    }

    nilai(p) {
        return this.semua[p.nama] ?? p.bawaan ?? (p.banyak ? [] : "");
    }

    kodeModel(p) {
        return p.model === "asn.layanan" ? "code" : "kode";
    }

    daftar(p) {
        const nilai = this.nilai(p);
        return Array.isArray(nilai) ? nilai : nilai ? [nilai] : [];
    }

    sebut(p, kode) {
        return this.state.nama[`${p.model}/${kode}`] || kode;
    }

    async muatNama() {
        for (const p of this.parameter.filter((p) => p.jenis === "rekaman")) {
            const kurang = this.daftar(p).filter((k) => !this.state.nama[`${p.model}/${k}`]);
            if (!kurang.length) {
                continue;
            }
            const kolom = this.kodeModel(p);
            const baris = await this.orm.searchRead(
                p.model,
                [[kolom, "in", kurang]],
                [kolom, "display_name"]
            );
            for (const satu of baris) {
                this.state.nama[`${p.model}/${satu[kolom]}`] = satu.display_name;
            }
        }
    }

    simpan(p, nilai) {
        return this.props.record.update({
            [this.props.name]: { ...this.semua, [p.nama]: nilai },
        });
    }

    ubahAngka(p, ev) {
        const angka = Number(ev.target.value.replace(",", "."));
        if (ev.target.value.trim() && Number.isFinite(angka)) {
            return this.simpan(p, angka);
        }
        ev.target.value = this.nilai(p);
    }

    pilihBanyak(p, nilai) {
        const lama = this.daftar(p);
        return this.simpan(
            p,
            lama.includes(nilai) ? lama.filter((n) => n !== nilai) : [...lama, nilai]
        );
    }

    async tambahRekaman(p, pilihan) {
        const satu = pilihan && pilihan[0];
        if (!satu) {
            return;
        }
        const kolom = this.kodeModel(p);
        const [isi] = await this.orm.read(p.model, [satu.id], [kolom, "display_name"]);
        this.state.nama[`${p.model}/${isi[kolom]}`] = isi.display_name;
        this.state.putar++;
        const baru = p.banyak ? [...new Set([...this.daftar(p), isi[kolom]])] : isi[kolom];
        await this.simpan(p, baru);
    }

    buangRekaman(p, kode) {
        return this.simpan(
            p,
            p.banyak ? this.daftar(p).filter((k) => k !== kode) : false
        );
    }

    bukaDomain(p) {
        this.dialog.add(DomainSelectorDialog, {
            resModel: p.model || "hr.employee",
            domain: this.nilai(p) || "[]",
            isDebugMode: false,
            title: p.label,
            onConfirm: (domain) => this.simpan(p, domain),
        });
    }
}

registry.category("fields").add("asn_nilai_aturan", {
    component: NilaiAturan,
    supportedTypes: ["json"],
    fieldDependencies: [{ name: "pustaka", type: "selection", readonly: true }],
});
