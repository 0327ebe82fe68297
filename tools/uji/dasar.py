"""Paths, results and running programs for the test command."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
UJI = VAR / "uji"
LOG = VAR / "log" / "uji"
CONF = UJI / "odoo.conf"
LAUNCHER = VAR / "bin" / "odoo-bin"
BIN = VAR / "venv" / "bin"
PYTHON = BIN / "python"

_PRINT = threading.Lock()
_RUNNING = {}
_PROCESSES = set()


@dataclass
class Hasil:
    """What one part of the suite found."""

    name: str
    passed: int = 0
    failed: int = 0
    seconds: float = 0.0
    log: Path | None = None
    notes: list = field(default_factory=list)


def say(text):
    """Print one line, also when two parts finish at once."""
    with _PRINT:
        print(text, flush=True)


def report(hasil):
    """Print what a part found as soon as it is known."""
    word = "FAILED" if hasil.failed else "ok"
    counts = f"{hasil.passed} passed, {hasil.failed} failed"
    say(f"  {word:<7}{hasil.name:<28}{counts:<28}{hasil.seconds:6.0f} s")
    for note in hasil.notes[:25]:
        say(f"           {note}")
    if hasil.failed and hasil.log:
        say(f"           log: {hasil.log.relative_to(ROOT)}")


def free_port():
    """Return a TCP port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(name, command, log, *, timeout=1500, env=None, stdin=None):
    """Run a program into a log file; kill its whole group when it takes too long.

    :return: (exit code, output); the code is -1 after a time-out
    """
    _RUNNING[name] = time.monotonic()
    log.parent.mkdir(parents=True, exist_ok=True)
    try:
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [str(part) for part in command],
                stdout=sink,
                stderr=subprocess.STDOUT,
                stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                cwd=ROOT,
                env=clean_env(**(env or {})),
                start_new_session=True,
            )
            _PROCESSES.add(process)
            try:
                process.communicate(stdin.encode() if stdin else None, timeout)
                code = process.returncode
            except BaseException as error:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                if not isinstance(error, subprocess.TimeoutExpired):
                    raise
                code = -1
            finally:
                _PROCESSES.discard(process)
    finally:
        _RUNNING.pop(name, None)
    return code, log.read_text(errors="replace")


def stop_all(number, _frame):
    """Take everything along that this run has started, then end."""
    for process in list(_PROCESSES):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    print(
        "\nInterrupted; the same command starts again.\n0 passed, 1 failed", flush=True
    )
    os._exit(128 + number)


def running():
    """Return what is under way, for the heartbeat."""
    now = time.monotonic()
    return ", ".join(f"{name} {now - since:.0f} s" for name, since in _RUNNING.items())


def clean_env(**extra):
    """Return the environment of a test process: nothing of the caller's own.

    Compiled Python is kept in ``var/uji/pyc``, wherever the sources may be: a run
    starts Odoo some seventy times.
    """
    drop = re.compile(
        r"PG[A-Z]+|ODOO_RC|PYTHON(PATH|HOME|STARTUP|DONTWRITEBYTECODE)|ASN_UJI_\w+"
    )
    env = {key: value for key, value in os.environ.items() if not drop.fullmatch(key)}
    kept = {"PYTHONPYCACHEPREFIX": str(UJI / "pyc")}
    return env | {"ODOO_TEST_MAX_FAILED_TESTS": "100000"} | kept | extra


def stamp(name):
    """Return the file that vouches for a template database."""
    return UJI / "stamp" / f"{name}.json"


def stamp_valid(name, oid, digest):
    """Return whether a template is the one that was made from these sources."""
    try:
        return json.loads(stamp(name).read_text()) == {"oid": oid, "digest": digest}
    except (FileNotFoundError, ValueError):
        return False
