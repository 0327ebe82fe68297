import logging

from odoo import api, models, tools
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
        return AccessError(self._asn_teks_tolak(model, mode, True, self._asn_bahasa()))

    def _asn_bahasa(self):
        """Return the language of the caller, else of the user."""
        return self.env.lang or self.env.user.lang

    @api.model
    @tools.ormcache("model", "operasi", "sebut_peran", "lang", cache="stable")
    def _asn_teks_tolak(self, model, operasi, sebut_peran, lang):
        """Return what is refused and what to do next.

        :param operasi: ``read``, ``write``, ``create`` or ``unlink``
        :param sebut_peran: name the roles that may, where there are any
        """
        diri = self.with_context(lang=lang)
        env = diri.env
        kerja = {
            "read": env._("see"),
            "write": env._("change"),
            "create": env._("add"),
            "unlink": env._("delete"),
        }
        kalimat = env._(
            "You may not %(do)s this: %(what)s.",
            do=kerja[operasi],
            what=env["ir.model"]._get(model).name or model,
        )
        grup = diri.group_names_with_access(model, operasi) if sebut_peran else []
        peran = ", ".join(nama.rpartition("/")[2] for nama in grup)
        lanjut = (
            env._("Roles that may: %s.", peran)
            if peran
            else env._(
                "It lies outside what your roles let you reach. If your work needs it,"
                " ask Administrator Sistem."
            )
        )
        return f"{kalimat} {lanjut}"
