from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan
from odoo.fields import Domain

from ..domain import cltn

KEADAAN_CLTN = [
    ("jalan", "Running"),
    ("dekat", "Ends soon"),
    ("lapor", "Report due"),
    ("lewat", "Not reported in time"),
]
#: SIASN kinds: grant, extension, back on duty.
_BERJALAN = ("1", "5")
_RANTAI = ("1", "5", "3")


class AsnRiwayatCltn(models.Model):
    """Who is on leave outside state responsibility, and what is due when it ends.

    Rows of a service and of the office are alike here: the list is for whoever
    still has to come back.
    """

    _inherit = "asn.riwayat.cltn"
    _jenis_dokumen = ("SK_CLTN", "SK_AKTIF_CLTN", "LAPOR_SELESAI_CLTN")

    unit_id = fields.Many2one(
        related="employee_id.unit_id", string="Work Unit (Unit Kerja)"
    )
    is_berjalan = fields.Boolean(
        "Not Back Yet", compute="_compute_keadaan", search="_search_is_berjalan"
    )
    keadaan = fields.Selection(
        KEADAAN_CLTN,
        "Where It Stands",
        compute="_compute_keadaan",
        search="_search_keadaan",
    )
    batas_perpanjangan = fields.Date(
        "Extension By",
        compute="_compute_keadaan",
        help="Three months before the end (CUTI-L-04); a leave is extended once.",
    )
    batas_lapor = fields.Date(
        "Report By",
        compute="_compute_keadaan",
        help="One month after the end (CUTI-L-07).",
    )

    @api.model
    def _berjalan(self, pegawai, kecuali=None):
        """Return the leave from which a person has not come back, or none.

        :param kecuali: documents whose rows do not count
        """
        domain = Domain("employee_id", "=", pegawai.id) & Domain(
            [("status", "=", "sah"), ("jenis", "in", _RANTAI)]
        )
        if kecuali:
            domain &= Domain("dokumen_id", "not in", kecuali.ids)
        baris = self.search(domain, order="tanggal_mulai desc, id desc", limit=1)
        if baris.jenis == "3" or baris.tanggal_aktif:
            return self.browse()
        return baris

    @api.model
    def _setelah(self, pegawai, hari):
        """Return a decree of the leave that begins after a day, or none."""
        return self.search(
            [
                ("employee_id", "=", pegawai.id),
                ("status", "=", "sah"),
                ("jenis", "in", _RANTAI),
                ("tanggal_mulai", ">", hari),
            ],
            limit=1,
        )

    @api.depends("tanggal_selesai", "tanggal_aktif", "status", "jenis")
    def _compute_keadaan(self):
        """Where each leave stands today; rows that are over have no state."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        calon = self.filtered(
            lambda r: r.status == "sah" and r.jenis in _BERJALAN and not r.tanggal_aktif
        )
        disusul = calon._disusul()
        for baris in self:
            selesai = baris.tanggal_selesai
            jalan = baris in calon and baris.id not in disusul
            baris.is_berjalan = jalan
            baris.keadaan = jalan and cltn.keadaan(selesai, hari_ini)
            lanjut = jalan and selesai and baris.jenis == "1"
            baris.batas_perpanjangan = lanjut and cltn.batas_perpanjangan(selesai)
            baris.batas_lapor = jalan and selesai and cltn.batas_lapor(selesai)

    def _disusul(self):
        """Return ids of these rows that a later decree continued or ended."""
        if not self.ids:
            return set()
        # sudo: a later decree counts, whoever looks at the row
        akhir = self.sudo()._read_group(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("status", "=", "sah"),
                ("jenis", "in", _RANTAI),
            ],
            ["employee_id"],
            ["tanggal_mulai:max"],
        )
        terakhir = {pegawai.id: mulai for pegawai, mulai in akhir}
        return {
            r.id
            for r in self
            if r.tanggal_mulai < terakhir.get(r.employee_id.id, r.tmt)
        }

    def _search_is_berjalan(self, operator, value):
        """Find the leave from which nobody came back yet."""
        if operator != "in":
            return NotImplemented
        jalan = self._semua_berjalan().ids
        return Domain("id", "in" if True in value else "not in", jalan)

    def _search_keadaan(self, operator, value):
        """Find running leave by where it stands."""
        if operator != "in":
            return NotImplemented
        cocok = self._semua_berjalan().filtered(lambda r: r.keadaan in value)
        return Domain("id", "in", cocok.ids)

    @api.model
    def _semua_berjalan(self):
        # sudo: narrowed again by the reader's own rules
        baris = self.sudo().search(
            [
                ("status", "=", "sah"),
                ("jenis", "in", _BERJALAN),
                ("tanggal_aktif", "=", False),
            ]
        )
        return baris.filtered("is_berjalan")

    # ---- notices -------------------------------------------------------

    @api.model
    def _cron_ingatkan_cltn(self):
        """Tell once, for each row and state, that a leave ends or has ended.

        Four months before the end, on the day after it, and when the month for
        the report is over: then the office prepares a dismissal by hand
        (CUTI-L-07).
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        kabar = []
        for baris in self._semua_berjalan():
            tanda = f"{baris.id}:{baris.keadaan}"
            pegawai = baris.employee_id
            terlalu_lama = baris.batas_lapor and baris.batas_lapor < tambah_bulan(
                hari_ini, -12
            )
            if baris.keadaan == "jalan" or terlalu_lama:
                continue
            if pegawai.cltn_diberitahukan != tanda:
                pegawai.cltn_diberitahukan = tanda
                kabar += baris._kabar_cltn()
        self.env["asn.pemberitahuan"]._catat(kabar)

    def _penerima_cltn(self):
        """Return the accounts told: the person, head and facilitators, BKPSDM."""
        pegawai = self.employee_id
        unit = pegawai.unit_id
        leluhur = unit._leluhur() if unit else unit
        layanan = self.env.ref("asn_layanan_standar.layanan_cuti")
        petugas = {
            "asn_base.group_fasilitator": ("asn_unit_ids", leluhur),
            "asn_base.group_admin_aplikasi": ("layanan_ids", layanan),
        }
        users = pegawai.user_id | unit.manager_id.user_id
        for peran, (kolom, milik) in petugas.items():
            users |= self.env.ref(peran).all_user_ids.filtered(
                lambda u, k=kolom, m=milik: u[k] & m
            )
        return users.filtered("active")

    def _kabar_cltn(self):
        """Return the notices about one leave."""
        self.ensure_one()
        kabar = []
        for user in self._penerima_cltn():
            bahasa = self.with_context(lang=user.lang)
            judul, isi = bahasa._teks_kabar_cltn()
            kabar.append(
                {
                    "user_id": user.id,
                    "judul": judul,
                    "isi": isi,
                    "jenis": "peringatan",
                }
            )
        return kabar

    def _teks_kabar_cltn(self):
        """Return (title, text) for the state of the leave."""
        nama, selesai = self.employee_id.name, format_panjang(self.tanggal_selesai)
        lapor = format_panjang(self.batas_lapor)
        if self.keadaan == "lewat":
            return (
                self.env._("%s has not reported after the CLTN", nama),
                self.env._(
                    "The report was due by %s. Who does not report is honourably"
                    " dismissed (CUTI-L-07): call the employee in writing and hand the"
                    " case over to the officers of dismissals.",
                    lapor,
                ),
            )
        if self.keadaan == "lapor":
            return (
                self.env._("The CLTN of %(name)s has ended", name=nama),
                self.env._(
                    "Report in writing by %s and file the request to be back on duty.",
                    lapor,
                ),
            )
        judul = self.env._(
            "The CLTN of %(name)s ends on %(day)s", name=nama, day=selesai
        )
        if not self.batas_perpanjangan:
            return judul, self.env._("Report in writing by %s at the latest.", lapor)
        return judul, self.env._(
            "An extension is filed by %(extension)s; otherwise report in writing by"
            " %(report)s.",
            extension=format_panjang(self.batas_perpanjangan),
            report=lapor,
        )
