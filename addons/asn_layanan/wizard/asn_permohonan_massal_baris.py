from odoo import api, fields, models


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

    def _catat_hasil(self, hasil):
        """Keep what became of each row.

        :param hasil: ``{request id: (result, message)}``
        """
        for baris in self:
            baris.hasil, baris.pesan = hasil[baris.permohonan_id.id]
