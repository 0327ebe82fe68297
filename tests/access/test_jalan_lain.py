"""Ways to a person's data that are no RPC of a model: files, prints, exports, messages.

The person is out of everybody's reach and full of markers (``support/korban.py``). Who
tries has an account, an API key, or nothing at all.
"""

import hashlib
import json
import re

import pytest
import requests
from support.korban import TANDA, tanam
from support.promise import LOGINS, rows
from support.rpc import Client, RpcError, b64

_ROLES = ("pegawai", "fasilitator", "monev")
#: Old names that warn in the log and ask a right, and one that warns without a reader.
_USANG = {
    "check_access_rights",
    "check_access_rule",
    "check_field_access_rights",
    "read_group",
    "toggle_active",
    "message_notify",
}
_FILES = """
    SELECT f.model, f.name FROM ir_model_fields f JOIN ir_model m ON m.id = f.model_id
     WHERE f.ttype = 'binary' AND m.transient IS NOT TRUE AND m.abstract IS NOT TRUE
       AND f.model LIKE 'asn.%%' ORDER BY 1, 2
"""


@pytest.fixture(scope="module")
def korban(login, sql):
    """Return the person's id, her rows by model, and the columns with markers."""
    person, columns = tanam(login, sql)
    ids = {"hr.employee": person}
    for model in columns:
        if model != "hr.employee":
            found = sql(
                f'SELECT min(id) FROM "{model.replace(".", "_")}"'
                " WHERE employee_id = %s",
                person,
            )[0][0]
            if found:
                ids[model] = found
    return person, ids, columns


@pytest.fixture(scope="module", params=[*_ROLES, None], ids=str)
def client(request, server, login):
    """Return the one who tries: three roles and a visitor without account."""
    return login(LOGINS[request.param]) if request.param else Client(server)


def test_files_are_not_handed_out(client, sql, korban):
    _person, ids, _columns = korban
    attachment = sql(
        "SELECT id FROM ir_attachment WHERE name = %s", f"{TANDA}-lampiran"
    )
    number = attachment[0][0]
    paths = [f"/web/content/{number}", f"/web/content/{number}?access_token=x"]
    paths += [f"/web/content/ir.attachment/{number}/datas?download=true"]
    paths += [f"/mail/attachment/pdf_first_page/{number}"]
    for model, name in sql(_FILES):
        if model in ids:
            paths.append(f"/web/content/{model}/{ids[model]}/{name}")
            paths.append(f"/web/content/{model}/{ids[model]}/{name}?unique=1")
    for path in paths:
        answer = client.get(path, allow_redirects=False)
        assert answer.status_code != 200, path
        assert TANDA not in answer.text, path
    for path in (f"/web/image/{number}", f"/web/image/hr.employee/{_person}/no_kk"):
        assert TANDA not in client.get(path).text, path
    zipped = client.http.post(
        client.server.url + "/mail/attachment/zip",
        data={"file_ids": str(number), "zip_name": "x", "csrf_token": _csrf(client)},
        timeout=60,
    )
    assert f"{TANDA}-isi" not in zipped.text


def _csrf(client):
    page = client.get("/odoo" if client.uid else "/web/login").text
    return re.search(r'csrf_token: "(\w+)"', page).group(1)


def test_prints_are_not_handed_out(client, sql, korban):
    _person, ids, _columns = korban
    for name, model in sql("SELECT report_name, model FROM ir_act_report_xml"):
        if model not in ids:
            continue
        for kind in ("html", "pdf"):
            answer = client.get(
                f"/report/{kind}/{name}/{ids[model]}", allow_redirects=False
            )
            assert TANDA not in answer.text, name
            assert answer.status_code != 200, name


def test_exports_hold_nothing_of_the_person(client, korban):
    _person, ids, columns = korban
    token = _csrf(client)
    for model, number in ids.items():
        for kind in ("csv", "xlsx"):
            data = {
                "model": model,
                "fields": [{"name": columns[model][0], "label": "x", "type": "char"}],
                "ids": [number],
                "domain": [],
                "import_compat": False,
            }
            answer = client.http.post(
                f"{client.server.url}/web/export/{kind}",
                data={"data": json.dumps(data), "csrf_token": token},
                allow_redirects=False,
                timeout=60,
            )
            assert answer.status_code != 200, (model, kind)
            assert TANDA not in answer.text


def _traces(sql, person):
    return sql(
        "SELECT (SELECT count(*) FROM mail_message WHERE model = 'hr.employee'"
        " AND res_id = %s), (SELECT count(*) FROM mail_followers WHERE res_model ="
        " 'hr.employee' AND res_id = %s), (SELECT count(*) FROM mail_activity WHERE"
        " res_model = 'hr.employee' AND res_id = %s), (SELECT count(*) FROM"
        " ir_attachment WHERE res_model = 'hr.employee' AND res_id = %s)",
        *[person] * 4,
    )


def test_messages_and_activities_are_closed(client, sql, korban):
    person, _ids, _columns = korban
    before = _traces(sql, person)
    thread = {"thread_model": "hr.employee", "thread_id": person}
    asked = [
        ("/mail/thread/messages", thread),
        ("/mail/chatter_fetch", thread),
        ("/mail/thread/subscribe", {**_res(person), "partner_ids": [1]}),
        ("/mail/message/post", {**thread, "post_data": {"body": "x"}}),
        ("/mail/data", {"fetch_params": [["mail.thread", {**thread, "request_list": ["activities", "attachments", "followers", "messages"]}]]}),
    ]  # fmt: skip
    for path, params in asked:
        assert TANDA not in json.dumps(_try(client._json, path, params)), path
    model = client.server.database and sql(
        "SELECT id FROM ir_model WHERE model = 'hr.employee'"
    )
    for call in (
        ("hr.employee", "message_post", [person], {"body": "x"}),
        ("hr.employee", "message_subscribe", [person], {"partner_ids": [1]}),
        ("hr.employee", "activity_schedule", [person], {"summary": "x"}),
        ("mail.activity", "create", {"res_id": person, "res_model_id": model[0][0]}),
        ("mail.message", "create", {"model": "hr.employee", "res_id": person}),
        ("ir.attachment", "create", {"name": "x", **_res(person), "datas": b64(b"x")}),
    ):
        args, kwargs = call[2:3], (call[3] if len(call) > 3 else {})
        _try(client.call, call[0], call[1], *args, **kwargs)
    client.http.post(
        client.server.url + "/web/binary/upload_attachment",
        data={"model": "hr.employee", "id": person, "csrf_token": _csrf(client)},
        files={"ufile": ("x.txt", b"x")},
        timeout=60,
    )
    assert _traces(sql, person) == before


def _res(person):
    return {"res_model": "hr.employee", "res_id": person}


def _try(function, *args, **kwargs):
    """Return the answer or the refusal, as text that may hold a marker."""
    try:
        return function(*args, **kwargs)
    except (RpcError, requests.HTTPError, AttributeError) as error:
        return str(error)


def _panggilan(ids, columns):
    """Return calls of every listed method, and of some with arguments, on her rows."""
    methods = {
        (row["model"], row["method"])
        for name in ("methods", "methods_core")
        for row in rows(name)
    }
    shared = ("base", "mail.thread", "mail.activity.mixin", "asn.riwayat.mixin")
    general = {method for model, method in methods if model in shared} - _USANG
    calls = []
    for model, number in ids.items():
        column = columns[model][0]
        own = {method for owner, method in methods if owner == model}
        calls += [(model, m, [[number]], {}) for m in sorted(own | general)]
        calls += [
            (model, "get_field_translations", [[number], column], {}),
            (
                model,
                "update_field_translations",
                [[number], column, {"id_ID": "x"}],
                {},
            ),
            (model, "get_property_definition", [f"{column}.x"], {}),
            (model, "search_panel_select_range", ["employee_id"], {}),
            (model, "search_panel_select_multi_range", ["employee_id"], {}),
            (model, "load", [[".id", column], [[str(number), "x"]]], {}),
        ]
    return calls


@pytest.mark.parametrize("role", _ROLES)
def test_every_public_method_keeps_the_person_to_herself(role, login, korban):
    """What stands on the lists of callable methods, called on her rows."""
    _person, ids, columns = korban
    calls = _panggilan(ids, columns)
    answers = login(LOGINS[role]).banyak(calls, size=50)
    told, changed = set(), set()
    for (model, method, _args, _kw), (kind, answer) in zip(calls, answers, strict=True):
        if TANDA in json.dumps(answer):
            told.add(f"{model}.{method}")
        if not kind and method in ("load", "update_field_translations"):
            if answer.get("ids") if isinstance(answer, dict) else answer:
                changed.add(f"{model}.{method}")
    assert told == set()
    assert changed == set()


@pytest.mark.parametrize("role", _ROLES)
def test_import_dialog_changes_nothing_of_the_person(role, login, sql, korban):
    _person, ids, columns = korban
    client = login(LOGINS[role])
    for model, number in ids.items():
        column = columns[model][0]
        dialog = client.call(
            "base_import.import",
            "create",
            {
                "res_model": model,
                "file": b64(f".id,{column}\n{number},x\n".encode()),
                "file_type": "text/csv",
                "file_name": "x.csv",
            },
        )
        answer = _try(
            client.call,
            "base_import.import",
            "execute_import",
            [dialog],
            [".id", column],
            [".id", column],
            {"has_headers": True, "separator": ",", "quoting": '"'},
        )
        assert not isinstance(answer, dict) or not answer.get("ids"), model
        table = model.replace(".", "_")
        kept = sql(f'SELECT "{column}" FROM "{table}" WHERE id = %s', number)
        assert kept[0][0].startswith(TANDA)


def test_api_key_reads_no_more_than_its_owner(login, sql, korban):
    """/json/2 with a key of an ordinary employee, and with none."""
    from passlib.context import CryptContext

    person, ids, columns = korban
    client = login("pegawai")
    key = hashlib.sha1(b"kunci uji").hexdigest()
    sql(
        "INSERT INTO res_users_apikeys (name, user_id, scope, key, index, create_date)"
        " VALUES ('uji', %s, 'rpc', %s, %s, now())",
        client.uid,
        CryptContext(["pbkdf2_sha512"], pbkdf2_sha512__rounds=6000).hash(key),
        key[:8],
    )
    url = client.server.url + "/json/2/"

    def ask(path, body, token=key):
        head = {"Authorization": f"Bearer {token}"} if token else {}
        return requests.post(url + path, json=body, headers=head, timeout=60)

    own = ask("hr.employee/search", {"domain": []})
    assert own.status_code == 200, own.text
    assert person not in own.json()
    for model, number in ids.items():
        body = {"ids": [number], "fields": [columns[model][0]]}
        for token in (key, None, "x" * 40):
            answer = ask(f"{model}/read", body, token)
            assert answer.status_code in (401, 403, 404, 422, 500), model
            assert TANDA not in answer.text
        count = ask(f"{model}/search_count", {"domain": [["id", "=", number]]})
        assert count.status_code != 200 or count.json() == 0, model
