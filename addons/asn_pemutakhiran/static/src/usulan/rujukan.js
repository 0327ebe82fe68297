import { _t } from "@web/core/l10n/translation";
import { Component, useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";

/** Chooses one entry of a list by typing a part of its name. */
export class Rujukan extends Component {
    static template = "asn_pemutakhiran.Rujukan";
    static components = { Many2XAutocomplete };
    static props = {
        model: String,
        teks: { type: String, optional: true },
        placeholder: { type: String, optional: true },
        onPilih: Function,
    };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ teks: this.props.teks || "" });
        this.petunjuk = this.props.placeholder || _t("Type a part of the name");
    }

    async pilih(rekam) {
        const satu = rekam && rekam[0];
        if (!satu) {
            this.state.teks = "";
            this.props.onPilih(false, "");
            return;
        }
        let nama = satu.display_name;
        if (!nama) {
            const [isi] = await this.orm.read(this.props.model, [satu.id], [
                "display_name",
            ]);
            nama = isi.display_name;
        }
        this.state.teks = nama;
        this.props.onPilih(satu.id, nama);
    }
}
