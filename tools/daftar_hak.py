"""Bring security/sudo.csv and security/methods.csv up to date with the code.

New rows take their reason from the comment or docstring in the code, so that writing
them down costs nothing; reading the difference before it is committed is the point.
Rows whose code is gone are dropped.
"""

import ast
import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "meta"))

from aturan import sumber  # noqa: E402


def _files():
    return [p for p in sorted(ROOT.glob("addons/**/*.py")) if "tests" not in p.parts]


def _reason(lines, number):
    """Return the text after ``# sudo:`` at or above a line, joined over lines."""
    index = number - 1
    if "# sudo:" in lines[index]:
        return lines[index].split("# sudo:")[1].strip()
    block, index = [], index - 1
    while index >= 0 and lines[index].lstrip().startswith("#"):
        block.insert(0, lines[index].strip().lstrip("# "))
        index -= 1
    text = " ".join(block)
    return text.split("sudo:", 1)[1].strip() if "sudo:" in text else ""


def _statement(tree, line):
    """Return the first line of the innermost statement that holds a line."""
    found = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno
    ]
    return max(found)


def sudo_rows():
    """Return {(file, method): reason} from the code."""
    found = {}
    for path in _files():
        text = path.read_text()
        lines, tree = text.splitlines(), ast.parse(text)
        name = path.relative_to(ROOT).as_posix()
        for line, method, _has in sumber.sudo_calls(text):
            reason = _reason(lines, line) or _reason(lines, _statement(tree, line))
            if reason not in found.setdefault((name, method), []):
                found[name, method].append(reason)
    return {key: "; ".join(filter(None, value)) for key, value in found.items()}


def method_rows():
    """Return {(model, method): first sentence of the docstring} from the code."""
    found = {}
    for path in _files():
        tree = ast.parse(path.read_text())
        docs = {
            node.name: (ast.get_docstring(node) or "")
            .split("\n\n")[0]
            .replace("\n", " ")
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        }
        for model, method in sumber.public_methods(path.read_text()):
            note = " ".join(docs[method].split())
            found[model, method] = note or found.get((model, method), "")
    return found


def merge(name, keys, column, found):
    """Write a table: kept rows first in their order, then new ones."""
    path = ROOT / "security" / f"{name}.csv"
    with path.open(newline="") as source:
        old = {
            tuple(row[k] for k in keys): row[column] for row in csv.DictReader(source)
        }
    rows = {key: text for key, text in old.items() if key in found}
    rows |= {key: text for key, text in found.items() if key not in rows}
    with path.open("w", newline="") as sink:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow([*keys, column])
        writer.writerows([*key, text] for key, text in rows.items())
    print(f"{path.relative_to(ROOT)}: {len(set(found) - set(old))} new,")
    print(f"    {len(set(old) - set(found))} dropped, {len(rows)} rows")
    for key, text in rows.items():
        if not text:
            print(f"    no {column}: {' '.join(key)}")


merge("sudo", ["file", "method"], "reason", sudo_rows())
merge("methods", ["model", "method"], "note", method_rows())
