import { WarningDialog } from "@web/core/errors/error_dialogs";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

/**
 * The letter's own errors as plain messages. The client looks dialogs up by the
 * class name of the server's error; unknown names get a technical traceback.
 */
class GalatSuratDialog extends WarningDialog {
    inferTitle() {
        return _t("The letter was not made");
    }
}

for (const name of ["ErrorTTD", "ErrorSandi"]) {
    registry
        .category("error_dialogs")
        .add(`odoo.addons.asn_surat.galat.${name}`, GalatSuratDialog);
}
