from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import BaseCase, TransactionCase

from ..domain import konsistensi as k
from .common import PegawaiCommon

PADA = date(2026, 6, 1)
J = k.Jabatan
D = "definitif"

#: Rule of the dossier, what was compared, what is found.
KASUS = [
    ("PRF-K-01", lambda: k.awal(date(2010, 1, 1), date(2010, 1, 1), 5, 5), []),
    ("PRF-K-01", lambda: k.awal(None, date(2010, 1, 1)), []),
    ("PRF-K-01", lambda: k.awal(date(2010, 2, 1), date(2010, 1, 1)), ["awal_tmt"]),
    (
        "PRF-K-01",
        lambda: k.awal(date(2010, 1, 1), date(2010, 1, 1), 9, 5),
        ["awal_pendidikan"],
    ),
    ("PRF-K-01", lambda: k.awal(date(2010, 1, 1), None, 4, 5), []),
    ("PRF-K-06", lambda: k.jabatan([], PADA), []),
    ("PRF-K-06", lambda: k.jabatan([J(date(2020, 1, 1), None, D)], PADA), []),
    (
        "PRF-K-06",
        lambda: k.jabatan(
            [J(date(2020, 1, 1), None, D), J(date(2021, 1, 1), None, "plt")], PADA
        ),
        [],
    ),
    (
        "PRF-K-06",
        lambda: k.jabatan([J(date(2021, 1, 1), None, "plt")], PADA),
        ["jabatan_tidak_ada"],
    ),
    (
        "PRF-K-06",
        lambda: k.jabatan([J(date(2026, 6, 2), None, D)], PADA),
        ["jabatan_tidak_ada"],
    ),
    ("PRF-K-06", lambda: k.jabatan([J(PADA, PADA, D)], PADA), []),
    ("PRF-K-06", lambda: k.jabatan([J(PADA, None, D)] * 2, PADA), ["jabatan_ganda"]),
    (
        "PRF-K-06",
        lambda: k.jabatan([J(date(2020, 1, 1), date(2026, 5, 31), D)], PADA),
        ["jabatan_berakhir"],
    ),
    ("PRF-K-07", lambda: k.pangkat_jabatan(10, 10, 12, False), []),
    ("PRF-K-07", lambda: k.pangkat_jabatan(12, 10, 12, False), []),
    ("PRF-K-07", lambda: k.pangkat_jabatan(9, 10, 12, False), ["pangkat_di_luar"]),
    ("PRF-K-07", lambda: k.pangkat_jabatan(13, 10, 12, False), ["pangkat_di_luar"]),
    ("PRF-K-07", lambda: k.pangkat_jabatan(1, None, None, False), []),
    ("PRF-K-08", lambda: k.pangkat_jabatan(9, 10, 12, True), ["jenjang_di_luar"]),
    ("PRF-K-09", lambda: k.pendidikan([k.Pendidikan(1, 2001)], 1990), []),
    (
        "PRF-K-09",
        lambda: k.pendidikan([k.Pendidikan(1, 2000)], 1990),
        ["lulus_terlalu_dini"],
    ),
    (
        "PRF-K-09",
        lambda: k.pendidikan([k.Pendidikan(7, 1995)], 1990),
        ["lulus_terlalu_dini"],
    ),
    ("PRF-K-09", lambda: k.pendidikan([k.Pendidikan(7, 1996)], 1990), []),
    (
        "PRF-K-09",
        lambda: k.pendidikan([k.Pendidikan(3, 2010), k.Pendidikan(7, 2009)], 1990),
        ["lulus_tidak_urut"],
    ),
    (
        "PRF-K-09",
        lambda: k.pendidikan([k.Pendidikan(7, 2010), k.Pendidikan(7, 2014)], 1990),
        [],
    ),
    (
        "PRF-K-13",
        lambda: k.kinerja({2022, 2023, 2024, 2025}, date(2010, 1, 1), PADA),
        [],
    ),
    ("PRF-K-13", lambda: k.kinerja({2022}, date(2010, 1, 1), PADA), ["kinerja_kurang"]),
    ("PRF-K-13", lambda: k.kinerja(set(), date(2025, 1, 2), PADA), []),
    ("PRF-K-13", lambda: k.kinerja(set(), date(2025, 1, 1), PADA), ["kinerja_kurang"]),
    ("PRF-K-13", lambda: k.kinerja(set(), None, PADA), []),
    ("PRF-K-14", lambda: k.hukuman("15", True), []),
    ("PRF-K-14", lambda: k.hukuman("01", False), []),
    ("PRF-K-14", lambda: k.hukuman("15", False), ["hukuman_selesai"]),
    ("PRF-K-16", lambda: k.sk_ganda(["1", "2", None, False, "", " "]), []),
    ("PRF-K-16", lambda: k.sk_ganda(["1", "2", " 1"]), ["sk_ganda"]),
]
SARI = k.Pasangan("Sari", kini=True, izin=False)
LEPAS = SARI._replace(kini=False)
LAHIR = date(1985, 3, 17)
#: Marriages, children, marital status, what is found.
KELUARGA = [
    ([], [], "menikah", []),
    ([SARI], [date(2010, 1, 1)], "menikah", []),
    ([SARI], [], None, []),
    ([SARI, SARI], [], "menikah", ["PRF-K-10"]),
    ([SARI, SARI._replace(izin=True)], [], "menikah", []),
    ([SARI, LEPAS], [], "menikah", []),
    ([], [date(1997, 3, 16)], None, ["PRF-K-10"]),
    ([], [date(1997, 3, 17)], None, []),
    ([], [None], None, []),
    ([LEPAS], [], "menikah", ["PRF-K-11"]),
    ([LEPAS], [], "cerai", []),
    ([SARI], [], "cerai", ["PRF-K-11"]),
    ([SARI], [], "janda_duda", ["PRF-K-11"]),
    ([LEPAS], [], "belum_kawin", ["PRF-K-11"]),
    ([], [], "belum_kawin", []),
]


class TestKonsistensi(BaseCase):
    """LL-11-2-a to LL-11-2-e: contradictions over the record, from tables."""

    def test_rules(self):
        for nomor, (aturan, hitung, harap) in enumerate(KASUS):
            with self.subTest(aturan=aturan, nomor=nomor):
                temuan = hitung()
                self.assertEqual([kunci for _a, kunci, _r in temuan], harap)
                self.assertLessEqual({a for a, _k, _r in temuan}, {aturan})

    def test_family(self):
        for pasangan, anak, status, harap in KELUARGA:
            with self.subTest(pasangan=pasangan, anak=anak, status=status):
                temuan = k.keluarga(pasangan, anak, LAHIR, status)
                self.assertEqual([a for a, _k, _r in temuan], harap)

    def test_missing_years_are_named(self):
        self.assertEqual(
            k.kinerja({2022, 2024}, date(2010, 1, 1), PADA)[0][2], "2023, 2025"
        )


class TestDaftarAnomali(PegawaiCommon, TransactionCase):
    """LL-19-3, LL-13-1: the worklist, who reads it, and the reason."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dihukum = cls.env.ref("asn_base.kedudukan_15")
        cls.korban = cls.orang(
            "anom_korban",
            unit=cls.bidang_a,
            no_hp="123",
            kedudukan_hukum=cls.dihukum.id,
            status_perkawinan="belum_kawin",
        )
        cls.contoh_riwayat("asn.riwayat.keluarga", cls.korban)
        cls.admin = cls.buat_user("anom_admin", ("admin_sistem",))
        cls.fasilitator = cls.buat_user("anom_fas", ("fasilitator",))
        cls.fasilitator.asn_unit_ids = cls.dinas_a
        cls.Anomali = cls.env["asn.anomali"]

    def _periksa(self):
        self.korban.action_periksa_ulang()
        return self.Anomali.search([("employee_id", "=", self.korban.id)])

    def _aturan(self, user):
        baris = self.Anomali.with_user(user).search(
            [("employee_id", "=", self.korban.id)]
        )
        return set(baris.mapped("aturan"))

    def test_who_sees_which_finding(self):
        self._periksa()
        semua = {"PRF-HP-01", "PRF-K-11", "PRF-K-14"}
        kepala = self.buat_user("anom_kepala", ("kepala_badan",))
        for user in (self.admin, kepala, self.korban.user_id):
            self.assertLessEqual(semua, self._aturan(user))
        terbuka = self._aturan(self.fasilitator)
        self.assertLessEqual(semua - {"PRF-K-14"}, terbuka)
        self.assertNotIn("PRF-K-14", terbuka)
        self.fasilitator.asn_unit_ids = self.dinas_b
        lain = self.orang("anom_lain", unit=self.bidang_a).user_id
        pimpinan = self.orang("anom_pimpinan", ("pimpinan",), unit=self.dinas_a)
        self.dinas_a.manager_id = pimpinan
        utama = self.buat_user("anom_utama", ("admin_utama",))
        for user in (self.fasilitator, lain, pimpinan.user_id, utama):
            self.assertEqual(self._aturan(user), set(), user.login)

    def test_live_text_follows_the_rights_of_the_reader(self):
        pimpinan = self.orang("anom_pimpinan", ("pimpinan",), unit=self.dinas_a)
        self.dinas_a.manager_id = pimpinan
        for user, tahu in (
            (self.admin, {"PRF-K-11", "PRF-K-14"}),
            (self.korban.user_id, {"PRF-K-11", "PRF-K-14"}),
            (self.fasilitator, {"PRF-K-11"}),
            (pimpinan.user_id, set()),
        ):
            teks = self.korban.with_user(user).anomali
            with self.subTest(user=user.login):
                for aturan in ("PRF-K-11", "PRF-K-14"):
                    self.assertEqual(aturan in teks, aturan in tahu)

    def test_row_goes_when_mended_and_keeps_its_reason_until_then(self):
        baris = self._periksa()
        hp = baris.filtered(lambda r: r.aturan == "PRF-HP-01")
        hp.with_user(self.admin).alasan = "Nomor kantor"
        self.assertEqual(self._periksa(), baris)
        self.assertEqual(hp.alasan, "Nomor kantor")
        self.korban.no_hp = "081234567890"
        self._periksa()
        self.assertFalse(hp.exists())

    def test_only_the_reason_is_written_and_only_by_officers(self):
        baris = self._periksa()[:1]
        for user in (self.fasilitator, self.korban.user_id):
            with self.assertRaises(AccessError):
                baris.with_user(user).write({"alasan": "x"})
        for vals in ({"aturan": "x"}, {"sejak": "2020-01-01"}, {"is_tertutup": False}):
            with self.assertRaises(AccessError):
                baris.with_user(self.admin).write({"alasan": "x", **vals})
        with self.assertRaises(AccessError):
            self.Anomali.with_user(self.admin).create(
                {"employee_id": self.korban.id, "aturan": "x", "kunci": "x"}
            )
        with self.assertRaises(AccessError):
            baris.with_user(self.admin).unlink()

    def test_checking_again_needs_the_profile(self):
        lain = self.orang("anom_lain", unit=self.bidang_a).user_id
        with self.assertRaises(AccessError):
            self.korban.with_user(lain).action_periksa_ulang()
        self.korban.with_user(self.fasilitator).action_periksa_ulang()

    def test_night_run_checks_everybody(self):
        with self.enter_registry_test_mode():
            self.env.ref("asn_pegawai.ir_cron_anomali").method_direct_trigger()
        self.assertTrue(self.Anomali.search([("employee_id", "=", self.korban.id)]))

    def test_many_people_cost_no_query_each(self):
        orang = self.env["hr.employee"]
        for n in range(12):
            orang |= self.orang(f"anom_banyak_{n}", unit=self.dinas_b)
            self.golongan(orang[-1], self.gol_iiia, date(2015, 1, 1))

        def hitung(siapa):
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            siapa._asn_temuan()
            return self.env.cr.sql_log_count - awal

        hitung(orang)
        self.assertLessEqual(hitung(orang), hitung(orang[:2]) + 3)

    def test_every_finding_has_a_sentence(self):
        kunci = {t[1] for _a, hitung, _h in KASUS for t in hitung()}
        kunci |= {
            t[1]
            for pasangan, anak, status, _h in KELUARGA
            for t in k.keluarga(pasangan, anak, LAHIR, status)
        }
        self.assertEqual(kunci - self.korban._asn_pesan_temuan().keys(), set())
        self._periksa()
        self.assertTrue(all(self.Anomali.search([]).mapped("pesan")))

    def test_marriage_that_explains_itself_is_no_finding(self):
        self.korban.status_perkawinan = "menikah"
        self.assertNotIn("PRF-K-11", self.korban.anomali)
