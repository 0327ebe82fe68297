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
        Model = self.env[self.model]
        wajib = self._wajib_isian()
        nilai = self._nilai_rekam(rekam) if rekam else {}
        hasil = []
        for nama in self._medan_isian():
            medan = Model._fields[nama]
            isi = nilai.get(nama, False)
            baris = {
                "nama": nama,
                "label": medan._description_string(self.env),
                "bantuan": medan._description_help(self.env) or "",
                "tipe": medan.type,
                "wajib": nama in wajib,
                "nilai": isi,
                "teks": self._teks_nilai(rekam, nama) if rekam else "",
                "pilihan": [],
                "rujukan": False,
            }
            if medan.type == "selection":
                baris["pilihan"] = [
                    list(p) for p in medan._description_selection(self.env)
                ]
            elif medan.type == "many2one":
                baris["rujukan"] = medan.comodel_name
            hasil.append(baris)
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
        Model = self.env[self.model]
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
            medan = Model._fields[nama]
            pilihan = (
                [k for k, _label in medan._description_selection(self.env)]
                if medan.type == "selection"
                else ()
            )
            try:
                bersih = nilai_tools.bersihkan(medan.type, isi, pilihan)
            except nilai_tools.NilaiDitolak as tolak:
                raise UserError(self._pesan_nilai(tolak.kode, medan)) from None
            if medan.type == "many2one" and bersih:
                self._periksa_rujukan(medan, bersih)
            hasil[nama] = bersih
        if self._is_pribadi():
            # Numbers bare, telephones in one form: as the profile stores them.
            hasil = self.env["hr.employee"]._asn_normalkan(hasil)
        return hasil

    def _periksa_rujukan(self, medan, nilai):
        """Refuse an entry that the proposer cannot see in its list."""
        Rujukan = self.env[medan.comodel_name].with_context(active_test=False)
        if not Rujukan.search_count([("id", "=", nilai)], limit=1):
            raise UserError(self._pesan_nilai("bukan_pilihan", medan))

    def _pesan_nilai(self, kode, medan):
        label = medan._description_string(self.env)
        return {
            "bukan_teks": self.env._("“%s” must be text.", label),
            "terlalu_panjang": self.env._("“%s” is too long.", label),
            "bukan_tanggal": self.env._("“%s” is not a date.", label),
            "bukan_angka": self.env._("“%s” is not a number.", label),
            "bukan_pilihan": self.env._("Choose “%s” from the list.", label),
            "bukan_ya_tidak": self.env._("“%s” is answered with yes or no.", label),
            "jenis_isian": self.env._("“%s” cannot be proposed.", label),
        }[kode]
