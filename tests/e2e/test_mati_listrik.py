"""The server is killed in the middle; after the restart nothing is lost or doubled.

LL-30-2-c: people go on where they were.
"""

import random
import threading
import time

import pytest
import requests
from support import cuti, rantai
from support.database import clone, query
from support.rpc import Client
from support.server import Server


@pytest.fixture
def mortal(settings, tmp_path):
    """Serve a clone of its own, to be killed."""
    with clone(settings) as database:
        server = Server(settings, database, tmp_path / "odoo.log").start()
        try:
            yield server
        finally:
            server.stop()


def _login(server):
    clients = {}

    def login(name):
        if name not in clients:
            clients[name] = Client(server, name)
        return clients[name]

    return login


def _state(server, request):
    return query(
        server.settings,
        server.database,
        "SELECT state FROM asn_permohonan WHERE id = %s",
        (request,),
    )[0][0]


def _invariants(server, request):
    """Check that the letter, its number and its effects exist once or not at all."""

    def count(statement):
        return query(server.settings, server.database, statement, (request,))[0][0]

    state = _state(server, request)
    issued = state in ("issued", "done")
    assert state in ("approved", "issued", "done")
    assert count(
        "SELECT count(*) FROM asn_permohonan_keputusan"
        " WHERE permohonan_id = %s AND hasil = 'sign'"
    ) == int(issued)
    assert count(
        "SELECT count(*) FROM asn_surat s JOIN asn_permohonan p ON p.surat_id = s.id"
        " WHERE p.id = %s AND s.nomor IS NOT NULL AND s.state = 'issued'"
    ) == int(issued)
    assert count(
        "SELECT count(*) FROM asn_riwayat_cuti r JOIN asn_permohonan p"
        " ON p.employee_id = r.employee_id AND p.tanggal_mulai = r.tanggal_mulai"
        " WHERE p.id = %s AND r.status = 'sah'"
    ) == int(issued)
    gaps = query(
        server.settings,
        server.database,
        "SELECT register_id, tahun FROM asn_surat WHERE nomor_urut IS NOT NULL"
        " AND nomor_urut > 0"
        " GROUP BY register_id, tahun HAVING max(nomor_urut) != count(*)"
        " OR count(DISTINCT nomor_urut) != count(*)",
    )
    assert gaps == []


def test_kill_between_decision_and_issue_loses_nothing(mortal):
    login = _login(mortal)
    request = cuti.submit(login("pegawai"))
    cuti.approve_all(login, request)
    assert _state(mortal, request) == "approved"

    mortal.kill()
    _invariants(mortal, request)
    mortal.start()

    cuti.sign(_login(mortal), request)
    assert _state(mortal, request) == "issued"
    _invariants(mortal, request)


@pytest.mark.parametrize("seed", range(3))
def test_kill_while_signing_is_all_or_nothing(mortal, seed):
    login = _login(mortal)
    request = cuti.submit(login("pegawai"))
    cuti.approve_all(login, request)
    login(cuti.SIGNER)

    def sign():
        try:
            cuti.sign(login, request)
        except requests.RequestException as error:
            outcome.append(error)
        else:
            outcome.append(None)

    outcome = []
    thread = threading.Thread(target=sign)
    thread.start()
    time.sleep(random.Random(seed).uniform(0.02, 0.6))
    mortal.kill()
    thread.join()

    acknowledged = outcome == [None]
    _invariants(mortal, request)
    assert _state(mortal, request) == "issued" or not acknowledged
    mortal.start()
    if _state(mortal, request) == "approved":
        cuti.sign(_login(mortal), request)
    assert _state(mortal, request) == "issued"
    _invariants(mortal, request)


def _tunggu_menulis(server, thread, timeout=20):
    """Wait until the server has written something that it did not commit yet."""
    end = time.monotonic() + timeout
    while thread.is_alive() and time.monotonic() < end:
        if query(
            server.settings,
            server.database,
            "SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_xid IS NOT NULL",
        ):
            return
        time.sleep(0.005)


def _mati_saat_memutus(server, client, dialog, metode="action_putuskan", *args):
    """Press the button of a bulk dialog and kill the server while it works."""

    def putuskan():
        try:
            client.call("asn.permohonan.massal", metode, [dialog], *args)
        except requests.RequestException:
            return

    thread = threading.Thread(target=putuskan)
    thread.start()
    _tunggu_menulis(server, thread)
    server.kill()
    thread.join()


def _setuju(sql, permohonan):
    """Return how often each of these requests was approved."""
    return dict(
        sql(
            "SELECT p.id, count(k.id) FROM asn_permohonan p"
            " LEFT JOIN asn_permohonan_keputusan k"
            "   ON k.permohonan_id = p.id AND k.hasil = 'approve'"
            " WHERE p.id = ANY(%s) GROUP BY 1",
            permohonan,
        )
    )


def test_kill_in_the_middle_of_a_bulk_approval_and_go_on(mortal):
    """The dialog goes on where it was: each request once, none forgotten."""

    def sql(statement, *params):
        return query(mortal.settings, mortal.database, statement, params)

    login = _login(mortal)
    semua = [
        cuti.submit(login("pegawai"), start=cuti.next_monday(20 + nomor), days=1)
        for nomor in range(6)
    ]
    atasan = login("atasan")
    dialog = atasan.call(
        "asn.permohonan.massal",
        "create",
        {"jenis": "approve"},
        context={**atasan.context, "active_ids": semua},
    )

    _mati_saat_memutus(mortal, atasan, dialog)

    assert len(set(_setuju(sql, semua).values())) == 1, (
        "one transaction: all of them or none"
    )
    assert not rantai.rusak(sql)
    mortal.start()

    lanjut = Client(mortal, "atasan")
    lanjut.button("asn.permohonan.massal", "action_putuskan", [dialog])
    assert _setuju(sql, semua) == dict.fromkeys(semua, 1)
    assert sql(
        "SELECT DISTINCT count(*) FROM asn_permohonan_tugas"
        " WHERE permohonan_id = ANY(%s) AND state = 'open' GROUP BY permohonan_id",
        semua,
    ) == [(1,)]
    assert sql(
        "SELECT hasil, count(*) FROM asn_permohonan_massal_baris"
        " WHERE massal_id = %s GROUP BY 1",
        dialog,
    ) == [("ok", len(semua))]
    assert not rantai.rusak(sql)


def _menunggu_ttd(sql):
    """Return the requests for leave that wait for the signer, oldest first."""
    return [
        satu
        for (satu,) in sql(
            "SELECT t.permohonan_id FROM asn_permohonan_tugas t"
            "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'ttd'"
            "  JOIN asn_permohonan_tugas_aktor_rel a ON a.tugas_id = t.id"
            "  JOIN res_users u ON u.id = a.user_id AND u.login = %s"
            "  JOIN asn_permohonan p ON p.id = t.permohonan_id"
            "  JOIN asn_layanan l ON l.id = p.layanan_id AND l.code = 'cuti'"
            " WHERE t.state = 'open' ORDER BY 1",
            cuti.SIGNER,
        )
    ]


def test_kill_while_letters_are_signed_together_and_go_on(mortal):
    """Numbers, archive and histories of a part exist together or not at all."""

    def sql(statement, *params):
        return query(mortal.settings, mortal.database, statement, params)

    login = _login(mortal)
    for nomor in range(2):
        mulai = cuti.next_monday(20 + nomor)
        cuti.approve_all(login, cuti.submit(login("pegawai"), start=mulai, days=1))
    semua = _menunggu_ttd(sql)
    assert len(semua) >= 2
    signer = login(cuti.SIGNER)
    konteks = {**signer.context, "active_ids": semua}
    dialog = signer.call(
        "asn.permohonan.massal", "create", {"jenis": "sign"}, context=konteks
    )

    tanda = "action_tandatangani", cuti.PASSPHRASE
    _mati_saat_memutus(mortal, signer, dialog, *tanda)

    keadaan = {_state(mortal, satu) for satu in semua[:10]}
    assert len(keadaan) == 1, "one transaction: all of them or none"
    for satu in semua:
        _invariants(mortal, satu)
    mortal.start()

    lanjut = Client(mortal, cuti.SIGNER)
    while lanjut.call("asn.permohonan.massal", tanda[0], [dialog], tanda[1])["sisa"]:
        continue
    hasil = (
        "SELECT DISTINCT hasil FROM asn_permohonan_massal_baris WHERE massal_id = %s"
    )
    assert sql(hasil, dialog) == [("ok",)]
    for satu in semua:
        assert _state(mortal, satu) in ("issued", "done")
        _invariants(mortal, satu)
    assert not rantai.rusak(sql)
