from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestMandatCakupan(LayananCommon, TransactionCase):
    """The mandate register: reach, dates, gaps, refusal, history (B11)."""

    def mandat(self, name, jabatan=None, **nilai):
        return self.env["asn.layanan.mandat"].create(
            {
                "name": name,
                "layanan_id": self.layanan.id,
                "sequence": 1,
                "jabatan_id": (jabatan or self.jab["administrator"]).id,
                "dasar": "SK 1/2026",
                **nilai,
            }
        )

    def test_reach_by_golongan_and_unit(self):
        Mandat = self.env["asn.layanan.mandat"]
        dasar = self.layanan.mandat_ids
        p = self.buat_permohonan().sudo()
        for nilai, kena in (
            ({"golongan_min_id": self.gol_iiia.id}, True),
            ({"golongan_min_id": self.gol_iva.id}, False),
            ({"golongan_maks_id": self.gol_iiia.id}, False),
            ({"golongan_maks_id": self.gol_iiib.id}, True),
            ({"unit_id": self.dinas_a.id}, True),
            ({"unit_id": self.bidang_a.id}, True),
            ({"unit_id": self.dinas_b.id}, False),
        ):
            baru = self.mandat("Uji", **nilai)
            with self.subTest(nilai=nilai):
                self.assertEqual(
                    Mandat._cari(p, self.hari_ini), baru if kena else dasar
                )
            baru.unlink()
        with self.assertRaises(ValidationError):
            self.mandat(
                "Salah",
                golongan_min_id=self.gol_iva.id,
                golongan_maks_id=self.gol_iiia.id,
            )

    def test_signing_is_refused_when_the_mandate_ended(self):
        p = self.ajukan()
        self.setujui_sampai(p)
        self.layanan.mandat_ids.berlaku_sampai = self.hari_ini - timedelta(days=1)
        self.env.cr.precommit.run()
        with self.assertRaises(UserError):
            self.sebagai("penandatangan", p).action_sign(SANDI)
        self.assertEqual(p.state, "approved")
        self.assertTrue(p.tanpa_pelaku)
        # The successor's decree lets it go on by itself.
        self.mandat("Baru", self.jab_kepala_a, kapasitas="an", atas_nama="Wali Kota")
        self.env.cr.precommit.run()
        self.assertFalse(p.tanpa_pelaku)
        self.sebagai("penandatangan", p).action_sign(SANDI)
        self.assertEqual(p.surat_id.kapasitas, "an")

    def test_signer_by_name_needs_a_mandate_too(self):
        tahap = dict(
            self.vals_tahap()[-1], penentu="pengguna", user_id=self.u["atasan"].id
        )
        layanan, _versi = self.buat_layanan("bernama", "Bernama", [tahap])
        self.beri_sertifikat("atasan")
        p = self.ajukan("pegawai", layanan)
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_sign(SANDI)
        layanan.mandat_ids.write(
            {"penandatangan_jabatan": "jabatan", "jabatan_id": self.jab_kabid.id}
        )
        self.sebagai("atasan", p).action_sign(SANDI)
        self.assertEqual(p.state, "issued")

    def test_letter_signed_once_keeps_capacity_and_decree(self):
        mandat = self.layanan.mandat_ids
        mandat.write(
            {"kapasitas": "an", "atas_nama": "Wali Kota Uji", "dasar": "SK 7/2025"}
        )
        p = self.ajukan()
        self.terbitkan(p)
        mandat.write(
            {
                "kapasitas": "definitif",
                "dasar": "SK 9/2026",
                "berlaku_sampai": self.hari_ini,
            }
        )
        putusan = p.keputusan_ids.filtered(lambda k: k.hasil == "sign")
        self.assertEqual(
            (putusan.kapasitas, putusan.atas_nama, putusan.dasar_wewenang),
            ("an", "Wali Kota Uji", "SK 7/2025"),
        )
        self.assertEqual(p.surat_id.atas_nama, "Wali Kota Uji")
        self.assertFalse(p.keputusan_ids._verify_chain())

    def test_who_signs_for_whom_and_gaps(self):
        laporan = (
            self.env["asn.layanan.mandat.laporan"]
            .with_user(self.u["admin_utama"])
            .create({"layanan_id": self.layanan.id})
        )
        laporan.action_periksa()
        baris = laporan.baris_ids.filtered(lambda b: b.unit_id == self.dinas_a)
        self.assertEqual(set(baris.mapped("penandatangan")), {self.jab_kepala_a.name})
        self.assertFalse(any(baris.mapped("is_celah")))
        self.layanan.mandat_ids.unit_id = self.dinas_b
        laporan.action_periksa()
        baris = laporan.baris_ids.filtered(lambda b: b.unit_id == self.dinas_a)
        self.assertTrue(all(baris.mapped("is_celah")))
        self.assertGreater(laporan.jumlah_celah, 0)
        with self.assertRaises(AccessError):
            self.env["asn.layanan.mandat.laporan"].with_user(self.u["pegawai"]).create(
                {"layanan_id": self.layanan.id}
            )
