from odoo import api, fields, models


class AsnGolongan(models.Model):
    """Pay grade: golongan ruang of PNS (I/a to IV/e) or golongan of PPPK (I to XVII)."""

    _name = "asn.golongan"
    _inherit = "asn.referensi.mixin"
    _kunci_bawaan = ("jenis", "kode")
    _description = "Grade (Golongan)"
    _order = "jenis, urutan"
    _rec_names_search = ["kode", "name"]

    jenis = fields.Selection(
        [("pns", "PNS"), ("pppk", "PPPK")], "For", required=True, default="pns"
    )
    urutan = fields.Integer("Order", required=True)
    golongan = fields.Char("Group (Golongan)")
    ruang = fields.Char("Step (Ruang)")
    pangkat = fields.Char("Rank (Pangkat)")
    kelompok = fields.Char("Rank Group")
    kode_siasn = fields.Char("SIASN Code")
    mkg_tabel_min = fields.Integer("Lowest MKG of the Pay Table")
    mkg_tabel_maks = fields.Integer("Highest MKG of the Pay Table")
    berikutnya_id = fields.Many2one(
        "asn.golongan", "Next Grade", index="btree_not_null"
    )
    pendidikan_lazim = fields.Char("Usual Entry Education")
    jabatan_lazim = fields.Char("Usual Posts")
    gaji_ids = fields.One2many("asn.gaji.pokok", "golongan_id", "Basic Pay")

    _kode_uniq = models.Constraint(
        "UNIQUE (jenis, kode)", "There is already a grade (golongan) with this code."
    )

    @api.depends("name", "kode", "jenis")
    def _compute_display_name(self):
        for golongan in self:
            if golongan.jenis == "pns":
                golongan.display_name = f"{golongan.name} ({golongan.kode})"
            else:
                golongan.display_name = golongan.name

    @api.model
    def _by_kode(self, kode, jenis="pns"):
        """Return the grade with this code, also an archived one, or none."""
        return self.with_context(active_test=False).search(
            [("kode", "=", (kode or "").strip()), ("jenis", "=", jenis)], limit=1
        )
