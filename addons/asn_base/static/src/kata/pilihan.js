import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { Many2XAutocomplete } from "@web/views/fields/relational_utils";

/** Odoo's Indonesian calls every record a document, also when a person is sought. */
patch(Many2XAutocomplete.prototype, {
    buildNoRecordsSuggestion() {
        return { ...super.buildNoRecordsSuggestion(...arguments), label: _t("Nothing found") };
    },
});
