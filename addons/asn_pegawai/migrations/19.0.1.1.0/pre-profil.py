"""The profile form has new pages: its old extension would not fit any more."""


def migrate(cr, version):
    """Take the old extension away; the update makes the new one."""
    if not version:
        return
    cr.execute(
        """
        WITH lama AS (
            DELETE FROM ir_model_data
             WHERE module = 'asn_pegawai' AND model = 'ir.ui.view'
               AND name = 'hr_employee_view_form_riwayat'
            RETURNING res_id)
        DELETE FROM ir_ui_view USING lama WHERE ir_ui_view.id = lama.res_id
        """
    )
