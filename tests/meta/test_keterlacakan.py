"""Every requirement of a finished area is named by a test, and no test names a
requirement that the regulations do not have."""

import csv
import re

import pytest
from conftest import ROOT, files, name, none_of

#: Articles, or single requirements, whose product is complete: every row of theirs
#: must be named by a test. Of LL-22 the further services follow.
FINISHED = (
    *(f"LL-{article}" for article in (*range(4, 22), 25, 26, 29, 30, 31)),
    *(f"KDR-{article}" for article in (*range(5, 15), 18)),
    "LL-22-1",
    *(f"LL-22-2-{part}" for part in "abcdefghi"),
    "LL-22-3",
    "LL-22-4",
    "LL-22-5",
)
_ID = re.compile(r"\b(?:LL|KDR)-(?:M|\d+)(?:-[0-9a-z]+)*\b")

with (ROOT / "data" / "keterlacakan.csv").open(encoding="utf-8") as table:
    ROWS = {row["id"]: row for row in csv.DictReader(table)}

#: Test files and the requirements they name.
NAMED = {
    name(path): set(_ID.findall(path.read_text(encoding="utf-8")))
    for path in files("*/test_*.py")
    if path.name != "test_keterlacakan.py"
}


def _is_finished(number):
    """Tell whether a requirement, or what it is a part of, is finished."""
    return any(number == part or number.startswith(f"{part}-") for part in FINISHED)


@pytest.mark.parametrize("number", [*filter(_is_finished, ROWS)])
def test_requirement_is_named_by_a_test(number):
    where = [path for path, numbers in NAMED.items() if number in numbers]
    assert where, f"{number}: no test names it: {ROWS[number]['requirement']}"


def test_tests_name_only_requirements_that_exist():
    none_of(
        [
            f"{path}: {number}"
            for path, numbers in NAMED.items()
            for number in sorted(numbers - set(ROWS))
        ]
    )


def test_finished_requirements_exist():
    none_of(
        [
            part
            for part in FINISHED
            if not any(row == part or row.startswith(f"{part}-") for row in ROWS)
        ]
    )
