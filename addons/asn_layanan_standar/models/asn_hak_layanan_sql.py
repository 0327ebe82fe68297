"""The statements of the forecast: all entitlements, and what of them is to be written.

Services bring their part (``asn.hak.layanan._sumber``) and read two common tables:
``orang``, the people, and ``tabel``, basic pay for every year of MKG of a grade
(golongan), from ``mulai`` until another table follows (``ganti``).
"""

#: All entitlements of ``orang``, with how ready each is: of the documents and the years
#: of performance that are asked for, how many are there. What the archive holds of a
#: person is one string of bits, a bit for each kind that any service asks for; so are
#: the years with a valid rating, last year first.
SQL_HAK = """
    WITH orang AS MATERIALIZED (%(orang)s),
    tabel AS MATERIALIZED (
        SELECT golongan_id, generate_series(mkg_tahun, coalesce(lanjut - 1, 50)) AS tahun,
               berlaku_mulai AS mulai, ganti, gaji_pokok
          FROM (SELECT g.*, m.ganti, lead(g.mkg_tahun) OVER (
                       PARTITION BY g.golongan_id, g.berlaku_mulai
                       ORDER BY g.mkg_tahun) AS lanjut
                  FROM asn_gaji_pokok g
                  JOIN (SELECT golongan_id, berlaku_mulai, lead(berlaku_mulai) OVER (
                               PARTITION BY golongan_id ORDER BY berlaku_mulai) AS ganti
                          FROM (SELECT DISTINCT golongan_id, berlaku_mulai
                                  FROM asn_gaji_pokok) d) m
                       USING (golongan_id, berlaku_mulai)) langkah
    ),
    syarat AS (
        SELECT DISTINCT v.layanan_id, s.jenis_dokumen_id, s.untuk_pns, s.untuk_cpns,
               s.untuk_pppk
          FROM asn_layanan_versi v
          JOIN asn_layanan_persyaratan s ON s.versi_id = v.id
         WHERE v.state = 'live' AND s.wajib = 'wajib' AND s.dari_arsip
    ),
    jenis AS MATERIALIZED (
        SELECT jenis_dokumen_id AS id,
               set_bit(0::bit(256), (row_number() OVER () - 1)::int, 1) AS bit
          FROM (SELECT DISTINCT jenis_dokumen_id FROM syarat) s
    ),
    layanan AS MATERIALIZED (
        SELECT l.id, l.code, t.status_pegawai, bit_or(j.bit) AS perlu,
               coalesce(bit_count(bit_or(j.bit))::int, 0) AS jumlah
          FROM asn_layanan l
          JOIN asn_layanan_versi v ON v.layanan_id = l.id AND v.state = 'live'
         CROSS JOIN (SELECT DISTINCT status_pegawai FROM orang) t
          LEFT JOIN syarat s ON s.layanan_id = l.id AND CASE t.status_pegawai
               WHEN 'pns' THEN s.untuk_pns WHEN 'cpns' THEN s.untuk_cpns
               ELSE s.untuk_pppk END
          LEFT JOIN jenis j ON j.id = s.jenis_dokumen_id
         WHERE l.active
         GROUP BY l.id, l.code, t.status_pegawai
    ),
    arsip AS (
        SELECT d.employee_id, bit_or(j.bit) AS ada
          FROM asn_dokumen d
          JOIN jenis j ON j.id = d.jenis_id
         WHERE d.status = 'sah' AND d.is_terbaru
           AND coalesce(d.berlaku_sampai, %(hari_ini)s) >= %(hari_ini)s
               %(milik_dokumen)s
         GROUP BY d.employee_id
    ),
    dinilai AS (
        SELECT r.employee_id, bit_or(1 << (%(tahun_lalu)s - r.tahun)) AS tahun
          FROM asn_riwayat_kinerja r
         WHERE r.status = 'sah' AND r.jenis IN ('tahunan', 'skp')
           AND r.predikat_id IS NOT NULL
           AND r.tahun > %(tahun_lalu)s - %(tahun_kinerja)s
           AND r.tahun <= %(tahun_lalu)s%(milik_kinerja)s
         GROUP BY r.employee_id
    )
    SELECT h.employee_id, l.id AS layanan_id, h.kode, h.langkah, o.unit_id,
           h.tanggal, h.buka, h.gaji_lama, h.gaji_baru,
           h.gaji_baru - h.gaji_lama AS selisih, (h.gaji_baru - h.gaji_lama)
           * (13 - date_part('month', h.tanggal)::int) AS biaya_tahun,
           l.jumlah AS dokumen_wajib,
           s.dokumen AS dokumen_ada, t.kinerja AS kinerja_wajib,
           coalesce(100 * (s.dokumen + s.kinerja)
                    / nullif(l.jumlah + t.kinerja, 0), 100) AS kesiapan
      FROM (%(sumber)s) h
      JOIN orang o ON o.id = h.employee_id
      JOIN layanan l ON l.code = h.layanan AND l.status_pegawai = o.status_pegawai
      LEFT JOIN arsip a ON a.employee_id = h.employee_id
      LEFT JOIN dinilai n ON n.employee_id = h.employee_id
     CROSS JOIN LATERAL (SELECT CASE WHEN h.buka <= %(hari_ini)s THEN h.kinerja
                                     ELSE 0 END) t (kinerja)
     CROSS JOIN LATERAL (
           SELECT coalesce(bit_count(a.ada & l.perlu)::int, 0),
                  coalesce(bit_count((n.tahun & ((1 << t.kinerja) - 1))::bit(8))::int, 0)
           ) s (dokumen, kinerja)
"""
#: Inserts, changes and removes what differs, in one statement; what stands as it was
#: is only read.
SQL_SEGARKAN = """
    WITH beda AS MATERIALIZED (
        SELECT lama.id AS lama_id, baru.*
          FROM (%(hak)s) baru
          FULL JOIN (SELECT * FROM asn_hak_layanan WHERE %(milik)s) lama
               ON (%(kunci_baru)s) = (%(kunci_lama)s)
         WHERE lama.id IS NULL OR baru.employee_id IS NULL
            OR (%(isi_lama)s) IS DISTINCT FROM (%(isi_baru)s)
    ),
    hapus AS (
        DELETE FROM asn_hak_layanan WHERE id = ANY(ARRAY(
               SELECT lama_id FROM beda WHERE employee_id IS NULL))
    )
    INSERT INTO asn_hak_layanan AS lama (%(daftar)s)
    SELECT %(daftar)s FROM beda WHERE employee_id IS NOT NULL ORDER BY employee_id
    ON CONFLICT (employee_id, layanan_id, kode, langkah) DO UPDATE
       SET (%(isi)s) = (%(isi_tiba)s)
"""
