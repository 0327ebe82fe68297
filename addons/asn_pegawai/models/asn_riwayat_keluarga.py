from odoo import api, fields, models
from odoo.addons.asn_base.domain import nik as nik_tools
from odoo.addons.asn_base.domain.teks import hanya_isi
from odoo.exceptions import ValidationError

HUBUNGAN = [
    ("pasangan", "Spouse (pasangan)"),
    ("anak", "Child (anak)"),
    ("orang_tua", "Parent (orang tua)"),
    ("mertua", "Parent-in-law (mertua)"),
]


class AsnRiwayatKeluarga(models.Model):
    """Spouses, children, parents and parents-in-law, each by its certificate.

    A marriage is one row of kind ``pasangan``; its end (divorce, death) is a
    correction of that row. Contradictions over the whole family (PRF-K-10,
    PRF-K-11) are warnings: ``domain/keluarga.py``.
    """

    _name = "asn.riwayat.keluarga"
    _inherit = "asn.riwayat.mixin"
    _description = "Family (Riwayat Keluarga)"
    _order = "employee_id, hubungan desc, tanggal_nikah, tanggal_lahir, id"
    _rec_name = "nama"
    _WAJIB_SAH = ("nama", "hubungan")
    _bagian = "pribadi"
    _urutan = 20
    _kelas = "spesifik"
    _cakupan_tambahan = ("fasilitator",)
    _jenis_dokumen = (
        "KK",
        "AKTA_NIKAH",
        "AKTA_CERAI",
        "AKTA_ANAK",
        "SK_PENGANGKATAN_ANAK",
        "AKTA_KEMATIAN",
        "KARIS_KARSU",
        "KET_SEKOLAH",
    )
    _usulan = "bkpsdm"
    _kolom_utama = ("hubungan", "nama", "tanggal_lahir", "no_karis_karsu")

    hubungan = fields.Selection(HUBUNGAN, "Relation", required=True, index=True)
    nama = fields.Char("Name", required=True)
    nik = fields.Char("NIK")
    jenis_kelamin = fields.Selection([("L", "Male"), ("P", "Female")], "Sex")
    tempat_lahir = fields.Char("Place of Birth")
    tanggal_lahir = fields.Date("Date of Birth")
    pekerjaan = fields.Char("Occupation")
    nip_keluarga = fields.Char("NIP", help="Where this person is a civil servant too.")
    alamat = fields.Text("Address")
    tanggal_meninggal = fields.Date("Died On")
    nomor_akta_meninggal = fields.Char("Death Certificate No.")

    # spouse
    urutan = fields.Integer(
        "Marriage or Child Number", help="First, second ...", aggregator=None
    )
    tanggal_nikah = fields.Date("Married On")
    nomor_akta_nikah = fields.Char("Marriage Certificate No.")
    tanggal_cerai = fields.Date("Divorced On")
    nomor_akta_cerai = fields.Char("Divorce Certificate No.")
    no_karis_karsu = fields.Char("Karis/Karsu No.")
    tanggal_karis_karsu = fields.Date("Karis/Karsu Date")
    nomor_izin = fields.Char(
        "Permission No.",
        help="Permission of the official for a further marriage (PP 10/1983).",
    )
    is_kini = fields.Boolean(
        "Married Now",
        compute="_compute_is_kini",
        store=True,
        help="The marriage ended neither by divorce nor by death.",
    )

    # child
    pasangan_id = fields.Many2one(
        "asn.riwayat.keluarga",
        "Other Parent",
        domain="[('employee_id', '=', employee_id), ('hubungan', '=', 'pasangan')]",
        index="btree_not_null",
        ondelete="restrict",
    )
    status_anak = fields.Selection(
        [
            ("kandung", "Own child (kandung)"),
            ("tiri", "Stepchild (tiri)"),
            ("angkat", "Adopted (angkat)"),
        ],
        "Kind of Child",
    )
    sekolah = fields.Char("School or College")
    is_tunjangan = fields.Boolean(
        "In the Allowance List", help="Counts for the family allowance."
    )
    is_kawin = fields.Boolean("Married")
    is_kerja = fields.Boolean("Has an Income")

    koreksi_dari_id = fields.Many2one("asn.riwayat.keluarga")

    _pegawai_idx = models.Index("(employee_id, hubungan) WHERE status = 'sah'")
    _cerai_setelah_nikah = models.Constraint(
        "CHECK (tanggal_cerai IS NULL OR tanggal_cerai >= tanggal_nikah)",
        "A divorce cannot be before the marriage.",
    )
    _meninggal_setelah_lahir = models.Constraint(
        "CHECK (tanggal_meninggal IS NULL OR tanggal_meninggal >= tanggal_lahir)",
        "Nobody dies before the date of birth.",
    )
    _nikah_setelah_lahir = models.Constraint(
        "CHECK (tanggal_nikah IS NULL OR tanggal_nikah > tanggal_lahir)",
        "Nobody marries before the date of birth.",
    )

    @api.depends("hubungan", "tanggal_cerai", "tanggal_meninggal")
    def _compute_is_kini(self):
        for baris in self:
            baris.is_kini = baris.hubungan == "pasangan" and not (
                baris.tanggal_cerai or baris.tanggal_meninggal
            )

    @api.model
    def _lengkapi(self, vals):
        for nama in ("nik", "nip_keluarga"):
            if isinstance(vals.get(nama), str):
                vals[nama] = hanya_isi(vals[nama]) or False
        if vals.get("hubungan") == "pasangan":
            sumber = ("tanggal_nikah", "nomor_akta_nikah")
        else:
            sumber = ("tanggal_lahir", None)
        vals["tmt"] = vals.get("tmt") or vals.get(sumber[0])
        vals["nomor_sk"] = vals.get("nomor_sk") or vals.get(sumber[1])
        return super()._lengkapi(vals)

    @api.depends("hubungan", "nama")
    def _compute_display_name(self):
        hubungan = dict(self._fields["hubungan"]._description_selection(self.env))
        for baris in self:
            bagian = (baris.nama, hubungan.get(baris.hubungan))
            baris.display_name = " · ".join(x for x in bagian if x)

    @api.constrains("nik", "jenis_kelamin", "tanggal_lahir")
    def _check_nik(self):
        """PRF-NIK-01: the number of a relative has 16 digits, too."""
        for baris in self.filtered("nik"):
            if any(tingkat == "E" for _a, tingkat, _k in nik_tools.problems(baris.nik)):
                raise ValidationError(
                    self.env._(
                        "The NIK of %(name)s must have exactly 16 digits and not"
                        " end with 0000 (PRF-NIK-01). Compare it with the family"
                        " card (KK).",
                        name=baris.nama,
                    )
                )

    @api.constrains("tanggal_lahir", "tanggal_nikah", "tanggal_cerai")
    def _check_belum_terjadi(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for baris in self:
            for tanggal in (
                baris.tanggal_lahir,
                baris.tanggal_nikah,
                baris.tanggal_cerai,
                baris.tanggal_meninggal,
            ):
                if tanggal and tanggal > hari_ini:
                    raise ValidationError(
                        self.env._(
                            "%(name)s: %(date)s has not come yet. Record births,"
                            " marriages and divorces after they happened.",
                            name=baris.nama,
                            date=tanggal.strftime("%d-%m-%Y"),
                        )
                    )

    @api.constrains("hubungan", "tanggal_nikah")
    def _check_pasangan(self):
        for baris in self:
            if baris.hubungan == "pasangan" and not baris.tanggal_nikah:
                raise ValidationError(
                    self.env._(
                        "A spouse needs the date of the marriage, as on the"
                        " certificate."
                    )
                )

    @api.constrains("pasangan_id", "employee_id")
    def _check_orang_tua_lain(self):
        for baris in self.filtered("pasangan_id"):
            lain = baris.pasangan_id
            if lain.employee_id != baris.employee_id or lain.hubungan != "pasangan":
                raise ValidationError(
                    self.env._(
                        "The other parent of a child is a marriage of the same"
                        " employee. Choose it from that employee's rows."
                    )
                )
