"""Errors of our own read as plain messages, never as a technical traceback."""

import re

from support.layar import Screen
from support.peramban import DESKTOP
from support.settings import ROOT

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True
_CLASS = re.compile(
    r"^class (\w+)\((?:UserError|ValidationError|AccessError|Error\w+)\):", re.MULTILINE
)
_REGISTRY = "odoo.loader.modules.get('@web/core/registry').registry"


def test_every_error_class_has_its_dialog(server, browser):
    names = [
        f"odoo.{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}.{name}"
        for path in sorted((ROOT / "addons").rglob("*.py"))
        for name in _CLASS.findall(path.read_text(encoding="utf-8"))
    ]
    assert names
    screen = Screen(browser, server, "pegawai", DESKTOP)
    try:
        screen.start()
        missing = [
            name
            for name in names
            if not screen.page.evaluate(
                f"{_REGISTRY}.category('error_dialogs').contains('{name}')"
            )
        ]
    finally:
        screen.close()

    assert missing == []
