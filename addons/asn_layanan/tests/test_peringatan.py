from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestPeringatan(LayananCommon, TransactionCase):
    """Configuration that does not work is found, said, and closes when mended."""

    def terbuka(self, awalan):
        return self.env["asn.layanan.peringatan"].search(
            [("state", "=", "open"), ("kunci", "=like", awalan + "%")]
        )

    def periksa(self):
        self.env.flush_all()
        self.env["asn.layanan.peringatan"]._cron_periksa()

    def test_request_that_waits_for_nobody_opens_at_once_and_closes_when_mended(self):
        p = self.ajukan()
        self.setujui_sampai(p, "admin_aplikasi")
        self.u["admin_aplikasi"].layanan_ids = False
        self.env.cr.precommit.run()
        tugas = p.tugas_ids.filtered(lambda t: t.state == "open")
        satu = self.terbuka(f"tugas:{tugas.id}")
        self.assertEqual(len(satu), 1)
        self.assertEqual(satu.res_id, p.id)
        self.assertTrue(satu.cara)
        self.periksa()
        self.assertEqual(self.terbuka(f"tugas:{tugas.id}"), satu)
        self.u["admin_aplikasi"].layanan_ids = self.layanan
        self.env.cr.precommit.run()
        self.assertEqual(satu.state, "closed")

    def test_withdrawn_request_needs_nobody(self):
        self.u["atasan"].active = False
        self.u["penandatangan"].active = False
        self.env.cr.precommit.run()
        p = self.ajukan()
        self.assertTrue(self.terbuka("tugas:"))
        self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.periksa()
        self.assertFalse(self.terbuka("tugas:").filtered(lambda a: a.res_id == p.id))

    def test_step_without_a_holder(self):
        tahap = self.versi.tahap_ids.filtered(lambda t: t.kode == "verifikasi")
        self.periksa()
        self.assertFalse(self.terbuka(f"tahap:{tahap.id}"))
        self.u["admin_aplikasi"].layanan_ids = False
        self.periksa()
        self.assertTrue(self.terbuka(f"tahap:{tahap.id}"))
        self.u["admin_aplikasi"].layanan_ids = self.layanan
        self.periksa()
        self.assertFalse(self.terbuka(f"tahap:{tahap.id}"))

    def test_mandates_that_end_lack_or_overlap(self):
        mandat = self.layanan.mandat_ids
        kunci = f"mandat:akhir:{mandat.id}"
        for hari, berat in ((None, None), (40, None), (20, "1"), (-1, "2")):
            mandat.berlaku_sampai = (
                self.hari_ini + timedelta(days=hari) if hari is not None else False
            )
            self.periksa()
            with self.subTest(hari=hari):
                self.assertEqual(self.terbuka(kunci).berat or None, berat)
        self.assertTrue(self.terbuka(f"mandat:kosong:{self.layanan.id}"))
        pengganti = mandat.copy({"berlaku_sampai": False})
        self.periksa()
        self.assertFalse(self.terbuka(f"mandat:kosong:{self.layanan.id}"))
        self.assertFalse(self.terbuka(kunci))
        ganda = pengganti.copy({"sequence": 90})
        self.periksa()
        self.assertTrue(self.terbuka(f"mandat:ganda:{ganda.id}"))

    def test_delegation_that_leads_to_nobody(self):
        delegasi = self.env["asn.delegasi"].create(
            {
                "dari_id": self.u["atasan"].id,
                "kepada_id": self.u["pegawai2"].id,
                "tanggal_selesai": self.hari_ini + timedelta(days=3),
                "dasar": "SP 1",
            }
        )
        self.periksa()
        kunci = f"delegasi:{delegasi.id}"
        self.assertFalse(self.terbuka(kunci))
        delegasi.copy(
            {"dari_id": self.u["pegawai2"].id, "kepada_id": self.u["fasilitator"].id}
        )
        self.periksa()
        self.assertTrue(self.terbuka(kunci))
        delegasi.action_end()
        self.periksa()
        self.assertFalse(self.terbuka(kunci))

    def test_people_without_a_superior_are_one_alert(self):
        self.u["pegawai"].employee_id.parent_id = False
        self.u["pegawai2"].employee_id.parent_id = False
        self.periksa()
        self.assertEqual(len(self.terbuka("pegawai:")), 1)

    def test_administrators_read_and_nobody_writes(self):
        self.u["admin_aplikasi"].layanan_ids = False
        self.periksa()
        satu = self.terbuka("tahap:")[:1]
        satu.with_user(self.u["admin_sistem"]).read(["judul", "cara"])
        self.assertEqual(
            satu.with_user(self.u["admin_sistem"]).action_buka()["res_model"],
            "asn.layanan.versi",
        )
        for nama in ("pegawai", "atasan", "admin_aplikasi"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                satu.with_user(self.u[nama]).read(["judul"])
        with self.assertRaises(AccessError):
            satu.with_user(self.u["admin_sistem"]).write({"state": "closed"})
