import secrets
from datetime import date, datetime

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError

from ..domain import bentuk
from ..domain import isian as mesin_isian

#: Capacities in which a letter is signed (Permendagri 1/2023).
KAPASITAS = [
    ("definitif", "Holder of the post (definitif)"),
    ("plt", "Acting (Plt.)"),
    ("plh", "Acting, daily (Plh.)"),
    ("an", "On behalf of (a.n.)"),
    ("ub", "For and on behalf of (u.b.)"),
]


class AsnSurat(models.Model):
    """A letter: drafted, numbered, rendered, signed and never changed again.

    No role writes letters: the service engine drafts and issues them through the
    private methods, and only the signer revokes (``action_revoke``). Holders read
    their own letters once these are released to them.
    """

    _name = "asn.surat"
    _description = "Letter (surat)"
    _order = "tanggal desc, id desc"

    jenis_id = fields.Many2one(
        "asn.jenis.surat", "Kind (jenis)", required=True, ondelete="restrict"
    )
    register_id = fields.Many2one("asn.register.surat", ondelete="restrict")
    tahun = fields.Integer("Year (tahun)", aggregator=None)
    nomor_urut = fields.Integer("Running number", aggregator=None)
    nomor = fields.Char("Number (nomor)", index="btree_not_null")
    tanggal = fields.Date("Date (tanggal)", index=True)
    perihal = fields.Char("Subject (perihal)")
    berlaku_sampai = fields.Date(
        "Valid until", help="From the merge value berlaku_sampai, where there is one."
    )
    nilai = fields.Json("Values", groups=fields.NO_ACCESS)
    template = fields.Html("Template as issued", sanitize=False, readonly=True)
    isi = fields.Html("Text (isi)", sanitize=False, readonly=True)
    res_model = fields.Char("Made for (model)", index="btree_not_null")
    res_id = fields.Many2oneReference("Made for", model_field="res_model")
    employee_id = fields.Many2one(
        "hr.employee", "Holder (pemegang)", index=True, ondelete="restrict"
    )
    penandatangan_id = fields.Many2one(
        "hr.employee", "Signer", required=True, index=True, ondelete="restrict"
    )
    ttd_nama = fields.Char("Signer's name")
    ttd_nip = fields.Char("Signer's NIP")
    ttd_jabatan = fields.Char("Signer's post")
    ttd_pangkat = fields.Char("Signer's rank")
    kapasitas = fields.Selection(
        KAPASITAS, "Capacity (kapasitas)", required=True, default="definitif"
    )
    atas_nama = fields.Char("On behalf of (a.n.)")
    unit_id = fields.Many2one("hr.department", "Issuing office", ondelete="restrict")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("issued", "Issued"),
            ("revoked", "Revoked"),
        ],
        required=True,
        default="draft",
        index=True,
    )
    dirilis = fields.Boolean("Released to the holder")
    cara_ttd = fields.Selection(
        [
            ("elektronik", "Electronic signature"),
            ("segel", "Electronic seal of the office"),
            ("basah", "To be signed by hand"),
            ("tanpa", "Issued by the system, unsigned"),
        ],
        "Way of signing",
    )
    pdf = fields.Binary("PDF", attachment=True)
    pdf_asli = fields.Binary("PDF before signing", attachment=True)
    nama_file = fields.Char(compute="_compute_nama_file")
    halaman = fields.Integer("Pages", aggregator=None)
    sha256 = fields.Char("SHA-256", size=64, index="btree_not_null")
    sha256_asli = fields.Char("SHA-256 before signing", size=64)
    token = fields.Char(
        required=True, copy=False, groups=fields.NO_ACCESS, default=lambda s: token()
    )
    ditandatangani_pada = fields.Datetime("Signed on")
    sertifikat_subjek = fields.Char("Certificate of")
    sertifikat_seri = fields.Char("Serial number of the certificate")
    dicabut_pada = fields.Datetime("Revoked on")
    dicabut_oleh_id = fields.Many2one("res.users", "Revoked by", ondelete="restrict")
    alasan_cabut = fields.Char("Reason of revocation")
    pengganti_id = fields.Many2one(
        "asn.surat", "Replaced by", index="btree_not_null", ondelete="restrict"
    )
    dasar_cabut_id = fields.Many2one(
        "asn.surat", "Revoked by Letter", index="btree_not_null", ondelete="restrict"
    )
    can_revoke = fields.Boolean(compute="_compute_can_revoke")

    _token_uniq = models.Constraint("UNIQUE(token)", "Tokens are unique.")
    _nomor_uniq = models.UniqueIndex(
        "(register_id, tahun, nomor_urut) WHERE nomor_urut > 0",
        "This number has already been used in the register.",
    )
    _sumber_idx = models.Index("(res_model, res_id)")

    @api.depends("jenis_id.name", "nomor")
    def _compute_display_name(self):
        """Show kind and number."""
        for surat in self:
            surat.display_name = " ".join(
                filter(None, [surat.jenis_id.name, surat.nomor])
            )

    @api.depends("nomor", "jenis_id.kode")
    def _compute_nama_file(self):
        """Name the file by kind and number, without what no file name may hold."""
        for surat in self:
            nomor = "".join(
                huruf if huruf.isalnum() or huruf in ".-" else "-"
                for huruf in surat.nomor or "draf"
            )
            surat.nama_file = f"{surat.jenis_id.kode}_{nomor}.pdf"

    @api.depends_context("uid")
    @api.depends("state", "penandatangan_id")
    def _compute_can_revoke(self):
        """Only for the button; ``action_revoke`` decides for itself."""
        for surat in self:
            # sudo: whose letter it is decides, also where that person is not readable.
            surat.can_revoke = (
                surat.state == "issued"
                and surat.penandatangan_id.sudo().user_id == self.env.user
            )

    # ------------------------------------------------------------------
    # Guards: nobody but this model's own methods writes letters.
    # ------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        """Refuse: letters are drafted by the service engine."""
        self._tolak_tulis()

    def write(self, vals):  # pylint: disable=method-required-super
        """Refuse: an issued letter never changes, a draft by its service only."""
        self._tolak_tulis()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        """Refuse to delete what has a number."""
        if any(surat.state != "draft" or surat.nomor for surat in self):
            raise UserError(
                self.env._("A letter that has a number is never deleted; revoke it.")
            )

    def copy(self, default=None):  # pylint: disable=method-required-super
        """Refuse: a letter exists once."""
        self._tolak_tulis()

    def _tolak_tulis(self):
        """Say why a letter cannot be written."""
        raise AccessError(
            self.env._(
                "Letters are made by the services and cannot be written or changed."
            )
        )

    def _buat_mesin(self, vals_list):
        """Create past the guard: for the methods of this model only."""
        return super().create(vals_list)  # pylint: disable=super-method-mismatch

    def _tulis_mesin(self, vals):
        """Write past the guard: for the methods of this model only."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    # ------------------------------------------------------------------
    # Values
    # ------------------------------------------------------------------

    @api.model
    def _nilai_lengkap(self, employee, penandatangan, nilai):
        """Return all values of a letter but number and date."""
        perusahaan = self.env.company
        unit = penandatangan.unit_id._perangkat_daerah() or penandatangan.unit_id
        kepala = self.env["asn.surat.renderer"]._kepala_daerah()
        jabatan = penandatangan.jabatan_id.name or ""
        semua = {
            "nomor": "",
            "tanggal_surat": "",
            "perihal": "",
            "tempat": perusahaan.asn_ibu_kota,
            "ttd_nama": penandatangan.nama_lengkap or penandatangan.name,
            "ttd_nip": bentuk.nip(penandatangan.nip or ""),
            # The head of the region signs with the name of the region.
            "ttd_jabatan": kepala
            if jabatan and jabatan == perusahaan.asn_sebutan_kepala
            else jabatan,
            "ttd_pangkat": self._pangkat(penandatangan.golongan_id),
            "ttd_pangkat_golongan": penandatangan.golongan_id.display_name or "",
            "nama_daerah": perusahaan.asn_nama_daerah,
            "sebutan_kepala": perusahaan.asn_sebutan_kepala,
            "kepala_daerah": kepala,
            "instansi": unit.name or perusahaan.name,
        }
        semua |= self._nilai_pegawai(employee) | (nilai or {})
        return {nama: _bersih(isi) for nama, isi in semua.items()}

    @api.model
    def _nilai_pegawai(self, employee):
        """Return the values about the holder, empty ones without a holder."""
        golongan = employee.golongan_id
        unit = employee.unit_id
        badan = unit._perangkat_daerah() or unit
        is_pppk = (employee.status_pegawai or "").startswith("pppk")
        return {
            "nama": employee.nama_lengkap or employee.name or "",
            "nip": bentuk.nip(employee.nip or ""),
            "sebutan_nip": "NI PPPK" if is_pppk else "NIP",
            "pangkat": self._pangkat(golongan),
            "golongan": golongan.kode or "",
            "pangkat_golongan": golongan.display_name or "",
            "jabatan": employee.jabatan_id.name or "",
            "unit_kerja": unit.name or "",
            "perangkat_daerah": badan.name or "",
            "kepala_perangkat_daerah": bentuk.kepala_unit(badan.name, badan.jenis_unit),
            "tempat_lahir": employee.tempat_lahir or "",
            "tanggal_lahir": employee.tanggal_lahir or "",
            "tempat_tanggal_lahir": ", ".join(
                filter(
                    None,
                    (employee.tempat_lahir, format_panjang(employee.tanggal_lahir)),
                )
            ),
        }

    @api.model
    def _pangkat(self, golongan):
        """Return the rank without its code; PPPK have only a grade."""
        if not golongan:
            return ""
        return golongan.name if golongan.jenis == "pns" else f"Golongan {golongan.kode}"

    def _nilai_terbaca(self):
        """Return the stored values with their dates."""
        self.ensure_one()
        return {nama: _dari_json(isi) for nama, isi in (self.nilai or {}).items()}


def token():
    """Return a new token of 192 random bits."""
    return secrets.token_urlsafe(24)


def _bersih(isi):
    """Return a value without control characters, also inside lists."""
    if isinstance(isi, str):
        return mesin_isian.tanpa_kendali(isi)
    if isinstance(isi, list):
        return [{nama: _bersih(satu) for nama, satu in baris.items()} for baris in isi]
    return isi


def ke_json(isi):
    """Return a value that JSON can hold, dates marked as such."""
    if isinstance(isi, datetime):
        isi = isi.date()
    if isinstance(isi, date):
        return {"_tanggal": isi.isoformat()}
    if isinstance(isi, list):
        return [{nama: ke_json(satu) for nama, satu in baris.items()} for baris in isi]
    return isi


def _dari_json(isi):
    """Return the value that ``ke_json`` was given."""
    if isinstance(isi, dict):
        return date.fromisoformat(isi["_tanggal"])
    if isinstance(isi, list):
        return [
            {nama: _dari_json(satu) for nama, satu in baris.items()} for baris in isi
        ]
    return isi
