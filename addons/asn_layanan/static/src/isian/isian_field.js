import { _t } from "@web/core/l10n/translation";
import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { serializeDate } from "@web/core/l10n/dates";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { useService } from "@web/core/utils/hooks";
import { Isian } from "./isian";
import { IsianUnggah } from "./isian_unggah";

/** The answers of a request, with the questions of its service. */
export class IsianField extends Component {
    static template = "asn_layanan.IsianField";
    static components = { Isian };
    static props = { ...standardFieldProps };

    setup() {
        this.dialog = useService("dialog");
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
    }

    get record() {
        return this.props.record;
    }

    get pertanyaan() {
        return this.record.data.pertanyaan || [];
    }

    get daftar() {
        return this.record.data[this.props.name] || [];
    }

    get jawaban() {
        const hasil = {};
        for (const { name, type, value } of this.daftar) {
            hasil[name] = type === "date" && value ? serializeDate(value) : value;
        }
        return hasil;
    }

    /** The lines of the checklist that questions ask for, by code. */
    get berkas() {
        const hasil = {};
        for (const baris of this.record.data.berkas_ids?.records || []) {
            const { pertanyaan_kode, dokumen_label, dokumen_tersedia } = baris.data;
            if (pertanyaan_kode) {
                hasil[pertanyaan_kode] = {
                    id: baris.resId,
                    nama: dokumen_label || "",
                    ada: dokumen_tersedia,
                };
            }
        }
        return hasil;
    }

    ubah(kode, nilai) {
        const baru = this.daftar.map((satu) => {
            if (satu.name !== kode) {
                return { ...satu };
            }
            const tanggal = satu.type === "date" && nilai;
            return { ...satu, value: tanggal ? luxon.DateTime.fromISO(nilai) : nilai };
        });
        return this.record.update({ [this.props.name]: baru });
    }

    async unggah(tanya) {
        if (!(await this.record.save())) {
            return;
        }
        const berkas = this.berkas[tanya.kode];
        if (!berkas) {
            this.notification.add(_t("This document is not asked for any more."), {
                type: "warning",
            });
            return;
        }
        this.dialog.add(IsianUnggah, {
            judul: tanya.label,
            jenis: tanya.jenis_dokumen,
            onPilih: async (file, nama) => {
                await this.orm.write("asn.permohonan.berkas", [berkas.id], {
                    file,
                    nama_file: nama,
                });
                await this.record.load();
            },
        });
    }

    async buka(berkasId) {
        const aksi = await this.orm.call("asn.permohonan.berkas", "action_buka_dokumen", [
            [berkasId],
        ]);
        await this.action.doAction(aksi);
    }
}

registry.category("fields").add("asn_isian", {
    component: IsianField,
    supportedTypes: ["properties"],
    fieldDependencies: [
        { name: "pertanyaan", type: "json", readonly: true },
        { name: "versi_id", type: "many2one", relation: "asn.layanan.versi" },
    ],
});
