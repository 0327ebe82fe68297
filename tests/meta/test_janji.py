"""What the documents claim is there."""

import re

import pytest
from conftest import ROOT, files, name, none_of

TESTS = {
    found
    for path in files("*/test_*.py")
    for found in re.findall(r"def (test_\w+)\(", path.read_text())
}


def test_tests_named_in_documents_exist():
    missing = {}
    for path in files("security/*.md", "docs/*.md", "README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`(test_\w+)`", path.read_text()))
        if named - TESTS:
            missing[name(path)] = named - TESTS
    none_of(list(missing.items()))


def test_links_of_documents_lead_somewhere():
    broken = []
    for path in files("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text()):
            if not (path.parent / target).exists():
                broken.append(f"{name(path)}: {target}")
    none_of(broken)


def test_files_named_in_documents_exist():
    pattern = re.compile(
        r"`((?:addons|config|data|docs|security|tests|tools)/[\w./-]+)`"
    )
    broken = []
    for path in files("README.md", "CONTRIBUTING.md", "docs/*.md", "config/*.md"):
        for target in pattern.findall(path.read_text()):
            if not (ROOT / target).exists():
                broken.append(f"{name(path)}: {target}")
    none_of(broken)


@pytest.mark.parametrize(
    ("guide", "words"),
    [
        ("pasang.md", "For one city: 4 cores, 16 GB, 100 GB of disk"),  # LL-4-5-b
        ("operasi.md", "body for asset and finance (Pasal 4 (5) a)"),  # LL-4-5-a
        ("operasi.md", "follow the standard of the city's body"),  # LL-31-2-c
    ],
)
def test_guides_tell_what_is_asked_of_the_city(guide, words):
    assert words in " ".join((ROOT / "docs" / guide).read_text().split())


def test_make_help_lists_every_command():
    text = (ROOT / "Makefile").read_text()
    phony = set(re.search(r"\.PHONY: (.+)", text).group(1).split())
    described = set(re.findall(r"^([a-z0-9_]+):.*## ", text, re.MULTILINE))
    assert phony - described == {"gambar"}
