from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon
from .test_berkas import PDF


@tagged("post_install", "-at_install")
class TestUlang(LayananCommon, TransactionCase):
    """Filing again with one click, and refusals that an official signs (KDR-9-1-d)."""

    def test_refile_keeps_documents_and_answers(self):
        versi = self.versi.browse(self.versi.action_salin()["res_id"])
        versi.write(
            {
                "pertanyaan_ids": [
                    (0, 0, {"kode": "perlu", "name": "Keperluan", "jenis": "teks"})
                ],
                "persyaratan_ids": [
                    (
                        0,
                        0,
                        {
                            "jenis_dokumen_id": self.jenis_dokumen.id,
                            "dari_arsip": False,
                        },
                    )
                ],
            }
        )
        versi.action_publish()
        lama = self.buat_permohonan(properti={"perlu": "Kredit rumah"})
        dokumen = self.env["asn.dokumen"]._arsipkan(
            lama.employee_id, "UJI", PDF, "uji.pdf"
        )
        lama.sudo().berkas_ids._mesin().write({"dokumen_id": dokumen.id})
        lama.action_submit()
        with self.assertRaises(UserError):
            lama.action_refile()
        self.sebagai("atasan", lama).action_reject("Belum waktunya")
        self.assertTrue(self.sebagai("pegawai", lama).can_refile)
        baru = lama.browse(self.sebagai("pegawai", lama).action_refile()["res_id"])
        self.assertEqual((baru.state, baru.ulangan_dari_id), ("draft", lama))
        self.assertEqual(baru.properti["perlu"], "Kredit rumah")
        self.assertEqual(baru.sudo().berkas_ids.dokumen_id, dokumen)
        self.assertFalse(baru.nomor)
        lagi = self.sebagai("pegawai", lama).action_refile()
        self.assertEqual(lagi["res_id"], baru.id, "a second click opens the same draft")
        self.sebagai("pegawai", baru).action_submit()
        self.assertNotEqual(baru.nomor, lama.nomor)

    def test_only_the_applicants_side_files_again(self):
        p = self.ajukan()
        self.sebagai("atasan", p).action_reject("Tidak")
        for nama in ("atasan", "pegawai2", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_refile()
        self.sebagai("fasilitator", p).action_refile()

    def _ditolak_bertanda(self):
        versi = self.versi.browse(self.versi.action_salin()["res_id"])
        versi.tolak_ditandatangani = True
        versi.action_publish()
        p = self.ajukan()
        self.sebagai("atasan", p).action_reject("Tidak memenuhi")
        return p

    def test_signed_refusal_waits_for_its_signature(self):
        p = self._ditolak_bertanda()
        self.assertEqual((p.state, p.surat_tolak_id.state), ("rejected", "draft"))
        self.assertEqual(p.penolak_ttd_id, self.u["penandatangan"])
        pemohon = self.sebagai("pegawai", p)
        self.assertFalse(pemohon.can_download)
        with self.assertRaises(UserError):
            pemohon.action_download()
        for nama in ("pegawai", "atasan", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_sign_refusal(SANDI)
        penanda = self.sebagai("penandatangan", p)
        self.assertTrue(penanda.can_sign_refusal)
        self.assertEqual(
            penanda.action_sign_refusal()["params"]["method"], "action_sign_refusal"
        )
        with self.assertRaises(UserError):
            penanda.action_sign_refusal("salah")
        penanda.action_sign_refusal(SANDI)
        surat = p.surat_tolak_id
        self.assertEqual((surat.state, surat.cara_ttd), ("issued", "elektronik"))
        self.assertEqual((p.state, self.hasil(p)[-1]), ("rejected", "reject"))
        self.assertFalse(p.keputusan_ids._verify_chain())
        self.assertIn("url", pemohon.action_download())
        with self.assertRaises(UserError):
            penanda.action_sign_refusal(SANDI)
