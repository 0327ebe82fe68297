from odoo import models
from odoo.exceptions import AccessError


class ResUsersRoleLine(models.Model):
    """A role line of an appointment ends with it, and not beside it."""

    _inherit = "res.users.role.line"

    def _asn_jaga_akhir(self):
        """Refuse to end a right past its appointment.

        The reason would be missing, and the services or units would stay.

        :raise AccessError: whoever asks, except the appointment itself
        """
        if not self.env.su and any(baris.pemberian_id for baris in self):
            raise AccessError(
                self.env._(
                    "This right comes from an appointment (Pengangkatan). End or revoke"
                    " the appointment; its reason is kept, and the right ends at once."
                )
            )

    def write(self, vals):
        self._asn_jaga_akhir()
        return super().write(vals)

    def unlink(self):
        self._asn_jaga_akhir()
        return super().unlink()
