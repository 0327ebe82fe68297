from odoo import api, models
from odoo.exceptions import AccessError


class ResUsersNamaAkun(models.Model):
    """The name of an account is a NIP: it is the owner's and the administrators'.

    A NIP holds date of birth and sex and is the first half of every sign-in. Core
    shows the names of all accounts to every employee, sorts by them and finds by them.
    A ``groups`` attribute would take the field off the own preferences as well.
    """

    _inherit = "res.users"
    _order = "name, id"

    @api.model
    def _asn_boleh_nama_akun(self):
        return self.env.su or self.env.user.has_group("base.group_erp_manager")

    def _has_field_access(self, field, operation):
        boleh = super()._has_field_access(field, operation)
        if not boleh or field.name != "login" or operation != "read" or not self:
            return boleh
        return self._origin == self.env.user or self._asn_boleh_nama_akun()

    def _check_field_access(self, field, operation):  # pylint: disable=missing-return
        """Refuse the column as a condition, an order or a group, too.

        :raise AccessError: for anybody but administrators
        """
        super()._check_field_access(field, operation)
        if field.name == "login" and not self and not self._asn_boleh_nama_akun():
            raise AccessError(
                self.env._("The names of accounts are for administrators.")
            )

    @api.model
    def fields_get(self, allfields=None, attributes=None):
        """Describe the columns; who asks for all gets those that all rows answer."""
        hasil = super().fields_get(allfields, attributes)
        if not allfields and not self._asn_boleh_nama_akun():
            hasil.pop("login", None)
        return hasil

    @api.model
    def name_search(self, name="", domain=None, operator="ilike", limit=100):
        """Suggest accounts; only administrators find them by the account's name."""
        if self._asn_boleh_nama_akun():
            return super().name_search(name, domain, operator, limit)
        # Past core's own method, which looks at ``login`` first.
        return models.BaseModel.name_search(self, name, domain, operator, limit)

    @api.model
    def _search_display_name(self, operator, value):
        if self._asn_boleh_nama_akun():
            return super()._search_display_name(operator, value)
        # Past core's own method, as above.
        return models.BaseModel._search_display_name(self, operator, value)
