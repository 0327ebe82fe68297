"""Rules about Python source."""

import ast
import re

#: Lines of a method count without its docstring, so that nobody saves words there.
METHOD_CAP = 40
FILE_CAP = 400

_PLAIN = re.compile(r"odoo\.addons\.asn_\w+\.domain\b")

#: Public by Odoo's own contract, guarded by access rights and overridden anywhere.
ORM_METHODS = frozenset(
    "create write unlink copy copy_data read search_read web_read web_search_read "
    "name_search fields_get default_get get_view get_views load export_data init "
    "get_metadata "
    "onchange action_archive action_unarchive toggle_active name_create browse "
    "search_fetch fetch message_post message_update_content init_auto_init "
    "formatted_read_group web_save web_name_search".split()
)


def _functions(tree):
    """Yield (class name or "", function) for every function of a module."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield (node.name if isinstance(node, ast.ClassDef) else "", child)


def long_file(text, cap=FILE_CAP):
    """Return a finding when a file has more lines than the cap."""
    count = len(text.splitlines())
    return [f"{count} lines, at most {cap}"] if count > cap else []


def long_methods(text, cap=METHOD_CAP):
    """Return every function that is longer than the cap."""
    found = []
    for _owner, function in _functions(ast.parse(text)):
        count = function.end_lineno - function.lineno + 1
        first = function.body[0]
        if ast.get_docstring(function) is not None:
            count -= first.end_lineno - first.lineno + 1
        if count > cap:
            found.append(f"line {function.lineno}: {function.name} has {count} lines")
    return found


def sudo_calls(text):
    """Return (line, method, has a reason) for every call that raises rights.

    The reason is a comment ``# sudo: ...`` directly above the statement, directly
    above the call, or on its line.
    """
    lines = text.splitlines()
    found = {}
    # Outer functions come first, so that the innermost one gets the last word.
    for _owner, function in _functions(ast.parse(text)):
        for statement in ast.walk(function):
            if not isinstance(statement, ast.stmt) or statement is function:
                continue
            for call in _own_expressions(statement):
                if _raises_rights(call):
                    line = call.func.end_lineno
                    reason = _reason_at(lines, line) or _reason_at(
                        lines, statement.lineno
                    )
                    found[line, call.end_col_offset] = (line, function.name, reason)
    return sorted(found.values())


def _own_expressions(statement):
    """Yield the calls of a statement but not those of statements inside it."""
    todo = [n for n in ast.iter_child_nodes(statement) if not isinstance(n, ast.stmt)]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Call):
            yield node
        todo += [n for n in ast.iter_child_nodes(node) if not isinstance(n, ast.stmt)]


def _raises_rights(call):
    """Return whether a call is sudo(), with_user(SUPERUSER_ID) or env(su=True)."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    first = ast.unparse(call.args[0]) if call.args else ""
    if name == "sudo":
        return first != "False"
    if name == "with_user":
        return first in ("SUPERUSER_ID", "1")
    wide = {ast.unparse(k.value) for k in call.keywords if k.arg in ("su", "user")}
    return name == "env" and bool(wide & {"True", "SUPERUSER_ID"})


def _reason_at(lines, number):
    """Return whether line ``number`` or the comment block above it gives a reason."""
    if "# sudo:" in lines[number - 1]:
        return True
    index = number - 2
    while index >= 0 and lines[index].lstrip().startswith("#"):
        if "# sudo:" in lines[index]:
            return True
        index -= 1
    return False


def commits(text):
    """Return every ``cr.commit()``: the framework commits, or a test rolls back."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            if node.func.attr == "commit" and owner.split(".")[-1] in ("cr", "_cr"):
                found.append(f"line {node.lineno}: {owner}.commit()")
    return found


def test_switches(text):
    """Return code that behaves differently because a test runs it."""
    words = ("test_enable", "current_test", "PYTEST_CURRENT_TEST")
    found = []
    for node in ast.walk(ast.parse(text)):
        value = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        name = node.attr if isinstance(node, ast.Attribute) else None
        if value in words or name in words:
            found.append(f"line {node.lineno}: {value or name}")
    return found


def context_reads(text):
    """Return (line, key) of every value read from the context.

    A caller over RPC sends any context, so nothing read there may decide access or
    state. What remains is listed with its reason in ``perkecualian.toml``.
    """
    found = []
    tree = ast.parse(text)
    # Identity with a named object is safe: JSON cannot carry that object.
    safe = {
        node.left
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], (ast.Is, ast.IsNot))
        and isinstance(node.comparators[0], (ast.Name, ast.Attribute))
    }
    for node in ast.walk(tree):
        key = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("get", "pop") and node.args and node not in safe:
                key = (node.func.value, node.args[0])
        elif isinstance(node, ast.Subscript):
            key = (node.value, node.slice)
        elif isinstance(node, ast.Compare) and isinstance(
            node.ops[0], (ast.In, ast.NotIn)
        ):
            key = (node.comparators[0], node.left)
        if key and ast.unparse(key[0]).split(".")[-1] in ("context", "_context"):
            name = key[1].value if isinstance(key[1], ast.Constant) else "?"
            found.append((node.lineno, name))
    return found


def public_methods(text):
    """Return (model, method) for every method that RPC may call."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ClassDef):
            continue
        model = _model_name(node)
        if not model:
            continue
        for child in node.body:
            if isinstance(child, ast.FunctionDef) and not child.name.startswith("_"):
                decorators = {
                    ast.unparse(d).split("(")[0] for d in child.decorator_list
                }
                private = decorators & {"api.private", "property", "staticmethod"}
                if child.name not in ORM_METHODS and not private:
                    found.append((model, child.name))
    return found


def _model_name(node):
    """Return the model that a class defines or extends, or None."""
    values = {}
    for child in node.body:
        if isinstance(child, ast.Assign) and isinstance(child.targets[0], ast.Name):
            values[child.targets[0].id] = child.value
    for key in ("_name", "_inherit"):
        value = values.get(key)
        if isinstance(value, ast.Constant):
            return value.value
        if isinstance(value, ast.List) and len(value.elts) == 1:
            return value.elts[0].value
    return None


def routes(text):
    """Return (route, auth, csrf) of every ``@http.route`` that names addresses."""
    tree = ast.parse(text)
    constants = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    found = []
    for _owner, function in _functions(tree):
        for decorator in function.decorator_list:
            if not isinstance(decorator, ast.Call) or not decorator.args:
                continue
            if ast.unparse(decorator.func).split(".")[-1] != "route":
                continue
            options = {
                entry.arg: _value(entry.value, constants)
                for entry in decorator.keywords
                if entry.arg in ("auth", "csrf")
            }
            paths = _value(decorator.args[0], constants)
            for path in [paths] if isinstance(paths, str) else paths:
                csrf = "1" if options.get("csrf", True) else "0"
                found.append((path, options.get("auth", "user"), csrf))
    return found


def _value(node, constants):
    """Return a literal, also when a constant of the module holds it."""

    class Resolve(ast.NodeTransformer):
        def visit_Name(self, name):
            return constants[name.id]

    return ast.literal_eval(Resolve().visit(node))


def odoo_imports(text):
    """Return every import of odoo but the ``domain`` package of an addon of ours."""
    found = []
    for node in ast.walk(ast.parse(text)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found += [
            f"line {node.lineno}: {entry}"
            for entry in names
            if entry.split(".")[0] == "odoo" and not _PLAIN.match(entry)
        ]
    return found


def global_translation(text):
    """Return imports of ``_``, which guesses the language; ``self.env._`` knows it."""
    return [
        f"line {node.lineno}: from {node.module} import _"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[0] == "odoo"
        and any(alias.name == "_" for alias in node.names)
    ]


def addon_imports(text):
    """Return the addons of ours that a file imports from."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            "odoo.addons"
        ):
            parts = (node.module + ".").split(".")[2:]
            names = [parts[0]] if parts[0] else [alias.name for alias in node.names]
            found |= {name for name in names if name.startswith("asn_")}
    return found
