from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestTindak(LayananCommon, TransactionCase):
    """Correction, replacement and revocation of issued products (PRO-16, B5)."""

    def _terbit(self, selesai=True):
        p = self.ajukan()
        self.terbitkan(p)
        if selesai:
            self.sebagai("pegawai", p).action_answer_survey(4, 4)
        return p

    def _tindak(self, p, jenis, nama="pegawai", ajukan=True):
        aksi = self.sebagai(nama, p).action_tindak(jenis, "Tanggal keliru")
        baru = self.env["asn.permohonan"].browse(aksi["res_id"])
        if ajukan:
            baru.with_user(self.u[nama]).action_submit()
        return baru

    def test_revocation_goes_through_the_steps_and_ends_the_product(self):
        p = self._terbit()
        surat, dokumen = p.surat_id, p.dokumen_produk_id
        cabut = self._tindak(p, "pencabutan")
        self.assertEqual((p.state, cabut.state), ("done", "in_review"))
        self.terbitkan(cabut)
        self.assertEqual((p.state, cabut.state), ("revoked", "done"))
        self.assertFalse(p.is_diganti)
        self.assertEqual(self.hasil(p)[-1], "revoke")
        self.assertEqual(self.hasil(cabut)[-3:], ["sign", "issue", "release"])
        self.assertEqual((surat.state, dokumen.status), ("revoked", "dicabut"))
        self.assertEqual(surat.dasar_cabut_id, cabut.surat_id)
        self.assertIn("Tanggal keliru", surat.alasan_cabut)
        self.assertIn(surat.nomor, cabut.surat_id.isi)
        self.assertIn("Tanggal keliru", cabut.surat_id.isi)
        self.assertEqual(cabut.surat_id.jenis_id.kode, "PENCABUTAN")
        self.assertEqual(cabut.dokumen_produk_id.jenis_id.kode, "PENCABUTAN")
        self.assertTrue(cabut.surat_id.dirilis, "nobody answers a survey for it")
        self.assertIn(cabut.nomor, p.keputusan_ids[-1].catatan)
        for satu in (p, cabut):
            self.assertFalse(satu.keputusan_ids._verify_chain())
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["pegawai"].id), ("permohonan_id", "=", p.id)]
        )
        self.assertRegex(" ".join(kabar.mapped("judul")), "revoked|dicabut")
        with self.assertRaisesRegex(UserError, cabut.nomor):
            self.sebagai("pegawai", p).action_download()

    def test_replacement_ends_the_old_letter_and_issues_the_new_one(self):
        for jenis in ("koreksi", "penggantian"):
            with self.subTest(jenis=jenis):
                p = self._terbit()
                ganti = self._tindak(p, jenis)
                self.terbitkan(ganti)
                self.assertEqual((p.state, ganti.state), ("revoked", "issued"))
                self.assertTrue(p.is_diganti)
                self.assertEqual(p.surat_id.pengganti_id, ganti.surat_id)
                self.assertEqual(ganti.surat_id.jenis_id, self.jenis_surat)
                self.assertEqual(ganti.dokumen_produk_id.status, "sah")
                cabut = self._tindak(ganti, "pencabutan")
                self.terbitkan(cabut)
                self.assertEqual(ganti.state, "revoked", "a replacement ends, too")
                self.assertEqual(p.state, "revoked")

    def test_one_product_is_ended_once(self):
        p = self._terbit()
        cabut = self._tindak(p, "pencabutan")
        with self.assertRaisesRegex(UserError, cabut.nomor):
            self.sebagai("pegawai", p).action_tindak("koreksi", "lagi")
        self.sebagai("atasan", cabut).action_reject("Tidak perlu")
        self.assertEqual(p.state, "done", "a refusal leaves the product in force")
        lagi = self._tindak(p, "pencabutan", "admin_aplikasi", ajukan=False)
        self.assertEqual(lagi.pengaju_id, self.u["admin_aplikasi"])
        lagi.with_user(self.u["admin_aplikasi"]).action_submit()
        with self.assertRaises(AccessError):
            self.setujui_sampai(lagi)
        self.assertEqual(p.state, "done", "who asked for it does not verify it")

    def test_a_product_that_ended_meanwhile_stops_the_signature(self):
        p = self._terbit()
        cabut = self._tindak(p, "pencabutan")
        self.setujui_sampai(cabut)
        p.sudo()._decide("revoke", "revoked", catatan="Uji")
        with self.assertRaisesRegex(UserError, p.nomor):
            self.sebagai("penandatangan", cabut).action_sign(SANDI)
        self.assertEqual(cabut.state, "approved")
        self.assertFalse(cabut.surat_id)

    def test_who_has_no_part_in_it_starts_nothing(self):
        p = self._terbit()
        for nama in ("pegawai2", "pengawas", "monev", "admin_sistem", "atasan"):
            for jenis in ("koreksi", "pencabutan"):
                with self.subTest(nama=nama), self.assertRaises(AccessError):
                    self.sebagai(nama, p).action_tindak(jenis, "Coba")
        for jenis, alasan in (("apa saja", "Coba"), ("koreksi", "  ")):
            with self.assertRaises(UserError):
                self.sebagai("pegawai", p).action_tindak(jenis, alasan)
        draf = self.buat_permohonan()
        with self.assertRaises(UserError):
            draf.action_tindak("pencabutan", "Belum terbit")

    def test_forged_origin_refused_by_every_way(self):
        p = self._terbit()
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai2"])
        for vals in (
            {"asal_id": p.id},
            {"jenis_tindak": "pencabutan"},
            {"alasan_tindak": "x"},
        ):
            with self.subTest(vals=vals):
                with self.assertRaises(AccessError):
                    Permohonan.create({"layanan_id": self.layanan.id, **vals})
                bawaan = {f"default_{k}": v for k, v in vals.items()}
                with self.assertRaises(AccessError):
                    Permohonan.with_context(**bawaan).create(
                        {"layanan_id": self.layanan.id}
                    )
                draf = self.buat_permohonan("pegawai2")
                with self.assertRaises(AccessError):
                    draf.write(vals)
                draf.unlink()
        tindak = self._tindak(p, "koreksi", ajukan=False)
        with self.assertRaises(AccessError):
            self.sebagai("pegawai", tindak).employee_id = self.u["pegawai2"].employee_id

    def test_shorter_chain_by_condition_of_the_steps(self):
        tahap = self.vals_tahap()
        for satu in tahap[:5]:
            satu["kondisi"] = "[('jenis_tindak', '=', False)]"
        layanan, _versi = self.buat_layanan("pendek", "Pendek", tahap=tahap)
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            self.u[nama].layanan_ids |= layanan
        p = self.ajukan("pegawai", layanan)
        self.terbitkan(p)
        cabut = self._tindak(p, "pencabutan")
        self.assertEqual(cabut.state, "approved")
        self.sebagai("penandatangan", cabut).action_sign(SANDI)
        self.assertEqual((p.state, cabut.state), ("revoked", "done"))

    def test_signer_revokes_through_a_request_and_not_the_letter_alone(self):
        p = self._terbit()
        with self.assertRaisesRegex(UserError, p.nomor):
            p.surat_id.with_user(self.u["penandatangan"]).action_revoke("Salah")
        self.assertEqual(p.surat_id.state, "issued")
        tindak = self._tindak(p, "pencabutan", "penandatangan", ajukan=False)
        self.assertEqual(tindak.pengaju_id, self.u["penandatangan"])
