from datetime import date
from unittest.mock import patch

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..models import asn_impor_periksa
from .test_impor_riwayat import RiwayatCommon, golongan


@tagged("post_install", "-at_install")
class TestImporTarik(RiwayatCommon, TransactionCase):
    """LL-12-1, LL-12-2: an import is undone as far as nothing was built on it."""

    def setUp(self):
        super().setUp()
        self.patch(asn_impor_periksa, "UKURAN_BAGIAN", 4)

    def baru(self, jumlah=6, seed=21, **nilai):
        """Import people with a leave row each."""
        orang = self.orang(jumlah, seed=seed)
        cuti = [
            {"nip": s["nip"], "jenis_cuti": "tahunan", "nomor_surat": "850/1",
             "tanggal_mulai": date(2025, 6, 2), "tanggal_selesai": date(2025, 6, 3)}
            for s in orang
        ]  # fmt: skip
        return orang, self.impor_buku({"roster": orang, "cuti": cuti}, **nilai)

    def tarik(self, impor):
        impor.action_pratinjau_tarik()
        pratinjau = impor.read(["tarik_orang", "tarik_riwayat", "tarik_tertinggal"])[0]
        impor.alasan_tarik = "berkas bulan lalu"
        impor.action_batalkan_hasil()
        self.assertEqual(impor.state, "menarik")
        self.cron()
        self.assertEqual(impor.state, "ditarik", impor.pesan)
        hasil = impor.read(["tarik_orang", "tarik_riwayat", "tarik_tertinggal"])[0]
        self.assertEqual(hasil, pratinjau)
        return hasil

    def semua(self, nip):
        Pegawai = self.env["hr.employee"].with_context(active_test=False)
        return Pegawai.search([("nip", "=", nip)])

    def tertinggal(self, impor):
        return [(m.nilai, m.kunci) for m in impor.masalah_ids if m.tingkat == "T"]

    def test_everything_is_taken_back_and_the_person_can_come_again(self):
        orang, impor = self.baru(buat_akun=True)
        users = self.pegawai(orang[0]["nip"]).user_id
        hasil = self.tarik(impor)
        self.assertEqual((hasil["tarik_orang"], hasil["tarik_tertinggal"]), (6, 0))
        for satu in orang:
            pegawai = self.semua(satu["nip"])
            self.assertEqual((len(pegawai), pegawai.active), (1, False))
            self.assertFalse(pegawai.work_contact_id.active)
            self.assertFalse(pegawai.golongan_id)
            for nama in ("golongan", "jabatan", "cuti"):
                self.assertFalse(self.riwayat(nama, satu["nip"]))
                batal = self.riwayat(nama, satu["nip"], "batal")
                self.assertTrue(batal)
                self.assertIn("berkas bulan lalu", batal[0].catatan)
        self.assertFalse(users.active)
        self.assertTrue(all(b.status == "ditarik" for b in impor.sudo().bagian_ids))
        with self.assertRaises(UserError):
            impor.action_pratinjau_tarik()

        ulang = self.impor_buku({"roster": orang})

        self.assertEqual((ulang.jumlah_diperbarui, ulang.jumlah_baru), (6, 0))
        pegawai = self.pegawai(orang[0]["nip"])
        self.assertEqual(pegawai.golongan_id.kode, orang[0]["golongan"])
        self.assertTrue(pegawai.work_contact_id.active)
        # And once more back and forth.
        self.tarik(ulang)
        self.assertFalse(self.pegawai(orang[0]["nip"]))

    def test_person_archived_by_hand_does_not_come_back(self):
        orang, _impor = self.baru(2)
        self.pegawai(orang[0]["nip"]).active = False
        impor = self.periksa(orang)
        self.assertIn("nip_nonaktif", impor.masalah_ids.mapped("kunci"))

    def test_changed_values_get_what_was_there_before(self):
        orang, _impor = self.baru(3)
        pegawai = [self.pegawai(s["nip"]) for s in orang]
        lama = [(p.rt, p.tanggal_lahir, p.agama) for p in pegawai]
        perubahan = [
            {"nip": s["nip"], "nama": s["nama"], "rt": "077", "agama": "Hindu",
             "tanggal_lahir": date(1980, 1, 1)} for s in orang
        ]  # fmt: skip
        impor = self.impor_buku({"roster": perubahan})
        self.assertEqual(impor.jumlah_diperbarui, 3)
        pegawai[1].rt = "001"
        impor.action_pratinjau_tarik()
        self.assertEqual(impor.tarik_nilai, 3)
        impor.alasan_tarik = "salah"
        impor.action_batalkan_hasil()
        self.cron()
        self.assertEqual(impor.state, "ditarik")
        self.assertEqual(
            (pegawai[0].rt, pegawai[0].tanggal_lahir, pegawai[0].agama), lama[0]
        )
        self.assertEqual((pegawai[1].rt, pegawai[1].tanggal_lahir), ("001", lama[1][1]))
        self.assertTrue(pegawai[0].active)
        self.assertEqual(self.tertinggal(impor), [(orang[1]["nip"], "tarik_berubah")])

    def test_what_rests_on_a_person_keeps_the_person(self):
        orang, impor = self.baru(5)
        riwayat, akun, kepala, draf = (self.pegawai(s["nip"]) for s in orang[:4])
        self.env["asn.riwayat.gaji"]._catat(
            [{"employee_id": riwayat.id, "golongan_id": riwayat.golongan_id.id,
              "tmt": date(2026, 1, 1), "gaji_pokok": 4_000_000}]
        )  # fmt: skip
        user = akun._asn_buat_akun()
        self.env["hr.employee"].create({"name": "Staf", "parent_id": kepala.id})
        self.env["asn.riwayat.pendidikan"].create(
            {"employee_id": draf.id, "pendidikan_id": draf.pendidikan_id.id}
        )
        hasil = self.tarik(impor)
        self.assertEqual((hasil["tarik_orang"], hasil["tarik_tertinggal"]), (1, 4))
        self.assertEqual(
            sorted(self.tertinggal(impor)),
            sorted((p.nip, "tarik_terpakai") for p in (riwayat, akun, kepala, draf)),
        )
        for pegawai in (riwayat, akun, kepala, draf):
            self.assertTrue(pegawai.active)
        self.assertTrue(user.active)
        self.assertFalse(self.semua(orang[4]["nip"]).active)

    def test_account_that_was_used_keeps_the_person(self):
        orang, impor = self.baru(2, buat_akun=True)
        user = self.pegawai(orang[0]["nip"]).user_id
        self.env["res.users.log"].with_user(user).sudo().create({})
        self.tarik(impor)
        self.assertTrue(self.pegawai(orang[0]["nip"]).active)
        self.assertTrue(user.active)
        self.assertFalse(self.semua(orang[1]["nip"]).active)

    def test_corrected_row_is_valid_again(self):
        orang, _impor = self.baru(2)
        nip = orang[0]["nip"]
        pppk = orang[0]["status_pegawai"] == "PPPK"
        kode = "XII" if pppk else "IV/d"
        pertama = self.impor_buku({"golongan": [golongan(nip, kode, date(2026, 2, 1))]})
        lama = self.riwayat("golongan", nip)[-1]
        kedua = self.impor_buku(
            {
                "golongan": [
                    golongan(nip, kode, date(2026, 3, 1), koreksi_dari=lama.nomor_sk)
                ]
            }
        )
        self.assertEqual(lama.status, "dikoreksi")
        pertama.action_pratinjau_tarik()
        self.assertEqual(self.tertinggal(pertama), [(nip, "tarik_dikoreksi")])

        self.tarik(kedua)

        self.assertEqual(lama.status, "sah")
        self.assertEqual(self.pegawai(nip).tmt_golongan, date(2026, 2, 1))
        self.tarik(pertama)
        self.assertEqual(self.pegawai(nip).golongan_id.kode, orang[0]["golongan"])

    def test_killed_undoing_goes_on_without_doubles(self):
        orang, impor = self.baru(9)
        impor.action_pratinjau_tarik()
        impor.alasan_tarik = "salah"
        impor.action_batalkan_hasil()
        asli, kali = type(impor)._tarik_bagian, []

        def mati(diri, bagian):
            asli(diri, bagian)
            kali.append(bagian)
            if len(kali) == 2:
                raise KeyboardInterrupt

        semua = impor._bagian("selesai")
        with patch.object(type(impor), "_tarik_bagian", mati):
            impor._tarik_bagian(semua[-1])
            with self.assertRaises(KeyboardInterrupt), self.cr.savepoint():
                impor._tarik_bagian(impor._bagian("selesai")[-1])
        self.assertEqual(len(impor._bagian("selesai")), len(semua) - 1)
        self.cron()
        self.assertEqual((impor.state, impor.tarik_orang), ("ditarik", 9))
        self.assertFalse(
            self.env["hr.employee"].search([("nip", "in", [s["nip"] for s in orang])])
        )

    def test_undoing_needs_preview_reason_and_role(self):
        _orang, impor = self.baru(2)
        with self.assertRaisesRegex(UserError, "preview"):
            impor.action_batalkan_hasil()
        impor.action_pratinjau_tarik()
        with self.assertRaisesRegex(UserError, "why"):
            impor.action_batalkan_hasil()
        impor.alasan_tarik = "salah"
        for peran in ("pegawai", "fasilitator", "admin_aplikasi", "kepala_badan"):
            user = self.buat_user(f"tarik_{peran}", (peran,))
            for metode in ("action_pratinjau_tarik", "action_batalkan_hasil"):
                with self.subTest(peran=peran), self.assertRaises(AccessError):
                    getattr(impor.with_user(user), metode)()
        for vals in ({"state": "ditarik"}, {"tarik_orang": 3}, {"is_pratinjau": False}):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                impor.write(vals)
        kosong = self.periksa(self.orang(1, seed=5))
        with self.assertRaises(UserError):
            kosong.action_pratinjau_tarik()
        with self.assertRaises(UserError):
            impor.unlink()

    def test_new_posts_go_when_nobody_holds_them(self):
        orang = self.orang(2, seed=31)
        orang[0]["jabatan"], orang[1]["jabatan"] = "Jabatan Uji Satu", "Jabatan Uji Dua"
        impor = self.impor_buku({"roster": orang})
        jabatan = [self.pegawai(s["nip"]).jabatan_id for s in orang]
        lain = self.env["hr.employee"].create({"name": "Pemegang Lain"})
        self.env["asn.riwayat.jabatan"]._catat(
            [{"employee_id": lain.id, "jabatan_id": jabatan[1].id, "tmt": fields.Date.today(),
              "unit_id": self.env["hr.department"].search([("kode", "=", "RSUD")]).id}]
        )  # fmt: skip
        self.tarik(impor)
        self.assertEqual([j.active for j in jabatan], [False, True])
