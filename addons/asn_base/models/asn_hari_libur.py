from odoo import api, fields, models

NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class AsnHariLibur(models.Model):
    """One national holiday or day of joint leave."""

    _name = "asn.hari.libur"
    _description = "Holiday (Hari Libur)"
    _order = "tanggal"

    name = fields.Char("Holiday", required=True)
    tanggal = fields.Date("Date", required=True)
    jenis = fields.Selection(
        [
            ("libur_nasional", "National holiday"),
            ("cuti_bersama", "Joint leave (cuti bersama)"),
        ],
        "Kind",
        required=True,
        default="libur_nasional",
    )
    hari = fields.Char("Day", compute="_compute_hari")
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

    _tanggal_uniq = models.Constraint(
        "UNIQUE (tanggal)", "This date is already in the list of holidays."
    )

    @api.depends("tanggal")
    def _compute_hari(self):
        for libur in self:
            tanggal = libur.tanggal
            libur.hari = NAMA_HARI[tanggal.weekday()] if tanggal else False
