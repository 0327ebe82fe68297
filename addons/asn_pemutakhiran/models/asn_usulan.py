from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi

STATE = [
    ("draft", "Draft (draf)"),
    ("diajukan", "Waiting for the fasilitator (diajukan)"),
    ("dikembalikan", "To be completed (dikembalikan)"),
    ("terverifikasi_opd", "Waiting for BKPSDM (terverifikasi)"),
    ("diterima", "Accepted (diterima)"),
    ("ditolak", "Refused (ditolak)"),
    ("dibatalkan", "Withdrawn (dibatalkan)"),
]


class AsnUsulan(models.Model):
    """A proposal (usulan) to change the profile of one civil servant.

    Rows are made and changed by the methods of this model only, whoever asks:
    nobody has create, write or delete rights. Files beside this one:
    ``_isian`` what may be filled in and saved, ``_aksi`` the public methods,
    ``_gerbang`` the only writer of state, ``_banding`` what a verifier sees,
    ``_kabar`` notices. Moves: ``domain/transisi.py``. Who may see which:
    ``security/matrix.csv``. Nothing reaches the profile before a verifier
    who neither proposed it nor is its holder accepts it (PRF-U-06).
    """

    _name = "asn.usulan"
    _inherit = "asn.penjaga.mixin"
    _description = "Proposal (usulan)"
    _order = "id desc"
    _rec_name = "nomor"
    _ENGINE_ROWS = True

    nomor = fields.Char("Number", readonly=True, copy=False, index="trigram")
    employee_id = fields.Many2one(
        "hr.employee",
        "Employee",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    pengusul_id = fields.Many2one(
        "res.users",
        "Proposed By",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    diwakili = fields.Boolean("On Behalf", readonly=True)
    tertutup = fields.Boolean(
        "Closed to the Fasilitator",
        readonly=True,
        help="Data that a fasilitator may not read: BKPSDM verifies alone.",
    )
    state = fields.Selection(
        STATE,
        "Status",
        required=True,
        readonly=True,
        default="draft",
        group_expand=True,
    )
    ringkasan = fields.Char("Content", readonly=True)
    alasan = fields.Text("Why", readonly=True)
    catatan_kembali = fields.Text("Note of the Verifier", readonly=True)
    tanggal_ajuan = fields.Datetime("Submitted", readonly=True)
    tanggal_akhir = fields.Datetime("Closed", readonly=True)
    peserta_id = fields.Many2one(
        "asn.pemutakhiran.peserta",
        "Campaign",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    baris_ids = fields.One2many("asn.usulan.baris", "usulan_id", "Changes")
    jejak_ids = fields.One2many("asn.usulan.jejak", "usulan_id", "History")
    umur_hari = fields.Integer("Age (days)", compute="_compute_umur_hari")
    giliran_saya = fields.Boolean(
        "My Turn", compute="_compute_giliran_saya", search="_search_giliran_saya"
    )
    milik_saya = fields.Boolean("Mine", compute="_compute_milik_saya")
    banding = fields.Json("Comparison", compute="_compute_banding")

    _antrean_idx = models.Index(
        "(state, tanggal_ajuan, id) WHERE state IN ('diajukan', 'terverifikasi_opd')"
    )

    #: Start of every stored field: no default of anybody fills one.
    _AWAL = {
        "nomor": False,
        "diwakili": False,
        "tertutup": False,
        "state": "draft",
        "ringkasan": False,
        "alasan": False,
        "catatan_kembali": False,
        "tanggal_ajuan": False,
        "tanggal_akhir": False,
        "peserta_id": False,
    }

    @api.model_create_multi
    def create(self, vals_list):
        # Complete values: ``ir.default`` of the user would fill what is missing.
        return super().create([{**self._AWAL, **vals} for vals in vals_list])

    @api.depends("nomor", "ringkasan")
    def _compute_display_name(self):
        for usulan in self:
            usulan.display_name = usulan.nomor or self.env._(
                "Draft: %s", usulan.ringkasan or "-"
            )

    @api.depends("tanggal_ajuan", "tanggal_akhir")
    def _compute_umur_hari(self):
        sekarang = fields.Datetime.now()
        for usulan in self:
            mulai = usulan.tanggal_ajuan
            akhir = usulan.tanggal_akhir or sekarang
            usulan.umur_hari = (akhir - mulai).days if mulai else 0

    @api.depends_context("uid")
    @api.depends("state", "pengusul_id", "employee_id")
    def _compute_giliran_saya(self):
        """Only for buttons and lists; the methods decide for themselves."""
        for usulan in self:
            usulan.giliran_saya = usulan._tahap_untuk(self.env.user)[0] is not None

    @api.depends_context("uid")
    @api.depends("state", "pengusul_id", "employee_id")
    def _compute_milik_saya(self):
        for usulan in self:
            usulan.milik_saya = usulan._boleh_mengurus(self.env.user)

    @api.model
    def _search_giliran_saya(self, operator, value):
        """Return the proposals that wait for the present user."""
        if operator not in ("=", "in"):
            return NotImplemented
        return self._domain_giliran(self.env.user)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._("A proposal is kept. A draft can be withdrawn (dibatalkan).")
        )

    def copy(self, default=None):  # pylint: disable=method-required-super
        """Refuse: a proposal belongs to one moment."""
        raise UserError(self.env._("A proposal is not copied; make a new one."))

    # -- who may what ------------------------------------------------------

    @api.model
    def _boleh_mengusulkan(self, pegawai, user):
        """Return how a user may propose for somebody, or None.

        :return: ``mandiri`` for the own profile, ``fasilitator`` in scope
        """
        # sudo: account and unit of the employee decide, not who asks
        pegawai_sudo = pegawai.sudo()
        if not pegawai_sudo.active:
            return None
        wakil = (
            user.has_group("asn_base.group_fasilitator")
            and pegawai_sudo.unit_id.id in user._asn_cakupan_unit()
        )
        if pegawai_sudo.user_id == user:
            return "mandiri"
        return "fasilitator" if wakil else None

    @api.model
    def _periksa_pengusul(self, pegawai):
        """Return how the present user proposes for somebody.

        :raise AccessError: when it is neither the own profile nor in scope
        """
        cara = self._boleh_mengusulkan(pegawai, self.env.user)
        if not cara:
            raise AccessError(
                self.env._(
                    "You may propose changes of your own profile or, as a"
                    " fasilitator, of the people in the units granted to you."
                )
            )
        return cara

    def _boleh_mengurus(self, user):
        """Tell whether a user may edit, submit and withdraw this proposal.

        The holder always; on behalf only who proposed it, while in scope.
        """
        self.ensure_one()
        cara = self._boleh_mengusulkan(self.employee_id, user)
        if cara == "mandiri":
            return True
        return cara == "fasilitator" and self.pengusul_id == user

    def _pemeriksa_pertama(self):
        """Return who accepted open lines at the first look."""
        # sudo: who verified counts, also where the caller may not read it
        return (
            self.sudo()
            .baris_ids.filtered(lambda b: b.keputusan == "diterima_opd")
            .opd_oleh_id
        )

    def _para_pengusul(self):
        """Return everybody who proposed or submitted this (PRF-U-06)."""
        # sudo: who submitted counts, also where the caller may not read it
        usulan_sudo = self.sudo()
        ajuan = usulan_sudo.jejak_ids.filtered(lambda j: j.tindakan == "ajukan")
        return usulan_sudo.pengusul_id | ajuan.user_id

    def _tahap_untuk(self, user):
        """Return ``(stage, why not)`` for a user who wants to decide now.

        Stages: ``opd`` for the first look by a fasilitator, ``badan`` for
        BKPSDM; ``None`` with the reason when it is not for this user.
        """
        self.ensure_one()
        if self.state not in transisi.MENUNGGU:
            return None, "keadaan"
        # sudo: whose record it is decides, also where it cannot be read
        pegawai_sudo = self.employee_id.sudo()
        if pegawai_sudo.user_id == user:
            return None, "pemilik"
        if user in self._para_pengusul():
            return None, "pengusul"
        badan = user.has_group("asn_base.group_admin_sistem")
        if self.state == transisi.OPD:
            if not badan:
                return None, "peran"
            if user in self._pemeriksa_pertama():
                return None, "empat_mata"
            return "badan", None
        if (
            not self.tertutup
            and user.has_group("asn_base.group_fasilitator")
            and pegawai_sudo.unit_id.id in user.asn_scope_unit_ids.ids
        ):
            return "opd", None
        if badan:
            # In place of a fasilitator; alone where no fasilitator may look.
            return ("badan" if self.tertutup else "opd"), None
        return None, "peran"

    @api.model
    def _domain_giliran(self, user):
        """Return the domain of what a user should decide now."""
        Domain = fields.Domain
        bukan_sendiri = Domain("pengusul_id", "!=", user.id) & Domain(
            "employee_id.user_id", "!=", user.id
        )
        arms = []
        if user.has_group("asn_base.group_fasilitator"):
            arms.append(
                Domain("state", "=", "diajukan")
                & Domain("tertutup", "=", False)
                & Domain("employee_id.unit_id", "in", user.asn_scope_unit_ids.ids)
            )
        if user.has_group("asn_base.group_admin_sistem"):
            arms.append(
                Domain("state", "=", "terverifikasi_opd")
                & ~Domain(
                    "baris_ids",
                    "any",
                    [
                        ("keputusan", "=", "diterima_opd"),
                        ("opd_oleh_id", "=", user.id),
                    ],
                )
            )
            arms.append(
                Domain("state", "=", "diajukan")
                & (Domain("tertutup", "=", True) | Domain("diwakili", "=", True))
            )
        return bukan_sendiri & Domain.OR(arms) if arms else Domain.FALSE
