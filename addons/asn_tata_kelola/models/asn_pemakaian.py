from odoo import api, fields, models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.models.hr_department import JENIS_UNIT
from odoo.addons.asn_laporan.models.asn_laporan_periode import JENIS_WAJIB
from odoo.tools import SQL

#: Months that are compared, the present one included.
BULAN = 12
#: Model whose rows are counted by the day they were filed, name of the column.
_PENGAJUAN = (("asn.permohonan", "permohonan"), ("asn.usulan", "usulan"))
_KOLOM = (
    xlsx.Kolom("No.", 6, "tengah"),
    xlsx.Kolom("Bulan", 12, "tengah"),
    xlsx.Kolom("Unit Kerja", 44),
    xlsx.Kolom("Pegawai", 10, "angka"),
    xlsx.Kolom("Akun", 10, "angka", "Akun"),
    xlsx.Kolom("Aktif", 10, "angka", "Akun"),
    xlsx.Kolom("Aktif (%)", 10, "angka", "Akun"),
    xlsx.Kolom("Masuk", 10, "angka", "Pemakaian"),
    xlsx.Kolom("Permohonan", 12, "angka", "Pemakaian"),
    xlsx.Kolom("Usulan Data", 12, "angka", "Pemakaian"),
    xlsx.Kolom("Riwayat Disahkan", 12, "angka", "Pemakaian"),
)


class AsnPemakaian(models.Model):
    """How each office uses the system, month by month (LL-4-3-a).

    A row per regional body, RSUD, school and puskesmas and month: people, accounts,
    accounts that signed in, sign-ins, requests and proposals filed, history made
    valid. Figures only, and nobody by name. People count where they work today.
    """

    _name = "asn.pemakaian"
    _description = "Use of the System (Pemakaian Sistem)"
    _auto = False
    _order = "bulan desc, unit_id"
    _rec_name = "unit_id"
    _depends = {
        "asn.jejak.masuk": ["waktu", "user_id", "hasil"],
        "hr.department": ["parent_path", "jenis_unit", "active"],
        "hr.employee": ["user_id", "unit_id", "active", "status_pegawai"],
        "res.users": ["active"],
    }

    bulan = fields.Date("Month", readonly=True)
    unit_id = fields.Many2one("hr.department", "Work Unit (Unit Kerja)", readonly=True)
    jenis_unit = fields.Selection(JENIS_UNIT, "Kind of Unit", readonly=True)
    pegawai = fields.Integer("People", readonly=True)
    akun = fields.Integer("Accounts (Akun)", readonly=True)
    aktif = fields.Integer("Accounts That Signed In", readonly=True)
    persen = fields.Integer("Signed In (%)", readonly=True, aggregator="avg")
    masuk = fields.Integer("Sign-ins (Masuk)", readonly=True)
    permohonan = fields.Integer("Requests Filed", readonly=True)
    usulan = fields.Integer("Proposals of Data", readonly=True)
    perubahan = fields.Integer("History Made Valid", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            WITH kini AS (
                SELECT date_trunc('month', now() AT TIME ZONE %(zona)s)::date AS ini
            ), mulai AS (
                SELECT (ini - make_interval(months => %(lalu)s))::date AS dari FROM kini
            ), bulan AS (
                SELECT generate_series(dari, ini, interval '1 month')::date AS bulan
                  FROM kini, mulai
            ), orang AS (%(orang)s), kantor AS (
                SELECT o.kantor_id, count(*) AS pegawai, count(u.id) AS akun
                  FROM orang o LEFT JOIN res_users u ON u.id = o.user_id AND u.active
                 GROUP BY o.kantor_id
            ), masuk AS (%(masuk)s), isi AS (%(isi)s)
            SELECT k.kantor_id::bigint * 10000
                       + (extract(year FROM b.bulan)::int - 2000) * 12
                       + extract(month FROM b.bulan)::int AS id,
                   b.bulan, k.kantor_id AS unit_id, d.jenis_unit, k.pegawai, k.akun,
                   COALESCE(m.aktif, 0) AS aktif, COALESCE(m.masuk, 0) AS masuk,
                   CASE WHEN k.akun = 0 THEN 0
                        ELSE round(COALESCE(m.aktif, 0) * 100.0 / k.akun)::int
                   END AS persen,
                   COALESCE(i.permohonan, 0) AS permohonan,
                   COALESCE(i.usulan, 0) AS usulan,
                   COALESCE(i.perubahan, 0) AS perubahan
              FROM kantor k
             CROSS JOIN bulan b
              JOIN hr_department d ON d.id = k.kantor_id
              LEFT JOIN masuk m ON m.kantor_id = k.kantor_id AND m.bulan = b.bulan
              LEFT JOIN isi i ON i.kantor_id = k.kantor_id AND i.bulan = b.bulan
            """,
            zona=self._zona(),
            lalu=BULAN - 1,
            orang=self._sql_orang(),
            masuk=self._sql_masuk(),
            isi=self._sql_isi(),
        )

    @api.model
    def _zona(self):
        return self.env.company.resource_calendar_id.tz or "Asia/Jakarta"

    @api.model
    def _sql_bulan(self, kolom):
        """Return the month of a time in the city's own days."""
        return SQL(
            "date_trunc('month', %s AT TIME ZONE 'UTC' AT TIME ZONE %s)::date",
            kolom,
            self._zona(),
        )

    @api.model
    def _sql_orang(self):
        """Return everybody in the service with the office that reports on them."""
        return SQL(
            """SELECT e.id, e.user_id, k.id AS kantor_id
                 FROM hr_employee e
                 JOIN hr_department u ON u.id = e.unit_id
                 JOIN LATERAL (
                      SELECT a.id FROM hr_department a
                       WHERE a.id = ANY(string_to_array(
                             trim(BOTH '/' FROM u.parent_path), '/')::int[])
                         AND a.jenis_unit = ANY(%s)
                       ORDER BY length(a.parent_path) DESC LIMIT 1) k ON TRUE
                WHERE e.active AND e.status_pegawai IS NOT NULL""",
            list(JENIS_WAJIB),
        )

    @api.model
    def _sql_masuk(self):
        """Return sign-ins and accounts that signed in, by office and month."""
        return SQL(
            """SELECT o.kantor_id, %(bulan)s AS bulan, count(*) AS masuk,
                      count(DISTINCT j.user_id) AS aktif
                 FROM asn_jejak_masuk j
                 JOIN orang o ON o.user_id = j.user_id
                WHERE j.hasil = 'masuk' AND j.waktu >= (SELECT dari - 1 FROM mulai)
                GROUP BY 1, 2""",
            bulan=self._sql_bulan(SQL("j.waktu")),
        )

    @api.model
    def _sql_isi(self):
        """Return what was filed and made valid, by office and month."""
        sumber = [
            SQL(
                "SELECT employee_id, tanggal_ajuan AS waktu, %s AS apa FROM %s",
                nama,
                SQL.identifier(self.env[model]._table),
            )
            for model, nama in _PENGAJUAN
            if model in self.env
        ]
        sumber += [
            SQL(
                "SELECT employee_id, disahkan_pada, 'perubahan' FROM %s"
                " WHERE status IN ('sah', 'dikoreksi')",
                SQL.identifier(self.env[model]._table),
            )
            for model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
        ]
        return SQL(
            """SELECT o.kantor_id, %(bulan)s AS bulan,
                      count(*) FILTER (WHERE s.apa = 'permohonan') AS permohonan,
                      count(*) FILTER (WHERE s.apa = 'usulan') AS usulan,
                      count(*) FILTER (WHERE s.apa = 'perubahan') AS perubahan
                 FROM (%(sumber)s) s(employee_id, waktu, apa)
                 JOIN orang o ON o.id = s.employee_id
                WHERE s.waktu >= (SELECT dari - 1 FROM mulai)
                GROUP BY 1, 2""",
            bulan=self._sql_bulan(SQL("s.waktu")),
            sumber=SQL(" UNION ALL ").join(sumber),
        )

    # -- the spreadsheet -------------------------------------------------------

    def action_xlsx(self, *_ids):
        """Download the use of all offices in reach as a spreadsheet."""
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": "/asn/pemakaian.xlsx",
            "target": "download",
        }

    @api.model
    def _isi_xlsx(self):
        """Return the rows that the user may see as a spreadsheet in bytes.

        :raise AccessError: for a role that does not watch the use
        """
        self.check_access("read")
        semua = self.search([], limit=None)
        cetak = self.env["asn.laporan.cetak"]
        jejak = self.env["asn.jejak.ekspor"]._catat(
            "laporan.pemakaian", len(semua), "publik", self._description
        )
        lembar = xlsx.Lembar(
            nama="Pemakaian Sistem",
            kop=cetak._kop(),
            judul=["MONITORING DAN EVALUASI PEMAKAIAN SISTEM"],
            keterangan=[("Rentang", f"{BULAN} bulan terakhir")],
            kolom=list(_KOLOM),
            baris=[satu._baris_xlsx(nomor) for nomor, satu in enumerate(semua, 1)],
            catatan=[
                "Aktif: akun yang masuk sedikitnya sekali pada bulan itu. Pegawai"
                " dihitung pada unit tempatnya bekerja sekarang."
            ],
        )
        return cetak._xlsx([lembar], "f4", jejak.tanda_air)

    def _baris_xlsx(self, nomor):
        """Return one office in one month as a row."""
        return (
            nomor,
            self.bulan.strftime("%m-%Y"),
            self.unit_id.name,
            self.pegawai,
            self.akun,
            self.aktif,
            self.persen,
            self.masuk,
            self.permohonan,
            self.usulan,
            self.perubahan,
        )
