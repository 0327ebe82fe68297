"""When the next things of a career come, from dates already on record."""

from odoo.addons.asn_base.domain.tanggal import tambah_bulan

#: Months between two periodic increments (KGB).
BULAN_KGB = 24
#: Months in a grade before a regular promotion, and before one by angka kredit.
BULAN_KP = 48
BULAN_KP_FUNGSIONAL = 24
#: Years of service that the satyalancana karya satya honours.
TAHUN_SLKS = (10, 20, 30)
#: Ages at which a child leaves the allowance list: at all, and as a student.
TAHUN_ANAK = (21, 25)


def kgb_berikut(tmt_gaji):
    """Return the TMT of the periodic increment after this pay."""
    return tambah_bulan(tmt_gaji, BULAN_KGB)


def kp_tercepat(tmt_golongan, fungsional=False):
    """Return the earliest TMT of the promotion after this grade."""
    bulan = BULAN_KP_FUNGSIONAL if fungsional else BULAN_KP
    return tambah_bulan(tmt_golongan, bulan)


def slks_berikut(mulai, hari_ini):
    """Return ``(date, years)`` of the next honour for service, or ``None``.

    :param mulai: first day of service
    """
    for tahun in TAHUN_SLKS:
        tanggal = tambah_bulan(mulai, 12 * tahun)
        if tanggal >= hari_ini:
            return tanggal, tahun
    return None


def genap(lahir, tahun, hari_ini):
    """Return the day somebody completes that many years, or ``None`` if past."""
    tanggal = tambah_bulan(lahir, 12 * tahun)
    return tanggal if tanggal >= hari_ini else None


def jarak(tanggal, hari_ini):
    """Return how far a date is: ``(years, months, days)``, one part per scale.

    Under two months it counts days, under two years months, else years; all
    parts but one are 0. Past dates count as negative days.
    """
    hari = (tanggal - hari_ini).days
    if hari < 60:
        return 0, 0, hari
    bulan = (tanggal.year - hari_ini.year) * 12 + tanggal.month - hari_ini.month
    if tambah_bulan(hari_ini, bulan) > tanggal:
        bulan -= 1
    if bulan < 24:
        return 0, bulan, 0
    return bulan // 12, 0, 0
