from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_layanan.domain import transisi
from odoo.exceptions import AccessError, UserError, ValidationError

#: Requests that are prepared at once from the list.
_BANYAK = 100


class AsnHakLayanan(models.Model):
    """From an entitlement to the request."""

    _inherit = "asn.hak.layanan"
    # What a row is about is worked out; it is looked up by whose and of what it is.
    _rec_names_search = ["employee_id", "layanan_id"]

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

    def action_siapkan(self):
        """Prepare the requests of several entitlements and open their list.

        One of each person and service: the running one, the draft that the system
        prepared, or a new one. What cannot be filed is named and stops nothing else.

        :raise UserError: none of them may be filed, or they are too many
        """
        self.check_access("read")
        bisa = self.filtered(lambda h: h.keadaan != "nanti")
        if not bisa:
            raise UserError(
                self.env._("None of these may be filed yet: choose those of now.")
            )
        if len(bisa) > _BANYAK:
            raise UserError(
                self.env._("Choose at most %s entitlements at once.", str(_BANYAK))
            )
        permohonan, gagal = self.env["asn.permohonan"], []
        for milik in bisa.grouped(lambda h: (h.employee_id, h.layanan_id)).values():
            try:
                with self.env.cr.savepoint():
                    permohonan |= milik[0]._permohonan_jalan() or milik[0]._draf_baru()
            except (AccessError, UserError, ValidationError) as sebab:
                gagal.append(f"{milik[0].uraian}: {sebab.args[0]}")
        if not permohonan:
            raise UserError("\n".join(gagal))
        aksi = permohonan._aksi_siap()
        if gagal:
            pesan = "\n".join(gagal)
            aksi = {
                "type": "ir.actions.client",
                "tag": "display_notification",
                "params": {
                    "title": self.env._("Not prepared: %s", len(gagal)),
                    "message": pesan,
                    "type": "warning",
                    "sticky": True,
                    "next": aksi,
                },
            }
        return aksi

    def _draf_baru(self):
        """Return a new request for this entitlement, filed by the present user."""
        self.layanan_id.action_ajukan()
        return self.env["asn.permohonan"].create(
            {"layanan_id": self.layanan_id.id, "employee_id": self.employee_id.id}
        )

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
