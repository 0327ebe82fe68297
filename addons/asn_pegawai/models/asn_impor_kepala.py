from odoo import api, models
from odoo.exceptions import UserError

from ..domain.impor_kepala import ABAIKAN, tebak_jenis
from ..domain.impor_kolom import ROSTER, huruf_kolom, kunci
from ..domain.impor_nilai import tampil

#: Sheets of our own templates that hold no data.
_BUKAN_DATA = frozenset({"petunjuk", "referensi", "masalah"})


class AsnImpor(models.Model):
    """The sheets and headings of a file, and what a person said about them."""

    _inherit = "asn.impor"

    def _tolak_bila_jalan(self):
        """Refuse changes to what a running or finished import was told."""
        self.check_access("write")
        if any(impor.state not in ("draft", "diperiksa") for impor in self):
            raise UserError(
                self.env._("An import that has begun can no longer be changed.")
            )

    def _periksa_lagi(self):
        """Throw the last check away: sheets or columns mean something else now."""
        for impor in self:
            # sudo: findings and batches are written by nobody but the check.
            sudo = impor.sudo()
            sudo.masalah_ids.unlink()
            sudo.bagian_ids.unlink()
            impor._tulis(impor._AWAL)

    def _daftar_lembar(self, buku):
        """List the visible sheets of the file, keeping what a person chose."""
        ada = {lembar.name: lembar for lembar in self.lembar_ids}
        nama = [satu for satu in buku.nama if kunci(satu) not in _BUKAN_DATA]
        # sudo: sheets are listed by nobody but the check.
        Lembar = self.env["asn.impor.lembar"].sudo()
        for urutan, satu in enumerate(nama):
            vals = {
                "urutan": urutan, "is_terbaca": False, "ada_galat": False,
                "jumlah_baris": 0, "jumlah_siap": 0, "jumlah_baru": 0,
                "jumlah_diperbarui": 0, "jumlah_sama": 0, "jumlah_bermasalah": 0,
                "ditolak": False,
            }  # fmt: skip
            if satu in ada:
                ada[satu]._tulis(vals)
                continue
            jenis = self._tebak_lembar(satu, buku, tunggal=len(nama) == 1)
            Lembar.create({"impor_id": self.id, "name": satu, "jenis": jenis, **vals})
        # sudo: as above.
        self.sudo().lembar_ids.filtered(lambda s: s.name not in nama).unlink()

    def _tebak_lembar(self, nama, buku, tunggal):
        """Return the kind of a sheet, or False where it holds nothing we know."""
        if tunggal and self.jenis:
            return self.jenis
        jenis = tebak_jenis(nama, buku.awal(nama), self._semua_jenis())
        if jenis:
            return jenis.kode
        # The only sheet of a file is certainly meant to be read.
        return ROSTER.kode if tunggal else False

    def _pilihan_kolom(self, lembar):
        """Return ``{flattened heading: field}``: remembered, then chosen now."""
        hasil = self.env["asn.impor.pemetaan"]._pilihan_lama(lembar.jenis)
        for kolom in lembar.kolom_ids:
            if kolom.asal == "pilihan" and kolom.tujuan:
                hasil[kunci(kolom.judul)] = kolom.tujuan
        return hasil

    def _catat_kolom(self, lembar, kepala, buku):
        """List the headings and what each was taken for."""
        lama = self.env["asn.impor.pemetaan"]._pilihan_lama(lembar.jenis)
        dipilih = {
            kunci(k.judul) for k in lembar.kolom_ids if k.asal == "pilihan" and k.tujuan
        }
        contoh = self._nilai_pertama(kepala, buku.awal(lembar.name))
        vals_list = []
        for indeks, judul in sorted(kepala.judul.items()):
            k, kolom = kunci(judul), kepala.kolom.get(indeks)
            tujuan = kolom.nama if kolom else lama.get(k) == ABAIKAN and ABAIKAN
            asal = "nama" if kolom else "asing"
            if k in dipilih:
                asal = "pilihan"
                tujuan = tujuan or ABAIKAN
            elif k in lama:
                asal = "ingat"
            elif not kolom and k in kepala.jenis.dilewati:
                asal = "lewat"
            vals_list.append(
                {
                    "lembar_id": lembar.id,
                    "urutan": indeks,
                    "huruf": huruf_kolom(indeks + 1),
                    "judul": judul,
                    "contoh": contoh.get(indeks, ""),
                    "tujuan": tujuan,
                    "asal": asal,
                }
            )
        # sudo: columns are listed by nobody but the check.
        lembar.sudo().kolom_ids.unlink()
        # sudo: as above.
        self.env["asn.impor.kolom"].sudo().create(vals_list)

    @api.model
    def _nilai_pertama(self, kepala, awal):
        """Return the first value below each heading, to tell columns apart."""
        contoh = {}
        for nomor, sel in awal:
            if nomor <= kepala.baris:
                continue
            for indeks, satu in enumerate(sel):
                if satu.nilai is not None:
                    contoh.setdefault(indeks, tampil(satu.nilai))
        return contoh
