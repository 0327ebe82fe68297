"""Progress on the terminal, and running other programs behind it."""

import re
import subprocess
import sys
import time
from contextlib import contextmanager

from jalur import LOG, ROOT, GagalError, clean_env

_TTY = sys.stdout.isatty()
#: Without a terminal a line is printed this often, so that a log shows life.
_HEARTBEAT = 20


class Laporan:
    """Numbered steps with their seconds: ``[3/7] Python packages ... 34 s``."""

    def __init__(self):
        self.total = 0
        self.number = 0
        self.title = ""
        self._started = self._spoken = 0.0
        self._running = False

    @contextmanager
    def step(self, title):
        """Show a step while its body runs, then what it took."""
        self.number += 1
        self.title = title
        self._started = self._spoken = time.monotonic()
        self._head = f"[{self.number}/{self.total}] {title}"
        if _TTY:
            print(f"{self._head} ...", end="", flush=True)
        else:
            print(f"{self._head} ...", flush=True)
        self._result = "done"
        self._running = True
        try:
            yield self
        except BaseException:
            self._finish("FAILED")
            raise
        self._finish(self._result)

    def result(self, text):
        """Say in a few words how the running step ended."""
        self._result = text

    def tick(self, detail=""):
        """Show that the running step is alive, with what it is doing."""
        if not self._running:
            return
        now = time.monotonic()
        seconds = int(now - self._started)
        detail = re.sub(r"\s+", " ", detail).strip()[:60]
        if _TTY:
            print(f"\r\x1b[K{self._head} ... {seconds} s  {detail}", end="")
            sys.stdout.flush()
        elif now - self._spoken >= _HEARTBEAT:
            self._spoken = now
            print(f"      ... {seconds} s  {detail}", flush=True)

    def _finish(self, text):
        self._running = False
        seconds = time.monotonic() - self._started
        start = "\r\x1b[K" if _TTY else ""
        print(f"{start}{self._head}: {text} ({seconds:.1f} s)", flush=True)


LAPORAN = Laporan()


def say(text=""):
    """Print one line of the set-up's own words."""
    print(text, flush=True)


def run(command, what, todo, *, log, env=None, cwd=None, stdin=None, detail=None):
    """Run a program with its output in a log file and progress on screen.

    :param what: what failed, should it fail
    :param todo: what the reader should do then
    :param log: name of the file under var/log
    :param detail: function from a line of output to a progress text, or None
    """
    path = LOG / log
    with path.open("ab") as sink:
        sink.write(f"\n$ {' '.join(map(str, command))}\n".encode())
        sink.flush()
        begin = sink.tell()
        process = subprocess.Popen(
            [str(part) for part in command],
            stdout=sink,
            stderr=subprocess.STDOUT,
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            env=env or clean_env(),
            cwd=cwd or ROOT,
        )
        if stdin is not None:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        try:
            _watch(process, path, begin, detail or (lambda line: line))
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if process.returncode:
        raise GagalError(
            what,
            _cause(path, begin) or f"exit code {process.returncode}",
            f"{todo} (whole output: {path.relative_to(ROOT)})",
        )
    return _tail(path, begin)


def _watch(process, path, begin, detail):
    """Wait for the process, showing the last useful line of its output."""
    shown = ""
    with path.open("rb") as source:
        source.seek(begin)
        while True:
            ended = process.poll() is not None
            for raw in source.readlines():
                shown = detail(raw.decode(errors="replace")) or shown
            if ended:
                return
            LAPORAN.tick(shown)
            time.sleep(0.3)


def _tail(path, begin):
    with path.open("rb") as source:
        source.seek(begin)
        return source.read().decode(errors="replace")


def _cause(path, begin):
    """Return the line of the output that most likely names the cause."""
    lines = [line.strip() for line in _tail(path, begin).splitlines() if line.strip()]
    errors = [
        line
        for line in lines
        if re.match(
            r"(E:|ERROR|error:|FATAL|initdb: error|[\w.]+(Error|Exception): )", line
        )
        or " CRITICAL " in line
    ]
    return (errors or lines or [""])[-1][:300]
