from odoo import models


class IrHttp(models.AbstractModel):
    """The web client knows of which records it can show the changes."""

    _inherit = "ir.http"

    def session_info(self):
        """Add the models whose changes are noted, for who reads the trace."""
        info = super().session_info()
        Jejak = self.env["asn.jejak.perubahan"]
        if info.get("uid") and Jejak.has_access("read"):
            info["asn_jejak"] = sorted(self.env["asn.jejak.aturan"]._teraudit())
        return info
