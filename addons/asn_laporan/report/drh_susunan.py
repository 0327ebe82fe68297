"""The order of a daftar riwayat hidup: parts, tables and columns.

Riwayat that no table here names are printed in the last part by their main
columns, so that a new kind is never forgotten.
"""

#: (title of the part, ((title of the table, model, ((heading, field), ...)), ...))
SUSUNAN = (
    (
        "PENDIDIKAN",
        (
            (
                "Pendidikan formal",
                "asn.riwayat.pendidikan",
                (
                    ("Tingkat", "pendidikan_id"),
                    ("Program studi", "program"),
                    ("Sekolah/perguruan tinggi", "sekolah"),
                    ("Nomor ijazah", "nomor_ijazah"),
                    ("Lulus", "tahun_lulus"),
                ),
            ),
            (
                "Pendidikan dan pelatihan",
                "asn.riwayat.diklat",
                (
                    ("Nama", "nama"),
                    ("Jenis", "jenis_diklat_id"),
                    ("Penyelenggara", "penyelenggara"),
                    ("Mulai", "tanggal_mulai"),
                    ("Selesai", "tanggal_selesai"),
                    ("JP", "jumlah_jam"),
                    ("Nomor sertifikat", "nomor_sk"),
                ),
            ),
            (
                "Pendidikan profesi",
                "asn.riwayat.profesi",
                (
                    ("Profesi", "profesi"),
                    ("Lembaga", "institusi"),
                    ("Tahun", "tahun"),
                    ("Nomor sertifikat", "nomor_sk"),
                    ("Nomor registrasi", "nomor_registrasi"),
                ),
            ),
        ),
    ),
    (
        "RIWAYAT PEKERJAAN",
        (
            (
                "Kepangkatan dan golongan ruang",
                "asn.riwayat.golongan",
                (
                    ("Pangkat, golongan ruang", "golongan_id"),
                    ("TMT", "tmt"),
                    ("Jenis", "jenis_kp"),
                    ("Nomor keputusan", "nomor_sk"),
                    ("Tanggal", "tanggal_sk"),
                    ("Pejabat", "pejabat"),
                ),
            ),
            (
                "Pengalaman jabatan",
                "asn.riwayat.jabatan",
                (
                    ("Jabatan", "nama_jabatan"),
                    ("Unit kerja", "nama_unit"),
                    ("Mulai", "tmt"),
                    ("Sampai", "tmt_selesai"),
                    ("Nomor keputusan", "nomor_sk"),
                    ("Tanggal", "tanggal_sk"),
                    ("Pejabat", "pejabat"),
                ),
            ),
            (
                "Gaji pokok",
                "asn.riwayat.gaji",
                (
                    ("Gaji pokok", "gaji_pokok"),
                    ("Golongan ruang", "golongan_id"),
                    ("TMT", "tmt"),
                    ("Nomor surat", "nomor_sk"),
                    ("Tanggal", "tanggal_sk"),
                ),
            ),
        ),
    ),
    (
        "KOMPETENSI",
        (
            (
                "Hasil penilaian kompetensi",
                "asn.riwayat.kompetensi",
                (
                    ("Kompetensi", "kompetensi_id"),
                    ("Kelompok", "kelompok"),
                    ("Level", "level"),
                    ("Syarat", "level_wajib"),
                    ("Tanggal", "tanggal_asesmen"),
                    ("Hasil", "hasil"),
                ),
            ),
            (
                "Sertifikasi",
                "asn.riwayat.sertifikasi",
                (
                    ("Sertifikasi", "nama"),
                    ("Lembaga", "lembaga"),
                    ("Nomor", "nomor_sk"),
                    ("Terbit", "tanggal_sk"),
                    ("Berlaku sampai", "berlaku_sampai"),
                ),
            ),
        ),
    ),
    (
        "KINERJA",
        (
            (
                "Penilaian kinerja",
                "asn.riwayat.kinerja",
                (
                    ("Tahun", "tahun"),
                    ("Jenis", "jenis"),
                    ("Hasil kerja", "hasil_kerja"),
                    ("Perilaku", "perilaku"),
                    ("Predikat", "predikat_id"),
                    ("Pejabat penilai", "penilai_nama"),
                ),
            ),
            (
                "Angka kredit",
                "asn.riwayat.angka.kredit",
                (
                    ("Jenis", "jenis"),
                    ("Dari", "periode_mulai"),
                    ("Sampai", "periode_selesai"),
                    ("Angka kredit", "kredit_total"),
                    ("Nomor PAK", "nomor_sk"),
                ),
            ),
        ),
    ),
    (
        "TANDA JASA DAN PENGHARGAAN",
        (
            (
                "",
                "asn.riwayat.penghargaan",
                (
                    ("Penghargaan", "jenis_penghargaan_id"),
                    ("Nama pada piagam", "nama"),
                    ("Tahun", "tahun"),
                    ("Pemberi", "pemberi"),
                    ("Nomor", "nomor_sk"),
                ),
            ),
        ),
    ),
    (
        "KETERANGAN KELUARGA",
        (
            (
                "",
                "asn.riwayat.keluarga",
                (
                    ("Hubungan", "hubungan"),
                    ("Nama", "nama"),
                    ("Tempat lahir", "tempat_lahir"),
                    ("Tanggal lahir", "tanggal_lahir"),
                    ("Menikah", "tanggal_nikah"),
                    ("Pekerjaan", "pekerjaan"),
                ),
            ),
        ),
    ),
    (
        "KETERANGAN ORGANISASI",
        (
            (
                "",
                "asn.riwayat.organisasi",
                (
                    ("Organisasi", "nama"),
                    ("Kedudukan", "peran"),
                    ("Dari", "tanggal_mulai"),
                    ("Sampai", "tanggal_selesai"),
                    ("Tempat", "tempat"),
                ),
            ),
        ),
    ),
)
#: What the last part is called.
LAIN = "RIWAYAT LAIN"
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
