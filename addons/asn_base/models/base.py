from odoo import api, models
from odoo.exceptions import AccessError


class Base(models.AbstractModel):
    """Methods of core that answer over RPC without asking for a right."""

    _inherit = "base"

    def copy_data(self, default=None):
        # Answers the values of the original, fields with groups included.
        self.check_access("create")
        return super().copy_data(default)

    def get_metadata(self):
        # Core notices only where the rows keep who made them.
        self.check_access("read")
        return super().get_metadata()

    def export_data(self, fields_to_export):
        # Core notices only when a column is read; technical ids are not.
        self.check_access("read")
        return super().export_data(fields_to_export)

    @api.model
    def _check_field_access(self, field, operation):
        """Say which column is closed; core's own words fail on groups that exclude.

        :raises AccessError: the user may not read or write this column
        """
        if self._has_field_access(field, operation):
            return
        raise AccessError(
            self.env._(
                "The column %(column)s of %(model)s is closed to you.",
                column=field._description_string(self.env) or field.name,
                model=self.env["ir.model"]._get(self._name).name,
            )
        )
