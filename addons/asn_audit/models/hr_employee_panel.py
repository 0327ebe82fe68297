from odoo import models


class HrEmployee(models.Model):
    """The panels of the profile page leave the same trace as its form."""

    _inherit = "hr.employee"

    def get_riwayat(self, bagian, model=None):
        self._asn_catat_panel("riwayat", model or f"bagian.{bagian}")
        return super().get_riwayat(bagian, model)

    def get_ringkasan(self):
        self._asn_catat_panel("profil")
        return super().get_ringkasan()

    def get_karier(self):
        self._asn_catat_panel("riwayat", "bagian.karier")
        return super().get_karier()

    def _asn_catat_panel(self, kanal, objek=""):
        if not self.env.su:
            self.check_access("read")
            self.env["asn.jejak.akses"]._catat(self._asn_orang_lain(), kanal, objek)

    def action_jejak_akses(self):
        """Open who looked at this person's data, as far as one may know."""
        self.ensure_one()
        saya = self == self._asn_orang_lain()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Who Looked at the Data of %s", self.name)
            if saya
            else self.env._("Who Looked at My Data"),
            "res_model": "asn.jejak.akses",
            "view_mode": "list,kanban",
            "views": [(False, "list"), (False, "kanban")],
            "domain": [("employee_id", "=", self.id)],
        }

    def action_jejak_perubahan(self):
        """Open what was changed in this person's data; its own rights decide."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Changes of %s", self.name),
            "res_model": "asn.jejak.perubahan",
            "view_mode": "list,kanban,form",
            "views": [(False, "list"), (False, "kanban"), (False, "form")],
            "domain": [("employee_id", "=", self.id)],
        }
