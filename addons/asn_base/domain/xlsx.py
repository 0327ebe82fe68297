"""The one way from a list to a spreadsheet that can be handed over.

Plain Python around xlsxwriter. Every text is written as a text, never as a
formula, whatever it begins with.
"""

import io
from dataclasses import dataclass, field
from datetime import date
from math import ceil

import xlsxwriter
from xlsxwriter.utility import xl_range

#: Paper of Indonesian offices: Excel's number, width and height in mm.
KERTAS = {"a4": 9, "f4": 14}
#: Points of one line of a row.
TINGGI_BARIS = 12.5
_FORMAT = {
    "teks": {},
    "tengah": {"align": "center"},
    "angka": {"num_format": "#,##0", "align": "right"},
    "desimal": {"num_format": "#,##0.0", "align": "right"},
    "persen": {"num_format": "0.0", "align": "right"},
    "cacah": {"num_format": '#,##0;-#,##0;"-"', "align": "right"},
    "pecahan": {"num_format": "#,##0.00", "align": "right"},
    "waktu": {"num_format": "dd-mm-yyyy hh:mm", "align": "center"},
    "rupiah": {"num_format": '"Rp"#,##0', "align": "right"},
    "tanggal": {"num_format": "dd-mm-yyyy", "align": "center"},
}
_TEPI = {"border": 1, "border_color": "#9AA7B4", "valign": "top", "font_size": 9}
_KEPALA = {
    "border": 1,
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
    "bg_color": "#0B2A4A",
    "font_color": "#FFFFFF",
    "font_size": 9,
}


@dataclass
class Kolom:
    """One column: heading, width in characters, kind of value, heading above it."""

    judul: str
    lebar: float = 14
    jenis: str = "teks"
    induk: str = ""


@dataclass
class Lembar:
    """One sheet: headings, rows, totals and what is written around them."""

    nama: str
    judul: list
    kolom: list
    baris: object
    kop: list = field(default_factory=list)
    keterangan: list = field(default_factory=list)
    jumlah: list | None = None
    #: Kinds of columns whose sum follows the filter: the numbers of the rows add up.
    jumlah_hidup: tuple = ()
    catatan: list = field(default_factory=list)
    ttd: list = field(default_factory=list)
    #: A second signature block, at the left.
    ttd_kiri: list = field(default_factory=list)


def tulis(lembar, kertas="f4", penanda="", mendatar=True):
    """Return the workbook as bytes.

    :param lembar: list of :class:`Lembar`
    :param penanda: watermark, printed at the foot of every page and below the list
    """
    berkas = io.BytesIO()
    buku = xlsxwriter.Workbook(
        berkas,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "dd-mm-yyyy",
        },
    )
    buku.set_properties({"title": lembar[0].judul[0] if lembar else ""})
    gaya = Gaya(buku)
    dipakai = set()
    for satu in lembar:
        _lembar(buku, gaya, satu, kertas, penanda, mendatar, dipakai)
    buku.close()
    return berkas.getvalue()


class Gaya:
    """Formats of a workbook, each made once."""

    def __init__(self, buku):
        self._buku = buku
        self._ada = {}

    def ambil(self, **isi):
        """Return the format with these properties."""
        isi = {"font_name": "Arial", "font_size": 9, **isi}
        kunci = tuple(sorted(isi.items()))
        if kunci not in self._ada:
            self._ada[kunci] = self._buku.add_format(isi)
        return self._ada[kunci]

    def sel(self, jenis, tebal=False):
        """Return the format of a cell of this kind, see :class:`Kolom`."""
        isi = {**_TEPI, **_FORMAT[jenis]}
        if jenis == "teks":
            isi["text_wrap"] = True
        if tebal:
            isi |= {"bold": True, "bg_color": "#E7EFF7"}
        return self.ambil(**isi)

    def kepala(self):
        """Return the format of a heading."""
        return self.ambil(**_KEPALA)


def _nama_lembar(nama, dipakai):
    """Return a name that Excel accepts and that no other sheet has."""
    bersih = "".join(" " if huruf in "[]:*?/\\'" else huruf for huruf in nama)
    bersih = bersih.strip()[:28] or "Lembar"
    hasil, nomor = bersih, 2
    while hasil.lower() in dipakai:
        hasil, nomor = f"{bersih} {nomor}", nomor + 1
    dipakai.add(hasil.lower())
    return hasil


def _lembar(buku, gaya, isi, kertas, penanda, mendatar, dipakai):
    kerja = buku.add_worksheet(_nama_lembar(isi.nama, dipakai))
    akhir = len(isi.kolom) - 1
    for nomor, kolom in enumerate(isi.kolom):
        kerja.set_column(nomor, nomor, kolom.lebar)
    baris = _pembuka(kerja, gaya, isi, akhir)
    atas = baris
    baris = _kepala(kerja, gaya, isi.kolom, baris)
    kerja.freeze_panes(baris, min(2, akhir))
    mulai = baris
    format_kolom = [gaya.sel(kolom.jenis) for kolom in isi.kolom]
    for satu in isi.baris:
        banyak = 1
        for nomor, nilai in enumerate(satu):
            _sel(kerja, baris, nomor, nilai, format_kolom[nomor])
            if isinstance(nilai, str):
                banyak = max(banyak, banyak_baris(nilai, isi.kolom[nomor].lebar))
        # Excel finds the height of wrapped texts by itself, others do not.
        if banyak > 1:
            kerja.set_row(baris, TINGGI_BARIS * banyak)
        baris += 1
    if baris > mulai and not any(kolom.induk for kolom in isi.kolom):
        kerja.autofilter(mulai - 1, 0, baris - 1, akhir)
    if isi.jumlah is not None:
        for nomor, nilai in enumerate(isi.jumlah):
            jenis = isi.kolom[nomor].jenis
            rupa = gaya.sel(jenis, tebal=True)
            if jenis in isi.jumlah_hidup and baris > mulai:
                jumlah_hidup(kerja, (mulai, baris - 1, nomor), rupa, nilai)
            else:
                _sel(kerja, baris, nomor, nilai, rupa)
        baris += 1
    _penutup(kerja, gaya, isi, baris + 1, penanda)
    siapkan_cetak(kerja, kertas, mendatar, penanda, (atas, mulai - 1))


def jumlah_hidup(kerja, letak, rupa, nilai):
    """Write below a column its sum, which follows the filter.

    :param letak: first and last row of the numbers, and their column
    :param nilai: the sum now, for readers that do not calculate
    """
    mulai, akhir, kolom = letak
    rumus = f"=SUBTOTAL(9,{xl_range(mulai, kolom, akhir, kolom)})"
    kerja.write_formula(akhir + 1, kolom, rumus, rupa, nilai)


def banyak_baris(teks, lebar):
    """Return about how many lines a text needs in a column of that width."""
    # A width counts digits of the usual size; the lists' letters are smaller.
    muat = lebar * 1.25
    return sum(ceil(max(len(satu), 1) / muat) for satu in teks.split("\n"))


def _pembuka(kerja, gaya, isi, akhir):
    """Write letterhead, title and remarks; return the first free row."""
    tengah = {"align": "center", "valign": "vcenter"}
    deret = [(teks, gaya.ambil(font_size=11, bold=True, **tengah)) for teks in isi.kop]
    if isi.kop:
        deret.append(("", gaya.ambil(top=5)))
    deret += [
        (teks, gaya.ambil(font_size=13 if not n else 11, bold=True, **tengah))
        for n, teks in enumerate(isi.judul)
    ]
    baris = 0
    for teks, rupa in deret:
        _rentang(kerja, baris, akhir, teks, rupa)
        baris += 1
    baris += 1
    for label, nilai in isi.keterangan:
        kerja.write_string(baris, 0, f"{label}: {nilai}", gaya.ambil(font_size=9))
        baris += 1
    return baris + bool(isi.keterangan)


def _rentang(kerja, baris, akhir, teks, rupa):
    if akhir > 0:
        kerja.merge_range(baris, 0, baris, akhir, "", rupa)
    kerja.write_string(baris, 0, teks, rupa)


def _kepala(kerja, gaya, kolom, baris):
    """Write the headings, in two rows where columns have one in common."""
    rupa = gaya.kepala()
    if not any(satu.induk for satu in kolom):
        kerja.set_row(baris, 30)
        for nomor, satu in enumerate(kolom):
            kerja.write_string(baris, nomor, satu.judul, rupa)
        return baris + 1
    nomor = 0
    while nomor < len(kolom):
        sama = nomor
        induk = kolom[nomor].induk
        while induk and sama + 1 < len(kolom) and kolom[sama + 1].induk == induk:
            sama += 1
        if not induk:
            kerja.merge_range(baris, nomor, baris + 1, nomor, "", rupa)
            kerja.write_string(baris, nomor, kolom[nomor].judul, rupa)
        else:
            if sama > nomor:
                kerja.merge_range(baris, nomor, baris, sama, "", rupa)
            kerja.write_string(baris, nomor, induk, rupa)
            for satu in range(nomor, sama + 1):
                kerja.write_string(baris + 1, satu, kolom[satu].judul, rupa)
        nomor = sama + 1
    kerja.set_row(baris + 1, 26)
    return baris + 2


def _sel(kerja, baris, nomor, nilai, rupa):
    """Write one value by its type; a text never becomes a formula."""
    if nilai is None or nilai is False or nilai == "":
        kerja.write_blank(baris, nomor, None, rupa)
    elif isinstance(nilai, date):
        kerja.write_datetime(baris, nomor, nilai, rupa)
    elif isinstance(nilai, int | float):
        kerja.write_number(baris, nomor, nilai, rupa)
    else:
        # 32,767 characters is what a cell holds.
        kerja.write_string(baris, nomor, str(nilai)[:32_767], rupa)


def _penutup(kerja, gaya, isi, baris, penanda):
    kecil = gaya.ambil(font_size=9, italic=True, font_color="#444444")
    for teks in [*isi.catatan, *([penanda] if penanda else [])]:
        kerja.write_string(baris, 0, teks, kecil)
        baris += 1
    kolom = max(len(isi.kolom) - 4, 0)
    for letak, blok in ((kolom, isi.ttd), (min(1, kolom), isi.ttd_kiri)):
        for nomor, teks in enumerate(blok):
            kerja.write_string(baris + 1 + nomor, letak, teks, gaya.ambil(font_size=10))


def siapkan_cetak(kerja, kertas, mendatar, penanda, ulang):
    """Set up printing: paper, margins, headings on each page, page numbers."""
    kerja.set_paper(KERTAS[kertas])
    if mendatar:
        kerja.set_landscape()
    kerja.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.7)
    kerja.fit_to_pages(1, 0)
    kerja.repeat_rows(*ulang)
    kerja.hide_gridlines(2)
    # A NIP is a text on purpose.
    kerja.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    # An ampersand is a command in the foot of a page.
    teks = penanda.replace("&", "&&")[:200]
    kerja.set_footer(f"&L&7{teks}&R&8Halaman &P dari &N")
