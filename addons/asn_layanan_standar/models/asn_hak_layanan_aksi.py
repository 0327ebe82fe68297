from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_layanan.domain import transisi
from odoo.exceptions import UserError


class AsnHakLayanan(models.Model):
    """From an entitlement to the request."""

    _inherit = "asn.hak.layanan"

    def action_ajukan(self):
        """Open the request for this entitlement: the running one, or a new one.

        The form is filled in by the histories and takes documents from the archive.

        :raise UserError: it is too early
        """
        self.ensure_one()
        if self.keadaan == "nanti":
            raise UserError(
                self.env._("This may be filed from %s.", format_panjang(self.buka))
            )
        jalan = self._permohonan_jalan()
        if jalan:
            return {
                "type": "ir.actions.act_window",
                "res_model": "asn.permohonan",
                "res_id": jalan.id,
                "views": [
                    (self.env.ref("asn_layanan.asn_permohonan_view_form").id, "form")
                ],
            }
        aksi = self.layanan_id.action_ajukan()
        aksi["context"] = aksi["context"] | {"default_employee_id": self.employee_id.id}
        return aksi

    def _permohonan_jalan(self):
        """Return the person's request of this service that is not over yet.

        A draft that the system prepared is handed to who may file for the person.
        """
        Permohonan = self.env["asn.permohonan"]
        milik = fields.Domain("employee_id", "=", self.employee_id.id)
        milik &= fields.Domain("layanan_id", "=", self.layanan_id.id)
        jalan = Permohonan.search(
            milik & fields.Domain("state", "in", (transisi.DRAFT, *transisi.TERBUKA)),
            limit=1,
        )
        if jalan:
            return jalan
        siap = fields.Domain("state", "=", transisi.DRAFT)
        siap &= fields.Domain("is_draf_siap", "=", True)
        # sudo: drafts of others are not read; whether one may file is checked
        draf = Permohonan.sudo().search(milik & siap, limit=1).with_env(self.env)
        if draf and draf._boleh_mewakili(self.env.user):
            return draf._ambil_alih_draf(self.env.user)
        return jalan
