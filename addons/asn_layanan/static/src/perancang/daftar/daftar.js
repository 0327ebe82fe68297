import { _t } from "@web/core/l10n/translation";
import { Component, useRef, useState } from "@odoo/owl";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";
import { useSortable } from "@web/core/utils/sortable_owl";
import { BagianForm } from "../bagian/bagian_form";
import { PustakaDialog } from "../pustaka/pustaka_dialog";
import { useService } from "@web/core/utils/hooks";

const MODEL = {
    pertanyaan: "asn.layanan.pertanyaan",
    dokumen: "asn.layanan.persyaratan",
    aturan: "asn.layanan.aturan",
    tahap: "asn.layanan.tahap",
};

/** The parts of one kind in order; the chosen one opens its editor in place. */
export class Daftar extends Component {
    static template = "asn_layanan.PerancangDaftar";
    static components = { BagianForm, Many2XAutocomplete };
    static props = {
        bagian: String,
        baris: Array,
        palet: Array,
        kosong: { type: String, optional: true },
        terpilih: { type: [Number, Boolean] },
        temuan: Object,
        ubah: Boolean,
        versiId: Number,
        onPilih: Function,
        onTambah: Function,
        onSalin: Function,
        onHapus: Function,
        onUrut: Function,
        onSejajar: Function,
    };

    setup() {
        this.dialog = useService("dialog");
        this.ref = useRef("daftar");
        this.state = useState({ dokumen: 0 });
        this.teks = { dokumen: _t("Document"), tambah: _t("Add a document …") };
        useSortable({
            ref: this.ref,
            enable: () => this.props.ubah,
            elements: ".o_asn_baris",
            handle: ".o_asn_pegangan",
            cursor: "grabbing",
            onDrop: ({ element, previous }) =>
                this.pindah(Number(element.dataset.id), Number(previous?.dataset.id || 0)),
        });
    }

    get model() {
        return MODEL[this.props.bagian];
    }

    get urut() {
        return this.props.baris.map((b) => b.id);
    }

    pindah(id, setelah) {
        const urut = this.urut.filter((i) => i !== id);
        urut.splice(setelah ? urut.indexOf(setelah) + 1 : 0, 0, id);
        return this.props.onUrut(urut);
    }

    async geser(id, arah) {
        const urut = this.urut;
        const dari = urut.indexOf(id);
        const ke = dari + arah;
        if (ke < 0 || ke >= urut.length) {
            return;
        }
        [urut[dari], urut[ke]] = [urut[ke], urut[dari]];
        await this.props.onUrut(urut);
        this.ref.el?.querySelector(`[data-id="${id}"] .o_asn_baris_judul`)?.focus();
    }

    tombol(ev, id) {
        if (!this.props.ubah || !ev.altKey) {
            return;
        }
        const arah = { ArrowUp: -1, ArrowDown: 1 }[ev.key];
        if (arah) {
            ev.preventDefault();
            this.geser(id, arah);
        }
    }

    tambahDokumen(pilihan) {
        const satu = pilihan && pilihan[0];
        if (satu) {
            this.state.dokumen++;
            return this.props.onTambah({ jenis_dokumen_id: satu.id });
        }
    }

    bukaPustaka() {
        this.dialog.add(PustakaDialog, { onPilih: (nilai) => this.props.onTambah(nilai) });
    }
}
