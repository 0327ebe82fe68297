from odoo import fields, models


class AsnLayananUntukMixin(models.AbstractModel):
    """A part of a service that may hold for some kinds of employment only."""

    _name = "asn.layanan.untuk.mixin"
    _description = "Part of a Service for Some Kinds of Employment"

    untuk_pns = fields.Boolean("For PNS", default=True)
    untuk_cpns = fields.Boolean("For CPNS", default=True)
    untuk_pppk = fields.Boolean("For PPPK", default=True)

    def _berlaku_status(self, pegawai):
        """Tell whether this part holds for the kind of employment of a person."""
        self.ensure_one()
        return {
            "pns": self.untuk_pns,
            "cpns": self.untuk_cpns,
            "pppk": self.untuk_pppk,
            "pppk_paruh_waktu": self.untuk_pppk,
        }.get(pegawai.status_pegawai, True)
