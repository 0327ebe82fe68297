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
    files = {name: ROOT / "addons" / name / "i18n" / "id.po" for name in addons}
    known = {name: polib.pofile(str(file)) for name, file in files.items()}
    subprocess.run(command, check=True, cwd=ROOT)
    for addon, file in files.items():
        empty = _keep(file, known[addon])
        print(f"{addon}: {len(empty)} without a translation")
        for text in empty:
            print(f"    {text[:100]!r}")


def _keep(file, known):
    """Put the translations of before into an exported file.

    The export knows what the database shows, not what stands in the code.

    :return: the terms without a translation
    """
    before = {entry.msgid: entry.msgstr for entry in known if not entry.obsolete}
    exported = polib.pofile(str(file))
    exported.metadata, exported.header = known.metadata, known.header
    for entry in exported:
        entry.msgstr = before.get(entry.msgid) or entry.msgstr
    exported.save()
    return [entry.msgid for entry in exported if not entry.msgstr]


main()
