"""Studies in the forecast and on the home page (services dossier 7)."""

from datetime import date

from freezegun import freeze_time
from odoo.tests import TransactionCase, tagged

from .common_belajar import BelajarCommon


@tagged("post_install", "-at_install")
class TestHakStudi(BelajarCommon, TransactionCase):
    KODE = "tugas_belajar"

    def hak(self):
        """Return (service, first day, from when) of what follows a study."""
        Hak = self.env["asn.hak.layanan"]
        Hak._segarkan(self.pegawai)
        return [
            (h.layanan_id.code, h.tanggal, h.buka)
            for h in Hak.search(
                [("employee_id", "=", self.pegawai.id), ("kode", "=", "studi")]
            )
        ]

    def beranda(self, nama="pegawai"):
        """Return ``[(title, mark)]`` of the section of the study."""
        for bagian in self.env["asn.beranda"].with_user(self.u[nama])._bagian():
            if bagian["key"] == "studi":
                return [(b["judul"], b.get("lencana")) for b in bagian["isi"]["baris"]]
        return []

    def test_tb_09_a_study_in_post_leads_to_the_title(self):
        studi = self.catat_studi(self.pegawai)
        self.assertEqual(
            self.hak(), [("basis_pendidikan", date(2027, 9, 1), date(2027, 2, 1))]
        )
        self.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "pendidikan_id": studi.pendidikan_id.id,
                    "nomor_ijazah": "X-1",
                    "tahun_lulus": 2027,
                }
            ]
        )
        self.assertEqual(self.hak(), [], "recorded")

    def test_tb_09_who_was_released_returns_to_duty(self):
        lepas = {"is_dibebaskan": True, "jenis": "tb_dibebaskan"}
        studi = self.catat_studi(self.pegawai, **lepas)
        self.assertEqual(
            self.hak(), [("tugas_belajar", date(2027, 9, 1), date(2027, 2, 1))]
        )
        hak = self.env["asn.hak.layanan"].search([("kode", "=", "studi")])
        self.assertIn("TB-09", hak.dasar)
        studi._mesin().write({"tanggal_kembali": date(2027, 8, 1)})
        self.assertEqual(self.hak(), [])

    def test_the_home_page_shows_report_end_and_bond(self):
        self.assertEqual(self.beranda(), [])
        studi = self.catat_studi(self.pegawai)
        judul = [satu for satu, __ in self.beranda()]
        self.assertEqual(len(judul), 2, judul)
        self.assertIn(studi.display_name, judul[1])
        with freeze_time("2026-10-05 02:00:00"):
            self.env.invalidate_all()
            tanda = [satu for __, satu in self.beranda()]
            self.assertEqual([bool(t) for t in tanda], [True, False, False])
        self.env.invalidate_all()
        studi._mesin().write({"ikatan_sampai": date(2028, 8, 31)})
        self.assertEqual(len(self.beranda()), 3)
        self.assertEqual(self.beranda("pegawai2"), [], "only the own one")
