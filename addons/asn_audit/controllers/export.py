import json

from odoo import http
from odoo.addons.web.controllers import export as inti
from odoo.exceptions import AccessError, UserError
from odoo.http import request
from werkzeug.exceptions import InternalServerError


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


class TandaAir:
    """A workbook writer that leaves the watermark behind the data.

    A text stays a text, also one that begins like a formula or an address.
    """

    def __init__(self, *args):
        super().__init__(*args)
        self.worksheet.strings_to_formulas = False
        self.worksheet.strings_to_urls = False

    def close(self):  # pylint: disable=missing-return
        tanda = request.env["asn.jejak.ekspor"]._tanda_terakhir()
        if tanda:
            self.worksheet.write(self.worksheet.dim_rowmax + 2, 0, tanda)
            self.worksheet.set_footer("&L&8" + tanda[:240].replace("&", "&&"))
            self.workbook.set_properties({"comments": tanda})
        super().close()


class PenulisXlsx(TandaAir, inti.ExportXlsxWriter):
    """Rows in a sheet, with watermark."""


class PenulisXlsxKelompok(TandaAir, inti.GroupExportXlsxWriter):
    """Grouped rows in a sheet, with watermark."""


class CSVExport(inti.CSVExport):
    """CSV with its watermark as a comment behind the data."""

    @http.route()
    def web_export_csv(self, data):
        _periksa(data)
        return super().web_export_csv(data)

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
        return super().web_export_xlsx(data)

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
