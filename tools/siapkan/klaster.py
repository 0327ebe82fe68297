"""The private PostgreSQL cluster: made, started and stopped for this checkout."""

import contextlib
import os
import pwd
import shlex
import shutil
import stat
import subprocess
from pathlib import Path

import sistem
from jalur import (
    ROOT,
    VAR,
    VENV,
    GagalError,
    checkout_id,
    clean_env,
    is_root,
    stamp_read,
    stamp_write,
)
from laporan import LAPORAN, run, say

USER = "asn"
#: A Unix socket address holds 107 bytes; the name of the socket file is added.
_LONGEST = 107 - len("/.s.PGSQL.5432") - 1
_ROLE_SQL = "ALTER ROLE asn WITH LOGIN CREATEDB"
_EXTENSIONS = ("pg_trgm", "unaccent")


def _account():
    """Return the account that runs the server: ours, or an unprivileged one."""
    if not is_root():
        return pwd.getpwuid(os.geteuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise GagalError(
        "The database cannot be started",
        "PostgreSQL refuses root, and there is no user postgres or nobody",
        "create one of them, or run as an ordinary user",
    )


def _prefix():
    """Return what to put before a command so that it runs as that account."""
    if not is_root():
        return []
    account = _account()
    ids = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}"]
    return ["setpriv", *ids, "--clear-groups", "--"]


def _reachable(folder):
    """Return whether the account can pass through all parents of a folder."""
    command = [*_prefix(), "test", "-d", f"{folder}/."]
    return not subprocess.run(command, cwd="/").returncode


def data_folder():
    """Return where the cluster lives: var/pg, or elsewhere when out of reach."""
    if _reachable(VAR):
        return VAR / "pg"
    return Path(f"/var/lib/asn-terpadu-{checkout_id()}/pg")


def socket_folder():
    """Return where the socket lives: var/run, or a short path when that is too long."""
    folder = VAR / "run"
    if _reachable(VAR) and len(os.fsencode(folder)) <= _LONGEST:
        return folder
    if is_root():
        return Path(f"/run/asn-terpadu-{checkout_id()}")
    base = os.environ.get("XDG_RUNTIME_DIR")
    if base and os.path.isdir(base) and len(base) <= _LONGEST - 24:
        return Path(base) / f"asn-terpadu-{checkout_id()}"
    return Path(f"/tmp/asn-terpadu-{os.geteuid()}-{checkout_id()}")  # noqa: S108


def _make_private(folder):
    """Create a folder that only the account may use, and refuse a foreign one."""
    account = _account()
    folder.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
        if is_root():
            os.chown(folder, account.pw_uid, account.pw_gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.pw_uid:
            raise GagalError(
                "The database cannot be started",
                f"{folder} exists and belongs to somebody else",
                "remove it or move this checkout, then run the same command again",
            ) from None
    folder.chmod(0o700)


def bin_folder():
    """Return the folder with the server's programs that fits the cluster.

    :raise GagalError: no server, or not the version that made the cluster
    """
    installed = sistem.server_folders()
    wheel = [
        found.parent for found in VENV.glob("lib/python3.*/site-packages/**/initdb")
    ]
    version = data_folder() / "PG_VERSION"
    probe = subprocess.run(
        [*_prefix(), "cat", str(version)], capture_output=True, text=True, cwd="/"
    )
    major = probe.stdout.strip()
    for folder in [*installed, *wheel]:
        if not major or _major(folder) == major:
            return folder
    if major:
        raise GagalError(
            "The database cannot be started",
            f"it was made by PostgreSQL {major}, which is no longer installed",
            f"install postgresql-{major}, or make a new one with `make reset`",
        )
    raise GagalError(
        "There is no PostgreSQL server",
        "neither an installed one nor the wheel was found",
        "sudo apt-get install -y postgresql  and then the same command again",
    )


def _major(folder):
    done = subprocess.run([folder / "initdb", "-V"], capture_output=True, text=True)
    return done.stdout.split()[-1].split(".")[0] if done.stdout else ""


def ensure():
    """Create the cluster when it is missing and start it when it is down."""
    data, programs = data_folder(), bin_folder()
    made = _create(data, programs)
    started = _start(data, programs)
    if stamp_read("klaster") != str(data):
        _prepare(programs)
        stamp_write("klaster", str(data))
    how = "created and started" if made else "started" if started else "already running"
    where = "" if data.parent == VAR else f", in {data} because {VAR} is out of reach"
    LAPORAN.result(f"{how} (PostgreSQL {_major(programs)}{where})")


def _create(data, programs):
    """Initialise under another name and rename, so that half a cluster never counts."""
    probe = subprocess.run([*_prefix(), "test", "-f", data / "PG_VERSION"], cwd="/")
    if not probe.returncode:
        return False
    data.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    temporary = data.with_name("pg.part")
    shutil.rmtree(temporary, ignore_errors=True)
    _make_private(temporary)
    command = [*_prefix(), programs / "initdb", "-D", temporary, "-U", USER]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    run(
        command,
        "The database cluster could not be created",
        "run the same command again",
        log="klaster.log",
        cwd="/",
    )
    _spread(temporary / "base")
    temporary.rename(data)
    return True


def _spread(folder):
    """Let each database lie in a part of the disk of its own, where the disk can.

    ext4 without a journal does not use the place of a deleted file for minutes, and
    searches long beside one: a copy of a database took 5 seconds after another was
    dropped, and takes one so.
    """
    with contextlib.suppress(OSError):  # no such program: slower, and nothing else
        command = [*_prefix(), "chattr", "+T", folder]
        subprocess.run(command, cwd="/", capture_output=True)


def is_running():
    """Return whether this checkout's cluster is up."""
    try:
        command = [*_prefix(), bin_folder() / "pg_ctl", "-D", data_folder(), "status"]
    except GagalError:
        return False
    return not subprocess.run(command, cwd="/", capture_output=True).returncode


def _settings():
    """Return the server's settings: no TCP port, memory for a laptop."""
    folder = socket_folder()
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "unix_socket_permissions": "0700",
        "shared_buffers": "256MB",
        "work_mem": "16MB",
        "maintenance_work_mem": "128MB",
        "max_wal_size": "2GB",
        # Compiling a query of many parts took ten times as long as running it.
        "jit": "off",
        "log_min_messages": "warning",
    }
    if os.environ.get("CI"):
        # A test machine is thrown away; what the tests kill is Odoo, not the server.
        settings |= {"fsync": "off", "full_page_writes": "off"}
    return settings


def _start(data, programs):
    if is_running():
        return False
    _make_private(socket_folder())
    options = " ".join(f"-c {k}={shlex.quote(v)}" for k, v in _settings().items())
    command = [*_prefix(), programs / "pg_ctl", "-D", data, "-w", "-t", "60"]
    command += ["-l", data / "server.log", "-o", options, "start"]
    run(
        command,
        "The database could not be started",
        f"read {data / 'server.log'}, then run the same command again",
        log="klaster.log",
        cwd="/",
    )
    return True


def _prepare(programs):
    """Put the extensions into template1, so that every database has them."""
    for name in _EXTENSIONS:
        sql(f"CREATE EXTENSION IF NOT EXISTS {name}", "template1", programs)
    sql(_ROLE_SQL, "template1", programs)


def sql(statement, database="postgres", programs=None):
    """Run SQL on this checkout's server and return the rows as text lines."""
    programs = programs or _client()
    env = clean_env(PGOPTIONS="-c client_min_messages=error", **_connection())
    command = [programs / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database]
    command = [str(part) for part in [*command, "-c", statement]]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd="/")
    if done.returncode:
        raise GagalError(
            "The database refused a command",
            done.stderr.strip().splitlines()[-1] if done.stderr else "no answer",
            "read var/log/klaster.log; `make stop` and the same command again",
        )
    return done.stdout.splitlines()


def _connection():
    """Return libpq's variables for the server that var/odoo.conf names."""
    import konfigurasi  # late: konfigurasi asks this module for the socket

    own = konfigurasi.external()
    if not own:
        return {"PGHOST": str(socket_folder()), "PGUSER": USER}
    names = {"db_host": "PGHOST", "db_port": "PGPORT", "db_user": "PGUSER"}
    names |= {"db_password": "PGPASSWORD", "db_sslmode": "PGSSLMODE"}
    return {names[key]: value for key, value in own.items() if key in names}


def _client():
    """Return the folder with psql."""
    try:
        return bin_folder()
    except GagalError:
        found = shutil.which("psql")
        if found:
            return Path(found).parent
        raise GagalError(
            "psql is missing",
            "odoo.conf names another database server and this machine has no client",
            "sudo apt-get install -y postgresql-client  and the same command again",
        ) from None


def check_external():
    """Check that the server which odoo.conf names answers."""
    answer = sql("SHOW server_version")
    LAPORAN.result(
        f"the server that {ROOT.name}/odoo.conf names, PostgreSQL {answer[0]}"
    )


def stop():
    """Stop the cluster of this checkout, and only that."""
    if not is_running():
        return False
    command = [*_prefix(), bin_folder() / "pg_ctl", "-D", data_folder()]
    command += ["-m", "fast", "-w", "stop"]
    run(
        command,
        "The database could not be stopped",
        "look for programs that still use it, then `make stop` again",
        log="klaster.log",
        cwd="/",
    )
    return True


def remove():
    """Delete the cluster and its socket folder; `make reset` asked before."""
    stop()
    data, folder = data_folder(), socket_folder()
    shutil.rmtree(data, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    if data.parent != VAR:
        shutil.rmtree(data.parent, ignore_errors=True)
    say(f"Removed {data}")
