from odoo import fields, models


class AsnLayananVersi(models.Model):
    """Who may file, when, and whether a survey follows."""

    _inherit = "asn.layanan.versi"

    pengaju_pegawai = fields.Boolean("The Applicant", default=True)
    pengaju_fasilitator = fields.Boolean(
        "The Facilitator (fasilitator)",
        default=True,
        help="For employees of the units granted.",
    )
    pengaju_petugas = fields.Boolean(
        "The Officer of the Service (BKPSDM)", default=True
    )
    pengaju_pimpinan = fields.Boolean(
        "The Head of the Unit", help="For employees of the unit and those below."
    )
    pembukaan = fields.Selection(
        [
            ("selalu", "At any time"),
            ("periode", "Only within the periods of the service"),
        ],
        "Open",
        default="selalu",
        required=True,
    )
    boleh_susulan = fields.Boolean(
        "Late Filing by an Officer",
        help="Outside the periods an officer of the service may file with a reason.",
    )
    survei = fields.Selection(
        [
            ("baku", "Two questions, before the product is released"),
            ("tanpa", "None: the product is released at once"),
        ],
        "Survey",
        default="baku",
        required=True,
    )

    def _pengaju_terbaca(self):
        """Return in words who may file."""
        self.ensure_one()
        label = [
            self._fields[nama]._description_string(self.env)
            for nama in (
                "pengaju_pegawai",
                "pengaju_fasilitator",
                "pengaju_petugas",
                "pengaju_pimpinan",
            )
            if self[nama]
        ]
        return ", ".join(label) or "-"

    def _boleh_mengajukan(self, user, pegawai):
        """Tell whether a user may file a request of this version for a person.

        :param pegawai: sudo record of the person the request is for
        """
        self.ensure_one()
        if pegawai.user_id == user:
            return self.pengaju_pegawai
        unit = pegawai.unit_id.id
        return bool(
            (
                self.pengaju_fasilitator
                and user.has_group("asn_base.group_fasilitator")
                and unit in user.asn_scope_unit_ids.ids
            )
            or (self.pengaju_petugas and self._is_petugas(user))
            or (
                self.pengaju_pimpinan
                and user.has_group("asn_base.group_pimpinan")
                and unit in user.asn_unit_dipimpin_ids.ids
            )
        )

    def _is_petugas(self, user):
        """Tell whether a user is an officer of this service."""
        return (
            user.has_group("asn_base.group_admin_aplikasi")
            and self.layanan_id in user.layanan_ids
        )
