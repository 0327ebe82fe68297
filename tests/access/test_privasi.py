"""How an official or an administrator tries to look without a trace, or to take data away.

The scenario's people attack over the network; the traces are read past every rule.
"""

import contextlib
import json
import re

import pytest
from support.rpc import RpcError

_SENSITIVE = ("nik", "no_hp", "alamat_domisili", "rekening_nomor", "email_pribadi")


def _colleagues(client, count=5):
    own = client.search("hr.employee", [("user_id", "=", client.uid)])
    return [i for i in client.search("hr.employee", limit=count + 1) if i not in own]


def _visits(sql, client, employee):
    return sql(
        "SELECT coalesce(sum(jumlah), 0) FROM asn_jejak_akses"
        " WHERE user_id = %s AND employee_id = %s",
        client.uid,
        employee,
    )[0][0]


@pytest.mark.parametrize("role", ["fasilitator", "atasan", "admin_sistem"])
def test_each_look_at_a_person_is_counted(login, sql, role):
    """LL-17-1: reading by form or by plain RPC leaves a trace."""
    client = login(role)
    person = _colleagues(client)[0]
    before = _visits(sql, client, person)
    client.read("hr.employee", [person], "nik")
    client.call(
        "hr.employee", "web_read", [person], specification={"tanggal_lahir": {}}
    )
    assert _visits(sql, client, person) == before + 2


@pytest.mark.parametrize("role", ["fasilitator", "atasan", "admin_sistem"])
def test_lists_show_no_whole_number(login, sql, role):
    """LL-13-1, LL-16-1, LL-31-2-f: what identifies a person is masked in every list."""
    client = login(role)
    people = _colleagues(client)
    fields = list(_SENSITIVE)
    domain = [["id", "in", people]]
    spec = {name: {} for name in fields}
    answers = [
        client.call("hr.employee", "search_read", domain, fields),
        client.call("hr.employee", "read", people, fields),
        client.call("hr.employee", "web_search_read", domain, spec)["records"],
        client.call("hr.employee", "web_read", people, spec),
        client.call("hr.employee", "search_read", [["id", "=", people[0]]], fields),
    ]
    known = {
        row[0]: [str(value) for value in row[1:] if value]
        for row in sql(
            f"SELECT id, {', '.join(fields)} FROM hr_employee WHERE id = ANY(%s)",
            people,
        )
    }
    assert any(known.values())
    for rows in answers:
        for row in rows:
            text = json.dumps(row, ensure_ascii=False)
            assert [v for v in known[row["id"]] if v in text] == []


@pytest.mark.parametrize("role", ["fasilitator", "admin_sistem", "kepala_badan"])
@pytest.mark.parametrize(
    "domain",
    [
        [["nik", "=like", "16%"]],
        [["nik", ">", "1"]],
        [["no_hp", "ilike", "81"]],
        ["!", ["nik", "like", "9"]],
        [["parent_id.nik", "=like", "1%"]],
        [["identification_id", "=like", "1%"]],
    ],
    ids=str,
)
def test_numbers_cannot_be_guessed_by_searching(login, role, domain):
    client = login(role)
    error = client.refused("hr.employee", "search_count", domain)
    assert error.kind in ("AccessError", "UserError")


def test_no_trace_is_written_changed_or_deleted_over_rpc(login):
    """LL-17-2: the log stays evidence, against administrators as well."""
    admin = login("admin_sistem")
    for model in ("asn.jejak.akses", "asn.jejak.ekspor"):
        found = admin.search(model, limit=1)
        if found:
            admin.refused(model, "write", found, {"tujuan": "x"})
            admin.refused(model, "unlink", found)
        admin.refused(model, "create", {"user_id": admin.uid})


@pytest.mark.parametrize("role", ["pegawai", "fasilitator", "atasan", "admin_sistem"])
def test_export_of_personal_data_needs_a_request(login, role):
    """LL-14-3, LL-20-4: with any context, over the same call as the web client's."""
    client = login(role)
    people = client.search("hr.employee", limit=3)
    for context in ({}, {"asn_permintaan_id": 10**6}, {"import_compat": True}):
        error = client.refused(
            "hr.employee",
            "export_data",
            people,
            ["name", "nik"],
            context={**client.context, **context},
        )
        assert error.kind in ("AccessError", "UserError")


def test_anybody_takes_public_data_and_it_is_recorded(login, sql):
    """LL-20-3"""
    client = login("pegawai")
    people = client.search("hr.employee.public", limit=3)
    answer = client.call("hr.employee.public", "export_data", people, ["name"])
    code = re.search(r"EKS-\w{8}", answer["tanda_air"]).group()
    assert sql("SELECT jumlah FROM asn_jejak_ekspor WHERE kode = %s", code) == [(3,)]


def test_refused_export_is_an_answer_and_no_page(login):
    """LL-20-4: /web/export refuses as calmly as the dialog expects."""
    client = login("admin_sistem")
    page = client.get("/odoo").text
    token = re.search(r'csrf_token: "(\w+)"', page).group(1)
    data = {
        "model": "hr.employee",
        "fields": [{"name": "npwp", "label": "NPWP", "type": "char"}],
        "ids": client.search("hr.employee", limit=1),
        "domain": [],
        "import_compat": False,
    }
    answer = client.http.post(
        client.server.url + "/web/export/csv",
        data={"data": json.dumps(data), "csrf_token": token},
        timeout=60,
    )
    assert answer.status_code == 500
    assert "AccessError" in answer.text


def test_administrator_gives_no_administrators_right(login, sql):
    """LL-16-2: only a grant approved by Kepala Badan gives a role."""
    admin, target = login("admin_sistem"), login("pegawai").uid
    group = sql(
        "SELECT res_id FROM ir_model_data WHERE module = 'asn_base'"
        " AND name = 'group_admin_utama'"
    )[0][0]
    # An account with role lines loses what is added beside them at once; any
    # other is refused. What counts is what is held in the end.
    with contextlib.suppress(RpcError):
        admin.call("res.users", "write", [target], {"group_ids": [[4, group]]})
    admin.refused("res.groups", "write", [group], {"user_ids": [[4, target]]})
    role = admin.search("res.users.role", [("implied_ids", "in", [group])])[0]
    admin.refused("res.users.role.line", "create", {"user_id": target, "role_id": role})
    held = sql(
        "SELECT 1 FROM res_groups_users_rel WHERE uid = %s AND gid = %s", target, group
    )
    assert held == []


def test_copy_of_own_data_is_nobody_elses(login):
    """F89: not even the administrator fetches somebody's copy."""
    owner = login("pegawai")
    owner.call("asn.data.saya", "action_minta")
    (copy,) = owner.search("asn.data.saya", limit=1)
    path = f"/web/content/asn.data.saya/{copy}/berkas?download=true"
    assert owner.get(path).content[:2] == b"PK"
    for role in ("admin_sistem", "kepala_badan", "atasan"):
        with pytest.raises(RpcError):
            login(role).read("asn.data.saya", [copy], "berkas")
        assert login(role).get(path).status_code == 404
