"""Tests of the whole product, run by pytest on clones of the demo scenario."""

import time
import xml.etree.ElementTree as ET

import templat
from dasar import CONF, LAUNCHER, LOG, PYTHON, ROOT, Hasil, run

#: Folders of tests/ that must exist and hold tests.
SUITES = ("meta", "access", "e2e", "imports", "browser")
#: Parts of a suite that are asked for by name, in full size: (folder, file).
UTUH = {"matriks": ("access", "test_matrix.py"), "pindai": ("access", "test_pindai.py")}
#: Suites that take longest run in shares, side by side; small ones even out the end.
SHARES = {"browser": 8}


def shares(suite):
    """Return the shares of a suite as ``(number, count)``."""
    count = SHARES.get(suite, 1)
    return [(number, count) for number in range(1, count + 1)]


def test(suite, share):
    """Run one folder of tests/, or a share of it, and count its results.

    A skipped test is a failure.
    """
    begun = time.monotonic()
    name = suite if share == (1, 1) else f"{suite}_{share[0]}"
    log, junit = LOG / f"{name}.log", LOG / f"{name}.xml"
    junit.unlink(missing_ok=True)
    folder, file = UTUH.get(suite, (suite, ""))
    command = [PYTHON, "-m", "pytest", f"tests/{folder}/{file}", "-p", "no:odoo", "-q"]
    command += ["-p", "no:cacheprovider", "--junitxml", junit, "--tb=short", "-ra"]
    env = {
        "ASN_UJI_CONF": str(CONF),
        "ASN_UJI_DB": templat.DEMO,
        "ASN_UJI_ODOO": str(LAUNCHER),
        "ASN_UJI_LAYAR": str(LOG / "layar"),
        "ASN_UJI_PECAHAN": "{}/{}".format(*share),
    }
    if not list((ROOT / "tests" / folder).rglob("test_*.py")):
        return Hasil(suite, failed=1, notes=[f"tests/{suite} holds no test"])
    # What is asked for in full size takes a night, and no time-out ends it.
    timeout = None if suite in UTUH else 1500
    code, text = run(name, command, log, env=env, timeout=timeout)
    hasil = _read(name, junit, code, text)
    hasil.log, hasil.seconds = log, time.monotonic() - begun
    return hasil


def _read(suite, junit, code, text):
    """Count pytest's own report; no report is a failure."""
    hasil = Hasil(suite)
    if not junit.exists():
        tail = [line for line in text.splitlines() if line.strip()][-3:]
        hasil.failed, hasil.notes = 1, [f"no report, exit code {code}", *tail]
        return hasil
    report = ET.parse(junit)  # noqa: S314
    # What a suite counts about itself is worth a line although it passed.
    hasil.notes += [
        f"{p.get('name')}: {p.get('value')}" for p in report.iter("property")
    ]
    for case in report.iter("testcase"):
        problem = [
            child for child in case if child.tag in ("failure", "error", "skipped")
        ]
        if problem:
            hasil.failed += 1
            place = f"{case.get('classname')}.{case.get('name')}"
            why = (problem[0].get("message") or "").strip().splitlines()[:1]
            hasil.notes.append(f"{problem[0].tag}: {place}: {''.join(why)[:150]}")
        else:
            hasil.passed += 1
    if not hasil.passed + hasil.failed:
        hasil.failed, hasil.notes = 1, [f"pytest ran no test, exit code {code}"]
    elif code and not hasil.failed:
        hasil.failed, hasil.notes = 1, [f"exit code {code}"]
    return hasil
