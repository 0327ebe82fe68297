import contextlib
import logging

from odoo import models
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

from ..pembatas import Pembatas, alamat

_logger = logging.getLogger(__name__)

#: Failed log-ins of one address. An office of hundreds has one address, so this is
#: wide; the account itself is locked much earlier (``asn_masuk``).
GAGAL_MASUK = Pembatas("masuk.gagal", batas=60, detik=900)
#: Messages with a link for a new password: by address, and to one account.
SETEL_ULANG = Pembatas("masuk.setel_ulang", batas=20, detik=3600)
SETEL_ULANG_AKUN = Pembatas("masuk.setel_ulang_akun", batas=3, detik=3600)


class ResUsers(models.Model):
    """Guessing from one address is slowed down, in all processes together.

    Every way to log in passes here: the page, JSON, XML-RPC.
    """

    _inherit = "res.users"

    @contextlib.contextmanager
    def _assert_can_auth(self, user=None):
        if not request:
            with super()._assert_can_auth(user=user):
                yield
            return
        dari = alamat()
        if not GAGAL_MASUK.boleh(dari):
            _logger.info("Log-in from %s refused: too many failures.", dari)
            raise AccessDenied(
                self.env._("Too many failed log-ins from here. Please wait a while.")
            )
        with super()._assert_can_auth(user=user):
            try:
                yield
            except AccessDenied:
                GAGAL_MASUK.catat(dari)
                raise

    def reset_password(self, login):
        """Send a link for a new password, a few times an hour only.

        :raises UserError: too many for this address or this account
        """
        if request and not (
            SETEL_ULANG.coba(alamat())
            and SETEL_ULANG_AKUN.coba((login or "").strip().lower())
        ):
            raise UserError(
                self.env._("Too many requests for a new password. Try again later.")
            )
        return super().reset_password(login)
