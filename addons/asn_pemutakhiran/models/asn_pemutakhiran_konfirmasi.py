from odoo import api, fields, models
from odoo.addons.asn_base.tetap import hanya_tambah
from odoo.exceptions import AccessError

BAGIAN = [
    ("pribadi", "Personal data"),
    ("kualifikasi", "Qualification (kualifikasi)"),
    ("kompetensi", "Competence (kompetensi)"),
    ("kinerja", "Performance (kinerja)"),
    ("pendukung", "Supporting data (pendukung)"),
]


class AsnPemutakhiranKonfirmasi(models.Model):
    """What a person said of one group of the own data, when, in which words.

    Rows are only added; a second word on the same group is a second row.
    """

    _name = "asn.pemutakhiran.konfirmasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Confirmation of Data (konfirmasi)"
    _order = "peserta_id, id"
    _ENGINE_ROWS = True

    peserta_id = fields.Many2one(
        "asn.pemutakhiran.peserta",
        "Participant",
        required=True,
        index=True,
        ondelete="restrict",
    )
    bagian = fields.Selection(BAGIAN, "Group (bagian)", required=True)
    hasil = fields.Selection(
        [("benar", "Stated to be true"), ("usulan", "Change proposed")],
        "Result",
        required=True,
    )
    pernyataan_id = fields.Many2one(
        "asn.pemutakhiran.pernyataan", "Statement", required=True, ondelete="restrict"
    )
    usulan_id = fields.Many2one("asn.usulan", "Proposal", ondelete="restrict")
    user_id = fields.Many2one("res.users", "By", required=True, ondelete="restrict")
    waktu = fields.Datetime("Time", required=True)

    def init(self):
        hanya_tambah(self.env.cr, "asn_konfirmasi", self._table)

    def write(self, vals):  # pylint: disable=method-required-super
        raise AccessError(self.env._("A confirmation is never changed or deleted."))

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("A confirmation is never changed or deleted."))
