"""An office that many classes begin with is built once.

Classes whose ``_buat_kota`` does the same on the same day, and which follow one
another, run in one transaction: the office, a savepoint, the first class, back to the
savepoint, the next class. Any other class closes it first, so that nobody sees the
office or waits for it.
"""

import inspect
from collections import deque
from copy import deepcopy
from datetime import date
from unittest.mock import patch

from freezegun.api import freeze_factories
from odoo.modules.registry import Registry
from odoo.sql_db import Savepoint
from odoo.tests import loader
from odoo.tests.common import HttpCase, TransactionCase, get_db_name

from . import murni, singgahan

_setUpClass = TransactionCase.setUpClass.__func__


def _kunci(kelas):
    """Return what decides the office of a class; None for a class that shares none."""
    if issubclass(kelas, HttpCase) or kelas.freeze_time:
        return None
    garis = kelas.__mro__[: kelas.__mro__.index(TransactionCase)]
    pemilik = next((k for k in garis if "_buat_kota" in vars(k)), None)
    if not pemilik:
        return None
    bawah = garis[garis.index(pemilik) :]
    if any("setUpClass" in vars(k) for k in bawah if k not in pemilik.__mro__):
        return None  # something has to happen before the office is built
    langkah = {
        nama
        for k in pemilik.__mro__
        for nama, nilai in vars(k).items()
        if isinstance(nilai, classmethod) and nama != "setUpClass"
    }
    hari = freeze_factories[-1]() if freeze_factories else date.today()
    return hari, [inspect.getattr_static(kelas, nama) for nama in sorted(langkah)]


class Kantor:
    """A transaction with an office in it, lent to one class after the other."""

    ini = None

    def __init__(self, kunci):
        self.kunci = kunci
        self.registry = Registry(get_db_name())
        self.cr = self.registry.cursor()
        self.cr.close = self._kembali
        self.nilai = None

    @classmethod
    def untuk(cls, kelas):
        """Return the office of a class, open or new, or None."""
        kunci = _kunci(kelas)
        if cls.ini and (cls.ini.kunci != kunci or cls.ini.nilai is None):
            cls.tutup()
        if kunci and not cls.ini:
            cls.ini = cls(kunci)
        return cls.ini

    @classmethod
    def tutup(cls):
        """End the transaction of the open office."""
        if cls.ini:
            cr, cls.ini = cls.ini.cr, None
            del cr.close
            cr.close()

    def pinjamkan(self, kelas):
        """Set a class up in this office."""
        with patch.object(self.registry, "cursor", lambda readonly=False: self.cr):
            _setUpClass(kelas)
        if self.nilai is None:
            self._bangun(kelas)
        else:
            singgahan.kembalikan(self.simpanan, semua=True)
            murni.mulai(self.urutan)
        for nama, nilai in self.nilai.items():
            setattr(kelas, nama, dict(nilai) if isinstance(nilai, dict) else nilai)

    def _bangun(self, kelas):
        sebelum = set(vars(kelas))
        kelas._buat_kota()
        kelas.env.flush_all()
        self.simpanan = singgahan.isi(self.registry)
        self.urutan = murni.urutan()
        self.panggilan = [(c, *_isi(c)) for c in self._callbacks()]
        self.savepoint = Savepoint(self.cr)
        self.nilai = {n: v for n, v in vars(kelas).items() if n not in sebelum}

    def _callbacks(self):
        cr = self.cr
        return cr.precommit, cr.postcommit, cr.prerollback, cr.postrollback

    def _kembali(self):
        """Undo what a class has done; stands where a class closes its cursor."""
        if self.nilai is None:
            return
        self.cr.transaction.clear()
        for callback, fungsi, data in self.panggilan:
            callback._funcs, callback.data = deque(fungsi), deepcopy(data)
        self.savepoint.rollback()


def _isi(callback):
    return deque(callback._funcs), deepcopy(callback.data)


def pasang():
    """Let classes of one office share it."""

    def setUpClass(cls):
        murni.mulai(0)
        kantor = Kantor.untuk(cls)
        if kantor:
            kantor.pinjamkan(cls)
        else:
            _setUpClass(cls)

    TransactionCase.setUpClass = classmethod(setUpClass)
    jalan = loader.run_suite

    def run_suite(*posisi, **pilihan):
        try:
            return jalan(*posisi, **pilihan)
        finally:
            Kantor.tutup()

    loader.run_suite = run_suite
