from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

KAPASITAS_DELEGASI = [
    ("plh", "Daily acting (Plh.)"),
    ("an", "On behalf of (a.n.)"),
    ("ub", "For the attention of (u.b.)"),
]


class AsnDelegasi(models.Model):
    """Who acts for an official who is away, on which services, from when to when.

    An official makes his own; the system administrator may make it for him.
    It ends by itself, goes one hop only, and gives posts and not roles: a step
    for a role asks for that role of the delegate, too. Once it has begun it can
    be ended and not changed, because decisions were taken under it (PRO-11).
    """

    _name = "asn.delegasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Delegation during Absence (delegasi)"
    _order = "tanggal_mulai desc, id desc"
    _GUARDED = {"dicabut_pada": False}

    dari_id = fields.Many2one(
        "res.users",
        "Official Who Is Away",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.uid,
        domain="[('share', '=', False), ('employee_ids', '!=', False)]",
    )
    kepada_id = fields.Many2one(
        "res.users",
        "Acts Instead",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('share', '=', False), ('employee_ids', '!=', False),"
        " ('id', '!=', dari_id)]",
    )
    layanan_ids = fields.Many2many(
        "asn.layanan",
        "asn_delegasi_layanan_rel",
        "delegasi_id",
        "layanan_id",
        "Only Services",
        help="Empty: all services.",
    )
    tanggal_mulai = fields.Date(
        "From", required=True, default=lambda self: self._hari_ini()
    )
    tanggal_selesai = fields.Date("Until", required=True, help="The last day included.")
    kapasitas = fields.Selection(
        KAPASITAS_DELEGASI, "Capacity", required=True, default="plh"
    )
    dasar = fields.Char(
        "Order or Letter",
        required=True,
        help="Number and date, e.g. Surat Perintah 800/123/2026. It is kept with"
        " every decision.",
    )
    dicabut_pada = fields.Datetime("Ended Early", readonly=True, copy=False)
    status = fields.Selection(
        [
            ("akan", "To come (akan berlaku)"),
            ("berlaku", "In force (berlaku)"),
            ("berakhir", "Ended (berakhir)"),
        ],
        "Status",
        compute="_compute_status",
        search="_search_status",
    )

    _dari_idx = models.Index("(tanggal_selesai, dari_id) WHERE dicabut_pada IS NULL")
    _urut_tanggal = models.Constraint(
        "CHECK (tanggal_selesai >= tanggal_mulai)",
        "The delegation ends before it begins.",
    )

    @api.model
    def _hari_ini(self):
        return self.env["hr.employee"]._asn_hari_ini()

    @api.depends("tanggal_mulai", "tanggal_selesai", "dicabut_pada")
    def _compute_status(self):
        hari_ini = self._hari_ini()
        for delegasi in self:
            if not delegasi.tanggal_mulai or not delegasi.tanggal_selesai:
                delegasi.status = False
            elif delegasi.dicabut_pada or delegasi.tanggal_selesai < hari_ini:
                delegasi.status = "berakhir"
            else:
                mulai = delegasi.tanggal_mulai
                delegasi.status = "akan" if mulai > hari_ini else "berlaku"

    @api.model
    def _search_status(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self._hari_ini()
        hidup = Domain("dicabut_pada", "=", False) & Domain(
            "tanggal_selesai", ">=", hari_ini
        )
        return Domain.OR(
            {
                "akan": hidup & Domain("tanggal_mulai", ">", hari_ini),
                "berlaku": hidup & Domain("tanggal_mulai", "<=", hari_ini),
                "berakhir": ~hidup,
            }[satu]
            for satu in value
            if satu
        )

    @api.depends("dari_id", "kepada_id", "tanggal_mulai", "tanggal_selesai")
    def _compute_display_name(self):
        for delegasi in self:
            delegasi.display_name = (
                f"{delegasi.dari_id.name or ''} → {delegasi.kepada_id.name or ''}"
            )

    # ------------------------------------------------------------------
    # What is refused
    # ------------------------------------------------------------------

    @api.constrains("dari_id", "kepada_id")
    def _check_orang(self):
        # sudo: whether an account is open is checked whoever asks
        for delegasi in self.sudo():
            if delegasi.dari_id == delegasi.kepada_id:
                raise ValidationError(self.env._("Nobody can delegate to themselves."))
            for user in delegasi.dari_id | delegasi.kepada_id:
                if not user.active or user.share or not user.employee_id:
                    raise ValidationError(
                        self.env._(
                            "%s has no open account linked to an employee, so nothing"
                            " can be delegated there.",
                            user.name,
                        )
                    )

    @api.constrains(
        "dari_id", "kepada_id", "layanan_ids", "tanggal_mulai", "tanggal_selesai"
    )
    def _check_bentrok(self):
        # sudo: delegations of others decide, which the caller may not read
        for delegasi in self.sudo().filtered(lambda d: not d.dicabut_pada):
            if delegasi._sejaman(delegasi.dari_id):
                raise ValidationError(
                    self.env._(
                        "%s has already delegated the same services for a part of"
                        " this time. End that delegation first.",
                        delegasi.dari_id.name,
                    )
                )
            lanjutan = delegasi._sejaman(delegasi.kepada_id)
            if delegasi.dari_id in lanjutan.kepada_id:
                raise ValidationError(
                    self.env._(
                        "Circular delegation: %(to)s has delegated to %(from)s for the"
                        " same time, so nobody would act.",
                        **{
                            "to": delegasi.kepada_id.name,
                            "from": delegasi.dari_id.name,
                        },
                    )
                )
            if lanjutan:
                raise ValidationError(
                    self.env._(
                        "%s is away, too, in this time: a delegation goes one hop only."
                        " Choose somebody who is present.",
                        delegasi.kepada_id.name,
                    )
                )

    def _sejaman(self, user):
        """Return other delegations by a user for the same time and services."""
        self.ensure_one()
        lain = self.search(
            [
                ("id", "!=", self.id),
                ("dari_id", "=", user.id),
                ("dicabut_pada", "=", False),
                ("tanggal_mulai", "<=", self.tanggal_selesai),
                ("tanggal_selesai", ">=", self.tanggal_mulai),
            ]
        )
        milik = self.layanan_ids
        return lain.filtered(
            lambda d: not milik or not d.layanan_ids or milik & d.layanan_ids
        )

    @api.model_create_multi
    def create(self, vals_list):
        delegasi = super().create(vals_list)
        hari_ini = self._hari_ini()
        if any(d.tanggal_selesai < hari_ini for d in delegasi):
            raise ValidationError(
                self.env._("The last day is over: a delegation cannot work backwards.")
            )
        delegasi._sesudah_ubah()
        delegasi._kabari()
        return delegasi

    def write(self, vals):
        if not self._is_mesin() and any(d.status != "akan" for d in self):
            raise UserError(
                self.env._(
                    "A delegation that has begun is not changed, because decisions"
                    " were taken under it. End it and make a new one."
                )
            )
        res = super().write(vals)
        # Rules are asked before a change: it must not become another's either.
        self.check_access("write")
        self._sesudah_ubah()
        return res

    def unlink(self):
        res = super().unlink()
        self._sesudah_ubah()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_akan(self):
        if any(d.status != "akan" for d in self):
            raise UserError(
                self.env._("A delegation that has begun is kept. You can end it.")
            )

    def action_end(self):
        """End delegations now; what was decided under them stays.

        :raises AccessError: for others than who delegated or the administrator
        """
        self.check_access("write")
        for delegasi in self.filtered(lambda d: d.status != "berakhir"):
            delegasi._mesin().write({"dicabut_pada": fields.Datetime.now()})
        return True

    def _sesudah_ubah(self):
        self.env["asn.permohonan.tugas"]._minta_segarkan()

    # ------------------------------------------------------------------
    # Use
    # ------------------------------------------------------------------

    @api.model
    def _aktif(self, pada):
        """Return the delegations in force on a date, for the resolver.

        Read from the database each time: what was ended must not go on in the
        memory of another process.

        :return: ``{user id: ((user id of the delegate, id, service ids), ...)}``
        """
        # sudo: the answer is shared by all users and never shown
        berlaku = self.sudo().search(
            [
                ("dicabut_pada", "=", False),
                ("tanggal_mulai", "<=", pada),
                ("tanggal_selesai", ">=", pada),
            ],
            order="id",
        )
        return {
            dari.id: tuple(
                (d.kepada_id.id, d.id, frozenset(d.layanan_ids.ids)) for d in baris
            )
            for dari, baris in berlaku.grouped("dari_id").items()
        }

    def _kabari(self):
        """Tell the delegates."""
        vals_list = []
        for delegasi in self:
            bahasa = delegasi.with_context(lang=delegasi.kepada_id.lang)
            vals_list.append(
                {
                    "user_id": delegasi.kepada_id.id,
                    "judul": bahasa.env._("You act for %s", delegasi.dari_id.name),
                    "isi": bahasa.env._(
                        "From %(start)s to %(end)s (%(letter)s). Tasks appear among"
                        " yours.",
                        start=format_panjang(delegasi.tanggal_mulai),
                        end=format_panjang(delegasi.tanggal_selesai),
                        letter=delegasi.dasar,
                    ),
                    "jenis": "info",
                }
            )
        self.env["asn.pemberitahuan"]._catat(vals_list)
