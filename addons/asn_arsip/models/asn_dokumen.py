import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import berkas

#: Set by this model's own methods only: never by a form, an import, a default
#: or a personal preference of any user, administrators included.
_TERJAGA = {
    "status": "belum",
    "sha256": False,
    "mimetype": False,
    "ukuran": 0,
    "halaman": 0,
    "versi": 1,
    "versi_sebelumnya_id": False,
    "is_terbaru": True,
    "diverifikasi_oleh_id": False,
    "diverifikasi_pada": False,
    "alasan_tolak": False,
    "sumber": "unggah",
    "kelas": False,
    "kunci": False,
    "pengunggah_id": False,
    "ditahan": False,
    "teks": False,
    "status_baca": "menunggu",
    "tingkat_temuan": False,
    "diperiksa_pada": False,
    "diberi_tahu_pada": False,
}
#: What may still be corrected while nobody has verified the document.
_DAPAT_DIUBAH = frozenset(
    {"nomor", "tanggal", "tmt", "berlaku_sampai", "catatan", "nama_file"}
)


class AsnDokumen(models.Model):
    """One version of one document of one person (arsip digital).

    Everybody reads and files their own; a fasilitator those of the unit up to the
    class *terbatas*; the head of a unit reads those of class *umum*. Verification
    (``action_verify``, ``action_refuse``) is for a fasilitator in scope, an
    administrator of a service and the system administrator, never for the holder.
    A file is never replaced: a newer one is a new version that points to it.
    """

    _name = "asn.dokumen"
    _description = "Archived document (dokumen)"
    _order = "employee_id, jenis_id, is_terbaru desc, tanggal desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee",
        "Holder (pegawai)",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id,
    )
    jenis_id = fields.Many2one(
        "asn.jenis.dokumen", "Kind (jenis)", required=True, ondelete="restrict"
    )
    kelas = fields.Selection(
        related="jenis_id.kelas", store=True, index=True, string="Class (kelas)"
    )
    nomor = fields.Char("Number (nomor)", size=120)
    tanggal = fields.Date("Document date (tanggal)")
    tmt = fields.Date("Effective date (TMT)")
    catatan = fields.Char("Note (catatan)", size=500)
    file = fields.Binary("File (berkas)", attachment=True, required=True)
    nama_file = fields.Char("File name", size=200)
    nama_unduh = fields.Char("Download name", compute="_compute_nama_unduh")
    mimetype = fields.Char("Content type", readonly=True)
    ukuran = fields.Integer("Size (bytes)", readonly=True)
    halaman = fields.Integer("Pages (halaman)", readonly=True)
    sha256 = fields.Char("SHA-256", size=64, readonly=True, index=True)
    versi = fields.Integer("Version (versi)", readonly=True, default=1)
    versi_sebelumnya_id = fields.Many2one(
        "asn.dokumen",
        "Previous version",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    is_terbaru = fields.Boolean("Newest version", readonly=True, default=True)
    # What makes two files versions of one document: see boleh_banyak.
    kunci = fields.Char("Version key", readonly=True)
    status = fields.Selection(
        [
            ("belum", "Not yet verified (belum)"),
            ("sah", "Verified (sah)"),
            ("ditolak", "Refused (ditolak)"),
            ("dicabut", "Withdrawn after verification (dicabut)"),
        ],
        required=True,
        readonly=True,
        default="belum",
        index=True,
    )
    alasan_tolak = fields.Char("Reason of refusal", readonly=True)
    diverifikasi_oleh_id = fields.Many2one(
        "res.users", "Verified by", readonly=True, ondelete="restrict"
    )
    diverifikasi_pada = fields.Datetime("Verified on", readonly=True)
    pengunggah_id = fields.Many2one(
        "res.users", "Uploaded by", readonly=True, ondelete="restrict"
    )
    sumber = fields.Selection(
        [
            ("unggah", "Uploaded (unggah)"),
            ("layanan", "Issued by a service (layanan)"),
            ("impor", "Import (impor)"),
            ("siasn", "SIASN"),
        ],
        string="Origin (sumber)",
        required=True,
        readonly=True,
        default="unggah",
    )
    ditahan = fields.Boolean(
        "Held back",
        readonly=True,
        help="The product of a service whose holder has not yet taken it.",
    )
    can_verify = fields.Boolean(compute="_compute_can_verify")

    _isi_uniq = models.UniqueIndex(
        "(employee_id, jenis_id, sha256)",
        "The archive already holds this very file for this person and kind.",
    )
    _terbaru_uniq = models.UniqueIndex(
        "(employee_id, jenis_id, kunci) WHERE is_terbaru IS TRUE",
        "Another version of this document was filed at the same moment. "
        "Please try again.",
    )

    @api.depends("jenis_id.name", "nomor", "versi", "is_terbaru")
    def _compute_display_name(self):
        """Show kind and number: "SK CPNS 813/21/2010"."""
        for dokumen in self:
            dokumen.display_name = " ".join(
                filter(None, [dokumen.jenis_id.name, dokumen.nomor])
            )

    @api.depends("jenis_id.kode", "employee_id", "tanggal", "mimetype")
    def _compute_nama_unduh(self):
        """Name downloads ``KODE_NIP_TANGGAL.pdf`` as the archive does."""
        for dokumen in self:
            # sudo: the NIP of the holder of a readable document; see sudo.csv.
            nip = dokumen.employee_id.sudo().nip
            bagian = [dokumen.jenis_id.kode, nip, str(dokumen.tanggal or "")]
            akhiran = berkas.EKSTENSI.get(dokumen.mimetype, "pdf")
            dokumen.nama_unduh = "_".join(filter(None, bagian)) + "." + akhiran

    @api.depends_context("uid")
    @api.depends("status", "employee_id")
    def _compute_can_verify(self):
        """Only for the buttons; the methods decide for themselves."""
        for dokumen in self:
            dokumen.can_verify = (
                dokumen.status == "belum" and dokumen._alasan_tidak_boleh() is None
            )

    # ------------------------------------------------------------------
    # Filing
    # ------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        """File documents as not yet verified, whatever the caller asks for.

        :raises AccessError: when a field that the system sets is given
        :raises UserError: when the file is refused, see ``domain/berkas.py``
        """
        vals_list = [dict(vals) for vals in vals_list]
        for vals in vals_list:
            self._refuse_guarded(vals)
            if not self.env.su:
                self._check_unggah_mandiri(vals)
        return self._simpan(vals_list)

    def write(self, vals):
        """Correct number, dates and note while not yet verified.

        :raises AccessError: for guarded fields and for verified documents
        """
        self._refuse_guarded(vals)
        tetap = set(vals) - _DAPAT_DIUBAH
        if tetap:
            raise AccessError(
                self.env._(
                    "A filed document keeps its holder, kind and file. File a new "
                    "version instead (field: %s).",
                    ", ".join(sorted(tetap)),
                )
            )
        if any(dokumen.status != "belum" for dokumen in self):
            raise AccessError(
                self.env._(
                    "This document has been decided on and can no longer be "
                    "changed. File a new version instead."
                )
            )
        if "nomor" in vals and any(d.jenis_id.boleh_banyak for d in self):
            vals = dict(vals, nomor=(vals["nomor"] or "").strip())
            for dokumen in self:
                kunci = dokumen._kunci(dokumen.jenis_id, vals["nomor"])
                super(AsnDokumen, dokumen).write(dict(vals, kunci=kunci))
            self._antre_periksa()
            return True
        hasil = super().write(vals)
        self._antre_periksa()
        return hasil

    @api.ondelete(at_uninstall=False)
    def _unlink_except_decided(self):
        """Refuse deletion but of an own upload that nobody has looked at."""
        for dokumen in self:
            if (
                dokumen.status != "belum"
                or dokumen.pengunggah_id != self.env.user
                or dokumen.versi > 1
            ):
                raise UserError(
                    self.env._(
                        "Documents are never deleted from the archive. You may "
                        "only withdraw your own first upload while it has not been "
                        "verified."
                    )
                )

    def copy(self, default=None):  # pylint: disable=method-required-super
        """Refuse: the same file is stored once."""
        raise UserError(self.env._("A document in the archive cannot be duplicated."))

    def _refuse_guarded(self, vals):
        """Stop any caller who sets what only the archive itself sets."""
        for nama in _TERJAGA.keys() & vals.keys():
            raise AccessError(
                self.env._(
                    "The field %s is set by the archive itself and cannot be given.",
                    nama,
                )
            )

    def _check_unggah_mandiri(self, vals):
        """Refuse kinds that only the system or the office files."""
        jenis = self.env["asn.jenis.dokumen"].browse(vals.get("jenis_id") or [])
        if jenis and not jenis.unggah_mandiri and not self._petugas_arsip():
            raise UserError(self.env._("%s is filed by the office itself.", jenis.name))

    @api.model
    def _petugas_arsip(self):
        """Tell whether the present user keeps the archive of the office."""
        return self.env.user.has_group("asn_base.group_admin_sistem")

    def _simpan(self, vals_list, **terjaga):
        """Check the files, chain the versions and create the rows.

        :param terjaga: guarded values that the caller vouches for
        """
        siap = []
        for vals in vals_list:
            jenis = self.env["asn.jenis.dokumen"].browse(vals.get("jenis_id") or [])
            isi = self._isi_byte(vals.get("file"))
            hasil = self._periksa(jenis, isi, vals.get("nama_file"))
            awal = dict(
                _TERJAGA,
                mimetype=hasil.mimetype,
                ukuran=hasil.ukuran,
                halaman=hasil.halaman,
                sha256=hasil.sha256,
                pengunggah_id=self.env.uid,
            )
            # Computed from the kind; and nobody but the machine writes the words.
            awal.pop("kelas")
            awal.pop("teks")
            awal["kunci"] = self._kunci(jenis, vals.get("nomor"))
            batas = jenis._berlaku_sampai(vals.get("tanggal"))
            masa = {} if vals.get("berlaku_sampai") else {"berlaku_sampai": batas}
            siap.append({**vals, **awal, **masa, **terjaga})
        dokumen = self._simpan_berantai(siap)
        self._bangunkan_pembaca()
        return dokumen

    def _buat_mesin(self, vals_list):
        """Create past the guard: for the methods of this model only."""
        return super().create(vals_list)  # pylint: disable=super-method-mismatch

    def _tulis_mesin(self, vals):
        """Write past the guard: for the methods of this model only."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    @api.model
    def _kunci(self, jenis, nomor):
        """Return what tells documents of one kind apart for one person."""
        if not jenis.boleh_banyak:
            return "-"
        return " ".join((nomor or "").split()).casefold() or "tanpa-nomor"

    @api.model
    def _isi_byte(self, isi):
        """Return the bytes of a Binary value.

        :raises UserError: when it is not base64
        """
        try:
            return base64.b64decode(isi or b"", validate=True)
        except (binascii.Error, ValueError, TypeError):
            raise UserError(
                self.env._("The file arrived damaged. Please upload it again.")
            )

    @api.model
    def _periksa(self, jenis, isi, nama_file):
        """Look at the bytes as this kind asks.

        :return: ``berkas.Berkas``
        :raises UserError: in words for the person who uploads
        """
        try:
            return berkas.periksa(
                isi, nama_file, jenis._mimetypes(), jenis.ukuran_maks * berkas.MB
            )
        except berkas.BerkasDitolak as tolak:
            raise UserError(self._pesan_tolak(tolak, nama_file or "-"))
