import base64
import io
from datetime import date, datetime

import openpyxl
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.addons.asn_surat.domain.bentuk import angka
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common_kp import KpCommon
from .test_kgb_massal import TMT, MassalCommon


@tagged("post_install", "-at_install")
class TestGajiSerah(MassalCommon, KpCommon, TransactionCase):
    """The list of a month that the finance office takes over: KGB and promotions."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.u["pengusul"].layanan_ids |= cls.kp

    def terbit(self):
        massal = self.massal()
        self.ajukan_massal(massal)
        self.terbitkan_semua(massal)
        self.env.invalidate_all()
        return massal

    def buka(self, massal, nama="pengusul"):
        aksi = massal.with_user(self.u[nama]).action_serah()
        serah = self.env["asn.gaji.serah"].browse(aksi["res_id"])
        return serah.with_user(self.u[nama])

    def sel(self, serah):
        """Return the rows of the file."""
        isi = io.BytesIO(base64.b64decode(serah.sudo().file))
        return list(openpyxl.load_workbook(isi).active.iter_rows())

    def test_file_has_pay_before_and_after_and_the_letter(self):
        self.bidang_a.name = "=1+1"
        massal = self.terbit()
        serah = self.buka(massal)
        surat = self.baris(massal, self.pegawai).permohonan_id.surat_id
        baris = self.sel(serah)
        isi = [[s.value for s in b] for b in baris]
        orang = next(b for b in isi if self.pegawai.nip in b)
        self.assertIn("=1+1", orang)
        hidup = [s.value for b in baris for s in b if s.data_type == "f"]
        self.assertEqual(len(hidup), 3)
        self.assertTrue(all(s.startswith("=SUBTOTAL(9,") for s in hidup))
        pangkat = "Penata Muda Tingkat I, III/b"
        for nilai in (3089300, 3186600, 97300, TMT, surat.nomor, "KGB", pangkat):
            self.assertIn(nilai, orang)
        self.assertEqual((serah.jumlah, serah.selisih), (1, 97300))

    def test_taken_over_once_and_later_letters_go_into_the_next_list(self):
        massal = self.terbit()
        serah = self.buka(massal)
        self.assertEqual(self.buka(massal), serah)
        with self.assertRaises(UserError):
            serah.action_terima()
        serah.write({"penerima": "Siti Aminah", "tanggal_terima": "2026-03-09"})
        with self.assertRaisesRegex(UserError, "not come yet|belum tiba"):
            serah.action_terima()
        serah.write({"tanggal_terima": "2026-03-02"})
        serah.action_terima()
        self.assertEqual(serah.dicatat_oleh_id, self.u["pengusul"])
        for perbuatan in (
            lambda: serah.write({"penerima": "Orang Lain"}),
            lambda: serah.write({"file": False}),
        ):
            with self.assertRaises(AccessError):
                perbuatan()
        with self.assertRaises(UserError):
            serah.action_terima()
        with self.assertRaisesRegex(UserError, "nothing to hand over|Tidak ada"):
            massal.action_serah()
        self.siapkan(self.lain)
        massal.action_periksa()
        self.ajukan_massal(massal)
        permohonan = self.baris(massal, self.lain).permohonan_id.with_env(self.env)
        KontrakLayanan.jalankan(self, permohonan)
        kedua = self.buka(massal)
        self.assertEqual((kedua.urut, kedua.permohonan_ids), (2, permohonan))

    def cabut(self, permohonan):
        """Revoke an issued increment by all who decide."""
        pegawai = self.sebagai("pegawai", permohonan)
        tindak = pegawai.action_tindak("pencabutan", "Salah hitung")
        tindak = self.env["asn.permohonan"].browse(tindak["res_id"])
        self.sebagai("pegawai", tindak).action_submit()
        KontrakLayanan.jalankan(self, tindak)

    def test_what_was_taken_back_is_not_paid(self):
        massal = self.terbit()
        serah = self.buka(massal)
        permohonan = serah.sudo().permohonan_ids.sudo(False).with_env(self.env)
        lama = serah.sha256
        self.cabut(permohonan)
        self.assertFalse(serah.permohonan_ids)
        self.assertNotEqual(serah.sha256, lama)
        nip = self.pegawai.nip
        self.assertFalse([b for b in self.sel(serah) if nip in [s.value for s in b]])
        serah.write({"penerima": "Siti Aminah", "tanggal_terima": "2026-03-02"})
        with self.assertRaisesRegex(UserError, "kosong|empty"):
            serah.action_terima()

    def test_who_handed_over_is_told_of_a_revocation(self):
        massal = self.terbit()
        serah = self.buka(massal)
        permohonan = serah.sudo().permohonan_ids.sudo(False).with_env(self.env)
        serah.write({"penerima": "Siti Aminah", "tanggal_terima": "2026-03-02"})
        serah.action_terima()
        self.cabut(permohonan)
        self.assertEqual(serah.permohonan_ids, permohonan)
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["pengusul"].id), ("res_id", "=", serah.id)]
        )
        self.assertIn(permohonan.surat_id.nomor, kabar.isi)

    def test_nobody_else_makes_or_sees_lists(self):
        massal = self.terbit()
        serah = self.buka(massal)
        for nama in ("pegawai", "fasilitator", "pengawas", "monev"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                serah.with_user(self.u[nama]).read(["judul"])
        with self.assertRaises(AccessError):
            self.env["asn.gaji.serah"].with_user(self.u["pengusul"]).create(
                {"bulan": "2026-04-01"}
            )
        permohonan = serah.sudo().permohonan_ids
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pengusul"]).write({"gaji_serah_id": False})
        with self.assertRaises(UserError):
            serah.sudo().unlink()

    # ---- promotions ----------------------------------------------------------

    def pangkat(self, nama="pegawai"):
        """Return an issued promotion to III/c from 1 May 2026."""
        permohonan = self.ajukan(nama, self.kp)
        self.jalankan(permohonan)
        return permohonan.with_env(self.env)

    def bulan(self, bulan="2026-05-20", nama="pengusul"):
        """Return the list of a month as its officer makes it."""
        Bulan = self.env["asn.gaji.serah.bulan"].with_user(self.u[nama])
        aksi = Bulan.create({"bulan": bulan}).action_buka()
        return self.env["asn.gaji.serah"].browse(aksi["res_id"]).with_user(self.u[nama])

    def isi(self, serah):
        """Return the values of the file, row by row."""
        return [[s.value for s in b] for b in self.sel(serah)]

    def test_promotions_and_increments_of_a_month_stand_in_one_list(self):
        self.siapkan(self.lain)
        berkala = self.ajukan("pegawai2", self.kgb).with_env(self.env)
        self.jalankan(berkala)
        naik = self.pangkat()
        with self.assertRaisesRegex(UserError, "nothing to hand over|Tidak ada"):
            self.bulan("2026-03-01")
        serah = self.bulan()
        self.assertEqual(serah.bulan, date(2026, 5, 1))
        isi = self.isi(serah)
        orang = next(b for b in isi if self.pegawai.nip in b)
        lebih = naik.kp_gaji_baru - naik.kp_gaji_lama
        for nilai in (
            "KP reguler",
            "Penata Muda Tingkat I, III/b",
            "Penata, III/c",
            "6 tahun 1 bulan",
            naik.kp_gaji_lama,
            naik.kp_gaji_baru,
            lebih,
            datetime(2026, 5, 1),
            naik.surat_id.nomor,
            "Bidang A1",
        ):
            self.assertIn(nilai, orang)
        self.assertIn("KGB", next(b for b in isi if self.lain.nip in b))
        atas = " ".join(str(b[0]) for b in isi)
        self.assertIn("Kenaikan gaji berkala: 1 surat, tambahan Rp97.300", atas)
        self.assertIn(f"Kenaikan pangkat: 1 surat, tambahan Rp{angka(lebih)}", atas)
        self.assertEqual(
            (serah.jumlah, serah.jumlah_kgb, serah.jumlah_kp, serah.selisih),
            (2, 1, 1, 97300 + lebih),
        )
        baris = naik.with_user(self.u["pegawai"])
        self.assertEqual(
            (baris.serah_jenis, baris.serah_golongan_id.kode, baris.serah_gaji_baru),
            ("kp", "III/c", naik.kp_gaji_baru),
        )

    def test_a_promotion_that_is_corrected_or_revoked_is_paid_no_more(self):
        """Out of an open list; who handed a closed one over is told."""
        naik = self.pangkat()
        serah = self.bulan()
        pegawai = self.sebagai("pegawai", naik)
        ralat = pegawai.action_tindak("koreksi", "Salah ketik")
        ralat = self.env["asn.permohonan"].browse(ralat["res_id"])
        self.sebagai("pegawai", ralat).action_submit()
        self.jalankan(ralat)
        self.assertFalse(serah.sudo().permohonan_ids)
        self.assertEqual(self.bulan(), serah)
        self.assertEqual(serah.sudo().permohonan_ids, ralat)
        jenis = next(b for b in self.isi(serah) if self.pegawai.nip in b)
        self.assertIn("KP reguler (koreksi)", jenis)
        serah.write({"penerima": "Siti Aminah", "tanggal_terima": "2026-03-02"})
        serah.action_terima()
        nomor = ralat.surat_id.nomor
        self.cabut(ralat)
        self.assertEqual(serah.sudo().permohonan_ids, ralat)
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["pengusul"].id), ("res_id", "=", serah.id)]
        )
        self.assertIn(nomor, kabar.isi)
        with self.assertRaisesRegex(UserError, "nothing to hand over|Tidak ada"):
            self.bulan()

    def test_a_person_with_both_is_told_apart_and_counted_once(self):
        """Increment and promotion of one day: which one finance pays, and one sum."""
        self.siapkan(self.pegawai)
        # The promotion is filed first: what counts last stands last all the same.
        naik = self.ajukan("pegawai", self.kp).with_env(self.env)
        berkala = self.ajukan("pegawai", self.kgb).with_env(self.env)
        self.jalankan(naik)
        lama, berkala_baru = naik.kp_gaji_lama, 3186600
        self.jalankan(berkala)
        for tmt, catatan, tambahan in (
            (date(2026, 4, 1), "Berlaku sampai 30 April 2026, kemudian SK", 97300),
            (date(2026, 5, 1), "Tidak dibayarkan: pada TMT yang sama berlaku SK", 0),
        ):
            with self.subTest(tmt=tmt), self.cr.savepoint() as titik:
                gaji = self.env["asn.riwayat.gaji"].search(
                    [("dokumen_id", "=", berkala.dokumen_produk_id.id)]
                )
                self.env.cr.execute(
                    "UPDATE asn_riwayat_gaji SET tmt = %s, tanggal_sk = '2026-03-01'"
                    " WHERE id = %s",
                    [tmt, gaji.id],
                )
                berkala._mesin().write({"kgb_tmt": tmt})
                self.env.invalidate_all()
                serah = self.bulan()
                dua = [b for b in self.isi(serah) if self.pegawai.nip in b]
                self.assertEqual(len(dua), 2)
                self.assertIn(f"{catatan} {naik.surat_id.nomor}", dua[0])
                self.assertEqual(dua[1][-1], "Berlaku terakhir")
                sisa = naik.kp_gaji_baru - (berkala_baru if tambahan else lama)
                self.assertEqual([b[10] for b in dua], [tambahan, sisa])
                self.assertEqual(serah.selisih, naik.kp_gaji_baru - lama)
                self.assertEqual(naik.serah_catatan, "Berlaku terakhir")
                titik.rollback()

    def test_a_letter_in_a_later_list_names_what_follows_it(self):
        """The other letter stands in a list that was taken over already."""
        naik = self.pangkat()
        serah = self.bulan()
        self.assertFalse(naik.serah_catatan, "alone it needs no note")
        serah.write({"penerima": "Siti Aminah", "tanggal_terima": "2026-03-02"})
        serah.action_terima()
        self.siapkan(self.pegawai)
        berkala = self.ajukan("pegawai", self.kgb).with_env(self.env)
        self.jalankan(berkala)
        kedua = self.bulan()
        self.assertEqual(kedua.urut, 2)
        self.assertIn(naik.surat_id.nomor, berkala.serah_catatan)

    def test_an_officer_of_one_service_gets_its_letters_only(self):
        self.siapkan(self.lain)
        berkala = self.ajukan("pegawai2", self.kgb).with_env(self.env)
        self.jalankan(berkala)
        naik = self.pangkat()
        petugas = self.u["pengusul"]
        petugas.layanan_ids = self.kgb
        milik = self.bulan()
        self.assertEqual(milik.sudo().permohonan_ids, berkala)
        self.assertEqual(milik.judul, "Daftar Kenaikan Gaji Berkala Mei 2026 (1)")
        petugas.layanan_ids = self.kp
        with self.assertRaises(AccessError):
            milik.read(["judul"])
        lain = self.bulan()
        self.assertEqual(lain.sudo().permohonan_ids, naik)
        self.assertEqual(lain.judul, "Daftar Kenaikan Pangkat Mei 2026 (2)")
        petugas.layanan_ids = self.kgb | self.kp
        self.assertEqual(milik.search([]), milik | lain)
        with self.assertRaisesRegex(UserError, "nothing to hand over|Tidak ada"):
            self.bulan()

    def test_officers_of_either_service_make_the_list_and_others_do_not(self):
        self.pangkat()
        petugas = self.u["pengusul"]
        for layanan, boleh in ((self.layanan, False), (self.kp, True)):
            petugas.layanan_ids = layanan
            if not boleh:
                with self.assertRaises(AccessError):
                    self.bulan()
                continue
            serah = self.bulan()
            self.assertEqual(serah.jumlah_kp, 1)
        for nama in ("pegawai", "fasilitator", "pengawas", "admin_utama"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.bulan(nama=nama)
        petugas.layanan_ids = self.layanan
        self.assertFalse(self.env["asn.gaji.serah"].with_user(petugas).search([]))
        naik = serah.sudo().permohonan_ids.with_user(self.u["admin_utama"])
        self.assertEqual(naik.serah_jenis, "kp")
        with self.assertRaises(AccessError):
            naik.read(["serah_gaji_baru"])
