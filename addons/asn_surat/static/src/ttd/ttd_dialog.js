import { Component, onMounted, useRef, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/**
 * Asks for the passphrase of a certificate and calls a method with it.
 *
 * The passphrase lives in the input only: it is not kept in the state of this
 * component, in the history of actions nor in any storage of the browser.
 */
export class TtdDialog extends Component {
    static template = "asn_surat.TtdDialog";
    static components = { Dialog };
    static props = {
        model: String,
        ids: Array,
        method: { type: String, optional: true },
        kwargs: { type: Object, optional: true },
        title: { type: String, optional: true },
        label: { type: String, optional: true },
        onDone: { type: Function, optional: true },
        close: Function,
    };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.input = useRef("sandi");
        this.state = useState({ busy: false, error: "", visible: false });
        onMounted(() => this.input.el.focus());
    }

    get title() {
        return this.props.title || _t("Sign electronically");
    }

    get label() {
        return this.props.label || _t("Sign");
    }

    get summary() {
        const count = this.props.ids.length;
        return count > 1 ? _t("%s letters will be signed with one passphrase.", count) : "";
    }

    async submit() {
        if (this.state.busy) {
            return;
        }
        const passphrase = this.input.el.value;
        if (!passphrase) {
            this.fail(_t("Please enter the passphrase of your certificate."));
            return;
        }
        this.state.busy = true;
        this.state.error = "";
        try {
            const result = await this.sign(passphrase);
            this.input.el.value = "";
            if (result === false) {
                this.state.busy = false;
                return;
            }
            this.props.close();
            await this.done(result);
        } catch (error) {
            if (!error.data || !error.data.message) {
                this.state.busy = false;
                throw error;
            }
            this.fail(error.data.message);
        }
    }

    /**
     * Call the method with the passphrase; several letters may need several calls.
     *
     * @returns {Promise} the server's answer, `false` when signing was stopped before
     * the last letter: the dialog then stays and asks for the passphrase again
     */
    sign(passphrase) {
        return this.orm.silent.call(
            this.props.model,
            this.props.method || "action_sign",
            [this.props.ids],
            { ...(this.props.kwargs || {}), passphrase }
        );
    }

    async done(result) {
        if (result && typeof result === "object" && result.type) {
            await this.action.doAction(result);
            return;
        }
        if (this.props.onDone) {
            await this.props.onDone();
        } else {
            await this.action.doAction({ type: "ir.actions.client", tag: "soft_reload" });
        }
    }

    fail(message) {
        this.state.busy = false;
        this.state.error = message;
        if (this.input.el) {
            this.input.el.value = "";
            // After the input has been enabled again.
            requestAnimationFrame(() => this.input.el && this.input.el.focus());
        }
    }
}

registry.category("actions").add("asn_surat.ttd", (env, action) => {
    const { model, ids, method, kwargs, title, label } = action.params;
    env.services.dialog.add(TtdDialog, { model, ids, method, kwargs, title, label });
});
