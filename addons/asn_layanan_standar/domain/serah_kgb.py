"""The workbook that the finance office takes over: plain Python around xlsxwriter."""

import io
from datetime import date

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


def pemerintah(daerah, nama):
    """Return the first line of a list: ``PEMERINTAH KOTA CONTOH``."""
    return (f"Pemerintah {daerah}" if daerah else nama or "").upper()


def buku(kepala, baris, kolom=KOLOM, nama="Daftar", rekap=None):
    """Return the workbook as bytes; every text is a text, never a formula.

    :param kepala: lines above the list
    :param baris: one tuple per person, without the running number
    :param kolom: ``(heading, width, rupiah)`` of each column, the first is the number
    :param rekap: headings and rows of a second sheet, or None
    """
    berkas = io.BytesIO()
    wb = xlsxwriter.Workbook(berkas, _OPSI)
    wb.set_properties({"title": " ".join(kepala)})
    lembar = wb.add_worksheet(nama)
    rupa = _rupa(wb)
    mulai = _pembuka(lembar, kepala, len(kolom) - 1, rupa)
    for letak, (teks, lebar, _uang) in enumerate(kolom):
        lembar.set_column(letak, letak, lebar)
        lembar.write_string(mulai, letak, teks, rupa["kepala"])
    for nomor, satu in enumerate(baris, 1):
        _tulis(lembar, mulai + nomor, (nomor, *satu), kolom, rupa)
    _jumlah(lembar, mulai + len(baris) + 1, baris, kolom, rupa)
    lembar.freeze_panes(mulai + 1, 2)
    _cetak(lembar, mulai)
    if rekap:
        _rekap(wb.add_worksheet("Rekap"), kepala, *rekap, rupa)
    wb.close()
    return berkas.getvalue()


def _pembuka(lembar, kepala, akhir, rupa):
    """Write the lines above the list across it; return the row of the headings."""
    for nomor, teks in enumerate(kepala):
        lembar.merge_range(nomor, 0, nomor, akhir, "", rupa["judul"])
        lembar.write_string(nomor, 0, teks, rupa["judul"])
    return len(kepala) + 1


def _cetak(lembar, kepala):
    """Print on F4, across, as wide as the page, headings on every page."""
    lembar.repeat_rows(kepala)
    lembar.set_landscape()
    lembar.set_paper(14)
    lembar.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    lembar.fit_to_pages(1, 0)
    lembar.set_footer("&RHalaman &P dari &N")


def _rekap(lembar, kepala, judul, baris, rupa):
    """Write a table of counts whose last column is rupiah, with its sums."""
    akhir = len(judul) - 1
    lembar.set_column(0, 0, 40)
    lembar.set_column(1, akhir - 1, 9)
    lembar.set_column(akhir, akhir, 20)
    mulai = _pembuka(lembar, kepala, akhir, rupa)
    for letak, teks in enumerate(judul):
        lembar.write_string(mulai, letak, teks, rupa["kepala"])
    for nomor, satu in enumerate(baris, mulai + 1):
        lembar.write_string(nomor, 0, satu[0], rupa["teks"])
        for letak, nilai in enumerate(satu[1:], 1):
            lembar.write_number(nomor, letak, nilai, rupa["rupiah"])
    bawah = mulai + len(baris) + 1
    lembar.write_string(bawah, 0, "Jumlah", rupa["jumlah"])
    for letak in range(1, akhir + 1):
        jumlah = sum(satu[letak] for satu in baris)
        lembar.write_number(bawah, letak, jumlah, rupa["jumlah"])
    lembar.freeze_panes(mulai + 1, 1)
    _cetak(lembar, mulai)


def _rupa(wb):
    """Return the formats of a workbook by name."""
    tepi = {"border": 1, "valign": "top"}
    tebal = {**tepi, "bold": True, "bg_color": "#E7EFF7"}
    kepala = {
        "border": 1,
        "valign": "vcenter",
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "bg_color": "#0B2A4A",
        "font_color": "#FFFFFF",
    }
    return {
        "judul": wb.add_format({"bold": True, "font_size": 12, "align": "center"}),
        "kepala": wb.add_format(kepala),
        "teks": wb.add_format({**tepi, "text_wrap": True}),
        "angka": wb.add_format({**tepi, "align": "center"}),
        "rupiah": wb.add_format({**tepi, "num_format": "#,##0"}),
        "tanggal": wb.add_format(
            {**tepi, "num_format": "dd-mm-yyyy", "align": "center"}
        ),
        "jumlah": wb.add_format({**tebal, "num_format": "#,##0"}),
    }


def _tulis(lembar, nomor, isi, kolom, rupa):
    """Write one row: dates and numbers as such, everything else as text."""
    for letak, nilai in enumerate(isi):
        if isinstance(nilai, date):
            lembar.write_datetime(nomor, letak, nilai, rupa["tanggal"])
        elif isinstance(nilai, int) and not isinstance(nilai, bool):
            bentuk = rupa["rupiah" if kolom[letak][2] else "angka"]
            lembar.write_number(nomor, letak, nilai, bentuk)
        else:
            lembar.write_string(nomor, letak, nilai or "", rupa["teks"])


def _jumlah(lembar, nomor, baris, kolom, rupa):
    """Write the sums of the columns in rupiah across the whole table."""
    if not baris:
        return
    for letak, (_teks, _lebar, uang) in enumerate(kolom):
        if uang:
            jumlah = sum(satu[letak - 1] or 0 for satu in baris)
            lembar.write_number(nomor, letak, jumlah, rupa["jumlah"])
        else:
            lembar.write_string(
                nomor, letak, "Jumlah" if letak == 1 else "", rupa["jumlah"]
            )
