"""Template databases: one after each addon, and one with the scenario.

An addon is tested on a database that holds only what was installed up to it, so
that its tests cannot lean on an addon above, and required columns of addons above
cannot break it. A template is used again while nothing below it changed.
"""

import ast
import configparser
import hashlib
import json
import os
import re
import shutil
import sys
import time

from dasar import CONF, LAUNCHER, LOG, ROOT, UJI, VAR, Hasil, run, stamp, stamp_valid

sys.path.insert(0, str(ROOT / "tools" / "siapkan"))

import basisdata
import klaster

PREFIX = "asn_uji"
FULL = f"{PREFIX}_lengkap"
DEMO = f"{PREFIX}_demo"
_LEVELS = re.compile(r"^\S+ \S+ \d+ (WARNING|ERROR|CRITICAL) .*$", re.MULTILINE)
#: Modules that only the tests load.
_MODULES = ROOT / "tests" / "support" / "modul"
_IGNORE = ROOT / "tools" / "uji" / "log_dimaklumi.txt"


def prepare():
    """Write the configuration of the run and drop what an interrupted run left."""
    for path in (UJI / "stamp", UJI / "data", LOG):
        path.mkdir(parents=True, exist_ok=True)
    parser = configparser.RawConfigParser()
    parser.read(VAR / "odoo.conf")
    parser["options"]["data_dir"] = str(UJI / "data")
    parser["options"]["max_cron_threads"] = "0"
    CONF.touch(mode=0o600)
    with CONF.open("w") as sink:
        parser.write(sink)
    keep = {template(name) for name in [None, *order()]} | {FULL, DEMO}
    for name in klaster.sql(
        f"SELECT datname FROM pg_database WHERE datname ~ '^{PREFIX}_'"
    ):
        if name not in keep:
            drop(name)


def support(module):
    """Return the options that load one of the modules that only the tests have."""
    parser = configparser.RawConfigParser()
    parser.read(CONF)
    options = parser["options"]
    paths, loaded = options["addons_path"], options["server_wide_modules"]
    return ["--addons-path", f"{paths},{_MODULES}", "--load", f"{loaded},{module}"]


def manifests():
    """Return {addon: manifest} of this tree."""
    found = {}
    for path in sorted((ROOT / "addons").glob("*/__manifest__.py")):
        found[path.parent.name] = ast.literal_eval(path.read_text())
    return found


def order():
    """Return the addons so that each comes after those it depends on."""
    todo, done = manifests(), []
    while todo:
        ready = [a for a, m in todo.items() if not set(m["depends"]) & set(todo)]
        if not ready:
            raise SystemExit(f"addons depend on each other in a circle: {sorted(todo)}")
        done += ready
        for name in ready:
            del todo[name]
    return done


def template(addon):
    """Return the name of the template that ends with an addon (None: only Odoo's)."""
    return f"{PREFIX}_t_{addon or 'inti'}"


def filestore(name):
    """Return the folder of a test database's attachments."""
    return UJI / "data" / "filestore" / name


def drop(name):
    """Drop a test database with its attachments."""
    klaster.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    shutil.rmtree(filestore(name), ignore_errors=True)
    stamp(name).unlink(missing_ok=True)


def clone(source, name):
    """Copy a database; attachments never change, so links do for them."""
    drop(name)
    klaster.sql(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    if filestore(source).exists():
        shutil.copytree(filestore(source), filestore(name), copy_function=os.link)


def _oid(name):
    rows = klaster.sql(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
    return rows[0] if rows else None


def digests():
    """Return {template: hash of all that goes into it}, in order."""
    versions = hashlib.sha256()
    for name in ("debs.lock", "requirements.txt", "requirements-oca.txt", "odoo.conf"):
        versions.update((ROOT / name).read_bytes())
    versions.update(json.dumps(core_modules()).encode())
    total = {template(None): versions.hexdigest()}
    current = basisdata.modules()
    for addon in order():
        versions.update(f"{addon} {current[addon]}".encode())
        total[template(addon)] = versions.hexdigest()
    for path in sorted((ROOT / "data").rglob("*")) if (ROOT / "data").exists() else []:
        if path.is_file():
            versions.update(path.read_bytes())
    total[FULL] = total[template(order()[-1])]
    total[DEMO] = versions.hexdigest()
    return total


def core_modules():
    """Return the modules of Odoo and OCA that our lowest addons depend on.

    What only a higher one needs comes with it, as in a database without that one.
    """
    ours = manifests()
    needed = [set(m["depends"]) for m in ours.values()]
    return sorted({d for names in needed if not names & set(ours) for d in names})


def log_trouble(text):
    """Return the warnings and errors of a log that nobody has excused."""
    excused = [
        line.split("  #")[0].strip()
        for line in _IGNORE.read_text().splitlines()
        if line.strip() and not line.startswith("#")
    ]
    found = [match.group(0) for match in _LEVELS.finditer(text)]
    return [line for line in found if not any(re.search(p, line) for p in excused)]


def make(name, source, arguments, digest, stdin=None, console=False):
    """Make one template from another by running Odoo on the copy.

    :return: a Hasil: one check passed when the log is clean, and None when the
        template is there already
    """
    if _oid(name) and stamp_valid(name, _oid(name), digest):
        return None
    begun = time.monotonic()
    log = LOG / f"templat-{name}.log"
    if source:
        clone(source, name)
    else:
        drop(name)
    command = [LAUNCHER, *(["shell"] if console else []), "-c", CONF, "-d", name]
    command += ["--no-http", *([] if console else ["--stop-after-init"]), *arguments]
    code, text = run(f"make {name}", command, log, stdin=stdin)
    notes = log_trouble(text)
    if code:
        notes.append(f"exit code {code}: {text.strip().splitlines()[-1:]}")
    label = name.removeprefix(f"{PREFIX}_").removeprefix("t_")
    hasil = Hasil(f"log: {label}", log=log, notes=notes)
    hasil.passed, hasil.failed = (0, 1) if notes else (1, 0)
    hasil.seconds = time.monotonic() - begun
    if not notes:
        content = {"oid": _oid(name), "digest": digest}
        stamp(name).write_text(json.dumps(content))
    hasil.usable = not code
    return hasil


def make_core():
    """Make the template that holds Odoo's own modules, in Indonesian."""
    arguments = ["-i", ",".join(core_modules()), "--load-language", "id_ID"]
    return make(template(None), None, arguments, digests()[template(None)])


def make_addon(addon, before):
    """Make the template that ends with an addon."""
    name = template(addon)
    return make(name, template(before), ["-i", addon], digests()[name])


def make_demo():
    """Make the template with the demo scenario from the one with all addons.

    Its passwords are hashed once instead of 600,000 times: see ``uji_ringan``.
    """
    script = (ROOT / "tools" / "muat_skenario.py").read_text()
    last = template(order()[-1])
    arguments, digest = support("uji_ringan"), digests()[DEMO]
    return make(DEMO, last, arguments, digest, stdin=script, console=True)
