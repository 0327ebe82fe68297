from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from ..domain import penentu
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestBenturan(LayananCommon, TransactionCase):
    """Conflict of interest goes to the legal alternate and is recorded (B10)."""

    def keluarga(self, nama, kerabat, hubungan="pasangan", **nilai):
        """Record a relative of a person as a valid family row."""
        return self.contoh_riwayat(
            "asn.riwayat.keluarga",
            self.u[nama].employee_id,
            hubungan=hubungan,
            nama=self.u[kerabat].name,
            **({"nip_keluarga": self.u[kerabat].employee_id.nip} | nilai),
        )

    def _aktor(self, p):
        return p.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids

    def test_spouse_of_the_applicant_is_passed_over(self):
        self.keluarga("pegawai", "atasan")
        p = self.ajukan()
        self.assertEqual(self._aktor(p), self.u["penandatangan"])
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_approve()
        catatan = p.pengalihan_ids
        self.assertEqual(catatan.jenis, "benturan")
        self.assertEqual(catatan.dari, self.jab_kabid.name)
        self.assertIn(self.jab_kabid.name, catatan.alasan)
        self.assertNotIn(self.u["atasan"].name, catatan.alasan)

    def test_named_in_the_family_of_the_official_counts_too(self):
        self.keluarga("atasan", "pegawai", "anak", tanggal_lahir=date(2000, 1, 1))
        self.assertEqual(self._aktor(self.ajukan()), self.u["penandatangan"])

    def test_relative_known_by_nik(self):
        self.u["atasan"].employee_id.nik = "1673015703850001"
        self.keluarga("pegawai", "atasan", nip_keluarga=False, nik="1673015703850001")
        self.assertEqual(self._aktor(self.ajukan()), self.u["penandatangan"])

    def test_divorced_spouse_acts_again(self):
        self.keluarga("pegawai", "atasan", tanggal_cerai=date(2024, 1, 1))
        self.assertEqual(self._aktor(self.ajukan()), self.u["atasan"])

    def test_unverified_family_row_changes_nothing(self):
        self.env["asn.riwayat.keluarga"].create(
            {
                "employee_id": self.u["pegawai"].employee_id.id,
                "hubungan": "pasangan",
                "nama": "Atasan",
                "tanggal_nikah": date(2020, 1, 1),
                "nip_keluarga": self.u["atasan"].employee_id.nip,
            }
        )
        self.assertEqual(self._aktor(self.ajukan()), self.u["atasan"])

    def test_own_request_is_recorded_as_rerouted(self):
        tahap = self._tahap(10, "kepala", "pertimbangan", "kepala_unit")
        layanan, _versi = self.buat_layanan(
            "kepala", "Kepala", [tahap], jenis_surat_id=False
        )
        p = self.ajukan("atasan", layanan)
        self.assertEqual(self._aktor(p), self.u["penandatangan"])
        self.assertEqual(p.pengalihan_ids.jenis, "benturan")
        with self.assertRaises(AccessError):
            self.sebagai("atasan", p).action_approve()

    def test_chain_before_submission_names_posts_and_no_persons(self):
        self.keluarga("pegawai", "atasan")
        draf = self.buat_permohonan()
        baris = draf.get_rantai()
        self.assertEqual(
            [b["kode"] for b in baris], self.versi.tahap_ids.mapped("kode")
        )
        self.assertEqual(baris[0]["aktor"][0]["jabatan"], self.jab_kepala_a.name)
        self.assertTrue(baris[0]["alasan"])
        self.assertFalse(any(a["nama"] for b in baris for a in b["aktor"]))
        self.assertFalse(any(b["kosong"] for b in baris))
        sebelum = self.env["asn.permohonan"].search_count([])
        lain = self.env["asn.layanan.penentu"]._rantai(
            self.u["pegawai2"].employee_id, self.versi
        )
        self.assertEqual(lain[0]["aktor"][0]["nama"], self.u["atasan"].name)
        self.assertEqual(lain[-1]["aktor"][0]["jabatan"], self.jab_kepala_a.name)
        self.assertEqual(self.env["asn.permohonan"].search_count([]), sebelum)

    def test_head_above_by_eselon(self):
        self.dinas_a.eselon = "II.b"
        self.bidang_a.eselon = "III.b"
        for eselon, harap in (("III", "atasan"), ("II", "penandatangan")):
            tahap = self._tahap(
                10, "kepala", "pertimbangan", "kepala_eselon", eselon_kepala=eselon
            )
            layanan, _versi = self.buat_layanan(
                f"eselon_{eselon.lower()}", eselon, [tahap], jenis_surat_id=False
            )
            with self.subTest(eselon=eselon):
                self.assertEqual(
                    self._aktor(self.ajukan("pegawai", layanan)), self.u[harap]
                )
        with self.assertRaises(ValidationError):
            self.buat_layanan(
                "eselon_x",
                "x",
                [self._tahap(10, "k", "pertimbangan", "kepala_eselon")],
                jenis_surat_id=False,
            )

    def test_vacant_post_goes_to_the_head_of_its_unit(self):
        kosong = self.buat_jabatan("Kosong", "pengawas_iva", self.bidang_a)
        tahap = self._tahap(10, "k", "verifikasi", "jabatan", jabatan_id=kosong.id)
        layanan, _versi = self.buat_layanan(
            "kosong", "Kosong", [tahap], jenis_surat_id=False
        )
        p = self.ajukan("pegawai", layanan)
        self.assertEqual(self._aktor(p), self.u["atasan"])
        self.assertEqual(p.pengalihan_ids.jenis, "benturan")

    def test_closed_account_of_a_named_user_goes_to_the_superior(self):
        tahap = self._tahap(
            10, "k", "verifikasi", "pengguna", user_id=self.u["fasilitator"].id
        )
        layanan, versi = self.buat_layanan(
            "nama", "Nama", [tahap], jenis_surat_id=False
        )
        self.u["fasilitator"].active = False
        self.env.cr.precommit.run()
        p = self.ajukan("pegawai", layanan)
        self.assertEqual(self._aktor(p), self.u["atasan"])
        with self.assertRaises(ValidationError):
            versi.copy({"versi": 0})

    def test_choice_of_level(self):
        pilih = penentu.pilih
        for kasus, harap in (
            (pilih([[1], [2]], {}), (0, {1: None})),
            (pilih([[1], [2]], {1: "sendiri"}), (1, {2: None})),
            (pilih([[], [2]], {}), (1, {2: None})),
            (pilih([[1]], {}, {1: [(5, 9)]}), (0, {1: None, 5: 9})),
            (pilih([[1], [2]], {1: "keluarga"}, {1: [(5, 9)]}), (1, {2: None})),
            (pilih([[1]], {5: "empat_mata"}, {1: [(5, 9)]}), (0, {1: None})),
            (pilih([[1]], {}, {1: [(5, 9)], 5: [(6, 8)]}), (0, {1: None, 5: 9})),
            (pilih([[1], [2]], {}, aktif={2}), (1, {2: None})),
            (pilih([], {}), (None, {})),
        ):
            self.assertEqual(kasus[:2], harap)
        self.assertTrue(penentu.dialihkan(pilih([[1, 2]], {1: "keluarga"})))
        self.assertFalse(penentu.dialihkan(pilih([[1, 2]], {1: "empat_mata"})))
        self.assertEqual(
            [
                penentu.tinggi_eselon(e)
                for e in ("V.a", "IV.a", "III.b", "II.a", "x", "")
            ],
            [1, 2, 3, 4, 0, 0],
        )
