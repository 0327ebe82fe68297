import { ExportDataDialog } from "@web/views/view_dialogs/export_data_dialog";
import { ExportAll } from "@web/views/list/export_all/export_all";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { patch } from "@web/core/utils/patch";
import { user } from "@web/core/user";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { onWillStart } from "@odoo/owl";

/**
 * The export dialog asks for the purpose and, from Administrator Sistem, for
 * the data-use request. Both are only told to the server, which decides.
 */
patch(ExportDataDialog.prototype, {
    setup() {
        super.setup(...arguments);
        this.state.tujuan = "";
        this.state.permintaanId = 0;
        this.permintaan = [];
        onWillStart(async () => {
            if (await user.hasGroup("asn_base.group_admin_sistem")) {
                this.permintaan = await this.orm.searchRead(
                    "asn.permintaan.data",
                    [["state", "=", "disetujui"]],
                    ["display_name", "penerima"],
                    { limit: 80 }
                );
            }
        });
    },

    onTujuan(ev) {
        this.state.tujuan = ev.target.value;
    },

    onPermintaan(ev) {
        this.state.permintaanId = Number(ev.target.value);
    },

    async onClickExportButton() {
        const konteks = this.props.root.context;
        konteks.asn_tujuan = this.state.tujuan;
        konteks.asn_permintaan_id = this.state.permintaanId || false;
        try {
            return await super.onClickExportButton(...arguments);
        } finally {
            delete konteks.asn_tujuan;
            delete konteks.asn_permintaan_id;
            this.state.disabled = false;
        }
    },
});

/** Exporting everything at once is preceded by the same warning. */
patch(ExportAll.prototype, {
    setup() {
        super.setup(...arguments);
        this.dialogAsn = useService("dialog");
    },

    async onDirectExportData() {
        const lanjut = () => super.onDirectExportData();
        this.dialogAsn.add(ConfirmationDialog, {
            title: _t("Export Data"),
            body: _t(
                "The export is recorded under your name and the file carries its code. Who hands personnel data on without permission is liable to disciplinary and criminal sanctions (Pasal 17; UU 27/2022)."
            ),
            confirmLabel: _t("Export"),
            confirm: lanjut,
            cancelLabel: _t("Cancel"),
            cancel: () => {},
        });
    },
});
