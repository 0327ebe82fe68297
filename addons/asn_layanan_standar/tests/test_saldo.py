from datetime import date
from threading import Thread

from odoo import SUPERUSER_ID, api
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2.errors import SerializationFailure

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestBukuSaldo(CutiCommon, TransactionCase):
    """The ledger: append-only for everybody, read in scope, counted in bulk."""

    def saldo_awal(self, nama="pegawai", **angka):
        nilai = {
            "sisa_n2": 0,
            "sisa_n1": 0,
            "tangguh": 0,
            "dipakai_n": 0,
            "keterangan": "Kartu cuti",
            **angka,
        }
        return self.buku._catat_saldo_awal(self.pegawai_dari(nama), 2026, **nilai)

    def test_opening_balances_of_the_dossier(self):
        for sisa_n2, sisa_n1, tangguh, harapan in (
            (7, 0, 0, 12),
            (7, 4, 0, 16),
            (7, 9, 0, 18),
            (7, 12, 0, 18),
            (12, 12, 0, 24),
            (7, 0, 12, 24),
            (7, 0, 5, 17),
        ):
            with self.subTest(sisa_n1=sisa_n1, tangguh=tangguh):
                titik = self.env.cr.savepoint()
                self.saldo_awal(sisa_n2=sisa_n2, sisa_n1=sisa_n1, tangguh=tangguh)
                self.assertEqual(self.tersedia(), harapan)
                titik.rollback()
                self.env.invalidate_all()

    def test_opening_balance_is_entered_once(self):
        self.saldo_awal()
        with self.assertRaises(ValidationError):
            self.saldo_awal()

    def test_opening_balance_refuses_impossible_numbers(self):
        for angka in (
            {"sisa_n1": 13},
            {"sisa_n2": -1},
            {"sisa_n1": 8, "tangguh": 5},
            {"dipakai_n": 13},
        ):
            with self.subTest(**angka), self.assertRaises(ValidationError):
                with self.cr.savepoint():
                    self.saldo_awal(**angka)

    def test_ledger_is_closed_for_everybody(self):
        baris = self.saldo_awal()
        for buku in (self.buku, self.buku.sudo(), self.buku.with_user(1)):
            with self.assertRaises(AccessError):
                buku.create({"employee_id": self.pegawai_dari().id, "tahun": 2026})
            with self.assertRaises(AccessError):
                buku.browse(baris.ids).write({"hari": 12})
            with self.assertRaises(AccessError):
                buku.browse(baris.ids).unlink()
        sebelum = self.buku.search_count([])
        hasil = self.buku.load(["tahun", "hari"], [["2026", "12"]])
        self.assertFalse(hasil["ids"])
        self.assertEqual(self.buku.search_count([]), sebelum)

    def test_ledger_rows_follow_the_scope_of_the_role(self):
        self.saldo_awal()
        self.saldo_awal("administrator")
        milik = self.pegawai_dari()
        lain = self.pegawai_dari("administrator")
        for nama, harapan in (
            ("pegawai", milik),
            ("pegawai2", milik.browse()),
            ("atasan", milik),
            ("fasilitator", milik),
            ("admin_aplikasi", milik | lain),
            ("pengawas", milik.browse()),
            ("penandatangan", milik),
            ("admin_sistem", milik | lain),
            ("admin_utama", milik | lain),
            ("monev", milik.browse()),
        ):
            with self.subTest(nama=nama):
                terlihat = self.buku.with_user(self.u[nama]).search([]).employee_id
                self.assertEqual(terlihat.sudo() & (milik | lain), harapan)

    def test_opening_form_is_for_administrators_of_leave(self):
        nilai = {
            "employee_id": self.pegawai_dari().id,
            "tahun": 2026,
            "sisa_n2": 7,
            "sisa_n1": 9,
            "keterangan": "Kartu cuti 2025",
        }
        Awal = self.env["asn.saldo.cuti.awal"]
        for nama in ("pegawai2", "atasan", "fasilitator", "pengawas", "monev"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                Awal.with_user(self.u[nama]).create(nilai).action_simpan()
        self.u["admin_aplikasi"].layanan_ids -= self.cuti
        with self.assertRaises(AccessError):
            Awal.with_user(self.u["admin_aplikasi"]).create(nilai).action_simpan()
        self.u["admin_aplikasi"].layanan_ids |= self.cuti
        awal = Awal.with_user(self.u["admin_aplikasi"]).create(nilai)
        self.assertEqual(awal.saldo, 18)
        awal.action_simpan()
        self.assertEqual(self.tersedia(), 18)

    def test_nobody_opens_the_own_balance(self):
        awal = (
            self.env["asn.saldo.cuti.awal"]
            .with_user(self.u["admin_sistem"])
            .create(
                {
                    "employee_id": self.pegawai_dari("admin_sistem").id,
                    "sisa_n1": 12,
                    "keterangan": "Kartu cuti",
                }
            )
        )
        with self.assertRaises(UserError):
            awal.action_simpan()

    def test_december_request_cannot_take_what_january_relies_on(self):
        # 18 in 2027: 12 own and 6 carried from 2026
        self.ajukan_cuti(mulai="2027-02-01", selesai="2027-02-24")
        self.assertEqual(self.tersedia(), 12)
        with self.assertRaises(UserError) as tangkap:
            self.ajukan_cuti(mulai="2026-11-02", selesai="2026-11-12")
        self.assertIn("2027", str(tangkap.exception))

    def test_cuti_bs_04_joint_leave_of_pppk_is_a_setting(self):
        self.jadikan_pppk("pegawai", date(2023, 1, 1), date(2027, 12, 31))
        self.assertEqual(self.tersedia(), 12)
        self.env.company.asn_cuti_bersama_kurangi_pppk = True
        bersama = self.env["asn.hari.libur"].search_count(
            [
                ("jenis", "=", "cuti_bersama"),
                ("tanggal", ">=", "2026-01-01"),
                ("tanggal", "<=", "2026-12-31"),
            ]
        )
        self.assertEqual(self.tersedia(), 12 - bersama)
        self.assertEqual(self.tersedia("pegawai2"), 12)

    def test_cuti_k_03_carrying_depends_on_the_contract(self):
        for selesai, harapan in (
            (date(2026, 12, 31), 12),
            (date(2027, 1, 1), 18),
            (date(2028, 1, 1), 24),
        ):
            with self.subTest(selesai=selesai):
                titik = self.env.cr.savepoint()
                self.jadikan_pppk("pegawai", date(2025, 1, 1), selesai)
                self.pegawai_dari().tmt_kontrak_mulai = date(2025, 1, 1)
                self.env.company.asn_cuti_tahun_mulai = 2026
                # entitled through 2026 and 2027, nothing used
                saldo = self.tersedia(tahun=2028, pada=date(2028, 3, 1))
                self.assertEqual(saldo, harapan)
                titik.rollback()
                self.env.invalidate_all()

    def test_list_of_many_people_costs_a_fixed_number_of_queries(self):
        orang = self.env["hr.employee"].search([("status_pegawai", "!=", False)])
        self.assertGreater(len(orang), 8)
        for jumlah in (1, len(orang)):
            self.env.invalidate_all()
            with self.assertQueryCount(12):
                orang[:jumlah].mapped("saldo_cuti_tersedia")

    def test_home_page_shows_the_balance_and_the_way_to_a_request(self):
        self.ajukan_cuti()
        data = self.env["asn.beranda"].with_user(self.u["pegawai"]).get_data()
        bagian = next(b for b in data["bagian"] if b["key"] == "saldo_cuti")
        self.assertEqual([kotak["nilai"] for kotak in bagian["isi"]], [7, 7, 0, 5])
        aksi = self.env.ref(bagian["aksi"]).with_user(self.u["pegawai"]).run()
        self.assertEqual(aksi["res_model"], "asn.permohonan")
        self.assertEqual(aksi["context"]["default_layanan_id"], self.cuti.id)
        saya = self.env.ref("asn_layanan_standar.saldo_cuti_saya_action")
        self.assertEqual(
            saya.with_user(self.u["pegawai"]).run()["res_id"], self.pegawai_dari().id
        )


@tagged("post_install", "-at_install")
class TestDuaTransaksi(TransactionCase):
    """Two real transactions reserve at once: the balance is never overdrawn."""

    def setUp(self):
        super().setUp()
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            tahun = env["asn.saldo.cuti"]._hari_ini().year + 1
            pegawai = env["hr.employee"].create(
                {
                    "name": "Uji Dua Transaksi",
                    "status_pegawai": "pns",
                    "tmt_cpns": date(tahun - 10, 1, 1),
                }
            )
            layanan = env.ref("asn_layanan_standar.layanan_cuti")
            draf = env["asn.permohonan"].create(
                [
                    {
                        "layanan_id": layanan.id,
                        "employee_id": pegawai.id,
                        "tanggal_mulai": date(tahun, bulan, 1),
                        "tanggal_selesai": date(tahun, bulan, 21),
                    }
                    for bulan in (7, 9)
                ]
            )
            self.pegawai_id, self.draf_ids = pegawai.id, draf.ids
            self.assertTrue(all(10 <= p.lama <= 18 for p in draf))
        self.addCleanup(self.bersihkan)

    def bersihkan(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            cr.execute(
                "DELETE FROM asn_saldo_cuti_mutasi WHERE employee_id = %s",
                [self.pegawai_id],
            )
            env["asn.permohonan"].browse(self.draf_ids).unlink()
            pegawai = env["hr.employee"].browse(self.pegawai_id)
            sumber = pegawai.resource_id
            pegawai.unlink()
            sumber.exists().unlink()

    def buka(self, draf_id):
        """Return a draft in a transaction of its own that has read it."""
        cr = self.registry.cursor()
        self.addCleanup(cr.close)
        env = api.Environment(cr, SUPERUSER_ID, {})
        draf = env["asn.permohonan"].browse(draf_id)
        self.assertEqual(draf.state, "draft")
        return draf

    @mute_logger("odoo.sql_db")
    def test_second_reservation_waits_starts_again_and_is_refused(self):
        hasil = []
        satu, dua = (self.buka(draf_id) for draf_id in self.draf_ids)
        satu.env["asn.saldo.cuti"]._pesan(satu)
        satu.env.flush_all()

        def kedua():
            try:
                dua.env["asn.saldo.cuti"]._pesan(dua)
            except Exception as salah:
                hasil.append(salah)

        utas = Thread(target=kedua)
        utas.start()
        utas.join(1)
        self.assertTrue(utas.is_alive(), "the second reservation did not wait")
        satu.env.cr.commit()
        utas.join(20)

        # The server repeats a serialization failure; so does this test.
        self.assertEqual([type(h) for h in hasil], [SerializationFailure])
        dua.env.cr.rollback()
        dua.env.invalidate_all()
        with self.assertRaises(ValidationError):
            dua.env["asn.saldo.cuti"]._pesan(dua)
        dua.env.cr.rollback()
        dua.env.cr.execute(
            "SELECT sum(hari) FROM asn_saldo_cuti_mutasi WHERE employee_id = %s",
            [self.pegawai_id],
        )
        self.assertEqual(dua.env.cr.fetchone()[0], -satu.lama)
        satu.env.cr.rollback()
        dua.env.cr.rollback()
