"""Pension of civil servants (pensiun PNS) as plain functions.

UU 11/1969, UU 20/2023 Pasal 55, PP 11/2017 Pasal 238-289 and 305-306, Peraturan
BKN 2/2018. Dates are `datetime.date`, lengths are counted in months, money is
rupiah.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh, bulan_potongan
from odoo.addons.asn_base.domain.tanggal import (
    awal_bulan_berikut,
    tambah_bulan,
    umur,
)

#: Kinds that end the service with a pension for the employee.
BERHENTI_SENDIRI = ("bup", "aps", "uzur", "perampingan")
#: Kinds that give the pension to heirs.
AHLI_WARIS = ("janda_duda", "anumerta", "hilang")
#: Months after which a missing person is taken as dead (PP 11/2017) [known].
BULAN_HILANG = 12
#: Kind -> (jenis_henti of SIASN, legal position from then on). MPP is no end of
#: service: the employee is released from the post and stays PNS.
PEMBERHENTIAN = {
    "bup": ("1", "98"),
    "aps": ("3", "88"),
    "aps_tanpa_hak": ("3", "77"),
    "janda_duda": ("2", "88"),
    "anumerta": ("6", "88"),
    "uzur": ("5", "88"),
    "perampingan": ("9", "88"),
    "hilang": ("14", "88"),
    "mpp": ("mpp", "20"),
}
#: The same for why the contract of a PPPK ends (PP 49/2018) [unsure].
PEMUTUSAN = {
    "kontrak": ("kontrak", "77"),
    "permintaan": ("3", "77"),
    "bup": ("1", "77"),
    "meninggal": ("2", "77"),
    "disiplin": ("7", "66"),
}
#: Age under which a child is entitled; above the first age only at school (PEN-07).
UMUR_ANAK = 25
UMUR_SEKOLAH = 21
#: Months before the pension in which the employee and the unit are told (6.3).
BULAN_PEMBERITAHUAN = 12
#: Longest MPP in months, and months before it by which it is filed.
BULAN_MPP = 12
BULAN_AJUAN_MPP = 1


@dataclass(frozen=True)
class Syarat:
    """Conditions of the kinds of pension; ages and service are parameters.

    :param bup_masa: years of service for a pension at the retirement age
    :param aps_usia: age for an own request with pension (UU 11/1969: 50)
    :param aps_masa: years of service for it (UU 11/1969: 20)
    :param uzur_masa: years of service when unfit, not caused by duty
    :param perampingan_usia: age when the organisation is reduced [known]
    :param perampingan_masa: years of service for it [known]
    """

    bup_masa: int = 10
    aps_usia: int = 50
    aps_masa: int = 20
    uzur_masa: int = 4
    perampingan_usia: int = 50
    perampingan_masa: int = 10


@dataclass(frozen=True)
class Anggota:
    """A relative as the family history knows them.

    :param hubungan: ``pasangan``, ``anak`` or ``orang_tua``
    :param is_kini: a marriage that ended neither by divorce nor by death
    """

    nama: str
    hubungan: str
    tanggal_lahir: date = None
    is_kini: bool = False
    is_hidup: bool = True
    is_kawin: bool = False
    is_kerja: bool = False
    is_sekolah: bool = False
    is_anak_sah: bool = True
    tanggal_nikah: date = None
    orang_tua_lain: str = ""


def masa_kerja_bulan(tmt_cpns, tmt, potongan=(), tambahan_bulan=0, bulatkan=True):
    """Return the months of service that count for the pension (PEN-09).

    From TMT CPNS to the TMT of the pension, with recognised earlier service and
    without CLTN; it never drops by a promotion.

    :param potongan: (first day, last day) pairs of CLTN, may overlap
    :param bulatkan: a started month counts as full [unsure]
    """
    bulan = bulan_penuh(tmt_cpns, tmt)
    if bulatkan and tambah_bulan(tmt_cpns, bulan) < tmt:
        bulan += 1
    bulan += tambahan_bulan - bulan_potongan(potongan, tmt_cpns, tmt)
    return max(0, bulan)


def is_memenuhi(jenis, lahir, tmt, masa_bulan, sebab_dinas=False, syarat=None):
    """Tell whether age and service suffice for a kind of pension (services 6.2).

    An own request without pension is for who does not qualify for one with it.

    :param sebab_dinas: unfit because of duty: then any service suffices
    """
    syarat = syarat or Syarat()
    aps = umur(lahir, tmt) >= syarat.aps_usia and masa_bulan >= syarat.aps_masa * 12
    return {
        "bup": masa_bulan >= syarat.bup_masa * 12,
        "aps": aps,
        "aps_tanpa_hak": not aps,
        "uzur": sebab_dinas or masa_bulan >= syarat.uzur_masa * 12,
        "perampingan": umur(lahir, tmt) >= syarat.perampingan_usia
        and masa_bulan >= syarat.perampingan_masa * 12,
    }.get(jenis, True)


def taksiran(jenis, gaji_pokok, masa_bulan):
    """Return the monthly pension estimated for information only (PEN-08).

    2.5 % for each year of service, at least 40 % and at most 75 % of the last basic
    pay; 36 % for a widow or widower (also of the missing), 72 % when the employee died
    on duty. The minimum of PP 8/2024 is not applied: BKN settles the amount.
    """
    if jenis in ("janda_duda", "hilang"):
        return gaji_pokok * 36 // 100
    if jenis == "anumerta":
        return gaji_pokok * 72 // 100
    if jenis not in BERHENTI_SENDIRI:
        return 0
    # Per mille times twelve keeps months exact: 25 per mille a year.
    bagian = min(max(25 * masa_bulan, 400 * 12), 750 * 12)
    return gaji_pokok * bagian // 12000


def is_anak_berhak(anak, pada):
    """Tell whether a child counts for the pension on a day (PEN-07)."""
    if not (anak.is_hidup and anak.is_anak_sah and anak.tanggal_lahir):
        return False
    if anak.is_kawin or anak.is_kerja:
        return False
    usia = umur(anak.tanggal_lahir, pada)
    return usia < UMUR_SEKOLAH or (usia < UMUR_ANAK and anak.is_sekolah)


def perlu_surat_sekolah(anak, pada):
    """Tell whether a child's right depends on a letter of the school (PEN-07)."""
    return is_anak_berhak(anak, pada) and umur(anak.tanggal_lahir, pada) >= UMUR_SEKOLAH


def keluarga_berhak(keluarga, pada):
    """Return (spouses, children) that count for the pension on a day (PEN-07)."""
    pasangan = [a for a in keluarga if a.hubungan == "pasangan" and a.is_kini]
    anak = [a for a in keluarga if a.hubungan == "anak" and is_anak_berhak(a, pada)]
    return pasangan, anak


def penerima(jenis, keluarga, pada):
    """Return who receives the pension of somebody who died, in order (PEN-07).

    Spouses; without them the children; the parents only of who died on duty.
    """
    pasangan, anak = keluarga_berhak(keluarga, pada)
    orang_tua = [a for a in keluarga if a.hubungan == "orang_tua" and a.is_hidup]
    return pasangan or anak or (orang_tua if jenis == "anumerta" else [])


def tmt_ahli_waris(meninggal):
    """Return from when heirs receive the pension: the month after the death."""
    return awal_bulan_berikut(meninggal)


def dianggap_meninggal(sejak, bulan=BULAN_HILANG):
    """Return the day on which a missing person has been missing long enough.

    :param sejak: day on which the person was declared missing
    :param bulan: months until then
    """
    return tambah_bulan(sejak, bulan)


def tmt_hilang(sejak, bulan=BULAN_HILANG):
    """Return from when heirs of a missing person receive the pension.

    The person is taken as dead at the end of the month in which the time is full.
    """
    return awal_bulan_berikut(dianggap_meninggal(sejak, bulan))


def tmt_pemutusan(sebab, kontrak=None, bup=None, meninggal=None, diminta=None):
    """Return the first day without contract of a PPPK; None if it is not known.

    :param sebab: key of ``PEMUTUSAN``
    :param kontrak: last day of the contract
    :param bup: TMT at the retirement age
    :param meninggal: day of the death
    :param diminta: day asked for, of an own request or a punishment
    """
    return {
        "kontrak": kontrak and kontrak + timedelta(days=1),
        "bup": bup,
        "meninggal": meninggal and tmt_ahli_waris(meninggal),
    }.get(sebab, diminta) or None


def akhir_dinas(tmt):
    """Return the last day of service before the pension."""
    return tmt - timedelta(days=1)


def jendela_bup(tmt, bulan_awal=15, bulan_akhir=3):
    """Return the first and the last day to propose a pension at BUP (6.3)."""
    return tambah_bulan(tmt, -bulan_awal), tambah_bulan(tmt, -bulan_akhir)


def masalah_mpp(mulai, tmt, diajukan):
    """Return what is wrong with the first day of an MPP; None when all is well.

    At most a year before the pension and asked for at least a month ahead.

    :return: ``terlalu_awal``, ``setelah_pensiun``, ``terlambat`` or None
    """
    if mulai < tambah_bulan(tmt, -BULAN_MPP):
        return "terlalu_awal"
    if mulai >= tmt:
        return "setelah_pensiun"
    if diajukan > tambah_bulan(mulai, -BULAN_AJUAN_MPP):
        return "terlambat"
    return None


def linimasa(tmt):
    """Return the way to the pension at BUP as ``[(step, day)]``, in order (6.3).

    The proposal may be made, the employee is told, the proposal must be at BKN, the
    last day of service, the pension.
    """
    buka, tutup = jendela_bup(tmt)
    return [
        ("usul", buka),
        ("pemberitahuan", tambah_bulan(tmt, -BULAN_PEMBERITAHUAN)),
        ("batas", tutup),
        ("akhir_dinas", akhir_dinas(tmt)),
        ("pensiun", tmt),
    ]
