"""Employee number (NIP, NI PPPK): dossier profile 3.1 and 3.2."""

from datetime import date
from typing import NamedTuple

from .tanggal import umur
from .teks import hanya_isi, is_angka

_JENIS_STATUS = {
    "cpns": "pns",
    "pns": "pns",
    "pppk": "pppk",
    "pppk_paruh_waktu": "pppk",
}
_UMUR_MASUK = (18, 35)


class Nip(NamedTuple):
    """The parts of an employee number."""

    tanggal_lahir: date
    jenis: str  # "pns" or "pppk"
    tahun: int  # of TMT CPNS, or of appointment
    bulan: int | None  # of TMT CPNS; PPPK have none
    jenis_kelamin: str  # "L" or "P"
    urut: int
    kontrak: int | None  # 1 for the first contract; PNS have none


def normalize(nip):
    """Return the number without blanks and separators."""
    return hanya_isi(nip)


def format(nip):
    """Return the number grouped: ``19850317 201001 2 003``.

    Anything that is not 18 digits comes back cleaned but ungrouped.
    """
    n = normalize(nip)
    if not is_angka(n, 18):
        return n
    return f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}"


def parse(nip):
    """Return the parts of the number.

    :raise ValueError: with the key of ``problems`` as its text
    """
    n = normalize(nip)
    if not is_angka(n, 18):
        raise ValueError("nip_panjang")
    try:
        lahir = date(int(n[:4]), int(n[4:6]), int(n[6:8]))
    except ValueError:
        raise ValueError("nip_tanggal_lahir_tidak_nyata") from None
    kode = int(n[12:14])
    if 1 <= kode <= 12:
        jenis, bulan, kontrak = "pns", kode, None
    elif kode >= 21:
        jenis, bulan, kontrak = "pppk", None, kode - 20
    else:
        raise ValueError("nip_bulan_tidak_sah")
    if n[14] not in "12":
        raise ValueError("nip_kode_kelamin")
    return Nip(
        lahir, jenis, int(n[8:12]), bulan, "LP"[n[14] == "2"], int(n[15:]), kontrak
    )


_ATURAN_PARSE = {
    "nip_panjang": ("PRF-NIP-01", "E"),
    "nip_tanggal_lahir_tidak_nyata": ("PRF-NIP-02", "E"),
    "nip_bulan_tidak_sah": ("PRF-NIP-03", "E"),
    "nip_kode_kelamin": ("PRF-NIP-05", "E"),
}


def _problems_tmt(bagian, tanggal_lahir, tmt_cpns, tmt_pppk, tmt_pns):
    """Return what disagrees between the number and the dates of service."""
    hasil = []
    if bagian.jenis == "pns" and tmt_cpns:
        if (bagian.tahun, bagian.bulan) != (tmt_cpns.year, tmt_cpns.month):
            hasil.append(("PRF-NIP-03", "W", "nip_beda_tmt_cpns"))
        usia = umur(tanggal_lahir or bagian.tanggal_lahir, tmt_cpns)
        if not _UMUR_MASUK[0] <= usia <= _UMUR_MASUK[1]:
            hasil.append(("PRF-NIP-08", "W", "nip_umur_cpns"))
    if bagian.jenis == "pppk" and tmt_pppk and bagian.tahun != tmt_pppk.year:
        hasil.append(("PRF-NIP-04", "W", "nip_beda_tmt_pppk"))
    if tmt_cpns and tmt_pns:
        if tmt_pns < tmt_cpns:
            hasil.append(("PRF-NIP-10", "E", "tmt_pns_sebelum_cpns"))
        elif umur(tmt_cpns, tmt_pns) not in (1, 2):
            hasil.append(("PRF-NIP-10", "W", "tmt_pns_tidak_lazim"))
    return hasil


def problems(
    nip,
    tanggal_lahir=None,
    jenis_kelamin=None,
    tmt_cpns=None,
    tmt_pppk=None,
    status_pegawai=None,
    tmt_pns=None,
    baru=False,
):
    """Return what is wrong with a number and beside the person's other data.

    Old data are often wrong, so a comparison between fields warns (``W``);
    with ``baru`` the ones the dossier makes binding for new entries are
    errors (``E``).

    :param tanggal_lahir: birth date to compare, or nothing
    :param jenis_kelamin: ``L`` or ``P``
    :param status_pegawai: ``cpns, pns, pppk, pppk_paruh_waktu``
    :return: list of ``(rule id, 'E' or 'W', key)``, empty when all is well
    """
    try:
        bagian = parse(nip)
    except ValueError as salah:
        aturan, tingkat = _ATURAN_PARSE[str(salah)]
        return [(aturan, tingkat, str(salah))]
    hasil = []
    mengikat = "E" if baru else "W"
    if tanggal_lahir and bagian.tanggal_lahir != tanggal_lahir:
        hasil.append(("PRF-NIP-02", mengikat, "nip_beda_tanggal_lahir"))
    if jenis_kelamin and bagian.jenis_kelamin != jenis_kelamin:
        hasil.append(("PRF-NIP-05", "W", "nip_beda_jenis_kelamin"))
    if bagian.urut == 0:
        hasil.append(("PRF-NIP-06", "W", "nip_urut_nol"))
    jenis = _JENIS_STATUS.get(status_pegawai)
    if jenis and jenis != bagian.jenis:
        hasil.append(("PRF-NIP-07", mengikat, "nip_beda_status"))
    return hasil + _problems_tmt(bagian, tanggal_lahir, tmt_cpns, tmt_pppk, tmt_pns)
