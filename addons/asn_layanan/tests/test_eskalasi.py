from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon

#: Statements of one run of the job with something to send.
ANGGARAN = 60


@tagged("post_install", "-at_install")
class TestEskalasi(LayananCommon, TransactionCase):
    """Reminders and escalation as configuration, sent once each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Aturan = cls.env["asn.layanan.eskalasi"]
        cls.Aturan.search([]).write({"active": False})
        cls.kepala = cls.tambah_orang(
            "kepala_badan", ("kepala_badan",), cls.badan, cls.jab_pelaksana
        )

    def _aturan(self, **vals):
        return self.Aturan.create({"acuan": "tugas", "kepada": "pelaku", **vals})

    def _jalan(self, waktu):
        with freeze_time(f"{waktu} 02:00:00"):
            return self.env["asn.permohonan.eskalasi"]._jalankan(fields.Datetime.now())

    def _kabar(self, nama, jenis="peringatan"):
        return self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u[nama].id), ("jenis", "=", jenis)]
        )

    def test_superior_is_told_the_working_day_after(self):
        aturan = self._aturan(hari=1, kepada="atasan")
        # The deadline of the first step is Friday 6 March 2026.
        with freeze_time("2026-03-05 02:00:00"):
            p = self.ajukan()
        for hari, jumlah in (
            ("2026-03-06", 0),
            ("2026-03-07", 0),  # Saturday and Sunday are no working days
            ("2026-03-08", 0),
            ("2026-03-09", 1),
            ("2026-03-10", 0),
        ):
            with self.subTest(hari=hari):
                self.assertEqual(self._jalan(hari), jumlah)
                self.assertEqual(self._jalan(hari), 0, "a second run sends nothing")
        self.assertEqual(p.eskalasi_ids.eskalasi_id, aturan)
        self.assertEqual(p.eskalasi_ids.jumlah_penerima, 1)
        # The superior of ``atasan`` is the head of the body.
        self.assertIn(p.nomor, self._kabar("penandatangan").judul)
        self.assertFalse(self._kabar("pegawai"))

    def test_rule_repeats_as_often_as_it_says(self):
        self._aturan(hari=0, ulang_hari=2, ulang_maks=2)
        with freeze_time("2026-03-02 02:00:00"):
            self.ajukan()  # due on Tuesday 3 March
        terkirim = [hari for hari in range(2, 14) if self._jalan(f"2026-03-{hari:02d}")]
        self.assertEqual(terkirim, [3, 5, 9])

    def test_a_job_that_was_down_sends_the_last_turn_only(self):
        self._aturan(hari=0, ulang_hari=1, ulang_maks=5)
        self._aturan(hari=-1)
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        self.assertEqual(self._jalan("2026-03-06"), 1)
        self.assertEqual(p.eskalasi_ids.ke, 3)

    def test_new_deadline_is_reminded_anew(self):
        self._aturan(hari=0)
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        self.assertEqual(self._jalan("2026-03-03"), 1)
        with freeze_time("2026-03-03 03:00:00"):
            self.sebagai("atasan", p).action_approve()
        self.assertEqual(self._jalan("2026-03-04"), 0)
        self.assertEqual(self._jalan("2026-03-05"), 1, "the next step has its own")

    def test_rules_of_a_version_replace_those_of_the_office(self):
        self._aturan(hari=0)
        versi = self.versi.browse(self.versi.action_salin()["res_id"])
        self.Aturan.create(
            {"versi_id": versi.id, "acuan": "tugas", "hari": 2, "kepada": "pemohon"}
        )
        versi.action_publish()
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        self.assertEqual(p.versi_id, versi)
        self.assertEqual(self._jalan("2026-03-03"), 0)
        self.assertEqual(self._jalan("2026-03-05"), 1)
        self.assertIn(p.nomor, self._kabar("pegawai").judul)

    def test_every_receiver(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        harapan = {
            "pelaku": "atasan",
            "atasan": "penandatangan",
            "kepala_unit": "penandatangan",
            "admin_layanan": "admin_aplikasi",
            "kepala_badan": "kepala_badan",
            "admin_sistem": "admin_sistem",
            "pemohon": "pegawai",
        }
        for kepada, nama in harapan.items():
            with self.subTest(kepada=kepada):
                sebelum = len(self._kabar(nama))
                self._aturan(acuan="permohonan", hari=1, kepada=kepada)
                self.assertEqual(self._jalan("2026-04-01"), 1)
                self.assertEqual(len(self._kabar(nama)), sebelum + 1)
        self.assertEqual(len(p.eskalasi_ids), len(harapan))

    def test_many_deadlines_make_one_notice(self):
        self._aturan(hari=0)
        with freeze_time("2026-03-02 02:00:00"):
            semua = self.ajukan() | self.ajukan("pegawai2")
        self.assertEqual(self._jalan("2026-03-03"), 2)
        kabar = self._kabar("atasan")
        self.assertEqual(len(kabar), 1)
        for p in semua:
            self.assertIn(p.nomor, kabar.isi)
        aksi = kabar.with_user(self.u["atasan"]).action_buka()
        self.assertEqual(aksi["path"], "tugas-saya")

    def test_one_notice_about_many_own_requests_opens_the_own_requests(self):
        self._aturan(hari=0, kepada="pemohon")
        lain, _versi = self.buat_layanan("lain", "Lain")
        with freeze_time("2026-03-02 02:00:00"):
            semua = self.ajukan() | self.ajukan("pegawai", lain)
        self.assertEqual(self._jalan("2026-03-03"), 2)
        kabar = self._kabar("pegawai")
        self.assertIn(semua[0].nomor, kabar.isi)
        aksi = kabar.with_user(self.u["pegawai"]).action_buka()
        self.assertEqual(aksi["path"], "permohonan-saya")

    def test_joint_leave_moves_the_reminder(self):
        self.env["asn.hari.libur"].create(
            {
                "name": "Cuti bersama uji",
                "tanggal": "2026-03-05",
                "jenis": "cuti_bersama",
            }
        )
        self._aturan(hari=-1)
        with freeze_time("2026-03-04 02:00:00"):
            p = self.ajukan()
            self.assertEqual(p.tugas_ids.batas_waktu.day, 6)
        self.assertEqual(self._jalan("2026-03-03"), 0)
        self.assertEqual(self._jalan("2026-03-04"), 1, "one working day before Friday")

    def test_leap_day_counts(self):
        self._aturan(hari=1)
        # Tuesday 29 February 2028 is a working day like any other.
        with freeze_time("2028-02-25 02:00:00"):
            p = self.ajukan()
        self.assertEqual(p.tugas_ids.batas_waktu.date().isoformat(), "2028-02-28")
        self.assertEqual(self._jalan("2028-02-28"), 0)
        self.assertEqual(self._jalan("2028-02-29"), 1)

    def test_statements_do_not_grow_with_requests(self):
        self._aturan(hari=0)
        self._aturan(hari=0, kepada="atasan")
        self._aturan(acuan="permohonan", hari=0, kepada="kepala_unit")

        def biaya(hari):
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            self.assertTrue(self._jalan(hari))
            self.env.flush_all()
            return self.env.cr.sql_log_count - sebelum

        with freeze_time("2026-03-02 02:00:00"):
            self.ajukan()
        satu = biaya("2026-03-03")
        with freeze_time("2026-03-04 02:00:00"):
            for _kali in range(12):
                self.ajukan_langsung()
        banyak = biaya("2026-03-05")
        self.assertLessEqual(banyak, satu + 3, f"{satu} for one, {banyak} for twelve")
        self.assertLessEqual(banyak, ANGGARAN)

    def ajukan_langsung(self):
        """Submit past the rule of one open request per service."""
        p = self.buat_permohonan("pegawai")
        self.patch(type(p), "_periksa_kelayakan", lambda *_a, **_k: True)
        p.action_submit()
        return p

    def test_configuration_errors_are_refused(self):
        for vals in (
            {"hari": 500},
            {"ulang_hari": -1},
            {"acuan": "perbaikan", "kepada": "pelaku"},
            {"tahap_id": self.versi.tahap_ids[0].id},
        ):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                self._aturan(**vals)

    def test_history_is_written_by_the_job_only(self):
        p = self.ajukan()
        with self.assertRaises(AccessError):
            self.env["asn.permohonan.eskalasi"].create(
                {
                    "permohonan_id": p.id,
                    "batas": fields.Date.today(),
                    "waktu": fields.Datetime.now() - timedelta(days=1),
                }
            )
