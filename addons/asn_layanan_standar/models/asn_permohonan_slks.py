from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN

from ..domain import satyalancana

#: What a proposal decides; worked out and never typed.
KOLOM_SLKS = frozenset({"slks_jenis_id", "slks_usul", "slks_bulan", "is_slks_punya"})


class AsnPermohonan(models.Model):
    """What a proposal for the long-service medal adds to the request.

    Grade and service follow from the histories; the applicant fills in nothing.
    """

    _inherit = "asn.permohonan"

    slks_jenis_id = fields.Many2one(
        "asn.jenis.penghargaan",
        "Medal (Tanda Kehormatan)",
        compute="_compute_slks",
        store=True,
    )
    slks_usul = fields.Date(
        "Month of the Proposal (Bulan Usul)", compute="_compute_slks", store=True
    )
    slks_usul_teks = fields.Char(
        "Proposed In (Bulan Usul)", compute="_compute_slks_usul_teks"
    )
    slks_bulan = fields.Integer(
        "Service (months)", compute="_compute_slks", store=True, aggregator=None
    )
    slks_masa_kerja = fields.Char(
        "Service to the Proposal", compute="_compute_slks_masa_kerja"
    )
    is_slks_punya = fields.Boolean(
        "Holds a Lower Grade", compute="_compute_slks", store=True
    )

    @api.depends("layanan_id", "employee_id")
    def _compute_slks(self):
        """Work out what the employee may be proposed for (SLK-01, SLK-08)."""
        # sudo: the code of a service is no secret
        slks = self.filtered(lambda p: p.layanan_id.sudo().code == "satyalancana")
        lain = self - slks
        lain.slks_jenis_id = lain.slks_usul = lain.slks_bulan = False
        lain.is_slks_punya = False
        for permohonan in slks:
            hasil = permohonan._handler_slks()._hitung_permohonan(permohonan)
            permohonan.slks_jenis_id = hasil.jenis
            permohonan.slks_usul = hasil.usul
            permohonan.slks_bulan = max(hasil.bulan, 0)
            permohonan.is_slks_punya = hasil.punya

    @api.depends("slks_bulan")
    def _compute_slks_masa_kerja(self):
        for permohonan in self:
            tahun, bulan = divmod(permohonan.slks_bulan, 12)
            permohonan.slks_masa_kerja = self.env._(
                "%(years)s years %(months)s months", years=tahun, months=bulan
            )

    @api.depends("slks_usul")
    def _compute_slks_usul_teks(self):
        for permohonan in self:
            usul = permohonan.slks_usul
            permohonan.slks_usul_teks = (
                usul and f"{NAMA_BULAN[usul.month - 1]} {usul.year}"
            )

    def _handler_slks(self):
        return self.env["asn.layanan.handler.satyalancana"]

    def _medali(self):
        """Return the colour of the medal (SLK-06)."""
        return satyalancana.MEDALI.get(self.slks_jenis_id.masa_kerja_tahun, "")
