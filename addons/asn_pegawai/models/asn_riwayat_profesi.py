from odoo import api, fields, models


class AsnRiwayatProfesi(models.Model):
    """Profession taken after university, e.g. doctor, nurse, teacher, advocate."""

    _name = "asn.riwayat.profesi"
    _inherit = "asn.riwayat.mixin"
    _description = "Profession History (Riwayat Profesi)"
    _order = "tahun desc, id desc"
    _bagian = "kualifikasi"
    _urutan = 30
    _jenis_dokumen = ("SERTIFIKAT_PROFESI", "STR", "SIP")
    _usulan = "bkpsdm"
    _kolom_utama = ("profesi", "institusi", "tahun")
    _WAJIB_SAH = ("profesi", "nomor_sk", "tahun")

    profesi = fields.Char("Profession (Profesi)", required=True)
    institusi = fields.Char("Institution")
    tahun = fields.Integer("Year of Graduation", required=True, aggregator=None)
    nomor_sk = fields.Char("Certificate No. (Sertifikat Profesi)")
    tanggal_sk = fields.Date("Certificate Date")
    nomor_registrasi = fields.Char("Registration No. (STR)")
    berlaku_sampai = fields.Date("Registration Valid Until", index="btree_not_null")
    koreksi_dari_id = fields.Many2one("asn.riwayat.profesi")

    _tahun_range = models.Constraint(
        "CHECK (tahun BETWEEN 1940 AND 2100)", "The year of graduation has four digits."
    )

    @api.model
    def _lengkapi(self, vals):
        if not vals.get("tahun") and vals.get("tanggal_sk"):
            vals["tahun"] = fields.Date.to_date(vals["tanggal_sk"]).year
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_sk")
        return super()._lengkapi(vals)

    @api.depends("profesi", "tahun")
    def _compute_display_name(self):
        for baris in self:
            bagian = (baris.profesi, str(baris.tahun or ""))
            baris.display_name = " · ".join(x for x in bagian if x)
