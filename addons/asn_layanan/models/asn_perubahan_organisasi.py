from odoo import models


class AsnPerubahanOrganisasi(models.Model):
    """Requests that run while people move to another unit."""

    _inherit = "asn.perubahan.organisasi"

    def _dampak_lain(self, baris, pegawai):
        hasil = super()._dampak_lain(baris, pegawai)
        jumlah = self.env["asn.permohonan"].search_count(
            [
                ("employee_id", "in", pegawai.ids),
                ("state", "in", ("in_review", "returned", "approved")),
            ]
        )
        if jumlah:
            hasil.append(
                self.env._(
                    "%(count)s requests of these people are running; they go on with"
                    " the officials of the unit in which they were filed.",
                    count=jumlah,
                )
            )
        return hasil
