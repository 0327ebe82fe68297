from odoo import api, fields, models


class AsnRiwayatPendidikan(models.Model):
    """Formal education, from school to university."""

    _name = "asn.riwayat.pendidikan"
    _inherit = "asn.riwayat.mixin"
    _description = "Education History (Riwayat Pendidikan)"
    _bagian = "kualifikasi"
    _urutan = 10
    _jenis_dokumen = ("IJAZAH", "TRANSKRIP")
    _usulan = "bkpsdm"
    _kolom_utama = ("pendidikan_id", "program", "sekolah", "tahun_lulus")
    _order = "tahun_lulus desc, id desc"
    _rec_name = "nomor_ijazah"
    _jenis_proyeksi = "pendidikan"
    _WAJIB_SAH = ("nomor_ijazah", "tahun_lulus")

    pendidikan_id = fields.Many2one(
        "asn.pendidikan", "Level", required=True, ondelete="restrict"
    )
    program = fields.Char("Field of Study (Program Studi)")
    sekolah = fields.Char("School or University")
    nomor_ijazah = fields.Char("Certificate No. (Ijazah)")
    tanggal_lulus = fields.Date("Graduated On")
    tahun_lulus = fields.Integer("Graduation Year", aggregator=None)
    gelar_depan = fields.Char("Title Before the Name")
    gelar_belakang = fields.Char("Title After the Name")
    is_pertama = fields.Boolean("Education at Entry")
    koreksi_dari_id = fields.Many2one("asn.riwayat.pendidikan")

    _tahun_range = models.Constraint(
        "CHECK (tahun_lulus IS NULL OR tahun_lulus = 0"
        " OR tahun_lulus BETWEEN 1940 AND 2100)",
        "The graduation year has four digits.",
    )

    @api.model
    def _lengkapi(self, vals):
        lulus = fields.Date.to_date(vals.get("tanggal_lulus"))
        if lulus:
            vals.setdefault("tmt", lulus)
            vals["tahun_lulus"] = vals.get("tahun_lulus") or lulus.year
        return super()._lengkapi(vals)

    @api.onchange("tanggal_lulus")
    def _onchange_tanggal_lulus(self):
        if self.tanggal_lulus:
            self.tahun_lulus = self.tanggal_lulus.year

    @api.depends("pendidikan_id", "program", "tahun_lulus")
    def _compute_display_name(self):
        for baris in self:
            bagian = (
                baris.pendidikan_id.kode,
                baris.program,
                str(baris.tahun_lulus or ""),
            )
            baris.display_name = " · ".join(x for x in bagian if x)
