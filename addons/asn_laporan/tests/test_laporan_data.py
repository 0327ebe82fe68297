import base64
from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LaporanCommon, buka_xlsx


@tagged("post_install", "-at_install")
class TestLaporanData(LaporanCommon, TransactionCase):
    """LL-9-3 LL-21-1 LL-21-2: periodic reports of units to PyB through Kepala Badan."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sekolah = cls.buat_unit("SMP Uji", "sekolah", cls.dinas_a)
        cls.asn("Satu")
        cls.dua = cls.asn("Dua", unit=cls.bidang_a)
        cls.asn("Guru", unit=cls.sekolah)
        cls.asn("Lain", unit=cls.dinas_b)
        cls.periode = (
            cls.env["asn.laporan.periode"]
            .with_user(cls.kaban.user_id)
            .create(
                {
                    "name": "Semester Uji",
                    "tanggal_mulai": date(2024, 7, 1),
                    "tanggal_selesai": date(2024, 12, 31),
                    "batas": cls.hari_ini + timedelta(days=3),
                }
            )
        )

    def _buka(self):
        self.periode.action_buka()
        return {satu.unit_id: satu for satu in self.periode.laporan_ids}

    def test_opening_gives_every_unit_its_report_with_figures(self):
        laporan = self._buka()
        self.assertLessEqual({self.dinas_a, self.dinas_b, self.sekolah}, set(laporan))
        self.assertNotIn(self.bidang_a, laporan)
        # The school reports its own people: the reports add up to the city.
        angka = {unit.name: satu.jumlah_pegawai for unit, satu in laporan.items()}
        self.assertEqual(angka["Dinas A"], 2)
        self.assertEqual(angka["SMP Uji"], 1)
        self.assertEqual(angka["Dinas B"], 1)
        self.assertGreater(laporan[self.dinas_a].jumlah_tanpa_dokumen, 0)
        with self.assertRaises(UserError):
            self.periode.action_buka()

    def test_who_came_and_who_left_in_the_period(self):
        self.asn(
            "Masuk", tmt_cpns=date(2024, 9, 1), tmt_pns=date(2024, 9, 1), nip=False
        )
        self.asn("Keluar", tgl_meninggal=date(2024, 10, 1), active=False)
        pindah = self.asn("Pindah")
        self.jabatan(pindah, self.jab_pelaksana, self.dinas_b, date(2024, 8, 1))
        laporan = self._buka()
        a, b = laporan[self.dinas_a], laporan[self.dinas_b]
        self.assertEqual((a.jumlah_masuk, a.jumlah_keluar), (1, 2))
        self.assertEqual((b.jumlah_masuk, b.jumlah_keluar), (1, 0))
        self.assertEqual(a.jumlah_pegawai, 3)

    def test_changes_are_rows_made_valid_in_the_period(self):
        laporan = self._buka()
        self.assertEqual(laporan[self.dinas_a].jumlah_perubahan, 0)
        self.env.cr.execute(
            "UPDATE asn_riwayat_golongan SET disahkan_pada = '2024-12-31 23:00'"
            " WHERE employee_id = %s",
            [self.dua.id],
        )
        milik = laporan[self.dinas_a].with_user(self.fas.user_id)
        milik.action_hitung()
        self.assertEqual(milik.jumlah_perubahan, 1)

    def test_unit_sends_and_kepala_badan_receives(self):
        laporan = self._buka()[self.dinas_a]
        milik = laporan.with_user(self.fas.user_id)
        self.assertTrue(milik.can_kirim)
        milik.catatan = "Lengkap."
        milik.action_kirim()
        self.assertEqual(laporan.state, "dikirim")
        self.assertEqual(laporan.dikirim_oleh_id, self.fas.user_id)
        with self.assertRaises(UserError):
            milik.action_kirim()
        with self.assertRaises(UserError):
            milik.catatan = "Sesudah kirim"
        kepala = laporan.with_user(self.kaban.user_id)
        self.assertEqual(kepala.action_kembalikan()["target"], "new")
        kepala.action_kembalikan("Dokumen kurang.")
        self.assertEqual(
            (laporan.state, laporan.alasan), ("dikembalikan", "Dokumen kurang.")
        )
        milik.action_kirim()
        kepala.action_terima()
        self.assertEqual(laporan.state, "diterima")
        with self.assertRaises(UserError):
            kepala.action_terima()

    def test_who_has_and_who_has_not(self):
        """LL-21-2: Kepala Badan sees who has not sent, and reminds them."""
        laporan = self._buka()
        laporan[self.dinas_a].with_user(self.fas.user_id).action_kirim()
        periode = self.periode
        self.assertEqual(periode.jumlah_kirim, 1)
        self.assertEqual(periode.jumlah_belum, len(laporan) - 1)
        belum = self.env["asn.laporan.data"].search(periode.action_belum()["domain"])
        self.assertNotIn(laporan[self.dinas_a], belum)
        self.assertIn(laporan[self.dinas_b], belum)
        jumlah = self.env["mail.message"].search_count([])
        self.fas.user_id.asn_unit_ids = self.dinas_b
        periode.action_ingatkan()
        pesan = self.env["mail.message"].search_count([])
        self.assertEqual(pesan - jumlah, 1)

    def test_reminder_comes_by_itself_before_the_due_date(self):
        self._buka()
        Pesan = self.env["mail.message"]
        awal = Pesan.search_count([])
        Periode = self.env["asn.laporan.periode"]
        Periode._cron_ingatkan()
        self.assertEqual(Pesan.search_count([]), awal)
        self.periode.batas = self.hari_ini + timedelta(days=2)
        Periode._cron_ingatkan()
        self.assertGreater(Pesan.search_count([]), awal)

    def test_late_units_are_marked(self):
        laporan = self._buka()[self.dinas_b]
        self.assertFalse(laporan.is_terlambat)
        self.periode.tanggal_mulai = date(2024, 1, 1)
        self.periode.batas = self.hari_ini - timedelta(days=1)
        self.assertTrue(laporan.is_terlambat)
        Laporan = self.env["asn.laporan.data"]
        telat = Laporan.search([("is_terlambat", "=", True)])
        self.assertIn(laporan, telat)
        self.assertNotIn(laporan, Laporan.search([("is_terlambat", "=", False)]))

    def test_rights(self):
        laporan = self._buka()
        a, b = laporan[self.dinas_a], laporan[self.dinas_b]
        with self.assertRaises(AccessError):
            b.with_user(self.fas.user_id).action_kirim()
        with self.assertRaises(AccessError):
            b.with_user(self.fas.user_id).read(["state"])
        for siapa in (self.kaban, self.admin, self.monev):
            self.assertEqual(a.with_user(siapa.user_id).state, "belum")
            with self.assertRaises(AccessError):
                a.with_user(siapa.user_id).action_kirim()
        with self.assertRaises(AccessError):
            a.with_user(self.biasa.user_id).read(["state"])
        a.with_user(self.fas.user_id).action_kirim()
        for siapa in (self.fas, self.admin):
            with self.assertRaises(AccessError):
                a.with_user(siapa.user_id).action_terima()
        for siapa in (self.fas, self.monev):
            with self.assertRaises(AccessError):
                self.periode.with_user(siapa.user_id).action_tutup()

    def test_figures_and_states_are_written_by_nobody(self):
        laporan = self._buka()[self.dinas_a]
        for vals in ({"state": "diterima"}, {"jumlah_pegawai": 99}, {"alasan": "x"}):
            for siapa in (self.fas, self.kaban):
                with self.subTest(vals=vals), self.assertRaises(AccessError):
                    laporan.with_user(siapa.user_id).write(vals)
        with self.assertRaises(AccessError):
            self.env["asn.laporan.data"].create(
                {"periode_id": self.periode.id, "unit_id": self.bidang_a.id}
            )
        with self.assertRaises(AccessError):
            self.periode.state = "ditutup"

    def test_recapitulation_is_a_finished_document(self):
        """LL-21-1: the report of a period as XLSX and PDF."""
        with self.assertRaises(UserError):
            self.periode.action_rekap()
        laporan = self._buka()
        laporan[self.dinas_a].with_user(self.fas.user_id).action_kirim()
        self.periode.action_rekap()
        lembar = buka_xlsx(base64.b64decode(self.periode.berkas_xlsx))
        isi = {str(b[1].value): b for b in lembar.rows}
        self.assertEqual(isi["Dinas A"][2].value, "Dikirim")
        self.assertEqual(isi["Dinas B"][2].value, "Belum")
        self.assertEqual(
            isi["Jumlah"][4].value, sum(s.jumlah_pegawai for s in laporan.values())
        )
        self.assertEqual(base64.b64decode(self.periode.berkas_pdf)[:5], b"%PDF-")

    def test_closed_period_takes_nothing_more(self):
        laporan = self._buka()[self.dinas_a]
        self.periode.action_tutup()
        self.assertFalse(laporan.with_user(self.fas.user_id).can_kirim)
        with self.assertRaises(UserError):
            laporan.with_user(self.fas.user_id).action_kirim()
        with self.assertRaises(UserError):
            self.periode.unlink()

    def test_opening_costs_the_same_for_many_units(self):
        Laporan = self.env["asn.laporan.data"]
        laporan = self._buka()
        semua = Laporan.browse([satu.id for satu in laporan.values()])
        semua = semua.sudo()._mesin()
        semua._hitung()
        self.env.flush_all()
        with self.assertQueryCount(12):
            semua._hitung()
            self.env.flush_all()
