"""Every rule of a finished service is named by a test; uncertain ones are written down."""

import csv
import re

import pytest
from conftest import ROOT, files, none_of

#: Groups of rules whose service is still being built.
BELUM = ()
_ID = re.compile(r"\b[A-Z]{2,4}(?:-[A-Z]{1,2})?-\d\d\b")
_RAGU = ROOT / "docs" / "keputusan" / "aturan-yang-perlu-dikonfirmasi.md"

with (ROOT / "data" / "aturan_layanan.csv").open(encoding="utf-8") as table:
    ROWS = {row["aturan"]: row["keyakinan"] for row in csv.DictReader(table)}

#: Rules that tests name: in words, or as the name of a method (kgb_k_01).
NAMED = {
    rule
    for path in files("*/test_*.py")
    if path.name != "test_aturan_layanan.py"
    for rule in _ID.findall(path.read_text(encoding="utf-8").upper().replace("_", "-"))
}
DONE = [rule for rule in ROWS if rule.rsplit("-", 1)[0] not in BELUM]


@pytest.mark.parametrize("rule", DONE)
def test_rule_is_named_by_a_test(rule):
    assert rule in NAMED, f"{rule}: no test names it"


def test_uncertain_rules_are_written_down_for_the_office():
    text = _RAGU.read_text(encoding="utf-8")
    none_of([r for r in DONE if ROWS[r] == "unsure" and r not in text])


def test_groups_still_to_come_exist():
    groups = {rule.rsplit("-", 1)[0] for rule in ROWS}
    none_of(sorted(set(BELUM) - groups))
