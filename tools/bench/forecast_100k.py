"""The forecast of entitlements for 100,000 people beside one aggregate of its tables."""

import os
import statistics
import time

from lingkungan import jam_prosesor, lapor

#: People of the world; less for a quick look.
_ORANG = int(os.environ.get("BENCH_ORANG", "100000"))
#: Rounds that count; more of the small world, where a second is soon gone.
_PUTARAN = {"kecil": 9, "besar": 3}
#: One pass over what the forecast reads: people, their decrees, credit, ratings, documents.
_AGREGAT = """
    WITH gaji AS (
        SELECT employee_id, max(tmt) AS tmt, sum(gaji_pokok) AS jumlah
          FROM asn_riwayat_gaji WHERE status = 'sah' GROUP BY employee_id
    ),
    golongan AS (
        SELECT r.employee_id, min(r.tmt) AS tmt, max(g.urutan) AS urutan
          FROM asn_riwayat_golongan r JOIN asn_golongan g ON g.id = r.golongan_id
         WHERE r.status = 'sah' GROUP BY r.employee_id
    ),
    kredit AS (
        SELECT employee_id, sum(kredit_total) AS jumlah
          FROM asn_riwayat_angka_kredit WHERE status = 'sah' GROUP BY employee_id
    ),
    penghargaan AS (
        SELECT employee_id, count(*) AS jumlah
          FROM asn_riwayat_penghargaan WHERE status = 'sah' GROUP BY employee_id
    ),
    kinerja AS (
        SELECT employee_id, max(tahun) AS tahun
          FROM asn_riwayat_kinerja WHERE status = 'sah' GROUP BY employee_id
    ),
    dokumen AS (
        SELECT employee_id, count(*) AS jumlah
          FROM asn_dokumen WHERE status = 'sah' AND is_terbaru GROUP BY employee_id
    )
    SELECT e.unit_id, e.golongan_id, count(*), max(gaji.tmt), sum(gaji.jumlah),
           max(golongan.urutan), min(golongan.tmt), sum(kredit.jumlah),
           sum(penghargaan.jumlah), max(kinerja.tahun), sum(dokumen.jumlah)
      FROM hr_employee e
      LEFT JOIN asn_kedudukan_hukum k ON k.id = e.kedudukan_hukum
      LEFT JOIN hr_job h ON h.id = e.jabatan_id
      LEFT JOIN gaji ON gaji.employee_id = e.id
      LEFT JOIN golongan ON golongan.employee_id = e.id
      LEFT JOIN kredit ON kredit.employee_id = e.id
      LEFT JOIN penghargaan ON penghargaan.employee_id = e.id
      LEFT JOIN kinerja ON kinerja.employee_id = e.id
      LEFT JOIN dokumen ON dokumen.employee_id = e.id
     WHERE e.active
     GROUP BY e.unit_id, e.golongan_id
"""
#: The archive of a person in turn for everybody: worlds are made without documents.
#: A table of this transaction that hides the real one, with rows of the same width and
#: the index of the person; kept in memory as the real one is on a server.
_ARSIP = """
    SET temp_buffers TO '1GB';
    CREATE TEMP TABLE asn_dokumen (LIKE public.asn_dokumen) ON COMMIT DROP;
    WITH contoh AS (
        SELECT employee_id, row_number() OVER (ORDER BY employee_id) - 1 AS nomor,
               count(*) OVER () AS jumlah
          FROM (SELECT DISTINCT employee_id FROM public.asn_dokumen) d
    )
    INSERT INTO asn_dokumen ({kolom})
    SELECT {nilai}
      FROM hr_employee e
      JOIN contoh c ON c.nomor = e.id % c.jumlah
      JOIN public.asn_dokumen d ON d.employee_id = c.employee_id;
    CREATE INDEX ON asn_dokumen (employee_id)
"""
#: What a day moves: of a hundred entitlements one has changed and one is new.
_SEHARI = """
    UPDATE asn_hak_layanan SET kesiapan = kesiapan - 1 WHERE id % 100 = 1;
    DELETE FROM asn_hak_layanan WHERE id % 100 = 2
"""


def ukur(kerja):
    """Return computed seconds of a night and of the aggregate.

    Every night everything is worked out, for all services, and compared with what
    stands. ``ours_s`` is a night on which two of a hundred rows are to be written,
    ``same_s`` one on which none is, ``first_s`` the first, which writes all.
    ``growth`` is the seconds a person beside those in a tenth of the world, of such a
    night; it is promised as well, of the others it is only told.
    """
    kecil = _satu(kerja, _ORANG // 10, _PUTARAN["kecil"])
    besar = _satu(kerja, _ORANG, _PUTARAN["besar"])
    for giliran in ("ours", "same", "first", "peer"):
        kunci = f"{giliran}_s"
        nama = "growth" if giliran == "ours" else f"growth_{giliran}"
        besar[nama] = round(besar[kunci] / kecil[kunci] / 10, 3)
    return besar


def _satu(kerja, jumlah, banyak):
    """Measure a world of so many people, in turns; what is written is rolled back."""
    from odoo import SUPERUSER_ID, api

    with kerja.dunia(jumlah) as registry, registry.cursor() as cr:
        hak = api.Environment(cr, SUPERUSER_ID, {})["asn.hak.layanan"]
        _isi_arsip(cr)
        cr.execute("ANALYZE")
        giliran = {
            "first": lambda: _malam(cr, hak, "TRUNCATE asn_hak_layanan"),
            "same": lambda: _malam(cr, hak, "ANALYZE asn_hak_layanan"),
            "ours": lambda: _malam(cr, hak, _SEHARI),
            "peer": lambda: _agregat(cr, hak),
        }
        lama = {nama: [] for nama in giliran}
        for putaran in range(banyak + 1):
            for nama, kerjakan in giliran.items():
                hasil = kerjakan()
                # The first round warms up.
                if putaran:
                    lama[nama].append(hasil)
        baris = hak.search_count([])
        cr.rollback()
    return _ringkas(jumlah, baris, lama)


def _ringkas(jumlah, baris, lama):
    """Return the medians; seconds that were computed, and by the clock."""
    komputasi, jam = (
        {nama: statistics.median(h[urut] for h in isi) for nama, isi in lama.items()}
        for urut in (0, 1)
    )
    lapor(
        f"forecast: {jumlah} people, {baris} rows: "
        + ", ".join(f"{n} {s:.2f} s" for n, s in komputasi.items())
        + "; by the clock "
        + ", ".join(f"{n} {s:.2f} s" for n, s in jam.items())
    )
    return {
        **{f"{nama}_s": round(s, 3) for nama, s in komputasi.items()},
        "ratio_first": round(komputasi["first"] / komputasi["peer"], 3),
        "ratio_clock": round(jam["ours"] / jam["peer"], 3),
        "n": jumlah,
        "rows": baris,
    }


def _isi_arsip(cr):
    """Give everybody the documents of one of the people of the demo city."""
    cr.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = 'asn_dokumen'"
        " AND is_generated = 'NEVER' ORDER BY ordinal_position"
    )
    kolom = [nama for (nama,) in cr.fetchall()]
    nilai = ["e.id" if nama == "employee_id" else f"d.{nama}" for nama in kolom]
    cr.execute(_ARSIP.format(kolom=", ".join(kolom), nilai=", ".join(nilai)))


def _malam(cr, hak, dulu):
    """Return the seconds of a night, after a statement that is not counted."""
    cr.execute(dulu)
    return _lama(cr, hak._segarkan)


def _agregat(cr, hak):
    """Return the seconds of the aggregate, with the means that the forecast has."""
    for nama in ("jit", "work_mem"):
        cr.execute(f"SET LOCAL {nama} TO '{hak._RENCANA[nama]}'")
    return _lama(cr, lambda: cr.execute(_AGREGAT))


def _lama(cr, kerjakan):
    """Return the seconds of one call: computed, and by the clock."""
    hitung = jam_prosesor(cr)
    awal, mulai = hitung(), time.perf_counter()
    kerjakan()
    return hitung() - awal, time.perf_counter() - mulai
