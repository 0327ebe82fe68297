from datetime import date

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import impor_contoh, impor_templat

_BELUM_JALAN = ("draft", "diperiksa")


class AsnImpor(models.Model):
    """One roster of personnel on its way in: upload, check, run, done.

    The check writes nothing but its findings. The run works in batches in the
    background; position and data are committed together, so that a killed run
    goes on where it stopped and nobody enters twice. For the system
    administrator only (``security/matrix.csv``).
    """

    _name = "asn.impor"
    _description = "Import of Personnel (Impor Pegawai)"
    _order = "id desc"
    _rec_name = "nama_file"

    #: What a person may write, and until when; the methods write the rest.
    _ISIAN = frozenset(
        (
            "file",
            "nama_file",
            "jenis",
            "mode",
            "buat_akun",
            "buat_jabatan",
            "buat_koreksi",
            "abaikan_kolom",
            "alasan_tarik",
            "lembar_ids",
            "kolom_ids",
        )
    )
    _UBAH_PERIKSA = frozenset(
        (
            "file",
            "nama_file",
            "jenis",
            "buat_jabatan",
            "buat_koreksi",
            "abaikan_kolom",
        )
    )
    _AWAL = {
        "state": "draft",
        "jumlah_baris": 0,
        "jumlah_siap": 0,
        "jumlah_baru": 0,
        "jumlah_diperbarui": 0,
        "jumlah_riwayat": 0,
        "jumlah_sama": 0,
        "jumlah_bermasalah": 0,
        "jumlah_galat": 0,
        "jumlah_peringatan": 0,
        "jumlah_akun": 0,
        "posisi": 0,
        "ada_galat_berkas": False,
        "pesan": False,
        "dijalankan_oleh_id": False,
        "mulai_pada": False,
        "selesai_pada": False,
        "is_pratinjau": False,
        "tarik_orang": 0,
        "tarik_nilai": 0,
        "tarik_riwayat": 0,
        "tarik_tertinggal": 0,
        "ditarik_oleh_id": False,
        "ditarik_pada": False,
    }

    file = fields.Binary("Spreadsheet (.xlsx)", attachment=True, copy=False)
    nama_file = fields.Char("File Name", copy=False)
    jenis = fields.Selection(
        "_pilihan_jenis",
        "The File Holds (Jenis)",
        help="Empty: told from the titles and headings of the sheets.",
    )
    mode = fields.Selection(
        [
            ("semua", "All rows or none (semua atau tidak sama sekali)"),
            ("baik", "Only the sound rows (hanya baris yang baik)"),
        ],
        default="semua",
        required=True,
    )
    buat_akun = fields.Boolean(
        "Create Accounts",
        help="Everybody without an account gets one: login NIP, without password."
        " The person sets the password through an invitation.",
    )
    buat_jabatan = fields.Boolean(
        "Create New Posts (Jabatan Baru)",
        help="Posts that are unknown in the unit are created; the column"
        " jenis_jabatan says of which kind.",
    )
    buat_koreksi = fields.Boolean(
        "Differences Are Corrections (Koreksi)",
        help="A history row that is there already with other values is recorded as a"
        " correction, which keeps the old row. Otherwise it is an error.",
    )
    abaikan_kolom = fields.Boolean(
        "Ignore Unknown Columns",
        help="Columns that the system does not know become warnings.",
    )
    state = fields.Selection(
        [
            ("draft", "Upload (Unggah)"),
            ("memeriksa", "Being Checked (Memeriksa)"),
            ("diperiksa", "Checked (Diperiksa)"),
            ("berjalan", "Running (Berjalan)"),
            ("selesai", "Done (Selesai)"),
            ("gagal", "Stopped (Gagal)"),
            ("dibatalkan", "Cancelled (Dibatalkan)"),
            ("menarik", "Being Undone (Menarik)"),
            ("ditarik", "Undone (Ditarik)"),
        ],
        "Status",
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    jumlah_baris = fields.Integer("Rows", readonly=True, copy=False)
    jumlah_siap = fields.Integer("Sound Rows", readonly=True, copy=False)
    jumlah_baru = fields.Integer("New People", readonly=True, copy=False)
    jumlah_diperbarui = fields.Integer("Updated", readonly=True, copy=False)
    jumlah_riwayat = fields.Integer("New History Rows", readonly=True, copy=False)
    jumlah_sama = fields.Integer("Unchanged", readonly=True, copy=False)
    jumlah_bermasalah = fields.Integer("Rows with Errors", readonly=True, copy=False)
    jumlah_galat = fields.Integer("Errors", readonly=True, copy=False)
    jumlah_peringatan = fields.Integer("Warnings", readonly=True, copy=False)
    jumlah_akun = fields.Integer("Accounts Created", readonly=True, copy=False)
    posisi = fields.Integer("Rows Processed", readonly=True, copy=False)
    kemajuan = fields.Float("Progress", compute="_compute_kemajuan")
    ada_galat_berkas = fields.Boolean(readonly=True, copy=False)
    pesan = fields.Text("What Happened", readonly=True, copy=False)
    dijalankan_oleh_id = fields.Many2one(
        "res.users", "Run By", readonly=True, copy=False
    )
    mulai_pada = fields.Datetime("Started", readonly=True, copy=False)
    selesai_pada = fields.Datetime("Finished", readonly=True, copy=False)
    masalah_ids = fields.One2many("asn.impor.masalah", "impor_id", "Problems")
    lembar_ids = fields.One2many("asn.impor.lembar", "impor_id", "Sheets (Lembar)")
    kolom_ids = fields.One2many("asn.impor.kolom", "impor_id", "Columns (Kolom)")
    bagian_ids = fields.One2many("asn.impor.bagian", "impor_id", "Batches")
    is_pratinjau = fields.Boolean("Undoing Previewed", readonly=True, copy=False)
    alasan_tarik = fields.Char("Reason of Undoing (Alasan)", copy=False)
    tarik_orang = fields.Integer("People Archived", readonly=True, copy=False)
    tarik_nilai = fields.Integer("People Put Back", readonly=True, copy=False)
    tarik_riwayat = fields.Integer("History Rows Voided", readonly=True, copy=False)
    tarik_tertinggal = fields.Integer("Rows That Stay", readonly=True, copy=False)
    ditarik_oleh_id = fields.Many2one(
        "res.users", "Undone By", readonly=True, copy=False
    )
    ditarik_pada = fields.Datetime("Undone On", readonly=True, copy=False)

    @api.depends("posisi", "jumlah_siap", "state", "lembar_ids.is_terbaca")
    def _compute_kemajuan(self):
        for impor in self:
            impor.kemajuan = 100 if impor.state in ("selesai", "ditarik") else 0
            if impor.state == "memeriksa":
                impor.kemajuan = impor._kemajuan_bagian(("siap",), lembar=True)
            elif impor.state == "menarik":
                impor.kemajuan = impor._kemajuan_bagian(("ditarik",))
            elif impor.state not in _BELUM_JALAN and impor.jumlah_siap:
                impor.kemajuan = 100 * impor.posisi / impor.jumlah_siap

    def _kemajuan_bagian(self, status, lembar=False):
        """Return how many of the batches (and sheets) are that far, in percent."""
        # sudo: batches are nobody's to read; only their number is shown.
        bagian = self.sudo().bagian_ids
        selesai = len(bagian.filtered(lambda b: b.status in status))
        semua = len(bagian)
        if lembar:
            selesai += len(self.lembar_ids.filtered("is_terbaca"))
            semua += len(self.lembar_ids)
        return 100 * selesai / semua if semua else 0

    # -- guards ------------------------------------------------------------

    @api.model
    def _tolak_palsu(self, vals):
        """Refuse values of state and progress that come from outside."""
        for nama, nilai in vals.items():
            if nama not in self._ISIAN and (nilai or False) != (
                self._AWAL.get(nama) or False
            ):
                raise AccessError(
                    self.env._(
                        "State and progress of an import are set by its own steps."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._tolak_palsu(vals)
            self._periksa_unggahan(vals)
        records = super().create(vals_list)
        for impor in records:
            # Again: defaults of the context or of ir.default arrive only now.
            # sudo: one of the guarded fields may be read by nobody.
            impor_sudo = impor.sudo()
            self._tolak_palsu({n: impor_sudo[n] for n in self._AWAL if impor_sudo[n]})
        return records

    def write(self, vals):
        if vals.keys() - self._ISIAN:
            raise AccessError(
                self.env._("State and progress of an import are set by its own steps.")
            )
        tetap = vals.keys() - {"alasan_tarik"}
        if tetap and any(impor.state not in _BELUM_JALAN for impor in self):
            raise UserError(
                self.env._("An import that has begun can no longer be changed.")
            )
        self._periksa_unggahan(vals)
        if vals.keys() & {"file", "nama_file", "jenis"}:
            # sudo: another file has other sheets.
            self.sudo().lembar_ids.unlink()
        if vals.keys() & self._UBAH_PERIKSA:
            self._periksa_lagi()
        return super().write(vals)

    def _tulis(self, vals):
        """Write guarded values: past this model's own ``write``."""
        # pylint: disable=super-method-mismatch
        # sudo: one of the guarded fields may be written by nobody.
        return super(AsnImpor, self.sudo()).write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_berjalan(self):
        jalan = ("memeriksa", "berjalan", "menarik")
        if any(
            impor.state in jalan or impor._bagian("selesai") or impor._bagian("ditarik")
            for impor in self
        ):
            raise UserError(
                self.env._("A running or finished import is kept as evidence.")
            )

    # -- steps -------------------------------------------------------------

    def action_periksa(self):
        """Check the file and the database for every row; write no personal data.

        :raise UserError: when there is no file, or it is no roster at all
        """
        self.ensure_one()
        self.check_access("write")
        self.lock_for_update()
        if self.state not in (*_BELUM_JALAN, "gagal", "dibatalkan"):
            raise UserError(
                self.env._("An import that has begun can no longer be changed.")
            )
        if self._bagian("selesai"):
            raise UserError(
                self.env._(
                    "Rows of this import are in already. Upload the file again as a new"
                    " import; what is in will be recognised."
                )
            )
        self._mulai_periksa()
        return True

    def action_jalankan(self):
        """Start the import in the background.

        :raise UserError: before a check, with errors in all-or-none mode, or when
            no row is sound
        """
        self.ensure_one()
        self.check_access("write")
        self.lock_for_update()
        self._boleh_jalan()
        # The forecast of the check gives way to what really happens.
        nol = ("baru", "diperbarui", "riwayat", "sama", "akun")
        self._tulis(
            {
                "state": "berjalan",
                **{f"jumlah_{nama}": 0 for nama in nol},
                "posisi": 0,
                "pesan": False,
                "dijalankan_oleh_id": self.env.uid,
                "mulai_pada": fields.Datetime.now(),
                "selesai_pada": False,
            }
        )
        self._picu()
        return True

    def _boleh_jalan(self):
        """Refuse to start what may not be started, with the reason."""
        if self.state != "diperiksa":
            raise UserError(self.env._("Check the file first (Periksa)."))
        if self.ada_galat_berkas:
            raise UserError(
                self.env._("The headings of the file have errors; correct them first.")
            )
        if self.mode == "semua" and self.jumlah_galat:
            raise UserError(
                self.env._(
                    "%(rows)s rows have errors, so nothing was imported. Correct the"
                    " file, or choose to import only the sound rows.",
                    rows=self.jumlah_bermasalah,
                )
            )
        if not self.jumlah_siap:
            raise UserError(self.env._("The file has no row that can be imported."))

    def action_batal(self):
        """Stop the import; rows that are already in stay and are counted."""
        self.ensure_one()
        self.check_access("write")
        # Waits for the batch that is being written, instead of failing.
        self.env.cr.execute(
            "SELECT id FROM asn_impor WHERE id = %s FOR UPDATE", [self.id]
        )
        self.invalidate_recordset(["state"])
        if self.state not in ("memeriksa", "diperiksa", "berjalan", "gagal"):
            raise UserError(self.env._("There is nothing to cancel."))
        self._tulis({"state": "dibatalkan", "selesai_pada": fields.Datetime.now()})
        self._buang_isi()
        return True

    def action_lihat_galat(self):
        """Open the errors, which keep rows out."""
        return self._lihat_masalah("E")

    def action_lihat_peringatan(self):
        """Open the warnings, which let rows pass."""
        return self._lihat_masalah("W")

    def _lihat_masalah(self, tingkat):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Problems (Masalah)"),
            "res_model": "asn.impor.masalah",
            "views": [(False, "list"), (False, "kanban")],
            "view_mode": "list,kanban",
            "mobile_view_mode": "kanban",
            "domain": [("impor_id", "=", self.id), ("tingkat", "=", tingkat)],
        }

    @api.model
    def _tabel_gaji(self):
        """Return today's pay table as ``{(golongan, mkg_tahun): rupiah}``."""
        baris = self.env["asn.gaji.pokok"].search(
            [("berlaku_mulai", "<=", date.today())],  # noqa: DTZ011  table of facts
            order="berlaku_mulai",
        )
        return {(g.golongan_id.kode, g.mkg_tahun): g.gaji_pokok for g in baris}

    @api.model
    def _contoh(self, jumlah, seed=1945):
        """Return an invented roster as bytes, for measurements."""
        return impor_templat.isi(
            impor_contoh.orang(jumlah, seed=seed, gaji=self._tabel_gaji())
        )
