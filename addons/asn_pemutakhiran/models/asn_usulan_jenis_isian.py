from odoo import models
from odoo.exceptions import UserError

from ..domain import nilai as nilai_tools


class AsnUsulanJenis(models.Model):
    """The questions of a kind, and what is made of the answers."""

    _inherit = "asn.usulan.jenis"

    def _susun_medan(self, rekam):
        """Return the questions of this kind with the present values.

        :param rekam: the record whose values are shown, or an empty one
        """
        self.ensure_one()
        wajib = self._wajib_isian()
        nilai = self._nilai_rekam(rekam) if rekam else {}
        hasil = []
        for nama in self._medan_isian():
            sifat = self._sifat(nama)
            hasil.append(
                {
                    "nama": nama,
                    "label": sifat.label,
                    "bantuan": sifat.bantuan,
                    "tipe": sifat.tipe,
                    "wajib": nama in wajib,
                    # The photograph is the document that is chosen below.
                    "nilai": sifat.tipe != "foto" and nilai.get(nama, False),
                    "teks": self._teks_nilai(rekam, nama) if rekam else "",
                    "pilihan": [list(p) for p in sifat.pilihan],
                    "rujukan": sifat.rujukan or False,
                }
            )
        return hasil

    def _teks_nilai(self, rekam, nama):
        Baris = self.env["asn.usulan.baris"]
        return Baris.new({"jenis_id": self.id})._teks(nama, self._nilai_rekam(rekam))

    def _ringkas_rekam(self, rekam):
        """Return a riwayat row in one line."""
        utama = (self._teks_nilai(rekam, n) for n in rekam._kolom_utama)
        return " · ".join(filter(None, utama)) or rekam.display_name

    def _bersihkan(self, nilai):
        """Return answers as they are kept, those of this kind only.

        :param nilai: ``{field: value}`` as the client sent it
        :raise UserError: an unknown field or a value of another type
        """
        self.ensure_one()
        boleh = self._medan_isian()
        asing = nilai.keys() - set(boleh)
        if asing:
            raise UserError(
                self.env._(
                    "These data are not changed by this proposal: %s.",
                    ", ".join(sorted(str(a)[:60] for a in asing)),
                )
            )
        hasil = {}
        for nama, isi in nilai.items():
            sifat = self._sifat(nama)
            pilihan = [k for k, _label in sifat.pilihan]
            try:
                bersih = nilai_tools.bersihkan(sifat.tipe, isi, pilihan)
            except nilai_tools.NilaiDitolak as tolak:
                raise UserError(self._pesan_nilai(tolak.kode, sifat)) from None
            if sifat.tipe == "many2one" and bersih:
                self._periksa_rujukan(sifat, bersih)
            hasil[nama] = bersih
        if self._is_pribadi():
            # Numbers bare, telephones in one form: as the profile stores them.
            hasil = self.env["hr.employee"]._asn_normalkan(hasil)
        return hasil

    def _periksa_rujukan(self, sifat, nilai):
        """Refuse an entry that the proposer cannot see in its list."""
        Rujukan = self.env[sifat.rujukan].with_context(active_test=False)
        if not Rujukan.search_count([("id", "=", nilai)], limit=1):
            raise UserError(self._pesan_nilai("bukan_pilihan", sifat))

    def _pesan_nilai(self, kode, sifat):
        label = sifat.label
        return {
            "bukan_teks": self.env._("“%s” must be text.", label),
            "terlalu_panjang": self.env._("“%s” is too long.", label),
            "bukan_tanggal": self.env._("“%s” is not a date.", label),
            "bukan_angka": self.env._("“%s” is not a number.", label),
            "bukan_pilihan": self.env._("Choose “%s” from the list.", label),
            "bukan_ya_tidak": self.env._("“%s” is answered with yes or no.", label),
            "jenis_isian": self.env._("“%s” cannot be proposed.", label),
        }[kode]
