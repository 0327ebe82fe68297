"""One person: numbers that agree with each other, career, education, address."""

import datetime

from . import karier
from .nama import SARJANA_DARI, gelar

_KOTA_LAHIR = ("Kota Contoh", "Mekarsari", "Sukacita", "Tanjung Harapan", "Bukit Elok")
_JALAN = ("Melati", "Kenanga", "Cempaka", "Anggrek", "Flamboyan", "Dahlia", "Teratai")
_KELURAHAN = ("Mekarjaya", "Sukamaju", "Harapan Baru", "Bukit Permai")
_AGAMA = ("islam",) * 12 + ("kristen", "kristen", "katolik", "hindu", "buddha")
_TEMPAT_STUDI = ("Universitas Nusantara Contoh", "Politeknik Contoh", "Institut Contoh")
_MASUK = {"SMP": "I/c", "SMA": "II/a", "D3": "II/c"}
_PEJABAT = "Wali Kota Contoh"
#: Months from now to the pension of those near the retirement age, and that age.
_MENJELANG_PENSIUN = {
    "P081": (9, 58),
    "P041": (13, 60),
    "P008": (28, 60),
    "P002": (41, 60),
    "P027": (53, 60),
}
#: What some profiles lack, so that completeness is not 100 % everywhere.
_KOSONG = {
    "P016": ("no_taspen", "tgl_taspen", "no_bpjs_kesehatan"),
    "P020": ("no_kk", "no_bpjs_kesehatan"),
    "P045": ("email_pribadi", "no_kk"),
    "P074": ("no_karpeg", "no_taspen", "tgl_taspen"),
    "P079": ("npwp", "no_bpjs_kesehatan", "email_pribadi"),
    "P084": ("no_kk", "alamat_domisili", "rt", "rw"),
}


def susun(acak, acuan, nomor, posisi, tabel_gaji, semua):
    """Return one person with the four riwayat of the first version.

    :param posisi: a row of ``pegawai.csv`` with name and post code
    :param semua: all rows, from which earlier posts are drawn
    """
    pppk = posisi["status"] == "pppk"
    rwg = _golongan(acak, acuan, posisi)
    mulai = rwg[0]["tmt"] if rwg else karier.bulan(acuan, -26)
    masuk = _pendidikan_masuk(posisi)
    lahir = _tanggal_lahir(acak, acuan, mulai, masuk, posisi)
    pendidikan = _pendidikan(acak, lahir, mulai, masuk, posisi, rwg)
    hasil = {
        "kode": posisi["kode"],
        "unit": posisi["unit"],
        "jabatan": posisi["jabatan_kode"],
        "akun": posisi["akun"],
        "peran": [p for p in posisi["peran"].split(";") if p],
        **_identitas(acak, nomor, posisi, lahir, mulai),
        "status_perkawinan": (
            "belum_kawin" if lahir.year > acuan.year - 30 else "menikah"
        ),
        **_gelar(pendidikan),
        "riwayat_golongan": rwg,
        "riwayat_gaji": karier.gaji(tabel_gaji["pppk" if pppk else "pns"], rwg, acuan),
        "riwayat_pendidikan": pendidikan,
        "riwayat_jabatan": _jabatan(acak, acuan, mulai, posisi, semua),
    }
    hasil.update(_pengangkatan(acak, nomor, posisi, mulai))
    for kunci in _KOSONG.get(posisi["kode"], ()):
        hasil[kunci] = False
    for jenis in ("golongan", "gaji", "jabatan"):
        for urut, baris in enumerate(hasil[f"riwayat_{jenis}"], 1):
            baris.setdefault("tanggal_sk", _tanggal_sk(baris["tmt"]))
            tahun = baris["tanggal_sk"].year
            baris["nomor_sk"] = f"{_KLAS[jenis]}/{nomor:03d}-{urut:02d}/SK/{tahun}"
            baris["pejabat"] = _PEJABAT
    return hasil


_KLAS = {"golongan": "823", "gaji": "822", "jabatan": "821"}


def _tanggal_sk(tmt):
    hari = tmt - datetime.timedelta(days=20)
    return hari - datetime.timedelta(days=max(0, hari.weekday() - 4))


def _pendidikan_masuk(posisi):
    if posisi["awal"] == "II/a":
        return "SMA"
    jenjang = posisi["pendidikan"]
    if jenjang == "S2":
        return "PROFESI" if posisi["awal"] == "III/b" else "S1"
    return {"SP1": "PROFESI"}.get(jenjang, jenjang)


def _golongan(acak, acuan, posisi):
    if posisi["status"] == "cpns":
        tmt = karier.bulan(acuan, -acak.randint(5, 8))
        return karier.susun_mkg([posisi["golongan"]], [tmt])
    if posisi["status"] == "pppk":
        tmt = karier.bulan(acuan, -acak.randint(20, 44))
        return karier.susun_mkg([posisi["golongan"]], [tmt])
    if posisi["status"] != "pns":
        return []
    deret = karier.jenjang(posisi["awal"], posisi["golongan"], posisi["pendidikan"])
    cepat = not posisi["jenis_jabatan"].startswith("pelaksana")
    return karier.golongan(acak, acuan, deret, cepat, int(posisi["tahan"] or 0))


def _tanggal_lahir(acak, acuan, mulai, masuk, posisi):
    muda = karier.UMUR_MASUK[masuk]
    umur = acak.randint(muda, muda + 5)
    # An official near the age limit would be retired: make her start younger.
    masa = (acuan - mulai).days // 365
    if umur + masa > 57:
        umur = max(muda - 1, 57 - masa)
    if not posisi["status"]:
        umur = 48
    bulan, hari = acak.randint(1, 12), acak.randint(1, 28)
    if posisi["kode"] in _MENJELANG_PENSIUN:
        sisa, bup = _MENJELANG_PENSIUN[posisi["kode"]]
        # The pension begins in the month after that of the birthday.
        ulang = karier.bulan(acuan.replace(day=1), sisa - 1 - 12 * bup)
        return ulang.replace(day=hari)
    return datetime.date(mulai.year - umur, bulan, hari)


def _identitas(acak, nomor, posisi, lahir, mulai):
    jk = posisi["jk"]
    pppk = posisi["status"] == "pppk"
    tengah = f"{mulai:%Y}21" if pppk else f"{mulai:%Y%m}"
    # 900 and above: far from numbers that are in use.
    nip = f"{lahir:%Y%m%d}{tengah}{1 if jk == 'L' else 2}{900 + nomor}"
    hari = lahir.day + (40 if jk == "P" else 0)
    # Region 16 99 does not exist, so the number belongs to nobody.
    nik = f"169901{hari:02d}{lahir:%m%y}{nomor:04d}"
    surel = posisi["akun"] or posisi["kode"].lower()
    kelurahan = acak.choice(_KELURAHAN)
    jalan = f"Jalan {acak.choice(_JALAN)} Nomor {acak.randint(1, 120)}"
    return {
        "nip": nip if posisi["status"] else False,
        "nik": nik,
        "npwp": nik,
        "no_kk": f"169901010110{nomor:04d}",
        "nama": posisi["nama"],
        "status_pegawai": posisi["status"] or False,
        "jenis_kelamin": jk,
        "tempat_lahir": acak.choice(_KOTA_LAHIR),
        "tanggal_lahir": lahir,
        "agama": acak.choice(_AGAMA),
        "golongan_darah": acak.choice(("A", "B", "AB", "O")),
        "no_hp": f"+6289900000{nomor:03d}",
        "no_bpjs_kesehatan": f"0009990000{nomor:03d}",
        "email_dinas": f"{surel}@kotacontoh.go.id",
        "email_pribadi": f"{surel}@surel.example",
        "alamat_domisili": jalan,
        "alamat_ktp": f"{jalan}, Kelurahan {kelurahan}, Kota Contoh",
        "rt": f"{acak.randint(1, 12):03d}",
        "rw": f"{acak.randint(1, 8):03d}",
        "kelurahan": kelurahan,
        "kecamatan": "Mekarsari",
        "kota": "Kota Contoh",
        "kode_pos": "31699",
    }


def _pengangkatan(acak, nomor, posisi, mulai):
    if not posisi["status"]:
        return {}
    if posisi["status"] == "pppk":
        return {
            "no_perjanjian": f"814/{nomor:03d}/PK/{mulai.year}",
            "tgl_perjanjian": _tanggal_sk(mulai),
            "kontrak_ke": 1,
            "tmt_kontrak_mulai": mulai,
            "tmt_kontrak_selesai": karier.bulan(mulai, 60) - datetime.timedelta(days=1),
        }
    data = {
        "tmt_cpns": mulai,
        "no_sk_cpns": f"813/{nomor:03d}/SK/{mulai.year}",
        "tgl_sk_cpns": _tanggal_sk(mulai),
        "no_karpeg": f"Z 9{nomor:05d}",
        "no_taspen": f"99{nomor:07d}",
        "tgl_taspen": karier.bulan(mulai, 3),
    }
    if posisi["status"] == "pns":
        pns = karier.bulan(mulai, acak.choice((12, 12, 13, 15)))
        data.update(
            tmt_pns=pns,
            no_sk_pns=f"821.1/{nomor:03d}/SK/{pns.year}",
            tgl_sk_pns=_tanggal_sk(pns),
        )
    return data


def _gelar(pendidikan):
    depan, belakang = [], []
    for baris in pendidikan:
        if baris["gelar_depan"]:
            depan.append(baris["gelar_depan"])
        if baris["gelar_belakang"]:
            belakang.append(baris["gelar_belakang"])
    # A physician drops the bachelor's title once the profession is reached.
    if "dr." in depan or "drg." in depan:
        belakang = [g for g in belakang if g not in ("S.Ked.", "S.K.G.")]
    return {"gelar_depan": " ".join(depan), "gelar_belakang": ", ".join(belakang)}


def _pendidikan(acak, lahir, mulai, masuk, posisi, rwg):
    akhir = posisi["pendidikan"]
    dasar = posisi["program"]
    if akhir == "SP1":
        dasar = "Profesi Dokter"
    if akhir == "S2" and masuk == "PROFESI":
        dasar = "Profesi Dokter"
    baris = []

    def tambah(jenjang, program, tahun):
        depan, belakang = gelar(program)
        baris.append(
            {
                "pendidikan": jenjang,
                "program": program,
                "sekolah": _sekolah(acak, jenjang),
                "tanggal_lulus": datetime.date(tahun, acak.randint(6, 8), 15),
                "nomor_ijazah": f"DN-{tahun}-{acak.randint(10000, 99999)}",
                "gelar_depan": depan,
                "gelar_belakang": belakang,
            }
        )

    if masuk == "SMP":
        tambah("SMP", "SMP", lahir.year + 15)
        return baris
    sma = dasar if masuk == "SMA" and akhir == "SMA" else "SMA IPA"
    tambah("SMA", sma, lahir.year + 18)
    if masuk == "D3":
        tambah("D3", dasar, lahir.year + 21)
    elif masuk == "S1":
        program = SARJANA_DARI.get(dasar, dasar)
        tambah("S1", program, lahir.year + 22)
    elif masuk == "PROFESI":
        tambah("S1", SARJANA_DARI[dasar], lahir.year + 22)
        tambah("PROFESI", dasar, lahir.year + 24)
    if akhir not in (masuk, "SMA"):
        tambah(akhir, posisi["program"], _tahun_lanjutan(mulai, lahir, rwg))
    return baris


def _tahun_lanjutan(mulai, lahir, rwg):
    if not rwg:
        return lahir.year + 28
    for baris in rwg[1:]:
        if baris["golongan"] == "III/a":
            return baris["tmt"].year - 1
    return mulai.year + 6


def _sekolah(acak, jenjang):
    if jenjang == "SMP":
        return "SMP Negeri 2 Contoh"
    if jenjang == "SMA":
        return f"SMA Negeri {acak.randint(1, 5)} Contoh"
    return acak.choice(_TEMPAT_STUDI)


def _jabatan(acak, acuan, mulai, posisi, semua):
    """Return one to three posts, oldest first; the last is the present one."""
    kini = {"jabatan": posisi["jabatan_kode"], "unit": posisi["unit"]}
    masa = karier.selisih_bulan(mulai, acuan)
    if posisi["status"] != "pns" or masa < 72:
        return [{**kini, "tmt": mulai, "tmt_selesai": False}]
    tangga = ["pelaksana"]
    if posisi["jenis_jabatan"].startswith(("administrator", "jpt")):
        tangga.append("pengawas_iva")
    if posisi["jenis_jabatan"].startswith("jpt"):
        tangga.append("administrator_iiib")
    tmt = [mulai]
    for bagian in range(1, len(tangga)):
        tmt.append(karier.bulan(mulai, masa * bagian // (len(tangga) + 1) + 12))
    tmt.append(karier.bulan(acuan, -acak.randint(4, 40)))
    baris = []
    for jenis, dari, sampai in zip(tangga, tmt, tmt[1:], strict=False):
        lama = _jabatan_lama(acak, jenis, posisi, semua)
        selesai = sampai - datetime.timedelta(days=1)
        baris.append({**lama, "tmt": dari, "tmt_selesai": selesai})
    return [*baris, {**kini, "tmt": tmt[-1], "tmt_selesai": False}]


def _jabatan_lama(acak, jenis, posisi, semua):
    induk = posisi["unit"].split(".")[0]
    calon = [
        b
        for b in semua
        if b["jenis_jabatan"] == jenis and b["jabatan_kode"] != posisi["jabatan_kode"]
    ]
    sendiri = [b for b in calon if b["unit"].split(".")[0] == induk]
    pilih = acak.choice(sendiri or calon)
    return {"jabatan": pilih["jabatan_kode"], "unit": pilih["unit"]}
