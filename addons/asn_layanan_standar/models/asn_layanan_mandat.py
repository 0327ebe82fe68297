from odoo import fields, models


class AsnLayananMandat(models.Model):
    """Signers that every city has and whose posts differ in name."""

    _inherit = "asn.layanan.mandat"

    penandatangan_jabatan = fields.Selection(
        selection_add=[
            ("sekda", "Regional secretary (Sekretaris Daerah)"),
            ("kepala_daerah", "Head of the region (Wali Kota/Bupati)"),
            ("kepala_bkpsdm", "Head of the personnel agency (Kepala BKPSDM)"),
        ],
        ondelete={
            "sekda": "set default",
            "kepala_daerah": "set default",
            "kepala_bkpsdm": "set default",
        },
    )

    def _pemegang(self, permohonan):
        """Return who signs: the head of the top unit or of the secretariat."""
        self.ensure_one()
        if self.penandatangan_jabatan == "kepala_daerah":
            return self._unit_puncak(permohonan).manager_id
        if self.penandatangan_jabatan == "sekda":
            return self._sekretariat(permohonan).manager_id
        if self.penandatangan_jabatan == "kepala_bkpsdm":
            return self._kepala_bkpsdm()
        return super()._pemegang(permohonan)

    def _kepala_bkpsdm(self):
        """Return who holds the role of head of the agency; who heads a unit first."""
        # sudo: who heads the agency is no secret
        akun = self.env.ref("asn_base.group_kepala_badan").sudo().all_user_ids
        calon = akun.filtered("active").employee_id
        return calon.sorted(lambda p: (not p.unit_id.manager_id == p, p.id))[:1]

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
