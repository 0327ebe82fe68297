from odoo import fields, models


class AsnLaporanDataKembali(models.TransientModel):
    """Asks why a data report is given back."""

    _name = "asn.laporan.data.kembali"
    _description = "Give a Data Report Back"

    laporan_id = fields.Many2one("asn.laporan.data", "Report", required=True)
    alasan = fields.Text("Reason", required=True)

    def action_simpan(self):
        """Give the report back with the reason."""
        self.ensure_one()
        self.laporan_id.action_kembalikan(self.alasan)
        return {"type": "ir.actions.act_window_close"}
