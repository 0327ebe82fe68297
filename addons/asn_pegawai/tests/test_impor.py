import io
from datetime import date
from unittest.mock import patch

import openpyxl
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from ..domain import impor_contoh_buruk, impor_templat
from ..models import asn_impor_periksa
from ..models.asn_impor_pesan import PESAN
from .impor_common import ImporCommon


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
            "ukuran batas akhiran lain saran harus ada maks boleh sebab kolom apa".split(),
            "x",
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
        isi = self.Impor._isi_templat("roster")
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
        self.assertEqual(isi[1][4], "=1+1")
        self.assertEqual(lembar["E2"].data_type, "s")

    def test_many_problems_are_capped(self):
        with patch.object(asn_impor_periksa, "MASALAH_MAKS", 2):
            impor = self.periksa([{"nip": "1", "nama": "Ratna"} for _n in range(4)])
        self.assertEqual((len(impor.masalah_ids), impor.jumlah_galat), (2, 4))
        self.assertTrue(impor.pesan)
