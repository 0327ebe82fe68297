"""Invented names. Any likeness to a living person is chance."""

LAKI = (
    "Adi Bagas Bayu Cahyo Danang Darma Eko Fajar Galih Gilang Hadi Hendra Ilham "
    "Indra Jaka Joko Krisna Lukman Mahesa Nanda Okta Panji Prasetyo Rangga Reza "
    "Satria Surya Teguh Umar Wahyu Wira Yoga Yudha Zaki"
).split()
PEREMPUAN = (
    "Anggun Ayu Bunga Citra Dahlia Dewi Dian Eka Fitri Gita Hana Indah Intan "
    "Kartika Kirana Laras Lestari Maya Melati Mutia Nadia Nirmala Puspita Putri "
    "Ratna Rini Sari Sekar Tiara Utami Wulan Yuni Zahra"
).split()
BELAKANG = (
    "Adiguna Anggara Aruna Bahtera Baskara Cakrawala Candra Dirgantara Gemilang "
    "Hardana Hutama Jatmika Kencana Kusuma Laksana Mahardika Maheswara Narendra "
    "Nugraha Pamungkas Pradana Pratama Purnama Rahayu Saputra Sasmita Senjaya "
    "Setiawan Suryana Tanjung Utomo Wardana Wibawa Wicaksana Wijaya Yudistira"
).split()

#: Title by programme: (before the name, after the name).
GELAR = {
    "Diploma III Administrasi": ("", "A.Md."),
    "Diploma III Kearsipan": ("", "A.Md."),
    "Diploma III Manajemen Informatika": ("", "A.Md.Kom."),
    "Diploma III Statistika": ("", "A.Md.Stat."),
    "Diploma III Kebidanan": ("", "A.Md.Keb."),
    "Diploma III Keperawatan": ("", "A.Md.Kep."),
    "Diploma III Radiologi": ("", "A.Md.Rad."),
    "Sarjana Ilmu Administrasi Negara": ("", "S.A.P."),
    "Sarjana Ekonomi Manajemen": ("", "S.E."),
    "Sarjana Ekonomi Akuntansi": ("", "S.E."),
    "Sarjana Sistem Informasi": ("", "S.Kom."),
    "Sarjana Teknik Informatika": ("", "S.Kom."),
    "Sarjana Desain Komunikasi Visual": ("", "S.Ds."),
    "Sarjana Ilmu Pemerintahan": ("", "S.IP."),
    "Sarjana Hukum": ("", "S.H."),
    "Sarjana Psikologi": ("", "S.Psi."),
    "Sarjana Ilmu Komunikasi": ("", "S.I.Kom."),
    "Sarjana Teknik Sipil": ("", "S.T."),
    "Sarjana Kesehatan Masyarakat": ("", "S.K.M."),
    "Sarjana Keperawatan": ("", "S.Kep."),
    "Sarjana Pendidikan Agama Islam": ("", "S.Pd.I."),
    "Sarjana Kedokteran": ("", "S.Ked."),
    "Sarjana Kedokteran Gigi": ("", "S.K.G."),
    "Sarjana Farmasi": ("", "S.Farm."),
    "Profesi Dokter": ("dr.", ""),
    "Profesi Dokter Gigi": ("drg.", ""),
    "Profesi Apoteker": ("apt.", ""),
    "Profesi Ners": ("Ns.", ""),
    "Spesialis Penyakit Dalam": ("", "Sp.P.D."),
    "Spesialis Bedah": ("", "Sp.B."),
    "Spesialis Anak": ("", "Sp.A."),
    "Magister Ilmu Pemerintahan": ("", "M.IP."),
    "Magister Administrasi Publik": ("", "M.A.P."),
    "Magister Manajemen": ("", "M.M."),
    "Magister Ilmu Hukum": ("", "M.H."),
    "Magister Komputer": ("", "M.Kom."),
    "Magister Teknologi Informasi": ("", "M.T.I."),
    "Magister Ilmu Komunikasi": ("", "M.I.Kom."),
    "Magister Manajemen Pendidikan": ("", "M.Pd."),
    "Magister Kesehatan Masyarakat": ("", "M.K.M."),
    "Magister Keperawatan": ("", "M.Kep."),
    "Magister Teknik Sipil": ("", "M.T."),
}


def gelar(program):
    """Return the (before, after) title that a programme gives."""
    if program in GELAR:
        return GELAR[program]
    if "Pendidikan" in program or "Bimbingan" in program:
        return ("", "M.Pd." if program.startswith("Magister") else "S.Pd.")
    return ("", "")


#: The bachelor programme in front of a later one, where it is not the same field.
SARJANA_DARI = {
    "Magister Ilmu Pemerintahan": "Sarjana Ilmu Pemerintahan",
    "Magister Administrasi Publik": "Sarjana Ilmu Administrasi Negara",
    "Magister Manajemen": "Sarjana Ekonomi Manajemen",
    "Magister Ilmu Hukum": "Sarjana Hukum",
    "Magister Komputer": "Sarjana Teknik Informatika",
    "Magister Teknologi Informasi": "Sarjana Sistem Informasi",
    "Magister Ilmu Komunikasi": "Sarjana Ilmu Komunikasi",
    "Magister Manajemen Pendidikan": "Sarjana Pendidikan Bahasa Indonesia",
    "Magister Pendidikan": "Sarjana Pendidikan Bahasa Inggris",
    "Magister Pendidikan Matematika": "Sarjana Pendidikan Matematika",
    "Magister Kesehatan Masyarakat": "Sarjana Kesehatan Masyarakat",
    "Magister Keperawatan": "Sarjana Keperawatan",
    "Magister Teknik Sipil": "Sarjana Teknik Sipil",
    "Profesi Dokter": "Sarjana Kedokteran",
    "Profesi Dokter Gigi": "Sarjana Kedokteran Gigi",
    "Profesi Apoteker": "Sarjana Farmasi",
    "Profesi Ners": "Sarjana Keperawatan",
}


def undi(acak, jenis_kelamin, terpakai):
    """Draw a name that is not yet in ``terpakai`` and add it there."""
    depan = LAKI if jenis_kelamin == "L" else PEREMPUAN
    while True:
        nama = f"{acak.choice(depan)} {acak.choice(BELAKANG)}"
        if nama not in terpakai:
            terpakai.add(nama)
            return nama
