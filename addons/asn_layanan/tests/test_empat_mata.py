from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestEmpatMata(LayananCommon, TransactionCase):
    """Who may act: four eyes, resolvers, successors (PRO-10, PRO-11)."""

    def _aktor(self, p):
        return p.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids

    def test_superior_who_applies_goes_one_level_up(self):
        p = self.ajukan("atasan")
        self.assertEqual(self._aktor(p), self.u["penandatangan"])
        with self.assertRaises(AccessError):
            self.sebagai("atasan", p).action_approve()

    def test_who_acted_before_does_not_act_again(self):
        admin = self.u["admin_aplikasi"]
        admin.group_ids |= self.peran("fasilitator")
        admin.asn_unit_ids = self.bidang_a
        p = self.ajukan()
        self.sebagai("atasan", p).action_approve()
        self.sebagai("admin_aplikasi", p).action_approve()
        self.assertEqual(p.tahap_id.kode, "verifikasi")
        self.assertFalse(self._aktor(p))
        self.assertTrue(p.tanpa_pelaku)
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["admin_sistem"].id), ("permohonan_id", "=", p.id)]
        )
        self.assertEqual(kabar.jenis, "peringatan")

        lain = self.tambah_orang(
            "lain", ("admin_aplikasi",), self.badan, self.jab_pelaksana
        )
        lain.layanan_ids = self.layanan
        self.env.cr.precommit.run()
        self.assertEqual(self._aktor(p), lain)
        self.sebagai("lain", p).action_approve()

    def test_who_filed_does_not_examine(self):
        p = self.ajukan("fasilitator", employee_id=self.u["pegawai"].employee_id.id)
        self.sebagai("atasan", p).action_approve()
        self.assertNotIn(self.u["fasilitator"], self._aktor(p))

    def test_step_may_allow_the_signer_who_gave_the_consideration(self):
        tahap = self.vals_tahap()
        tahap = [tahap[0], dict(tahap[-1], empat_mata="pertimbangan")]
        layanan, _versi = self.buat_layanan("rangkap", "Rangkap", tahap)
        p = self.ajukan("atasan", layanan)
        self.sebagai("penandatangan", p).action_approve()
        self.assertEqual(self._aktor(p), self.u["penandatangan"])
        q_layanan, _versi = self.buat_layanan(
            "ketat", "Ketat", [tahap[0], dict(tahap[1], empat_mata="penuh")]
        )
        q = self.ajukan("atasan", q_layanan)
        self.sebagai("penandatangan", q).action_approve()
        self.assertFalse(self._aktor(q))

    def test_own_matter_refused_even_where_the_step_allows_repeats(self):
        tahap = dict(self.vals_tahap()[2], empat_mata="tidak")
        layanan, _versi = self.buat_layanan(
            "sendiri", "Sendiri", [tahap], jenis_surat_id=False
        )
        self.u["admin_aplikasi"].layanan_ids |= layanan
        p = self.ajukan("admin_aplikasi", layanan)
        with self.assertRaises(AccessError):
            self.sebagai("admin_aplikasi", p).action_approve()
        self.assertEqual(p.state, "in_review")

    def test_successor_inherits_the_task(self):
        p = self.ajukan()
        baru = self.tambah_orang(
            "kabid_baru", ("pimpinan",), self.bidang_a, self.jab_pelaksana
        )
        self.jabatan(
            baru.employee_id, self.jab_kabid, self.bidang_a, fields.Date.today()
        )
        self.bidang_a.manager_id = baru.employee_id
        self.env.cr.precommit.run()
        self.assertEqual(self._aktor(p), baru)
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_approve()
        self.sebagai("kabid_baru", p).action_approve()
        self.assertEqual(p.tahap_id.kode, "fasilitator")

    def test_revoked_grant_ends_at_once(self):
        p = self.ajukan()
        self.setujui_sampai(p, "admin_aplikasi")
        self.u["admin_aplikasi"].layanan_ids = False
        with self.assertRaises(UserError):
            self.sebagai("admin_aplikasi", p).action_approve()

    def test_submission_with_an_empty_chain_does_not_crash(self):
        self.u["atasan"].active = False
        self.bidang_a.manager_id = False
        self.dinas_a.manager_id = False
        self.env.cr.precommit.run()
        self.env["hr.employee"].search([("parent_id", "!=", False)]).parent_id = False
        draf = self.buat_permohonan()
        self.assertTrue([b for b in draf.lini_masa if b.get("kosong")])
        draf.action_submit()
        self.assertEqual(draf.state, "in_review")
        self.assertTrue(draf.sudo().tanpa_pelaku)

    def test_acting_head_signs_as_plt(self):
        plt = self.tambah_orang(
            "plt", ("penandatangan",), self.dinas_a, self.jab_pelaksana
        )
        self.jabatan(
            plt.employee_id,
            self.jab_kepala_a,
            self.dinas_a,
            fields.Date.today(),
            jenis_penugasan="plt",
        )
        self.dinas_a.manager_id = plt.employee_id
        self.beri_sertifikat("plt")
        p = self.ajukan()
        self.setujui_sampai(p)
        self.assertEqual(self._aktor(p), plt)
        self.sebagai("plt", p).action_sign("sandi-uji")
        self.assertEqual(p.surat_id.kapasitas, "plt")
        tanda = p.keputusan_ids.filtered(lambda k: k.hasil == "sign")
        self.assertEqual(tanda.kapasitas, "plt")

    def test_parallel_steps_need_all_any_or_a_minimum(self):
        dasar = dict(
            self.vals_tahap()[2], penentu="pengguna", group_id=False, sequence=10
        )
        siapa = ("fasilitator", "pengawas", "administrator")
        for kuorum, cukup in (("all", 3), ("any", 1), ("min", 2)):
            tahap = [
                dict(
                    dasar,
                    kode=n,
                    name=n,
                    user_id=self.u[n].id,
                    kuorum=kuorum,
                    kuorum_min=2,
                )
                for n in siapa
            ]
            layanan, _versi = self.buat_layanan(
                f"paralel_{kuorum}", kuorum, tahap, jenis_surat_id=False
            )
            p = self.ajukan("pegawai", layanan)
            self.assertEqual(len(self._aktor(p)), 3)
            for nomor, nama in enumerate(siapa[:cukup], 1):
                with self.subTest(kuorum=kuorum, nomor=nomor):
                    self.assertEqual(p.state, "in_review")
                    self.sebagai(nama, p).action_approve()
            self.assertEqual(p.state, "issued")
            self.assertEqual(
                sorted(p.tugas_ids.mapped("state")),
                ["done"] * cukup + ["skipped"] * (3 - cukup),
            )

    def test_parallel_return_reopens_only_what_was_not_done(self):
        dasar = dict(
            self.vals_tahap()[2], penentu="pengguna", group_id=False, sequence=10
        )
        tahap = [
            dict(dasar, kode=n, name=n, user_id=self.u[n].id)
            for n in ("fasilitator", "pengawas")
        ]
        layanan, _versi = self.buat_layanan(
            "paralel", "Paralel", tahap, jenis_surat_id=False
        )
        p = self.ajukan("pegawai", layanan)
        self.sebagai("fasilitator", p).action_approve()
        self.sebagai("pengawas", p).action_return("kurang")
        self.sebagai("pegawai", p).action_resubmit()
        self.assertEqual(self._aktor(p), self.u["pengawas"])
        self.sebagai("pengawas", p).action_approve()
        self.assertEqual(p.state, "issued")

    def test_step_skipped_by_condition(self):
        tahap = self.vals_tahap()
        tahap[0]["kondisi"] = f"[('unit_id', '!=', {self.bidang_a.id})]"
        layanan, _versi = self.buat_layanan("lewati", "Lewati", tahap)
        p = self.ajukan("pegawai", layanan)
        self.assertEqual(p.tahap_id.kode, "fasilitator")

    def test_mandate_in_force_decides_the_signer(self):
        hari_ini = fields.Date.today()
        lama = self.layanan.mandat_ids
        self.env["asn.layanan.mandat"].create(
            {
                "name": "Kabid",
                "layanan_id": self.layanan.id,
                "sequence": 1,
                "penandatangan_jabatan": "jabatan",
                "jabatan_id": self.jab["administrator"].id,
                "kapasitas": "an",
                "berlaku_mulai": fields.Date.add(hari_ini, days=1),
            }
        )
        p = self.ajukan()
        self.assertEqual(self.env["asn.layanan.mandat"]._cari(p, hari_ini), lama)
        besok = fields.Date.add(hari_ini, days=1)
        self.assertEqual(self.env["asn.layanan.mandat"]._cari(p, besok).kapasitas, "an")
