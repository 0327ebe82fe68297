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


def buku(nama, judul, ringkasan, baris):
    """Return the result as a workbook; every text is a text, never a formula.

    :param nama: name of the version
    :param judul: names of the sheets and columns
    :param baris: rows of people, possibly none
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
    lembar.write_string(0, 0, nama)
    lembar.write_row(2, 0, judul["aturan"], tebal)
    for nomor, satu in enumerate(ringkasan.get("aturan", []), 3):
        lembar.write_string(nomor, 0, satu["kode"])
        lembar.write_string(nomor, 1, satu["nama"] or "")
        for kolom, kunci in enumerate(("lulus", "gagal", "manual"), 2):
            lembar.write_number(nomor, kolom, satu[kunci])
    if baris:
        lembar = wb.add_worksheet(judul["orang"][:31])
        lembar.set_column(0, 1, 28)
        lembar.set_column(3, 3, 80)
        lembar.write_row(0, 0, judul["kolom"], tebal)
        for nomor, satu in enumerate(baris, 1):
            for kolom, isi in enumerate(satu):
                lembar.write_string(nomor, kolom, str(isi or ""))
    wb.close()
    return berkas.getvalue()
