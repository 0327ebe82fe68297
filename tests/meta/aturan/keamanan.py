"""Rules of security about Python source: what bandit and semgrep cannot know of Odoo.

Bandit's own rules run as ruff's ``S`` (``docs/keputusan/0019-linter-keamanan.md``).
"""

import ast
import functools

#: Functions that turn data into code, or read a format that can hold code.
_KODE = {
    "eval": "eval", "exec": "exec", "compile": "compile", "__import__": "__import__",
    "pickle.load": "pickle", "pickle.loads": "pickle", "marshal.loads": "marshal",
    "shelve.open": "shelve", "yaml.load": "yaml.load", "yaml.unsafe_load": "yaml",
    "os.system": "os.system", "os.popen": "os.popen", "safe_eval": "safe_eval",
    "jinja2.Template": "jinja2", "Template": "Template",
}  # fmt: skip
_KELUAR = (
    "requests.get", "requests.post", "requests.put", "requests.patch",
    "requests.delete", "requests.request", "urllib.request.urlopen", "urlopen",
    "socket.create_connection", "smtplib.SMTP", "smtplib.SMTP_SSL",
)  # fmt: skip
_RAHASIA = (
    "sandi", "passphrase", "password", "passwd", "secret", "rahasia", "token",
    "kunci_privat", "otp", "api_key",
)  # fmt: skip
_CATAT = {"debug", "info", "warning", "error", "critical", "exception", "log"}
_XML = ("etree.parse", "etree.fromstring", "etree.XML", "ET.parse", "ET.fromstring")
_SEMUA = ("create", "write", "update", "search", "search_count", "search_read")


@functools.lru_cache(maxsize=2)
def _tree(text):
    return ast.parse(text)


@functools.lru_cache(maxsize=2)
def _calls(text):
    """Return (call, dotted name) of every call; all rules ask for one file in a row."""
    return [
        (node, ast.unparse(node.func))
        for node in ast.walk(_tree(text))
        if isinstance(node, ast.Call)
    ]


def _ends(name, names):
    """Return the entry of ``names`` that a dotted name is or ends with."""
    return next((n for n in names if name == n or name.endswith(f".{n}")), None)


def _built(node):
    """Tell whether an expression is a text put together from parts."""
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mod | ast.Add)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("format", "join", "replace")
    )


def _option(call, name):
    return next((k.value for k in call.keywords if k.arg == name), None)


def _is(node, value):
    return isinstance(node, ast.Constant) and node.value is value


def sql_by_text(text):
    """Return statements put together as text; ``SQL()`` takes values and names."""
    found = []
    for call, name in _calls(text):
        statement = call.args[0] if call.args else None
        runs = name.endswith((".execute", ".execute_values")) or name == "SQL"
        if runs and statement is not None and _built(statement):
            found.append(f"line {call.lineno}: {name}")
    return found


def code_from_data(text):
    """Return what runs data as code, or a shell."""
    found = []
    for call, name in _calls(text):
        bad = _KODE.get(name) or _KODE.get(".".join(name.split(".")[-2:]))
        if name.startswith("re."):
            bad = None
        if _is(_option(call, "shell"), True):
            bad = "shell=True"
        if bad:
            found.append(f"line {call.lineno}: {bad}")
    return found


def calls_without_end(text):
    """Return calls to other machines without a time limit, or without their proof."""
    found = []
    for call, name in _calls(text):
        if _ends(name, _KELUAR) and _option(call, "timeout") is None:
            found.append(f"line {call.lineno}: {name} without timeout")
        if _is(_option(call, "verify"), False):
            found.append(f"line {call.lineno}: {name} with verify=False")
    return found


def markup_of_data(text):
    """Return texts declared to be safe HTML although they are not constant."""
    return [
        f"line {call.lineno}: {ast.unparse(call)[:60]}"
        for call, name in _calls(text)
        if _ends(name, ("Markup", "mark_safe"))
        and call.args
        and not _constant_text(call.args[0])
    ]


def _constant_text(node):
    """Tell whether an expression is a text written in the source."""
    if isinstance(node, ast.IfExp):
        return _constant_text(node.body) and _constant_text(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _constant_text(node.left) and _constant_text(node.right)
    return isinstance(node, ast.Constant)


def html_unsanitized(text):
    """Return stored HTML fields that keep what people write as it is."""
    found = []
    for call, name in _calls(text):
        if name == "fields.Html" and _is(_option(call, "sanitize"), False):
            if _option(call, "compute") is None:
                found.append(f"line {call.lineno}: fields.Html(sanitize=False)")
    return found


def open_redirects(text):
    """Return redirections to where the visitor says."""
    found = []
    for call, name in _calls(text):
        target = call.args[0] if call.args else _option(call, "location")
        if not name.endswith("redirect") or target is None or _constant_text(target):
            continue
        if name.endswith("request.redirect") and not _is(_option(call, "local"), False):
            continue  # Odoo itself cuts the host off
        found.append(f"line {call.lineno}: {name}({ast.unparse(target)[:40]})")
    return found


def handed_over_whole(text):
    """Return routes that pass all that a visitor sends on to the ORM."""
    found = []
    for function in ast.walk(_tree(text)):
        if not isinstance(function, ast.FunctionDef) or not _is_route(function):
            continue
        whole = {
            "request.params",
            "request.httprequest.form",
            "request.get_json_data()",
        }
        if function.args.kwarg:
            whole.add(function.args.kwarg.arg)
        for call, name in _calls(ast.unparse(function)):
            given = [ast.unparse(a) for a in call.args]
            given += [ast.unparse(k.value) for k in call.keywords if k.arg is None]
            if name.split(".")[-1] in _SEMUA and whole & set(given):
                found.append(f"{function.name}: {name}({', '.join(given)[:40]})")
    return found


def _is_route(function):
    return any(
        ast.unparse(d).split("(")[0].split(".")[-1] == "route"
        for d in function.decorator_list
    )


def open_routes(text):
    """Return routes without any user, or for pages of other sites."""
    found = []
    for call, name in _calls(text):
        if name.split(".")[-1] != "route":
            continue
        auth, cors = _option(call, "auth"), _option(call, "cors")
        if isinstance(auth, ast.Constant) and auth.value == "none":
            found.append(f"line {call.lineno}: auth='none'")
        if cors is not None:
            found.append(f"line {call.lineno}: cors")
    return found


def formulas_in_workbooks(text):
    """Return workbooks in which a text may become a formula."""
    tree = _tree(text)
    named = {
        node.targets[0].id: ast.unparse(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    found = []
    for call, name in _calls(text):
        if name.endswith("xlsxwriter.Workbook"):
            options = ast.unparse(call.args[1]) if len(call.args) > 1 else ""
            options = named.get(options, options)
            if "'strings_to_formulas': False" not in options:
                found.append(f"line {call.lineno}: {name}")
        if name.endswith((".write_formula", ".write_array_formula", ".write_url")):
            found.append(f"line {call.lineno}: {name}")
    return found


def csv_without_guard(text):
    """Return files that write CSV without ``teks_csv``, which stops formulas."""
    writes = [
        f"line {call.lineno}: {name}"
        for call, name in _calls(text)
        if name in ("csv.writer", "csv.DictWriter")
    ]
    return [] if "teks_csv(" in text else writes


def secrets_in_log(text):
    """Return log entries that are given something secret by its name."""
    found = []
    for call, name in _calls(text):
        owner, _dot, verb = name.rpartition(".")
        if verb not in _CATAT or not owner.lower().endswith(("logger", "pencatat")):
            continue
        for node in [n for a in call.args[1:] for n in ast.walk(a)]:
            word = getattr(node, "id", None) or getattr(node, "attr", None) or ""
            if any(part in word.lower() for part in _RAHASIA):
                found.append(f"line {call.lineno}: {word}")
    return found


def xml_of_strangers(text):
    """Return XML read without a parser of its own: entities would be resolved."""
    return [
        f"line {call.lineno}: {name}"
        for call, name in _calls(text)
        if _ends(name, _XML) and len(call.args) < 2 and _option(call, "parser") is None
    ]


def archives_unpacked(text):
    """Return archives unpacked to disk: names inside may lead anywhere."""
    return [
        f"line {call.lineno}: {name}"
        for call, name in _calls(text)
        if name.split(".")[-1] in ("extractall", "unpack_archive")
    ]


#: Rules that hold for every file of the product, without exception.
SEMUA = (
    sql_by_text, code_from_data, calls_without_end, html_unsanitized, open_redirects,
    handed_over_whole, open_routes, formulas_in_workbooks, csv_without_guard,
    secrets_in_log, xml_of_strangers, archives_unpacked, markup_of_data,
)  # fmt: skip
