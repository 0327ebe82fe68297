"""How an ordinary user tries to get a leave approved without the officials.

Each attack first has its honest counterpart in ``tests/e2e``; here the same doors
are tried with forged values, contexts, defaults, imports and other people's rows.
"""

import pytest
from support import cuti
from support.rpc import Client, RpcError

_STATES = ("in_review", "approved", "issued", "done")
_CONTEXTS = (
    {},
    {"leave_fast_create": True},
    {"skip_validation_check": True},
    {"asn_engine": True},
    {"_ENGINE": {}},
    {"asn_bulk": True},
    {"install_mode": True},
    {"tracking_disable": True},
    {"import_file": True},
)


@pytest.fixture
def request_in_review(ajuan):
    """Return a submitted request of ``pegawai``, waiting for the superior."""
    return ajuan


def _row(sql, request):
    return sql(
        "SELECT state, fase, tahap_id, nomor FROM asn_permohonan WHERE id = %s",
        request,
    )[0]


@pytest.mark.parametrize("state", _STATES)
def test_create_with_forged_state_refused(login, state):
    pegawai = login("pegawai")
    forged = cuti.values(pegawai, start=cuti.next_monday(22), state=state)
    pegawai.refused("asn.permohonan", "create", forged)
    pegawai.refused("asn.permohonan", "web_save", [], forged, specification={})


@pytest.mark.parametrize("context", _CONTEXTS, ids=str)
def test_write_of_guarded_field_refused_with_any_context(
    login, sql, request_in_review, context
):
    pegawai = login("pegawai")
    before = _row(sql, request_in_review)
    tahap = sql("SELECT max(id) FROM asn_layanan_tahap")[0][0]
    for values in (
        {"state": "issued"},
        {"fase": "selesai"},
        {"tahap_id": tahap},
        {"nomor": "PALSU-1"},
        {"keputusan_ids": [[0, 0, {"hasil": "approve"}]]},
        {"tugas_ids": [[5, 0, 0]]},
        {"surat_id": 1},
    ):
        pegawai.refused(
            "asn.permohonan", "write", [request_in_review], values, context=context
        )
        pegawai.refused(
            "asn.permohonan",
            "web_save",
            [request_in_review],
            values,
            specification={},
            context=context,
        )
    assert _row(sql, request_in_review) == before


@pytest.mark.parametrize("attacker", ["pegawai", "atasan", "fasilitator"])
def test_submitted_form_cannot_be_changed(login, sql, request_in_review, attacker):
    client = login(attacker)
    statement = (
        "SELECT tanggal_selesai, lama, alasan, layanan_id, employee_id, properti"
        " FROM asn_permohonan WHERE id = %s"
    )
    before = sql(statement, request_in_review)
    for values in (
        {"tanggal_selesai": (cuti.next_monday(21)).isoformat()},
        {"lama": 1},
        {"alasan": "lain"},
        {"employee_id": client.search("hr.employee")[0], "alasan": "lain"},
        {"properti": {"x": "y"}},
    ):
        client.refused("asn.permohonan", "write", [request_in_review], values)
    assert sql(statement, request_in_review) == before


def test_default_in_context_does_not_set_state(login, sql):
    pegawai = login("pegawai")
    values = cuti.values(pegawai, start=cuti.next_monday(23))
    context = {**pegawai.context, "default_state": "issued", "default_fase": "selesai"}
    try:
        request = pegawai.call("asn.permohonan", "create", values, context=context)
    except RpcError:
        return
    ids = request if isinstance(request, list) else [request]
    assert _row(sql, ids[0])[0] == "draft"


def test_personal_default_does_not_set_state(login, sql):
    pegawai = Client(login("pegawai").server, "pegawai2")
    try:
        pegawai.call("ir.default", "set", "asn.permohonan", "state", "issued", True)
    except RpcError:
        return
    values = cuti.values(pegawai, start=cuti.next_monday(24))
    try:
        request = pegawai.call("asn.permohonan", "create", values)
    except RpcError:
        request = None
    finally:
        sql(
            "DELETE FROM ir_default WHERE user_id = %s AND json_value = %s",
            pegawai.uid,
            '"issued"',
        )
    if request:
        ids = request if isinstance(request, list) else [request]
        assert _row(sql, ids[0])[0] == "draft"


def test_import_cannot_set_state(login, sql):
    pegawai = login("pegawai")
    before = sql("SELECT count(*) FROM asn_permohonan WHERE state = 'issued'")
    values = cuti.values(pegawai)
    try:
        answer = pegawai.call(
            "asn.permohonan",
            "load",
            ["layanan_id/.id", "tanggal_mulai", "tanggal_selesai", "alasan", "state"],
            [
                [
                    str(values["layanan_id"]),
                    values["tanggal_mulai"],
                    values["tanggal_selesai"],
                    "impor",
                    "issued",
                ]
            ],
        )
    except RpcError:
        answer = {"ids": False}
    assert not answer["ids"]
    assert sql("SELECT count(*) FROM asn_permohonan WHERE state = 'issued'") == before


def test_copy_starts_as_draft_without_decisions(login, sql, request_in_review):
    pegawai = login("pegawai")
    try:
        copy = pegawai.call("asn.permohonan", "copy", [request_in_review])
    except RpcError:
        return
    ids = copy if isinstance(copy, list) else [copy]
    state, _fase, tahap, _nomor = _row(sql, ids[0])
    assert (state, tahap) == ("draft", None)
    assert (
        sql(
            "SELECT count(*) FROM asn_permohonan_keputusan WHERE permohonan_id = %s",
            ids[0],
        )[0][0]
        == 0
    )


@pytest.mark.parametrize(
    "method",
    [
        "_transition_to",
        "_decide",
        "_do_approve",
        "_on_issued",
        "_buka_tugas",
        "_compute_state",
        "_write",
        "_create",
    ],
)
def test_private_methods_cannot_be_called(login, request_in_review, method):
    login("pegawai").refused("asn.permohonan", method, [request_in_review])


@pytest.mark.parametrize(
    "attacker",
    [
        "pegawai",
        "pegawai2",
        "fasilitator",
        "admin_aplikasi",
        "pengawas",
        "administrator",
        "penandatangan",
        "admin_sistem",
        "admin_utama",
        "monev",
    ],
)
def test_only_the_actor_of_the_step_decides(login, sql, request_in_review, attacker):
    client = login(attacker)
    before = _row(sql, request_in_review)
    for method, args in (
        ("action_approve", []),
        ("action_return", ["coba"]),
        ("action_reject", ["coba"]),
        ("action_defer", ["coba"]),
        ("action_sign", ["demo"]),
    ):
        client.refused("asn.permohonan", method, [request_in_review], *args)
    assert _row(sql, request_in_review) == before


def test_nobody_skips_to_the_end(login, sql, request_in_review):
    login("atasan").refused(
        "asn.permohonan", "action_sign", [request_in_review], "demo"
    )
    login("penandatangan").refused(
        "asn.permohonan", "action_sign", [request_in_review], "demo"
    )
    login("pegawai").refused(
        "asn.permohonan", "action_answer_survey", [request_in_review], 4, 4
    )
    login("pegawai").refused("asn.permohonan", "action_download", [request_in_review])
    assert _row(sql, request_in_review)[0] == "in_review"


@pytest.mark.parametrize(
    "model",
    [
        "asn.permohonan.tugas",
        "asn.permohonan.keputusan",
        "asn.surat",
        "asn.saldo.cuti.mutasi",
        "asn.riwayat.cuti",
        "asn.riwayat.golongan",
    ],
)
@pytest.mark.parametrize("login_name", ["pegawai", "atasan", "admin_aplikasi"])
def test_records_of_the_engine_are_closed(login, sql, model, login_name):
    client = login(login_name)
    table = model.replace(".", "_")
    row = sql(f"SELECT id FROM {table} ORDER BY id DESC LIMIT 1")
    assert row, f"the scenario has no {model}"
    before = sql(f"SELECT * FROM {table} WHERE id = %s", row[0][0])
    client.refused(model, "write", [row[0][0]], {"create_date": "2020-01-01"})
    client.refused(model, "unlink", [row[0][0]])
    client.refused(model, "create", {})
    assert sql(f"SELECT * FROM {table} WHERE id = %s", row[0][0]) == before


def test_decisions_cannot_be_changed_even_in_sql(sql):
    decision = sql("SELECT max(id) FROM asn_permohonan_keputusan")[0][0]
    for statement in (
        "UPDATE asn_permohonan_keputusan SET hasil = 'approve' WHERE id = %s",
        "DELETE FROM asn_permohonan_keputusan WHERE id = %s",
    ):
        with pytest.raises(Exception, match="keputusan|append|ditambah"):
            sql(statement, decision)


def test_colleague_sees_nothing_of_the_request(login, request_in_review):
    colleague = login("pegawai2")
    assert request_in_review not in colleague.search("asn.permohonan")
    colleague.refused("asn.permohonan", "read", [request_in_review], ["state"])
    for model in ("tugas", "keputusan", "berkas"):
        assert not colleague.search(
            f"asn.permohonan.{model}", [("permohonan_id", "=", request_in_review)]
        )


def test_letter_cannot_be_fetched_before_the_survey(login, sql):
    pegawai = login("pegawai")
    request = cuti.submit(pegawai, start=cuti.next_monday(26))
    cuti.approve_all(login, request)
    cuti.sign(login, request)
    surat = sql("SELECT surat_id FROM asn_permohonan WHERE id = %s", request)[0][0]
    attachments = [
        row[0]
        for row in sql(
            "SELECT id FROM ir_attachment WHERE res_model = 'asn.surat'"
            " AND res_id = %s",
            surat,
        )
    ]
    assert attachments

    assert surat not in pegawai.search("asn.surat")
    assert not pegawai.search("ir.attachment", [("id", "in", attachments)])
    for attachment in attachments:
        answer = pegawai.get(f"/web/content/{attachment}?download=true")
        assert not answer.content.startswith(b"%PDF")
    archived = sql(
        "SELECT d.id FROM asn_dokumen d JOIN asn_surat s ON s.sha256 = d.sha256"
        " WHERE s.id = %s",
        surat,
    )
    for (document,) in archived:
        assert document not in pegawai.search("asn.dokumen")


def test_employee_cannot_write_own_legal_data(login, sql):
    pegawai = login("pegawai")
    before = sql("SELECT name, nip FROM hr_employee WHERE user_id = %s", pegawai.uid)
    employee = pegawai.search("hr.employee", [("user_id", "=", pegawai.uid)])
    pegawai.refused("hr.employee", "write", employee, {"nip": "1" * 18})
    for values in ({"name": "Nama Palsu"}, {"private_email": "a@b.invalid"}):
        try:
            pegawai.call("res.users", "write", [pegawai.uid], values)
        except RpcError:
            continue
    assert (
        sql("SELECT name, nip FROM hr_employee WHERE user_id = %s", pegawai.uid)
        == before
    )


def test_employee_cannot_make_own_absence(login, sql):
    pegawai = login("pegawai")
    resource = sql(
        "SELECT resource_id FROM hr_employee WHERE user_id = %s", pegawai.uid
    )[0][0]
    pegawai.refused(
        "resource.calendar.leaves",
        "create",
        {
            "name": "Libur sendiri",
            "resource_id": resource,
            "date_from": "2026-12-01 00:00:00",
            "date_to": "2026-12-02 00:00:00",
        },
    )


def test_search_oracles_are_closed(login):
    pegawai = login("pegawai")
    for domain in (
        [("bank_account_ids.employee_id.nik", "like", "1")],
        [("private_email", "like", "a")],
        [("employee_ids.nik", "like", "%")],
    ):
        try:
            found = pegawai.search("res.users", domain)
        except RpcError:
            continue
        assert set(found) <= {pegawai.uid}, domain
