import logging

from odoo import models

_logger = logging.getLogger(__name__)
#: Under this name of a module the drafts that updates made are found again.
ASAL = "__pembaruan__"


class AsnLayanan(models.Model):
    """What an update of the software brings for a service in force."""

    _inherit = "asn.layanan"

    def _draf_pembaruan(self):
        """Return the draft that holds what updates brought; make it when needed.

        A draft on which an administrator works is left alone.
        """
        self.ensure_one()
        xml_id = f"{ASAL}.layanan_{self.id}"
        draf = self.env.ref(xml_id, raise_if_not_found=False)
        if draf and draf.state == "draft":
            return draf
        draf = (self.versi_live_id or self.versi_ids[:1]).copy({"versi": 0})
        self.env["ir.model.data"]._update_xmlids(
            [{"xml_id": xml_id, "record": draf, "noupdate": True}]
        )
        _logger.info("The update of %s waits in its draft v%s", self.code, draf.versi)
        return draf
