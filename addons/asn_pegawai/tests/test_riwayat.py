from datetime import date

from lxml import etree
from odoo.addons.asn_base.tests.common import PERAN
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import TransactionCase
from odoo.tools import mute_logger

from ..models.asn_riwayat_mixin import BAGIAN, KELAS
from .common import PegawaiCommon

PALSU = (True, 1, {}, "asn_riwayat_mesin", object())


class TestRiwayatTerkunci(PegawaiCommon, TransactionCase):
    """Every way in which a decided row could be changed or forged."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.orang("riwayat_admin", ("admin_sistem",))
        cls.pegawai = cls.orang("riwayat_pegawai", unit=cls.dinas_a)
        cls.sah = cls.golongan(cls.pegawai, cls.gol_iiia, date(2015, 3, 1))
        cls.Golongan = cls.env["asn.riwayat.golongan"].with_user(cls.admin.user_id)
        cls.draft_vals = {
            "employee_id": cls.pegawai.id,
            "golongan_id": cls.gol_iiib.id,
            "tmt": date(2019, 4, 1),
            "nomor_sk": "823/1/2019",
            "tanggal_sk": date(2019, 3, 1),
        }

    def _draft(self, **nilai):
        return self.Golongan.create({**self.draft_vals, **nilai})

    def test_admin_records_a_draft_and_makes_it_valid(self):
        baris = self._draft()
        self.assertEqual(baris.status, "draft")
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiia)

        baris.action_sahkan()

        self.assertEqual(baris.status, "sah")
        self.assertEqual(baris.disahkan_oleh_id, self.admin.user_id)
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)

    def test_valid_row_refuses_write_by_everybody(self):
        for baris in (
            self.sah,
            self.sah.sudo(),
            self.sah.with_user(self.admin.user_id),
        ):
            for vals in (
                {"golongan_id": self.gol_iva.id},
                {"status": "draft"},
                {"catatan": "x"},
                {"employee_id": self.admin.id},
            ):
                with self.subTest(vals=vals), self.assertRaises(UserError):
                    baris.write(vals)

    def test_valid_row_refuses_write_with_forged_context(self):
        for palsu in PALSU:
            with self.subTest(palsu=palsu), self.assertRaises(UserError):
                self.sah.with_context(asn_riwayat_mesin=palsu).write({"catatan": "x"})
            with self.subTest(palsu=palsu), self.assertRaises(AccessError):
                self.Golongan.with_context(asn_riwayat_mesin=palsu).create(
                    {**self.draft_vals, "status": "sah"}
                )

    def test_valid_row_refuses_change_through_the_employee(self):
        pegawai = self.pegawai.with_user(self.admin.user_id)
        for perintah in (
            Command.update(self.sah.id, {"catatan": "x"}),
            Command.delete(self.sah.id),
            Command.create({**self.draft_vals, "status": "sah"}),
            Command.set([]),
        ):
            with self.subTest(perintah=perintah), self.assertRaises(UserError):
                pegawai.write({"riwayat_golongan_ids": [perintah]})
                self.env.flush_all()

    def test_valid_row_refuses_deletion(self):
        for baris in (self.sah, self.sah.with_user(self.admin.user_id)):
            with self.assertRaises(UserError):
                baris.unlink()

    def test_create_with_forged_status_refused(self):
        for vals in (
            {"status": "sah"},
            {"status": "batal"},
            {"disahkan_oleh_id": self.admin.user_id.id},
            {"disahkan_pada": "2020-01-01 00:00:00"},
            {"sumber": "layanan"},
            {"sumber": "impor"},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self._draft(**vals)

    def test_web_save_with_forged_status_refused(self):
        with self.assertRaises(AccessError):
            self.Golongan.web_save({**self.draft_vals, "status": "sah"}, {})
        baris = self._draft()
        with self.assertRaises(AccessError):
            baris.web_save({"status": "sah"}, {})

    def test_default_of_context_does_not_make_valid(self):
        with self.assertRaises(AccessError):
            self.Golongan.with_context(default_status="sah").create(self.draft_vals)

    def test_personal_default_does_not_make_valid(self):
        self.env["ir.default"].with_user(self.admin.user_id).set(
            "asn.riwayat.golongan", "status", "sah", user_id=True
        )
        with self.assertRaises(AccessError):
            self.Golongan.create(self.draft_vals)

    @mute_logger("odoo.sql_db")
    def test_import_does_not_make_valid(self):
        self.admin.user_id.group_ids += self.env.ref("base.group_allow_export")
        hasil = self.Golongan.load(
            ["employee_id/.id", "golongan_id/.id", "tmt", "nomor_sk", "status"],
            [[str(self.pegawai.id), str(self.gol_iiib.id), "2019-04-01", "X", "sah"]],
        )
        self.assertFalse(hasil["ids"])

    def test_copy_of_a_valid_row_is_a_draft(self):
        salinan = self.sah.with_user(self.admin.user_id).copy()
        self.assertEqual(salinan.status, "draft")
        self.assertFalse(salinan.disahkan_oleh_id)

    def test_pegawai_records_nothing(self):
        Golongan = self.env["asn.riwayat.golongan"].with_user(self.pegawai.user_id)
        with self.assertRaises(AccessError):
            Golongan.create(self.draft_vals)
        with self.assertRaises(AccessError):
            self._draft().with_user(self.pegawai.user_id).action_sahkan()

    def test_validating_twice_refused(self):
        baris = self._draft()
        baris.action_sahkan()
        with self.assertRaises(UserError):
            baris.action_sahkan()

    def test_row_without_decree_is_not_made_valid(self):
        with self.assertRaisesRegex(UserError, "Nomor SK"):
            self._draft(nomor_sk=False).action_sahkan()

    def test_same_tmt_twice_refused(self):
        with self.assertRaisesRegex(ValidationError, "PRF-K-02"):
            self.golongan(self.pegawai, self.gol_iiib, date(2015, 3, 1))

    def test_lower_grade_later_refused_except_demotion(self):
        self.golongan(self.pegawai, self.gol_iva, date(2022, 4, 1))
        with self.assertRaises(ValidationError):
            self.golongan(self.pegawai, self.gol_iiib, date(2023, 4, 1))
        self.golongan(self.pegawai, self.gol_iiib, date(2024, 4, 1), jenis_kp="hukuman")
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)

    def test_correction_of_another_person_refused(self):
        with self.assertRaises(ValidationError):
            self.golongan(
                self.admin, self.gol_iiia, date(2015, 3, 1), koreksi_dari_id=self.sah.id
            )

    def test_correction_button_opens_a_draft(self):
        aksi = self.sah.with_user(self.admin.user_id).action_koreksi()
        baru = self.Golongan.browse(aksi["res_id"])
        self.assertEqual((baru.status, baru.koreksi_dari_id), ("draft", self.sah))

        baru.golongan_id = self.gol_iiib
        baru.action_sahkan()
        self.assertEqual(self.sah.status, "dikoreksi")
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)


class TestRiwayatSemua(PegawaiCommon, TransactionCase):
    """What holds for every riwayat model, also those added later."""

    def _models(self):
        return self.env["asn.riwayat.mixin"]._daftar_riwayat()

    def test_there_are_the_known_ones(self):
        for nama in ("golongan", "jabatan", "pendidikan", "gaji", "cuti"):
            self.assertIn(f"asn.riwayat.{nama}", self._models())

    def test_registry_is_complete_and_in_order(self):
        """LL-11-2-a to -e: every history belongs to one part of the profile."""
        konkret = {
            nama
            for nama, kelas in self.env.registry.items()
            if not kelas._abstract and "asn.riwayat.mixin" in kelas._inherit_module
        }
        self.assertEqual(set(self._models()), konkret)
        letak = []
        for nama in self._models():
            kelas = self.env.registry[nama]
            with self.subTest(model=nama):
                self.assertIn(kelas._bagian, BAGIAN)
                self.assertIn(kelas._kelas, KELAS)
                self.assertIn(kelas._usulan, ("fasilitator", "bkpsdm", None))
                self.assertLessEqual(len(kelas._kolom_utama), 4)
                self.assertGreaterEqual(len(kelas._kolom_utama), 2)
                self.assertFalse(set(kelas._kolom_utama) - set(kelas._fields))
                self.assertFalse(set(kelas._WAJIB_SAH) - set(kelas._fields))
                self.assertTrue(kelas._jenis_dokumen)
            letak.append((BAGIAN.index(kelas._bagian), kelas._urutan))
        self.assertEqual(letak, sorted(set(letak)), "two kinds at one place")

    def test_registry_reads_no_database(self):
        self.env.registry.clear_cache()
        with self.assertQueryCount(0):
            self.env["asn.riwayat.mixin"]._daftar_riwayat()

    def test_each_has_its_rules_and_access(self):
        """LL-13-1: every role has exactly the access of the class, no rule lacks."""
        for nama in self._models():
            with self.subTest(model=nama):
                aturan = self.env["ir.rule"].search([("model_id.model", "=", nama)])
                ada = {
                    (a.groups.get_external_id()[a.groups.id], a.domain_force)
                    for a in aturan
                }
                wajib = {
                    (grup, domain)
                    for _n, grup, domain in self.env["ir.rule"]._asn_aturan_riwayat(
                        nama
                    )
                }
                self.assertEqual(ada, wajib)
                Model = self.env[nama]
                for peran, user in self._pengguna().items():
                    petugas = peran == "admin_sistem"
                    self.assertTrue(Model.with_user(user).has_access("read"), peran)
                    for hak in ("write", "create", "unlink"):
                        self.assertEqual(
                            Model.with_user(user).has_access(hak), petugas, peran
                        )

    def _pengguna(self):
        """Return an account per role, all of them in one unit that each knows."""
        if not hasattr(self, "_ada"):
            self._ada = {p: self.buat_user(f"semua_{p}", (p,)) for p in PERAN}
            unit = self.buat_unit("Dinas Riwayat")
            self._ada["fasilitator"].asn_unit_ids = unit
            kepala = self.orang("semua_kepala_unit", ("pimpinan",), unit=unit)
            unit.manager_id = kepala
            self._ada["pimpinan"] = kepala.user_id
            self._korban = self.orang("semua_korban", unit=unit)
            self._ada["sendiri"] = self._korban.user_id
        return self._ada

    def test_rows_by_class(self):
        """LL-13-1: rahasia not for analysis; spesifik for owner and keepers."""
        terbuka = {"sendiri", "pimpinan", "fasilitator", "admin_sistem"}
        terbuka |= {"admin_utama", "kepala_badan"}
        harap = {
            "umum": terbuka,
            "terbatas": terbuka,
            "rahasia": terbuka - {"admin_utama"},
            "spesifik": {"sendiri", "admin_sistem", "kepala_badan"},
        }
        self._pengguna()
        for nama in self._models():
            kelas = self.env.registry[nama]
            boleh = harap[kelas._kelas] | set(kelas._cakupan_tambahan)
            baris = self.contoh_riwayat(nama, self._korban)
            for peran, user in self._ada.items():
                with self.subTest(model=nama, peran=peran):
                    self.assertEqual(
                        bool(self.env[nama].with_user(user).search([]) & baris),
                        peran in boleh,
                    )

    def test_base_views_serve_every_kind(self):
        petugas = self.buat_user("semua_petugas", ("admin_sistem",))
        for nama in self._models():
            for jenis in ("list", "form", "kanban", "search"):
                with self.subTest(model=nama, jenis=jenis):
                    hasil = self.env[nama].with_user(petugas).get_view(False, jenis)
                    arch = etree.fromstring(hasil["arch"])
                    medan = {n.get("name") for n in arch.iter("field")}
                    self.assertIn("employee_id", medan)
                    if jenis in ("list", "kanban"):
                        self.assertIn(self.env.registry[nama]._kolom_utama[0], medan)
            terbuka = [
                n.get("name")
                for n in etree.fromstring(
                    self.env[nama].with_user(petugas).get_view(False, "form")["arch"]
                ).iter("field")
                if n.get("readonly") in (None, "0", "False")
            ]
            # What the model closes by itself needs no attribute of the view.
            self.assertEqual(
                [n for n in terbuka if not self.env[nama]._fields[n].readonly],
                [],
                nama,
            )

    def test_each_has_a_name_to_search_by(self):
        for nama in self._models():
            kelas = self.env.registry[nama]
            with self.subTest(model=nama):
                self.assertIn(kelas._rec_name, kelas._fields)
                self.assertFalse(
                    self.env[nama].search([("display_name", "=", "tidak-ada")])
                )

    def test_each_can_be_corrected(self):
        for nama in self._models():
            with self.subTest(model=nama):
                kolom = self.env[nama]._fields["koreksi_dari_id"]
                self.assertEqual(kolom.comodel_name, nama)
