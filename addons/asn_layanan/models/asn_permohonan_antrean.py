from odoo import api, fields, models
from odoo.fields import Domain


class AsnPermohonan(models.Model):
    """Worklists: whose queue a request is in, and how much of its time is used."""

    _inherit = "asn.permohonan"

    is_unit_saya = fields.Boolean(
        "My Unit's", compute="_compute_antrean", search="_search_is_unit_saya"
    )
    is_layanan_saya = fields.Boolean(
        "My Services'", compute="_compute_antrean", search="_search_is_layanan_saya"
    )
    sla_terpakai = fields.Integer(
        "Time Used",
        compute="_compute_sla_terpakai",
        help="Percent of the time between submission and deadline. It stands still"
        " while the applicant has to complete the request or another body answers.",
    )

    @api.model
    def _unit_saya(self):
        """Return ids of the units that the present user heads or looks after."""
        user = self.env.user
        return sorted({*user.asn_unit_dipimpin_ids.ids, *user.asn_scope_unit_ids.ids})

    @api.model
    def formatted_read_group(self, domain, groupby=(), *args, **kwargs):
        """Group as always; the column of what is finished starts folded."""
        groups = super().formatted_read_group(domain, groupby, *args, **kwargs)
        if tuple(groupby[:1]) == ("fase",):
            for group in groups:
                if group["fase"] == "selesai":
                    group["__fold"] = True
        return groups

    @api.depends_context("uid")
    @api.depends("unit_id", "layanan_id")
    def _compute_antrean(self):
        unit, layanan = set(self._unit_saya()), self.env.user.layanan_ids
        for permohonan in self:
            permohonan.is_unit_saya = permohonan.unit_id.id in unit
            permohonan.is_layanan_saya = permohonan.layanan_id in layanan

    @api.model
    def _search_is_unit_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("unit_id", "in", self._unit_saya())

    @api.model
    def _search_is_layanan_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("layanan_id", "in", self.env.user.layanan_ids.ids)

    @api.depends("tanggal_ajuan", "batas_waktu", "jeda_mulai", "tanggal_terbit")
    def _compute_sla_terpakai(self):
        sekarang = fields.Datetime.now()
        for permohonan in self:
            mulai, batas = permohonan.tanggal_ajuan, permohonan.batas_waktu
            if not mulai or not batas or batas <= mulai:
                permohonan.sla_terpakai = 0
                continue
            kini = (
                permohonan.tanggal_terbit
                or permohonan.tanggal_akhir
                or permohonan.jeda_mulai
                or sekarang
            )
            terpakai = round(100 * ((kini - mulai) / (batas - mulai)))
            # While the clock stands nobody is late.
            berhenti = bool(permohonan.jeda_mulai)
            permohonan.sla_terpakai = min(terpakai, 100) if berhenti else terpakai
