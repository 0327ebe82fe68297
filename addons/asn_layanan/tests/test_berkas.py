import base64
from datetime import timedelta

from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"


@tagged("post_install", "-at_install")
class TestBerkas(LayananCommon, TransactionCase):
    """Checklist from the archive, uploads, findings, eligibility (PRO-02, PRO-15)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.layanan_b, cls.versi_b = cls.buat_layanan(
            "berkas",
            "Dengan Berkas",
            persyaratan_ids=[(0, 0, {"jenis_dokumen_id": cls.jenis_dokumen.id})],
            aturan_ids=[
                (
                    0,
                    0,
                    {
                        "kode": "UMUM-05",
                        "name": "Berkas",
                        "pesan": "Berkas belum lengkap",
                    },
                ),
                (0, 0, {"kode": "UJI-1", "name": "Dinilai petugas", "keras": False}),
            ],
        )
        cls.u["admin_aplikasi"].layanan_ids |= cls.layanan_b

    def _unggah(self, p, isi=PDF, nama="uji.pdf"):
        p.berkas_ids.with_user(self.u["pegawai"]).write(
            {"file": base64.b64encode(isi), "nama_file": nama}
        )

    def test_officer_uploads_with_what_he_files_on_behalf(self):
        """F31: who keeps no archive still completes the request of another."""
        pegawai, petugas = self.u["pegawai"].employee_id, self.u["admin_aplikasi"]
        lain = {"file": base64.b64encode(PDF + b"\n"), "nama_file": "lain.pdf"}
        draf = {"employee_id": pegawai.id, "dasar_wakil": "Usul atasan"}
        p = self.buat_permohonan("admin_aplikasi", layanan=self.layanan_b, **draf)
        berkas = p.sudo().berkas_ids.with_user(petugas)
        berkas.write({"file": base64.b64encode(PDF), "nama_file": "uji.pdf"})
        dokumen = p.sudo().berkas_ids.dokumen_id
        self.assertEqual((dokumen.status, dokumen.employee_id), ("belum", pegawai))
        self.assertEqual(dokumen.create_uid, petugas)
        tujuan = {"employee_id": pegawai.id, "jenis_id": dokumen.jenis_id.id}
        with self.assertRaises(AccessError):
            self.env["asn.dokumen"].with_user(petugas).create(tujuan | lain)
        petugas.layanan_ids -= self.layanan_b
        with self.assertRaises(AccessError):
            berkas.write(lain)

    def test_missing_document_stops_submission_and_upload_opens_it(self):
        """KDR-8-c: every document before sending; the draft is kept meanwhile."""
        p = self.buat_permohonan(layanan=self.layanan_b)
        with self.assertRaisesRegex(UserError, "Berkas belum lengkap"):
            p.action_submit()
        self.assertEqual(p.state, "draft")
        self._unggah(p)
        dokumen = p.sudo().berkas_ids.dokumen_id
        self.assertEqual(
            (dokumen.status, dokumen.employee_id), ("belum", p.sudo().employee_id)
        )
        self._unggah(p)
        self.assertEqual(
            p.sudo().berkas_ids.dokumen_id, dokumen, "same bytes, same row"
        )
        p.action_submit()
        hasil = {h.kode: h.hasil for h in p.sudo().hasil_periksa_ids}
        self.assertEqual((hasil["UMUM-05"], hasil["UJI-1"]), ("lulus", "manual"))

    def test_hostile_file_refused(self):
        p = self.buat_permohonan(layanan=self.layanan_b)
        for isi, nama in (
            (b"MZ\x90\x00" * 50, "a.pdf"),
            (b"", "a.pdf"),
            (b"<html>", "a.pdf"),
        ):
            with self.subTest(nama=nama), self.assertRaises(UserError):
                if isi:
                    self._unggah(p, isi, nama)
                else:
                    p.action_submit()
        self.assertFalse(p.sudo().berkas_ids.dokumen_id)

    def test_verified_document_of_the_archive_attached_by_itself(self):
        """KDR-8-b-1, LL-22-3-a: what the archive has is not asked for."""
        pegawai = self.u["pegawai"].employee_id
        dokumen = self.env["asn.dokumen"]._arsipkan(pegawai, "UJI", PDF, "uji.pdf")
        p = self.buat_permohonan(layanan=self.layanan_b)
        self.assertEqual(p.sudo().berkas_ids.dokumen_id, dokumen)
        p.action_submit()
        self.assertEqual(p.state, "in_review")

    def test_finding_only_by_the_actor_and_return_note_on_the_document(self):
        """KDR-9-1-a: each document is judged by the verifier."""
        p = self.buat_permohonan(layanan=self.layanan_b)
        self._unggah(p)
        p.action_submit()
        berkas = p.sudo().berkas_ids
        for nama in ("pegawai", "admin_aplikasi"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                berkas.with_user(self.u[nama]).action_verdict("ok")
        with self.assertRaises(UserError):
            berkas.with_user(self.u["atasan"]).action_verdict("tidak_ok")
        self.sebagai("atasan", p).action_approve()
        berkas.with_user(self.u["fasilitator"]).action_verdict("ok")
        self.assertEqual(berkas.verdict, "ok")
        self.assertEqual(berkas.dokumen_id.status, "sah", "accepted: filed for good")
        self.sebagai("fasilitator", p).action_return("Kurang", 3, {berkas.id: "Buram"})
        self.assertEqual((berkas.verdict, berkas.catatan), ("tidak_ok", "Buram"))
        self.assertIn("Dokumen Uji: Buram", p.sudo().catatan_kembali)
        self.sebagai("pegawai", p).action_resubmit()
        self.assertEqual(berkas.verdict, "belum")

    def test_upload_closed_after_submission(self):
        p = self.buat_permohonan(layanan=self.layanan_b)
        self._unggah(p)
        p.action_submit()
        with self.assertRaises(UserError):
            self._unggah(p, PDF + b"\n")

    def test_umum_07_a_warning_runs_on_its_own_day_only(self):
        """services.md 2.3: what has no length stands against nobody afterwards."""
        layanan, versi = self.buat_layanan(
            "disiplin",
            "Disiplin",
            aturan_ids=[(0, 0, {"kode": "UMUM-07", "name": "Hukuman"})],
        )
        aturan = versi.aturan_ids
        p = self.buat_permohonan(layanan=layanan).sudo()
        pegawai, hari = p.employee_id, self.env["hr.employee"]._asn_hari_ini()
        Jenis, handler = self.env["asn.jenis.hukuman"], p._handler()
        for tingkat, bulan, sejak, harap in (
            ("R", 0, 0, "gagal"),
            ("R", 0, 1, "lulus"),
            ("R", 0, 400, "lulus"),
            ("S", 1, 20, "gagal"),
            ("S", 1, 40, "lulus"),
        ):
            with self.subTest(tingkat=tingkat, sejak=sejak), self.cr.savepoint() as s:
                self.contoh_riwayat(
                    "asn.riwayat.hukuman",
                    pegawai,
                    tmt=hari - timedelta(days=sejak),
                    jenis_hukuman_id=Jenis.search([("tingkat", "=", tingkat)])[0].id,
                    lama_bulan=bulan,
                )
                satu = handler._banyak_umum_07(p, aturan)[p.id]
                banyak = handler._orang_umum_07(versi, pegawai, aturan, Kasus(hari))
                self.assertEqual((satu[0], banyak[pegawai.id][0]), (harap, harap))
                s.rollback()

    def test_common_gates(self):
        pegawai = self.u["pegawai"].employee_id
        for ubah, kode in (
            ({"kedudukan_hukum": False}, "UMUM-01"),
            ({"tmt_golongan": False}, "UMUM-04"),
            # UMUM-06: data blocked by BKN
            ({"kedudukan_hukum": self.env.ref("asn_base.kedudukan_92").id}, "UMUM-01"),
        ):
            with self.subTest(kode=kode):
                with self.ditolak_aturan(kode):
                    pegawai.sudo().write(ubah)
                    self.buat_permohonan().action_submit()
        self.layanan.untuk_pns = False
        with self.ditolak_aturan("UMUM-02"):
            self.buat_permohonan().action_submit()
        self.layanan.untuk_pns = True
        self.ajukan()
        with self.ditolak_aturan("UMUM-03"):
            self.ajukan()

    def test_rule_that_fails_later_stops_the_signature(self):
        p = self.ajukan()
        self.setujui_sampai(p)
        self.u["pegawai"].employee_id.sudo().kedudukan_hukum = False
        with self.ditolak_aturan("UMUM-01"):
            self.sebagai("penandatangan", p).action_sign("sandi-uji")
        self.assertEqual(p.state, "approved")
