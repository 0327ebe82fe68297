from odoo import api, models


class HrEmployee(models.Model):
    """What is said about a finding; ``%s`` is its detail."""

    _inherit = "hr.employee"

    @api.model
    def _asn_pesan_temuan(self):
        """Return the sentence of each key of ``_asn_temuan``."""
        return (
            self._asn_pesan_masalah()
            | self._asn_pesan_karier()
            | self._asn_pesan_pribadi()
        )

    @api.model
    def _asn_pesan_karier(self):
        _ = self.env._
        return {
            "awal_tmt": _("The first grade (%s) does not start at TMT CPNS."),
            "awal_pendidikan": _(
                "The first grade is higher than the education at that time allows."
            ),
            "golongan_jarak": _("Too short a time before the grade of %s."),
            "golongan_mkg": _(
                "MKG of the grade of %s does not follow from the row before."
            ),
            "golongan_sk_ganda": _(
                "The decree of the grade of %s is on another row too."
            ),
            "jabatan_tidak_ada": _("There is no definitive post."),
            "jabatan_ganda": _("Two definitive posts begin on %s."),
            "jabatan_berakhir": _("The definitive post ended on %s."),
            "pangkat_di_luar": _("The grade lies outside the range of the post."),
            "jenjang_di_luar": _(
                "The grade does not fit the level (jenjang) of the functional post."
            ),
            "gaji_beda": _("Basic pay differs from the pay table."),
            "aktif_lewat_pensiun": _(
                "TMT of the pension (%s) has passed but the person is active."
            ),
            "aktif_sangat_tua": _("The person is active and older than 70 years."),
            "kinerja_kurang": _("No performance predicate for %s."),
            "hukuman_selesai": _(
                "The legal position still says punished, but no punishment is in force."
            ),
            "sk_ganda": _("Decree %s is on two rows of one history."),
        }

    @api.model
    def _asn_pesan_pribadi(self):
        _ = self.env._
        return {
            "hp": _("The mobile number has an unusual form."),
            "kode_pos": _("The postal code must have 5 digits."),
            "bpjs": _("The BPJS number must have 13 digits."),
            "email_dinas": _("The official e-mail is not a go.id address."),
            "lulus_terlalu_dini": _("The graduation year %s is too early."),
            "lulus_tidak_urut": _(
                "The education of %s was finished before a lower level."
            ),
            "pasangan_ganda": _(
                "There is more than one spouse now, without a permission."
            ),
            "anak_terlalu_dini": _(
                "A child was born (%s) before the 12th birthday of the parent."
            ),
            "menikah_tanpa_pasangan": _(
                "The marital status says married, but every marriage has ended."
            ),
            "masih_menikah": _(
                "The marital status says no marriage, but the one with %s has no end."
            ),
            "pernah_menikah": _(
                "The marital status says never married, but there is a marriage"
                " with %s."
            ),
        }
