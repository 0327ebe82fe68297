from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from .test_layanan_kgb import KgbCommon


@tagged("post_install", "-at_install")
class TestHakDraf(KgbCommon, TransactionCase):
    """Drafts that are ready when the window opens (services.md 5.3), on 2 March 2026."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kgb.is_draf_otomatis = True
        for nama in ("pegawai2", "fasilitator", "monev", "admin_sistem", "atasan"):
            cls.gaji(cls.u[nama].employee_id, date(2024, 4, 1), 4, 3089300)
        cls.Hak = cls.env["asn.hak.layanan"]
        cls.Hak._segarkan()

    def draf(self, nama="pegawai"):
        """Return the drafts of an increment of a person."""
        return self.env["asn.permohonan"].search(
            [
                ("employee_id", "=", self.u[nama].employee_id.id),
                ("layanan_id", "=", self.kgb.id),
                ("state", "=", "draft"),
            ]
        )

    def kabar(self, nama):
        """Return the titles of the notices of a user, newest first."""
        return (
            self.env["asn.pemberitahuan"]
            .search([("user_id", "=", self.u[nama].id)])
            .mapped("judul")
        )

    def test_due_increment_gets_a_draft_that_is_filled_in(self):
        self.Hak._cron_siapkan_draf()
        draf = self.draf()
        self.assertEqual(
            (draf.kgb_tmt, draf.kgb_langkah, draf.kgb_gaji_baru),
            (date(2026, 4, 1), 6, 3186600),
        )
        self.assertTrue(draf.is_draf_siap)
        self.assertEqual(draf.pengaju_id, self.u["pegawai"])
        self.assertFalse(draf._berkas_kurang(), "taken from the archive")
        self.assertIn("siap", self.kabar("pegawai")[0])
        self.assertIn("unit Anda", self.kabar("fasilitator")[0])
        Hak = self.Hak.with_user(self.u["fasilitator"])
        siap = [("is_berdraf", "=", True), ("employee_id", "=", self.pegawai.id)]
        self.assertTrue(Hak.search(siap), "the draft itself is the employee's")
        draf.with_user(self.u["pegawai"]).action_submit()
        self.assertEqual(draf.state, "in_review")
        self.assertFalse(Hak.search(siap), "filed: no draft any more")

    def test_list_of_services_says_when_the_user_is_entitled(self):
        """What may be filed now, what comes later, what is under way; nothing of others."""
        layanan = self.kgb.with_user(self.u["pegawai"]).with_context(lang="id_ID")
        cuti = self.env.ref("asn_layanan_standar.layanan_cuti")
        self.assertEqual(
            (layanan.hak_saya, layanan.is_hak_terbuka),
            ("Hak Anda mulai 1 April 2026, dapat diajukan sekarang", True),
        )
        self.assertFalse(cuti.with_user(self.u["pegawai"]).hak_saya)
        self.Hak._cron_siapkan_draf()
        self.draf().with_user(self.u["pegawai"]).action_submit()
        layanan.invalidate_recordset()
        self.assertEqual(
            (layanan.hak_saya, layanan.is_hak_terbuka),
            ("Permohonan Anda sedang diproses", False),
        )
        lain = self.u["pegawai2"]
        self.gaji(lain.employee_id, date(2026, 3, 1), 6, 3186600)
        self.Hak._segarkan(lain.employee_id)
        lain = self.kgb.with_user(lain).with_context(lang="id_ID")
        self.assertEqual(
            (lain.hak_saya, lain.is_hak_terbuka),
            (
                "Hak Anda berikutnya mulai 1 April 2028, diajukan sejak 1 Januari 2028",
                False,
            ),
        )

    def test_nobody_gets_a_draft_twice_nor_one_that_was_deleted(self):
        self.Hak._cron_siapkan_draf()
        jumlah = self.env["asn.permohonan"].search_count([])
        self.Hak._segarkan()
        self.Hak._cron_siapkan_draf()
        self.assertEqual(self.env["asn.permohonan"].search_count([]), jumlah)
        self.draf().with_user(self.u["pegawai"]).unlink()
        self.Hak._segarkan()
        self.Hak._cron_siapkan_draf()
        self.assertFalse(self.draf())

    def test_running_request_not_open_window_and_switch(self):
        sendiri = self.buat_permohonan("pegawai", self.kgb)
        self.Hak._cron_siapkan_draf()
        self.assertEqual(self.draf(), sendiri)
        milik = self.Hak.search(
            [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")]
        )
        self.assertEqual(
            milik.mapped(lambda h: (h.keadaan, bool(h.draf_pada), h.is_berdraf)),
            [
                ("terbuka", True, False),
                ("nanti", False, False),
                ("nanti", False, False),
            ],
        )
        self.assertFalse(
            self.env["asn.permohonan"].search(
                [("layanan_id.code", "=", "satyalancana")]
            ),
            "only services that say so",
        )

    def test_increment_promotion_and_pension_are_prepared_unless_switched_off(self):
        self.assertEqual(
            set(
                self.env["asn.layanan"]
                .search([("is_draf_otomatis", "=", True)])
                .mapped("code")
            ),
            {"kgb", "kenaikan_pangkat", "pensiun"},
        )

    def test_prepared_draft_waits_as_long_as_the_entitlement_stands(self):
        """A pension is prepared 15 months ahead: longer than other drafts are kept."""
        self.Hak._cron_siapkan_draf()
        draf = self.draf()
        hak = self.Hak.search([("draf_id", "=", draf.id)])

        def setahun():
            self.env.flush_all()
            self.env.cr.execute(
                SQL(
                    "UPDATE asn_permohonan SET write_date = write_date - '1 y'::interval"
                    " WHERE id = %s",
                    draf.id,
                )
            )
            draf.invalidate_recordset()

        setahun()
        self.env["asn.permohonan"]._cron_draf()
        self.assertFalse(draf.draf_diingatkan or draf.hapus_draf_pada)
        hak.unlink()
        self.Hak._cron_siapkan_draf()
        self.assertFalse(draf.is_draf_siap, "not entitled any more: ages like others")
        setahun()
        self.env["asn.permohonan"]._cron_draf()
        self.assertTrue(draf.draf_diingatkan)

    def test_one_person_without_a_draft_does_not_stop_the_others(self):
        hak = self.Hak.search(
            [("kode", "=", "kgb"), ("keadaan", "in", ["lewat", "terbuka"])]
        )
        self.assertGreater(len(hak.employee_id), 2)
        Permohonan = type(self.env["asn.permohonan"])
        asli = Permohonan._susun_berkas

        def gagal(permohonan):
            if self.pegawai in permohonan.employee_id:
                raise ValueError
            return asli(permohonan)

        self.patch(Permohonan, "_susun_berkas", gagal)
        with self.assertLogs("odoo.addons.asn_layanan_standar", "ERROR"):
            self.Hak._cron_siapkan_draf()
        self.assertFalse(self.draf())
        self.assertTrue(self.draf("pegawai2"))

    def test_fasilitator_goes_on_with_a_prepared_draft(self):
        self.Hak._cron_siapkan_draf()
        hak = self.Hak.search(
            [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")], limit=1
        )
        draf = self.draf()
        with self.assertRaises(AccessError):
            draf.with_user(self.u["fasilitator"]).check_access("read")
        aksi = hak.with_user(self.u["fasilitator"]).action_ajukan()
        self.assertEqual(aksi["res_id"], draf.id)
        draf.with_user(self.u["fasilitator"]).action_submit()
        self.assertEqual(draf.pengaju_id, self.u["fasilitator"])
        self.assertEqual(draf.persetujuan, "menunggu", "the employee is asked")

    def test_several_are_prepared_at_once_from_the_list(self):
        """The prepared draft is taken over, another one is made, the rest is left."""
        self.Hak._cron_siapkan_draf()
        draf = self.draf()
        self.draf("pegawai2").unlink()
        orang = self.pegawai | self.u["pegawai2"].employee_id
        fasilitator = self.u["fasilitator"]
        fasilitator.asn_unit_ids |= orang.unit_id
        semua = self.Hak.search(
            [("employee_id", "in", orang.ids), ("kode", "=", "kgb")]
        )
        aksi = semua.with_user(fasilitator).action_siapkan()
        siap = self.env["asn.permohonan"].search(aksi["domain"])
        self.assertEqual(siap.employee_id, orang)
        self.assertIn(draf, siap)
        self.assertEqual(siap.pengaju_id, fasilitator)
        self.assertEqual(set(siap.mapped("state")), {"draft"})
        siap.with_user(fasilitator).check_access("write")
        aksi = semua.with_user(fasilitator).action_siapkan()
        self.assertEqual(self.env["asn.permohonan"].search(aksi["domain"]), siap)
        nanti = semua.filtered(lambda h: h.keadaan == "nanti")
        with self.assertRaises(UserError):
            nanti.with_user(fasilitator).action_siapkan()

    def test_nobody_prepares_requests_of_others(self):
        self.Hak._segarkan()
        lain = self.Hak.search(
            [
                ("employee_id", "=", self.u["pegawai2"].employee_id.id),
                ("keadaan", "in", ["lewat", "terbuka"]),
            ]
        )
        jumlah = self.env["asn.permohonan"].search_count([])
        with self.assertRaises(AccessError):
            lain.with_user(self.u["pegawai"]).action_siapkan()
        # The head of the agency reads the row and files for nobody.
        kepala = self.orang("uji_kepala", ("kepala_badan",), unit=self.badan).user_id
        with self.assertRaises(UserError):
            lain.with_user(kepala).action_siapkan()
        self.assertEqual(self.env["asn.permohonan"].search_count([]), jumlah)

    def test_entitlements_are_looked_up_by_person_and_service(self):
        Hak = self.Hak.with_user(self.u["pegawai"])
        self.assertTrue(Hak.name_search(self.pegawai.name))
        self.assertFalse(Hak.name_search(self.u["pegawai2"].employee_id.name))

    def test_mark_of_the_system_is_not_written_by_anybody(self):
        sendiri = self.buat_permohonan("pegawai", self.kgb)
        with self.assertRaises(AccessError):
            sendiri.write({"is_draf_siap": True})
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai2", self.kgb, is_draf_siap=True)
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai2"])
        with self.assertRaises(AccessError):
            Permohonan.with_context(default_is_draf_siap=True).create(
                {"layanan_id": self.kgb.id}
            )

    def test_drafts_are_made_with_few_queries(self):
        self.Hak._cron_siapkan_draf()
        draf = self.env["asn.permohonan"].search([("is_draf_siap", "=", True)])
        jumlah = len(draf)
        self.assertGreater(jumlah, 4)
        draf.unlink()
        self.Hak.search([]).write({"draf_pada": False})
        self.env.flush_all()
        awal = self.env.cr.sql_log_count
        self.Hak._cron_siapkan_draf()
        self.env.flush_all()
        self.assertLess((self.env.cr.sql_log_count - awal) / jumlah, 40)
