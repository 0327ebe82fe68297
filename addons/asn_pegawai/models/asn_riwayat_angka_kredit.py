from odoo import api, fields, models

from ..domain import angka_kredit
from .hr_employee_kepegawaian import JENJANG


class AsnRiwayatAngkaKredit(models.Model):
    """Credit points by decree (PAK): counted, joined or converted."""

    _name = "asn.riwayat.angka.kredit"
    _inherit = "asn.riwayat.mixin"
    _description = "Credit Point History (Riwayat Angka Kredit)"
    _order = "periode_selesai desc, id desc"
    _bagian = "kinerja"
    _urutan = 20
    _jenis_dokumen = ("PAK",)
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis", "periode_mulai", "periode_selesai", "kredit_total")
    _WAJIB_SAH = ("nomor_sk", "tanggal_sk", "kredit_total")

    jenis = fields.Selection(
        [
            ("konversi", "Conversion of the predicate (konversi)"),
            ("integrasi", "Joined to the new system (integrasi)"),
            ("konvensional", "Counted by activity (konvensional)"),
        ],
        "Kind",
        default="konversi",
        required=True,
    )
    periode_mulai = fields.Date("Period From", required=True)
    periode_selesai = fields.Date("Period Until", required=True)
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", index="btree_not_null", ondelete="restrict"
    )
    jenjang = fields.Selection(JENJANG, "Level (Jenjang)")
    predikat_id = fields.Many2one(
        "asn.predikat.kinerja", "Predicate (Predikat)", ondelete="restrict"
    )
    kredit_utama = fields.Float(
        "Main Points (Utama)",
        digits=(10, 3),
        compute="_compute_kredit_utama",
        store=True,
        readonly=False,
        aggregator=None,
        help="From a predicate: points of the level per year, times the worth of"
        " the predicate, for the months of the period.",
    )
    kredit_penunjang = fields.Float(
        "Supporting Points (Penunjang)", digits=(10, 3), aggregator=None
    )
    kredit_total = fields.Float(
        "Total Points",
        digits=(10, 3),
        compute="_compute_kredit_total",
        store=True,
        aggregator=None,
    )
    is_pertama = fields.Boolean("First Credit Points")
    nomor_sk = fields.Char("PAK No.")
    tanggal_sk = fields.Date("PAK Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.angka.kredit")

    _periode_urut = models.Constraint(
        "CHECK (periode_selesai >= periode_mulai)",
        "A period of credit points (angka kredit) cannot end before it begins.",
    )
    _tidak_negatif = models.Constraint(
        "CHECK (coalesce(kredit_utama, 0) >= 0 AND coalesce(kredit_penunjang, 0) >= 0)",
        "Credit points (angka kredit) are never negative.",
    )

    @api.depends("jenis", "jenjang", "predikat_id", "periode_mulai", "periode_selesai")
    def _compute_kredit_utama(self):
        koefisien = self.env["asn.angka.kredit.jenjang"]._koefisien()
        for baris in self:
            bulan = angka_kredit.bulan_periode(
                baris.periode_mulai, baris.periode_selesai
            )
            if baris.jenis == "konversi" and baris.jenjang and baris.predikat_id:
                baris.kredit_utama = angka_kredit.konversi(
                    koefisien.get(baris.jenjang, 0),
                    baris.predikat_id.persen_konversi,
                    bulan,
                )

    @api.depends("kredit_utama", "kredit_penunjang")
    def _compute_kredit_total(self):
        for baris in self:
            baris.kredit_total = baris.kredit_utama + baris.kredit_penunjang

    @api.onchange("employee_id")
    def _onchange_employee_id(self):
        if self.employee_id and not self.jenjang:
            self.jabatan_id = self.employee_id.jabatan_id
            self.jenjang = self.employee_id.jenjang

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("periode_selesai")
        return super()._lengkapi(vals)

    def _periksa_sah(self):  # pylint: disable=missing-return
        """One decree per kind and period."""
        super()._periksa_sah()
        self._periksa_kembar(["jenis", "periode_mulai:day", "periode_selesai:day"])

    @api.depends("nomor_sk", "periode_selesai", "kredit_total")
    def _compute_display_name(self):
        for baris in self:
            sampai = baris.periode_selesai
            bagian = (
                baris.nomor_sk,
                sampai.strftime("%d-%m-%Y") if sampai else "",
                f"{baris.kredit_total:g}",
            )
            baris.display_name = " · ".join(x for x in bagian if x)
