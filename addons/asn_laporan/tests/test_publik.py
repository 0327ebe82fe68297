import json
from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger
from psycopg2 import IntegrityError

from ..controllers.data_asn import LIHAT
from .common import PADA, LaporanCommon


@tagged("post_install", "-at_install")
class TestPublik(LaporanCommon, HttpCase):
    """LL-15: published figures without names, frozen, hidden, withdrawn."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        LIHAT.lupakan()
        for nomor in range(7):
            cls.asn(f"Rahasia {chr(65 + nomor)}", lahir=date(1980, 1, 1 + nomor))
        cls.asn("Sendiri", cls.gol_iiib, unit=cls.dinas_b, jenis_kelamin="P", nip=False)
        cls.data = (
            cls.env["asn.statistik.publik"]
            .with_user(cls.admin.user_id)
            .create({"name": "Data Uji", "tanggal": PADA, "keterangan": "=1+1"})
        )

    def test_published_page_and_files_hold_no_person(self):
        self.data.action_terbitkan()
        for alamat in (
            "",
            f"/{self.data.id}",
            f"/{self.data.id}/csv",
            f"/{self.data.id}/json",
        ):
            jawab = self.url_open(f"/data-asn{alamat}")
            with self.subTest(alamat=alamat):
                self.assertEqual(jawab.status_code, 200)
                for kata in ("Rahasia", "Sendiri", "198001"):
                    self.assertNotIn(kata, jawab.text)
                self.assertIn("max-age", jawab.headers["Cache-Control"])
                self.assertIn(
                    "frame-ancestors", jawab.headers["Content-Security-Policy"]
                )

    def test_small_cells_are_hidden_in_every_form(self):
        self.data.action_terbitkan()
        isi = json.loads(self.url_open(f"/data-asn/{self.data.id}/json").text)
        self.assertEqual(isi["jumlah"], 8)
        for tabel in isi["tabel"]:
            for _label, *angka in tabel["baris"]:
                for satu in angka:
                    self.assertFalse(0 < (satu or 0) < 5, tabel)
        silang = next(t for t in isi["tabel"] if t["kode"] == "unit_jenis_kelamin")
        self.assertEqual(
            silang["baris"],
            [["Dinas A", None, 0, None], ["Dinas B", 0, None, None]],
        )
        # The cross table has the units and the sexes as its totals.
        kode = {t["kode"] for t in isi["tabel"]}
        self.assertFalse(kode & {"unit", "jenis_kelamin", "agama"})
        golongan = next(t for t in isi["tabel"] if t["kode"] == "golongan")
        self.assertEqual([b[1] for b in golongan["baris"]], [None, None])
        teks = self.url_open(f"/data-asn/{self.data.id}/csv").content.decode(
            "utf-8-sig"
        )
        self.assertIn("disamarkan", teks)
        self.assertEqual(teks.splitlines()[0], "tanggal,tabel,uraian,kolom,jumlah")
        # What is stored is the hidden form: nothing more could leak from it.
        self.assertNotIn('"laki"', json.dumps(self.data.isi))

    def test_nothing_is_there_before_publishing_and_after_withdrawing(self):
        alamat = f"/data-asn/{self.data.id}"
        self.assertEqual(self.url_open(alamat).status_code, 404)
        self.data.action_terbitkan()
        self.assertEqual(self.url_open(alamat).status_code, 200)
        self.data.action_tarik()
        for akhir in ("", "/csv", "/json", "/exe"):
            self.assertEqual(self.url_open(alamat + akhir).status_code, 404)
        self.assertFalse(self.data.isi)
        with self.assertRaises(UserError):
            self.data.action_tarik()

    def test_published_figures_stay_as_they_were(self):
        self.data.action_terbitkan()
        lama = self.url_open(f"/data-asn/{self.data.id}/json").text
        self.asn("Datang kemudian")
        self.assertEqual(self.url_open(f"/data-asn/{self.data.id}/json").text, lama)
        with self.assertRaises(UserError):
            self.data.name = "Lain"
        with self.assertRaises(UserError):
            self.data.unlink()

    def test_two_sets_of_one_day_cannot_be_subtracted(self):
        self.data.action_terbitkan()
        lain = self.data.copy()
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.cr.savepoint(),
        ):
            lain.action_terbitkan()
            self.env.flush_all()

    def test_who_publishes(self):
        for siapa in (self.kaban, self.monev, self.fas, self.biasa):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self.data.with_user(siapa.user_id).action_terbitkan()
        for vals in ({"state": "terbit"}, {"isi": {"tabel": []}}):
            with self.assertRaises(AccessError):
                self.data.write(vals)
        with self.assertRaises(ValidationError):
            self.data.tanggal = self.hari_ini + timedelta(days=1)

    def test_answer_is_cached_and_limited(self):
        self.data.action_terbitkan()
        jawab = self.url_open("/data-asn")
        ulang = self.url_open(
            "/data-asn", headers={"If-None-Match": jawab.headers["ETag"]}
        )
        self.assertEqual((ulang.status_code, ulang.content), (304, b""))
        self.env["asn.statistik.publik"]._terbitan()
        with self.assertQueryCount(0):
            self.env["asn.statistik.publik"]._terbitan()
        self.patch(LIHAT, "batas", 3)
        status = [self.url_open("/data-asn").status_code for _n in range(5)]
        self.assertEqual(status[-1], 429)
        LIHAT.lupakan()
