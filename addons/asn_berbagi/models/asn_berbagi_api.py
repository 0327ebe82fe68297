import time
from dataclasses import dataclass, field

from odoo import api, models
from odoo.tools import SQL

from ..domain import parameter as parameter_tools
from ..domain.masalah import Masalah

#: Query parameters whose value is personal: the log keeps only that they were given.
_PRIBADI = frozenset({"nip", "kursor", "setelah"})


@dataclass
class Konteks:
    """What is known of one call; filled while it is answered, then logged."""

    nomor: str
    rute: str
    alamat: str
    konsumen: object
    kunci: object
    izin: object
    parameter: dict = field(default_factory=dict)
    bidang: list = field(default_factory=list)
    jumlah: int = 0
    pegawai: set = field(default_factory=set)


class AsnBerbagiApi(models.AbstractModel):
    """From a key to an answer: who calls, what is allowed, what was given."""

    _name = "asn.berbagi.api"
    _description = "Data-Sharing API"

    @api.model
    def _layani(self, sumber, kunci, alamat, mentah, **jalur):
        """Answer one call and log it, refused ones included.

        :param sumber: name of the resource, a key of ``parameter.PARAMETER``
        :param kunci: the key as it came
        :param mentah: query parameters as they came
        :return: ``(status, body, seconds to wait or None, request id)``
        """
        mulai = time.monotonic()
        kosong = {
            "konsumen": self.env["asn.berbagi.konsumen"],
            "kunci": self.env["asn.berbagi.kunci"],
            "izin": self.env["asn.permintaan.data"],
        }
        Akses = self.env["asn.berbagi.akses"]
        konteks = Konteks(Akses._nomor_baru(), sumber, alamat, **kosong)
        tunggu = None
        try:
            self._kenali(konteks, kunci)
            konteks.parameter = {
                nama: "…" if nama in _PRIBADI else nilai[:100]
                for nama, nilai in mentah.items()
            }
            isi = parameter_tools.baca(sumber, mentah)
            badan = getattr(self.env["asn.berbagi.baca"], f"_{sumber}")(
                konteks, isi, **jalur
            )
            status = 200
        except Masalah as masalah:
            konteks.jumlah, konteks.pegawai = 0, set()
            status, badan = masalah.status, masalah.badan(konteks.nomor)
            tunggu = masalah.tunggu
        Akses._catat(konteks, status, int(1000 * (time.monotonic() - mulai)))
        return status, badan, tunggu, konteks.nomor

    @api.model
    def _kenali(self, konteks, teks):
        """Find consumer and approved request of a key, or refuse.

        :raises Masalah: one text for missing, wrong, expired and revoked keys
        """
        kunci = self.env["asn.berbagi.kunci"]._cari(teks)
        if not kunci or not kunci.konsumen_id.active:
            raise Masalah(
                "kunci_tidak_sah",
                "Kirim kunci yang berlaku di kepala Authorization: Bearer.",
            )
        konteks.kunci, konteks.konsumen = kunci, kunci.konsumen_id
        if not konteks.konsumen._dari_alamat(konteks.alamat):
            raise Masalah(
                "ip_ditolak",
                "Alamat jaringan ini tidak terdaftar untuk aplikasi Anda."
                " Minta Administrator Sistem mendaftarkannya.",
            )
        self._batasi(konteks.konsumen)
        konteks.izin = konteks.konsumen._izin_berlaku()
        if not konteks.izin:
            raise Masalah(
                "izin_berakhir",
                "Tidak ada permintaan data yang disetujui dan masih berlaku."
                " Ajukan permintaan data baru.",
            )
        konteks.bidang = konteks.konsumen._bidang(konteks.izin)

    @api.model
    def _batasi(self, konsumen):
        """Count the call by minute and day, in the database: workers share it.

        :raises Masalah: when one of the limits is passed
        """
        kini = time.gmtime()
        ember = {
            "m:" + time.strftime("%Y-%m-%d %H:%M", kini): konsumen.batas_menit,
            "h:" + time.strftime("%Y-%m-%d", kini): konsumen.batas_hari,
        }
        with self.env.registry.cursor() as cr:
            cr.execute(
                SQL(
                    "INSERT INTO asn_berbagi_hitung AS h (konsumen_id, ember, jumlah)"
                    " SELECT %s, unnest(%s), 1"
                    " ON CONFLICT (konsumen_id, ember)"
                    " DO UPDATE SET jumlah = h.jumlah + 1 RETURNING ember, jumlah",
                    konsumen.id,
                    sorted(ember),
                )
            )
            jumlah = dict(cr.fetchall())
        for nama, batas in ember.items():
            if jumlah[nama] > batas:
                menit = nama.startswith("m:")
                sisa = 60 - kini.tm_sec if menit else 86400 - (time.time() % 86400)
                raise Masalah(
                    "batas_terlampaui",
                    f"Paling banyak {batas} permintaan per "
                    f"{'menit' if menit else 'hari'}. Tunggu sebentar.",
                    tunggu=int(sisa) + 1,
                )
