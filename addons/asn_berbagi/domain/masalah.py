"""Errors of the API as RFC 9457 problems. Plain Python."""

#: Stable code: status and title.
KODE = {
    "permintaan_tidak_sah": (400, "Permintaan tidak sah"),
    "kunci_tidak_sah": (401, "Kunci tidak sah"),
    "cakupan_kurang": (403, "Di luar yang disetujui"),
    "ip_ditolak": (403, "Alamat jaringan tidak terdaftar"),
    "izin_berakhir": (403, "Persetujuan data tidak berlaku"),
    "tidak_ditemukan": (404, "Tidak ditemukan"),
    "kursor_usang": (410, "Kursor usang"),
    "batas_terlampaui": (429, "Batas permintaan terlampaui"),
}


class Masalah(Exception):
    """What went wrong with a request of a consumer, safe to be shown to it.

    :param kode: stable code, see ``KODE``
    :param rincian: one sentence that says what to do, in Indonesian
    :param galat: list of ``{"bidang": ..., "pesan": ...}``
    :param tunggu: seconds for ``Retry-After``
    """

    def __init__(self, kode, rincian, galat=(), tunggu=None):
        super().__init__(kode)
        self.kode, self.rincian, self.galat = kode, rincian, list(galat)
        self.tunggu = tunggu
        self.status, self.judul = KODE[kode]

    def badan(self, nomor):
        """Return the body of the answer; ``nomor`` is the request's id."""
        badan = {
            "type": "about:blank",
            "title": self.judul,
            "status": self.status,
            "detail": self.rincian,
            "instance": f"urn:uuid:{nomor}",
            "kode": self.kode,
        }
        if self.galat:
            badan["galat"] = self.galat
        return badan
