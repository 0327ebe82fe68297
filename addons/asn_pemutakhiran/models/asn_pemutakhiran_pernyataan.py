from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnPemutakhiranPernyataan(models.Model):
    """The words by which a person vouches for the own data, by version.

    Pasal 19 (3): valid, genuine, authentic and accountable. A version that
    somebody has signed under is never changed; new words are a new version.
    """

    _name = "asn.pemutakhiran.pernyataan"
    _description = "Statement on the Own Data (pernyataan)"
    _order = "versi desc"
    _rec_name = "versi"

    versi = fields.Char("Version", required=True)
    isi = fields.Text("Statement", required=True)
    active = fields.Boolean(default=True)

    _versi_uniq = models.Constraint(
        "UNIQUE (versi)", "This version of the statement exists already."
    )

    @api.depends("versi")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = self.env._("Version %s", baris.versi)

    def write(self, vals):
        if {"versi", "isi"} & vals.keys():
            self._periksa_terpakai()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        self._periksa_terpakai()

    def _periksa_terpakai(self):
        # sudo: whoever signed counts, not what the caller may read
        Konfirmasi = self.env["asn.pemutakhiran.konfirmasi"].sudo()
        Pemutakhiran = self.env["asn.pemutakhiran"].sudo()  # sudo: same reason
        if Konfirmasi.search_count(
            [("pernyataan_id", "in", self.ids)], limit=1
        ) or Pemutakhiran.search_count(
            [("pernyataan_id", "in", self.ids), ("state", "!=", "draft")], limit=1
        ):
            raise UserError(
                self.env._(
                    "Somebody has signed under this statement, so its words stay."
                    " Make a new version."
                )
            )
