"""The product's source keeps our rules."""

import re

import pytest
from aturan import berkas, sumber, tabel
from conftest import ROOT, exceptions, files, name, none_of, product_python, table

PYTHON = [p for p in files("*.py") if p.stat().st_size]
XML = files("addons/*.xml")
VIEWS = [path for path in XML if path.parent.name in ("views", "wizard", "report")]
TEXT_KINDS = ("*.py", "*.xml", "*.csv", "*.toml", "*.conf", "*.js", "*.scss", "*.sh")
TEXT = [
    *files(*TEXT_KINDS, "*.md", "*.txt", "*.lock", "*.service", "*.timer"),
    *[ROOT / "Makefile", ROOT / ".ci" / "run"],
]
LAYANAN = "cuti kgb pensiun izin_belajar suketi satyalancana kenaikan_pangkat".split()


def test_the_lists_are_not_empty():
    assert len(PYTHON) > 50
    assert VIEWS
    assert len(TEXT) > 100


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_file_and_method_lengths(path):
    text = path.read_text()
    allowed = name(path) in exceptions("panjang")
    findings = sumber.long_methods(text) + sumber.long_file(text)
    assert bool(findings) == allowed, findings or "no longer needs its exception"


@pytest.mark.parametrize("path", VIEWS, ids=name)
def test_view_files_are_short(path):
    assert sumber.long_file(path.read_text(), berkas.VIEW_CAP) == []


@pytest.mark.parametrize("path", XML, ids=name)
def test_xml_ids_say_what_they_are(path):
    assert berkas.xml_ids(path.read_bytes()) == []


def test_every_sudo_has_a_reason_and_a_row():
    found, silent = set(), []
    for path in product_python():
        for line, method, reason in sumber.sudo_calls(path.read_text()):
            found.add((name(path), method))
            if not reason:
                silent.append(f"{name(path)}:{line} in {method}")
    rows = [(row["file"], row["method"].split(".")[-1]) for row in table("sudo")]
    problems = [f"no `# sudo: reason` directly above: {place}" for place in silent]
    problems += tabel.both_ways(rows, found, "security/sudo.csv")
    problems += [f"twice: {row}" for row in tabel.duplicates(rows)]
    problems += [f"no reason: {row}" for row in table("sudo") if not row["reason"]]
    none_of(problems)


def test_nothing_commits_by_itself():
    found = {name(p) for p in product_python() if sumber.commits(p.read_text())}
    none_of(tabel.both_ways(exceptions("commit"), found, "perkecualian commit"))


def test_nothing_behaves_differently_in_tests():
    found = {name(p): sumber.test_switches(p.read_text()) for p in product_python()}
    none_of([item for item in found.items() if item[1]])


def test_texts_are_translated_by_the_environment():
    found = {
        name(p): sumber.global_translation(p.read_text()) for p in product_python()
    }
    none_of([item for item in found.items() if item[1]])


def test_context_decides_nothing_unlisted():
    found = {
        f"{name(path)}:{key}"
        for path in product_python()
        for _line, key in sumber.context_reads(path.read_text())
    }
    none_of(tabel.both_ways(exceptions("context"), found, "perkecualian context"))


@pytest.mark.parametrize(
    "rule", [berkas.registry_hosts, berkas.machine_paths, berkas.marks]
)
def test_text_is_clean(rule):
    found = {}
    for path in TEXT:
        findings = rule(path.read_text(errors="replace"))
        if findings:
            found[name(path)] = findings
    none_of(list(found.items()))


def test_domain_packages_are_plain_python():
    found = {}
    for path in product_python():
        if "domain" in path.parts:
            found[name(path)] = sumber.odoo_imports(path.read_text())
    assert found
    none_of([item for item in found.items() if item[1]])


def test_engine_names_no_service():
    pattern = re.compile(rf"[\"'_.]({'|'.join(LAYANAN)})[\"'_.]")
    found = []
    for path in files("addons/asn_layanan/*.py", "addons/asn_layanan/*.xml"):
        if "tests" not in path.parts and "demo" not in path.parts:
            found += [f"{name(path)}: {m}" for m in pattern.findall(path.read_text())]
    none_of(found)


def test_public_methods_are_the_listed_ones():
    found = {
        row
        for path in product_python()
        for row in sumber.public_methods(path.read_text())
    }
    rows = [(row["model"], row["method"]) for row in table("methods")]
    problems = tabel.both_ways(rows, found, "security/methods.csv")
    problems += [f"twice: {row}" for row in tabel.duplicates(rows)]
    problems += [f"no note: {row}" for row in table("methods") if not row["note"]]
    none_of(problems)


def test_routes_are_the_promised_ones():
    found = {
        row for path in product_python() for row in sumber.routes(path.read_text())
    }
    rows = [(r["route"], r["auth"], r["csrf"]) for r in table("endpoints")]
    problems = tabel.both_ways(rows, found, "security/endpoints.csv")
    problems += [f"twice: {row}" for row in tabel.duplicates(rows)]
    none_of(problems)
