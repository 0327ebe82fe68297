from odoo import api, models


class MailPushDevice(models.Model):
    """Devices for web push: those of push services that the office allows."""

    _inherit = "mail.push.device"

    @api.model
    def register_devices(self, **kw):
        """Leave out a device whose address is none of a push service.

        The browser's own messages (mail) go to every device that is kept, so an
        address inside the office's network must not be kept at all.
        """
        if not self.env["asn.kanal.pemberitahuan.dorong"]._dikenal(kw.get("endpoint")):
            return None
        return super().register_devices(**kw)
