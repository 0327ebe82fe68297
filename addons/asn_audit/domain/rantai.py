"""The chain of hashes over traces, and what a broken one shows. No Odoo in here."""

import hashlib
import hmac

AWAL = "0" * 64
#: So many findings say enough; a wrong start would name every row.
MAKS_TEMUAN = 50


def kait(sebelum, urut, isi):
    """Return the hash (hex) of one row.

    :param sebelum: hash of the row before, ``AWAL`` for the first
    :param urut: its place in the chain
    :param isi: its canonical text
    """
    return hashlib.sha256(f"{sebelum}\n{urut}\n{isi}".encode()).hexdigest()


def sambung(sebelum, urut, baris):
    """Return ``[(urut, hash)]`` for rows that follow a link.

    :param urut: place of the link before
    :param baris: canonical texts, in order
    """
    hasil = []
    for isi in baris:
        urut += 1
        sebelum = kait(sebelum, urut, isi)
        hasil.append((urut, sebelum))
    return hasil


def tanda(kunci, isi):
    """Return the keyed digest of a text, or nothing without a key."""
    if not kunci:
        return None
    return hmac.new(kunci.encode(), isi.encode(), hashlib.sha256).hexdigest()


class Pemeriksa:
    """Walks along a chain and collects what is wrong with it.

    :param urut: place of the last row that was cut off, 0 without any
    :param sebelum: its hash
    """

    def __init__(self, urut=0, sebelum=AWAL):
        self.urut, self.sebelum = urut, sebelum
        self.jumlah = 0
        self.temuan = []

    def catat(self, jenis, urut, sampai=None):
        """Add a finding, unless there are more than enough."""
        if len(self.temuan) < MAKS_TEMUAN:
            self.temuan.append((jenis, urut, sampai or urut))

    def baris(self, urut, nilai, isi):
        """Check the next row.

        After a gap the row itself cannot be checked, since the hash before it
        is gone; from then on its stored hash counts.
        """
        self.jumlah += 1
        if urut != self.urut + 1:
            self.catat("hilang", self.urut + 1, urut - 1)
        elif nilai != kait(self.sebelum, urut, isi):
            self.catat("berubah", urut)
        self.urut, self.sebelum = urut, nilai

    def batas(self, sampai, nilai):
        """Compare a seal with the row that it ends with, when just there."""
        if sampai == self.urut and nilai != self.sebelum:
            self.catat("segel", sampai)

    def akhir(self, sampai):
        """Compare the end with the last seal: nothing missing, nothing more."""
        if self.urut < sampai:
            self.catat("hilang", self.urut + 1, sampai)
        elif self.urut > sampai:
            self.catat("sisip", sampai + 1, self.urut)
