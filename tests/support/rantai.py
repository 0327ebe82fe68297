"""The chain of decisions, verified from outside: by the database alone."""

import importlib.util

from .settings import ROOT

_KOLOM = """
    k.permohonan_id, k.tugas_id, k.tahap_id, k.nama_tahap, k.aktor_user_id,
    k.aktor_employee_id, k.nama_aktor, k.jabatan, k.kapasitas, k.hasil, k.dari_state,
    k.ke_state, k.catatan, to_char(k.waktu, 'YYYY-MM-DD HH24:MI:SS'), k.alamat_ip
"""
_NAMA = (
    "permohonan",
    "tugas",
    "tahap",
    "nama_tahap",
    "user",
    "employee",
    "nama",
    "jabatan",
    "kapasitas",
    "hasil",
    "dari",
    "ke",
    "catatan",
    "waktu",
    "ip",
)
_ANGKA = {"permohonan", "tugas", "tahap", "user", "employee"}
#: Covered only where a row has them.
_TAMBAHAN = ("atas_nama", "dasar_wewenang", "lompatan")


def _aturan():
    path = ROOT / "addons/asn_layanan/domain/rantai.py"
    spec = importlib.util.spec_from_file_location("asn_rantai", path)
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


def rusak(sql):
    """Return the ids of requests whose decisions were lost, doubled or altered.

    :param sql: function that asks the database, see ``conftest``
    """
    aturan, rantai, salah = _aturan(), {}, set()
    baris = sql(
        f"SELECT k.hash_sebelum, k.hash, {', '.join(_TAMBAHAN)}, {_KOLOM}"
        " FROM asn_permohonan_keputusan k ORDER BY k.permohonan_id, k.id"
    )
    for sebelum, kini, atas_nama, dasar, lompatan, *nilai in baris:
        tambahan = dict(zip(_TAMBAHAN, (atas_nama, dasar, lompatan), strict=True))
        isi = {nama: satu for nama, satu in tambahan.items() if satu}
        for nama, satu in zip(_NAMA, nilai, strict=True):
            isi[nama] = satu or (0 if nama in _ANGKA else "")
        rantai.setdefault(isi["permohonan"], []).append((sebelum, kini, isi))
    akhir = sql(
        "SELECT id, hash_terakhir, jumlah_keputusan FROM asn_permohonan"
        " WHERE jumlah_keputusan > 0"
    )
    for permohonan, terakhir, jumlah in akhir:
        satu = rantai.pop(permohonan, [])
        if (
            len(satu) != jumlah
            or not satu
            or satu[-1][1] != terakhir
            or aturan.periksa(satu)
        ):
            salah.add(permohonan)
    return salah | set(rantai)
