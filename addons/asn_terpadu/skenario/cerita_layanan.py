"""Requests of services other than leave, as tables; see ``cerita``.

Code of the person, answers, where it ends (see ``asn.skenario.permohonan``). Careers
end on the day of the demo: for who does not fit a rule on that day somebody else files.
"""

#: A master's degree taken with permission.
_IJAZAH = {
    "jenis": "pencantuman_gelar_akademik",
    "jenjang": "s2",
    "sekolah": "Universitas Contoh",
    "program": "Magister Manajemen",
    "tanggal_lulus": "2024-08-15",
    "nama_ijazah": "Nama pada Ijazah",
    "luar_negeri": "tidak",
    "akreditasi": "unggul_atau_a",
    "saat_asn": "ya",
    "nomor_izin": "800/17/BKPSDM/2022",
    "gelar_belakang": "M.M.",
}

PERMOHONAN = {
    "suketi": (
        (
            "P034",
            {"jenis": "aktif_bekerja", "keperluan": "Pengajuan kredit rumah"},
            "done",
        ),
        (
            "P049",
            {
                "jenis": "bebas_hukuman_disiplin",
                "varian_hukuman": "tidak_pernah_dijatuhi",
                "keperluan": "Seleksi kepala sekolah",
            },
            "draft",
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
        (
            "P045",
            {"jenis": "aktif_bekerja", "keperluan": "Pengajuan kredit rumah"},
            "cancelled",
        ),
        (
            "P052",
            {"jenis": "status_kepegawaian", "keperluan": "Pengajuan visa kunjungan"},
            "revoked",
        ),
    ),
    "satyalancana": (
        ("P036", {}, "done"),
        ("P010", {}, "langkah 1"),
        ("P004", {}, "luar"),
        ("P038", {}, "luar"),
        ("P028", {}, "issued"),
        # Who withdrew, or lost the product, may file again.
        ("P046", {}, "revoked"),
        ("P046", {}, "approved"),
        ("P029", {}, "cancelled"),
        ("P029", {}, "returned"),
        ("P078", {}, "rejected"),
        ("P065", {}, "draft"),
    ),
    # What a promotion asks follows from the histories; nothing is answered.
    "kenaikan_pangkat": (
        ("P036", {}, "issued"),
        ("P061", {}, "cancelled"),
        ("P061", {}, "draft"),
        ("P078", {}, "revoked"),
        ("P078", {}, "approved"),
        ("P047", {}, "luar pertimbangan_bkn"),
        ("P069", {}, "luar keputusan_presiden"),
        ("P004", {}, "rejected"),
        ("P004", {}, "returned"),
        ("P024", {}, "draft"),
        ("P012", {}, "draft"),
    ),
    "basis_pendidikan": (
        ("P015", {**_IJAZAH, "nomor_ijazah": "1/UC/2024"}, "done"),
        ("P039", {**_IJAZAH, "nomor_ijazah": "2/UC/2024"}, "luar"),
        ("P048", {**_IJAZAH, "nomor_ijazah": "3/UC/2024"}, "approved"),
        ("P049", {**_IJAZAH, "nomor_ijazah": "4/UC/2024"}, "langkah 1"),
        ("P050", {**_IJAZAH, "nomor_ijazah": "5/UC/2024"}, "issued"),
        ("P078", {**_IJAZAH, "nomor_ijazah": "6/UC/2024"}, "returned"),
        ("P053", {**_IJAZAH, "nomor_ijazah": "8/UC/2024"}, "rejected"),
        ("P020", {**_IJAZAH, "nomor_ijazah": "9/UC/2024"}, "cancelled"),
        ("P045", {**_IJAZAH, "nomor_ijazah": "10/UC/2024"}, "revoked"),
        ("P012", {**_IJAZAH, "nomor_ijazah": "7/UC/2024"}, "draft"),
    ),
    "kartu": (
        ("P016", {"jenis": "kartu_taspen", "sebab": "pertama_kali"}, "done"),
        ("P074", {"jenis": "kartu_taspen", "sebab": "pertama_kali"}, "luar"),
        ("P012", {"jenis": "karpeg", "sebab": "hilang"}, "luar"),
        ("P024", {"jenis": "karpeg", "sebab": "rusak"}, "issued"),
        ("P043", {"jenis": "karpeg", "sebab": "hilang"}, "langkah 1"),
        ("P062", {"jenis": "karpeg", "sebab": "ralat_data"}, "approved"),
        ("P070", {"jenis": "karpeg", "sebab": "hilang"}, "returned"),
        ("P037", {"jenis": "karpeg", "sebab": "rusak"}, "rejected"),
        ("P044", {"jenis": "karpeg", "sebab": "hilang"}, "cancelled"),
        ("P056", {"jenis": "karpeg", "sebab": "hilang"}, "revoked"),
        ("P071", {"jenis": "karpeg", "sebab": "hilang"}, "draft"),
    ),
}
