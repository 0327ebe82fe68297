import { Component, useRef } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** Shows a new key of a consumer, this once: it is stored nowhere. */
class KunciDialog extends Component {
    static template = "asn_berbagi.KunciDialog";
    static components = { Dialog };
    static props = { kunci: String, nama: String, close: Function };

    setup() {
        this.notification = useService("notification");
        this.input = useRef("kunci");
    }

    get title() {
        return _t("New key for %s", this.props.nama);
    }

    async copy() {
        try {
            await browser.navigator.clipboard.writeText(this.props.kunci);
            this.notification.add(_t("Copied."), { type: "success" });
        } catch {
            // Without permission for the clipboard the text is selected to copy by hand.
            this.input.el.select();
        }
    }
}

registry.category("actions").add("asn_berbagi.kunci", async (env, action) => {
    const { kunci, nama } = action.params;
    await new Promise((resolve) =>
        env.services.dialog.add(KunciDialog, { kunci, nama }, { onClose: resolve })
    );
    return { type: "ir.actions.client", tag: "soft_reload" };
});
