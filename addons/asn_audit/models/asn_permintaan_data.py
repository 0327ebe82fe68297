from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

_MAKS_HARI = 366
_GRUP_PELAKSANA = "asn_base.group_admin_sistem"
_GRUP_PEMUTUS = "asn_base.group_kepala_badan"
_TERBUKA = ("publik", "umum")


class AsnPermintaanData(models.Model):
    """A request to use personnel data (Pasal 14 (2) and 20).

    Anybody may ask. Kepala Badan passes on the decision of the authorised
    official (PyB) with its number and date; nobody decides on the own request.
    Only Administrator Sistem then exports or prints, within the fields, units
    and days that were approved. Every use is in ``ekspor_ids``.
    """

    _name = "asn.permintaan.data"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Data-Use Request (Permintaan Data)"
    _order = "create_date desc, id desc"
    _rec_name = "nomor"
    _GUARDED = {
        "nomor": False,
        "state": "draft",
        "diajukan_pada": False,
        "diputus_oleh_id": False,
        "diputus_pada": False,
        "nomor_persetujuan": False,
        "tanggal_persetujuan": False,
        "pyb": False,
        "alasan_putusan": False,
        "berakhir_pada": False,
    }
    #: What the decision was about may not change after submission.
    _ISI = frozenset(
        {
            "pemohon_id",
            "penerima",
            "tujuan",
            "dasar_hukum",
            "kelas_ids",
            "unit_ids",
            "is_semua_unit",
            "tanggal_mulai",
            "tanggal_selesai",
        }
    )

    nomor = fields.Char("Number (Nomor)", readonly=True, copy=False)
    pemohon_id = fields.Many2one(
        "res.users",
        "Requested By",
        required=True,
        default=lambda self: self.env.user,
        index=True,
        ondelete="restrict",
    )
    penerima = fields.Char(
        "Recipient (Penerima)",
        required=True,
        help="The office or body that gets the data, and who answers for it there.",
    )
    tujuan = fields.Text("Purpose (Tujuan)", required=True)
    dasar_hukum = fields.Char("Legal Basis (Dasar Hukum)", required=True)
    kelas_ids = fields.Many2many(
        "asn.kelas.data",
        string="Fields and Reports",
        domain="[('kelas', '=', 'persetujuan')]",
    )
    unit_ids = fields.Many2many(
        "hr.department", string="Units", help="With everything below them."
    )
    is_semua_unit = fields.Boolean("All Units")
    tanggal_mulai = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until", required=True)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("diajukan", "Submitted (diajukan)"),
            ("disetujui", "Approved (disetujui)"),
            ("ditolak", "Refused (ditolak)"),
            ("berakhir", "Ended (berakhir)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    diajukan_pada = fields.Datetime("Submitted On", readonly=True, copy=False)
    nomor_persetujuan = fields.Char("Approval No.", readonly=True, copy=False)
    tanggal_persetujuan = fields.Date("Approval Date", readonly=True, copy=False)
    pyb = fields.Char("Authorised Official (PyB)", readonly=True, copy=False)
    diputus_oleh_id = fields.Many2one(
        "res.users", "Decided By", readonly=True, copy=False, ondelete="restrict"
    )
    diputus_pada = fields.Datetime("Decided On", readonly=True, copy=False)
    alasan_putusan = fields.Text("Reason", readonly=True, copy=False)
    berakhir_pada = fields.Datetime("Ended On", readonly=True, copy=False)
    ekspor_ids = fields.One2many(
        "asn.jejak.ekspor", "permintaan_id", "Uses", readonly=True
    )
    can_putus = fields.Boolean(compute="_compute_can_putus")
    is_isi_tetap = fields.Boolean(compute="_compute_can_putus")

    _nomor_uniq = models.UniqueIndex("(nomor) WHERE nomor IS NOT NULL")

    @api.depends("state", "pemohon_id")
    @api.depends_context("uid")
    def _compute_can_putus(self):
        pemutus = self.env.user.has_group(_GRUP_PEMUTUS)
        for minta in self:
            minta.is_isi_tetap = minta.state != "draft"
            minta.can_putus = (
                pemutus
                and minta.state == "diajukan"
                and self.env.user not in (minta.pemohon_id | minta.create_uid)
            )

    @api.depends("nomor", "penerima")
    def _compute_display_name(self):
        for minta in self:
            minta.display_name = minta.nomor or minta.penerima or self.env._("New")

    @api.constrains("tanggal_mulai", "tanggal_selesai")
    def _check_masa(self):
        for minta in self:
            hari = (minta.tanggal_selesai - minta.tanggal_mulai).days
            if not 0 <= hari <= _MAKS_HARI:
                raise ValidationError(
                    self.env._(
                        "The period must end after it begins and last a year at most."
                        " Ask again when it has ended."
                    )
                )

    # -- guards ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        baru._periksa_pemohon()
        return baru

    def write(self, vals):
        if not self._is_mesin() and self._ISI & vals.keys():
            if any(minta.state != "draft" for minta in self):
                raise UserError(
                    self.env._(
                        "A submitted data-use request is not changed: the decision is"
                        " about what was submitted. Make a new request."
                    )
                )
        hasil = super().write(vals)
        if "pemohon_id" in vals:
            self._periksa_pemohon()
        return hasil

    def _periksa_pemohon(self):
        """Let only the system administrator ask in somebody else's name."""
        if self.env.su or self.env.user.has_group(_GRUP_PELAKSANA):
            return
        if any(minta.pemohon_id != self.env.user for minta in self):
            raise AccessError(self.env._("You can ask for data in your own name only."))

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(minta.state != "draft" for minta in self):
            raise UserError(self.env._("Only a draft request can be deleted."))

    # -- steps -------------------------------------------------------------

    def _pindah(self, dari, ke, **nilai):
        """Move locked requests from one state to another."""
        self.lock_for_update()
        if any(minta.state not in dari for minta in self):
            raise UserError(
                self.env._(
                    "The request is not in the state for this step any more. Open it"
                    " again to see who did what."
                )
            )
        # sudo: the caller was checked; the step writes guarded fields.
        self.sudo()._mesin().write({"state": ke, **nilai})

    def action_ajukan(self):
        """Submit: for the requester and who wrote the request down."""
        self.check_access("write")
        for minta in self:
            if not self.env.su and self.env.user not in (
                minta.pemohon_id | minta.create_uid
            ):
                raise AccessError(
                    self.env._("Only the requester can submit this request.")
                )
            if not minta.kelas_ids:
                raise UserError(
                    self.env._("Choose the fields or reports that you need first.")
                )
            if not minta.unit_ids and not minta.is_semua_unit:
                raise UserError(
                    self.env._("Choose the units whose data you need first.")
                )
            # sudo: the sequence is not for ordinary users.
            urut = self.env["ir.sequence"].sudo()
            minta._pindah(
                ("draft",),
                "diajukan",
                nomor=minta.nomor or urut.next_by_code("asn.permintaan.data"),
                diajukan_pada=fields.Datetime.now(),
            )
        return True

    def _periksa_pemutus(self):
        self.check_access("read")
        if not self.env.user.has_group(_GRUP_PEMUTUS):
            raise AccessError(
                self.env._(
                    "Only Kepala Badan records the decision of the authorised official"
                    " (PyB) on data-use requests."
                )
            )
        if any(self.env.user in (m.pemohon_id | m.create_uid) for m in self):
            raise AccessError(
                self.env._("Nobody decides on the own request. Let the PyB decide.")
            )

    def _setujui(self, nomor, tanggal, pyb):
        """Record the approval of the PyB; for Kepala Badan.

        :param nomor: number of the approving letter
        :param tanggal: its date, not in the future
        :param pyb: name or post of the authorised official
        """
        self._periksa_pemutus()
        if not (nomor or "").strip() or not tanggal or not (pyb or "").strip():
            raise UserError(
                self.env._("Fill in the number, date and official of the approval.")
            )
        if tanggal > fields.Date.context_today(self):
            raise UserError(self.env._("The date of the approval is in the future."))
        self._pindah(
            ("diajukan",),
            "disetujui",
            nomor_persetujuan=nomor.strip(),
            tanggal_persetujuan=tanggal,
            pyb=pyb.strip(),
            diputus_oleh_id=self.env.uid,
            diputus_pada=fields.Datetime.now(),
        )

    def _tolak(self, alasan):
        """Refuse with a reason; for Kepala Badan."""
        self._periksa_pemutus()
        self._pindah(
            ("diajukan",),
            "ditolak",
            alasan_putusan=self._alasan(alasan),
            diputus_oleh_id=self.env.uid,
            diputus_pada=fields.Datetime.now(),
        )

    def _cabut(self, alasan):
        """End an approved request before its time; works at once."""
        self.check_access("read")
        if not any(
            self.env.user.has_group(g) for g in (_GRUP_PEMUTUS, _GRUP_PELAKSANA)
        ):
            raise AccessError(
                self.env._("Only Kepala Badan or Administrator Sistem revokes.")
            )
        self._pindah(
            ("disetujui",),
            "berakhir",
            alasan_putusan=self._alasan(alasan),
            berakhir_pada=fields.Datetime.now(),
        )

    def action_buka_putusan(self):
        """Open the dialog to approve or refuse."""
        return self._dialog("setuju")

    def action_buka_cabut(self):
        """Open the dialog to revoke."""
        return self._dialog("cabut")

    def _dialog(self, hasil):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision"),
            "res_model": "asn.permintaan.putusan",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_permintaan_id": self.id, "default_hasil": hasil},
        }

    @api.model
    def _alasan(self, alasan):
        if len((alasan or "").strip()) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        return alasan.strip()

    @api.model
    def _cron_akhiri(self):
        """End approved requests whose last day has passed."""
        hari_ini = fields.Date.context_today(self.with_context(tz="Asia/Jakarta"))
        # sudo: a scheduled job of the machine
        lewat = self.sudo().search(
            [("state", "=", "disetujui"), ("tanggal_selesai", "<", hari_ini)]
        )
        lewat._mesin().write(
            {"state": "berakhir", "berakhir_pada": fields.Datetime.now()}
        )
        return len(lewat)

    # -- the gate ----------------------------------------------------------

    def _unit_cakupan(self):
        """Return the units of an approved request, with those below."""
        Unit = self.env["hr.department"].with_context(active_test=False)
        if self.is_semua_unit:
            return Unit.search([])  # pylint: disable=no-search-all
        return Unit.search([("id", "child_of", self.unit_ids.ids)])

    def _berlaku(self):
        """Return those requests that are approved and in their period."""
        hari_ini = fields.Date.context_today(self.with_context(tz="Asia/Jakarta"))
        return self.filtered(
            lambda m: (
                m.state == "disetujui"
                and m.tanggal_mulai <= hari_ini <= m.tanggal_selesai
            )
        )

    def _mencakup(self, kode, unit=None):
        """Tell whether one request covers all codes, and all units if given."""
        self.ensure_one()
        punya = set(self.kelas_ids.mapped("kode"))
        if any(
            k not in punya and k.rpartition(".")[0] + ".*" not in punya for k in kode
        ):
            return False
        if unit is None or self.is_semua_unit:
            return True
        return not (unit - self._unit_cakupan())

    @api.model
    def _izin(self, laporan, kelas, unit=None, permintaan=None):
        """Return the approved request that allows an output, or refuse.

        Public data need no request: the answer is then an empty recordset.
        Everything else is printed and exported by Administrator Sistem only,
        and only within an approved request (Pasal 20 (4)).

        :param laporan: code of the report, or a collection of codes
            (``model.field``), as in ``asn.kelas.data``
        :param kelas: ``publik`` or ``persetujuan`` (anything else counts as it)
        :param unit: ``hr.department`` whose people are in the output; none
            means people of all units
        :param permintaan: the request that the user chose, if any
        :raise AccessError: in words that say what to do
        """
        if kelas in _TERBUKA:
            return self.browse()
        kode = {laporan} if isinstance(laporan, str) else set(laporan)
        if not self.env.user.has_group(_GRUP_PELAKSANA):
            raise AccessError(
                self.env._(
                    "These data are given out on approval only (Pasal 20) and exported"
                    " or printed by Administrator Sistem. Make a data-use request"
                    " (Permintaan Data) that names the purpose, the data and the units."
                )
            )
        calon = permintaan or self.search([("state", "=", "disetujui")])
        if unit is None:
            unit = self.env["hr.department"].search([])  # pylint: disable=no-search-all
        for minta in calon._berlaku():
            if minta._mencakup(kode, unit):
                return minta
        raise AccessError(
            self.env._(
                "No approved data-use request covers this today: %(what)s. It must name"
                " these data and units and be in its period. Ask for one under"
                " Permintaan Data, or narrow the columns and units.",
                what=", ".join(sorted(kode)[:8]),
            )
        )
