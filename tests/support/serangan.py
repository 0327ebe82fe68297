"""Attacks on the service engine: what they have in common."""

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
