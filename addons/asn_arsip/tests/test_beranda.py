from datetime import timedelta

from odoo import fields
from odoo.tests import TransactionCase, tagged

from .common import ArsipCommon, pdf


@tagged("post_install", "-at_install")
class TestBeranda(ArsipCommon, TransactionCase):
    """The archive on the home page."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["asn.dokumen.wajib"].search([]).active = False
        cls.env.flush_all()
        cls.env["asn.dokumen.wajib"].create({"jenis_id": cls.kk.id})
        cls.ani.sudo().status_pegawai = "pns"
        cls.budi.sudo().status_pegawai = "pns"

    def _bagian(self, siapa, key):
        self.env.flush_all()
        self.env.invalidate_all()
        bagian = self.sebagai(siapa, "asn.beranda").get_data()["bagian"]
        return next((b for b in bagian if b["key"] == key), None)

    def test_verifier_sees_numbers_of_the_own_units_only(self):
        self.unggah(self.ani, jenis=self.sk)
        self.unggah(self.budi, jenis=self.sk, isi=pdf("budi"))
        isi = self._bagian(self.fas, "arsip")["isi"]
        self.assertEqual([angka["nilai"] for angka in isi[:2]], [1, 1])
        self.assertEqual(self._bagian(self.admin, "arsip")["isi"][0]["nilai"], 2)
        self.assertIsNone(self._bagian(self.ani, "arsip"))

    def test_holder_sees_what_lacks_and_what_expires(self):
        dokumen = self.unggah(
            self.ani,
            jenis=self.sk,
            nomor="7",
            berlaku_sampai=fields.Date.today() + timedelta(days=10),
        )
        dokumen.with_user(self.fas.user_id).action_verify()
        baris = self._bagian(self.ani, "arsip_saya")["isi"]["baris"]
        self.assertEqual(
            [b["judul"] for b in baris], [dokumen.display_name, self.kk.name]
        )
        self.unggah(self.budi)
        self.assertIsNone(self._bagian(self.budi, "arsip_saya"))

    def test_home_page_costs_the_same_with_many_documents(self):
        def hitung():
            self._bagian(self.fas, "arsip")
            awal = self.cr.sql_log_count
            self._bagian(self.fas, "arsip")
            return self.cr.sql_log_count - awal

        sedikit = hitung()
        for n in range(8):
            self.unggah(self.ani, jenis=self.sk, isi=pdf(f"n{n}"), nomor=str(n))
        self.assertLessEqual(hitung(), sedikit)
