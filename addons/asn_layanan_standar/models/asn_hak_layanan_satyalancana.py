from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain.satyalancana import TINGKAT

#: The grades that somebody reaches: who was punished or on unpaid leave never does.
_SQL_SLKS = """
    (
    WITH punya AS (
        SELECT r.employee_id, max(j.masa_kerja_tahun) AS tahun
          FROM asn_riwayat_penghargaan r
          JOIN asn_jenis_penghargaan j ON j.id = r.jenis_penghargaan_id
         WHERE r.status = 'sah' AND j.masa_kerja_tahun > 0%(milik)s
         GROUP BY r.employee_id
    ),
    dihukum AS (
        SELECT DISTINCT r.employee_id
          FROM asn_riwayat_hukuman r
         WHERE r.status = 'sah' AND r.tingkat IN ('S', 'B')
           AND coalesce(r.nomor_sk_pembatalan, '') = ''
           AND r.hasil_upaya IS DISTINCT FROM 'dibatalkan'%(milik)s
    ),
    dasar AS MATERIALIZED (
        SELECT o.id, coalesce(p.tahun, 0) AS dimiliki, o.tmt_pensiun,
               date_trunc('month', o.tmt_cpns + interval '1 month - 1 day')
               AS mulai
          FROM orang o
          LEFT JOIN punya p ON p.employee_id = o.id
          LEFT JOIN dihukum x ON x.employee_id = o.id
         WHERE o.status_pegawai = 'pns' AND o.tmt_cpns IS NOT NULL
           AND o.id <> ALL(%(cltn)s) AND x.employee_id IS NULL
    )
    SELECT d.id, 'satyalancana', 'slks', t.tahun, h.tanggal, h.tanggal,
           NULL::int, NULL::int, 0
      FROM dasar d
     CROSS JOIN (SELECT tahun, lead(tahun) OVER (ORDER BY tahun) AS lanjut
                   FROM unnest(%(tingkat)s::int[]) u (tahun)) t
     CROSS JOIN LATERAL (SELECT (d.mulai
                + make_interval(years => t.tahun))::date AS tanggal) h
     WHERE t.tahun > d.dimiliki AND h.tanggal <= %(sampai)s
       AND h.tanggal < coalesce(d.tmt_pensiun, 'infinity')
       AND (h.tanggal > %(hari_ini)s OR t.lanjut IS NULL
            OR d.mulai + make_interval(years => t.lanjut) > %(hari_ini)s)
    )
"""


class AsnHakLayanan(models.Model):
    """Medals of five years: counted from TMT CPNS (SLK-01, SLK-04, SLK-06, SLK-08).

    Who was punished or on unpaid leave is never proposed (SLK-02, SLK-03).
    """

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        kueri = SQL(
            _SQL_SLKS,
            tingkat=list(TINGKAT),
            cltn=cltn,
            milik=self._sql_milik(("r", "employee_id"), ids),
            hari_ini=hari_ini,
            sampai=sampai,
        )
        return [*super()._sumber(hari_ini, sampai, ids, cltn), kueri]

    def _teks_langkah(self):
        """Return the grade of a medal: ``XX Tahun``."""
        if self.kode != "slks":
            return super()._teks_langkah()
        return self.env._("%s years", "X" * (self.langkah // 10))

    def _uraikan(self):
        if self.kode != "slks":
            return super()._uraikan()
        return (
            self.env._(
                "Satyalancana Karya Satya of %s years", "X" * (self.langkah // 10)
            ),
            self.env._(
                "%(years)s years of service since TMT CPNS are complete on %(day)s"
                " (SLK-01)",
                years=self.langkah,
                day=format_panjang(self.tanggal),
            ),
        )
