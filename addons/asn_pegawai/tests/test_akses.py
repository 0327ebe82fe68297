import base64
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import NIK_P, NIP_P, PegawaiCommon

PIKSEL = (
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    b"WjR9awAAAABJRU5ErkJggg=="
)
#: Roles with no more than their own row.
HANYA_SENDIRI = ("pegawai", "admin_aplikasi", "validator", "penandatangan", "monev")


@tagged("post_install", "-at_install")
class TestAkses(PegawaiCommon, TransactionCase):
    """Row scope of every role, by every route reachable in process."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.korban = cls.orang(
            "akses_korban",
            unit=cls.dinas_b,
            nip=NIP_P,
            nik=NIK_P,
            tanggal_lahir=date(1985, 3, 17),
        )
        cls.jabatan(cls.korban, cls.jab_pelaksana, cls.dinas_b)
        cls.riwayat = cls.golongan(
            cls.korban, cls.gol_iiia, date(2015, 3, 1), nomor_sk="SK-KORBAN"
        )
        cls.lampiran = cls.env["ir.attachment"].create(
            {
                "name": "ktp.png",
                "datas": PIKSEL,
                "res_model": "hr.employee",
                "res_id": cls.korban.id,
            }
        )
        cls.staf = cls.orang("akses_staf", unit=cls.bidang_a)
        cls.peran_lain = {
            peran: cls.orang(f"akses_{peran}", (peran,), unit=cls.bidang_a)
            for peran in (*HANYA_SENDIRI, "fasilitator", "pimpinan")
        }
        cls.peran_lain["fasilitator"].user_id.asn_unit_ids = cls.dinas_a
        cls.bidang_a.manager_id = cls.peran_lain["pimpinan"]
        cls.env.flush_all()

    def _sebagai(self, peran):
        self.env.invalidate_all()
        return self.env["hr.employee"].with_user(self.peran_lain[peran].user_id)

    def test_rows_per_role(self):
        """LL-4-2-b, LL-4-4-b: Kepala Badan has the whole city, others a part."""
        semua = self.env["hr.employee"].search([])
        di_a = semua.filtered(lambda p: p.unit_id in (self.dinas_a | self.bidang_a))
        for peran, orang in self.peran_lain.items():
            harap = orang if peran in HANYA_SENDIRI else di_a
            with self.subTest(peran=peran):
                self.assertEqual(self._sebagai(peran).search([]).sudo(), harap)
        for peran in ("admin_sistem", "kepala_badan", "admin_utama"):
            user = self.buat_user(f"semua_{peran}", (peran,))
            with self.subTest(peran=peran):
                Pegawai = self.env["hr.employee"].with_user(user)
                self.assertEqual(Pegawai.search([]).sudo(), semua)

    def test_out_of_scope_row_closed_by_every_route(self):
        for peran in self.peran_lain:
            Pegawai = self._sebagai(peran)
            korban = Pegawai.browse(self.korban.id)
            with self.subTest(peran=peran):
                for jalan in (
                    lambda k=korban: k.read(["nip"]),
                    lambda k=korban: k.read(["name"]),
                    lambda k=korban: k.web_read({"nama_lengkap": {}}),
                    lambda k=korban: k.write({"no_hp": "081"}),
                    lambda k=korban: k.unlink(),
                    lambda k=korban: k.copy(),
                    lambda k=korban: k.action_archive(),
                    lambda k=korban: k.export_data(["nip"]),
                    lambda k=korban: k.image_1920,
                ):
                    # Export is refused by its own group, as a UserError.
                    with self.assertRaises(UserError):
                        jalan()
                self.assertFalse(Pegawai.search([("nip", "=", NIP_P)]))
                self.assertFalse(Pegawai.search([("cari", "ilike", NIP_P[:10])]))
                self.assertFalse(Pegawai.name_search(NIP_P))
                hasil = Pegawai.web_search_read([("nip", "=", NIP_P)], {"nip": {}})
                self.assertEqual(hasil["length"], 0)
                self.assertFalse(Pegawai._read_group([("nip", "=", NIP_P)], ["nip"]))
                kelompok = Pegawai.formatted_read_group([], ["nip"], ["__count"])
                self.assertNotIn(NIP_P, str(kelompok))

    def test_riwayat_of_others_closed(self):
        for peran in self.peran_lain:
            user = self.peran_lain[peran].user_id
            Golongan = self.env["asn.riwayat.golongan"].with_user(user)
            with self.subTest(peran=peran):
                self.assertFalse(Golongan.search([("nomor_sk", "=", "SK-KORBAN")]))
                self.assertFalse(Golongan.search([("employee_id.nip", "=", NIP_P)]))
                with self.assertRaises(AccessError):
                    Golongan.browse(self.riwayat.id).read(["nomor_sk"])
                with self.assertRaises(AccessError):
                    Golongan.create(
                        {
                            "employee_id": self.korban.id,
                            "golongan_id": self.gol_iva.id,
                            "tmt": "2020-01-01",
                        }
                    )

    def test_attachments_of_others_closed(self):
        for peran in self.peran_lain:
            user = self.peran_lain[peran].user_id
            Lampiran = self.env["ir.attachment"].with_user(user)
            with self.subTest(peran=peran):
                self.assertFalse(Lampiran.search([("name", "=", "ktp.png")]))
                with self.assertRaises(AccessError):
                    Lampiran.browse(self.lampiran.id).read(["datas"])

    def test_own_row_is_read_whole_and_not_written(self):
        orang = self._sebagai("pegawai").search([])
        orang.sudo().write({"nip": "199011052023211015", "no_hp": "08123456789"})
        for nama in ("nip", "no_hp", "nama_lengkap", "gaji_pokok", "anomali"):
            orang.read([nama])
        for vals in ({"no_hp": "0800"}, {"name": "Ganti"}, {"unit_id": 1}):
            with self.assertRaises(AccessError):
                orang.write(vals)

    def test_facilitator_reads_her_unit_only_until_revoked(self):
        Pegawai = self._sebagai("fasilitator")
        self.assertIn(self.staf, Pegawai.search([]).sudo())
        self.peran_lain["fasilitator"].user_id.asn_unit_ids = False
        self.env.invalidate_all()
        self.assertEqual(Pegawai.search([]).sudo(), self.peran_lain["fasilitator"])

    def test_moved_person_leaves_the_scope(self):
        Pegawai = self._sebagai("fasilitator")
        self.jabatan(self.staf, self.jab_pelaksana, self.dinas_b, date(2024, 1, 1))
        self.assertNotIn(self.staf, Pegawai.search([]).sudo())
        with self.assertRaises(AccessError):
            Pegawai.browse(self.staf.id).read(["nip"])

    def test_confidential_fields_closed_for_analysis(self):
        user = self.orang("akses_utama", ("admin_utama",)).user_id
        korban = self.korban.with_user(user)
        self.assertEqual(korban.read(["nip"])[0]["nip"], NIP_P)
        for nama in ("nik", "npwp", "gaji_pokok", "no_hp", "riwayat_gaji_ids"):
            with self.subTest(field=nama), self.assertRaises(AccessError):
                korban.read([nama])
        for domain in ([("nik", "=", NIK_P)], [("gaji_pokok", ">", 0)]):
            with self.assertRaises(AccessError):
                korban.search(domain)
        with self.assertRaises(AccessError):
            korban.formatted_read_group([], ["nik"], ["__count"])
        # Debug mode names the groups in the message; "!" must not break it.
        user.group_ids += self.env.ref("base.group_no_one")
        with self.assertRaises(AccessError):
            korban.read(["nik"])

    def test_directory_shows_public_class_only(self):
        user = self.peran_lain["pegawai"].user_id
        Publik = self.env["hr.employee.public"].with_user(user)
        baris = Publik.browse(self.korban.id).read(["nama_lengkap", "unit_id"])
        self.assertEqual(baris[0]["unit_id"][0], self.dinas_b.id)
        for nama in ("nip", "nik", "no_hp", "gaji_pokok", "tanggal_lahir"):
            self.assertNotIn(nama, Publik._fields)

    def test_photo_of_a_colleague_only_through_the_directory(self):
        self.korban.image_1920 = PIKSEL
        user = self.peran_lain["pegawai"].user_id
        self.assertTrue(
            base64.b64decode(
                self.env["hr.employee.public"]
                .with_user(user)
                .browse(self.korban.id)
                .image_128
            )
        )
        with self.assertRaises(AccessError):
            self.korban.with_user(user).read(["image_128"])

    def test_links_to_people_open_what_may_be_read(self):
        user = self.peran_lain["fasilitator"].user_id
        for orang, model in (
            (self.staf, "hr.employee"),
            (self.korban, "hr.employee.public"),
        ):
            action = orang.with_user(user).get_formview_action()
            self.assertEqual(action["res_model"], model)
            action = orang.sudo().get_formview_action(access_uid=user.id)
            self.assertEqual(action["res_model"], model)

    def test_people_of_a_unit_open_the_directory_for_colleagues(self):
        user = self.peran_lain["pegawai"].user_id
        action = self.dinas_b.with_user(user).action_employee_from_department()
        self.assertEqual(action["res_model"], "hr.employee.public")
        admin = self.buat_user("pintu_admin", ("admin_sistem",))
        action = self.dinas_b.with_user(admin).action_employee_from_department()
        self.assertEqual(action["res_model"], "hr.employee")

    def test_units_with_read_access_are_the_own_scope(self):
        Unit = self.env["hr.department"]
        user = self.peran_lain["pegawai"].user_id
        self.assertFalse(Unit.with_user(user).search([("has_read_access", "=", True)]))
        user = self.peran_lain["fasilitator"].user_id
        self.assertEqual(
            Unit.with_user(user).search([("has_read_access", "=", True)]),
            self.dinas_a | self.bidang_a,
        )

    def test_owner_cannot_post_in_the_chatter_of_hr(self):
        orang = self._sebagai("pegawai").search([])
        with self.assertRaises(AccessError):
            orang.message_post(body="x")

    def test_version_of_core_is_closed(self):
        for peran in self.peran_lain:
            user = self.peran_lain[peran].user_id
            Versi = self.env["hr.version"].with_user(user)
            with self.subTest(peran=peran), self.assertRaises(AccessError):
                Versi.search([])

    def test_profile_action_opens_the_own_row(self):
        orang = self.peran_lain["pegawai"]
        action = self._sebagai("pegawai").action_profil_saya()
        self.assertEqual(
            (action["res_model"], action["res_id"]), ("hr.employee", orang.id)
        )
        tanpa = self.buat_user("tanpa_pegawai")
        action = self.env["hr.employee"].with_user(tanpa).action_profil_saya()
        self.assertEqual(action["res_model"], "hr.employee.public")

    def test_home_page_card_for_every_role(self):
        for peran, orang in self.peran_lain.items():
            data = self.env["asn.beranda"].with_user(orang.user_id).get_data()
            kartu = [b for b in data["bagian"] if b["key"] == "profil"]
            with self.subTest(peran=peran):
                self.assertEqual(kartu[0]["isi"]["nama"], orang.nama_lengkap)

    def test_company_rules_have_one_arm(self):
        for nama in ("hr.hr_employee_comp_rule", "hr.hr_employee_public_comp_rule"):
            domain = self.env.ref(nama).domain_force
            self.assertEqual(domain, "[('company_id', 'in', company_ids)]")

    def test_indexes_for_a_hundred_thousand_people(self):
        self.env.cr.execute(
            "SELECT indexname, indexdef FROM pg_indexes"
            " WHERE tablename IN ('hr_employee', 'asn_riwayat_golongan')"
        )
        ada = dict(self.env.cr.fetchall())
        for nama in (
            "hr_employee_nama_idx",
            "hr_employee_unit_idx",
            "hr_employee_versi_idx",
            "asn_riwayat_golongan_terbaru_idx",
        ):
            self.assertIn(nama, ada)
        trigram = [d for d in ada.values() if "gin_trgm_ops" in d]
        for kolom in ("nip", "nama_lengkap", "name", "work_email"):
            with self.subTest(kolom=kolom):
                self.assertTrue(
                    [
                        d
                        for d in trigram
                        if f"({kolom} " in d or f"(unaccent({kolom}" in d or kolom in d
                    ]
                )
