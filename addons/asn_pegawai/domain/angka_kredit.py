"""Credit points (angka kredit) of functional posts. Basis: PermenPANRB 1/2023."""

from decimal import ROUND_HALF_UP, Decimal


def bulan_periode(mulai, selesai):
    """Return the months of a period, the first and the last included."""
    if not mulai or not selesai or selesai < mulai:
        return 0
    return (selesai.year - mulai.year) * 12 + selesai.month - mulai.month + 1


def konversi(koefisien, persen, bulan):
    """Return the points that a predicate gives for some months.

    :param koefisien: points of the level (jenjang) for one year
    :param persen: percentage that the predicate is worth
    :param bulan: months of the period
    :return: points with three decimals
    """
    nilai = Decimal(str(koefisien)) * Decimal(str(persen)) * bulan / 1200
    return float(nilai.quantize(Decimal("0.001"), ROUND_HALF_UP))
