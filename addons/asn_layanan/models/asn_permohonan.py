from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

FASE = [
    ("pendaftaran", "Registration (pendaftaran)"),
    ("verifikasi", "Verification (verifikasi)"),
    ("validasi", "Validation (validasi)"),
    ("pengesahan", "Signing (pengesahan)"),
    ("penerbitan", "Issuing (penerbitan)"),
    ("survei", "Survey (survei)"),
    ("selesai", "Finished (selesai)"),
]
STATE = [
    ("draft", "Draft (draf)"),
    ("in_review", "In process (diproses)"),
    ("returned", "To be completed (perlu perbaikan)"),
    ("approved", "Waiting for signature (menunggu tanda tangan)"),
    ("issued", "Issued (terbit)"),
    ("done", "Finished (selesai)"),
    ("rejected", "Rejected (ditolak)"),
    ("cancelled", "Withdrawn (dibatalkan)"),
    ("revoked", "Revoked or replaced (dicabut)"),
]


class AsnPermohonan(models.Model):
    """A request (permohonan) by or for one employee.

    Who may move a request, and from where to where, is stated in
    ``security/transitions.csv`` and in ``domain/transisi.py``. This class names
    no role: steps and who acts there are records of the service. Files beside
    this one: ``_gerbang`` is the only writer of state, ``_aksi`` the public
    methods, ``_penerbitan`` letters and effects, ``_waktu`` deadlines,
    ``_pembatas`` eligibility, ``_layar`` what the screens show.
    """

    _name = "asn.permohonan"
    _inherit = ["asn.penjaga.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Service Request"
    _order = "id desc"
    _rec_name = "nomor"
    # Whoever may read a request takes part in its conversation; the form says
    # that the applicant reads along.
    _mail_post_access = "read"

    nomor = fields.Char("Number", copy=False, readonly=True, index="trigram")
    layanan_id = fields.Many2one(
        "asn.layanan",
        "Service",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('versi_live_id', '!=', False)]",
        default=lambda self: self._default_layanan(),
    )
    layanan_code = fields.Char(related="layanan_id.code", string="Service Code")
    versi_id = fields.Many2one(
        "asn.layanan.versi",
        "Version",
        compute="_compute_versi_id",
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
        copy=False,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        "Employee",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id,
    )
    pemohon_user_id = fields.Many2one(
        "res.users",
        "Applicant's Account",
        compute="_compute_dari_pegawai",
        store=True,
        precompute=True,
        compute_sudo=True,
        index=True,
        copy=False,
    )
    pengaju_id = fields.Many2one(
        "res.users",
        "Filed By",
        default=lambda self: self.env.uid,
        readonly=True,
        index=True,
        ondelete="restrict",
        copy=False,
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit",
        compute="_compute_dari_pegawai",
        store=True,
        precompute=True,
        compute_sudo=True,
        index=True,
        ondelete="restrict",
        copy=False,
    )
    state = fields.Selection(
        STATE, "Status", default="draft", required=True, readonly=True, copy=False
    )
    fase = fields.Selection(
        FASE,
        "Phase",
        default="pendaftaran",
        required=True,
        readonly=True,
        copy=False,
        group_expand=True,
    )
    tahap_id = fields.Many2one(
        "asn.layanan.tahap",
        "Step",
        readonly=True,
        index=True,
        ondelete="restrict",
        copy=False,
    )
    tugas_ids = fields.One2many(
        "asn.permohonan.tugas",
        "permohonan_id",
        "Tasks",
        readonly=True,
        copy=False,
        bypass_search_access=True,
    )
    keputusan_ids = fields.One2many(
        "asn.permohonan.keputusan",
        "permohonan_id",
        "Decisions",
        readonly=True,
        copy=False,
    )
    berkas_ids = fields.One2many(
        "asn.permohonan.berkas", "permohonan_id", "Documents", copy=False
    )
    hasil_periksa_ids = fields.One2many(
        "asn.permohonan.hasil.aturan",
        "permohonan_id",
        "Eligibility",
        readonly=True,
        copy=False,
    )
    survei_ids = fields.One2many(
        "asn.permohonan.survei", "permohonan_id", "Survey", readonly=True, copy=False
    )
    properti = fields.Properties("Answers", definition="versi_id.properti_definisi")
    tanggal_ajuan = fields.Datetime("Submitted", readonly=True, copy=False)
    tanggal_terbit = fields.Datetime("Issued", readonly=True, copy=False)
    tanggal_akhir = fields.Datetime("Closed", readonly=True, copy=False)
    batas_waktu = fields.Datetime("Deadline", readonly=True, copy=False, index=True)
    batas_perbaikan = fields.Date("To Be Completed By", readonly=True, copy=False)
    catatan_kembali = fields.Text("What Is Missing", readonly=True, copy=False)
    surat_id = fields.Many2one(
        "asn.surat",
        "Letter",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    surat_tolak_id = fields.Many2one(
        "asn.surat",
        "Refusal Letter",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    dokumen_produk_id = fields.Many2one(
        "asn.dokumen",
        "Archived Product",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    hash_terakhir = fields.Char("Last Hash", readonly=True, copy=False)
    jumlah_keputusan = fields.Integer("Decisions Taken", readonly=True, copy=False)
    jeda_mulai = fields.Datetime("Clock Stopped", readonly=True, copy=False)
    jeda_hari = fields.Integer("Days Not Counted", readonly=True, copy=False)
    eskalasi_ids = fields.One2many(
        "asn.permohonan.eskalasi",
        "permohonan_id",
        "Reminders Sent",
        readonly=True,
        copy=False,
    )

    _perbaikan_idx = models.Index("(batas_perbaikan) WHERE state = 'returned'")
    _terbuka_idx = models.Index(
        "(employee_id, layanan_id)"
        " WHERE state IN ('in_review', 'returned', 'approved', 'issued')"
    )
    _kanban_idx = models.Index("(fase, id)")
    _layanan_idx = models.Index("(layanan_id, state, id)")
    # Worklists: what runs is a small part of all there ever was.
    _berjalan_idx = models.Index("(id) WHERE state IN ('in_review', 'approved')")
    _berjalan_fase_idx = models.Index(
        "(fase, layanan_id, unit_id, id) WHERE state IN ('in_review', 'approved')"
    )
    _nomor_uniq = models.Constraint(
        "UNIQUE (nomor)", "Request numbers are given once only."
    )

    _GUARDED = {
        "nomor": False,
        "versi_id": False,
        "pemohon_user_id": False,
        "pengaju_id": False,
        "unit_id": False,
        "state": "draft",
        "fase": "pendaftaran",
        "tahap_id": False,
        "tugas_ids": [],
        "keputusan_ids": [],
        "hasil_periksa_ids": [],
        "survei_ids": [],
        "tanggal_ajuan": False,
        "tanggal_terbit": False,
        "tanggal_akhir": False,
        "batas_waktu": False,
        "batas_perbaikan": False,
        "catatan_kembali": False,
        "surat_id": False,
        "surat_tolak_id": False,
        "dokumen_produk_id": False,
        "jenis_tindak": False,
        "asal_id": False,
        "alasan_tindak": False,
        "tindak_ids": [],
        "catatan_ids": [],
        "catatan_terbuka_ids": [],
        "potret_kembali": False,
        "persetujuan": False,
        "persetujuan_pada": False,
        "is_manual": False,
        "kahar_id": False,
        "nomor_naskah": False,
        "tanggal_naskah": False,
        "pejabat_naskah": False,
        "draf_diingatkan": False,
        "hash_terakhir": False,
        "jumlah_keputusan": 0,
        "jeda_mulai": False,
        "jeda_hari": 0,
        "pelaku": False,
        "pelaku_buka": False,
        "eskalasi_ids": [],
        "eksternal_ids": [],
        "perkiraan_selesai": False,
        "perkiraan_lambat": False,
        "perkiraan_hari": 0,
        "perkiraan_dasar": False,
        "lama_hari": 0,
        "terlambat": False,
        "ulangan_dari_id": False,
        "penolak_ttd_id": False,
    }
    #: Fixed from the first submission on, for everybody.
    _TETAP = frozenset({"layanan_id", "employee_id"})

    @api.model
    def _default_layanan(self):
        """Return the service when only one is open."""
        terbuka = self.env["asn.layanan"].search(
            [("versi_live_id", "!=", False)], limit=2
        )
        return terbuka if len(terbuka) == 1 else False

    @api.depends("layanan_id")
    def _compute_versi_id(self):
        for permohonan in self:
            if permohonan.state in (False, "draft"):
                # sudo: the version in force is not for the applicant to choose
                permohonan.versi_id = permohonan.layanan_id.sudo().versi_live_id

    @api.depends("employee_id")
    def _compute_dari_pegawai(self):
        for permohonan in self:
            if permohonan.state in (False, "draft"):
                permohonan.pemohon_user_id = permohonan.employee_id.user_id
                permohonan.unit_id = permohonan.employee_id.unit_id

    @api.depends("nomor", "layanan_id")
    def _compute_display_name(self):
        for permohonan in self:
            permohonan.display_name = permohonan.nomor or self.env._(
                "Draft %s", permohonan.layanan_id.name or ""
            )

    def _nilai_awal(self):
        awal = dict(self._GUARDED, pengaju_id=self.env.uid)
        awal["versi_id"] = self.layanan_id.versi_live_id.id
        awal["pemohon_user_id"] = self.employee_id.user_id.id
        awal["unit_id"] = self.employee_id.unit_id.id
        return awal

    @api.model_create_multi
    def create(self, vals_list):
        # The timeline is the history: no creation note, no follower per row.
        quiet = self.with_context(
            mail_create_nolog=True, mail_create_nosubscribe=True, tracking_disable=True
        )
        records = super(AsnPermohonan, quiet).create(vals_list).with_env(self.env)
        for permohonan in records:
            permohonan._periksa_hak_ajukan()
            if not permohonan.versi_id:
                raise ValidationError(
                    self.env._(
                        "The service %s is not open yet.", permohonan.layanan_id.name
                    )
                )
        records._susun_berkas()
        return records

    def write(self, vals):
        if not self._is_mesin() and self._TETAP & vals.keys():
            # sudo: the state decides, whatever the caller may read
            if any(p.state != "draft" for p in self.sudo()):
                self._tolak_guarded(self._TETAP & vals.keys())
        res = super().write(vals)
        if self._TETAP & vals.keys() and not self._is_mesin():
            for permohonan in self:
                permohonan._periksa_hak_ajukan()
            self._susun_berkas()
        return res

    def _periksa_hak_ajukan(self):
        """Refuse filing for somebody the present user may not file for.

        Own requests; those of the units granted to a fasilitator; and those an
        administrator of the service records for an employee.

        :raises AccessError: in all other cases
        """
        self.ensure_one()
        if self.env.su or self._boleh_mewakili(self.env.user):
            return
        raise AccessError(
            self.env._(
                "You can only file requests for yourself, or, as a facilitator"
                " (fasilitator), for employees of the units granted to you."
            )
        )

    def _boleh_mewakili(self, user):
        """Tell whether a user is the applicant or may act in their place."""
        self.ensure_one()
        # sudo: account and unit of the applicant decide, not who asks
        pegawai = self.sudo().employee_id
        if pegawai.user_id == user:
            return True
        if user.has_group("asn_base.group_fasilitator"):
            return pegawai.unit_id.id in user.asn_scope_unit_ids.ids
        return (
            user.has_group("asn_base.group_admin_aplikasi")
            and self.layanan_id in user.layanan_ids
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        # sudo: decisions count even when the caller may not read them
        if any(p.state != "draft" or p.keputusan_ids for p in self.sudo()):
            raise UserError(
                self.env._(
                    "A request that was submitted is kept. You can withdraw it instead."
                )
            )

    def copy(self, default=None):
        """Refuse: a request is filed once, by whoever files it."""
        if self:
            raise UserError(self.env._("Please make a new request instead of a copy."))
        return super().copy(default)

    def _handler(self):
        """Return the handler of the service of this request."""
        return self.layanan_id._handler()

    @api.model
    def _kalender_kota(self):
        """Return the calendar by which the office counts its days (PRO-12)."""
        # sudo: the company's calendar is no secret, the company record may be
        return self.env.company.sudo().resource_calendar_id
