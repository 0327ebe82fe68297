from odoo import models

from ..domain.samaran import samarkan

#: Core's doors from an account to the private data of its person.
_PRIBADI = {
    "private_street": "teks",
    "private_street2": "teks",
    "private_zip": "teks",
    "private_phone": "telepon",
    "private_email": "surel",
}


class ResUsers(models.Model):
    """Accounts show the private data of others masked."""

    _inherit = "res.users"

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        if self.env.su or not _PRIBADI.keys() & set(fnames):
            return hasil
        for baris in hasil:
            if baris["id"] == self.env.uid:
                continue
            for nama in _PRIBADI.keys() & baris.keys():
                baris[nama] = samarkan(baris[nama], _PRIBADI[nama])
        return hasil
