"""Satyalancana Karya Satya as plain functions: UU 20/2009, PP 35/2010 (SLK-01 to 08)."""

from datetime import date

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh

#: Years of service of the three grades (SLK-06): bronze, silver, gold.
TINGKAT = (10, 20, 30)
MEDALI = {10: "perunggu", 20: "perak", 30: "emas"}


def bulan_usul(pada, bulan):
    """Return the first day of the month for which somebody is proposed now.

    :param pada: day of the request
    :param bulan: month of the year in which the city proposes; 0 = any month
    """
    if not bulan:
        return pada.replace(day=1)
    tahun = pada.year + (pada.month > bulan)
    return date(tahun, bulan, 1)


def masa_kerja_bulan(tmt_cpns, usul):
    """Return the months of service from TMT CPNS to the month of the proposal.

    Earlier service that was recognised (PMK) does not count (SLK-01).
    """
    return bulan_penuh(tmt_cpns, usul)


def tingkat_usul(tmt_cpns, usul, dimiliki=()):
    """Return the grade to propose in years of service, or None (SLK-04, SLK-08).

    The highest one reached that is above all that are held; a lower one that was
    never given does not stand in the way.

    :param dimiliki: years of the grades held
    """
    lama = masa_kerja_bulan(tmt_cpns, usul)
    tercapai = [t for t in TINGKAT if lama >= t * 12]
    if not tercapai or tercapai[-1] <= max(dimiliki, default=0):
        return None
    return tercapai[-1]
