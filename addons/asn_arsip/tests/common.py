import base64
import io
import zipfile
import zlib

import pypdf
from odoo.addons.asn_pegawai.tests.common import PegawaiCommon
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen import canvas


def pdf(isi="uji", halaman=1):
    """Return a small sound PDF; another text gives other bytes."""
    penulis = pypdf.PdfWriter()
    for _nomor in range(halaman):
        penulis.add_blank_page(215, 330)
    penulis.add_metadata({"/Title": isi})
    return _byte(penulis)


def pdf_teks(*baris):
    """Return a PDF whose pages bear these lines of text, one line each."""
    simpan = io.BytesIO()
    kanvas = canvas.Canvas(simpan, invariant=True)
    for satu in baris:
        kanvas.drawString(60, 700, satu)
        kanvas.showPage()
    kanvas.save()
    return simpan.getvalue()


def pdf_berskrip():
    """Return a PDF that runs JavaScript when it is opened."""
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(200, 200)
    penulis._root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('x')"),
        }
    )
    return _byte(penulis)


def pdf_berlampiran():
    """Return a PDF with another file hidden in it."""
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(200, 200)
    penulis.add_attachment("x.exe", b"MZ")
    return _byte(penulis)


def pdf_tautan_otomatis():
    """Return a PDF that goes to a web address when it is opened."""
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(200, 200)
    penulis._root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/URI"),
            NameObject("/URI"): TextStringObject("http://jahat.example"),
        }
    )
    return _byte(penulis)


def pdf_aksi_tambahan():
    """Return a PDF with additional actions on the document."""
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(200, 200)
    penulis._root_object[NameObject("/AA")] = DictionaryObject(
        {NameObject("/WC"): ArrayObject()}
    )
    return _byte(penulis)


def pdf_skrip_tersembunyi():
    """Return a PDF whose script lies in a packed object under a coded name."""
    penulis = pypdf.PdfWriter()
    halaman = penulis.add_blank_page(200, 200)
    tindakan = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('x')"),
        }
    )
    catatan = DictionaryObject({NameObject("/A"): penulis._add_object(tindakan)})
    halaman[NameObject("/Annots")] = ArrayObject([penulis._add_object(catatan)])
    penulis.compress_identical_objects()
    return _byte(penulis).replace(b"/JavaScript", b"/J#61vaScript")


def pdf_arsip_zip():
    """Return a PDF that is a ZIP archive as well."""
    simpan = io.BytesIO(pdf())
    with zipfile.ZipFile(simpan, "a") as arsip:
        arsip.writestr("x.exe", b"MZ" * 100)
    return simpan.getvalue()


def pdf_berekor():
    """Return a PDF with a program behind its end."""
    return pdf() + b"MZ" + bytes(9_000)


def pdf_halaman_palsu():
    """Return a PDF that claims more pages than any paper has."""
    return pdf().replace(b"/Count 1", b"/Count 9999999")


def gambar_berhtml(jenis):
    """Return a picture with a page of scripts behind it."""
    return gambar(jenis) + b"<html><script>alert(1)</script></html>"


def gambar_berpdf():
    """Return a JPEG that PDF readers open as a PDF."""
    isi = gambar("JPEG")
    komentar = b"%PDF-1.4 1 0 obj"
    sela = b"\xff\xfe" + (len(komentar) + 2).to_bytes(2, "big") + komentar
    return isi[:2] + sela + isi[2:]


def png_raksasa():
    """Return a tiny PNG that says it is 60,000 pixels wide and high."""
    isi = bytearray(gambar("PNG"))
    isi[16:24] = (60_000).to_bytes(4, "big") * 2
    isi[29:33] = zlib.crc32(bytes(isi[12:29])).to_bytes(4, "big")
    return bytes(isi)


def pdf_terkunci():
    """Return a PDF that asks for a password."""
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(200, 200)
    penulis.encrypt("rahasia")
    return _byte(penulis)


def gambar(jenis="PNG", ukuran=(40, 30), warna="white"):
    """Return a small picture."""
    simpan = io.BytesIO()
    Image.new("RGB", ukuran, warna).save(simpan, jenis)
    return simpan.getvalue()


def b64(isi):
    """Return bytes as a Binary field wants them."""
    return base64.b64encode(isi)


def _byte(penulis):
    simpan = io.BytesIO()
    penulis.write(simpan)
    return simpan.getvalue()


class ArsipCommon(PegawaiCommon):
    """People of two offices, with those who look after their archive."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.orang("ani", unit=cls.bidang_a)
        cls.budi = cls.orang("budi", unit=cls.dinas_b)
        cls.fas = cls.orang("fas", ("fasilitator",), unit=cls.dinas_a)
        cls.fas.user_id.asn_unit_ids = cls.dinas_a
        cls.kepala = cls.orang("kepala", ("pimpinan",), unit=cls.dinas_a)
        cls.dinas_a.manager_id = cls.kepala
        cls.admin = cls.orang("adm", ("admin_sistem",), unit=cls.dinas_b)
        cls.kk = cls.env.ref("asn_arsip.jenis_dokumen_kk")
        cls.sk = cls.env.ref("asn_arsip.jenis_dokumen_sk_pangkat")
        cls.ktp = cls.env.ref("asn_arsip.jenis_dokumen_ktp")
        cls.visum = cls.env.ref("asn_arsip.jenis_dokumen_visum")

    def sebagai(self, pegawai, model="asn.dokumen"):
        """Return a model with the rights of a person's account."""
        return self.env[model].with_user(pegawai.user_id)

    def jalankan(self, metode):
        """Run a scheduled job of the archive; a test cannot commit."""
        self.patch(self.registry["ir.cron"], "_commit_progress", lambda *_a, **_k: 60)
        getattr(self.env["asn.dokumen"], metode)()

    def unggah(self, oleh, pemegang=None, jenis=None, isi=None, **nilai):
        """File a document as a person does from the form."""
        return self.sebagai(oleh).create(
            {
                "employee_id": (pemegang or oleh).id,
                "jenis_id": (jenis or self.kk).id,
                "file": b64(isi if isi is not None else pdf()),
                "nama_file": "kk.pdf",
                **nilai,
            }
        )
