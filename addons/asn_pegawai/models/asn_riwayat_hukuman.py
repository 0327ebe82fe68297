from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.exceptions import ValidationError


class AsnRiwayatHukuman(models.Model):
    """Disciplinary punishments, each by its decree.

    The end follows from the kind. An appeal's outcome or an annulment is a
    correction of the row: the decree as it was imposed stays readable.
    """

    _name = "asn.riwayat.hukuman"
    _inherit = "asn.riwayat.mixin"
    _description = "Disciplinary Punishments (Riwayat Hukuman)"
    _bagian = "pendukung"
    _urutan = 85
    _kelas = "spesifik"
    _jenis_dokumen = ("SK_HUKDIS", "SK_PEMBATALAN_HUKDIS")
    _usulan = None
    _kolom_utama = ("jenis_hukuman_id", "tmt", "tanggal_selesai", "nomor_sk")

    tmt = fields.Date(required=True)
    jenis_hukuman_id = fields.Many2one(
        "asn.jenis.hukuman",
        "Kind of Punishment (Jenis Hukuman)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    tingkat = fields.Selection(
        related="jenis_hukuman_id.tingkat", string="Level (Tingkat)", store=True
    )
    lama_bulan = fields.Integer(
        "Length (months)",
        compute="_compute_lama_bulan",
        store=True,
        readonly=False,
        aggregator=None,
    )
    tanggal_selesai = fields.Date(
        "Ends On",
        compute="_compute_tanggal_selesai",
        store=True,
        help="Last day of the punishment, from its TMT and length.",
    )
    dasar_hukum = fields.Char("Legal Basis", help="E.g. PP 94/2021 Pasal 8.")
    pelanggaran = fields.Text("Offence (Pelanggaran)")
    golongan_id = fields.Many2one(
        "asn.golongan", "Grade at That Time", ondelete="restrict"
    )
    upaya = fields.Selection(
        [
            ("keberatan", "Objection (keberatan)"),
            ("banding", "Administrative appeal (banding BPASN)"),
        ],
        "Appeal",
    )
    tanggal_upaya = fields.Date("Appealed On")
    hasil_upaya = fields.Selection(
        [
            ("dikuatkan", "Upheld (dikuatkan)"),
            ("diperingan", "Reduced (diperingan)"),
            ("diperberat", "Increased (diperberat)"),
            ("diubah", "Changed (diubah)"),
            ("dibatalkan", "Annulled (dibatalkan)"),
        ],
        "Outcome of the Appeal",
    )
    nomor_putusan = fields.Char("Appeal Decision No.")
    tanggal_putusan = fields.Date("Appeal Decision Date")
    nomor_sk_pembatalan = fields.Char("Annulment No.")
    tanggal_pembatalan = fields.Date("Annulled On")
    koreksi_dari_id = fields.Many2one("asn.riwayat.hukuman")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _lama_range = models.Constraint(
        "CHECK (lama_bulan BETWEEN 0 AND 120)",
        "The length of a punishment lies between 0 and 120 months.",
    )

    @api.depends("jenis_hukuman_id")
    def _compute_lama_bulan(self):
        for baris in self:
            baris.lama_bulan = baris.jenis_hukuman_id.lama_bulan

    @api.depends("tmt", "lama_bulan")
    def _compute_tanggal_selesai(self):
        for baris in self:
            selesai = False
            if baris.tmt and baris.lama_bulan:
                selesai = tambah_bulan(baris.tmt, baris.lama_bulan) - timedelta(days=1)
            baris.tanggal_selesai = selesai

    @api.constrains("hasil_upaya", "nomor_putusan", "upaya")
    def _check_upaya(self):
        for baris in self:
            if baris.hasil_upaya and not (baris.upaya and baris.nomor_putusan):
                raise ValidationError(
                    self.env._(
                        "The outcome of an appeal needs the kind of appeal and the"
                        " number of the decision (putusan)."
                    )
                )

    @api.model
    def _domain_tidak_dibatalkan(self):
        """Return the condition of punishments that no appeal or decree took back.

        The corrected row says so and stays valid, so that it can be read; it stands
        against nobody (services.md 2.3).
        """
        return [
            ("status", "=", "sah"),
            ("nomor_sk_pembatalan", "=", False),
            ("hasil_upaya", "!=", "dibatalkan"),
        ]

    def _berlaku(self, pada):
        """Return the valid punishments in force on a date.

        One without a length (a warning) is in force on its own day only; one
        that was annulled never.
        """
        return self.filtered(
            lambda r: (
                r.status == "sah"
                and not r.nomor_sk_pembatalan
                and r.hasil_upaya != "dibatalkan"
                and r.tmt <= pada <= (r.tanggal_selesai or r.tmt)
            )
        )
