from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestTemuan(LayananCommon, TransactionCase):
    """What would stick a request is found before it is in force (LL-22-3-c)."""

    def draf(self, **nilai):
        return self.versi.copy({"versi": 0, **nilai})

    def temuan(self, versi, tingkat=None):
        semua = versi.with_user(self.u["admin_utama"]).get_temuan()
        return [t["bagian"] for t in semua if tingkat in (None, t["tingkat"])]

    def test_version_in_order_has_no_errors(self):
        self.assertEqual(self.temuan(self.draf(), "galat"), [])

    def ubah_tahap(self, versi, kode, **nilai):
        versi.tahap_ids.filtered(lambda t: t.kode == kode).write(nilai)

    def tambah_aturan(self, versi, **nilai):
        self.env["asn.layanan.aturan"].create({"versi_id": versi.id, **nilai})

    def kesalahan(self):
        """Return ``{what is wrong: how to make it so}``."""
        tidak_mungkin = "[('state', '=', 'draft'), ('state', '=', 'done')]"
        siapa = ("pengaju_pegawai", "pengaju_fasilitator", "pengaju_petugas")
        tahap, aturan = self.ubah_tahap, self.tambah_aturan
        umur = {"minimal": 60, "maksimal": 20}
        return {
            "no steps": lambda v: v.tahap_ids.unlink(),
            "no letter": lambda v: v.write({"jenis_surat_id": False}),
            "nobody files": lambda v: v.write(dict.fromkeys(siapa, False)),
            "no period": lambda v: v.write({"pembukaan": "periode"}),
            "step after the signature": lambda v: tahap(v, "verifikasi", sequence=90),
            "condition never holds": lambda v: tahap(
                v, "verifikasi", kondisi=tidak_mungkin
            ),
            "parallel steps disagree": lambda v: tahap(
                v, "pengawas", sequence=50, kuorum="any"
            ),
            "message names what is not there": lambda v: aturan(
                v, pustaka="masa_kerja", nilai={"tahun": 1}, pesan="Kurang {windu}"
            ),
            "at least more than at most": lambda v: aturan(
                v, pustaka="usia", nilai=umur
            ),
        }

    def test_each_mistake_refuses_publication(self):
        for nama, rusak in self.kesalahan().items():
            versi = self.draf()
            rusak(versi)
            with self.subTest(nama=nama):
                self.assertTrue(self.temuan(versi, "galat"))
                with self.assertRaises(UserError):
                    versi.action_publish()

    def test_signing_without_a_mandate_refuses_publication(self):
        self.layanan.mandat_ids.active = False
        self.assertIn("tahap", self.temuan(self.draf(), "galat"))

    def test_step_with_nobody_for_some_unit_is_a_warning(self):
        orang = self.orang("uji_sekolah", unit=self.dinas_b, status_pegawai="pns")
        self.assertTrue(orang)
        versi = self.draf()
        pesan = [t["pesan"] for t in versi.get_temuan() if t["tingkat"] == "peringatan"]
        self.assertTrue(any("Dinas B" in teks for teks in pesan))
        versi.action_publish()
        self.assertEqual(versi.state, "live")

    def test_letter_that_asks_for_what_nobody_fills_in_is_a_warning(self):
        jenis = self.jenis_surat.copy({"kode": "UJI2"})
        jenis.isian_ids = [(0, 0, {"kode": "isian_tujuan", "name": "Tujuan"})]
        jenis.template = "<p>{{ nama }} {{ isian_tujuan }}</p>"
        versi = self.draf(jenis_surat_id=jenis.id)
        self.assertIn("surat", self.temuan(versi, "peringatan"))

    def test_difference_from_the_version_in_force(self):
        versi = self.draf()
        self.assertEqual(versi.get_beda(), [])
        versi.tahap_ids.filtered(lambda t: t.kode == "pengawas").unlink()
        versi.tahap_ids.filtered(lambda t: t.kode == "verifikasi").sla_hari = 9
        versi.batas_perbaikan_hari = 14
        self.env["asn.layanan.aturan"].create(
            {"versi_id": versi.id, "pustaka": "masa_kerja", "nilai": {"tahun": 2}}
        )
        beda = versi.with_user(self.u["admin_utama"]).get_beda()
        ringkas = {(b["bagian"], b["perubahan"]) for b in beda}
        self.assertEqual(
            ringkas,
            {
                ("umum", "ubah"),
                ("tahap", "hapus"),
                ("tahap", "ubah"),
                ("aturan", "tambah"),
            },
        )
        ubah = next(b for b in beda if b["bagian"] == "tahap" and b["rincian"])
        self.assertEqual(ubah["rincian"][0]["baru"], "9")

    def test_service_begins_as_a_copy_of_another(self):
        aksi = self.layanan.with_user(self.u["admin_utama"]).action_salin_layanan(
            "Salinan", "salinan"
        )
        versi = self.env["asn.layanan.versi"].browse(aksi["res_id"])
        self.assertEqual((versi.state, versi.layanan_id.code), ("draft", "salinan"))
        self.assertEqual(len(versi.tahap_ids), len(self.versi.tahap_ids))
        self.assertTrue(versi.layanan_id.mandat_ids)
        for kode in ("", "Dengan Spasi", "x" * 60, None):
            with self.subTest(kode=kode), self.assertRaises(UserError):
                self.layanan.action_salin_layanan("Salah", kode)
