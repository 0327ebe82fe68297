import base64

from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError


class AsnUsulanFasilitator(models.Model):
    """A unit's head proposes facilitators in writing (Pasal 9 (2)).

    The head of the unit writes and submits; Kepala Badan approves or refuses the
    whole proposal with a letter. Approval makes one appointment per person, with
    its requirements checked; nobody decides on the own proposal.
    """

    _name = "asn.usulan.fasilitator"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Proposal of Facilitators (Usulan Fasilitator)"
    _order = "create_date desc, id desc"
    _GUARDED = {
        "nomor": False,
        "state": "draf",
        "diajukan_pada": False,
        "surat_pdf": False,
        "nomor_surat": False,
        "tanggal_surat": False,
        "diputus_oleh_id": False,
        "diputus_pada": False,
        "alasan_putusan": False,
    }

    nomor = fields.Char("No.", readonly=True, copy=False)
    unit_id = fields.Many2one(
        "hr.department",
        "Unit",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._unit_awal(),
    )
    create_uid = fields.Many2one("res.users", "Proposed By", readonly=True)
    alasan = fields.Text("Reason", required=True)
    tanggal_mulai = fields.Date(
        "From", required=True, default=fields.Date.context_today
    )
    tanggal_selesai = fields.Date(
        "Until",
        required=True,
        default=lambda self: (
            fields.Date.context_today(self) + relativedelta(years=1, days=-1)
        ),
    )
    calon_ids = fields.One2many(
        "asn.usulan.fasilitator.calon", "usulan_id", "Persons Proposed"
    )
    state = fields.Selection(
        [
            ("draf", "Draft (draf)"),
            ("diajukan", "Submitted (diajukan)"),
            ("disetujui", "Approved (disetujui)"),
            ("ditolak", "Refused (ditolak)"),
        ],
        default="draf",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    diajukan_pada = fields.Datetime("Submitted On", readonly=True, copy=False)
    surat_pdf = fields.Binary(
        "Proposal Letter", attachment=True, readonly=True, copy=False
    )
    nama_surat = fields.Char(compute="_compute_nama_surat")
    nomor_surat = fields.Char("Letter No.", readonly=True, copy=False)
    tanggal_surat = fields.Date("Letter Date", readonly=True, copy=False)
    diputus_oleh_id = fields.Many2one(
        "res.users", "Decided By", readonly=True, copy=False, ondelete="restrict"
    )
    diputus_pada = fields.Datetime("Decided On", readonly=True, copy=False)
    alasan_putusan = fields.Text("Reason of the Decision", readonly=True, copy=False)
    pemberian_ids = fields.One2many(
        "asn.pemberian.peran", "usulan_id", "Appointments", readonly=True
    )
    can_putus = fields.Boolean(compute="_compute_can_putus")

    @api.model
    def _unit_awal(self):
        """Return the regional body that the user heads, else a unit of hers."""
        unit = self.env["hr.department"].search(
            [("manager_id.user_id", "=", self.env.uid)], order="parent_path"
        )
        return unit[:1]

    @api.depends("nomor")
    def _compute_nama_surat(self):
        for usulan in self:
            usulan.nama_surat = f"usulan_fasilitator_{usulan.nomor or 'draf'}.pdf"

    @api.depends("nomor", "unit_id")
    def _compute_display_name(self):
        for usulan in self:
            usulan.display_name = " – ".join(
                filter(None, [usulan.nomor, usulan.unit_id.name])
            )

    @api.depends("state", "create_uid")
    @api.depends_context("uid")
    def _compute_can_putus(self):
        kepala = self.env.user.has_group("asn_base.group_kepala_badan")
        for usulan in self:
            usulan.can_putus = (
                kepala
                and usulan.state == "diajukan"
                and usulan.create_uid != self.env.user
            )

    @api.constrains("tanggal_mulai", "tanggal_selesai")
    def _check_masa(self):
        for usulan in self:
            if usulan.tanggal_selesai < usulan.tanggal_mulai:
                raise UserError(self.env._("The role cannot end before it begins."))

    def write(self, vals):
        if not self._is_mesin() and any(u.state != "draf" for u in self):
            raise UserError(self.env._("A submitted proposal is not changed any more."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draf(self):
        if any(usulan.state != "draf" for usulan in self):
            raise UserError(self.env._("Only a draft proposal can be deleted."))

    def _periksa_kepala(self):
        """Refuse who does not head the unit.

        :raise AccessError: for anybody else
        """
        self.check_access("write")
        dipimpin = self.env.user.asn_unit_dipimpin_ids
        if any(
            u.unit_id not in dipimpin or u.create_uid != self.env.user for u in self
        ):
            raise AccessError(
                self.env._(
                    "The head of a unit proposes facilitators, for the own unit."
                )
            )

    def action_saran(self):
        """Add the persons of the unit who meet what the profile can tell.

        Those whose post says personnel come first; three at most.
        """
        self.ensure_one()
        self._periksa_kepala()
        Syarat = self.env["asn.peran.syarat"]
        # sudo: the check reads more of a profile than the head.
        syarat_sudo = Syarat.sudo()._fakta_peran(self._peran())
        orang = self.env["hr.employee"].search(
            [
                ("unit_id", "child_of", self.unit_id.id),
                ("user_id", "!=", False),
                ("id", "not in", self.calon_ids.employee_id.ids),
                ("id", "!=", self.env.user.employee_id.id),
            ],
            limit=500,
        )
        layak = orang.filtered(
            lambda o: not syarat_sudo._gagal(Syarat._fakta(o.user_id, self.unit_id))
        )
        urut = layak.sorted(
            lambda o: (
                "kepegawaian" not in (o.jabatan_id.name or "").lower(),
                o.unit_id.manager_id == o,
                o.name,
            )
        )
        self.env["asn.usulan.fasilitator.calon"].create(
            [{"usulan_id": self.id, "employee_id": o.id} for o in urut[:3]]
        )
        return True

    @api.model
    def _peran(self):
        return self.env.ref("asn_base.role_fasilitator")

    def action_ajukan(self):
        """Submit with the letter of the proposal; for the head of the unit.

        :raise UserError: nobody is proposed, or a statement is missing
        """
        for usulan in self:
            usulan._periksa_kepala()
            usulan.lock_for_update()
            if usulan.state != "draf":
                raise UserError(
                    self.env._("A submitted proposal is not changed any more.")
                )
            if not usulan.calon_ids:
                raise UserError(self.env._("Propose one person at least."))
            usulan.calon_ids._periksa()
            # sudo: the head was checked; number, letter and state are the system's.
            usulan_sudo = usulan.sudo()._mesin()
            usulan_sudo.write(
                {
                    "nomor": self.env["ir.sequence"]
                    .sudo()  # sudo: the sequence is not for ordinary users.
                    .next_by_code("asn.usulan.fasilitator"),
                    "diajukan_pada": fields.Datetime.now(),
                    "state": "diajukan",
                }
            )
            usulan_sudo.write({"surat_pdf": base64.b64encode(usulan_sudo._surat())})
            usulan_sudo._kabari_kepala()
        return True

    def action_buka_putusan(self):
        """Open the dialog in which Kepala Badan decides."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision"),
            "res_model": "asn.usulan.putusan",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_usulan_id": self.id},
        }

    def _periksa_pemutus(self):
        self.ensure_one()
        self.check_access("read")
        if not self.can_putus:
            raise AccessError(
                self.env._(
                    "Kepala Badan decides on submitted proposals, but not on the own."
                )
            )
        self.lock_for_update()

    def _setujui(self, nomor, tanggal, berkas=None, nama_berkas=None):
        """Approve: one appointment per person, with its requirements checked.

        :raise UserError: a requirement is not met, or number or date are missing
        """
        self._periksa_pemutus()
        Beri = self.env["asn.pemberian.peran"]
        for calon in self.calon_ids:
            # sudo: the approver was checked; the proposer stays the author, so that
            # four eyes hold for the appointment as well.
            beri = (
                Beri.with_user(self.create_uid)
                .sudo()
                ._mesin()
                .create(
                    {
                        **calon._nilai_pemberian(),
                        "usulan_id": self.id,
                        "pengusul_id": self.create_uid.id,
                    }
                )
            )
            calon._salin_pernyataan(beri)
            beri.with_env(self.env)._setujui(nomor, tanggal, berkas, nama_berkas)
        self._putus("disetujui", nomor_surat=nomor.strip(), tanggal_surat=tanggal)

    def _tolak(self, alasan):
        """Refuse with a reason."""
        self._periksa_pemutus()
        if len((alasan or "").strip()) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        self._putus("ditolak", alasan_putusan=alasan.strip())

    def _putus(self, state, **nilai):
        # sudo: the approver was checked; the decision is kept by guarded fields.
        usulan_sudo = self.sudo()._mesin()
        usulan_sudo.write(
            {
                "state": state,
                "diputus_oleh_id": self.env.uid,
                "diputus_pada": fields.Datetime.now(),
                **nilai,
            }
        )
        usulan_sudo.message_notify(
            partner_ids=usulan_sudo.create_uid.partner_id.ids,
            subject=self.env._("Your proposal of facilitators was decided"),
            body=self.alasan_putusan
            or self.env._("Approved by letter %s", nilai.get("nomor_surat")),
        )

    def _kabari_kepala(self):
        """Tell Kepala Badan that a proposal waits."""
        kepala = self.env.ref("asn_base.group_kepala_badan").all_user_ids
        self.message_notify(
            partner_ids=kepala.filtered("active").partner_id.ids,
            subject=self.env._("Proposal of facilitators from %s", self.unit_id.name),
            body=self.alasan,
        )

    def _surat(self):
        """Return the letter of the proposal as PDF, in Indonesian."""
        self = self.with_context(lang="id_ID")
        perusahaan = self.env.company
        html = self.env["ir.qweb"]._render(
            "asn_akses.surat_usulan_fasilitator",
            {
                "usulan": self,
                "kepala": self.create_uid.employee_id,
                "kop": self.env["asn.surat.renderer"]._kop(
                    self.env["asn.jenis.surat"], self
                ),
                "tempat": perusahaan.asn_ibu_kota,
                "badan": perusahaan.asn_nama_badan,
                "tanggal": format_panjang(self.env["hr.employee"]._asn_hari_ini()),
                "mulai": format_panjang(self.tanggal_mulai),
                "selesai": format_panjang(self.tanggal_selesai),
            },
            minimal_qcontext=True,
        )
        return self.env["asn.surat.renderer"]._pdf(
            html, judul=self.env._("Proposal of Facilitators %s", self.nomor)
        )
