from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnDokumenWajib(models.Model):
    """Which kinds of document which people should have (dokumen wajib)."""

    _name = "asn.dokumen.wajib"
    _description = "Document that people should have (dokumen wajib)"
    _order = "sequence, id"
    _rec_name = "jenis_id"

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    jenis_id = fields.Many2one(
        "asn.jenis.dokumen", "Kind (jenis)", required=True, ondelete="restrict"
    )
    setara_ids = fields.Many2many(
        "asn.jenis.dokumen",
        "asn_dokumen_wajib_setara_rel",
        "wajib_id",
        "jenis_id",
        "Also accepted (setara)",
    )
    untuk_cpns = fields.Boolean("CPNS", default=True)
    untuk_pns = fields.Boolean("PNS", default=True)
    untuk_pppk = fields.Boolean("PPPK", default=True)
    status_perkawinan = fields.Selection(
        [
            ("menikah", "Married"),
            ("cerai", "Divorced"),
            ("janda_duda", "Widowed"),
        ],
        "Only when (perkawinan)",
        help="Empty: whatever the marital status.",
    )
    riwayat = fields.Selection(
        selection="_selection_riwayat",
        string="Only with a valid riwayat",
        help="Empty: everybody. Else those with a valid row of this history.",
    )
    per_baris = fields.Boolean(
        "One for each row",
        help="Each valid row of the riwayat needs a document: linked to it, or of "
        "this kind with the same number.",
    )

    _satu_uniq = models.UniqueIndex(
        "(jenis_id, coalesce(riwayat, ''), coalesce(status_perkawinan, ''))"
        " WHERE active",
        "This kind is already asked for under the same condition.",
    )

    @api.model
    def _selection_riwayat(self):
        """Return the histories that exist, by their names."""
        return [
            (nama, self.env["ir.model"]._get(nama).name or nama)
            for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        ]

    @api.constrains("per_baris", "riwayat")
    def _check_per_baris(self):
        """Refuse a document per row where no riwayat is named."""
        for wajib in self:
            if wajib.per_baris and not wajib.riwayat:
                raise ValidationError(
                    self.env._("Choose the riwayat whose rows need a document.")
                )
