"""Measure our work beside its peer; see docs/kinerja.md.

    python tools/bench [--conf odoo.conf] [--odoo COMMAND] [--baru]

Writes one JSON object per row to ``var/bench.json``. ``BENCH=name`` runs one row
and leaves the others as they were.
"""

import argparse
import importlib
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from lingkungan import Lingkungan, lapor

AKAR = Path(__file__).resolve().parents[2]
HASIL = AKAR / "var" / "bench.json"
# What `make run` made, unless the caller says otherwise.
_CONF = os.environ.get("ASN_UJI_CONF", str(AKAR / "var" / "odoo.conf"))
_ODOO = os.environ.get("ASN_UJI_ODOO", str(AKAR / "var" / "bin" / "odoo-bin"))
#: Name of the row, also its module, and the ratio that must not be exceeded.
BARIS = {
    "decision": 1.0,
    "audit": 1.1,
    "import_people": 0.2,
    "import_large": 2.0,
    "list_100k": 0.5,
    "form_100k": 0.5,
    "growth_people": 1.3,
    "bulk_200": 0.3,
    "rehearsal_10k": 1.0,
    "worklist_1m": 1.2,
    "forecast_100k": 5.0,
    "kgb_batch": 1.0,
}
#: What else of a row must not be exceeded: linear growth, and what a clock may err.
BATAS = {"forecast_100k": {"growth": 1.05}}


def baca():
    """Return the rows measured before, by name."""
    if not HASIL.exists():
        return {}
    return {baris["name"]: baris for baris in json.loads(HASIL.read_text())}


def main():
    """Run the rows and return the exit code: 1 when a target is missed."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument("--conf", default=_CONF, help="an odoo.conf")
    argumen.add_argument("--odoo", default=_ODOO, help="what starts Odoo")
    argumen.add_argument("--baru", action="store_true", help="rebuild the template")
    pilihan = argumen.parse_args()
    minta = os.environ.get("BENCH")
    if minta and minta not in BARIS:
        argumen.error(f"BENCH={minta} is not one of: {', '.join(BARIS)}")
    kerja = Lingkungan(pilihan.conf, pilihan.odoo)
    kerja.siapkan(baru=pilihan.baru)
    hasil = baca()
    gagal = False
    for nama in [minta] if minta else BARIS:
        mulai = time.monotonic()
        lapor(f"{nama}: start")
        ukuran = importlib.import_module(nama).ukur(kerja)
        baris = {
            "name": nama,
            "ratio": round(ukuran["ours_s"] / ukuran["peer_s"], 3),
            "target": BARIS[nama],
            **ukuran,
        }
        hasil[nama] = baris
        gagal |= baris["ratio"] > baris["target"]
        gagal |= any(baris[n] > nilai for n, nilai in BATAS.get(nama, {}).items())
        HASIL.parent.mkdir(exist_ok=True)
        HASIL.write_text(json.dumps(list(hasil.values()), indent=1) + "\n")
        lapor(f"{nama}: {time.monotonic() - mulai:.0f} s; {json.dumps(baris)}")
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())
