from odoo.exceptions import AccessError, ValidationError
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger

from .common import SuratCommon


@tagged("post_install", "-at_install")
class TestJenisSurat(SuratCommon, TransactionCase):
    """Templates: what may be written, and what is shown."""

    def test_unknown_merge_field_is_refused_with_those_known(self):
        for nama in ("template", "judul", "perihal", "tujuan", "tembusan"):
            with self.subTest(field=nama):
                with self.assertRaisesRegex(ValidationError, "gajiku") as salah:
                    self.jenis.write({nama: "Isi {{ gajiku }}"})
                self.assertIn("alamat", str(salah.exception))
                self.assertIn("ttd_nama", str(salah.exception))

    def test_code_in_a_template_is_refused(self):
        for jahat in ("{{ self.env }}", "{{ nama.__class__ }}", "{{ nama|exec }}"):
            with self.subTest(jahat=jahat), self.assertRaises(ValidationError):
                self.jenis.template = f"<p>{jahat}</p>"

    def test_qweb_in_a_template_is_plain_text(self):
        self.jenis.template = (
            '<p><t t-out="request.env">x</t><span t-esc="1+1">{{ nama }}</span></p>'
        )
        hasil = self.jenis._pratinjau_html()
        self.assertNotIn("t-out", hasil)
        self.assertNotIn("t-esc", hasil)

    def test_scripts_leave_a_template_when_it_is_saved(self):
        self.jenis.template = "<p onclick='x()'>a</p><script>alert(1)</script>"
        self.assertNotIn("script", self.jenis.template)
        self.assertNotIn("onclick", self.jenis.template)

    def test_wrong_number_pattern_is_refused(self):
        for pola in ("{nomor}", "{nomor}/{tahun}/{x}", "tetap", "{nomor}/{tahun}{"):
            with self.subTest(pola=pola), self.assertRaises(ValidationError):
                self.jenis.pola_nomor = pola

    def test_merge_field_names_are_plain_words(self):
        for kode in ("Nama", "a b", "a.b", "1a", "_a", "é", "a" * 65):
            with self.subTest(kode=kode), self.assertRaises(ValidationError):
                self.env["asn.jenis.surat.isian"].create(
                    {"jenis_id": self.jenis.id, "kode": kode, "name": "x"}
                )

    def test_preview_shows_the_chosen_person_and_specimens(self):
        self.jenis.contoh_pegawai_id = self.ani
        pratinjau = self.jenis.pratinjau
        self.assertIn("Ani", pratinjau)
        self.assertIn("16 Maret 2026", pratinjau)
        self.assertIn("(lima)", pratinjau)

    def test_preview_leaves_out_what_may_be_empty_and_has_no_specimen(self):
        self.jenis.isian_ids.filtered(lambda i: i.kode == "alamat").contoh = False
        self.assertNotIn("Alamat", self.jenis.pratinjau)

    def test_preview_says_what_is_wrong_instead_of_failing(self):
        baru = self.env["asn.jenis.surat"].new(
            {"name": "x", "template": "<p>{{ salah.ketik }}</p>", "bentuk": "judul"}
        )
        self.assertIn("alert-warning", baru.pratinjau)

    def test_palette_lists_own_and_common_fields(self):
        self.assertIn("{{ alamat }}", self.jenis.palet)
        self.assertIn("{{ ttd_nama }}", self.jenis.palet)
        self.assertIn("|terbilang", self.jenis.palet)

    def test_only_administrators_edit_templates(self):
        for siapa in (self.ani, self.fas, self.kepala):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self.jenis.with_user(siapa.user_id).write({"template": "<p>x</p>"})
        self.jenis.with_user(self.admin.user_id).write({"template": "<p>x</p>"})

    def test_copied_kind_keeps_its_merge_fields(self):
        salinan = self.jenis.copy({"kode": "SALIN"})
        self.assertEqual(salinan.isian_ids.mapped("kode"), ["alamat", "lama", "mulai"])


@tagged("post_install", "-at_install")
class TestPratinjau(SuratCommon, HttpCase):
    """The preview as a PDF."""

    @mute_logger("odoo.http")
    def test_administrator_gets_pdf_and_others_nothing(self):
        alamat = f"/surat/pratinjau/{self.jenis.id}"
        self.authenticate("adm", "adm")
        jawab = self.url_open(alamat)
        self.assertEqual(jawab.headers["Content-Type"], "application/pdf")
        self.assertTrue(jawab.content.startswith(b"%PDF"))
        self.authenticate("ani", "ani")
        self.assertEqual(self.url_open(alamat).status_code, 403)
