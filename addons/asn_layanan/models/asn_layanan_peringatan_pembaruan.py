from odoo import api, models


class AsnLayananPeringatan(models.Model):
    """Drafts that an update of the software made, until somebody decides on them."""

    _inherit = "asn.layanan.peringatan"

    @api.model
    def _temuan_pembaruan(self):
        draf = self.env["asn.layanan.versi"].search([("state", "=", "draft")])
        bawaan = self.env["ir.model.data"].search(
            [
                ("model", "=", draf._name),
                ("res_id", "in", draf.ids),
                ("module", "not in", ("__import__", "__export__")),
            ]
        )
        return [
            {
                "kunci": f"pembaruan:{versi.id}",
                "jenis": "pembaruan",
                "berat": "1",
                "judul": self.env._(
                    "%s: the update brought a draft", versi.layanan_id.name
                ),
                "siapa": versi.name,
                "cara": self.env._(
                    "Compare the draft with the version in force. Publish it to take"
                    " it over, or delete it. Until then nothing changes."
                ),
                "layanan_id": versi.layanan_id.id,
                "res_model": versi._name,
                "res_id": versi.id,
            }
            for versi in draf.browse(bawaan.mapped("res_id"))
        ]
