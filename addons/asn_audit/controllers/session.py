from odoo import http
from odoo.addons.web.controllers.session import Session as SessionInti
from odoo.http import request

from .binary import _baca_tulis


def _catat_keluar():
    """Note who signs out, before the session forgets it."""
    if request.session.uid and request.db:
        jejak = request.env(user=request.session.uid)["asn.jejak.masuk"]
        jejak._catat(request.session.uid, "keluar")


class Session(SessionInti):
    """Signing out leaves a trace, so it writes."""

    @http.route(readonly=_baca_tulis)
    def destroy(self):
        _catat_keluar()
        return super().destroy()

    @http.route(readonly=_baca_tulis)
    def logout(self, redirect="/odoo"):
        _catat_keluar()
        return super().logout(redirect=redirect)
