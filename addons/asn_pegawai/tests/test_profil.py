from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger

from ..models.asn_kelengkapan_unsur import MEDAN
from .common import PegawaiCommon


class ProfilCommon(PegawaiCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.orang(
            "profil_p", unit=cls.bidang_a, tanggal_lahir=date(1985, 3, 17)
        )
        cls.jabatan(cls.pegawai, cls.jab_pelaksana, cls.bidang_a)
        cls.kepala = cls.orang("profil_kepala", ("pimpinan",), unit=cls.dinas_a)
        cls.jabatan(cls.kepala, cls.jab_kepala_a, cls.dinas_a)
        cls.fasilitator = cls.orang(
            "profil_fas", ("fasilitator",), unit=cls.dinas_b
        ).user_id
        cls.fasilitator.asn_unit_ids = cls.dinas_a
        cls.admin = cls.orang("profil_admin", ("admin_sistem",)).user_id
        cls.utama = cls.orang("profil_utama", ("admin_utama",)).user_id
        cls.lain = cls.orang("profil_lain", unit=cls.dinas_b).user_id

    def sebagai(self, user):
        return self.pegawai.with_user(user)

    def model(self, user, bagian):
        return {j["model"] for j in self.sebagai(user).get_riwayat(bagian)["jenis"]}


class TestPanel(ProfilCommon, TransactionCase):
    """The riwayat on the profile page, by group and by reader."""

    def test_every_riwayat_is_in_its_group(self):
        """LL-11-2-a LL-11-2-b LL-11-2-c LL-11-2-d LL-11-2-e: five groups."""
        daftar = self.env["asn.riwayat.mixin"]._daftar_riwayat()
        ada = []
        for bagian in ("pribadi", "kualifikasi", "kompetensi", "kinerja", "pendukung"):
            ada += [
                j["model"]
                for j in self.sebagai(self.admin).get_riwayat(bagian)["jenis"]
            ]
        self.assertEqual(ada, list(daftar))

    def test_a_row_tells_status_source_decree_and_main_columns(self):
        """LL-11-3-k: grades come from their decrees."""
        baris = self.golongan(self.pegawai, self.gol_iiia, date(2020, 4, 1))
        data = self.sebagai(self.pegawai.user_id).get_riwayat("pendukung")
        jenis = next(j for j in data["jenis"] if j["model"] == "asn.riwayat.golongan")
        satu = jenis["baris"][0]
        self.assertEqual(satu["id"], baris.id)
        self.assertIn("III/a", satu["judul"])
        self.assertEqual(satu["tmt"], "01-04-2020")
        self.assertEqual(satu["nomor"], "SK-2020-04-01")
        self.assertEqual(satu["status"], "sah")
        self.assertTrue(satu["sumber"])
        self.assertEqual((data["cara"], jenis["boleh_tambah"]), (False, False))

    def test_kinds_out_of_reach_are_not_even_named(self):
        semua = self.model(self.admin, "pendukung") | self.model(self.admin, "pribadi")
        for user, tertutup in (
            (self.pegawai.user_id, set()),
            (self.kepala.user_id, {"asn.riwayat.hukuman", "asn.riwayat.keluarga"}),
            (self.utama, {"asn.riwayat.hukuman", "asn.riwayat.gaji"}),
            (self.fasilitator, {"asn.riwayat.hukuman"}),
        ):
            ada = self.model(user, "pendukung") | self.model(user, "pribadi")
            self.assertFalse(tertutup & ada, user.login)
            self.assertTrue(tertutup < semua)
        self.assertIn("asn.riwayat.keluarga", self.model(self.fasilitator, "pribadi"))
        self.assertIn("asn.riwayat.gaji", self.model(self.kepala.user_id, "pendukung"))

    def test_rows_of_others_stay_closed(self):
        for metode, argumen in (
            ("get_riwayat", ("pendukung",)),
            ("get_ringkasan", ()),
            ("get_karier", ()),
            ("get_mutu", ()),
            ("action_isi", ("medan:nik",)),
        ):
            with self.assertRaises(AccessError), mute_logger("odoo.models"):
                getattr(self.sebagai(self.lain), metode)(*argumen)

    def test_unknown_group_and_target_are_refused(self):
        orang = self.sebagai(self.admin)
        with self.assertRaises(UserError):
            orang.get_riwayat("rahasia")
        for target in ("", "x", "medan:tidak_ada", "riwayat:res.users", "koreksi:a,b"):
            with self.assertRaises(UserError):
                orang.action_isi(target)
        self.assertEqual(orang.get_riwayat("pribadi", "res.users")["jenis"], [])

    def test_long_histories_come_in_two_steps(self):
        for tahun in range(1990, 2020):
            self.contoh_riwayat(
                "asn.riwayat.cuti",
                self.pegawai,
                tmt=date(tahun, 3, 1),
                tanggal_mulai=date(tahun, 3, 1),
                tanggal_selesai=date(tahun, 3, 2),
            )
        orang = self.sebagai(self.pegawai.user_id)
        pilih = {j["model"]: j for j in orang.get_riwayat("pendukung")["jenis"]}[
            "asn.riwayat.cuti"
        ]
        self.assertEqual((pilih["jumlah"], len(pilih["baris"])), (30, 12))
        semua = orang.get_riwayat("pendukung", "asn.riwayat.cuti")["jenis"]
        self.assertEqual([len(j["baris"]) for j in semua], [30])

    def test_only_officers_add_and_correct(self):
        baris = self.golongan(self.pegawai, self.gol_iiia, date(2020, 4, 1))
        koreksi = f"koreksi:asn.riwayat.golongan,{baris.id}"
        for user in (self.pegawai.user_id, self.kepala.user_id, self.fasilitator):
            for target in ("riwayat:asn.riwayat.golongan", koreksi, "medan:nik"):
                with self.assertRaises(AccessError):
                    self.sebagai(user).action_isi(target)
        aksi = self.sebagai(self.admin).action_isi("riwayat:asn.riwayat.golongan")
        self.assertEqual(aksi["context"], {"default_employee_id": self.pegawai.id})
        aksi = self.sebagai(self.admin).action_isi(koreksi)
        baru = self.env[aksi["res_model"]].browse(aksi["res_id"])
        self.assertEqual((baru.koreksi_dari_id, baru.status), (baris, "draft"))

    def test_a_row_of_another_person_is_not_corrected_here(self):
        baris = self.golongan(self.kepala, self.gol_iva, date(2020, 4, 1))
        with self.assertRaises(AccessError):
            self.sebagai(self.admin).action_isi(
                f"koreksi:asn.riwayat.golongan,{baris.id}"
            )


class TestKarier(ProfilCommon, TransactionCase):
    """The time axis of a career."""

    def test_stretches_join_and_closed_lanes_are_missing(self):
        self.golongan(self.pegawai, self.gol_iiia, date(2016, 4, 1))
        self.golongan(self.pegawai, self.gol_iiib, date(2020, 4, 1))
        self.contoh_riwayat("asn.riwayat.hukuman", self.pegawai, tmt=date(2019, 1, 1))
        jalur = {
            j["kunci"]: j
            for j in self.sebagai(self.pegawai.user_id).get_karier()["jalur"]
        }
        self.assertEqual(
            [(t["mulai"], t["selesai"]) for t in jalur["golongan"]["titik"]],
            [("2016-04-01", "2020-04-01"), ("2020-04-01", False)],
        )
        self.assertIn("hukuman", jalur)
        for user in (self.kepala.user_id, self.utama, self.fasilitator):
            kunci = [j["kunci"] for j in self.sebagai(user).get_karier()["jalur"]]
            self.assertIn("golongan", kunci)
            self.assertNotIn("hukuman", kunci)

    def test_drafts_are_no_career(self):
        self.env["asn.riwayat.golongan"].create(
            {
                "employee_id": self.pegawai.id,
                "golongan_id": self.gol_iiia.id,
                "tmt": date(2020, 1, 1),
            }
        )
        jalur = self.sebagai(self.admin).get_karier()["jalur"]
        self.assertNotIn("golongan", [j["kunci"] for j in jalur])


class TestKelengkapan(ProfilCommon, TransactionCase):
    """Completeness by group, by weights that are data."""

    def unsur(self, kode, **nilai):
        return self.env["asn.kelengkapan.unsur"].create(
            {"kode": kode, "bagian": "kompetensi", **nilai}
        )

    def test_fields_and_rows_count_by_weight(self):
        """LL-11-1: what a profile lacks is known for every person."""
        self.env["asn.kelengkapan.unsur"].search([]).unlink()
        self.unsur("nik", bobot=3)
        self.unsur("asn.riwayat.golongan", jenis="riwayat", bagian="pendukung")
        orang = self.pegawai
        self.assertEqual(orang.kelengkapan, 0)
        orang.nik = "1673011703850001"
        self.assertEqual((orang.kelengkapan, orang.kelengkapan_kompetensi), (75, 100))
        self.assertEqual(orang.kelengkapan_pendukung, 0)
        self.assertEqual(orang.kelengkapan_pribadi, 100)
        baris = self.golongan(orang, self.gol_iiia, date(2020, 4, 1))
        self.assertEqual((orang.kelengkapan, orang.kelengkapan_pendukung), (100, 100))
        baris._batalkan("uji")
        self.assertEqual(orang.kelengkapan, 75)

    def test_a_new_weight_counts_everybody_again(self):
        self.env["asn.kelengkapan.unsur"].search([]).unlink()
        self.unsur("nik")
        lain = self.unsur("npwp")
        self.pegawai.nik = "1673011703850001"
        self.assertEqual(self.pegawai.kelengkapan, 50)
        lain.bobot = 3
        self.assertEqual(self.pegawai.kelengkapan, 25)
        lain.unlink()
        self.assertEqual(self.pegawai.kelengkapan, 100)

    def test_old_rows_count_no_longer(self):
        self.env["asn.kelengkapan.unsur"].search([]).unlink()
        unsur = self.unsur("asn.riwayat.golongan", jenis="riwayat", bulan_maks=12)
        self.golongan(self.pegawai, self.gol_iiia, date(2020, 4, 1))
        self.assertEqual(self.pegawai.kelengkapan, 0)
        unsur.bulan_maks = 0
        self.assertEqual(self.pegawai.kelengkapan, 100)

    def test_what_is_asked_depends_on_the_status(self):
        kurang = self.pegawai.data_kurang
        self.assertIn("Karpeg", kurang)
        self.pegawai.status_pegawai = "pppk"
        self.assertNotIn("Karpeg", self.pegawai.data_kurang)

    def test_every_shipped_element_can_be_counted(self):
        unsur = self.env["asn.kelengkapan.unsur"]
        semua = unsur.search([])
        self.assertEqual(unsur._aktif(), semua)
        for satu in semua:
            self.assertNotEqual(satu.display_name, satu.kode)
        for nama in MEDAN:
            self.assertTrue(self.env["hr.employee"]._fields[nama].store, nama)

    def test_unknown_codes_and_weights_are_refused(self):
        for nilai in (
            {"kode": "password"},
            {"kode": "nik; DROP TABLE hr_employee"},
            {"kode": "res.users", "jenis": "riwayat"},
        ):
            with self.assertRaises(ValidationError):
                self.unsur(**nilai)
        with self.assertRaises(Exception), mute_logger("odoo.sql_db"):  # noqa: B017
            with self.cr.savepoint():
                self.unsur("tmt_gaji", bobot=0)

    def test_only_the_administrator_changes_weights(self):
        satu = self.env["asn.kelengkapan.unsur"].search([], limit=1)
        satu.with_user(self.admin).bobot = 2
        for user in (self.pegawai.user_id, self.fasilitator, self.utama):
            self.assertTrue(satu.with_user(user).bobot)
            with self.assertRaises(AccessError):
                satu.with_user(user).bobot = 5

    def test_missing_things_say_where_and_who(self):
        bagian = self.sebagai(self.pegawai.user_id).get_ringkasan()["kelengkapan"]
        kurang = [k for b in bagian["bagian"] for k in b["kurang"]]
        nik = next(k for k in kurang if k["target"] == "medan:nik")
        self.assertTrue(nik["pengisi"])
        self.assertFalse(nik["dapat"])
        bagian = self.sebagai(self.admin).get_ringkasan()["kelengkapan"]
        self.assertTrue(all(k["dapat"] for b in bagian["bagian"] for k in b["kurang"]))

    def test_units_can_be_compared(self):
        rata = (
            self.env["hr.employee"]
            .with_user(self.fasilitator)
            ._read_group(
                [], ["unit_id"], ["kelengkapan:avg", "kelengkapan_pribadi:avg"]
            )
        )
        unit = {u.id for u, *_angka in rata}
        self.assertIn(self.bidang_a.id, unit)

    def test_bulk_and_single_agree(self):
        self.golongan(self.pegawai, self.gol_iiia, date(2020, 4, 1))
        semua = self.env["hr.employee"].search([])
        sebelum = {p.id: (p.kelengkapan, p.kelengkapan_pendukung) for p in semua}
        self.env.cr.execute("UPDATE hr_employee SET kelengkapan = 7")
        semua._kelengkapan_massal()
        sesudah = {p.id: (p.kelengkapan, p.kelengkapan_pendukung) for p in semua}
        self.assertEqual(sebelum, sesudah)


class TestRingkasan(ProfilCommon, TransactionCase):
    """The first page of a profile."""

    def test_present_position(self):
        """LL-11-3-i LL-11-3-j: post and unit from the post history."""
        kini = self.sebagai(self.pegawai.user_id).get_ringkasan()["kini"]
        nilai = [k["nilai"] for k in kini]
        self.assertIn("Penelaah", nilai)
        self.assertIn("Bidang A1", nilai)
        self.assertIn("1 Januari 2020", " ".join(k["sub"] for k in kini))

    def test_contradictions_not_for_analysis(self):
        self.assertIsNotNone(self.sebagai(self.kepala.user_id).get_mutu())
        self.assertIsNone(self.sebagai(self.utama).get_mutu())

    def test_an_empty_profile_opens(self):
        kosong = self.env["hr.employee"].create({"name": "Kosong"})
        data = kosong.with_user(self.admin).get_ringkasan()
        self.assertEqual(data["peristiwa"], [])
        self.assertEqual(kosong.with_user(self.admin).get_karier()["jalur"], [])

    def test_every_letter_of_pasal_11_is_on_the_form(self):
        """LL-11-3-a LL-11-3-b LL-11-3-c LL-11-3-d LL-11-3-e LL-11-3-f LL-11-3-g
        LL-11-3-h LL-11-3-m LL-11-3-n LL-11-3-o LL-11-3-p LL-11-3-q LL-11-3-r
        LL-11-3-s LL-11-3-t: shown on the own profile."""
        from lxml import etree

        view = self.env.ref("asn_pegawai.hr_employee_view_form")
        arch = (
            self.env["hr.employee"]
            .with_user(self.pegawai.user_id)
            .get_views([(view.id, "form")])["views"]["form"]["arch"]
        )
        ada = {n.get("name") for n in etree.fromstring(arch).iter("field")}
        for medan in (
            "nip name gelar_depan gelar_belakang tempat_lahir tanggal_lahir"
            " jenis_kelamin status_perkawinan agama status_pegawai jenis_pegawai"
            " jabatan_id unit_id golongan_id mkg_tahun gaji_pokok no_karpeg"
            " no_karis_karsu no_bpjs_kesehatan nik npwp alamat_domisili"
            " email_pribadi work_email no_hp no_telepon data_tambahan"
        ).split():
            self.assertIn(medan, ada)
        halaman = [n.get("name") for n in etree.fromstring(arch).iter("page")]
        self.assertEqual(
            halaman,
            [
                "ringkasan",
                "pribadi",
                "kualifikasi",
                "kompetensi",
                "kinerja",
                "pendukung",
            ],
        )


class TestAnggaranProfil(ProfilCommon, TransactionCase):
    """A career of thirty years opens with as few queries as a new one."""

    def hitung(self, kerja):
        self.env.flush_all()
        self.env.invalidate_all()
        awal = self.cr.sql_log_count
        kerja()
        return self.cr.sql_log_count - awal

    def test_form_within_sixty_queries_cold(self):
        orang = self.sebagai(self.pegawai.user_id)
        view = self.env.ref("asn_pegawai.hr_employee_view_form")
        from lxml import etree

        arch = orang.get_views([(view.id, "form")])["views"]["form"]["arch"]
        nama = {n.get("name") for n in etree.fromstring(arch).iter("field")}
        spec = {
            n: {"fields": {"display_name": {}}} if orang._fields[n].relational else {}
            for n in nama
        }

        def buka():
            orang.web_read(spec)
            orang.get_ringkasan()
            orang.get_karier()

        buka()
        sedikit = self.hitung(buka)
        for tahun in range(1995, 2025):
            for model in (
                "asn.riwayat.golongan",
                "asn.riwayat.jabatan",
                "asn.riwayat.gaji",
                "asn.riwayat.cuti",
            ):
                self.contoh_riwayat(model, self.pegawai, tmt=date(tahun, 3, 1))
        self.env["hr.employee"]._asn_create_bulk(
            [{"name": "Orang Lain", "unit_id": self.bidang_a.id} for _n in range(60)]
        )
        penuh = self.hitung(buka)
        self.assertLessEqual(penuh, 60)
        self.assertLessEqual(penuh, sedikit + 4)

    def test_panel_queries_do_not_grow_with_rows(self):
        orang = self.sebagai(self.pegawai.user_id)
        jenis = len(orang.get_riwayat("pendukung")["jenis"])
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            self.contoh_riwayat(model, self.pegawai)
        sedikit = self.hitung(lambda: orang.get_riwayat("pendukung"))
        for tahun in range(1980, 2009):
            self.contoh_riwayat("asn.riwayat.gaji", self.pegawai, tmt=date(tahun, 3, 1))
        banyak = self.hitung(lambda: orang.get_riwayat("pendukung"))
        self.assertLessEqual(banyak, sedikit + 1)
        self.assertLessEqual(banyak, 8 + 4 * jenis)
