import { Dialog } from "@web/core/dialog/dialog";
import { ActionDialog } from "@web/webclient/actions/action_dialog";

// The title of a dialog that has none of its own.
for (const jenis of [Dialog, ActionDialog]) {
    jenis.defaultProps.title = "ASN Terpadu";
}
