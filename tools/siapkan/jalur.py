"""Where everything lives, and the one error type of the set-up."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"

VENV = VAR / "venv"
VENV_PYTHON = VENV / "bin" / "python"
TREE = VAR / "odoo"
CACHE = VAR / "cache"
DEBS = CACHE / "debs"
APT = VAR / "apt"
DATA = VAR / "data"
LOG = VAR / "log"
PID = VAR / "pid"
STAMP = VAR / "stamp"
CONF = VAR / "odoo.conf"
#: What the test command writes: the same server, attachments of its own.
UJI_CONF = VAR / "uji" / "odoo.conf"
LAUNCHER = VAR / "bin" / "odoo-bin"

#: Debian's interpreter: the lock was resolved with it, see requirements.txt.
PYTHON = Path("/usr/bin/python3")


class GagalError(Exception):
    """A step that cannot go on: what happened, why, and what to do next."""

    def __init__(self, what, why, todo):
        super().__init__(what)
        self.what, self.why, self.todo = what, why, todo

    def __str__(self):
        return f"{self.what}: {self.why}. Next: {self.todo}"


def is_root():
    """Return whether the set-up runs as root."""
    return os.geteuid() == 0


def checkout_id():
    """Return eight characters that name this checkout and no other."""
    return hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]


def file_hash(*paths):
    """Return one SHA-256 over the content of files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_folders():
    """Create the git-ignored folders.

    Their mode lets other users pass but not list: PostgreSQL refuses to run as
    root, and its unprivileged user must reach var/pg.
    """
    for path in (VAR, CACHE, DEBS, DATA, LOG, PID, STAMP, VAR / "bin"):
        path.mkdir(parents=True, exist_ok=True)
    if os.stat(VAR).st_uid == os.geteuid():
        VAR.chmod(0o711)


def stamp_read(name):
    """Return the content of a stamp, or "" when the step never completed."""
    try:
        return (STAMP / name).read_text().strip()
    except FileNotFoundError:
        return ""


def stamp_write(name, value):
    """Record that a step completed; the rename makes it all or nothing."""
    temporary = STAMP / f".{name}.tmp"
    temporary.write_text(value + "\n")
    temporary.replace(STAMP / name)


def stamp_clear(name):
    """Forget a stamp: the step is about to change what it vouches for."""
    (STAMP / name).unlink(missing_ok=True)


def clean_env(**extra):
    """Return the environment for programs that the set-up starts.

    Variables that would silently point Odoo or PostgreSQL somewhere else are
    taken out; the configuration file decides.
    """
    drop = ("PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGDATA")
    drop += ("ODOO_RC", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET")
    drop += ("PGSSLMODE", "PGAPPNAME", "PGSERVICE", "PGOPTIONS", "PYTHONSTARTUP")
    env = {key: value for key, value in os.environ.items() if key not in drop}
    env.update(extra)
    return env
