from odoo import api, fields, models, tools
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from .kelas_data import BAGIAN

#: Columns of the employee that an element may ask for: Pasal 11 (3) a to t.
MEDAN = (
    "nip",
    "gelar_depan",
    "gelar_belakang",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "status_perkawinan",
    "agama",
    "status_pegawai",
    "jenis_pegawai",
    "kedudukan_hukum",
    "unit_id",
    "jabatan_id",
    "golongan_id",
    "gaji_pokok",
    "tmt_gaji",
    "pendidikan_id",
    "program_studi",
    "tahun_lulus",
    "no_karpeg",
    "no_karis_karsu",
    "kartu_asn",
    "no_bpjs_kesehatan",
    "no_taspen",
    "no_tapera",
    "nik",
    "no_kk",
    "npwp",
    "rekening_nomor",
    "alamat_domisili",
    "kelurahan",
    "kecamatan",
    "kota",
    "kode_pos",
    "email_pribadi",
    "no_hp",
    "no_akta_lahir",
    "golongan_darah",
    "tmt_cpns",
    "no_sk_cpns",
    "tgl_sk_cpns",
    "tmt_pns",
    "no_sk_pns",
    "no_spmt",
    "no_perjanjian",
    "tmt_kontrak_mulai",
    "tmt_kontrak_selesai",
)
_BERLAKU = {
    "semua": SQL("TRUE"),
    "pns": SQL("COALESCE(e.status_pegawai, 'pns') NOT IN ('pppk', 'pppk_paruh_waktu')"),
    "pppk": SQL("COALESCE(e.status_pegawai, '') IN ('pppk', 'pppk_paruh_waktu')"),
}


class AsnKelengkapanUnsur(models.Model):
    """One thing a complete profile has, and how much it counts.

    The weights are data: an administrator changes them on screen, and all
    people are counted again by one statement.
    """

    _name = "asn.kelengkapan.unsur"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("jenis", "kode", "berlaku")
    _description = "Completeness Element (Unsur Kelengkapan)"
    _order = "sequence, id"

    sequence = fields.Integer("Order", default=10)
    active = fields.Boolean(default=True)
    bagian = fields.Selection(BAGIAN, "Group of the Profile", required=True)
    jenis = fields.Selection(
        [("medan", "Field"), ("riwayat", "Valid riwayat row")],
        "Kind",
        required=True,
        default="medan",
    )
    kode = fields.Char(
        "Code",
        required=True,
        help="Name of the field of the employee, or of the riwayat model.",
    )
    berlaku = fields.Selection(
        [("semua", "Everybody"), ("pns", "PNS and CPNS"), ("pppk", "PPPK")],
        "Needed By",
        required=True,
        default="semua",
    )
    bobot = fields.Integer("Weight (Bobot)", required=True, default=1, aggregator=None)
    bulan_maks = fields.Integer(
        "Not Older than (months)",
        aggregator=None,
        help="0: any valid row counts. Otherwise a row counts whose TMT lies at"
        " most so many months back.",
    )
    pengisi = fields.Selection(
        [
            ("sendiri", "The person (sendiri)"),
            ("fasilitator", "The fasilitator"),
            ("bkpsdm", "BKPSDM, by decree"),
        ],
        "Who Can Supply It",
        required=True,
        default="sendiri",
    )

    _kode_uniq = models.Constraint(
        "UNIQUE (jenis, kode, berlaku)",
        "This element is already counted. Change its weight instead.",
    )
    _bobot_range = models.Constraint(
        "CHECK (bobot BETWEEN 1 AND 100 AND bulan_maks BETWEEN 0 AND 600)",
        "The weight lies between 1 and 100, the age between 0 and 600 months.",
    )

    @api.depends("jenis", "kode")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for unsur in self:
            unsur.display_name = unsur._nama()

    def _nama(self):
        """Return what people call this element."""
        self.ensure_one()
        if self.jenis == "medan":
            medan = self.env["hr.employee"]._fields.get(self.kode)
            return medan._description_string(self.env) if medan else self.kode
        if self.kode in self.env:
            return self.env["hr.employee"]._nama_riwayat(self.kode)
        return self.kode

    @api.constrains("jenis", "kode")
    def _check_kode(self):
        for unsur in self:
            if not unsur._dikenal():
                raise ValidationError(
                    self.env._(
                        "“%(code)s” is neither a field of the profile that can be"
                        " counted nor a riwayat. Take a code from the list in the"
                        " manual of the administrator.",
                        code=unsur.kode,
                    )
                )

    def _dikenal(self):
        """Tell whether this element can be counted (extended per kind)."""
        if self.jenis == "medan":
            return self.kode in MEDAN
        return self.jenis == "riwayat" and self.kode in (
            self.env["asn.riwayat.mixin"]._daftar_riwayat()
        )

    def _target(self):
        """Return what ``hr.employee.action_isi`` opens for this element."""
        self.ensure_one()
        return f"{self.jenis}:{self.kode}"

    def _syarat(self):
        """Return ``(applies, filled)`` as SQL over ``hr_employee e``.

        Names come from the fixed lists above only.
        """
        self.ensure_one()
        return _BERLAKU[self.berlaku], self._syarat_terisi()

    def _syarat_terisi(self):
        """Return when this element is there, as SQL (extended per kind)."""
        if self.jenis == "medan":
            kolom = SQL.identifier("e", self.kode)
            tipe = self.env["hr.employee"]._fields[self.kode].type
            if tipe in ("char", "text", "selection"):
                return SQL("COALESCE(%s, '') <> ''", kolom)
            if tipe == "integer":
                return SQL("COALESCE(%s, 0) <> 0", kolom)
            return SQL("%s IS NOT NULL", kolom)
        umur = SQL("TRUE")
        if self.bulan_maks:
            umur = SQL(
                "r.tmt >= CURRENT_DATE - make_interval(months => %s)", self.bulan_maks
            )
        return SQL(
            "EXISTS (SELECT FROM %s r WHERE r.employee_id = e.id"
            " AND r.status = 'sah' AND %s)",
            SQL.identifier(self.env[self.kode]._table),
            umur,
        )

    @api.model
    @tools.ormcache()
    def _aktif_ids(self):
        return tuple(self._cari_aktif().ids)

    @api.model
    def _cari_aktif(self):
        # sudo: which elements count is no secret, and everybody's profile
        # needs them.
        return self.sudo().search([]).filtered(lambda u: u._dikenal())  # pylint: disable=no-search-all

    @api.model
    def _aktif(self):
        """Return the elements that count now, in order."""
        # sudo: same as above.
        return self.sudo().browse(self._aktif_ids())

    @api.model_create_multi
    def create(self, vals_list):
        unsur = super().create(vals_list)
        self._berubah()
        return unsur

    def write(self, vals):
        res = super().write(vals)
        self._berubah()
        return res

    def unlink(self):
        res = super().unlink()
        self._berubah()
        return res

    @api.model
    def _berubah(self):
        """Forget the list and count everybody again."""
        self.flush_model()
        self.env.registry.clear_cache()
        self.env["hr.employee"]._kelengkapan_massal()
