from odoo import http
from odoo.http import request


class BukanSaya(http.Controller):
    """“This was not me”: from the notice, without signing in."""

    @http.route(
        "/masuk/bukan-saya/<int:user_id>/<int:sampai>/<string:tanda>",
        type="http",
        auth="public",
        methods=["GET", "POST"],
        sitemap=False,
    )
    def bukan_saya(self, user_id, sampai, tanda, **_isian):
        """Ask once, then end all sessions of the account that the link names."""
        user = request.env["res.users"]._asn_dari_tautan(user_id, sampai, tanda)
        selesai = bool(user) and request.httprequest.method == "POST"
        if selesai:
            user._asn_bukan_saya()
        return request.render(
            "asn_masuk.bukan_saya", {"sah": bool(user), "selesai": selesai}
        )

    @http.route("/masuk/ketentuan", type="http", auth="public", sitemap=False)
    def ketentuan(self):
        """Show to what everybody who signs in agrees (KDR-6-2, LL-25-2)."""
        return request.render("asn_masuk.ketentuan")
