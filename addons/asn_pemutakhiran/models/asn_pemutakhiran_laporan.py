import io

import xlsxwriter
from odoo import fields, models

from .asn_pemutakhiran_peserta import BELUM_SELESAI

#: Columns of the first sheet, as ``get_laporan`` names them.
_KOLOM_UNIT = (
    "unit",
    "jumlah",
    "selesai",
    "sebagian",
    "belum",
    "persen",
    "keluar",
    "diterima",
    "menunggu",
    "ditolak",
)


class AsnPemutakhiran(models.Model):
    """The report of a campaign as a workbook."""

    _inherit = "asn.pemutakhiran"

    def _buku_laporan(self):
        """Return the bytes of the report, read with the present user's rights.

        First sheet: progress by unit. Second: who is not complete, to follow up.
        """
        self.ensure_one()
        simpan = io.BytesIO()
        # Texts stay texts: a name beginning with "=" is no formula.
        buku = xlsxwriter.Workbook(
            simpan,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        gaya = {
            "judul": buku.add_format({"bold": True, "font_size": 14}),
            "kepala": buku.add_format(
                {
                    "bold": True,
                    "bg_color": "#0b5d8a",
                    "font_color": "white",
                    "border": 1,
                    "text_wrap": True,
                    "valign": "vcenter",
                }
            ),
            "isi": buku.add_format({"border": 1}),
            "total": buku.add_format(
                {"border": 1, "bold": True, "bg_color": "#e8eef2"}
            ),
        }
        jejak = self._catat_ekspor()
        self._lembar_unit(buku, gaya, jejak)
        self._lembar_belum(buku, gaya)
        buku.close()
        return simpan.getvalue()

    def _catat_ekspor(self):
        """Record the export where exports are recorded; return the watermark."""
        if "asn.jejak.ekspor" not in self.env:
            return ""
        jejak = self.env["asn.jejak.ekspor"]._catat(
            "pemutakhiran.laporan", self.jumlah_peserta, "internal", self.name
        )
        return jejak.tanda_air or ""

    def _kepala_lembar(self, lembar, gaya, kolom):
        """Write title, period and column heads; return the next row."""
        periode = " - ".join(
            t.strftime("%d-%m-%Y") for t in (self.tanggal_mulai, self.tanggal_selesai)
        )
        lembar.write_string(0, 0, self.name, gaya["judul"])
        lembar.write_string(1, 0, f"{self.env.company.name} · {periode}")
        for nomor, (judul, lebar) in enumerate(kolom):
            lembar.write_string(3, nomor, judul, gaya["kepala"])
            lembar.set_column(nomor, nomor, lebar)
        lembar.freeze_panes(4, 1)
        lembar.set_landscape()
        lembar.set_paper(14)
        lembar.fit_to_pages(1, 0)
        lembar.repeat_rows(3)
        return 4

    def _lembar_unit(self, buku, gaya, tanda_air):
        lembar = buku.add_worksheet(self.env._("By Unit"))
        judul = [
            self.env._("Work Unit"),
            self.env._("People"),
            self.env._("Complete"),
            self.env._("Under Way"),
            self.env._("Not Begun"),
            self.env._("Percent"),
            self.env._("Left"),
            self.env._("Changes Accepted"),
            self.env._("Changes Waiting"),
            self.env._("Changes Refused"),
        ]
        lebar = (45, 10, 10, 12, 12, 10, 10, 14, 14, 14)
        kolom = list(zip(judul, lebar, strict=True))
        baris = self._kepala_lembar(lembar, gaya, kolom)
        isi = self.get_laporan()
        for satu in isi:
            rupa = gaya["total" if satu is isi[-1] else "isi"]
            for nomor, kunci in enumerate(_KOLOM_UNIT):
                lembar.write(baris, nomor, satu[kunci], rupa)
            baris += 1
        waktu = fields.Datetime.context_timestamp(self, fields.Datetime.now())
        oleh = self.env._(
            "Made by %(who)s on %(when)s",
            who=self.env.user.name,
            when=waktu.strftime("%d-%m-%Y %H:%M"),
        )
        lembar.write_string(baris + 1, 0, oleh)
        if tanda_air:
            lembar.write_string(baris + 2, 0, tanda_air)
            lembar.set_footer(f"&L{tanda_air}&R&P/&N")

    def _lembar_belum(self, buku, gaya):
        lembar = buku.add_worksheet(self.env._("Not Complete"))
        kolom = (
            (self.env._("Name"), 40),
            (self.env._("NIP"), 22),
            (self.env._("Work Unit"), 45),
            (self.env._("Percent"), 10),
            (self.env._("Reminders"), 10),
        )
        baris = self._kepala_lembar(lembar, gaya, kolom)
        peserta = self.env["asn.pemutakhiran.peserta"].search(
            [("pemutakhiran_id", "=", self.id), ("state", "in", BELUM_SELESAI)],
            order="unit_id, persen, id",
        )
        # sudo: name and NIP of participants whom the caller may see
        pegawai = {p.id: p for p in peserta.employee_id.sudo()}
        for satu in peserta:
            orang = pegawai[satu.employee_id.id]
            isi = (
                orang.nama_lengkap,
                orang.nip or "",
                satu.unit_id.name or "",
                satu.persen,
                satu.jumlah_ingat,
            )
            for nomor, nilai in enumerate(isi):
                lembar.write(baris, nomor, nilai, gaya["isi"])
            baris += 1
