"""Every requirement of a finished area is named by a test, and no test names a
requirement that the regulations do not have."""

import csv
import re

import pytest
from conftest import ROOT, files, name, none_of

#: Articles whose product is complete; a row below them must be named by a test.
FINISHED = (
    *(f"LL-{article}" for article in (*range(11, 22), 26, 29)),
    *(f"KDR-{article}" for article in (*range(7, 15), 18)),
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


def _article(number):
    return "-".join(number.split("-")[:2])


@pytest.mark.parametrize(
    "number", [number for number in ROWS if _article(number) in FINISHED]
)
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


def test_finished_articles_exist():
    none_of(set(FINISHED) - {_article(number) for number in ROWS})
