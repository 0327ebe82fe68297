from datetime import timedelta

from odoo.addons.asn_berbagi.tests.common import BerbagiCommon
from odoo.exceptions import AccessDenied, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestPihakKetiga(TataKelolaCommon, BerbagiCommon, TransactionCase):
    """LL-31-2-g: a third party has access within its agreement and not beyond."""

    def pihak(self, **nilai):
        Pihak = self.sebagai(self.sistem, "asn.pihak.ketiga")
        return Pihak.create(
            {
                "name": "CV Contoh",
                "narahubung": "Rina, 0800",
                "nomor_perjanjian": "027/5/2026",
                "tanggal_perjanjian": self.hari_ini - timedelta(days=20),
                "tanggal_mulai": self.hari_ini - timedelta(days=10),
                "tanggal_selesai": self.hari_ini + timedelta(days=200),
                "lingkup": "Pemeliharaan aplikasi presensi",
                "is_kerahasiaan": True,
                **nilai,
            }
        )

    def test_status_follows_period_secrecy_and_early_end(self):
        hari = timedelta(days=1)
        for nilai, status, berlaku in (
            ({}, "berlaku", True),
            ({"tanggal_selesai": self.hari_ini + 9 * hari}, "segera", True),
            ({"is_kerahasiaan": False}, "tanpa_pernyataan", False),
            ({"tanggal_mulai": self.hari_ini + 2 * hari}, "belum", False),
            ({"tanggal_selesai": self.hari_ini - 2 * hari}, "berakhir", False),
            ({"dihentikan_pada": self.hari_ini}, "berakhir", False),
        ):
            with self.subTest(nilai=nilai):
                satu = self.pihak(**nilai)
                self.assertEqual((satu.status, satu._berlaku()), (status, berlaku))
        with self.assertRaises(ValidationError):
            self.pihak(tanggal_perjanjian=self.hari_ini)

    def test_vendor_application_reads_within_the_agreement_only(self):
        with self.assertRaises(ValidationError):
            self.konsumen.jenis = "vendor"
        satu = self.pihak()
        self.konsumen.write({"jenis": "vendor", "pihak_ketiga_id": satu.id})
        self.setuju()
        self.assertTrue(self.konsumen._izin_berlaku())
        self.assertTrue(self.kunci())
        satu.dihentikan_pada = self.hari_ini
        self.assertFalse(self.konsumen._izin_berlaku())
        self.assertEqual(self.konsumen.status, "tanpa_izin")
        with self.assertRaises(UserError):
            self.kunci()

    def test_accounts_do_not_log_in_after_the_end_and_are_closed(self):
        satu = self.pihak()
        akun = self.cici.user_id
        akun.asn_pihak_ketiga_id = satu
        masuk = {"type": "password", "login": akun.login, "password": "cici"}
        Akun = akun.with_user(akun)
        self.assertTrue(Akun._check_credentials(masuk, {"interactive": True}))
        satu.dihentikan_pada = self.hari_ini
        with self.assertRaises(AccessDenied):
            Akun._check_credentials(masuk, {"interactive": True})
        self.konsumen.pihak_ketiga_id = satu
        self.assertEqual(self.env["asn.pihak.ketiga"]._cron_akhiri(), 2)
        self.assertFalse(akun.active)
        self.assertFalse(self.konsumen.active)
        self.assertEqual(self.env["asn.pihak.ketiga"]._cron_akhiri(), 0)
