"""Worklists, kanban and form with 1,000,000 requests beside the same with 10,000."""

import os

import halaman
import halaman_permohonan
from lingkungan import lapor

#: BENCH_N makes a quick look possible; the row says what n was.
BESAR = int(os.environ.get("BENCH_N") or 1_000_000)
KECIL = 10_000
PERAN = ("admin_aplikasi", "pegawai", "admin_sistem")


def ukur(kerja):
    """Return seconds of the page that grows most, in the large and small world.

    Seconds that Python and PostgreSQL computed. The large world is dropped
    afterwards, for it fills gigabytes; BENCH_N keeps it.
    """
    rinci = {}
    try:
        with kerja.permohonan(KECIL) as kecil, kerja.permohonan(BESAR) as besar:
            for peran in PERAN:
                sisi = []
                for registry in (besar, kecil):
                    nomor = halaman_permohonan.contoh(registry, peran)
                    semua = halaman_permohonan.semua(peran, nomor)
                    sisi.append((halaman.Peramban(registry, peran), semua))
                for nama in sisi[0][1]:
                    satu, lain = ((p, semua[nama]) for p, semua in sisi)
                    ours, less = halaman.bandingkan(satu, lain, prosesor=True)
                    rinci[f"{peran}: {nama}"] = [round(ours, 5), round(less, 5)]
                    lapor(f"requests: {peran} {nama} {less * 1000:.1f} ms"
                          f" -> {ours * 1000:.1f} ms, {ours / less:.2f}")  # fmt: skip
    finally:
        if not os.environ.get("BENCH_N"):
            kerja.buang_permohonan(BESAR)
    terburuk = max(rinci, key=lambda kunci: rinci[kunci][0] / rinci[kunci][1])
    ours, less = rinci[terburuk]
    return {
        "ours_s": ours,
        "peer_s": less,
        "n": BESAR,
        "worst": terburuk,
        "pages": rinci,
    }
