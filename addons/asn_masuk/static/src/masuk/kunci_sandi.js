import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";
import { rpc } from "@web/core/network/rpc";
import * as passkeyLib from "@auth_passkey/../lib/simplewebauthn";

// Registers or uses a passkey on a step before the session, then sends the form.
export class PasskeyLangkah extends Interaction {
    static selector = "form.o_asn_passkey";
    dynamicContent = {
        _root: { "t-on-submit": this.onSubmit },
    };

    async onSubmit(ev) {
        ev.preventDefault();
        const { mulai, cara } = this.el.dataset;
        const pilihan = await this.waitFor(rpc(mulai));
        const tanya =
            cara === "daftar" ? passkeyLib.startRegistration : passkeyLib.startAuthentication;
        // The person may close the device's window: the page stays as it is.
        const jawaban = await this.waitFor(tanya(pilihan).catch(() => null));
        if (jawaban) {
            this.el.querySelector("[name=webauthn_response]").value = JSON.stringify(jawaban);
            this.el.submit();
        }
    }
}

registry.category("public.interactions").add("asn_masuk.passkey", PasskeyLangkah);
