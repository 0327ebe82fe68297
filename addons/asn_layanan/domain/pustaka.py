"""Parametrised eligibility rules: what a kind asks for, and whether it is given.

Plain Python: no odoo import. A kind of rule describes its parameters as data, so
that a screen can ask for them and a file can be checked before it is loaded.
"""

import re
from dataclasses import asdict, dataclass, field
from datetime import date

ANGKA, PILIHAN, REKAMAN, YA_TIDAK, DOMAIN, TEKS = (
    "angka",
    "pilihan",
    "rekaman",
    "ya_tidak",
    "domain",
    "teks",
)
PANJANG_TEKS = 2_000
BANYAK_MAKS = 200
_TANDA = re.compile(r"\{([a-z][a-z0-9_]{0,40})\}")


class ParameterSalah(ValueError):
    """A parameter that cannot be used: ``nama`` says which, ``kode`` why."""

    def __init__(self, nama, kode, **rinci):
        super().__init__(f"{nama}: {kode}")
        self.nama = nama
        self.kode = kode
        self.rinci = rinci


@dataclass(frozen=True)
class Parameter:
    """One value that an administrator gives to a rule.

    ``rekaman`` values are codes and never ids, so that a service can be carried
    to another database; ``banyak`` takes a list of them.
    """

    nama: str
    jenis: str
    label: str
    bawaan: object = None
    satuan: str = ""
    wajib: bool = False
    bantuan: str = ""
    pilihan: tuple = ()
    model: str = ""
    banyak: bool = False
    minimum: int = 0
    maksimum: int = 1_200


@dataclass(frozen=True)
class Jenis:
    """A kind of rule. ``kelas`` is the class of the facts it looks at."""

    jenis: str
    nama: str
    kelompok: str
    penjelasan: str
    kalimat: str
    pesan: str
    parameter: tuple = ()
    dasar_hukum: str = ""
    kelas: str = "terbatas"

    def sebagai_data(self):
        """Return this kind as plain data for a screen."""
        return asdict(self)


@dataclass
class Kasus:
    """On which day, and for which request, rules are asked.

    ``permohonan`` is empty in a rehearsal and a forecast, else one or more requests
    of different people. ``simpanan`` keeps facts that several rules read, for the
    length of one run.
    """

    pada: date
    permohonan: object = None
    simpanan: dict = field(default_factory=dict)

    def milik(self, orang_id):
        """Return the request of a person; None in a rehearsal and a forecast."""
        if "milik" not in self.simpanan:
            self.simpanan["milik"] = {
                satu.employee_id._origin.id: satu for satu in self.permohonan or ()
            }
        return self.simpanan["milik"].get(orang_id)


def bersihkan(jenis, nilai):
    """Return the parameters of a kind, complete and of the right types.

    :param Jenis jenis: the kind
    :param dict nilai: what was given; what lacks gets its default
    :raises ParameterSalah: ``tidak_dikenal``, ``wajib``, ``bukan_angka``,
        ``di_luar_batas``, ``bukan_pilihan``, ``bukan_teks``, ``terlalu_panjang``
    """
    dikenal = {p.nama: p for p in jenis.parameter}
    for nama in nilai:
        if nama not in dikenal:
            raise ParameterSalah(nama, "tidak_dikenal")
    hasil = {}
    for nama, p in dikenal.items():
        isi = nilai.get(nama)
        # 0 and False are answers; an empty list or text is none.
        if isi is None or isi == "" or isi == []:
            isi = p.bawaan
        if isi is None or isi == "" or isi == []:
            if p.wajib:
                raise ParameterSalah(nama, "wajib")
            hasil[nama] = [] if p.banyak else None
            continue
        hasil[nama] = _satu(p, isi)
    return hasil


def _satu(p, isi):
    if not p.banyak:
        return _nilai(p, isi)
    daftar = isi if isinstance(isi, list | tuple) else [isi]
    if len(daftar) > BANYAK_MAKS:
        raise ParameterSalah(p.nama, "terlalu_panjang", maks=BANYAK_MAKS)
    return [_nilai(p, satu) for satu in daftar]


def _nilai(p, isi):
    if p.jenis == ANGKA:
        if isinstance(isi, bool) or not isinstance(isi, int):
            raise ParameterSalah(p.nama, "bukan_angka")
        if not p.minimum <= isi <= p.maksimum:
            raise ParameterSalah(
                p.nama, "di_luar_batas", minimum=p.minimum, maksimum=p.maksimum
            )
        return isi
    if p.jenis == YA_TIDAK:
        if not isinstance(isi, bool):
            raise ParameterSalah(p.nama, "bukan_pilihan")
        return isi
    if not isinstance(isi, str):
        raise ParameterSalah(p.nama, "bukan_teks")
    if len(isi) > PANJANG_TEKS:
        raise ParameterSalah(p.nama, "terlalu_panjang", maks=PANJANG_TEKS)
    if p.jenis == PILIHAN and isi not in {kode for kode, _label in p.pilihan}:
        raise ParameterSalah(p.nama, "bukan_pilihan")
    return isi.strip()


def isi_kalimat(templat, nilai):
    """Return a sentence with ``{names}`` filled in; unknown ones stay.

    No attribute, index or expression exists in this language.
    """

    def ganti(cocok):
        nama = cocok[1]
        return str(nilai[nama]) if nama in nilai else cocok[0]

    return _TANDA.sub(ganti, templat or "")


def nama_dalam(templat):
    """Return the names that a sentence asks for."""
    return set(_TANDA.findall(templat or ""))
