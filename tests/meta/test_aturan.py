"""Every rule of ours finds its bad sample and leaves the good one alone."""

import textwrap

import pytest
from aturan import berkas, sumber, tabel


def _code(text):
    return textwrap.dedent(text).strip() + "\n"


def _method(lines, docstring=0):
    doc = (
        ['    """Say.', *["    more"] * (docstring - 2), '    """'] if docstring else []
    )
    return "\n".join(["def f():", *doc, *["    x = 1"] * lines])


GOOD_SUDO = _code("""
    class A:
        def nama(self):
            # sudo: only the name is told, the record stays closed
            return self.pejabat_id.sudo().name

        def jumlah(self):
            # sudo: counts over all units, nothing else leaves
            found = (
                self.env["asn.x"]
                .sudo()
                .search_count([])
            )
            return found.sudo(False)

        def biasa(self):
            return self.with_user(self.user_id)
""")
BAD_SUDO = _code("""
    class A:
        def nama(self):
            # the name
            return self.pejabat_id.sudo().name

        def semua(self):
            # sudo: this reason is not directly above

            return self.with_user(SUPERUSER_ID)

        def lain(self):
            if self.env(su=True):
                return 1
""")

CASES = [
    (sumber.long_file, "x = 1\n" * 400, "x = 1\n" * 401),
    (sumber.long_methods, _method(39), _method(40)),
    (sumber.long_methods, _method(39, docstring=9), _method(41, docstring=9)),
    (sumber.commits, "self._commit_progress(1)", "self.env.cr.commit()"),
    (sumber.test_switches, "config['workers']", "config['test_enable']"),
    (sumber.test_switches, "module.version", "module.current_test"),
    (
        sumber.context_reads,
        "self.with_context(lang='id_ID').name",
        "if self.env.context.get('lewati'): pass",
    ),
    (sumber.context_reads, "values['a']", "self._context['a']"),
    (
        sumber.context_reads,
        "self.env.context.get('mesin') is MESIN",
        "self.env.context.get('mesin') is True",
    ),
    (sumber.context_reads, "'a' in values", "'a' in self.env.context"),
    (
        sumber.global_translation,
        "from odoo import models\n_ = self.env._",
        "from odoo import _, models",
    ),
    (sumber.odoo_imports, "from datetime import date", "from odoo import models"),
    (berkas.registry_hosts, "https://example.org", "https://py" + "pi.org/simple"),
    (berkas.machine_paths, "/var/lib/asn", "cd /ro" + "ot/asn"),
    (berkas.machine_paths, "tests/work/x", "open('/wo" + "rk/main')"),
    (berkas.marks, "all done", "# TO" + "DO later"),
    (
        berkas.xml_ids,
        b'<odoo><record id="asn_x_view_form" model="ir.ui.view"/></odoo>',
        b'<odoo><record id="asn_x_form" model="ir.ui.view"/></odoo>',
    ),
    (
        berkas.xml_ids,
        b'<odoo><menuitem id="asn_x_menu"/></odoo>',
        b'<odoo><menuitem id="asn_x"/></odoo>',
    ),
    (
        berkas.xml_ids,
        b'<odoo><record id="hr.other" model="ir.rule"/></odoo>',
        b'<odoo><record id="asn_x_own" model="ir.rule"/></odoo>',
    ),
]


@pytest.mark.parametrize(("rule", "good", "bad"), CASES)
def test_rule_finds_the_bad_sample_only(rule, good, bad):
    assert rule(good) == []
    assert rule(bad)


def test_sudo_with_a_reason_above_is_accepted():
    assert sumber.sudo_calls(GOOD_SUDO) == [(4, "nama", True), (10, "jumlah", True)]


def test_sudo_without_a_reason_above_is_found():
    found = sumber.sudo_calls(BAD_SUDO)
    assert found == [(4, "nama", False), (9, "semua", False), (12, "lain", False)]


def test_public_methods_of_a_model_are_found():
    text = _code("""
        class A(models.Model):
            _name = "asn.a"

            def action_submit(self):
                pass

            def write(self, vals):
                pass

            def _private(self):
                pass

            @api.private
            def closed(self):
                pass

        class NotAModel:
            def anything(self):
                pass
    """)
    assert sumber.public_methods(text) == [("asn.a", "action_submit")]


def test_routes_are_read_with_their_protection():
    text = _code("""
        class C(http.Controller):
            @http.route("/a", type="http")
            def a(self):
                pass

            @http.route(["/b", "/c"], auth="public", csrf=False)
            def b(self):
                pass

            @http.route()
            def inherited(self):
                pass
    """)
    assert sumber.routes(text) == [
        ("/a", "user", "1"),
        ("/b", "public", "0"),
        ("/c", "public", "0"),
    ]


def test_addons_that_a_file_imports_are_found():
    text = "from odoo.addons.asn_base.domain import nip\nfrom odoo.addons import asn_x"
    assert sumber.addon_imports(text) == {"asn_base", "asn_x"}
    assert sumber.addon_imports("from odoo.addons.hr.models import hr_job") == set()


def test_tables_are_compared_in_both_directions():
    assert tabel.both_ways({("a", "b")}, {("a", "b")}, "x") == []
    assert len(tabel.both_ways({("a", "b")}, {("c", "d")}, "x")) == 2
    assert tabel.duplicates(["a", "b", "a"]) == ["a"]
