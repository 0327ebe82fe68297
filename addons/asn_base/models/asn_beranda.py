from odoo import api, models


class AsnBeranda(models.AbstractModel):
    """What the home page shows to the present user.

    Addons add sections by extending ``_bagian``; the page itself knows only
    the kinds of section and nothing of their content.
    """

    _name = "asn.beranda"
    _description = "Home Page (Beranda)"

    @api.model
    def get_data(self):
        """Return greeting and sections for the present user, ready to draw."""
        return {
            "sapaan": {"nama": self.env.user.name},
            "bagian": sorted(self._bagian(), key=lambda b: b.get("urutan", 100)),
        }

    @api.model
    def _bagian(self):
        """Return the sections of the page; extended by other addons."""
        return []
