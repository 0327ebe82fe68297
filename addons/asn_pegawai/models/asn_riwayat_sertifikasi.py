from odoo import api, fields, models


class AsnRiwayatSertifikasi(models.Model):
    """Certification by a body, often valid for some years only."""

    _name = "asn.riwayat.sertifikasi"
    _inherit = "asn.riwayat.mixin"
    _description = "Certification History (Riwayat Sertifikasi)"
    _bagian = "kompetensi"
    _urutan = 20
    _jenis_dokumen = ("SERTIFIKASI", "SERTIFIKAT_KOMPETENSI", "STR", "SIP")
    _usulan = "fasilitator"
    _kolom_utama = ("nama", "lembaga", "berlaku_sampai")
    _WAJIB_SAH = ("nama", "nomor_sk", "tanggal_sk")

    nama = fields.Char("Certification (Sertifikasi)", required=True)
    lembaga = fields.Char("Certifying Body (Lembaga)")
    nomor_sk = fields.Char("Certificate No. (Nomor Sertifikat)")
    tanggal_sk = fields.Date("Issued On")
    berlaku_sampai = fields.Date("Valid Until", index="btree_not_null")
    masih_berlaku = fields.Boolean(
        "In Force",
        compute="_compute_masih_berlaku",
        search="_search_masih_berlaku",
        help="Issued, and without an end or not yet at its end.",
    )
    koreksi_dari_id = fields.Many2one("asn.riwayat.sertifikasi")

    _sampai_setelah_terbit = models.Constraint(
        "CHECK (berlaku_sampai IS NULL OR tanggal_sk IS NULL"
        " OR berlaku_sampai >= tanggal_sk)",
        "A certificate cannot end before it is issued.",
    )

    @api.depends("berlaku_sampai", "tanggal_sk")
    def _compute_masih_berlaku(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for baris in self:
            baris.masih_berlaku = bool(
                baris.tanggal_sk
                and baris.tanggal_sk <= hari_ini
                and (not baris.berlaku_sampai or baris.berlaku_sampai >= hari_ini)
            )

    def _search_masih_berlaku(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if set(value) == {True, False}:
            return [(1, "=", 1)]
        if True in value:
            return [
                ("tanggal_sk", "<=", hari_ini),
                "|",
                ("berlaku_sampai", "=", False),
                ("berlaku_sampai", ">=", hari_ini),
            ]
        return [
            "|",
            "|",
            ("tanggal_sk", "=", False),
            ("tanggal_sk", ">", hari_ini),
            ("berlaku_sampai", "<", hari_ini),
        ]

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_sk")
        return super()._lengkapi(vals)

    @api.depends("nama", "nomor_sk")
    def _compute_display_name(self):
        for baris in self:
            bagian = (baris.nama, baris.nomor_sk)
            baris.display_name = " · ".join(x for x in bagian if x)
