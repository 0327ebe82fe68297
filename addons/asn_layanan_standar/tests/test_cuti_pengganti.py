from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestPengganti(CutiCommon, TransactionCase):
    """Duties while away: named in the letter, delegated, ended with the leave."""

    def test_the_letter_names_who_takes_over(self):
        p = self.ajukan_cuti(pengganti_id=self.u["pegawai2"].id)
        self.terbitkan(p)
        self.assertIn("dilaksanakan oleh Pegawai Dua", str(p.surat_id.isi))
        self.assertFalse(p.delegasi_ids, "no official, nothing to delegate")

    def test_an_officials_leave_becomes_a_delegation_and_ends_with_it(self):
        p = self.ajukan_cuti("atasan", pengganti_id=self.u["pegawai2"].id)
        handler = p.sudo()._handler()
        handler._on_issued(p.sudo())
        handler._on_issued(p.sudo())
        delegasi = p.delegasi_ids
        self.assertEqual(
            (delegasi.dari_id, delegasi.kepada_id),
            (self.u["atasan"], self.u["pegawai2"]),
        )
        self.assertEqual(
            (delegasi.tanggal_mulai, delegasi.tanggal_selesai),
            (date(2026, 6, 8), date(2026, 6, 12)),
        )
        handler._on_revoked(p.sudo(), p.sudo())
        self.assertEqual(delegasi.status, "berakhir")

    def test_a_facilitator_cannot_send_an_officials_powers_elsewhere(self):
        p = (
            self.env["asn.permohonan"]
            .with_user(self.u["fasilitator"])
            .create(
                {
                    "layanan_id": self.cuti.id,
                    "employee_id": self.pegawai_dari("atasan").id,
                    "pengganti_id": self.u["fasilitator"].id,
                    **self.isian(),
                }
            )
        )
        p.action_submit()
        p.sudo()._handler()._on_issued(p.sudo())
        self.assertFalse(p.sudo().delegasi_ids)

    def test_a_delegation_that_cannot_be_made_is_told(self):
        self.env["asn.delegasi"].with_user(self.u["atasan"]).create(
            {
                "kepada_id": self.u["fasilitator"].id,
                "tanggal_mulai": "2026-06-01",
                "tanggal_selesai": "2026-06-30",
                "dasar": "SP 1",
            }
        )
        p = self.ajukan_cuti("atasan", pengganti_id=self.u["pegawai2"].id)
        p.sudo()._handler()._on_issued(p.sudo())
        self.assertFalse(p.delegasi_ids)
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["atasan"].id), ("jenis", "=", "peringatan")]
        )
        self.assertTrue(kabar)

    def test_nobody_takes_over_from_himself(self):
        with self.assertRaises(ValidationError):
            self.draf_cuti(pengganti_id=self.u["pegawai"].id)

    def test_cuti_x_03_warns_when_both_are_away(self):
        self.terbitkan(self.ajukan_cuti("pegawai2"))
        p = self.ajukan_cuti(pengganti_id=self.u["pegawai2"].id)
        hasil = p.hasil_periksa_ids.filtered(lambda h: h.kode == "CUTI-X-03")
        self.assertEqual((hasil.hasil, hasil.keras), ("gagal", False))
        self.assertEqual(p.state, "in_review")

    def test_delegations_are_tied_to_leave_by_the_service_only(self):
        p = self.ajukan_cuti()
        with self.assertRaises(AccessError):
            self.env["asn.delegasi"].with_user(self.u["atasan"]).create(
                {
                    "kepada_id": self.u["pegawai2"].id,
                    "tanggal_mulai": "2026-06-01",
                    "tanggal_selesai": "2026-06-30",
                    "dasar": "SP 1",
                    "permohonan_id": p.id,
                }
            )

    def test_the_share_of_people_away_is_set_per_unit(self):
        unit = self.pegawai_dari().unit_id
        self.env.company.asn_cuti_batas_unit_persen = 100
        self.ajukan_cuti("pegawai2")
        self.assertFalse(self.draf_cuti().peringatan_unit)
        unit.parent_id.cuti_batas_persen = 1
        self.assertTrue(self.draf_cuti().peringatan_unit, "as the unit above")
        unit.cuti_batas_persen = 100
        self.assertFalse(self.draf_cuti().peringatan_unit)
