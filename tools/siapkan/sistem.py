"""System packages: found by what they provide, installed when root."""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from jalur import PYTHON, VAR, GagalError, clean_env, is_root
from laporan import LAPORAN, run

_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)


def _has_venv():
    if not PYTHON.exists():
        return False
    code = "import ensurepip, venv"
    return not subprocess.run([PYTHON, "-c", code], capture_output=True).returncode


def _has_libraries():
    try:
        for name in _LIBRARIES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _has_fonts():
    return any(Path("/usr/share/fonts").glob("**/LiberationSans-Regular.ttf"))


def _has_server():
    return bool(server_folders())


def _has_chromium():
    """Look for the browser that Odoo's tests ask for, and for the one of ours."""
    return bool(shutil.which("chromium") and shutil.which("chromium-headless-shell"))


def _has_poppler():
    return bool(shutil.which("pdftoppm") and shutil.which("pdfsig"))


def _has_keyring():
    return Path("/usr/share/keyrings/debian-archive-keyring.gpg").exists()


def server_folders():
    """Return the bin folders of installed PostgreSQL servers >= 15, newest first."""
    found = []
    for folder in Path("/usr/lib/postgresql").glob("*/bin"):
        if folder.parent.name.isdigit() and (folder / "initdb").exists():
            found.append((int(folder.parent.name), folder))
    return [folder for major, folder in sorted(found, reverse=True) if major >= 15]


#: name of the group: (packages, test, what it is for)
PACKAGES = {
    "venv": (["python3-venv"], _has_venv, "the virtual environment"),
    "keyring": (["debian-archive-keyring"], _has_keyring, "checking signatures"),
    "pango": (
        ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig"],
        _has_libraries,
        "letters in PDF",
    ),
    "fonts": (["fonts-liberation"], _has_fonts, "letters in PDF"),
    "postgresql": (["postgresql"], _has_server, "the database"),
    "chromium": (
        ["chromium", "chromium-headless-shell"],
        _has_chromium,
        "browser tests",
    ),
    "poppler": (["poppler-utils"], _has_poppler, "tests that look into a PDF"),
}
#: What an ordinary user may go without: the wheel of a server takes its place.
_OPTIONAL = {"postgresql"}


def ensure(*groups):
    """Make sure that packages are there; install them when root.

    :raise GagalError: an ordinary user lacks one; names the one command to run
    """
    if shutil.disk_usage(VAR).free < 2 * 1024**3:
        raise GagalError(
            "Not enough disk space",
            f"less than 2 GB are free below {VAR}",
            "free some space, then run the same command again",
        )
    missing = [group for group in groups if not PACKAGES[group][1]()]
    if not missing:
        return LAPORAN.result("nothing missing")
    if is_root():
        _install(missing)
        return LAPORAN.result("installed " + " ".join(_names(missing)))
    needed = [group for group in missing if group not in _OPTIONAL]
    if needed:
        reasons = ", ".join(f"{_names([g])[0]} for {PACKAGES[g][2]}" for g in needed)
        raise GagalError(
            "System packages are missing",
            f"{reasons}; only root can install them",
            f"sudo apt-get install -y --no-install-recommends {' '.join(_names(missing))}"
            "  and then the same command again",
        )
    return LAPORAN.result("no PostgreSQL server: the wheel of one will be used")


def _names(groups):
    return [name for group in groups for name in PACKAGES[group][0]]


def _install(groups):
    if not shutil.which("apt-get"):
        raise GagalError(
            "System packages are missing",
            f"this machine has no apt-get to install {' '.join(_names(groups))}",
            "install them with the machine's own tool and run the same command again",
        )
    env = clean_env(DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")
    todo = "check that apt works on this machine, then run the same command again"
    run(["apt-get", "update"], "apt-get update failed", todo, log="sistem.log", env=env)
    quiet = _without_main_cluster() if "postgresql" in groups else None
    command = ["apt-get", "install", "-y", "--no-install-recommends"]
    command += ["-o", "Dpkg::Options::=--force-confold", *_names(groups)]
    try:
        run(command, "apt-get install failed", todo, log="sistem.log", env=env)
    finally:
        if quiet:
            _restore(quiet)


def _without_main_cluster():
    """Keep Debian from starting a server of its own beside ours."""
    conf = Path("/etc/postgresql-common/createcluster.conf")
    if conf.exists():
        return None
    conf.parent.mkdir(parents=True, exist_ok=True)
    conf.write_text("create_main_cluster = false\n")
    return conf


def _restore(conf):
    """Put the package's own default back in the place of ours."""
    packaged = conf.with_name(conf.name + ".dpkg-dist")
    if packaged.exists():
        packaged.replace(conf)
    elif not os.path.exists("/usr/share/postgresql-common"):
        conf.unlink(missing_ok=True)
