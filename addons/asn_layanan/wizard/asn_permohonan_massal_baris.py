from odoo import api, fields, models
from odoo.addons.asn_surat.galat import ErrorSandi
from odoo.exceptions import UserError


class AsnPermohonanMassalBaris(models.TransientModel):
    """One request of a decision on several, and what became of it."""

    _name = "asn.permohonan.massal.baris"
    _inherit = "asn.permohonan.baris.mixin"
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
    lompatan = fields.Integer(
        "Older Ones Passed Over",
        compute="_compute_lompatan",
        help="Older requests of this step that wait for you and are not marked.",
    )
    hasil = fields.Selection(
        [("ok", "Done"), ("sudah", "Already decided"), ("gagal", "Not decided")],
        "Result",
        readonly=True,
    )
    pesan = fields.Char("Why", readonly=True)

    @api.depends_context("uid")
    @api.depends("hasil", "massal_id.jenis", "massal_id.baris_ids.permohonan_id")
    def _compute_lompatan(self):
        """Only for the dialog: the decision counts for itself."""
        self.lompatan = 0
        for massal, semua in self.grouped("massal_id").items():
            if massal.jenis == "return":
                continue
            tugas = self._tugas_menunggu(
                massal.baris_ids.filtered(lambda b: not b.hasil)
            )
            jumlah = tugas._jumlah_lompatan(self.env.user)
            per_permohonan = {t.permohonan_id.id: jumlah.get(t.id, 0) for t in tugas}
            for baris in semua:
                baris.lompatan = per_permohonan.get(baris.permohonan_id.id, 0)

    def _tugas_menunggu(self, baris):
        """Return the open tasks of the user where the queue is watched."""
        permohonan = baris.permohonan_id._origin._filtered_access("read")
        # sudo: whether older requests wait is counted, not shown
        return permohonan.sudo().tugas_ids.filtered(
            lambda t: (
                t.state == "open"
                and self.env.user in t.aktor_ids
                and t.permohonan_id.layanan_id.jaga_antrean != "tidak"
            )
        )

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
