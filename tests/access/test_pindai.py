"""One person full of unmistakable strings, and everybody else looking for them.

Every private text of a person is set to a marker of its own, past all rules. Then each
role that may not know the person reads all it can read, calls all it can call, and
searches by every path that ends in a private column. No marker may come back, and no
search may find a row by one. Paths have one or two steps here, by role; ``make pindai``
takes three for everybody.
"""

import json
import os
from itertools import islice

import pytest
from support.jalan import Peta, syarat
from support.korban import TANDA as _TANDA
from support.korban import tanam
from support.promise import LOGINS

#: Who must not know the person; the others read everybody by their office.
_PENGINTIP = (
    "pegawai",
    "pimpinan",
    "fasilitator",
    "admin_aplikasi",
    "validator",
    "penandatangan",
    "monev",
)
#: Who reads everybody; what is closed to them they must not find out either.
_PEMBACA = ("admin_sistem", "admin_utama", "kepala_badan")
#: What a role reads of the person by the matrix, whoever she is.
_JANJI = {
    # Administrators of leave see all bookings, those of increments who is due.
    "admin_aplikasi": (
        "asn.saldo.cuti.mutasi",
        "asn.kgb.massal",
        "asn.kgb.massal.baris",
    ),
}
_LANGKAH = int(os.environ.get("ASN_PINDAI", "2"))


@pytest.fixture(scope="module")
def korban(login, sql):
    """Return the id of a person out of everybody's scope, full of markers."""
    return tanam(login, sql)


@pytest.fixture(scope="module")
def relasi(sql):
    """Return ``{model: {field: model it leads to}}`` of what can be searched."""
    found = {}
    for model, name, to in sql(
        "SELECT f.model, f.name, f.relation FROM ir_model_fields f"
        " JOIN ir_model m ON m.model = f.relation AND m.transient IS NOT TRUE"
        " WHERE f.relation IS NOT NULL AND f.name NOT IN ('write_uid', 'create_uid')"
    ):
        found.setdefault(model, {})[name] = to
    return found


#: Models of Odoo whose rows follow those of ours, role by role.
_IKUT = ("asn.", "hr.", "mail.message", "mail.activity", "ir.attachment", "res.users")


def _readable(client, sql, role):
    """Return the stored models that a role may read, and their columns.

    Those that the matrix opens to it whoever the person is are left out. Those of Odoo in which everybody reads the same are tried as one role.
    """
    models = [
        row[0]
        for row in sql(
            "SELECT model FROM ir_model WHERE abstract IS NOT TRUE"
            " AND transient IS NOT TRUE ORDER BY 1"
        )
    ]
    if _LANGKAH < 3 and role != "pegawai":
        models = [model for model in models if model.startswith(_IKUT)]
    rights = client.banyak([(m, "has_access", [[], "read"], {}) for m in models])
    models = [m for m, (_k, may) in zip(models, rights, strict=True) if may is True]
    fields = client.banyak(
        [(m, "fields_get", [[], ["type", "searchable"]], {}) for m in models], size=20
    )
    return {
        model: answer
        for model, (kind, answer) in zip(models, fields, strict=True)
        if not kind and model not in _JANJI.get(role, ())
    }


_TEKS = ("char", "text", "html", "many2one", "reference", "json", "properties")


@pytest.mark.parametrize("role", _PENGINTIP)
def test_no_marker_in_anything_that_can_be_read(role, login, sql, korban):
    client, (person, _columns) = login(LOGINS[role]), korban
    assert not client.search("hr.employee", [["id", "=", person]])
    readable = _readable(client, sql, role)
    everything = {"context": {"active_test": False}}
    calls = []
    for model, fields in readable.items():
        names = [n for n, facts in fields.items() if facts["type"] in _TEKS]
        domain = [["id", "!=", 0]]
        calls.append((model, "search_read", [domain, names, 0, 300], everything))
        calls.append((model, "name_search", [_TANDA, [], "ilike", 5], {}))
    answers = client.banyak(calls, size=25)
    leaks = {
        f"{model}.{method}: {_excerpt(answer)}"
        for (model, method, _a, _k), (_kind, answer) in zip(calls, answers, strict=True)
        if _TANDA in json.dumps(answer)
    }
    failed = [
        (model, kind)
        for (model, method, _a, _k), (kind, _x) in zip(calls, answers, strict=True)
        if kind and method == "search_read"
    ]
    # Some columns cannot be read together; then they are read one by one.
    single = [
        (model, "search_read", [[["id", "!=", 0]], [name], 0, 300], everything)
        for model, _kind in failed
        for name, facts in readable[model].items()
        if facts["type"] in _TEKS
    ]
    for call, (_kind, answer) in zip(
        single, client.banyak(single, size=25), strict=True
    ):
        if _TANDA in json.dumps(answer):
            leaks.add(f"{call[0]}.{call[2][1]}: {_excerpt(answer)}")
    assert leaks == set()
    assert len(calls) > 50


def _excerpt(answer):
    text = json.dumps(answer)
    at = text.find(_TANDA)
    return text[at : at + 60]


def _paths(start, relasi, leaves, steps):
    """Yield ``(path, marker)`` from a model to private columns over relations."""
    edge = [(start, ())]
    for _step in range(steps):
        following = []
        for model, path in edge:
            for name, to in relasi.get(model, {}).items():
                following.append((to, (*path, name)))
                for leaf in leaves.get(to, ()):
                    yield ".".join((*path, name, leaf)), f"{_TANDA}-{to}-{leaf}"
        edge = following


@pytest.mark.parametrize("role", _PENGINTIP)
def test_no_search_path_answers_about_the_person(
    role, login, sql, korban, relasi, record_testsuite_property
):
    client, (person, columns) = login(LOGINS[role]), korban
    # A few columns of each model stand for all: what is open for one class of data
    # is open for all its columns.
    leaves = {model: names[:2] for model, names in columns.items()}
    if role != "pegawai":
        leaves = _terbuka(client, leaves)
    # Two steps by who has own rows only and by who has units; one by the others.
    steps = 2 if _LANGKAH > 2 or role in ("pegawai", "fasilitator") else 1
    tried, found = 0, set()
    readable = _readable(client, sql, role)
    for model, fields in readable.items():
        known = {name for name, facts in fields.items() if facts.get("searchable")}
        leafs = [
            [path, "=", marker]
            for path, marker in _paths(model, relasi, leaves, steps)
            if path.split(".")[0] in known
        ]
        tried += len(leafs)
        found |= {f"{model}: {path}" for path in _menjawab(client, model, leafs)}
    record_testsuite_property(f"paths {role}", f"{tried} of up to {steps} steps")
    if _LANGKAH > 2:
        jauh, temuan = _jalan_jauh(client, sql, person, columns, readable)
        found |= temuan
        record_testsuite_property(
            f"long paths {role}", f"{jauh} that lead to the person in {_LANGKAH} steps"
        )
    assert found == set()
    assert tried > 30


@pytest.mark.parametrize("role", _PEMBACA)
def test_who_reads_everybody_finds_nothing_by_closed_columns(
    role, login, sql, korban, relasi, record_testsuite_property
):
    """The office reads the person, without the columns that nobody gave it."""
    client, (person, columns) = login(LOGINS[role]), korban
    assert client.search("hr.employee", [["id", "=", person]])
    answers = client.banyak(
        [(model, "fields_get", [[], ["type"]], {}) for model in columns], size=20
    )
    leaves = {
        model: [name for name in names if kind or name not in answer][:2]
        for (model, names), (kind, answer) in zip(columns.items(), answers, strict=True)
    }
    tried, found = 0, set()
    for model, fields in _readable(client, sql, role).items():
        known = {name for name, facts in fields.items() if facts.get("searchable")}
        leafs = [
            [path, "=", marker]
            for path, marker in _paths(model, relasi, leaves, _LANGKAH - 1)
            if path.split(".")[0] in known
        ]
        leafs += [[n, "=", f"{_TANDA}-{model}-{n}"] for n in leaves.get(model, ())]
        tried += len(leafs)
        found |= {f"{model}: {path}" for path in _menjawab(client, model, leafs, 1)}
    record_testsuite_property(
        f"closed paths {role}", f"{tried} of up to {_LANGKAH - 1} steps"
    )
    assert found == set()
    assert tried > 10


def _jalan_jauh(client, sql, person, columns, readable):
    """Try every path of up to so many steps that leads to a row of the person.

    :return: how many, and those that answered
    """
    rows = {
        model: [
            row[0]
            for row in sql(
                f"SELECT id FROM {model.replace('.', '_')} WHERE"
                f" {'id' if model == 'hr.employee' else 'employee_id'} = %s",
                person,
            )
        ]
        for model in columns
    }
    peta = Peta(client, {model: ids for model, ids in rows.items() if ids}, _LANGKAH)
    leaves, tertutup = _boleh_ditanya(client, columns, peta, readable)
    everything = {"context": {"active_test": False}}
    calls = [(model, "search", [[["id", "!=", 0]]], everything) for model in readable]
    tried, found = 0, set()
    answers = client.banyak(calls, size=25)
    for model, (kind, ids) in zip(readable, answers, strict=True):
        paths = [
            syarat(path, leaves[end])
            for step in range(1, _LANGKAH + 1)
            for path, end in peta.jalan(model, step, frozenset(ids), tertutup)
            if not kind and end in leaves
        ]
        closed = [
            syarat(path, [[name, "=", f"{_TANDA}-{end}-{name}"]])
            for step in range(1, _LANGKAH + 1)
            for path, end, name in _tertutup(peta, model, step, ids, leaves, columns)
            if not kind
        ]
        tried += len(paths) + len(closed)
        found |= {f"{model}: {path}" for path in _menjawab(client, model, paths)}
        found |= {f"{model}: {path}" for path in _menjawab(client, model, closed, 1)}
    return tried, found


def _tertutup(peta, model, step, ids, leaves, columns, most=10):
    """Return a few paths to columns that are closed: not even their rules are asked.

    They answer only where a model looks without rules at all.
    """
    paths = (
        (path, end, name)
        for path, end in peta.jalan(model, step, frozenset(ids), ())
        for name in columns.get(end, ())
        if [name, "=", f"{_TANDA}-{end}-{name}"] not in leaves.get(end, ())
    )
    return list(islice(paths, most))


def _boleh_ditanya(client, columns, peta, readable):
    """Return the columns with markers that somebody may name, and closed relations.

    What is refused in the first step of a path is refused in each: rights to models
    and columns do not depend on how one got there.
    """
    models = sorted({*columns, *(m for layer in peta.lapis for m in layer)})
    answers = client.banyak(
        [(m, "fields_get", [[], ["type"]], {}) for m in models], size=20
    )
    known = {m: set(f or ()) for m, (_k, f) in zip(models, answers, strict=True)}
    leaves = {
        model: [[n, "=", f"{_TANDA}-{model}-{n}"] for n in names if n in known[model]]
        for model, names in columns.items()
    }
    edges = sorted(
        {(m, n) for layer in peta.lapis for m, w in layer.items() for n in w}
    )
    tertutup = {(model, name) for model, name in edges if name not in known[model]}
    asked = [e for e in edges if e not in tertutup and e[0] in readable]
    answers = client.banyak(
        (model, "search_count", [[[name, "any", [["id", "=", 0]]]], 1], {})
        for model, name in asked
    )
    tertutup |= {e for e, (kind, _n) in zip(asked, answers, strict=True) if kind}
    return {model: found for model, found in leaves.items() if found}, tertutup


def _terbuka(client, leaves):
    """Return the columns that a role may ask for at all, in her own rows.

    What is refused on its own model is refused at the end of a path, too: the round
    of the ordinary employee tries that.
    """
    asked = [(model, leaf) for model, names in leaves.items() for leaf in names]
    answers = client.banyak(
        [(m, "search_count", [[[leaf, "=", _TANDA]]], {}) for m, leaf in asked]
    )
    found = {}
    for (model, leaf), (kind, _answer) in zip(asked, answers, strict=True):
        if not kind:
            found.setdefault(model, []).append(leaf)
    return found


def _menjawab(client, model, leafs, size=60):
    """Return the paths by which a model is found; those refused are split up.

    :param leafs: conditions, of which any may answer
    """
    parts = [leafs[i : i + size] for i in range(0, len(leafs), size)]
    found = []
    while parts:
        calls = [
            (model, "search_count", [["|"] * (len(part) - 1) + part, 1], {})
            for part in parts
        ]
        again = []
        for part, (kind, answer) in zip(
            parts, client.banyak(calls, size=20), strict=True
        ):
            if len(part) == 1:
                found += [_nama(part[0])] if not kind and answer else []
            elif kind or answer:
                middle = len(part) // 2
                again += [part[:middle], part[middle:]]
        parts = again
    return found


def _nama(leaf):
    """Return the path of a condition, as ``unit_id.member_ids.nik``."""
    name, operator, value = leaf
    return f"{name}.{_nama(value[-1])}" if operator == "any" else name
