from odoo import http
from odoo.addons.web.controllers.home import Home
from odoo.addons.web.controllers.utils import ensure_db, is_user_internal
from odoo.http import request


class GerbangWebClient(Home):
    """The web client opens after the terms were accepted (LL-22-3-d).

    Only the pages of the web client: a program with a key works under the terms
    that its person accepted, and the groups of a role without its statements are
    gone by every route.
    """

    @http.route()
    def web_client(self, s_action=None, **kw):
        """Send who still has something to sign to the page for it."""
        ensure_db()
        uid = request.session.uid
        if uid and is_user_internal(uid):
            gerbang = request.env(user=uid).user._asn_gerbang()
            if gerbang == "ketentuan" or (
                gerbang and not request.session.get("asn_pakta_nanti")
            ):
                return request.redirect("/asn/pernyataan", 303)
        return super().web_client(s_action=s_action, **kw)
