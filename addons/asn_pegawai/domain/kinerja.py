"""Performance: the predicate from results and behaviour, and older values."""

from decimal import ROUND_HALF_UP, Decimal

#: Ratings of results and of behaviour, from below to above expectation.
RATING = ("bawah", "sesuai", "atas")
#: First year of the assessment by quadrant (PermenPANRB 6/2022).
TAHUN_KUADRAN = 2022
#: Years assessed by value of the SKP.
TAHUN_SKP = (2014, 2021)

#: Lower bounds of the values, highest first: PP 46/2011, and PP 30/2019 for 2021.
_AMBANG_LAMA = (
    (91, "sangat_baik"),
    (76, "baik"),
    (61, "butuh_perbaikan"),
    (51, "kurang"),
)
_AMBANG_BARU = (
    (110, "sangat_baik"),
    (90, "baik"),
    (70, "butuh_perbaikan"),
    (50, "kurang"),
)


def predikat(hasil, perilaku):
    """Return the predicate of one assessment, by the quadrant.

    Who does what is expected and behaves as expected is ``baik``; above on one
    side needs at least the expected on the other, and only both above give
    ``sangat_baik``. Basis: PermenPANRB 6/2022.

    :param hasil: rating of the work results, one of ``RATING``, or nothing
    :param perilaku: rating of the behaviour
    :return: code of ``asn.predikat.kinerja``, or ``None``
    """
    if hasil not in RATING or perilaku not in RATING:
        return None
    if hasil == "bawah":
        return "sangat_kurang" if perilaku == "bawah" else "butuh_perbaikan"
    if perilaku == "bawah":
        return "kurang"
    return "sangat_baik" if hasil == perilaku == "atas" else "baik"


def predikat_nilai(tahun, nilai):
    """Return the predicate of the final value of an SKP, or ``None``."""
    if not nilai or not TAHUN_SKP[0] <= (tahun or 0) <= TAHUN_SKP[1]:
        return None
    ambang = _AMBANG_LAMA if tahun < TAHUN_SKP[1] else _AMBANG_BARU
    for batas, kode in ambang:
        if nilai >= batas:
            return kode
    return "sangat_kurang"


def rata(nilai):
    """Return the mean of the values that were given, with two decimals."""
    ada = [Decimal(str(n)) for n in nilai if n]
    return float(_dua(sum(ada) / len(ada))) if ada else 0.0


def nilai_akhir(tahun, skp, perilaku):
    """Return the final value: 60 % SKP, 40 % behaviour (PP 46/2011).

    The year 2021 joined two systems; its value is the one on the paper.

    :return: the value with two decimals, ``0.0`` when it cannot be known
    """
    if not skp or not perilaku or not tahun or tahun >= TAHUN_SKP[1]:
        return 0.0
    hasil = Decimal(str(skp)) * 60 + Decimal(str(perilaku)) * 40
    return float(_dua(hasil / 100))


def _dua(nilai):
    return nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)
