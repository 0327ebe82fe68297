from odoo import api, fields, models


class AsnPermohonan(models.Model):
    """A draft that the forecast of entitlements prepared."""

    _inherit = "asn.permohonan"

    is_draf_siap = fields.Boolean("Prepared by the System", readonly=True, copy=False)

    @api.model
    def _domain_draf_tetap(self):
        """A prepared draft waits as long as the entitlement stands."""
        return super()._domain_draf_tetap() | fields.Domain("is_draf_siap", "=", True)

    def _ambil_alih_draf(self, user):
        """Let who may file for the employee go on with a prepared draft.

        :param user: becomes the filer; the employee keeps the draft as well
        """
        self.ensure_one()
        # sudo: the engine names the filer
        draf = self.sudo()
        if draf.pengaju_id != user:
            draf._mesin().write({"pengaju_id": user.id})
        return self.with_user(user)

    def _aksi_siap(self):
        """Return the window with requests that were prepared at once."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Prepared Requests"),
            "res_model": "asn.permohonan",
            "views": [[False, "list"], [False, "kanban"], [False, "form"]],
            "domain": [("id", "in", self.ids)],
        }

    def _kabar_draf_siap(self):
        """Return one notice for each employee with an account whose draft this is."""
        vals_list = []
        for draf in self.filtered("pemohon_user_id.active"):
            user = draf.pemohon_user_id
            bahasa = draf.with_context(lang=user.lang or draf._bahasa_kantor())
            judul = bahasa.env._("A draft is ready: %s", bahasa.layanan_id.name)
            isi = bahasa.env._(
                "%s. Check it and submit it, or delete it when you do not want it.",
                bahasa._handler()._ringkasan(bahasa),
            )
            vals_list.append(draf._vals_kabar(user, judul, isi, "tindakan"))
        return vals_list
