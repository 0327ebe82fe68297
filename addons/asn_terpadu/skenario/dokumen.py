"""Small PDFs of invented decrees and papers. No odoo import."""

import io

from reportlab.pdfgen import canvas

_LEBAR, _TINGGI = 595, 842
_BULAN = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November"
    " Desember"
).split()


def tanggal_panjang(tanggal):
    """Return a date as decrees write it."""
    return f"{tanggal.day} {_BULAN[tanggal.month - 1]} {tanggal.year}"


def surat(judul, nomor, tanggal, orang, baris=()):
    """Return a one-page decree about one person as PDF bytes.

    The same arguments give the same bytes.

    :param str judul: what it is
    :param str nomor: its number, may be empty
    :param date tanggal: its date, may be None
    :param dict orang: ``nama``, ``nip``
    :param baris: further lines
    """
    simpan = io.BytesIO()
    kertas = canvas.Canvas(simpan, (_LEBAR, _TINGGI), invariant=True)
    kertas.setTitle(judul)
    kertas.setFont("Times-Bold", 14)
    kertas.drawCentredString(_LEBAR / 2, 780, "PEMERINTAH KOTA CONTOH")
    kertas.line(60, 765, _LEBAR - 60, 765)
    kertas.setFont("Times-Bold", 13)
    kertas.drawCentredString(_LEBAR / 2, 735, judul.upper())
    kertas.setFont("Times-Roman", 12)
    if nomor:
        kertas.drawCentredString(_LEBAR / 2, 717, f"NOMOR {nomor}")
    isi = [f"Nama  : {orang['nama']}", f"NIP   : {orang['nip']}", *baris]
    if tanggal:
        isi += ["", "Ditetapkan di Kota Contoh", f"pada {tanggal_panjang(tanggal)}"]
    for nomor_baris, satu in enumerate(isi):
        kertas.drawString(80, 670 - 20 * nomor_baris, satu)
    kertas.setFont("Times-Italic", 8)
    kertas.drawString(60, 40, "Dokumen rekaan untuk peragaan; bukan dokumen resmi.")
    kertas.showPage()
    kertas.save()
    return simpan.getvalue()


def lembar_kosong():
    """Return a page that somebody scanned upside down: nothing on it."""
    simpan = io.BytesIO()
    kertas = canvas.Canvas(simpan, (_LEBAR, _TINGGI), invariant=True)
    kertas.showPage()
    kertas.save()
    return simpan.getvalue()
