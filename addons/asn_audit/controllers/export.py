import json

from odoo import http
from odoo.addons.web.controllers import export as inti
from odoo.exceptions import AccessError, UserError
from odoo.fields import Date
from odoo.http import request
from werkzeug.exceptions import InternalServerError

from .lembar_ekspor import LembarEkspor, judul_daftar, urut_daftar


def _periksa(data):
    """Refuse calmly what the gate would refuse, before anything is read.

    The web client shows the payload as a dialog; core would also write a
    traceback into the server's log for every refusal.
    """
    params = json.loads(data)
    Model = request.env[params["model"]].with_context(**params.get("context") or {})
    try:
        ids, domain = params.get("ids"), params.get("domain")
        records = Model.browse(ids) if ids else Model.search(domain or [])
        bidang = [kolom["name"] for kolom in params["fields"]]
        request.env["asn.jejak.ekspor"].with_context(
            **params.get("context") or {}
        )._periksa(records, bidang)
    except (AccessError, UserError) as tolak:
        isi = {
            "code": 0,
            "message": "Odoo Server Error",
            "data": http.serialize_exception(tolak),
        }
        raise InternalServerError(json.dumps(isi)) from tolak


def _polos(nilai):
    """Return a value that no spreadsheet calculates; core minds =, - and + only."""
    bahaya = isinstance(nilai, str) and nilai[:1] in ("@", "\t", "\r", "\n")
    return f"'{nilai}" if bahaya else nilai


class PenulisXlsx(LembarEkspor, inti.ExportXlsxWriter):
    """Rows in a sheet, with watermark."""


class PenulisXlsxKelompok(LembarEkspor, inti.GroupExportXlsxWriter):
    """Grouped rows in a sheet, with watermark."""

    def _jumlah(self):
        """The groups have their sums, and a filter would hide them."""

    def _write_group_header(self, row, column, label, group, group_depth=0):
        """Write the figures of a group as numbers; the web client makes texts."""
        judul = f"{'    ' * group_depth}{label} ({group.count})"
        self.write(row, 0, judul, self.header_bold_style)
        for letak, bidang in enumerate(self.fields[1:], 1):
            nilai = group.aggregated_values.get(bidang["name"])
            gaya = self.header_bold_style
            if type(nilai) is float:
                gaya, nilai = self.header_bold_style_float, round(nilai, 2)
            elif type(nilai) is not int:
                nilai = ""
            self.write(row, letak, nilai, gaya)
        return row + 1, 0


def _nama(base, params):
    """Return the name of a file: the list and the day; None for what is imported."""
    if json.loads(params["data"]).get("import_compat"):
        return None
    return f"{judul_daftar(base)} {Date.context_today(request.env.user):%d-%m-%Y}"


class CSVExport(inti.CSVExport):
    """CSV with its watermark as a comment behind the data."""

    @http.route()
    def web_export_csv(self, data):
        _periksa(data)
        return super().web_export_csv(data)

    def filename(self, base):
        """Return the name of the file: the list and the day."""
        return _nama(base, request.params) or super().filename(base)

    def from_data(self, fields, columns_headers, rows):
        isi = super().from_data(
            fields, columns_headers, [list(map(_polos, r)) for r in rows]
        )
        tanda = request.env["asn.jejak.ekspor"]._tanda_terakhir()
        return f"{isi}# {tanda}\r\n" if tanda else isi


class ExcelExport(inti.ExcelExport):
    """Workbooks with the watermark below the data and on every printed page."""

    @http.route()
    def web_export_xlsx(self, data):
        _periksa(data)
        return super().web_export_xlsx(urut_daftar(data))

    def filename(self, base):
        """Return the name of the file: the list and the day."""
        return _nama(base, request.params) or super().filename(base)

    def from_data(self, fields, columns_headers, rows):
        with PenulisXlsx(fields, columns_headers, len(rows)) as penulis:
            for baris, isi in enumerate(rows):
                for kolom, nilai in enumerate(isi):
                    penulis.write_cell(baris + 1, kolom, nilai)
        return penulis.value

    def from_group_data(self, fields, columns_headers, groups):
        with PenulisXlsxKelompok(fields, columns_headers, groups.count) as penulis:
            x, y = 1, 0
            for nama, kelompok in groups.children.items():
                x, y = penulis.write_group(x, y, nama, kelompok)
        return penulis.value
