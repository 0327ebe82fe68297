from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPertanyaan(AuditCommon, TransactionCase):
    """LL-17-2: the access log as evidence; B15: a visit can be questioned."""

    def _kunjungan(self, siapa=None):
        self.sebagai(siapa or self.fasil).browse(self.ani.id).read(["nik"])
        return self.jejak(self.ani)

    def _tanya(self, jejak, siapa=None, **nilai):
        return self.sebagai(siapa or self.ani, "asn.jejak.pertanyaan").create(
            {"jejak_id": jejak.id, "pertanyaan": "Mengapa?", **nilai}
        )

    def test_question_is_asked_and_answered(self):
        jejak = self._kunjungan()
        self.assertTrue(jejak.with_user(self.ani.user_id).can_tanya)
        tanya = self._tanya(jejak)
        self.assertFalse(jejak.with_user(self.ani.user_id).can_tanya)
        self.assertEqual(tanya.user_id, self.fasil.user_id)
        tanya.with_user(self.sistem.user_id)._jawab("wajar", "Verifikasi usul KGB.")
        self.assertRecordValues(
            tanya,
            [
                {
                    "state": "dijawab",
                    "hasil": "wajar",
                    "jawaban": "Verifikasi usul KGB.",
                    "dijawab_oleh_id": self.sistem.user_id.id,
                }
            ],
        )
        self.assertTrue(
            self.env["mail.notification"].search(
                [("res_partner_id", "=", self.ani.user_id.partner_id.id)]
            )
        )
        with self.assertRaises(AccessError):
            tanya.with_user(self.kaban.user_id)._jawab("wajar", "Sekali lagi saja.")

    def test_only_about_visits_to_the_own_data(self):
        jejak = self._kunjungan()
        for siapa in (self.badu, self.fasil, self.sistem, self.kaban):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self._tanya(jejak, siapa)

    def test_the_visitor_never_answers(self):
        tanya = self._tanya(self._kunjungan(self.sistem))
        with self.assertRaises(AccessError):
            tanya.with_user(self.sistem.user_id)._jawab("wajar", "Saya sendiri saja.")
        self.assertFalse(tanya.with_user(self.sistem.user_id).can_jawab)
        tanya.with_user(self.kaban.user_id)._jawab(
            "tidak_wajar", "Sudah ditegur lisan."
        )

    def test_others_neither_read_nor_answer(self):
        tanya = self._tanya(self._kunjungan())
        for siapa in (self.badu, self.fasil, self.pim, self.utama):
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(AccessError):
                    tanya.with_user(siapa.user_id)._jawab("wajar", "Tidak apa-apa kok.")
                with self.assertRaises(AccessError):
                    tanya.with_user(siapa.user_id).read(["pertanyaan"])
        with self.assertRaises(UserError):
            tanya.with_user(self.sistem.user_id)._jawab("wajar", "ya")

    def test_forged_questions_are_refused(self):
        jejak = self._kunjungan()
        for nilai in ({"state": "dijawab"}, {"jawaban": "x"}, {"hasil": "wajar"}):
            with self.subTest(nilai=nilai), self.assertRaises(AccessError):
                self._tanya(jejak, **nilai)
        tanya = self._tanya(jejak, user_id=self.kaban.user_id.id)
        self.assertEqual(tanya.user_id, self.fasil.user_id)
        for siapa in (self.ani, self.sistem):
            with self.assertRaises(AccessError):
                tanya.with_user(siapa.user_id).write({"pertanyaan": "lain"})

    def test_home_page_shows_visits_and_work(self):
        jejak = self._kunjungan()
        bagian = {
            b["key"]: b
            for b in self.sebagai(self.ani, "asn.beranda").get_data()["bagian"]
        }
        self.assertEqual(bagian["jejak_saya"]["isi"]["baris"][0]["judul"], "Fasil")
        self.assertNotIn("privasi", bagian)
        self._tanya(jejak)
        bagian = {
            b["key"]: b
            for b in self.sebagai(self.sistem, "asn.beranda").get_data()["bagian"]
        }
        self.assertEqual(bagian["privasi"]["isi"][0]["nilai"], 1)
