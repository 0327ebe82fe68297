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
    """What one role may do with one model, all its own groups together."""

    role: str
    model: str
    allowed: set = field(default_factory=set)
    scopes: set = field(default_factory=set)


def matrix(models):
    """Return a :class:`Cell` for every role and model, also where nothing is promised.

    Every role is a pegawai too, so her rows count for all of them.
    """
    promised = {}
    for row in rows("matrix"):
        cell = promised.setdefault(
            (row["role"], row["model"]), Cell(row["role"], row["model"])
        )
        granted = {name for name in OPERATIONS if row[name].strip() not in ("", "0")}
        cell.allowed |= granted
        if granted:
            cell.scopes.add(row["scope"])
    for role in LOGINS:
        for model in models:
            cell = Cell(role, model)
            for holder in {role, "pegawai", "*"}:
                for name in {model, "*"}:
                    extra = promised.get((holder, name))
                    if extra:
                        cell.allowed |= extra.allowed
                        cell.scopes |= extra.scopes
            yield cell
