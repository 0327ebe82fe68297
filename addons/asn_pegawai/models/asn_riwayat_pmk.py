from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatPmk(models.Model):
    """Earlier service that was counted (peninjauan masa kerja).

    Years and months counted add to the whole service. MKG changes only by
    the grade row of the same decree, which ``golongan_baris_id`` names.
    """

    _name = "asn.riwayat.pmk"
    _inherit = "asn.riwayat.mixin"
    _description = "Earlier Service Counted (Riwayat PMK)"
    _bagian = "pendukung"
    _urutan = 70
    _jenis_dokumen = ("SK_PMK",)
    _usulan = "bkpsdm"
    _kolom_utama = ("instansi", "tahun", "bulan", "nomor_sk")

    tmt = fields.Date(required=True)
    instansi = fields.Char("Employer", required=True)
    jabatan = fields.Char("Worked As")
    tanggal_mulai = fields.Date("From")
    tanggal_selesai = fields.Date("Until")
    is_dinilai = fields.Boolean("Counted (dinilai)", default=True)
    tahun = fields.Integer("Years Counted", aggregator=None)
    bulan = fields.Integer("Months Counted", aggregator=None)
    nomor_pertek = fields.Char("BKN Consideration No. (Pertek)")
    tanggal_pertek = fields.Date("BKN Consideration Date")
    golongan_baris_id = fields.Many2one(
        "asn.riwayat.golongan",
        "Grade Row with the New MKG",
        domain="[('employee_id', '=', employee_id)]",
        index="btree_not_null",
        ondelete="restrict",
    )
    koreksi_dari_id = fields.Many2one("asn.riwayat.pmk")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _lama_range = models.Constraint(
        "CHECK (tahun BETWEEN 0 AND 40 AND bulan BETWEEN 0 AND 11)",
        "Service counted lies between 0 and 40 years and 0 and 11 months.",
    )
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai IS NULL OR tanggal_selesai >= tanggal_mulai)",
        "Earlier service cannot end before it begins.",
    )

    @api.constrains("golongan_baris_id", "employee_id")
    def _check_golongan_orang_sama(self):
        for baris in self:
            golongan = baris.golongan_baris_id
            if golongan and golongan.employee_id != baris.employee_id:
                raise ValidationError(
                    self.env._(
                        "The grade row of a PMK belongs to the same employee."
                        " Choose one of that employee's rows."
                    )
                )
