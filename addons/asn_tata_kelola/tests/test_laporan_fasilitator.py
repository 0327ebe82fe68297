import base64
from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestLaporanFasilitator(TataKelolaCommon, TransactionCase):
    """LL-10-1-b: the facilitator's report to who is in charge of personnel."""

    def laporan(self, **nilai):
        Laporan = self.sebagai(self.fasil, "asn.laporan.fasilitator")
        return Laporan.create(
            {
                "unit_id": self.dinas_a.id,
                "tanggal_mulai": self.hari_ini - timedelta(days=30),
                "tanggal_selesai": self.hari_ini,
                **nilai,
            }
        )

    def test_figures_are_counted_sent_printed_and_read(self):
        self.lapor()  # by a person of the unit
        self.lapor(self.cici)
        satu = self.laporan()
        self.assertEqual(satu.jumlah_gangguan, 1)
        orang = self.env["hr.employee"].search_count(
            [("unit_id", "child_of", self.dinas_a.id)]
        )
        self.assertEqual(satu.jumlah_pegawai, orang)
        with self.assertRaises(UserError):
            satu.action_kirim()
        satu.kegiatan = "Memeriksa 12 usulan"
        satu.action_kirim()

        self.assertEqual((satu.state, satu.penerima_id), ("dikirim", self.pim.user_id))
        self.assertTrue(base64.b64decode(satu.berkas_pdf).startswith(b"%PDF"))
        self.assertTrue(base64.b64decode(satu.berkas_xlsx).startswith(b"PK"))
        self.assertTrue(self.pesan_kepada(self.pim, satu))
        with self.assertRaises(UserError):
            satu.kegiatan = "Lain"
        with self.assertRaises(AccessError):
            satu.action_baca()
        self.oleh(satu, self.pim).action_baca()
        self.assertEqual(satu.state, "dibaca")

    def test_a_report_is_about_the_own_units_and_its_figures_are_not_forged(self):
        with self.assertRaises(AccessError):
            self.laporan(unit_id=self.dinas_b.id)
        with self.assertRaises(AccessError):
            self.laporan(jumlah_pegawai=900)
        with self.assertRaises(AccessError):
            self.laporan(fasilitator_id=self.ani.user_id.id)
        satu = self.laporan()
        with self.assertRaises(UserError):
            satu.unit_id = self.dinas_b
        with self.assertRaises(AccessError):
            satu.kelengkapan = 100
        for pegawai in (self.ani, self.badu, self.kaban, self.pim):
            with self.subTest(pegawai=pegawai.name):
                Laporan = self.sebagai(pegawai, "asn.laporan.fasilitator")
                self.assertFalse(Laporan.search([("id", "=", satu.id)]))
