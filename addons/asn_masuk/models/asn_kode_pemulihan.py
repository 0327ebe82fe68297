from odoo import api, fields, models
from odoo.addons.base.models.res_users import KEY_CRYPT_CONTEXT
from odoo.tools import SQL

from ..domain import kode as kode_


class AsnKodePemulihan(models.Model):
    """Recovery codes of an account: shown once, kept as digests, used once.

    Rights: nobody, administrators included; only the server reads and writes.
    """

    _name = "asn.kode.pemulihan"
    _description = "Recovery Code (Kode Pemulihan)"

    user_id = fields.Many2one(
        "res.users", required=True, index=True, ondelete="cascade", readonly=True
    )
    sidik = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)

    @api.model
    def _buat(self, user):
        """Replace the codes of an account and return the new ones in clear."""
        baru = kode_.buat()
        # sudo: codes are the system's; nobody reads them again.
        kode_sudo = self.sudo()
        kode_sudo.search([("user_id", "=", user.id)]).unlink()
        kode_sudo.create(
            [{"user_id": user.id, "sidik": KEY_CRYPT_CONTEXT.hash(k)} for k in baru]
        )
        self.env["asn.masuk.catatan"]._catat("kode_dibuat", user)
        return baru

    @api.model
    def _sisa(self, user):
        # sudo: a number says nothing about the codes.
        return self.sudo().search_count([("user_id", "=", user.id)])

    @api.model
    def _hapus(self, user):
        # sudo: a reset by an officer takes the codes away, too.
        self.sudo().search([("user_id", "=", user.id)]).unlink()

    @api.model
    def _pakai(self, user, ketikan):
        """Use up one code and say whether it was one.

        The row is deleted by one statement: of two requests with the same
        code only one finds it.
        """
        kode = kode_.rapikan(ketikan)
        if not kode:
            return False
        # sudo: nobody is signed in yet.
        for baris_sudo in self.sudo().search([("user_id", "=", user.id)]):
            if KEY_CRYPT_CONTEXT.verify(kode, baris_sudo.sidik):
                self.env.cr.execute(
                    SQL("DELETE FROM asn_kode_pemulihan WHERE id = %s", baris_sudo.id)
                )
                self.invalidate_model()
                return self.env.cr.rowcount == 1
        return False
