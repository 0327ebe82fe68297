import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { registry } from "@web/core/registry";
import { session } from "@web/session";
import { useService } from "@web/core/utils/hooks";
import { Component } from "@odoo/owl";

/**
 * In the gear menu of a form: what was changed in this record, by whom and when.
 */
export class RiwayatPerubahan extends Component {
    static template = "asn_audit.RiwayatPerubahan";
    static components = { DropdownItem };
    static props = {};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
    }

    async buka() {
        const { resModel, resId } = this.env.model.root;
        this.action.doAction(
            await this.orm.call("asn.jejak.perubahan", "action_rekaman", [resModel, resId])
        );
    }
}

registry.category("cogMenu").add("asn_audit.perubahan", {
    Component: RiwayatPerubahan,
    groupNumber: 20,
    isDisplayed: (env) =>
        env.config.viewType === "form" &&
        Boolean(env.model?.root?.resId) &&
        (session.asn_jejak || []).includes(env.model.root.resModel),
});
