"""The bad example: one kind of problem a row, and what must be said about it.

Plain Python. The expectations are written down here by hand, beside the damage;
they are never taken from what the checker answers.
"""

from datetime import date

from .impor_contoh import orang
from .impor_kolom import KOLOM
from .impor_templat import Rumus

KOLOM_ASING = ("golongn", "hobi")


def _ubah(**isi):
    return lambda rekam, _semua: rekam.update(isi)


def _hapus(*nama):
    def hapus(rekam, _semua):
        for satu in nama:
            rekam.pop(satu, None)

    return hapus


def _kembar(nama):
    def kembar(rekam, semua):
        rekam[nama] = semua[0][nama]

    return kembar


def _nip(awal, akhir, isi):
    def nip(rekam, _semua):
        rekam["nip"] = rekam["nip"][:awal] + isi + rekam["nip"][akhir:]

    return nip


def _terbalik_kelamin(rekam, _semua):
    rekam["jenis_kelamin"] = "P" if rekam["jenis_kelamin"] == "L" else "L"
    rekam.pop("nik")
    rekam.pop("npwp")


# (what is done to a sound row, [(column, level, message key), ...])
KERUSAKAN = (
    (_hapus("nip"), [("nip", "E", "wajib_kosong")]),
    (_ubah(nip="19850317 201001 2 03"), [("nip", "E", "panjang_angka")]),
    (_ubah(nip="1985031720100120O3"), [("nip", "E", "bukan_angka")]),
    (_ubah(nip=198503172010012003), [("nip", "E", "presisi_hilang")]),
    (_ubah(nip="1,98503E+17"), [("nip", "E", "presisi_hilang")]),
    (_nip(4, 8, "0231"), [("nip", "E", "nip_tanggal_lahir_tidak_nyata")]),
    (_nip(12, 14, "15"), [("nip", "E", "nip_bulan_tidak_sah")]),
    (_nip(14, 15, "7"), [("nip", "E", "nip_kode_kelamin")]),
    (_nip(15, 18, "000"), [("nip", "W", "nip_urut_nol")]),
    (
        _kembar("nip"),
        [
            ("nip", "E", "kembar_dalam_berkas"),
            ("nip", "W", "nip_beda_tanggal_lahir"),
            ("nip", "W", "nip_beda_jenis_kelamin"),
            ("nip", "W", "nip_beda_tmt_cpns"),
        ],
    ),
    (_terbalik_kelamin, [("nip", "W", "nip_beda_jenis_kelamin")]),
    (_ubah(status_pegawai="PPPK", golongan="IX"),
     [("status_pegawai", "W", "nip_beda_status"),
      ("golongan_awal", "E", "golongan_bukan_jenisnya")]),
    (_hapus("nama"), [("nama", "E", "wajib_kosong")]),
    (_ubah(nama="Budi S4ntoso"), [("nama", "E", "nama_angka")]),
    (_ubah(nama="Dr. Budi Santoso, S.E."), [("nama", "E", "nama_gelar")]),
    (_ubah(nama="Budi <b>Santoso</b>"), [("nama", "E", "nama_karakter")]),
    (_ubah(nama="Budi\u202eosotnaS"), [("nama", "E", "karakter_tak_terlihat")]),
    (_ubah(tempat_lahir="K" * 300), [("tempat_lahir", "E", "terlalu_panjang")]),
    (_ubah(tempat_lahir=Rumus('=HYPERLINK("http://contoh.example","x")')),
     [("tempat_lahir", "E", "rumus")]),
    (_ubah(tempat_lahir="=cmd|'/C calc'!A0"), [("tempat_lahir", "E", "rumus")]),
    (_ubah(tanggal_lahir="31-02-1985"), [("tanggal_lahir", "E", "tanggal_tak_ada")]),
    (_ubah(tanggal_lahir="kemarin"), [("tanggal_lahir", "E", "tanggal_salah")]),
    (_ubah(tanggal_lahir="17-03-85"), [("tanggal_lahir", "E", "tanggal_salah")]),
    (_ubah(jenis_kelamin="X"), [("jenis_kelamin", "E", "pilihan_salah")]),
    (_ubah(agama="Islm"), [("agama", "E", "rujukan_tidak_ada_saran")]),
    (_ubah(agama="Zzz"), [("agama", "E", "rujukan_tidak_ada")]),
    (_ubah(nik="12345"), [("nik", "E", "panjang_angka")]),
    (_kembar("nik"),
     [("nik", "E", "kembar_dalam_berkas"), ("nik", "W", "nik_beda_tanggal_lahir"),
      ("nik", "W", "nik_beda_jenis_kelamin"),
      ("npwp", "W", "npwp_beda_nik")]),
    (_kembar("email_dinas"), [("email_dinas", "E", "kembar_dalam_berkas")]),
    (_ubah(email_dinas="budi(at)contoh"), [("email_dinas", "E", "email_salah")]),
    (_ubah(no_hp="telepon rumah"), [("no_hp", "E", "hp_salah")]),
    (_ubah(no_hp="0711234567"), [("no_hp", "W", "prf_hp_01")]),
    (_ubah(kode_pos="316"), [("kode_pos", "W", "prf_pos_01")]),
    (_ubah(golongan="III/z"), [("golongan", "E", "rujukan_tidak_ada_saran")]),
    (_ubah(golongan="IX"), [("golongan", "E", "golongan_bukan_jenisnya")]),
    (_hapus("tmt_golongan"), [("tmt_golongan", "E", "wajib_bila_golongan")]),
    (_ubah(golongan_awal="IV/e"),
     [("golongan_awal", "E", "golongan_awal_lebih_tinggi")]),
    (_ubah(tmt_golongan=date(1999, 4, 1)), [("tmt_golongan", "W", "sebelum_cpns")]),
    (_ubah(mkg_bulan=12), [("mkg_bulan", "E", "mkg_bulan_salah")]),
    (_ubah(mkg_tahun="banyak"), [("mkg_tahun", "E", "bukan_bulat")]),
    (_ubah(gaji_pokok="tiga juta"), [("gaji_pokok", "E", "uang_salah")]),
    (_ubah(unit_kerja="Qwxyz"), [("unit_kerja", "E", "rujukan_tidak_ada")]),
    (_hapus("unit_kerja"), [("unit_kerja", "E", "wajib_bila_jabatan")]),
    (_hapus("tmt_jabatan"), [("tmt_jabatan", "E", "wajib_bila_jabatan")]),
    (_hapus("jabatan"), [("jabatan", "E", "wajib_bila_unit")]),
    (_ubah(pendidikan_terakhir="S9"),
     [("pendidikan_terakhir", "E", "rujukan_tidak_ada")]),
    (_hapus("tahun_lulus"), [("tahun_lulus", "E", "wajib_bila_pendidikan")]),
    (_ubah(tahun_lulus=1800), [("tahun_lulus", "E", "tahun_salah")]),
    (_ubah(tahun_lulus=2099), [("tahun_lulus", "E", "tahun_masa_depan")]),
    (_ubah(tmt_pns=date(1995, 1, 1)), [("tmt_pns", "E", "tmt_pns_sebelum_cpns")]),
    (_ubah(tgl_sk_pns=date(2099, 1, 1)), [("tgl_sk_pns", "E", "sk_masa_depan")]),
)  # fmt: skip


def buruk(gaji=None):
    """Return ``(rows, columns, expected)`` of the bad example.

    :return: rows of column code → value; the codes in file order; and tuples
        ``(row number, column code, level, message key)`` in that order
    """
    cadangan = [
        satu
        for satu in orang(400, seed=2045, gaji=gaji)
        if satu["status_pegawai"] == "PNS"
        and satu["golongan"] != satu["golongan_awal"]
        and satu["tmt_cpns"] > date(2000, 1, 1)
    ]
    semua = cadangan[: len(KERUSAKAN) + 1]
    kolom = [*_urutan(semua), *KOLOM_ASING]
    harapan = [
        (1, "golongn", "E", "kolom_tidak_dikenal_saran"),
        (1, "hobi", "E", "kolom_tidak_dikenal"),
    ]
    # The first person is sound, and the one that the doubles repeat.
    for nomor, (rusak, temuan) in enumerate(KERUSAKAN, start=1):
        rusak(semua[nomor], semua)
        harapan += [(nomor + 2, *satu) for satu in temuan]
    for satu in semua:
        satu.update(golongn=satu.get("golongan"), hobi="memancing")
    return semua, kolom, harapan


def _urutan(baris):
    terisi = {nama for satu in baris for nama in satu}
    return [satu.nama for satu in KOLOM if satu.nama in terisi]
