"""Manifests and the shape of every addon."""

import ast
import re

import pytest
from aturan import sumber
from conftest import ROOT, files, name
from lxml import etree

ADDONS = sorted(path.parent for path in (ROOT / "addons").glob("*/__manifest__.py"))
KEYS = {"name", "summary", "description", "version", "category", "author", "license"}
KEYS |= {"depends", "data", "demo", "assets", "application", "auto_install"}
KEYS |= {"installable", "post_init_hook", "uninstall_hook", "pre_init_hook", "website"}
KEYS |= {"external_dependencies", "sequence", "post_load"}
#: What is frozen once a version of a service is published.
FROZEN = {
    f"asn.layanan.{part}"
    for part in ("versi", "tahap", "aturan", "persyaratan", "pertanyaan")
}
LOADED = ("data", "views", "security", "wizard", "report")


def _manifest(addon):
    return ast.literal_eval((addon / "__manifest__.py").read_text())


def _depends(addon, seen=None):
    """Return all addons of ours below one, itself included."""
    seen = set() if seen is None else seen
    if addon.is_dir() and addon.name not in seen:
        seen.add(addon.name)
        for other in _manifest(addon)["depends"]:
            _depends(addon.parent / other, seen)
    return {entry for entry in seen if entry.startswith("asn_")}


def _id(path):
    return path.name


def test_there_are_addons():
    assert len(ADDONS) >= 7


@pytest.mark.parametrize("addon", ADDONS, ids=_id)
def test_manifest_has_core_keys_only(addon):
    manifest = _manifest(addon)
    assert set(manifest) - KEYS == set()
    assert manifest["license"] == "AGPL-3"
    assert manifest["author"] == "ASN Terpadu"
    assert re.fullmatch(r"19\.0\.\d+\.\d+\.\d+", manifest["version"])
    assert manifest["summary"]


@pytest.mark.parametrize("addon", ADDONS, ids=_id)
def test_manifest_names_every_data_file_and_no_other(addon):
    manifest = _manifest(addon)
    named = [*manifest.get("data", []), *manifest.get("demo", [])]
    assert [entry for entry in named if not (addon / entry).is_file()] == []
    assert sorted({entry for entry in named if named.count(entry) > 1}) == []
    there = {
        path.relative_to(addon).as_posix()
        for folder in LOADED
        for path in (addon / folder).rglob("*.xml")
    }
    assert there - set(named) == set()


@pytest.mark.parametrize("addon", ADDONS, ids=_id)
def test_imports_follow_the_dependencies(addon):
    allowed = _depends(addon)
    found = {}
    for path in files(f"addons/{addon.name}/*.py"):
        extra = sumber.addon_imports(path.read_text()) - allowed
        if extra:
            found[name(path)] = extra
    assert found == {}


@pytest.mark.parametrize("addon", ADDONS, ids=_id)
def test_every_test_file_is_imported(addon):
    tests = addon / "tests"
    imported = set()
    for node in ast.walk(ast.parse((tests / "__init__.py").read_text())):
        if isinstance(node, ast.ImportFrom):
            imported |= {alias.name for alias in node.names}
    assert {path.stem for path in tests.glob("test_*.py")} - imported == set()
    assert any(tests.glob("test_*.py"))


@pytest.mark.parametrize("addon", ADDONS, ids=_id)
def test_addon_has_what_a_reader_needs(addon):
    assert (addon / "README.md").is_file()
    assert len((addon / "README.md").read_text().splitlines()) <= 80
    assert (addon / "i18n" / "id.po").is_file()


def test_updates_do_not_rewrite_versions_of_services():
    """Their data are loaded once: a published version refuses to be changed."""
    written = {}
    for path in files("addons/*/data/*.xml"):
        for record in etree.parse(path).iter("record"):
            once = any(up.get("noupdate") == "1" for up in record.iterancestors())
            if record.get("model") in FROZEN and not once:
                written.setdefault(name(path), []).append(record.get("id"))
    assert written == {}
