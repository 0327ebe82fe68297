"""Appointing somebody, as the offices do it: written, stated, approved."""

from datetime import date, timedelta

from support.rpc import Client


def angkat(server, login, role, **scope):
    """Let Administrator Sistem write an appointment and Kepala Badan approve it.

    :param login: who is appointed
    :param role: name of the role, as ``admin_aplikasi``
    :param scope: ``layanan_ids`` or ``unit_ids``
    :return: id of the appointment
    """
    system = Client(server, "admin_sistem")
    head = Client(server, "kepala_badan")
    today = date.today()
    values = {
        "user_id": system.search("res.users", [("login", "=", login)])[0],
        "role_id": system.call(
            "ir.model.data", "check_object_reference", "asn_base", f"role_{role}"
        )[1],
        "alasan": "Melayani layanan baru",
        # The city is ahead of UTC: both days are days of both.
        "tanggal_mulai": (today - timedelta(days=1)).isoformat(),
        "tanggal_selesai": (today + timedelta(days=300)).isoformat(),
        **{name: [[6, 0, ids]] for name, ids in scope.items()},
    }
    grant = system.call("asn.pemberian.peran", "create", [values])[0]
    open_ones = [("pemberian_id", "=", grant), ("hasil", "=", "perlu")]
    rows = system.search("asn.pemberian.syarat", open_ones)
    if rows:
        system.call("asn.pemberian.syarat", "action_nyatakan", rows)
    decision = head.call(
        "asn.pemberian.putusan",
        "create",
        [
            {
                "pemberian_id": grant,
                "hasil": "setuju",
                "nomor": f"800/{grant}",
                "tanggal": (today - timedelta(days=1)).isoformat(),
            }
        ],
    )
    head.call("asn.pemberian.putusan", "action_simpan", decision)
    return grant
