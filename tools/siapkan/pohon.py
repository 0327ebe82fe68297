"""The Odoo tree: Debian's own packages, verified, unpacked without root."""

import hashlib
import os
import shutil
import subprocess
import urllib.parse
from pathlib import Path

from jalur import APT, DEBS, ROOT, TREE, GagalError, file_hash, is_root
from laporan import LAPORAN, run, say

LOCK = ROOT / "debs.lock"
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
_AGAIN = "run the same command again; set ODOO_HOME to use an Odoo 19 tree you have"


def ensure():
    """Make the tree complete and return the folder to put on Python's path."""
    home = os.environ.get("ODOO_HOME")
    if home:
        folder = _check_home(Path(home))
        LAPORAN.result(f"ODOO_HOME: {folder}")
        return folder
    stamp = TREE / ".complete"
    wanted = file_hash(LOCK)
    folder = TREE / "usr" / "lib" / "python3" / "dist-packages"
    if stamp.exists() and stamp.read_text().strip() == wanted:
        LAPORAN.result("already there")
        return folder
    locked = _read_lock()
    missing = [row for row in locked if not _in_cache(*row)]
    if missing:
        _fetch(missing)
    files = [_in_cache(*row) or _newest(row[1]) for row in locked]
    _unpack(files, wanted)
    LAPORAN.result(f"{len(files)} packages unpacked")
    return folder


def _check_home(home):
    """Return the importable folder of the tree that ODOO_HOME names."""
    home = home.resolve()
    for folder in (home, home / "usr/lib/python3/dist-packages"):
        release = folder / "odoo" / "release.py"
        if release.exists():
            if "version_info = (19," not in release.read_text():
                raise GagalError(
                    "ODOO_HOME is not usable",
                    f"{folder} is not Odoo 19",
                    "point ODOO_HOME at an Odoo 19 tree or unset it",
                )
            return folder
    raise GagalError(
        "ODOO_HOME is not usable",
        f"{home} holds no odoo/release.py",
        "point ODOO_HOME at the folder that contains 'odoo', or unset it",
    )


def _read_lock():
    """Return (sha256, file name, suite) for every package of the lock."""
    lines = LOCK.read_text().splitlines()
    return [tuple(line.split()) for line in lines if line and line[0] != "#"]


def _in_cache(digest, name, _suite):
    """Return the cached file when its checksum is the locked one, else None."""
    path = DEBS / name
    if not path.exists():
        return None
    with path.open("rb") as source:
        found = hashlib.file_digest(source, "sha256").hexdigest()
    return path if found == digest else None


def _package(name):
    """Return (package, version) of a deb's file name."""
    package, version, _architecture = urllib.parse.unquote(name).split("_")
    return package, version


def _fetch(rows):
    """Download packages through a private apt that leaves the system alone."""
    options = _private_apt({suite for _digest, _name, suite in rows})
    todo = "check the network and the machine's apt sources, then " + _AGAIN
    run(
        ["apt-get", *options, "update"],
        "The package lists could not be read",
        todo,
        log="pohon.log",
    )
    for digest, name, suite in rows:
        package, version = _package(name)
        LAPORAN.tick(package)
        exact = _apt_download(options, f"{package}={version}")
        if not exact:
            say(f"\n      note: {name} is no longer served, taking {suite}'s {package}")
            if not _apt_download(options, f"{package}/{suite}"):
                raise GagalError(
                    f"{package} could not be downloaded",
                    f"the mirror serves neither {version} nor another version in {suite}",
                    _AGAIN,
                )
        elif not _in_cache(digest, name, suite):
            raise GagalError(
                f"{name} is not the file that was tested",
                "its checksum differs from debs.lock",
                "try another mirror; if Debian rebuilt it, review and update debs.lock",
            )


def _apt_download(options, what):
    """Download one package into the cache; apt checks it against the signed list."""
    command = ["apt-get", *options, "download", what]
    done = subprocess.run(command, cwd=DEBS, capture_output=True, text=True)
    return done.returncode == 0


def _newest(name):
    """Return the newest cached file of the package that a locked name is of."""
    package, _version = _package(name)
    found = sorted(DEBS.glob(f"{package}_*.deb"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise GagalError(f"{package} is missing", "nothing was downloaded", _AGAIN)
    return found[-1]


def _private_apt(suites):
    """Write the private apt folder and return the options that select it."""
    for name in ("state/lists/partial", "cache/archives/partial"):
        (APT / name).mkdir(parents=True, exist_ok=True)
    (APT / "status").touch()
    mirror = _mirror()
    lines = [f"deb [signed-by={_KEYRING}] {mirror} {s} main" for s in sorted(suites)]
    (APT / "sources.list").write_text("\n".join(lines) + "\n")
    settings = {
        "Dir::State": APT / "state",
        "Dir::State::lists": APT / "state/lists",
        "Dir::State::status": APT / "status",
        "Dir::Cache": APT / "cache",
        "Dir::Etc::sourcelist": APT / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferences": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "Acquire::Languages": "none",
        "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
        "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled": "false",
        "APT::Update::Post-Invoke-Success": "",
        "APT::Sandbox::User": "root" if is_root() else "",
        "APT::Architecture": _architecture(),
        "APT::Get::List-Cleanup": "false",
        "Debug::NoLocking": "1",
    }
    return [
        part for key, value in settings.items() for part in ("-o", f"{key}={value}")
    ]


def _architecture():
    done = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True
    )
    return done.stdout.strip() or "amd64"


def _mirror():
    """Return the machine's own Debian mirror, as apt itself tells it."""
    form = "$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(CREATED_BY)"
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", form], capture_output=True, text=True
    )
    plain = []
    for line in done.stdout.splitlines():
        uri, release, component, kind = line.split("|")
        if component == "main" and kind == "Packages" and _is_suite(uri, release):
            plain.append(uri)
    if not plain:
        raise GagalError(
            "No Debian mirror found",
            "the machine's apt sources name no Debian suite with component main",
            "add one to /etc/apt/sources.list.d, then " + _AGAIN,
        )
    return plain[0]


def _is_suite(uri, release):
    """Return whether a source is a plain Debian suite, not updates or security."""
    names = {"bookworm", "trixie", "forky", "sid", "stable", "testing", "unstable"}
    return release in names and "security" not in uri


def _unpack(files, wanted):
    """Unpack all packages into one root; the rename at the end completes it."""
    temporary = TREE.with_name("odoo.part")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(mode=0o755)
    for path in files:
        run(
            ["dpkg-deb", "-x", path, temporary],
            f"{path.name} could not be unpacked",
            f"delete {path} and run the same command again",
            log="pohon.log",
            detail=lambda _line, path=path: path.name,
        )
    (temporary / ".complete").write_text(wanted + "\n")
    old = TREE.with_name("odoo.old")
    shutil.rmtree(old, ignore_errors=True)
    if TREE.exists():
        TREE.rename(old)
    temporary.rename(TREE)
    shutil.rmtree(old, ignore_errors=True)
