from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestLayar(LayananCommon, TransactionCase):
    """Row scope, worklists, bulk approval, notices and configuration."""

    def test_who_sees_which_rows(self):
        draf = self.buat_permohonan("pegawai2")
        p = self.ajukan()
        harapan = {
            "pegawai": True,
            "pegawai2": False,
            "atasan": True,
            "fasilitator": True,
            "admin_aplikasi": True,
            "pengawas": True,
            "administrator": True,
            "admin_sistem": True,
            "admin_utama": True,
            "monev": False,
        }
        for nama, lihat in harapan.items():
            Permohonan = self.env["asn.permohonan"].with_user(self.u[nama])
            with self.subTest(nama=nama):
                self.assertEqual(bool(Permohonan.search([("id", "=", p.id)])), lihat)
                if nama not in ("pegawai2", "admin_sistem", "admin_utama"):
                    self.assertFalse(Permohonan.search([("id", "=", draf.id)]))

    def test_grant_of_a_service_opens_and_closes_rows(self):
        """LL-8-1-a: an Administrator Aplikasi sees the services granted only."""
        p = self.ajukan()
        admin = self.u["admin_aplikasi"]
        pegawai = self.u["pegawai"].employee_id

        def lihat():
            return (
                bool(p.with_user(admin).search([("id", "=", p.id)])),
                bool(pegawai.with_user(admin).search([("id", "=", pegawai.id)])),
            )

        self.assertEqual(lihat(), (True, True))
        admin.layanan_ids = False
        self.assertEqual(lihat(), (False, False))
        admin.layanan_ids = self.layanan
        self.assertEqual(lihat(), (True, True))
        self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.assertEqual(lihat(), (True, False), "a closed request opens no profile")

    def test_worklist_and_buttons_follow_the_turn(self):
        """LL-10-1-a, LL-10-3-a: who has the turn finds the task there."""
        p = self.ajukan()
        for giliran in ("atasan", "fasilitator", "admin_aplikasi"):
            for nama in ("atasan", "fasilitator", "admin_aplikasi", "pegawai"):
                record = self.sebagai(nama, p)
                with self.subTest(giliran=giliran, nama=nama):
                    self.assertEqual(record.can_decide, nama == giliran)
                    tugas = record.search([("is_tugas_saya", "=", True)])
                    self.assertEqual(p in tugas, nama == giliran)
            self.sebagai(giliran, p).action_approve()

    def test_form_is_filled_in_and_submitted(self):
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        with Form(Permohonan.with_context(default_layanan_id=self.layanan.id)) as form:
            self.assertEqual(form.employee_id, self.u["pegawai"].employee_id)
        p = form.record
        p.action_check()
        self.assertTrue(p.hasil_periksa_ids)
        p.action_submit()
        self.assertEqual(p.state, "in_review")
        langkah = p.lini_masa
        self.assertEqual(
            [b["status"] for b in langkah], ["selesai", "berjalan"] + ["menunggu"] * 5
        )
        self.assertEqual(langkah[1]["pelaku"], "Kepala Bidang A1")

    def test_notices_reach_applicant_and_next_actor(self):
        p = self.ajukan()
        Kabar = self.env["asn.pemberitahuan"]
        self.assertEqual(Kabar.with_user(self.u["atasan"]).get_jumlah(), 1)
        self.assertEqual(Kabar.with_user(self.u["pegawai2"]).get_jumlah(), 0)
        kabar = Kabar.with_user(self.u["atasan"]).search([])
        self.assertIn(p.nomor, kabar.judul)
        kabar.action_buka()
        self.assertEqual(Kabar.with_user(self.u["atasan"]).get_jumlah(), 0)
        self.env["ir.mail_server"].create(
            {"name": "uji", "smtp_host": "surel.contoh.go.id"}
        )
        Kabar._cron_kirim()
        surel = (
            self.env["mail.mail"]
            .search([])
            .filtered(lambda s: p.nomor in (s.subject or ""))
        )
        kepada = [f"{s.email_to or ''}{s.recipient_ids.mapped('email')}" for s in surel]
        self.assertEqual(len(kepada), 2)
        self.assertTrue([k for k in kepada if "uji_atasan@" in k], kepada)
        jumlah = self.env["mail.mail"].search_count([])
        Kabar._cron_kirim()
        self.assertEqual(self.env["mail.mail"].search_count([]), jumlah)

    def test_version_in_force_is_closed_and_copied(self):
        versi = self.versi.with_user(self.u["admin_utama"])
        for ubah in (
            lambda: versi.write({"sla_total_hari": 9}),
            lambda: versi.write({"state": "draft"}),
            lambda: versi.tahap_ids[0].write({"name": "x"}),
            lambda: versi.tahap_ids[0].unlink(),
            lambda: versi.aturan_ids.create(
                {"versi_id": versi.id, "kode": "X", "name": "x"}
            ),
            lambda: versi.unlink(),
        ):
            with self.assertRaises(UserError):
                ubah()
        p = self.ajukan()
        baru = versi.browse(versi.action_salin()["res_id"])
        self.assertEqual((baru.state, baru.versi), ("draft", 2))
        with self.assertRaises(UserError):
            baru.write({"state": "live"})
        baru.tahap_ids[0].unlink()
        baru.action_publish()
        self.assertEqual(self.versi.state, "archived")
        self.assertEqual(p.versi_id, self.versi)
        self.assertEqual(p.tahap_id.kode, "atasan")
        self.assertEqual(self.ajukan("pegawai2").tahap_id.kode, "fasilitator")

    def test_configuration_errors_found_when_saving(self):
        versi = self.buat_layanan("baru", "Baru", terbit=False)[1]
        with self.assertRaises(ValidationError):
            versi.tahap_ids[1].group_id = False
        with self.assertRaises(ValidationError):
            versi.tahap_ids[0].kondisi = "[('tidak_ada', '=', 1)]"
        with self.assertRaises(ValidationError):
            versi.tahap_ids[0].kondisi = "__import__('os')"
        kosong = self.env["asn.layanan.versi"].create(
            {"layanan_id": versi.layanan_id.id}
        )
        with self.assertRaises(UserError):
            kosong.action_publish()

    def test_home_page_sections(self):
        self.ajukan()
        bagian = {
            b["key"]: b
            for b in self.env["asn.beranda"].with_user(self.u["atasan"])._bagian()
        }
        self.assertEqual(len(bagian["layanan_tugas"]["isi"]["baris"]), 1)
        bagian = self.env["asn.beranda"].with_user(self.u["pegawai"])._bagian()
        garis = [b for b in bagian if b["jenis"] == "garis_waktu"]
        status = [b["status"] for b in garis[0]["isi"]["baris"]]
        self.assertEqual(status, ["selesai", "berjalan", "menunggu"])
