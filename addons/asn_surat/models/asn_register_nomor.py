from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnRegisterNomor(models.Model):
    """The last number that a register gave in a year; written by SQL only."""

    _name = "asn.register.nomor"
    _description = "Counter of a register (nomor register)"
    _order = "register_id, tahun desc"
    _rec_name = "tahun"
    _log_access = False

    register_id = fields.Many2one(
        "asn.register.surat", required=True, index=True, ondelete="restrict"
    )
    tahun = fields.Integer("Year (tahun)", required=True, aggregator=None)
    terakhir = fields.Integer("Last number", required=True, aggregator=None)

    _register_tahun_uniq = models.Constraint(
        "UNIQUE(register_id, tahun)", "A register has one counter a year."
    )

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        """Refuse: numbers are only taken by issuing a letter."""
        self._tolak_hapus()

    def write(self, vals):  # pylint: disable=method-required-super
        """Refuse: see ``create``."""
        self._tolak_hapus()

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        """Refuse: see ``create``."""
        self._tolak_hapus()

    def _tolak_hapus(self):
        """Say why a counter cannot be touched."""
        raise UserError(
            self.env._(
                "The counter of a register is only moved by issuing a letter, so "
                "that no number is missing and none is used twice."
            )
        )
