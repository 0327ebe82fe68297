"""Requests of services other than leave, as tables; see ``cerita``.

Code of the person, answers, where it ends (see ``asn.skenario.permohonan``). People
whose record does not fit a rule are left out of the demo, and the log says so.
"""

PERMOHONAN = {
    "suketi": (
        (
            "P034",
            {"jenis": "aktif_bekerja", "keperluan": "Pengajuan kredit rumah"},
            "done",
        ),
        (
            "P036",
            {
                "jenis": "masa_kerja",
                "jenis_lain": ["pangkat_dan_jabatan"],
                "keperluan": "Persyaratan beasiswa anak",
            },
            "draft",
        ),
        (
            "P039",
            {"jenis": "status_kepegawaian", "keperluan": "Pengajuan visa kunjungan"},
            "approved",
        ),
        (
            "P042",
            {
                "jenis": "bebas_hukuman_disiplin",
                "varian_hukuman": "tidak_pernah_dijatuhi",
                "keperluan": "Seleksi pejabat fungsional",
            },
            "langkah 1",
        ),
        (
            "P048",
            {
                "jenis": "kredit_bank",
                "tujuan": "PT Bank Contoh",
                "keperluan": "Pengajuan kredit kendaraan",
            },
            "langkah 3",
        ),
        (
            "P031",
            {"jenis": "seleksi_terbuka", "keperluan": "Seleksi terbuka JPT pratama"},
            "returned",
        ),
        (
            "P061",
            {"jenis": "susunan_keluarga", "keperluan": "Tunjangan keluarga"},
            "issued",
        ),
        (
            "P032",
            {"jenis": "kredit_bank", "keperluan": "Pengajuan kredit multiguna"},
            "rejected",
        ),
    ),
    "satyalancana": (
        ("P036", {}, "done"),
        ("P010", {}, "langkah 1"),
        ("P004", {}, "luar"),
        ("P038", {}, "luar"),
        ("P028", {}, "issued"),
        ("P046", {}, "approved"),
        ("P029", {}, "returned"),
        ("P065", {}, "draft"),
    ),
    # What a promotion asks follows from the histories; nothing is answered.
    "kenaikan_pangkat": (
        ("P036", {}, "done"),
        ("P078", {}, "issued"),
        ("P061", {}, "approved"),
        ("P047", {}, "luar pertimbangan_bkn"),
        ("P069", {}, "luar keputusan_presiden"),
        ("P004", {}, "returned"),
        ("P024", {}, "draft"),
        ("P012", {}, "draft"),
    ),
}
