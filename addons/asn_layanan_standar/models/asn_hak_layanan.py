from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA
from odoo.tools import SQL

from .asn_hak_layanan_sql import SQL_HAK, SQL_SEGARKAN

#: How far the forecast looks ahead, in years (issue of budgets and pension lists).
TAHUN = 5
#: More years of performance no rule asks for.
_TAHUN_KINERJA = 8
_KUNCI = ("employee_id", "layanan_id", "kode", "langkah")
_ISI = (
    "unit_id",
    "tanggal",
    "buka",
    "gaji_lama",
    "gaji_baru",
    "selisih",
    "biaya_tahun",
)
#: What the services read of a person, and of which type it is in the database.
_ORANG = {
    "unit_id": "int4",
    "status_pegawai": "varchar",
    "golongan_id": "int4",
    "tmt_golongan": "date",
    "jabatan_id": "int4",
    "pendidikan_id": "int4",
    "program_studi": "varchar",
    "tahun_lulus": "int4",
    "tmt_pensiun": "date",
    "bup_tahun": "int4",
    "tmt_cpns": "date",
    "tmt_kontrak_mulai": "date",
    "tmt_kontrak_selesai": "date",
}
_SIAP = ("dokumen_wajib", "dokumen_ada", "kinerja_wajib", "kesiapan")


class AsnHakLayanan(models.Model):
    """What people become entitled to, and when: one forecast for all services.

    A row per person, service and step within five years. Services add what they
    know as one SQL query (``_sumber``); a nightly job works everything out and
    writes only what changed. Nobody writes rows by hand, and nobody asks who did.
    """

    _name = "asn.hak.layanan"
    _description = "Entitlement to a Service (Hak Layanan)"
    _order = "tanggal, employee_id, id"
    _rec_name = "uraian"
    _log_access = False

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, readonly=True, ondelete="cascade"
    )
    unit_id = fields.Many2one("hr.department", "Unit", readonly=True)
    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, readonly=True, ondelete="cascade"
    )
    kode = fields.Char("Kind", required=True, readonly=True)
    langkah = fields.Integer("Step", required=True, readonly=True, aggregator=None)
    tanggal = fields.Date("Entitled From (TMT)", required=True, readonly=True)
    buka = fields.Date(
        "May Be Filed From", required=True, readonly=True, help="First day, inclusive."
    )
    gaji_lama = fields.Integer(
        "Pay Before (Rp)", readonly=True, groups=RAHASIA, aggregator=None
    )
    gaji_baru = fields.Integer(
        "New Pay (Rp)", readonly=True, groups=RAHASIA, aggregator=None
    )
    selisih = fields.Integer("More a Month (Rp)", readonly=True, groups=RAHASIA)
    biaya_tahun = fields.Integer(
        "Cost in the First Year (Rp)",
        readonly=True,
        groups=RAHASIA,
        help="What the increment costs from its TMT to the end of that year.",
    )
    dokumen_wajib = fields.Integer("Documents Needed", readonly=True, aggregator=None)
    dokumen_ada = fields.Integer(
        "Documents in the Archive", readonly=True, aggregator=None
    )
    kinerja_wajib = fields.Integer(
        "Years of Performance Needed",
        readonly=True,
        aggregator=None,
        help="Of what may be filed now; which years count later nobody knows.",
    )
    kesiapan = fields.Integer(
        "Readiness (%)",
        readonly=True,
        aggregator="avg",
        help="Of the documents and the years of performance that are asked for.",
    )
    uraian = fields.Char("What", compute="_compute_uraian")
    dasar = fields.Char("Why", compute="_compute_uraian")
    kurang = fields.Char("Still Missing", compute="_compute_kurang")
    keadaan = fields.Selection(
        [
            ("lewat", "Day Reached"),
            ("terbuka", "May be filed now"),
            ("nanti", "Later"),
        ],
        "When",
        compute="_compute_keadaan",
        search="_search_keadaan",
    )

    _kunci_uniq = models.UniqueIndex("(employee_id, layanan_id, kode, langkah)")
    _tanggal_idx = models.Index("(tanggal, layanan_id)")
    _unit_tanggal_idx = models.Index("(unit_id, tanggal)")

    # ---- what a row says -------------------------------------------------

    @api.depends("kode", "langkah", "tanggal")
    @api.depends_context("lang")
    def _compute_uraian(self):
        for hak in self:
            hak.uraian, hak.dasar = hak._uraikan()

    def _uraikan(self):
        """Return what the row is about and on which rules it rests (hook)."""
        return self.layanan_id.name, False

    def _teks_langkah(self):
        """Return the step of a row as people read it (hook)."""
        return str(self.langkah)

    @api.depends("employee_id", "layanan_id", "kinerja_wajib")
    def _compute_kurang(self):
        """Name the obligatory kinds that the archive does not hold, and years unrated."""
        # sudo: only kinds of documents are named, of people whose row one may read
        hak_sudo = self.sudo()
        syarat = hak_sudo.layanan_id.versi_live_id.persyaratan_ids.filtered(
            lambda s: s.wajib == "wajib" and s.dari_arsip
        )
        ada = {
            (pegawai.id, jenis.id)
            for pegawai, jenis in self.env["asn.dokumen"]
            # sudo: as above
            .sudo()
            ._read_group(
                self._domain_arsip(hak_sudo.employee_id, syarat.jenis_dokumen_id),
                ["employee_id", "jenis_id"],
            )
        }
        tanpa = hak_sudo._tahun_tanpa_kinerja()
        for hak in hak_sudo:
            orang = hak.employee_id
            kurang = syarat.filtered(
                lambda s, hak=hak, orang=orang: (
                    s.versi_id.layanan_id == hak.layanan_id
                    and s._berlaku_status(orang)
                    and (orang.id, s.jenis_dokumen_id.id) not in ada
                )
            )
            nama = kurang.jenis_dokumen_id.mapped("name")
            nama += [f"SKP {tahun}" for tahun in tanpa.get(hak, ())]
            hak.kurang = ", ".join(nama) or False

    def _tahun_tanpa_kinerja(self):
        """Return ``{row: years}`` that are asked for and have no valid rating (SKP)."""
        akhir = self._hari_ini().year - 1
        perlu = range(akhir, akhir - max(self.mapped("kinerja_wajib"), default=0), -1)
        if not perlu:
            return {}
        orang = self.filtered("kinerja_wajib").employee_id
        ada = self.env["asn.layanan.pustaka"]._predikat(orang, list(perlu))
        return {
            hak: [
                tahun
                for tahun in perlu[: hak.kinerja_wajib]
                if tahun not in ada.get(hak.employee_id.id, ())
            ]
            for hak in self
        }

    @api.model
    def _domain_arsip(self, orang, jenis):
        """Return which documents of the archive a request takes over."""
        return [
            ("employee_id", "in", orang.ids),
            ("jenis_id", "in", jenis.ids),
            ("status", "=", "sah"),
            ("is_terbaru", "=", True),
            "|",
            ("berlaku_sampai", "=", False),
            ("berlaku_sampai", ">=", self._hari_ini()),
        ]

    @api.depends("tanggal", "buka")
    def _compute_keadaan(self):
        hari_ini = self._hari_ini()
        for hak in self:
            if hak.tanggal and hak.tanggal <= hari_ini:
                hak.keadaan = "lewat"
            elif hak.buka and hak.buka <= hari_ini:
                hak.keadaan = "terbuka"
            else:
                hak.keadaan = "nanti"

    def _search_keadaan(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self._hari_ini()
        bagian = {
            "lewat": fields.Domain("tanggal", "<=", hari_ini),
            "terbuka": fields.Domain("tanggal", ">", hari_ini)
            & fields.Domain("buka", "<=", hari_ini),
            "nanti": fields.Domain("buka", ">", hari_ini),
        }
        return fields.Domain.OR(bagian[nilai] for nilai in value if nilai in bagian)

    @api.model
    def _hari_ini(self):
        return self.env["hr.employee"]._asn_hari_ini()

    # ---- the forecast ----------------------------------------------------

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        """Return the queries of the services (hook).

        Each reads the common table expressions ``orang`` and ``tabel`` and returns the
        columns employee_id, code of the service, kode, langkah, tanggal, buka,
        gaji_lama and gaji_baru (rupiah a month, or NULL), and how many of the last
        years must have a rating of performance.

        :param sampai: last day that is looked at, inclusive
        :param ids: whom it is about: see ``_sql_milik``
        :param cltn: ids of those among them who ever had leave outside service
        """
        return []

    @api.model
    def _sql_milik(self, kolom, ids):
        """Return the condition that leaves out the rows of others.

        :param kolom: table and column of the employee
        :param ids: employees: a list of ids, a range of them, or None for everybody
        """
        if not ids:
            return SQL()
        kolom = SQL.identifier(*kolom)
        if isinstance(ids, range):
            return SQL(" AND %s >= %s AND %s < %s", kolom, ids.start, kolom, ids.stop)
        return SQL(" AND %s = ANY(%s)", kolom, list(ids))

    @api.model
    def _pernah_cltn(self, ids=None):
        """Return the ids of who ever had leave outside service (CLTN).

        :param ids: see ``_sql_milik``
        """
        Cltn = self.env["asn.riwayat.cltn"]
        Cltn.flush_model(["employee_id", "status", "jenis"])
        baris = self.env.execute_query(
            SQL(
                """SELECT DISTINCT employee_id FROM asn_riwayat_cltn
                    WHERE status = 'sah' AND jenis = ANY(%s)%s ORDER BY employee_id""",
                list(Cltn._TANPA_MASA_KERJA),
                self._sql_milik(("asn_riwayat_cltn", "employee_id"), ids),
            )
        )
        return [id_ for (id_,) in baris]

    @api.model
    def _segarkan(self, pegawai=None):
        """Bring the rows of people up to date.

        :param pegawai: employees, by one statement; everybody when None, by one for
            each part of the people (``_bagian``)
        """
        if pegawai is not None and not pegawai:
            return
        self.env.flush_all()
        if pegawai is None:
            for bagian in self._bagian():
                self._segarkan_bagian(bagian)
        else:
            self.env.cr.execute(self._sql_segarkan(pegawai.ids))
        self.invalidate_model()

    @api.model
    def _sql_orang(self, ids, andai):
        """Return the people who can be entitled to anything.

        :param andai: ``{column: value}`` that is taken instead of what is recorded
        """
        mkg = "coalesce(e.mkg_sk_tahun, 0) * 12 + coalesce(e.mkg_sk_bulan, 0)"
        kolom = {nama: SQL.identifier("e", nama) for nama in _ORANG}
        kolom["mkg_sk"] = SQL(mkg)
        for nama, nilai in andai.items():
            kolom[nama] = SQL("%s::%s", nilai, SQL.identifier(_ORANG.get(nama, "int4")))
        # Supposed facts of the grade overrule the decrees from which it follows.
        kolom["pangkat_andai"] = SQL(
            "(%s, %s) IS DISTINCT FROM (e.golongan_id, e.tmt_golongan)",
            kolom["golongan_id"],
            kolom["tmt_golongan"],
        )
        return SQL(
            """SELECT e.id, %s
                 FROM hr_employee e
                 LEFT JOIN asn_kedudukan_hukum k ON k.id = e.kedudukan_hukum
                WHERE e.active AND e.status_pegawai IS NOT NULL
                  AND coalesce(k.boleh_ajukan_layanan, TRUE)%s""",
            SQL(", ").join(
                SQL("%s AS %s", isi, SQL.identifier(nama))
                for nama, isi in kolom.items()
            ),
            self._sql_milik(("e", "id"), ids),
        )

    @api.model
    def _sql_hak(self, ids=None, andai=()):
        """Return the query of all entitlements, with how ready each is.

        :param andai: see ``_sql_orang``
        """
        hari_ini = self._hari_ini()
        sampai = hari_ini + relativedelta(years=TAHUN)
        kosong = SQL(
            "SELECT id AS employee_id, NULL::text AS layanan, NULL::text AS kode,"
            " 0 AS langkah, NULL::date AS tanggal, NULL::date AS buka,"
            " 0 AS gaji_lama, 0 AS gaji_baru, 0 AS kinerja FROM orang WHERE FALSE"
        )
        cltn = self._pernah_cltn(ids)
        sumber = [kosong, *self._sumber(hari_ini, sampai, ids, cltn)]
        return SQL(
            SQL_HAK,
            orang=self._sql_orang(ids, dict(andai)),
            hari_ini=hari_ini,
            tahun_lalu=hari_ini.year - 1,
            tahun_kinerja=_TAHUN_KINERJA,
            milik_dokumen=self._sql_milik(("d", "employee_id"), ids),
            milik_kinerja=self._sql_milik(("r", "employee_id"), ids),
            sumber=SQL(" UNION ALL ").join(sumber),
        )

    @api.model
    def _sql_segarkan(self, ids):
        """Return one statement that inserts, changes and removes what differs."""
        nilai = [*_ISI, *_SIAP]

        def kolom(nama, *awal):
            return SQL(", ").join(SQL.identifier(*awal, n) for n in nama)

        return SQL(
            SQL_SEGARKAN,
            hak=self._sql_hak(ids),
            milik=SQL(
                "TRUE%s", self._sql_milik(("asn_hak_layanan", "employee_id"), ids)
            ),
            kunci_baru=kolom(_KUNCI, "baru"),
            kunci_lama=kolom(_KUNCI, "lama"),
            daftar=kolom([*_KUNCI, *nilai]),
            isi=kolom(nilai),
            isi_baru=kolom(nilai, "baru"),
            isi_lama=kolom(nilai, "lama"),
            isi_tiba=kolom(nilai, "excluded"),
        )
