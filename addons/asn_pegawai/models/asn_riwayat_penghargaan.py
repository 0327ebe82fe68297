from odoo import api, fields, models


class AsnRiwayatPenghargaan(models.Model):
    """Awards and medals, each by its decree."""

    _name = "asn.riwayat.penghargaan"
    _inherit = "asn.riwayat.mixin"
    _description = "Award History (Riwayat Penghargaan)"
    _order = "tahun desc, id desc"
    _bagian = "pendukung"
    _urutan = 50
    _jenis_dokumen = ("PIAGAM", "PIAGAM_SLKS")
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis_penghargaan_id", "nama", "tahun")
    _WAJIB_SAH = ("jenis_penghargaan_id", "nomor_sk", "tahun")

    jenis_penghargaan_id = fields.Many2one(
        "asn.jenis.penghargaan",
        "Kind of Award (Jenis Penghargaan)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    nama = fields.Char("Name on the Charter (Piagam)")
    pemberi = fields.Char("Given By")
    tahun = fields.Integer("Year", required=True, aggregator=None)
    koreksi_dari_id = fields.Many2one("asn.riwayat.penghargaan")

    _tahun_range = models.Constraint(
        "CHECK (tahun BETWEEN 1940 AND 2100)", "The year of an award has four digits."
    )

    @api.model
    def _lengkapi(self, vals):
        if not vals.get("tahun") and vals.get("tanggal_sk"):
            vals["tahun"] = fields.Date.to_date(vals["tanggal_sk"]).year
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_sk")
        return super()._lengkapi(vals)

    def _periksa_sah(self):  # pylint: disable=missing-return
        """Each satyalancana for long service is given once in a career."""
        super()._periksa_sah()
        self._periksa_kembar(
            ["jenis_penghargaan_id"],
            [("jenis_penghargaan_id.masa_kerja_tahun", ">", 0)],
        )

    @api.depends("jenis_penghargaan_id", "nama", "tahun")
    def _compute_display_name(self):
        for baris in self:
            nama = baris.nama or baris.jenis_penghargaan_id.name
            bagian = (nama, str(baris.tahun or ""))
            baris.display_name = " · ".join(x for x in bagian if x)
