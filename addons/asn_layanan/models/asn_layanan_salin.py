import re

from odoo import models
from odoo.exceptions import UserError


class AsnLayanan(models.Model):
    """A new service that begins as a copy of another one."""

    _inherit = "asn.layanan"

    def action_salin_layanan(self, name, code):
        """Copy this service with mandates and its newest version as a draft.

        Requests, periods and numbers are not copied.

        :param name: name of the new service
        :param code: its code: small letters, digits and ``_``
        :return: action that opens the new draft
        """
        self.ensure_one()
        self._periksa_kode(code)
        sumber = self.versi_live_id or self.versi_ids[:1]
        if not sumber:
            raise UserError(self.env._("%s has no version to copy.", self.name))
        baru = self.create(
            {
                **{
                    nama: self[nama]
                    for nama in (
                        "deskripsi",
                        "ikon",
                        "urutan",
                        "untuk_pns",
                        "untuk_cpns",
                        "untuk_pppk",
                    )
                },
                "name": name,
                "code": code,
            }
        )
        for mandat in self.mandat_ids:
            mandat.copy({"layanan_id": baru.id})
        versi = sumber.copy({"layanan_id": baru.id, "versi": 0})
        return versi._buka_draf()

    def _periksa_kode(self, code):
        """Refuse a code that other parts could not rely on.

        :raises UserError: empty, odd or too long
        """
        if not isinstance(code, str) or not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", code):
            raise UserError(
                self.env._(
                    "The code of a service is 2 to 41 small letters, digits or _,"
                    " beginning with a letter."
                )
            )
