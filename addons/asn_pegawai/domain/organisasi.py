"""What a set of changes of units and posts may not say."""

from typing import NamedTuple

#: Kinds that take people away from the unit they name.
MENGOSONGKAN = frozenset({"gabung", "tutup"})
#: What each kind must name.
WAJIB = {
    "ganti_nama": ("unit", "nama_baru"),
    "gabung": ("unit", "tujuan"),
    "pecah": ("unit", "nama_baru", "jabatan_pindah"),
    "buat": ("induk", "nama_baru"),
    "pindah": ("unit", "induk"),
    "tutup": ("unit",),
    "ganti_nama_jabatan": ("jabatan", "nama_baru"),
    "gabung_jabatan": ("jabatan", "jabatan_tujuan"),
}


class Baris(NamedTuple):
    """One change as the rules see it; ids of units and posts."""

    jenis: str
    unit: int | None = None
    #: The unit into which it is merged: an id, or a line's number as text.
    tujuan: int | str | None = None
    induk: int | None = None
    jabatan: int | None = None
    jabatan_tujuan: int | None = None
    nama_baru: str | None = None
    jabatan_pindah: tuple = ()
    #: Units above ``induk`` or ``tujuan``, itself included.
    leluhur: tuple = ()


def kurang(baris):
    """Return the names of what a line must say and does not."""
    return [nama for nama in WAJIB[baris.jenis] if not getattr(baris, nama)]


def _satu(baris):
    """Return what is wrong with one line by itself."""
    if kurang(baris):
        return "kurang"
    if baris.jenis == "gabung" and baris.tujuan == baris.unit:
        return "diri_sendiri"
    if baris.jabatan_tujuan and baris.jabatan_tujuan == baris.jabatan:
        return "diri_sendiri"
    if baris.jenis in ("gabung", "pindah") and baris.unit in baris.leluhur:
        return "melingkar"
    return None


def _berulang(daftar):
    """Return what a line repeats although an earlier one already did it."""
    hasil, nama, jabatan = [], set(), set()
    for nomor, baris in enumerate(daftar):
        if baris.jenis == "ganti_nama" and baris.unit:
            if baris.unit in nama:
                hasil.append((nomor, "dua_nama"))
            nama.add(baris.unit)
        if jabatan & set(baris.jabatan_pindah):
            hasil.append((nomor, "dua_kali_pindah"))
        jabatan |= set(baris.jabatan_pindah)
    return hasil


def masalah(daftar):
    """Return what is wrong with a set of changes, in the order of its lines.

    :param daftar: list of ``Baris``
    :return: list of ``(number of the line from 0, key)``
    """
    hasil = [(nomor, kunci) for nomor, b in enumerate(daftar) if (kunci := _satu(b))]
    hasil += _berulang(daftar)
    habis = set()
    for nomor, baris in enumerate(daftar):
        if baris.unit in habis:
            hasil.append((nomor, "sudah_habis"))
        if {baris.tujuan, baris.induk} & habis - {baris.unit}:
            hasil.append((nomor, "tujuan_habis"))
        if baris.jenis in MENGOSONGKAN:
            habis.add(baris.unit)
    return sorted(hasil)
