import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

#: States in which the person still owes the report.
TERBUKA = ("belum", "dikembalikan")
#: What the person fills in, and what the office answers.
_ISIAN = frozenset({"file", "nama_file", "ipk", "catatan"})
_PETUGAS = frozenset({"tanggapan"})
#: Services whose administrators accept reports.
_LAYANAN = {"tugas_belajar", "izin_belajar"}


class AsnLaporanStudi(models.Model):
    """The report of one semester of a study with permission (services dossier 7).

    Rows follow from the study (see ``asn.riwayat.tugas.belajar``). The person puts
    the report in, BKPSDM accepts it or gives it back with a remark; the file itself
    lies in the archive.
    """

    _name = "asn.laporan.studi"
    _inherit = "asn.penjaga.mixin"
    _description = "Study Report (Laporan Studi)"
    _order = "batas, id"
    _GUARDED = {
        "riwayat_id": False,
        "employee_id": False,
        "semester": 0,
        "batas": False,
        "state": "belum",
        "dokumen_id": False,
        "dikirim_pada": False,
        "diterima_oleh_id": False,
        "diterima_pada": False,
        "diingatkan_pada": False,
    }

    riwayat_id = fields.Many2one(
        "asn.riwayat.tugas.belajar",
        "Study (Tugas Belajar)",
        required=True,
        index=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    semester = fields.Integer("Semester", required=True, aggregator=None)
    batas = fields.Date("Due", required=True, index=True)
    state = fields.Selection(
        [
            ("belum", "To be filed"),
            ("dikirim", "Filed (dikirim)"),
            ("dikembalikan", "Given back (dikembalikan)"),
            ("diterima", "Accepted (diterima)"),
        ],
        "Status",
        default="belum",
        required=True,
    )
    dokumen_id = fields.Many2one(
        "asn.dokumen", "In the Archive", index="btree_not_null", ondelete="restrict"
    )
    dokumen_label = fields.Char("Report on File", compute="_compute_dokumen_label")
    file = fields.Binary(
        "Report (Laporan)", compute="_compute_file", inverse="_inverse_file"
    )
    nama_file = fields.Char(
        "File Name", compute="_compute_file", inverse="_inverse_file"
    )
    ipk = fields.Char("Grade Average (IPK)")
    catatan = fields.Text("Progress in Short")
    tanggapan = fields.Char("Remark of BKPSDM")
    dikirim_pada = fields.Datetime("Filed On", readonly=True)
    diterima_oleh_id = fields.Many2one(
        "res.users", "Accepted By", readonly=True, ondelete="restrict"
    )
    diterima_pada = fields.Datetime("Accepted On", readonly=True)
    diingatkan_pada = fields.Date("Reminded On", groups="base.group_system")
    is_terlambat = fields.Boolean("Overdue", compute="_compute_is_terlambat")
    can_isi = fields.Boolean(compute="_compute_can")
    can_terima = fields.Boolean(compute="_compute_can")

    _satu_per_semester = models.Constraint(
        "UNIQUE (riwayat_id, semester)", "There is one report per semester."
    )
    _terbuka_idx = models.Index("(batas) WHERE state IN ('belum', 'dikembalikan')")

    @api.depends("semester", "riwayat_id")
    def _compute_display_name(self):
        for laporan in self:
            laporan.display_name = self.env._(
                "Semester %(number)s · %(study)s",
                number=laporan.semester,
                study=laporan.riwayat_id.display_name or "",
            )

    @api.depends("batas", "state")
    def _compute_is_terlambat(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for laporan in self:
            laporan.is_terlambat = (
                laporan.state in TERBUKA
                and bool(laporan.batas)
                and laporan.batas < hari_ini
            )

    @api.depends("dokumen_id")
    def _compute_dokumen_label(self):
        # sudo: only its name, for whoever may read the report
        for laporan, sudo in zip(self, self.sudo(), strict=True):
            laporan.dokumen_label = sudo.dokumen_id.display_name or False

    @api.depends_context("uid")
    @api.depends("state", "employee_id")
    def _compute_can(self):
        """Only for the screen; the methods decide for themselves."""
        petugas = self._is_petugas()
        for laporan in self:
            milik = laporan._is_milik()
            laporan.can_isi = milik and laporan.state in TERBUKA
            laporan.can_terima = petugas and not milik and laporan.state == "dikirim"

    def _compute_file(self):
        self.file = False
        self.nama_file = False

    def _inverse_file(self):
        """Nothing is kept here: ``write`` sends the file to the archive."""

    # ---- who may what ----------------------------------------------------

    def _is_milik(self):
        # sudo: whose report it is, whatever may be read of the person
        return self.sudo().employee_id.user_id == self.env.user

    @api.model
    def _is_petugas(self):
        user = self.env.user
        return user.has_group("asn_base.group_admin_aplikasi") and bool(
            _LAYANAN & set(user.layanan_ids.mapped("code"))
        )

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_mesin():
            self._tolak_guarded(["riwayat_id"])
        return super().create(vals_list)

    def write(self, vals):
        """Let the person fill in what is owed, and the office answer.

        :raises AccessError: for anything else
        """
        if self._is_mesin():
            return super().write(vals)
        vals = dict(vals)
        for laporan in self:
            laporan._periksa_tulis(set(vals))
        berkas = vals.pop("file", None)
        nama = vals.pop("nama_file", None)
        if berkas:
            for laporan in self:
                laporan._unggah(berkas, nama)
        return super().write(vals)

    def _periksa_tulis(self, kolom):
        boleh = set()
        if self._is_milik() and self.state in TERBUKA:
            boleh |= _ISIAN
        if self._is_petugas() and not self._is_milik() and self.state == "dikirim":
            boleh |= _PETUGAS
        if lain := kolom - boleh:
            self._tolak_guarded(lain & self._fields.keys() or ["state"])

    @api.ondelete(at_uninstall=False)
    def _unlink_mesin(self):
        if not self._is_mesin():
            self._tolak_guarded(["riwayat_id"])

    def _unggah(self, isi, nama):
        """File the report in the archive, once for the same content."""
        self.ensure_one()
        try:
            mentah = base64.b64decode(isi, validate=True)
        except ValueError:
            raise UserError(
                self.env._("The file arrived damaged. Please upload it again.")
            )
        laporan = self.sudo()  # sudo: the person files it; the archive checks the file
        dokumen = self.env["asn.dokumen"]._arsipkan(
            laporan.employee_id,
            "LAPORAN_STUDI",
            mentah,
            nama or "laporan.pdf",
            nomor=f"{laporan.riwayat_id.nomor_sk or '-'} semester {self.semester}",
            sumber="unggah",
            status="belum",
        )
        laporan._mesin().write({"dokumen_id": dokumen.id})

    # ---- buttons -----------------------------------------------------------

    def action_kirim(self):
        """File the report with BKPSDM.

        :raises AccessError: for anybody but the person
        :raises UserError: without a file, or when it is filed already
        """
        self.ensure_one()
        self.check_access("write")
        if not self._is_milik():
            raise AccessError(self.env._("Everybody files the own reports only."))
        if self.state not in TERBUKA:
            raise UserError(self.env._("This report was filed already."))
        laporan = self.sudo()  # sudo: the state is the engine's to write
        if not laporan.dokumen_id:
            raise UserError(self.env._("Upload the report first."))
        laporan._mesin().write(
            {"state": "dikirim", "dikirim_pada": fields.Datetime.now()}
        )
        return True

    def _pastikan_petugas(self):
        """Refuse who may not answer, and what is not filed.

        :raises AccessError, UserError: in these cases
        """
        self.check_access("read")
        for laporan in self:
            if not self._is_petugas() or laporan._is_milik():
                raise AccessError(
                    self.env._(
                        "Administrators of the services of study accept reports, never"
                        " the own ones."
                    )
                )
            if laporan.state != "dikirim":
                raise UserError(self.env._("Only a filed report can be answered."))

    def action_terima(self):
        """Accept filed reports; their files become verified in the archive."""
        self._pastikan_petugas()
        # sudo: state and archive are the engine's to write
        for laporan in self.sudo():
            laporan.env["asn.dokumen"]._arsipkan(
                laporan.employee_id,
                "LAPORAN_STUDI",
                base64.b64decode(laporan.dokumen_id.file),
                laporan.dokumen_id.nama_file,
            )
            laporan._mesin().write(
                {
                    "state": "diterima",
                    "diterima_oleh_id": self.env.uid,
                    "diterima_pada": fields.Datetime.now(),
                }
            )
            laporan._kabari(self.env._("Study report accepted"), laporan.tanggapan)
        return True

    def action_kembalikan(self):
        """Give reports back; the remark says what is wrong.

        :raises UserError: without a remark
        """
        self._pastikan_petugas()
        if any(not (laporan.tanggapan or "").strip() for laporan in self):
            raise UserError(self.env._("Fill in the remark first: what is wrong?"))
        for laporan in self.sudo():  # sudo: the state is the engine's to write
            laporan._mesin().write({"state": "dikembalikan"})
            laporan._kabari(self.env._("Study report given back"), laporan.tanggapan)
        return True

    def _kabari(self, judul, isi, jenis="info"):
        """Tell the person; the notice leads to the report."""
        self.ensure_one()
        user = self.employee_id.user_id
        if user.active:
            self.env["asn.pemberitahuan"]._catat(
                [
                    {
                        "user_id": user.id,
                        "judul": judul,
                        "isi": isi or self.display_name,
                        "jenis": jenis,
                        "res_model": self._name,
                        "res_id": self.id,
                    }
                ]
            )
