"""Bands and names of the figures about people; plain Python."""

#: Upper age of each band in completed years; the last one is open.
KELOMPOK_UMUR = (25, 30, 35, 40, 45, 50, 55, 60)

#: Dimensions in the order of the page: key and printed name.
DIMENSI = {
    "unit": "Unit Kerja",
    "status": "Status Kepegawaian",
    "golongan": "Golongan",
    "jenis_jabatan": "Jenis Jabatan",
    "pendidikan": "Pendidikan",
    "umur": "Kelompok Umur",
    "jenis_kelamin": "Jenis Kelamin",
    "agama": "Agama",
    "pensiun": "Tahun Pensiun",
}

TETAP = {
    "status": {
        "pns": "PNS",
        "cpns": "CPNS",
        "pppk": "PPPK",
        "pppk_paruh_waktu": "PPPK Paruh Waktu",
    },
    "jenis_kelamin": {"L": "Laki-laki", "P": "Perempuan"},
    "jenis_jabatan": {
        "jpt": "Pimpinan Tinggi (JPT)",
        "administrator": "Administrator",
        "pengawas": "Pengawas",
        "fungsional_keahlian": "Fungsional Keahlian",
        "fungsional_keterampilan": "Fungsional Keterampilan",
        "pelaksana": "Pelaksana",
    },
}
TAK_TERCATAT = "Belum tercatat"


def kelompok_umur(umur):
    """Return the key of the band of an age: the band's upper age, 99 for the last."""
    if umur is None:
        return None
    return next((batas for batas in KELOMPOK_UMUR if umur <= batas), 99)


def nama_kelompok_umur(kunci):
    """Return the name of a band: ``26-30 tahun``."""
    if kunci == 99:
        return f"di atas {KELOMPOK_UMUR[-1]} tahun"
    tempat = KELOMPOK_UMUR.index(kunci)
    if not tempat:
        return f"sampai {kunci} tahun"
    return f"{KELOMPOK_UMUR[tempat - 1] + 1}-{kunci} tahun"


def persen(bagian, semua):
    """Return a share in percent with one decimal; 0 of nothing."""
    return round(bagian * 100 / semua, 1) if semua else 0.0
