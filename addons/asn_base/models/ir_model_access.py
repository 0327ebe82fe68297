import logging

from odoo import api, models
from odoo.exceptions import AccessError

_logger = logging.getLogger(__name__)


class IrModelAccess(models.Model):
    """A refusal says what may not be done with what, and who may.

    Core's own sentences joke about cookies, and their Indonesian says of the groups
    that may that they may not.
    """

    _inherit = "ir.model.access"

    def _make_access_error(self, model, mode):
        """Return the refusal, with the roles that may."""
        _logger.info("Refused by rights: %s %s, user %s", mode, model, self.env.uid)
        diri = self._asn_berbahasa()
        peran = [
            nama.rpartition("/")[2]
            for nama in diri.group_names_with_access(model, mode)
        ]
        siapa = diri.env._("Roles that may: %s.", ", ".join(peran)) if peran else ""
        kalimat = (
            self._asn_kalimat_tolak(model, mode),
            siapa or self._asn_penutup_tolak(),
        )
        return AccessError(" ".join(kalimat))

    def _asn_berbahasa(self):
        """Return this in the language of the user, whatever the caller's context."""
        return self.with_context(lang=self.env.user.lang or self.env.lang)

    @api.model
    def _asn_kalimat_tolak(self, model, operasi):
        """Return the sentence that names what is refused.

        :param operasi: ``read``, ``write``, ``create`` or ``unlink``
        """
        env = self._asn_berbahasa().env
        kerja = {
            "read": env._("see"),
            "write": env._("change"),
            "create": env._("add"),
            "unlink": env._("delete"),
        }
        return env._(
            "You may not %(do)s this: %(what)s.",
            do=kerja[operasi],
            what=env["ir.model"]._get(model).name or model,
        )

    @api.model
    def _asn_penutup_tolak(self):
        """Return what to do next."""
        return self._asn_berbahasa().env._(
            "It lies outside what your roles let you reach. If your work needs it, ask"
            " Administrator Sistem."
        )
