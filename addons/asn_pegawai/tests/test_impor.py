import base64
import io
from datetime import date
from unittest.mock import patch

import openpyxl
from odoo.addons.asn_base.tests.common import AsnCommon
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import impor_contoh, impor_contoh_buruk, impor_templat
from ..models import asn_impor_jalan, asn_impor_periksa
from ..models.asn_impor_pesan import PESAN

_UNIT = (
    "BKPSDM BKPSDM.SEK.UK KOMINFO KOMINFO.APT DISDIK DISDIK.SMP SMPN1 DINKES PKM.MLT "
    "RSUD RSUD.TU PUPR PUPR.BM KEC.MKS KEL.MKJ SETDA.ORG SETDA.UM"
).split()


class ImporCommon(AsnCommon):
    """The invented city's units and an administrator who imports."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kota = cls.buat_unit("Kota Uji Impor", "pemda")
        for kode in _UNIT:
            cls.buat_unit(f"Unit {kode}", induk=cls.kota, kode=kode)
        cls.admin = cls.buat_user("admin_impor", ("admin_sistem",))
        cls.Impor = cls.env["asn.impor"].with_user(cls.admin)
        cls.gaji = cls.env["asn.impor"]._tabel_gaji()

    def unggah(self, isi, nama="daftar.xlsx", **nilai):
        vals = {"buat_jabatan": True, **nilai}
        return self.Impor.create(
            {"file": base64.b64encode(isi), "nama_file": nama, **vals}
        )

    def periksa(self, baris, **nilai):
        impor = self.unggah(impor_templat.isi(baris), **nilai)
        impor.action_periksa()
        return impor

    def jalankan(self, impor):
        """Run the scheduled job as the server does, commits included."""
        impor.action_jalankan()
        self.cron()

    def cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("asn_pegawai.ir_cron_impor").method_direct_trigger()

    def orang(self, jumlah, seed=7):
        return impor_contoh.orang(jumlah, seed=seed, gaji=self.gaji)

    def pegawai(self, nip):
        return self.env["hr.employee"].search([("nip", "=", nip)])

    def temuan(self, impor):
        return [(m.baris, m.judul, m.tingkat, m.kunci) for m in impor.masalah_ids]


@tagged("post_install", "-at_install")
class TestImpor(ImporCommon, TransactionCase):
    """From the file to the people, and never half-way."""

    def test_good_file_of_a_thousand(self):
        baris = self.orang(1000)
        impor = self.periksa(baris)
        self.assertEqual(self.temuan(impor), [])
        self.assertEqual((impor.state, impor.jumlah_baru), ("diperiksa", 1000))
        self.assertFalse(self.pegawai(baris[0]["nip"]))

        self.jalankan(impor)

        self.assertEqual((impor.state, impor.kemajuan), ("selesai", 100))
        self.assertEqual((impor.jumlah_baru, impor.jumlah_akun), (1000, 0))
        for satu in baris[::97]:
            self.assertSama(satu)
        ulang = self.periksa(baris)
        self.assertEqual((ulang.jumlah_baru, ulang.jumlah_sama), (0, 1000))
        jumlah = self.env["asn.riwayat.golongan"].search_count([])
        self.jalankan(ulang)
        self.assertEqual((ulang.jumlah_baru, ulang.jumlah_sama), (0, 1000))
        self.assertEqual(self.env["asn.riwayat.golongan"].search_count([]), jumlah)

    def assertSama(self, satu):
        pegawai = self.pegawai(satu["nip"])
        self.assertEqual(pegawai.name, satu["nama"])
        self.assertEqual(pegawai.tanggal_lahir, satu["tanggal_lahir"])
        self.assertEqual(pegawai.nik, satu["nik"])
        self.assertEqual(pegawai.work_email, satu["email_dinas"])
        self.assertEqual(pegawai.unit_id.kode, satu["unit_kerja"])
        self.assertEqual(pegawai.jabatan_id.name, satu["jabatan"])
        self.assertEqual(pegawai.golongan_id.kode, satu["golongan"])
        self.assertEqual(pegawai.tmt_golongan, satu["tmt_golongan"])
        self.assertEqual(pegawai.gaji_pokok, satu["gaji_pokok"])
        self.assertEqual(pegawai.pendidikan_id.kode, satu["pendidikan_terakhir"])
        riwayat = pegawai.riwayat_golongan_ids
        dua = "golongan_awal" in satu and satu["golongan_awal"] != satu["golongan"]
        self.assertEqual(len(riwayat), 2 if dua else 1)
        self.assertEqual(set(riwayat.mapped("sumber")), {"impor"})
        self.assertEqual(set(riwayat.mapped("status")), {"sah"})
        self.assertEqual(pegawai._asn_masalah(baru=True), [])

    def test_accounts_on_request_and_only_once(self):
        baris = self.orang(6)
        impor = self.periksa(baris, buat_akun=True)
        self.jalankan(impor)
        self.assertEqual(impor.jumlah_akun, 6)
        for satu in baris:
            user = self.pegawai(satu["nip"]).user_id
            self.assertEqual(user.login, satu["nip"])
            self.assertTrue(user.has_group("asn_base.group_pegawai"))
        ulang = self.periksa(baris, buat_akun=True)
        self.jalankan(ulang)
        self.assertEqual((ulang.jumlah_sama, ulang.jumlah_akun), (6, 0))

    def test_bad_file_says_exactly_what_is_expected(self):
        baris, kolom, harapan = impor_contoh_buruk.buruk(self.gaji)
        impor = self.unggah(impor_templat.isi(baris, kolom))
        orang = self.env["hr.employee"].search_count([])

        impor.action_periksa()

        self.assertEqual(sorted(self.temuan(impor)), sorted(harapan))
        self.assertEqual(self.env["hr.employee"].search_count([]), orang)
        for masalah in impor.masalah_ids.filtered("baris"):
            self.assertTrue(masalah.pesan)
            self.assertNotIn("%(", masalah.pesan)
        with self.assertRaisesRegex(UserError, "headings"):
            impor.action_jalankan()

    def test_every_message_formats(self):
        isian = dict.fromkeys(
            "ukuran batas akhiran lain saran harus ada maks boleh sebab".split(), "x"
        )
        for kunci in PESAN:
            teks = self.Impor._teks_masalah(kunci, isian)
            self.assertNotIn("%", teks.replace("%%", ""), kunci)

    def test_all_or_none_does_not_start_with_an_error(self):
        baris = self.orang(5)
        baris[2]["golongan"] = "III/z"
        impor = self.periksa(baris)
        self.assertEqual((impor.jumlah_siap, impor.jumlah_bermasalah), (4, 1))
        with self.assertRaises(UserError):
            impor.action_jalankan()
        self.assertEqual(impor.state, "diperiksa")

    def test_only_sound_rows(self):
        baris = self.orang(5)
        baris[2]["golongan"] = "III/z"
        impor = self.periksa(baris, mode="baik")
        self.jalankan(impor)
        self.assertEqual((impor.state, impor.jumlah_baru), ("selesai", 4))
        self.assertFalse(self.pegawai(baris[2]["nip"]))
        self.assertEqual(impor.jumlah_bermasalah, 1)

    def test_update_changes_only_what_the_file_says(self):
        baris = self.orang(3)
        self.jalankan(self.periksa(baris))
        pegawai = self.pegawai(baris[0]["nip"])
        hp, riwayat = pegawai.no_hp, len(pegawai.riwayat_golongan_ids)
        baru = [{"nip": baris[0]["nip"], "nama": baris[0]["nama"], "rt": "009"}]
        impor = self.periksa(baru)
        self.assertEqual((impor.jumlah_diperbarui, impor.jumlah_baru), (1, 0))

        self.jalankan(impor)

        self.assertEqual((pegawai.rt, pegawai.no_hp), ("009", hp))
        self.assertEqual(len(pegawai.riwayat_golongan_ids), riwayat)

    def test_promotion_adds_a_row_and_projects(self):
        baris = [self.pns()]
        self.jalankan(self.periksa(baris))
        baris[0].update(golongan="IV/b", tmt_golongan=date(2025, 10, 1))
        self.jalankan(self.periksa(baris))
        pegawai = self.pegawai(baris[0]["nip"])
        self.assertEqual(pegawai.golongan_id.kode, "IV/b")
        self.assertEqual(len(pegawai.riwayat_golongan_ids), 3)

    def pns(self):
        return next(
            satu
            for satu in self.orang(60)
            if satu["status_pegawai"] == "PNS"
            and satu["golongan"] != satu["golongan_awal"]
        )

    def test_database_is_asked_in_the_check(self):
        baris = [self.pns()]
        self.jalankan(self.periksa(baris))
        lain = dict(baris[0], nip=baris[0]["nip"][:15] + "777", email_dinas="")
        turun = dict(baris[0], golongan="I/a", tmt_golongan=date(2025, 10, 1))
        turun.pop("golongan_awal")
        bentrok = dict(baris[0], golongan="IV/b")
        for satu, kunci in (
            (lain, "nik_dipakai"),
            (turun, "golongan_turun"),
            (bentrok, "golongan_bentrok"),
        ):
            with self.subTest(kunci=kunci):
                impor = self.periksa([satu])
                galat = impor.masalah_ids.filtered(lambda m: m.tingkat == "E")
                self.assertEqual(galat.mapped("kunci"), [kunci])

    def test_archived_employee_is_not_revived(self):
        baris = self.orang(1)
        self.jalankan(self.periksa(baris))
        self.pegawai(baris[0]["nip"]).active = False
        impor = self.periksa(baris)
        self.assertIn("nip_nonaktif", impor.masalah_ids.mapped("kunci"))

    def test_unknown_post_needs_the_option(self):
        impor = self.periksa(self.orang(3), buat_jabatan=False)
        self.assertEqual(
            set(impor.masalah_ids.mapped("kunci"))
            - {"rujukan_tidak_ada", "rujukan_tidak_ada_saran"},
            set(),
        )
        self.assertEqual(impor.jumlah_siap, 0)

    def test_managerial_post_belongs_to_its_unit(self):
        baris = self.orang(2)
        for satu, unit in zip(baris, ("RSUD", "PUPR"), strict=True):
            satu.update(
                unit_kerja=unit,
                jabatan="Kepala Seksi Umum",
                jenis_jabatan="pengawas_iva",
            )
        self.jalankan(self.periksa(baris))
        jabatan = [self.pegawai(satu["nip"]).jabatan_id for satu in baris]
        self.assertNotEqual(*jabatan)
        self.assertEqual(jabatan[0].department_id.kode, "RSUD")

    def test_siasn_file_is_understood(self):
        satu = self.pns()
        siasn = {
            "nip": "nipBaru", "nama": "nama", "tanggal_lahir": "tglLahir",
            "jenis_kelamin": "jenisKelamin", "tmt_cpns": "tmtCpns",
            "golongan": "golRuangAkhirId", "tmt_golongan": "tmtGolAkhir",
            "agama": "agamaId", "pendidikan_terakhir": "tkPendidikanTerakhirId",
            "tahun_lulus": "tahunLulus", "unit_kerja": "unorNama",
        }  # fmt: skip
        satu.update(
            golongan="33", agama="1", pendidikan_terakhir="40", jenis_kelamin="F"
            if satu["jenis_kelamin"] == "P" else "M",
            tanggal_lahir=f"{satu['tanggal_lahir']:%d-%m-%Y}",
        )  # fmt: skip
        kolom = [nama for nama in siasn if nama != "unit_kerja"]
        impor = self.unggah(impor_templat.isi([satu], kolom, judul=siasn))
        impor.action_periksa()
        self.assertEqual(impor.jumlah_galat, 0, self.temuan(impor))
        self.jalankan(impor)
        pegawai = self.pegawai(satu["nip"])
        self.assertEqual(pegawai.golongan_id.kode, "III/c")
        self.assertEqual(pegawai.agama.kode, "islam")
        self.assertEqual(pegawai.pendidikan_id.kode, "S1")

    def test_template_round_trip(self):
        isi = self.Impor._isi_templat()
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        self.assertEqual(buku.sheetnames, ["Pegawai", "Petunjuk", "Referensi"])
        lembar = buku["Pegawai"]
        self.assertTrue(lembar.data_validations.dataValidation)
        judul = {sel.value: sel.column for sel in lembar[1]}
        satu = self.orang(1)[0]
        for nama, nilai in satu.items():
            lembar.cell(3, judul[nama], nilai)
        keluar = io.BytesIO()
        buku.save(keluar)
        impor = self.unggah(keluar.getvalue())
        impor.action_periksa()
        self.assertEqual(self.temuan(impor), [])
        self.assertEqual((impor.jumlah_baris, impor.jumlah_siap), (1, 1))

    def test_problems_can_be_downloaded(self):
        baris = self.orang(2)
        baris[0]["nama"] = "=1+1"
        impor = self.periksa(baris)
        lembar = openpyxl.load_workbook(io.BytesIO(impor._isi_masalah())).active
        isi = list(lembar.iter_rows(values_only=True))
        self.assertEqual(len(isi), len(impor.masalah_ids) + 1)
        self.assertEqual(isi[1][3], "=1+1")
        self.assertEqual(lembar["D2"].data_type, "s")

    def test_many_problems_are_capped(self):
        with patch.object(asn_impor_periksa, "MASALAH_MAKS", 2):
            impor = self.periksa([{"nip": "1", "nama": "Ratna"} for _n in range(4)])
        self.assertEqual((len(impor.masalah_ids), impor.jumlah_galat), (2, 4))
        self.assertTrue(impor.pesan)


@tagged("post_install", "-at_install")
class TestImporJalan(ImporCommon, TransactionCase):
    """A run that is killed, cancelled, forged or met by surprises."""

    def setUp(self):
        super().setUp()
        self.patch(asn_impor_jalan, "UKURAN_GILIRAN", 10)

    def test_killed_between_batches_goes_on_without_doubles(self):
        baris = self.orang(35)
        impor = self.periksa(baris)
        impor.action_jalankan()
        for _giliran in range(2):
            impor._satu_giliran(*impor._muat_hasil())
        asli = type(impor)._simpan

        def mati(diri, bagian):
            asli(diri, bagian)
            raise KeyboardInterrupt  # people are written, the commit never comes

        with (
            patch.object(type(impor), "_simpan", mati),
            self.assertRaises(KeyboardInterrupt),
            self.cr.savepoint(),
        ):
            impor._satu_giliran(*impor._muat_hasil())
        self.assertEqual((impor.state, impor.posisi), ("berjalan", 20))
        self.assertAlmostEqual(impor.kemajuan, 100 * 20 / 35)

        self.cron()

        self.assertEqual((impor.state, impor.jumlah_baru), ("selesai", 35))
        nip = [satu["nip"] for satu in baris]
        self.assertEqual(self.env["hr.employee"].search_count([("nip", "in", nip)]), 35)
        domain = [("employee_id.nip", "in", nip)]
        self.assertEqual(self.env["asn.riwayat.jabatan"].search_count(domain), 35)

    def test_cancelled_run_stops_and_keeps_what_is_in(self):
        impor = self.periksa(self.orang(25))
        impor.action_jalankan()
        impor._satu_giliran(*impor._muat_hasil())
        impor.action_batal()
        self.cron()
        self.assertEqual((impor.state, impor.posisi), ("dibatalkan", 10))
        self.assertEqual(impor._muat_hasil(), ([], {}))
        impor.action_periksa()
        self.assertEqual((impor.jumlah_sama, impor.jumlah_baru), (10, 15))

    def test_data_that_changed_since_the_check_stops_all_or_none(self):
        baris = self.orang(12)
        impor = self.periksa(baris)
        impor.action_jalankan()
        self.env["hr.employee"].create({"name": "Lain", "nik": baris[3]["nik"]})
        self.cron()
        self.assertEqual((impor.state, impor.posisi), ("gagal", 0))
        self.assertFalse(self.pegawai(baris[0]["nip"]))
        self.assertTrue(impor.pesan)

    def test_row_that_fails_late_is_noted_and_others_go_on(self):
        baris = self.orang(12)
        impor = self.periksa(baris, mode="baik")
        impor.action_jalankan()
        self.env["hr.employee"].create({"name": "Lain", "nik": baris[3]["nik"]})
        self.cron()
        self.assertEqual((impor.state, impor.jumlah_baru), ("selesai", 11))
        masalah = impor.masalah_ids
        self.assertEqual((masalah.kunci, masalah.baris), ("gagal_simpan", 5))

    def test_unexpected_error_stops_with_a_reason(self):
        impor = self.periksa(self.orang(3))
        impor.action_jalankan()
        with (
            patch.object(type(impor), "_simpan", side_effect=RuntimeError("rusak")),
            self.assertLogs("odoo.addons.asn_pegawai", "ERROR"),
        ):
            self.cron()
        self.assertEqual(impor.state, "gagal")
        self.assertIn("log", impor.pesan)

    def test_steps_are_the_only_way(self):
        impor = self.periksa(self.orang(2))
        for vals in (
            {"state": "berjalan"},
            {"posisi": 5},
            {"jumlah_galat": 0},
            {"hasil_baca": "eA=="},
            {"masalah_ids": [(5,)]},
            {"dijalankan_oleh_id": self.admin.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                impor.write(vals)
        for vals in (
            {"state": "diperiksa"},
            {"hasil_baca": "eA=="},
            {"jumlah_siap": 9},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.Impor.create(vals)
            bawaan = {f"default_{nama}": nilai for nama, nilai in vals.items()}
            with self.subTest(bawaan=bawaan), self.assertRaises(AccessError):
                self.Impor.with_context(**bawaan).create({"nama_file": "x.xlsx"})
        with self.assertRaises(AccessError):
            impor.read(["hasil_baca"])
        with self.assertRaises(AccessError):
            self.env["asn.impor.masalah"].with_user(self.admin).create(
                {"impor_id": impor.id, "kunci": "x", "pesan": "x"}
            )

    def test_order_of_the_steps(self):
        impor = self.unggah(impor_templat.isi(self.orang(2)))
        with self.assertRaises(UserError):
            impor.action_jalankan()
        with self.assertRaises(UserError):
            impor.action_batal()
        impor.action_periksa()
        impor.action_jalankan()
        for langkah in (impor.action_jalankan, impor.action_periksa, impor.unlink):
            with self.assertRaises(UserError):
                langkah()
        with self.assertRaises(UserError):
            impor.mode = "baik"

    def test_new_file_needs_a_new_check(self):
        impor = self.periksa([{"nip": "1", "nama": "Ratna"}])
        self.assertTrue(impor.masalah_ids)
        impor.write({"file": base64.b64encode(impor_templat.isi(self.orang(1)))})
        self.assertEqual((impor.state, impor.jumlah_baris), ("draft", 0))
        self.assertFalse(impor.masalah_ids)

    def test_hostile_upload_is_refused_at_once_and_not_stored(self):
        for nama, isi in (
            ("daftar.xlsx", b"<html></html>"),
            ("daftar.xlsx", b"nip;nama"),
            ("daftar.xlsm", impor_templat.isi([])),
            ("daftar.xlsx", b"PK\x03\x04" + b"\0" * 16 * 1024 * 1024),
        ):
            with self.subTest(nama=nama, isi=isi[:9]), self.assertRaises(UserError):
                self.unggah(isi, nama)
        impor = self.Impor.create({"nama_file": "kosong.xlsx"})
        with self.assertRaises(UserError):
            impor.action_periksa()

    def test_other_roles_see_nothing(self):
        impor = self.periksa([{"nip": "1", "nama": "Ratna"}])
        for peran in (
            "pegawai",
            "fasilitator",
            "admin_aplikasi",
            "admin_utama",
            "monev",
        ):
            user = self.buat_user(f"impor_{peran}", (peran,))
            for catatan in (impor, impor.masalah_ids):
                with self.subTest(peran=peran), self.assertRaises(AccessError):
                    catatan.with_user(user).read(["display_name"])
            with self.assertRaises(AccessError):
                impor.with_user(user).action_periksa()
