"""Somebody who knows a password, or wants to choose one.

Each attack stands beside the lawful use of the same door.
"""

import re
import xmlrpc.client

import pytest
import requests
from passlib.hash import pbkdf2_sha512
from support.formulir import browser, kirim, siapa
from support.rpc import Client, RpcError
from support.serangan import kode_totp, sandi

_JAHAT = "jahat.example"
_RAHASIA = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_KODE = "7QK4M-9TXEB"


@pytest.fixture
def berfaktor(sql):
    """Return an account with an app and one recovery code; taken away afterwards."""
    nama, uid = sql("SELECT login, id FROM res_users WHERE login = 'walikota'")[0]
    sql("UPDATE res_users SET totp_secret = %s WHERE id = %s", _RAHASIA, uid)
    sql(
        "INSERT INTO asn_kode_pemulihan (user_id, sidik) VALUES (%s, %s)",
        uid, pbkdf2_sha512.using(rounds=6000).hash(_KODE),
    )  # fmt: skip
    yield nama
    sql("UPDATE res_users SET totp_secret = NULL WHERE id = %s", uid)
    sql("DELETE FROM asn_kode_pemulihan WHERE user_id = %s", uid)


def test_thief_of_a_password_cannot_pass_the_second_factor(
    tamu, server, sql, berfaktor
):
    kirim(tamu, "/web/login", login=berfaktor, password="demo")
    assert not siapa(tamu)
    isi = {"jsonrpc": "2.0", "method": "call", "params": {
        "model": "res.users", "method": "search_read", "args": [[]], "kwargs": {},
    }}  # fmt: skip
    jawab = tamu.post(
        tamu.alamat + "/web/dataset/call_kw/res.users/search_read", json=isi, timeout=60
    )
    assert "result" not in jawab.json()
    assert "/web/login" in tamu.get(tamu.alamat + "/odoo", timeout=60).url
    # By programs the password alone opens nothing either.
    db = server.database
    umum = xmlrpc.client.ServerProxy(f"{server.url}/xmlrpc/2/common")
    assert not umum.authenticate(db, berfaktor, "demo", {})
    for kunci in ("demo", _RAHASIA):
        jawab = requests.post(
            f"{server.url}/json/2/res.users/search",
            json={"domain": []},
            headers={"Authorization": f"bearer {kunci}"},
            timeout=60,
        )
        assert jawab.status_code == 401
    with_rpc = Client(server)
    try:
        with_rpc.authenticate(berfaktor, "demo")
    except (RpcError, KeyError):
        pass
    assert not with_rpc.uid

    # The owner types the code of the app.
    for token in ("000000", "12345", "abcdef"):
        kirim(tamu, "/web/login/totp", totp_token=token)
        assert not siapa(tamu)
    kirim(tamu, "/web/login/totp", totp_token=kode_totp(_RAHASIA))
    assert siapa(tamu)


def test_recovery_code_cannot_be_replayed(server, berfaktor):
    def masuk(kode):
        pencuri = browser(server)
        kirim(pencuri, "/web/login", login=berfaktor, password="demo")
        kirim(pencuri, "/web/login/pemulihan", kode=kode)
        return siapa(pencuri)

    assert not masuk("ZZZZZ-ZZZZZ")
    assert masuk(_KODE)
    assert not masuk(_KODE)


def test_visitor_cannot_begin_in_the_middle_of_signing_in(tamu, login):
    assert login("pegawai").get("/odoo").ok
    for path in (
        "/web/login/langkah", "/web/login/pemulihan", "/web/login/totp",
        "/masuk/kode-pemulihan", "/asn/pernyataan",
    ):  # fmt: skip
        jawab = tamu.get(tamu.alamat + path, timeout=60)
        assert jawab.url.split("?")[0].endswith("/web/login"), (path, jawab.url)
    assert not siapa(tamu)


def test_locked_account_cannot_be_tried_by_another_door(server, sql):
    """KDR-6-1: one count for page, JSON and XML-RPC, however the name is typed."""
    nama = sql(
        "SELECT login FROM res_users WHERE active AND login ~ '^[0-9]{18}$'"
        " ORDER BY id LIMIT 1"
    )[0][0]
    sandi(sql, nama)
    assert Client(server, nama).uid
    umum = xmlrpc.client.ServerProxy(f"{server.url}/xmlrpc/2/common")
    try:
        for nomor in range(3):
            with pytest.raises(RpcError):
                Client(server, nama, f"salah{nomor}")
        for nomor in range(3):
            assert not umum.authenticate(server.database, nama, f"salah{nomor}", {})
        with pytest.raises(RpcError):
            Client(server, nama)
        for tulisan in (f" {nama}", f"{nama} "):
            with pytest.raises(RpcError):
                Client(server, tulisan)
        assert not umum.authenticate(server.database, nama, "demo", {})
        pencuri = browser(server)
        kirim(pencuri, "/web/login", login=nama, password="demo")
        assert not siapa(pencuri)
    finally:
        sql("DELETE FROM asn_masuk_kunci")
        sql("DELETE FROM asn_pembatas")
    assert Client(server, nama).uid


def test_visitor_cannot_sign_in_by_a_forged_token(tamu, server, sql, akun):
    assert kirim(tamu, "/web/login", login="pegawai", password="demo").ok
    tamu.cookies.clear()
    before = sql("SELECT id, oauth_uid FROM res_users WHERE oauth_uid IS NOT NULL")
    for path, status in (
        ("/auth_oauth/signin?access_token=x&state=%7B%22p%22%3A1%7D", 404),
        ("/auth_oauth/oea?provider=1", 404),
        ("/masuk/sso/1", 404),
        ("/masuk/sso/999999", 404),
        ("/masuk/sso/kembali?state=x&code=y", 200),
        ("/masuk/sso/kembali?error=x", 200),
    ):
        jawab = tamu.get(tamu.alamat + path, timeout=60)
        assert jawab.status_code == status, path
        assert not siapa(tamu)
    isi = {"jsonrpc": "2.0", "method": "call", "params": {
        "db": server.database, "login": "kepala_badan", "password": "x", "type": "asn_sso",
        "bukti": True,
    }}  # fmt: skip
    tamu.post(tamu.alamat + "/web/session/authenticate", json=isi, timeout=60)
    assert not siapa(tamu)
    kini = sql("SELECT id, oauth_uid FROM res_users WHERE oauth_uid IS NOT NULL")
    assert kini == before


def test_visitor_cannot_end_sessions_by_a_forged_link(tamu, login, akun):
    pegawai = login("pegawai")
    assert pegawai.search("hr.employee")
    for tanda in ("0" * 64, "", "' OR 1=1"):
        path = f"/masuk/bukan-saya/{pegawai.uid}/9999999999/{tanda or 'x'}"
        kirim(tamu, path)
    assert pegawai.search("hr.employee"), "still signed in"


def test_reset_link_cannot_be_poisoned_by_the_host(tamu, sql):
    """The link leads to the city's address whatever the request says its host is."""
    sql(
        "UPDATE res_partner SET email = 'pegawai@contoh.invalid' WHERE id ="
        " (SELECT partner_id FROM res_users WHERE login = 'pegawai')"
    )
    dasar = sql("SELECT value FROM ir_config_parameter WHERE key = 'web.base.url'")
    kepala = {"Host": _JAHAT, "X-Forwarded-Host": _JAHAT, "X-Forwarded-Proto": "http"}

    def minta(headers):
        sebelum = sql("SELECT coalesce(max(id), 0) FROM mail_mail")[0][0]
        kirim(tamu, "/web/reset_password", login="pegawai", headers=headers)
        return sql("SELECT body_html FROM mail_mail WHERE id > %s", sebelum)

    biasa = minta(None)
    assert biasa
    assert "/web/reset_password" in biasa[0][0] or "/web/signup" in biasa[0][0]
    palsu = minta(kepala)
    assert not [isi for (isi,) in palsu if _JAHAT in isi]
    kini = sql("SELECT value FROM ir_config_parameter WHERE key = 'web.base.url'")
    assert kini == dasar
    sql("DELETE FROM asn_pembatas")


def test_host_of_a_sign_in_is_not_remembered(server, sql, login):
    """Core keeps the host an administrator signs in with, for every later link."""
    assert login("admin_sistem").uid
    dasar = sql("SELECT value FROM ir_config_parameter WHERE key = 'web.base.url'")
    for nama in ("admin_sistem", "admin_utama", "kepala_badan"):
        browser = requests.Session()
        isi = {"jsonrpc": "2.0", "method": "call", "params": {
            "db": server.database, "login": nama, "password": "demo",
            "base_location": f"https://{_JAHAT}",
        }}  # fmt: skip
        browser.post(
            server.url + "/web/session/authenticate",
            json=isi,
            headers={"Host": _JAHAT},
            timeout=60,
        )
    kini = sql("SELECT value FROM ir_config_parameter WHERE key = 'web.base.url'")
    assert kini == dasar


def test_visitor_cannot_tell_which_accounts_exist(tamu, sql):
    def jawab(nama):
        halaman = kirim(tamu, "/web/reset_password", login=nama)
        teks = re.sub(r'value="[^"]*"|csrf_token: "[^"]*"', "", halaman.text)
        return halaman.status_code, teks.replace(nama, "")

    try:
        ada = jawab("pegawai2")
        assert ada[0] == 200
        for nama in ("tidak-ada", "admin_sistem", "' OR 1=1 --"):
            status, teks = jawab(nama)
            assert (status, len(teks)) == (ada[0], len(ada[1])), nama
    finally:
        sql("DELETE FROM asn_pembatas")
        sql("DELETE FROM asn_masuk_kunci")


def test_visitor_cannot_choose_a_password_with_a_guessed_link(tamu, sql, akun):
    before = sql("SELECT password FROM res_users WHERE id = %s", akun["pegawai"])
    halaman = tamu.get(tamu.alamat + "/web/reset_password", timeout=60)
    assert halaman.ok, "the page that lawfully sends links"
    for token in ("x" * 20, "", "None", "False"):
        isian = {
            "token": token,
            "login": "pegawai",
            "name": "Palsu",
            "password": "Kuda-Terbang-Merah-7",
            "confirm_password": "Kuda-Terbang-Merah-7",
        }
        for path in ("/web/reset_password", "/web/signup"):
            jawab = kirim(tamu, f"{path}?token={token}", **isian)
            assert jawab.status_code < 500
        assert not siapa(tamu)
    after = sql("SELECT password FROM res_users WHERE id = %s", akun["pegawai"])
    assert after == before
    assert not sql("SELECT 1 FROM res_partner WHERE name = 'Palsu'")
