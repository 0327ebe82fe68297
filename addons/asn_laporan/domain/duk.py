"""The order of the DUK (daftar urut kepangkatan), without Odoo.

PP 15/1979 and the circular that explains it: rank, post, service, training,
education, age; each step decides only where all steps before it are equal.
The database sorts by the same keys; this is what the tests compare it with.
"""

from datetime import date

#: Levels of posts: managerial ones by eselon, then JF from the highest jenjang,
#: then pelaksana. A lower number stands higher.
_KEAHLIAN, _KETERAMPILAN, _PELAKSANA, _TANPA = 1000, 2000, 3000, 9000

#: Training for posts (latihan jabatan): level of each kind of diklat, 0 stands
#: highest; other training does not count.
TINGKAT_DIKLAT = {
    "pim_i": 0,
    "sespati": 0,
    "pkn_ii": 1,
    "pim_ii": 1,
    "sespim": 1,
    "pka": 2,
    "pim_iii": 2,
    "pkp": 3,
    "pim_iv": 3,
    "sepada": 4,
    "struktural_lain": 4,
}
TANPA_DIKLAT = 9

_JAUH = date(9999, 12, 31)


def tingkat_jabatan(kelompok, sub_kelompok, urutan):
    """Return the level of a kind of post; a lower number stands higher.

    :param kelompok: ``manajerial`` or ``nonmanajerial``
    :param sub_kelompok: subgroup of ``asn.jenis.jabatan``
    :param urutan: its sequence: rising with the eselon's number, and rising with
        the jenjang, which is why functional posts are turned round
    """
    if not kelompok:
        return _TANPA
    if kelompok == "manajerial":
        return urutan
    if sub_kelompok == "fungsional_keahlian":
        return _KEAHLIAN - urutan + 500
    if sub_kelompok == "fungsional_keterampilan":
        return _KETERAMPILAN - urutan
    return _PELAKSANA


def kunci(orang):
    """Return the sort key of one person, smaller stands higher.

    :param orang: mapping with ``urutan_golongan, tmt_golongan, tingkat_jabatan,
        tmt_tingkat, masa_kerja, tingkat_diklat, tanggal_diklat, jam_diklat,
        jenjang_pendidikan, tahun_lulus, tanggal_lahir``; what is unknown is None
        and stands last
    """

    def naik(nama, akhir):
        nilai = orang.get(nama)
        return akhir if nilai is None else nilai

    return (
        -naik("urutan_golongan", 0),
        naik("tmt_golongan", _JAUH),
        naik("tingkat_jabatan", _TANPA),
        naik("tmt_tingkat", _JAUH),
        -naik("masa_kerja", 0),
        naik("tingkat_diklat", TANPA_DIKLAT),
        naik("tanggal_diklat", _JAUH),
        -naik("jam_diklat", 0),
        -naik("jenjang_pendidikan", 0),
        naik("tahun_lulus", 9999),
        naik("tanggal_lahir", _JAUH),
    )
