"""Reads documents in a process of its own, with limits. No odoo import."""

import contextlib
import json
import subprocess
import sys
import threading
from pathlib import Path

_PROGRAM = Path(__file__).with_name("baca.py")
DETIK_MAKS = 45


class Pembaca:
    """A reader for many documents; a bad one ends its process and not ours.

    Use as a context manager. ``baca`` never raises: a file that breaks the
    process, takes too long or wants too much memory gives ``{"gagal": why}``.
    """

    def __init__(self, detik=DETIK_MAKS):
        self.detik = detik
        self._proses = None

    def __enter__(self):
        return self

    def __exit__(self, *_galat):
        self._akhiri()

    def baca(self, isi, mimetype):
        """Return what :func:`baca.baca` found, or ``{"gagal": why}``."""
        proses = self._mulai()
        waktu = threading.Timer(self.detik, proses.kill)
        waktu.start()
        try:
            proses.stdin.write(f"{mimetype} {len(isi)}\n".encode("ascii"))
            proses.stdin.write(isi)
            proses.stdin.flush()
            baris = proses.stdout.readline()
        except OSError:
            baris = b""
        finally:
            waktu.cancel()
        if not baris:
            self._akhiri()
            return {"gagal": "waktu"}
        return json.loads(baris)

    def _mulai(self):
        if self._proses is None:
            self._proses = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", str(_PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._proses

    def _akhiri(self):
        proses, self._proses = self._proses, None
        if proses is None:
            return
        proses.kill()
        # Closing flushes bytes that a dead reader never took.
        with contextlib.suppress(OSError):
            proses.stdin.close()
        proses.stdout.close()
        proses.wait()
