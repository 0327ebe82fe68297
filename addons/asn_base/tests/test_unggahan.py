import base64
import io
import zipfile
import zlib

from odoo.exceptions import ValidationError
from odoo.http import Request
from odoo.tests import HttpCase, TransactionCase, tagged
from PIL import Image

from ..domain import unggahan

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TIPE = b'<?xml version="1.0"?><Types>' + _DOCX.encode() + b".main+xml</Types>"


def _zip(**anggota):
    """Return an archive with these members."""
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in anggota.items():
            arsip.writestr(nama, isi)
    return aliran.getvalue()


def _docx(**lain):
    isi = {"[Content_Types].xml": _TIPE, "word/document.xml": b"<w/>", **lain}
    return _zip(**isi)


def _gambar(bentuk, ukuran=(4, 4)):
    aliran = io.BytesIO()
    Image.new("1" if bentuk == "PNG" else "L", ukuran).save(aliran, bentuk)
    return aliran.getvalue()


def _bom_gambar():
    """Return a PNG of a few bytes that claims 40,000 x 40,000 points."""
    asal = bytearray(_gambar("PNG"))
    asal[16:24] = (40_000).to_bytes(4, "big") * 2
    asal[29:33] = zlib.crc32(bytes(asal[12:29])).to_bytes(4, "big")
    return bytes(asal)


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"
BAIK = [
    (PDF, "surat.pdf", "application/pdf"),
    (_gambar("PNG"), "foto.PNG", "image/png"),
    (_gambar("JPEG"), "foto.jpeg", "image/jpeg"),
    (_gambar("GIF"), "foto.gif", "image/gif"),
    (_docx(), "nota.docx", _DOCX),
    (
        _zip(
            mimetype="application/vnd.oasis.opendocument.text",
            **{"content.xml": b"<a/>"},
        ),
        "nota.odt",
        "application/vnd.oasis.opendocument.text",
    ),
    (_zip(**{"a.pdf": PDF}), "berkas.zip", "application/zip"),
    ("Nama,NIP\nÉlan,1".encode(), "daftar.csv", "text/csv"),
    (b"catatan < 5 hari", "catatan.txt", "text/plain"),
    (b"", "kosong.txt", "text/plain"),
]
JAHAT = [
    ("terlalu_besar", b"a" * (unggahan.UKURAN_MAKS + 1), "a.txt"),
    ("program", b"MZ\x90\x00", "a.exe"),
    ("jenis", b"MZ\x90\x00", "a.txt"),
    ("jenis", b"\x7fELF\x02", "a.pdf"),
    ("jenis", b"#!/bin/sh\nid", "a.txt"),
    ("jenis", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "lama.doc"),
    ("jenis", b"Rar!\x1a\x07", "a.txt"),
    ("salah_label", PDF, "surat.png"),
    ("salah_label", _gambar("PNG"), "surat.pdf"),
    ("salah_label", b"teks", "surat.pdf"),
    ("salah_label", b"teks", "surat"),
    ("program", PDF, "surat.pdf.html"),
    ("program", b"<svg/>", "lambang.svg"),
    ("markah", b"<svg onload=alert(1)>", "lambang.txt"),
    ("markah", b"\n <HTML><script>1</script>", "surat.csv"),
    ("markah", b"<?php system($_GET[0]);", "a.txt"),
    ("campuran", PDF + _zip(a=b"1"), "surat.pdf"),
    ("campuran", _gambar("GIF") + b"<script>alert(1)</script>", "foto.gif"),
    ("campuran", b"\xff\xd8\xff" + _zip(a=b"1"), "foto.jpg"),
    ("rusak", b"\x89PNG\r\n\x1a\nabc", "foto.png"),
    ("rusak", b"PK\x03\x04abcdef", "a.zip"),
    ("rusak", _zip(**{"../../etc/cron.d/x": b"1"}), "a.zip"),
    ("rusak", _zip(**{"C:\\x.txt": b"1"}), "a.zip"),
    ("program", _zip(**{"faktur.pdf.exe": b"MZ"}), "a.zip"),
    ("program", _zip(**{"lihat.html": b"x"}), "a.zip"),
    ("bom", _zip(**{"a.zip": b"PK"}), "a.zip"),
    ("bom", _zip(nol=b"\0" * (11 * unggahan.MB)), "a.zip"),
    ("bom", _zip(**{str(n): b"" for n in range(unggahan.ANGGOTA_MAKS + 1)}), "a.zip"),
    ("bom", _bom_gambar(), "foto.png"),
    ("makro", _docx(**{"word/vbaProject.bin": b"x"}), "nota.docx"),
    ("program", _docx(), "nota.docm"),
    (
        "makro",
        _docx(**{"[Content_Types].xml": b"<T>application/x.macroEnabled</T>"}),
        "nota.docx",
    ),
    (
        "makro",
        _zip(
            mimetype="application/vnd.oasis.opendocument.text", **{"Basic/x.xml": b""}
        ),
        "nota.odt",
    ),
    (
        "entitas",
        _docx(**{"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "nota.docx",
    ),
    ("program", _docx(**{"word/activeX/activeX1.bin": b"x"}), "nota.docx"),
    ("jenis", _zip(**{"[Content_Types].xml": b"<T/>", "a.txt": b""}), "nota.docx"),
]


@tagged("post_install", "-at_install")
class TestUnggahan(TransactionCase):
    """Hostile files, each refused for its reason; ordinary ones pass (LL-31-2-e)."""

    def test_ordinary_files_are_known_by_their_content(self):
        for isi, nama, jenis in BAIK:
            self.assertEqual(unggahan.periksa(isi, nama), jenis, nama)

    def test_hostile_files_are_refused_for_their_reason(self):
        for kode, isi, nama in JAHAT:
            with self.subTest(nama=nama, kode=kode):
                with self.assertRaises(unggahan.UnggahanDitolak) as tolak:
                    unggahan.periksa(isi, nama)
                self.assertEqual(tolak.exception.kode, kode)

    def test_names_of_files_play_no_tricks(self):
        for asal, harap in (
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\surat.pdf", "surat.pdf"),
            ("faktur\u202efdp.exe", "fakturfdp.exe"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
            ("a\0.pdf", "a.pdf"),
            ('<img src=x>".png', "_img src=x__.png"),
            ("   ", "berkas"),
            ("…", "…"),
            ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ):
            self.assertEqual(unggahan.nama_bersih(asal), harap)

    def test_every_reason_is_told_in_words(self):
        Lampiran = self.env["ir.attachment"]
        for kode, isi, nama in JAHAT:
            with self.assertRaises(ValidationError, msg=f"{kode} {nama}") as tolak:
                Lampiran._asn_periksa_unggahan(isi, nama)
            self.assertNotIn("%s", str(tolak.exception))

    def test_no_way_of_attaching_goes_around(self):
        jahat = b"<html><script>alert(1)</script>"
        b64 = base64.b64encode(jahat)
        partner = self.env.user.partner_id
        Lampiran = self.env["ir.attachment"]
        baik = Lampiran.create({"name": "a.txt", "raw": b"isi"})
        for nama, cara in {
            "create": lambda: Lampiran.create({"name": "a.txt", "raw": jahat}),
            "datas": lambda: Lampiran.create({"name": "a.txt", "datas": b64}),
            "mimetype": lambda: Lampiran.create(
                {"name": "a.pdf", "raw": jahat, "mimetype": "application/pdf"}
            ),
            "sudo": lambda: Lampiran.sudo().create({"name": "a.txt", "raw": jahat}),
            "write": lambda: baik.write({"raw": jahat}),
            "save": lambda: baik.web_save({"datas": b64.decode()}, {"id": {}}),
            "message": lambda: partner.message_post(attachments=[("a.txt", jahat)]),
            "import": lambda: Lampiran.load(
                ["name", "datas"], [["a.txt", b64.decode()]]
            ),
        }.items():
            with self.subTest(nama):
                if nama == "import":
                    self.assertFalse(cara()["ids"])
                    continue
                with self.assertRaises(ValidationError):
                    cara()

    def test_the_content_says_the_type_and_the_name_is_cleaned(self):
        berkas = self.env["ir.attachment"].create(
            {"name": "../a\u202e.png", "raw": _gambar("PNG"), "mimetype": "text/html"}
        )
        self.assertEqual((berkas.name, berkas.mimetype), ("a.png", "image/png"))


@tagged("post_install", "-at_install")
class TestUnggahanHttp(HttpCase):
    """The chatter's own door."""

    def test_a_page_uploaded_in_the_chatter_is_refused(self):
        self.authenticate("admin", "admin")
        partner = self.env.ref("base.user_admin").partner_id
        data = {
            "thread_id": partner.id,
            "thread_model": "res.partner",
            "csrf_token": Request.csrf_token(self),
        }
        for isi, nama, boleh in (
            (b"catatan rapat", "catatan.txt", True),
            (b"<svg onload=alert(1)>", "lambang.svg", False),
        ):
            self.url_open(
                "/mail/attachment/upload", data=data, files={"ufile": (nama, isi)}
            )
            ada = self.env["ir.attachment"].search_count([("name", "=", nama)])
            self.assertEqual(bool(ada), boleh, nama)
