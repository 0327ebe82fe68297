"""The test command. Ends with one line: N passed, N failed."""

import fcntl
import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import addon as tes_addon
import lint
import produk
import templat
from dasar import UJI, Hasil, report, running, say, stop_all

ONLY = os.environ.get("ONLY", "")
ADDON = os.environ.get("ADDON", "")
#: One part more than two cores: where one waits for a disk or a timer, another works.
_ATONCE = 3
_PARTS = ("lint", "addons", "templat", *produk.SUITES, *produk.UTUH)


class Rangkaian:
    """Runs a few parts at a time, each as soon as its ground is there."""

    def __init__(self, pool):
        self.pool = pool
        self.results = []
        self.pending = []
        self.lock = threading.Lock()

    def start(self, work, *arguments):
        """Queue a part; what it finds is printed when it is known."""
        with self.lock:
            self.pending.append(self.pool.submit(self._run, work, *arguments))

    def _run(self, work, *arguments):
        try:
            hasil = work(*arguments)
        except Exception as error:  # a crash of the runner must not pass as success
            name = " ".join(map(str, [work.__name__, *arguments]))
            hasil = Hasil(name, failed=1, notes=[repr(error)])
        self.add(hasil)

    def add(self, hasil):
        """Count and print one result."""
        if hasil is not None:
            with self.lock:
                self.results.append(hasil)
            report(hasil)

    def wait(self):
        """Wait for everything, also for what a part queued while it ran."""
        spoken = time.monotonic()
        while any(not future.done() for future in self.pending):
            time.sleep(0.5)
            if time.monotonic() - spoken > 60:
                spoken = time.monotonic()
                say(f"  ...    {running()}")

    def chain(self):
        """Build the templates one on the other and queue what each makes possible."""
        if not self._made(templat.make_core()):
            return
        before, last = None, templat.order()[-1]
        for name in templat.order():
            if not self._made(templat.make_addon(name, before)):
                return
            if name != last:
                self._test(name, templat.template(name))
            if ADDON == name != last:
                return
            before = name
        if self._made(templat.make_demo()):
            self._test(last, templat.DEMO)
            if ONLY in ("addons", "templat"):
                return
            for suite in (ONLY,) if ONLY in produk.UTUH else produk.SUITES:
                if ONLY in ("", suite):
                    for share in produk.shares(suite):
                        self.start(produk.test, suite, share)

    def _test(self, addon, ground):
        """Queue the tests of an addon if they were asked for."""
        if ONLY in ("", "addons") and ADDON in ("", addon):
            self.start(tes_addon.test, addon, ground)

    def _made(self, hasil):
        """Count the log check of a template; return whether it can be used."""
        self.add(hasil)
        return hasil is None or hasil.usable


def _check_request():
    if ONLY and ONLY not in _PARTS:
        sys.exit(f"ONLY={ONLY} is unknown: {' '.join(_PARTS)}")
    if ADDON and ADDON not in templat.manifests():
        sys.exit(f"ADDON={ADDON} is not in addons/")


def main():
    """Run what was asked for and print the sum."""
    _check_request()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop_all)
    begun = time.monotonic()
    UJI.mkdir(parents=True, exist_ok=True)
    with (UJI / ".lock").open("w") as lock, ThreadPoolExecutor(_ATONCE) as pool:
        fcntl.flock(lock, fcntl.LOCK_EX)
        templat.prepare()
        say(f"\nTests ({_ATONCE} parts at a time, logs in var/log/uji):")
        suite = Rangkaian(pool)
        if ONLY != "lint":
            suite.start(suite.chain)
        if ONLY in ("", "lint") and not ADDON:
            suite.start(lint.test)
        suite.wait()
    failed = [hasil.name for hasil in suite.results if hasil.failed]
    passed = sum(hasil.passed for hasil in suite.results)
    count = sum(hasil.failed for hasil in suite.results)
    if ONLY == "templat" and not count:
        return say(f"The template databases are ready: {templat.DEMO}")
    if not passed + count:
        count = 1
        say("Nothing was tested.")
    say(
        f"\n{time.monotonic() - begun:.0f} s. "
        + (f"Failed: {', '.join(failed)}" if failed else "")
    )
    say(f"{passed} passed, {count} failed")
    return sys.exit(1 if count else 0)


main()
