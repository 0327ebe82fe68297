from datetime import date

from odoo.tests import TransactionCase, tagged

from .test_layanan_kgb import KgbCommon


@tagged("post_install", "-at_install")
class TestPeristiwaHak(KgbCommon, TransactionCase):
    """The profile announces what the forecast says, on 2 March 2026."""

    def peristiwa(self):
        orang = self.pegawai.with_user(self.u["pegawai"])
        return {p["key"]: p for p in orang._peristiwa_berikut()}

    def naik(self, tmt):
        """Let the pegawai be promoted to III/c with 5 years 11 months of MKG."""
        golongan = self.env["asn.golongan"]._by_kode("III/c")
        mkg = {"mkg_tahun": 5, "mkg_bulan": 11}
        self.golongan(self.pegawai, golongan, tmt, jenis_kp="reguler", **mkg)
        self.gaji(self.pegawai, tmt, 5, 3321400, golongan_id=golongan.id, mkg_bulan=11)
        self.env["asn.hak.layanan"]._segarkan(self.pegawai)

    def test_kgb_04_a_promotion_does_not_move_the_increment_on_the_profile(self):
        self.contoh_riwayat(
            "asn.riwayat.pendidikan",
            self.pegawai,
            pendidikan_id=self.env.ref("asn_base.pendidikan_s1").id,
            program="Sarjana Ekonomi",
            tahun_lulus=2009,
        )
        self.pegawai._project_riwayat(["pendidikan"])
        self.naik(date(2026, 3, 1))
        self.assertEqual(self.pegawai.tmt_gaji, date(2026, 3, 1))
        ada = self.peristiwa()
        self.assertEqual(ada["kgb"]["tanggal"], date(2026, 4, 1))
        kp = self.env["asn.hak.layanan"].search(
            [("employee_id", "=", self.pegawai.id), ("kode", "=", "reguler")], limit=1
        )
        self.assertEqual(ada["kp"]["tanggal"], kp.tanggal)
        self.assertIn("III/d", ada["kp"]["judul"])

    def test_kgb_05_no_increment_is_announced_at_the_top_step(self):
        self.naik(date(2026, 3, 1))
        self.env["asn.hak.layanan"].search([("kode", "=", "kgb")]).unlink()
        self.assertNotIn("kgb", self.peristiwa())
        self.env["asn.hak.layanan"].search([]).unlink()
        self.assertEqual(self.peristiwa()["kgb"]["tanggal"], date(2028, 3, 1))
