from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from ..controllers import cek_status
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestCekStatus(LayananCommon, HttpCase):
    """The public status page: two facts open a few dates, one is never enough."""

    def setUp(self):
        super().setUp()
        for pembatas in (cek_status.LIHAT, cek_status.TANYA, cek_status.SALAH):
            pembatas.lupakan()
            self.addCleanup(pembatas.lupakan)
        self.env.company.asn_cek_publik = True
        self.p = self.ajukan()
        self.nip = self.p.employee_id.nip
        self.env.flush_all()

    def _tanya(self, nomor, nip):
        return self.url_open("/cek/hasil", data={"nomor": nomor, "nip": nip})

    def test_closed_unless_the_city_opens_it(self):
        self.env.company.asn_cek_publik = False
        self.env.flush_all()
        self.assertEqual(self.url_open("/cek").status_code, 404)
        self.assertEqual(self._tanya(self.p.nomor, self.nip[-8:]).status_code, 404)

    def test_number_and_digits_show_step_and_dates_only(self):
        halaman = self.url_open("/cek")
        self.assertIn("angka terakhir NIP", halaman.text)
        jawab = self._tanya(f" {self.p.nomor.lower()} ", self.nip[-8:])
        self.assertEqual(jawab.status_code, 200)
        self.assertIn(self.p.nomor, jawab.text)
        self.assertIn("Kepala Bidang A1", jawab.text)
        self.assertEqual(jawab.headers["Cache-Control"], "no-store")
        self.assertNotIn("Set-Cookie", jawab.headers)
        atasan = self.u["atasan"].employee_id
        for rahasia in (self.p.employee_id.name, self.nip, atasan.name, self.nip[:8]):
            self.assertNotIn(rahasia, jawab.text)

    def test_one_answer_for_all_that_does_not_fit(self):
        draf = self.buat_permohonan("pegawai2")
        tanpa_nip = self.ajukan("fasilitator")
        tanpa_nip.employee_id.nip = False
        self.env.flush_all()
        lain = self.u["pegawai2"].employee_id.nip[-8:]
        salah = [
            (self.p.nomor, "00000000"),
            (self.p.nomor, ""),
            (self.p.nomor, self.nip),
            (self.p.nomor, self.nip[-7:]),
            (self.p.nomor, lain),
            ("UJI-2026-999999", self.nip[-8:]),
            ("' OR 1=1 --", self.nip[-8:]),
            ("%", "%"),
            (tanpa_nip.nomor, "xxxxxxxx"),
            (str(draf.id), lain),
            ("", ""),
        ]
        jawaban = set()
        for nomor, nip in salah:
            cek_status.SALAH.lupakan()
            cek_status.TANYA.lupakan()
            jawab = self._tanya(nomor, nip)
            jawaban.add((jawab.status_code, jawab.text))
        self.assertEqual(len(jawaban), 1)
        self.assertEqual(jawaban.pop()[0], 404)

    def test_digits_of_one_number_cannot_be_tried(self):
        for _kali in range(5):
            self._tanya(self.p.nomor, "00000000")
        cek_status.TANYA.lupakan()  # the attacker comes from another address
        terkunci = self._tanya(self.p.nomor, self.nip[-8:])
        biasa = self._tanya("UJI-2026-999999", "00000000")
        self.assertEqual(terkunci.status_code, 404)
        self.assertEqual(terkunci.text, biasa.text, "the lock is not told either")

    def test_numbers_cannot_be_tried_in_a_row(self):
        status = [
            self._tanya(f"UJI-2026-{nomor:06d}", "12345678").status_code
            for nomor in range(12)
        ]
        self.assertEqual(status, [404] * 10 + [429] * 2)

    def test_digits_are_compared_for_unknown_numbers_too(self):
        """Known or not: the same comparison, so time tells nothing."""
        dipanggil = []
        asli = cek_status.hmac.compare_digest

        def banding(a, b):
            dipanggil.append(len(a))
            return asli(a, b)

        with patch.object(cek_status.hmac, "compare_digest", banding):
            self._tanya(self.p.nomor, "00000000")
            self._tanya("UJI-2026-999999", "00000000")
        self.assertEqual(dipanggil, [8, 8])
