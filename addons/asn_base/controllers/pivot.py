import json
import re

from odoo import http
from odoo.addons.web.controllers.pivot import TableExporter as TableExporterInti
from werkzeug.datastructures import FileStorage

#: What the writer of workbooks takes for a formula or a link to a file.
_HIDUP = re.compile(r"\s*(\{?=|internal:|external:|file:)", re.IGNORECASE)


def _polos(isi):
    """Return the same structure in which no text can become a formula."""
    if isinstance(isi, dict):
        return {kunci: _polos(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, list):
        return [_polos(nilai) for nilai in isi]
    if isinstance(isi, str) and _HIDUP.match(isi):
        return f"'{isi}"
    return isi


class TableExporter(TableExporterInti):
    """Names of people and units in a pivot table stay texts in the workbook."""

    @http.route()
    def export_xlsx(self, data, **kw):
        mentah = json.load(data) if isinstance(data, FileStorage) else json.loads(data)
        return super().export_xlsx(json.dumps(_polos(mentah)), **kw)
