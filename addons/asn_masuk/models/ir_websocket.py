from odoo import models
from odoo.addons.bus.websocket import wsrequest
from odoo.http import SessionExpiredException


class IrWebsocket(models.AbstractModel):
    """The open line to the browser ends with the session."""

    _inherit = "ir.websocket"

    @classmethod
    def _authenticate(cls):
        super()._authenticate()
        sesi = wsrequest.session
        if sesi.uid is None:
            return
        if wsrequest.env["ir.http"]._asn_terlalu_tua(sesi, wsrequest.env):
            sesi.logout(keep_db=True)
            raise SessionExpiredException
