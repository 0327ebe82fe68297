from odoo.tests import TransactionCase, tagged

from .test_pemutakhiran import SEMUA, KampanyeCommon


@tagged("post_install", "-at_install")
class TestPesertaMasuk(KampanyeCommon, TransactionCase):
    """People come to and leave the units while a campaign runs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.budi.unit_id = cls.dinas_b

    def _malam(self, kampanye):
        """Let the daily job run; return ``{person: state}``."""
        self.env["asn.pemutakhiran"]._cron_harian()
        peserta = kampanye.sudo().peserta_ids
        return {p.employee_id: p.state for p in peserta}

    def test_who_joins_is_asked_as_well(self):
        """LL-19-3: the duty is everybody's who works in the units."""
        kampanye = self.kampanye()
        self.assertNotIn(self.budi, kampanye.sudo().peserta_ids.employee_id)
        self.budi.unit_id = self.bidang_a
        self.assertEqual(self._malam(kampanye)[self.budi], "belum")
        peserta = self.peserta(kampanye, self.budi)
        self.assertEqual(peserta.unit_id, self.bidang_a)
        peserta.action_nyatakan(SEMUA, True)
        self.assertEqual(peserta.state, "selesai")
        self.assertEqual(self._malam(kampanye)[self.budi], "selesai")

    def test_who_leaves_drops_out_with_the_reason(self):
        """LL-19-5: moved, retired, other status: neither reminded nor counted."""
        pensiun = self.env.ref("asn_base.kedudukan_88")
        for nilai, sebab in (
            ({"unit_id": self.dinas_b.id}, "pindah"),
            ({"kedudukan_hukum": pensiun.id}, "berhenti"),
            ({"active": False}, "berhenti"),
            ({"status_pegawai": False}, "status"),
        ):
            with self.subTest(sebab=sebab, nilai=nilai):
                kampanye = self.kampanye()
                awal = {n: self.ani[n] for n in nilai}
                self.ani.write(nilai)
                self.assertEqual(self._malam(kampanye)[self.ani], "keluar")
                peserta = kampanye.sudo().peserta_ids
                self.assertEqual(peserta.sebab_keluar, sebab)
                self.assertEqual(peserta.keluar_pada, self.hari_ini)
                kampanye.action_ingatkan()
                self.assertEqual(peserta.jumlah_ingat, 0)
                # The report counts everybody, also whom the fasilitator lost.
                kampanye.action_laporkan()
                laporan = kampanye.laporan[-1]
                self.assertEqual((laporan["jumlah"], laporan["keluar"]), (0, 1))
                semua = kampanye.with_user(self.admin.user_id)
                semua.invalidate_recordset()
                self.assertEqual((semua.jumlah_peserta, semua.jumlah_keluar), (0, 1))
                self.ani.write(awal)
                kampanye.action_akhiri()

    def test_who_comes_back_goes_on(self):
        kampanye = self.kampanye()
        self.peserta(kampanye, self.ani).action_nyatakan(["pribadi"], True)
        unit = self.ani.unit_id
        self.ani.unit_id = self.dinas_b
        self.assertEqual(self._malam(kampanye)[self.ani], "keluar")
        self.ani.unit_id = unit
        self.assertEqual(self._malam(kampanye)[self.ani], "sebagian")
        self.assertFalse(kampanye.sudo().peserta_ids.sebab_keluar)

    def test_who_is_complete_stays_counted(self):
        """What was stated in time counts, wherever the person works later."""
        kampanye = self.kampanye()
        self.peserta(kampanye, self.ani).action_nyatakan(SEMUA, True)
        self.ani.unit_id = self.dinas_b
        self.assertEqual(self._malam(kampanye)[self.ani], "selesai")
        kampanye.action_laporkan()
        self.assertEqual(kampanye.laporan[-1]["selesai"], 1)

    def test_move_within_the_units_changes_nothing(self):
        kampanye = self.kampanye()
        self.ani.unit_id = self.dinas_a
        self.assertEqual(self._malam(kampanye)[self.ani], "belum")
        self.assertEqual(kampanye.sudo().peserta_ids.unit_id, self.bidang_a)

    def test_ended_campaign_keeps_its_people(self):
        kampanye = self.kampanye()
        kampanye.action_akhiri()
        self.ani.unit_id = self.dinas_b
        self.budi.unit_id = self.bidang_a
        self.assertEqual(self._malam(kampanye), {self.ani: "belum"})

    def test_home_page_and_proposals_forget_a_campaign_that_was_left(self):
        kampanye = self.kampanye()
        self.ani.unit_id = self.dinas_b
        self._malam(kampanye)
        isi = self.sebagai(self.ani, "asn.beranda").get_data()["bagian"]
        self.assertNotIn("pemutakhiran", {b["key"] for b in isi})
        self.assertFalse(self.ganti_hp().sudo().peserta_id)
