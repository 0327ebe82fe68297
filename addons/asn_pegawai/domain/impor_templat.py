"""Write roster workbooks: the template, the examples, the list of problems.

Plain Python with xlsxwriter. Formulas are never written: every text goes through
``write_string``, so a value from somebody's file stays a text.
"""

import io
from datetime import UTC, date, datetime

import xlsxwriter

from .impor_kolom import KOLOM, PER_NAMA, huruf_kolom

BARIS_ISIAN = 5000
_SAAT = datetime(2026, 1, 1, tzinfo=UTC)
_WARNA = {
    "pegawai": "#1F4E79",
    "golongan": "#375623",
    "jabatan": "#7F6000",
    "pendidikan": "#833C0B",
    "gaji": "#5B2C6F",
}
_PILIHAN = {
    "jenis_kelamin": ["L", "P"],
    "status_perkawinan": ["Menikah", "Cerai", "Janda/Duda", "Belum Kawin"],
    "status_pegawai": ["CPNS", "PNS", "PPPK", "PPPK Paruh Waktu"],
    "jenis_penugasan": ["Definitif", "Plt", "Plh", "Pj"],
    "golongan_darah": ["A", "B", "AB", "O"],
}
PETUNJUK = (
    ("Petunjuk pengisian daftar pegawai", "judul"),
    ("1. Isi lembar Pegawai, satu baris untuk satu orang. Baris pertama adalah nama"
     " kolom dan tidak boleh diubah; baris kedua adalah catatan dan boleh dihapus.", ""),
    ("2. Kolom wajib: nip dan nama. Kolom lain boleh dikosongkan atau dihapus. Sel"
     " kosong tidak mengubah data yang sudah ada.", ""),
    ("3. NIP, NIK, nomor KK, dan NPWP harus berupa Teks. Excel membulatkan bilangan"
     " setelah 15 angka, sehingga NIP yang tersimpan sebagai bilangan ditolak.", ""),
    ("4. Tanggal: 1985-03-17, 17-03-1985, 17/03/1985, 17 Maret 1985, atau sel"
     " tanggal Excel.", ""),
    ("5. Golongan: III/c atau kode SIASN (33); PPPK: I sampai XVII. Unit kerja dan"
     " jabatan: kode atau nama lengkap seperti pada lembar Referensi.", ""),
    ("6. Rumus, makro, dan sel galat (#REF!) ditolak. Tempelkan sebagai nilai.", ""),
    ("7. Ukuran berkas paling besar 15 MB, paling banyak 50.000 baris.", ""),
    ("8. Pegawai dikenali dari NIP. Mengimpor berkas yang sama dua kali tidak"
     " menggandakan data.", ""),
    ("9. Nama kolom SIASN (nipBaru, tglLahir, tmtCpns, golRuangAkhirId, ...) dikenali"
     " juga.", ""),
)  # fmt: skip


def templat(referensi=None):
    """Return the empty template as bytes.

    :param referensi: ``{title: [(code, name), ...]}`` for the sheet Referensi
    """
    kolom = [satu for satu in KOLOM if satu.pokok]
    return _buku(kolom, [], referensi or {}, catatan=True)


def isi(baris, kolom=None, referensi=None, catatan=False, judul=None):
    """Return a filled workbook as bytes.

    :param baris: dicts of column code → value; ``bytes`` values are no use here
    :param kolom: codes of the columns; by default those that any row fills
    :param catatan: with the row of notes under the heading
    :param judul: other headings, ``{column code: heading}``
    """
    if kolom is None:
        terisi = {nama for satu in baris for nama in satu}
        kolom = [satu.nama for satu in KOLOM if satu.nama in terisi]
    daftar = [PER_NAMA.get(nama, nama) for nama in kolom]
    return _buku(daftar, baris, referensi or {}, catatan, judul)


def _buku(kolom, baris, referensi, catatan=False, judul=None):
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False}
    )
    # A fixed moment: else the time of writing makes every file another one.
    buku.set_properties({"created": _SAAT, "author": "ASN Terpadu"})
    bentuk = {
        "teks": buku.add_format({"num_format": "@"}),
        "tanggal": buku.add_format({"num_format": "yyyy-mm-dd"}),
        "catatan": buku.add_format(
            {"italic": True, "font_color": "#595959", "text_wrap": True,
             "valign": "top", "bg_color": "#F2F2F2", "font_size": 9}
        ),
        "judul": buku.add_format({"bold": True, "font_size": 14}),
        "rapi": buku.add_format({"text_wrap": True, "valign": "top"}),
        "tebal": buku.add_format({"bold": True, "bg_color": "#DDEBF7"}),
    }  # fmt: skip
    lembar = buku.add_worksheet("Pegawai")
    _kepala(buku, lembar, kolom, bentuk, catatan, judul or {})
    awal = 2 if catatan else 1
    for nomor, satu in enumerate(baris, start=awal):
        _baris(lembar, nomor, kolom, satu, bentuk)
    if catatan:
        _lembar_petunjuk(buku, bentuk)
        _lembar_referensi(buku, referensi, bentuk)
    buku.close()
    return keluar.getvalue()


def _kepala(buku, lembar, kolom, bentuk, catatan, judul):
    warna = {
        bagian: buku.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": isi, "border": 1}
        )
        for bagian, isi in _WARNA.items()
    }
    lembar.freeze_panes(2 if catatan else 1, 2)
    for indeks, satu in enumerate(kolom):
        nama = getattr(satu, "nama", satu)
        bagian = getattr(satu, "bagian", "pegawai")
        lebar = getattr(satu, "lebar", 18)
        teks = getattr(satu, "tipe", "teks") not in ("bulat", "uang", "tahun")
        tanggal = getattr(satu, "tipe", "") == "tanggal"
        format_kolom = bentuk["tanggal" if tanggal else "teks"] if teks else None
        lembar.set_column(indeks, indeks, max(lebar, len(nama) + 3), format_kolom)
        lembar.write_string(0, indeks, judul.get(nama, nama), warna[bagian])
        if catatan and nama in PER_NAMA:
            lembar.write_string(1, indeks, _catatan(satu), bentuk["catatan"])
        if catatan and nama in _PILIHAN:
            lembar.data_validation(
                2, indeks, BARIS_ISIAN, indeks,
                {"validate": "list", "source": _PILIHAN[nama],
                 "error_type": "warning", "error_title": satu.judul,
                 "error_message": "Pilih dari daftar."},
            )  # fmt: skip
    if catatan:
        lembar.set_row(1, 48)


def _catatan(kolom):
    # The NIP's note comes first and tells the row of notes from a person.
    if kolom.nama == "nip":
        return f"{kolom.catatan}. Wajib. Contoh: {kolom.contoh}"
    bagian = [kolom.judul, kolom.catatan, "wajib" if kolom.wajib else ""]
    teks = ". ".join(satu for satu in bagian if satu)
    return f"{teks}. Contoh: {kolom.contoh}" if kolom.contoh else f"{teks}."


def _baris(lembar, nomor, kolom, satu, bentuk):
    for indeks, punya in enumerate(kolom):
        nilai = satu.get(getattr(punya, "nama", punya))
        if nilai is None or nilai == "":
            continue
        if isinstance(nilai, date):
            lembar.write_datetime(nomor, indeks, nilai, bentuk["tanggal"])
        elif isinstance(nilai, int | float) and not isinstance(nilai, bool):
            lembar.write_number(nomor, indeks, nilai)
        elif isinstance(nilai, Rumus):
            lembar.write_formula(nomor, indeks, nilai, None, "0")
        else:
            lembar.write_string(nomor, indeks, str(nilai), bentuk["teks"])


class Rumus(str):
    """A text that the example of bad cells writes as a real formula."""


def _lembar_petunjuk(buku, bentuk):
    lembar = buku.add_worksheet("Petunjuk")
    lembar.hide_gridlines(2)
    lembar.set_column(0, 0, 26)
    lembar.set_column(1, 1, 60)
    lembar.set_column(2, 2, 50)
    for nomor, (teks, gaya) in enumerate(PETUNJUK):
        if gaya:
            lembar.write_string(nomor, 0, teks, bentuk["judul"])
        else:
            lembar.merge_range(nomor, 0, nomor, 2, teks, bentuk["rapi"])
            lembar.set_row(nomor, 32)
    mulai = len(PETUNJUK) + 1
    for indeks, teks in enumerate(("Kolom", "Arti dan catatan", "Nama lain")):
        lembar.write_string(mulai, indeks, teks, bentuk["tebal"])
    for nomor, satu in enumerate(KOLOM, start=mulai + 1):
        arti = ". ".join(t for t in (satu.judul, satu.catatan) if t)
        lembar.write_string(nomor, 0, satu.nama)
        lembar.write_string(nomor, 1, arti, bentuk["rapi"])
        lembar.write_string(nomor, 2, ", ".join(satu.alias), bentuk["rapi"])


def _lembar_referensi(buku, referensi, bentuk):
    lembar = buku.add_worksheet("Referensi")
    lembar.freeze_panes(2, 0)
    kolom = 0
    for judul, isi_referensi in referensi.items():
        lembar.set_column(kolom, kolom, 16)
        lembar.set_column(kolom + 1, kolom + 1, 44)
        lembar.write_string(0, kolom, judul, bentuk["judul"])
        lembar.write_string(1, kolom, "Kode", bentuk["tebal"])
        lembar.write_string(1, kolom + 1, "Nama", bentuk["tebal"])
        for nomor, (kode, nama) in enumerate(isi_referensi, start=2):
            lembar.write_string(nomor, kolom, kode or "")
            lembar.write_string(nomor, kolom + 1, nama or "")
        kolom += 3


def daftar_masalah(judul, baris):
    """Return a workbook with the problems of an import, ready to be worked off.

    :param judul: the headings
    :param baris: tuples of text or numbers
    """
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False}
    )
    tebal = buku.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
    lembar = buku.add_worksheet("Masalah")
    for indeks, (teks, lebar) in enumerate(judul):
        lembar.set_column(indeks, indeks, lebar)
        lembar.write_string(0, indeks, teks, tebal)
    for nomor, satu in enumerate(baris, start=1):
        for indeks, nilai in enumerate(satu):
            if isinstance(nilai, int):
                lembar.write_number(nomor, indeks, nilai)
            else:
                lembar.write_string(nomor, indeks, nilai or "")
    lembar.freeze_panes(1, 0)
    lembar.autofilter(f"A1:{huruf_kolom(len(judul))}{max(len(baris), 1) + 1}")
    buku.close()
    return keluar.getvalue()
