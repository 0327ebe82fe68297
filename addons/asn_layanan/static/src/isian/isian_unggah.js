import { Component, useRef, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { adalahGambar, bacaBase64, kecilkan } from "@asn_arsip/unggah/gambar";

/** Takes one file for a question of the form. */
export class IsianUnggah extends Component {
    static template = "asn_layanan.IsianUnggah";
    static components = { Dialog };
    static props = {
        close: Function,
        judul: String,
        jenis: String,
        format: { type: String, optional: true },
        onPilih: Function,
    };
    static defaultProps = { format: "PDF, JPG, PNG" };

    setup() {
        this.input = useRef("berkas");
        this.state = useState({ sibuk: false });
    }

    pilih() {
        this.input.el.click();
    }

    async dipilih(ev) {
        const [berkas] = ev.target.files;
        if (!berkas) {
            return;
        }
        this.state.sibuk = true;
        try {
            const baca = adalahGambar(berkas) ? kecilkan : bacaBase64;
            await this.props.onPilih(await baca(berkas), berkas.name);
            this.props.close();
        } finally {
            this.state.sibuk = false;
            ev.target.value = "";
        }
    }
}
