from datetime import datetime, timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestPengembalian(LayananCommon, TransactionCase):
    """Return, completion, deadlines, automatic refusal (PRO-04, PRO-12)."""

    def _dikembalikan(self, hari=3):
        p = self.ajukan()
        self.setujui_sampai(p, "admin_aplikasi")
        self.sebagai("admin_aplikasi", p).action_return("Kurang jelas", hari)
        return p

    def test_return_needs_a_reason_and_sane_days(self):
        p = self.ajukan()
        atasan = self.sebagai("atasan", p)
        for alasan in ("", "  ", None, False, 5):
            with self.assertRaises(ValidationError):
                atasan.action_return(alasan)
        for hari in (0, -1, 61, "3", True, 2.5):
            with self.assertRaises(ValidationError):
                atasan.action_return("x", hari)
        self.assertEqual(p.state, "in_review")

    def test_return_closes_tasks_and_keeps_the_note(self):
        p = self._dikembalikan()
        self.assertEqual(p.state, "returned")
        self.assertEqual(p.catatan_kembali, "Kurang jelas")
        self.assertFalse(p.tugas_ids.filtered(lambda t: t.state == "open"))
        hasil = self.sebagai("admin_aplikasi", p).action_return("lagi")
        self.assertEqual(hasil["tag"], "display_notification")
        with self.assertRaises(UserError):
            self.sebagai("pengawas", p).action_return("lagi")

    def test_officer_who_returned_decides_again(self):
        p = self._dikembalikan()
        self.sebagai("pegawai", p).action_resubmit()
        self.assertEqual((p.state, p.tahap_id.kode), ("in_review", "verifikasi"))
        self.sebagai("admin_aplikasi", p).action_approve()
        self.assertEqual(p.tahap_id.kode, "pengawas")
        self.assertEqual(
            self.hasil(p),
            ["submit", "approve", "approve", "return", "resubmit", "approve"],
        )

    def test_resubmit_twice_is_harmless(self):
        p = self._dikembalikan()
        self.sebagai("pegawai", p).action_resubmit()
        jumlah = p.jumlah_keputusan
        self.assertEqual(
            self.sebagai("pegawai", p).action_resubmit()["tag"], "display_notification"
        )
        self.assertEqual(p.jumlah_keputusan, jumlah)

    def test_clock_stops_while_returned(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self._dikembalikan(5)
            batas = p.batas_waktu
        with freeze_time("2026-03-05 02:00:00"):
            p.invalidate_recordset()
            self.assertEqual(p.hari_kerja_terpakai, 0)
            self.sebagai("pegawai", p).action_resubmit()
            self.assertEqual(p.jeda_hari, 3)
            self.assertGreater(p.batas_waktu, batas)
            self.assertEqual(p.hari_kerja_terpakai, 0)
        with freeze_time("2026-03-06 02:00:00"):
            p.invalidate_recordset()
            self.assertEqual(p.hari_kerja_terpakai, 1)

    def test_deadline_counts_working_days_of_the_city(self):
        """KDR-9-1-c: the applicant has until a day that is shown."""
        # Friday 2026-03-06 + 3 working days = Wednesday 11.
        with freeze_time("2026-03-06 02:00:00"):
            p = self._dikembalikan(3)
        self.assertEqual(p.batas_perbaikan, fields.Date.to_date("2026-03-11"))

    def test_expiry_refuses_once_with_letter(self):
        """KDR-9-2: refused by itself when the time is over."""
        p = self._dikembalikan(1)
        batas = datetime.combine(p.batas_perbaikan, datetime.min.time())
        Permohonan = self.env["asn.permohonan"]
        with freeze_time(batas + timedelta(hours=3)):
            Permohonan._cron_kedaluwarsa()
            self.assertEqual(p.state, "returned", "the last day still counts")
        with freeze_time(batas + timedelta(days=1, hours=3)):
            Permohonan._cron_kedaluwarsa()
            p.invalidate_recordset()
            self.assertEqual((p.state, p.fase), ("rejected", "selesai"))
            surat = p.surat_tolak_id
            self.assertEqual(surat.state, "issued")
            self.assertIn("Kurang jelas", surat.isi)
            jumlah = p.jumlah_keputusan
            Permohonan._cron_kedaluwarsa()
            p.invalidate_recordset()
            self.assertEqual((p.jumlah_keputusan, p.surat_tolak_id), (jumlah, surat))
        self.assertEqual(self.hasil(p)[-1], "expire")
        self.assertFalse(p.keputusan_ids._verify_chain())
        self.assertIn("url", self.sebagai("pegawai", p).action_download())
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).action_resubmit()

    def test_reminders_three_days_and_one_day_before_once_each(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self._dikembalikan(7)  # until 2026-03-11
        pegawai = self.u["pegawai"]

        def ingatan():
            return self.env["asn.pemberitahuan"].search_count(
                [
                    ("user_id", "=", pegawai.id),
                    ("jenis", "=", "peringatan"),
                    ("permohonan_id", "=", p.id),
                ]
            )

        harapan = {
            "2026-03-06": 0,
            "2026-03-08": 1,
            "2026-03-09": 1,
            "2026-03-10": 2,
            "2026-03-11": 2,
        }
        for hari, jumlah in harapan.items():
            with freeze_time(f"{hari} 02:00:00"), self.subTest(hari=hari):
                self.env["asn.permohonan"]._cron_ingatkan()
                self.env["asn.permohonan"]._cron_ingatkan()
                self.assertEqual(ingatan(), jumlah)

    def test_signer_returns_too(self):
        p = self.ajukan()
        self.setujui_sampai(p)
        self.sebagai("penandatangan", p).action_return("Perbaiki tanggal")
        self.assertEqual(p.state, "returned")
        self.sebagai("pegawai", p).action_resubmit()
        self.assertEqual((p.state, p.fase), ("approved", "pengesahan"))
