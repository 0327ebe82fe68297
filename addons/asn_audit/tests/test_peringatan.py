from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPeringatan(AuditCommon, TransactionCase):
    """B15: alerts for unusual look-ups, as configured."""

    def setUp(self):
        super().setUp()
        self.company = self.env.company
        self.company.write(
            {
                "asn_peringatan_jumlah": 3,
                "asn_peringatan_jam": 2,
                "asn_peringatan_luar_unit": 1,
            }
        )
        self.hari = fields.Datetime.now().replace(hour=4, minute=0, second=0)

    def _kunjungan(self, siapa, dilihat, waktu):
        """Write traces at a time (UTC) of choice."""
        for pegawai in dilihat:
            self.env.cr.execute(
                "INSERT INTO asn_jejak_akses (user_id, employee_id, kanal, objek,"
                " tujuan, peran, jam, pertama, terakhir, jumlah) VALUES"
                " (%s, %s, 'profil', '', '', 'x', date_trunc('hour', %s), %s, %s, 1)",
                (siapa.user_id.id, pegawai.id, waktu, waktu, waktu),
            )

    def _hasil(self):
        self.env["asn.jejak.peringatan"]._cron_periksa()
        semua = self.env["asn.jejak.peringatan"].search([])
        return {(p.user_id.name, p.jenis): p.jumlah for p in semua}

    def test_table(self):
        kini = fields.Datetime.now()
        siang = kini.replace(hour=5, minute=0) - timedelta(days=kini.hour < 5)
        malam = kini.replace(hour=16, minute=0) - timedelta(days=kini.hour < 16)
        for dilihat, waktu, hasil in (
            ([self.ani, self.badu], siang, {}),
            ([self.ani, self.badu, self.pim], siang, {("Fasil", "jumlah"): 3}),
            ([self.ani], malam, {}),
            ([self.ani, self.badu], malam, {("Fasil", "jam"): 2}),
            ([self.cici], siang, {("Fasil", "luar_unit"): 1}),
        ):
            with self.subTest(hasil=hasil, waktu=waktu):
                with self.env.cr.savepoint() as titik:
                    self._kunjungan(self.fasil, dilihat, waktu)
                    self.assertEqual(self._hasil(), hasil)
                    titik.rollback()
                self.env.invalidate_all()

    def test_zero_switches_off(self):
        self.company.write(
            {
                "asn_peringatan_jumlah": 0,
                "asn_peringatan_jam": 0,
                "asn_peringatan_luar_unit": 0,
            }
        )
        self._kunjungan(self.fasil, [self.ani, self.badu, self.cici], self.hari)
        self.assertEqual(self._hasil(), {})

    def test_refused_attempts_out_of_scope_and_the_own_family_raise_an_alert(self):
        self.company.write({"asn_peringatan_ditolak": 3, "asn_peringatan_keluarga": 1})
        kini = fields.Datetime.now() - timedelta(minutes=5)
        for nomor, jumlah in ((self.fasil, 3), (self.pim, 2)):
            self.env.cr.execute(
                "INSERT INTO asn_jejak_tolak (user_id, model, operasi, res_id,"
                " employee_id, jam, terakhir, jumlah) VALUES (%s, 'hr.employee',"
                " 'read', %s, %s, date_trunc('hour', %s), %s, %s)",
                (nomor.user_id.id, self.cici.id, self.cici.id, kini, kini, jumlah),
            )
        (self.ani | self.badu)._asn_write_bulk({"no_kk": "1671010101010001"})
        self._kunjungan(self.badu, [self.ani], kini.replace(hour=5))
        hasil = self._hasil()
        self.assertEqual(hasil.get(("Fasil", "ditolak")), 3)
        self.assertNotIn(("Pim", "ditolak"), hasil)
        self.assertEqual(hasil.get(("Badu", "keluarga")), 1)

    def test_set_based_and_repeatable(self):
        kini = fields.Datetime.now() - timedelta(hours=1)
        self._kunjungan(self.fasil, [self.ani, self.badu, self.cici], kini)
        self.env["asn.jejak.peringatan"]._cron_periksa()
        with self.assertQueryCount(1):
            self.assertEqual(self.env["asn.jejak.peringatan"]._cron_periksa(), 0)

    def test_closed_by_somebody_else_and_open_again_when_it_grows(self):
        kini = fields.Datetime.now() - timedelta(hours=1)
        self._kunjungan(self.sistem, [self.ani, self.badu, self.pim], kini)
        self._hasil()
        Peringatan = self.env["asn.jejak.peringatan"]
        satu = Peringatan.search([("jenis", "=", "jumlah")])
        with self.assertRaises(AccessError):
            satu.with_user(self.sistem.user_id).action_diperiksa()
        with self.assertRaises(AccessError):
            satu.with_user(self.fasil.user_id).action_diperiksa()
        satu.with_user(self.kaban.user_id).action_diperiksa()
        self.assertEqual(satu.state, "diperiksa")
        self._hasil()
        self.assertEqual(satu.state, "diperiksa")
        self._kunjungan(self.sistem, [self.fasil], kini)
        self._hasil()
        self.assertEqual((satu.state, satu.jumlah), ("baru", 4))
        aksi = satu.with_user(self.kaban.user_id).action_buka_jejak()
        self.assertEqual(self.env["asn.jejak.akses"].search_count(aksi["domain"]), 4)

    def test_rows_are_the_systems(self):
        for siapa in (self.sistem, self.kaban):
            with self.assertRaises(AccessError):
                self.sebagai(siapa, "asn.jejak.peringatan").create(
                    {"user_id": self.fasil.user_id.id, "jenis": "jumlah"}
                )

    def test_settings_have_limits(self):
        for vals in (
            {"asn_retensi_jejak": 11},
            {"asn_jam_kantor_mulai": 20, "asn_jam_kantor_selesai": 20},
            {"asn_jam_kantor_selesai": 25},
        ):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                self.company.write(vals)
