"""What the sheets of the riwayat are called, besides their fields' own names.

Plain Python. The names in brackets of the dossier are those of the national system.
"""

from .impor_kolom import JUDUL_SENDIRI, Jenis

#: Key of a riwayat where it is not the model's summary: see ``_kunci_riwayat``.
KUNCI = {
    "asn.riwayat.golongan": ("golongan_id", "tmt"),
    "asn.riwayat.jabatan": ("jabatan_id", "unit_id", "tmt", "jenis_penugasan"),
    "asn.riwayat.pendidikan": ("pendidikan_id", "tahun_lulus"),
    "asn.riwayat.gaji": ("golongan_id", "tmt", "gaji_pokok"),
    "asn.riwayat.cuti": ("jenis_cuti", "tanggal_mulai"),
    "asn.riwayat.keluarga": ("hubungan", "nama", "tanggal_lahir"),
    "asn.riwayat.nip": ("nip",),
    "asn.riwayat.kontrak": ("jenis", "tmt"),
    "asn.riwayat.cpns.pns": ("jenis", "tmt"),
    "asn.riwayat.pmk": ("instansi", "tmt"),
    "asn.riwayat.cltn": ("jenis", "tanggal_mulai"),
    "asn.riwayat.tugas.belajar": ("program", "tanggal_mulai"),
    "asn.riwayat.pindah": ("arah", "tmt"),
    "asn.riwayat.hukuman": ("jenis_hukuman_id", "tmt"),
    "asn.riwayat.kesehatan": ("jenis_pemeriksaan", "tmt"),
    "asn.riwayat.organisasi": ("nama", "peran", "tanggal_mulai"),
    "asn.riwayat.pemberhentian": ("jenis_henti", "tmt"),
}
#: Fields that are not what their name promises: years of service, no calendar year.
TIPE = {("asn.riwayat.pmk", "tahun"): "hitungan"}
_UMUM = {
    "nomor_sk": ("skNomor", "nomorSk", "no_sk", "nomor sk", "no sk"),
    "tanggal_sk": ("skTanggal", "tanggalSk", "tgl_sk", "tgl sk", "skDate"),
    "tmt": ("tmt", "tanggal_berlaku"),
    "pejabat": ("pejabat_penetap", "penandatangan"),
    "catatan": ("keterangan",),
}
_ALIAS = {
    "asn.riwayat.golongan": {
        "golongan_id": ("golonganId", "golongan_ruang", "gol", "golRuang"),
        "tmt": ("tmtGolongan", "tmt_golongan", "tmt_gol"),
        "nomor_pertek": ("noPertekBkn",),
        "tanggal_pertek": ("tglPertekBkn",),
        "jenis_kp": ("jenisKPId", "jenis_kenaikan_pangkat"),
        "mkg_tahun": ("masaKerjaGolonganTahun", "mk_tahun"),
        "mkg_bulan": ("masaKerjaGolonganBulan", "mk_bulan"),
    },
    "asn.riwayat.jabatan": {
        "jabatan_id": ("jabatanNama", "nama_jabatan", "jabatanFungsionalId"),
        "unit_id": ("unorId", "unorNama", "unit_kerja", "opd"),
        "tmt": ("tmtJabatan", "tmt_jabatan"),
        "tmt_pelantikan": ("tmtPelantikan",),
        "jenis_penugasan": ("jenisPenugasanId",),
    },
    "asn.riwayat.pendidikan": {
        "pendidikan_id": ("tkPendidikanId", "tingkat_pendidikan", "jenjang"),
        "program": ("pendidikanNama", "program_studi", "jurusan"),
        "sekolah": ("namaSekolah", "nama_sekolah", "universitas"),
        "nomor_ijazah": ("nomorIjasah", "no_ijazah"),
        "tanggal_lulus": ("tglLulus", "tgl_lulus"),
        "tahun_lulus": ("tahunLulus",),
        "is_pertama": ("isPendidikanPertama", "pendidikan_pertama"),
    },
    # As training systems write them, and SIASN for diklat and kursus (LL-4-5-d).
    "asn.riwayat.diklat": {
        "nama": (
            "nama_diklat",
            "nama_pelatihan",
            "namaKursus",
            "judul_pelatihan",
            "latihanStrukturalNama",
        ),
        "jenis_diklat_id": (
            "jenis_pelatihan",
            "jenisDiklatId",
            "jenisKursusSertifikat",
        ),
        "penyelenggara": ("institusiPenyelenggara", "lembaga_penyelenggara"),
        "tanggal_mulai": ("tgl_mulai", "tanggalKursus", "mulai"),
        "tanggal_selesai": ("tgl_selesai", "tanggalSelesaiKursus", "selesai"),
        "jumlah_jam": ("jp", "jumlah_jp", "jam_pelajaran", "jumlahJam"),
        "nomor_sk": (
            "nomor_sertifikat",
            "no_sertifikat",
            "noSertipikat",
            "nomor_sttpl",
        ),
        "tanggal_sk": ("tanggal_sertifikat", "tgl_sertifikat", "tanggal_sttpl"),
        "peringkat": ("predikat", "kualifikasi_kelulusan"),
    },
    "asn.riwayat.gaji": {
        "golongan_id": ("golonganId", "gol"),
        "gaji_pokok": ("gajiPokok", "gaji_baru", "gajiBaru"),
        "tmt": ("tmtGaji", "tmt_gaji", "tmt_kgb", "tmtKgb"),
    },
}


def alias(kode, medan, *judul):
    """Return other headings of a field of a riwayat."""
    lain = [*_ALIAS.get(kode, {}).get(medan, ()), *_UMUM.get(medan, ()), medan]
    for teks in judul:
        # "Grade (Golongan)" is also known by either half.
        dalam = teks[teks.find("(") + 1 :].rstrip(")") if "(" in teks else ""
        lain += [teks, teks.split(" (")[0], dalam]
    return [nama for nama in dict.fromkeys(lain) if nama]


def jenis_riwayat(kode, kolom):
    """Return the kind of sheet of a riwayat model.

    :param kode: name of the model, ``asn.riwayat.*``
    :param kolom: its columns
    """
    pendek = kode.removeprefix("asn.riwayat.")
    judul = " ".join(["Riwayat", *pendek.replace(".", " ").split()])
    lain = (pendek, f"r {pendek}", f"rw {pendek}", f"data {pendek}", kode)
    return Jenis(kode, judul, kolom, lain, JUDUL_SENDIRI)
