from odoo import fields, models


class AsnLayananMandat(models.Model):
    """Two signers that every city has and whose posts differ in name."""

    _inherit = "asn.layanan.mandat"

    penandatangan_jabatan = fields.Selection(
        selection_add=[
            ("sekda", "Regional secretary (Sekretaris Daerah)"),
            ("kepala_daerah", "Head of the region (Wali Kota/Bupati)"),
        ],
        ondelete={"sekda": "set default", "kepala_daerah": "set default"},
    )

    def _pemegang(self, permohonan):
        """Return who signs: the head of the top unit or of the secretariat."""
        self.ensure_one()
        if self.penandatangan_jabatan == "kepala_daerah":
            return self._unit_puncak(permohonan).manager_id
        if self.penandatangan_jabatan == "sekda":
            return self._sekretariat(permohonan).manager_id
        return super()._pemegang(permohonan)

    def _unit_puncak(self, permohonan):
        """Return the top unit of the applicant's tree."""
        unit = permohonan.unit_id
        return unit._leluhur()[-1:] if unit else unit

    def _sekretariat(self, permohonan):
        """Return the secretariat of the region (not that of the council).

        It is the one whose head has the higher eselon (II.a in a city).
        """
        # sudo: the unit of the signer lies outside the applicant's scope
        calon = (
            self.env["hr.department"]
            .sudo()
            .search(
                [
                    ("jenis_unit", "=", "sekretariat"),
                    ("id", "child_of", self._unit_puncak(permohonan).ids),
                ]
            )
        )
        return calon.sorted(lambda u: (u.eselon or "Z", u.id))[:1]
