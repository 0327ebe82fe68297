"""Every rule of security finds its bad sample and leaves the good one alone."""

import pytest
from aturan import keamanan as k
from aturan import rahasia as r

_RUTE = "@http.route('/x', auth='{}'{})\ndef x(self, **kw):\n    {}"
KASUS = [
    (k.sql_by_text, "cr.execute(SQL('SELECT %s', a))", "cr.execute(f'SELECT {a}')"),
    (k.sql_by_text, "cr.execute('SELECT %s', [a])", "cr.execute('SELECT %s' % a)"),
    (k.sql_by_text, "SQL('SELECT %s', a)", "SQL('SELECT {}'.format(a))"),
    (k.sql_by_text, "x.execute('A B')", "self.env.cr.execute('SELECT ' + a)"),
    (k.code_from_data, "ast.literal_eval(a)", "eval(a)"),
    (k.code_from_data, "re.compile(a)", "compile(a, '', 'exec')"),
    (k.code_from_data, "json.loads(a)", "pickle.loads(a)"),
    (k.code_from_data, "yaml.safe_load(a)", "yaml.load(a)"),
    (k.code_from_data, "subprocess.run(['ls'])", "subprocess.run(a, shell=True)"),
    (k.code_from_data, "self.evaluate(a)", "safe_eval(a, {})"),
    (k.calls_without_end, "requests.get(a, timeout=5)", "requests.get(a)"),
    (k.calls_without_end, "s.get(a, verify=True)", "s.get(a, verify=False)"),
    (k.calls_without_end, "urlopen(a, timeout=3)", "urllib.request.urlopen(a)"),
    (k.markup_of_data, "Markup('<b>%s</b>') % a", "Markup('<b>%s</b>' % a)"),
    (k.markup_of_data, "Markup('<b>{}</b>').format(a)", "Markup(f'<b>{a}</b>')"),
    (k.markup_of_data, "Markup('<p>' + '</p>')", "Markup(a)"),
    (k.html_unsanitized, "x = fields.Html()", "x = fields.Html(sanitize=False)"),
    (
        k.html_unsanitized,
        "x = fields.Html(compute='_x', sanitize=False)",
        "x = fields.Html('Text', sanitize=False, readonly=True)",
    ),
    (k.open_redirects, "request.redirect(a)", "request.redirect(a, local=False)"),
    (k.open_redirects, "redirect('/web')", "werkzeug.utils.redirect(a)"),
    (
        k.handed_over_whole,
        _RUTE.format("user", "", "m.create({'a': kw.get('a')})"),
        _RUTE.format("user", "", "m.create(kw)"),
    ),
    (
        k.handed_over_whole,
        "def x(self, **kw):\n    m.write(kw)",
        _RUTE.format("user", "", "m.write(request.params)"),
    ),
    (
        k.open_routes,
        _RUTE.format("public", "", "pass"),
        _RUTE.format("none", "", "pass"),
    ),
    (
        k.open_routes,
        _RUTE.format("user", "", "pass"),
        _RUTE.format("user", ", cors='*'", "pass"),
    ),
    (
        k.formulas_in_workbooks,
        "xlsxwriter.Workbook(a, {'strings_to_formulas': False})",
        "xlsxwriter.Workbook(a, {'in_memory': True})",
    ),
    (
        k.formulas_in_workbooks,
        "o = {'strings_to_formulas': False}\nxlsxwriter.Workbook(a, o)",
        "xlsxwriter.Workbook(a)",
    ),
    (
        k.formulas_in_workbooks,
        "s.write_string(0, 0, a)",
        "s.write_formula(0, 0, a)",
    ),
    (
        k.csv_without_guard,
        "csv.writer(a).writerow([teks_csv(b)])",
        "csv.writer(a).writerow([b])",
    ),
    (
        k.secrets_in_log,
        "_logger.info('password of %s changed', user.id)",
        "_logger.info('tried %s', password)",
    ),
    (k.secrets_in_log, "_logger.info('%s', a)", "_logger.debug('%s', self.api_key)"),
    (k.xml_of_strangers, "etree.fromstring(a, parser)", "etree.fromstring(a)"),
    (k.archives_unpacked, "arsip.open(satu)", "arsip.extractall(folder)"),
    (r.secrets, "PGPASSWORD in the environment", "db_password = " + "hunter2hunter2"),
    (
        r.secrets,
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n" + "A" * 64,
    ),
    (r.secrets, "https://user@example.org", "https://user:sandi123" + "@example.org"),
    (r.secrets, "smtp_password = $SANDI", "smtp_password = " + "kata-sandi-surel"),
    (r.secrets, "ghp_pendek", "ghp_" + "a1" * 18),
    (r.scripts_in_templates, "<t t-out='a'/>", "<t t-raw='a'/>"),
    (r.scripts_in_templates, "<a href='/x'/>", "<a href='javascript:alert(1)'/>"),
    (r.scripts_in_templates, "<b data-on='x'/>", "<img onerror='x()'/>"),
    (r.html_from_scripts, "el.textContent = a", "el.innerHTML = a"),
    (r.html_from_scripts, "this.markup(a)", "const b = markup(a)"),
    (r.html_from_scripts, "rpc('/x')", "fetch('https://example.org/x')"),
]


@pytest.mark.parametrize(("rule", "good", "bad"), KASUS)
def test_rule_finds_the_bad_sample_only(rule, good, bad):
    assert rule(good) == []
    assert rule(bad)


def test_every_rule_of_security_has_its_samples():
    tried = {rule for rule, _good, _bad in KASUS}
    assert set(k.SEMUA) - tried == set()
