"""The workbook that the finance office takes over: plain Python around xlsxwriter."""

import io

import xlsxwriter
from odoo.addons.asn_base.domain.tanggal import tambah_bulan

#: Heading, width in characters, and whether the column holds rupiah.
KOLOM = (
    ("No.", 5, False),
    ("Nama", 34, False),
    ("NIP", 21, False),
    ("Unit Kerja", 34, False),
    ("Gol.", 7, False),
    ("MKG Baru", 10, False),
    ("Gaji Pokok Lama (Rp)", 16, True),
    ("Gaji Pokok Baru (Rp)", 16, True),
    ("Selisih (Rp)", 13, True),
    ("Dibayar (%)", 9, False),
    ("TMT", 12, False),
    ("Nomor SK", 34, False),
    ("Tanggal SK", 12, False),
    ("KGB Berikutnya", 14, False),
)
#: The same of the plan of a year.
KOLOM_RENCANA = (
    ("No.", 5, False),
    ("Bulan", 16, False),
    ("Unit Kerja", 34, False),
    ("Nama", 34, False),
    ("NIP", 21, False),
    ("Gol.", 7, False),
    ("MKG Baru", 10, False),
    ("Gaji Pokok Lama (Rp)", 16, True),
    ("Gaji Pokok Baru (Rp)", 16, True),
    ("Selisih (Rp)", 13, True),
    ("TMT", 12, False),
    ("Dokumen Kurang", 40, False),
)
_OPSI = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def bulan_berikut(bulan):
    """Return the first day of the month after the first day of a month."""
    return tambah_bulan(bulan, 1)


def buku(kepala, baris, kolom=KOLOM, nama="Daftar", rekap=None):
    """Return the workbook as bytes; every text is a text, never a formula.

    :param kepala: lines above the list
    :param baris: one tuple per person, without the running number
    :param kolom: ``(heading, width, rupiah)`` of each column, the first is the number
    :param rekap: headings and rows of a second sheet, or None
    """
    berkas = io.BytesIO()
    wb = xlsxwriter.Workbook(berkas, _OPSI)
    lembar = wb.add_worksheet(nama)
    judul = wb.add_format({"bold": True, "font_size": 12})
    rupa = _rupa(wb)
    for nomor, teks in enumerate(kepala):
        lembar.write_string(nomor, 0, teks, judul)
    mulai = len(kepala) + 1
    for letak, (teks, lebar, _uang) in enumerate(kolom):
        lembar.set_column(letak, letak, lebar)
        lembar.write_string(mulai, letak, teks, rupa["kepala"])
    for nomor, satu in enumerate(baris, 1):
        _tulis(lembar, mulai + nomor, (nomor, *satu), kolom, rupa)
    _jumlah(lembar, mulai + len(baris) + 1, baris, kolom, rupa)
    lembar.freeze_panes(mulai + 1, 2)
    lembar.repeat_rows(mulai)
    lembar.set_landscape()
    lembar.set_paper(14)
    lembar.fit_to_pages(1, 0)
    if rekap:
        _rekap(wb.add_worksheet("Rekap"), *rekap, rupa)
    wb.close()
    return berkas.getvalue()


def _rekap(lembar, kepala, baris, rupa):
    """Write a table of counts whose last column is rupiah."""
    lembar.set_column(0, 0, 40)
    lembar.set_column(1, len(kepala) - 2, 9)
    lembar.set_column(len(kepala) - 1, len(kepala) - 1, 20)
    for letak, teks in enumerate(kepala):
        lembar.write_string(0, letak, teks, rupa["kepala"])
    for nomor, satu in enumerate(baris, 1):
        lembar.write_string(nomor, 0, satu[0], rupa["teks"])
        for letak, nilai in enumerate(satu[1:], 1):
            lembar.write_number(nomor, letak, nilai, rupa["rupiah"])
    lembar.set_landscape()
    lembar.set_paper(14)
    lembar.fit_to_pages(1, 0)


def _rupa(wb):
    """Return the formats of a workbook by name."""
    tepi = {"border": 1, "valign": "top"}
    kepala = {
        **tepi,
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "bg_color": "#0B2A4A",
        "font_color": "#FFFFFF",
    }
    return {
        "kepala": wb.add_format(kepala),
        "teks": wb.add_format({**tepi, "text_wrap": True}),
        "rupiah": wb.add_format({**tepi, "num_format": "#,##0"}),
        "jumlah": wb.add_format({**tepi, "num_format": "#,##0", "bold": True}),
    }


def _tulis(lembar, nomor, isi, kolom, rupa):
    for letak, nilai in enumerate(isi):
        if isinstance(nilai, int):
            bentuk = rupa["rupiah"] if kolom[letak][2] else rupa["teks"]
            lembar.write_number(nomor, letak, nilai, bentuk)
        else:
            lembar.write_string(nomor, letak, nilai or "", rupa["teks"])


def _jumlah(lembar, nomor, baris, kolom, rupa):
    """Write the sums of the columns in rupiah."""
    if not baris:
        return
    lembar.write_string(nomor, 1, "Jumlah", rupa["jumlah"])
    for letak, (_teks, _lebar, uang) in enumerate(kolom):
        if uang:
            jumlah = sum(satu[letak - 1] or 0 for satu in baris)
            lembar.write_number(nomor, letak, jumlah, rupa["jumlah"])
