from odoo import fields, models
from odoo.addons.asn_base.domain import nip
from odoo.exceptions import AccessError

from .asn_permohonan_eksternal import _PETUGAS

JENIS_FISIK = [
    ("paraf", "Initialled by hand (paraf basah)"),
    ("cetak", "Printed (dicetak)"),
    ("ttd", "Signed by hand (tanda tangan basah)"),
    ("serah", "Handed over (diserahkan)"),
]


class AsnPermohonanFisik(models.Model):
    """What happened to the paper of a product: initials, print, pen, hand-over.

    Rows are added by the engine in that order and never changed (KDR-10-2,
    KDR-11-1, KDR-12).
    """

    _name = "asn.permohonan.fisik"
    _inherit = "asn.penjaga.mixin"
    _description = "Paper of a Product"
    _order = "id"
    _rec_name = "jenis"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    jenis = fields.Selection(JENIS_FISIK, "What", required=True)
    tanggal = fields.Date("Date", required=True)
    nama = fields.Char("Who", help="Who initialled or signed; who received it.")
    jumlah = fields.Integer("Copies", default=1)
    nomor_kertas = fields.Char("Number of the Paper", help="Printed special paper.")
    catatan = fields.Text("Note")
    file_fisik = fields.Binary("Scan", attachment=True, groups=_PETUGAS)
    nama_file_fisik = fields.Char(groups=_PETUGAS)
    oleh_id = fields.Many2one("res.users", "Recorded By", ondelete="restrict")
    waktu = fields.Datetime("Recorded On", required=True)

    def _petugas(self):
        """Return name with titles and NIP of who recorded this, for the receipt."""
        # sudo: an officer is named on the papers that he hands over
        akun = self.oleh_id.sudo()
        pegawai = akun.employee_id
        return pegawai.nama_lengkap or akun.name, nip.format(
            pegawai.nip
        ) if pegawai.nip else ""

    def write(self, vals):
        self._tolak_tetap()
        return super().write(vals)

    def _tolak_tetap(self):
        raise AccessError(self.env._("The history of a paper is never changed."))
