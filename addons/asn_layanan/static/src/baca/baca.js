import { Component, onWillUnmount, useEffect, useExternalListener, useState, useSubEnv } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { rpcBus } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { CallbackRecorder } from "@web/search/action_hook";
import { listView } from "@web/views/list/list_view";
import { ListController } from "@web/views/list/list_controller";
import { getDefaultConfig, View } from "@web/views/view";

/** Below this width there is no room for two columns: rows open as always. */
const LEBAR = "(min-width: 1200px)";
const INGATAN = "asn_layanan.panel_baca";

/** The form of one request, beside the list that it was chosen from. */
class PanelBaca extends Component {
    static template = "asn_layanan.PanelBaca";
    static components = { View };
    static props = { resModel: String, resId: Number, context: Object };

    setup() {
        // A view of its own: it must not rename the page nor keep it from being left.
        useSubEnv({ config: getDefaultConfig() });
        this.catatan = new CallbackRecorder();
    }

    get viewProps() {
        return {
            type: "form",
            resModel: this.props.resModel,
            resId: this.props.resId,
            context: this.props.context,
            display: { controlPanel: false },
            preventCreate: true,
            __beforeLeave__: this.catatan,
        };
    }
}

/**
 * A list with a reading pane: the row under the cursor is shown on the right.
 *
 * Arrow keys (or j and k) go from one request to the next without leaving the
 * list. After a decision the list is read anew and the next request is shown.
 */
export class DaftarBacaController extends ListController {
    static template = "asn_layanan.DaftarBaca";
    static components = { ...ListController.components, PanelBaca };

    setup() {
        super.setup();
        const media = browser.matchMedia(LEBAR);
        this.baca = useState({
            lebar: media.matches,
            nyala: browser.localStorage.getItem(INGATAN) !== "0",
            id: Number(browser.sessionStorage.getItem(this.kunci)) || false,
        });
        const ubah = () => (this.baca.lebar = media.matches);
        media.addEventListener("change", ubah);
        const jawaban = ({ detail }) => this.sesudahTombol(detail);
        rpcBus.addEventListener("RPC:RESPONSE", jawaban);
        onWillUnmount(() => {
            media.removeEventListener("change", ubah);
            rpcBus.removeEventListener("RPC:RESPONSE", jawaban);
        });
        useExternalListener(window, "keydown", (ev) => this.tombol(ev), { capture: true });
        useEffect(
            () => {
                browser.sessionStorage.setItem(this.kunci, this.baca.id || "");
                this.tandai();
            },
            () => [this.baca.id, this.terbuka, this.model.root.records]
        );
    }

    /** Where this window remembers which request was read last in this list. */
    get kunci() {
        return `${INGATAN}.${this.env.config.actionId || this.props.resModel}`;
    }

    get daftar() {
        return this.model.useSampleModel || this.model.root.isGrouped ? [] : this.model.root.records;
    }

    get terbuka() {
        return this.baca.lebar && this.baca.nyala && !this.env.inDialog && this.daftar.length > 0;
    }

    /** The request shown: the chosen one, else the first of the list. */
    get dibaca() {
        const ada = this.daftar.find((r) => r.resId === this.baca.id);
        return (ada || this.daftar[0]).resId;
    }

    get className() {
        return `${super.className} ${this.terbuka ? "o_asn_baca_terbuka" : ""}`;
    }

    async openRecord(record, options = {}) {
        if (this.terbuka && !options.newWindow && !options.force) {
            this.baca.id = record.resId;
            return;
        }
        return super.openRecord(record, options);
    }

    bukaPenuh() {
        const record = this.daftar.find((r) => r.resId === this.dibaca);
        return super.openRecord(record);
    }

    alih() {
        this.baca.nyala = !this.baca.nyala;
        browser.localStorage.setItem(INGATAN, this.baca.nyala ? "1" : "0");
    }

    tombol(ev) {
        const langkah = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[ev.key];
        const lain = ev.altKey || ev.ctrlKey || ev.metaKey || ev.shiftKey;
        if (!langkah || lain || !this.terbuka || !this.bolehTombol(ev)) {
            return;
        }
        ev.preventDefault();
        ev.stopPropagation();
        const kini = this.daftar.findIndex((r) => r.resId === this.dibaca);
        const tujuan = this.daftar[kini + langkah];
        if (tujuan) {
            this.baca.id = tujuan.resId;
            this.rootRef.el.querySelector(".o_list_renderer").focus({ preventScroll: true });
        }
    }

    /** Keys belong to the list unless somebody types or works in the request. */
    bolehTombol({ target, key }) {
        if (document.querySelector(".modal, .o_popover, .o-dropdown--menu")) {
            return false;
        }
        if (target.matches?.(".o_searchview_input")) {
            // The page opens with the cursor there; letters are words to look for.
            return key.startsWith("Arrow") && !target.value;
        }
        return (
            target === document.body ||
            (target.closest?.(".o_list_renderer") && !target.matches("input:not([type=checkbox])"))
        );
    }

    /** Show which row is read, and keep it in sight. */
    tandai() {
        const tabel = this.rootRef.el?.querySelector(".o_list_renderer");
        tabel?.querySelector(".o_asn_dibaca")?.classList.remove("o_asn_dibaca");
        if (!tabel || !this.terbuka) {
            return;
        }
        const record = this.daftar.find((r) => r.resId === this.dibaca);
        const baris = tabel.querySelector(`.o_data_row[data-id="${record.id}"]`);
        baris?.classList.add("o_asn_dibaca");
        baris?.scrollIntoView({ block: "nearest" });
    }

    /** A button in the pane decided: the list is another one now. */
    async sesudahTombol({ settings, data, error }) {
        const { model = "", method = "" } = data?.params || {};
        const tombol = model.startsWith("asn.permohonan") && method.startsWith("action_");
        if (!this.terbuka || !tombol || error || settings?.silent) {
            return;
        }
        const kini = this.daftar.findIndex((r) => r.resId === this.dibaca);
        await this.model.root.load();
        if (!this.daftar.some((r) => r.resId === this.baca.id)) {
            const berikut = this.daftar[Math.min(kini, this.daftar.length - 1)];
            this.baca.id = berikut ? berikut.resId : false;
        }
    }
}

registry.category("views").add("asn_daftar_baca", {
    ...listView,
    Controller: DaftarBacaController,
});
