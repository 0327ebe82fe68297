import { ErrorDialog, WarningDialog } from "@web/core/errors/error_dialogs";
import { browser } from "@web/core/browser/browser";
import { patch } from "@web/core/utils/patch";
import { registry } from "@web/core/registry";
import { router } from "@web/core/browser/router";
import { useService } from "@web/core/utils/hooks";
import { _t } from "@web/core/l10n/translation";
import { Component } from "@odoo/owl";

const AKSI = "asn_tata_kelola.asn_laporan_gangguan_action_lapor";
/** An older error has nothing to do with the trouble any more. */
const UMUR_MS = 10 * 60 * 1000;
const terakhir = { teks: "", waktu: 0 };

function ingat(props) {
    const pesan = props.data?.message || props.message || "";
    terakhir.teks = [props.exceptionName || props.name, pesan].filter(Boolean).join(": ");
    terakhir.waktu = Date.now();
}

/**
 * Open the report with what helps to find the fault: page, record, browser,
 * screen and last error. The server cleans and keeps only what it knows.
 */
export function laporkan(action) {
    const kini = action.currentController;
    return action.doAction(AKSI, {
        additionalContext: {
            default_alamat: browser.location.pathname,
            default_halaman_model: kini?.action?.res_model || "",
            default_halaman_rekam: Number(router.current.resId) || 0,
            default_peramban: browser.navigator.userAgent,
            default_layar: `${browser.innerWidth} × ${browser.innerHeight}`,
            default_galat: Date.now() - terakhir.waktu < UMUR_MS ? terakhir.teks : "",
        },
    });
}

/** The lifebuoy in the bar of every page. */
export class TombolLapor extends Component {
    static template = "asn_tata_kelola.TombolLapor";
    static props = [];

    setup() {
        this.action = useService("action");
        this.judul = _t("Report Trouble (Laporkan Gangguan)");
    }

    onKlik() {
        laporkan(this.action);
    }
}

registry.category("systray").add("asn_tata_kelola.lapor", { Component: TombolLapor }, { sequence: 60 });

registry.category("user_menuitems").add("asn_tata_kelola.lapor", (env) => ({
    type: "item",
    id: "asn_lapor",
    description: _t("Report Trouble (Laporkan Gangguan)"),
    callback: () => laporkan(env.services.action),
    sequence: 15,
}));

patch(ErrorDialog.prototype, {
    setup() {
        super.setup(...arguments);
        ingat(this.props);
    },
    onLapor() {
        this.props.close();
        laporkan(this.env.services.action);
    },
});

patch(WarningDialog.prototype, {
    setup() {
        super.setup(...arguments);
        ingat(this.props);
    },
});
