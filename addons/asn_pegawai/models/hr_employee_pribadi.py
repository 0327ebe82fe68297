from odoo import api, fields, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain import nip as nip_tools

from .kelas_data import RAHASIA, TERBATAS


class HrEmployee(models.Model):
    """Personal data of Pasal 11 (3), letters a to f and m to t."""

    _inherit = "hr.employee"

    # a-b: number and name
    name = fields.Char(index="trigram")
    work_email = fields.Char(index="trigram")
    nip = fields.Char("NIP", copy=False, index="trigram", groups=TERBATAS)
    nip_tampil = fields.Char(
        "NIP (grouped)", compute="_compute_nip_tampil", groups=TERBATAS
    )
    nip_lama = fields.Char("Old NIP", copy=False, groups=TERBATAS)
    gelar_depan = fields.Char("Title Before the Name (Gelar Depan)")
    gelar_belakang = fields.Char("Title After the Name (Gelar Belakang)")
    nama_lengkap = fields.Char(
        "Full Name with Titles",
        compute="_compute_nama_lengkap",
        store=True,
        index="trigram",
    )

    # c-f: birth, sex, marriage, religion
    tempat_lahir = fields.Char("Place of Birth (Tempat Lahir)", groups=TERBATAS)
    tanggal_lahir = fields.Date("Date of Birth (Tanggal Lahir)", groups=TERBATAS)
    jenis_kelamin = fields.Selection(
        [("L", "Male"), ("P", "Female")], "Sex (Jenis Kelamin)", groups=TERBATAS
    )
    status_perkawinan = fields.Selection(
        [
            ("menikah", "Married"),
            ("cerai", "Divorced"),
            ("janda_duda", "Widowed"),
            ("belum_kawin", "Single"),
        ],
        "Marital Status (Status Perkawinan)",
        groups=TERBATAS,
    )
    agama = fields.Many2one("asn.agama", "Religion (Agama)", groups=TERBATAS)

    # m-p: cards and numbers
    no_karpeg = fields.Char("Karpeg No.", copy=False, groups=TERBATAS)
    no_karis_karsu = fields.Char("Karis/Karsu No.", copy=False, groups=TERBATAS)
    kartu_asn = fields.Char("ASN Card No.", copy=False, groups=TERBATAS)
    no_bpjs_kesehatan = fields.Char("BPJS Kesehatan No.", copy=False, groups=RAHASIA)
    no_taspen = fields.Char("Taspen No.", copy=False, groups=RAHASIA)
    tgl_taspen = fields.Date("Taspen Date", copy=False, groups=RAHASIA)
    no_tapera = fields.Char("Tapera No.", copy=False, groups=RAHASIA)
    nik = fields.Char("NIK", copy=False, groups=RAHASIA)
    no_kk = fields.Char("Family Card No. (KK)", copy=False, groups=RAHASIA)
    npwp = fields.Char("NPWP", copy=False, groups=RAHASIA)
    tgl_npwp = fields.Date("NPWP Date", copy=False, groups=RAHASIA)
    rekening_bank = fields.Char("Bank of the Salary Account", groups=RAHASIA)
    rekening_nomor = fields.Char("Salary Account No.", copy=False, groups=RAHASIA)
    rekening_nama = fields.Char("Salary Account Holder", groups=RAHASIA)

    # q-s: where to find the person
    alamat_domisili = fields.Char("Home Address", groups=RAHASIA)
    rt = fields.Char("RT", groups=RAHASIA)
    rw = fields.Char("RW", groups=RAHASIA)
    kelurahan = fields.Char("Kelurahan", groups=RAHASIA)
    kecamatan = fields.Char("Kecamatan", groups=RAHASIA)
    kota = fields.Char("City (Kota/Kabupaten)", groups=RAHASIA)
    kode_pos = fields.Char("Postal Code", groups=RAHASIA)
    alamat_ktp = fields.Char("Address on the KTP", groups=RAHASIA)
    email_pribadi = fields.Char("Private E-mail", groups=RAHASIA)
    no_hp = fields.Char("Mobile Phone (HP)", groups=RAHASIA)
    no_telepon = fields.Char("Home Phone", groups=RAHASIA)

    # t: other
    golongan_darah = fields.Selection(
        [("A", "A"), ("B", "B"), ("AB", "AB"), ("O", "O")],
        "Blood Type",
        groups=RAHASIA,
    )
    tinggi = fields.Integer("Height (cm)", groups=RAHASIA, aggregator=None)
    berat = fields.Integer("Weight (kg)", groups=RAHASIA, aggregator=None)
    disabilitas = fields.Selection(
        [
            ("tidak", "None"),
            ("fisik", "Physical"),
            ("sensorik", "Sensory"),
            ("mental", "Mental"),
            ("intelektual", "Intellectual"),
        ],
        "Disability",
        groups=RAHASIA,
    )
    status_hidup = fields.Selection(
        [("hidup", "Alive"), ("meninggal", "Deceased"), ("tewas", "Died on duty")],
        "Life Status",
        default="hidup",
        groups=TERBATAS,
    )
    no_akta_lahir = fields.Char("Birth Certificate No.", copy=False, groups=TERBATAS)
    no_akta_meninggal = fields.Char(
        "Death Certificate No.", copy=False, groups=TERBATAS
    )
    tgl_meninggal = fields.Date("Date of Death", copy=False, groups=TERBATAS)
    data_tambahan = fields.Properties(
        "Other Data",
        definition="company_id.asn_data_tambahan_definition",
        groups=TERBATAS,
    )

    @api.depends("nip")
    def _compute_nip_tampil(self):
        for pegawai in self:
            pegawai.nip_tampil = nip_tools.format(pegawai.nip) if pegawai.nip else False

    @api.depends("name", "gelar_depan", "gelar_belakang")
    def _compute_nama_lengkap(self):
        for pegawai in self:
            pegawai.nama_lengkap = nama_tools.lengkap(
                pegawai.gelar_depan, pegawai.name, pegawai.gelar_belakang
            )
