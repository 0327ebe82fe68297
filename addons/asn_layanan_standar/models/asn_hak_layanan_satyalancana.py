from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain.satyalancana import TINGKAT


class AsnHakLayanan(models.Model):
    """Medals of five years: counted from TMT CPNS (SLK-01, SLK-04, SLK-06, SLK-08)."""

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai):
        kueri = SQL(
            """(
            WITH punya AS (
                SELECT r.employee_id, max(j.masa_kerja_tahun) AS tahun
                  FROM asn_riwayat_penghargaan r
                  JOIN asn_jenis_penghargaan j ON j.id = r.jenis_penghargaan_id
                 WHERE r.status = 'sah' AND j.masa_kerja_tahun > 0
                 GROUP BY r.employee_id
            ),
            tingkat AS (
                SELECT o.id, t.tahun, p.tahun AS dimiliki, o.tmt_pensiun, (
                       date_trunc('month', o.tmt_cpns + interval '1 month - 1 day')
                       + make_interval(years => t.tahun))::date AS tanggal
                  FROM orang o
                 CROSS JOIN unnest(%(tingkat)s::int[]) t (tahun)
                  LEFT JOIN punya p ON p.employee_id = o.id
                 WHERE o.status_pegawai = 'pns' AND o.tmt_cpns IS NOT NULL
                   AND o.id <> ALL(%(cltn)s)
            )
            SELECT id, 'satyalancana', 'slks', tahun, tanggal, tanggal,
                   NULL::int, NULL::int
              FROM (SELECT *, max(tahun) FILTER (WHERE tanggal <= %(hari_ini)s)
                           OVER (PARTITION BY id) AS tercapai
                      FROM tingkat) a
             WHERE tanggal <= %(sampai)s AND tahun > coalesce(dimiliki, 0)
               AND tanggal < coalesce(tmt_pensiun, 'infinity')
               AND (tanggal > %(hari_ini)s OR tahun = tercapai)
            )""",
            tingkat=list(TINGKAT),
            cltn=self._pernah_cltn(),
            hari_ini=hari_ini,
            sampai=sampai,
        )
        return [*super()._sumber(hari_ini, sampai), kueri]

    @api.model
    def _pernah_cltn(self):
        """Return the ids of who ever had leave outside service (SLK-03)."""
        # sudo: the forecast is worked out by rule, for everybody
        Cltn = self.env["asn.riwayat.cltn"].sudo()
        jenis = ("jenis", "in", list(Cltn._TANPA_MASA_KERJA))
        return Cltn.search([("status", "=", "sah"), jenis]).employee_id.ids

    def _uraikan(self):
        if self.kode != "slks":
            return super()._uraikan()
        return (
            self.env._("Satyalancana Karya Satya of %s years", self.langkah),
            self.env._(
                "%(years)s years of service since TMT CPNS are complete on %(day)s"
                " (SLK-01)",
                years=self.langkah,
                day=format_panjang(self.tanggal),
            ),
        )
