"""The forecast of entitlements for 100,000 people beside one aggregate of its tables."""

import os
import time

from lingkungan import lapor

#: People of the world; less for a quick look.
_ORANG = int(os.environ.get("BENCH_ORANG", "100000"))
_PUTARAN = 3
#: One pass over what the forecast reads: people, their pay rows and documents.
_AGREGAT = """
    SELECT e.unit_id, e.golongan_id, count(DISTINCT e.id), max(g.tmt),
           sum(g.gaji_pokok), count(DISTINCT d.jenis_id)
      FROM hr_employee e
      LEFT JOIN asn_kedudukan_hukum k ON k.id = e.kedudukan_hukum
      LEFT JOIN asn_riwayat_gaji g ON g.employee_id = e.id AND g.status = 'sah'
      LEFT JOIN asn_dokumen d ON d.employee_id = e.id AND d.status = 'sah'
           AND d.is_terbaru
     WHERE e.active
     GROUP BY e.unit_id, e.golongan_id
"""


def ukur(kerja):
    """Return seconds of the first night and of the aggregate; both rolled back.

    ``later_s`` is a night on which nothing changed.
    """
    from odoo import SUPERUSER_ID, api

    with kerja.dunia(_ORANG) as registry, registry.cursor() as cr:
        hak = api.Environment(cr, SUPERUSER_ID, {})["asn.hak.layanan"]
        cr.execute("ANALYZE")
        agregat = min(_lama(cr.execute, _AGREGAT) for _ in range(_PUTARAN))
        cr.execute("DELETE FROM asn_hak_layanan")
        pertama = _lama(hak._segarkan)
        baris = hak.search_count([])
        nanti = min(_lama(hak._segarkan) for _ in range(_PUTARAN))
        cr.rollback()
    lapor(f"forecast: {baris} rows, first {pertama:.2f} s, later {nanti:.2f} s")
    return {
        "ours_s": round(pertama, 3),
        "peer_s": round(agregat, 3),
        "later_s": round(nanti, 3),
        "n": _ORANG,
        "rows": baris,
    }


def _lama(kerjakan, *argumen):
    """Return the seconds of one call."""
    mulai = time.perf_counter()
    kerjakan(*argumen)
    return time.perf_counter() - mulai
