"""The leave requests of the scenario, as tables.

A request never belongs to ``pegawai`` or ``pegawai2`` while it is under way, so
that both can file one at once in a demonstration.
"""

#: code, working days until it starts, length, reason, where it ends.
#: ``langkah N``: N officials have approved; the next one has it on the desk.
PERMOHONAN = (
    ("P034", 6, 2, "Menghadiri wisuda adik", "done"),
    ("P034", 14, 1, "Mengurus perpanjangan SIM", "cancelled"),
    ("P035", 7, 2, "Menjenguk orang tua", "issued"),
    ("P036", 8, 3, "Acara keluarga di luar kota", "langkah 0"),
    ("P039", 9, 2, "Menghadiri pernikahan saudara", "langkah 0"),
    ("P031", 6, 3, "Keperluan keluarga", "langkah 1"),
    ("P012", 8, 2, "Mendampingi anak mengikuti lomba", "langkah 1"),
    ("P024", 7, 4, "Pulang kampung", "langkah 2"),
    ("P038", 9, 2, "Renovasi rumah", "langkah 2"),
    ("P042", 6, 3, "Keperluan keluarga", "langkah 2"),
    ("P048", 10, 2, "Menghadiri wisuda anak", "langkah 3"),
    ("P061", 8, 3, "Acara adat keluarga", "langkah 3"),
    ("P032", 7, 2, "Mengurus sertifikat tanah", "langkah 4"),
    ("P063", 9, 5, "Pulang kampung", "langkah 4"),
    ("P029", 8, 3, "Mengantar orang tua berobat", "approved"),
    ("P037", 10, 4, "Umrah keluarga", "approved"),
    ("P004", 9, 2, "Keperluan keluarga", "returned"),
    ("P019", 11, 3, "Menghadiri pernikahan saudara", "returned dekat"),
    ("P049", 7, 2, "Pertandingan olahraga keluarga", "issued"),
    ("P010", 6, 3, "Keperluan keluarga", "issued"),
    ("P028", 12, 2, "Acara keluarga", "issued"),
    ("P072", 6, 2, "Keperluan keluarga", "done"),
    ("P070", 8, 4, "Liburan keluarga", "done"),
    ("P006", 7, 1, "Mengurus dokumen kependudukan", "done"),
    ("P047", 9, 3, "Menghadiri pernikahan anak", "done"),
    ("P018", 6, 2, "Keperluan keluarga", "done"),
    ("P078", 8, 5, "Bepergian dengan keluarga", "rejected"),
    ("P083", 10, 4, "Bepergian dengan keluarga", "rejected"),
    ("P015", 7, 5, "Liburan akhir tahun", "deferred"),
    ("P079", 9, 2, "Keperluan keluarga", "cancelled"),
    ("P054", 8, 3, "Keperluan keluarga", "expired"),
    ("P053", 9, 2, "Menghadiri pernikahan saudara", "revoked"),
    ("P050", 9, 3, "Acara keluarga", "draft"),
    ("P071", 10, 2, "Keperluan keluarga", "draft"),
)

#: Unused days of the two years before, by code; others are drawn.
SISA = {"P034": (3, 6), "P035": (0, 4), "P047": (12, 12), "P015": (5, 9)}

SARAN = (
    "Prosesnya cepat dan jelas.",
    "Mudah diikuti dari telepon genggam.",
    "Petugas ramah dan membantu.",
    False,
)


def sisa_cuti(kode, masa_tahun):
    """Return (N-2, N-1) unused days of annual leave, believable and fixed.

    :param masa_tahun: whole years of service
    """
    if kode in SISA:
        return SISA[kode]
    angka = int(kode[1:])
    dua = (angka * 7) % 10 if masa_tahun >= 3 else 0
    satu = (angka * 5) % 11 if masa_tahun >= 2 else 0
    return dua, satu
