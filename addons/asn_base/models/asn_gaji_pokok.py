from odoo import api, fields, models


class AsnGajiPokok(models.Model):
    """Basic pay in whole rupiah of one grade and step, from a date on.

    A new regulation adds rows with a later date; the old ones stay, because
    past decisions are checked against the table of their own time.
    """

    _name = "asn.gaji.pokok"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("golongan_id", "mkg_tahun", "berlaku_mulai")
    _description = "Basic Pay (Gaji Pokok)"
    _order = "berlaku_mulai desc, golongan_id, mkg_tahun"
    _rec_name = "dasar"

    golongan_id = fields.Many2one(
        "asn.golongan",
        "Grade (Golongan)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    jenis = fields.Selection(related="golongan_id.jenis", store=True)
    mkg_tahun = fields.Integer("MKG (years)", required=True)
    gaji_pokok = fields.Integer("Basic Pay (Rp)", required=True)
    berlaku_mulai = fields.Date("Valid From", required=True, index=True)
    dasar = fields.Char("Regulation")
    sumber = fields.Char("Legal Source")
    keyakinan = fields.Selection(
        [
            ("found", "Read in the regulation"),
            ("known", "Common practice"),
            ("unsure", "To be confirmed"),
        ],
        "Confidence",
        default="found",
        required=True,
    )

    _step_uniq = models.Constraint(
        "UNIQUE (golongan_id, mkg_tahun, berlaku_mulai)",
        "This step of the pay table exists already for that date.",
    )
    _positive = models.Constraint(
        "CHECK (gaji_pokok > 0 AND mkg_tahun >= 0)",
        "Basic pay must be positive and MKG not negative.",
    )

    @api.model
    def _cari(self, golongan, mkg_tahun, pada):
        """Return the pay row for a grade, whole years of MKG and a date.

        The table is the newest one in force on the date. Where it has no step
        for the MKG, the greatest step not above it applies; below the first
        step there is none and the answer is empty.
        """
        return self._cari_banyak([(golongan, mkg_tahun, pada)])[0]

    @api.model
    def _cari_banyak(self, dicari):
        """Return what ``_cari`` returns for each of many, by one query.

        :param dicari: its arguments, one tuple each
        """
        golongan = self.env["asn.golongan"].union(*(satu[0] for satu in dicari))
        tabel = self.search_fetch(
            [("golongan_id", "in", golongan.ids)],
            ["golongan_id", "berlaku_mulai", "mkg_tahun", "gaji_pokok"],
            order="berlaku_mulai desc, mkg_tahun desc",
        ).grouped("golongan_id")
        return [self._langkah(tabel.get(g), mkg, pada) for g, mkg, pada in dicari]

    @api.model
    def _langkah(self, tabel, mkg_tahun, pada):
        """Return the step of one grade; ``tabel`` has the newest rows first."""
        berlaku = (tabel or self).filtered(lambda b: b.berlaku_mulai <= pada)
        mulai = berlaku[:1].berlaku_mulai
        return berlaku.filtered(
            lambda b: b.berlaku_mulai == mulai and b.mkg_tahun <= mkg_tahun
        )[:1]
