from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestAlih(LayananCommon, TransactionCase):
    """Claim, hand over, reassign, and tasks that follow a post (F17, F27)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for nama in ("rekan", "rekan2"):
            user = cls.tambah_orang(
                nama, ("admin_aplikasi",), cls.badan, cls.jab_pelaksana
            )
            user.layanan_ids = cls.layanan

    def di_verifikasi(self):
        p = self.ajukan()
        self.setujui_sampai(p, "admin_aplikasi")
        return p

    def tugas(self, p, nama=None):
        tugas = p.tugas_ids.filtered(lambda t: t.state == "open")
        return tugas.with_user(self.u[nama]) if nama else tugas

    def jenis(self, p):
        return p.pengalihan_ids.mapped("jenis")

    def test_claimed_task_is_decided_by_the_claimer_only(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        for nama in ("admin_aplikasi", "rekan2"):
            with self.subTest(nama=nama), self.assertRaises(UserError):
                self.sebagai(nama, p).action_approve()
            with self.subTest(nama=nama), self.assertRaises(UserError):
                self.tugas(p, nama).action_klaim()
            self.assertFalse(self.sebagai(nama, p).can_decide)
        self.assertTrue(self.sebagai("rekan", p).can_decide)
        self.sebagai("rekan", p).action_approve()
        self.assertEqual(p.tahap_id.kode, "pengawas")
        self.assertEqual(self.jenis(p), ["klaim"])

    def test_outsiders_cannot_claim_give_back_or_hand_over(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        id_ = self.u["rekan2"].id
        for nama in ("pegawai", "pegawai2", "atasan", "monev", "admin_utama"):
            tugas = self.tugas(p, nama)
            for panggil in (
                tugas.action_klaim,
                tugas.action_lepas,
                lambda tugas=tugas: tugas.action_alihkan(id_, "karena"),
            ):
                with self.subTest(nama=nama), self.assertRaises(UserError):
                    panggil()
        self.assertEqual(self.tugas(p).diklaim_oleh_id, self.u["rekan"])
        with self.assertRaises(AccessError):
            self.tugas(p, "rekan2").write({"diklaim_oleh_id": id_})

    def test_claim_ends_by_itself_and_by_the_administrator(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        with freeze_time(fields.Datetime.now() + timedelta(days=9)):
            self.env["asn.permohonan.tugas"]._cron_segarkan()
            self.assertFalse(self.tugas(p).diklaim_oleh_id)
            self.tugas(p, "rekan2").action_klaim()
            self.tugas(p, "admin_sistem").action_lepas()
            self.sebagai("admin_aplikasi", p).action_approve()
        self.assertEqual(self.jenis(p), ["klaim", "lepas", "klaim", "lepas"])

    def test_who_lost_the_role_loses_the_claim(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        self.u["rekan"].layanan_ids = False
        self.env.cr.precommit.run()
        self.assertFalse(self.tugas(p).diklaim_oleh_id)
        self.sebagai("rekan2", p).action_approve()

    def test_handed_over_with_a_reason_that_the_history_shows(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        with self.assertRaises(UserError):
            self.tugas(p, "rekan").action_alihkan(self.u["rekan2"].id, " ")
        self.tugas(p, "rekan").action_alihkan(self.u["rekan2"].id, "Dinas luar")
        with self.assertRaises(UserError):
            self.sebagai("rekan", p).action_approve()
        baris = [b for b in p.lini_masa if b["status"] == "alih"]
        self.assertEqual([b["catatan"] for b in baris], ["Dinas luar"])
        self.sebagai("rekan2", p).action_approve()

    def test_only_to_somebody_who_could_be_asked(self):
        p = self.di_verifikasi()
        for nama in ("pegawai", "atasan", "fasilitator", "pengawas"):
            with self.subTest(nama=nama), self.assertRaises(UserError):
                self.tugas(p, "rekan").action_alihkan(self.u[nama].id, "karena")

    def test_administrator_reassigns_and_decides_nothing(self):
        p = self.di_verifikasi()
        self.tugas(p, "admin_sistem").action_alihkan(self.u["rekan2"].id, "Antrean")
        with self.assertRaises(UserError):
            self.sebagai("admin_sistem", p).action_approve()
        with self.assertRaises(UserError):
            self.sebagai("rekan", p).action_approve()
        self.sebagai("rekan2", p).action_approve()

    def test_superior_hands_over_to_the_next_level(self):
        p = self.ajukan()
        self.tugas(p, "atasan").action_alihkan(self.u["penandatangan"].id, "Sakit")
        self.assertIn(self.u["penandatangan"], self.tugas(p).aktor_ids)
        self.sebagai("penandatangan", p).action_approve()
        self.assertEqual(p.tahap_id.kode, "fasilitator")

    def test_task_follows_the_post_and_says_so(self):
        p = self.ajukan()
        baru = self.tambah_orang("kabid", (), self.bidang_a, self.jab_pelaksana)
        self.bidang_a.manager_id = baru.employee_id
        self.env.cr.precommit.run()
        self.assertEqual(self.tugas(p).aktor_ids, baru)
        self.assertEqual(self.jenis(p), ["pindah"])

    def test_history_of_a_task_is_never_changed(self):
        p = self.di_verifikasi()
        self.tugas(p, "rekan").action_klaim()
        for nama in ("rekan", "admin_sistem"):
            baris = p.pengalihan_ids.with_user(self.u[nama])
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                baris.write({"alasan": "lain"})
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                baris.unlink()
