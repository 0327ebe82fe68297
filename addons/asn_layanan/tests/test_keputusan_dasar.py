import base64

from lxml import etree
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon
from .test_kertas import pindaian

#: Content of a service that its builder shows elsewhere than in an editor.
BUKAN_ISIAN = {
    "sequence": "dragging a row",
    "active": "archiving, from the list of services",
}


@tagged("post_install", "-at_install")
class TestKeputusanDasar(LayananCommon, TransactionCase):
    """The decree of each service, and a builder that hides nothing.

    LL-22-5: the decree is attached to the service and shown to who applies. LL-22-1
    and LL-22-4: everything a service consists of is data an administrator reaches.
    """

    def test_applicant_reads_the_decree_of_the_service(self):
        self.layanan.with_user(self.u["admin_utama"]).write(
            {
                "keputusan_nomor": "Keputusan Wali Kota 100.3/12/2026",
                "keputusan_tanggal": "2026-01-05",
                "keputusan_tentang": "tata cara layanan uji",
                "keputusan_file": pindaian(),
                "keputusan_nama_file": "keputusan.pdf",
            }
        )
        p = self.sebagai("pegawai", self.buat_permohonan())
        self.assertIn("100.3/12/2026", p.keputusan_teks)
        self.assertIn("5 Januari 2026", p.keputusan_teks)
        aksi = p.action_buka_keputusan()
        self.assertIn(f"/asn.layanan/{self.layanan.id}/keputusan_file", aksi["url"])
        isi = self.sebagai("pegawai", self.layanan).keputusan_file
        self.assertTrue(base64.b64decode(isi).startswith(b"%PDF"))

    def test_decree_is_a_pdf_that_administrators_attach(self):
        isi = base64.b64encode(b"<html><script>alert(1)</script></html>")
        with self.assertRaises(ValidationError):
            self.layanan.write(
                {"keputusan_file": isi, "keputusan_nama_file": "keputusan.pdf"}
            )
        for nama in ("pegawai", "admin_aplikasi", "fasilitator"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, self.layanan).keputusan_nomor = "1"
        with self.assertRaises(UserError):
            self.sebagai("pegawai", self.layanan).action_buka_keputusan()
        data = self.versi._sebagai_data()
        self.assertNotIn("keputusan_nomor", data["layanan"], "another city's own")

    def test_every_part_of_a_service_is_reached_in_the_builder(self):
        Versi = self.env["asn.layanan.versi"].with_user(self.u["admin_utama"])
        tampak = {}
        for view_id in Versi._perancang_tampilan().values():
            view = self.env["ir.ui.view"].browse(view_id)
            arch = Versi.env[view.model].get_view(view_id, "form")["arch"]
            self._kumpulkan(etree.fromstring(arch), view.model, tampak)
        model = [*Versi._kolom_bagian().values(), "asn.layanan", Versi._name]
        for nama in [*model, "asn.layanan.periode"]:
            kurang = (
                set(Versi._kolom_data(nama))
                - tampak.get(nama, set())
                - set(BUKAN_ISIAN)
            )
            with self.subTest(model=nama):
                self.assertFalse(kurang)
        # A mandate opens in its own form, which shows all of it.
        arch = Versi.env["asn.layanan.mandat"].get_view(view_type="form")["arch"]
        self._kumpulkan(etree.fromstring(arch), "asn.layanan.mandat", tampak)
        kurang = set(Versi._kolom_data("asn.layanan.mandat"))
        kurang -= tampak["asn.layanan.mandat"] | set(BUKAN_ISIAN)
        self.assertFalse(kurang)

    def _kumpulkan(self, simpul, model, tampak):
        """Collect the fields of a form and of the forms inside it, by model."""
        for anak in simpul:
            di = model
            if anak.tag == "field":
                tampak.setdefault(model, set()).add(anak.get("name"))
                di = self.env[model]._fields[anak.get("name")].comodel_name or model
            self._kumpulkan(anak, di, tampak)
