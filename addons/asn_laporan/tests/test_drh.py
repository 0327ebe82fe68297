import io
from datetime import date

import pypdf
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from ..report.drh_susunan import SUSUNAN
from .test_kartu import KartuCommon


@tagged("post_install", "-at_install")
class TestDrh(KartuCommon, TransactionCase):
    """The daftar riwayat hidup: all groups, with the rights of who prints."""

    def isi(self, user):
        laporan = self.env["report.asn_laporan.drh"].with_user(user)
        return laporan._get_report_values(self.pegawai.ids)["drh"][0]

    def judul(self, user):
        return {b["judul"] for b in self.isi(user)["bagian"]}

    def test_every_riwayat_is_printed_once(self):
        """LL-11-2-a LL-11-2-b LL-11-2-c LL-11-2-d LL-11-2-e: nothing is forgotten."""
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            self.contoh_riwayat(model, self.pegawai, nomor_sk=f"UJI-{model}")
        isi = self.isi(self.user)
        semua = [t for b in isi["bagian"] for t in b["tabel"]]
        terisi = [t for t in semua if t["baris"]]
        self.assertEqual(
            len(terisi), len(self.env["asn.riwayat.mixin"]._daftar_riwayat())
        )
        for tabel in semua:
            for baris in tabel["baris"]:
                self.assertEqual(len(baris), len(tabel["kepala"]))

    def test_layout_names_real_fields(self):
        for _judul, tabel in SUSUNAN:
            for _nama, model, kolom in tabel:
                for _label, medan in kolom:
                    self.assertIn(medan, self.env[model]._fields, model)

    def test_drafts_and_closed_groups_are_not_on_paper(self):
        self.env["asn.riwayat.penghargaan"].create(
            {
                "employee_id": self.pegawai.id,
                "jenis_penghargaan_id": self.env["asn.jenis.penghargaan"]
                .search([], limit=1)
                .id,
                "nama": "Piagam Draf",
                "tahun": 2020,
            }
        )
        self.contoh_riwayat("asn.riwayat.keluarga", self.pegawai, nama="Istri Uji")
        self.assertNotIn("Piagam Draf", str(self.isi(self.user)))
        self.assertIn("KETERANGAN KELUARGA", self.judul(self.user))
        self.assertIn("Istri Uji", str(self.isi(self.user)))
        self.assertNotIn("KETERANGAN KELUARGA", self.judul(self.kepala))
        self.assertNotIn("Istri Uji", str(self.isi(self.kepala)))
        with self.assertRaises(AccessError):
            self.isi(self.lain)

    def test_pdf_has_photo_frame_signature_numbers_and_trace(self):
        for tahun in range(1990, 2022):
            self.contoh_riwayat(
                "asn.riwayat.cuti",
                self.pegawai,
                tmt=date(tahun, 3, 1),
                tanggal_mulai=date(tahun, 3, 1),
                tanggal_selesai=date(tahun, 3, 2),
            )
        laporan = self.env["ir.actions.report"].with_user(self.user)
        laporan = laporan.with_context(force_report_rendering=True)
        pdf = laporan._render_qweb_pdf("asn_laporan.drh_report", self.pegawai.ids)[0]
        halaman = pypdf.PdfReader(io.BytesIO(pdf)).pages
        teks = " ".join(" ".join(h.extract_text() for h in halaman).split())
        jejak = self.env["asn.jejak.ekspor"].search([("apa", "=", "laporan.drh")])
        self.assertEqual((len(jejak), jejak.user_id), (1, self.user))
        for harap in (
            "DAFTAR RIWAYAT HIDUP",
            "I. KETERANGAN PERORANGAN",
            "Pasfoto",
            "Yang bersangkutan",
            f"Halaman 1 dari {len(halaman)}",
            jejak.kode,
            "19850317",
        ):
            self.assertIn(harap, teks)
        self.assertGreater(len(halaman), 1)
        self.assertIn(jejak.kode, halaman[-1].extract_text())

    def test_one_print_is_one_row_of_each_trace(self):
        """LL-17-1: somebody else prints a DRH; it is told once."""
        Laporan = self.env["ir.actions.report"].with_user(self.admin)
        self.env.cr.precommit.run()
        Laporan._asn_gerbang("asn_laporan.drh", self.pegawai.ids)
        self.isi(self.admin)
        self.env.cr.precommit.run()
        for model in ("asn.jejak.ekspor", "asn.jejak.akses"):
            jejak = self.env[model].search([("user_id", "=", self.admin.id)])
            with self.subTest(model=model):
                self.assertEqual(len(jejak), 1)
        self.assertEqual(jejak.kanal, "cetak")

    def label(self, user):
        return {label for label, _nilai in self.isi(user)["orang"]}

    def test_others_get_no_data_on_approval(self):
        """LL-20-4: in scope, without what needs an approved request."""
        self.contoh_riwayat("asn.riwayat.hukuman", self.pegawai)
        pribadi = {"NIK", "Alamat rumah", "Telepon", "Agama"}
        self.assertTrue(pribadi <= self.label(self.user))
        for user in (self.admin, self.fasilitator, self.kepala):
            isi = self.isi(user)
            self.assertFalse(pribadi & self.label(user))
            self.assertFalse(isi["lengkap"])
            for rahasia in ("1673015703850001", "81234567890"):
                self.assertNotIn(rahasia, str(isi))
            self.assertNotIn("Gaji pokok", str(isi["bagian"]))
            self.assertNotIn("KETERANGAN KELUARGA", self.judul(user))

    def test_approved_request_opens_everything_to_the_administrator(self):
        kelas = self.env.ref("asn_laporan.kelas_laporan_drh")
        permintaan = self.env["asn.permintaan.data"].create(
            {
                "penerima": "Tim Penilai Kinerja",
                "tujuan": "Rapat tim penilai kinerja",
                "dasar_hukum": "Pasal 14 ayat (1) huruf a",
                "kelas_ids": [(6, 0, kelas.ids)],
                "is_semua_unit": True,
                "tanggal_mulai": self.hari_ini,
                "tanggal_selesai": self.hari_ini,
            }
        )
        permintaan.action_ajukan()
        kaban = self.orang("drh_kaban", ("kepala_badan",)).user_id
        permintaan.with_user(kaban)._setujui(
            "800/1", self.hari_ini, "Sekretaris Daerah"
        )
        self.assertTrue(self.isi(self.admin)["lengkap"])
        self.assertIn("NIK", self.label(self.admin))
        self.assertFalse(self.isi(self.fasilitator)["lengkap"])
