from odoo import api, models


class AsnKelasData(models.Model):
    """Every riwayat kind can be named in a data-use request."""

    _inherit = "asn.kelas.data"

    @api.model
    def _lengkapi_riwayat(self):
        """Add the class of each riwayat kind that has none: on approval."""
        ada = self._peta()
        self.create(
            [
                {
                    "kode": f"{model}.*",
                    "name": self.env[model]._description,
                    "model": model,
                    "bidang": "*",
                    "kelas": "persetujuan",
                }
                for model in self.env["asn.riwayat.mixin"]._daftar_riwayat()
                if f"{model}.*" not in ada
            ]
        )
