import io
import zipfile
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import DatabaseError

from .common import UsulanCommon

SEMUA = ["pribadi", "kualifikasi", "kompetensi", "kinerja", "pendukung"]


class KampanyeCommon(UsulanCommon):
    """A campaign of one office."""

    def kampanye(self, oleh=None, unit=None, mulai=True, **nilai):
        """Create a campaign as somebody and start it."""
        kampanye = self.sebagai(oleh or self.fas, "asn.pemutakhiran").create(
            {
                "name": "Pemutakhiran uji",
                "unit_ids": [(6, 0, (unit or self.dinas_a).ids)],
                "tanggal_mulai": self.hari_ini,
                "tanggal_selesai": self.hari_ini + timedelta(days=30),
                **nilai,
            }
        )
        if mulai:
            kampanye.action_mulai()
        return kampanye

    def peserta(self, kampanye, pegawai):
        """Return a person's part in a campaign, with that person's rights."""
        return self.sebagai(pegawai, "asn.pemutakhiran.peserta").search(
            [("pemutakhiran_id", "=", kampanye.id), ("employee_id", "=", pegawai.id)]
        )


@tagged("post_install", "-at_install")
class TestPemutakhiran(KampanyeCommon, TransactionCase):
    """Campaigns: who starts, who states, what is reported."""

    def test_head_asks_and_the_fasilitator_starts(self):
        """LL-19-1, LL-19-2: the head of unit through the fasilitator."""
        kampanye = self.kampanye(self.kepala, mulai=False)
        self.assertEqual(kampanye.peminta_id, self.kepala.user_id)
        with self.assertRaises(AccessError):
            kampanye.action_mulai()
        kampanye.with_user(self.fas.user_id).action_mulai()
        self.assertEqual(kampanye.state, "berjalan")
        self.assertEqual(kampanye.sudo().peserta_ids.employee_id, self.ani)

    def test_who_may_ask_and_start(self):
        for siapa, unit, boleh in (
            (self.fas, self.dinas_a, True),
            (self.admin, self.kota, True),
            (self.fas, self.dinas_b, False),
            (self.kepala, self.dinas_b, False),
            (self.ani, self.dinas_a, False),
            (self.utama, self.dinas_a, False),
            (self.badan, self.dinas_a, False),
        ):
            with self.subTest(siapa=siapa.name, unit=unit.name):
                if boleh:
                    kampanye = self.kampanye(siapa, unit)
                    self.assertEqual(kampanye.state, "berjalan")
                    continue
                with self.assertRaises(AccessError), self.env.cr.savepoint():
                    self.kampanye(siapa, unit)

    def test_person_states_group_by_group(self):
        """LL-19-3: obligatory, with a statement that is kept by version and time."""
        kampanye = self.kampanye()
        peserta = self.peserta(kampanye, self.ani)
        self.assertEqual((peserta.state, peserta.persen), ("belum", 0))
        with self.assertRaises(UserError):
            peserta.action_nyatakan(["pribadi"])
        peserta.action_nyatakan(["pribadi"], True)
        self.assertEqual((peserta.state, peserta.persen), ("sebagian", 20))
        peserta.action_nyatakan(SEMUA, True)
        self.assertEqual((peserta.state, peserta.persen), ("selesai", 100))
        kata = peserta.konfirmasi_ids[0]
        self.assertEqual(kata.user_id, self.ani.user_id)
        self.assertEqual(kata.pernyataan_id, kampanye.sudo().pernyataan_id)
        self.assertTrue(kata.waktu)
        with self.assertRaises(UserError):
            kampanye.sudo().pernyataan_id.write({"isi": "lain"})

    def test_nobody_states_for_somebody_else(self):
        kampanye = self.kampanye()
        peserta = self.peserta(kampanye, self.ani)
        for siapa in (self.fas, self.kepala, self.admin, self.badan, self.budi):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                peserta.with_user(siapa.user_id).action_nyatakan(SEMUA, True)
        self.assertEqual(peserta.state, "belum")

    def test_hostile_words_are_refused(self):
        peserta = self.peserta(self.kampanye(), self.ani)
        for bagian, setuju in (
            ([], True),
            (["lain"], True),
            ("pribadi", True),
            (None, True),
            (["pribadi"], "ya"),
            (["pribadi"], 1),
        ):
            with self.subTest(bagian=bagian), self.assertRaises(UserError):
                peserta.action_nyatakan(bagian, setuju)

    def test_proposal_counts_for_its_group(self):
        """LL-19-3: what is not true is proposed, and that is progress, too."""
        peserta = self.peserta(self.kampanye(), self.ani)
        usulan = self.ganti_hp()
        peserta.invalidate_recordset()
        self.assertEqual(usulan.sudo().peserta_id, peserta)
        self.assertEqual(peserta.konfirmasi_ids.hasil, "usulan")
        self.assertEqual(peserta.persen, 20)

    def test_ended_campaign_takes_no_word(self):
        kampanye = self.kampanye()
        peserta = self.peserta(kampanye, self.ani)
        kampanye.action_akhiri()
        with self.assertRaises(UserError):
            peserta.action_nyatakan(SEMUA, True)

    def test_reminders_by_cron(self):
        """LL-19-3: people who are not complete are reminded, others are not."""
        kampanye = self.kampanye().sudo()
        peserta = kampanye.peserta_ids
        Kampanye = self.env["asn.pemutakhiran"]
        Kampanye._cron_harian()
        self.assertEqual(peserta.jumlah_ingat, 0)
        kampanye._mesin().write(
            {"dimulai_pada": fields.Datetime.now() - timedelta(days=8)}
        )
        Kampanye._cron_harian()
        Kampanye._cron_harian()
        self.assertEqual(peserta.jumlah_ingat, 1)
        peserta._mesin().write({"diingatkan_pada": self.hari_ini - timedelta(days=7)})
        Kampanye._cron_harian()
        self.assertEqual(peserta.jumlah_ingat, 2)
        self.peserta(kampanye, self.ani).action_nyatakan(SEMUA, True)
        peserta._mesin().write({"diingatkan_pada": self.hari_ini - timedelta(days=7)})
        Kampanye._cron_harian()
        self.assertEqual(peserta.jumlah_ingat, 2)

    def test_campaign_ends_the_day_after_its_last(self):
        kampanye = self.kampanye().sudo()
        for hari, state in ((0, "berjalan"), (1, "selesai")):
            kampanye._mesin().write(
                {
                    "tanggal_mulai": self.hari_ini - timedelta(days=9),
                    "tanggal_selesai": self.hari_ini - timedelta(days=hari),
                }
            )
            self.env["asn.pemutakhiran"]._cron_harian()
            self.assertEqual(kampanye.state, state)

    def test_report_goes_to_pyb_through_kepala_badan(self):
        """LL-19-5: reported by the fasilitator, forwarded by Kepala Badan only."""
        kampanye = self.kampanye()
        self.peserta(kampanye, self.ani).action_nyatakan(SEMUA, True)
        milik_badan = kampanye.with_user(self.badan.user_id)
        with self.assertRaises(UserError):
            milik_badan.action_teruskan()
        for siapa in (self.kepala, self.badan, self.ani):
            with self.assertRaises(AccessError):
                kampanye.with_user(siapa.user_id).action_laporkan()
        kampanye.action_laporkan()
        self.assertEqual(kampanye.laporan[-1]["persen"], 100.0)
        for siapa in (self.fas, self.admin, self.kepala):
            with self.assertRaises(AccessError):
                kampanye.with_user(siapa.user_id).action_teruskan()
        milik_badan.action_teruskan()
        self.assertEqual(kampanye.diteruskan_oleh_id, self.badan.user_id)
        with self.assertRaises(UserError):
            milik_badan.action_teruskan()

    def test_report_counts_by_unit_with_the_readers_rights(self):
        """LL-19-5, PRF-U-03: per unit, cut to what the reader looks after."""
        self.budi.unit_id = self.dinas_b
        kampanye = self.kampanye(self.admin, self.kota)
        self.ganti_hp()
        semua = {b["unit"]: b for b in kampanye.get_laporan()}
        self.assertEqual(semua["Bidang A1"]["menunggu"], 1)
        self.assertEqual(semua["Bidang A1"]["sebagian"], 1)
        self.assertEqual(semua["Dinas B"]["belum"], 1)
        milik = kampanye.with_user(self.fas.user_id).get_laporan()
        self.assertNotIn("Dinas B", [b["unit"] for b in milik])
        self.assertEqual(milik[-1]["jumlah"], 1)

    def test_participants_seen_by_role(self):
        self.budi.unit_id = self.dinas_b
        kampanye = self.kampanye(self.admin, self.kota)
        for siapa, jumlah in (
            (self.ani, 1),
            (self.fas, 1),
            (self.kepala, 1),
            (self.fas_b, 1),
            (self.admin, 2),
            (self.badan, 2),
            (self.utama, 0),
            (self.monev, 0),
        ):
            with self.subTest(siapa=siapa.name):
                ada = self.sebagai(siapa, "asn.pemutakhiran.peserta").search_count(
                    [("pemutakhiran_id", "=", kampanye.id)]
                )
                self.assertEqual(ada, jumlah)

    def test_guarded_fields_of_a_campaign(self):
        kampanye = self.kampanye(mulai=False)
        for medan, isi in (
            ("state", "selesai"),
            ("peminta_id", self.ani.user_id.id),
            ("dilaporkan_pada", "2026-01-01"),
            ("laporan", {}),
        ):
            for siapa in (self.fas, self.admin):
                with self.subTest(medan=medan), self.assertRaises(AccessError):
                    kampanye.with_user(siapa.user_id).write({medan: isi})
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            self.sebagai(self.fas, "asn.pemutakhiran").with_context(
                default_state="berjalan"
            ).create(
                {
                    "name": "x",
                    "unit_ids": [(6, 0, self.dinas_a.ids)],
                    "tanggal_selesai": self.hari_ini,
                }
            )
        with self.assertRaises(AccessError):
            kampanye.write({"unit_ids": [(6, 0, self.dinas_b.ids)]})
        kampanye.action_mulai()
        with self.assertRaises(UserError):
            kampanye.write({"tanggal_selesai": self.hari_ini})
        peserta = kampanye.sudo().peserta_ids
        with self.assertRaises(AccessError):
            peserta.write({"state": "selesai"})

    @mute_logger("odoo.sql_db")
    def test_database_keeps_the_statements(self):
        peserta = self.peserta(self.kampanye(), self.ani)
        peserta.action_nyatakan(["pribadi"], True)
        with self.assertRaises(DatabaseError), self.env.cr.savepoint():
            self.env.cr.execute(
                "UPDATE asn_pemutakhiran_konfirmasi SET hasil = 'usulan'"
            )

    def test_home_page_shows_the_campaign_until_it_is_done(self):
        """LL-19-3: the open item stands on the home page."""
        peserta = self.peserta(self.kampanye(), self.ani)
        Beranda = self.sebagai(self.ani, "asn.beranda")

        def kunci():
            return {b["key"] for b in Beranda.get_data()["bagian"]}

        self.assertIn("pemutakhiran", kunci())
        peserta.action_nyatakan(SEMUA, True)
        self.assertNotIn("pemutakhiran", kunci())
        antrean = self.sebagai(self.fas, "asn.beranda").get_data()["bagian"]
        self.assertIn("usulan_antrean", {b["key"] for b in antrean})


@tagged("post_install", "-at_install")
class TestLaporan(KampanyeCommon, HttpCase):
    """The report as a workbook, over its address."""

    def test_workbook_by_role(self):
        """LL-19-5: the report as XLSX, for those who may see the campaign."""
        self.ani.name = "=HYPERLINK(A)"
        kampanye = self.kampanye()
        alamat = f"/asn/pemutakhiran/{kampanye.id}/laporan"
        for login, status in (("fas", 200), ("badan", 200), ("budi", 404)):
            self.authenticate(login, login)
            with self.subTest(login=login):
                jawab = self.url_open(alamat)
                self.assertEqual(jawab.status_code, status)
                if status != 200:
                    continue
                with zipfile.ZipFile(io.BytesIO(jawab.content)) as buku:
                    lembar = buku.read("xl/worksheets/sheet2.xml").decode()
                    teks = buku.read("xl/sharedStrings.xml").decode()
                self.assertNotIn("<f>", lembar)
                self.assertIn("=HYPERLINK(A)", teks)
        self.authenticate("fas", "fas")
        self.assertEqual(self.url_open("/asn/pemutakhiran/0/laporan").status_code, 404)
