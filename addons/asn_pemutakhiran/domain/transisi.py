"""Every legal move of a proposal (usulan), and what its lines make of it."""

DRAFT = "draft"
DIAJUKAN = "diajukan"
DIKEMBALIKAN = "dikembalikan"
OPD = "terverifikasi_opd"
DITERIMA = "diterima"
DITOLAK = "ditolak"
DIBATALKAN = "dibatalkan"

#: A proposal that waits for somebody's decision.
MENUNGGU = (DIAJUKAN, OPD)
#: A proposal that its proposer may still change.
TERBUKA = (DRAFT, DIKEMBALIKAN)
#: A proposal that nobody changes any more.
AKHIR = frozenset({DITERIMA, DITOLAK, DIBATALKAN})

#: (from, to, act). Anything else is refused, also for administrators.
TRANSISI = frozenset(
    {
        (DRAFT, DIAJUKAN, "ajukan"),
        (DIKEMBALIKAN, DIAJUKAN, "ajukan"),
        (DIAJUKAN, OPD, "putuskan"),
        (DIAJUKAN, DITERIMA, "putuskan"),
        (DIAJUKAN, DITOLAK, "putuskan"),
        (DIAJUKAN, DIKEMBALIKAN, "putuskan"),
        (OPD, DITERIMA, "putuskan"),
        (OPD, DITOLAK, "putuskan"),
        (OPD, DIKEMBALIKAN, "putuskan"),
        (DRAFT, DIBATALKAN, "batal"),
        (DIKEMBALIKAN, DIBATALKAN, "batal"),
        (DIAJUKAN, DIBATALKAN, "batal"),
        (OPD, DIBATALKAN, "batal"),
    }
)

#: What a verifier may say of one line.
HASIL = ("terima", "kembali", "tolak")


def boleh(dari, ke, tindakan):
    """Tell whether an act may move a proposal this way."""
    return (dari, ke, tindakan) in TRANSISI


def keputusan_baris(hasil, tahap, dua_tahap):
    """Return what a line becomes when a verifier has spoken.

    :param hasil: one of ``HASIL``
    :param tahap: ``opd`` for the first look, ``badan`` for the last
    :param dua_tahap: whether the kind is decided last by BKPSDM
    """
    if hasil == "tolak":
        return "ditolak"
    if hasil == "kembali":
        return "dikembalikan"
    return "diterima_opd" if tahap == "opd" and dua_tahap else "diterima"


def keadaan(keputusan):
    """Return the state of a proposal from the decisions on its lines.

    :param keputusan: one decision per line, none of them ``menunggu``
    """
    ada = set(keputusan)
    if "dikembalikan" in ada:
        return DIKEMBALIKAN
    if "diterima_opd" in ada:
        return OPD
    return DITERIMA if "diterima" in ada else DITOLAK
