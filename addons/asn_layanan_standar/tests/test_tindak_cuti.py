from datetime import date

from freezegun import freeze_time
from lxml import etree
from odoo.addons.asn_layanan.tests.common import SANDI
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestTindakCuti(CutiCommon, TransactionCase):
    """A granted leave is revoked, corrected, or ended by recall (CUTI-05, -08)."""

    def _terbit(self):
        p = self.ajukan_cuti()
        self.terbitkan(p)
        return p

    def _tindak(self, p, jenis, **nilai):
        aksi = self.sebagai("pegawai", p).action_tindak(jenis, "Keadaan berubah")
        baru = self.env["asn.permohonan"].browse(aksi["res_id"])
        self.sebagai("pegawai", baru).write(nilai)
        self.sebagai("pegawai", baru).action_submit()
        return baru

    def test_revocation_before_the_first_day_gives_all_days_back(self):
        awal = self.tersedia()
        p = self._terbit()
        self.assertEqual(self.tersedia(), awal - 5)
        cabut = self._tindak(p, "pencabutan")
        self.assertFalse(cabut.jenis_cuti, "a revocation is no leave")
        self.terbitkan(cabut)
        self.assertEqual(self.tersedia(), awal)
        self.assertEqual(self.mutasi(p)[-1], ("kembali", 2026, 5))
        self.assertEqual(p.riwayat_cuti_ids.mapped("status"), ["batal"])
        self.assertFalse(
            self.env["resource.calendar.leaves"].search([("permohonan_id", "=", p.id)])
        )
        lagi = self.ajukan_cuti()
        self.assertEqual(lagi.state, "in_review", "the days are free again")
        layar = self.env.ref("asn_layanan_standar.hr_employee_view_form_saldo_cuti")
        arch = etree.fromstring(layar.arch)
        self.assertTrue(
            arch.xpath(
                "//field[@name='riwayat_cuti_ids']/kanban//field[@name='status']"
            ),
            "a revoked leave is not shown as one that was taken",
        )

    def test_recall_shortens_a_leave_that_has_begun(self):
        awal = self.tersedia()
        p = self._terbit()
        with freeze_time("2026-06-10 02:00:00"):
            with self.assertRaisesRegex(UserError, "begun|dimulai"):
                self._tindak(p, "pencabutan")
            p.tindak_ids.with_user(self.u["pegawai"]).unlink()
            with self.assertRaisesRegex(UserError, "begun|dimulai"):
                self._tindak(p, "penggantian", tanggal_selesai="2026-06-20")
            p.tindak_ids.with_user(self.u["pegawai"]).unlink()
            ganti = self._tindak(p, "penggantian", tanggal_selesai="2026-06-09")
            self.assertEqual(self.mutasi(ganti), [], "nothing more to reserve")
            self.terbitkan(ganti)
        self.assertEqual(self.tersedia(), awal - 2)
        riwayat = ganti.riwayat_cuti_ids
        self.assertEqual(
            (riwayat.status, riwayat.lama, riwayat.tanggal_selesai),
            ("sah", 2, date(2026, 6, 9)),
        )

    def test_correction_with_more_days_reserves_only_the_difference(self):
        awal = self.tersedia()
        p = self._terbit()
        koreksi = self._tindak(p, "koreksi", tanggal_selesai="2026-06-17")
        self.assertEqual(self.tersedia(), awal - 5 - 2)
        self.setujui_sampai(koreksi)
        self.sebagai("penandatangan", koreksi).action_sign(SANDI)
        self.assertEqual(self.tersedia(), awal - 7)
        self.assertIn(p.surat_id.nomor, koreksi.surat_id.isi)

    def test_rejected_follow_up_leaves_the_leave_as_it_was(self):
        p = self._terbit()
        sebelum = (self.tersedia(), self.mutasi(p))
        koreksi = self._tindak(p, "koreksi", tanggal_selesai="2026-06-17")
        self.sebagai("atasan", koreksi).action_reject("Tidak dapat")
        self.assertEqual((self.tersedia(), self.mutasi(p)), sebelum)
        self.assertEqual(p.state, "issued")
