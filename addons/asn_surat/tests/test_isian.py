from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from odoo.tests import BaseCase, tagged

from ..domain import isian

SALAH = [
    "{{ self.env }}",
    "{{ nama.__class__ }}",
    "{{ nama() }}",
    "{{ nama[0] }}",
    "{{ 1 + 1 }}",
    "{{ __import__('os') }}",
    "{{ nama|attr('x') }}",
    "{{ }}",
    "{{ Nama }}",
    "{% for x in y %}",
    "{{ nama",
    "nama }}",
    "<p>{{ <b>nama</b> }}</p>",
    "{{{ nama }}}",
    "{{ " + "a" * 80 + " }}",
    "{{ nama|judul|judul|judul|judul|judul }}",
]
JAHAT = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ nip }}",
    "</td></tr></table>",
    "&lt;b&gt; & \"kutip\" 'satu'",
    "\u202emirip\u202c \u0000 \u200b \U0001f600 e\u0301",
    "<!-- -->",
    "x" * 5000,
]


@tagged("post_install", "-at_install")
class TestIsian(BaseCase):
    """Merge fields hold text and nothing else."""

    def test_code_is_no_merge_field(self):
        for templat in SALAH:
            with self.subTest(templat=templat):
                if templat.startswith("{%"):
                    self.assertEqual(isian.isi(templat, {}), templat)
                    continue
                with self.assertRaises(isian.IsianSalah):
                    isian.periksa(templat, {"nama"})

    def test_unknown_names_are_named(self):
        with self.assertRaises(isian.IsianSalah) as salah:
            isian.periksa("<p>{{ nama }} {{ gaji }} {{? umur }}</p>", {"nama"})
        self.assertEqual(salah.exception.kode, "nama_tidak_dikenal")
        self.assertEqual(salah.exception.rinci["nama"], ["gaji", "umur"])

    def test_unknown_format_is_refused(self):
        with self.assertRaises(isian.IsianSalah) as salah:
            isian.periksa("{{ nama|eval }}", {"nama"})
        self.assertEqual(salah.exception.kode, "saring_tidak_dikenal")

    def test_hostile_values_stay_text(self):
        for jahat in JAHAT:
            with self.subTest(jahat=jahat[:30]):
                hasil = isian.isi(
                    "<table><tr><td>{{ nama }}</td></tr></table>",
                    {"nama": jahat, "nip": "RAHASIA"},
                )
                pohon = html.fragment_fromstring(hasil, create_parent="div")
                unsur = [u.tag for u in pohon.iter()]
                self.assertEqual(unsur, ["div", "table", "tr", "td"])
                self.assertNotIn("RAHASIA", hasil)

    def test_templates_lose_what_does_not_belong_into_a_letter(self):
        kotor = (
            "<p onclick='x()' style='background:url(http://a)'>a</p>"
            "<script>x</script><iframe src='http://a'></iframe>"
            "<img src='http://169.254.169.254/x.png'/><img src='file:///etc/passwd'/>"
            "<a href='javascript:x'>tautan</a><!-- c --><style>@import 'x'</style>"
            "<svg><image href='http://a'/></svg><object data='http://a'></object>ekor"
        )
        self.assertEqual(isian.bersihkan(kotor), "<p>a</p>tautanekor")

    def test_rows_and_paragraphs_follow_conditions(self):
        templat = (
            "<table><tr><td><p>Alamat{{? alamat }}</p></td><td>{{ alamat }}</td></tr>"
            "<tr><td>Nama</td></tr></table><p>{{! alamat }}tanpa alamat</p>"
        )
        ada = isian.isi(templat, {"alamat": "Jalan A"})
        tanpa = isian.isi(templat, {"alamat": ""})
        self.assertIn("Jalan A", ada)
        self.assertNotIn("tanpa alamat", ada)
        self.assertNotIn("Alamat", tanpa)
        self.assertIn("Nama", tanpa)
        self.assertIn("tanpa alamat", tanpa)

    def test_rows_repeat_for_each_entry(self):
        hasil = isian.isi(
            "<table><tbody><tr><td>{{* daftar }}{{ nomor_baris }}</td><td>{{ n }}</td>"
            "</tr></tbody></table>",
            {"daftar": [{"n": "<a>"}, {"n": "{{ daftar }}"}]},
        )
        self.assertEqual(
            hasil,
            "<table><tbody><tr><td>1</td><td>&lt;a&gt;</td></tr>"
            "<tr><td>2</td><td>{{ daftar }}</td></tr></tbody></table>",
        )

    def test_line_breaks_of_values_are_kept(self):
        self.assertEqual(
            isian.isi("<p>{{ a }}</p>", {"a": "satu\r\ndua\n<tiga>"}),
            "<p>satu<br>dua<br>&lt;tiga&gt;</p>",
        )

    def test_missing_and_unfit_values_are_refused(self):
        for templat, nilai, kode in (
            ("{{ a }}", {}, "nilai_tidak_ada"),
            ("{{? a }}", {}, "nilai_tidak_ada"),
            ("<p>{{ a|tanggal }}</p>", {"a": "besok"}, "nilai_salah"),
            ("<ul><li>{{* a }}</li></ul>", {"a": "teks"}, "nilai_salah"),
        ):
            with self.subTest(templat=templat):
                with self.assertRaises(isian.IsianSalah) as salah:
                    isian.isi(f"<div>{templat}</div>", nilai)
                self.assertEqual(salah.exception.kode, kode)

    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=200))
    def test_any_value_comes_out_as_text_only(self, nilai):
        hasil = isian.isi("<p>{{ a }}</p>", {"a": nilai})
        pohon = html.fragment_fromstring(hasil, create_parent="div")
        self.assertLessEqual({u.tag for u in pohon.iter()}, {"div", "p", "br"})

    @settings(max_examples=200, deadline=None)
    @given(st.text(alphabet="<>/{}!? abp\"'=|-", max_size=60))
    def test_any_template_is_cleaned_or_refused(self, templat):
        try:
            hasil = isian.isi(templat, {"a": "1", "b": "2", "p": "3"})
        except isian.IsianSalah:
            return
        self.assertNotIn("<script", hasil)
