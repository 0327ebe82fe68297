import os
from datetime import date
from unittest.mock import patch

from odoo.addons.asn_layanan.tests.common import SANDI, KontrakLayanan
from odoo.addons.asn_surat.models.asn_ttd_penyedia_lokal import SANDI_SEGEL
from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain import suketi
from .layanan_umum import LayananUmumCommon


class TestDomainSuketi(BaseCase):
    def test_every_kind_of_the_dossier_has_a_choice(self):
        """Services dossier 8: fourteen kinds."""
        self.assertEqual(len(set(suketi.JENIS.values())), 14)

    def test_suk_02_validity(self):
        for mulai, bulan, akhir in (
            (date(2026, 3, 2), 3, date(2026, 6, 1)),
            (date(2025, 11, 30), 3, date(2026, 2, 27)),
            (date(2026, 3, 2), 0, None),
        ):
            self.assertEqual(suketi.berlaku_sampai(mulai, bulan), akhir)

    def test_suk_03_purposes_are_compared_without_spelling(self):
        self.assertTrue(suketi.keperluan_sama("Kredit  KPR.", "kredit kpr"))
        self.assertFalse(suketi.keperluan_sama("Kredit KPR", "Kredit motor"))

    def test_purpose_is_written_into_a_sentence(self):
        for asal, harap in (
            ("Pengajuan kredit rumah.", "pengajuan kredit rumah"),
            ("KPR pada bank", "KPR pada bank"),
            (" beasiswa ", "beasiswa"),
            ("", ""),
        ):
            with self.subTest(asal=asal):
                self.assertEqual(suketi.di_tengah_kalimat(asal), harap)

    def test_suk_01_table(self):
        for varian, pernah, berjalan, kasus, hasil in (
            ("tidak_pernah", False, False, False, "manual"),
            ("tidak_pernah", True, False, False, "gagal"),
            ("tidak_sedang", True, False, False, "manual"),
            ("tidak_sedang", True, True, False, "gagal"),
            ("tidak_sedang", False, False, True, "gagal"),
        ):
            self.assertEqual(
                suketi.periksa_hukuman(varian, pernah, berjalan, kasus), hasil
            )

    def test_suk_04_path_needs_decree_and_seal(self):
        """PRO-01: steps are left out only by a decree on the procedure."""
        self.assertFalse(suketi.jalur(False, "SOP", True))
        self.assertFalse(suketi.jalur(True, False, True))
        self.assertEqual(suketi.jalur(True, "SOP", None), "ttd")
        self.assertEqual(suketi.jalur(True, "SOP", object()), "langsung")


class SuketiCommon(LayananUmumCommon):
    KODE = "suketi"
    DOKUMEN = ("SK_PANGKAT",)

    @staticmethod
    def isi(jenis="aktif_bekerja", keperluan="Pengajuan kredit rumah", **lain):
        return {"properti": {"jenis": jenis, "keperluan": keperluan, **lain}}

    def minta(self, *args, **lain):
        return self.ajukan("pegawai", self.umum, **self.isi(*args, **lain))


@tagged("post_install", "-at_install")
class TestLayananSuketi(KontrakLayanan, SuketiCommon, TransactionCase):
    """LL-22-2-b: the contract of services, by a kind that passes all steps."""

    kode = "suketi"
    BEREFEK = False

    def vals_contoh(self):
        return self.isi(
            "bebas_hukuman_disiplin",
            varian_hukuman="tidak_pernah_dijatuhi",
        )


@tagged("post_install", "-at_install")
class TestSuketi(SuketiCommon, TransactionCase):
    def segel(self):
        """Give the office a seal."""
        segel = self.env["asn.sertifikat"].create({"jenis": "segel"})
        segel._simpan_kunci(self.ca.p12("Segel Badan", "", "segel-123"))
        tambal = patch.dict(os.environ, {SANDI_SEGEL: "segel-123"})
        tambal.start()
        self.addCleanup(tambal.stop)

    def test_suk_04_automatic_kind_goes_straight_to_the_signature(self):
        draf = self.buat_permohonan("pegawai", self.umum, **self.isi())
        self.assertEqual([b["kode"] for b in draf.get_rantai()], ["pengesahan"])
        self.assertEqual(len(draf.lini_masa), 2, "checked by the system, then signed")
        permohonan = self.minta()
        self.assertEqual(
            (permohonan.state, permohonan.tahap_id.kode, permohonan.suketi_jalur),
            ("approved", "pengesahan", "ttd"),
        )
        permohonan.with_user(self.u["kepala_badan"]).action_sign(SANDI)
        surat = permohonan.surat_id
        self.assertEqual(surat.jenis_id.kode, "SUKET_AKTIF_BEKERJA")
        self.assertEqual(surat.berlaku_sampai, date(2026, 6, 1))
        self.assertIn("keperluan pengajuan kredit rumah", surat.isi)

    def test_suk_04_with_a_seal_the_letter_is_there_at_once(self):
        self.segel()
        permohonan = self.minta("masa_kerja")
        self.assertEqual(permohonan.state, "issued")
        self.assertEqual(permohonan.surat_id.cara_ttd, "segel")
        self.assertFalse(permohonan.keputusan_ids[-1].aktor_user_id)
        self.assertFalse(permohonan.keputusan_ids._verify_chain())
        permohonan.with_user(self.u["pegawai"]).action_answer_survey(4, 4)
        self.assertEqual(permohonan.state, "done")

    def test_other_kinds_pass_all_steps_also_with_a_seal(self):
        self.segel()
        for jenis in ("kredit_bank", "seleksi_terbuka"):
            permohonan = self.minta(jenis)
            self.assertEqual(permohonan.tahap_id.kode, "pemeriksaan_opd", jenis)

    def test_several_kinds_at_once_become_requests_of_their_own(self):
        permohonan = self.minta(jenis_lain=["masa_kerja", "pangkat_dan_jabatan"])
        semua = self.env["asn.permohonan"].search([("layanan_id", "=", self.umum.id)])
        self.assertEqual(len(semua), 3)
        self.assertEqual(
            {p._jawaban()["jenis"] for p in semua},
            {"aktif_bekerja", "masa_kerja", "pangkat_dan_jabatan"},
        )
        self.assertEqual(set(semua.mapped("state")), {"approved"})
        self.assertEqual(semua.pengaju_id, self.u["pegawai"])
        self.assertEqual(
            permohonan._jawaban()["jenis_lain"],
            ["masa_kerja", "pangkat_dan_jabatan"],
            "what was asked stays readable",
        )
        milik = permohonan.with_user(self.u["pegawai"])
        self.assertEqual({k["id"] for k in milik.kaitan}, set((semua - permohonan).ids))
        vals = milik._nilai_tindak("koreksi", "Salah ketik")
        self.assertNotIn("jenis_lain", vals["properti"])

    def test_suk_01_recorded_punishment_or_open_case_stops_the_letter(self):
        bebas = self.isi(
            "bebas_hukuman_disiplin", varian_hukuman="tidak_pernah_dijatuhi"
        )
        draf = self.buat_permohonan("pegawai", self.umum, **bebas)
        self.assertEqual(self.aturan(draf)["SUK-01"], "manual")
        jenis = self.env["asn.jenis.hukuman"].search([("tingkat", "=", "S")], limit=1)
        nilai = {
            "employee_id": self.pegawai.id,
            "jenis_hukuman_id": jenis.id,
            "tmt": "2012-01-01",
            "tanggal_selesai": "2013-01-01",
            "nomor_sk": "HD-1",
            "tanggal_sk": "2012-01-01",
        }
        kasus = self.env["asn.riwayat.hukuman"].create(nilai)
        self.assertEqual(self.aturan(draf)["SUK-01"], "gagal")
        kasus.unlink()
        self.env["asn.riwayat.hukuman"]._catat([nilai])
        self.assertEqual(self.aturan(draf)["SUK-01"], "gagal")
        draf.properti = {
            **bebas["properti"],
            "varian_hukuman": "tidak_sedang_menjalani",
        }
        self.assertEqual(self.aturan(draf)["SUK-01"], "manual")

    def test_suk_02_without_purpose_nothing_is_filed(self):
        with self.assertRaises(UserError):
            self.minta(keperluan="")

    def test_suk_03_valid_letter_is_offered_instead(self):
        permohonan = self.minta()
        with self.assertRaisesRegex(UserError, permohonan.nomor):
            self.minta(keperluan="pengajuan KREDIT rumah.")
        permohonan.with_user(self.u["kepala_badan"]).action_sign(SANDI)
        with self.assertRaisesRegex(UserError, "1 Juni 2026"):
            self.minta()
        self.minta(keperluan="Pengajuan visa")

    def test_suk_x_01_letter_never_says_what_the_profile_does_not(self):
        draf = self.buat_permohonan(
            "pegawai", self.umum, **self.isi("tidak_sedang_tugas_belajar")
        )
        self.assertEqual(self.aturan(draf)["SUK-X-01"], "lulus")
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_03")
        self.assertEqual(self.aturan(draf)["SUK-X-01"], "gagal")
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_01")
        keluarga = self.buat_permohonan(
            "pegawai", self.umum, **self.isi("susunan_keluarga")
        )
        self.assertEqual(self.aturan(keluarga)["SUK-X-01"], "gagal")

    def test_path_cannot_be_typed(self):
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", self.umum, suketi_jalur="langsung")
        palsu = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        palsu = palsu.with_context(default_suketi_jalur="langsung")
        with self.assertRaises(AccessError):
            palsu.create({"layanan_id": self.umum.id})

    def test_every_letter_fills_with_the_data_of_a_person(self):
        """Each of the fourteen kinds renders, whatever else was answered."""
        for jenis in suketi.JENIS:
            draf = self.buat_permohonan("pegawai", self.umum, **self.isi(jenis))
            isi = draf.sudo()._pratinjau_surat(self.u["admin_aplikasi"])
            with self.subTest(jenis=jenis):
                self.assertIn(self.pegawai.name, isi)
                self.assertIn("keperluan pengajuan kredit rumah", isi)
                self.assertNotIn("{{", isi)
