"""How pages about people grow from 10,000 people to 100,000."""

import halaman
import halaman_orang
from banding_orang import JUMLAH, PERAN
from lingkungan import lapor


def ukur(kerja):
    """Return seconds of the page that grows most, in the large and small world."""
    rinci = {}
    with kerja.dunia(JUMLAH // 10) as kecil, kerja.dunia(JUMLAH) as besar:
        for peran in PERAN:
            sisi = []
            for registry in (besar, kecil):
                semua = halaman_orang.semua(*halaman_orang.contoh(registry, peran))
                sisi.append((halaman.Peramban(registry, peran), semua))
            for nama in sisi[0][1]:
                ours, less = halaman.bandingkan(
                    *((peramban, semua[nama]) for peramban, semua in sisi)
                )
                rinci[f"{peran}: {nama}"] = [round(ours, 5), round(less, 5)]
                lapor(f"growth: {peran} {nama} {less * 1000:.1f} ms"
                      f" -> {ours * 1000:.1f} ms, {ours / less:.2f}")  # fmt: skip
    terburuk = max(rinci, key=lambda kunci: rinci[kunci][0] / rinci[kunci][1])
    ours, less = rinci[terburuk]
    return {
        "ours_s": ours,
        "peer_s": less,
        "n": JUMLAH,
        "worst": terburuk,
        "pages": rinci,
    }
