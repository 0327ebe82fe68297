"""The promise of ``security/*.csv`` as Python."""

import csv
from dataclasses import dataclass, field

from .settings import ROOT

#: The login of the demo scenario that holds a role.
LOGINS = {
    "pegawai": "pegawai",
    "pimpinan": "atasan",
    "fasilitator": "fasilitator",
    "admin_aplikasi": "admin_aplikasi",
    "validator": "pengawas",
    "penandatangan": "penandatangan",
    "admin_sistem": "admin_sistem",
    "admin_utama": "admin_utama",
    "monev": "monev",
    "kepala_badan": "kepala_badan",
}
OPERATIONS = ("create", "read", "update", "delete")


def rows(name):
    """Return the rows of one table as dictionaries."""
    with open(ROOT / "security" / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@dataclass
class Cell:
    """What somebody may do with one model, all her roles together."""

    model: str
    allowed: set = field(default_factory=set)


def matrix(models, roles):
    """Return one :class:`Cell` per model, also where nothing is promised.

    :param roles: every role the person holds; an official may hold several, and
        everybody is a pegawai
    """
    promised = {}
    for row in rows("matrix"):
        granted = {name for name in OPERATIONS if row[name].strip() not in ("", "0")}
        promised.setdefault((row["role"], row["model"]), set()).update(granted)
    for model in models:
        cell = Cell(model)
        for role in {*roles, "pegawai"}:
            cell.allowed |= promised.get((role, model), set())
        yield cell
