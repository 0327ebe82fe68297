from odoo import fields
from odoo.addons.asn_pegawai.tests.common import NIP_P, PegawaiCommon
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, TransactionCase, tagged

from ..controllers import kartu as halaman
from ..models.asn_kartu import samarkan_nip


class KartuCommon(PegawaiCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.orang(
            "kartu_p",
            unit=cls.bidang_a,
            nip=NIP_P,
            gelar_belakang="S.E.",
            nik="1673015703850001",
            no_hp="081234567890",
            status_pegawai="pns",
        )
        cls.jabatan(cls.pegawai, cls.jab_pelaksana, cls.bidang_a)
        cls.pegawai.invalidate_recordset()
        cls.user = cls.pegawai.user_id
        cls.admin = cls.orang("kartu_admin", ("admin_sistem",)).user_id
        cls.lain = cls.orang("kartu_lain", unit=cls.bidang_a).user_id
        kepala = cls.orang("kartu_kepala", ("pimpinan",), unit=cls.dinas_a)
        cls.jabatan(kepala, cls.jab_kepala_a, cls.dinas_a)
        cls.kepala = kepala.user_id
        cls.fasilitator = cls.orang("kartu_fas", ("fasilitator",)).user_id
        cls.fasilitator.asn_unit_ids = cls.dinas_a

    def kartu(self, user=None):
        aksi = self.pegawai.with_user(user or self.user).action_kartu()
        return self.env["asn.kartu"].with_user(user or self.user).browse(aksi["res_id"])


@tagged("post_install", "-at_install")
class TestKartu(KartuCommon, TransactionCase):
    """The card: who issues it, what it says, how it ends."""

    def test_one_card_in_force(self):
        pertama = self.kartu()
        self.assertEqual(self.kartu(), pertama)
        self.assertEqual(self.kartu(self.admin).id, pertama.id)
        aksi = pertama.action_ganti()
        baru = self.env["asn.kartu"].browse(aksi["res_id"])
        self.assertNotEqual(baru.sudo().token, pertama.sudo().token)
        self.assertEqual((pertama.status, baru.status), ("dicabut", "aktif"))
        self.assertEqual(pertama.dicabut_oleh_id, self.user)

    def test_only_holder_and_administrator(self):
        kartu = self.kartu()
        for user in (self.lain, self.kepala, self.fasilitator):
            with self.assertRaises(AccessError):
                self.kartu(user)
            for aksi in ("action_cabut", "action_ganti", "action_cetak"):
                with self.assertRaises(AccessError):
                    getattr(kartu.with_user(user), aksi)()
            self.assertFalse(self.env["asn.kartu"].with_user(user).search([]))

    def test_nobody_writes_or_reads_the_code(self):
        kartu = self.kartu()
        for user in (self.user, self.admin):
            baris = kartu.with_user(user)
            for nilai in ({"token": "x" * 30}, {"status": "dicabut"}):
                with self.assertRaises(AccessError):
                    baris.write(nilai)
            with self.assertRaises(AccessError):
                baris.read(["token"])
            with self.assertRaises(AccessError):
                baris.create({"employee_id": self.pegawai.id})
            with self.assertRaises(AccessError):
                baris.unlink()
            baris.is_foto = True

    def test_card_follows_the_present_post(self):
        kartu = self.kartu()
        self.assertEqual(kartu.tampilan["jabatan"], "Penelaah")
        self.jabatan(
            self.pegawai, self.jab_kabid, self.bidang_a, tmt=fields.Date.today()
        )
        kartu.invalidate_recordset()
        self.assertEqual(kartu.tampilan["jabatan"], "Kepala Bidang A1")

    def test_masked_nip(self):
        for nip, hasil in (
            (NIP_P, "1985***********003"),
            ("1234567", "*******"),
            ("", ""),
        ):
            self.assertEqual(samarkan_nip(nip), hasil)

    def test_revoked_card_is_not_printed(self):
        kartu = self.kartu()
        kartu.action_cabut()
        with self.assertRaises(UserError):
            kartu.action_cetak()
        self.assertEqual(kartu.tampilan["qr"], "")

    def test_print_is_two_pages_of_a_bank_card_with_trace(self):
        import io

        import pypdf

        kartu = self.kartu()
        laporan = self.env["ir.actions.report"].with_user(self.user)
        laporan = laporan.with_context(force_report_rendering=True)
        pdf = laporan._render_qweb_pdf("asn_laporan.kartu_report", kartu.ids)[0]
        dibaca = pypdf.PdfReader(io.BytesIO(pdf))
        self.assertEqual(len(dibaca.pages), 2)
        ukuran = dibaca.pages[0].mediabox
        self.assertAlmostEqual(float(ukuran.width) / 72 * 25.4, 85.6, places=0)
        self.assertAlmostEqual(float(ukuran.height) / 72 * 25.4, 54, places=0)
        jejak = self.env["asn.jejak.ekspor"].search([("apa", "=", "laporan.kartu")])
        self.assertEqual(jejak.user_id, self.user)


@tagged("post_install", "-at_install")
class TestHalamanKartu(KartuCommon, HttpCase):
    """What a stranger with a phone learns from a card, and what not."""

    def setUp(self):
        super().setUp()
        halaman.LIHAT.lupakan()
        self.addCleanup(halaman.LIHAT.lupakan)

    def buka(self, kartu):
        return self.url_open("/k/" + kartu.sudo().token)

    def test_card_in_force_shows_the_minimum(self):
        jawab = self.buka(self.kartu())
        self.assertEqual(jawab.status_code, 200)
        for harap in ("Kartu berlaku", "S.E.", "1985***********003", "Penelaah"):
            self.assertIn(harap, jawab.text)
        for rahasia in (NIP_P, "1673015703850001", "81234567890", "<img", "<script"):
            self.assertNotIn(rahasia, jawab.text)
        self.assertIn("default-src 'none'", jawab.headers["Content-Security-Policy"])
        self.assertEqual(jawab.headers["Cache-Control"], "no-store")

    def test_page_is_always_current(self):
        kartu = self.kartu()
        self.jabatan(
            self.pegawai, self.jab_kabid, self.bidang_a, tmt=fields.Date.today()
        )
        self.assertIn("Kepala Bidang A1", self.buka(kartu).text)
        self.pegawai.status_hidup = "meninggal"
        teks = self.buka(kartu).text
        self.assertIn("tidak lagi bertugas", teks)
        self.assertNotIn("Kepala Bidang A1", teks)

    def test_revoked_card_tells_nothing_of_its_holder(self):
        kartu = self.kartu()
        kartu.action_cabut()
        jawab = self.buka(kartu)
        self.assertIn("Kartu tidak berlaku", jawab.text)
        self.assertNotIn("S.E.", jawab.text)

    def test_unknown_and_malformed_codes_look_the_same(self):
        teks = {
            self.url_open(f"/k/{token}").text
            for token in ("A" * 32, "pendek", "x" * 200, "%27%20OR%201%3D1")
        }
        self.assertEqual(len(teks), 1)
        self.assertEqual(self.url_open("/k/" + "A" * 32).status_code, 404)

    def test_visits_are_limited(self):
        for _n in range(halaman.LIHAT.batas):
            halaman.LIHAT.coba("127.0.0.1")
        jawab = self.buka(self.kartu())
        self.assertEqual(jawab.status_code, 429)
        self.assertEqual(jawab.headers["Retry-After"], "60")
