from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import SuratCommon, teks


@tagged("post_install", "-at_install")
class TestLaporan(SuratCommon, TransactionCase):
    """Reports of the web client through the renderer of letters."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.ui.view"].create(
            {
                "name": "laporan uji",
                "type": "qweb",
                "key": "asn_surat.laporan_uji",
                "arch": "<t t-name='asn_surat.laporan_uji'><div t-foreach='docs' "
                "t-as='doc'><p>Unit <t t-out='doc.name'/></p></div></t>",
            }
        )
        cls.laporan = cls.env["ir.actions.report"].create(
            {
                "name": "Laporan uji",
                "model": "hr.department",
                "report_name": "asn_surat.laporan_uji",
                "report_type": "qweb-pdf",
                "pdf_engine": "weasyprint",
            }
        )

    def _cetak(self, record, laporan=None):
        Laporan = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        return Laporan._render_qweb_pdf((laporan or self.laporan).id, record.ids)[0]

    def test_records_are_printed_one_after_the_other(self):
        tulisan = teks(self._cetak(self.dinas_a | self.dinas_b))
        self.assertIn("Unit Dinas A", tulisan)
        self.assertIn("Unit Dinas B", tulisan)

    def test_printed_file_is_kept_when_the_report_says_so(self):
        self.laporan.write({"attachment": "'unit.pdf'", "attachment_use": True})
        satu = self._cetak(self.dinas_a)
        self.dinas_a.name = "Nama Baru"
        self.assertEqual(teks(self._cetak(self.dinas_a)), teks(satu))

    def test_web_client_may_ask_for_pdfs_without_wkhtmltopdf(self):
        Laporan = type(self.env["ir.actions.report"])
        dasar = [
            kelas for kelas in Laporan.mro() if "get_wkhtmltopdf_state" in vars(kelas)
        ][-1]
        self.patch(dasar, "get_wkhtmltopdf_state", lambda self: "install")
        self.assertEqual(self.env["ir.actions.report"].get_wkhtmltopdf_state(), "ok")
        lain = self.laporan.copy({"pdf_engine": "wkhtmltopdf", "attachment": False})
        with self.assertRaisesRegex(UserError, "wkhtmltopdf"):
            self._cetak(self.dinas_a, lain)
