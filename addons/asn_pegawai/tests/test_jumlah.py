from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import PegawaiCommon


@tagged("post_install", "-at_install")
class TestJumlahPegawai(PegawaiCommon, TransactionCase):
    """Head counts are exact, whichever way people come, go and move."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.orang("admin_uji", ("admin_sistem",), unit=cls.dinas_a)
        cls.fasil = cls.orang("fasil_uji", ("fasilitator",), unit=cls.dinas_a)
        cls.fasil.user_id.asn_unit_ids = cls.dinas_a
        cls.Jumlah = cls.env["asn.jumlah.pegawai"]

    def sebenarnya(self):
        self.env.flush_all()
        self.cr.execute(
            "SELECT unit_id, company_id, active, count(*) FROM hr_employee"
            " GROUP BY 1, 2, 3"
        )
        return sorted(self.cr.fetchall(), key=str)

    def tercatat(self):
        self.cr.execute(
            "SELECT unit_id, company_id, active, sum(jumlah) FROM asn_jumlah_pegawai"
            " GROUP BY 1, 2, 3 HAVING sum(jumlah) <> 0"
        )
        return sorted(self.cr.fetchall(), key=str)

    def periksa(self):
        self.env.flush_all()
        self.assertEqual(self.tercatat(), self.sebenarnya())

    def buat(self, jumlah, unit):
        return self.env["hr.employee"]._asn_create_bulk(
            [{"name": f"Orang {n}", "unit_id": unit.id} for n in range(jumlah)]
        )

    def test_each_way_to_change(self):
        self.periksa()
        satu = self.env["hr.employee"].create(
            {"name": "Satu", "unit_id": self.bidang_a.id}
        )
        self.periksa()
        banyak = self.buat(25, self.bidang_a)
        self.periksa()
        self.assertEqual(self.bidang_a.asn_jumlah_pegawai, 26)
        banyak[:7].action_archive()
        self.periksa()
        banyak[:3].action_unarchive()
        self.periksa()
        banyak[10:].sudo().unit_id = self.dinas_b
        self.periksa()
        self.cr.execute(
            "UPDATE hr_employee SET unit_id = %s WHERE id = ANY(%s)",
            [self.kota.id, banyak[:15].ids],
        )
        self.env.invalidate_all()
        self.periksa()
        satu.unlink()
        self.periksa()

    def test_rollback_takes_the_count_back(self):
        sebelum = self.tercatat()
        with self.assertRaises(ZeroDivisionError), self.cr.savepoint():
            self.buat(12, self.dinas_b)
            self.env.flush_all()
            self.assertNotEqual(self.tercatat(), sebelum)
            raise ZeroDivisionError
        self.assertEqual(self.tercatat(), sebelum)

    def test_other_columns_write_no_difference(self):
        orang = self.buat(12, self.dinas_b)
        self.env.flush_all()
        self.cr.execute("SELECT count(*) FROM asn_jumlah_pegawai")
        sebelum = self.cr.fetchone()
        orang.write({"tempat_lahir": "Kota Uji"})
        self.env.flush_all()
        self.cr.execute("SELECT count(*) FROM asn_jumlah_pegawai")
        self.assertEqual(self.cr.fetchone(), sebelum)

    def test_nightly_run_folds_and_repairs(self):
        self.buat(12, self.dinas_b)[:5].action_archive()
        self.Jumlah._cron_lipat()
        self.cr.execute(
            "SELECT count(*), count(DISTINCT (unit_id, company_id, active)),"
            " min(jumlah) FROM asn_jumlah_pegawai"
        )
        baris, kelompok, terkecil = self.cr.fetchone()
        self.assertEqual(baris, kelompok)
        self.assertGreater(terkecil, 0)
        self.cr.execute(
            "UPDATE asn_jumlah_pegawai SET jumlah = jumlah + 4 WHERE unit_id = %s",
            [self.dinas_b.id],
        )
        with self.assertLogs(
            "odoo.addons.asn_pegawai.models.asn_jumlah_pegawai", "WARNING"
        ):
            self.Jumlah._cron_lipat()
        self.periksa()
        self.assertEqual(self.Jumlah._perbaiki(), 0)

    def biasa(self, user, domain, **pilihan):
        """Group by two columns, which always looks at the people."""
        hasil = {}
        for unit, _id, jumlah in (
            self.env["hr.employee"]
            .with_user(user)
            .with_context(**pilihan)
            ._read_group(domain, ["unit_id", "id"], ["__count"])
        ):
            hasil[unit.id] = hasil.get(unit.id, 0) + jumlah
        return hasil

    def test_group_by_unit_equals_the_people(self):
        """Own counts and the ordinary path give the same, for every role."""
        self.buat(30, self.bidang_a)[:11].action_archive()
        self.env["hr.employee"].create({"name": "Tanpa Unit"})
        kasus = [
            ([], {}),
            ([], {"active_test": False}),
            ([("active", "=", False)], {}),
            ([("unit_id", "=", self.bidang_a.id)], {}),
            ([("unit_id", "=", False)], {}),
            ([("unit_id", "child_of", self.dinas_a.id)], {}),
            ([("unit_id.name", "ilike", "Dinas")], {}),
            ([("name", "ilike", "Orang 1")], {}),
            (["|", ("unit_id", "=", self.dinas_b.id), ("active", "=", False)], {}),
            ([("company_id", "=", False)], {}),
        ]
        for pelaku in (self.admin, self.fasil):
            for domain, pilihan in kasus:
                with self.subTest(pelaku=pelaku.name, domain=domain, **pilihan):
                    model = self.env["hr.employee"].with_user(pelaku.user_id)
                    baris = model.with_context(**pilihan)._read_group(
                        domain, ["unit_id"], ["__count"]
                    )
                    self.assertEqual(
                        {unit.id: jumlah for unit, jumlah in baris},
                        self.biasa(pelaku.user_id, domain, **pilihan),
                    )
                    self.assertFalse(any(unit.env.su for unit, _n in baris))

    def test_order_limit_and_length_as_the_ordinary_path(self):
        self.buat(30, self.bidang_a)
        self.env["hr.employee"].create({"name": "Tanpa Unit"})
        model = self.env["hr.employee"].with_user(self.admin.user_id)
        tanpa = [("id", "!=", 0)]
        for urut in ("unit_id", "unit_id desc", "__count desc, unit_id"):
            for batas in (None, 2):
                with self.subTest(urut=urut, batas=batas):
                    kiri, kanan = (
                        model._read_group(
                            d, ["unit_id"], ["__count"], order=urut, limit=batas
                        )
                        for d in ([], tanpa)
                    )
                    self.assertEqual(
                        [(u.id, n) for u, n in kiri], [(u.id, n) for u, n in kanan]
                    )
        kiri, kanan = (
            model.web_read_group(d, ["unit_id"], ["__count"], limit=1)
            for d in ([], tanpa)
        )
        self.assertEqual(kiri["length"], kanan["length"])

    def test_people_are_not_read_where_nothing_restricts(self):
        model = self.env["hr.employee"]
        for pelaku, sempit in ((self.admin, False), (self.fasil, True)):
            saya = model.with_user(pelaku.user_id)
            self.assertEqual(saya._syarat_jumlah([]) is None, sempit)

    def test_nobody_writes_the_counts(self):
        for nilai in ({"jumlah": 5, "unit_id": self.dinas_a.id},):
            with self.assertRaises(AccessError):
                self.Jumlah.with_user(self.admin.user_id).create(nilai)
        with self.assertRaises(AccessError):
            self.Jumlah.with_user(self.fasil.user_id).search([])
