import { odooExceptionTitleMap } from "@web/core/errors/error_dialogs";
import { _t } from "@web/core/l10n/translation";

// The words of the framework ("Invalid Operation") name its classes and help nobody.
odooExceptionTitleMap.set("odoo.exceptions.UserError", _t("This cannot be done"));
odooExceptionTitleMap.set("odoo.exceptions.ValidationError", _t("Please correct this"));
odooExceptionTitleMap.set("odoo.exceptions.AccessError", _t("This is not permitted"));
