"""The page of one person, request by request, ours and the stock one.

What each sends was read from the network log of Chromium at 1366 x 820 when a row of
the list is clicked, the views being known already; ``tests/browser/test_profil.py``
fails when our page sends anything else.
"""

VIEW_STOK = "hr.view_employee_form"
_MEDAN_VERSI = (
    "display_name",
    "contract_type_id",
    "contract_date_start",
    "contract_date_end",
)
_MINTA_UTAS = (
    "activities",
    "attachments",
    "contact_fields",
    "followers",
    "scheduledMessages",
    "suggestedRecipients",
)


def kita(klien, nomor):
    """Return the requests of our page: record, overview, picture."""
    spek = klien.cara("hr.employee", "form")
    orang = [nomor]
    return [
        lambda k: k.metode(
            "hr.employee", "web_read", orang, spek, konteks={"bin_size": True}
        ),
        lambda k: k.metode("hr.employee", "get_ringkasan", orang),
        lambda k: k.gambar(f"/web/image/hr.employee/{nomor}/avatar_256"),
    ]


def bawah(_klien, nomor):
    """Return what our page sends when it is scrolled to its end."""
    return [
        lambda k: k.metode("hr.employee", "get_karier", [nomor]),
        lambda k: k.metode("hr.employee", "get_mutu", [nomor]),
    ]


def stok(klien, nomor):
    """Return the requests of the stock page: record, versions, chart, chatter, picture."""
    spek = klien.cara("hr.employee", "form", VIEW_STOK)
    orang = [nomor]
    versi = {
        "domain": ["|", ["id", "=", nomor], ["employee_id", "=", nomor]],
        "fields": list(_MEDAN_VERSI),
    }
    utas = {"thread_id": nomor, "thread_model": "hr.employee"}
    data = {**utas, "access_params": {}, "request_list": list(_MINTA_UTAS)}
    return [
        lambda k: k.metode(
            "hr.employee", "web_read", orang, spek, konteks={"bin_size": True}
        ),
        lambda k: k.metode(
            "hr.version", "search_read", domain=[], fields=["display_name"]
        ),
        lambda k: k.metode("hr.version", "search_read", **versi),
        lambda k: k.metode("hr.version", "search_read", **versi),
        lambda k: k.panggil(
            "/hr/get_org_chart",
            {
                "employee_id": nomor,
                "new_parent_id": False,
                "context": {**k.konteks, "max_level": None},
            },
        ),
        lambda k: k.panggil(
            "/mail/thread/messages", {**utas, "fetch_params": {"limit": 30}}
        ),
        lambda k: k.panggil(
            "/mail/data",
            {"fetch_params": [["mail.thread", data]], "context": k.konteks},
        ),
        lambda k: k.gambar(f"/web/image/hr.employee/{nomor}/avatar_128"),
    ]
