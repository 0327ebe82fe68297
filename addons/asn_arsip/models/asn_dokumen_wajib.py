from odoo import api, fields, models, tools
from odoo.exceptions import ValidationError


class AsnDokumenWajib(models.Model):
    """Which kinds of document which people should have (dokumen wajib)."""

    _name = "asn.dokumen.wajib"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("jenis_id", "riwayat", "status_perkawinan")
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

    @api.model
    @tools.ormcache()
    def _riwayat_dipakai(self):
        """Return ``(riwayat, one for each row)`` of the requirements in force."""
        self.env.cr.execute(
            "SELECT DISTINCT riwayat, per_baris IS TRUE FROM asn_dokumen_wajib"
            " WHERE active AND riwayat IS NOT NULL ORDER BY 1, 2"
        )
        return tuple(
            (model, per_baris)
            for model, per_baris in self.env.cr.fetchall()
            if model in self.env
        )

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        self._lupakan()
        return baru

    def write(self, vals):
        hasil = super().write(vals)
        self._lupakan()
        return hasil

    def unlink(self):
        hasil = super().unlink()
        self._lupakan()
        return hasil

    @api.model
    def _lupakan(self):
        """Forget which riwayat are asked for."""
        self.flush_model()
        self.env.registry.clear_cache()
