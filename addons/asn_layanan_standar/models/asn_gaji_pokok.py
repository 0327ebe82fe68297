import re

from odoo import api, models
from odoo.tools import ormcache

_KEPANJANGAN = {"PP": "Peraturan Pemerintah", "Perpres": "Peraturan Presiden"}


class AsnGajiPokok(models.Model):
    """What letters name as the ground of a basic pay."""

    _inherit = "asn.gaji.pokok"

    @api.model
    @ormcache("golongan_id", "pada")
    def _sebut_dasar(self, golongan_id, pada):
        """Return the regulation of the table in force, in full words.

        :param int golongan_id: grade
        :param date pada: day from which the pay is due
        """
        # sudo: a reference table
        tabel = self.sudo().search(
            [("golongan_id", "=", golongan_id), ("berlaku_mulai", "<=", pada)],
            order="berlaku_mulai desc",
            limit=1,
        )
        dasar = re.fullmatch(r"(PP|Perpres) (\d+)/(\d{4})", tabel.dasar or "")
        if dasar:
            return f"{_KEPANJANGAN[dasar[1]]} Nomor {dasar[2]} Tahun {dasar[3]}"
        return tabel.dasar or "peraturan gaji pokok yang berlaku"

    @api.model_create_multi
    def create(self, vals_list):
        res = super().create(vals_list)
        self.env.registry.clear_cache()
        return res

    def write(self, vals):
        res = super().write(vals)
        self.env.registry.clear_cache()
        return res

    def unlink(self):
        res = super().unlink()
        self.env.registry.clear_cache()
        return res
