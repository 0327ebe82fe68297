from datetime import date

import psycopg2
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger

from ..models.hr_employee import e164
from .common import NIK_P, NIP_P, PegawaiCommon

#: A consistent woman, born 17 March 1985, CPNS January 2010.
BENAR = {
    "name": "Siti Aminah",
    "nip": NIP_P,
    "nik": NIK_P,
    "tanggal_lahir": date(1985, 3, 17),
    "jenis_kelamin": "P",
    "status_pegawai": "pns",
    "tmt_cpns": date(2010, 1, 1),
    "tmt_pns": date(2011, 4, 1),
}
#: What is changed, and the rule that then stops the save.
SALAH = (
    ({"nip": "19850317201001200"}, "PRF-NIP-01"),
    ({"nip": "1985031720100120033"}, "PRF-NIP-01"),
    ({"nip": "19850317201001200X"}, "PRF-NIP-01"),
    ({"nip": "198513172010012003"}, "PRF-NIP-02"),
    ({"nip": "198503182010012003"}, "PRF-NIP-02"),
    ({"tanggal_lahir": date(1985, 3, 18)}, "PRF-NIP-02"),
    ({"nip": "198503172010132003"}, "PRF-NIP-03"),
    ({"nip": "198503172010012003", "status_pegawai": "pppk"}, "PRF-NIP-07"),
    ({"tmt_pns": date(2009, 1, 1)}, "PRF-NIP-10"),
    ({"nik": "167301570385000"}, "PRF-NIK-01"),
    ({"nik": "1673015703850000"}, "PRF-NIK-01"),
    ({"no_kk": "12345"}, "PRF-KK-01"),
    ({"npwp": "1234"}, "PRF-NPWP-01"),
    ({"name": "Siti Aminah, S.E."}, "PRF-NAMA-01"),
    ({"name": "Siti 2"}, "PRF-NAMA-01"),
    ({"tanggal_lahir": date(2020, 1, 1), "nip": False}, "17"),
    ({"email_pribadi": "bukan surel"}, "bukan surel"),
    (
        {
            "tmt_kontrak_mulai": date(2024, 1, 1),
            "tmt_kontrak_selesai": date(2023, 1, 1),
        },
        "perjanjian kerja",
    ),
)
#: What is changed, and the rule that only warns.
JANGGAL = (
    ({"jenis_kelamin": "L"}, "PRF-NIP-05"),
    ({"nip": "198503172010012000"}, "PRF-NIP-06"),
    ({"tmt_cpns": date(2010, 2, 1)}, "PRF-NIP-03"),
    ({"tmt_pns": date(2015, 4, 1)}, "PRF-NIP-10"),
    ({"nik": "1673011803850001"}, "PRF-NIK-03"),
    ({"nik": "9973015703850001"}, "PRF-NIK-04"),
    ({"npwp": "1673015703850009"}, "PRF-NPWP-01"),
    ({"no_hp": "0411-22"}, "PRF-HP-01"),
    ({"kode_pos": "123"}, "PRF-POS-01"),
    ({"no_bpjs_kesehatan": "123"}, "PRF-BPJS-01"),
)


class TestNomor(PegawaiCommon, TransactionCase):
    """Numbers of the profile: what stops a save and what only warns."""

    def _buat(self, **ubah):
        return self.env["hr.employee"].create({**BENAR, **ubah})

    def test_consistent_profile_saves_without_anomaly(self):
        pegawai = self._buat()
        self.assertEqual(pegawai.anomali, "")
        self.assertEqual(pegawai.nip_tampil, "19850317 201001 2 003")

    def test_wrong_values_refused_with_the_rule(self):
        for ubah, aturan in SALAH:
            with self.subTest(ubah=ubah):
                with self.assertRaises(ValidationError) as galat, self.cr.savepoint():
                    self._buat(**ubah)
                self.assertIn(aturan, str(galat.exception))

    def test_odd_values_are_saved_and_listed(self):
        for ubah, aturan in JANGGAL:
            with self.subTest(ubah=ubah):
                sp = self.cr.savepoint()
                pegawai = self._buat(**ubah)
                self.assertIn(aturan, pegawai.anomali)
                sp.rollback()
                sp.close()
                self.env.invalidate_all(flush=False)

    def test_bulk_entry_only_warns_of_differences(self):
        pegawai = self.env["hr.employee"]._asn_create_bulk(
            [{**BENAR, "tanggal_lahir": date(1985, 3, 18)}]
        )
        self.assertIn("PRF-NIP-02", pegawai.anomali)
        with self.assertRaises(ValidationError):
            self.env["hr.employee"]._asn_create_bulk(
                [{**BENAR, "nip": "123", "nik": False}]
            )

    def test_forged_context_does_not_soften_the_checks(self):
        for palsu in (True, 1, {}, object()):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.env["hr.employee"].with_context(asn_massal=palsu).create(
                    {**BENAR, "tanggal_lahir": date(1985, 3, 18)}
                )

    def test_values_are_normalised(self):
        pegawai = self._buat(
            nip="19850317 201001 2 003",
            nik="167301-570385-0001",
            npwp="01.234.567.8-901.000",
            no_hp="0812 3456-7890",
            no_telepon="(0711) 123456",
            name="  Siti   Aminah ",
            no_karpeg="p 123456",
        )
        self.assertEqual(pegawai.nip, NIP_P)
        self.assertEqual(pegawai.nik, NIK_P)
        self.assertEqual(pegawai.npwp, "012345678901000")
        self.assertEqual(pegawai.no_hp, "+6281234567890")
        self.assertEqual(pegawai.no_telepon, "+62711123456")
        self.assertEqual(pegawai.name, "Siti Aminah")
        self.assertEqual(pegawai.no_karpeg, "P 123456")
        pegawai.no_hp = "62 812 1111 2222"
        self.assertEqual(pegawai.no_hp, "+6281211112222")

    def test_e164(self):
        for teks, nomor in (
            ("08123456789", "+628123456789"),
            ("+62 812", "+62812"),
            ("628123", "+628123"),
            ("+1 555", "+1555"),
        ):
            self.assertEqual(e164(teks), nomor)

    @mute_logger("odoo.sql_db")
    def test_nip_is_unique_also_among_archived(self):
        self._buat().active = False
        with self.assertRaises(psycopg2.IntegrityError), self.cr.savepoint():
            self._buat(nik=False)

    @mute_logger("odoo.sql_db")
    def test_nik_is_unique_among_active(self):
        pertama = self._buat()
        lain = {"nip": "198503172010012004"}
        with self.assertRaises(psycopg2.IntegrityError), self.cr.savepoint():
            self._buat(**lain)
        pertama.active = False
        self.env.flush_all()
        self.assertTrue(self._buat(**lain))

    def test_name_with_titles(self):
        pegawai = self._buat(gelar_depan="Dr.", gelar_belakang="S.E., M.M.")
        self.assertEqual(pegawai.nama_lengkap, "Dr. Siti Aminah, S.E., M.M.")

    def test_completeness_grows_with_data(self):
        pegawai = self._buat()
        awal = pegawai.kelengkapan
        self.assertIn("NPWP", pegawai.data_kurang)
        pegawai.npwp = NIK_P
        self.assertGreater(pegawai.kelengkapan, awal)
        self.assertNotIn("NPWP", pegawai.data_kurang)

    def test_person_with_nip_is_never_deleted(self):
        with self.assertRaises(UserError):
            self._buat().unlink()

    def test_found_by_name_or_beginning_of_nip(self):
        pegawai = self._buat()
        Pegawai = self.env["hr.employee"]
        for teks in ("aminah", "198503172010", "19850317 2010", "19850317 201001 2 0"):
            with self.subTest(teks=teks):
                self.assertIn(pegawai, Pegawai.search([("cari", "ilike", teks)]))
                ids = [i for i, _nama in Pegawai.name_search(teks)]
                self.assertIn(pegawai.id, ids)
        self.assertNotIn(pegawai, Pegawai.search([("cari", "ilike", "2010012003")]))

    def test_officer_cannot_type_projected_values(self):
        admin = self.orang("nomor_admin", ("admin_sistem",))
        Pegawai = self.env["hr.employee"].with_user(admin.user_id)
        pegawai = Pegawai.create({"name": "Baru"})
        for vals in (
            {"unit_id": self.dinas_a.id},
            {"golongan_id": self.gol_iiia.id},
            {"gaji_pokok": 99},
            {"jabatan_id": self.jab_pelaksana.id},
        ):
            with self.subTest(vals=vals):
                with self.assertRaises(AccessError):
                    pegawai.write(vals)
                with self.assertRaises(AccessError):
                    Pegawai.create({"name": "Baru", **vals})
                kunci, nilai = next(iter(vals.items()))
                with self.assertRaises(AccessError):
                    Pegawai.with_context(**{f"default_{kunci}": nilai}).create(
                        {"name": "Baru"}
                    )
