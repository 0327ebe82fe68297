from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain import kgb

#: Months before the increment from which it may be filed (KGB-07 and its rule).
_BULAN_BUKA = 3

#: ``tabel`` has a row for every year of MKG, so that pay is one equality away.
_SQL_KGB = """
    (WITH langkah AS (SELECT DISTINCT golongan_id, mkg_tahun FROM asn_gaji_pokok),
    masa AS (
        SELECT golongan_id, berlaku_mulai AS mulai, lead(berlaku_mulai) OVER (
               PARTITION BY golongan_id ORDER BY berlaku_mulai) AS ganti
          FROM (SELECT DISTINCT golongan_id, berlaku_mulai FROM asn_gaji_pokok) m
    ),
    tabel AS (
        SELECT DISTINCT ON (m.golongan_id, tahun, m.mulai)
               m.golongan_id, tahun AS mkg_tahun, m.mulai, m.ganti, g.gaji_pokok
          FROM masa m
         CROSS JOIN generate_series(0, 50) tahun
          JOIN asn_gaji_pokok g ON g.golongan_id = m.golongan_id
               AND g.berlaku_mulai = m.mulai AND g.mkg_tahun <= tahun
         ORDER BY m.golongan_id, tahun, m.mulai, g.mkg_tahun DESC
    ),
    gaji AS (
        SELECT DISTINCT ON (employee_id) employee_id, golongan_id, gaji_pokok, tmt,
               coalesce(mkg_tahun, 0) * 12 + coalesce(mkg_bulan, 0) AS mkg
          FROM asn_riwayat_gaji
         WHERE status = 'sah' AND employee_id IN (SELECT id FROM orang)
         ORDER BY employee_id, tmt DESC, tanggal_sk DESC NULLS LAST, id DESC
    ),
    tunda AS (
        SELECT employee_id, golongan_id, langkah, max(sampai) AS sampai
          FROM asn_kgb_penundaan
         WHERE akhir IS DISTINCT FROM 'diganti'
         GROUP BY employee_id, golongan_id, langkah
    ),
    kontrak AS (
        SELECT o.*, o.status_pegawai LIKE %(pppk)s AS is_pppk,
               coalesce(o.status_pegawai LIKE %(pppk)s AND NOT %(lanjut)s
               AND o.tmt_kontrak_mulai > o.tmt_golongan, FALSE) AS is_anew
          FROM orang o
         WHERE o.tmt_golongan IS NOT NULL
    ),
    dasar AS (
        SELECT k.id, k.golongan_id, k.tmt_pensiun, k.status_pegawai,
               k.tmt_kontrak_selesai, g.gaji_pokok, g.tmt AS tmt_gaji,
               CASE WHEN k.is_anew THEN k.tmt_kontrak_mulai ELSE k.tmt_golongan END
               AS tmt_golongan,
               CASE WHEN k.is_anew THEN 0 ELSE k.mkg_sk END AS mkg_sk,
               coalesce(g.mkg, CASE WHEN k.is_anew THEN 0 ELSE k.mkg_sk END) AS mkg
          FROM kontrak k
          LEFT JOIN gaji g ON g.employee_id = k.id AND g.golongan_id = k.golongan_id
               AND (NOT k.is_anew OR g.tmt >= k.tmt_kontrak_mulai)
         WHERE NOT k.is_pppk OR k.tmt_kontrak_selesai >= interval '24 months'
               + CASE WHEN %(lanjut)s THEN least(k.tmt_golongan, k.tmt_kontrak_mulai)
                 ELSE k.tmt_kontrak_mulai END
    ),
    maju AS (
        SELECT d.id, d.golongan_id, d.gaji_pokok, d.tmt_gaji, d.mkg, l.mkg_tahun,
               d.tmt_pensiun, CASE WHEN d.status_pegawai LIKE %(pppk)s
                    THEN d.tmt_kontrak_selesai END AS habis,
               date_trunc('month', d.tmt_golongan
               + make_interval(months => l.mkg_tahun * 12 - d.mkg_sk)
               + interval '1 month -1 day')::date AS tmt
          FROM dasar d
          JOIN langkah l ON l.golongan_id = d.golongan_id AND l.mkg_tahun * 12 > d.mkg
         WHERE d.id <> ALL(%(cltn)s)
        UNION ALL
        SELECT d.id, d.golongan_id, d.gaji_pokok, d.tmt_gaji, d.mkg, c.mkg_tahun,
               d.tmt_pensiun, NULL, c.tmt
          FROM unnest(%(cltn_id)s::int[], %(cltn_langkah)s::int[], %(cltn_tmt)s::date[])
               c (id, mkg_tahun, tmt)
          JOIN dasar d ON d.id = c.id
    ),
    bayar AS (
        SELECT m.id, m.golongan_id, m.gaji_pokok, m.tmt_gaji, m.mkg_tahun,
               m.tmt_pensiun, m.habis, greatest(m.tmt, t.sampai) AS tmt,
               row_number() OVER w AS ke,
               coalesce(lag(m.mkg_tahun) OVER w, m.mkg / 12) AS sebelum
          FROM maju m
          LEFT JOIN tunda t ON t.employee_id = m.id
               AND t.golongan_id = m.golongan_id AND t.langkah = m.mkg_tahun
         WHERE m.tmt <= %(sampai)s
        WINDOW w AS (PARTITION BY m.id ORDER BY m.mkg_tahun)
    )
    SELECT b.id, 'kgb', 'kgb', b.mkg_tahun, b.tmt,
           (b.tmt - make_interval(months => %(buka)s))::date,
           CASE WHEN b.ke = 1 AND (s.mulai IS NULL OR b.tmt_gaji >= s.mulai)
                THEN coalesce(b.gaji_pokok, l.gaji_pokok)
                ELSE coalesce(l.gaji_pokok, b.gaji_pokok) END, s.gaji_pokok
      FROM bayar b
      LEFT JOIN tabel s ON s.golongan_id = b.golongan_id
           AND s.mkg_tahun = b.mkg_tahun AND s.mulai <= b.tmt
           AND (s.ganti IS NULL OR s.ganti > b.tmt)
      LEFT JOIN tabel l ON l.golongan_id = b.golongan_id
           AND l.mkg_tahun = b.sebelum AND l.mulai = s.mulai
     WHERE b.tmt <= %(sampai)s AND (b.ke = 1 OR b.tmt >= %(hari_ini)s)
       AND b.tmt < coalesce(b.tmt_pensiun, 'infinity')
       AND b.tmt <= coalesce(b.habis, 'infinity'))
"""


class AsnHakLayanan(models.Model):
    """Increments of five years, worked out in the database (KGB-02 to KGB-05, KGB-08, KGB-11)."""

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai):
        cltn = self._kgb_cltn(hari_ini, sampai)
        kueri = SQL(
            _SQL_KGB,
            pppk="pppk%",
            lanjut=self.env["asn.kgb"]._is_kontrak_lanjut(),
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
