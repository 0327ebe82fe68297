"""Export the terms of every addon into its id.po, keeping what is translated."""

import argparse
import subprocess
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]


def main():
    """Export from the template with all addons and say what lacks a translation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conf", required=True, help="odoo.conf of the test run")
    parser.add_argument("--odoo", required=True, help="command that starts Odoo")
    options = parser.parse_args()
    addons = sorted(path.parent.name for path in ROOT.glob("addons/*/__manifest__.py"))
    command = [options.odoo, "i18n", "export", "-c", options.conf]
    command += ["-d", "asn_uji_demo", "-l", "id_ID", "--", *addons]
    subprocess.run(command, check=True, cwd=ROOT)
    for addon in addons:
        file = ROOT / "addons" / addon / "i18n" / "id.po"
        empty = [entry.msgid for entry in polib.pofile(str(file)) if not entry.msgstr]
        print(f"{addon}: {len(empty)} without a translation")
        for text in empty:
            print(f"    {text[:100]!r}")


main()
