"""The Odoo server of this checkout: start, wait until it answers, stop."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from jalur import CONF, LAUNCHER, LOG, PID, GagalError, clean_env
from klaster import sql
from laporan import LAPORAN, say

#: login of the demo scenario: what the person does
LOGINS = {
    "pegawai": "pegawai ASN: mengajukan cuti, mengunduh surat",
    "pegawai2": "pegawai ASN lain",
    "atasan": "atasan langsung: memberi pertimbangan",
    "fasilitator": "admin kepegawaian perangkat daerah",
    "admin_aplikasi": "administrator aplikasi layanan (BKPSDM)",
    "pengawas": "pejabat pengawas: validasi",
    "administrator": "pejabat administrator: validasi",
    "penandatangan": "pejabat yang menandatangani",
    "admin_sistem": "administrator sistem",
    "admin_utama": "administrator utama",
    "kepala_badan": "kepala badan",
    "monev": "tim monitoring dan evaluasi",
}


def check_port(port, database):
    """Refuse a port that somebody else holds, before the long steps begin."""
    running = _ours(port)
    if running and running["database"] == database:
        return
    if running:
        raise GagalError(
            f"Port {port} cannot be used",
            f"this checkout already serves {running['database']} there",
            f"`make stop` first, or: make run DB={database} PORT={port + 1}",
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise GagalError(
                f"Port {port} cannot be used",
                "another program has it" if error.errno == 98 else str(error),
                f"choose another one, for example: make run PORT={port + 1}",
            ) from None


def _started_at(pid):
    """Return the start time of a process, which tells it from a later namesake."""
    try:
        with open(f"/proc/{pid}/stat") as source:
            return source.read().rpartition(")")[2].split()[19]
    except OSError:
        return None


def _recorded():
    """Return {file: record} of the servers of this checkout that still run."""
    found = {}
    for path in PID.glob("odoo-*.json"):
        try:
            record = json.loads(path.read_text())
        except ValueError:
            record = {}
        pid = record.get("pid")
        if pid and _started_at(pid) == record.get("started"):
            found[path] = record
        else:
            path.unlink(missing_ok=True)
    return found


def _ours(port):
    """Return the record of our own server on a port, if it runs."""
    records = [record for record in _recorded().values() if record["port"] == port]
    return records[0] if records else None


def serve(database, port):
    """Serve in the foreground until Ctrl-C or `make stop`."""
    if _ours(port):
        LAPORAN.result("already running")
        return None
    log = LOG / f"odoo-{database}.log"
    command = [LAUNCHER, "-c", CONF, "-d", database, "--http-port", port]
    command += ["--logfile", log, f"--db-filter=^{database}$"]
    with log.open("ab") as sink:
        process = subprocess.Popen(
            [str(part) for part in command],
            env=clean_env(),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
        )
    record = {"pid": process.pid, "started": _started_at(process.pid)}
    record |= {"port": port, "database": database}
    (PID / f"odoo-{port}.json").write_text(json.dumps(record))
    _wait(process, port, log)
    LAPORAN.result(f"serving, log in var/log/{log.name}")
    return process


def _wait(process, port, log):
    """Wait until the server answers."""
    for _attempt in range(600):
        if process.poll() is not None:
            raise GagalError(
                "The server stopped",
                f"exit code {process.returncode}",
                f"read {log}, correct the cause and run the same command again",
            )
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/web/login", timeout=60
            ) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        LAPORAN.tick("waiting for the first page")
        time.sleep(0.3)
    raise GagalError("The server does not answer", "waited too long", f"read {log}")


def welcome(database, port):
    """Print the address and the logins, in Indonesian: this is for the user."""
    say()
    say(f"ASN Terpadu siap dipakai:  http://127.0.0.1:{port}")
    rows = sql("SELECT login FROM res_users WHERE active", database)
    known = [login for login in LOGINS if login in rows]
    if known:
        say("Kata sandi semua akun contoh: demo. Frasa sandi tanda tangan: demo")
        say()
        say(f"  {'akun':<16}tugas")
        for login in known:
            say(f"  {login:<16}{LOGINS[login]}")
    say()
    say("Berhenti: Ctrl-C di sini, atau `make stop` dari terminal lain.")


def hold(process):
    """Stay in the foreground; stop the server when told to stop."""

    def forward(_number, _frame):
        process.send_signal(signal.SIGINT)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, forward)
    while True:
        try:
            code = process.wait()
            break
        except KeyboardInterrupt:
            continue  # the server got it too and is closing
    _recorded()
    if code not in (0, -signal.SIGINT, -signal.SIGTERM):
        raise GagalError(
            "The server stopped",
            f"signal {-code}" if code < 0 else f"exit code {code}",
            "make run  (nothing that was confirmed is lost)",
        )


def stop():
    """Stop the servers of this checkout by their recorded process ids."""
    stopped = []
    for path, record in _recorded().items():
        os.kill(record["pid"], signal.SIGINT)
        deadline = time.monotonic() + 30
        while _started_at(record["pid"]) == record["started"]:
            if time.monotonic() > deadline:
                os.kill(record["pid"], signal.SIGKILL)
            time.sleep(0.2)
        path.unlink(missing_ok=True)
        stopped.append(f"{record['database']} on port {record['port']}")
    return stopped
