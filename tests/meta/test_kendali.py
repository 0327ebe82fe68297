"""``security/kendali.csv``: every control has a place, and a test that exists."""

import re

import pytest
from conftest import ROOT, none_of, table
from test_janji import TESTS

ROWS = table("kendali")
STATUS = ("penuh", "sebagian", "operator", "rencana")
#: Letters of each paragraph of Pasal 27, by what the regulation asks of a web application.
BSSN = dict(zip(range(1, 14), "ggdhdggdeeege", strict=True))
_PLACE = re.compile(r"(?:addons|config|data|docs|security|tests|tools)/[\w./-]+\w")


def test_named_tests_exist_and_nothing_is_blank():
    """LL-31-2-e, LL-31-3-c: the promise can be checked by whoever doubts it."""
    problems = []
    for row in ROWS:
        problems += [f"{row['id']}: {key} is blank" for key in row if not row[key]]
        names = [] if row["uji"] == "-" else row["uji"].split(";")
        problems += [f"{row['id']}: no test {n}" for n in names if n not in TESTS]
        if row["status"] in ("penuh", "sebagian") and not names:
            problems.append(f"{row['id']}: {row['status']} without a test")
        if row["status"] in ("sebagian", "rencana") and row["catatan"] == "-":
            problems.append(
                f"{row['id']}: {row['status']} without saying what is missing"
            )
        if row["status"] not in STATUS:
            problems.append(f"{row['id']}: status {row['status']}")
    none_of(problems)


def test_every_control_of_the_standard_has_a_row():
    wanted = {
        f"BSSN-{paragraph}-{chr(letter)}"
        for paragraph, last in BSSN.items()
        for letter in range(ord("a"), ord(last) + 1)
    }
    there = [row["id"] for row in ROWS]
    assert len(there) == len(set(there))
    assert {i for i in there if i.startswith("BSSN")} == wanted


def test_every_duty_of_the_law_on_personal_data_has_a_row():
    told = {
        number
        for row in ROWS
        if row["sumber"] == "UU 27/2022"
        for first, last in re.findall(r"(\d+)(?: to (\d+))?", row["pasal"])
        for number in range(int(first), int(last or first) + 1)
    }
    duties = {*range(5, 17), 20, 21, *range(25, 48), *range(51, 55), 56}
    assert duties - told == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_places_exist(row):
    for place in _PLACE.findall(row["tempat"]):
        if "*" not in row["tempat"]:
            assert (ROOT / place).exists(), place
