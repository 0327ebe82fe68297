"""The linters, one check each: ruff, its formatter, pylint-odoo, OCA's hooks."""

import time

import templat
from dasar import BIN, LOG, PYTHON, ROOT, Hasil, run


def _folders():
    return [name for name in ("addons", "tools", "tests") if (ROOT / name).is_dir()]


def _addons():
    return [f"addons/{name}" for name in templat.manifests()]


def checks():
    """Return {name: command} of every linter."""
    pylint = [BIN / "pylint", "--rcfile=.pylintrc-mandatory", "-j1", *_addons()]
    hooks = [PYTHON, "tools/kait_oca.py", *_addons()]
    return {
        "ruff check": [BIN / "ruff", "check", "--no-cache", *_folders()],
        "ruff format": [BIN / "ruff", "format", "--check", "--no-cache", *_folders()],
        "oca hooks": hooks,
        "pylint-odoo": pylint,
    }


def test():
    """Run every linter; a finding fails its check."""
    begun = time.monotonic()
    hasil = Hasil("lint", log=LOG / "lint.log")
    texts = []
    for name, command in checks().items():
        log = LOG / f"lint-{name.replace(' ', '-')}.log"
        code, text = run(name, command, log, timeout=900)
        texts.append(f"== {name}\n{text}")
        if code:
            hasil.failed += 1
            hasil.notes.append(f"{name}:")
            lines = [line for line in text.splitlines() if line.strip()]
            hasil.notes += [f"  {line}" for line in lines[-12:]]
        else:
            hasil.passed += 1
    hasil.log.write_text("\n".join(texts))
    hasil.seconds = time.monotonic() - begun
    return hasil
