import io

import openpyxl
from odoo.tests import TransactionCase, tagged

from .test_impor_riwayat import RiwayatCommon

#: What the training system of an agency writes above its list of graduates.
_KEPALA = (
    "NIP",
    "Nama Peserta",
    "Nama Pelatihan",
    "Jenis Pelatihan",
    "Penyelenggara",
    "Tanggal Mulai",
    "Tanggal Selesai",
    "JP",
    "Nomor Sertifikat",
    "Tanggal Sertifikat",
    "Angkatan",
    "Predikat",
)


@tagged("post_install", "-at_install")
class TestImporDiklat(RiwayatCommon, TransactionCase):
    """LL-4-5-d: results of the training system reach the profile as they come."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.peserta = cls.orang(cls, 40)[:2]
        cls.jenis = cls.env["asn.jenis.diklat"].search([("kode", "=", "teknis")])

    def setUp(self):
        super().setUp()
        self.jalankan(self.periksa(self.peserta))

    def hasil_diklat(self, *baris):
        """Return a list of graduates as the other system exports it."""
        buku = openpyxl.Workbook()
        buku.active.title = "Rekap Pelatihan"
        buku.active.append(_KEPALA)
        for nip, nomor, selesai in baris:
            buku.active.append(
                (nip, "Peserta", "Pelatihan Manajemen Arsip", self.jenis.name)
                + ("Pusdiklat Contoh", "2026-03-02", selesai, 40, nomor, selesai)
                + ("III", "Memuaskan")
            )
        berkas = io.BytesIO()
        buku.save(berkas)
        return berkas.getvalue()

    def masukkan(self, *baris):
        """Import such a list without touching a single column by hand."""
        impor = self.unggah(self.hasil_diklat(*baris), "rekap_pelatihan.xlsx")
        impor.action_periksa()
        self.assertEqual(impor.lembar_ids.jenis, "asn.riwayat.diklat")
        self.assertFalse(impor.kolom_ids.filtered(lambda k: k.asal == "asing"))
        self.assertEqual(self.galat(impor), [])
        self.jalankan(impor)
        return impor

    def test_results_become_valid_history_once(self):
        nip = [satu["nip"] for satu in self.peserta]
        baris = [(nip[0], "T-1/2026", "2026-03-06"), (nip[1], "T-2/2026", "2026-03-06")]

        self.masukkan(*baris)

        ada = self.riwayat("diklat", nip[0])
        self.assertEqual(
            (ada.nama, ada.jumlah_jam, ada.nomor_sk, ada.peringkat, ada.sumber),
            ("Pelatihan Manajemen Arsip", 40, "T-1/2026", "Memuaskan", "impor"),
        )
        self.assertEqual((ada.jenis_diklat_id, ada.tahun), (self.jenis, 2026))
        self.assertEqual(len(self.riwayat("diklat", nip[1])), 1)

        ulang = self.masukkan(*baris)
        self.assertEqual((ulang.jumlah_riwayat, ulang.jumlah_sama), (0, 2))
        self.assertEqual(self.riwayat("diklat", nip[0]), ada)

    def test_a_graduate_nobody_knows_is_named_and_stops_nobody_else(self):
        nip = self.peserta[0]["nip"]
        isi = self.hasil_diklat(
            (nip, "T-3/2026", "2026-04-10"),
            ("199001012015011099", "T-4/2026", "2026-04-10"),
        )
        impor = self.unggah(isi, mode="baik")
        impor.action_periksa()
        self.assertEqual([g[0] for g in self.galat(impor)], [3])
        self.jalankan(impor)
        self.assertEqual(self.riwayat("diklat", nip).nomor_sk, "T-3/2026")
