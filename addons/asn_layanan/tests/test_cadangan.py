from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from ..domain import penentu
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestCadangan(LayananCommon, TransactionCase):
    """A step that would end at nobody goes to the legal alternate (PRO-10, B10)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        badan, pelaksana = cls.badan, cls.jab_pelaksana
        cls.tambah_banyak(
            ("kepala_badan", ("kepala_badan",), badan, pelaksana),
            ("petugas_badan", ("fasilitator",), badan, pelaksana),
            ("kepala_daerah", ("pimpinan",), cls.kota, pelaksana),
        )
        cls.badan.manager_id = cls.u["kepala_badan"].employee_id
        cls.kota.manager_id = cls.u["kepala_daerah"].employee_id
        cls.u["petugas_badan"].asn_unit_ids = badan
        cls.env.flush_all()

    def _aktor(self, p):
        return p.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids

    def di_unit(self, nama="fasilitator", layanan=None):
        """Return a request of a person that came to the step of the unit."""
        p = self.ajukan(nama, layanan)
        p.with_user(self._aktor(p)[0]).action_approve()
        self.assertEqual(p.tahap_id.kode, "fasilitator")
        return p

    def keluarga(self, nama, kerabat):
        self.contoh_riwayat(
            "asn.riwayat.keluarga",
            self.u[nama].employee_id,
            hubungan="pasangan",
            nama=self.u[kerabat].name,
            nip_keluarga=self.u[kerabat].employee_id.nip,
        )

    def test_own_request_of_the_only_fasilitator_goes_to_the_agency(self):
        """It is recorded with its reason, shown, decided there, and goes on."""
        draf = self.buat_permohonan("fasilitator")
        baris = draf.get_rantai()[1]
        self.assertEqual(
            baris["aktor"][0]["jabatan"],
            f"{self.jab_pelaksana.name} ({self.badan.name})",
        )
        self.assertIn("goes to an alternate, because: ", baris["alasan"])
        self.assertIn("own request", baris["alasan"])
        self.assertFalse(baris["kosong"])

        p = self.di_unit()
        self.assertEqual(self._aktor(p), self.u["petugas_badan"])
        self.assertFalse(p.tanpa_pelaku)
        catatan = p.pengalihan_ids.filtered(lambda c: c.jenis == "benturan")
        self.assertIn(self.bidang_a.name, catatan.dari)
        self.assertIn(self.badan.name, catatan.ke)
        self.assertIn("permohonannya sendiri", catatan.alasan)
        riwayat = [b for b in p.lini_masa if b.get("status") == "alih"]
        self.assertEqual([b["catatan"] for b in riwayat], [catatan.alasan])
        for nama in ("fasilitator", "admin_aplikasi", "kepala_badan"):
            with self.assertRaises(UserError):
                self.sebagai(nama, p).action_approve()
        meja = self.sebagai("petugas_badan", p)
        kolom = meja.get_view(view_type="form")["models"]["asn.permohonan"]
        isi = meja.web_read(
            {n: {} for n in kolom} | {"employee_id": {"fields": {"display_name": {}}}}
        )[0]
        self.assertTrue(isi["can_decide"])
        self.assertIn(
            self.u["fasilitator"].employee_id.name, isi["employee_id"]["display_name"]
        )
        meja.action_approve()
        self.assertEqual(self._aktor(p), self.u["admin_aplikasi"])

    def test_fasilitator_of_the_unit_above_comes_before_the_alternate(self):
        atas = self.tambah_orang(
            "fasilitator_atas", ("fasilitator",), self.dinas_a, self.jab_pelaksana
        )
        atas.asn_unit_ids = self.dinas_a
        self.u["fasilitator"].asn_unit_ids = self.bidang_a
        self.assertEqual(self._aktor(self.di_unit()), atas)

    def test_family_of_every_fasilitator_goes_to_the_agency(self):
        kedua = self.tambah_orang(
            "fasilitator2", ("fasilitator",), self.bidang_a, self.jab_pelaksana
        )
        kedua.asn_unit_ids = self.dinas_a
        self.keluarga("pegawai", "fasilitator")
        p = self.di_unit("pegawai")
        self.assertEqual(self._aktor(p), kedua)
        self.keluarga("pegawai2", "fasilitator")
        self.keluarga("pegawai2", "fasilitator2")
        q = self.di_unit("pegawai2")
        self.assertEqual(self._aktor(q), self.u["petugas_badan"])
        self.assertIn("keluarga", q.pengalihan_ids.alasan)

    def test_who_filed_for_a_colleague_is_replaced(self):
        p = self.ajukan("fasilitator", employee_id=self.u["pegawai"].employee_id.id)
        self.sebagai("atasan", p).action_approve()
        self.assertEqual(self._aktor(p), self.u["petugas_badan"])

    def test_unit_without_a_fasilitator_goes_to_the_agency(self):
        self.u["fasilitator"].asn_unit_ids = False
        self.env.cr.precommit.run()
        p = self.di_unit("pegawai")
        self.assertEqual(self._aktor(p), self.u["petugas_badan"])
        self.assertIn("tidak memiliki petugas", p.pengalihan_ids.alasan)
        temuan = self.versi._temuan_pelaku()
        tahap = self.versi.tahap_ids[1]
        self.assertTrue([t for t in temuan if tahap.name in t["pesan"]], temuan)

    def test_agency_without_a_fasilitator_leaves_it_to_the_service_then_heads(self):
        self.u["petugas_badan"].active = False
        self.env.cr.precommit.run()
        self.assertEqual(self._aktor(self.di_unit()), self.u["admin_aplikasi"])
        self.u["admin_aplikasi"].layanan_ids = False
        self.env.cr.precommit.run()
        p = self.di_unit("pegawai2", self._hanya_unit())
        self.assertEqual(self._aktor(p), self.u["fasilitator"])
        q = self.di_unit("fasilitator", p.layanan_id)
        # The head of the bidang considered it: the one above has not.
        self.assertEqual(self._aktor(q), self.u["penandatangan"])

    def _hanya_unit(self):
        """Return a service of two steps, which no administrator holds."""
        layanan, _versi = self.buat_layanan(
            "unit", "Unit", self.vals_tahap()[:2], jenis_surat_id=False
        )
        return layanan

    def test_without_a_superior_the_heads_above_are_asked(self):
        self.u["pegawai"].employee_id.parent_id = False
        p = self.ajukan()
        self.assertEqual(self._aktor(p), self.u["atasan"])
        self.assertTrue(p.pengalihan_ids.alasan)

    def test_head_of_a_body_and_its_top_are_considered_by_who_is_above(self):
        p = self.ajukan("penandatangan")
        self.assertEqual(self._aktor(p), self.u["kepala_daerah"])
        # Nobody is above the top: this is told and not decided by a subordinate.
        q = self.ajukan("kepala_daerah")
        self.assertFalse(self._aktor(q))
        self.assertTrue(q.tanpa_pelaku)

    def test_head_by_eselon_that_no_unit_has_is_the_nearest_head(self):
        self.dinas_a.eselon = "III.a"
        tahap = self._tahap(
            10, "kepala", "pertimbangan", "kepala_eselon", eselon_kepala="II"
        )
        layanan, _versi = self.buat_layanan(
            "eselon", "Eselon", [tahap], jenis_surat_id=False
        )
        p = self.ajukan("pegawai", layanan)
        self.assertEqual(self._aktor(p), self.u["atasan"])

    def test_own_matter_of_the_only_administrator_goes_to_the_superior(self):
        """A conflict does; too few officials for four eyes are an alert instead."""
        admin = self.u["admin_aplikasi"]
        admin.employee_id.parent_id = self.u["kepala_badan"].employee_id
        p = self.ajukan("admin_aplikasi", self._hanya_layanan())
        self.assertEqual(self._aktor(p), self.u["kepala_badan"])
        self.assertIn("permohonannya sendiri", p.pengalihan_ids.alasan)
        q = self.ajukan(
            "admin_aplikasi", p.layanan_id, employee_id=self.u["pegawai"].employee_id.id
        )
        self.assertFalse(self._aktor(q))
        self.assertTrue(q.tanpa_pelaku)

    def _hanya_layanan(self):
        """Return a service of one step, of one administrator who files for others."""
        layanan, _versi = self.buat_layanan(
            "satu", "Satu", self.vals_tahap()[2:3], jenis_surat_id=False
        )
        self.u["admin_aplikasi"].write(
            {
                "layanan_ids": [Command.link(layanan.id)],
                "group_ids": [Command.link(self.peran("fasilitator").id)],
                "asn_unit_ids": [Command.set(self.kota.ids)],
            }
        )
        self.env.cr.precommit.run()
        return layanan

    def test_rehearsal_and_chain_name_the_same_alternate(self):
        orang = (self.u["fasilitator"] | self.u["pegawai"]).employee_id
        gladi = self.env["asn.layanan.gladi"].create({"versi_id": self.versi.id})
        jalan = gladi._rantai_per_orang(orang)
        rantai = self.env["asn.layanan.penentu"]._rantai(orang[0], self.versi)
        teks = str(jalan[orang[0].id][1])
        self.assertIn(self.badan.name, teks)
        self.assertIn(self.badan.name, rantai[1]["aktor"][0]["jabatan"])
        self.assertNotIn(self.badan.name, str(jalan[orang[1].id][1]))

    def test_choice_of_alternates(self):
        lain = penentu.Kandidat([[7], [8]], {}, {7, 8})
        for tingkat, larangan, alasan, harap in (
            ([[1]], {}, "x", (0, {1: None}, [], False)),
            ([[1]], {1: "sendiri"}, "sendiri", (1, {7: None}, [(1, "sendiri")], True)),
            ([], {}, "tanpa_petugas", (0, {7: None}, [(None, "tanpa_petugas")], True)),
            (
                [[1]],
                {1: "sendiri", 7: "keluarga"},
                "sendiri",
                (2, {8: None}, [(1, "sendiri"), (7, "keluarga")], True),
            ),
            (
                [[1]],
                {1: "sendiri", 7: "sendiri", 8: "sendiri"},
                "sendiri",
                (None, {}, [(1, "sendiri"), (7, "sendiri"), (8, "sendiri")], False),
            ),
            ([[1]], {1: "empat_mata"}, "x", (None, {}, [(1, "empat_mata")], False)),
        ):
            kandidat = penentu.Kandidat(
                tingkat, {}, {1}, lambda sebab, a=alasan: lain if a in sebab else None
            )
            with self.subTest(tingkat=tingkat, larangan=larangan):
                temuan = kandidat.pilih(larangan)
                self.assertEqual(tuple(temuan), harap)
                self.assertEqual(
                    penentu.dialihkan(temuan),
                    bool(
                        temuan.cadangan or 1 in larangan and larangan[1] != "empat_mata"
                    ),
                )
        semua = penentu.Kandidat([[1]], {}, {1}, lambda _sebab: lain)
        self.assertEqual(semua.semua, {1, 7, 8})
