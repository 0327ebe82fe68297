"""What the people learned, can do, achieved and were honoured for."""

import datetime
import random

from . import karier

_TEKNIS = {
    "guru": (
        ("teknis", "Pelatihan Implementasi Kurikulum", 48),
        ("e_learning", "Pelatihan Penyusunan Asesmen Pembelajaran", 32),
        ("workshop", "Lokakarya Penelitian Tindakan Kelas", 16),
    ),
    "kesehatan": (
        ("teknis", "Pelatihan Bantuan Hidup Dasar", 30),
        ("teknis", "Pelatihan Pencegahan dan Pengendalian Infeksi", 40),
        ("seminar", "Seminar Keselamatan Pasien", 8),
    ),
    "komputer": (
        ("teknis", "Pelatihan Keamanan Informasi", 40),
        ("bimtek", "Bimbingan Teknis Sistem Pemerintahan Berbasis Elektronik", 24),
        ("kursus", "Kursus Administrasi Jaringan", 60),
    ),
    "umum": (
        ("bimtek", "Bimbingan Teknis Administrasi Kepegawaian", 24),
        ("teknis", "Pelatihan Pengelolaan Arsip Dinamis", 32),
        ("sosialisasi", "Sosialisasi Disiplin Pegawai Negeri Sipil", 8),
        ("e_learning", "Pelatihan Pelayanan Publik Prima", 20),
    ),
}
#: Leadership courses by the start of the kind of post, earliest first.
_PIM = {
    "jpt": (("pim_iv", 285), ("pim_iii", 360), ("pim_ii", 900)),
    "administrator": (("pim_iv", 285), ("pka", 909)),
    "pengawas": (("pkp", 908),),
}
_NAMA_PIM = {
    "pim_iv": "Diklat Kepemimpinan Tingkat IV",
    "pim_iii": "Diklat Kepemimpinan Tingkat III",
    "pim_ii": "Diklat Kepemimpinan Tingkat II",
    "pka": "Pelatihan Kepemimpinan Administrator",
    "pkp": "Pelatihan Kepemimpinan Pengawas",
}
#: Required level of managerial competence by the start of the kind of post.
_LEVEL = (
    ("jpt", 4),
    ("administrator", 3),
    ("pengawas", 3),
    ("jf_ahli_madya", 3),
    ("jf_ahli_muda", 3),
    ("jf", 2),
    ("", 1),
)
_TEKNIS_KOMPETENSI = {
    "guru": ("T08",),
    "kesehatan": ("T07",),
    "komputer": ("T06", "T04"),
    "umum": ("T10", "T02"),
}
_SERTIFIKASI = {
    "guru": ("Sertifikasi Pendidik", 0),
    "kesehatan": ("Surat Tanda Registrasi", 60),
    "komputer": ("Sertifikasi Keamanan Informasi", 36),
    "umum": ("Sertifikasi Pengadaan Barang/Jasa Tingkat Pertama", 48),
}
_PROFESI = (
    ("Dokter Gigi", "Dokter Gigi"),
    ("Dokter", "Dokter"),
    ("Spesialis", "Dokter"),
    ("Ners", "Ners"),
    ("Kepala UPTD Puskesmas", "Dokter"),
)
#: Who lacks the predicate of one year, for the list of contradictions.
LUPA_SKP = "P083"
_TANGGAL = ("tanggal_sk", "tanggal_selesai", "tanggal_asesmen")
_SLKS = ((30, "SLKS_XXX"), (20, "SLKS_XX"), (10, "SLKS_X"))
_ASPEK = (
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerjasama",
)


def susun(isi, acuan, seed=1945):
    """Return the riwayat of training, competence and performance of the city.

    :param isi: the city of ``kota.bangun``
    :param acuan: the day; nothing lies after it
    :return: ``{kind of riwayat: [rows with "kode" of the person]}``
    """
    jabatan = {j["kode"]: j for j in isi["jabatan"]}
    penilai = _penilai(isi, jabatan)
    hasil = {}
    for orang in isi["pegawai"]:
        mulai = _mulai(orang)
        if not mulai:
            continue
        # A draw of its own: more stories here change nothing in the city.
        acak = random.Random(f"{seed}:{orang['kode']}")  # noqa: S311 invented
        pos = jabatan[orang["jabatan"]]
        for kunci, baris in (
            ("diklat", _diklat(acak, acuan, orang, pos, mulai)),
            ("profesi", _profesi(acak, orang, pos)),
            ("kompetensi", _kompetensi(acak, acuan, pos, mulai)),
            ("sertifikasi", _sertifikasi(acak, acuan, pos, mulai)),
            ("kinerja", _kinerja(acak, acuan, mulai, penilai[orang["kode"]])),
            ("angka.kredit", _kredit(acuan, pos, mulai)),
            ("penghargaan", _penghargaan(acak, acuan, orang, mulai)),
        ):
            hasil.setdefault(kunci, []).extend({"orang": orang, **b} for b in baris)
    hasil["kinerja"] = [
        b
        for b in hasil["kinerja"]
        if (b["orang"]["kode"], b["tahun"]) != (LUPA_SKP, acuan.year - 3)
    ]
    _sambung(hasil)
    return hasil


def _mulai(orang):
    rwg = orang["riwayat_golongan"]
    return rwg[0]["tmt"] if rwg else None


def _bidang(pos):
    nama = pos["nama"]
    for kata, bidang in (
        ("Guru", "guru"),
        ("SMP", "guru"),
        ("Widyaiswara", "guru"),
        ("Dokter", "kesehatan"),
        ("Perawat", "kesehatan"),
        ("Radiografer", "kesehatan"),
        ("Puskesmas", "kesehatan"),
        ("Komputer", "komputer"),
        ("Informatika", "komputer"),
        ("Aplikasi", "komputer"),
    ):
        if kata in nama:
            return bidang
    return "umum"


def _penilai(isi, jabatan):
    """Return the rater of each person: the head of the unit, or the one above."""
    induk = {u["kode"]: u["induk"] for u in isi["unit"]}
    kepala = {
        jabatan[o["jabatan"]]["unit"]: o
        for o in isi["pegawai"]
        if jabatan[o["jabatan"]]["kepala"]
    }
    hasil = {}
    for orang in isi["pegawai"]:
        unit = orang["unit"]
        while unit and kepala.get(unit) in (None, orang):
            unit = induk[unit]
        ketemu = kepala.get(unit)
        hasil[orang["kode"]] = ketemu and {
            "penilai_nama": ketemu["nama"],
            "penilai_nip": ketemu["nip"],
            "penilai_jabatan": jabatan[ketemu["jabatan"]]["nama"],
            "penilai_unit": unit,
            "penilai_golongan": (
                ketemu["riwayat_golongan"][-1]["golongan"]
                if ketemu["riwayat_golongan"]
                else False
            ),
            "penilai_status": "asn" if ketemu["nip"] else "non_asn",
        }
    return hasil


def _diklat(acak, acuan, orang, pos, mulai):
    baris = []

    def tambah(jenis, nama, jam, selesai, penyelenggara):
        if mulai < selesai < acuan:
            baris.append(
                {
                    "jenis": jenis,
                    "nama": nama,
                    "jumlah_jam": jam,
                    "tanggal_mulai": selesai - datetime.timedelta(days=jam // 8),
                    "tanggal_selesai": selesai,
                    "penyelenggara": penyelenggara,
                }
            )

    if orang["status_pegawai"] == "pns":
        selesai = karier.bulan(mulai, 9)
        nama = "Pelatihan Dasar CPNS" if mulai.year >= 2017 else "Diklat Prajabatan"
        tambah("latsar", nama, 511, selesai, "BPSDM Provinsi")
    masa = max(1, (acuan.year - mulai.year) // 3)
    for urut, (jenis, jam) in enumerate(_PIM.get(_kelompok(pos), ()), 1):
        selesai = karier.bulan(acuan, -12 * max(1, masa * (3 - urut)) - 5)
        tambah(jenis, _NAMA_PIM[jenis], jam, selesai, "BPSDM Provinsi")
    for jenis, nama, jam in _TEKNIS[_bidang(pos)]:
        tahun = acak.randint(1, 8)
        selesai = karier.bulan(acuan, -12 * tahun) + datetime.timedelta(
            days=acak.randint(0, 90)
        )
        tambah(jenis, nama, jam, selesai, "BKPSDM Kota Contoh")
    return baris


def _kelompok(pos):
    return pos["jenis_jabatan"].split("_")[0]


def _profesi(acak, orang, pos):
    lulus = [p for p in orang["riwayat_pendidikan"] if "Profesi" in p["program"]]
    for kata, profesi in _PROFESI:
        if lulus and kata in f"{pos['nama']} {lulus[0]['program']}":
            terbit = karier.bulan(lulus[0]["tanggal_lulus"], 2)
            return [
                {
                    "profesi": profesi,
                    "institusi": lulus[0]["sekolah"],
                    "tanggal_sk": terbit,
                    "nomor_registrasi": f"31 2 1 {acak.randint(100, 999)} 2 90",
                }
            ]
    return []


def _kompetensi(acak, acuan, pos, mulai):
    hari = karier.bulan(acuan, -acak.randint(4, 30)).replace(day=acak.randint(5, 25))
    if karier.bulan(mulai, 18) > hari:
        return []
    wajib = next(n for awal, n in _LEVEL if pos["jenis_jabatan"].startswith(awal))
    kode = [f"M{n:02d}" for n in range(1, 9)] + ["S01"]
    if _kelompok(pos) in ("jpt", "administrator", "pengawas"):
        kode += [f"P{n:02d}" for n in range(1, 8)]
    kode += _TEKNIS_KOMPETENSI[_bidang(pos)]
    return [
        {
            "kompetensi": satu,
            "level": min(5, max(1, wajib + acak.choice((-1, 0, 0, 0, 0, 1)))),
            "level_wajib": wajib,
            "tanggal_asesmen": hari,
            "metode": "assessment_center" if wajib > 2 else "uji_kompetensi",
            "asesor": "Tim Penilai Kompetensi BKPSDM Kota Contoh",
        }
        for satu in kode
    ]


def _sertifikasi(acak, acuan, pos, mulai):
    nama, bulan = _SERTIFIKASI[_bidang(pos)]
    if _bidang(pos) == "umum" and acak.random() < 0.65:
        return []
    terbit = karier.bulan(acuan, -acak.choice((6, 20, 33, 46, 57, 70)))
    if terbit <= mulai:
        return []
    sampai = karier.bulan(terbit, bulan) if bulan else False
    lembaga = {"guru": "Lembaga Pendidikan Contoh", "kesehatan": "Konsil Contoh"}
    return [
        {
            "nama": nama,
            "lembaga": lembaga.get(_bidang(pos), "Lembaga Sertifikasi Contoh"),
            "tanggal_sk": terbit,
            "berlaku_sampai": sampai,
        }
    ]


def _kinerja(acak, acuan, mulai, penilai):
    baris = []
    # The year of the start counts when it is whole.
    pertama = mulai.year + ((mulai.month, mulai.day) != (1, 1))
    for tahun in range(max(2014, pertama), acuan.year):
        satu = {"tahun": tahun, "tanggal_sk": datetime.date(tahun + 1, 1, 20)}
        satu |= penilai or {}
        if tahun < 2022:
            satu["jenis"] = "skp"
            satu["nilai_skp"] = round(acak.uniform(80, 90), 2)
            for aspek in _ASPEK:
                satu[aspek] = acak.randint(78, 90)
            if tahun == 2021:
                satu["nilai_akhir"] = round(acak.uniform(90, 109), 2)
        else:
            undi = acak.random()
            hasil, perilaku = ("sesuai", "sesuai")
            if undi > 0.85:
                hasil, perilaku = ("atas", "atas")
            elif undi > 0.65:
                hasil, perilaku = acak.choice((("atas", "sesuai"), ("sesuai", "atas")))
            elif undi < 0.03 and tahun < acuan.year - 2:  # the last two are asked for
                hasil = "bawah"
            satu |= {"jenis": "tahunan", "hasil_kerja": hasil, "perilaku": perilaku}
        baris.append(satu)
    akhir = datetime.date(acuan.year, 1 + 3 * ((acuan.month - 1) // 3), 1)
    for awal in range(1, akhir.month, 3):
        baris.append(
            {
                "tahun": acuan.year,
                "jenis": "periodik",
                "periode_mulai": datetime.date(acuan.year, awal, 1),
                "periode_selesai": karier.bulan(datetime.date(acuan.year, awal, 1), 3)
                - datetime.timedelta(days=1),
                "hasil_kerja": "sesuai",
                "perilaku": acak.choice(("sesuai", "sesuai", "atas")),
                **(penilai or {}),
            }
        )
    return baris


def _kredit(acuan, pos, mulai):
    jenjang = pos["jenis_jabatan"].removeprefix("jf_")
    if jenjang == pos["jenis_jabatan"]:
        return []
    baris = []
    for tahun in range(max(2023, mulai.year + 1), acuan.year):
        baris.append(
            {
                "jenis": "konversi",
                "jenjang": jenjang,
                "periode_mulai": datetime.date(tahun, 1, 1),
                "periode_selesai": datetime.date(tahun, 12, 31),
                "tanggal_sk": datetime.date(tahun + 1, 2, 10),
            }
        )
    if mulai.year < 2022:
        baris.insert(
            0,
            {
                "jenis": "integrasi",
                "jenjang": jenjang,
                "periode_mulai": datetime.date(2022, 1, 1),
                "periode_selesai": datetime.date(2022, 12, 31),
                "kredit_utama": 40.0 + 12.5 * min(8, 2022 - mulai.year),
                "tanggal_sk": datetime.date(2023, 3, 1),
            },
        )
    return baris


def _penghargaan(acak, acuan, orang, mulai):
    baris = []
    if orang["status_pegawai"] == "pns":
        for masa, kode in _SLKS:
            # Those of the last years are not proposed yet.
            hari = datetime.date(mulai.year + masa + 1, 8, 4)
            if hari.year < acuan.year - 2:
                baris.append({"jenis": kode, "tanggal_sk": hari, "pemberi": "Presiden"})
    if acak.random() < 0.08:
        baris.append(
            {
                "jenis": "306",
                "nama": "Pegawai Teladan Kota Contoh",
                "tanggal_sk": datetime.date(acuan.year - 1, 4, 27),
                "pemberi": "Wali Kota Contoh",
            }
        )
    return [b for b in baris if b["tanggal_sk"] > mulai]


def _sambung(hasil):
    """Give each row its number and each conversion the predicate of its year."""
    predikat = {
        (b["orang"]["kode"], b["tahun"]): b
        for b in hasil["kinerja"]
        if b["jenis"] == "tahunan"
    }
    awalan = {
        "diklat": "893",
        "profesi": "PROF",
        "kompetensi": "800.1",
        "sertifikasi": "SERT",
        "kinerja": "800",
        "angka.kredit": "PAK",
        "penghargaan": "003",
    }
    for jenis, baris in hasil.items():
        for nomor, satu in enumerate(baris, 1):
            tahun = next((satu[n] for n in _TANGGAL if satu.get(n)), None)
            tahun = tahun.year if tahun else satu.get("tahun") or 2024
            satu["nomor_sk"] = f"{awalan[jenis]}/{nomor:04d}/{tahun}"
            if jenis == "angka.kredit":
                kunci = (satu["orang"]["kode"], satu["periode_mulai"].year)
                satu["kinerja"] = predikat.get(kunci)
    # Whoever was not assessed in a year has nothing to convert.
    hasil["angka.kredit"] = [
        b for b in hasil["angka.kredit"] if b["jenis"] == "integrasi" or b["kinerja"]
    ]
