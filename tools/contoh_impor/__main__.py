"""Write the template and the examples of ``data/impor`` again.

Needs no database: the reference tables are the CSV files of ``asn_base``. The same
seed gives the same people; the files differ only where the columns changed.
"""

import csv
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(AKAR / "addons" / "asn_pegawai"))

from domain import impor_contoh, impor_contoh_buruk, impor_templat  # noqa: E402
from domain.impor_kolom import ROSTER, huruf_kolom  # noqa: E402

TUJUAN = AKAR / "data" / "impor"
_TABEL = AKAR / "addons" / "asn_base" / "data"
_REFERENSI = {
    "golongan": ("Golongan", "asn.golongan"),
    "pendidikan": ("Pendidikan", "asn.pendidikan"),
    "agama": ("Agama", "asn.agama"),
    "kedudukan": ("Kedudukan hukum", "asn.kedudukan.hukum"),
    "jenis_jabatan": ("Jenis jabatan", "asn.jenis.jabatan"),
}


def _baca(model):
    with (_TABEL / f"{model}.csv").open(newline="", encoding="utf-8") as isi:
        return list(csv.DictReader(isi))


def tabel_gaji():
    """Return ``{(golongan, mkg_tahun): rupiah}`` of the newest pay table."""
    kode = {satu["id"]: satu["kode"] for satu in _baca("asn.golongan")}
    baris = sorted(_baca("asn.gaji.pokok"), key=lambda satu: satu["berlaku_mulai"])
    return {
        (kode[satu["golongan_id:id"]], int(satu["mkg_tahun"])): int(satu["gaji_pokok"])
        for satu in baris
    }


def referensi():
    """Return ``{list: (title, [(code, name)])}`` for the template."""
    return {
        nama: (judul, [(satu["kode"], satu["name"]) for satu in _baca(model)])
        for nama, (judul, model) in _REFERENSI.items()
    }


def buku_riwayat(gaji):
    """Return an example with people and three of their histories, a sheet each."""
    orang = impor_contoh.orang(60, seed=1950, gaji=gaji)
    lembar = [("Pegawai", impor_templat.kolom_terisi(ROSTER, orang), orang)]
    for judul, baris in impor_contoh.riwayat(orang).items():
        lembar.append((judul, list(baris[0]), baris))
    return impor_templat.buku(lembar)


def main():
    """Write all files and say which."""
    gaji = tabel_gaji()
    baris, kolom, harapan = impor_contoh_buruk.buruk(gaji)
    TUJUAN.mkdir(parents=True, exist_ok=True)
    berkas = {
        "template.xlsx": impor_templat.templat(referensi()),
        "contoh_baik_1000.xlsx": impor_templat.isi(impor_contoh.orang(1000, gaji=gaji)),
        "contoh_buruk.xlsx": impor_templat.isi(baris, kolom),
        "contoh_riwayat.xlsx": buku_riwayat(gaji),
    }
    for nama, isi in berkas.items():
        (TUJUAN / nama).write_bytes(isi)
        print(f"data/impor/{nama}: {len(isi)} bytes")
    tujuan = TUJUAN / "contoh_buruk_harapan.csv"
    with tujuan.open("w", newline="", encoding="utf-8") as keluar:
        tulis = csv.writer(keluar, lineterminator="\n")
        tulis.writerow(["baris", "kolom", "judul", "tingkat", "kunci"])
        for nomor, nama, tingkat, kunci in harapan:
            huruf = huruf_kolom(kolom.index(nama) + 1)
            tulis.writerow([nomor, huruf, nama, tingkat, kunci])
    print(f"data/impor/{tujuan.name}: {len(harapan)} problems")


if __name__ == "__main__":
    main()
