from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain import kgb

#: Months before the increment from which it may be filed (KGB-07 and its rule).
_BULAN_BUKA = 3

_SQL_KGB = """
    (WITH langkah AS (SELECT DISTINCT golongan_id, mkg_tahun FROM asn_gaji_pokok),
    masa AS (
        SELECT golongan_id, berlaku_mulai AS mulai, lead(berlaku_mulai) OVER (
               PARTITION BY golongan_id ORDER BY berlaku_mulai) AS ganti
          FROM (SELECT DISTINCT golongan_id, berlaku_mulai FROM asn_gaji_pokok) m
    ),
    tabel AS (
        SELECT DISTINCT ON (l.golongan_id, l.mkg_tahun, m.mulai)
               l.golongan_id, l.mkg_tahun, m.mulai, m.ganti, g.gaji_pokok
          FROM langkah l
          JOIN masa m ON m.golongan_id = l.golongan_id
          JOIN asn_gaji_pokok g ON g.golongan_id = l.golongan_id
               AND g.berlaku_mulai = m.mulai AND g.mkg_tahun <= l.mkg_tahun
         ORDER BY l.golongan_id, l.mkg_tahun, m.mulai, g.mkg_tahun DESC
    ),
    gaji AS (
        SELECT DISTINCT ON (employee_id) employee_id, golongan_id, gaji_pokok,
               coalesce(mkg_tahun, 0) * 12 + coalesce(mkg_bulan, 0) AS mkg
          FROM asn_riwayat_gaji
         WHERE status = 'sah' AND employee_id IN (SELECT id FROM orang)
         ORDER BY employee_id, tmt DESC, tanggal_sk DESC NULLS LAST, id DESC
    ),
    dasar AS (
        SELECT o.*, coalesce(g.mkg, o.mkg_sk) AS mkg, g.gaji_pokok
          FROM orang o
          LEFT JOIN gaji g ON g.employee_id = o.id AND g.golongan_id = o.golongan_id
         WHERE o.tmt_golongan IS NOT NULL AND (
               o.status_pegawai NOT LIKE %(pppk)s OR
               o.tmt_kontrak_selesai >= o.tmt_kontrak_mulai + interval '24 months')
    ),
    maju AS (
        SELECT d.id, d.golongan_id, d.gaji_pokok, d.mkg, l.mkg_tahun, d.tmt_pensiun,
               CASE WHEN d.status_pegawai LIKE %(pppk)s
                    THEN d.tmt_kontrak_selesai END AS habis,
               (d.tmt_golongan + make_interval(months => l.mkg_tahun * 12 - d.mkg_sk))
               ::date AS tmt
          FROM dasar d
          JOIN langkah l ON l.golongan_id = d.golongan_id AND l.mkg_tahun * 12 > d.mkg
         WHERE d.id <> ALL(%(cltn)s)
        UNION ALL
        SELECT d.id, d.golongan_id, d.gaji_pokok, d.mkg, c.mkg_tahun, d.tmt_pensiun, NULL,
               c.tmt
          FROM unnest(%(cltn_id)s::int[], %(cltn_langkah)s::int[], %(cltn_tmt)s::date[])
               c (id, mkg_tahun, tmt)
          JOIN dasar d ON d.id = c.id
    ),
    urut AS (
        SELECT m.*, t.gaji_pokok AS baru, row_number() OVER w AS ke,
               lag(t.gaji_pokok) OVER w AS lama
          FROM maju m
          LEFT JOIN tabel t ON t.golongan_id = m.golongan_id
               AND t.mkg_tahun = m.mkg_tahun AND t.mulai <= m.tmt
               AND (t.ganti IS NULL OR t.ganti > m.tmt)
        WINDOW w AS (PARTITION BY m.id ORDER BY m.mkg_tahun)
    )
    SELECT id, 'kgb', 'kgb', mkg_tahun, tmt,
           (tmt - make_interval(months => %(buka)s))::date,
           CASE WHEN ke > 1 THEN lama ELSE coalesce(gaji_pokok, (
               SELECT t.gaji_pokok FROM tabel t
                WHERE t.golongan_id = urut.golongan_id AND t.mkg_tahun <= urut.mkg / 12
                  AND t.mulai <= tmt AND (t.ganti IS NULL OR t.ganti > tmt)
                ORDER BY t.mkg_tahun DESC LIMIT 1)) END, baru
      FROM urut
     WHERE tmt <= %(sampai)s AND (ke = 1 OR tmt >= %(hari_ini)s)
       AND tmt < coalesce(tmt_pensiun, 'infinity') AND tmt <= coalesce(habis, 'infinity'))
"""


class AsnHakLayanan(models.Model):
    """Increments of five years, worked out in the database (KGB-02 to KGB-05, KGB-11)."""

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai):
        cltn = self._kgb_cltn(hari_ini, sampai)
        kueri = SQL(
            _SQL_KGB,
            pppk="pppk%",
            cltn=list(cltn),
            cltn_id=[id_ for id_, isi in cltn.items() for _satu in isi],
            cltn_langkah=[tahun for isi in cltn.values() for _tmt, tahun in isi],
            cltn_tmt=[tmt for isi in cltn.values() for tmt, _tahun in isi],
            buka=_BULAN_BUKA,
            hari_ini=hari_ini,
            sampai=sampai,
        )
        return [*super()._sumber(hari_ini, sampai), kueri]

    @api.model
    def _kgb_cltn(self, hari_ini, sampai):
        """Return ``{employee id: [(TMT, step)]}`` of who had CLTN (KGB-11).

        Few people; their months are no MKG and move the day.
        """
        # sudo: the forecast is worked out by rule, for everybody
        Cltn = self.env["asn.riwayat.cltn"].sudo()
        orang = Cltn.search(
            [("status", "=", "sah"), ("jenis", "in", list(Cltn._TANPA_MASA_KERJA))]
        ).employee_id.filtered(lambda p: p.active and p.tmt_golongan)
        Kgb = self.env["asn.kgb"]
        tabel = Kgb._tabel(orang.golongan_id)
        potongan, _tambahan = orang._asn_potongan_masa_kerja(hari_ini)
        gaji = Kgb._gaji_terakhir(orang, None)
        hasil = {}
        for p in orang:
            golongan, mkg = Kgb._dasar(
                p, tabel.get(p.golongan_id.id, {}), gaji.get(p.id)
            )
            hasil[p.id] = kgb.rentang(golongan, mkg, potongan.get(p.id, ()), sampai)
        return hasil

    def _uraikan(self):
        if self.kode != "kgb":
            return super()._uraikan()
        # sudo: the grade is on the person's row, whoever may read the forecast
        golongan = self.employee_id.sudo().golongan_id.kode or ""
        return (
            self.env._(
                "KGB %(grade)s, step of %(years)s years",
                grade=golongan,
                years=self.langkah,
            ),
            self.env._(
                "The service in the grade (MKG) reaches %(years)s years on %(day)s"
                " (KGB-02, KGB-04)",
                years=self.langkah,
                day=format_panjang(self.tanggal),
            ),
        )
