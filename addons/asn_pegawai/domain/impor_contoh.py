"""Invented people for example files and measurements: same seed, same people.

Plain Python. NIP, NIK, dates, grades and pay of a person agree with each other.
Any likeness to a living person is chance.
"""

import random
from collections import Counter
from datetime import date

_NAMA = {
    "L": "Agung Bambang Cecep Dedi Eko Fajar Gunawan Hendra Iwan Jajang Kurnia Lukman "
    "Maman Nanang Otong Priyo Rahmat Slamet Taufik Usman Wawan Yanto Zainal",
    "P": "Ani Bunga Citra Dewi Endang Fitri Gina Herlina Indah Juwita Kartini Lilis "
    "Mega Nurul Oktavia Puji Ratna Sulastri Tuti Umi Wulandari Yuliana Zubaidah",
}
_TENGAH = "Adi Bayu Cahya Dwi Eka Gita Indra Kusuma Mulia Nur Putra Ratih Sari Tri"
_AKHIR = (
    "Adiputra Budiman Cakrawala Darmawan Effendi Firmansyah Gumelar Hidayat Irawan "
    "Kartika Lesmana Maulana Nasution Permana Rahayu Saputra Siregar Suhendar "
    "Tanjung Utami Wibowo Yulianto"
)
_UNIT = (
    "BKPSDM BKPSDM.SEK.UK KOMINFO KOMINFO.APT DISDIK DISDIK.SMP SMPN1 DINKES PKM.MLT "
    "RSUD RSUD.TU PUPR PUPR.BM KEC.MKS KEL.MKJ SETDA.ORG SETDA.UM"
).split()
_PNS = "I/a I/b I/c I/d II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b".split()
# education: entry grade of PNS, grade of PPPK, age at graduation, programme, title,
# highest grade by regular promotion
_JENJANG = {
    "SMA": ("II/a", "V", 18, "IPS", "", "III/b"),
    "D3": ("II/c", "VII", 21, "Manajemen Informatika", "A.Md.", "III/c"),
    "S1": ("III/a", "IX", 23, "Administrasi Negara", "S.A.P.", "III/d"),
    "S2": ("III/b", "X", 26, "Administrasi Publik", "M.A.P.", "IV/a"),
}
_JABATAN = {
    "SMA": "Pengadministrasi Perkantoran",
    "D3": "Pengelola Layanan Operasional",
    "S1": "Penata Layanan Operasional",
    "S2": "Penelaah Teknis Kebijakan",
}


def orang(jumlah, seed=1945, acuan=date(2026, 1, 1), gaji=None):
    """Return so many invented people as rows of the roster.

    :param seed: the same seed gives the same people
    :param acuan: the day the roster is of
    :param gaji: ``{(golongan, mkg_tahun): rupiah}``, PPPK grades included
    :return: list of ``{column code: value}``, dates as :class:`date`
    """
    acak = random.Random(seed)  # noqa: S311 invented people need no secrecy
    urut = Counter()
    return [_satu(acak, nomor, urut, acuan, gaji or {}) for nomor in range(jumlah)]


def riwayat(semua, tahun=(2024, 2025)):
    """Return ``{title of the sheet: rows}`` of histories of these people.

    :param semua: what :func:`orang` returned
    :param tahun: years with a leave row for everybody
    """
    golongan, keluarga, cuti = [], [], []
    for nomor, satu in enumerate(semua, start=1):
        golongan.append(
            {
                "nip": satu["nip"],
                "golongan": satu["golongan"],
                "tmt": satu["tmt_golongan"],
                "nomor_sk": satu["no_sk_golongan"],
                "tanggal_sk": satu["tgl_sk_golongan"],
                "pejabat": "Wali Kota Contoh",
                "mkg_tahun": satu["mkg_tahun"],
                "mkg_bulan": satu["mkg_bulan"],
            }
        )
        keluarga.append(
            {
                "nip": satu["nip"],
                "hubungan": "Anak",
                "nama": f"Anak {satu['nama'].split()[-1]}",
                "tanggal_lahir": date(2010 + nomor % 12, nomor % 12 + 1, 15),
                "jenis_kelamin": "LP"[nomor % 2],
            }
        )
        cuti += [
            {
                "nip": satu["nip"],
                "jenis_cuti": "tahunan",
                "tanggal_mulai": date(ke, 6, 2),
                "tanggal_selesai": date(ke, 6, 3),
                "lama": 2,
                "nomor_surat": f"850/{nomor:03d}/{ke}",
            }
            for ke in tahun
        ]
    return {
        "Riwayat golongan": golongan,
        "Riwayat keluarga": keluarga,
        "Riwayat cuti": cuti,
    }


def _satu(acak, nomor, urut, acuan, gaji):
    jk = acak.choice("LP")
    didik = acak.choices(list(_JENJANG), (25, 15, 50, 10))[0]
    lulus = _JENJANG[didik][2]
    lahir = date(acak.randint(1969, 1996), acak.randint(1, 12), acak.randint(1, 28))
    pppk = acak.random() < 0.25
    rekam = {
        "nama": _nama(acak, jk),
        "gelar_belakang": _JENJANG[didik][4],
        "tempat_lahir": acak.choice(("Kota Contoh", "Mekarsari", "Sukamaju")),
        "tanggal_lahir": lahir,
        "jenis_kelamin": jk,
        "status_perkawinan": "Menikah" if acak.random() < 0.8 else "Belum Kawin",
        "agama": acak.choices(("Islam", "Kristen", "Katolik", "Hindu"), (85, 8, 4, 3))[
            0
        ],
        "status_pegawai": "PPPK" if pppk else "PNS",
        "kedudukan_hukum": "71" if pppk else "01",
        "pendidikan_terakhir": didik,
        "program_studi": _JENJANG[didik][3],
        "nama_sekolah": "SMA Negeri 1 Contoh"
        if didik == "SMA"
        else "Universitas Contoh",
        "tahun_lulus": lahir.year + lulus,
        "unit_kerja": _UNIT[nomor % len(_UNIT)],
        "jabatan": _JABATAN[didik],
        "jenis_jabatan": "pelaksana",
    }
    karier = _karier_pppk if pppk else _karier_pns
    awalan = karier(acak, rekam, lahir, didik, acuan, gaji)
    kode = f"{lahir:%Y%m%d}{awalan}{1 if jk == 'L' else 2}"
    urut[kode] += 1
    rekam["nip"] = f"{kode}{urut[kode]:03d}"
    _kontak(acak, rekam, nomor, urut)
    return rekam


def _nama(acak, jk):
    depan, tengah = acak.choice(_NAMA[jk].split()), acak.choice(_TENGAH.split())
    akhir = acak.choice(_AKHIR.split())
    return f"{depan} {tengah} {akhir}" if acak.random() < 0.6 else f"{depan} {akhir}"


def _tambah(tanggal, tahun):
    return date(tanggal.year + tahun, tanggal.month, 1)


def _karier_pns(acak, rekam, lahir, didik, acuan, gaji):
    """Fill the dates of a PNS; return digits 9 to 14 of the NIP."""
    masuk = lahir.year + max(_JENJANG[didik][2] + 1, 20) + acak.randint(0, 6)
    cpns = date(min(masuk, acuan.year - 3), acak.choice((1, 3, 4, 12)), 1)
    pns = _tambah(cpns, 1)
    awal, batas = _JENJANG[didik][0], _PNS.index(_JENJANG[didik][5])
    # Regular promotion: every four years, on 1 April or 1 October after the day.
    naik = min((acuan.year - cpns.year - 1) // 4, batas - _PNS.index(awal))
    kini = _PNS[_PNS.index(awal) + naik]
    tmt = cpns
    if naik:
        tmt = date(cpns.year + 4 * naik, 4 if cpns.month <= 4 else 10, 1)
        if cpns.month > 10:
            tmt = date(tmt.year + 1, 4, 1)
    bulan = (tmt.year - cpns.year) * 12 + tmt.month - cpns.month
    # A diploma enters II/c with three years; crossing into III costs five.
    bulan += 36 if awal == "II/c" else 0
    bulan -= 60 if awal.startswith("II/") and kini.startswith("III/") else 0
    bulan = max(bulan, 0)
    rekam.update(
        tmt_cpns=cpns,
        no_sk_cpns=f"813/{acak.randint(1, 900):03d}/BKD/{cpns.year}",
        tgl_sk_cpns=date(cpns.year - 1, 12, 15),
        tmt_pns=pns,
        no_sk_pns=f"821.1/{acak.randint(1, 900):03d}/BKD/{pns.year}",
        tgl_sk_pns=date(pns.year - 1, 12, 20),
        golongan_awal=awal,
        golongan=kini,
        tmt_golongan=tmt,
        no_sk_golongan=f"823/{acak.randint(1, 900):03d}/BKPSDM/{tmt.year}",
        tgl_sk_golongan=date(tmt.year - 1, 12, 28),
        tmt_jabatan=max(tmt, date(2022, 1, 3)),
    )
    _gaji(rekam, kini, tmt, bulan, gaji)
    return f"{cpns:%Y%m}"


def _karier_pppk(acak, rekam, lahir, didik, acuan, gaji):
    """Fill the dates of a PPPK; return digits 9 to 14 of the number."""
    mulai = date(acak.randint(2021, acuan.year - 1), acak.choice((2, 3, 4)), 1)
    golongan = _JENJANG[didik][1]
    rekam.update(
        tmt_kontrak_mulai=mulai,
        tmt_kontrak_selesai=date(mulai.year + 5, mulai.month - 1, 28),
        golongan=golongan,
        tmt_golongan=mulai,
        no_sk_golongan=f"800.1.2/{acak.randint(1, 900):03d}/BKPSDM/{mulai.year}",
        tgl_sk_golongan=date(mulai.year, 1, 20),
        tmt_jabatan=mulai,
    )
    # VII is the entry grade of a diploma and its table begins at three years.
    _gaji(rekam, golongan, mulai, 36 if golongan == "VII" else 0, gaji)
    return f"{mulai.year}21"


def _gaji(rekam, golongan, tmt, bulan, gaji):
    """Fill MKG at the decree and pay by the table that holds since 2024."""
    rekam["mkg_tahun"], rekam["mkg_bulan"] = divmod(bulan, 12)
    tmt_gaji = max(tmt, date(2024, 1, 1))
    lewat = bulan + (tmt_gaji.year - tmt.year) * 12 + tmt_gaji.month - tmt.month
    for tahun in range(lewat // 12, -1, -1):
        if (golongan, tahun) in gaji:
            rekam.update(gaji_pokok=gaji[golongan, tahun], tmt_gaji=tmt_gaji)
            return


def _kontak(acak, rekam, nomor, urut):
    lahir = rekam["tanggal_lahir"]
    hari = lahir.day + (40 if rekam["jenis_kelamin"] == "P" else 0)
    kode = f"1673{nomor % 8 + 1:02d}{hari:02d}{lahir:%m%y}"
    urut[kode] += 1
    akun = "".join(c for c in rekam["nama"].lower() if c.isalpha())
    rekam.update(
        nik=f"{kode}{urut[kode]:04d}",
        no_kk=f"1673010101{10 + nomor % 15:02d}{nomor % 9999 + 1:04d}",
        alamat_domisili=f"Jalan Kenanga {acak.randint(1, 200)}",
        rt=f"{acak.randint(1, 20):03d}",
        rw=f"{acak.randint(1, 9):03d}",
        kelurahan="Mekarjaya",
        kecamatan="Mekarsari",
        kota="Kota Contoh",
        kode_pos="31611",
        email_dinas=f"{akun}{nomor + 1}@contoh.example",
        no_hp=f"0812{nomor % 100000000:08d}",
    )
    rekam["npwp"] = rekam["nik"]
