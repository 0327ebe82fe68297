from odoo import SUPERUSER_ID, api, models
from odoo.http import request


class IrHttp(models.AbstractModel):
    """A right that ends with the day is gone at the first request after midnight."""

    _inherit = "ir.http"

    @classmethod
    def _authenticate(cls, endpoint):
        cls._asn_hari_baru()
        return super()._authenticate(endpoint)

    @classmethod
    def _asn_hari_baru(cls):
        """Look at roles and statements once per day of the city and process.

        Days end at midnight, jobs run some time after it: until then sessions, keys
        and RPC would go on with what ended. In a transaction of its own, before
        anything was written, so that every way of signing in sees what is left.
        """
        registry = request.env.registry
        hari = request.env["hr.employee"]._asn_hari_ini()
        if getattr(registry, "asn_hari_gerbang", None) == hari:
            return
        # Ends the snapshot that this request took before; there is nothing to keep.
        request.env.cr.rollback()
        with registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            env["res.users"]._asn_selaraskan_gerbang()
            env.ref("asn_akses.ir_cron_masa")._trigger()
            env.ref("asn_akses.cron_tutup")._trigger()
        registry.signal_changes()
        registry.asn_hari_gerbang = hari
