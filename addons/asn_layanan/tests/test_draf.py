from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestDraf(LayananCommon, TransactionCase):
    """A draft is filled in step by step, checked, and does not stay for ever (F49)."""

    def test_steps_are_kept_and_the_last_one_checks_everything(self):
        layanan, _versi = self.buat_layanan(
            "draf",
            "Bertahap",
            persyaratan_ids=[(0, 0, {"jenis_dokumen_id": self.jenis_dokumen.id})],
        )
        p = self.buat_permohonan(layanan=layanan)
        self.assertEqual(p.langkah, "isian")
        p.action_lanjut()
        p.invalidate_recordset()
        self.assertEqual(p.langkah, "dokumen", "kept, also for another device")
        p.action_lanjut()
        self.assertEqual(p.langkah, "periksa")
        lembar = p.lembar_periksa
        self.assertEqual(
            [(d["label"], d["kurang"]) for d in lembar["dokumen"]],
            [("Dokumen Uji", True)],
        )
        gagal = [s["label"] for s in lembar["syarat"] if s["blokir"]]
        self.assertTrue(gagal, "the missing document blocks")
        self.assertTrue(any(s["hasil"] == "lulus" for s in lembar["syarat"]))
        p.action_langkah("isian")
        self.assertEqual(p.langkah, "isian")
        with self.assertRaises(UserError):
            p.action_langkah("selesai")

    def test_what_no_document_mends_is_told_before_the_upload(self):
        syarat = {"jenis_dokumen_id": self.jenis_dokumen.id, "wajib": "opsional"}
        layanan, _versi = self.buat_layanan(
            "halang", "Terhalang", persyaratan_ids=[(0, 0, syarat)]
        )
        pertama = self.buat_permohonan(layanan=layanan)
        pertama.action_lanjut()
        self.assertEqual(pertama.langkah, "dokumen")
        self.assertFalse(pertama.halangan)
        pertama.action_submit()
        kedua = self.buat_permohonan(layanan=layanan)
        kedua.action_lanjut()
        self.assertIn(pertama.sudo().nomor, kedua.halangan)

    def test_an_optional_document_with_a_condition_is_offered_then_only(self):
        for kondisi, diminta in (
            ("[('state', '=', 'draft')]", True),
            ("[('state', '=', 'done')]", False),
        ):
            with self.subTest(kondisi=kondisi):
                syarat = {
                    "jenis_dokumen_id": self.jenis_dokumen.id,
                    "wajib": "opsional",
                    "kondisi": kondisi,
                }
                layanan, _versi = self.buat_layanan(
                    f"pilih{diminta}".lower(),
                    f"Pilihan {diminta}",
                    persyaratan_ids=[(0, 0, syarat)],
                )
                p = self.buat_permohonan(layanan=layanan)
                p.action_lanjut()
                self.assertEqual(bool(p.berkas_ids), diminta)
                self.assertEqual(p.langkah, "dokumen" if diminta else "periksa")

    def test_without_documents_their_step_is_left_out(self):
        p = self.buat_permohonan()
        p.action_lanjut()
        self.assertEqual(p.langkah, "periksa")
        p.action_submit()
        self.assertFalse(p.lembar_periksa, "only while it is with the applicant")

    def test_nobody_else_moves_a_draft(self):
        p = self.buat_permohonan()
        for nama in ("pegawai2", "atasan", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_langkah("periksa")

    def _tuakan(self, p, hari):
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "UPDATE asn_permohonan SET write_date = %s WHERE id = %s",
                fields.Datetime.now() - timedelta(hari),
                p.id,
            )
        )
        p.invalidate_recordset()

    def _kabar(self, p=None):
        return self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["pegawai"].id), ("jenis", "=", "peringatan")]
        )

    def test_old_draft_is_announced_once_then_removed(self):
        Permohonan = self.env["asn.permohonan"]
        muda, tua, disentuh = (self.buat_permohonan() for _i in range(3))
        self._tuakan(tua, 84)
        self._tuakan(disentuh, 84)
        Permohonan._cron_draf()
        Permohonan._cron_draf()
        self.assertEqual(len(self._kabar()), 2)
        self.assertTrue(tua.hapus_draf_pada)
        self.sebagai("pegawai", disentuh).langkah = "dokumen"
        self.assertFalse(disentuh.draf_diingatkan)
        lalu = fields.Date.today() - timedelta(8)
        tua.sudo()._mesin().write({"draf_diingatkan": lalu})
        Permohonan._cron_draf()
        self.assertFalse(tua.exists())
        self.assertTrue(muda.exists() and disentuh.exists())
        # The first notice led to the draft and went with it.
        judul = " ".join(self._kabar().mapped("judul"))
        self.assertRegex(judul, "was removed|telah dihapus")

    def test_office_may_keep_drafts_for_good(self):
        self.env.company.asn_hari_draf = 0
        p = self.buat_permohonan()
        self._tuakan(p, 4000)
        self.env["asn.permohonan"]._cron_draf()
        self.assertFalse(self._kabar())
        self.assertFalse(p.hapus_draf_pada)
