"""The one table of moves a request may make. Nothing else is ever allowed."""

DRAFT = "draft"
IN_REVIEW = "in_review"
RETURNED = "returned"
APPROVED = "approved"
ISSUED = "issued"
DONE = "done"
REJECTED = "rejected"
CANCELLED = "cancelled"
REVOKED = "revoked"

STATES = (
    DRAFT,
    IN_REVIEW,
    RETURNED,
    APPROVED,
    ISSUED,
    DONE,
    REJECTED,
    CANCELLED,
    REVOKED,
)
#: States in which somebody still has to do something before the product.
TERBUKA = (IN_REVIEW, RETURNED, APPROVED)
AKHIR = (DONE, REJECTED, CANCELLED, REVOKED)
#: States with a product in force.
PRODUK = (ISSUED, DONE)

#: (from, to) -> results (hasil) of the decision that may make this move.
TRANSISI = {
    (DRAFT, IN_REVIEW): {"submit"},
    (DRAFT, APPROVED): {"submit"},
    (DRAFT, CANCELLED): {"cancel"},
    (DRAFT, DONE): {"record"},
    (DRAFT, REJECTED): {"record"},
    (IN_REVIEW, IN_REVIEW): {"approve", "send_out"},
    (IN_REVIEW, APPROVED): {"approve"},
    (IN_REVIEW, RETURNED): {"return"},
    (IN_REVIEW, REJECTED): {"reject", "defer"},
    (IN_REVIEW, CANCELLED): {"cancel"},
    (RETURNED, IN_REVIEW): {"resubmit"},
    (RETURNED, APPROVED): {"resubmit"},
    (RETURNED, REJECTED): {"expire"},
    (RETURNED, CANCELLED): {"cancel"},
    (APPROVED, APPROVED): {"approve", "sign"},
    (APPROVED, RETURNED): {"return"},
    (APPROVED, REJECTED): {"reject", "defer"},
    (APPROVED, CANCELLED): {"cancel"},
    (APPROVED, ISSUED): {"issue"},
    (ISSUED, DONE): {"survey", "release"},
    (ISSUED, REVOKED): {"revoke", "replace"},
    (DONE, REVOKED): {"revoke", "replace"},
}

FASE = (
    "pendaftaran",
    "verifikasi",
    "validasi",
    "pengesahan",
    "penerbitan",
    "survei",
    "selesai",
)
FASE_DARI_JENIS = {
    "pertimbangan": "pendaftaran",
    "periksa": "pendaftaran",
    "verifikasi": "verifikasi",
    "validasi": "validasi",
    "eksternal": "validasi",
    "ttd": "pengesahan",
    "terbit": "penerbitan",
}
FASE_DARI_STATE = {
    DRAFT: "pendaftaran",
    ISSUED: "survei",
    DONE: "selesai",
    REJECTED: "selesai",
    CANCELLED: "selesai",
    REVOKED: "selesai",
}


def boleh(dari, ke, hasil):
    """Tell whether a decision with this result may move a request this way."""
    return hasil in TRANSISI.get((dari, ke), ())


def rencana(daftar, kuorum="all", minimum=1):
    """Return whether parallel tasks are complete.

    :param daftar: list of booleans, one per task, True when done
    :param kuorum: ``all``, ``any`` or ``min``
    :param minimum: how many are enough when ``min``
    """
    return sum(1 for d in daftar if d) >= perlu(len(daftar), kuorum, minimum)


def perlu(jumlah, kuorum="all", minimum=1):
    """Return how many of a number of parallel tasks have to be done.

    Never more than there are: a step that a condition skips is not waited for.
    """
    return min({"all": jumlah, "any": 1, "min": minimum}[kuorum], jumlah)
