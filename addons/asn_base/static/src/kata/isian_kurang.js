import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { Record } from "@web/model/relational_model/record";

// Core says that fields are missing; they are there, marked red, and empty.
patch(Record.prototype, {
    _displayInvalidFieldNotification() {
        return this.model.notification.add(_t("Fill in first what is marked red"), {
            type: "danger",
        });
    },
});
