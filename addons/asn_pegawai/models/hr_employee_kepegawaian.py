from odoo import api, fields, models
from odoo.addons.asn_base.domain import masa_kerja as masa_kerja_tools
from odoo.addons.asn_base.domain.pensiun import tmt_pensiun
from odoo.tools import SQL

from .kelas_data import RAHASIA, TERBATAS

#: SIASN codes; 15 is the normal case in a city or regency.
JENIS_PEGAWAI = [
    ("1", "Central PNS working at a ministry or agency"),
    ("2", "Central PNS, DPB at another agency"),
    ("3", "Central PNS, DPK at another agency"),
    ("4", "Central PNS, DPB at a province"),
    ("5", "Central PNS, DPK at a province"),
    ("6", "Central PNS, DPB at a regency or city"),
    ("7", "Central PNS, DPK at a regency or city"),
    ("8", "Central PNS, DPB at a state company or other body"),
    ("9", "Central PNS, DPK at a state company or other body"),
    ("10", "Provincial PNS working at the province"),
    ("11", "Provincial PNS, DPB at another agency"),
    ("12", "Provincial PNS, DPK at another agency"),
    ("13", "Provincial PNS, DPB at a state or regional company"),
    ("14", "Provincial PNS, DPK at a state or regional company"),
    ("15", "Regency or city PNS working at the regency or city"),
    ("16", "Regency or city PNS, DPB at another agency"),
    ("17", "Regency or city PNS, DPK at another agency"),
    ("18", "Regency or city PNS, DPB at a state or regional company"),
    ("19", "Regency or city PNS, DPK at a state or regional company"),
]

JENJANG = [
    ("pemula", "Pemula"),
    ("terampil", "Terampil"),
    ("mahir", "Mahir"),
    ("penyelia", "Penyelia"),
    ("ahli_pertama", "Ahli Pertama"),
    ("ahli_muda", "Ahli Muda"),
    ("ahli_madya", "Ahli Madya"),
    ("ahli_utama", "Ahli Utama"),
]


class HrEmployee(models.Model):
    """Employment: Pasal 11 (3), letters g to l and t.

    Fields that come from the riwayat are projections: nobody types them
    (``_PROYEKSI`` in ``hr_employee_proyeksi``).
    """

    _inherit = "hr.employee"

    # g-h: status
    status_pegawai = fields.Selection(
        [
            ("cpns", "CPNS"),
            ("pns", "PNS"),
            ("pppk", "PPPK"),
            ("pppk_paruh_waktu", "PPPK part-time (paruh waktu)"),
        ],
        "Employment Status",
    )
    jenis_pegawai = fields.Selection(
        JENIS_PEGAWAI, "Kind of Employee", default="15", groups=TERBATAS
    )
    kedudukan_hukum = fields.Many2one(
        "asn.kedudukan.hukum",
        "Legal Position (Kedudukan Hukum)",
        groups=TERBATAS,
        ondelete="restrict",
    )
    instansi_induk = fields.Char("Home Agency (Instansi Induk)", groups=TERBATAS)
    instansi_kerja = fields.Char("Agency of Work (Instansi Kerja)", groups=TERBATAS)
    lokasi_kerja = fields.Char("Place of Work", groups=TERBATAS)

    # t: appointment
    tmt_cpns = fields.Date("TMT CPNS", groups=TERBATAS)
    no_sk_cpns = fields.Char("SK CPNS No.", groups=TERBATAS)
    tgl_sk_cpns = fields.Date("SK CPNS Date", groups=TERBATAS)
    tmt_pns = fields.Date("TMT PNS", groups=TERBATAS)
    no_sk_pns = fields.Char("SK PNS No.", groups=TERBATAS)
    tgl_sk_pns = fields.Date("SK PNS Date", groups=TERBATAS)
    no_spmt = fields.Char("SPMT No.", groups=TERBATAS)
    tgl_spmt = fields.Date("SPMT Date", groups=TERBATAS)
    no_sttpl = fields.Char("STTPL No.", groups=TERBATAS)
    tgl_sttpl = fields.Date("STTPL Date", groups=TERBATAS)
    kppn = fields.Char("Treasury Office (KPPN)", groups=TERBATAS)
    ktua = fields.Char("KTUA", groups=TERBATAS)

    # PPPK
    no_perjanjian = fields.Char("Contract No. (Perjanjian Kerja)", groups=TERBATAS)
    tgl_perjanjian = fields.Date("Contract Date", groups=TERBATAS)
    tmt_kontrak_mulai = fields.Date("Contract Starts", groups=TERBATAS)
    tmt_kontrak_selesai = fields.Date("Contract Ends", groups=TERBATAS)
    kontrak_ke = fields.Integer("Contract Number", groups=TERBATAS, aggregator=None)
    formasi_jabatan = fields.Char("Formation (Formasi)", groups=TERBATAS)

    # i-j: post and unit, projected from asn.riwayat.jabatan
    unit_id = fields.Many2one(
        "hr.department", "Work Unit (Unit Kerja)", index=True, ondelete="restrict"
    )
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", index=True, ondelete="restrict"
    )
    jenis_jabatan_id = fields.Many2one(
        related="jabatan_id.jenis_jabatan_id",
        string="Kind of Post (Jenis Jabatan)",
        store=True,
    )
    eselon = fields.Char(
        related="jabatan_id.jenis_jabatan_id.eselon", string="Eselon", store=True
    )
    jenjang = fields.Selection(
        JENJANG, "Level (Jenjang)", compute="_compute_jenjang", store=True
    )
    kelas_jabatan = fields.Integer(
        related="jabatan_id.kelas_jabatan",
        string="Post Class (Kelas Jabatan)",
        store=True,
        groups=TERBATAS,
        aggregator=None,
    )
    tmt_jabatan = fields.Date("TMT of the Post", groups=TERBATAS)

    # k: rank, projected from asn.riwayat.golongan
    golongan_id = fields.Many2one("asn.golongan", "Grade (Golongan)", index=True)
    pangkat = fields.Char(
        related="golongan_id.pangkat", string="Rank (Pangkat)", groups=TERBATAS
    )
    tmt_golongan = fields.Date("TMT of the Grade", groups=TERBATAS)
    golongan_awal_id = fields.Many2one(
        "asn.golongan", "First Grade (Golongan Awal)", groups=TERBATAS
    )
    mkg_sk_tahun = fields.Integer(
        "MKG in the Decree (years)", groups=TERBATAS, aggregator=None
    )
    mkg_sk_bulan = fields.Integer(
        "MKG in the Decree (months)", groups=TERBATAS, aggregator=None
    )
    mkg_tahun = fields.Integer(
        "MKG (years)", compute="_compute_masa_kerja", groups=TERBATAS, aggregator=None
    )
    mkg_bulan = fields.Integer(
        "MKG (months)", compute="_compute_masa_kerja", groups=TERBATAS, aggregator=None
    )
    masa_kerja_tahun = fields.Integer(
        "Service (years)",
        compute="_compute_masa_kerja",
        groups=TERBATAS,
        aggregator=None,
    )
    masa_kerja_bulan = fields.Integer(
        "Service (months)",
        compute="_compute_masa_kerja",
        groups=TERBATAS,
        aggregator=None,
    )

    # l: pay, projected from asn.riwayat.gaji
    gaji_pokok = fields.Integer(
        "Basic Pay (Gaji Pokok, Rp)", groups=RAHASIA, aggregator=None
    )
    tmt_gaji = fields.Date("TMT of the Pay", groups=RAHASIA)

    # t: education, projected from asn.riwayat.pendidikan
    pendidikan_id = fields.Many2one(
        "asn.pendidikan", "Last Education", index="btree_not_null", groups=TERBATAS
    )
    program_studi = fields.Char("Field of Study (Program Studi)", groups=TERBATAS)
    tahun_lulus = fields.Integer("Graduation Year", groups=TERBATAS, aggregator=None)

    # t: retirement
    bup_tahun = fields.Integer(
        "Retirement Age (BUP, years)",
        compute="_compute_pensiun",
        store=True,
        groups=TERBATAS,
        aggregator=None,
    )
    tmt_pensiun = fields.Date(
        "TMT of the Pension",
        compute="_compute_pensiun",
        store=True,
        groups=TERBATAS,
    )

    riwayat_golongan_ids = fields.One2many(
        "asn.riwayat.golongan", "employee_id", "Grade History", groups=TERBATAS
    )
    riwayat_jabatan_ids = fields.One2many(
        "asn.riwayat.jabatan", "employee_id", "Post History", groups=TERBATAS
    )
    riwayat_pendidikan_ids = fields.One2many(
        "asn.riwayat.pendidikan", "employee_id", "Education History", groups=TERBATAS
    )
    riwayat_gaji_ids = fields.One2many(
        "asn.riwayat.gaji", "employee_id", "Pay History", groups=RAHASIA
    )
    riwayat_cuti_ids = fields.One2many(
        "asn.riwayat.cuti", "employee_id", "Leave History", groups=TERBATAS
    )

    @api.depends("jabatan_id.jenis_jabatan_id.kode")
    def _compute_jenjang(self):
        sah = {kode for kode, _label in JENJANG}
        for pegawai in self:
            kode = pegawai.jabatan_id.jenis_jabatan_id.kode or ""
            jenjang = kode.removeprefix("jf_")
            pegawai.jenjang = jenjang if jenjang in sah else False

    @api.depends(
        "tmt_golongan",
        "mkg_sk_tahun",
        "mkg_sk_bulan",
        "tmt_cpns",
        "tmt_kontrak_mulai",
    )
    def _compute_masa_kerja(self):
        """Length of service and in the grade, both from one look at the history."""
        hari_ini = self._asn_hari_ini()
        potongan, tambahan = self._asn_potongan_masa_kerja(hari_ini)
        for pegawai in self:
            nomor = pegawai._origin.id
            jeda = potongan.get(nomor, ())
            lama = pegawai.mkg_sk_tahun, pegawai.mkg_sk_bulan
            if pegawai.tmt_golongan and pegawai.tmt_golongan <= hari_ini:
                lama = masa_kerja_tools.mkg(
                    pegawai.tmt_golongan, *lama, hari_ini, potongan=jeda
                )
            pegawai.mkg_tahun, pegawai.mkg_bulan = lama
            mulai = pegawai.tmt_cpns or pegawai.tmt_kontrak_mulai
            lama = (0, 0)
            if mulai and mulai <= hari_ini:
                lama = masa_kerja_tools.masa_kerja(
                    mulai,
                    hari_ini,
                    potongan=jeda,
                    tambahan_bulan=tambahan.get(nomor, 0),
                )
            pegawai.masa_kerja_tahun, pegawai.masa_kerja_bulan = lama

    def _asn_potongan_masa_kerja(self, hari_ini):
        """Return what shortens and what lengthens the service, by one query.

        How long somebody serves does not depend on who asks, so no rule of the
        reader narrows it.

        :return: ``{employee id: [(first day, last day)]}`` of valid CLTN, and
            ``{employee id: months}`` of earlier service that counts (PMK)
        """
        Cltn, Pmk = self.env["asn.riwayat.cltn"], self.env["asn.riwayat.pmk"]
        Cltn.flush_model()
        Pmk.flush_model()
        baris = self.env.execute_query(
            SQL(
                """
            SELECT employee_id, tanggal_mulai,
                   coalesce(least(tanggal_selesai, tanggal_aktif - 1), %(hari_ini)s),
                   NULL
              FROM asn_riwayat_cltn
             WHERE employee_id = ANY(%(ids)s) AND status = 'sah'
               AND jenis = ANY(%(jenis)s)
            UNION ALL
            SELECT employee_id, NULL, NULL,
                   coalesce(tahun, 0) * 12 + coalesce(bulan, 0)
              FROM asn_riwayat_pmk
             WHERE employee_id = ANY(%(ids)s) AND status = 'sah' AND is_dinilai
                """,
                hari_ini=hari_ini,
                ids=list(self.ids),
                jenis=list(Cltn._TANPA_MASA_KERJA),
            )
        )
        potongan, tambahan = {}, {}
        for nomor, mulai, selesai, bulan in baris:
            if mulai:
                potongan.setdefault(nomor, []).append((mulai, selesai))
            else:
                tambahan[nomor] = tambahan.get(nomor, 0) + bulan
        return potongan, tambahan

    @api.depends(
        "tanggal_lahir",
        "jabatan_id.bup_id.tahun",
        "jabatan_id.jenis_jabatan_id.bup_id.tahun",
    )
    def _compute_pensiun(self):
        """First of the month after the month of the BUP birthday (PEN-03)."""
        for pegawai in self:
            jabatan = pegawai.jabatan_id
            tahun = jabatan.bup_id.tahun or jabatan.jenis_jabatan_id.bup_id.tahun
            pegawai.bup_tahun = tahun
            lahir = pegawai.tanggal_lahir
            pegawai.tmt_pensiun = (
                tmt_pensiun(lahir, tahun) if tahun and lahir else False
            )
