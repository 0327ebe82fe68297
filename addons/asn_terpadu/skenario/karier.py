"""Careers: ranks, increments, posts and education that fit each other."""

import datetime

from dateutil.relativedelta import relativedelta

PNS = [f"{gol}/{ruang}" for gol in ("I", "II", "III") for ruang in "abcd"] + [
    f"IV/{ruang}" for ruang in "abcde"
]
_LAMA_PNS = {"II": 5, "I": 6}

#: Lowest age at appointment by entry education.
UMUR_MASUK = {"SMP": 19, "SMA": 20, "D3": 22, "S1": 24, "PROFESI": 26, "S2": 26}
TAHUN_LULUS = {"SMP": 15, "SMA": 18, "D3": 21, "S1": 22, "PROFESI": 25, "SP1": 31}

#: Rounded part of the 2024 salary in force in earlier years: demo amounts.
_SKALA = ((2024, 1.0), (2019, 0.926), (2015, 0.882), (2014, 0.832), (0, 0.70))


def bulan(tanggal, jumlah):
    """Return ``tanggal`` moved by whole months."""
    return tanggal + relativedelta(months=jumlah)


def selisih_bulan(dari, sampai):
    """Return the whole months between two firsts of a month."""
    return (sampai.year - dari.year) * 12 + sampai.month - dari.month


def ke_periode(tanggal):
    """Return the last promotion period (1 April, 1 October) up to a date."""
    if tanggal.month >= 10:
        return datetime.date(tanggal.year, 10, 1)
    if tanggal.month >= 4:
        return datetime.date(tanggal.year, 4, 1)
    return datetime.date(tanggal.year - 1, 10, 1)


def jenjang(awal, akhir, pendidikan):
    """Return the golongan codes from the first to the present one.

    A clerk with a degree jumps from II/b to III/a (penyesuaian ijazah).
    """
    deret = PNS[PNS.index(awal) : PNS.index(akhir) + 1]
    if awal == "II/a" and akhir > "III" and pendidikan in ("S1", "D4", "S2"):
        deret = [kode for kode in deret if kode not in ("II/c", "II/d")]
    return deret


def golongan(acak, acuan, deret, cepat, tahan=0):
    """Return the rank rows, oldest first.

    :param cepat: true for functional and managerial posts: 3 or 4 years a step
    :param tahan: months since the last promotion; 0 draws a usual number
    :return: list of ``{golongan, tmt, mkg_tahun, mkg_bulan, jenis_kp}``
    """
    lama = [acak.choice((36, 48)) if cepat else 48 for _kode in deret[1:]]
    batas = lama[-1] if lama else 48
    terakhir = ke_periode(bulan(acuan, -(tahan or acak.randint(2, batas - 7))))
    tmt = [terakhir]
    for jarak in reversed(lama[1:]):
        tmt.insert(0, ke_periode(bulan(tmt[0], -jarak)))
    if lama:
        cpns = bulan(tmt[0], -lama[0])
        # Increments follow this month: some fall due soon, whatever the day is.
        nanti = bulan(acuan, acak.choice((2, 4, 5))).month
        tmt.insert(0, cpns.replace(month=nanti))
    return susun_mkg(deret, tmt)


def susun_mkg(deret, tmt):
    """Add masa kerja golongan to ranks: minus 6 years I to II, 5 II to III."""
    baris, mkg = [], 0
    for urut, (kode, hari) in enumerate(zip(deret, tmt, strict=True)):
        if urut:
            mkg += selisih_bulan(tmt[urut - 1], hari)
            kelompok_lama = deret[urut - 1].split("/")[0]
            if kode.split("/")[0] != kelompok_lama:
                mkg = max(0, mkg - 12 * _LAMA_PNS.get(kelompok_lama, 0))
        baris.append(
            {
                "golongan": kode,
                "tmt": hari,
                "mkg_tahun": mkg // 12,
                "mkg_bulan": mkg % 12,
            }
        )
    return baris


def gaji(tabel, baris_golongan, acuan):
    """Return the pay rows: at each rank, each two-year step and each new table.

    :param tabel: ``{golongan: {mkg_tahun: rupiah}}`` of 2024
    :return: list of ``{golongan, mkg_tahun, gaji_pokok, tmt}``, oldest first
    """
    hasil = []
    for urut, baris in enumerate(baris_golongan):
        langkah = tabel.get(baris["golongan"])
        if not langkah:
            continue
        akhir = acuan
        if urut + 1 < len(baris_golongan):
            akhir = bulan(baris_golongan[urut + 1]["tmt"], -1)
        mkg = baris["mkg_tahun"] * 12 + baris["mkg_bulan"]
        hari = {baris["tmt"]}
        hari |= {bulan(baris["tmt"], 12 * step - mkg) for step in langkah}
        hari |= {datetime.date(2019, 1, 1), datetime.date(2024, 1, 1)}
        for tmt in sorted(hari):
            if baris["tmt"] <= tmt <= akhir:
                tahun = (mkg + selisih_bulan(baris["tmt"], tmt)) // 12
                hasil.append(_baris_gaji(baris["golongan"], langkah, tahun, tmt))
    return hasil


def _baris_gaji(kode, langkah, mkg_tahun, tmt):
    step = max((s for s in langkah if s <= mkg_tahun), default=min(langkah))
    skala = next(nilai for tahun, nilai in _SKALA if tmt.year >= tahun)
    return {
        "golongan": kode,
        "mkg_tahun": step,
        "gaji_pokok": int(round(langkah[step] * skala, -2)),
        "tmt": tmt,
    }
