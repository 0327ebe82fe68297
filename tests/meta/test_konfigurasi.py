"""The profiles parse, hold known keys only, and satisfy required.toml."""

import configparser
import subprocess
import tomllib

import pytest
from conftest import ROOT

RULES = tomllib.loads((ROOT / "config" / "required.toml").read_text())
#: Rules of the profiles; what is left are those of the start.
REQUIRED = {name: rules for name, rules in RULES.items() if "file" in rules}


def _options(profile):
    parser = configparser.RawConfigParser(strict=True)
    parser.read(ROOT / REQUIRED[profile]["file"])
    return dict(parser["options"])


def _problems(options, rules):
    """Return what a profile lacks or must not have."""
    found = []
    for key, wanted in rules.get("must", {}).items():
        value = options.get(key, "")
        if (wanted == "*" and not value) or (wanted != "*" and value != wanted):
            found.append(f"{key} = {value!r}, required {wanted!r}")
    found += [f"{k} must not be set" for k in rules["must_not"]["keys"] if k in options]
    return found


def test_a_bad_profile_is_found():
    rules = {"must": {"list_db": "False", "workers": "*"}, "must_not": {"keys": ["x"]}}
    assert _problems({"list_db": "False", "workers": "4"}, rules) == []
    assert len(_problems({"list_db": "True", "x": "1"}, rules)) == 3


def test_every_profile_is_required_and_there():
    there = {p.relative_to(ROOT).as_posix() for p in ROOT.glob("config/*/odoo.conf")}
    assert {rules["file"] for rules in REQUIRED.values()} == there | {"odoo.conf"}


@pytest.mark.parametrize("profile", sorted(REQUIRED))
def test_profile_is_safe(profile):
    assert _problems(_options(profile), REQUIRED[profile]) == []


@pytest.mark.parametrize("profile", sorted(REQUIRED))
def test_profile_has_known_keys_only(profile):
    from odoo.tools import config

    known = {option.dest for option in config.parser.option_list}
    for group in config.parser.option_groups:
        known |= {option.dest for option in group.option_list}
    known |= set(config.options)
    assert set(_options(profile)) - known == set()


def test_nothing_generated_is_tracked():
    done = subprocess.run(
        ["git", "ls-files", "var", "*.p12", "*.pem", "*.key"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""


@pytest.mark.parametrize("profile", ["staging", "prod"])
def test_one_database_serves_everybody(profile):
    """LL-12-3: all data in one database on one server; no local copies."""
    options = _options(profile)
    name = options["db_name"]
    assert options["dbfilter"] == f"^{name}$"
    assert "," not in name
    assert options["list_db"] == "False"
