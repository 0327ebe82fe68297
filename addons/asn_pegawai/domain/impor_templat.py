"""Write workbooks: the templates, the examples, the list of problems.

Plain Python with xlsxwriter. Formulas are never written: every text goes through
``write_string``, so a value from somebody's file stays a text.
"""

import io
from datetime import UTC, date, datetime

import xlsxwriter

from .impor_kolom import ROSTER, huruf_kolom

BARIS_ISIAN = 5000
_SAAT = datetime(2026, 1, 1, tzinfo=UTC)
_WARNA = {
    "pegawai": "#1F4E79",
    "golongan": "#375623",
    "jabatan": "#7F6000",
    "pendidikan": "#833C0B",
    "gaji": "#5B2C6F",
    "riwayat": "#375623",
    "kunci": "#1F4E79",
    "alasan": "#C00000",
}
#: Lists longer than this are looked up in the sheet, not chosen in the cell.
_PILIHAN_MAKS = 300
_PILIHAN = {
    "jenis_kelamin": ["L", "P"],
    "status_perkawinan": ["Menikah", "Cerai", "Janda/Duda", "Belum Kawin"],
    "status_pegawai": ["CPNS", "PNS", "PPPK", "PPPK Paruh Waktu"],
    "jenis_penugasan": ["Definitif", "Plt", "Plh", "Pj"],
    "golongan_darah": ["A", "B", "AB", "O"],
}
PETUNJUK = (
    ("Petunjuk pengisian", "judul"),
    ("1. Lembar Pegawai: satu baris untuk satu orang. Lembar riwayat: satu baris untuk"
     " satu SK, orangnya dikenali dari NIP. Baris pertama adalah nama kolom dan tidak"
     " boleh diubah; baris kedua adalah catatan dan boleh dihapus. Lembar yang tidak"
     " dipakai boleh dihapus.", ""),
    ("2. Kolom wajib disebut pada catatannya. Kolom lain boleh dikosongkan atau"
     " dihapus. Sel kosong tidak mengubah data yang sudah ada.", ""),
    ("3. NIP, NIK, nomor KK, dan NPWP harus berupa Teks. Excel membulatkan bilangan"
     " setelah 15 angka, sehingga NIP yang tersimpan sebagai bilangan ditolak.", ""),
    ("4. Tanggal: 1985-03-17, 17-03-1985, 17/03/1985, 17 Maret 1985, atau sel"
     " tanggal Excel.", ""),
    ("5. Golongan: III/c atau kode SIASN (33); PPPK: I sampai XVII. Unit kerja dan"
     " jabatan: kode atau nama lengkap seperti pada lembar Referensi.", ""),
    ("6. Rumus, makro, dan sel galat (#REF!) ditolak. Tempelkan sebagai nilai.", ""),
    ("7. Ukuran berkas paling besar 40 MB, paling banyak 250.000 baris.", ""),
    ("8. Pegawai dikenali dari NIP. Mengimpor berkas yang sama dua kali tidak"
     " menggandakan data.", ""),
    ("9. Riwayat yang sudah sah tidak diubah. Kolom koreksi_dari mencatat perbaikan"
     " sebagai baris baru: isi nomor SK riwayat yang diperbaiki, atau 'ya' bila"
     " kuncinya sama.", ""),
    ("10. Nama kolom SIASN (nipBaru, tglLahir, tmtCpns, golRuangAkhirId, ...) dikenali"
     " juga.", ""),
)  # fmt: skip


def templat(referensi=None, jenis=(ROSTER,)):
    """Return the empty template as bytes, one sheet per kind.

    :param referensi: ``{list: (title, [(code, name), ...])}`` for Referensi
    :param jenis: the kinds of sheet
    """
    lembar = [(j.lembar, [k for k in j.kolom if k.pokok], []) for j in jenis]
    return buku(lembar, referensi, catatan=True)


def isi(baris, kolom=None, referensi=None, catatan=False, judul=None):
    """Return a filled roster as bytes.

    :param baris: dicts of column code → value; ``bytes`` values are no use here
    :param kolom: codes of the columns; by default those that any row fills
    :param catatan: with the row of notes under the heading
    :param judul: other headings, ``{column code: heading}``
    """
    if kolom is None:
        kolom = kolom_terisi(ROSTER, baris)
    daftar = [ROSTER.per_nama.get(nama, nama) for nama in kolom]
    return buku([(ROSTER.lembar, daftar, baris)], referensi, catatan, judul)


def kolom_terisi(jenis, baris):
    """Return the codes of the columns that any of the rows fills, in order."""
    terisi = {nama for satu in baris for nama in satu}
    return [satu.nama for satu in jenis.kolom if satu.nama in terisi]


def isi_lembar(jenis, baris):
    """Return ``(title, columns, rows)`` of a filled sheet for :func:`buku`."""
    kolom = [jenis.per_nama[nama] for nama in kolom_terisi(jenis, baris)]
    return jenis.lembar, kolom, baris


def buku(lembar, referensi=None, catatan=False, judul=None):
    """Return a workbook as bytes.

    :param lembar: ``(title, columns, rows)`` per sheet; a column is a
        :class:`Kolom` or a bare name
    :param referensi: see :func:`templat`
    :param catatan: with notes, choices and the sheets Petunjuk and Referensi
    :param judul: other headings, ``{column code: heading}``
    """
    keluar = io.BytesIO()
    hasil = xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False}
    )
    # A fixed moment: else the time of writing makes every file another one.
    hasil.set_properties({"created": _SAAT, "author": "ASN Terpadu"})
    bentuk = _bentuk(hasil)
    tempat = _tempat_referensi(referensi or {})
    for nama, kolom, baris in lembar:
        satu = hasil.add_worksheet(nama)
        _kepala(satu, kolom, bentuk, catatan, judul or {})
        if catatan:
            _pilihan(satu, kolom, tempat)
        awal = 2 if catatan else 1
        for nomor, rekam in enumerate(baris, start=awal):
            _baris(satu, nomor, kolom, rekam, bentuk)
    if catatan:
        _lembar_petunjuk(hasil, [k for _n, kolom, _b in lembar for k in kolom], bentuk)
        _lembar_referensi(hasil, referensi or {}, bentuk)
    hasil.close()
    return keluar.getvalue()


def _bentuk(buku):
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
    for bagian, warna in _WARNA.items():
        bentuk[f"kepala_{bagian}"] = buku.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": warna, "border": 1}
        )
    return bentuk


def _tempat_referensi(referensi):
    """Return ``{list: formula of its codes}`` for choices inside a cell."""
    tempat = {}
    for urutan, (nama, (_judul, baris)) in enumerate(referensi.items()):
        if 0 < len(baris) <= _PILIHAN_MAKS and all(kode for kode, _nama in baris):
            huruf = huruf_kolom(urutan * 3 + 1)
            tempat[nama] = f"=Referensi!${huruf}$3:${huruf}${len(baris) + 2}"
    return tempat


def _kepala(lembar, kolom, bentuk, catatan, judul):
    lembar.freeze_panes(2 if catatan else 1, 2)
    for indeks, satu in enumerate(kolom):
        nama = getattr(satu, "nama", satu)
        tipe = getattr(satu, "tipe", "teks")
        lebar = max(getattr(satu, "lebar", 18), len(nama) + 3)
        format_kolom = bentuk["tanggal" if tipe == "tanggal" else "teks"]
        if tipe in ("bulat", "hitungan", "desimal", "uang", "tahun"):
            format_kolom = None
        lembar.set_column(indeks, indeks, lebar, format_kolom)
        warna = bentuk[f"kepala_{getattr(satu, 'bagian', 'pegawai')}"]
        lembar.write_string(0, indeks, judul.get(nama, nama), warna)
        if catatan and nama is not satu:
            lembar.write_string(1, indeks, _catatan(satu), bentuk["catatan"])
    if catatan:
        lembar.set_row(1, 48)


def _pilihan(lembar, kolom, tempat):
    """Let people choose from a list; another entry is only warned about."""
    for indeks, satu in enumerate(kolom):
        sumber = (
            list(satu.daftar) or _PILIHAN.get(satu.nama) or tempat.get(satu.rujukan)
        )
        # Excel takes at most 255 signs of choices written into the cell.
        if sumber and (isinstance(sumber, str) or len(",".join(sumber)) <= 255):
            lembar.data_validation(
                2, indeks, BARIS_ISIAN, indeks,
                {"validate": "list", "source": sumber,
                 "error_type": "warning", "error_title": satu.judul[:32],
                 "error_message": "Pilih dari daftar."},
            )  # fmt: skip


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


def _lembar_petunjuk(buku, kolom, bentuk):
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
    unik = {(satu.nama, satu.judul): satu for satu in kolom}
    for nomor, satu in enumerate(unik.values(), start=mulai + 1):
        arti = ". ".join(t for t in (satu.judul, satu.catatan) if t)
        lembar.write_string(nomor, 0, satu.nama)
        lembar.write_string(nomor, 1, arti, bentuk["rapi"])
        lembar.write_string(nomor, 2, ", ".join(satu.alias), bentuk["rapi"])


def _lembar_referensi(buku, referensi, bentuk):
    lembar = buku.add_worksheet("Referensi")
    lembar.freeze_panes(2, 0)
    kolom = 0
    for judul, isi_referensi in referensi.values():
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
    """Return a workbook with one list, ready to be worked off.

    :param judul: the headings, ``(text, width)``
    :param baris: tuples of text or numbers, may be a generator
    """
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "strings_to_formulas": False}
    )
    tebal = buku.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
    lembar = buku.add_worksheet("Masalah")
    for indeks, (teks, lebar) in enumerate(judul):
        lembar.set_column(indeks, indeks, lebar)
        lembar.write_string(0, indeks, teks, tebal)
    nomor = 0
    for nomor, satu in enumerate(baris, start=1):
        for indeks, nilai in enumerate(satu):
            _tulis_polos(lembar, nomor, indeks, nilai, None)
    lembar.freeze_panes(1, 0)
    lembar.autofilter(f"A1:{huruf_kolom(len(judul))}{max(nomor, 1) + 1}")
    buku.close()
    return keluar.getvalue()


def daftar_ditolak(lembar):
    """Return a workbook with refused rows under their own headings.

    :param lembar: ``(title, rows)``; each row is ``(values, reasons)``, the first
        one the heading
    """
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "strings_to_formulas": False}
    )
    bentuk = _bentuk(buku)
    for nama, baris in lembar:
        satu = buku.add_worksheet(nama)
        for nomor, (nilai, alasan) in enumerate(baris):
            gaya = bentuk["kepala_riwayat"] if nomor == 0 else bentuk["teks"]
            for indeks, isi in enumerate(nilai):
                tanggal = isinstance(isi, date)
                _tulis_polos(
                    satu, nomor, indeks, isi, bentuk["tanggal"] if tanggal else gaya
                )
            gaya = bentuk["kepala_alasan"] if nomor == 0 else bentuk["rapi"]
            satu.write_string(nomor, len(nilai), alasan, gaya)
        satu.freeze_panes(1, 2)
    if not lembar:
        buku.add_worksheet("Kosong")
    buku.close()
    return keluar.getvalue()


def _tulis_polos(lembar, nomor, indeks, nilai, gaya):
    """Write a value as what it is; a text never becomes a formula."""
    if nilai is None or nilai == "" or nilai is False:
        return
    if isinstance(nilai, date):
        lembar.write_datetime(nomor, indeks, nilai, gaya)
    elif isinstance(nilai, int | float) and not isinstance(nilai, bool):
        lembar.write_number(nomor, indeks, nilai)
    else:
        lembar.write_string(nomor, indeks, str(nilai), gaya)
