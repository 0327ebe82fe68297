"""Two server processes on one database: what one decides, the other knows."""

import pytest
from support import cuti, rantai
from support.bersamaan import rekan_verifikasi, serentak
from support.rpc import Client, RpcError
from support.server import Server

_TERBUKA = (
    "SELECT count(*) FROM asn_permohonan_tugas"
    " WHERE permohonan_id = %s AND state = 'open'"
)


@pytest.fixture(scope="module")
def kedua(settings, server, tmp_path_factory):
    """Start a second process on the same database."""
    log = tmp_path_factory.mktemp("kedua") / "odoo.log"
    lain = Server(settings, server.database, log).start()
    try:
        yield lain
    finally:
        lain.stop()
    assert lain.trouble() == []


@pytest.fixture(scope="module")
def rekan(kedua, sql):
    """Return a second verifier, logged in at the second process."""
    return rekan_verifikasi(kedua, sql)


def _di_verifikasi(sql):
    return sql(
        "SELECT t.id, t.permohonan_id FROM asn_permohonan_tugas t"
        "  JOIN asn_layanan_tahap s ON s.id = t.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE t.state = 'open' ORDER BY 1"
    )


def _setuju(sql, permohonan):
    return sql(
        "SELECT count(*) FROM asn_permohonan_keputusan k"
        "  JOIN asn_layanan_tahap s ON s.id = k.tahap_id AND s.jenis = 'verifikasi'"
        " WHERE k.permohonan_id = %s AND k.hasil = 'approve'",
        permohonan,
    )[0][0]


def test_claim_against_decision_at_once_one_wins(login, rekan, sql):
    tugas, permohonan = _di_verifikasi(sql)[0]
    petugas = login("admin_aplikasi")

    ambil, putus = serentak(
        lambda: rekan.button("asn.permohonan.tugas", "action_klaim", [tugas]),
        lambda: petugas.button("asn.permohonan", "action_approve", [permohonan]),
    )

    galat = [one for one in (ambil, putus) if isinstance(one, RpcError)]
    assert [one.kind for one in galat] == ["UserError"], (ambil, putus)
    pemegang = sql(
        "SELECT diklaim_oleh_id FROM asn_permohonan_tugas WHERE id = %s", tugas
    )[0][0]
    if putus in galat:
        assert (pemegang, _setuju(sql, permohonan)) == (rekan.uid, 0)
        rekan.button("asn.permohonan", "action_approve", [permohonan])
    assert _setuju(sql, permohonan) == 1
    assert sql(_TERBUKA, permohonan) == [(1,)]
    assert not rantai.rusak(sql)


def test_claim_in_one_process_binds_the_other_at_once(login, rekan, sql):
    tugas, permohonan = _di_verifikasi(sql)[0]
    petugas = login("admin_aplikasi")
    petugas.button("asn.permohonan.tugas", "action_klaim", [tugas])

    with pytest.raises(RpcError) as ditolak:
        rekan.button("asn.permohonan", "action_approve", [permohonan])
    assert ditolak.value.kind == "UserError"
    assert _setuju(sql, permohonan) == 0

    petugas.button("asn.permohonan.tugas", "action_lepas", [tugas])
    rekan.button("asn.permohonan", "action_approve", [permohonan])
    assert _setuju(sql, permohonan) == 1


def test_bulk_approval_of_overlapping_sets_from_two_processes(login, rekan, sql):
    pegawai, petugas = login("pegawai"), login("admin_aplikasi")
    for minggu in range(40, 43):
        baru = cuti.submit(pegawai, start=cuti.next_monday(minggu), days=1)
        cuti.approve_all(login, baru, until="admin_aplikasi")
    semua = [permohonan for _tugas, permohonan in _di_verifikasi(sql)]
    assert len(semua) > 3
    # Each has some of its own, the others in opposite order.
    bagian = (semua[:-1], semua[:0:-1])
    dialog = [
        client.call(
            "asn.permohonan.massal",
            "create",
            {"jenis": "approve"},
            context={**client.context, "active_ids": ids},
        )
        for client, ids in zip((petugas, rekan), bagian, strict=True)
    ]

    hasil = serentak(
        lambda: petugas.button("asn.permohonan.massal", "action_putuskan", [dialog[0]]),
        lambda: rekan.button("asn.permohonan.massal", "action_putuskan", [dialog[1]]),
    )

    assert not [one for one in hasil if isinstance(one, RpcError)], hasil
    for permohonan in semua:
        assert _setuju(sql, permohonan) == 1
        assert sql(_TERBUKA, permohonan) == [(1,)]
    assert sql(
        "SELECT permohonan_id, count(*) FROM asn_permohonan_massal_baris"
        " WHERE massal_id = ANY(%s) AND hasil = 'ok' GROUP BY 1 ORDER BY 1",
        dialog,
    ) == [(permohonan, 1) for permohonan in sorted(semua)]
    assert not rantai.rusak(sql)


def test_delegation_ended_in_one_process_ends_in_the_other(login, rekan, sql, kedua):
    """What was delegated and taken back is not remembered by another process."""
    atasan, pegawai2 = login("atasan"), Client(kedua, "pegawai2")
    hari = sql("SELECT (now() AT TIME ZONE 'Asia/Jakarta')::date::text")[0][0]
    permohonan = cuti.submit(login("pegawai"), start=cuti.next_monday(46), days=1)
    delegasi = atasan.save(
        "asn.delegasi",
        {
            "dari_id": atasan.uid,
            "kepada_id": pegawai2.uid,
            "tanggal_mulai": hari,
            "tanggal_selesai": hari,
            "dasar": "SP 800/1/2026",
        },
        fields=["dasar"],
    )
    atasan.call("asn.delegasi", "action_end", [delegasi])
    with pytest.raises(RpcError) as ditolak:
        pegawai2.button("asn.permohonan", "action_approve", [permohonan])
    assert ditolak.value.kind in ("AccessError", "UserError")
    assert sql(_TERBUKA, permohonan) == [(1,)]
