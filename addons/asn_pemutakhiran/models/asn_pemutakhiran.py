from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command


class AsnPemutakhiran(models.Model):
    """A campaign in which people confirm their data (pemutakhiran mandiri).

    A head of unit may ask for one (Pasal 19 (1)); the fasilitator of the
    units, or BKPSDM, starts it (Pasal 19 (2)); its result is reported to the
    authorised official through Kepala Badan (Pasal 19 (5)).
    """

    _name = "asn.pemutakhiran"
    _inherit = "asn.penjaga.mixin"
    _description = "Data Campaign (pemutakhiran mandiri)"
    _order = "tanggal_mulai desc, id desc"

    name = fields.Char(required=True)
    unit_ids = fields.Many2many(
        "hr.department",
        string="Units",
        required=True,
        help="These units and everything below them.",
    )
    status_pegawai = fields.Selection(
        [("semua", "Everybody"), ("pns", "PNS and CPNS"), ("pppk", "PPPK")],
        "Who",
        required=True,
        default="semua",
    )
    tanggal_mulai = fields.Date(
        "From",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
    )
    tanggal_selesai = fields.Date("Until", required=True)
    jeda_ingat = fields.Integer(
        "Remind Every (days)",
        default=7,
        help="People who are not complete are reminded this often, and three days"
        " before the end. 0: only before the end.",
    )
    alasan = fields.Text("Why")
    pernyataan_id = fields.Many2one(
        "asn.pemutakhiran.pernyataan",
        "Statement",
        required=True,
        ondelete="restrict",
        default=lambda self: self.env["asn.pemutakhiran.pernyataan"].search(
            [], limit=1
        ),
    )
    state = fields.Selection(
        [
            ("draft", "Asked for (draf)"),
            ("berjalan", "Running (berjalan)"),
            ("selesai", "Ended (selesai)"),
            ("dibatalkan", "Withdrawn (dibatalkan)"),
        ],
        "Status",
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        group_expand=True,
    )
    peminta_id = fields.Many2one(
        "res.users",
        "Asked For By",
        readonly=True,
        copy=False,
        ondelete="restrict",
        default=lambda self: self.env.uid,
    )
    dimulai_oleh_id = fields.Many2one(
        "res.users", "Started By", readonly=True, copy=False, ondelete="restrict"
    )
    dimulai_pada = fields.Datetime("Started On", readonly=True, copy=False)
    peserta_ids = fields.One2many(
        "asn.pemutakhiran.peserta",
        "pemutakhiran_id",
        "Participants",
        readonly=True,
        copy=False,
    )
    dilaporkan_oleh_id = fields.Many2one(
        "res.users", "Reported By", readonly=True, copy=False, ondelete="restrict"
    )
    dilaporkan_pada = fields.Datetime("Reported On", readonly=True, copy=False)
    diteruskan_oleh_id = fields.Many2one(
        "res.users", "Forwarded By", readonly=True, copy=False, ondelete="restrict"
    )
    diteruskan_pada = fields.Datetime("Forwarded to PyB On", readonly=True, copy=False)
    laporan = fields.Json("Figures Reported", readonly=True, copy=False)
    jumlah_peserta = fields.Integer("People", compute="_compute_kemajuan")
    jumlah_selesai = fields.Integer("Complete", compute="_compute_kemajuan")
    jumlah_keluar = fields.Integer(
        "Left",
        compute="_compute_kemajuan",
        help="People who left these units or the service before they were complete:"
        " they are not counted and not reminded.",
    )
    persen = fields.Integer("Percent Complete", compute="_compute_kemajuan")
    can_kelola = fields.Boolean(compute="_compute_can_kelola")

    _tanggal_check = models.Constraint(
        "CHECK (tanggal_selesai >= tanggal_mulai)",
        "A campaign ends on or after the day it begins.",
    )
    _jeda_check = models.Constraint(
        "CHECK (jeda_ingat BETWEEN 0 AND 90)",
        "Reminders come every 0 to 90 days.",
    )

    _GUARDED = {
        "state": "draft",
        "peminta_id": False,
        "dimulai_oleh_id": False,
        "dimulai_pada": False,
        "peserta_ids": [],
        "dilaporkan_oleh_id": False,
        "dilaporkan_pada": False,
        "diteruskan_oleh_id": False,
        "diteruskan_pada": False,
        "laporan": False,
    }

    def _nilai_awal(self):
        return dict(self._GUARDED, peminta_id=self.env.uid)

    @api.depends("peserta_ids.state")
    @api.depends_context("uid")
    def _compute_kemajuan(self):
        """Count with the reader's rights: a fasilitator sees the own units."""
        jumlah = {}
        for kampanye, state, banyak in self.env["asn.pemutakhiran.peserta"]._read_group(
            [("pemutakhiran_id", "in", self.ids)],
            ["pemutakhiran_id", "state"],
            ["__count"],
        ):
            jumlah.setdefault(kampanye.id, {})[state] = banyak
        for kampanye in self:
            isi = jumlah.get(kampanye._origin.id, {})
            kampanye.jumlah_keluar = isi.pop("keluar", 0)
            kampanye.jumlah_peserta = sum(isi.values())
            kampanye.jumlah_selesai = isi.get("selesai", 0)
            kampanye.persen = (
                kampanye.jumlah_selesai * 100 // (kampanye.jumlah_peserta or 1)
            )

    @api.depends_context("uid")
    @api.depends("unit_ids", "state")
    def _compute_can_kelola(self):
        for kampanye in self:
            kampanye.can_kelola = kampanye._boleh_kelola(self.env.user)

    # -- who may what ------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        kampanye = super().create(vals_list)
        kampanye._periksa_unit()
        return kampanye

    def write(self, vals):
        if not self._is_mesin():
            # sudo: the state decides, whatever the caller may read
            if any(k.state != "draft" for k in self.sudo()):
                raise UserError(
                    self.env._(
                        "A campaign that has started keeps its units, dates and"
                        " statement. End it and start another one."
                    )
                )
            # Before and after: nobody takes over another unit's request.
            self._periksa_unit()
        res = super().write(vals)
        if not self._is_mesin():
            self._periksa_unit()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(k.state != "draft" for k in self):
            raise UserError(self.env._("A campaign that has started is kept."))

    def _periksa_unit(self):
        """Refuse units beyond those that the present user heads or looks after."""
        if self.env.su or self.env.user.has_group("asn_base.group_admin_sistem"):
            return
        user = self.env.user
        boleh = set()
        if user.has_group("asn_base.group_pimpinan"):
            boleh |= set(user.asn_unit_dipimpin_ids.ids)
        if user.has_group("asn_base.group_fasilitator"):
            boleh |= set(user.asn_scope_unit_ids.ids)
        for kampanye in self:
            if not kampanye.unit_ids or set(kampanye.unit_ids.ids) - boleh:
                raise AccessError(
                    self.env._("Choose units that you head or that are granted to you.")
                )

    def _boleh_kelola(self, user):
        """Tell whether a user may start, end and remind (Pasal 19 (2))."""
        self.ensure_one()
        if user.has_group("asn_base.group_admin_sistem"):
            return True
        if not user.has_group("asn_base.group_fasilitator"):
            return False
        # sudo: all units of the campaign count, not those the user reads
        unit = set(self.sudo().unit_ids.ids)
        return bool(unit) and unit <= set(user.asn_scope_unit_ids.ids)

    def _periksa_pengelola(self):
        for kampanye in self:
            if not kampanye._boleh_kelola(self.env.user):
                raise AccessError(
                    self.env._(
                        "A campaign is started and followed up by the fasilitator of"
                        " all its units, or by BKPSDM. A head of unit asks for it."
                    )
                )

    @api.constrains("unit_ids")
    def _check_unit(self):
        for kampanye in self:
            if not kampanye.unit_ids:
                raise ValidationError(self.env._("A campaign has at least one unit."))

    def copy_data(self, default=None):
        """Copy a campaign as a new request of the present user."""
        default = dict(default or {}, unit_ids=[Command.set(self.unit_ids.ids)])
        return super().copy_data(default)
