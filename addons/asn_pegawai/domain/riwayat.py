"""Check the rows of a riwayat sheet; the columns come from the model's fields.

Plain Python. What a kind of riwayat demands is said by its columns and by its key:
the fields that make two rows of one person the same row.
"""

from .impor_nilai import tampil
from .impor_pemeriksa import Pemeriksa

#: Columns that every riwayat sheet has beside the fields of its model.
NIP, NAMA, KOREKSI = "nip", "nama_pegawai", "koreksi_dari"


class PemeriksaRiwayat(Pemeriksa):
    """Checks riwayat rows, each of which belongs to a person by NIP.

    :param kunci: names of the key fields
    :param periksa_nip: ``nip -> [(rule, level, key)]``
    :param sebaiknya: fields without which a decided row is only warned about
    """

    def __init__(self, kepala, rujukan, hari_ini, kunci, periksa_nip, sebaiknya=()):
        super().__init__(kepala, rujukan, hari_ini)
        self.kunci = kunci
        self.periksa_nip = periksa_nip
        self.sebaiknya = sebaiknya
        self._terlihat = {}

    def periksa(self, nomor, sel):
        """Return ``(record, problems)``; the record is None when a row is out."""
        rekam = self.mulai(nomor, sel)
        rekam.pop(NAMA, None)
        self._nip(rekam)
        self._rujuk(rekam)
        self._tanggal(rekam)
        for nama in self.sebaiknya:
            if nama not in rekam and nama not in self.mentah:
                self.catat(nama, "riwayat_tanpa_bukti", "W")
        self._kembar(rekam)
        return (None if self.bergalat else rekam), self.temuan

    def _nip(self, rekam):
        nip = rekam.get(NIP)
        for _aturan, tingkat, pesan in self.periksa_nip(nip) if nip else ():
            if tingkat == "E":
                self.catat(NIP, pesan, tingkat)

    def _rujuk(self, rekam):
        """Replace names and codes of references by ids; a unit before its post."""
        kolom = [k for k in self.kolom if k.tipe == "rujukan" and k.nama in rekam]
        for satu in sorted(kolom, key=lambda k: k.rujukan == "jabatan"):
            daftar, konteks = satu.rujukan, None
            if daftar == "golongan":
                daftar = f"golongan_{self._kelompok(rekam)}"
            elif daftar == "jabatan":
                konteks = self._unit(rekam)
            teks = rekam[satu.nama]
            id_, masalah = self.rujukan[daftar].cari(teks, konteks)
            if not masalah:
                rekam[satu.nama] = id_
                continue
            del rekam[satu.nama]
            if masalah == "tidak_ada":
                saran = self.rujukan[daftar].saran(teks)
                akhir = "_saran" if saran else ""
                self.catat(satu.nama, f"rujukan_tidak_ada{akhir}", saran=saran)
            else:
                self.catat(satu.nama, f"rujukan_{masalah}")

    @staticmethod
    def _kelompok(rekam):
        """Return which grades a number of this kind has: digits 13 and 14 say it."""
        return "pppk" if str(rekam.get(NIP, ""))[12:14] >= "21" else "pns"

    def _unit(self, rekam):
        for kolom in self.kolom:
            if kolom.rujukan == "unit" and isinstance(rekam.get(kolom.nama), int):
                return rekam[kolom.nama]
        return None

    def _tanggal(self, rekam):
        """Check that decrees are not of the future and nothing ends before it began."""
        for nama in ("tanggal_sk", "tanggal_surat", "tanggal_sertifikat"):
            if rekam.get(nama) and rekam[nama] > self.hari_ini:
                self.catat(nama, "sk_masa_depan")
        for mulai, selesai in (
            ("tmt", "tmt_selesai"),
            ("tanggal_mulai", "tanggal_selesai"),
        ):
            awal, akhir = rekam.get(mulai), rekam.get(selesai)
            if awal and akhir and akhir < awal:
                self.catat(selesai, "riwayat_terbalik")

    def _kembar(self, rekam):
        """Refuse a second row with the key of an earlier one, same or not."""
        if self.bergalat:
            return
        kunci = (rekam[NIP], *(rekam.get(nama) for nama in self.kunci))
        lama = self._terlihat.setdefault(kunci, self.nomor)
        if lama != self.nomor:
            nama = next((n for n in self.kunci if n in self.mentah), NIP)
            self.catat(
                nama, "riwayat_kembar", lain=lama, nilai=tampil(self.mentah.get(nama))
            )
