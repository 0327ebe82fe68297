"""Requests for a pension, as tables; see ``cerita``.

Code of the person, kind, months from now until it begins, where it ends. Nobody of
the city is near the retirement age, so the requests are of the other kinds.
"""

PERMOHONAN = (
    ("P072", "aps", 5, "done"),
    ("P047", "aps", 7, "luar"),
    ("P042", "aps", 9, "returned"),
    ("P049", "uzur", 4, "langkah 1"),
    ("P061", "uzur", 4, "langkah 3"),
    ("P054", "uzur", 4, "draft"),
)

ALASAN = {
    "aps": "Mengurus orang tua dan usaha keluarga",
    "uzur": "Tidak cakap jasmani menurut tim penguji kesehatan",
}
