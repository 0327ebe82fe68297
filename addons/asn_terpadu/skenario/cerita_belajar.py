"""Studies with permission, as tables; see ``cerita``.

Months count from the first of the present month.
"""

_S2 = {
    "jenjang": "s2",
    "perguruan_tinggi": "Universitas Contoh",
    "luar_negeri": "tidak",
    "akreditasi": "unggul_atau_a",
    "cara": "tatap_muka_di_luar_jam_kerja",
    "semester": 4,
}
_S1 = {**_S2, "jenjang": "s1", "semester": 8}
_TUJUAN = "Mendukung uraian tugas jabatan dan kebutuhan kompetensi unit kerja"
_IZIN = {"tujuan": _TUJUAN}
_SELEKSI = {
    "tujuan": _TUJUAN,
    "seleksi": "Seleksi Beasiswa Pendidikan Aparatur Contoh",
    "pendanaan": "apbn",
    "dibebaskan": "ya",
}
_TUBEL = {"bentuk": "pemberian", "pendanaan": "apbd", "dibebaskan": "ya"}

#: Service -> person, answers, months until the study begins (or nothing), the end.
PERMOHONAN = {
    "izin_belajar": (
        ("P043", {**_S2, **_IZIN, "program": "Magister Manajemen"}, 3, "done"),
        ("P076", {**_S1, **_IZIN, "program": "Administrasi Negara"}, 4, "issued"),
        ("P003", {**_S2, **_IZIN, "program": "Ilmu Pemerintahan"}, 4, "approved"),
        ("P078", {**_S2, **_IZIN, "program": "Magister Teknik Sipil"}, 5, "langkah 2"),
        ("P024", {**_S1, **_IZIN, "program": "Manajemen"}, 5, "returned"),
        ("P004", {**_S2, **_IZIN, "program": "Kebijakan Publik"}, 5, "rejected"),
        ("P006", {**_S2, **_IZIN, "program": "Magister Manajemen"}, 5, "cancelled"),
        ("P009", {**_S2, **_IZIN, "program": "Ilmu Hukum"}, 4, "revoked"),
        ("P050", {**_S2, **_IZIN, "program": "Pendidikan Bahasa"}, 6, "draft"),
    ),
    "rekomendasi_tugas_belajar": (
        ("P015", {**_S2, **_SELEKSI, "program": "Magister Informatika"}, 8, "done"),
        ("P039", {**_S2, **_SELEKSI, "program": "Ilmu Komunikasi"}, 8, "langkah 3"),
        ("P003", {**_S2, **_SELEKSI, "program": "Administrasi Publik"}, 8, "approved"),
        ("P004", {**_S2, **_SELEKSI, "program": "Kebijakan Publik"}, 8, "issued"),
        ("P006", {**_S2, **_SELEKSI, "program": "Magister Manajemen"}, 8, "returned"),
        ("P009", {**_S2, **_SELEKSI, "program": "Ilmu Hukum"}, 8, "rejected"),
        ("P010", {**_S2, **_SELEKSI, "program": "Magister Akuntansi"}, 8, "cancelled"),
        ("P012", {**_S2, **_SELEKSI, "program": "Magister Akuntansi"}, 8, "revoked"),
        ("P019", {**_S2, **_SELEKSI, "program": "Magister Hukum"}, 8, "draft"),
    ),
    "tugas_belajar": (
        ("P049", {**_S2, **_TUBEL, "program": "Pendidikan Olahraga"}, 3, "done"),
        ("P018", {**_S2, **_TUBEL, "program": "Ilmu Pemerintahan"}, 4, "approved"),
        (
            "P036",
            {**_S1, **_TUBEL, "dibebaskan": "tidak", "program": "Teknik Informatika"},
            5,
            "langkah 1",
        ),
        ("P010", {**_S2, **_TUBEL, "program": "Magister Akuntansi"}, 4, "issued"),
        ("P006", {**_S2, **_TUBEL, "program": "Magister Manajemen"}, 5, "returned"),
        ("P009", {**_S2, **_TUBEL, "program": "Ilmu Hukum"}, 5, "rejected"),
        ("P004", {**_S2, **_TUBEL, "program": "Kebijakan Publik"}, 5, "cancelled"),
        ("P012", {**_S2, **_TUBEL, "program": "Magister Akuntansi"}, 4, "revoked"),
        ("P003", {**_S2, **_TUBEL, "program": "Administrasi Publik"}, 6, "draft"),
        (
            "P060",
            {
                "bentuk": "perpanjangan",
                "tambahan": 1,
                "alasan": "Penelitian tesis belum selesai",
            },
            None,
            "langkah 3",
        ),
    ),
}

#: Studies of before the system: person, level, programme, months from the beginning
#: to now and from now to the end, released.
STUDI = (
    ("P060", "S2", "Magister Kesehatan Masyarakat", 17, 7, True),
    ("P061", "S1", "Ilmu Kebidanan", 24, 24, False),
    ("P031", "S1", "Manajemen", 6, 42, False),
)
