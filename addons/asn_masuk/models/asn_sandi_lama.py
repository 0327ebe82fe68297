from odoo import api, fields, models
from odoo.tools import SQL


class AsnSandiLama(models.Model):
    """Digests of passwords that an account had, so that none comes back.

    Rights: nobody, administrators included; only the server reads and writes.
    """

    _name = "asn.sandi.lama"
    _description = "Former Password (Sandi Lama)"
    _order = "id desc"

    user_id = fields.Many2one(
        "res.users", required=True, index=True, ondelete="cascade", readonly=True
    )
    sidik = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)

    @api.model
    def _pernah(self, user, sandi, jumlah):
        """Say whether a password is the present or one of the last ones.

        :param jumlah: how many former passwords count; 0 for none
        """
        if jumlah <= 0 or not user.id:
            return False
        self.env.cr.execute(
            SQL("SELECT password FROM res_users WHERE id = %s", user.id)
        )
        sidik = [s for (s,) in self.env.cr.fetchall() if s]
        # sudo: nobody may read digests, the rule must.
        lama_sudo = self.sudo().search([("user_id", "=", user.id)], limit=jumlah)
        ctx = user._crypt_context()
        return any(ctx.verify(sandi, s) for s in sidik + lama_sudo.mapped("sidik"))

    @api.model
    def _simpan(self, user, jumlah):
        """Keep the present password of an account before it is replaced."""
        self.env.cr.execute(
            SQL("SELECT password FROM res_users WHERE id = %s", user.id)
        )
        (sidik,) = self.env.cr.fetchone() or (None,)
        # sudo: nobody may write digests, the change of a password must.
        lama_sudo = self.sudo()
        if sidik and jumlah > 0:
            lama_sudo.create({"user_id": user.id, "sidik": sidik})
        lama_sudo.search([("user_id", "=", user.id)], offset=max(jumlah, 0)).unlink()
