from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from ..domain import kgb

#: Months before the increment from which it may be filed (KGB-07 and its rule).
_BULAN_BUKA = 3

#: ``nol`` is the day on which the MKG was 0, by the grade's decree and on the first of
#: a month; ``lalu`` the step before, NULL where the step is the next one; ``ganti`` the
#: day from which a grade that is decided already counts (``depan``). A step that the
#: present grade still owes stands before the same step of the grade that is decided.
#: A PPPK needs two years of performance, but one for the first step of V (KGB-K-01, KGB-K-02).
_SQL_KGB = """
    (WITH langkah AS (
        SELECT golongan_id, mkg_tahun, lag(mkg_tahun) OVER (
               PARTITION BY golongan_id ORDER BY mkg_tahun) AS lalu,
               lead(mkg_tahun) OVER (
               PARTITION BY golongan_id ORDER BY mkg_tahun) AS lanjut
          FROM (SELECT DISTINCT golongan_id, mkg_tahun FROM asn_gaji_pokok) d
    ),
    depan AS MATERIALIZED (
        SELECT DISTINCT ON (r.employee_id) r.employee_id, r.golongan_id, r.tmt,
               coalesce(r.mkg_tahun, 0) * 12 + coalesce(r.mkg_bulan, 0) AS mkg
          FROM asn_riwayat_golongan r
         WHERE r.status = 'sah' AND r.tmt > %(hari_ini)s
               AND r.employee_id <> ALL(%(cltn)s)%(milik)s
         ORDER BY r.employee_id, r.tmt
    ),
    gaji AS (
        (SELECT DISTINCT ON (r.employee_id) FALSE AS is_depan, r.employee_id,
                r.golongan_id, r.gaji_pokok, r.tmt,
                coalesce(r.mkg_tahun, 0) * 12 + coalesce(r.mkg_bulan, 0) AS mkg
           FROM asn_riwayat_gaji r
          WHERE r.status = 'sah'%(milik)s
            AND r.employee_id NOT IN (SELECT employee_id FROM depan)
          ORDER BY r.employee_id, r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC)
        UNION ALL
        (SELECT DISTINCT ON (r.employee_id, is_depan) is_depan, r.employee_id,
                r.golongan_id, r.gaji_pokok, r.tmt,
                coalesce(r.mkg_tahun, 0) * 12 + coalesce(r.mkg_bulan, 0)
           FROM depan d
           JOIN asn_riwayat_gaji r ON r.employee_id = d.employee_id
                AND r.employee_id = ANY(ARRAY(SELECT employee_id FROM depan))
          CROSS JOIN (VALUES (FALSE), (TRUE)) v (is_depan)
          WHERE r.status = 'sah'
            AND CASE WHEN is_depan THEN r.golongan_id = d.golongan_id
                     ELSE r.tmt < d.tmt END
          ORDER BY r.employee_id, is_depan, r.tmt DESC, r.tanggal_sk DESC NULLS LAST,
                   r.id DESC)
    ),
    tunda AS (
        SELECT employee_id, golongan_id, langkah, max(sampai) AS sampai
          FROM asn_kgb_penundaan
         WHERE akhir IS DISTINCT FROM 'diganti'
         GROUP BY employee_id, golongan_id, langkah
    ),
    kontrak AS (
        SELECT o.id, o.golongan_id, o.tmt_golongan, o.mkg_sk, o.tmt_pensiun,
               o.tmt_kontrak_mulai, o.tmt_kontrak_selesai, d.tmt AS ganti,
               FALSE AS is_depan,
               o.status_pegawai LIKE %(pppk)s AS is_pppk,
               coalesce(o.status_pegawai LIKE %(pppk)s AND NOT %(lanjut)s
               AND o.tmt_kontrak_mulai > o.tmt_golongan, FALSE) AS is_anew
          FROM orang o
          LEFT JOIN depan d ON d.employee_id = o.id AND NOT o.pangkat_andai
               AND o.status_pegawai NOT LIKE %(pppk)s
         WHERE o.tmt_golongan IS NOT NULL
        UNION ALL
        SELECT o.id, d.golongan_id, d.tmt, d.mkg, o.tmt_pensiun,
               NULL, NULL, NULL, TRUE, FALSE, FALSE
          FROM depan d
          JOIN orang o ON o.id = d.employee_id AND NOT o.pangkat_andai
         WHERE o.status_pegawai NOT LIKE %(pppk)s
    ),
    dasar AS (
        SELECT k.id, k.golongan_id, k.tmt_pensiun, k.ganti, k.is_depan, k.is_pppk,
               g.gaji_pokok, g.tmt AS tmt_gaji,
               CASE WHEN k.is_pppk THEN k.tmt_kontrak_selesai END AS habis,
               CASE WHEN k.is_anew THEN 0 ELSE k.mkg_sk END AS mkg_sk,
               coalesce(g.mkg, CASE WHEN k.is_anew THEN 0 ELSE k.mkg_sk END) AS mkg,
               (date_trunc('month', CASE WHEN k.is_anew THEN k.tmt_kontrak_mulai
                    ELSE k.tmt_golongan END + interval '1 month - 1 day')
               - make_interval(months => CASE WHEN k.is_anew THEN 0 ELSE k.mkg_sk END)
               )::date AS nol
          FROM kontrak k
          LEFT JOIN gaji g ON g.employee_id = k.id AND g.golongan_id = k.golongan_id
               AND g.is_depan = k.is_depan
               AND (NOT k.is_anew OR g.tmt >= k.tmt_kontrak_mulai)
         WHERE NOT k.is_pppk OR k.tmt_kontrak_selesai >= interval '24 months'
               + CASE WHEN %(lanjut)s THEN least(k.tmt_golongan, k.tmt_kontrak_mulai)
                 ELSE k.tmt_kontrak_mulai END
    ),
    batas AS MATERIALIZED (
        SELECT *, %(bulan_akhir)s - date_part('year', nol)::int * 12
               - date_part('month', nol)::int AS batas FROM dasar
    ),
    maju AS (
        SELECT d.*, l.mkg_tahun, CASE WHEN l.lalu * 12 > d.mkg
                    AND l.mkg_tahun * 12 > d.mkg_sk THEN l.lalu END AS lalu,
               (d.nol + make_interval(
                    months => greatest(l.mkg_tahun * 12, d.mkg_sk)))::date AS tmt
          FROM batas d
          JOIN langkah l ON l.golongan_id = d.golongan_id
               AND l.mkg_tahun * 12 BETWEEN d.mkg + 1 AND d.batas
               AND coalesce(l.lanjut * 12 > d.mkg_sk, TRUE)
         WHERE d.id <> ALL(%(cltn)s)
        UNION ALL
        SELECT d.*, c.mkg_tahun, c.lalu, c.tmt
          FROM (SELECT *, lag(mkg_tahun) OVER (PARTITION BY id ORDER BY mkg_tahun)
                  FROM unnest(%(cltn_id)s::int[], %(cltn_langkah)s::int[],
                       %(cltn_tmt)s::date[]) u (id, mkg_tahun, tmt)
               ) c (id, mkg_tahun, tmt, lalu)
          JOIN batas d ON d.id = c.id
    ),
    bayar AS MATERIALIZED (
        SELECT m.*, greatest(m.tmt, t.sampai) AS hari
          FROM maju m
          LEFT JOIN tunda t ON t.employee_id = m.id
               AND t.golongan_id = m.golongan_id AND t.langkah = m.mkg_tahun
    )
    SELECT b.id, 'kgb', 'kgb', b.mkg_tahun, b.hari,
           (b.hari - make_interval(months => %(buka)s))::date,
           CASE WHEN b.lalu IS NULL AND (s.mulai IS NULL OR b.tmt_gaji >= s.mulai)
                THEN coalesce(b.gaji_pokok, l.gaji_pokok)
                ELSE coalesce(l.gaji_pokok, b.gaji_pokok) END, s.gaji_pokok,
           CASE WHEN NOT b.is_pppk THEN %(kinerja)s
                WHEN b.mkg_tahun = %(langkah_setahun)s AND b.golongan_id IN (
                     SELECT id FROM asn_golongan
                      WHERE jenis = 'pppk' AND kode = %(golongan_setahun)s) THEN 1
                ELSE 2 END
      FROM bayar b
      LEFT JOIN tabel s ON s.golongan_id = b.golongan_id
           AND s.tahun = b.mkg_tahun AND s.mulai <= b.hari
           AND (s.ganti IS NULL OR s.ganti > b.hari)
      LEFT JOIN tabel l ON l.golongan_id = b.golongan_id
           AND l.tahun = coalesce(b.lalu, b.mkg / 12) AND l.mulai = s.mulai
     WHERE b.hari <= %(sampai)s AND (b.lalu IS NULL OR b.hari >= %(hari_ini)s)
       AND b.hari < coalesce(b.tmt_pensiun, 'infinity')
       AND b.hari <= coalesce(b.habis, 'infinity')
       AND b.hari < coalesce(b.ganti, 'infinity')
       AND (NOT b.is_depan OR (b.id, b.mkg_tahun) NOT IN (
            SELECT x.id, x.mkg_tahun FROM bayar x
             WHERE x.ganti IS NOT NULL AND x.hari < x.ganti
               AND (x.lalu IS NULL OR x.hari >= %(hari_ini)s))))
"""


class AsnHakLayanan(models.Model):
    """Increments of five years, worked out in the database (KGB-02 to KGB-05, KGB-08, KGB-11)."""

    _inherit = "asn.hak.layanan"

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        langkah = self._kgb_cltn(hari_ini, sampai, cltn)
        aturan = self.env["asn.kgb"]._aturan("KGB-01", "KGB-K-04")
        kueri = SQL(
            _SQL_KGB,
            milik=self._sql_milik(("r", "employee_id"), ids),
            pppk="pppk%",
            lanjut=bool(aturan.get("KGB-K-04", {}).get("lanjut", True)),
            kinerja=aturan.get("KGB-01", {"tahun": 0}).get("tahun", 1),
            golongan_setahun=kgb.GOLONGAN_SETAHUN,
            langkah_setahun=kgb.LANGKAH_SETAHUN,
            cltn=list(langkah),
            cltn_id=[id_ for id_, isi in langkah.items() for _satu in isi],
            cltn_langkah=[tahun for isi in langkah.values() for _tmt, tahun in isi],
            cltn_tmt=[tmt for isi in langkah.values() for tmt, _tahun in isi],
            buka=_BULAN_BUKA,
            hari_ini=hari_ini,
            sampai=sampai,
            bulan_akhir=sampai.year * 12 + sampai.month,
        )
        return [*super()._sumber(hari_ini, sampai, ids, cltn), kueri]

    @api.model
    def _kgb_cltn(self, hari_ini, sampai, cltn):
        """Return ``{employee id: [(TMT, step)]}`` of who had CLTN (KGB-11).

        Few people; their months are no MKG and move the day.
        """
        # sudo: the forecast is worked out by rule, for everybody
        pernah = self.env["hr.employee"].sudo().browse(cltn)
        orang = pernah.filtered(lambda p: p.active and p.tmt_golongan)
        if not orang:
            return {}
        Kgb = self.env["asn.kgb"]
        tabel = Kgb._tabel(orang.golongan_id)
        potongan, _tambahan = orang._asn_potongan_masa_kerja(hari_ini)
        gaji = Kgb._gaji_golongan(orang, None)
        hasil = {}
        for p in orang:
            golongan, mkg = Kgb._dasar(
                p,
                Kgb._pangkat_kini(p),
                tabel.get(p.golongan_id.id, {}),
                gaji.get((p.id, p.golongan_id.id)),
            )
            hasil[p.id] = kgb.rentang(golongan, mkg, potongan.get(p.id, ()), sampai)
        return hasil

    def _teks_langkah(self):
        """Return the step of an increment: the years of service in the grade."""
        if self.kode != "kgb":
            return super()._teks_langkah()
        return self.env._("MKG %s years", self.langkah)

    def _uraikan(self):
        if self.kode != "kgb":
            return super()._uraikan()
        # sudo: the grade is on the person's row, whoever may read the forecast
        pegawai = self.employee_id.sudo()
        golongan = pegawai.golongan_id.kode or ""
        if self.tanggal > self._hari_ini():
            sah = pegawai.riwayat_golongan_ids.filtered(
                lambda r: r.status == "sah" and r.tmt <= self.tanggal
            )
            golongan = sah.sorted("tmt")[-1:].golongan_id.kode or golongan
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
