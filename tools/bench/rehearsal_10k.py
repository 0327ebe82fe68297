"""A rehearsal of a service on 10,000 people beside ten rehearsals on 1,000."""

import time

from lingkungan import lapor

_ORANG = 10_000
_BAGIAN = 10


def ukur(kerja):
    """Return computed seconds of one large rehearsal and of ten small ones.

    Nothing is kept: every run is rolled back.
    """
    with kerja.dunia(_ORANG) as registry:
        _jalankan(registry, 100)
        kecil, queries_kecil = _jalankan(registry, _ORANG // _BAGIAN)
        lapor(f"rehearsal: {_ORANG // _BAGIAN} people in {kecil:.1f} s")
        besar, queries = _jalankan(registry, _ORANG)
    return {
        "ours_s": round(besar, 3),
        "peer_s": round(_BAGIAN * kecil, 3),
        "n": _ORANG,
        "queries": [queries, _BAGIAN * queries_kecil],
    }


def _jalankan(registry, jumlah):
    """Return seconds and queries of a rehearsal of leave on so many people."""
    from odoo import SUPERUSER_ID, api

    with registry.cursor() as cr:
        user = api.Environment(cr, SUPERUSER_ID, {})["res.users"].search(
            [("login", "=", "admin_utama")]
        )
        env = api.Environment(cr, user.id, {"lang": user.lang, "tz": user.tz})
        versi = env["asn.layanan"].search([("code", "=", "cuti")]).versi_live_id
        gladi = env["asn.layanan.gladi"].create(
            {"versi_id": versi.id, "jumlah": jumlah}
        )
        env.flush_all()
        env.invalidate_all()
        awal, mulai = cr.sql_log_count, time.process_time()
        gladi.action_jalankan()
        while gladi.sisa:
            gladi.action_lanjutkan()
        gladi.action_hasil()
        env.flush_all()
        hasil = time.process_time() - mulai, cr.sql_log_count - awal
        cr.rollback()
    return hasil
