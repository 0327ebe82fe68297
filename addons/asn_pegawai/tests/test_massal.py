from datetime import date

from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2 import IntegrityError

from .common import NIK_P, NIP_P, PegawaiCommon

#: What may differ between a person made in bulk and one made by the form.
_BEDA = {
    "id", "create_date", "write_date", "create_uid", "write_uid", "last_modified_date",
    "resource_id", "version_id", "current_version_id", "work_contact_id", "nip",
    "nik", "version_ids", "image_1920", "message_ids", "message_follower_ids",
}  # fmt: skip
_VERSI_BEDA = {"id", "employee_id", "create_date", "write_date", "last_modified_date"}


class TestMassal(PegawaiCommon, TransactionCase):
    """People made in bulk are the same as people made one by one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.vals = {
            "name": "Siti Aminah",
            "nip": NIP_P,
            "nik": NIK_P,
            "tanggal_lahir": date(1985, 3, 17),
            "tempat_lahir": "Kota Uji",
            "jenis_kelamin": "P",
            "status_perkawinan": "menikah",
            "status_pegawai": "pns",
            "work_email": "siti@contoh.go.id",
            "work_phone": "+62711123456",
            "tz": "Asia/Jakarta",
        }

    def _stored(self, record, beda):
        return {
            nama: record[nama]
            for nama, field in record._fields.items()
            if field.store
            and field.column_type
            and not field.inherited
            and nama not in beda
        }

    def _pasangan(self):
        satu = self.env["hr.employee"].create(dict(self.vals))
        massal = self.env["hr.employee"]._asn_create_bulk(
            [{**self.vals, "nip": "198503172010012004", "nik": "1673015703850002"}]
        )
        self.env.flush_all()
        self.env.invalidate_all()
        return satu, massal

    def test_bulk_person_equals_stock_made_person(self):
        satu, massal = self._pasangan()
        self.assertEqual(self._stored(satu, _BEDA), self._stored(massal, _BEDA))
        versi = satu.current_version_id, massal.current_version_id
        beda = _VERSI_BEDA | {"identification_id"}
        self.assertEqual(self._stored(versi[0], beda), self._stored(versi[1], beda))
        self.assertEqual(massal.identification_id, "1673015703850002")
        self.assertEqual(massal.version_ids, massal.current_version_id)
        self.assertEqual(massal.current_version_id.employee_id, massal)

    def _banyak(self):
        """Make a person by the form, and the same among others by the pattern."""
        satu = self.env["hr.employee"].create(dict(self.vals))
        jabatan = self.buat_jabatan("Analis Uji")
        lain = [
            {
                "name": f"Orang {chr(97 + n)}",
                "nip": f"19850317201001{2100 + n}",
                "pin": "1234",
                "job_id": jabatan.id,
                "jabatan_id": jabatan.id,
                "gelar_depan": "dr.",
                "agama": self.env.ref("asn_base.agama_hindu").id,
            }
            for n in range(12)
        ]
        kembar = {**self.vals, "nip": "198503172010012004", "nik": "1673015703850002"}
        massal = self.env["hr.employee"]._asn_create_bulk([*lain, dict(kembar)])
        self.env.flush_all()
        self.env.invalidate_all()
        return satu, massal

    def test_person_after_a_pattern_equals_stock_made_person(self):
        satu, massal = self._banyak()
        kembar = massal[-1]
        self.assertEqual(self._stored(satu, _BEDA), self._stored(kembar, _BEDA))
        beda = _VERSI_BEDA | {"identification_id"}
        versi = satu.current_version_id, kembar.current_version_id
        self.assertEqual(self._stored(versi[0], beda), self._stored(versi[1], beda))
        self.assertEqual(kembar.version_ids, kembar.current_version_id)
        self.assertEqual(kembar.current_version_id.employee_id, kembar)
        umum = {"id", "create_date", "write_date", "commercial_partner_id", "color"}
        for nama, lewat in (("work_contact_id", umum), ("resource_id", umum)):
            self.assertEqual(
                self._stored(satu[nama], lewat), self._stored(kembar[nama], lewat), nama
            )
        kontak = kembar.work_contact_id
        self.assertEqual(kontak.commercial_partner_id, kontak)

    def test_nothing_of_the_pattern_remains_but_defaults(self):
        _satu, massal = self._banyak()
        pola, lain, kembar = massal[0], massal[5], massal[-1]
        self.assertEqual((pola.pin, lain.pin, kembar.pin), ("1234", "1234", False))
        self.assertEqual((kembar.job_id.id, kembar.job_title), (False, False))
        self.assertFalse(kembar.agama)
        self.assertEqual(
            (lain.nama_lengkap, lain.job_title), ("dr. Orang f", "Analis Uji")
        )
        self.assertEqual(len(set(massal.mapped("resource_id.id"))), 13)
        self.assertEqual(len(set(massal.mapped("work_contact_id.id"))), 13)
        self.assertEqual(massal.mapped("company_id"), self.env.company)

    def test_constraints_run_for_people_after_a_pattern(self):
        vals = [
            {"name": f"Orang {chr(97 + n)}", "nip": f"19850317201001{2200 + n}"}
            for n in range(12)
        ]
        for rusak in ({"nip": "19850317201001221"}, {"nik": "123"}, {"name": "Budi 4"}):
            with self.subTest(rusak=rusak), self.assertRaises(ValidationError):
                with self.cr.savepoint():
                    self.env["hr.employee"]._asn_create_bulk(
                        [*vals, {"name": "Budi", "nip": "198503172010012299", **rusak}]
                    )
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            with self.cr.savepoint():
                self.env["hr.employee"]._asn_create_bulk([*vals, dict(vals[3])])

    def test_bulk_resource_and_contact_equal(self):
        satu, massal = self._pasangan()
        for nama in ("name", "company_id", "calendar_id", "tz", "resource_type"):
            self.assertEqual(satu.resource_id[nama], massal.resource_id[nama], nama)
        for nama in ("name", "email", "phone", "company_id", "type", "employee"):
            self.assertEqual(
                satu.work_contact_id[nama], massal.work_contact_id[nama], nama
            )

    def test_nobody_gets_a_stored_avatar(self):
        admin = self.orang("massal_admin", ("admin_sistem",))
        biasa = self.env["hr.employee"].with_user(admin.user_id).create({"name": "X"})
        for pegawai in (*self._pasangan(), biasa.sudo()):
            gambar = self.env["ir.attachment"].search(
                [
                    ("res_model", "in", ("hr.employee", "res.partner")),
                    ("res_id", "in", (pegawai.id, pegawai.work_contact_id.id)),
                    ("res_field", "like", "image"),
                ]
            )
            self.assertFalse(gambar)
            self.assertTrue(pegawai.avatar_128)

    def test_bulk_queries_do_not_grow_with_people(self):
        def vals(mulai, jumlah):
            return [
                {
                    "name": f"Orang {chr(97 + i % 26)}",
                    "nip": f"19850317201001{2000 + i}",
                }
                for i in range(mulai, mulai + jumlah)
            ]

        Pegawai = self.env["hr.employee"]
        Pegawai._asn_create_bulk(vals(100, 2))
        awal = self.cr.sql_log_count
        Pegawai._asn_create_bulk(vals(200, 10))
        self.env.flush_all()
        sepuluh = self.cr.sql_log_count - awal
        awal = self.cr.sql_log_count
        Pegawai._asn_create_bulk(vals(300, 100))
        self.env.flush_all()
        seratus = self.cr.sql_log_count - awal
        self.assertLessEqual((seratus - sepuluh) / 90, 0.3)


class TestAkun(PegawaiCommon, TransactionCase):
    """Accounts without password, and the invitation."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.env["hr.employee"]._asn_create_bulk(
            [{"name": "Siti", "nip": NIP_P}, {"name": "Tanpa Apa"}]
        )

    def test_account_is_linked_and_sees_only_itself(self):
        kontak = self.pegawai[0].work_contact_id
        users = self.pegawai._asn_buat_akun()

        self.assertEqual(users.login, NIP_P)
        self.assertEqual(self.pegawai[0].user_id, users)
        self.assertEqual(self.pegawai[0].resource_id.user_id, users)
        self.assertEqual(users.partner_id, kontak)
        self.assertEqual(users.employee_id, self.pegawai[0])
        self.assertEqual(
            self.env["hr.employee"].with_user(users).search([]), self.pegawai[0]
        )
        self.assertTrue(users.has_group("asn_base.group_pegawai"))

    def test_repeating_creates_nobody_twice(self):
        self.pegawai._asn_buat_akun()
        self.assertFalse(self.pegawai._asn_buat_akun())

    def test_account_has_no_password_and_an_invitation(self):
        users = self.pegawai._asn_buat_akun()
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", users.ids)
        self.assertIsNone(self.env.cr.fetchone()[0])
        tautan = self.env["hr.employee"]._asn_tautan_undangan(users)[users]
        token = tautan.split("token=")[1]
        partner = self.env["res.partner"]._get_partner_from_token(token)
        self.assertEqual(partner, users.partner_id)

    def test_only_the_system_administrator_creates_accounts(self):
        for peran in ("fasilitator", "kepala_badan", "admin_utama"):
            user = self.orang(f"akun_{peran}", (peran,), unit=self.dinas_a).user_id
            with self.assertRaisesRegex(Exception, "system administrator|sistem"):
                self.pegawai.with_user(user).action_buat_akun()
        admin = self.orang("akun_admin", ("admin_sistem",)).user_id
        self.pegawai.with_user(admin).action_buat_akun()
        self.assertTrue(self.pegawai[0].user_id)

    def test_first_account_does_not_subscribe_the_city(self):
        umum = self.env.ref("mail.channel_all_employees", raise_if_not_found=False)
        self.assertFalse(umum.group_ids if umum else False)
        users = self.pegawai._asn_buat_akun()
        if umum:
            self.assertNotIn(users.partner_id, umum.channel_partner_ids)

    def test_roles_replace_groups_and_keep_pegawai(self):
        users = self.pegawai._asn_buat_akun()
        role = self.env.ref("asn_base.role_fasilitator")
        users.write({"role_line_ids": [Command.create({"role_id": role.id})]})
        self.assertTrue(users.has_group("asn_base.group_pegawai"))
        self.assertTrue(users.has_group("asn_base.group_fasilitator"))
