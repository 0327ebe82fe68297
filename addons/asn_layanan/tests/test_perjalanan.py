from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestPerjalanan(LayananCommon, TransactionCase):
    """A request from the draft to the released letter, through six hands.

    Signed with the certificate of the official (LL-22-3-b).
    """

    def test_whole_journey(self):
        """Registration, verification, validation by pengawas then administrator,
        signature, issue, survey: KDR-7-a, KDR-7-b, KDR-7-c, KDR-7-d, KDR-7-e, KDR-7-f,
        KDR-10-1; the product is then downloaded (KDR-12-d).
        """
        permohonan = self.buat_permohonan()
        self.assertEqual(permohonan.state, "draft")
        permohonan.action_submit()
        p = permohonan.with_env(self.env)
        self.assertEqual((p.state, p.fase), ("in_review", "pendaftaran"))
        self.assertRegex(p.nomor, r"^UJI-\d{4}-000001$")
        self.assertEqual(p.tugas_ids.aktor_ids, self.u["atasan"])

        self.setujui_sampai(p)

        self.assertEqual((p.state, p.fase), ("approved", "pengesahan"))
        aksi = self.sebagai("penandatangan", p).action_approve()
        self.assertEqual(aksi["tag"], "asn_surat.ttd")
        self.sebagai("penandatangan", p).action_sign(SANDI)
        self.assertEqual((p.state, p.fase), ("issued", "survei"))
        self.assertEqual(p.surat_id.state, "issued")
        self.assertTrue(p.dokumen_produk_id.ditahan)
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).action_download()

        self.sebagai("pegawai", p).action_answer_survey(4, 3, "Baik")

        self.assertEqual((p.state, p.fase), ("done", "selesai"))
        self.assertTrue(p.surat_id.dirilis)
        self.assertIn("url", self.sebagai("pegawai", p).action_download())
        self.assertEqual(
            self.hasil(p), ["submit"] + ["approve"] * 5 + ["sign", "issue", "survey"]
        )
        self.assertFalse(p.keputusan_ids._verify_chain())

    def test_wrong_passphrase_leaves_request_where_it_was(self):
        p = self.ajukan()
        self.setujui_sampai(p)
        with self.assertRaises(UserError):
            self.sebagai("penandatangan", p).action_sign("salah")
        self.assertEqual(p.state, "approved")
        self.assertFalse(p.surat_id)
        self.assertEqual(
            p.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids,
            self.u["penandatangan"],
        )

    def test_letter_is_locked_until_the_survey(self):
        """KDR-13-2, KDR-13-3, PRO-09: no product before the questionnaire."""
        p = self.ajukan()
        self.terbitkan(p)
        pegawai = self.u["pegawai"]
        self.assertFalse(
            self.env["asn.surat"].with_user(pegawai).search([]) & p.surat_id
        )
        dokumen = self.env["asn.dokumen"].with_user(pegawai)
        self.assertNotIn(p.dokumen_produk_id, dokumen.search([]))
        lampiran = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "asn.surat"),
                ("res_id", "=", p.surat_id.id),
                ("res_field", "!=", False),
            ]
        )
        self.assertTrue(lampiran)
        with self.assertRaises(AccessError):
            lampiran.with_user(pegawai).read(["datas"])
        self.sebagai("pegawai", p).action_answer_survey(4, 4)
        self.assertIn(p.surat_id, self.env["asn.surat"].with_user(pegawai).search([]))
        self.assertIn(p.dokumen_produk_id, dokumen.search([]))
