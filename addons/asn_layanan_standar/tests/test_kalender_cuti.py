from odoo.tests import TransactionCase, tagged

from .common import CutiCommon

#: 14 to 17 May 2026: Ascension, its joint leave, Saturday and Sunday.
MEI = ("2026-05-13 17:00:00", "2026-05-17 16:59:59")


@tagged("post_install", "-at_install")
class TestKalenderCuti(CutiCommon, TransactionCase):
    """The calendar of who is away also shows the days on which nobody works."""

    def libur(self, nama):
        """Return ``{day of May: kind}`` as the calendar of a person shows it."""
        hari = self.env["asn.permohonan"].with_user(self.u[nama]).get_unusual_days(*MEI)
        return {int(tanggal[-2:]): satu["jenis"] for tanggal, satu in hari.items()}

    def test_holidays_and_joint_leave_stand_there_by_their_names(self):
        hari = (
            self.env["asn.permohonan"]
            .with_user(self.u["pegawai"])
            .get_unusual_days(*MEI)
        )
        self.assertEqual(
            hari["2026-05-15"],
            {"jenis": "cuti_bersama", "name": "Cuti bersama Kenaikan Yesus Kristus"},
        )
        self.assertEqual(hari["2026-05-17"], {"jenis": "akhir_pekan", "name": ""})
        self.assertEqual(
            self.libur("pegawai"),
            {14: "libur_nasional", 15: "cuti_bersama"}
            | dict.fromkeys((16, 17), "akhir_pekan"),
        )

    def test_a_saturday_on_which_a_unit_works_is_no_day_off(self):
        """Nor for the head, who follows also units of five days."""
        unit = self.pegawai_dari().unit_id
        unit.kalender_id = self.env.ref("asn_base.kalender_6_hari")
        for nama in ("pegawai", "atasan"):
            with self.subTest(nama=nama):
                self.assertEqual(set(self.libur(nama)), {14, 15, 17})
