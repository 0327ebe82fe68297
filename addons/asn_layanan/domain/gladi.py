"""A rehearsal in numbers, and as a workbook. Plain Python: no odoo import."""

import io

import xlsxwriter


def kesimpulan(rincian):
    """Return what the answers of all rules come to for one person.

    :param rincian: list of ``{hasil, keras}``; a soft rule that fails is for an
        officer to weigh
    :return: ``lulus``, ``gagal`` or ``manual``
    """
    if any(r["hasil"] == "gagal" and r["keras"] for r in rincian):
        return "gagal"
    if any(r["hasil"] != "lulus" for r in rincian):
        return "manual"
    return "lulus"


def hitung(semua, nama):
    """Return per rule how many pass, fail, and are for an officer.

    :param semua: the answers of each person
    :param nama: ``{code: (name, …)}`` in the order of the rules
    """
    jumlah = {
        kode: {"kode": kode, "nama": isi[0], "lulus": 0, "gagal": 0, "manual": 0}
        for kode, isi in nama.items()
    }
    for rincian in semua:
        for satu in rincian:
            jumlah[satu["kode"]][satu["hasil"]] += 1
    return list(jumlah.values())


def beban(jalan):
    """Return per step who would act and for how many people.

    :param jalan: the steps of each person, ``{tahap, oleh, kosong}``
    """
    per_tahap = {}
    for langkah in jalan:
        for satu in langkah:
            aktor = per_tahap.setdefault(satu["tahap"], {})
            kunci = (satu["oleh"], satu["kosong"])
            aktor[kunci] = aktor.get(kunci, 0) + 1
    return [
        {
            "tahap": tahap,
            "aktor": [
                {"oleh": oleh, "kosong": kosong, "jumlah": n}
                for (oleh, kosong), n in sorted(aktor.items(), key=lambda x: -x[1])
            ],
        }
        for tahap, aktor in per_tahap.items()
    ]


def alasan(rincian, tertutup):
    """Return which rules a person does not pass, without facts about the person.

    :param rincian: list of ``{kode, nama, hasil, tertutup}``
    :param tertutup: what stands for every rule whose facts are confidential
    """
    gagal = [r for r in rincian if r["hasil"] == "gagal"]
    teks = [
        tertutup if r.get("tertutup") else f"{r['kode']} {r['nama']}" for r in gagal
    ]
    return "; ".join(dict.fromkeys(teks))


def buku(judul, ringkasan, kolom, baris):
    """Return the result as a workbook; every text is a text, never a formula.

    :param judul: names of the sheets and columns, and ``kepala``: the lines
        above everything else
    :param kolom: names of the columns about people
    :param baris: one row per person
    """
    berkas = io.BytesIO()
    wb = xlsxwriter.Workbook(
        berkas,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    tebal = wb.add_format(
        {"bold": True, "bg_color": "#0B2A4A", "font_color": "#FFFFFF"}
    )
    lembar = wb.add_worksheet(judul["ringkasan"][:31])
    lembar.set_column(0, 0, 14)
    lembar.set_column(1, 1, 60)
    for nomor, teks in enumerate(judul["kepala"]):
        lembar.write_string(nomor, 0, teks)
    aturan = [
        (a["kode"], a["nama"] or "", a["lulus"], a["gagal"], a["manual"])
        for a in ringkasan.get("aturan", [])
    ]
    _tabel(lembar, len(judul["kepala"]) + 1, judul["aturan"], aturan, tebal)
    tahap = [
        (langkah["tahap"], aktor["oleh"], aktor["jumlah"])
        for langkah in ringkasan.get("tahap", [])
        for aktor in langkah["aktor"]
    ]
    if tahap:
        lembar = wb.add_worksheet(judul["tahap"][:31])
        lembar.set_column(0, 1, 48)
        _tabel(lembar, 0, judul["kolom_tahap"], tahap, tebal)
    lembar = wb.add_worksheet(judul["orang"][:31])
    lembar.set_column(0, len(kolom) - 2, 24)
    lembar.set_column(len(kolom) - 1, len(kolom) - 1, 80)
    _tabel(lembar, 0, kolom, baris, tebal)
    lembar.autofilter(0, 0, max(len(baris), 1), len(kolom) - 1)
    wb.close()
    return berkas.getvalue()


def _tabel(lembar, mulai, kolom, baris, tebal):
    """Write a head and its rows from one row of the sheet on."""
    lembar.write_row(mulai, 0, kolom, tebal)
    for nomor, satu in enumerate(baris, mulai + 1):
        for letak, isi in enumerate(satu):
            if isinstance(isi, int):
                lembar.write_number(nomor, letak, isi)
            else:
                lembar.write_string(nomor, letak, isi or "")
