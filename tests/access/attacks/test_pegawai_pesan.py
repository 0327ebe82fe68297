"""An ordinary employee wants messages, channels and trouble reports of others.

Each attack stands beside the lawful use of the same door.
"""

import json

from support.rpc import RpcError
from support.serangan import boleh, kosong, satu, tertolak

# -- messages and channels -----------------------------------------------------


def test_pegawai_cannot_read_messages_of_others(login, sql, ajuan):
    pegawai, rekan = login("pegawai"), login("pegawai2")
    boleh(pegawai, satu("asn.permohonan", "message_post", [ajuan], body="Mohon izin"))
    pegawai.call("asn.permohonan", "message_post", [ajuan], body="Mohon izin")
    domain = [["model", "=", "asn.permohonan"], ["res_id", "=", ajuan]]
    pesan = pegawai.search("mail.message", domain)
    assert pesan
    utas = {"thread_model": "asn.permohonan", "thread_id": ajuan}
    assert pegawai._json("/mail/thread/messages", utas)["messages"]
    tertolak(
        rekan,
        satu("mail.message", "read", pesan, ["body"]),
        satu("mail.message", "write", pesan, {"body": "palsu"}),
        satu("asn.permohonan", "message_post", [ajuan], body="palsu"),
        satu("mail.followers", "create", {"res_model": "asn.permohonan", "res_id": ajuan}),
    )  # fmt: skip
    kosong(rekan, satu("mail.message", "search", domain))


def test_pegawai_cannot_write_in_somebody_elses_name(login, sql, ajuan):
    pegawai, atasan = login("pegawai"), login("atasan")
    mitra = sql("SELECT partner_id FROM res_users WHERE id = %s", atasan.uid)[0][0]
    sendiri = sql("SELECT partner_id FROM res_users WHERE id = %s", pegawai.uid)[0][0]
    ditulis = "SELECT DISTINCT author_id FROM mail_message WHERE body LIKE %s"
    pegawai.call("asn.permohonan", "message_post", [ajuan], body="Tulisan-sendiri")
    assert sql(ditulis, "%Tulisan-sendiri%") == [(sendiri,)]
    palsu = {"author_id": mitra, "email_from": "kepala@contoh.go.id"}
    try:
        pegawai.call(
            "asn.permohonan", "message_post", [ajuan], body="Tulisan-palsu", **palsu
        )
    except RpcError:
        return
    assert sql(ditulis, "%Tulisan-palsu%") == [(sendiri,)]


def test_pegawai_cannot_listen_to_anothers_channel(login, server, sql):
    pegawai, atasan = login("pegawai"), login("atasan")
    mitra = sql("SELECT partner_id FROM res_users WHERE id = %s", atasan.uid)[0][0]
    akhir = sql("SELECT coalesce(max(id), 0) FROM bus_bus")[0][0]
    sql(
        "INSERT INTO bus_bus (create_date, channel, message)"
        " VALUES (now() AT TIME ZONE 'utc', %s, %s)",
        json.dumps([server.database, "res.partner", mitra], separators=(",", ":")),
        json.dumps({"type": "uji", "payload": "RAHASIA-KANAL"}),
    )

    def dengar(client, *kanal):
        isi = {"channels": list(kanal), "last": akhir, "is_first_poll": True}
        try:
            return json.dumps(client._json("/websocket/peek_notifications", isi))
        except RpcError:
            return ""

    assert "RAHASIA-KANAL" in dengar(atasan)
    for kanal in (
        f"res.partner_{mitra}",
        f'["{server.database}","res.partner",{mitra}]',
        f"mail.thread-{mitra}",
        "broadcast",
    ):
        assert "RAHASIA-KANAL" not in dengar(pegawai, kanal), kanal


# -- trouble reports -----------------------------------------------------------


def test_pegawai_cannot_read_or_answer_reports_of_others(login, sql):
    pegawai = login("pegawai")
    milik = pegawai.search("asn.laporan.gangguan")
    assert milik
    boleh(pegawai, satu("asn.laporan.gangguan", "read", milik, ["name", "uraian"]))
    (lain,) = sql(
        "SELECT id FROM asn_laporan_gangguan WHERE pelapor_id != %s ORDER BY id LIMIT 1",
        pegawai.uid,
    )[0]
    assert lain not in milik
    tertolak(
        pegawai,
        satu("asn.laporan.gangguan", "read", [lain], ["name"]),
        satu("asn.laporan.gangguan", "write", [lain], {"urgensi": "kritis"}),
        satu("asn.laporan.gangguan", "action_konfirmasi", [lain]),
        satu("asn.laporan.gangguan", "action_buka_balas", [lain]),
        satu("asn.laporan.gangguan", "message_post", [lain], body="palsu"),
        satu("asn.laporan.gangguan", "unlink", [lain]),
    )
    dialog = {"lapor_id": lain, "teks": "Sudah baik"}
    tertolak(
        pegawai,
        satu("asn.laporan.gangguan.balas", "web_save", [], dialog, {"jawaban": {}}),
    )


def test_pegawai_cannot_handle_the_own_report(login, sql):
    pegawai = login("pegawai")
    baru = {"name": "Tombol tidak jalan", "uraian": "Saat menekan Kirim"}
    lapor = pegawai.save("asn.laporan.gangguan", baru, fields=["nomor"])
    boleh(
        login("admin_sistem"),
        satu("asn.laporan.gangguan", "action_tangani", [lapor]),
    )
    serangan = [
        satu("asn.laporan.gangguan", name, [lapor])
        for name in (
            "action_tangani", "action_tanya", "action_selesai", "action_tolak",
            "action_insiden", "action_bukan_insiden", "action_pemberitahuan",
        )
    ]  # fmt: skip
    palsu = (
        {"state": "selesai"},
        {"pelapor_id": 2},
        {"jawaban": "Selesai", "sebab": "-", "tindakan": "-"},
        {"is_insiden": True},
    )
    serangan += [satu("asn.laporan.gangguan", "create", baru | v) for v in palsu]
    serangan += [satu("asn.laporan.gangguan", "write", [lapor], v) for v in palsu]
    serangan += [
        satu(
            "asn.laporan.gangguan", "create", baru,
            context={f"default_{n}": x for n, x in v.items()},
        )
        for v in palsu
    ]  # fmt: skip
    tertolak(pegawai, *serangan)


def test_incident_is_for_who_handles_it(login, sql):
    (lapor,) = sql(
        "SELECT id FROM asn_laporan_gangguan WHERE state != 'ditutup' AND pelapor_id ="
        " (SELECT id FROM res_users WHERE login = 'pegawai2') LIMIT 1"
    )[0]
    sql("UPDATE asn_laporan_gangguan SET is_insiden = true WHERE id = %s", lapor)
    lihat = satu("asn.laporan.gangguan", "read", [lapor], ["uraian", "is_insiden"])
    boleh(login("admin_sistem"), lihat)
    boleh(login("kepala_badan"), lihat)
    for nama in ("pegawai", "fasilitator", "atasan", "admin_aplikasi"):
        tertolak(login(nama), lihat)
    sql("UPDATE asn_laporan_gangguan SET is_insiden = false WHERE id = %s", lapor)
