"""Rules about XML, text and addresses."""

import re

from lxml import etree

VIEW_CAP = 300

#: model of a record: what its own id must contain
_XML_IDS = {
    "ir.ui.view": "_view_",
    "ir.actions.act_window": "action",
    "ir.actions.client": "action",
    "ir.actions.server": "action",
    "ir.rule": "_rule",
    "res.groups": "group_",
    "ir.cron": "cron",
}
# Written in pieces: the rule must not find itself.
_HOSTS = re.compile(
    "|".join(
        [
            r"deb\." + r"debian\.org",
            r"security\." + r"debian\.org",
            r"snapshot\." + r"debian\.org",
            r"py" + r"pi\.org",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.(org|com)",
            r"docker" + r"\.io",
        ]
    )
)
_PATHS = re.compile(r"(?<![\w.~$}])/(work|root|home/\w+)/\w")
_MARKS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b(?!-| Tahun)")


def _lines(pattern, text):
    return [
        f"line {number}: {match.group(0)}"
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def registry_hosts(text):
    """Return addresses of package registries: the machine's own settings name them."""
    return _lines(_HOSTS, text)


def machine_paths(text):
    """Return paths of somebody's machine."""
    return _lines(_PATHS, text)


def marks(text):
    """Return notes of unfinished work: an issue is the place for them."""
    return _lines(_MARKS, text)


def xml_ids(data):
    """Return records whose own id does not say what they are."""
    root = etree.fromstring(data)
    found = []
    for record in root.iter("record", "menuitem"):
        name, model = record.get("id", ""), record.get("model")
        # An id with a dot changes a record of another addon and keeps its name.
        if "." in name:
            continue
        needed = "menu" if record.tag == "menuitem" else _XML_IDS.get(model)
        if needed and needed not in f"_{name}_":
            found.append(f"line {record.sourceline}: {name} should contain {needed}")
    return found
