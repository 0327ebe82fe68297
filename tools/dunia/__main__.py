"""Make the demo city as large as wanted, inside a database that has it already.

    python tools/dunia --db NAME --pegawai 100000 --permohonan 1000000 [--seed 1945]

People, units, accounts, riwayat and requests are copies of Kota Contoh with other
names, numbers and dates; the same seed gives the same world. Copied decisions keep
their hashes, so chains of copies do not verify, and the trail of changes does not
tell of them: this is for measuring only.
"""

import argparse
import configparser
import os
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg2

sys.path.insert(0, str(Path(__file__).resolve().parent))

from salin import Penyalin

AKAR = Path(__file__).resolve().parents[2]


def sambung(conf, database):
    """Return a connection to a database of the server that ``odoo.conf`` names."""
    pembaca = configparser.RawConfigParser()
    pembaca.read(conf)
    opsi = pembaca["options"]
    nama = {"host": "db_host", "port": "db_port", "user": "db_user",
            "password": "db_password"}  # fmt: skip
    nilai = {kunci: opsi.get(kolom) for kunci, kolom in nama.items()}
    sah = {k: v for k, v in nilai.items() if v and v not in ("False", "None")}
    return psycopg2.connect(dbname=database, **sah)


def besarkan(sambungan, pegawai, permohonan, seed, lapor, kota=0):
    """Enlarge the world in one transaction, then refresh the statistics."""
    with sambungan, sambungan.cursor() as kursor:
        penyalin = Penyalin(kursor, lapor, seed, kota)
        with penyalin.tanpa_jejak():
            penyalin.orang(pegawai)
            penyalin.permohonan(permohonan)
    sambungan.autocommit = True
    with sambungan.cursor() as kursor:
        kursor.execute("ANALYZE")


def main():
    """Read the arguments and enlarge."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument(
        "--conf",
        default=os.environ.get("ASN_UJI_CONF", str(AKAR / "var" / "odoo.conf")),
    )
    argumen.add_argument("--db", required=True)
    argumen.add_argument("--pegawai", type=int, default=0)
    argumen.add_argument("--permohonan", type=int, default=0)
    argumen.add_argument(
        "--kota", type=int, default=0, help="trees of units; by default one per 840"
    )
    argumen.add_argument("--seed", type=int, default=1945)
    pilihan = argumen.parse_args()
    mulai = time.monotonic()

    def lapor(teks):
        sys.stderr.write(f"[{time.monotonic() - mulai:6.1f} s] {teks}\n")

    with closing(sambung(pilihan.conf, pilihan.db)) as sambungan:
        besarkan(
            sambungan,
            pilihan.pegawai,
            pilihan.permohonan,
            pilihan.seed,
            lapor,
            pilihan.kota,
        )
    lapor("done; restart servers of this database, they remember the old sizes")


if __name__ == "__main__":
    main()
