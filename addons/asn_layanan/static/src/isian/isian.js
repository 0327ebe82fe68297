import { _t } from "@web/core/l10n/translation";
import { Component, useState } from "@odoo/owl";
import { DateTimeInput } from "@web/core/datetime/datetime_input";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";
import { useService } from "@web/core/utils/hooks";
import { angka, bacaAngka, galat, kosong, perBagian, tampak, terbaca } from "./isian_aturan";

let nomor = 0;

/**
 * Draws the questions of a form with their answers: to fill in, or to read.
 *
 * Used by the applicant, by officials and by the preview of the builder, so that
 * all of them see the same form.
 */
export class Isian extends Component {
    static template = "asn_layanan.Isian";
    static components = { DateTimeInput, Many2XAutocomplete };
    static props = {
        pertanyaan: Array,
        jawaban: Object,
        baca: { type: Boolean, optional: true },
        onUbah: { type: Function, optional: true },
        berkas: { type: Object, optional: true },
        onUnggah: { type: Function, optional: true },
        onBuka: { type: Function, optional: true },
    };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ galat: {} });
        this.awalan = `asn_isian_${++nomor}`;
        this.petunjukOrang = _t("Type a part of the name");
    }

    get bagian() {
        return perBagian(tampak(this.props.pertanyaan, this.props.jawaban));
    }

    nilai(tanya) {
        return this.props.jawaban[tanya.kode];
    }

    teks(tanya) {
        return terbaca(tanya, this.nilai(tanya));
    }

    terisi(tanya) {
        return !kosong(this.nilai(tanya));
    }

    lebar(tanya) {
        const lebar = ["teks_panjang", "dokumen", "pilihan_ganda"].includes(tanya.jenis);
        return lebar || (tanya.pilihan || []).length > 4 ? "o_asn_isian_lebar" : "";
    }

    sebaris(tanya) {
        return tanya.pilihan.length <= 4;
    }

    angkaTeks(tanya) {
        return this.terisi(tanya) ? angka(this.nilai(tanya)) : "";
    }

    tanggal(tanya) {
        const nilai = this.nilai(tanya);
        return nilai ? luxon.DateTime.fromISO(nilai) : false;
    }

    ubah(tanya, nilai) {
        this.state.galat[tanya.kode] = galat(tanya, nilai);
        this.props.onUbah?.(tanya.kode, nilai);
    }

    ubahAngka(tanya, ev) {
        const nilai = bacaAngka(ev.target.value);
        if (ev.target.value.trim() && nilai === null) {
            this.state.galat[tanya.kode] = _t("A number, please.");
            return;
        }
        const bulat = tanya.jenis === "bilangan" && nilai !== null;
        this.ubah(tanya, bulat ? Math.round(nilai) : (nilai ?? false));
        ev.target.value = nilai === null ? "" : angka(bulat ? Math.round(nilai) : nilai);
    }

    ubahTanggal(tanya, tanggal) {
        this.ubah(tanya, tanggal ? tanggal.toISODate() : false);
    }

    pilihGanda(tanya, kunci) {
        const lama = this.nilai(tanya) || [];
        const baru = lama.includes(kunci)
            ? lama.filter((k) => k !== kunci)
            : [...lama, kunci];
        this.ubah(tanya, baru);
    }

    async pilihOrang(tanya, pilihan) {
        const satu = pilihan && pilihan[0];
        if (!satu) {
            this.ubah(tanya, false);
            return;
        }
        let nama = satu.display_name;
        if (!nama) {
            const [isi] = await this.orm.read("hr.employee.public", [satu.id], [
                "display_name",
            ]);
            nama = isi.display_name;
        }
        this.ubah(tanya, { id: satu.id, display_name: nama });
    }

    berkas(tanya) {
        return this.props.berkas?.[tanya.kode] || {};
    }
}
