from odoo import fields, models


class HrJob(models.Model):
    """A post and what it was called."""

    _inherit = "hr.job"
    _rec_names_search = ["name", "kode", "nama_lama_ids.nama"]

    nama_lama_ids = fields.One2many(
        "asn.nama.lama", "jabatan_id", "Former Names (Nama Lama)"
    )

    def _asn_nama_pada(self):
        """Return a function of post id and date to the post's name that day."""
        lama = self.env["asn.nama.lama"]._penentu_nama("jabatan_id", self.ids)
        return lambda satu, pada: lama(satu, pada) or self.browse(satu).name
