from odoo import api, fields, models


class AsnPermohonanTindak(models.TransientModel):
    """A leave that has begun ends earlier by recall (panggil kembali, CUTI-05)."""

    _inherit = "asn.permohonan.tindak"

    is_cuti_berjalan = fields.Boolean(compute="_compute_cuti_berjalan")
    hari_terakhir = fields.Date(
        "Last Day Taken",
        help="Recall (panggil kembali): the last day really taken. The rest goes back"
        " to the employee (CUTI-05).",
    )

    @api.depends("permohonan_id")
    def _compute_cuti_berjalan(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for dialog in self:
            mulai = dialog.permohonan_id.jenis_cuti and (
                dialog.permohonan_id.tanggal_mulai
            )
            dialog.is_cuti_berjalan = bool(mulai) and mulai <= hari_ini

    def action_mulai(self):
        """Put the last day taken into the draft of a recall."""
        aksi = super().action_mulai()
        if self.is_cuti_berjalan and self.jenis == "penggantian" and self.hari_terakhir:
            baru = self.env["asn.permohonan"].browse(aksi["res_id"])
            baru.write({"tanggal_selesai": self.hari_terakhir})
        return aksi
