import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { X2ManyField, x2ManyField } from "@web/views/fields/x2many/x2many_field";
import { IsianUnggah } from "../isian/isian_unggah";

/** The documents of a request: cards to fill in or on a telephone, else the list. */
export class BerkasField extends X2ManyField {
    static template = "asn_layanan.BerkasField";

    setup() {
        super.setup();
        this.dialog = useService("dialog");
        this.orm = useService("orm");
    }

    get kartu() {
        return this.bisaUnggah || this.env.isSmall;
    }

    get bisaUnggah() {
        return !this.props.readonly;
    }

    get bisaPeriksa() {
        return this.props.record.data.can_decide;
    }

    get daftarBerkas() {
        return this.list.records.map((baris) => {
            const isi = baris.data;
            // What a condition asks for is on the list only while the condition holds.
            const opsional = isi.wajib === "opsional";
            const arti = opsional ? "opsional" : "wajib";
            const wajib = baris.fields.wajib.selection.find(([kode]) => kode === arti);
            return {
                id: baris.resId,
                baris,
                judul: isi.jenis_dokumen_id.display_name,
                opsional,
                wajib: wajib ? wajib[1] : "",
                syarat: [isi.format_file, isi.ukuran_file ? `≤\u00a0${isi.ukuran_file}\u00a0MB` : ""]
                    .filter(Boolean)
                    .join(" · "),
                bantuan: isi.bantuan || "",
                contoh: isi.contoh_url || "",
                ada: isi.dokumen_tersedia,
                nama: isi.dokumen_label || "",
                lama: isi.kedaluwarsa,
                verdict: isi.verdict,
                catatan: isi.catatan || "",
            };
        });
    }

    ikon(b) {
        if (b.verdict === "tidak_ok" || b.lama) {
            return "fa-exclamation-circle text-danger";
        }
        if (b.ada) {
            return "fa-check-circle text-success";
        }
        return b.opsional ? "fa-circle-o text-muted" : "fa-circle-o text-danger";
    }

    async unggah(b) {
        const { record } = this.props;
        if (!(await record.save())) {
            return;
        }
        this.dialog.add(IsianUnggah, {
            judul: b.judul,
            jenis: b.judul,
            format: b.syarat || undefined,
            onPilih: async (file, nama) => {
                const isi = { file, nama_file: nama };
                await this.orm.write("asn.permohonan.berkas", [b.id], isi);
                await record.load();
            },
        });
    }

    async tombol(b, nama) {
        const aksi = await this.orm.call("asn.permohonan.berkas", nama, [[b.id]]);
        if (aksi && aksi.type) {
            await this.action.doAction(aksi);
        } else {
            await this.props.record.load();
        }
    }
}

registry.category("fields").add("asn_berkas", { ...x2ManyField, component: BerkasField });
