"""Read a roster of personnel: check every row of it.

Plain Python. What is said of a problem: see :mod:`impor_pemeriksa`.
"""

from . import roster_aturan
from .impor_kolom import KOLOM
from .impor_pemeriksa import Pemeriksa


class PemeriksaRoster(Pemeriksa):
    """Checks the rows of one roster, one after the other.

    :param kepala: the recognised heading
    :param rujukan: ``{name: Rujukan}`` for agama, kedudukan, golongan_pns,
        golongan_pppk, unit, jabatan, jenis_jabatan, pendidikan
    :param aturan: identity checks, see :mod:`roster_aturan`
    :param hari_ini: the date that ages are counted on
    :param jabatan_baru: unknown posts are noted to be created
    """

    def __init__(self, kepala, rujukan, aturan, hari_ini, jabatan_baru=False):
        super().__init__(kepala, rujukan, hari_ini)
        self.aturan = aturan
        self.jabatan_baru = jabatan_baru
        self._terlihat = {"nip": {}, "nik": {}, "email_dinas": {}}

    def periksa(self, nomor, sel):
        """Return ``(record, problems)``; the record is None when a row is out."""
        rekam = self.mulai(nomor, sel)
        roster_aturan.lengkapi(self, rekam)
        self._rujuk(rekam)
        roster_aturan.periksa(self, rekam)
        self._kembar(rekam)
        return (None if self.bergalat else rekam), self.temuan

    def _rujuk(self, rekam):
        """Replace names and codes of references by ids."""
        for kolom in KOLOM:
            if kolom.tipe != "rujukan" or kolom.nama not in rekam:
                continue
            if kolom.nama == "jenis_jabatan" and "jabatan_baru" not in rekam:
                # Only a post that has to be made needs its kind.
                del rekam["jenis_jabatan"]
                continue
            teks = rekam[kolom.nama]
            daftar, konteks = kolom.rujukan, None
            if daftar == "golongan":
                pppk = rekam.get("status_pegawai", "").startswith("pppk")
                daftar = "golongan_pppk" if pppk else "golongan_pns"
            elif daftar == "jabatan":
                konteks = rekam.get("unit_kerja")
            id_, masalah = self.rujukan[daftar].cari(teks, konteks)
            if not masalah:
                rekam[kolom.nama] = id_
            elif daftar == "jabatan" and masalah != "ganda" and self.jabatan_baru:
                rekam["jabatan_baru"] = rekam.pop("jabatan")
            else:
                del rekam[kolom.nama]
                # A post of an unknown unit: the unit is the problem to name.
                if daftar != "jabatan" or masalah != "ganda" or konteks:
                    self._rujukan_salah(kolom, daftar, teks, masalah)

    def _rujukan_salah(self, kolom, daftar, teks, masalah):
        if masalah != "tidak_ada":
            self.catat(kolom.nama, f"rujukan_{masalah}")
            return
        lain = {"golongan_pns": "golongan_pppk", "golongan_pppk": "golongan_pns"}
        if daftar in lain and not self.rujukan[lain[daftar]].cari(teks)[1]:
            self.catat(kolom.nama, "golongan_bukan_jenisnya")
            return
        saran = self.rujukan[daftar].saran(teks)
        akhir = "_saran" if saran else ""
        self.catat(kolom.nama, f"rujukan_tidak_ada{akhir}", saran=saran)

    def _kembar(self, rekam):
        """Refuse a second row of one NIP, NIK or office address (PRF-NIP-09)."""
        for nama, terlihat in self._terlihat.items():
            nilai = rekam.get(nama)
            if not nilai:
                continue
            if nilai in terlihat:
                self.catat(nama, "kembar_dalam_berkas", lain=terlihat[nilai])
            else:
                terlihat[nilai] = self.nomor
