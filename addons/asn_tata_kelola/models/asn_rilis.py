from odoo import api, fields, models
from odoo.exceptions import UserError

_TETAP = frozenset({"name", "tanggal", "jenis", "perubahan", "rencana_mundur"})


class AsnRilis(models.Model):
    """A release of the system: what changed, when, by whom (LL-7-1-e).

    Everybody reads what was installed; once installed it is not rewritten.
    """

    _name = "asn.rilis"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Release (Rilis)"
    _order = "tanggal desc, id desc"
    _GUARDED = {"state": "rencana", "dipasang_pada": False, "pelaksana_id": False}

    name = fields.Char("Version (Versi)", required=True)
    tanggal = fields.Date("Planned On (Tanggal)", required=True)
    jenis = fields.Selection(
        [
            ("fitur", "Feature (fitur)"),
            ("perbaikan", "Correction (perbaikan)"),
            ("keamanan", "Security (keamanan)"),
            ("konfigurasi", "Configuration (konfigurasi)"),
        ],
        "Kind (Jenis)",
        required=True,
        default="perbaikan",
        index=True,
    )
    perubahan = fields.Text("Changes (Perubahan)", required=True)
    rencana_mundur = fields.Text(
        "Way Back (Rencana Mundur)", help="What is done when it goes wrong."
    )
    cadangan_id = fields.Many2one(
        "asn.cadangan",
        "Backup Before (Cadangan)",
        domain="[('hasil', '=', 'baik')]",
        ondelete="restrict",
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
    )
    usulan_ids = fields.One2many(
        "asn.usulan.pengembangan",
        "rilis_id",
        "Proposals (Usulan)",
        groups="asn_base.group_admin_sistem,asn_base.group_admin_utama",
    )
    state = fields.Selection(
        [
            ("rencana", "Planned (rencana)"),
            ("terpasang", "Installed (terpasang)"),
            ("mundur", "Taken back (mundur)"),
        ],
        "State",
        default="rencana",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    dipasang_pada = fields.Datetime("Installed On", readonly=True, copy=False)
    pelaksana_id = fields.Many2one(
        "res.users",
        "Installed By (Pelaksana)",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    catatan = fields.Text("Result (Catatan)")

    _name_uniq = models.Constraint("UNIQUE(name)", "This version is recorded already.")

    def write(self, vals):
        """Keep the record of what was installed."""
        if not self._is_mesin() and _TETAP & vals.keys():
            if any(satu.state != "rencana" for satu in self):
                raise UserError(self.env._("An installed release is not rewritten."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_rencana(self):
        if any(satu.state != "rencana" for satu in self):
            raise UserError(self.env._("Only a planned release is deleted."))

    def _pindah(self, dari, ke, **nilai):
        self.check_access("write")
        self.lock_for_update()
        if any(satu.state != dari for satu in self):
            raise UserError(
                self.env._("The release is not in the state for this step.")
            )
        # sudo: the right to write was checked; the step writes guarded fields.
        self.sudo()._mesin().write({"state": ke, **nilai})
        return True

    def action_pasang(self):
        """Record the installation, with the good backup made before.

        :raise UserError: without a backup
        """
        self.check_access("write")
        if any(not satu.cadangan_id for satu in self):
            raise UserError(self.env._("Name the good backup made before it."))
        return self._pindah(
            "rencana",
            "terpasang",
            dipasang_pada=fields.Datetime.now(),
            pelaksana_id=self.env.uid,
        )

    def action_mundur(self):
        """Record that an installed release was taken back; says why.

        :raise UserError: without a result
        """
        self.check_access("write")
        if any(not (satu.catatan or "").strip() for satu in self):
            raise UserError(self.env._("Write what went wrong as the result first."))
        return self._pindah("terpasang", "mundur")
