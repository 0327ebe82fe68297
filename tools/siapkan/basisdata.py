"""Databases: made under another name, renamed when complete, kept up to date."""

import hashlib
import json
import re
import shutil

from jalur import (
    CONF,
    DATA,
    LAUNCHER,
    ROOT,
    STAMP,
    GagalError,
    stamp_clear,
    stamp_write,
)
from klaster import sql
from laporan import LAPORAN, run

ADDONS = ROOT / "addons"
_AGAIN = "correct the cause and run the same command again"
_SKIP = {"tests", "static", "__pycache__", "README.md"}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


def check_name(name):
    """Refuse names that PostgreSQL would need quoted."""
    if not _NAME.fullmatch(name):
        raise GagalError(
            f"DB={name} is not a usable name",
            "a database is named with a-z, 0-9 and _, beginning with a letter",
            "for example: make run DB=asn2",
        )


def modules():
    """Return {addon: hash of what an upgrade would read} for this checkout."""
    found = {}
    for manifest in sorted(ADDONS.glob("*/__manifest__.py")):
        digest = hashlib.sha256()
        for path in sorted(manifest.parent.rglob("*")):
            parts = path.relative_to(manifest.parent).parts
            if path.is_file() and not _SKIP.intersection(parts):
                digest.update("/".join(parts).encode() + path.read_bytes())
        found[manifest.parent.name] = digest.hexdigest()
    if not found:
        raise GagalError("Nothing to install", "addons/ is empty", "git status")
    return found


def exists(name):
    """Return whether a database is there."""
    return bool(sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))


def _oid(name):
    return sql(f"SELECT oid FROM pg_database WHERE datname = '{name}'")[0]


def filestore(name):
    """Return the folder of a database's attachments."""
    return DATA / "filestore" / name


def drop(name):
    """Drop a database with its attachments; nothing happens when it is not there."""
    sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    shutil.rmtree(filestore(name), ignore_errors=True)
    stamp_clear(f"db-{name}")


def rename(old, new):
    """Give a complete database its name; the database itself comes last."""
    shutil.rmtree(filestore(new), ignore_errors=True)
    if filestore(old).exists():
        filestore(old).rename(filestore(new))
    sql(f'ALTER DATABASE "{old}" RENAME TO "{new}"')


def ensure(name, demo=True):
    """Create the database, or upgrade the addons that changed since."""
    check_name(name)
    current = modules()
    if not exists(name):
        _create(name, current, demo)
        return LAPORAN.result(f"{name} created")
    try:
        known = json.loads((STAMP / f"db-{name}").read_text())
    except (FileNotFoundError, ValueError):
        known = {}
    if known.get("oid") != _oid(name):
        # Made by hand or restored: not ours to upgrade unasked.
        return LAPORAN.result(f"{name} was there already, left as it is")
    changed = [m for m, digest in current.items() if known["modules"].get(m) != digest]
    if changed:
        odoo(
            name, "-u", ",".join(changed), "-i", ",".join(changed), log="basisdata.log"
        )
        _remember(name, current)
        return LAPORAN.result(f"{name} upgraded: {', '.join(changed)}")
    return LAPORAN.result(f"{name} is up to date")


def _create(name, current, demo):
    temporary = f"{name}__part"
    drop(temporary)
    install(temporary, current, "basisdata.log")
    if demo:
        load_demo(temporary, "basisdata.log")
    rename(temporary, name)
    _remember(name, current)


def _remember(name, current):
    content = json.dumps({"oid": _oid(name), "modules": current})
    stamp_write(f"db-{name}", content)


def install(name, addons, log):
    """Make a database from all addons, in Indonesian, without Odoo's own demo data."""
    odoo(name, "-i", ",".join(addons), "--load-language", "id_ID", log=log)


def load_demo(name, log):
    """Load the demo scenario into a database."""
    if not (ADDONS / "asn_terpadu").is_dir():
        return
    run(
        [LAUNCHER, "shell", "-c", CONF, "-d", name, "--no-http"],
        "The demo scenario could not be loaded",
        _AGAIN,
        log=log,
        stdin=(ROOT / "tools" / "muat_skenario.py").read_text(),
        detail=progress,
    )


def odoo(name, *arguments, log):
    """Run Odoo on a database to the end, with progress by module."""
    run(
        [
            LAUNCHER,
            "-c",
            CONF,
            "-d",
            name,
            "--stop-after-init",
            "--no-http",
            *arguments,
        ],
        f"The database {name} could not be prepared",
        _AGAIN,
        log=log,
        detail=progress,
    )


def progress(line):
    """Return what to show of a line of Odoo's log."""
    found = re.search(r"Loading module (\S+) \((\d+/\d+)\)", line)
    if found:
        return f"{found[2]} {found[1]}"
    found = re.search(r" INFO \S+ odoo\.addons\.asn_terpadu\S*: (.+)", line)
    return found[1] if found else ""
