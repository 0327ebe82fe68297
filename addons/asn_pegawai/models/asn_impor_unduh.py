import base64

from odoo import api, models

from ..domain import impor_berkas, impor_templat


class AsnImpor(models.Model):
    """Workbooks that an import gives: templates, problems, refused rows, results."""

    _inherit = "asn.impor"

    def action_unduh_masalah(self):
        """Download the problems as a spreadsheet."""
        self.ensure_one()
        return self._unduh(f"/asn/impor/{self.id}/masalah")

    def action_unduh_ditolak(self):
        """Download the refused rows as they came, each with its reasons."""
        self.ensure_one()
        return self._unduh(f"/asn/impor/{self.id}/ditolak")

    def action_unduh_hasil(self):
        """Download what became of every row."""
        self.ensure_one()
        return self._unduh(f"/asn/impor/{self.id}/hasil")

    def action_unduh_templat(self):
        """Download the empty template with the references of this database."""
        jenis = self.jenis if len(self) == 1 else False
        return self._unduh(f"/asn/impor/templat/{jenis or 'semua'}")

    @api.model
    def _unduh(self, alamat):
        return {"type": "ir.actions.act_url", "url": alamat, "target": "download"}

    # -- files -------------------------------------------------------------

    @api.model
    def _isi_templat(self, kode="semua"):
        """Return the template of one kind, or of all, as bytes; None when unknown."""
        jenis = [j for j in self._semua_jenis() if kode in ("semua", j.kode)]
        if not jenis:
            return None
        return impor_templat.templat(self._referensi(jenis), jenis)

    def _isi_masalah(self):
        """Return the problems as a spreadsheet in bytes."""
        _ = self.env._
        judul = [
            (_("Sheet"), 22),
            (_("Row"), 8),
            (_("Column"), 9),
            (_("Heading"), 22),
            (_("Value"), 34),
            (_("Severity"), 14),
            (_("Problem"), 90),
        ]
        tingkat = dict(
            self.masalah_ids._fields["tingkat"]._description_selection(self.env)
        )
        baris = [
            (m.lembar_id.name, m.baris, m.kolom, m.judul, m.nilai, tingkat[m.tingkat],
             m.pesan)
            for m in self.masalah_ids
        ]  # fmt: skip
        return impor_templat.daftar_masalah(judul, baris)

    def _isi_ditolak(self):
        """Return the refused rows as a workbook that can be corrected and uploaded.

        The rows are read from the file again, sheet by sheet; the last column says
        why each was refused and is read past when the file comes back.
        """
        isi = base64.b64decode(self.with_context(bin_size=False).file)
        with impor_berkas.Buku(isi) as buku:
            lembar = [
                (satu.name, self._baris_ditolak(satu, buku))
                for satu in self.lembar_ids
                if satu.name in buku.nama and satu._muat_ditolak()
            ]
            return impor_templat.daftar_ditolak(lembar)

    def _baris_ditolak(self, lembar, buku):
        """Yield the heading, then refused rows, as lists of cells and the reasons."""
        ditolak = lembar._muat_ditolak()
        kepala = {kolom.urutan: kolom.judul for kolom in lembar.kolom_ids}
        lebar = max(kepala, default=-1) + 1
        yield [kepala.get(n, "") for n in range(lebar)], "alasan_ditolak"
        for nomor, sel in buku.baris(lembar.name):
            if nomor in ditolak and nomor > 0:
                nilai = [satu.nilai for satu in sel[:lebar]]
                yield (
                    nilai + [None] * (lebar - len(nilai)),
                    self._alasan(ditolak[nomor]),
                )

    @api.model
    def _alasan(self, temuan):
        """Return the reasons of one row in one cell."""
        return "; ".join(
            f"{judul or huruf}: {self._teks_masalah(kunci, rincian)}"
            for huruf, judul, kunci, rincian in temuan
        )

    def _isi_hasil(self):
        """Return what became of every row as a workbook in bytes."""
        _ = self.env._
        hasil = {
            "baru": _("New"), "ubah": _("Changed"), "sama": _("Unchanged"),
            "gagal": _("Refused"), "ditarik": _("Undone"),
        }  # fmt: skip
        judul = [(_("Sheet"), 22), (_("Row"), 8), (_("NIP"), 22), (_("Result"), 14),
                 (_("After the Undoing"), 60)]  # fmt: skip

        def baris():
            for bagian in (*self._bagian("selesai"), *self._bagian("ditarik")):
                for r in bagian._muat_jejak():
                    tarik = r.get("t", "")
                    tarik = hasil.get(tarik) or (tarik and self._teks_tarik(tarik))
                    yield bagian.lembar_id.name, r["b"], r["n"], hasil[r["h"]], tarik

        return impor_templat.daftar_masalah(judul, baris())

    @api.model
    def _teks_tarik(self, kunci):
        kosong = {"apa": "...", "kolom": "...", "sebab": "..."}
        return self._teks_masalah(kunci, kosong)
