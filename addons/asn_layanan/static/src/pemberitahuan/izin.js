import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

/** Ask the browser for leave to show notices; core then registers the device. */
async function izinkanPush(env) {
    const beritahu = (pesan, type) => env.services.notification.add(pesan, { type });
    if (!browser.Notification || !browser.navigator.serviceWorker) {
        beritahu(_t("This browser cannot receive push notices."), "warning");
        return;
    }
    const jawab = await browser.Notification.requestPermission();
    if (jawab === "granted") {
        beritahu(_t("This device now receives notices."), "success");
    } else {
        beritahu(
            _t("The browser does not allow it. Change it in the settings of the site."),
            "warning"
        );
    }
}

registry.category("actions").add("asn_layanan.izinkan_push", izinkanPush);
