"""Two people, or two tabs, act on one request in the same moment."""

import pytest
from support import cuti
from support.bersamaan import rekan_verifikasi, serentak
from support.rpc import Client, RpcError


def _told_it_is_decided(result):
    """Tell whether an answer says that somebody was faster and nothing was done."""
    if isinstance(result, RpcError):
        return result.kind == "UserError" and "sudah diputus" in result.message.lower()
    return isinstance(result, dict) and result.get("tag") == "display_notification"


@pytest.fixture(scope="module")
def second_verifier(server, sql):
    """Return a second person who may verify the same service, logged in."""
    return rekan_verifikasi(server, sql)


def test_two_verifiers_at_once_one_wins(login, sql, second_verifier):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(7))
    cuti.approve_all(login, request, until="admin_aplikasi")
    first = login("admin_aplikasi")

    results = serentak(
        lambda: first.button("asn.permohonan", "action_approve", [request]),
        lambda: second_verifier.call(
            "asn.permohonan", "action_reject", [request], "Data tidak sesuai"
        ),
    )

    assert sum(_told_it_is_decided(one) for one in results) == 1, results
    assert _decisions(sql, request, "approve") + _decisions(sql, request, "reject") == 3


def test_late_second_verifier_is_told_who_decided(login, sql, second_verifier):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(12))
    cuti.approve_all(login, request, until="admin_aplikasi")
    login("admin_aplikasi").button("asn.permohonan", "action_approve", [request])

    with pytest.raises(RpcError) as late:
        second_verifier.call("asn.permohonan", "action_reject", [request], "Terlambat")

    assert _told_it_is_decided(late.value), late.value
    assert _decisions(sql, request, "reject") == 0


def test_two_tabs_of_one_official_decide_once(server, login, sql):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(8))
    first, second = login("atasan"), Client(server, "atasan")

    results = serentak(
        lambda: first.button("asn.permohonan", "action_approve", [request]),
        lambda: second.button("asn.permohonan", "action_approve", [request]),
    )

    assert sum(_told_it_is_decided(one) for one in results) == 1, results
    assert _decisions(sql, request, "approve") == 1


def test_approve_and_return_at_once_only_one_counts(server, login, sql):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(9))
    first, second = login("atasan"), Client(server, "atasan")

    results = serentak(
        lambda: first.button("asn.permohonan", "action_approve", [request]),
        lambda: second.call(
            "asn.permohonan", "action_return", [request], "Alamat belum jelas"
        ),
    )

    assert sum(_told_it_is_decided(one) for one in results) == 1, results
    assert _decisions(sql, request, "approve") + _decisions(sql, request, "return") == 1


def _bulk_dialog(client, ids):
    """Return the dialog in which somebody approves these requests."""
    return client.call(
        "asn.permohonan.massal",
        "create",
        {"jenis": "approve"},
        context={**client.context, "active_ids": ids},
    )


def test_two_officials_decide_on_overlapping_sets_once_each(
    login, sql, second_verifier
):
    rows = sql(
        "SELECT t.permohonan_id FROM asn_permohonan_tugas t"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE t.state = 'open' ORDER BY 1"
    )
    waiting = [number for (number,) in rows]
    assert len(waiting) > 1
    clients = (login("admin_aplikasi"), second_verifier)
    dialogs = [
        _bulk_dialog(client, ids)
        for client, ids in zip(clients, (waiting, waiting[::-1]), strict=True)
    ]

    results = serentak(
        *(
            lambda c=client, d=dialog: c.button(
                "asn.permohonan.massal", "action_putuskan", [d]
            )
            for client, dialog in zip(clients, dialogs, strict=True)
        )
    )

    assert not [one for one in results if isinstance(one, RpcError)], results
    decided = sql(
        "SELECT permohonan_id, count(*) FROM asn_permohonan_massal_baris"
        " WHERE massal_id = ANY(%s) AND hasil = 'ok' GROUP BY 1 ORDER BY 1",
        dialogs,
    )
    assert decided == [(number, 1) for number in waiting]
    steps = sql(
        "SELECT k.permohonan_id, count(*) FROM asn_permohonan_keputusan k"
        "  JOIN asn_layanan_tahap s ON s.id = k.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE k.permohonan_id = ANY(%s) AND k.hasil = 'approve' GROUP BY 1 ORDER BY 1",
        waiting,
    )
    assert steps == decided


def test_stale_tab_submits_twice_one_submission(server, login, sql):
    pegawai = login("pegawai")
    request = cuti.draft(pegawai, start=cuti.next_monday(10))
    stale = Client(server, "pegawai")

    results = serentak(
        lambda: pegawai.button("asn.permohonan", "action_submit", [request]),
        lambda: stale.button("asn.permohonan", "action_submit", [request]),
    )

    assert sum(isinstance(one, RpcError) for one in results) <= 1
    assert _decisions(sql, request, "submit") == 1
    assert sql(
        "SELECT count(*) FROM asn_permohonan_tugas"
        " WHERE permohonan_id = %s AND state = 'open'",
        request,
    ) == [(1,)]


def test_two_pending_requests_cannot_overdraw_the_balance(server, login, sql):
    pegawai2 = Client(server, "pegawai2")
    first = cuti.draft(pegawai2, start=cuti.next_monday(12), days=19)
    second = cuti.draft(pegawai2, start=cuti.next_monday(16), days=19)
    other = Client(server, "pegawai2")

    results = serentak(
        lambda: pegawai2.button("asn.permohonan", "action_submit", [first]),
        lambda: other.button("asn.permohonan", "action_submit", [second]),
    )

    assert any(isinstance(one, RpcError) for one in results)
    submitted = sql(
        "SELECT coalesce(sum(lama), 0) FROM asn_permohonan"
        " WHERE id = ANY(%s) AND state = 'in_review'",
        [first, second],
    )[0][0]
    assert submitted <= 24


def _decisions(sql, request, result):
    return sql(
        "SELECT count(*) FROM asn_permohonan_keputusan"
        " WHERE permohonan_id = %s AND hasil = %s",
        request,
        result,
    )[0][0]
