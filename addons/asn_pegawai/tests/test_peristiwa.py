from datetime import date, timedelta

from odoo.tests import BaseCase, TransactionCase

from ..domain import peristiwa
from .common import PegawaiCommon

KINI = date(2025, 3, 10)


class TestTanggal(BaseCase):
    """When the next things come, from tables."""

    def test_increment_and_promotion(self):
        for tmt, kgb, kp, jf in (
            (
                date(2024, 1, 1),
                date(2026, 1, 1),
                date(2028, 1, 1),
                date(2026, 1, 1),
            ),
            (
                date(2024, 2, 29),
                date(2026, 2, 28),
                date(2028, 2, 29),
                date(2026, 2, 28),
            ),
        ):
            self.assertEqual(peristiwa.kgb_berikut(tmt), kgb)
            self.assertEqual(peristiwa.kp_tercepat(tmt), kp)
            self.assertEqual(peristiwa.kp_tercepat(tmt, fungsional=True), jf)

    def test_honours_at_ten_twenty_thirty(self):
        for mulai, hasil in (
            (date(2015, 3, 10), (date(2025, 3, 10), 10)),
            (date(2015, 3, 9), (date(2035, 3, 9), 20)),
            (date(1996, 1, 1), (date(2026, 1, 1), 30)),
            (date(1995, 1, 1), None),
        ):
            self.assertEqual(peristiwa.slks_berikut(mulai, KINI), hasil)

    def test_age_reached(self):
        self.assertEqual(peristiwa.genap(date(2004, 3, 10), 21, KINI), KINI)
        self.assertIsNone(peristiwa.genap(date(2004, 3, 9), 21, KINI))

    def test_distance_in_one_scale(self):
        for tanggal, hasil in (
            (KINI, (0, 0, 0)),
            (KINI - timedelta(days=3), (0, 0, -3)),
            (KINI + timedelta(days=59), (0, 0, 59)),
            (date(2025, 6, 9), (0, 2, 0)),
            (date(2025, 6, 10), (0, 3, 0)),
            (date(2027, 3, 9), (0, 23, 0)),
            (date(2027, 3, 10), (2, 0, 0)),
            (date(2055, 1, 1), (29, 0, 0)),
        ):
            self.assertEqual(peristiwa.jarak(tanggal, KINI), hasil, tanggal)


class TestPeristiwa(PegawaiCommon, TransactionCase):
    """What the profile says comes next, for whom, and to whom."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.orang(
            "peristiwa_p",
            unit=cls.bidang_a,
            tanggal_lahir=date(1990, 5, 5),
            tmt_cpns=cls.hari_ini - timedelta(days=3000),
            status_pegawai="pns",
        )
        cls.jabatan(cls.pegawai, cls.jab_pelaksana, cls.bidang_a)
        cls.golongan(cls.pegawai, cls.gol_iiia, date(2023, 4, 1))
        cls.contoh_riwayat(
            "asn.riwayat.gaji",
            cls.pegawai,
            tmt=date(2023, 4, 1),
            gaji_pokok=3000000,
            golongan_id=cls.gol_iiia.id,
        )
        cls.pegawai._project_riwayat()

    def kunci(self, pegawai, user=None):
        orang = pegawai.with_user(user or pegawai.user_id)
        return {p["key"]: p for p in orang._peristiwa_berikut()}

    def test_events_of_a_civil_servant(self):
        """LL-11-3-l: the next KGB follows from the last pay."""
        ada = self.kunci(self.pegawai)
        self.assertEqual(ada["kgb"]["tanggal"], date(2025, 4, 1))
        self.assertEqual(ada["kp"]["tanggal"], date(2027, 4, 1))
        self.assertEqual(ada["pensiun"]["tanggal"], self.pegawai.tmt_pensiun)
        self.assertIn("slks", ada)
        self.assertNotIn("kontrak", ada)

    def test_a_decided_promotion_is_announced_and_no_longer_possible(self):
        besok = self.hari_ini + timedelta(days=40)
        naik = self.pegawai.golongan_id.berikutnya_id
        self.golongan(self.pegawai, naik, besok, nomor_sk="KP-77")
        ada = self.kunci(self.pegawai)
        self.assertNotIn("kp", ada)
        satu = next(p for k, p in ada.items() if k.startswith("naik-"))
        self.assertEqual(satu["tanggal"], besok)
        self.assertIn(naik.kode, satu["judul"])
        self.assertIn("KP-77", satu["rinci"])

    def test_a_medal_given_ahead_of_its_day_is_not_announced(self):
        self.pegawai.tmt_cpns = self.hari_ini - timedelta(days=3400)
        self.assertIn("slks", self.kunci(self.pegawai))
        self.contoh_riwayat(
            "asn.riwayat.penghargaan",
            self.pegawai,
            tmt=self.hari_ini,
            jenis_penghargaan_id=self.env.ref(
                "asn_pegawai.jenis_penghargaan_slks_x"
            ).id,
        )
        self.assertNotIn("slks", self.kunci(self.pegawai))

    def test_contract_worker_has_contract_and_no_promotion(self):
        self.pegawai.write(
            {"status_pegawai": "pppk", "tmt_kontrak_selesai": date(2028, 1, 31)}
        )
        self.pegawai.sudo().golongan_id = self.env["asn.golongan"].search(
            [("jenis", "=", "pppk")], limit=1
        )
        ada = self.kunci(self.pegawai)
        self.assertEqual(ada["kontrak"]["tanggal"], date(2028, 1, 31))
        self.assertFalse({"kp", "slks"} & ada.keys())

    def test_nothing_follows_for_who_left(self):
        self.pegawai.status_hidup = "meninggal"
        self.assertEqual(self.kunci(self.pegawai), {})
        self.pegawai.status_hidup = "hidup"
        pensiun = self.env["asn.kedudukan.hukum"].search(
            [("kelas", "=", "pensiun")], limit=1
        )
        self.pegawai.sudo().kedudukan_hukum = pensiun
        self.assertEqual(self.kunci(self.pegawai), {})

    def test_no_promotion_above_the_post(self):
        puncak = self.jab_pelaksana.jenis_jabatan_id.pangkat_tertinggi_id
        self.pegawai.sudo().golongan_id = puncak
        self.assertNotIn("kp", self.kunci(self.pegawai))

    def test_pay_stays_hidden_from_analysis(self):
        utama = self.orang("peristiwa_utama", ("admin_utama",)).user_id
        ada = self.kunci(self.pegawai, utama)
        self.assertNotIn("kgb", ada)
        self.assertIn("pensiun", ada)

    def test_children_only_for_who_may_read_the_family(self):
        lahir = self.hari_ini - timedelta(days=365 * 20)
        anak = self.contoh_riwayat(
            "asn.riwayat.keluarga",
            self.pegawai,
            hubungan="anak",
            nama="Anak Contoh",
            tanggal_lahir=lahir,
            is_tunjangan=True,
        )
        kunci = f"anak-{anak.id}"
        self.assertIn("Anak Contoh", self.kunci(self.pegawai)[kunci]["judul"])
        kepala = self.orang("peristiwa_kepala", ("pimpinan",), unit=self.dinas_a)
        self.jabatan(kepala, self.jab_kepala_a, self.dinas_a)
        self.assertNotIn(kunci, self.kunci(self.pegawai, kepala.user_id))

    def test_acting_post_and_punishment(self):
        nanti = self.hari_ini + timedelta(days=40)
        self.jabatan(
            self.pegawai,
            self.jab_kabid,
            self.bidang_a,
            tmt=self.hari_ini - timedelta(days=5),
            jenis_penugasan="plt",
            tmt_selesai=nanti,
        )
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            self.pegawai,
            tmt=self.hari_ini - timedelta(days=30),
            lama_bulan=6,
        )
        ada = self.kunci(self.pegawai)
        judul = [p["tanggal"] for k, p in ada.items() if k.startswith("penugasan")]
        self.assertEqual(judul, [nanti])
        self.assertTrue(any(k.startswith("hukuman-") for k in ada))

    def test_soonest_first_with_words(self):
        daftar = self.pegawai.with_user(self.pegawai.user_id)._daftar_peristiwa()
        self.assertTrue(all({"jarak", "tanggal", "warna"} <= p.keys() for p in daftar))
        kgb = next(p for p in daftar if p["key"] == "kgb")
        self.assertEqual(kgb["tanggal"], "1 April 2025")
        self.assertEqual(kgb["lewat"], self.hari_ini > date(2025, 4, 1))
