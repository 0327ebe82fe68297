import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Many2OneField, buildM2OFieldDescription } from "@web/views/fields/many2one/many2one_field";
import { UnggahDialog } from "./unggah";

/**
 * A Many2one to a document with a button that uploads or photographs a new one.
 *
 * Options: ``pegawai`` names the field with the holder, ``jenis`` the code of the
 * kind, ``jenis_field`` a field that holds it.
 */
export class UnggahDokumenField extends Component {
    static template = "asn_arsip.UnggahDokumenField";
    static components = { Many2OneField };
    static props = {
        ...Many2OneField.props,
        pegawai: { type: String, optional: true },
        jenis: { type: String, optional: true },
        jenisField: { type: String, optional: true },
    };

    setup() {
        this.dialog = useService("dialog");
        this.orm = useService("orm");
    }

    get m2oProps() {
        const { pegawai, jenis, jenisField, ...lain } = this.props;
        return lain;
    }

    get nilai() {
        return this.props.record.data;
    }

    unggah() {
        const { pegawai, jenis, jenisField, record, name } = this.props;
        this.dialog.add(UnggahDialog, {
            satu: true,
            employeeId: (pegawai && this.nilai[pegawai]?.id) || false,
            jenisKode: jenis || "",
            jenisId: (jenisField && this.nilai[jenisField]?.id) || false,
            onSelesai: async ([id]) => {
                const [dokumen] = await this.orm.read("asn.dokumen", [id], ["display_name"]);
                await record.update({ [name]: dokumen });
            },
        });
    }
}

registry.category("fields").add("asn_unggah_dokumen", {
    ...buildM2OFieldDescription(UnggahDokumenField),
    extractProps(staticInfo, dynamicInfo) {
        const dasar = buildM2OFieldDescription(UnggahDokumenField);
        return {
            ...dasar.extractProps(staticInfo, dynamicInfo),
            pegawai: staticInfo.options.pegawai,
            jenis: staticInfo.options.jenis,
            jenisField: staticInfo.options.jenis_field,
        };
    },
});
