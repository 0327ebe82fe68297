"""How pages about people grow from 10,000 people to 100,000."""

import formulir_orang
import halaman
import halaman_orang
import permintaan
from banding_orang import JUMLAH, baris
from lingkungan import lapor

#: The office of a fasilitator does not grow because the nation does.
PERAN = ("admin_sistem", halaman_orang.FASILITATOR_TETAP)
#: Many: one round of the smallest page takes two milliseconds.
_PUTARAN = 40


def ukur(kerja):
    """Return seconds of the page that grows most, in the large and small world."""
    rinci, cakupan = {}, {}
    with kerja.dunia(JUMLAH // 10) as kecil, kerja.dunia(JUMLAH) as besar:
        for jumlah, registry in ((JUMLAH // 10, kecil), (JUMLAH, besar)):
            cakupan[jumlah] = halaman_orang.samakan(registry)
            lapor(f"growth: of {jumlah} people the fasilitator looks after:"
                  " {} units, {} people, {} of golongan III".format(*cakupan[jumlah]))  # fmt: skip
        for peran in PERAN:
            for nama, hasil in _halaman(peran, besar, kecil):
                rinci[f"{peran}: {nama}"] = [round(satu, 5) for satu in hasil]
                ours, less = hasil
                lapor(f"growth: {peran} {nama} {less * 1000:.1f} ms"
                      f" -> {ours * 1000:.1f} ms, {ours / less:.2f}")  # fmt: skip
    return {**baris(rinci, JUMLAH), "scope": cakupan}


def _halaman(peran, besar, kecil):
    """Yield the name of each page and its seconds, large world first."""
    sisi, formulir, bawah = [], [], []
    for registry in (besar, kecil):
        nomor, nip = halaman_orang.contoh(registry, peran)
        sisi.append((halaman.Peramban(registry, peran), halaman_orang.semua(nip)))
        klien = permintaan.Klien(registry, peran)
        formulir.append((klien, formulir_orang.kita(klien, nomor)))
        bawah.append((klien, formulir_orang.bawah(klien, nomor)))
    for nama in sisi[0][1]:
        yield (
            nama,
            halaman.bandingkan(
                *((peramban, semua[nama]) for peramban, semua in sisi),
                putaran=_PUTARAN,
                prosesor=True,
            ),
        )
    for nama, pasangan in (("form", formulir), ("form_below", bawah)):
        yield nama, tuple(satu[0] for satu in permintaan.bandingkan(*pasangan))
