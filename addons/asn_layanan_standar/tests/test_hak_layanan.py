from contextlib import suppress
from datetime import date
from unittest.mock import patch

from dateutil.relativedelta import relativedelta
from freezegun import freeze_time
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError
from odoo.sql_db import db_connect
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import errors

from .test_layanan_kgb import KgbCommon


class Putus(Exception):
    """The night is killed."""


@tagged("post_install", "-at_install")
class TestHakLayanan(KgbCommon, TransactionCase):
    """The forecast of entitlements, on 2 March 2026."""

    def segarkan(self, *orang):
        self.env["asn.hak.layanan"]._segarkan(
            self.env["hr.employee"].union(*orang) if orang else None
        )

    def hak(self, pegawai=None, kode="kgb"):
        return self.env["asn.hak.layanan"].search(
            [("employee_id", "=", (pegawai or self.pegawai).id), ("kode", "=", kode)]
        )

    def test_five_years_of_increments_with_the_next_first(self):
        self.segarkan(self.pegawai)
        self.assertEqual(
            [(h.tanggal, h.langkah, h.gaji_lama, h.gaji_baru) for h in self.hak()],
            [
                (date(2026, 4, 1), 6, 3089300, 3186600),
                (date(2028, 4, 1), 8, 3186600, 3287000),
                (date(2030, 4, 1), 10, 3287000, 3390500),
            ],
        )
        kini = self.hak()[0]
        self.assertEqual((kini.buka, kini.keadaan), (date(2026, 1, 1), "terbuka"))
        self.assertEqual((kini.kesiapan, kini.kurang), (66, "SKP 2025"))
        self.assertEqual(kini.selisih, 97300)

    def test_forecast_and_request_say_the_same(self):
        """KGB-02, KGB-04, KGB-05, KGB-11: SQL and the plain functions agree."""
        self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    "employee_id": self.u["pegawai2"].employee_id.id,
                    "jenis": "1",
                    "tanggal_mulai": "2025-02-01",
                    "tanggal_selesai": "2025-07-31",
                    "nomor_sk": "CLTN-1",
                    "tanggal_sk": "2025-01-15",
                }
            ]
        )
        orang = self.env["hr.employee"].search([("golongan_id", "!=", False)])
        self.segarkan()
        satu = self.env["asn.kgb"]._hitung(orang)
        sampai = date(2026, 3, 2) + relativedelta(years=5)
        dibanding = 0
        for pegawai in orang.filtered(lambda p: p.status_pegawai in ("pns", "cpns")):
            hasil, hak = satu[pegawai.id], self.hak(pegawai)[:1]
            if not hasil or hasil.tmt > sampai:
                self.assertFalse(hak, pegawai.name)
                continue
            self.assertEqual(
                (hak.tanggal, hak.langkah, hak.gaji_lama, hak.gaji_baru),
                (hasil.tmt, hasil.langkah, hasil.lama, hasil.baru),
                pegawai.name,
            )
            dibanding += 1
        self.assertGreater(dibanding, 4)

    def test_missing_document_lowers_the_readiness_and_is_named(self):
        lain = self.u["pegawai2"].employee_id
        self.segarkan(lain)
        hak = self.hak(lain)[:1]
        self.assertEqual((hak.dokumen_wajib, hak.dokumen_ada, hak.kesiapan), (2, 0, 0))
        self.assertIn(",", hak.kurang)

    def test_kgb_01_year_without_a_rating_lowers_the_readiness_and_is_named(self):
        """Two documents and one year of performance; no year of what comes later."""
        self.segarkan(self.pegawai)
        hak = self.hak()[:2]
        self.assertEqual(hak.mapped("kurang"), ["SKP 2025", False])
        self.assertEqual(hak.mapped("kesiapan"), [66, 100])
        isi = {"hasil_kerja": "sesuai", "perilaku": "sesuai"}
        for tahun in (2024, 2026):
            self.contoh_riwayat("asn.riwayat.kinerja", self.pegawai, tahun=tahun, **isi)
        self.segarkan(self.pegawai)
        self.assertEqual(hak.mapped("kesiapan"), [66, 100])
        self.contoh_riwayat("asn.riwayat.kinerja", self.pegawai, tahun=2025, **isi)
        self.segarkan(self.pegawai)
        self.assertEqual(hak.mapped("kesiapan"), [100, 100])
        hak.invalidate_recordset()
        self.assertEqual(hak.mapped("kurang"), [False, False])

    def test_second_night_writes_nothing_and_a_change_moves_rows(self):
        self.segarkan()
        sql = self.env["asn.hak.layanan"]._sql_segarkan(None)
        self.env.cr.execute(sql)
        self.assertEqual(self.env.cr.rowcount, 0)
        self.gaji(self.pegawai, date(2026, 4, 1), 6, 3186600)
        self.segarkan(self.pegawai)
        self.assertEqual(self.hak().mapped("langkah"), [8, 10])

    def test_people_share_their_statements(self):
        """Ten people cost the statements of one, and nobody is nobody."""
        orang = self.env["hr.employee"].search([("golongan_id", "!=", False)])
        self.assertGreater(len(orang), 4)
        self.segarkan(orang[0])
        jumlah = []
        for siapa in (orang[0], orang, orang.browse()):
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            self.env["asn.hak.layanan"]._segarkan(siapa)
            jumlah.append(self.env.cr.sql_log_count - awal)
        self.assertEqual(jumlah[0], jumlah[1])
        self.assertLessEqual(jumlah[0], 11)
        self.assertEqual(jumlah[2], 0)

    def test_row_that_no_longer_holds_goes_and_the_others_stay(self):
        """A night writes only what differs: a stale row goes, a wrong one is mended."""
        self.segarkan()
        basi, salah, tetap = self.hak()
        sisa = tetap.tanggal
        self.env.cr.execute(
            "UPDATE asn_hak_layanan SET langkah = 99 WHERE id = %s", [basi.id]
        )
        self.env.cr.execute(
            "UPDATE asn_hak_layanan SET gaji_baru = 1 WHERE id = %s", [salah.id]
        )
        self.segarkan()
        hak = self.hak()
        self.assertEqual(hak.mapped("langkah"), [6, 8, 10])
        self.assertFalse(basi.exists())
        self.assertEqual((salah.gaji_baru, tetap.tanggal), (3287000, sisa))
        self.assertIn(salah | tetap, [hak - hak[0]])

    def isi(self):
        """Return all rows without their ids, by person."""
        self.env.cr.execute(
            "SELECT employee_id, layanan_id, kode, langkah, unit_id, tanggal, buka,"
            " gaji_lama, gaji_baru, selisih, biaya_tahun, dokumen_wajib, dokumen_ada,"
            " kesiapan FROM asn_hak_layanan ORDER BY 1, 2, 3, 4"
        )
        return self.env.cr.fetchall()

    def malam(self, sekali, sampai=None):
        """Run the job of the night, killed when so many parts are kept."""
        Hak, kemajuan = self.env["asn.hak.layanan"], []

        def simpan(cron, processed=0, *, remaining=None):
            kemajuan.append(processed)
            if sampai is not None and sum(kemajuan) == sampai:
                raise Putus

        with (
            patch.object(type(Hak), "_SEKALI", sekali),
            patch.object(type(self.env["ir.cron"]), "_commit_progress", simpan),
        ):
            bagian = len(Hak._bagian())
            # Not assertRaises, which would take back what was written.
            with suppress(Putus):
                Hak._cron_segarkan()
        self.assertEqual(sum(kemajuan), bagian if sampai is None else sampai)

    def test_parts_of_people_hold_everybody_once(self):
        Hak = self.env["asn.hak.layanan"]
        orang = self.env["hr.employee"].with_context(active_test=False).search([]).ids
        for sekali in (1, 3, len(orang), len(orang) + 1):
            with patch.object(type(Hak), "_SEKALI", sekali):
                bagian = Hak._bagian()
            isi = [[id_ for id_ in orang if id_ in b] for b in bagian]
            self.assertEqual(sorted(sum(isi, [])), sorted(orang))
            self.assertLessEqual(max(map(len, isi)), sekali)
            self.assertEqual(len(bagian), -(-len(orang) // sekali))

    def test_parts_say_what_one_statement_says(self):
        """Nobody's rows depend on who else is in the part."""
        Hak = self.env["asn.hak.layanan"]
        self.env.flush_all()
        self.env.cr.execute(Hak._sql_segarkan(None))
        semua = self.isi()
        self.assertGreater(len({baris[0] for baris in semua}), 4)
        self.env.cr.execute("DELETE FROM asn_hak_layanan")
        self.malam(2)
        self.assertEqual(self.isi(), semua)

    def test_killed_night_leaves_whole_parts_and_the_next_mends_the_others(self):
        self.segarkan()
        semua = self.isi()
        self.env.cr.execute("DELETE FROM asn_hak_layanan")
        punya = sorted({baris[0] for baris in semua})
        tengah = punya[len(punya) // 2]
        orang = self.env["hr.employee"].with_context(active_test=False).search([])
        self.malam(1, sampai=sorted(orang.ids).index(tengah) + 1)
        self.assertEqual(self.isi(), [baris for baris in semua if baris[0] <= tengah])
        self.malam(2)
        self.assertEqual(self.isi(), semua)

    @mute_logger("odoo.sql_db")
    def test_data_of_one_person_do_not_stop_the_night_of_the_others(self):
        """A MKG out of every range: that person keeps the rows of before, in the log."""
        self.segarkan()
        semua = self.isi()
        self.env.cr.execute(
            "UPDATE hr_employee SET mkg_sk_tahun = 100000000 WHERE id = %s",
            [self.pegawai.id],
        )
        self.env.cr.execute(
            "DELETE FROM asn_hak_layanan WHERE employee_id <> %s", [self.pegawai.id]
        )
        catatan = "odoo.addons.asn_layanan_standar.models.asn_hak_layanan_malam"
        for sekali in (3, 1000):
            with self.assertLogs(catatan, "ERROR") as log:
                self.malam(sekali)
            self.assertEqual(len(log.output), 1)
            self.assertIn(f"[{self.pegawai.id}]", log.output[0])
            self.assertEqual(self.isi(), semua)

    @mute_logger("odoo.sql_db")
    def test_night_stops_where_it_is_not_the_data_of_some(self):
        self.env.cr.execute("UPDATE hr_employee SET mkg_sk_tahun = 100000000")
        modul = "odoo.addons.asn_layanan_standar.models.asn_hak_layanan_malam"
        with (
            patch(f"{modul}._PALING_CACAT", 2),
            self.assertLogs(modul, "ERROR") as log,
            self.assertRaises(errors.DatetimeFieldOverflow),
            self.cr.savepoint(),
        ):
            self.env["asn.hak.layanan"]._segarkan()
        self.assertEqual(len(log.output), 2)

    @mute_logger("odoo.sql_db")
    def test_a_part_of_the_night_and_a_person_wait_for_each_other(self):
        """Who reads the forecast waits for nobody."""
        tulis, baca = (
            "DELETE FROM asn_hak_layanan WHERE FALSE",
            "SELECT count(*) FROM asn_hak_layanan",
        )
        with db_connect(self.env.cr.dbname).cursor() as lain:
            lain.execute(tulis)
            self.env.cr.execute("SET LOCAL lock_timeout = '200ms'")
            with self.assertRaises(errors.LockNotAvailable), self.env.cr.savepoint():
                self.malam(100)
            lain.rollback()
            self.malam(100)
            lain.execute(baca)
            lain.execute("SET LOCAL lock_timeout = '200ms'")
            with self.assertRaises(errors.LockNotAvailable):
                lain.execute(tulis)
            lain.rollback()

    def test_issued_letter_moves_the_forecast_at_once(self):
        self.segarkan(self.pegawai)
        permohonan = self.ajukan("pegawai", self.kgb)
        KontrakLayanan.jalankan(self, permohonan)
        self.assertEqual(self.hak().mapped("langkah"), [8, 10])

    def test_retirement_ends_the_increments(self):
        self.env.cr.execute(
            "UPDATE hr_employee SET tmt_pensiun = '2028-04-01' WHERE id = %s",
            [self.pegawai.id],
        )
        self.segarkan(self.pegawai)
        self.assertEqual(self.hak().mapped("langkah"), [6])

    def test_person_files_from_the_entitlement(self):
        self.segarkan(self.pegawai)
        hak = self.hak().with_user(self.u["pegawai"])
        with self.assertRaisesRegex(UserError, "1 Januari 2028"):
            hak[1].action_ajukan()
        konteks = hak[0].action_ajukan()["context"]
        self.assertEqual(konteks["default_layanan_id"], self.kgb.id)
        draf = self.buat_permohonan("pegawai", self.kgb)
        self.assertEqual(hak[0].action_ajukan()["res_id"], draf.id)

    def test_rows_are_read_by_their_own_and_written_by_nobody(self):
        self.segarkan()
        Hak = self.env["asn.hak.layanan"]
        sendiri = Hak.with_user(self.u["pegawai"]).search([])
        self.assertEqual(sendiri.employee_id, self.pegawai)
        with self.assertRaises(AccessError):
            sendiri[:1].write({"gaji_baru": 1})
        with self.assertRaises(AccessError):
            sendiri[:1].unlink()
        with self.assertRaises(AccessError):
            Hak.with_user(self.u["admin_sistem"]).create({"kode": "kgb"})

    def test_home_page_shows_what_may_be_filed_now(self):
        self.segarkan(self.pegawai)
        beranda = self.env["asn.beranda"].with_user(self.u["pegawai"])

        def judul():
            bagian = {b["key"]: b for b in beranda.get_data()["bagian"]}
            return [b["judul"] for b in bagian["hak_layanan"]["isi"]["baris"]]

        self.assertEqual(len(judul()), 2, "the medal of ten years and the increment")
        self.assertIn("KGB III/b", judul()[1])
        with freeze_time("2025-03-02 02:00:00"):
            self.assertNotIn("KGB III/b", " ".join(judul()))

    def test_what_if_moves_the_days_and_records_nothing(self):
        """KGB-04: a higher grade keeps the day, a lower MKG moves it."""
        golongan = self.pegawai.golongan_id
        andai = self.env["asn.hak.andai"].with_user(self.u["pegawai"]).create({})
        self.assertEqual(andai.employee_id, self.pegawai)
        self.assertFalse(any(andai.baris_ids.mapped("is_berubah")))
        andai.golongan_id = golongan.berikutnya_id
        andai.tmt_golongan = "2026-05-01"
        self.assertEqual((andai.mkg_tahun, andai.mkg_bulan), (6, 1), "on that day")
        baris = andai.baris_ids.filtered(lambda b: b.layanan_id == self.kgb)
        baris = baris.sorted("langkah")
        self.assertEqual(
            [(b.langkah, b.tanggal_kini, b.tanggal_andai) for b in baris],
            [
                (6, date(2026, 4, 1), False),
                (8, date(2028, 4, 1), date(2028, 4, 1)),
                (10, date(2030, 4, 1), date(2030, 4, 1)),
            ],
        )
        self.assertGreater(baris[1].gaji_andai, baris[1].gaji_kini)
        self.assertEqual(self.pegawai.golongan_id, golongan)

    def test_what_if_of_somebody_else_is_refused(self):
        lain = self.u["pegawai2"].employee_id
        Andai = self.env["asn.hak.andai"].with_user(self.u["pegawai"])
        with self.assertRaises(AccessError):
            Andai.create({"employee_id": lain.id}).baris_ids  # noqa: B018

    def test_medals_follow_the_service_and_the_medals_held(self):
        """SLK-01, SLK-04, SLK-08: agrees with what a request would propose."""
        orang = self.env["hr.employee"].search([("tmt_cpns", "!=", False)])
        self.segarkan()
        usul = date(2026, 3, 1)
        satu = self.env["asn.slks"]._hitung(orang, usul)
        dibanding = 0
        for pegawai in orang.filtered(lambda p: p.status_pegawai == "pns"):
            hak = self.hak(pegawai, "slks")
            kini = hak.filtered(lambda h: h.tanggal <= usul)
            tahun = satu[pegawai.id].jenis.masa_kerja_tahun
            self.assertEqual(kini.mapped("langkah"), [tahun] if tahun else [])
            dibanding += bool(tahun)
        self.assertGreater(dibanding, 4)
        self.assertEqual(self.hak(kode="slks").mapped("langkah"), [10, 20])
        jenis = self.env["asn.jenis.penghargaan"].search(
            [("masa_kerja_tahun", "=", 10)]
        )
        self.contoh_riwayat(
            "asn.riwayat.penghargaan",
            self.pegawai,
            tahun=2024,
            jenis_penghargaan_id=jenis.id,
        )
        self.segarkan(self.pegawai)
        self.assertEqual(self.hak(kode="slks").mapped("langkah"), [20])
