import io
from datetime import date

import openpyxl
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import impor_templat
from .impor_common import ImporCommon


class RiwayatCommon(ImporCommon):
    """Workbooks with several sheets, one kind each."""

    def buku(self, **lembar):
        """Return a workbook: ``golongan=[rows]`` is a sheet of that riwayat."""
        isi = []
        for nama, baris in lembar.items():
            kode = (
                "roster"
                if nama == "roster"
                else f"asn.riwayat.{nama.replace('_', '.')}"
            )
            isi.append(impor_templat.isi_lembar(self.Impor._jenis_impor(kode), baris))
        return impor_templat.buku(isi)

    def periksa_buku(self, lembar, **nilai):
        impor = self.unggah(self.buku(**lembar), **nilai)
        impor.action_periksa()
        return impor

    def impor_buku(self, lembar, **nilai):
        impor = self.periksa_buku(lembar, **nilai)
        self.assertEqual(impor.jumlah_galat, 0, self.temuan(impor))
        self.jalankan(impor)
        self.assertEqual(impor.state, "selesai", impor.pesan)
        return impor

    def galat(self, impor):
        return sorted(
            (m.baris, m.judul, m.kunci) for m in impor.masalah_ids if m.tingkat == "E"
        )

    def riwayat(self, nama, nip, status="sah"):
        return self.env[f"asn.riwayat.{nama}"].search(
            [("employee_id.nip", "=", nip), ("status", "=", status)], order="tmt, id"
        )


def golongan(nip, kode, tmt, **isi):
    return {
        "nip": nip, "golongan": kode, "tmt": tmt, "nomor_sk": f"823/{kode}/{tmt.year}",
        "tanggal_sk": tmt, "mkg_tahun": 0, "mkg_bulan": 0, **isi,
    }  # fmt: skip


@tagged("post_install", "-at_install")
class TestImporRiwayat(RiwayatCommon, TransactionCase):
    """LL-12-2, LL-12-4, LL-13-2: every riwayat comes in from its source file."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orang_impor = [
            satu
            for satu in cls.orang(cls, 40)
            if satu["status_pegawai"] == "PNS"
            and satu["golongan"] != satu["golongan_awal"]
        ][:3]
        cls.satu = cls.orang_impor[0]
        cls.nip = cls.satu["nip"]

    def setUp(self):
        super().setUp()
        impor = self.periksa(self.orang_impor)
        self.jalankan(impor)
        self.assertEqual(impor.state, "selesai")

    def test_every_registered_kind_has_a_template_that_is_read_back(self):
        isi = self.Impor._isi_templat("semua")
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        jenis = [self.Impor._jenis_impor(k) for k in self.Impor._daftar_jenis()]
        self.assertEqual(
            buku.sheetnames, [j.lembar for j in jenis] + ["Petunjuk", "Referensi"]
        )
        self.assertGreater(len(jenis), 5)
        impor = self.unggah(isi)
        impor.action_periksa()
        self.assertEqual(impor.lembar_ids.mapped("jenis"), [j.kode for j in jenis])
        self.assertEqual((impor.jumlah_baris, self.galat(impor)), (0, []))
        self.assertFalse(impor.kolom_ids.filtered(lambda k: k.asal == "asing"))
        for satu in jenis[1:]:
            with self.subTest(jenis=satu.kode):
                mesin = {
                    "status",
                    "sumber",
                    "disahkan_oleh",
                    "disahkan_pada",
                    "employee",
                }
                self.assertFalse(mesin & satu.per_nama.keys())
                self.assertTrue(
                    any(k.bagian == "kunci" and k.nama != "nip" for k in satu.kolom)
                )
                kosong = self.unggah(self.Impor._isi_templat(satu.kode))
                kosong.action_periksa()
                self.assertEqual(kosong.lembar_ids.jenis, satu.kode)

    def test_unknown_kind_of_template(self):
        self.assertIsNone(self.Impor._isi_templat("res.users"))

    def test_rows_are_recorded_once_and_projected(self):
        baris = [
            golongan(self.nip, "IV/d", date(2025, 4, 1), jenis_kp="Reguler"),
            golongan(self.nip, "IV/c", date(2024, 10, 1)),
        ]
        impor = self.impor_buku({"golongan": baris})
        self.assertEqual((impor.jumlah_riwayat, impor.jumlah_baru), (2, 0))
        ada = self.riwayat("golongan", self.nip)
        baru = ada.filtered(lambda r: r.golongan_id.kode == "IV/d")
        self.assertEqual(
            (baru.sumber, baru.nomor_sk, baru.jenis_kp, baru.disahkan_oleh_id),
            ("impor", "823/IV/d/2025", "reguler", self.admin),
        )
        self.assertEqual(self.pegawai(self.nip).golongan_id.kode, "IV/d")
        ulang = self.impor_buku({"golongan": baris})
        self.assertEqual((ulang.jumlah_riwayat, ulang.jumlah_sama), (0, 2))
        self.assertEqual(self.riwayat("golongan", self.nip), ada)

    def test_other_values_need_a_correction(self):
        baris = golongan(self.nip, "IV/d", date(2025, 4, 1))
        self.impor_buku({"golongan": [baris]})
        lama = self.riwayat("golongan", self.nip)[-1]
        beda = {**baris, "nomor_sk": "823/BENAR/2025"}
        impor = self.periksa_buku({"golongan": [beda]})
        self.assertEqual(self.galat(impor), [(2, "nomor_sk", "riwayat_beda")])
        self.assertIn("nomor_sk", impor.masalah_ids.pesan)

        impor = self.impor_buku({"golongan": [{**beda, "koreksi_dari": "ya"}]})

        baru = self.riwayat("golongan", self.nip)[-1]
        self.assertEqual((baru.koreksi_dari_id, lama.status), (lama, "dikoreksi"))
        self.assertEqual(
            (baru.nomor_sk, lama.nomor_sk), (beda["nomor_sk"], "823/IV/d/2025")
        )
        self.assertEqual(impor.lembar_ids.jumlah_diperbarui, 1)
        # The corrected file once more: nothing is left to correct.
        ulang = self.impor_buku({"golongan": [{**beda, "koreksi_dari": "ya"}]})
        self.assertEqual((ulang.jumlah_riwayat, ulang.jumlah_sama), (0, 1))

    def test_correction_of_another_key_by_decree_number(self):
        self.impor_buku({"golongan": [golongan(self.nip, "IV/d", date(2025, 4, 1))]})
        lama = self.riwayat("golongan", self.nip)[-1]
        baris = golongan(
            self.nip, "IV/d", date(2025, 10, 1), koreksi_dari=lama.nomor_sk
        )
        self.impor_buku({"golongan": [baris]})
        self.assertEqual(lama.status, "dikoreksi")
        self.assertEqual(self.pegawai(self.nip).tmt_golongan, date(2025, 10, 1))
        hilang = golongan(
            self.nip, "IV/e", date(2025, 12, 1), koreksi_dari="tidak ada/1"
        )
        impor = self.periksa_buku({"golongan": [hilang]})
        self.assertEqual(self.galat(impor), [(2, "koreksi_dari", "koreksi_hilang")])

    def test_option_takes_differences_for_corrections(self):
        baris = golongan(self.nip, "IV/d", date(2025, 4, 1))
        self.impor_buku({"golongan": [baris]})
        self.impor_buku(
            {"golongan": [{**baris, "pejabat": "Wali Kota"}]}, buat_koreksi=True
        )
        self.assertEqual(self.riwayat("golongan", self.nip)[-1].pejabat, "Wali Kota")

    def test_problems_name_row_and_column(self):
        baik = golongan(self.nip, "IV/d", date(2025, 4, 1))
        lain = self.orang_impor[1]["nip"]
        hilang = "199001012015011999"
        for ubah, temuan in (
            ({"nip": hilang}, [("nip", "nip_tidak_ada")]),
            ({"nip": "123"}, [("nip", "panjang_angka")]),
            ({"golongan": "III/z"}, [("golongan", "rujukan_tidak_ada_saran")]),
            ({"golongan": "IX"}, [("golongan", "rujukan_tidak_ada")]),
            ({"tmt": None}, [("tmt", "wajib_kosong")]),
            ({"tmt": "31-02-2025"}, [("tmt", "tanggal_tak_ada")]),
            ({"tanggal_sk": date(2099, 1, 1)}, [("tanggal_sk", "sk_masa_depan")]),
            ({"mkg_tahun": "banyak"}, [("mkg_tahun", "bukan_bulat")]),
            ({"jenis_kp": "Sihir"}, [("jenis_kp", "pilihan_salah")]),
            ({"pejabat": "=cmd|'/C calc'!A0"}, [("pejabat", "rumus")]),
            ({"pejabat": "Wali\u202eatoK"}, [("pejabat", "karakter_tak_terlihat")]),
            ({"golongan": "I/a"}, [("golongan", "golongan_turun")]),
            ({"tmt": self.satu["tmt_golongan"]}, [("tmt", "golongan_bentrok")]),
        ):
            with self.subTest(ubah=ubah):
                impor = self.periksa_buku(
                    {
                        "golongan": [
                            golongan(lain, "IV/e", date(2025, 4, 1)),
                            {**baik, **ubah},
                        ]
                    }
                )
                self.assertEqual([t[1:] for t in self.galat(impor)], temuan)
                self.assertEqual(impor.jumlah_bermasalah, 1)
        kembar = self.periksa_buku({"golongan": [baik, {**baik, "pejabat": "Lain"}]})
        self.assertEqual(self.galat(kembar), [(3, "golongan", "riwayat_kembar")])

    def test_missing_decree_is_only_a_warning(self):
        baris = golongan(self.nip, "IV/d", date(2025, 4, 1))
        baris.pop("nomor_sk")
        impor = self.periksa_buku({"golongan": [baris]})
        self.assertEqual(
            [(m.judul, m.tingkat, m.kunci) for m in impor.masalah_ids],
            [("nomor_sk", "W", "riwayat_tanpa_bukti")],
        )

    def test_people_and_histories_in_one_file(self):
        baru = [s for s in self.orang(90, seed=11) if s["status_pegawai"] == "PNS"][:4]
        nip = [s["nip"] for s in baru]
        lembar = {
            "roster": baru,
            # The roster's present grade with its decree: one row, from this sheet.
            "golongan": [
                golongan(s["nip"], s["golongan"], s["tmt_golongan"], pejabat="Wali Kota")
                for s in baru
            ],
            "keluarga": [
                {"nip": n, "hubungan": "Anak", "nama": "Bunga", "jenis_kelamin": "P",
                 "tanggal_lahir": date(2015, 1, 1)} for n in nip
            ],
            "cuti": [
                {"nip": n, "jenis_cuti": "tahunan", "tanggal_mulai": date(2025, 6, 2),
                 "tanggal_selesai": date(2025, 6, 3), "lama": 2, "nomor_surat": "850/1"}
                for n in nip
            ],
        }  # fmt: skip
        impor = self.impor_buku(lembar)
        self.assertEqual(impor.jumlah_baru, 4)
        self.assertEqual(impor.jumlah_riwayat, 12)
        for satu in baru:
            kini = self.riwayat("golongan", satu["nip"]).filtered(
                lambda r, s=satu: r.golongan_id.kode == s["golongan"]
            )
            self.assertEqual((len(kini), kini.pejabat), (1, "Wali Kota"))
            self.assertEqual(self.pegawai(satu["nip"]).golongan_id, kini.golongan_id)
            self.assertEqual(self.riwayat("keluarga", satu["nip"]).nama, "Bunga")
            self.assertEqual(self.riwayat("cuti", satu["nip"]).lama, 2)
        ulang = self.impor_buku(lembar)
        self.assertEqual((ulang.jumlah_baru, ulang.jumlah_riwayat), (0, 0))
        self.assertEqual(ulang.jumlah_sama, 16)

    def test_history_of_a_refused_person_is_refused_too(self):
        baru = self.orang(5, seed=12)[:2]
        baru[0]["nama"] = "Budi 4"
        cuti = {"jenis_cuti": "tahunan", "tanggal_mulai": date(2025, 6, 2),
                "tanggal_selesai": date(2025, 6, 3), "nomor_surat": "850/1"}  # fmt: skip
        lembar = {"roster": baru, "cuti": [{"nip": s["nip"], **cuti} for s in baru]}
        impor = self.periksa_buku(lembar, mode="baik")
        self.assertEqual(
            self.galat(impor), [(2, "nama", "nama_angka"), (2, "nip", "nip_tidak_ada")]
        )
        self.jalankan(impor)
        self.assertEqual((impor.jumlah_baru, impor.jumlah_riwayat), (1, 1))

    def test_row_that_fails_at_saving_stands_alone(self):
        nip = [s["nip"] for s in self.orang_impor]
        lembar = {"golongan": [golongan(n, "IV/d", date(2025, 4, 1)) for n in nip]}
        impor = self.periksa_buku(lembar, mode="baik")
        impor.action_jalankan()
        self.env["asn.riwayat.golongan"]._catat(
            [{"employee_id": self.pegawai(nip[1]).id, "tmt": date(2025, 4, 1),
              "golongan_id": self.env.ref("asn_base.golongan_pns_iv_e").id}]
        )  # fmt: skip
        self.cron()
        self.assertEqual((impor.state, impor.jumlah_riwayat), ("selesai", 2))
        self.assertEqual(self.galat(impor), [(3, "nip", "gagal_simpan")])

    def test_all_or_none_takes_back_what_was_saved(self):
        baru = self.orang(8, seed=13)
        cuti = [{"nip": self.nip, "jenis_cuti": "tahunan", "nomor_surat": "850/1",
                 "tanggal_mulai": date(2025, 6, 2), "tanggal_selesai": date(2025, 6, 3)}]  # fmt: skip
        impor = self.periksa_buku({"roster": baru, "cuti": cuti})
        impor.action_jalankan()
        impor._satu_giliran({})
        self.assertEqual(len(self.pegawai(baru[0]["nip"])), 1)
        # Somebody records the same leave with other days in between.
        self.env["asn.riwayat.cuti"]._catat(
            [{**{k: v for k, v in cuti[0].items() if k != "nip"},
              "employee_id": self.pegawai(self.nip).id, "nomor_surat": "850/2"}]
        )  # fmt: skip
        self.cron()
        self.assertEqual(impor.state, "ditarik")
        self.assertFalse(self.pegawai(baru[0]["nip"]))
        self.assertIn("850" if "850" in impor.pesan else "cuti", impor.pesan.lower())

    def test_refused_rows_come_back_with_reasons_and_can_be_corrected(self):
        baris = [golongan(n, "IV/d", date(2025, 4, 1)) for n in
                 (self.nip, self.orang_impor[1]["nip"])]  # fmt: skip
        baris[1]["golongan"] = "IV/z"
        impor = self.periksa_buku({"golongan": baris})
        buku = openpyxl.load_workbook(io.BytesIO(impor._isi_ditolak()))
        lembar = buku["Riwayat golongan"]
        isi = list(lembar.iter_rows(values_only=True))
        self.assertEqual((len(isi), isi[0][-1]), (2, "alasan_ditolak"))
        self.assertEqual(isi[1][0], self.orang_impor[1]["nip"])
        self.assertIn("golongan:", isi[1][-1])
        lembar.cell(2, isi[0].index("golongan") + 1, "IV/d")
        keluar = io.BytesIO()
        buku.save(keluar)
        ulang = self.unggah(keluar.getvalue())
        ulang.action_periksa()
        self.assertEqual((self.galat(ulang), ulang.jumlah_siap), ([], 1))

    def test_result_of_every_row(self):
        impor = self.impor_buku(
            {"golongan": [golongan(self.nip, "IV/d", date(2025, 4, 1))]}
        )
        isi = openpyxl.load_workbook(io.BytesIO(impor._isi_hasil())).active
        baris = list(isi.iter_rows(values_only=True))
        self.assertEqual(len(baris), 2)
        self.assertEqual(baris[1][:3], ("Riwayat golongan", 2, self.nip))

    def test_sheet_of_an_unknown_kind_is_left_out_until_somebody_says(self):
        isi = openpyxl.load_workbook(
            io.BytesIO(
                self.buku(golongan=[golongan(self.nip, "IV/d", date(2025, 4, 1))])
            )
        )
        isi.active.title = "Lembar1"
        asing = isi.create_sheet("Catatan rapat")
        asing["A1"] = "halo"
        keluar = io.BytesIO()
        isi.save(keluar)
        impor = self.unggah(keluar.getvalue())
        impor.action_periksa()
        self.assertEqual(
            [(s.name, s.jenis) for s in impor.lembar_ids],
            [("Lembar1", "asn.riwayat.golongan"), ("Catatan rapat", False)],
        )
        self.assertEqual(impor.jumlah_siap, 1)
        impor.lembar_ids[0].jenis = False
        self.assertEqual(impor.state, "draft")
        impor.action_periksa()
        self.assertEqual(impor.jumlah_siap, 0)
        with self.assertRaises(UserError):
            impor.action_jalankan()

    def test_other_roles_touch_neither_sheets_nor_columns(self):
        impor = self.periksa_buku(
            {"golongan": [golongan(self.nip, "IV/d", date(2025, 4, 1))]}
        )
        for peran in ("pegawai", "fasilitator", "admin_utama"):
            user = self.buat_user(f"impor_riwayat_{peran}", (peran,))
            for catatan in (impor.lembar_ids, impor.kolom_ids):
                with self.subTest(peran=peran), self.assertRaises(AccessError):
                    catatan.with_user(user).read(["display_name"])
        for catatan, vals in (
            (impor.lembar_ids, {"jumlah_siap": 9}),
            (impor.lembar_ids, {"impor_id": impor.id}),
            (impor.kolom_ids[0], {"asal": "nama"}),
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                catatan.write(vals)
