"""15,000 people with ten riwayat each, from the workbook to the end, killed once.

A server with its scheduler does the work, as for an administrator who uploads one
file. Half-way the server is killed and started again; the import goes on by itself.
The peer is what stock Odoo needs for as many bare names, measured on a part of them.
"""

import base64
import os
import socket
import subprocess
import time

from import_people import buat_unit, muat_stok
from lingkungan import lapor

#: BENCH_N makes a quick look possible; the row says what n was.
_JUMLAH = int(os.environ.get("BENCH_N") or 15_000)
#: Names that the peer really loads; its time is multiplied.
_CONTOH = 500
_TAHUN_CUTI = range(2018, 2026)
_BATAS = 3 * 3600


def ukur(kerja):
    """Return seconds of ours and of the peer, with the steps and the peak memory."""
    with kerja.salinan("import_peer") as registry:
        mereka = muat_stok(registry, _CONTOH) * _JUMLAH / _CONTOH
    with kerja.salinan("import_besar") as registry:
        nomor, ukuran = _unggah(registry)
        hasil = _Peladen(kerja, registry, nomor).jalan()
        _periksa_hasil(registry, nomor)
    hitung = {n: round(v, 1) for n, v in hasil.items()}
    total = hitung["check_s"] + hitung["import_s"]
    return {
        "ours_s": round(total, 1),
        "peer_s": round(mereka, 1),
        "n": _JUMLAH,
        "file_mb": round(ukuran / 2**20, 1),
        **hitung,
    }


def _unggah(registry):
    """Upload the workbook and ask for the check; return import id and bytes."""
    from odoo import SUPERUSER_ID, api
    from odoo.addons.asn_pegawai.domain import impor_contoh, impor_templat
    from odoo.addons.asn_pegawai.domain.impor_kolom import ROSTER

    with registry.cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {"lang": "id_ID"})
        Impor = env["asn.impor"]
        orang = impor_contoh.orang(_JUMLAH, seed=11, gaji=Impor._tabel_gaji())
        lembar = [("Pegawai", impor_templat.kolom_terisi(ROSTER, orang), orang)]
        for judul, baris in impor_contoh.riwayat(orang, _TAHUN_CUTI).items():
            lembar.append((judul, list(baris[0]), baris))
        isi = impor_templat.buku(lembar)
        buat_unit(env, {satu["unit_kerja"] for satu in orang})
        impor = Impor.create(
            {
                "file": base64.b64encode(isi),
                "nama_file": "besar.xlsx",
                "buat_jabatan": True,
                "mode": "baik",
            }
        )
        impor.action_periksa()
        cr.commit()
        lapor(f"import_large: {len(isi) / 2**20:.1f} MB, {_JUMLAH} people")
        return impor.id, len(isi)


class _Peladen:
    """A server on the clone, watched from outside."""

    def __init__(self, kerja, registry, nomor):
        self.kerja, self.registry, self.nomor = kerja, registry, nomor
        self.puncak = 0

    def jalan(self):
        """Check, import, kill half-way, go on; return seconds and peak megabytes."""
        self._mulai()
        try:
            mulai = time.monotonic()
            self._sampai("memeriksa")
            periksa = time.monotonic() - mulai
            self._setujui()
            mulai = time.monotonic()
            posisi = self._sampai("berjalan", separuh=True)
            self.proses.kill()
            self.proses.wait()
            self._mulai()
            henti = time.monotonic()
            self._sampai("berjalan", melewati=posisi)
            lanjut = time.monotonic() - henti
            self._sampai("berjalan")
            impor = time.monotonic() - mulai
        finally:
            self.proses.kill()
            self.proses.wait()
        return {
            "check_s": periksa,
            "import_s": impor,
            "resumed_after_s": lanjut,
            "peak_mb": self.puncak / 1024,
        }

    def _mulai(self):
        with socket.socket() as colok:
            colok.bind(("127.0.0.1", 0))
            porta = colok.getsockname()[1]
        nama = self.registry.db_name
        self.proses = subprocess.Popen(
            [
                *self.kerja.odoo, "-c", str(self.kerja.conf), "-d", nama,
                "--db-filter", f"^{nama}$", "--http-port", str(porta),
                "--max-cron-threads", "1", "--log-level=error",
            ]
        )  # fmt: skip

    def _keadaan(self):
        """Return state, position and rows of the import, and note the memory."""
        with open(f"/proc/{self.proses.pid}/status") as berkas:
            for baris in berkas:
                if baris.startswith("VmHWM"):
                    self.puncak = max(self.puncak, int(baris.split()[1]))
        return self.kerja.jalankan_sql(
            self.registry.db_name,
            "SELECT state, posisi, jumlah_siap, jumlah_baris, pesan"
            f" FROM asn_impor WHERE id = {self.nomor}",
        )[0]

    def _sampai(self, keadaan, separuh=False, melewati=None):
        """Wait until the state is another, or the position is far enough."""
        akhir, kabar = time.monotonic() + _BATAS, 0
        while time.monotonic() < akhir:
            if self.proses.poll() is not None:
                raise RuntimeError("the server stopped")
            state, posisi, siap, baris, pesan = self._keadaan()
            if state != keadaan:
                if state not in ("diperiksa", "selesai"):
                    raise RuntimeError(f"the import is {state}: {pesan}")
                return posisi
            if separuh and posisi * 2 >= siap:
                return posisi
            if melewati is not None and posisi > melewati:
                return posisi
            if time.monotonic() - kabar > 60:
                kabar = time.monotonic()
                lapor(f"import_large: {state} {posisi} of {siap}, {baris} rows read")
            # The scheduler looks once a minute, or at once when it is told.
            self.kerja.jalankan_sql(
                "postgres",
                f"SELECT pg_notify('cron_trigger', '{self.registry.db_name}')",
            )
            time.sleep(1)
        raise RuntimeError("the import did not end in time")

    def _setujui(self):
        """Start the import, as the button does."""
        from odoo import SUPERUSER_ID, api

        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"lang": "id_ID"})
            env["asn.impor"].browse(self.nomor).action_jalankan()
            cr.commit()


def _periksa_hasil(registry, nomor):
    """Refuse a measurement of something that did not happen."""
    with registry.cursor() as cr:
        cr.execute(
            "SELECT state, jumlah_baru, jumlah_riwayat, jumlah_galat"
            " FROM asn_impor WHERE id = %s",
            [nomor],
        )
        state, baru, riwayat, galat = cr.fetchone()
        if state != "selesai" or baru < _JUMLAH or galat:
            raise RuntimeError(f"{state}: {baru} people, {riwayat} rows, {galat} bad")
        cr.execute("SELECT count(*), count(DISTINCT nip) FROM hr_employee WHERE nip IS NOT NULL")  # fmt: skip
        orang, nip = cr.fetchone()
        if orang != nip:
            raise RuntimeError("people twice after the kill")
        lapor(f"import_large: {baru} people, {riwayat} riwayat rows")
