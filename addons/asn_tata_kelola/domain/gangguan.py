"""The life of a trouble report (Pasal 26). Plain Python."""

from datetime import timedelta

#: Every legal move of a trouble report; anything else is refused.
PINDAH = frozenset(
    {
        ("baru", "ditangani"),
        ("baru", "ditolak"),
        ("ditangani", "menunggu"),
        ("ditangani", "selesai"),
        ("ditangani", "ditolak"),
        ("menunggu", "ditangani"),
        ("menunggu", "selesai"),
        ("menunggu", "ditolak"),
        ("selesai", "ditutup"),
        ("selesai", "ditangani"),
        ("ditolak", "ditutup"),
        ("ditolak", "ditangani"),
    }
)
#: Somebody still has to do something.
TERBUKA = ("baru", "ditangani", "menunggu")

#: Hours to tell the data subjects and the authority of a failure of the
#: protection of personal data: 3 x 24 hours, UU 27/2022 Pasal 46 (1).
JAM_PEMBERITAHUAN = 72


def boleh_pindah(dari, ke):
    """Tell whether a report may go from one state to another."""
    return (dari, ke) in PINDAH


def batas_pemberitahuan(diketahui):
    """Return the last moment to give notice of an incident."""
    return diketahui + timedelta(hours=JAM_PEMBERITAHUAN)
