"""Pages as the requests that the web client sends, through Odoo's own WSGI door.

Session, routing, JSON, transaction, commit and pictures are all in the figures;
only the socket and the browser are left out. Both sides of a comparison pass
through the same door.
"""

import functools
import threading
import time
from pathlib import Path

from halaman import spek_arch
from lxml import etree

#: Rounds that count, and rounds before them.
PUTARAN = 25
_PEMANASAN = 4


class Klien:
    """One user who is signed in on one database.

    :param registry: an Odoo registry
    :param login: her login
    :param lang: language of her screens
    """

    def __init__(self, registry, login, lang="id_ID"):
        from odoo import SUPERUSER_ID, api
        from odoo.http import root
        from odoo.service import security
        from werkzeug.test import Client

        _siapkan_pintu()
        with registry.cursor() as cr:
            user = api.Environment(cr, SUPERUSER_ID, {})["res.users"].search(
                [("login", "=", login)]
            )
            if not user:
                raise RuntimeError(f"there is no user {login}")
            sesi = root.session_store.new()
            konteks = {"lang": lang, "tz": "Asia/Jakarta", "uid": user.id}
            self.konteks = {**konteks, "allowed_company_ids": user.company_ids.ids}
            sesi.update(
                db=registry.db_name,
                uid=user.id,
                login=login,
                context=konteks,
                create_time=time.time(),
                debug="",
                _trace=[],
            )
            sesi.session_token = security.compute_session_token(sesi, user.env)
            root.session_store.save(sesi)
        self.db = registry.db_name
        self._registry = registry
        self._spek = {}
        self._klien = Client(root)
        self._klien.set_cookie("session_id", sesi.sid)

    def panggil(self, url, params):
        """Send one JSON request; return its result."""
        isi = {"jsonrpc": "2.0", "method": "call", "id": 1, "params": params}
        jawab = self._klien.post(url, json=isi)
        hasil = jawab.get_json()
        if "error" in hasil:
            raise RuntimeError(f"{url}: {hasil['error']}")
        return hasil["result"]

    def metode(self, model, nama, *args, konteks=None, **kwargs):
        """Call a method as the web client does."""
        kwargs["context"] = {**self.konteks, **(konteks or {})}
        return self.panggil(
            f"/web/dataset/call_kw/{model}/{nama}",
            {"model": model, "method": nama, "args": list(args), "kwargs": kwargs},
        )

    def gambar(self, url):
        """Get a picture."""
        jawab = self._klien.get(url)
        if jawab.status_code != 200:
            raise RuntimeError(f"{url}: {jawab.status}")
        return jawab.data

    def jalan(self, halaman):
        """Run one page; return computed seconds and queries.

        Seconds are what Python and the backends of this database computed, so that
        other work on the machine does not count.
        """
        jam = self._jam()
        mulai, jumlah = jam(), 0
        for langkah in halaman:
            langkah(self)
            jumlah += threading.current_thread().query_count
        return jam() - mulai, jumlah

    def _jam(self):
        with self._registry.cursor() as cr:
            cr.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            )
            berkas = [Path(f"/proc/{pid}/schedstat") for (pid,) in cr.fetchall()]

        def jam():
            backend = sum(int(b.read_text().split()[0]) for b in berkas if b.exists())
            return time.process_time() + backend / 1e9

        return jam

    def cara(self, model, jenis, xmlid=None):
        """Return the specification that the client makes of a view."""
        kunci = (model, jenis, xmlid)
        if kunci not in self._spek:
            from odoo import api

            with self._registry.cursor() as cr:
                env = api.Environment(cr, self.konteks["uid"], self.konteks)
                view = env.ref(xmlid).sudo().id if xmlid else False
                arch = env[model].get_view(view, jenis)["arch"]
                self._spek[kunci] = spek_arch(env[model], etree.fromstring(arch))
        return self._spek[kunci]


@functools.cache
def _siapkan_pintu():
    from odoo.http import root

    root.initialize()


def bandingkan(kiri, kanan, putaran=PUTARAN):
    """Run two pages in turns; return the least seconds of each and its requests.

    The least of many rounds is what the work costs when nobody else is at the
    machine; both sides have the same chance of a quiet moment.

    :param kiri: ``(Klien, page)``, a page being a list of requests
    :param kanan: the other one
    :return: ``((seconds, queries), (seconds, queries))``
    """
    hasil = ([], [])
    for putar in range(putaran + _PEMANASAN):
        for urut, (klien, halaman) in enumerate((kiri, kanan)):
            satu = klien.jalan(halaman)
            if putar >= _PEMANASAN:
                hasil[urut].append(satu)
    return tuple(min(satu) for satu in hasil)
