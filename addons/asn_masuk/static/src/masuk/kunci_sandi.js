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
        const tanya =
            cara === "daftar" ? passkeyLib.startRegistration : passkeyLib.startAuthentication;
        const gagal = this.el.querySelector(".o_asn_passkey_gagal");
        gagal.dataset.umum ||= gagal.textContent;
        gagal.classList.add("d-none");
        // The person may close the device's window, and a device may have no passkey;
        // what the server refuses, it explains.
        const jawaban = await this.waitFor(
            rpc(mulai)
                .then(tanya)
                .catch((salah) => {
                    gagal.textContent = salah.data?.message || gagal.dataset.umum;
                    return null;
                })
        );
        gagal.classList.toggle("d-none", Boolean(jawaban));
        if (jawaban) {
            this.el.querySelector("[name=webauthn_response]").value = JSON.stringify(jawaban);
            this.el.submit();
        }
    }
}

registry.category("public.interactions").add("asn_masuk.passkey", PasskeyLangkah);
