"""A person's data as a workbook that people read. No Odoo in here."""

import io
import re

import xlsxwriter


def nama_aman(nama):
    """Return a file name without folders and odd signs."""
    bersih = re.sub(r"[^\w.\-]+", "_", nama.replace("\\", "/").rpartition("/")[2])
    return bersih.strip("._") or "berkas"


def _nama_lembar(kunci, dipakai):
    dasar = re.sub(r"[\[\]:*?/\\']", " ", kunci.replace("asn.", ""))[:28] or "lembar"
    nama, urut = dasar, 2
    while nama.lower() in dipakai:
        nama, urut = f"{dasar} {urut}", urut + 1
    dipakai.add(nama.lower())
    return nama


def buku_kerja(isi, tanda):
    """Return a workbook with one sheet per kind of data.

    A single row becomes a sheet of two columns, label and value; several
    become a table. Nothing is taken for a formula.

    :param isi: ``{kind: [{label: text}]}``
    :param tanda: watermark, on every sheet and printed page
    """
    aliran = io.BytesIO()
    opsi = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    buku = xlsxwriter.Workbook(aliran, opsi)
    tebal = buku.add_format({"bold": True, "bg_color": "#e9ecef", "border": 1})
    biasa = buku.add_format({"text_wrap": True, "valign": "top"})
    dipakai = set()
    for kunci, baris in isi.items():
        if not baris:
            continue
        lembar = buku.add_worksheet(_nama_lembar(kunci, dipakai))
        lembar.set_footer("&L&8" + tanda[:240].replace("&", "&&"))
        lembar.set_landscape()
        lembar.set_paper(14)
        lembar.fit_to_pages(1, 0)
        if len(baris) == 1:
            lembar.set_column(0, 0, 38)
            lembar.set_column(1, 1, 60)
            for urut, (label, nilai) in enumerate(baris[0].items()):
                lembar.write_string(urut, 0, label, tebal)
                lembar.write_string(urut, 1, nilai, biasa)
            continue
        judul = list(baris[0])
        lembar.set_column(0, len(judul) - 1, 24)
        lembar.freeze_panes(1, 0)
        lembar.repeat_rows(0)
        for kolom, label in enumerate(judul):
            lembar.write_string(0, kolom, label, tebal)
        for urut, satu in enumerate(baris, 1):
            for kolom, label in enumerate(judul):
                lembar.write_string(urut, kolom, satu[label], biasa)
    if not dipakai:
        buku.add_worksheet("kosong")
    buku.set_properties({"comments": tanda})
    buku.close()
    return aliran.getvalue()
