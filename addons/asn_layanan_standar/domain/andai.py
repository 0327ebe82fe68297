"""How far a day moves between what is and what would be."""

from dateutil.relativedelta import relativedelta


def geser(kini, nanti):
    """Return how a day moves, as ``(kind, years, months, days)``.

    :param kini: the day as it is, or nothing
    :param nanti: the day as it would be, or nothing
    :return: kind is ``tetap``, ``baru``, ``hilang``, ``awal`` or ``lambat``; the
        numbers are the distance, without a sign
    """
    if kini == nanti:
        return "tetap", 0, 0, 0
    if not kini or not nanti:
        return ("hilang" if kini else "baru"), 0, 0, 0
    jarak = relativedelta(max(kini, nanti), min(kini, nanti))
    arah = "awal" if nanti < kini else "lambat"
    return arah, jarak.years, jarak.months, jarak.days
