"""Two people, or two tabs, act on one request in the same moment."""

import threading

from support import cuti
from support.rpc import Client, RpcError


def _at_once(*calls):
    """Start all calls behind one barrier and return their results or refusals."""
    barrier = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(index, call):
        barrier.wait()
        try:
            results[index] = call()
        except RpcError as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_tabs_of_one_official_decide_once(server, login, sql):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(8))
    first, second = login("atasan"), Client(server, "atasan")

    results = _at_once(
        lambda: first.button("asn.permohonan", "action_approve", [request]),
        lambda: second.button("asn.permohonan", "action_approve", [request]),
    )

    refusals = [one for one in results if isinstance(one, RpcError)]
    assert len(refusals) == 1
    assert refusals[0].kind in ("UserError", "AccessError"), refusals[0]
    assert _decisions(sql, request, "approve") == 1


def test_approve_and_return_at_once_only_one_counts(server, login, sql):
    request = cuti.submit(login("pegawai"), start=cuti.next_monday(9))
    first, second = login("atasan"), Client(server, "atasan")

    results = _at_once(
        lambda: first.button("asn.permohonan", "action_approve", [request]),
        lambda: second.call(
            "asn.permohonan", "action_return", [request], "Alamat belum jelas"
        ),
    )

    assert sum(isinstance(one, RpcError) for one in results) == 1
    assert _decisions(sql, request, "approve") + _decisions(sql, request, "return") == 1


def test_stale_tab_submits_twice_one_submission(server, login, sql):
    pegawai = login("pegawai")
    request = cuti.draft(pegawai, start=cuti.next_monday(10))
    stale = Client(server, "pegawai")

    results = _at_once(
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

    results = _at_once(
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
