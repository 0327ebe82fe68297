"""Attacks: what they have in common.

Most attacks go through :func:`tertolak` and their honest counterpart through
:func:`boleh`: many calls in one request, each rolled back, so that one test leaves
nothing to the next.
"""

import base64
import datetime
import hashlib
import hmac
import secrets
import struct
import time

import requests
from passlib.hash import pbkdf2_sha512

from . import rute
from .rpc import RpcError

#: What a refusal is; anything else is a crash.
TOLAK = ("AccessError", "UserError", "ValidationError")
#: Carried out without effect, or refused; no crash.
BAIK = (None, *TOLAK)


def tugas(sql, request):
    """Return the id of the open task of a request."""
    return sql(
        "SELECT id FROM asn_permohonan_tugas"
        " WHERE permohonan_id = %s AND state = 'open'",
        request,
    )[0][0]


def tolak(client, model, method, *args, **kwargs):
    """Call and make sure that it is refused, not that it crashes."""
    error = client.refused(model, method, *args, **kwargs)
    assert error.kind in TOLAK, (error.name, error.message)


def coba(client, model, method, *args, **kwargs):
    """Call; return the kind of the refusal, or None when it was carried out."""
    try:
        client.call(model, method, *args, **kwargs)
    except RpcError as error:
        return error.kind
    return None


def putusan(sql, request):
    """Return state and number of decisions of a request."""
    return sql(
        "SELECT p.state, p.jumlah_keputusan FROM asn_permohonan p WHERE p.id = %s",
        request,
    )[0]


def satu(model, method, *args, **kwargs):
    """Return one call for :func:`boleh` and :func:`tertolak`."""
    return model, method, list(args), kwargs


def boleh(client, *calls):
    """Make calls of which nothing stays; all must be answered.

    :return: the answers
    """
    jawab = client.banyak(calls)
    gagal = [(c[:3], j) for c, j in zip(calls, jawab, strict=True) if j[0]]
    assert not gagal, gagal
    return [isi for _jenis, isi in jawab]


def tertolak(client, *calls):
    """Make calls of which nothing would stay; all must be refused, none crash."""
    jawab = client.banyak(calls)
    lolos = [
        (c[:3], j) for c, j in zip(calls, jawab, strict=True) if j[0] not in rute.TOLAK
    ]
    assert not lolos, lolos


def tolak_dialog(client, model, isi, tombol="action_simpan"):
    """Fill in a dialog and press its button; one of both must be refused."""
    if coba(client, model, "create", [isi]) is None:
        dialog = client.call(model, "create", [isi])
        tertolak(client, satu(model, tombol, dialog))


def kosong(client, *calls):
    """Make calls that must be refused or answer nothing at all."""
    jawab = client.banyak(calls)
    isi = [
        (c[:3], j)
        for c, j in zip(calls, jawab, strict=True)
        if (j[1] if not j[0] else j[0] not in rute.TOLAK)
    ]
    assert not isi, isi


def hari(selisih):
    """Return a day so many days from now as text."""
    return (datetime.date.today() + datetime.timedelta(days=selisih)).isoformat()


def sandi(sql, login):
    """Give an account of the scenario the password of the others."""
    sql(
        "UPDATE res_users SET password = p.password FROM res_users p"
        " WHERE p.login = 'pegawai' AND res_users.login = %s",
        login,
    )


def kunci_api(sql, uid, scope="rpc", hidup=1):
    """Make an API key of an account, as its owner would on the security page.

    :param hidup: days it lives; negative for one that has expired
    """
    kunci = secrets.token_hex(20)
    sql(
        "INSERT INTO res_users_apikeys"
        "  (name, user_id, scope, expiration_date, key, index)"
        " VALUES ('uji', %s, %s, now() AT TIME ZONE 'utc' + %s * interval '1 day',"
        "  %s, %s)",
        uid, scope, hidup, pbkdf2_sha512.using(rounds=6000).hash(kunci), kunci[:8],
    )  # fmt: skip
    return kunci


def json2(server, kunci, model, method, ids=(), **kwargs):
    """Call a method with an API key and return the answer of ``/json/2``."""
    kepala = {"Authorization": f"bearer {kunci}"} if kunci else {}
    isi = {"ids": list(ids), **kwargs} if ids else kwargs
    return requests.post(
        f"{server.url}/json/2/{model}/{method}", json=isi, headers=kepala, timeout=60
    )


def kode_totp(rahasia, geser=0):
    """Return the six digits an app shows for a secret in base32."""
    langkah = struct.pack(">Q", int(time.time() / 30) + geser)
    sidik = hmac.new(base64.b32decode(rahasia), langkah, hashlib.sha1).digest()
    mulai = sidik[-1] & 0xF
    angka = struct.unpack(">I", sidik[mulai : mulai + 4])[0] & 0x7FFFFFFF
    return f"{angka % 10**6:06d}"
