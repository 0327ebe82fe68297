"""The query of promotions; `asn.kp` says the same of few people, one by one.

``terbuka`` is the TMT that is proposed today: nobody is promoted earlier. The first
row of a person is the next promotion, a second one that after it as far as time
alone decides. Months of a TMT on the first of a month are counted without days.
"""

#: Decrees on grades: the present one since when, and its MKG in months.
_PANGKAT = """
    baris AS (
        SELECT r.employee_id, r.tmt, g.urutan,
               coalesce(r.mkg_tahun, 0) * 12 + coalesce(r.mkg_bulan, 0) AS mkg,
               lag(g.urutan) OVER w IS DISTINCT FROM g.urutan AS awal,
               lead(r.id) OVER w IS NULL AS akhir
          FROM asn_riwayat_golongan r
          JOIN asn_golongan g ON g.id = r.golongan_id AND g.jenis = 'pns'
         WHERE r.status = 'sah' AND r.employee_id IN (SELECT id FROM orang)
        WINDOW w AS (
               PARTITION BY r.employee_id ORDER BY r.tmt, r.tanggal_sk NULLS FIRST, r.id)
    ),
    kini AS (
        SELECT employee_id, max(tmt) FILTER (WHERE awal) AS tmt, max(tmt) AS tmt_mkg,
               max(urutan) FILTER (WHERE akhir) AS urutan,
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
               CASE WHEN o.pangkat_andai THEN g.urutan ELSE k.urutan END AS urutan
          FROM orang o
          LEFT JOIN kini k ON k.employee_id = o.id
          LEFT JOIN asn_golongan g ON g.id = o.golongan_id AND g.jenis = 'pns'
         WHERE o.status_pegawai = 'pns'
    )"""

#: Kind by the post, and up to which grade (KP-R-03, KP-S-01, KP-F-04).
_DASAR = """
    batas AS (
        SELECT max(g.urutan) FILTER (WHERE p.kode = 'S1') AS s1,
               max(g.urutan) FILTER (WHERE p.kode = 'D3') AS d3
          FROM asn_pendidikan p
          JOIN asn_golongan g ON g.id = p.golongan_tertinggi_id
         WHERE p.active
    ),
    dasar AS (
        SELECT p.*, j.sub_kelompok, rendah.urutan AS terendah,
               CASE WHEN j.sub_kelompok IN ('jpt', 'administrator', 'pengawas')
                    THEN 'struktural'
                    WHEN j.sub_kelompok IN (
                         'fungsional_keterampilan', 'fungsional_keahlian')
                    THEN 'fungsional' ELSE 'reguler' END AS jenis,
               CASE WHEN j.kode LIKE 'jf\\_%%' THEN substr(j.kode, 4) END AS jenjang,
               tinggi.urutan AS tertinggi,
               CASE WHEN d.kode = 'PROFESI'
                    AND NOT lower(coalesce(p.program_studi, '')) LIKE ANY(%(setara)s)
                    THEN batas.s1
                    WHEN d.kode = 'SLTA_KEGURUAN'
                    AND lower(p.program_studi) LIKE '%%sgplb%%' THEN batas.d3
                    ELSE didik.urutan END AS pendidikan
          FROM pangkat p
         CROSS JOIN batas
          LEFT JOIN hr_job h ON h.id = p.jabatan_id
          LEFT JOIN asn_jenis_jabatan j ON j.id = h.jenis_jabatan_id
          LEFT JOIN asn_golongan rendah ON rendah.id = j.pangkat_terendah_id
          LEFT JOIN asn_golongan tinggi ON tinggi.id = j.pangkat_tertinggi_id
          LEFT JOIN asn_pendidikan d ON d.id = p.pendidikan_id
          LEFT JOIN asn_golongan didik ON didik.id = d.golongan_tertinggi_id
         WHERE p.tmt IS NOT NULL AND p.urutan IS NOT NULL
    )"""

#: From when a year in the level of a managerial post is complete (KP-S-02).
_TINGKAT = """
    jabatan AS (
        SELECT d.id, r.tmt, j.sub_kelompok = d.sub_kelompok AS sama,
               lead(r.tmt) OVER (PARTITION BY d.id ORDER BY r.tmt, r.id) AS akhir
          FROM dasar d
          JOIN asn_riwayat_jabatan r ON r.employee_id = d.id AND r.status = 'sah'
               AND r.jenis_penugasan = 'definitif'
          JOIN hr_job h ON h.id = r.jabatan_id
          LEFT JOIN asn_jenis_jabatan j ON j.id = h.jenis_jabatan_id
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
        SELECT a.jenjang, g.urutan, a.kredit_pangkat AS nilai
          FROM asn_angka_kredit_jenjang a
          JOIN asn_golongan g ON g.id = a.golongan_dari_id
    ),
    masa AS (
        SELECT d.id, d.jenjang, b.urutan, b.tmt,
               row_number() OVER w = 1 AS pertama, lead(b.tmt) OVER w AS akhir
          FROM dasar d
          JOIN baris b ON b.employee_id = d.id AND b.awal
         WHERE d.jenis = 'fungsional'
        WINDOW w AS (PARTITION BY d.id ORDER BY b.tmt)
    ),
    pak AS (
        SELECT m.id, m.jenjang, m.urutan, m.tmt, m.akhir,
               coalesce(sum(a.kredit_total), 0) AS nilai
          FROM masa m
          LEFT JOIN asn_riwayat_angka_kredit a ON a.employee_id = m.id
               AND a.status = 'sah' AND (a.jenjang = m.jenjang OR a.jenjang IS NULL)
               AND (m.pertama OR a.periode_selesai >= m.tmt)
               AND (m.akhir IS NULL OR a.periode_selesai < m.akhir)
         GROUP BY m.id, m.jenjang, m.urutan, m.tmt, m.akhir
    ),
    saldo AS (
        SELECT p.id, p.akhir, sum(p.nilai - CASE WHEN p.akhir IS NULL THEN 0
               ELSE coalesce(s.nilai, 0) END) OVER (PARTITION BY p.id ORDER BY p.tmt)
               AS jumlah
          FROM pak p
          LEFT JOIN perlu s ON s.jenjang = p.jenjang AND s.urutan = p.urutan
    ),
    kredit AS (
        SELECT id, max(jumlah) FILTER (WHERE akhir IS NULL) - least(0,
               min(jumlah) FILTER (WHERE akhir IS NOT NULL)) AS nilai
          FROM saldo GROUP BY id
    )"""

#: The TMT of the next promotion, and of the one after it.
_NAIK = """
    naik AS (
        SELECT d.*, coalesce(c.tmt, greatest(%(terbuka)s::date, CASE
               WHEN d.jenis = 'struktural' AND d.urutan < d.terendah THEN least(
                    pada.empat, greatest(pada.satu, coalesce(t.setahun, 'infinity')))
               WHEN d.jenis = 'fungsional' THEN pada.fungsional
               ELSE pada.empat END)) AS tanggal, c.mkg AS mkg_cltn
          FROM dasar d
         CROSS JOIN LATERAL (SELECT
               date_trunc('month', d.tmt + make_interval(months => %(bulan_reguler)s)
                   + interval '1 month - 1 day')::date AS empat,
               date_trunc('month', d.tmt + make_interval(months =>
                   %(bulan_fungsional)s) + interval '1 month - 1 day')::date
                   AS fungsional,
               date_trunc('month', d.tmt + make_interval(months => 12)
                   + interval '1 month - 1 day')::date AS satu) pada
          LEFT JOIN tingkat t ON t.id = d.id
          LEFT JOIN kredit k ON k.id = d.id
          LEFT JOIN perlu s ON s.jenjang = d.jenjang AND s.urutan = d.urutan
          LEFT JOIN unnest(%(cltn_id)s::int[], %(cltn_tmt)s::date[],
               %(cltn_mkg)s::int[]) c (id, tmt, mkg) ON c.id = d.id
         WHERE d.jenis <> 'fungsional' OR (d.jenjang IS NOT NULL AND (
               d.urutan < coalesce(d.terendah, 0) OR coalesce(s.nilai, 0) = 0
               OR coalesce(k.nilai, 0) + CASE
                    WHEN d.tahun_lulus >= extract(year FROM d.tmt)
                    THEN s.nilai * %(persen)s / 100 ELSE 0 END >= s.nilai))
    ),
    langkah AS (
        SELECT n.id, n.jenis, n.urutan + ke AS urutan, n.tmt_pensiun, u.tanggal,
               coalesce(n.mkg_cltn + u.lebih, n.mkg + greatest(0,
                   (extract(year FROM u.tanggal) - extract(year FROM n.tmt_mkg)) * 12
                   + extract(month FROM u.tanggal) - extract(month FROM n.tmt_mkg)
                   - (extract(day FROM n.tmt_mkg) > 1)::int)::int)
                   - CASE WHEN ke = 1 THEN potong.satu ELSE 0 END AS mkg,
               CASE WHEN ke = 1 THEN potong.dua ELSE potong.satu END AS potong
          FROM naik n
         CROSS JOIN generate_series(0, 1) ke
         CROSS JOIN LATERAL (SELECT
               CASE n.urutan WHEN 4 THEN 72 WHEN 8 THEN 60 ELSE 0 END AS satu,
               CASE n.urutan + 1 WHEN 4 THEN 72 WHEN 8 THEN 60 ELSE 0 END AS dua,
               CASE WHEN n.jenis = 'struktural' AND n.urutan + 1 < n.terendah THEN 12
                    ELSE %(bulan_reguler)s END AS jarak) potong
         CROSS JOIN LATERAL (SELECT ke * potong.jarak AS lebih, (n.tanggal
               + make_interval(months => ke * potong.jarak))::date AS tanggal) u
         WHERE u.tanggal <= %(sampai)s
           AND u.tanggal < coalesce(n.tmt_pensiun, 'infinity')
           AND (ke = 0 OR n.jenis <> 'fungsional')
           AND n.urutan + ke < coalesce(CASE n.jenis WHEN 'reguler' THEN n.pendidikan
               ELSE n.tertinggi END, 0)
    )"""

#: What the table pays at the MKG of the TMT, before and after.
_GAJI = """
    berlaku AS (
        SELECT golongan_id, berlaku_mulai AS mulai, lead(berlaku_mulai) OVER (
               PARTITION BY golongan_id ORDER BY berlaku_mulai) AS ganti
          FROM (SELECT DISTINCT golongan_id, berlaku_mulai FROM asn_gaji_pokok) m
    ),
    tabel AS (
        SELECT DISTINCT ON (g.urutan, b.mulai, tahun) g.urutan, b.mulai, b.ganti,
               tahun, p.gaji_pokok
          FROM berlaku b
          JOIN asn_golongan g ON g.id = b.golongan_id AND g.jenis = 'pns'
         CROSS JOIN generate_series(0, 50) tahun
          JOIN asn_gaji_pokok p ON p.golongan_id = b.golongan_id
               AND p.berlaku_mulai = b.mulai AND p.mkg_tahun <= tahun
         ORDER BY g.urutan, b.mulai, tahun, p.mkg_tahun DESC
    )"""

_BARIS = """
    SELECT l.id, 'kenaikan_pangkat', l.jenis, baru.urutan, l.tanggal,
           coalesce(periode.buka,
               (l.tanggal - make_interval(months => %(buka)s))::date),
           lama.gaji_pokok, sesudah.gaji_pokok
      FROM langkah l
      JOIN asn_golongan baru ON baru.jenis = 'pns' AND baru.urutan = l.urutan + 1
      LEFT JOIN (SELECT DISTINCT ON (untuk_tanggal) untuk_tanggal, buka
                   FROM asn_layanan_periode WHERE layanan_id = %(layanan)s
                  ORDER BY untuk_tanggal, buka DESC, id DESC) periode
           ON periode.untuk_tanggal = l.tanggal
      LEFT JOIN tabel lama ON lama.urutan = l.urutan
           AND lama.tahun = greatest(0, l.mkg) / 12 AND lama.mulai <= l.tanggal
           AND (lama.ganti IS NULL OR lama.ganti > l.tanggal)
      LEFT JOIN tabel sesudah ON sesudah.urutan = l.urutan + 1
           AND sesudah.tahun = greatest(0, l.mkg - l.potong) / 12
           AND sesudah.mulai <= l.tanggal
           AND (sesudah.ganti IS NULL OR sesudah.ganti > l.tanggal))
"""

_BAGIAN = (_PANGKAT, _DASAR, _TINGKAT, _KREDIT, _NAIK, _GAJI)
SQL_KP = "(WITH" + ",".join(_BAGIAN) + _BARIS
