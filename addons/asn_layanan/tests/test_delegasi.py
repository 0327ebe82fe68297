from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestDelegasi(LayananCommon, TransactionCase):
    """Dated delegation during absence: who, how far, and what it leaves (PRO-11)."""

    def delegasi(self, dari, kepada, oleh=None, mulai=0, selesai=5, **nilai):
        """Make a delegation from day ``mulai`` to ``selesai`` counted from today."""
        Delegasi = self.env["asn.delegasi"].with_user(self.u[oleh or dari])
        hasil = Delegasi.create(
            {
                "dari_id": self.u[dari].id,
                "kepada_id": self.u[kepada].id,
                "tanggal_mulai": self.hari_ini + timedelta(days=mulai),
                "tanggal_selesai": self.hari_ini + timedelta(days=selesai),
                "dasar": "SP 800/1/2026",
                **nilai,
            }
        )
        self.env.cr.precommit.run()
        return hasil.with_env(self.env)

    def _aktor(self, p):
        return p.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids

    def test_delegate_acts_and_the_history_says_for_whom(self):
        self.delegasi("atasan", "pegawai2")
        p = self.ajukan()
        self.assertEqual(self._aktor(p), self.u["atasan"] | self.u["pegawai2"])
        self.sebagai("pegawai2", p).action_approve()
        putusan = p.keputusan_ids[-1:]
        self.assertEqual(putusan.kapasitas, "plh")
        self.assertEqual(putusan.atas_nama, self.jab_kabid.name)
        self.assertEqual(putusan.dasar_wewenang, "SP 800/1/2026")
        self.assertFalse(p.keputusan_ids._verify_chain())

    def test_running_task_goes_to_the_delegate_and_back(self):
        p = self.ajukan()
        delegasi = self.delegasi("atasan", "pegawai2")
        self.assertIn(self.u["pegawai2"], self._aktor(p))
        delegasi.with_user(self.u["atasan"]).action_end()
        self.env.cr.precommit.run()
        self.assertEqual(self._aktor(p), self.u["atasan"])
        with self.assertRaises(UserError):
            self.sebagai("pegawai2", p).action_approve()

    def test_only_from_the_first_to_the_last_day(self):
        self.delegasi("atasan", "pegawai2", mulai=2, selesai=3)
        p = self.ajukan()
        penentu = self.env["asn.layanan.penentu"]
        for hari, ikut in ((1, False), (2, True), (3, True), (4, False)):
            cache = {"pada": self.hari_ini + timedelta(days=hari)}
            aktor = penentu._aktor(p.sudo().tahap_id, p.sudo(), cache)
            with self.subTest(hari=hari):
                self.assertEqual(self.u["pegawai2"] in aktor, ikut)

    def test_only_the_services_named(self):
        lain, _versi = self.buat_layanan("lain", "Lain")
        self.delegasi("atasan", "pegawai2", layanan_ids=lain.ids)
        self.assertEqual(self._aktor(self.ajukan()), self.u["atasan"])
        self.assertIn(self.u["pegawai2"], self._aktor(self.ajukan("pegawai", lain)))

    def test_never_the_own_matter_of_either(self):
        self.delegasi("atasan", "pegawai")
        self.assertNotIn(self.u["pegawai"], self._aktor(self.ajukan("pegawai")))
        # The superior's own request does not come to his delegate in his name.
        self.assertEqual(self._aktor(self.ajukan("atasan")), self.u["penandatangan"])

    def test_delegate_who_acted_before_does_not_act_again(self):
        self.delegasi("penandatangan", "atasan")
        p = self.ajukan()
        self.setujui_sampai(p)
        self.assertEqual(self._aktor(p), self.u["penandatangan"])

    def test_one_hop_only(self):
        self.delegasi("atasan", "pegawai2", mulai=0)
        self.delegasi("pegawai2", "fasilitator")
        self.assertEqual(
            self._aktor(self.ajukan()), self.u["atasan"] | self.u["pegawai2"]
        )

    def test_roles_are_not_passed_on(self):
        self.delegasi("pengawas", "pegawai2")
        p = self.ajukan()
        self.setujui_sampai(p, "pengawas")
        self.assertEqual(self._aktor(p), self.u["pengawas"])
        self.u["pegawai2"].group_ids |= self.peran("validator")
        self.env.cr.precommit.run()
        self.assertEqual(self._aktor(p), self.u["pengawas"] | self.u["pegawai2"])

    def test_letter_is_signed_as_plh_of_the_post(self):
        self.delegasi("penandatangan", "pegawai2")
        self.beri_sertifikat("pegawai2")
        p = self.ajukan()
        self.setujui_sampai(p)
        self.sebagai("pegawai2", p).action_sign(SANDI)
        surat = p.surat_id
        self.assertEqual(surat.kapasitas, "plh")
        blok = self.env["asn.surat.renderer"]._blok_ttd(surat, surat.nilai)
        self.assertEqual(blok["atas"], ["Plh. Kepala Dinas A"])
        self.assertEqual(blok["nama"], self.u["pegawai2"].employee_id.nama_lengkap)

    def test_what_is_refused(self):
        self.delegasi("atasan", "pegawai2", mulai=0, selesai=5)
        tutup = self.tambah_orang("tutup", (), self.bidang_a, self.jab_pelaksana)
        tutup.active = False
        for alasan, dari, kepada, nilai in (
            ("same time twice", "atasan", "fasilitator", {"mulai": 5, "selesai": 9}),
            ("circular", "pegawai2", "atasan", {}),
            ("to somebody who is away", "penandatangan", "atasan", {}),
            ("to oneself", "pegawai", "pegawai", {}),
            ("closed account", "pegawai", "tutup", {}),
            ("over already", "pegawai", "fasilitator", {"mulai": -5, "selesai": -1}),
        ):
            with self.subTest(alasan), self.assertRaises(ValidationError):
                with self.env.cr.savepoint():
                    self.delegasi(dari, kepada, **nilai)

    def test_nobody_makes_it_for_somebody_else_but_the_administrator(self):
        with self.assertRaises(AccessError):
            self.delegasi("atasan", "pegawai2", oleh="pegawai2")
        milik = self.delegasi("atasan", "pegawai2", oleh="admin_sistem")
        for nama, boleh in (("pegawai", False), ("pegawai2", False), ("atasan", True)):
            with self.subTest(nama=nama):
                if boleh:
                    milik.with_user(self.u[nama]).action_end()
                else:
                    with self.assertRaises(AccessError):
                        milik.with_user(self.u[nama]).action_end()
        self.assertEqual(milik.status, "berakhir")

    def test_what_has_begun_is_not_changed(self):
        milik = self.delegasi("atasan", "pegawai2")
        sendiri = milik.with_user(self.u["atasan"])
        with self.assertRaises(UserError):
            sendiri.write({"kepada_id": self.u["fasilitator"].id})
        with self.assertRaises(UserError):
            sendiri.unlink()
        with self.assertRaises(UserError):
            sendiri.write({"dicabut_pada": fields.Datetime.now()})
        akan = self.delegasi("penandatangan", "pegawai2", mulai=3)
        akan.with_user(self.u["penandatangan"]).write(
            {"kepada_id": self.u["fasilitator"].id}
        )
        akan.with_user(self.u["penandatangan"]).unlink()

    def test_capacity_cannot_be_forged(self):
        self.delegasi("atasan", "pegawai2")
        p = self.ajukan()
        sebagai = self.sebagai("atasan", p).with_context(
            default_kapasitas="plt", kapasitas="plt", default_atas_nama="Wali Kota"
        )
        sebagai.action_approve()
        putusan = p.keputusan_ids[-1:]
        self.assertEqual((putusan.kapasitas, putusan.atas_nama), ("definitif", False))
        with self.assertRaises(AccessError):
            putusan.with_user(self.u["admin_sistem"]).write({"kapasitas": "plt"})
