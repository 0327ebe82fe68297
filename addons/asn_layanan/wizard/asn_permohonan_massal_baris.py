from odoo import fields, models
from odoo.addons.asn_surat.galat import ErrorSandi
from odoo.exceptions import UserError


class AsnPermohonanMassalBaris(models.TransientModel):
    """One request of a decision on several, and what became of it."""

    _name = "asn.permohonan.massal.baris"
    _description = "Row of a Decision on Several Requests"
    _order = "massal_id, id"

    massal_id = fields.Many2one(
        "asn.permohonan.massal", required=True, index=True, ondelete="cascade"
    )
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, ondelete="cascade"
    )
    nama_pegawai = fields.Char(related="permohonan_id.nama_pegawai")
    ringkasan = fields.Char(related="permohonan_id.ringkasan", string="Content")
    catatan = fields.Char("Own Note")
    hasil = fields.Selection(
        [("ok", "Done"), ("sudah", "Already decided"), ("gagal", "Not decided")],
        "Result",
        readonly=True,
    )
    pesan = fields.Char("Why", readonly=True)

    def _tandatangani(self, passphrase, catatan):
        """Sign the letter of this row or record why it was not signed.

        :raises ErrorSandi: wrong passphrase; the rows after it would fail alike
        """
        try:
            with self.env.cr.savepoint():
                hasil = self.permohonan_id.action_sign(passphrase, catatan)
        except ErrorSandi:
            raise
        except UserError as error:
            self.write({"hasil": "gagal", "pesan": str(error)})
            return
        # A notice instead of True: this user signed it before.
        self.hasil = "sudah" if isinstance(hasil, dict) else "ok"
