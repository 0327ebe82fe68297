"""What the tests about the repository share."""

import csv
import fnmatch
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def files(*patterns):
    """Return the files of the repository that match; ``*`` also crosses folders."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    found = {
        entry
        for entry in names.decode().split("\0")
        if any(fnmatch.fnmatch(entry, pattern) for pattern in patterns)
    }
    return [ROOT / entry for entry in sorted(found) if (ROOT / entry).is_file()]


def product_python():
    """Return the product's own Python files: no tests."""
    return [
        path
        for path in files("*.py")
        if path.is_relative_to(ROOT / "addons") and "tests" not in path.parts
    ]


def name(path):
    """Return a path as the tables write it."""
    return path.relative_to(ROOT).as_posix()


def table(filename):
    """Return the rows of ``security/<filename>.csv``."""
    with (ROOT / "security" / f"{filename}.csv").open(newline="") as source:
        return list(csv.DictReader(source))


def exceptions(section):
    """Return {key: reason} of a section of ``perkecualian.toml``."""
    with (Path(__file__).parent / "perkecualian.toml").open("rb") as source:
        return tomllib.load(source).get(section, {})


def none_of(problems):
    """Fail with one problem per line, or pass when there is none."""
    if problems:
        text = "\n".join(str(problem) for problem in problems)
        pytest.fail(f"{len(problems)} problems\n{text}", pytrace=False)


@pytest.fixture(scope="session")
def env():
    """Return an environment on a clone of the scenario with every addon."""
    from support.database import clone
    from support.settings import Settings

    settings = Settings()
    import odoo.tools
    from odoo import SUPERUSER_ID, api
    from odoo.modules.registry import Registry

    with clone(settings) as database:
        odoo.tools.config.parse_config(["-c", str(settings.conf), "-d", database])
        with Registry(database).cursor() as cursor:
            yield api.Environment(cursor, SUPERUSER_ID, {})
            cursor.rollback()
        odoo.sql_db.close_all()
