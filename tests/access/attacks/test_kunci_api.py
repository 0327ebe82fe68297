"""An API key: a leaked one, an expired one, one of another purpose.

A key is its owner and nothing more, and it cannot make itself last.
"""

import xmlrpc.client

import pytest
import requests
from support import cuti
from support.serangan import json2, kunci_api


@pytest.fixture(scope="module")
def kunci(sql, akun):
    """Return an API key of ``pegawai``."""
    return kunci_api(sql, akun["pegawai"])


@pytest.fixture(scope="module")
def tolak(server, kunci):
    """Return a function that calls with the key and must be refused."""

    def _tolak(model, method, ids=(), **kwargs):
        jawab = json2(server, kunci, model, method, ids, **kwargs)
        assert 400 <= jawab.status_code < 500, (model, method, jawab.text[:300])

    return _tolak


@pytest.fixture(scope="module")
def isi(server, kunci):
    """Return a function that calls with the key and returns the answer."""

    def _isi(model, method, ids=(), **kwargs):
        jawab = json2(server, kunci, model, method, ids, **kwargs)
        assert jawab.ok, (model, method, jawab.text[:300])
        return jawab.json()

    return _isi


def test_key_cannot_read_another_person(isi, tolak, orang):
    milik, lain = orang["pegawai"], orang["pegawai2"]
    assert isi("hr.employee", "read", [milik], fields=["nip"])[0]["nip"]
    assert isi("hr.employee", "search", domain=[]) == [milik]
    tolak("hr.employee", "read", [lain], fields=["nip"])
    tolak("hr.employee", "web_read", [lain], specification={"nip": {}})
    tolak("hr.employee", "get_ringkasan", [lain])
    for model in ("asn.riwayat.gaji", "asn.riwayat.keluarga", "asn.dokumen"):
        domain = [["employee_id", "=", lain]]
        assert isi(model, "search", domain=domain) == []
        assert isi(model, "search_count", domain=domain) == 0


def test_key_cannot_read_requests_of_others(isi, tolak, ajuan, sql):
    assert isi("asn.permohonan", "read", [ajuan], fields=["state"])
    lain = sql(
        "SELECT id FROM asn_permohonan WHERE pemohon_user_id != (SELECT id FROM"
        " res_users WHERE login = 'pegawai') ORDER BY id LIMIT 1"
    )[0][0]
    tolak("asn.permohonan", "read", [lain], fields=["state"])
    tolak("asn.permohonan", "meja_rinci", [lain])
    assert isi("asn.permohonan", "search", domain=[["id", "=", lain]]) == []


def test_key_cannot_decide_or_sign(isi, tolak, ajuan, sql):
    before = sql("SELECT state FROM asn_permohonan WHERE id = %s", ajuan)
    assert isi("asn.permohonan", "get_rantai", [ajuan])
    for method, nilai in (
        ("action_approve", {}),
        ("action_return", {"alasan": "coba"}),
        ("action_sign", {"passphrase": "demo"}),
        ("_decide", {}),
        ("_transition_to", {}),
    ):
        tolak("asn.permohonan", method, [ajuan], **nilai)
    assert sql("SELECT state FROM asn_permohonan WHERE id = %s", ajuan) == before


def test_key_cannot_write_what_the_engine_keeps(isi, tolak, login, ajuan, sql):
    draf = cuti.draft(login("pegawai"), start=cuti.next_monday(48))
    assert isi("asn.permohonan", "write", [draf], vals={"alasan": "Lewat kunci"})
    for context in ({}, {"asn_mesin": True}, {"install_mode": True}):
        for vals in ({"state": "issued"}, {"nomor": "1"}, {"kgb_gaji_baru": 9}):
            tolak("asn.permohonan", "write", [draf], vals=vals, context=context)
    state = "SELECT state, nomor FROM asn_permohonan WHERE id = %s"
    assert sql(state, draf) == [("draft", None)]
    isi("asn.permohonan", "unlink", [draf])


def test_key_cannot_make_or_read_keys(server, kunci, isi, tolak, akun, sql):
    before = sql("SELECT count(*) FROM res_users_apikeys")
    (milik,) = isi("res.users", "read", [akun["pegawai"]], fields=["name"])
    assert milik["name"]
    tolak(
        "res.users.apikeys", "_generate", scope="rpc", name="x", expiration_date=False
    )
    tolak("res.users.apikeys", "create", vals_list={"name": "x"})
    dialog = isi(
        "res.users.apikeys.description", "create", vals_list=[{"name": "x", "duration": "1"}]
    )  # fmt: skip
    # Asks for the password of a session, which a key has not.
    json2(server, kunci, "res.users.apikeys.description", "make_key", dialog)
    assert sql("SELECT count(*) FROM res_users_apikeys") == before
    semua = isi(
        "res.users.apikeys", "search", domain=[["user_id", "!=", akun["pegawai"]]]
    )
    assert semua == []


def test_key_cannot_change_the_password_or_the_factor(
    server, kunci, isi, tolak, akun, sql
):
    uid = akun["pegawai"]
    kolom = "SELECT password, totp_secret FROM res_users WHERE id = %s"
    before = sql(kolom, uid)
    assert isi("res.users", "read", [uid], fields=["login"])
    for user in (uid, akun["pegawai2"]):
        tolak("res.users", "write", [user], vals={"login": "lain"})
        tolak("res.users", "write", [user], vals={"totp_secret": "x"})
        tolak("res.users", "_change_password", [user], new_passwd="x")
        json2(server, kunci, "res.users", "action_kode_pemulihan", [user])
    tolak("res.users", "write", [akun["pegawai2"]], vals={"password": "x"})
    json_sandi = {"old_passwd": "salah", "new_passwd": "Kuda-Terbang-Merah-7"}
    tolak("res.users", "change_password", **json_sandi)
    assert sql(kolom, uid) == before
    assert not sql("SELECT 1 FROM asn_kode_pemulihan WHERE user_id = %s", uid)


@pytest.mark.parametrize("macam", ["tanpa", "salah", "habis", "lingkup", "sandi"])
def test_wrong_key_opens_nothing(server, sql, akun, kunci, macam):
    uid = akun["pegawai"]
    assert json2(server, kunci, "hr.employee", "search", domain=[]).ok
    palsu = {
        "tanpa": lambda: None,
        "salah": lambda: kunci[:8] + "0" * 32,
        "habis": lambda: kunci_api(sql, uid, hidup=-1),
        "lingkup": lambda: kunci_api(sql, uid, scope="auth_totp.device"),
        "sandi": lambda: "demo",
    }[macam]()
    jawab = json2(server, palsu, "hr.employee", "search", domain=[])
    assert jawab.status_code == 401
    umum = xmlrpc.client.ServerProxy(f"{server.url}/xmlrpc/2/common")
    if macam != "sandi":
        assert not umum.authenticate(server.database, "pegawai", palsu or "x", {})


def test_key_opens_no_page_and_no_file(server, login, kunci, sql, orang):
    """The key is for programs: pages, reports and files know sessions only."""
    dokumen = sql(
        "SELECT id FROM asn_dokumen WHERE employee_id = %s ORDER BY id LIMIT 1",
        orang["fasilitator"],
    )[0][0]
    path = f"/web/content/asn.dokumen/{dokumen}/file"
    assert login("fasilitator").get(path).content.startswith(b"%PDF")
    for dicoba in (
        path,
        f"/report/pdf/asn_laporan.drh/{orang['pegawai']}",
        f"/report/pdf/asn_laporan.drh/{orang['fasilitator']}",
        "/asn/akses/pemegang.xlsx",
    ):
        jawab = requests.get(
            server.url + dicoba,
            headers={"Authorization": f"bearer {kunci}"},
            timeout=60,
        )
        assert b"%PDF" not in jawab.content
        assert not jawab.content.startswith(b"PK")


def test_key_over_xmlrpc_is_its_owner_and_nothing_more(server, kunci, akun, orang):
    umum = xmlrpc.client.ServerProxy(f"{server.url}/xmlrpc/2/common")
    benda = xmlrpc.client.ServerProxy(f"{server.url}/xmlrpc/2/object")
    uid = umum.authenticate(server.database, "pegawai", kunci, {})
    assert uid == akun["pegawai"]

    def panggil(siapa, *isi):
        return benda.execute_kw(server.database, siapa, kunci, *isi)

    assert panggil(uid, "hr.employee", "search", [[]]) == [orang["pegawai"]]
    for siapa, isi in (
        (uid, ("hr.employee", "read", [[orang["pegawai2"]], ["nip"]])),
        (uid, ("asn.permohonan", "_decide", [[1]])),
        (akun["kepala_badan"], ("hr.employee", "search", [[]])),
        (1, ("hr.employee", "search", [[]])),
        (2, ("res.users", "search", [[]])),
    ):
        with pytest.raises(xmlrpc.client.Fault):
            panggil(siapa, *isi)


def test_key_cannot_take_personal_data_away(isi, tolak, orang):
    assert isi("hr.employee", "read", [orang["pegawai"]], fields=["nip"])
    for kolom in (["nik"], ["name", "gaji_pokok"]):
        tolak("hr.employee", "export_data", [orang["pegawai"]], fields_to_export=kolom)
    tolak("asn.jejak.unduh", "create", vals_list={})
    tolak("asn.akun.massal", "search", domain=[])


def test_key_of_the_exchange_is_no_key_of_an_account(server, kunci):
    """``/api/v1`` and ``/json/2`` have keys of their own; neither opens the other."""
    assert requests.get(f"{server.url}/api/v1/kesehatan", timeout=60).ok
    for nilai in (f"Bearer {kunci}", "Bearer " + "x" * 40, "Bearer", ""):
        for path in ("saya", "pegawai", "unit", "perubahan", "pegawai/1"):
            jawab = requests.get(
                f"{server.url}/api/v1/{path}",
                headers={"Authorization": nilai},
                timeout=60,
            )
            assert jawab.status_code == 401, (path, jawab.text)
