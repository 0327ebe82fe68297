from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL

_KOLOM = (
    "jumlah_pegawai",
    "jumlah_pns",
    "jumlah_pppk",
    "kelengkapan",
    "jumlah_lengkap",
    "jumlah_masuk",
    "jumlah_keluar",
)


class AsnLaporanData(models.Model):
    """The figures of data reports: all units of a period in a few queries.

    People below a unit that reports itself are counted there and not above, so
    that the reports of a period add up to the city.
    """

    _inherit = "asn.laporan.data"

    def _hitung(self):
        """Count and store the figures."""
        self.env.flush_all()
        for periode in self.periode_id:
            baris = self.filtered(lambda s, p=periode: s.periode_id == p)
            peta = baris._peta_unit()
            angka = {laporan.id: {} for laporan in baris}
            for bagian in (
                baris._angka_orang(peta),
                baris._angka_riwayat(peta),
                baris._angka_formasi(peta),
                baris._angka_anomali(peta),
            ):
                for nomor, isi in bagian.items():
                    angka[nomor].update(isi)
            sekarang = fields.Datetime.now()
            for laporan in baris:
                laporan.write({**angka[laporan.id], "dihitung_pada": sekarang})

    def _peta_unit(self):
        """Return ``{unit: report}``: each unit counts for the nearest one above it
        that reports in this period, itself included."""
        Laporan = self.env["asn.laporan.data"]
        semua = Laporan.search_read(
            [("periode_id", "=", self.periode_id.id)], ["unit_id"], load=""
        )
        lapor = {satu["unit_id"]: satu["id"] for satu in semua}
        minta, peta = set(self.ids), {}
        Unit = self.env["hr.department"].with_context(active_test=False)
        for unit in Unit.search_read([], ["parent_path"]):  # pylint: disable=no-search-all
            jalur = [int(i) for i in (unit["parent_path"] or "").split("/") if i]
            dekat = next((i for i in reversed(jalur) if i in lapor), None)
            if dekat and lapor[dekat] in minta:
                peta[unit["id"]] = lapor[dekat]
        return peta

    def _akhir(self):
        """Return the day that the figures are about: the end, or today before it."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return min(self.periode_id.tanggal_selesai, hari_ini)

    def _angka_orang(self, peta):
        """Return people, completeness, who came and who left, by report."""
        Keadaan = self.env["asn.keadaan"]
        akhir = self._akhir()
        awal = self.periode_id.tanggal_mulai - timedelta(days=1)
        self.env.cr.execute(
            SQL(
                """WITH pu AS (SELECT * FROM unnest(%(unit)s::int[], %(lapor)s::int[])
                                 AS pu(unit_id, lapor)),
                   a AS (SELECT k.id, pu.lapor FROM (%(awal)s) k
                           JOIN pu ON pu.unit_id = k.unit_id),
                   b AS (SELECT k.id, pu.lapor, k.status, k.kelengkapan
                           FROM (%(akhir)s) k JOIN pu ON pu.unit_id = k.unit_id)
                   SELECT COALESCE(b.lapor, a.lapor), count(b.id),
                          count(b.id) FILTER (WHERE b.status IN ('pns', 'cpns')),
                          count(b.id) FILTER (WHERE b.status LIKE 'pppk%%'),
                          COALESCE(round(avg(b.kelengkapan)), 0)::int,
                          count(b.id) FILTER (WHERE b.kelengkapan >= 100),
                          count(b.id) FILTER (WHERE a.id IS NULL),
                          count(a.id) FILTER (WHERE b.id IS NULL)
                     FROM b FULL JOIN a ON a.id = b.id AND a.lapor = b.lapor
                    GROUP BY 1""",
                unit=list(peta),
                lapor=list(peta.values()),
                awal=Keadaan._sql(awal),
                akhir=Keadaan._sql(akhir),
            )
        )
        hasil = {laporan.id: dict.fromkeys(_KOLOM, 0) for laporan in self}
        for nomor, *angka in self.env.cr.fetchall():
            hasil[nomor] = dict(zip(_KOLOM, angka, strict=True))
        return hasil

    def _angka_riwayat(self, peta):
        """Return rows made valid in the period and rows without a document."""
        periode = self.periode_id
        hasil = {
            laporan.id: {"jumlah_perubahan": 0, "jumlah_tanpa_dokumen": 0}
            for laporan in self
        }
        bagian = [
            SQL(
                "SELECT employee_id, status, disahkan_pada, %s AS kurang FROM %s",
                SQL("dokumen_id IS NULL" if Riwayat._jenis_dokumen else "FALSE"),
                SQL.identifier(Riwayat._table),
            )
            for Riwayat in (
                self.env[nama]
                for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat()
            )
        ]
        self.env.cr.execute(
            SQL(
                """SELECT pu.lapor,
                          count(*) FILTER (WHERE r.disahkan_pada >= %(mulai)s
                              AND r.disahkan_pada < %(selesai)s),
                          count(*) FILTER (WHERE r.status = 'sah' AND r.kurang)
                     FROM (%(riwayat)s) r
                     JOIN hr_employee e ON e.id = r.employee_id AND e.active
                     JOIN unnest(%(unit)s::int[], %(lapor)s::int[])
                       AS pu(unit_id, lapor) ON pu.unit_id = e.unit_id
                    WHERE r.status IN ('sah', 'dikoreksi')
                    GROUP BY 1""",
                mulai=periode.tanggal_mulai,
                selesai=periode.tanggal_selesai + timedelta(days=1),
                riwayat=SQL(" UNION ALL ").join(bagian),
                unit=list(peta),
                lapor=list(peta.values()),
            )
        )
        for nomor, ubah, kurang in self.env.cr.fetchall():
            hasil[nomor] = {"jumlah_perubahan": ubah, "jumlah_tanpa_dokumen": kurang}
        return hasil

    def _angka_formasi(self, peta):
        """Return the formation in force at the end, by report."""
        self.env.cr.execute(
            SQL(
                """SELECT pu.lapor, sum(f.jumlah)::int FROM (%s) f
                     JOIN unnest(%s::int[], %s::int[]) AS pu(unit_id, lapor)
                       ON pu.unit_id = f.unit_id GROUP BY 1""",
                self.env["asn.formasi"]._sql(self._akhir()),
                list(peta),
                list(peta.values()),
            )
        )
        hasil = {laporan.id: {"jumlah_formasi": 0} for laporan in self}
        hasil |= {n: {"jumlah_formasi": jumlah} for n, jumlah in self.env.cr.fetchall()}
        return hasil

    def _angka_anomali(self, peta):
        """Return how many profiles have an open finding on the worklist."""
        self.env.cr.execute(
            SQL(
                """SELECT pu.lapor, count(DISTINCT a.employee_id)::int
                     FROM asn_anomali a
                     JOIN hr_employee e ON e.id = a.employee_id AND e.active
                     JOIN unnest(%s::int[], %s::int[]) AS pu(unit_id, lapor)
                       ON pu.unit_id = e.unit_id
                    WHERE COALESCE(a.alasan, '') = '' GROUP BY 1""",
                list(peta),
                list(peta.values()),
            )
        )
        hasil = {laporan.id: {"jumlah_anomali": 0} for laporan in self}
        hasil |= {n: {"jumlah_anomali": jumlah} for n, jumlah in self.env.cr.fetchall()}
        return hasil
