from datetime import date

from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain import kartu
from .layanan_umum import LayananUmumCommon

BERKAS = (
    "SURAT_PENGANTAR_OPD LAPORAN_KAWIN_1 AKTA_NIKAH FORM_TASPEN SK_CPNS SK_PNS STTPL"
    " KTP KK KARPEG PAS_FOTO PAS_FOTO_PASANGAN LAPORAN_HILANG KARTU_LAMA"
).split()


class TestDomainKartu(BaseCase):
    def test_krt_01_first_card_or_replacement(self):
        for sebab, nomor, hasil in (
            ("pertama_kali", False, "lulus"),
            ("pertama_kali", "Z 900001", "gagal"),
            ("hilang", "Z 900001", "lulus"),
            ("hilang", False, "manual"),
        ):
            self.assertEqual(kartu.periksa_nomor(sebab, nomor), hasil)

    def test_krt_03_report_within_a_year(self):
        for nikah, pada, hasil in (
            (date(2025, 3, 2), date(2026, 3, 2), True),
            (date(2025, 3, 1), date(2026, 3, 2), False),
            (date(2024, 2, 29), date(2025, 2, 28), True),
        ):
            self.assertEqual(kartu.is_tepat_waktu(nikah, pada), hasil)

    def test_krt_04_further_marriage_needs_permission(self):
        satu, dua = date(2010, 1, 1), date(2020, 1, 1)
        self.assertEqual(kartu.periksa_izin(dua, [satu], ""), "gagal")
        self.assertEqual(kartu.periksa_izin(dua, [satu], "IZIN-1"), "lulus")
        self.assertEqual(kartu.periksa_izin(satu, [dua], ""), "lulus")

    def test_krt_05_number_is_text(self):
        self.assertEqual(kartu.rapikan_nomor(" z  900 001a "), "Z 900 001A")


class KartuCommon(LayananUmumCommon):
    """A PNS without any card, married for a few months."""

    KODE = "kartu"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        Jenis = cls.env["asn.jenis.dokumen"]
        for kode in BERKAS:
            jenis = Jenis.search([("kode", "=", kode)])
            isi, nama = cls.isi_berkas(jenis)
            cls.env["asn.dokumen"]._arsipkan(cls.pegawai, kode, isi, nama)
        cls.nikah = cls.contoh_riwayat(
            "asn.riwayat.keluarga",
            cls.pegawai,
            hubungan="pasangan",
            nama="Dahlia Gemilang",
            tanggal_nikah="2025-11-09",
        )
        cls.pegawai.sudo().write({"no_karpeg": False, "no_taspen": False})

    @classmethod
    def isi_berkas(cls, jenis):
        """Return a sound file of a type that the kind takes."""
        from odoo.addons.asn_arsip.tests.common import gambar, pdf

        if jenis.izin_pdf:
            return pdf(jenis.kode), f"{jenis.kode}.pdf"
        return gambar("JPEG", (300, 400)), f"{jenis.kode}.jpg"

    @staticmethod
    def isi(jenis="karpeg", sebab="pertama_kali", **lain):
        if jenis == "karis_atau_karsu":
            lain = {
                "pasangan": "dahlia GEMILANG",
                "perkawinan": "perkawinan_pertama",
                **lain,
            }
        return {"properti": {"jenis": jenis, "sebab": sebab, **lain}}

    def terbit(self, **lain):
        permohonan = self.ajukan("pegawai", self.umum, **self.isi(**lain))
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        return permohonan


@tagged("post_install", "-at_install")
class TestLayananKartu(KontrakLayanan, KartuCommon, TransactionCase):
    """LL-22-2-h: the contract of services by a Karis/Karsu: marriage and profile change."""

    kode = "kartu"

    def vals_contoh(self):
        return self.isi("karis_atau_karsu")

    def jejak_berlaku(self, permohonan):
        return {
            **super().jejak_berlaku(permohonan),
            "kartu": self.pegawai.sudo().no_karis_karsu,
        }


@tagged("post_install", "-at_install")
class TestKartu(KartuCommon, TransactionCase):
    def periksa(self, *args, **lain):
        draf = self.buat_permohonan("pegawai", self.umum, **self.isi(*args, **lain))
        return self.aturan(draf)

    def test_krt_01_karpeg_for_pns_once(self):
        self.assertEqual(self.periksa()["KRT-01"], "lulus")
        self.assertEqual(self.periksa(sebab="hilang")["KRT-01"], "manual")
        self.pegawai.sudo().no_karpeg = "Z 900001"
        self.assertEqual(self.periksa()["KRT-01"], "gagal")
        self.assertEqual(self.periksa(sebab="hilang")["KRT-01"], "lulus")
        self.pegawai.status_pegawai = "cpns"
        self.assertEqual(self.periksa(sebab="hilang")["KRT-01"], "gagal")

    def test_krt_02_marriage_lasts_and_is_in_the_profile(self):
        jenis = "karis_atau_karsu"
        self.assertEqual(self.periksa(jenis)["KRT-02"], "lulus")
        self.assertEqual(self.periksa(jenis, pasangan="Lain")["KRT-02"], "gagal")
        self.nikah.sudo()._mesin().write({"tanggal_cerai": "2026-01-05"})
        self.assertEqual(self.periksa(jenis)["KRT-02"], "gagal")

    def test_krt_03_04_late_report_informs_and_permission_is_needed(self):
        jenis = "karis_atau_karsu"
        self.assertEqual(self.periksa(jenis)["KRT-03"], "lulus")
        self.assertEqual(self.periksa(jenis)["KRT-04"], "lulus")
        self.contoh_riwayat(
            "asn.riwayat.keluarga",
            self.pegawai,
            hubungan="pasangan",
            nama="Istri Pertama",
            tanggal_nikah="2012-01-01",
        )
        self.assertEqual(self.periksa(jenis)["KRT-04"], "gagal")
        lama = self.periksa(jenis, pasangan="Istri Pertama")
        self.assertEqual((lama["KRT-03"], lama["KRT-04"]), ("gagal", "lulus"))

    def test_numbers_reach_the_profile_and_each_card_its_body(self):
        karpeg = self.terbit()
        self.assertEqual(karpeg.eksternal_ids.tugas_id.tahap_id.kode, "menunggu_bkn")
        self.assertEqual(self.pegawai.sudo().no_karpeg, "J-1")
        taspen = self.terbit(jenis="kartu_taspen")
        self.assertEqual(taspen.eksternal_ids.tugas_id.tahap_id.kode, "menunggu_taspen")
        self.assertEqual(self.pegawai.sudo().no_taspen, "J-1")
        self.assertIn("Taspen", taspen.surat_id.isi)
        self.assertEqual(self.periksa("kartu_taspen")["KRT-X-01"], "gagal")

    def test_card_of_a_spouse_corrects_the_row_of_the_marriage(self):
        self.terbit(jenis="karis_atau_karsu")
        baris = self.env["asn.riwayat.keluarga"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )
        self.assertEqual(
            (baris.no_karis_karsu, baris.koreksi_dari_id), ("J-1", self.nikah)
        )
        self.assertEqual(self.nikah.status, "dikoreksi")

    def test_what_the_undoing_needs_cannot_be_typed(self):
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", self.umum, krt_nomor_lama="Z 1")
