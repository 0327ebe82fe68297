from datetime import date
from unittest.mock import patch

from odoo.tests import TransactionCase, tagged

from .common import PegawaiCommon


@tagged("post_install", "-at_install")
class TestAnomaliIkut(PegawaiCommon, TransactionCase):
    """The worklist follows the data of one person without a button or a night."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.budi = cls.orang("ikut_budi", unit=cls.bidang_a, tmt_cpns=date(2011, 1, 1))
        cls.admin = cls.buat_user("ikut_admin", ("admin_sistem",))
        cls.env.cr.precommit.run()

    def _aturan(self):
        """Return the rules in the worklist after the transaction would commit."""
        self.env.cr.precommit.run()
        baris = self.env["asn.anomali"].search([("employee_id", "=", self.budi.id)])
        return baris.mapped("aturan")

    def test_row_made_valid_appears_and_its_correction_takes_it_away(self):
        """An officer validates a grade too early for the rules, then corrects it."""
        self.golongan(self.budi, self.gol_iiia, date(2011, 1, 1))
        self.assertNotIn("PRF-K-03", self._aturan())
        Golongan = self.env["asn.riwayat.golongan"].with_user(self.admin)
        dini = Golongan.create(
            {
                "employee_id": self.budi.id,
                "golongan_id": self.gol_iiib.id,
                "tmt": date(2012, 1, 1),
                "mkg_tahun": 1,
                "jenis_kp": "reguler",
                "nomor_sk": "SK-dini",
                "tanggal_sk": date(2012, 1, 1),
            }
        )
        self.assertNotIn("PRF-K-03", self._aturan())
        dini.action_sahkan()
        self.assertIn("PRF-K-03", self._aturan())
        betul = Golongan.browse(dini.action_koreksi()["res_id"])
        betul.write({"tmt": date(2015, 1, 1), "mkg_tahun": 4})
        betul.action_sahkan()
        self.assertNotIn("PRF-K-03", self._aturan())

    def test_voided_row_takes_its_finding_away(self):
        self.golongan(self.budi, self.gol_iiia, date(2011, 1, 1))
        dini = self.golongan(
            self.budi, self.gol_iiib, date(2012, 1, 1), mkg_tahun=1, jenis_kp="reguler"
        )
        self.assertIn("PRF-K-03", self._aturan())
        dini._batalkan("Uji")
        self.assertNotIn("PRF-K-03", self._aturan())

    def test_personal_field_is_followed(self):
        self.budi.no_hp = "123"
        self.assertIn("PRF-HP-01", self._aturan())
        baris = self.env["asn.anomali"].search([("employee_id", "=", self.budi.id)])
        self.assertEqual(baris.unit_id, self.bidang_a)
        self.budi.no_hp = "081234567890"
        self.assertNotIn("PRF-HP-01", self._aturan())

    def test_person_is_looked_at_once_and_others_not_at_all(self):
        lain = self.orang("ikut_lain", unit=self.dinas_b, no_hp="123")
        self.env.cr.precommit.run()
        Anomali = self.env.registry["asn.anomali"]
        with patch.object(Anomali, "_perbarui", autospec=True) as perbarui:
            self.budi.no_hp = "123"
            self.golongan(self.budi, self.gol_iiia, date(2011, 1, 1))
            self.jabatan(self.budi, self.jab_pelaksana, self.bidang_a)
            self.env.cr.precommit.run()
            self.env.cr.precommit.run()
        self.assertEqual([p.args[1] for p in perbarui.call_args_list], [self.budi])
        self.assertNotIn(lain, perbarui.call_args.args[1])

    def test_import_is_left_to_the_night(self):
        orang = self.env["hr.employee"].create([{"name": "Uji"} for _n in range(51)])
        Anomali = self.env.registry["asn.anomali"]
        with patch.object(Anomali, "_perbarui", autospec=True) as perbarui:
            orang.write({"kode_pos": "1"})
            self.env.cr.precommit.run()
        perbarui.assert_not_called()

    def test_cost_of_one_person_is_bounded(self):
        self.golongan(self.budi, self.gol_iiia, date(2011, 1, 1))
        self._aturan()
        self.budi.no_hp = "123"
        self.env.flush_all()
        self.env.invalidate_all()
        awal = self.env.cr.sql_log_count
        self.env.cr.precommit.run()
        self.assertLessEqual(self.env.cr.sql_log_count - awal, 30)

    def test_finding_added_twice_stays_one(self):
        """What another transaction has just added is no error."""
        self.budi.no_hp = "123"
        self._aturan()
        baris = self.env["asn.anomali"].search([("aturan", "=", "PRF-HP-01")])
        self.env["asn.anomali"]._tambahkan(
            [(self.budi.id, "PRF-HP-01", "hp", None, "W", False, date(2024, 1, 1))]
        )
        self.assertEqual(
            self.env["asn.anomali"].search([("aturan", "=", "PRF-HP-01")]), baris
        )
