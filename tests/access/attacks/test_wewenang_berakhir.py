"""An administrator whose right has ended goes on: old session, old key, old tasks.

One is revoked by Kepala Badan while signed in, one runs out by its date, one account
is closed. What each could do before is shown first.
"""

import contextlib
from dataclasses import dataclass, field

import pytest
from support.rpc import Client, RpcError
from support.serangan import (
    boleh,
    hari,
    json2,
    kosong,
    kunci_api,
    sandi,
    satu,
    tertolak,
)

_DOMAIN = [("state", "not in", ("draft", "cancelled"))]


@dataclass
class Mantan:
    """Who was an administrator, and what was left in her hands."""

    nama: str
    uid: int
    pemberian: int
    #: Session and API key from the time before.
    sesi: Client
    kunci: str
    #: What she decided on: who took part goes on reading it.
    ikut: list
    #: What else she reached then.
    dulu: list = field(default_factory=list)


def _ikut(sql, uid):
    """Return the requests that a person decided on."""
    baris = sql(
        "SELECT DISTINCT permohonan_id FROM asn_permohonan_keputusan"
        " WHERE aktor_user_id = %s",
        uid,
    )
    return [nomor for (nomor,) in baris]


@pytest.fixture(scope="module")
def mantan(server, sql, login):
    """Return an administrator of services whom Kepala Badan has just revoked."""
    nama, uid, beri = sql(
        "SELECT u.login, u.id, b.id FROM asn_pemberian_peran b"
        " JOIN res_users u ON u.id = b.user_id JOIN ir_model_data m"
        "  ON m.model = 'res.users.role' AND m.res_id = b.role_id"
        "  AND m.name = 'role_admin_aplikasi'"
        " WHERE b.state = 'disetujui' AND u.login != 'admin_aplikasi'"
        " ORDER BY b.id LIMIT 1"
    )[0]
    sandi(sql, nama)
    sesi = Client(server, nama)
    ikut = _ikut(sql, uid)
    orang = Mantan(nama, uid, beri, sesi, kunci_api(sql, uid), ikut)
    orang.dulu = sesi.search(
        "asn.permohonan", [("pemohon_user_id", "!=", uid), ("id", "not in", ikut)]
    )
    assert orang.dulu
    jawab = json2(server, orang.kunci, "asn.permohonan", "search", domain=_DOMAIN)
    assert jawab.ok
    assert jawab.json()
    kepala = login("kepala_badan")
    dialog = kepala.call(
        "asn.pemberian.akhir",
        "create",
        [
            {
                "pemberian_id": beri,
                "hasil": "dicabut",
                "alasan": "Pelanggaran pakta integritas",
                "nomor": "800/77",
                "tanggal": hari(-1),
            }
        ],
    )
    kepala.call("asn.pemberian.akhir", "action_simpan", dialog)
    return orang


@pytest.fixture(scope="module")
def kini(server, mantan):
    """Return her new session after the end."""
    return Client(server, mantan.nama)


def test_ended_admin_cannot_go_on_in_the_old_session(mantan):
    """The session is over at once, for what she may still do as well."""
    for model, method, args in (
        ("asn.permohonan", "read", [mantan.dulu, ["state"]]),
        ("asn.permohonan", "meja_rinci", [mantan.dulu[:1]]),
        ("res.users", "read", [[mantan.uid], ["name"]]),
    ):
        error = mantan.sesi.refused(model, method, *args)
        assert error.kind == "SessionExpiredException"


def test_ended_admin_cannot_read_with_the_old_key(server, mantan):
    for domain in (
        [["id", "in", mantan.dulu]],
        [["pemohon_user_id", "!=", mantan.uid], ["id", "not in", mantan.ikut]],
    ):
        jawab = json2(server, mantan.kunci, "asn.permohonan", "search", domain=domain)
        assert not jawab.ok or jawab.json() == []
    for model in ("asn.kahar", "asn.layanan.peringatan"):
        jawab = json2(server, mantan.kunci, model, "search", domain=[])
        assert not jawab.ok or jawab.json() == []


def test_ended_admin_is_an_ordinary_employee(kini, mantan):
    boleh(kini, satu("res.users", "read", [kini.uid], ["name"]))
    tertolak(kini, satu("asn.permohonan", "read", mantan.dulu, ["state"]))
    kosong(kini, satu("asn.permohonan", "search", [["id", "in", mantan.dulu]]))
    assert not kini.call(
        "res.users", "has_group", [kini.uid], "asn_base.group_admin_aplikasi"
    )


def test_ended_admin_cannot_decide_what_was_waiting(login, kini, sql, verifikasi):
    tugas, permohonan = verifikasi
    boleh(
        login("admin_aplikasi"), satu("asn.permohonan.tugas", "action_klaim", [tugas])
    )
    tertolak(
        kini,
        satu("asn.permohonan.tugas", "action_klaim", [tugas]),
        satu("asn.permohonan", "action_approve", [permohonan]),
        satu("asn.permohonan", "action_return", [permohonan], "coba"),
    )
    assert not sql(
        "SELECT 1 FROM asn_permohonan_tugas t JOIN asn_permohonan_tugas_aktor_rel r"
        " ON r.tugas_id = t.id WHERE t.state = 'open' AND r.user_id = %s"
        " AND t.tahap_id = (SELECT tahap_id FROM asn_permohonan_tugas WHERE id = %s)",
        kini.uid, tugas,
    )  # fmt: skip


def test_ended_admin_cannot_revive_the_appointment(login, kini, mantan, sql):
    boleh(
        login("admin_sistem"),
        satu("asn.pemberian.peran", "read", [mantan.pemberian], ["state"]),
    )
    baris = [
        row[0]
        for row in sql(
            "SELECT id FROM res_users_role_line WHERE user_id = %s", kini.uid
        )
    ]
    serangan = [
        satu("asn.pemberian.peran", "write", [mantan.pemberian], {"state": "disetujui"}),
        satu("asn.pemberian.peran", "write", [mantan.pemberian], {"tanggal_selesai": hari(99)}),
        satu("asn.pemberian.peran", "unlink", [mantan.pemberian]),
        satu("res.users.role.line", "write", baris, {"date_to": hari(99)}),
        satu("res.users.role.line", "unlink", baris),
        satu("res.users", "write", [kini.uid], {"role_line_ids": [[5, 0, 0]]}),
    ]  # fmt: skip
    tertolak(kini, *serangan)
    # Nor does who keeps the accounts bring it back without a new approval.
    tertolak(login("admin_sistem"), *serangan[:3])
    assert sql(
        "SELECT state FROM asn_pemberian_peran WHERE id = %s", mantan.pemberian
    ) == [("dicabut",)]


def test_ended_admin_keeps_no_service(kini, sql):
    assert sql(
        "SELECT 1 FROM asn_layanan_pengguna_rel WHERE user_id = %s", kini.uid
    ) == []  # fmt: skip
    tertolak(kini, satu("asn.kahar", "create", {"name": "Banjir"}))


def test_right_that_ran_out_gives_nothing_at_the_next_sign_in(server, sql):
    """The nightly job need not have run: every sign-in looks at the days."""
    uid = sql("SELECT id FROM res_users WHERE login = 'monev'")[0][0]
    dulu = Client(server, "monev")
    lihat = ("res.users", "has_group", [uid], "asn_base.group_monev")
    assert dulu.call(*lihat)
    grup = (
        "SELECT count(*) FROM res_groups_users_rel r JOIN ir_model_data m"
        " ON m.model = 'res.groups' AND m.res_id = r.gid AND m.name = 'group_monev'"
        " WHERE r.uid = %s"
    )
    assert sql(grup, uid) == [(1,)]
    sql(
        "UPDATE res_users_role_line SET date_to = %s WHERE user_id = %s"
        " AND role_id = (SELECT res_id FROM ir_model_data"
        "  WHERE model = 'res.users.role' AND name = 'role_monev')",
        hari(-2), uid,
    )  # fmt: skip
    baru = Client(server, "monev")
    assert not baru.call(*lihat)
    assert sql(grup, uid) == [(0,)]
    with contextlib.suppress(RpcError):
        assert not dulu.call(*lihat)


def test_closed_account_cannot_be_used_by_any_door(server, login, sql):
    """Session, password, key and reset link end with the account."""
    nama, uid = sql(
        "SELECT u.login, u.id FROM res_users u WHERE u.active AND u.login ~ '^[0-9]'"
        " AND NOT EXISTS (SELECT 1 FROM asn_pemberian_peran b WHERE b.user_id = u.id)"
        " AND NOT EXISTS (SELECT 1 FROM hr_department d JOIN hr_employee e"
        "  ON e.id = d.manager_id WHERE e.user_id = u.id) ORDER BY u.id DESC LIMIT 1"
    )[0]
    sandi(sql, nama)
    sesi, kunci = Client(server, nama), kunci_api(sql, uid)
    assert sesi.search("hr.employee")
    assert json2(server, kunci, "hr.employee", "search", domain=[]).json()

    login("admin_sistem").call("res.users", "action_archive", [uid])

    with pytest.raises(RpcError) as ditolak:
        sesi.search("hr.employee")
    assert ditolak.value.kind == "SessionExpiredException"
    with pytest.raises(RpcError):
        Client(server, nama)
    assert json2(server, kunci, "hr.employee", "search", domain=[]).status_code == 401
    surat = sql("SELECT count(*) FROM mail_mail")
    login("pegawai").http.post(
        server.url + "/web/reset_password", data={"login": nama}, timeout=60
    )
    assert sql("SELECT count(*) FROM mail_mail") == surat
