"""The forecast of entitlements for 100,000 people beside one aggregate of its tables."""

import os
import time

from lingkungan import lapor

#: People of the world; less for a quick look.
_ORANG = int(os.environ.get("BENCH_ORANG", "100000"))
_PUTARAN = 3
#: One pass over what the forecast reads: people, their decrees, credit, documents.
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
    dokumen AS (
        SELECT employee_id, count(DISTINCT jenis_id) AS jumlah
          FROM asn_dokumen WHERE status = 'sah' AND is_terbaru GROUP BY employee_id
    )
    SELECT e.unit_id, e.golongan_id, count(*), max(gaji.tmt), sum(gaji.jumlah),
           max(golongan.urutan), min(golongan.tmt), sum(kredit.jumlah),
           sum(penghargaan.jumlah), sum(dokumen.jumlah)
      FROM hr_employee e
      LEFT JOIN asn_kedudukan_hukum k ON k.id = e.kedudukan_hukum
      LEFT JOIN hr_job h ON h.id = e.jabatan_id
      LEFT JOIN gaji ON gaji.employee_id = e.id
      LEFT JOIN golongan ON golongan.employee_id = e.id
      LEFT JOIN kredit ON kredit.employee_id = e.id
      LEFT JOIN penghargaan ON penghargaan.employee_id = e.id
      LEFT JOIN dokumen ON dokumen.employee_id = e.id
     WHERE e.active
     GROUP BY e.unit_id, e.golongan_id
"""


def ukur(kerja):
    """Return seconds of a night on which nothing changed and of the aggregate.

    Everything is worked out and compared. ``first_s`` is the first night, which
    writes all rows; ``growth`` the seconds a person beside those in a tenth.
    """
    kecil = _satu(kerja, _ORANG // 10)
    besar = _satu(kerja, _ORANG)
    besar["growth"] = round(besar["ours_s"] / kecil["ours_s"] / 10, 3)
    besar["growth_first"] = round(besar["first_s"] / kecil["first_s"] / 10, 3)
    return besar


def _satu(kerja, jumlah):
    """Measure a world of so many people; what is written is rolled back."""
    from odoo import SUPERUSER_ID, api

    with kerja.dunia(jumlah) as registry, registry.cursor() as cr:
        hak = api.Environment(cr, SUPERUSER_ID, {})["asn.hak.layanan"]
        cr.execute("ANALYZE")
        agregat = min(_lama(cr.execute, _AGREGAT) for _ in range(_PUTARAN))
        cr.execute("DELETE FROM asn_hak_layanan")
        pertama = _lama(hak._segarkan)
        baris = hak.search_count([])
        nanti = min(_lama(hak._segarkan) for _ in range(_PUTARAN))
        cr.rollback()
    lapor(
        f"forecast: {jumlah} people, {baris} rows: first night {pertama:.2f} s, later"
        f" {nanti:.2f} s, aggregate {agregat:.2f} s"
    )
    return {
        "ours_s": round(nanti, 3),
        "peer_s": round(agregat, 3),
        "first_s": round(pertama, 3),
        "n": jumlah,
        "rows": baris,
    }


def _lama(kerjakan, *argumen):
    """Return the seconds of one call."""
    mulai = time.perf_counter()
    kerjakan(*argumen)
    return time.perf_counter() - mulai
