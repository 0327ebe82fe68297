"""A real Odoo server in a process of its own, to be used, killed and restarted."""

import os
import re
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import requests

from .database import clone
from .rpc import Client

_TROUBLE = re.compile(r"^\S+ \S+ \d+ (WARNING|ERROR|CRITICAL) ", re.MULTILINE)
# Refusals are what most tests here provoke; Odoo logs each of them as a warning.
_EXPECTED = re.compile(
    r"odoo\.http: (?!Exception)|odoo\.addons\.base\.models\.ir_(rule|model|access)"
    r"|odoo\.addons\.base\.models\.res_users: Login failed"
    r"|odoo\.addons\.rpc\.controllers"
    r"|odoo\.models: Cannot (execute name_create|search on display_name)"
)

#: Modules that only the tests load: many calls in one request, cheap signing in.
_MODULES = Path(__file__).parent / "modul"
_LOADED = "uji_banyak,uji_ringan"


def free_port():
    """Return a TCP port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One server on one database.

    :param settings: the test run's :class:`~support.settings.Settings`
    :param database: the database to serve, a clone that may be changed
    :param log: path of the log, appended to at each start
    :param cron: number of threads for scheduled actions, 0 for none
    """

    def __init__(self, settings, database, log, cron=0):
        self.settings = settings
        self.database = database
        self.log = log
        self.cron = cron
        self.port = free_port()
        self.process = None
        self._clients = {}

    def client(self, login):
        """Return a user, logged in once."""
        if login not in self._clients:
            self._clients[login] = Client(self, login)
        return self._clients[login]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, timeout=120):
        """Start and wait until the server answers.

        :raise RuntimeError: it stopped or did not answer within ``timeout`` seconds
        """
        command = [
            *self.settings.launcher,
            "--config", str(self.settings.conf),
            "--database", self.database,
            "--db-filter", f"^{self.database}$",
            "--addons-path", f"{self.settings.options['addons_path']},{_MODULES}",
            "--load", f"{self.settings.options['server_wide_modules']},{_LOADED}",
            "--http-interface", "127.0.0.1",
            "--http-port", str(self.port),
            "--gevent-port", str(free_port()),
            "--workers", "0",
            "--max-cron-threads", str(self.cron),
        ]  # fmt: skip
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, env=os.environ
            )
        self._wait(timeout)
        return self

    def _wait(self, timeout):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"The server stopped at start, see {self.log}")
            try:
                # The first page loads the registry, so that no test waits for it.
                if requests.get(f"{self.url}/web/login", timeout=timeout).ok:
                    return
            except requests.ConnectionError:
                time.sleep(0.2)
        raise RuntimeError(f"The server did not answer, see {self.log}")

    def stop(self):
        """End the server the orderly way."""
        self._end(signal.SIGTERM)

    def kill(self):
        """End the server as a power cut would: nothing is finished or saved."""
        self._end(signal.SIGKILL)

    def _end(self, how):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def trouble(self):
        """Return the lines of the log that nobody expects to see."""
        text = self.log.read_text(errors="replace")
        lines = [
            text[match.start() : text.find("\n", match.start())]
            for match in _TROUBLE.finditer(text)
        ]
        return [line for line in lines if not _EXPECTED.search(line)]


@contextmanager
def serve(settings, log, cron=0):
    """Serve a fresh clone of the demo scenario; its log must stay clean.

    :param log: path of the log
    :param cron: see :class:`Server`
    :raise AssertionError: unexpected warnings
    """
    with clone(settings) as database:
        server = Server(settings, database, log, cron).start()
        try:
            yield server
        finally:
            # An orderly end is tried elsewhere, and complains of a scheduled action
            # that is under way; the database goes right after.
            server.kill()
        trouble = server.trouble()
        assert not trouble, trouble
