"""Annual leave balances (saldo cuti tahunan) as plain functions.

No Odoo import: the rules are tested from tables in milliseconds and read like
the regulation. All amounts are working days (hari kerja).

A balance is never stored. It is folded from the facts of each year, oldest year
first, because what one year hands to the next depends on what was left of the
days of that year itself. Legal basis: PP 11/2017 jo PP 17/2020, Peraturan
BKN 24/2017 jo 7/2021 (PNS, CPNS), Peraturan BKN 7/2022 (PPPK).
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Aturan:
    """The numbers of one kind of annual leave on a day (asn.jenis.cuti)."""

    hak: int = 12  # CUTI-T-02, CUTI-K-02
    bawaan_maks: int = 6  # CUTI-T-04
    bawaan_dua_tahun: int = 12  # CUTI-T-05: 24 including the own 12
    total_maks: int = 24  # CUTI-T-05, CUTI-T-06; mixed cases [unsure]
    kuota_khusus: int = 0  # CUTI-K-05: PPPK before one year of work


@dataclass(frozen=True)
class FaktaTahun:
    """What is known about one person and one year.

    ``pakai`` holds used and reserved days alike: a pending request takes its
    days at once. ``tangguh`` are days of the year before that were deferred
    into this year by a written decision.
    """

    pakai: int = 0
    tangguh: int = 0
    tambahan: int = 0  # CUTI-T-09: worked on joint leave, this year only
    #: Stated by an opening balance instead of following from the year before.
    bawaan: int | None = None
    is_berhak: bool = True  # CUTI-T-01
    is_cuti_besar: bool = False  # CUTI-T-08
    is_khusus: bool = False  # CUTI-K-05: one of its reasons is claimed


@dataclass(frozen=True)
class SaldoTahun:
    """The balance of one year, and where its remaining days come from."""

    tahun: int
    hak: int
    bawaan: int
    tangguh: int
    tambahan: int
    pakai: int
    ditangguhkan: int  # deferred out of this year into the next
    sisa_tangguh: int
    sisa_bawaan: int
    sisa_tambahan: int
    sisa_hak: int

    @property
    def saldo(self):
        """Days that can still be taken; below zero only if facts overdraw."""
        masuk = self.hak + self.bawaan + self.tangguh + self.tambahan
        return masuk - self.pakai - self.ditangguhkan

    @property
    def hangus(self):
        """Days that lapse on 31 December because only own days carry over."""
        return self.sisa_tangguh + self.sisa_bawaan + self.sisa_tambahan


def pakai_terlama(pakai, tangguh, bawaan, tambahan, hak):
    """Return what is left of each source when ``pakai`` days are taken.

    Oldest first: deferred, carried, extra days of joint leave (they lapse this
    year too), own days last, so that an employee loses as little as possible.
    """
    sisa = []
    for ada in (tangguh, bawaan, tambahan, hak):
        ambil = min(ada, pakai)
        pakai -= ambil
        sisa.append(ada - ambil)
    return tuple(sisa)


def hitung_tahun(tahun, fakta, lalu=None, lalu2=None, tangguh_ke_depan=0, aturan=None):
    """Return the `SaldoTahun` of one year.

    ``lalu`` and ``lalu2`` are ``(SaldoTahun, FaktaTahun)`` of the two years
    before, or None where nothing is known: then nothing is carried
    (CUTI-T-04, CUTI-T-05, CUTI-T-06, CUTI-T-08, CUTI-K-05).
    """
    aturan = aturan or Aturan()
    bawaan = _bawaan(lalu, lalu2, aturan) if fakta.bawaan is None else fakta.bawaan
    tangguh, tambahan = fakta.tangguh, fakta.tambahan
    if fakta.is_berhak:
        hak = aturan.hak
    elif fakta.is_khusus:
        hak = aturan.kuota_khusus
    else:
        hak = min(fakta.pakai, aturan.kuota_khusus)
    if fakta.is_cuti_besar:
        hak, bawaan, tangguh, tambahan = fakta.pakai, 0, 0, 0
    # The cap takes from carried days first: deferred ones were promised.
    tangguh = min(tangguh, max(0, aturan.total_maks - hak))
    bawaan = min(bawaan, max(0, aturan.total_maks - hak - tangguh))
    keluar = min(tangguh_ke_depan, hak)
    sisa = pakai_terlama(fakta.pakai, tangguh, bawaan, tambahan, hak - keluar)
    return SaldoTahun(tahun, hak, bawaan, tangguh, tambahan, fakta.pakai, keluar, *sisa)


def _bawaan(lalu, lalu2, aturan):
    """Return the days carried into a year (CUTI-T-04, CUTI-T-05)."""
    if lalu is None:
        return 0
    saldo_lalu, fakta_lalu = lalu
    if not fakta_lalu.is_berhak or fakta_lalu.is_cuti_besar:
        return 0
    if not fakta_lalu.pakai and lalu2 is not None:
        fakta_lalu2 = lalu2[1]
        if (
            fakta_lalu2.is_berhak
            and not fakta_lalu2.pakai
            and not fakta_lalu2.is_cuti_besar
        ):
            return aturan.bawaan_dua_tahun
    return min(aturan.bawaan_maks, saldo_lalu.sisa_hak)


def hitung(fakta, sampai, aturan):
    """Fold the facts of all known years up to ``sampai``.

    :param fakta: ``{year: FaktaTahun}``; years between the first key and
        ``sampai`` without a key count as years without use
    :param sampai: last year wanted
    :param aturan: ``callable(year) -> Aturan``
    :return: ``{year: SaldoTahun}``, at least for ``sampai``
    """
    hasil = {}
    mulai = min([*fakta, sampai])
    for tahun in range(mulai, sampai + 1):
        isi = fakta.get(tahun, FaktaTahun())
        depan = fakta.get(tahun + 1)
        hasil[tahun] = hitung_tahun(
            tahun,
            isi,
            _pasangan(hasil, fakta, tahun - 1),
            _pasangan(hasil, fakta, tahun - 2),
            depan.tangguh if depan else 0,
            aturan(tahun),
        )
    return hasil


def _pasangan(hasil, fakta, tahun):
    if tahun not in hasil:
        return None
    return hasil[tahun], fakta.get(tahun, FaktaTahun())


def kekurangan(fakta, tambahan_pakai, aturan):
    """Return ``{year: missing days}`` if ``tambahan_pakai`` were reserved too.

    Later years that already have bookings are checked as well: taking days in
    December can remove carried days on which a January request relies.

    :param tambahan_pakai: ``{year: days}`` to reserve
    """
    baru = dict(fakta)
    for tahun, hari in tambahan_pakai.items():
        lama = baru.get(tahun, FaktaTahun())
        baru[tahun] = replace(lama, pakai=lama.pakai + hari)
    sampai = max(baru)
    hasil = hitung(baru, sampai, aturan)
    return {
        tahun: -saldo.saldo
        for tahun, saldo in hasil.items()
        if saldo.saldo < 0 and tahun >= min(tambahan_pakai, default=tahun)
    }


def hari_tangguh(saldo, diminta):
    """Return how many of ``diminta`` days may be deferred (CUTI-T-06).

    Only own days of the year: carried and already deferred days lapse on
    31 December, a deferral lasts one year at most.
    """
    return max(0, min(diminta, saldo.sisa_hak))
