"""The leave journey step by step, as the web client makes it."""

import datetime

#: Who decides, in order, in the demo scenario for a request of ``pegawai``.
CHAIN = ("atasan", "fasilitator", "admin_aplikasi", "pengawas", "administrator")
SIGNER = "penandatangan"
PASSPHRASE = "demo"


def next_monday(weeks=4):
    """Return a Monday some weeks ahead."""
    today = datetime.date.today()
    return today + datetime.timedelta(days=7 * weeks - today.weekday())


def values(client, start=None, days=2, **changes):
    """Return the form's values for annual leave of some days from a Monday."""
    start = start or next_monday()
    layanan = client.search("asn.layanan", [("code", "=", "cuti")])
    filled = {
        "layanan_id": layanan[0],
        "jenis_cuti": jenis(client),
        "tanggal_mulai": start.isoformat(),
        "tanggal_selesai": (start + datetime.timedelta(days=days - 1)).isoformat(),
        "alasan": "Keperluan keluarga",
        "alamat_cuti": "Jalan Kenanga 7, Kota Contoh",
    }
    filled.update(changes)
    return filled


def jenis(client):
    """Return the value of ``jenis_cuti`` for annual leave."""
    info = client.call("asn.permohonan", "fields_get", ["jenis_cuti"], ["type"])
    if info["jenis_cuti"]["type"] == "selection":
        return "tahunan"
    return client.search("asn.jenis.cuti", [("kode", "=", "tahunan")])[0]


def draft(client, **changes):
    """Fill in and save the form; return the request's id."""
    return client.save("asn.permohonan", values(client, **changes), fields=["state"])


def submit(client, **changes):
    """Fill in, save and submit; return the request's id."""
    request = draft(client, **changes)
    client.button("asn.permohonan", "action_submit", [request])
    return request


def approve_all(login, request, until=None):
    """Let every official of the chain approve, up to and without ``until``."""
    for name in CHAIN:
        if name == until:
            return
        login(name).button("asn.permohonan", "action_approve", [request])


def sign(login, request, passphrase=PASSPHRASE):
    """Let the signer sign."""
    return login(SIGNER).call(
        "asn.permohonan", "action_sign", [request], passphrase=passphrase
    )
