from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..domain.pustaka import DOMAIN, Jenis, Parameter
from .asn_layanan_tahap import baca_domain


class AsnLayananPustaka(models.AbstractModel):
    """Free conditions: a filter on the profile, or the judgement of a human."""

    _inherit = "asn.layanan.pustaka"

    @api.model
    def _daftar_jenis(self):
        return [*super()._daftar_jenis(), "profil", "manusia"]

    @api.model
    def _uraian_profil(self):
        return Jenis(
            "profil",
            self.env._("Filter on the profile"),
            "lain",
            self.env._(
                "The profile fits a filter over stored fields that are not"
                " confidential."
            ),
            self.env._("The profile fits the filter"),
            self.env._("Your profile does not meet this condition."),
            (
                Parameter(
                    "domain",
                    DOMAIN,
                    self.env._("Filter"),
                    wajib=True,
                    model="hr.employee",
                ),
            ),
        )

    @api.model
    def _pustaka_profil(self, orang, parameter, kasus):
        cocok = set(orang.filtered_domain(baca_domain(parameter["domain"])).ids)
        return {p.id: ("lulus" if p.id in cocok else "gagal", False) for p in orang}

    @api.model
    def _periksa_domain_profil(self, teks):
        """Refuse a filter over fields that this user may not read.

        A rehearsal tells who passes: over a confidential field it would tell its
        value. Paths stay within the profile and what it points to.

        :raises ValidationError: when it cannot be read, or reads what it may not
        """
        try:
            domain = baca_domain(teks)
            domain.validate(self.env["hr.employee"])
        except Exception as salah:
            raise ValidationError(
                self.env._("The filter on the profile cannot be read.")
            ) from salah
        # Constraints run in sudo: here the rights of the person count.
        self._periksa_saringan(domain, self.env["hr.employee"].sudo(False))

    @api.model
    def _periksa_saringan(self, domain, Model):
        for satu in domain.iter_conditions():
            tujuan = self._periksa_jalur(satu.field_expr, Model)
            if satu.operator in ("any", "not any"):
                self._periksa_saringan(Domain(satu.value), tujuan)
            elif satu.operator in ("any!", "not any!"):
                raise ValidationError(
                    self.env._("The filter on the profile cannot be read.")
                )

    @api.model
    def _periksa_jalur(self, jalur, Model):
        """Refuse a path that the user may not read; return where it leads."""
        for nama in jalur.split("."):
            field = Model._fields.get(nama)
            boleh = (
                field is not None
                and (field.store or nama == "id")
                and Model._has_field_access(field, "read")
                and Model.has_access("read")
            )
            if not boleh:
                raise ValidationError(
                    self.env._(
                        "The filter cannot use %s: it is confidential, not stored or"
                        " not there.",
                        jalur,
                    )
                )
            if field.comodel_name:
                Model = self.env[field.comodel_name].sudo(False)
        return Model

    @api.model
    def _uraian_manusia(self):
        return Jenis(
            "manusia",
            self.env._("Judged by an officer"),
            "lain",
            self.env._("The verifier looks at it; nothing is computed."),
            self.env._("Judged by an officer"),
            self.env._("An officer judges this."),
        )

    @api.model
    def _pustaka_manusia(self, orang, parameter, kasus):
        return dict.fromkeys(orang.ids, ("manual", False))
