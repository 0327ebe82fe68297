from odoo import api, models


class KartuPegawai(models.AbstractModel):
    """The card of a civil servant on paper, in the size of a bank card."""

    _name = "report.asn_laporan.kartu"
    _description = "Employee Card on Paper (Kartu Pegawai)"
    _catat_sendiri = True

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return both sides of the cards, for holder and administrator.

        :raise AccessError: for cards of others
        :raise UserError: for revoked cards
        """
        kartu = self.env["asn.kartu"].browse(docids)
        kartu.action_cetak()
        self.env["asn.jejak.ekspor"]._catat(
            "laporan.kartu", len(kartu), "publik", "Kartu pegawai"
        )
        isi = []
        for satu in kartu:
            orang = satu.employee_id
            foto = self.env["report.asn_laporan.drh"]._foto(orang)
            isi.append({**satu._muka(), "foto": foto, "qr": satu._qr()})
        return {
            "doc_ids": docids,
            "doc_model": "asn.kartu",
            "docs": kartu,
            "kartu": isi,
        }
