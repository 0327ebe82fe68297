from odoo import fields, models


class AsnPermohonanBerkas(models.Model):
    """A document of the request that a question of the form asks for."""

    _inherit = "asn.permohonan.berkas"

    pertanyaan_kode = fields.Char(
        "Question", related="persyaratan_id.pertanyaan_kode", related_sudo=True
    )
