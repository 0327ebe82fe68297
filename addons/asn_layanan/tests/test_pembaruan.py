from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestPembaruan(LayananCommon, TransactionCase):
    """An update of the software brings steps for a service that is in use."""

    def muat(self, kode, nama=None, model="asn.layanan.tahap", **nilai):
        """Load one part as ``-u`` does from a data file."""
        data = {
            "xml_id": f"asn_layanan.uji_{nama or kode}",
            "noupdate": True,
            "values": {
                "versi_id": self.versi.id,
                "sequence": 25,
                "kode": kode,
                "name": kode,
                "jenis": "periksa",
                "penentu": "peran_unit",
                "group_id": self.env.ref("asn_base.group_fasilitator").id,
                **nilai,
            },
        }
        return self.env[model]._load_records([data], update=True)

    def kode(self, versi):
        return versi.tahap_ids.mapped("kode")

    def test_version_in_force_stays_and_a_draft_takes_what_is_new(self):
        permohonan, lama = self.ajukan(), self.kode(self.versi)
        baru = self.muat("periksa_baru")
        self.assertEqual(self.kode(self.versi), lama)
        self.assertEqual(self.layanan.versi_live_id, self.versi)
        draf = baru.versi_id
        self.assertEqual(draf.state, "draft")
        self.assertEqual({*self.kode(draf)}, {*lama, "periksa_baru"})
        self.assertEqual(self.muat("periksa_lain").versi_id, draf)
        self.assertEqual(self.muat("periksa_baru"), baru, "once only")
        self.setujui_sampai(permohonan, "admin_aplikasi")
        self.assertEqual(permohonan.versi_id, self.versi)

    def test_draft_of_the_administrator_is_left_alone(self):
        punya = self.versi.copy({"versi": 0})
        draf = self.muat("periksa_baru").versi_id
        self.assertNotIn(draf, punya + self.versi)
        draf.action_publish()
        berikut = self.muat("periksa_lain").versi_id
        self.assertEqual(berikut.state, "draft")
        self.assertIn(
            "periksa_baru", self.kode(berikut), "copied from what is in force"
        )

    def test_what_the_city_has_already_is_not_brought_again(self):
        jumlah = len(self.layanan.versi_ids)
        kode = self.kode(self.versi)[0]
        self.assertEqual(self.muat(kode), self.versi.tahap_ids[0])
        self.versi.copy({"versi": 0}).action_publish()
        kini = self.layanan.versi_live_id
        ada = self.muat(kode, "lain")
        self.assertEqual(ada.versi_id, kini)
        self.assertEqual(len(self.layanan.versi_ids), jumlah + 1)

    def test_administrator_is_told_until_the_draft_is_published(self):
        Peringatan = self.env["asn.layanan.peringatan"]
        draf = self.muat("periksa_baru").versi_id
        Peringatan._cron_periksa()
        satu = Peringatan.search([("kunci", "=", f"pembaruan:{draf.id}")])
        self.assertEqual((satu.state, satu.layanan_id), ("open", self.layanan))
        draf.action_publish()
        Peringatan._cron_periksa()
        self.assertEqual(satu.state, "closed")

    def test_service_that_the_city_built_itself_is_not_taken_over(self):
        """A release ships a service under the code of one that is in use here."""
        data = {
            "asn.layanan": {"name": "Dari berkas", "code": "uji"},
            "asn.layanan.versi": {"layanan_id": self.layanan.id, "versi": 1},
        }
        baris = [
            self.env[model]._load_records(
                [
                    {
                        "xml_id": f"asn_layanan.uji_{model.split('.')[-1]}",
                        "values": nilai,
                    }
                ],
                update=True,
            )
            for model, nilai in data.items()
        ]
        self.assertEqual(baris, [self.layanan, self.versi])
        self.assertEqual(self.layanan.name, "Layanan Uji")
        self.assertEqual(self.muat("periksa_baru").versi_id.state, "draft")
