import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

// In the user's own menu, where people look for it.
registry.category("user_menuitems").add("asn_keamanan", (env) => ({
    type: "item",
    id: "asn_keamanan",
    description: _t("Account security"),
    callback: () => env.services.action.doAction("asn_masuk.keamanan_saya_action"),
    sequence: 45,
}));
