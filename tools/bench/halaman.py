"""Pages of the web client as calls on the models, each as cold as a request."""

import time

from lingkungan import jam_prosesor
from lxml import etree

#: What the web client asks for on one page of a list.
BARIS_LAYAR = 80
BATAS_HITUNG = 10_001
_PUTARAN = 15
_PEMANASAN = 3


class Peramban:
    """One user on one database: what a page of hers costs.

    :param registry: an Odoo registry
    :param login: her login
    :param lang: language that the database has
    """

    def __init__(self, registry, login, lang="id_ID"):
        from odoo import SUPERUSER_ID, api

        self.registry = registry
        self.lang = lang
        with registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            self.uid = env["res.users"].search([("login", "=", login)]).id
            if not self.uid:
                raise RuntimeError(f"there is no user {login}")
        self._spek = {}

    def jalan(self, halaman, prosesor=False):
        """Run one page in a transaction of its own; return seconds and queries.

        :param prosesor: count what Python and the database computed instead of
            the time that went by; for a machine that does other things, too
        """
        from odoo import api

        with self.registry.cursor() as cr:
            env = api.Environment(cr, self.uid, {"lang": self.lang})
            jam = jam_prosesor(cr) if prosesor else time.perf_counter
            mulai, sebelum = jam(), cr.sql_log_count
            halaman(self, env)
            lama = jam() - mulai
            permintaan = cr.sql_log_count - sebelum
            cr.rollback()
        return lama, permintaan

    def spek(self, env, model, jenis, xmlid=None):
        """Return the specification that the client makes of a view."""
        kunci = (model, jenis, xmlid)
        if kunci not in self._spek:
            view = env.ref(xmlid).sudo().id if xmlid else False
            arch = env[model].get_view(view, jenis)["arch"]
            self._spek[kunci] = spek_arch(env[model], etree.fromstring(arch))
        return self._spek[kunci]


def spek_arch(Model, arch):
    """Return the specification of the fields of a view, as the client makes it."""
    hasil = {}
    for node in arch.iter("field"):
        if any(True for _ in node.iterancestors("field")):
            continue
        field = Model._fields.get(node.get("name"))
        if field is None:
            continue
        hasil[field.name] = _spek_medan(Model, field, node)
    return hasil


def _spek_medan(Model, field, node):
    if field.type == "many2one":
        konteks = node.get("context", "")
        dalam = {"fields": {"display_name": {}}}
        # The one context of a field that decides what its name costs.
        if "hierarchical_naming" in konteks:
            dalam["context"] = {"hierarchical_naming": False}
        return dalam
    if field.type in ("one2many", "many2many"):
        anak = node.find("list")
        dalam = {"display_name": {}}
        if anak is not None:
            dalam = spek_arch(Model.env[field.comodel_name], anak)
        return {"fields": dalam, "limit": 40}
    return {}


# -- pages -------------------------------------------------------------------


def daftar(domain=(), urut="name, id", xmlid="asn_pegawai.hr_employee_view_list"):
    """Return the page that shows the first rows of the list."""

    def halaman(peramban, env):
        spek = peramban.spek(env, "hr.employee", "list", xmlid)
        hasil = env["hr.employee"].web_search_read(
            list(domain),
            spek,
            limit=BARIS_LAYAR,
            order=urut,
            count_limit=BATAS_HITUNG,
        )
        if not hasil["records"]:
            raise RuntimeError(f"an empty page measures nothing: {domain}")

    return halaman


def kelompok(medan):
    """Return the page of the list grouped by a field, groups closed."""

    def halaman(_peramban, env):
        env["hr.employee"].web_read_group([], [medan], ["__count"], limit=BARIS_LAYAR)

    return halaman


def cari_nama(teks):
    """Return what a field to choose a person asks while somebody types."""

    def halaman(_peramban, env):
        env["hr.employee"].web_name_search(teks, {"display_name": {}}, limit=8)

    return halaman


def susunan(peramban, env):
    """The tree of units as it opens."""
    spek = peramban.spek(env, "hr.department", "hierarchy")
    env["hr.department"].hierarchy_read([("parent_id", "=", False)], spek, "parent_id")


# -- measuring ---------------------------------------------------------------


def bandingkan(kiri, kanan, putaran=_PUTARAN, prosesor=False):
    """Measure two pages in turns; return the least seconds of each.

    The least of many rounds is what a page costs when nobody else is at the
    machine; both sides have the same chance of a quiet moment.

    :param kiri: ``(Peramban, page)``
    :param kanan: the other one
    :param prosesor: computed seconds, see ``Peramban.jalan``
    """
    waktu = ([], [])
    for putar in range(putaran + _PEMANASAN):
        for urut, (peramban, halaman) in enumerate((kiri, kanan)):
            lama, _permintaan = peramban.jalan(halaman, prosesor)
            if putar >= _PEMANASAN:
                waktu[urut].append(lama)
    return tuple(min(satu) for satu in waktu)
