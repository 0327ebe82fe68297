from odoo import api, fields, models


class AsnRiwayatOrganisasi(models.Model):
    """Memberships in organisations, professional ones and others."""

    _name = "asn.riwayat.organisasi"
    _inherit = "asn.riwayat.mixin"
    _description = "Organisations (Riwayat Organisasi)"
    _order = "tanggal_mulai desc, id desc"
    _rec_name = "nama"
    _WAJIB_SAH = ("nama", "tanggal_mulai")
    _bagian = "pendukung"
    _urutan = 95
    _jenis_dokumen = ("KTA_ORGANISASI",)
    _usulan = "fasilitator"
    _kolom_utama = ("nama", "peran", "tanggal_mulai", "tanggal_selesai")

    nama = fields.Char("Organisation", required=True)
    peran = fields.Char("Position Held")
    jenis = fields.Selection(
        [
            ("profesi", "Professional (profesi)"),
            ("kedinasan", "Of the service (kedinasan, Korpri)"),
            ("masyarakat", "Social (kemasyarakatan)"),
            ("pendidikan", "During education"),
        ],
        "Kind",
    )
    tempat = fields.Char("Place")
    pimpinan = fields.Char("Led By")
    tanggal_mulai = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until")
    koreksi_dari_id = fields.Many2one("asn.riwayat.organisasi")

    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai IS NULL OR tanggal_selesai >= tanggal_mulai)",
        "A membership cannot end before it begins.",
    )

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_mulai")
        return super()._lengkapi(vals)

    @api.depends("nama", "peran")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = " · ".join(x for x in (baris.nama, baris.peran) if x)
