"""What the form and the list of pensions show before anybody decides."""

from ast import literal_eval

from odoo.tests import TransactionCase, tagged

from .test_layanan_pensiun import ALAMAT, PensiunCommon


@tagged("post_install", "-at_install")
class TestPensiunLayar(PensiunCommon, TransactionCase):
    """The form begins with the profile, the list holds everybody it should."""

    def test_address_and_telephone_begin_as_in_the_profile(self):
        """On the empty form and on a saved draft; what was typed stays."""
        self.pegawai.write(
            {
                "alamat_domisili": "Jalan Kenanga 7",
                "kelurahan": "Melati",
                "kota": "Kota Contoh",
                "kode_pos": "12345",
                "no_hp": "+6281200000001",
            }
        )
        alamat = "Jalan Kenanga 7, Melati, Kota Contoh 12345"
        kosong = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        layar = kosong.with_context(default_layanan_id=self.pensiun.id).onchange(
            {},
            [],
            {"layanan_id": {}, "employee_id": {}, "versi_id": {}, "properti": {}},
        )
        isian = {p["name"]: p.get("value") for p in layar["value"]["properti"]}
        self.assertEqual(isian["alamat_pensiun"], alamat)
        draf = self.buat_permohonan("pegawai", self.pensiun)
        self.assertEqual(draf._jawaban()["alamat_pensiun"], alamat)
        self.assertEqual(draf._jawaban()["telepon_pensiun"], "+6281200000001")
        lain = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        self.assertEqual(lain._jawaban()["alamat_pensiun"], ALAMAT["alamat_pensiun"])

    def test_officers_of_the_service_list_everybody_of_five_years(self):
        """Their list is the forecast: profiles are open during a request only."""
        self.env["asn.hak.layanan"]._segarkan(self.pegawai)
        admin = self.u["admin_aplikasi"]
        orang = self.env["hr.employee"].with_user(admin)
        self.assertFalse(orang.search([("id", "=", self.pegawai.id)]))
        aksi = self.env.ref("asn_layanan_standar.asn_hak_layanan_action_pensiun")
        baris = self.env[aksi.res_model].with_user(admin)
        baris = baris.search(literal_eval(aksi.domain)).filtered(
            lambda h: h.employee_id.sudo() == self.pegawai
        )
        self.assertEqual(baris.pensiun_keadaan, "perlu")
        terlihat = self.env["ir.ui.menu"].with_user(admin)._visible_menu_ids()
        menu = "asn_layanan_standar.daftar_pensiun"
        self.assertIn(self.env.ref(f"{menu}_layanan_menu").id, terlihat)
        self.assertNotIn(self.env.ref(f"{menu}_menu").id, terlihat)
