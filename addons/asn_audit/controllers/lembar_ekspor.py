"""What a list looks like that the web client hands out as a workbook."""

import json
import re
from datetime import date
from urllib.parse import urlsplit

from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.fields import Date
from odoo.http import request

#: Columns whose label ends so hold whole rupiah.
_RUPIAH = "(Rp)"
_LEBAR = (8, 48)
_URUTAN = re.compile(r'\s*<list\b[^>]*\bdefault_order="([^"]+)"')


def _aksi(model):
    """Return the action whose list of this model the user looks at, if it is known."""
    # sudo: the title of a list stands in the menu; only name and view are read
    Aksi = request.env["ir.actions.act_window"].sudo()
    jalur = urlsplit(request.httprequest.referrer or "").path.split("/")
    for bagian in filter(None, reversed(jalur)):
        nomor = bagian.removeprefix("action-")
        domain = [("path", "=", bagian)]
        if nomor != bagian and nomor.isdecimal() and len(nomor) < 10:
            domain = [("id", "=", int(nomor))]
        aksi = Aksi.search([*domain, ("res_model", "=", model)], limit=1)
        if aksi:
            return aksi
    return Aksi


def judul_daftar(model):
    """Return the name of the list that the user looks at, else of its model."""
    return _aksi(model).name or request.env["ir.model"]._get(model).name or model


def urut_daftar(data):
    """Return the demand of an export with its rows in the order of their list.

    The web client does not tell the order, and core takes that of the model.
    """
    params = json.loads(data)
    aksi = _aksi(params["model"])
    if not aksi or params.get("ids") or params.get("import_compat"):
        return data
    daftar = aksi.view_ids.filtered(lambda v: v.view_mode == "list").view_id
    daftar = daftar or aksi.view_id.filtered(lambda v: v.type == "list")
    Model = request.env[params["model"]].with_context(**params.get("context") or {})
    arch = Model.get_view(daftar[:1].id or None, "list")["arch"]
    urutan = _URUTAN.match(arch)
    if urutan:
        domain = params.get("domain") or []
        params["ids"] = Model.search(domain, order=urutan[1]).ids
    return json.dumps(params)


class LembarEkspor:
    """A writer of workbooks with title, filter, widths, sums and a set-up for printing.

    Mixed into those of the web client. What is exported to be imported again keeps
    the plain form: names of columns in the first row. A text stays a text, also one
    that begins like a formula or an address.
    """

    def __init__(self, fields, columns_headers, row_count):
        super().__init__(fields, columns_headers, row_count)
        params = json.loads(request.params["data"])
        self.polos = bool(params.get("import_compat"))
        self.judul = "" if self.polos else judul_daftar(params["model"])
        self.rupiah = {
            letak
            for letak, teks in enumerate(columns_headers)
            if teks.endswith(_RUPIAH)
        }
        self.lebar, self.tinggi, self.total = {}, {}, {}
        self.akhir = self.atas = 0
        self.worksheet.strings_to_formulas = False
        self.worksheet.strings_to_urls = False
        if not self.polos:
            self._gaya()
            self._pembuka(row_count)

    def _gaya(self):
        """Replace the formats of the web client by those of official lists."""
        gaya = xlsx.Gaya(self.workbook)
        teks = gaya.sel("teks")
        self.base_style, self.header_style = teks, gaya.kepala()
        self.date_style = gaya.sel("tanggal")
        self.datetime_style = gaya.sel("waktu")
        self.rupiah_style = self.monetary_style = gaya.sel("rupiah")
        self.float_style = gaya.sel("pecahan")
        self.header_bold_style = gaya.sel("teks", tebal=True)
        self.header_bold_style_float = gaya.sel("pecahan", tebal=True)
        self.header_bold_style_monetary = gaya.sel("rupiah", tebal=True)
        self._judul_style = gaya.ambil(bold=True, font_size=13)
        self._kecil_style = gaya.ambil(font_size=9)

    def _pembuka(self, jumlah):
        """Write office, title, day and size above the list."""
        # sudo: letterhead data is public.
        perusahaan = request.env.company.sudo()
        daerah = perusahaan.asn_nama_daerah or perusahaan.name or ""
        hari = format_panjang(Date.context_today(request.env.user))
        lembar, kecil = self.worksheet, self._kecil_style
        #: Paths of units begin with the region, which stands above the list.
        self.akar = f"Pemerintah {daerah} / "
        lembar.write_string(0, 0, f"Pemerintah {daerah}".upper(), kecil)
        lembar.write_string(1, 0, self.judul.upper(), self._judul_style)
        lembar.write_string(2, 0, f"Keadaan {hari}, {jumlah} baris", kecil)
        self.atas = 4
        self.workbook.set_properties({"title": self.judul})

    def write(self, row, column, cell_value, style=None):
        """Write below the title, and remember how wide a column has to be."""
        if not self.polos:
            if isinstance(cell_value, bool):
                cell_value = "Ya" if cell_value else ""
            elif isinstance(cell_value, str):
                cell_value = cell_value.removeprefix(self.akar)
            self._ukur(row, column, cell_value)
            if column in self.rupiah and type(cell_value) is int:
                tebal = style is self.header_bold_style
                gaya = (self.rupiah_style, self.header_bold_style_monetary)
                style = gaya[tebal]
                self.total[column] = self.total.get(column, 0) + cell_value
        self.akhir = row + self.atas
        return super().write(self.akhir, column, cell_value, style)

    def _ukur(self, row, column, cell_value):
        """Remember how much room a value needs."""
        teks = str(cell_value or "") if row else ""
        panjang = 10 if isinstance(cell_value, date) else len(teks)
        self.lebar[column] = max(self.lebar.get(column, 0), panjang)
        banyak = xlsx.banyak_baris(teks, _LEBAR[1]) if panjang > _LEBAR[1] else 1
        if banyak > 1:
            self.tinggi[row] = max(self.tinggi.get(row, 0), banyak)

    def close(self):  # pylint: disable=missing-return
        """Finish the sheet: widths, sums, watermark, printing."""
        if not self.polos:
            self._bentuk()
            self._jumlah()
        tanda = request.env["asn.jejak.ekspor"]._tanda_terakhir() or ""
        if tanda:
            kecil = None if self.polos else self._kecil_style
            self.worksheet.write_string(self.akhir + 2, 0, tanda, kecil)
            self.workbook.set_properties({"title": self.judul, "comments": tanda})
        if tanda and self.polos:
            self.worksheet.set_footer("&L&8" + tanda[:240].replace("&", "&&"))
        if not self.polos:
            xlsx.siapkan_cetak(self.worksheet, "f4", True, tanda, (self.atas,) * 2)
        super().close()

    def _jumlah(self):
        """Write the sums of the columns in rupiah, which follow the filter."""
        mulai, akhir = self.atas + 1, self.akhir
        lembar = self.worksheet
        terakhir = max(len(self.columns_headers) - 1, 0)
        if akhir < mulai:
            return
        lembar.autofilter(self.atas, 0, akhir, terakhir)
        if not self.rupiah:
            return
        for letak in range(terakhir + 1):
            if letak in self.rupiah:
                gaya, nilai = self.header_bold_style_monetary, self.total.get(letak, 0)
                xlsx.jumlah_hidup(lembar, (mulai, akhir, letak), gaya, nilai)
            else:
                teks = "Jumlah" if not letak else ""
                lembar.write_string(akhir + 1, letak, teks, self.header_bold_style)
        self.akhir += 1

    def _bentuk(self):
        """Set widths, and keep the headings in view."""
        for letak in range(len(self.columns_headers)):
            sempit, lebar = _LEBAR
            isi = min(max(self.lebar.get(letak, 0) + 2, sempit), lebar)
            self.worksheet.set_column(letak, letak, isi)
        for baris, banyak in self.tinggi.items():
            self.worksheet.set_row(baris + self.atas, xlsx.TINGGI_BARIS * banyak)
        self.worksheet.set_row(self.atas, 30)
        self.worksheet.freeze_panes(self.atas + 1, min(1, len(self.columns_headers)))
