from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnLayananPeriode(models.Model):
    """A period in which a service takes requests.

    Periods belong to the service and not to a version: a new month needs no new
    version, and an old version closes with the same dates.
    """

    _name = "asn.layanan.periode"
    _description = "Period of a Service"
    _order = "layanan_id, buka desc, id desc"

    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char("Period", required=True, translate=True)
    buka = fields.Date("Opens", required=True, help="First day.")
    tutup = fields.Date("Closes", required=True, help="Last day, itself included.")
    untuk_tanggal = fields.Date(
        "For the Date", help="The date the products take effect, e.g. the TMT."
    )

    _urut_check = models.Constraint(
        "CHECK (tutup >= buka)", "A period cannot close before it opens."
    )

    @api.constrains("layanan_id", "buka", "tutup")
    def _check_bertumpuk(self):
        """Two periods of a service never hold the same day."""
        for periode in self:
            lain = self.search(
                [
                    ("layanan_id", "=", periode.layanan_id.id),
                    ("id", "!=", periode.id),
                    ("buka", "<=", periode.tutup),
                    ("tutup", ">=", periode.buka),
                ],
                limit=1,
            )
            if lain:
                raise ValidationError(
                    self.env._(
                        "The periods %(one)s and %(other)s overlap.",
                        one=periode.name,
                        other=lain.name,
                    )
                )
