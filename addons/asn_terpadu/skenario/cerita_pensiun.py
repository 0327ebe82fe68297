"""Requests for a pension, as tables; see ``cerita``.

Code of the person, kind, months from now until it begins, where it ends. At the
retirement age the day follows from the birth (``orang``); P081 is still to propose.
"""

PERMOHONAN = (
    ("P041", "bup", 13, "luar"),
    ("P072", "aps", 5, "done"),
    ("P047", "aps", 7, "luar"),
    ("P042", "aps", 9, "revoked"),
    ("P042", "aps", 9, "returned"),
    ("P049", "uzur", 4, "rejected"),
    ("P049", "uzur", 4, "langkah 1"),
    ("P061", "uzur", 4, "langkah 3"),
    ("P032", "uzur", 4, "approved"),
    ("P037", "uzur", 4, "issued"),
    ("P054", "uzur", 4, "cancelled"),
    ("P054", "uzur", 4, "draft"),
)

ALASAN = {
    "bup": "Mencapai batas usia pensiun",
    "aps": "Mengurus orang tua dan usaha keluarga",
    "uzur": "Tidak cakap jasmani menurut tim penguji kesehatan",
}
