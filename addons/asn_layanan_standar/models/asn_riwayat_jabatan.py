from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnRiwayatJabatan(models.Model):
    """A post whose retirement age has passed already is seen before its decree."""

    _inherit = "asn.riwayat.jabatan"

    peringatan_pensiun = fields.Char(
        "Retires at Once", compute="_compute_peringatan_pensiun", compute_sudo=True
    )

    @api.depends("employee_id", "jabatan_id", "tmt", "status", "jenis_penugasan")
    def _compute_peringatan_pensiun(self):
        """Warn when the pension of the new post lies before its TMT (PEN-04)."""
        for baris in self:
            baris.peringatan_pensiun = False
            if baris.status != "draft" or baris.jenis_penugasan != "definitif":
                continue
            pensiun = self.env["asn.pensiun"]._tmt_bila(
                baris.employee_id, baris.jabatan_id
            )
            if pensiun and baris.tmt and pensiun <= baris.tmt:
                baris.peringatan_pensiun = self.env._(
                    "In this post %(name)s has passed the retirement age already: the"
                    " pension would begin on %(day)s. Check before the decree is"
                    " issued.",
                    name=baris.employee_id.name,
                    day=format_panjang(pensiun),
                )
