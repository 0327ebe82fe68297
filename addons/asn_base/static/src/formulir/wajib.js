import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { Record } from "@web/model/relational_model/record";

/** Names the fields that are still missing, and goes to the first of them. */
patch(Record.prototype, {
    _displayInvalidFieldNotification() {
        const nama = [...this._invalidFields].map((f) => this.fields[f]?.string).filter(Boolean);
        if (!nama.length) {
            return super._displayInvalidFieldNotification();
        }
        // After the form has marked it.
        setTimeout(() => {
            document
                .querySelector(".o_field_invalid")
                ?.scrollIntoView({ block: "center", behavior: "instant" });
        });
        const teks = _t("Please fill in or correct: %s", [...new Set(nama)].join(", "));
        return this.model.notification.add(teks, { type: "danger" });
    },
});
