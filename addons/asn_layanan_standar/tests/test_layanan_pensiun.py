from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import gambar, pdf
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_layanan.tests.common import KontrakLayanan, LayananCommon
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

ALAMAT = {"alamat_pensiun": "Jalan Melati 9, Kota Contoh"}


class PensiunCommon(LayananCommon):
    """The office of the engine's tests with a mayor, on 2 March 2026.

    ``pegawai`` was born on 17 May 1968: as pelaksana (BUP 58) the pension begins on
    1 June 2026.
    """

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time("2026-03-02 02:00:00")
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.pensiun = cls.env.ref("asn_layanan_standar.layanan_pensiun")
        kaban = cls.buat_jabatan("Kepala BKPSDM", "jpt_pratama_iib", cls.badan)
        cls.tambah_orang("kepala_badan", ("kepala_badan",), cls.badan, kaban)
        jabatan = cls.buat_jabatan("Wali Kota", "jpt_utama", cls.kota, is_kepala=True)
        cls.tambah_orang("wali_kota", ("penandatangan", "pimpinan"), cls.kota, jabatan)
        cls.beri_sertifikat("wali_kota")
        for nama in ("admin_aplikasi", "pengawas", "administrator", "kepala_badan"):
            cls.u[nama].layanan_ids |= cls.pensiun
        cls.pegawai = cls.u["pegawai"].employee_id
        cls.lahir(cls.pegawai, date(1968, 5, 17))
        cls.keluarga(
            cls.pegawai,
            {"hubungan": "pasangan", "nama": "Ratna", "tanggal_nikah": "1995-06-12"},
            {"hubungan": "anak", "nama": "Bima", "tanggal_lahir": "2008-04-02"},
        )
        cls.pegawai.status_perkawinan = "menikah"
        cls.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": cls.pegawai.id,
                    "golongan_id": cls.pegawai.golongan_id.id,
                    "tmt": date(2024, 4, 1),
                    "mkg_tahun": 4,
                    "gaji_pokok": 4301200,
                    "nomor_sk": "GAJI",
                    "tanggal_sk": date(2024, 4, 1),
                }
            ]
        )
        cls.lengkapi_arsip(cls.pegawai)
        cls.env.flush_all()

    @classmethod
    def lahir(cls, pegawai, lahir, tmt_cpns=date(1996, 3, 1)):
        """Give a person a birth date, with the NIP and service that go with it."""
        pegawai.write(
            {
                "nip": f"{lahir:%Y%m%d}{tmt_cpns:%Y%m}{pegawai.nip[14:]}",
                "tanggal_lahir": lahir,
                "tmt_cpns": tmt_cpns,
            }
        )

    @classmethod
    def keluarga(cls, pegawai, *baris):
        """Record relatives."""
        return cls.env["asn.riwayat.keluarga"]._catat(
            [{"employee_id": pegawai.id, **satu} for satu in baris]
        )

    @classmethod
    def lengkapi_arsip(cls, pegawai):
        """File every document that any kind of pension asks for."""
        for jenis in cls.pensiun.versi_live_id.persyaratan_ids.jenis_dokumen_id:
            isi = (
                (pdf(jenis.kode), "pdf") if jenis.izin_pdf else (gambar("JPEG"), "jpg")
            )
            cls.env["asn.dokumen"]._arsipkan(
                pegawai, jenis.kode, isi[0], f"{jenis.kode}.{isi[1]}"
            )

    jawab_luar = KontrakLayanan.jawab_luar

    def jalankan(self, permohonan, tiap_tahap=None):
        """Carry a request to its issue; BKN agrees when it is asked."""
        KontrakLayanan.jalankan(self, permohonan, tiap_tahap)

    def ajukan_pensiun(self, jenis="bup", nama="pegawai", **nilai):
        """Return a submitted request."""
        return self.ajukan(
            nama, self.pensiun, pensiun_jenis=jenis, properti=ALAMAT, **nilai
        )

    def jawaban(self, permohonan, kode):
        """Return (result, fact) of a rule of a request."""
        for satu in permohonan.sudo()._handler()._periksa(permohonan.sudo()):
            if satu[0] == kode:
                return satu[1], satu[2]
        return None


@tagged("post_install", "-at_install")
class TestLayananPensiun(KontrakLayanan, PensiunCommon, TransactionCase):
    """LL-22-2-c: the contract of services for the pension."""

    kode = "pensiun"

    def vals_contoh(self):
        return {"properti": ALAMAT}

    def test_pen_08_increment_before_the_pension_is_the_last_pay(self):
        """An increment that is decided for April is in the decree for June."""
        permohonan = self.ajukan_pensiun()
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.pegawai.golongan_id.id,
                    "tmt": tmt,
                    "mkg_tahun": 6,
                    "gaji_pokok": rupiah,
                    "nomor_sk": f"KGB-{tmt}",
                    "tanggal_sk": date(2026, 2, 1),
                }
                for tmt, rupiah in (
                    (date(2026, 4, 1), 4436900),
                    (date(2026, 6, 1), 4576900),
                )
            ]
        )
        self.assertEqual(self.jawaban(permohonan, "PEN-04")[0], "gagal")
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        self.assertEqual(draf.pensiun_gaji, 4436900, "not what begins with the pension")

    # ---- kinds beside the retirement age (services 6.2) ------------------

    def henti(self):
        """Return the rows of the end of service that are in force."""
        return self.env["asn.riwayat.pemberhentian"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )

    def pppk(self):
        """Make the employee a PPPK under a contract to the end of 2028."""
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        self.pegawai.riwayat_gaji_ids._batalkan("uji")
        self.pegawai.write(
            {
                "nip": f"{self.pegawai.nip[:8]}202421{self.pegawai.nip[14:]}",
                "status_pegawai": "pppk",
                "tmt_cpns": False,
            }
        )
        golongan = self.env.ref("asn_base.golongan_pppk_ix")
        self.golongan(self.pegawai, golongan, date(2024, 1, 1))
        self.env["asn.riwayat.kontrak"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "tmt": date(2024, 1, 1),
                    "tanggal_selesai": date(2028, 12, 31),
                    "no_perjanjian": "800/12/2024",
                    "tgl_perjanjian": date(2023, 12, 28),
                    "golongan_id": golongan.id,
                }
            ]
        )

    def kode_berkas(self, permohonan):
        return set(permohonan.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))

    def test_pen_jenis_contracts_for_pppk_pensions_for_pns(self):
        with self.ditolak_aturan("PEN-JENIS"):
            self.ajukan_pensiun("phk_pppk", pensiun_sebab_phk="bup")
        self.pppk()
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        self.assertEqual(draf.pensiun_jenis, "phk_pppk")
        self.assertEqual(self.kode_berkas(draf), {"SK_PPPK", "BEBAS_BMN"})
        with self.ditolak_aturan("PEN-JENIS"):
            self.ajukan_pensiun("bup")

    def test_pen_09_reduction_of_the_organisation_at_fifty_with_ten_years(self):
        isi = {"pensiun_tmt_usul": "2026-08-01"}
        self.lahir(self.pegawai, date(1977, 3, 1), date(2004, 1, 1))
        with self.ditolak_aturan("PEN-09"):
            self.ajukan_pensiun("perampingan", **isi)
        self.lahir(self.pegawai, date(1976, 3, 1), date(2004, 1, 1))
        permohonan = self.ajukan_pensiun("perampingan", **isi)
        self.assertLessEqual({"DPCP", "SK_PERAMPINGAN"}, self.kode_berkas(permohonan))
        self.jalankan(permohonan)
        self.assertEqual(
            (self.henti().jenis_henti, self.henti().kedudukan_hukum_id.kode),
            ("9", "88"),
        )
        surat = permohonan._pratinjau_surat(self.u["admin_aplikasi"])
        self.assertIn("perampingan organisasi", surat)

    def test_pen_07_missing_for_a_year_are_taken_as_dead(self):
        isi = {"nama": "fasilitator", "employee_id": self.pegawai.id}
        with self.assertRaisesRegex(UserError, "hilang"):
            self.ajukan_pensiun("hilang", **isi)
        with self.ditolak_aturan("PEN-03"):
            self.ajukan_pensiun("hilang", pensiun_hilang_sejak="2025-03-03", **isi)
        permohonan = self.ajukan_pensiun(
            "hilang", pensiun_hilang_sejak="2025-03-01", **isi
        )
        self.assertEqual(permohonan.pensiun_tmt, date(2026, 4, 1))
        self.assertEqual(self.jawaban(permohonan, "PEN-07"), ("lulus", "Ratna"))
        berkas = self.kode_berkas(permohonan)
        self.assertIn("SURAT_ORANG_HILANG", berkas)
        self.assertNotIn("AKTA_KEMATIAN", berkas)
        self.jalankan(permohonan)
        self.assertEqual(self.henti().jenis_henti, "14")
        surat = permohonan._pratinjau_surat(self.u["admin_aplikasi"])
        for bagian in ("1 Maret 2025", "31 Maret 2026", "Ratna"):
            self.assertIn(bagian, surat.replace("\N{NO-BREAK SPACE}", " "))

    def test_pen_phk_contract_of_a_pppk_ends_and_comes_back(self):
        """The decree ends contract, posts and position; its revocation undoes them."""
        self.pppk()
        isi = {"pensiun_sebab_phk": "permintaan"}
        with self.assertRaises(UserError):
            self.ajukan_pensiun("phk_pppk", **isi)
        permohonan = self.ajukan_pensiun(
            "phk_pppk", pensiun_tmt_usul="2026-03-16", **isi
        )
        self.assertIn("SURAT_PERMOHONAN", self.kode_berkas(permohonan))
        self.jalankan(permohonan)
        self.assertFalse(permohonan.eksternal_ids, "BKN considers pensions only")
        self.assertEqual(permohonan.dokumen_produk_id.jenis_id.kode, "SK_PEMBERHENTIAN")
        surat = permohonan._pratinjau_surat(self.u["admin_aplikasi"])
        self.assertIn("Nomor 800/12/2024 tanggal 28", surat)
        with freeze_time("2026-03-16 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
            self.assertEqual(
                self.keadaan(), (date(2026, 3, 15), "77", date(2026, 3, 15))
            )
            petugas = permohonan.with_user(self.u["fasilitator"])
            aksi = petugas.action_tindak("pencabutan", "Permohonan ditarik kembali")
            cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
            cabut.with_user(self.u["fasilitator"]).action_submit()
            self.jalankan(cabut)
            self.assertEqual(self.keadaan(), (date(2028, 12, 31), "01", False))

    def keadaan(self):
        """Return the end of the contract, the legal position, the end of the post."""
        jabatan = self.pegawai.riwayat_jabatan_ids.filtered(lambda j: j.status == "sah")
        return (
            self.pegawai.tmt_kontrak_selesai,
            self.pegawai.kedudukan_hukum.kode,
            jabatan[:1].tmt_selesai,
        )

    def test_pen_phk_every_cause_has_its_day_and_its_proof(self):
        self.pppk()
        Permohonan = self.env["asn.permohonan"]
        for sebab, tmt, jawab, berkas in (
            ("kontrak", date(2029, 1, 1), "lulus", "SK_PPPK"),
            ("bup", date(2026, 6, 1), "lulus", "SK_PPPK"),
            ("disiplin", date(2026, 3, 16), "manual", "SK_HUKDIS"),
            ("meninggal", False, "gagal", "AKTA_KEMATIAN"),
        ):
            with self.subTest(sebab=sebab):
                draf = self.buat_permohonan(
                    "fasilitator",
                    self.pensiun,
                    employee_id=self.pegawai.id,
                    pensiun_jenis="phk_pppk",
                    pensiun_sebab_phk=sebab,
                    pensiun_tmt_usul="2026-03-16",
                    properti=ALAMAT,
                )
                self.assertEqual(draf.pensiun_tmt, tmt)
                self.assertEqual(self.jawaban(draf, "PEN-PHK")[0], jawab)
                self.assertIn(berkas, self.kode_berkas(draf))
                Permohonan.browse(draf.id).unlink()

    def test_pen_kgb_increment_before_the_pension_is_issued_first(self):
        self.pegawai.riwayat_gaji_ids._batalkan("uji")
        permohonan = self.ajukan_pensiun()
        hasil = permohonan.hasil_periksa_ids.filtered(lambda h: h.kode == "PEN-KGB")
        kgb = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        self.assertLess(kgb.tmt, permohonan.pensiun_tmt)
        self.assertEqual((hasil[:1].hasil, hasil[:1].keras), ("gagal", False))
        self.assertIn(format_panjang(kgb.tmt), hasil[:1].fakta)
        self.assertIn("lebih dahulu", hasil[:1].pesan)
