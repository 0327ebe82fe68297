"""The product keeps the rules of security (LL-30-1, LL-31-2-e)."""

import pytest
from aturan import keamanan, rahasia, tabel
from conftest import exceptions, files, name, none_of, product_python, table

SCRIPTS = [path for path in files("addons/*.js") if "lib" not in path.parts]
TEMPLATES = files("addons/*.xml")
TEXT = files(
    "*.py", "*.xml", "*.csv", "*.toml", "*.conf", "*.js", "*.md", "*.txt", "*.service",
    "*.yml", "*.yaml", "*.json", "*.cfg", "*.ini", "*.env", "*.sh", "Makefile",
)  # fmt: skip


@pytest.fixture(scope="module")
def findings():
    """Return ``file:rule`` of all that is found, each file being read once."""
    found = set()
    for path in product_python():
        text = path.read_text()
        found |= {f"{name(path)}:{r.__name__}" for r in keamanan.SEMUA if r(text)}
    return found


@pytest.mark.parametrize("rule", keamanan.SEMUA, ids=lambda rule: rule.__name__)
def test_source_keeps_the_rule(rule, findings):
    found = {key for key in findings if key.endswith(f":{rule.__name__}")}
    allowed = {
        key for key in exceptions("keamanan") if key.endswith(f":{rule.__name__}")
    }
    none_of(tabel.both_ways(allowed, found, "perkecualian keamanan"))


def test_exceptions_name_a_rule_and_a_reason():
    rules = {rule.__name__ for rule in keamanan.SEMUA}
    for key, reason in exceptions("keamanan").items():
        assert key.rpartition(":")[2] in rules, key
        assert len(reason) > 20, key


def test_templates_run_no_script():
    found = {
        name(path): rahasia.scripts_in_templates(path.read_text()) for path in TEMPLATES
    }
    none_of([item for item in found.items() if item[1]])


def test_scripts_make_no_html_from_text():
    found = {
        name(path): rahasia.html_from_scripts(path.read_text()) for path in SCRIPTS
    }
    assert found
    none_of([item for item in found.items() if item[1]])


def test_no_secret_is_in_the_repository():
    found = {
        name(path): rahasia.secrets(path.read_text(errors="replace")) for path in TEXT
    }
    assert len(found) > 500
    none_of([item for item in found.items() if item[1]])


def test_open_addresses_say_why_they_are_safe():
    """An address for everybody, or without protection across sites, has its reason."""
    short = [
        row["route"]
        for row in table("endpoints")
        if (row["auth"] == "public" or row["csrf"] == "0") and len(row["note"]) < 8
    ]
    none_of(short)
    unguarded = [row for row in table("endpoints") if row["csrf"] == "0"]
    none_of([r["route"] for r in unguarded if "changes nothing" not in r["note"]])
