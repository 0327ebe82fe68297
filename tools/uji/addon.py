"""Tests of one addon, run by Odoo on a database without the addons above it.

The last addon has none above it: its ground is the demo city, which is so loaded once.
"""

import re
import time

import templat
from dasar import CONF, LAUNCHER, LOG, Hasil, free_port, run

_RESULT = re.compile(
    r"odoo\.tests\.result: (\d+) failed, (\d+) error\(s\) of (\d+) tests"
)
_BROKEN = re.compile(r" ERROR \S+ \S+: ((?:FAIL|ERROR|setUpClass|SubTest).*)")
_SKIPPED = re.compile(r": skipped (.*)")


def test(addon, ground):
    """Run an addon's tests on a clone of a template and count their results.

    :param ground: the template: it ends with this addon, whose installation has
        left a clean log
    """
    begun = time.monotonic()
    database = f"{templat.PREFIX}_a_{addon}"
    log = LOG / f"{addon}.log"
    templat.clone(ground, database)
    port, second = free_port(), free_port()
    command = [LAUNCHER, "-c", CONF, "-d", database, "--stop-after-init"]
    command += templat.support("uji_hemat")
    command += ["--test-tags", f"/{addon}", "--http-port", port]
    command += ["--gevent-port", second, "--db-filter", f"^{database}$"]
    command += ["--screenshots", LOG / "layar"]
    try:
        code, text = run(addon, command, log, env={"ASN_UJI_ADDON": addon})
    finally:
        templat.drop(database)
    hasil = _read(addon, code, text)
    hasil.log, hasil.seconds = log, time.monotonic() - begun
    return hasil


def _read(addon, code, text):
    """Count what Odoo's log says; silence is a failure."""
    hasil = Hasil(addon)
    found = _RESULT.findall(text)
    if not found:
        hasil.failed = 1
        tail = [line for line in text.splitlines() if line.strip()][-3:]
        hasil.notes = [f"no result, exit code {code}", *tail]
        return hasil
    bad, errors, total = (sum(int(row[i]) for row in found) for i in range(3))
    skipped = _SKIPPED.findall(text)
    hasil.failed = bad + errors + len(skipped)
    hasil.passed = max(total - hasil.failed, 0)
    hasil.notes = _BROKEN.findall(text) + [f"skipped: {row}" for row in skipped]
    if not total:
        hasil.failed, hasil.notes = 1, ["the addon has no test"]
    elif code and not hasil.failed:
        hasil.failed, hasil.notes = 1, [f"exit code {code}"]
    return hasil
