from datetime import date

from odoo.tests import TransactionCase, tagged

from .common import ArsipCommon, pdf


@tagged("post_install", "-at_install")
class TestAnomaliDokumen(ArsipCommon, TransactionCase):
    """LL-11-1, PRF-K-15: current values without a document behind them."""

    def _ada(self):
        self.ani.invalidate_recordset(["anomali"])
        return "PRF-K-15" in self.ani.anomali

    def test_current_decree_needs_its_document(self):
        self.assertFalse(self._ada())
        lama = self.golongan(self.ani, self.gol_iiia, date(2015, 4, 1))
        self.assertTrue(self._ada())
        dokumen = self.env["asn.dokumen"]._arsipkan(
            self.ani, "SK_PANGKAT", pdf(), "sk.pdf"
        )
        lama._mesin().dokumen_id = dokumen
        self.assertFalse(self._ada())
        # An old row may do without; the new one may not.
        self.golongan(self.ani, self.gol_iiib, date(2019, 4, 1))
        self.assertTrue(self._ada())
        self.assertIn("golongan", self.ani.anomali)

    def test_future_and_draft_rows_are_not_current(self):
        self.golongan(self.ani, self.gol_iiia, date(2999, 4, 1))
        self.env["asn.riwayat.jabatan"].create(
            {
                "employee_id": self.ani.id,
                "jabatan_id": self.jab_kabid.id,
                "tmt": date(2020, 1, 1),
            }
        )
        self.assertFalse(self._ada())
