"""Run the selected checks of oca-odoo-pre-commit-hooks on addons.

The package has no file for a selection of checks by purpose, so it is here. What is
left out is the formatter's job or a rule of OCA's own repositories. The check of
``replace`` is out, too: it does not see that a view of a riwayat kind is primary, that
is, replaces in a copy of the base view and in nobody's else.
"""

import subprocess
import sys
from pathlib import Path

MODULE = (
    "csv-duplicate-record-id",
    "csv-syntax-error",
    "file-not-used",
    "manifest-syntax-error",
    "xml-create-user-wo-reset-password",
    "xml-dangerous-qweb-replace-low-priority",
    "xml-deprecated-data-node",
    "xml-deprecated-oe-chatter",
    "xml-deprecated-openerp-node",
    "xml-deprecated-qweb-directive",
    "xml-deprecated-qweb-directive-15",
    "xml-deprecated-res-groups-category-id",
    "xml-deprecated-tree-attribute",
    "xml-duplicate-fields",
    "xml-duplicate-record-id",
    "xml-duplicate-template-id",
    "xml-not-valid-char-link",
    "xml-record-missing-id",
    "xml-syntax-error",
    "xml-xpath-translatable-item",
)
PO = (
    "po-duplicate-message-definition",
    "po-python-parse-format",
    "po-python-parse-printf",
    "po-syntax-error",
)


def main(addons):
    """Run both programs; exit with 1 when one of them finds something."""
    folder = Path(sys.executable).parent
    files = [str(path) for addon in addons for path in Path(addon).glob("i18n/*.po*")]
    commands = [
        [folder / "oca-checks-odoo-module", f"--enable={','.join(MODULE)}", *addons]
    ]
    if files:
        commands.append([folder / "oca-checks-po", f"--enable={','.join(PO)}", *files])
    codes = [
        subprocess.run([str(x) for x in command]).returncode for command in commands
    ]
    sys.exit(1 if any(codes) else 0)


main(sys.argv[1:])
