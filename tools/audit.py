"""Known faults and licences of the Python packages in use: `make audit`.

Faults are asked for with pip-audit, which is fetched for the purpose and needs a
package index or the OSV service that answers such questions. Licences come from the
packages themselves. Exit code 1: a fault is known, or a licence does not fit; 2: the
faults could not be asked for, which is not the same as none.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LISTS = ("requirements.txt", "requirements-oca.txt")
#: May be combined with AGPL-3; matched in the licence, or the classifiers.
FITS = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla|LGPL|AGPL|GPL|Affero|"
    r"Lesser General Public|GNU General Public|Zope|ZPL|HPND|Historical|Unlicense|0BSD|"
    r"Public Domain|CC0|CNRI|DFSG|W3C|zlib)",
    re.IGNORECASE,
)


def licences():
    """Return {package: licence} of everything installed, as far as it says."""
    found = {}
    for package in distributions():
        data = package.metadata
        texts = [data.get("License-Expression"), data.get("License")]
        texts += [
            c.split("::")[-1]
            for c in data.get_all("Classifier") or []
            if c.startswith("License")
        ]
        text = " / ".join((t.splitlines() or [""])[0][:60] for t in texts if t)
        found[data["Name"]] = text or "?"
    return found


def _pip_audit():
    """Return (exit code, report) of pip-audit, installed into a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = f"{folder}/bin/python"
        done = subprocess.run([python, "-m", "pip", "install", "-q", "pip-audit"])
        if done.returncode:
            return 2, {}
        command = [
            python,
            "-m",
            "pip_audit",
            "--disable-pip",
            "--no-deps",
            "-f",
            "json",
        ]
        for name in LISTS:
            command += ["-r", str(ROOT / name)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            sys.stderr.write(done.stderr[-2000:])
            return 2, {}


def main():
    """Print what was found and return the exit code."""
    odd = {n: t for n, t in licences().items() if not FITS.search(t)}
    print(f"{len(licences())} packages installed.")
    for name, text in sorted(odd.items()):
        print(f"  licence to look at: {name}: {text}")
    code, report = _pip_audit()
    packages = report.get("dependencies", [])
    silent = [p["name"] for p in packages if p.get("skip_reason")]
    faulty = [p for p in packages if p.get("vulns")]
    for package in faulty:
        for fault in package["vulns"]:
            print(f"  {package['name']} {package['version']}: {fault['id']}"
                  f" mended in {', '.join(fault['fix_versions']) or '-'}")  # fmt: skip
    asked = len(packages) - len(silent)
    print(
        f"Asked about {asked} of {len(packages)} packages: {len(faulty)} with faults."
    )
    if not asked or silent:
        print("The index answers no questions about faults here: ask where it does.")
    return 1 if faulty or odd else 2 if code == 2 or not asked or silent else 0


sys.exit(main())
