"""Make a demo certificate authority and one PKCS#12 file per person.

    python tools/demo_ca.py var/ca 197001011995031001 "Dr. Budi Santoso, M.Si." ...
    python tools/demo_ca.py var/ca --csv orang.csv      (columns nip,nama)

For demonstrations only: the certificates prove nothing to anybody. Files that
exist are kept, so that letters signed with them stay verifiable. Never put the
folder under version control.
"""

import argparse
import csv
import importlib.util
import sys
from pathlib import Path

_MODUL = Path(__file__).parents[1] / "addons/asn_surat/domain/demo_ca.py"


def muat():
    """Return the addon's own plain-Python module, without Odoo."""
    spesifikasi = importlib.util.spec_from_file_location("demo_ca", _MODUL)
    modul = importlib.util.module_from_spec(spesifikasi)
    spesifikasi.loader.exec_module(modul)
    return modul


def baca(argumen):
    """Return ``(nip, name)`` pairs from the command line or a CSV file.

    :raises SystemExit: when NIP and names do not come in pairs
    """
    if argumen.csv:
        with open(argumen.csv, encoding="utf-8", newline="") as berkas:
            return [(baris["nip"], baris["nama"]) for baris in csv.DictReader(berkas)]
    if len(argumen.orang) % 2:
        raise SystemExit("Give a NIP and a name for each person.")
    return list(zip(argumen.orang[::2], argumen.orang[1::2], strict=True))


def main():
    """Make the files and say where they are."""
    pengurai = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pengurai.add_argument("folder", help="private folder, e.g. var/ca")
    pengurai.add_argument("orang", nargs="*", help="NIP name NIP name ...")
    pengurai.add_argument("--csv", help="file with the columns nip,nama")
    pengurai.add_argument("--sandi", default="demo", help="passphrase (demo)")
    argumen = pengurai.parse_args()
    orang = baca(argumen)
    try:
        _pem, hasil = muat().buat_semua(argumen.folder, orang, argumen.sandi)
    except (OSError, ValueError) as galat:
        raise SystemExit(f"Nothing was made: {galat}") from galat
    print(f"{len(hasil)} certificates and the root akar.pem in {argumen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
