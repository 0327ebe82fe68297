import base64
import io
from datetime import timedelta

import openpyxl
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain.gladi import alasan
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestGladi(LayananCommon, TransactionCase):
    """A rehearsal: who would pass, who would fail and why, through whose hands."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draf = cls.versi.copy({"versi": 0})
        cls.env["asn.layanan.aturan"].create(
            {
                "versi_id": cls.draf.id,
                "pustaka": "jabatan",
                "nilai": {"kelompok": ["pelaksana"]},
            }
        )

    def gladi(self, **nilai):
        Gladi = self.env["asn.layanan.gladi"].with_user(self.u["admin_utama"])
        gladi = Gladi.create({"versi_id": self.draf.id, **nilai})
        gladi.action_jalankan()
        return gladi

    def baris(self, gladi, nama):
        return gladi.baris_ids.filtered(
            lambda b: b.employee_id == self.u[nama].employee_id
        )

    def test_draft_is_tried_on_a_unit_and_nothing_is_filed(self):
        sebelum = self.env["asn.permohonan"].search_count([])
        gladi = self.gladi(populasi="unit", unit_ids=[(6, 0, self.bidang_a.ids)])
        self.assertEqual(self.env["asn.permohonan"].search_count([]), sebelum)
        self.assertEqual(gladi.jumlah_orang, len(gladi.baris_ids))
        self.assertEqual(self.baris(gladi, "pegawai").hasil, "lulus")
        atasan = self.baris(gladi, "atasan")
        self.assertEqual(atasan.hasil, "gagal")
        self.assertIn("Administrator", atasan.alasan)
        hitung = {a["kode"]: a for a in gladi.ringkasan["aturan"]}
        self.assertEqual(hitung["A-01"]["gagal"], gladi.jumlah_gagal)

    def test_chain_of_each_person(self):
        gladi = self.gladi(populasi="unit", unit_ids=[(6, 0, self.bidang_a.ids)])
        langkah = self.baris(gladi, "pegawai").rantai
        self.assertEqual(langkah[0]["oleh"], "Kepala Bidang A1")
        self.assertEqual(langkah[-1]["oleh"], "Kepala Dinas A")
        self.assertFalse(any(satu["kosong"] for satu in langkah))
        # The superior's own request goes to the next one up.
        self.assertEqual(
            self.baris(gladi, "atasan").rantai[0]["oleh"], "Kepala Dinas A"
        )

    def test_chain_shows_delegates_and_conflicts_of_the_day(self):
        self.env["asn.delegasi"].with_user(self.u["atasan"]).create(
            {
                "dari_id": self.u["atasan"].id,
                "kepada_id": self.u["fasilitator"].id,
                "tanggal_mulai": self.hari_ini,
                "tanggal_selesai": self.hari_ini,
                "dasar": "SP 800/1/2026",
            }
        )
        self.contoh_riwayat(
            "asn.riwayat.keluarga",
            self.u["pegawai2"].employee_id,
            hubungan="pasangan",
            nama=self.u["atasan"].name,
            nip_keluarga=self.u["atasan"].employee_id.nip,
        )
        gladi = self.gladi(populasi="unit", unit_ids=[(6, 0, self.bidang_a.ids)])
        langkah = self.baris(gladi, "pegawai").rantai[0]
        self.assertIn("(Plh. Kepala Bidang A1)", langkah["oleh"])
        # The spouse of the superior goes another way, and is told why.
        langkah = self.baris(gladi, "pegawai2").rantai[0]
        self.assertEqual(langkah["oleh"], "Kepala Dinas A")
        self.assertIn("Kepala Bidang A1", langkah["alasan"])
        gladi.pada = self.hari_ini + timedelta(days=1)
        gladi.action_jalankan()
        langkah = self.baris(gladi, "pegawai").rantai[0]
        self.assertEqual(langkah["oleh"], "Kepala Bidang A1")

    def test_groups_of_equals_go_the_way_that_each_would_go_alone(self):
        """Whatever is asked once for many is what is answered for one."""
        Tahap = self.env["asn.layanan.tahap"]
        kondisi = f"[('employee_id.golongan_id', '=', {self.gol_iiib.id})]"
        self.draf.tahap_ids[1].kondisi = kondisi
        self.draf.tahap_ids[
            2
        ].kondisi = f"[('employee_id.user_id', '!=', {self.u['pegawai'].id})]"
        Tahap.create(
            {
                "versi_id": self.draf.id,
                "sequence": self.draf.tahap_ids[3].sequence,
                "kode": "kepala",
                "name": "Kepala",
                "jenis": "validasi",
                "penentu": "kepala_unit",
            }
        )
        self.u["pegawai2"].employee_id.parent_id = self.u["fasilitator"].employee_id
        gladi = self.gladi(populasi="acak")
        penentu = self.env["asn.layanan.penentu"].sudo()
        self.assertGreater(len(gladi.baris_ids), 8)
        for baris in gladi.baris_ids:
            pegawai = baris.employee_id.sudo()
            with self.subTest(orang=pegawai.name):
                sendiri = penentu._rantai(pegawai, self.draf, gladi.pada)
                self.assertEqual(baris.rantai, [gladi._langkah(s) for s in sendiri])

    def test_past_requests_are_tried_again_with_their_form(self):
        p = self.ajukan()
        gladi = self.gladi(populasi="permohonan", layanan_id=self.layanan.id)
        self.assertEqual(gladi.baris_ids.permohonan_id, p)
        self.assertFalse(p.hasil_periksa_ids.filtered(lambda h: h.kode == "A-01"))

    def test_same_rehearsal_takes_the_same_sample(self):
        gladi = self.gladi(populasi="acak", jumlah=3)
        orang = gladi.baris_ids.employee_id
        gladi.action_jalankan()
        self.assertEqual((len(orang), gladi.baris_ids.employee_id), (3, orang))

    def test_many_go_part_by_part_and_may_be_stopped(self):
        """Parts give what one call gives; stopped, the result counts those tried."""
        utuh = self.gladi(populasi="acak")
        self.patch(self.env.registry["asn.layanan.gladi"], "_bagian", lambda self: 3)
        gladi = utuh.copy()
        aksi = gladi.action_jalankan()
        self.assertEqual(aksi["tag"], "asn_layanan.massal")
        self.assertEqual(aksi["params"]["sisa"], utuh.jumlah_orang)
        sisa = gladi.action_lanjutkan()["sisa"]
        self.assertEqual(sisa, utuh.jumlah_orang - 3)
        gladi.action_hasil()
        self.assertEqual((gladi.jumlah_orang, gladi.sisa), (3, sisa))
        params = gladi.action_teruskan()["params"]
        self.assertEqual((params["jumlah"], params["sisa"]), (utuh.jumlah_orang, sisa))
        while gladi.sisa:
            gladi.action_lanjutkan()
        gladi.action_hasil()
        self.assertEqual(gladi.ringkasan, utuh.ringkasan)
        self.assertEqual(gladi.jumlah_lulus, utuh.jumlah_lulus)
        with self.assertRaises(AccessError):
            gladi.with_user(self.u["admin_aplikasi"]).action_lanjutkan()

    def test_nobody_chosen_is_said(self):
        with self.assertRaises(UserError):
            self.gladi(populasi="golongan", golongan_ids=[(6, 0, self.gol_iva.ids)])

    def test_only_who_designs_services_rehearses(self):
        for nama in ("pegawai", "admin_aplikasi", "monev"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.env["asn.layanan.gladi"].with_user(self.u[nama]).create(
                    {"versi_id": self.draf.id}
                )

    def test_workbook_holds_counts_and_no_names_by_itself(self):
        gladi = self.gladi(populasi="acak")
        aksi = gladi.action_unduh()
        self.assertIn(f"/{gladi.id}/berkas", aksi["url"])
        buku = openpyxl.load_workbook(io.BytesIO(base64.b64decode(gladi.berkas)))
        isi = [
            [sel for baris in lembar.iter_rows(values_only=True) for sel in baris]
            for lembar in buku
        ]
        ringkasan, tahap, orang = isi
        self.assertIn("A-01", ringkasan)
        self.assertIn("Kepala Bidang A1", tahap)
        self.assertIn(self.bidang_a.name, orang)
        self.assertTrue(any("A-01" in str(sel) for sel in orang))
        for satu in gladi.baris_ids.employee_id:
            self.assertNotIn(satu.name, orang)
            for lembar in isi:
                self.assertNotIn(satu.nip, lembar)

    def test_refused_names_leave_a_workbook_without_names(self):
        def export_data(self, fields_to_export):
            raise AccessError("Pasal 20")

        self.patch(self.registry["asn.layanan.gladi.baris"], "export_data", export_data)
        gladi = self.gladi(populasi="acak", dengan_nama=True)
        gladi.action_unduh()
        buku = openpyxl.load_workbook(io.BytesIO(base64.b64decode(gladi.berkas)))
        kepala = [baris[0] for baris in buku.worksheets[0].iter_rows(values_only=True)]
        self.assertTrue(any("Pasal 20" in str(sel) for sel in kepala))
        self.assertEqual(buku.worksheets[2].max_row, gladi.jumlah_orang + 1)

    def test_confidential_reason_is_not_told_of_anybody(self):
        rincian = [
            {"kode": "A-01", "nama": "Jabatan", "hasil": "gagal", "tertutup": False},
            {"kode": "A-02", "nama": "Disiplin", "hasil": "gagal", "tertutup": True},
            {"kode": "A-03", "nama": "Masa kerja", "hasil": "lulus", "tertutup": False},
        ]
        self.assertEqual(alasan(rincian, "rahasia"), "A-01 Jabatan; rahasia")

    def test_queries_do_not_grow_with_people_of_a_unit(self):
        for huruf in "abcdefghijklmnop":
            self.tambah_orang(f"gladi_{huruf}", (), self.bidang_a, self.jab_pelaksana)
            self.addCleanup(self.u.pop, f"gladi_{huruf}")

        def biaya(jumlah):
            gladi = (
                self.env["asn.layanan.gladi"]
                .with_user(self.u["admin_utama"])
                .create({"versi_id": self.draf.id, "jumlah": jumlah})
            )
            gladi.populasi = "unit"
            gladi.unit_ids = self.bidang_a
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            gladi.action_jalankan()
            self.env.flush_all()
            return self.env.cr.sql_log_count - awal

        biaya(5)
        # Both samples reach the same officials; the rest are equals.
        self.assertLessEqual(biaya(24), biaya(12) + 2)
