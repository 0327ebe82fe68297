import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** The figures of asn.keadaan.sistem, the worst ones marked by colour and word. */
export class KeadaanSistem extends Component {
    static template = "asn_tata_kelola.KeadaanSistem";
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ data: null });
        this.sikap = {
            baik: { teks: _t("Good"), kelas: "success", ikon: "fa-check-circle" },
            perhatian: { teks: _t("Look at it"), kelas: "warning", ikon: "fa-exclamation-circle" },
            gawat: { teks: _t("Act now"), kelas: "danger", ikon: "fa-times-circle" },
        };
        this.env.config?.setDisplayName?.(_t("State of the System (Keadaan Sistem)"));
        onWillStart(() => this.muat());
    }

    async muat() {
        this.state.data = await this.orm.call("asn.keadaan.sistem", "get_data", []);
    }

    buka(satu) {
        if (satu.aksi) {
            this.action.doAction(satu.aksi);
        }
    }
}

registry.category("actions").add("asn_tata_kelola.keadaan_sistem", KeadaanSistem);
