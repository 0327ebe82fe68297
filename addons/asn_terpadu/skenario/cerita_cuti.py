"""Leave of the kinds other than annual leave, as tables; see ``cerita``.

Code, kind, reason, working days until it starts (negative: it has begun), length
and its unit, what for, where it ends. People whose record does not fit a rule are
left out of the demo, and the log says so.
"""

PERMOHONAN = (
    ("P071", "sakit", "sakit_biasa", -2, (3, "hari"), "Demam berdarah", "issued"),
    ("P063", "sakit", "sakit_biasa", -1, (2, "hari"), "Infeksi saluran", "langkah 1"),
    ("P079", "sakit", "sakit_kecelakaan", 3, (20, "hari"), "Cedera lutut", "langkah 2"),
    ("P060", "sakit", "sakit_biasa", 2, (21, "hari"), "Operasi usus buntu", "approved"),
    ("P039", "melahirkan", None, 20, (3, "bulan"), "Persalinan", "langkah 3"),
    ("P050", "melahirkan", None, 15, (3, "bulan"), "Persalinan", "done"),
    ("P064", "melahirkan", None, 25, (3, "bulan"), "Persalinan", "draft"),
    (
        "P031",
        "alasan_penting",
        "penting_menikah",
        12,
        (7, "hari"),
        "Menikah di kampung halaman",
        "issued",
    ),
    (
        "P084",
        "alasan_penting",
        "penting_musibah",
        -1,
        (5, "hari"),
        "Rumah terkena banjir",
        "langkah 0",
    ),
    (
        "P054",
        "alasan_penting",
        "penting_istri_melahirkan",
        4,
        (7, "hari"),
        "Mendampingi istri melahirkan",
        "rejected",
    ),
    ("P069", "besar", "besar_ibadah", 30, (40, "hari"), "Ibadah haji", "langkah 2"),
    ("P078", "besar", "besar_lain", 40, (2, "bulan"), "Keperluan keluarga", "deferred"),
    ("P026", "besar", "besar_ibadah", 35, (40, "hari"), "Ibadah haji", "issued"),
)
#: Long illness: code, months recorded before, further days, what for, where it ends.
SAKIT_PANJANG = (
    ("P054", 11, 14, "Pemulihan setelah stroke", "done"),
    ("P047", 17, 5, "Terapi lanjutan", "issued"),
    ("P045", 0, 27, "Pemulihan patah tulang", "issued"),
)
#: Who had to work on the last day of joint leave: code, and whether confirmed.
TUGAS = (("P070", True), ("P071", True), ("P072", False))
#: Days on duty of people who work in shifts: code, this month, the next one.
JADWAL = (
    ("P071", "1-4, 7-10, 13-16, 19-22, 25-28", "1-4, 7-10, 13-16, 19-22, 25-28"),
    ("P072", "2-5, 8-11, 14-17, 20-23, 26-28", "2-5, 8-11, 14-17, 20-23, 26-28"),
    ("P074", "1-3, 6-9, 12-15, 18-21, 24-27", "1-3, 6-9, 12-15, 18-21, 24-27"),
)
