import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import manifes

_BELUM_JALAN = ("draft", "diperiksa")


class AsnImporArsip(models.Model):
    """A zip of documents on its way into the archive: upload, check, run, done.

    A manifest in the zip says whose each file is; without one the names say it. The
    check writes nothing to the archive. For the system administrator only.
    """

    _name = "asn.impor.arsip"
    _inherit = "asn.penjaga.mixin"
    _description = "Import of Documents (Impor Arsip)"
    _order = "id desc"
    _rec_name = "nama_file"
    _GUARDED = {
        "state": "draft",
        "pesan": False,
        "dijalankan_oleh_id": False,
        "selesai_pada": False,
        "baris_ids": [],
    }

    file = fields.Binary("Zip (.zip)", attachment=True, copy=False)
    nama_file = fields.Char("File Name", copy=False)
    mode = fields.Selection(
        [
            ("semua", "All files or none (semua atau tidak sama sekali)"),
            ("baik", "Only the sound files (hanya berkas yang baik)"),
        ],
        default="baik",
        required=True,
    )
    is_sah = fields.Boolean(
        "Compared With the Originals",
        help="The documents are filed as verified (sah). Otherwise they wait for"
        " verification like any upload.",
    )
    state = fields.Selection(
        [
            ("draft", "Upload (Unggah)"),
            ("memeriksa", "Being Checked (Memeriksa)"),
            ("diperiksa", "Checked (Diperiksa)"),
            ("berjalan", "Running (Berjalan)"),
            ("selesai", "Done (Selesai)"),
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
    pesan = fields.Char("What Happened", readonly=True, copy=False)
    dijalankan_oleh_id = fields.Many2one(
        "res.users", "Run By", readonly=True, copy=False
    )
    selesai_pada = fields.Datetime("Finished", readonly=True, copy=False)
    alasan_tarik = fields.Char("Reason of Undoing (Alasan)", copy=False)
    baris_ids = fields.One2many("asn.impor.arsip.baris", "impor_id", "Files (Berkas)")
    jumlah = fields.Integer("Files", compute="_compute_jumlah")
    jumlah_siap = fields.Integer("Can Be Filed", compute="_compute_jumlah")
    jumlah_sama = fields.Integer("In the Archive Already", compute="_compute_jumlah")
    jumlah_galat = fields.Integer("With Errors", compute="_compute_jumlah")
    jumlah_masuk = fields.Integer("Filed", compute="_compute_jumlah")
    jumlah_ditarik = fields.Integer("Taken Back", compute="_compute_jumlah")
    jumlah_tertinggal = fields.Integer("Stay", compute="_compute_jumlah")
    kemajuan = fields.Float("Progress", compute="_compute_jumlah")

    @api.depends("baris_ids.status", "state")
    def _compute_jumlah(self):
        hitung = {
            (impor.id, status): jumlah
            for impor, status, jumlah in self.env["asn.impor.arsip.baris"]._read_group(
                [("impor_id", "in", self.ids)], ["impor_id", "status"], ["__count"]
            )
        }
        for impor in self:
            n = {s: j for (id_, s), j in hitung.items() if id_ == impor.id}
            impor.jumlah = semua = sum(n.values())
            impor.jumlah_siap = n.get("siap", 0)
            impor.jumlah_sama = n.get("sama", 0)
            impor.jumlah_galat = n.get("galat", 0)
            impor.jumlah_masuk = n.get("masuk", 0)
            impor.jumlah_ditarik = n.get("ditarik", 0)
            impor.jumlah_tertinggal = n.get("tertinggal", 0)
            sisa = {"memeriksa": "menunggu", "berjalan": "siap", "menarik": "masuk"}
            lagi = n.get(sisa.get(impor.state), 0)
            impor.kemajuan = 100 * (semua - lagi) / semua if semua else 0

    # -- guards ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._periksa_unggahan(vals)
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_mesin():
            tetap = vals.keys() - {"alasan_tarik"}
            if tetap and any(impor.state not in _BELUM_JALAN for impor in self):
                raise UserError(
                    self.env._("An import that has begun can no longer be changed.")
                )
            self._periksa_unggahan(vals)
            if vals.keys() & {"file", "nama_file"}:
                self._ulangi()
        return super().write(vals)

    def _ulangi(self):
        """Forget the last check: another file was chosen."""
        # sudo: lines are written by nobody but the import.
        self.sudo()._mesin().baris_ids.unlink()
        self._mesin().write({"state": "draft", "pesan": False})

    @api.ondelete(at_uninstall=False)
    def _unlink_except_jalan(self):
        if any(impor.state not in _BELUM_JALAN for impor in self):
            raise UserError(self.env._("An import that has begun is kept as evidence."))

    @api.model
    def _periksa_unggahan(self, vals):
        """Refuse what is no zip of documents before it is stored."""
        isi = vals.get("file")
        if not isi:
            return
        try:
            if len(isi) > manifes.UKURAN_MAKS * 4 / 3 + 1000:
                batas = manifes.UKURAN_MAKS // 1024 // 1024
                raise manifes.ZipDitolak("zip_besar", batas=batas)
            with manifes.buka_zip(base64.b64decode(isi)) as arsip:
                manifes.anggota(arsip)
        except manifes.ZipDitolak as tolak:
            raise UserError(self._teks_zip(tolak)) from tolak

    @api.model
    def _teks_zip(self, tolak):
        """Return what is said about a refused zip, manifest or member."""
        _ = self.env._
        batas = tolak.rincian.get("batas", "")
        return {
            "zip_kosong": _("The file is empty (0 bytes). Choose the file again."),
            "zip_besar": _("The zip is larger than %s MB. Split it.", batas),
            "zip_rusak": _("The file is damaged or no zip archive (.zip)."),
            "zip_sandi": _("The zip is protected by a password. Remove it first."),
            "zip_banyak": _("The zip holds more than %s files. Split it.", batas),
            "zip_bom": _("The zip unpacks to an unreasonable size; it was not opened."),
            "zip_tanpa_berkas": _("The zip holds no file."),
            "anggota_rusak": _("The file is damaged inside the zip."),
            "manifes_rusak": _("The manifest is no readable workbook (.xlsx)."),
            "manifes_kolom": _(
                "The manifest needs the columns berkas, nip and jenis (and, where you"
                " have them, nomor, tanggal, tmt)."
            ),
        }[tolak.kunci]

    # -- steps -------------------------------------------------------------

    def action_periksa(self):
        """List the files of the zip and check each in the background.

        :raise UserError: without a file, or when the manifest cannot be read
        """
        self._mulai_langkah(_BELUM_JALAN)
        if not self.file:
            raise UserError(self.env._("Choose a zip of documents first."))
        self._ulangi()
        try:
            self._daftar_berkas()
        except manifes.ZipDitolak as tolak:
            raise UserError(self._teks_zip(tolak)) from tolak
        self._mesin().write({"state": "memeriksa"})
        self._picu()
        return True

    def action_jalankan(self):
        """File the sound documents in the background.

        :raise UserError: before a check, or with errors in all-or-none mode
        """
        self._mulai_langkah(("diperiksa",))
        if self.mode == "semua" and self.jumlah_galat:
            raise UserError(
                self.env._(
                    "%(files)s files have errors, so nothing was filed. Correct the zip,"
                    " or choose to file only the sound ones.",
                    files=self.jumlah_galat,
                )
            )
        if not self.jumlah_siap:
            raise UserError(self.env._("The zip has no file that can be filed."))
        self._mesin().write(
            {"state": "berjalan", "dijalankan_oleh_id": self.env.uid, "pesan": False}
        )
        self._picu()
        return True

    def action_batal(self):
        """Stop the import; what is filed stays and can be undone."""
        self._mulai_langkah(("memeriksa", "diperiksa", "berjalan"))
        self._mesin().write(
            {"state": "dibatalkan", "selesai_pada": fields.Datetime.now()}
        )
        return True

    def action_batalkan_hasil(self):
        """Take back what this import filed and nobody has looked at or used since.

        :raise UserError: without a reason, or when nothing was filed
        """
        self._mulai_langkah(("selesai", "dibatalkan"))
        if not self.jumlah_masuk:
            raise UserError(self.env._("This import left nothing that can be undone."))
        if not (self.alasan_tarik or "").strip():
            raise UserError(
                self.env._("Say why the import is undone; the reason is kept.")
            )
        self._mesin().write({"state": "menarik", "pesan": False})
        self._picu()
        return True

    def _mulai_langkah(self, boleh):
        """Let one user at a time take a step that the state allows."""
        self.ensure_one()
        self.check_access("write")
        self.lock_for_update()
        if self.state not in boleh:
            raise UserError(self.env._("This step is not possible now."))

    def _picu(self):
        # sudo: an administrator of personnel may not touch scheduled jobs.
        self.env.ref("asn_arsip.ir_cron_impor_arsip").sudo()._trigger()

    def action_lihat_berkas(self):
        """Open the files with what is known about each."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Files (Berkas)"),
            "res_model": "asn.impor.arsip.baris",
            "views": [(False, "list"), (False, "kanban")],
            "domain": [("impor_id", "=", self.id)],
        }
