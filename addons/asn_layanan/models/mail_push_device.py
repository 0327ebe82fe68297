from odoo import api, models

#: Devices of one account; the oldest go when another one comes.
PERANGKAT_MAKS = 10


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
        hasil = super().register_devices(**kw)
        # sudo: nobody reads devices; the own ones beyond the newest are let go
        self.sudo().search(
            [("partner_id", "=", self.env.user.partner_id.id)],
            order="id desc",
            offset=PERANGKAT_MAKS,
        ).unlink()
        return hasil
