"""The day of the pension, from the birth month and the retirement age (BUP)."""

from datetime import date


def tmt_pensiun(lahir, bup):
    """Return the first of the month after the month of the BUP birthday (PEN-03).

    Month arithmetic on the birth month, so that somebody born on 29 February or
    on the first of a month is counted like everybody else of that month.

    :param bup: retirement age in whole years
    """
    bulan = (lahir.year + bup) * 12 + lahir.month
    return date(bulan // 12, bulan % 12 + 1, 1)
