import { Component, onWillDestroy, onWillStart, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useBus, useService } from "@web/core/utils/hooks";

const JEDA_MS = 60000;

/** Bell with the number of unread notices. */
export class Pemberitahuan extends Component {
    static template = "asn_layanan.Pemberitahuan";
    static props = {};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ jumlah: 0, tampil: false });
        this.terakhir = 0;
        useBus(this.env.bus, "ACTION_MANAGER:UI-UPDATED", () => this.muat(5000));
        const pewaktu = setInterval(() => this.muat(JEDA_MS), JEDA_MS * 2);
        onWillDestroy(() => clearInterval(pewaktu));
        onWillStart(async () => {
            this.state.tampil = await user.hasGroup("asn_base.group_pegawai");
            this.muat(0);
        });
    }

    async muat(jeda) {
        if (!this.state.tampil || Date.now() - this.terakhir < jeda || document.hidden) {
            return;
        }
        this.terakhir = Date.now();
        try {
            this.state.jumlah = await this.orm.silent.call(
                "asn.pemberitahuan",
                "get_jumlah",
                []
            );
        } catch {
            // Offline or logged out: the next page tells, the bell stays as it is.
        }
    }

    get label() {
        return this.state.jumlah > 99 ? "99+" : String(this.state.jumlah);
    }

    buka() {
        this.action.doAction("asn_layanan.asn_pemberitahuan_action", {
            clearBreadcrumbs: true,
        });
    }
}

registry
    .category("systray")
    .add("asn_layanan.Pemberitahuan", { Component: Pemberitahuan }, { sequence: 22 });
