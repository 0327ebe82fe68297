"""The rules between the fields of one roster row (profile rules PRF-*).

Plain Python. ``p`` is the :class:`roster.Pemeriksa` that collects the problems;
its ``aturan`` offers the identity checks: ``urai_nip(nip)`` (or None),
``nama(...)``, ``nip(...)``, ``nik(...)`` and ``npwp(...)``, each a list of
(rule, level, key), and ``urutan_golongan(id)``.
"""

import re
from datetime import date

# Which column a finding about the NIP points at when it is not the NIP itself.
_TEMPAT_NIP = {"PRF-NIP-10": "tmt_pns", "PRF-NIP-07": "status_pegawai"}


def lengkapi(p, rekam):
    """Fill what the NIP says where the file is silent."""
    nip = rekam.get("nip")
    urai = p.aturan.urai_nip(nip) if nip else None
    if urai is None:
        return
    isi = {
        "tanggal_lahir": urai.tanggal_lahir,
        "jenis_kelamin": urai.jenis_kelamin,
        "status_pegawai": urai.jenis,
    }
    for nama, nilai in isi.items():
        if nilai and nama not in p.mentah:
            rekam[nama] = nilai
    if urai.jenis == "pns" and "tmt_cpns" not in p.mentah:
        rekam["tmt_cpns"] = date(urai.tahun, urai.bulan, 1)


def periksa(p, rekam):
    """Note every broken rule of the row."""
    _identitas(p, rekam)
    _umur(p, rekam)
    _tanggal(p, rekam)
    _golongan(p, rekam)
    _jabatan(p, rekam)
    _pendidikan(p, rekam)
    _kontak(p, rekam)


def _identitas(p, rekam):
    for _aturan, tingkat, pesan in p.aturan.nama(rekam.get("nama") or "-"):
        p.catat("nama", pesan, tingkat)
    if rekam.get("nip"):
        temuan = p.aturan.nip(
            rekam["nip"],
            tanggal_lahir=rekam.get("tanggal_lahir"),
            jenis_kelamin=rekam.get("jenis_kelamin"),
            tmt_cpns=rekam.get("tmt_cpns"),
            tmt_pppk=rekam.get("tmt_kontrak_mulai"),
            status_pegawai=rekam.get("status_pegawai"),
            tmt_pns=rekam.get("tmt_pns"),
        )
        for aturan, tingkat, pesan in temuan:
            p.catat(_TEMPAT_NIP.get(aturan, "nip"), pesan, tingkat)
    if rekam.get("nik"):
        for _aturan, tingkat, pesan in p.aturan.nik(
            rekam["nik"], rekam.get("tanggal_lahir"), rekam.get("jenis_kelamin")
        ):
            p.catat("nik", pesan, tingkat)
    if rekam.get("npwp"):
        for _aturan, tingkat, pesan in p.aturan.npwp(rekam["npwp"], rekam.get("nik")):
            p.catat("npwp", pesan, tingkat)


def _tahun_antara(awal, akhir):
    return akhir.year - awal.year - ((akhir.month, akhir.day) < (awal.month, awal.day))


def _umur(p, rekam):
    lahir = rekam.get("tanggal_lahir")
    if not lahir:
        return
    tempat = "tanggal_lahir" if "tanggal_lahir" in p.mentah else "nip"
    if lahir >= p.hari_ini or _tahun_antara(lahir, p.hari_ini) < 17:
        p.catat(tempat, "umur_kurang")
    elif _tahun_antara(lahir, p.hari_ini) > 70:
        p.catat(tempat, "umur_lebih", "W")


def _tanggal(p, rekam):
    """Check the order of dates: birth, CPNS, PNS, grades, posts, contract."""
    cpns = rekam.get("tmt_cpns")
    for nama in ("tmt_golongan", "tmt_jabatan", "tmt_gaji"):
        if cpns and rekam.get(nama) and rekam[nama] < cpns:
            p.catat(nama, "sebelum_cpns", "W")
    mulai, selesai = rekam.get("tmt_kontrak_mulai"), rekam.get("tmt_kontrak_selesai")
    if mulai and selesai and selesai <= mulai:
        p.catat("tmt_kontrak_selesai", "kontrak_terbalik")
    for nama in ("tgl_sk_cpns", "tgl_sk_pns", "tgl_sk_golongan", "tgl_sk_jabatan"):
        if rekam.get(nama) and rekam[nama] > p.hari_ini:
            p.catat(nama, "sk_masa_depan")


def _golongan(p, rekam):
    """Check grade, service in the grade and pay (PRF-K-01, PRF-K-02)."""
    if rekam.get("golongan") and not rekam.get("tmt_golongan"):
        if "tmt_golongan" not in p.mentah:
            p.catat("tmt_golongan", "wajib_bila_golongan")
    if rekam.get("tmt_golongan") and "golongan" not in p.mentah:
        p.catat("golongan", "wajib_bila_tmt_golongan")
    awal, kini = rekam.get("golongan_awal"), rekam.get("golongan")
    if awal and not rekam.get("tmt_cpns"):
        p.catat("tmt_cpns", "wajib_bila_golongan_awal")
    if awal and kini and awal != kini:
        if p.aturan.urutan_golongan(awal) > p.aturan.urutan_golongan(kini):
            p.catat("golongan_awal", "golongan_awal_lebih_tinggi")
        elif rekam.get("tmt_cpns") and rekam.get("tmt_golongan") == rekam["tmt_cpns"]:
            p.catat("tmt_golongan", "prf_k_02")
    if rekam.get("mkg_tahun", 0) > 45:
        p.catat("mkg_tahun", "mkg_tahun_salah")
    if rekam.get("mkg_bulan", 0) > 11:
        p.catat("mkg_bulan", "mkg_bulan_salah")
    if rekam.get("gaji_pokok") and "golongan" not in p.mentah:
        p.catat("gaji_pokok", "gaji_tanpa_golongan")


def _jabatan(p, rekam):
    punya = "jabatan" in p.mentah
    if punya and "unit_kerja" not in p.mentah:
        p.catat("unit_kerja", "wajib_bila_jabatan")
    if punya and "tmt_jabatan" not in p.mentah:
        p.catat("tmt_jabatan", "wajib_bila_jabatan")
    if rekam.get("unit_kerja") and "jabatan" not in p.mentah:
        p.catat("jabatan", "wajib_bila_unit")
    selesai, mulai = rekam.get("tmt_selesai_jabatan"), rekam.get("tmt_jabatan")
    if selesai and mulai and selesai < mulai:
        p.catat("tmt_selesai_jabatan", "jabatan_terbalik")
    if rekam.get("jenis_penugasan") == "plh" and not selesai:
        p.catat("jenis_penugasan", "plh_tanpa_akhir")
    if rekam.get("jabatan_baru") and "jenis_jabatan" not in p.mentah:
        p.catat("jenis_jabatan", "wajib_bila_jabatan_baru")


def _pendidikan(p, rekam):
    """Check the education columns (PRF-K-09)."""
    if not rekam.get("pendidikan_terakhir"):
        return
    lulus = rekam.get("tgl_lulus")
    tahun = rekam.get("tahun_lulus") or (lulus and lulus.year)
    if not tahun:
        if "tahun_lulus" not in p.mentah and "tgl_lulus" not in p.mentah:
            p.catat("tahun_lulus", "wajib_bila_pendidikan")
        return
    rekam["tahun_lulus"] = tahun
    if lulus and lulus.year != tahun:
        p.catat("tahun_lulus", "tahun_lulus_beda", "W")
    lahir = rekam.get("tanggal_lahir")
    if tahun > p.hari_ini.year:
        p.catat("tahun_lulus", "tahun_masa_depan")
    elif lahir and tahun <= lahir.year + 10:
        p.catat("tahun_lulus", "prf_k_09", "W")


def _kontak(p, rekam):
    """Check lengths that are only warned about (PRF-HP, PRF-POS, PRF-BPJS)."""
    if rekam.get("no_hp") and not re.fullmatch(r"\+628\d{7,11}", rekam["no_hp"]):
        p.catat("no_hp", "prf_hp_01", "W")
    if rekam.get("kode_pos") and len(rekam["kode_pos"]) != 5:
        p.catat("kode_pos", "prf_pos_01", "W")
    bpjs = rekam.get("no_bpjs_kesehatan")
    if bpjs and len(bpjs) != 13:
        p.catat("no_bpjs_kesehatan", "prf_bpjs_01", "W")
