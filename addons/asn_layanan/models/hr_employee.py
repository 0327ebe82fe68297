from odoo import api, fields, models


class Saat:
    """A day on which server code looks at facts again (see ``asn_permohonan_uji_ulang``).

    An object of this class in the context and not a date: a caller over RPC, who may
    send any context, cannot send one.
    """

    def __init__(self, hari):
        self.hari = hari


class HrEmployee(models.Model):
    """The requests of a person; changes of superior hand over open tasks."""

    _inherit = "hr.employee"

    asn_permohonan_ids = fields.One2many(
        "asn.permohonan",
        "employee_id",
        "Service Requests",
        readonly=True,
        groups="asn_base.group_pegawai",
    )

    @api.model
    def _asn_hari_ini(self):
        saat = self.env.context.get("asn_saat")
        return saat.hari if isinstance(saat, Saat) else super()._asn_hari_ini()

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {
            "user_id",
            "parent_id",
            "jabatan_id",
            "jenis_jabatan_id",
            "active",
        }:
            self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res
