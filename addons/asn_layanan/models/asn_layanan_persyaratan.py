from odoo import fields, models

from .asn_layanan_tahap import baca_domain


class AsnLayananPersyaratan(models.Model):
    """A document that a service asks for (persyaratan)."""

    _name = "asn.layanan.persyaratan"
    _inherit = "asn.layanan.bagian.mixin"
    _description = "Required Document"
    _order = "versi_id, sequence, id"
    _rec_name = "jenis_dokumen_id"
    _kunci_bawaan = ("versi_id", "jenis_dokumen_id", "kondisi")

    versi_id = fields.Many2one(
        "asn.layanan.versi", "Version", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer("Sequence", default=10)
    jenis_dokumen_id = fields.Many2one(
        "asn.jenis.dokumen", "Document", required=True, ondelete="restrict"
    )
    wajib = fields.Selection(
        [
            ("wajib", "Obligatory"),
            ("kondisional", "When the condition holds"),
            ("opsional", "Optional"),
        ],
        "Needed",
        default="wajib",
        required=True,
    )
    #: Of what is obligatory when it holds, and of what is optional then.
    kondisi = fields.Char("Only When", default="[]")
    umur_maks_bulan = fields.Integer("Maximum Age (months)", help="0 = any age.")
    dari_arsip = fields.Boolean(
        "From the Archive",
        default=True,
        help="PRO-02: attach what the archive already has; ask only for the rest.",
    )
    keterangan = fields.Char("Explanation", translate=True)
    model_permohonan = fields.Char(compute="_compute_model_permohonan")

    def _compute_model_permohonan(self):
        self.model_permohonan = "asn.permohonan"

    def _berlaku(self, permohonan):
        """Return the documents of these that this request is asked for.

        What is optional may have a condition as well: it is offered then only.
        """
        return self.filtered(
            lambda p: (
                p._berlaku_status(permohonan.employee_id)
                and (
                    p.wajib == "wajib"
                    or permohonan.filtered_domain(baca_domain(p.kondisi))
                )
            )
        )
