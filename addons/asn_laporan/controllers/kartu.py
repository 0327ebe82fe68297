import re

from odoo import http
from odoo.addons.asn_base.domain.tajuk import HALAMAN_PUBLIK
from odoo.addons.asn_base.pembatas import Pembatas, alamat
from odoo.http import request

#: Pages per visitor's address and minute.
LIHAT = Pembatas("kartu.lihat", batas=60, detik=60)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


class Kartu(http.Controller):
    """The public page behind the code of an employee card.

    It tells the least that proves the card, true at this moment. The token has
    192 random bits; an unknown one and a malformed one give the same answer,
    and visits are limited by address.
    """

    @http.route(
        "/k/<string:token>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def kartu(self, token, **_kw):
        """Show whether the card with this token is in force, and whose it is."""
        if not LIHAT.coba(alamat()):
            jawab = self._halaman({"keadaan": "sibuk"}, status=429)
            jawab.headers["Retry-After"] = str(LIHAT.detik)
            return jawab
        kartu = None
        if _TOKEN.fullmatch(token):
            kartu = request.env["asn.kartu"]._cari_token(token)
        if not kartu:
            return self._halaman({"keadaan": "tidak_ada"}, status=404)
        isi = kartu._ringkas()
        if isi["dicabut"]:
            # Whoever found a lost card learns nothing about its holder.
            return self._halaman({"keadaan": "dicabut"})
        keadaan = "berlaku" if isi["berlaku"] else "tidak_bertugas"
        return self._halaman({"keadaan": keadaan, "k": isi})

    def _halaman(self, nilai, status=200):
        """Return the page in Indonesian, whatever the visitor's browser prefers."""
        qweb = request.env["ir.qweb"].with_context(lang="id_ID")
        # sudo: the name of the government is on the building.
        perusahaan = request.env["res.company"].sudo().search([], limit=1, order="id")
        isi = qweb._render(
            "asn_laporan.kartu_publik",
            {
                "k": None,
                **nilai,
                "daerah": perusahaan.asn_nama_daerah or perusahaan.name,
            },
            minimal_qcontext=True,
        )
        return request.make_response(
            "<!DOCTYPE html>\n" + str(isi), headers=HALAMAN_PUBLIK, status=status
        )
