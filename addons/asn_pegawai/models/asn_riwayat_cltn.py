from odoo import api, fields, models

#: SIASN codes of the kind, with the effect on service.
JENIS_CLTN = [
    ("1", "CLTN"),
    ("5", "CLTN extended (perpanjangan)"),
    ("3", "Back from CLTN (pengaktifan kembali)"),
    ("2", "Military service (prajurit wajib)"),
    ("4", "Back from military service"),
    ("9", "State official (pejabat negara)"),
    ("11", "Back from being a state official"),
    ("10", "Village head (kepala desa)"),
    ("12", "Back from being a village head"),
]


class AsnRiwayatCltn(models.Model):
    """Leave outside state responsibility and other interruptions of duty."""

    _name = "asn.riwayat.cltn"
    _inherit = "asn.riwayat.mixin"
    _description = "Interruptions of Duty (Riwayat CLTN)"
    _order = "tanggal_mulai desc, id desc"
    _WAJIB_SAH = ("tanggal_mulai", "nomor_sk", "tanggal_sk")
    _bagian = "pendukung"
    _urutan = 75
    _jenis_dokumen = ("SK_CLTN", "LAPOR_SELESAI_CLTN")
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis", "tanggal_mulai", "tanggal_selesai", "nomor_sk")

    #: Kinds whose time does not count as service.
    _TANPA_MASA_KERJA = frozenset({"1", "5"})

    jenis = fields.Selection(JENIS_CLTN, "Kind", default="1", required=True)
    tanggal_mulai = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until")
    tanggal_aktif = fields.Date("Back on Duty Since")
    alasan = fields.Char("Reason")
    nomor_bkn = fields.Char("BKN Approval No.")
    tanggal_bkn = fields.Date("BKN Approval Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.cltn")

    _terbaru_idx = models.Index(
        "(employee_id, tanggal_mulai DESC) WHERE status = 'sah'"
    )
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai IS NULL OR tanggal_selesai >= tanggal_mulai)",
        "Leave cannot end before it begins.",
    )
    _aktif_setelah_mulai = models.Constraint(
        "CHECK (tanggal_aktif IS NULL OR tanggal_aktif >= tanggal_mulai)",
        "Nobody is back on duty before leaving.",
    )

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_mulai")
        return super()._lengkapi(vals)
