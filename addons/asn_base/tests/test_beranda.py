from freezegun import freeze_time
from odoo.tests import TransactionCase

from .common import PERAN, AsnCommon

JENIS = {"kartu", "angka", "daftar", "garis_waktu", "kosong"}


class TestBeranda(AsnCommon, TransactionCase):
    """The home page of each role."""

    def beranda(self, user):
        """Return the page's model as that user, in the user's language and time."""
        return (
            self.env["asn.beranda"]
            .with_user(user)
            .with_context(lang=user.lang, tz=user.tz)
        )

    def test_every_role_gets_a_page_that_can_be_drawn(self):
        for peran in PERAN:
            user = self.buat_user(f"beranda_{peran}", (peran,))
            data = self.beranda(user).get_data()
            with self.subTest(peran=peran):
                self.assertEqual(data["sapaan"]["nama"], user.name)
                self.assertTrue(data["sapaan"]["peran"])
                self.assertTrue(data["pintasan"])
                for bagian in data["bagian"]:
                    self.assertIn(bagian["jenis"], JENIS)
                    self.assertTrue(bagian["key"])

    def test_who_holds_a_role_sees_the_own_matters_folded_at_the_end(self):
        susun = [
            {"key": "a", "jenis": "angka", "pribadi": True, "isi": [], "urutan": 5},
            {"key": "b", "jenis": "daftar", "isi": {"baris": []}, "urutan": 50},
            {
                "key": "c",
                "jenis": "daftar",
                "lebar": "samping",
                "isi": {"baris": []},
                "urutan": 60,
            },
        ]
        for peran, lipat, urut in (
            ((), {"a": False, "b": False, "c": True}, ["a", "b", "c"]),
            (("fasilitator",), {"a": True, "b": False, "c": True}, ["b", "c", "a"]),
        ):
            user = self.buat_user(f"lipat_{len(peran)}", peran or ("pegawai",))
            beranda = self.beranda(user)
            with self.subTest(peran=peran):
                hasil = beranda._urut(beranda._lipat([dict(b) for b in susun]))
                self.assertEqual({b["key"]: b["lipat"] for b in hasil}, lipat)
                self.assertEqual([b["key"] for b in hasil], urut)

    def test_sections_have_distinct_keys(self):
        user = self.buat_user("beranda_semua", PERAN)
        keys = [b["key"] for b in self.beranda(user).get_data()["bagian"]]
        self.assertEqual(len(keys), len(set(keys)))

    def test_greeting_follows_the_users_own_clock(self):
        cases = [
            ("2026-03-16 23:00:00", "Asia/Jakarta", "Selamat pagi"),
            ("2026-03-17 05:00:00", "Asia/Jakarta", "Selamat siang"),
            ("2026-03-17 09:00:00", "Asia/Jakarta", "Selamat sore"),
            ("2026-03-17 12:00:00", "Asia/Jakarta", "Selamat malam"),
            ("2026-03-17 09:00:00", "Asia/Jayapura", "Selamat malam"),
        ]
        for moment, zone, salam in cases:
            with self.subTest(moment=moment, zone=zone), freeze_time(moment):
                user = self.env.user
                beranda = self.env["asn.beranda"].with_context(lang="id_ID", tz=zone)
                data = beranda.with_user(user).get_data()
                self.assertEqual(data["sapaan"]["salam"], salam)

    def test_roles_are_named_in_indonesian(self):
        user = self.buat_user("beranda_peran", ("fasilitator", "pimpinan"))
        self.assertEqual(
            self.beranda(user).get_data()["sapaan"]["peran"],
            ["Atasan/Pimpinan Unit", "Fasilitator"],
        )
        pegawai = self.buat_user("beranda_pegawai")
        peran = self.beranda(pegawai).get_data()["sapaan"]["peran"]
        self.assertEqual(peran, ["Pegawai ASN"])

    def test_only_administrators_see_the_state_of_the_system(self):
        for peran, seen in (("pegawai", False), ("admin_sistem", True)):
            user = self.buat_user(f"beranda_sis_{peran}", (peran,))
            keys = [b["key"] for b in self.beranda(user).get_data()["bagian"]]
            with self.subTest(peran=peran):
                self.assertEqual("sistem" in keys, seen)

    def test_shortcuts_open_something_the_role_may_read(self):
        for peran in PERAN:
            user = self.buat_user(f"beranda_pintas_{peran}", (peran,))
            for tile in self.beranda(user).get_data()["pintasan"]:
                aksi = tile["aksi"]
                if isinstance(aksi, str):
                    aksi = self.env.ref(aksi).sudo().read(["res_model"])[0]
                if aksi.get("res_model"):
                    with self.subTest(peran=peran, tile=tile["judul"]):
                        Model = self.env[aksi["res_model"]].with_user(user)
                        self.assertTrue(Model.has_access("read"))

    @freeze_time("2026-12-20 03:00:00")
    def test_next_holidays_only(self):
        user = self.buat_user("beranda_libur")
        bagian = {b["key"]: b for b in self.beranda(user).get_data()["bagian"]}
        baris = bagian["hari_libur"]["isi"]["baris"]
        self.assertEqual(
            [b["keterangan"] for b in baris],
            ["Kamis, 24 Desember 2026", "Jumat, 25 Desember 2026"],
        )

    def test_page_stays_within_its_queries(self):
        for peran in ("pegawai", "admin_sistem"):
            beranda = self.beranda(self.buat_user(f"beranda_kueri_{peran}", (peran,)))
            beranda.get_data()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            beranda.get_data()
            with self.subTest(peran=peran):
                self.assertLessEqual(self.env.cr.sql_log_count - before, 15)

    def test_action_dictionaries_are_complete(self):
        lengkap = self.env["asn.beranda"]._lengkapi_aksi
        window = {"type": "ir.actions.act_window", "res_model": "res.users"}
        self.assertEqual(
            lengkap([{"aksi": {**window, "view_mode": "list,form"}}])[0]["aksi"][
                "views"
            ],
            [(False, "list"), (False, "form")],
        )
        self.assertEqual(
            lengkap({"aksi": {**window, "res_id": 3}})["aksi"]["views"],
            [(False, "form")],
        )
