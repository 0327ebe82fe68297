"""A decision with the audit trail beside the same decision without it."""

import statistics
import time
from pathlib import Path

from decision import Kita
from lingkungan import lapor

_PUTARAN = 120
_PEMANASAN = 8


def ukur(kerja):
    """Return seconds per decision with every rule and with none.

    Two databases from one template, in turn, whose order changes each round;
    the work between submission and issue is the same. Without rules there are
    no triggers, and nobody is named to the database. Seconds that this process
    and the backends of the side computed: a tenth is too little to be told
    from other work on the machine by the clock.
    """
    with kerja.salinan("audit") as dengan, kerja.salinan("audit_tanpa") as tanpa:
        sisi = [Kita(dengan), _Tanpa(tanpa)]
        waktu, mula = ([], []), [_jejak(satu) for satu in sisi]
        for putaran in range(_PUTARAN + _PEMANASAN):
            for nomor in (0, 1) if putaran % 2 else (1, 0):
                jam = _prosesor(sisi[nomor])
                mulai = jam()
                sisi[nomor].jalan(putaran)
                if putaran >= _PEMANASAN:
                    waktu[nomor].append(jam() - mulai)
            if putaran % 40 == 0:
                lapor(f"audit: {putaran} of {_PUTARAN + _PEMANASAN}")
        baris = [_jejak(satu) - awal for satu, awal in zip(sisi, mula, strict=True)]
        if baris[1]:
            raise RuntimeError("the side without rules wrote a trace")
    return {
        "ours_s": round(statistics.median(waktu[0]) / 3, 5),
        "peer_s": round(statistics.median(waktu[1]) / 3, 5),
        "n": _PUTARAN,
        "rows": round(baris[0] / (_PUTARAN + _PEMANASAN), 1),
    }


def _prosesor(pelaku):
    """Return a clock of the seconds computed here and by the side's backends."""
    with pelaku.env() as env:
        env.cr.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        )
        berkas = [Path(f"/proc/{pid}/schedstat") for (pid,) in env.cr.fetchall()]

    def jam():
        dasar = sum(int(satu.read_text().split()[0]) for satu in berkas)
        return time.process_time() + dasar / 1e9

    return jam


def _jejak(pelaku):
    with pelaku.env() as env:
        return env["asn.jejak.perubahan"].search_count([])


class _Tanpa(Kita):
    """The same service where no rule of the change trace is active."""

    def lengkapi(self, env, versi):
        Aturan = env["asn.jejak.aturan"]
        kosong = [{"model": m, "kelompok": "pribadi"} for m in Aturan._daftar()]
        ada = {a.model for a in Aturan.with_context(active_test=False).search([])}
        Aturan.create([nilai for nilai in kosong if nilai["model"] not in ada])
        Aturan.search([]).active = False
        Aturan._pasang()
