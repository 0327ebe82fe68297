"""Back up database and attachments, try the restore, and record the result.

Run by config/systemd/asn-backup.service as the user of the service. Every run makes
a folder of its own; it is complete only when CHECKSUMS is there. The result, good or
bad, is written to HASIL.json in that folder and into the application
(tools/catat_cadangan.py). With --uji-pulih the dump is restored into a scratch
database, compared with what was dumped, and dropped again.
"""

import argparse
import datetime
import hashlib
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UJI = "asn_uji_pulih"
#: Tables whose rows are compared after a restore, where they exist.
TABEL = (
    "hr_employee",
    "res_users",
    "ir_attachment",
    "asn_dokumen",
    "asn_surat",
    "asn_permohonan",
    "asn_jejak_akses",
)
#: Stored files whose content is compared after a restore.
CONTOH = 200


def jalankan(*perintah):
    """Run a command and return what it printed.

    :raise subprocess.CalledProcessError: it failed; its complaint is in ``stderr``
    """
    return subprocess.run(perintah, check=True, capture_output=True, text=True).stdout


def sidik(berkas, cara="sha256"):
    """Return the checksum of a file without reading it at once."""
    with berkas.open("rb") as isi:
        return hashlib.file_digest(isi, cara).hexdigest()


def hitung(basis):
    """Return ``{table: rows}`` of the compared tables of a database."""
    nama = ",".join(f"'{tabel}'" for tabel in TABEL)
    ada = jalankan(
        "psql", "-AtX", "-d", basis, "-c",
        f"SELECT relname FROM pg_class WHERE relkind = 'r' AND relname IN ({nama})",
    ).split()  # fmt: skip
    return {
        tabel: int(
            jalankan(
                "psql", "-AtX", "-d", basis, "-c", f'SELECT count(*) FROM "{tabel}"'
            )
        )
        for tabel in sorted(ada)
    }


def cadangkan(basis, data, folder):
    """Write dump, attachments and checksums into an empty folder.

    :return: rows of the compared tables, counted just before the dump
    """
    baris = hitung(basis)
    jalankan("pg_dump", "-Fc", "-f", str(folder / "database.dump"), basis)
    lampiran = data / "filestore" / basis
    with tarfile.open(folder / "filestore.tar.gz", "w:gz") as paket:
        if lampiran.is_dir():
            paket.add(lampiran, arcname=basis)
    baris_sidik = [
        f"{sidik(folder / nama)}  {nama}\n"
        for nama in ("database.dump", "filestore.tar.gz")
    ]
    (folder / "CHECKSUMS").write_text("".join(baris_sidik))
    return baris


def periksa_sidik(folder):
    """Return the names of files that are not what CHECKSUMS says."""
    rusak = []
    for baris in (folder / "CHECKSUMS").read_text().splitlines():
        jumlah, nama = baris.split("  ", 1)
        if not (folder / nama).exists() or sidik(folder / nama) != jumlah:
            rusak.append(nama)
    return rusak


def periksa_lampiran(folder, batas=CONTOH):
    """Return ``(checked, broken)``: stored files are named by their own SHA-1."""
    diperiksa, rusak = 0, []
    with tarfile.open(folder / "filestore.tar.gz") as paket:
        for anggota in paket:
            nama = Path(anggota.name).name
            if not anggota.isfile() or len(nama) != 40:
                continue
            isi = paket.extractfile(anggota).read()
            # The name that Odoo gives is an address and no protection.
            if hashlib.sha1(isi, usedforsecurity=False).hexdigest() != nama:
                rusak.append(anggota.name)
            diperiksa += 1
            if diperiksa == batas:
                break
    return diperiksa, rusak


def uji_pulih(folder, harap):
    """Restore into a scratch database and compare; it is dropped in any case.

    Rows may have come between the count and the dump: fewer is a failure.

    :param harap: ``{table: rows}`` counted before the dump
    :return: ``(good, text)``
    """
    if rusak := periksa_sidik(folder):
        return False, f"Sidik tidak cocok: {', '.join(rusak)}"
    jalankan("dropdb", "--if-exists", UJI)
    jalankan("createdb", "-T", "template0", UJI)
    try:
        jalankan("pg_restore", "-d", UJI, "--no-owner", str(folder / "database.dump"))
        dapat = hitung(UJI)
    finally:
        jalankan("dropdb", "--if-exists", UJI)
    diperiksa, rusak = periksa_lampiran(folder)
    kurang = {t: (n, dapat.get(t)) for t, n in harap.items() if dapat.get(t, -1) < n}
    rinci = [f"{len(dapat)} tabel dan {diperiksa} berkas diperiksa"]
    rinci += [f"{tabel}: {jumlah}" for tabel, jumlah in dapat.items()]
    rinci += [f"KURANG {tabel}: {a} menjadi {b}" for tabel, (a, b) in kurang.items()]
    rinci += [f"RUSAK {nama}" for nama in rusak]
    return not kurang and not rusak, "\n".join(rinci)


def kini():
    """Return this moment as ISO text in UTC."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def laksanakan(basis, data, folder, uji):
    """Back up and return the result as a dictionary; never raises for a failure."""
    hasil = {"folder": folder.name, "mulai": kini(), "uji_pulih": "tidak"}
    try:
        baris = cadangkan(basis, data, folder)
        hasil |= {
            "hasil": "baik",
            "sidik": sidik(folder / "CHECKSUMS"),
            "ukuran_mb": round(
                sum(f.stat().st_size for f in folder.iterdir()) / 1024**2, 1
            ),
        }
    except (OSError, subprocess.CalledProcessError, ValueError) as galat:
        return hasil | {"hasil": "gagal", "pesan": pesan(galat), "selesai": kini()}
    if uji:
        try:
            baik, rinci = uji_pulih(folder, baris)
        except (OSError, subprocess.CalledProcessError, ValueError) as galat:
            baik, rinci = False, pesan(galat)
        hasil |= {"uji_pulih": "baik" if baik else "gagal", "rincian_uji": rinci}
    return hasil | {"selesai": kini()}


def pesan(galat):
    """Return what a failed step said, short."""
    return (getattr(galat, "stderr", None) or str(galat)).strip()[-1000:]


def catat(basis, konf, berkas):
    """Record the result in the application, through its own rules."""
    catatan = ROOT / "tools" / "catat_cadangan.py"
    with catatan.open() as naskah:
        subprocess.run(
            [
                sys.executable, str(ROOT / "tools" / "odoo_bin.py"), "shell",
                "-c", konf, "-d", basis, "--no-http", "--log-level=error",
            ],
            stdin=naskah,
            env={**os.environ, "ASN_HASIL_CADANGAN": str(berkas)},
            check=True,
        )  # fmt: skip


def main():
    """Back up once; the exit code is 1 when the backup or its test failed."""
    tanya = argparse.ArgumentParser(description=__doc__)
    tanya.add_argument("--db", required=True, help="database")
    tanya.add_argument("--data", required=True, type=Path, help="data_dir of Odoo")
    tanya.add_argument("--ke", required=True, type=Path, help="folder of all backups")
    tanya.add_argument("--konf", help="odoo.conf; without it nothing is recorded")
    tanya.add_argument("--uji-pulih", action="store_true", help="try the restore")
    pilih = tanya.parse_args()
    os.umask(0o077)
    folder = pilih.ke / kini().replace("-", "").replace(":", "")
    folder.mkdir(parents=True)
    hasil = laksanakan(pilih.db, pilih.data, folder, pilih.uji_pulih)
    berkas = folder / "HASIL.json"
    berkas.write_text(json.dumps(hasil, indent=1) + "\n")
    if pilih.konf:
        catat(pilih.db, pilih.konf, berkas)
    return int(hasil["hasil"] != "baik" or hasil["uji_pulih"] == "gagal")


if __name__ == "__main__":
    sys.exit(main())
