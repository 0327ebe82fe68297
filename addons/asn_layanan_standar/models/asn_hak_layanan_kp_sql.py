"""The query of promotions; `asn.kp` says the same of few people, one by one.

``terbuka`` is the TMT that is proposed today: nobody is promoted earlier. The first
row of a person is the next promotion, a second one that after it as far as time
alone decides. Months of a TMT on the first of a month are counted without days.
Who stands at the ceiling of post or education is left out before anything is counted.
"""

#: Decrees on grades, the newest first: since when the present one, and its MKG.
_PANGKAT = """
    baris AS MATERIALIZED (
        SELECT r.employee_id, r.golongan_id, r.tmt,
               coalesce(r.mkg_tahun, 0) * 12 + coalesce(r.mkg_bulan, 0) AS mkg,
               lead(r.golongan_id) OVER w IS DISTINCT FROM r.golongan_id AS awal,
               row_number() OVER w = 1 AS akhir
          FROM asn_riwayat_golongan r
         WHERE r.status = 'sah'%(milik)s AND r.golongan_id = ANY(ARRAY(
               SELECT id FROM asn_golongan WHERE jenis = 'pns'))
        WINDOW w AS (PARTITION BY r.employee_id
               ORDER BY r.tmt DESC, r.tanggal_sk DESC NULLS LAST, r.id DESC)
    ),
    kini AS (
        SELECT employee_id, max(tmt) FILTER (WHERE awal) AS tmt, max(tmt) AS tmt_mkg,
               max(golongan_id) FILTER (WHERE akhir) AS golongan_id,
               max(mkg) FILTER (WHERE akhir) AS mkg
          FROM baris GROUP BY employee_id
    ),
    pangkat AS (
        SELECT o.id, o.tmt_pensiun, o.jabatan_id, o.pendidikan_id, o.program_studi,
               o.tahun_lulus,
               CASE WHEN o.pangkat_andai THEN o.tmt_golongan ELSE k.tmt END AS tmt,
               CASE WHEN o.pangkat_andai THEN o.tmt_golongan ELSE k.tmt_mkg
                    END AS tmt_mkg,
               CASE WHEN o.pangkat_andai OR k.tmt_mkg = o.tmt_golongan THEN o.mkg_sk
                    ELSE k.mkg END AS mkg,
               CASE WHEN o.pangkat_andai THEN o.golongan_id ELSE k.golongan_id END
               AS golongan_id
          FROM orang o
          LEFT JOIN kini k ON k.employee_id = o.id
         WHERE o.status_pegawai = 'pns'
    )"""

#: Kind by the post, and up to which grade (KP-R-03, KP-S-01, KP-F-04).
_DASAR = """
    pos AS MATERIALIZED (
        SELECT h.id, j.sub_kelompok, rendah.urutan AS terendah,
               tinggi.urutan AS tertinggi,
               CASE WHEN j.sub_kelompok IN ('jpt', 'administrator', 'pengawas')
                    THEN 'struktural'
                    WHEN j.sub_kelompok IN (
                         'fungsional_keterampilan', 'fungsional_keahlian')
                    THEN 'fungsional' ELSE 'reguler' END AS jenis,
               CASE WHEN j.kode LIKE 'jf\\_%%' THEN substr(j.kode, 4) END AS jenjang
          FROM hr_job h
          JOIN asn_jenis_jabatan j ON j.id = h.jenis_jabatan_id
          LEFT JOIN asn_golongan rendah ON rendah.id = j.pangkat_terendah_id
          LEFT JOIN asn_golongan tinggi ON tinggi.id = j.pangkat_tertinggi_id
    ),
    didik AS MATERIALIZED (
        SELECT p.id, p.kode, g.urutan,
               max(g.urutan) FILTER (WHERE p.active AND p.kode = 'S1') OVER () AS s1,
               max(g.urutan) FILTER (WHERE p.active AND p.kode = 'D3') OVER () AS d3
          FROM asn_pendidikan p
          LEFT JOIN asn_golongan g ON g.id = p.golongan_tertinggi_id
    ),
    batas AS (
        SELECT p.*, g.urutan, pos.sub_kelompok, pos.terendah, pos.jenjang,
               coalesce(pos.jenis, 'reguler') AS jenis,
               CASE WHEN coalesce(pos.jenis, 'reguler') <> 'reguler' THEN pos.tertinggi
                    WHEN d.kode = 'PROFESI'
                    AND NOT lower(coalesce(p.program_studi, '')) LIKE ANY(%(setara)s)
                    THEN d.s1
                    WHEN d.kode = 'SLTA_KEGURUAN'
                    AND lower(p.program_studi) LIKE '%%sgplb%%' THEN d.d3
                    ELSE d.urutan END AS puncak
          FROM pangkat p
          JOIN asn_golongan g ON g.id = p.golongan_id AND g.jenis = 'pns'
          LEFT JOIN pos ON pos.id = p.jabatan_id
          LEFT JOIN didik d ON d.id = p.pendidikan_id
         WHERE p.tmt IS NOT NULL
    ),
    dasar AS MATERIALIZED (
        SELECT *, date_trunc('month', tmt + interval '1 month - 1 day')::date AS genap
          FROM batas WHERE urutan < puncak
    )"""

#: From when a year in the level of a managerial post is complete (KP-S-02).
_TINGKAT = """
    jabatan AS (
        SELECT d.id, r.tmt, pos.sub_kelompok = d.sub_kelompok AS sama,
               lead(r.tmt) OVER (PARTITION BY d.id ORDER BY r.tmt, r.id) AS akhir
          FROM dasar d
          JOIN asn_riwayat_jabatan r ON r.employee_id = d.id AND r.status = 'sah'
               AND r.jenis_penugasan = 'definitif' AND r.jabatan_id IS NOT NULL%(milik)s
          LEFT JOIN pos ON pos.id = r.jabatan_id
         WHERE d.jenis = 'struktural' AND d.urutan < d.terendah
    ),
    lama AS (
        SELECT b.*, (b.bulan - (b.bulan > 0 AND
               b.tmt + make_interval(months => b.bulan) > b.akhir)::int) AS penuh
          FROM (SELECT *, ((extract(year FROM akhir) - extract(year FROM tmt)) * 12
                       + extract(month FROM akhir) - extract(month FROM tmt))::int
                       AS bulan
                  FROM jabatan WHERE sama) b
    ),
    tingkat AS (
        SELECT id, CASE WHEN coalesce(sum(penuh), 0) >= 12 THEN '-infinity'::date
               ELSE coalesce(date_trunc('month', max(tmt) FILTER (WHERE akhir IS NULL)
                    + make_interval(months => 12 - coalesce(sum(penuh), 0)::int)
                    + interval '1 month - 1 day')::date, 'infinity') END AS setahun
          FROM lama GROUP BY id
    )"""

#: Credit since the last rank, what earlier ranks left included (KP-F-02, KP-F-05).
_KREDIT = """
    perlu AS (
        SELECT a.jenjang, a.golongan_dari_id AS golongan_id, g.urutan,
               a.kredit_pangkat AS nilai
          FROM asn_angka_kredit_jenjang a
          JOIN asn_golongan g ON g.id = a.golongan_dari_id
    ),
    masa AS MATERIALIZED (
        SELECT d.id, d.jenjang, b.golongan_id, b.tmt,
               row_number() OVER w = 1 AS pertama, lead(b.tmt) OVER w AS akhir
          FROM dasar d
          JOIN baris b ON b.employee_id = d.id AND b.awal
         WHERE d.jenis = 'fungsional'
        WINDOW w AS (PARTITION BY d.id ORDER BY b.tmt)
    ),
    pak AS (
        SELECT m.id, m.jenjang, m.golongan_id, m.tmt, m.akhir,
               coalesce(sum(a.kredit_total), 0) AS nilai
          FROM masa m
          LEFT JOIN asn_riwayat_angka_kredit a ON a.employee_id = m.id%(milik_kredit)s
               AND a.status = 'sah' AND (a.jenjang = m.jenjang OR a.jenjang IS NULL)
               AND (m.pertama OR a.periode_selesai >= m.tmt)
               AND (m.akhir IS NULL OR a.periode_selesai < m.akhir)
         GROUP BY m.id, m.jenjang, m.golongan_id, m.tmt, m.akhir
    ),
    saldo AS (
        SELECT p.id, p.akhir, sum(p.nilai - CASE WHEN p.akhir IS NULL THEN 0
               ELSE coalesce(s.nilai, 0) END) OVER (PARTITION BY p.id ORDER BY p.tmt)
               AS jumlah
          FROM pak p
          LEFT JOIN perlu s ON s.jenjang = p.jenjang AND s.golongan_id = p.golongan_id
    ),
    kredit AS (
        SELECT id, max(jumlah) FILTER (WHERE akhir IS NULL) - least(0,
               min(jumlah) FILTER (WHERE akhir IS NOT NULL)) AS nilai
          FROM saldo GROUP BY id
    )"""


#: The TMT of the next promotion, and of the one after it.
_NAIK = """
    naik AS MATERIALIZED (
        SELECT d.*, c.mkg AS mkg_cltn, coalesce(c.tmt, greatest(%(terbuka)s::date, CASE
               WHEN d.jenis = 'struktural' AND d.urutan < d.terendah THEN least(
                    (d.genap + make_interval(months => %(bulan_reguler)s))::date,
                    greatest((d.genap + interval '1 year')::date,
                             coalesce(t.setahun, 'infinity')))
               ELSE (d.genap + make_interval(months => CASE d.jenis
                    WHEN 'fungsional' THEN %(bulan_fungsional)s
                    ELSE %(bulan_reguler)s END))::date END)) AS tanggal,
               CASE WHEN d.jenis = 'struktural' AND d.urutan + 1 < d.terendah THEN 12
                    ELSE %(bulan_reguler)s END AS jarak
          FROM dasar d
          LEFT JOIN tingkat t ON t.id = d.id
          LEFT JOIN kredit k ON k.id = d.id
          LEFT JOIN perlu s ON s.jenjang = d.jenjang AND s.urutan = d.urutan
          LEFT JOIN unnest(%(cltn_id)s::int[], %(cltn_tmt)s::date[],
               %(cltn_mkg)s::int[]) c (id, tmt, mkg) ON c.id = d.id
         WHERE d.jenis <> 'fungsional' OR (d.jenjang IS NOT NULL AND (
               d.urutan < coalesce(d.terendah, 0) OR coalesce(s.nilai, 0) = 0
               OR coalesce(k.nilai, 0) + CASE
                    WHEN d.tahun_lulus >= date_part('year', d.tmt)
                    THEN s.nilai * %(persen)s / 100 ELSE 0 END >= s.nilai))
    ),
    langkah AS MATERIALIZED (
        SELECT n.*, ke, ke * n.jarak AS lebih, n.urutan + ke AS dari,
               (n.tanggal + make_interval(months => ke * n.jarak))::date AS hari
          FROM naik n
         CROSS JOIN generate_series(0, 1) ke
         WHERE n.tanggal <= %(sampai)s AND n.urutan + ke < n.puncak
           AND (ke = 0 OR n.jenis <> 'fungsional')
    ),
    hasil AS MATERIALIZED (
        SELECT l.id, l.jenis, l.dari, l.hari,
               coalesce(l.mkg_cltn + l.lebih, l.mkg + greatest(0,
                   (date_part('year', l.hari) - date_part('year', l.tmt_mkg)) * 12
                   + date_part('month', l.hari) - date_part('month', l.tmt_mkg)
                   - (date_part('day', l.tmt_mkg) > 1)::int)::int)
                   - CASE WHEN ke = 1 THEN CASE l.urutan
                          WHEN 4 THEN 72 WHEN 8 THEN 60 ELSE 0 END ELSE 0 END AS mkg,
               CASE l.dari WHEN 4 THEN 72 WHEN 8 THEN 60 ELSE 0 END AS potong
          FROM langkah l
         WHERE l.hari <= %(sampai)s AND l.hari < coalesce(l.tmt_pensiun, 'infinity')
    )"""

#: What the table pays at the MKG of the TMT, before and after.
_BARIS = """,
    gaji AS MATERIALIZED (
        SELECT g.urutan, t.tahun, t.mulai, t.ganti, t.gaji_pokok
          FROM tabel t
          JOIN asn_golongan g ON g.id = t.golongan_id AND g.jenis = 'pns'
    )
    SELECT h.id, 'kenaikan_pangkat', h.jenis, baru.urutan, h.hari,
           coalesce(periode.buka, (h.hari - make_interval(months => %(buka)s))::date),
           lama.gaji_pokok, sesudah.gaji_pokok, (%(kinerja)s::jsonb ->> h.jenis)::int
      FROM hasil h
      JOIN asn_golongan baru ON baru.jenis = 'pns' AND baru.urutan = h.dari + 1
      LEFT JOIN (SELECT DISTINCT ON (untuk_tanggal) untuk_tanggal, buka
                   FROM asn_layanan_periode WHERE layanan_id = %(layanan)s
                  ORDER BY untuk_tanggal, buka DESC, id DESC) periode
           ON periode.untuk_tanggal = h.hari
      LEFT JOIN gaji lama ON lama.urutan = h.dari
           AND lama.tahun = greatest(0, h.mkg) / 12 AND lama.mulai <= h.hari
           AND (lama.ganti IS NULL OR lama.ganti > h.hari)
      LEFT JOIN gaji sesudah ON sesudah.urutan = h.dari + 1
           AND sesudah.tahun = greatest(0, h.mkg - h.potong) / 12
           AND sesudah.mulai <= h.hari
           AND (sesudah.ganti IS NULL OR sesudah.ganti > h.hari))
"""

SQL_KP = "(WITH" + ",".join((_PANGKAT, _DASAR, _TINGKAT, _KREDIT, _NAIK)) + _BARIS
