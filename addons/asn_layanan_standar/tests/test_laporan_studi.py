import base64
from datetime import date

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common_belajar import BelajarCommon


@tagged("post_install", "-at_install")
class TestLaporanStudi(BelajarCommon, TransactionCase):
    """LL-22-2-f: reports of each semester, with due days and reminders."""

    KODE = "tugas_belajar"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Laporan = cls.env["asn.laporan.studi"]
        cls.riwayat = cls.catat_studi(cls.pegawai)
        cls.laporan = cls.Laporan.search([("employee_id", "=", cls.pegawai.id)])

    def kabar(self, nama="pegawai"):
        return self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u[nama].id)], order="id"
        )

    def kirim(self, laporan=None):
        """File a report as the person; return it as the administrator sees it."""
        milik = (laporan or self.laporan[0]).with_user(self.u["pegawai"])
        milik.write(
            {
                "file": base64.b64encode(pdf("laporan")),
                "nama_file": "laporan.pdf",
                "ipk": "3,70",
                "catatan": "Semua mata kuliah lulus",
            }
        )
        milik.action_kirim()
        return milik.with_user(self.u["admin_aplikasi"])

    def test_reports_follow_from_the_study(self):
        """Recorded in March 2026: what was due before is not asked for."""
        self.assertEqual(
            [(p.semester, p.batas) for p in self.laporan],
            [(2, date(2026, 8, 31)), (3, date(2027, 2, 28)), (4, date(2027, 8, 31))],
        )
        self.Laporan._selaraskan(self.pegawai)
        self.assertEqual(
            self.Laporan.search_count([("employee_id", "=", self.pegawai.id)]), 3
        )

    def test_extension_adds_and_its_end_takes_away(self):
        panjang = self.catat_studi(
            self.pegawai,
            koreksi_dari_id=self.riwayat.id,
            tanggal_selesai=date(2028, 2, 29),
        )
        laporan = self.Laporan.search([("employee_id", "=", self.pegawai.id)])
        self.assertEqual(laporan.riwayat_id, panjang)
        self.assertEqual(laporan[-1].batas, date(2028, 2, 29))
        panjang._batalkan("Keliru")
        laporan = self.Laporan.search([("employee_id", "=", self.pegawai.id)])
        self.assertEqual(laporan.riwayat_id, self.riwayat)
        self.assertEqual(laporan.mapped("semester"), [2, 3, 4])

    def test_person_files_and_bkpsdm_accepts(self):
        dari_admin = self.kirim()
        self.assertEqual(dari_admin.state, "dikirim")
        self.assertTrue(dari_admin.can_terima)
        dari_admin.action_terima()
        laporan = self.laporan[0]
        self.assertEqual(
            (laporan.state, laporan.diterima_oleh_id, laporan.dokumen_id.status),
            ("diterima", self.u["admin_aplikasi"], "sah"),
        )
        self.assertEqual(laporan.dokumen_id.jenis_id.kode, "LAPORAN_STUDI")
        self.assertTrue(self.kabar())
        with self.assertRaises(AccessError):
            laporan.with_user(self.u["pegawai"]).write({"ipk": "4,00"})

    def test_given_back_with_a_remark_and_filed_again(self):
        dari_admin = self.kirim()
        with self.assertRaises(UserError):
            dari_admin.action_kembalikan()
        dari_admin.write({"tanggapan": "Transkrip belum dilampirkan"})
        dari_admin.action_kembalikan()
        milik = self.laporan[0].with_user(self.u["pegawai"])
        self.assertEqual((milik.state, milik.can_isi), ("dikembalikan", True))
        milik.action_kirim()
        self.assertEqual(milik.state, "dikirim")

    def test_nobody_else_files_or_accepts(self):
        dari_admin = self.kirim()
        laporan = self.laporan[0]
        for nama in ("pegawai", "fasilitator", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                laporan.with_user(self.u[nama]).action_terima()
        with self.assertRaises(AccessError):
            self.laporan[1].with_user(self.u["pegawai2"]).action_kirim()
        for nilai in ({"state": "diterima"}, {"batas": "2030-01-01"}, {"ipk": "4"}):
            with self.subTest(nilai=nilai), self.assertRaises(AccessError):
                dari_admin.write(nilai)
        with self.assertRaises(AccessError):
            self.laporan[1].with_user(self.u["pegawai"]).write({"tanggapan": "baik"})
        with self.assertRaises(UserError):
            self.laporan[1].with_user(self.u["pegawai"]).action_kirim()

    def test_reminders_come_once_and_reach_the_head_when_overdue(self):
        self.Laporan._cron_ingatkan()
        self.assertFalse(self.kabar())
        self.laporan[0]._mesin().write({"batas": date(2026, 3, 10)})
        self.Laporan._cron_ingatkan()
        self.Laporan._cron_ingatkan()
        self.assertEqual(len(self.kabar()), 1)
        self.laporan[1]._mesin().write({"batas": date(2026, 2, 1)})
        kepala = self.pegawai.unit_id.manager_id.user_id
        sebelum = self.env["asn.pemberitahuan"].search_count(
            [("user_id", "=", kepala.id)]
        )
        self.Laporan._cron_ingatkan()
        sesudah = self.env["asn.pemberitahuan"].search_count(
            [("user_id", "=", kepala.id)]
        )
        self.assertEqual(sesudah - sebelum, 1)
        self.assertTrue(self.laporan[1].is_terlambat)

    def test_person_is_told_of_the_end_once(self):
        """TB-09: an extension is filed six months before the end."""
        pegawai = self.u["pegawai2"].employee_id
        self.catat_studi(pegawai, tanggal_selesai=date(2026, 9, 30))
        for _kali in range(2):
            self.Laporan._cron_ingatkan()
            self.assertEqual(len(self.kabar("pegawai2")), 1)
