from odoo import fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatCpnsPns(models.Model):
    """Appointment: the decree as CPNS and the decree as PNS, one row each.

    Their dates and numbers become the current values of the employee, and
    with the TMT of the second the candidate becomes PNS.
    """

    _name = "asn.riwayat.cpns.pns"
    _inherit = "asn.riwayat.mixin"
    _description = "Appointment as CPNS and PNS (Riwayat CPNS/PNS)"
    _jenis_proyeksi = "cpns_pns"
    _bagian = "pendukung"
    _urutan = 60
    _jenis_dokumen = ("SK_CPNS", "SK_PNS", "SPMT", "STTPL", "BA_SUMPAH", "KET_SEHAT")
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis", "tmt", "nomor_sk")

    jenis = fields.Selection(
        [("cpns", "As CPNS"), ("pns", "As PNS")], "Appointment", required=True
    )
    tmt = fields.Date(required=True)
    golongan_id = fields.Many2one(
        "asn.golongan", "Grade (Golongan)", ondelete="restrict"
    )
    gaji_persen = fields.Selection(
        [("80", "80 %"), ("100", "100 %")],
        "Share of Basic Pay",
        help="A CPNS receives 80 percent of basic pay.",
    )
    nomor_pertek = fields.Char("BKN Consideration No. (Pertek)")
    no_spmt = fields.Char("SPMT No.")
    tgl_spmt = fields.Date("SPMT Date")
    no_sttpl = fields.Char("STTPL No. (Latsar)")
    tgl_sttpl = fields.Date("STTPL Date")
    no_ket_sehat = fields.Char("Health Letter No.")
    tgl_ket_sehat = fields.Date("Health Letter Date")
    no_sumpah = fields.Char("Oath Record No. (BA Sumpah)")
    tgl_sumpah = fields.Date("Oath Taken On")
    koreksi_dari_id = fields.Many2one("asn.riwayat.cpns.pns")

    _terbaru_idx = models.Index("(employee_id, jenis) WHERE status = 'sah'")

    def _periksa_sah(self):  # pylint: disable=missing-return
        """One valid row of each kind, PNS not before CPNS (PRF-NIP-10)."""
        super()._periksa_sah()
        tmt = {}
        for baris in self.search(
            [("employee_id", "in", self.employee_id.ids), ("status", "=", "sah")]
        ):
            kunci = (baris.employee_id, baris.jenis)
            if kunci in tmt:
                raise ValidationError(
                    self.env._(
                        "%(employee)s already has a valid row of this appointment."
                        " Record the second as a correction of the first.",
                        employee=baris.employee_id.name,
                    )
                )
            tmt[kunci] = baris.tmt
        for orang, jenis in list(tmt):
            cpns = tmt.get((orang, "cpns"))
            if jenis == "pns" and cpns and tmt[orang, "pns"] < cpns:
                raise ValidationError(
                    self.env._(
                        "%(employee)s cannot become PNS before TMT CPNS"
                        " (PRF-NIP-10). Compare the dates with both decrees.",
                        employee=orang.name,
                    )
                )
