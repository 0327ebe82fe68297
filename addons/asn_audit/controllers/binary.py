from odoo import http
from odoo.addons.web.controllers.binary import Binary as BinaryInti


def _baca_tulis(_controller, _rule, _args):
    """Say that a download may write: its access trace."""
    return False


class Binary(BinaryInti):
    """Downloads, on a connection where the access trace can be written."""

    @http.route(readonly=_baca_tulis)
    def content_common(self, *args, **kwargs):
        return super().content_common(*args, **kwargs)
