from datetime import date

from lxml import etree
from odoo.addons.asn_masuk.tests.common import LonggarCommon
from odoo.addons.asn_pegawai.tests.common import PegawaiCommon
from odoo.tests import TransactionCase, tagged

_MAKS = 60


@tagged("post_install", "-at_install")
class TestAnggaranProfil(PegawaiCommon, LonggarCommon, TransactionCase):
    """The profile with every addon: sixty queries cold, for each who opens it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.orang(
            "penuh_uji", unit=cls.bidang_a, tmt_cpns=date(1995, 3, 1)
        )
        cls.fasil = cls.orang("fasil_uji", ("fasilitator",), unit=cls.dinas_a)
        cls.fasil.user_id.asn_unit_ids = cls.dinas_a
        cls.admin = cls.orang("admin_uji", ("admin_sistem",), unit=cls.dinas_a)
        for model in cls.env["asn.riwayat.mixin"]._daftar_riwayat():
            cls.contoh_riwayat(model, cls.pegawai)
        for tahun in range(1995, 2025):
            for jenis in ("golongan", "jabatan", "gaji", "cuti"):
                cls.contoh_riwayat(
                    f"asn.riwayat.{jenis}", cls.pegawai, tmt=date(tahun, 3, 1)
                )

    def spek(self, orang):
        view = self.env.ref("asn_pegawai.hr_employee_view_form")
        arch = orang.get_views([(view.id, "form")])["views"]["form"]["arch"]
        nama = {n.get("name") for n in etree.fromstring(arch).iter("field")}
        return {
            n: {"fields": {"display_name": {}}} if orang._fields[n].relational else {}
            for n in nama
        }

    def hitung(self, kerja):
        self.env.flush_all()
        self.env.invalidate_all()
        awal = self.cr.sql_log_count
        kerja()
        return self.cr.sql_log_count - awal

    def test_form_overview_and_career_within_the_budget(self):
        for pelaku in (self.pegawai, self.fasil, self.admin):
            orang = self.pegawai.with_user(pelaku.user_id)
            spek = self.spek(orang)

            def buka(orang=orang, spek=spek):
                orang.web_read(spek)
                orang.get_ringkasan()
                orang.get_karier()

            buka()
            with self.subTest(pelaku=pelaku.name):
                self.assertLessEqual(self.hitung(buka), _MAKS)

    def test_missing_documents_are_one_query_of_one_person(self):
        """The view of missing documents is never built for everybody."""
        orang = self.pegawai.with_user(self.admin.user_id)
        orang._ringkas_lain()
        self.assertLessEqual(self.hitung(orang._ringkas_lain), 4)
