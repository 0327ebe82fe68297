from ast import literal_eval
from datetime import date

from freezegun import freeze_time
from odoo import fields
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestPerkiraan(LayananCommon, TransactionCase):
    """Real times of steps, the expected day, the queue and who jumps it (B9).

    Each step, date, holder and remaining time is shown (KDR-5-2-c).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Durasi = cls.env["asn.layanan.durasi"]
        # Each test files many requests of one person.
        cls.classPatch(
            type(cls.env["asn.permohonan"]),
            "_periksa_kelayakan",
            lambda *_args, **_nilai: True,
        )

    def _selesai(self, buka, tutup, kali=1):
        """Let ``atasan`` decide requests of one day on another day."""
        for _kali in range(kali):
            with freeze_time(f"{buka} 02:00:00"):
                p = self.ajukan()
            with freeze_time(f"{tutup} 02:00:00"):
                self.sebagai("atasan", p).action_approve()

    def _hitung(self, hari="2026-03-31"):
        with freeze_time(f"{hari} 18:00:00"):
            self.Durasi._cron_hitung()

    def test_times_are_working_days_of_finished_steps(self):
        self._selesai("2026-03-02", "2026-03-03", 4)  # one day
        self._selesai("2026-03-06", "2026-03-09", 4)  # Friday to Monday: one day
        self._selesai("2026-03-02", "2026-03-06", 2)  # four days
        self._hitung()
        tahap = self.versi.tahap_ids[0]
        durasi = self.Durasi.search([("tahap_id", "=", tahap.id)])
        self.assertEqual((durasi.jumlah, durasi.median_hari), (10, 1.0))
        self.assertAlmostEqual(durasi.p80_hari, 1.6)
        self.assertEqual(self.Durasi._peta(self.versi.id)[tahap.id][2], "nyata")
        self._hitung()
        self.assertEqual(
            self.Durasi.search_count([("tahap_id", "=", tahap.id)]), 1, "repeatable"
        )
        # A new version of the service begins with the times of the old one.
        baru = self.versi.browse(self.versi.action_salin()["res_id"])
        baru.action_publish()
        self.assertEqual(
            self.Durasi._peta(baru.id)[baru.tahap_ids[0].id][:2], (1.0, 1.6)
        )

    def test_paper_and_follow_ups_are_outside_the_statistics(self):
        self._selesai("2026-03-02", "2026-03-03", 5)
        self._selesai("2026-03-02", "2026-03-20", 2)
        semua = self.env["asn.permohonan"].search(
            [("layanan_id", "=", self.layanan.id)]
        )
        kertas, tindak = semua.sorted("id")[-2:]
        kertas._mesin().write({"is_manual": True, "lama_hari": 90})
        tindak._mesin().write({"jenis_tindak": "koreksi", "lama_hari": 90})
        (semua - kertas - tindak)._mesin().write({"lama_hari": 2})
        self._hitung()
        tahap = self.versi.tahap_ids[0]
        durasi = self.Durasi.search([("tahap_id", "=", tahap.id)])
        self.assertEqual((durasi.jumlah, durasi.median_hari), (5, 1.0))
        rerata = self.env["asn.permohonan"]._read_group(
            [("id", "in", semua.ids)], [], ["lama_hari:avg", "__count"]
        )
        self.assertEqual(rerata, [(2.0, len(semua))])
        aksi = self.env.ref("asn_layanan.asn_permohonan_tugas_action_capaian")
        tugas = self.env["asn.permohonan.tugas"].search(
            [*literal_eval(aksi.domain), ("permohonan_id", "in", semua.ids)]
        )
        self.assertEqual(tugas.permohonan_id, semua - kertas - tindak)

    def test_without_enough_times_the_promise_counts(self):
        self._selesai("2026-03-02", "2026-03-06", 2)
        self._hitung()
        with freeze_time("2026-04-01 02:00:00"):
            p = self.ajukan()
        self.assertEqual(p.perkiraan_dasar, "janji")
        # 1 + 2 + 1 + 1 + 1 + 2 working days after Wednesday 1 April.
        self.assertEqual(p.perkiraan_hari, 8)
        harapan = p._kalender_kota()._asn_tambah_hari_kerja(date(2026, 4, 1), 8)
        self.assertEqual(p.perkiraan_selesai, harapan)

    def test_promised_times_of_steps_do_not_pass_the_promise_of_all(self):
        """Steps of 8 working days in a service of 3: the card promises one day."""
        self.patch(type(self.versi), "_sla_hari", lambda _versi: 3)
        with freeze_time("2026-04-01 02:00:00"):
            p = self.ajukan()
        self.assertEqual(p.perkiraan_dasar, "janji")
        self.assertEqual(p.perkiraan_selesai, p._tanggal(p.batas_waktu))

    def test_expected_day_moves_with_the_request(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
            self.assertEqual(p.perkiraan_hari, 8)
            self.sebagai("atasan", p).action_approve()
            self.assertEqual(p.perkiraan_hari, 7)
            self.sebagai("fasilitator", p).action_return("Kurang")
            self.assertFalse(p.perkiraan_selesai, "nobody knows when it comes back")
            self.assertEqual(p.perkiraan_hari, 7)
            self.sebagai("pegawai", p).action_resubmit()
            self.assertTrue(p.perkiraan_selesai)
        with freeze_time("2026-03-06 02:00:00"):
            self.sebagai("fasilitator", p).action_reject("Tidak")
        self.assertEqual((p.perkiraan_selesai, p.lama_hari), (False, 4))
        self.assertFalse(p.terlambat)

    def test_late_and_days_used_can_be_grouped(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        with freeze_time("2026-04-20 02:00:00"):
            self.sebagai("atasan", p).action_reject("Terlambat")
        self.assertTrue(p.terlambat)
        self.assertGreater(p.lama_hari, 20)
        tugas = p.tugas_ids.sorted("id")[0]
        self.assertTrue(tugas.terlambat)
        self.assertGreater(tugas.lama_hari, 20)
        baris = self.env["asn.permohonan"]._read_group(
            [("id", "=", p.id)], ["terlambat"], ["lama_hari:avg"]
        )
        self.assertEqual(baris, [(True, float(p.lama_hari))])

    def test_nightly_job_counts_what_the_step_took(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan()
        sebelum = p.perkiraan_selesai
        with freeze_time("2026-03-11 18:00:00"):
            self.env["asn.permohonan"]._cron_perkiraan()
        p.invalidate_recordset()
        self.assertGreater(p.perkiraan_selesai, sebelum)
        self.assertFalse(p.terlambat)
        self.assertEqual(p.lama_hari, 8)
        with freeze_time("2026-04-30 18:00:00"):
            self.env["asn.permohonan"]._cron_perkiraan()
        p.invalidate_recordset()
        self.assertTrue(p.terlambat)

    def test_nightly_statements_do_not_grow(self):
        def biaya():
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            self.env["asn.permohonan"]._cron_perkiraan()
            self.env.flush_all()
            return self.env.cr.sql_log_count - sebelum

        with freeze_time("2026-03-02 02:00:00"):
            self.ajukan()
        with freeze_time("2026-03-10 18:00:00"):
            biaya()
        with freeze_time("2026-03-11 18:00:00"):
            satu = biaya()
            for _kali in range(10):
                self.ajukan()
        with freeze_time("2026-03-12 18:00:00"):
            banyak = biaya()
        self.assertLessEqual(banyak, satu + 3, f"{satu} for one, {banyak} for eleven")

    def test_place_in_the_queue(self):
        satu, dua, tiga = self.ajukan(), self.ajukan("pegawai2"), self.ajukan()
        self.assertEqual([p.nomor_antrean for p in (satu, dua, tiga)], [1, 2, 3])
        self.sebagai("atasan", satu).action_approve()
        (dua | tiga).invalidate_recordset()
        self.assertEqual([p.nomor_antrean for p in (satu, dua, tiga)], [1, 1, 2])

    def test_jumping_the_queue_is_asked_and_flagged(self):
        self.layanan.write({"jaga_antrean": "tanya", "jaga_antrean_batas": 1})
        semua = [self.ajukan() for _kali in range(3)]
        akhir = self.sebagai("atasan", semua[2])
        dialog = akhir.action_approve()
        self.assertEqual(dialog["res_model"], "asn.permohonan.lompatan")
        self.assertEqual(dialog["context"]["default_jumlah"], 2)
        self.assertEqual(semua[2].tahap_id.kode, "atasan", "nothing was decided")
        wizard = (
            self.env["asn.permohonan.lompatan"]
            .with_user(self.u["atasan"])
            .with_context(dialog["context"])
            .create({"alasan": "Pensiun pekan depan"})
        )
        wizard.action_setujui()
        keputusan = semua[2].keputusan_ids[-1]
        self.assertEqual(
            (keputusan.lompatan, keputusan.catatan), (2, "Pensiun pekan depan")
        )
        self.assertFalse(keputusan._verify_chain())
        # Within the margin nobody is asked.
        self.sebagai("atasan", semua[1]).action_approve()
        self.assertEqual(semua[1].keputusan_ids[-1].lompatan, 0)
        self.sebagai("atasan", semua[0]).action_approve()

    def test_flag_is_part_of_the_hash(self):
        self.layanan.write({"jaga_antrean": "tanya", "jaga_antrean_batas": 0})
        satu, dua = self.ajukan(), self.ajukan("pegawai2")
        self.assertTrue(satu)
        self.sebagai("atasan", dua).action_approve("Mendesak")
        keputusan = dua.keputusan_ids[-1]
        vals = keputusan._nilai_rantai()
        self.assertEqual(keputusan._isi_rantai(vals)["lompatan"], 1)
        self.assertNotIn("lompatan", keputusan._isi_rantai(dict(vals, lompatan=0)))

    def test_card_tells_where_until_when_and_what_now(self):
        p = self.ajukan()
        kartu = self.sebagai("pegawai", p).status_ringkas
        self.assertEqual(kartu["posisi"], "Kepala Bidang A1")
        hari_ini = p._tanggal(fields.Datetime.now())
        self.assertEqual(kartu["sejak"], format_panjang(hari_ini))
        self.assertIn("You get a notice", kartu["ajakan"])
        pejabat = self.sebagai("atasan", p).status_ringkas
        self.assertIn("then decide", pejabat["ajakan"], "spoken to whose turn it is")
        self.assertTrue(pejabat["sejak"])
        lain = self.sebagai("fasilitator", p).status_ringkas
        self.assertFalse(lain["ajakan"], "not yet the turn of the next official")
        self.assertEqual(len(kartu["fakta"]), 3)
        self.assertNotIn("Atasan", str(kartu), "posts are named, people are not")
        self.sebagai("atasan", p).action_return("Alamat kurang")
        kartu = self.sebagai("pegawai", p).status_ringkas
        self.assertEqual(kartu["warna"], "warning")
        self.sebagai("pegawai", p).action_cancel("x")
        self.assertTrue(self.sebagai("pegawai", p).can_refile)

    def test_times_cannot_be_written(self):
        p = self.ajukan()
        for vals in ({"perkiraan_selesai": "2026-01-01"}, {"terlambat": True}):
            with self.assertRaises(AccessError):
                p.write(vals)
        with self.assertRaises(AccessError):
            self.Durasi.create({"layanan_id": self.layanan.id, "kode": "x"})
