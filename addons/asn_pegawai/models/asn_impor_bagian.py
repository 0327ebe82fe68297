import base64
import json
import zlib
from datetime import date

from odoo import fields, models


class AsnImporBagian(models.Model):
    """One batch of an import: what goes in, and what it left behind.

    Rows and trail are packed and readable by nobody. The rows go when the batch is
    done; the trail (what was made and what was there before) stays, because an
    import can be undone.
    """

    _name = "asn.impor.bagian"
    _description = "Batch of an Import (Bagian Impor)"
    _order = "impor_id desc, urutan, id"

    impor_id = fields.Many2one(
        "asn.impor", "Import", required=True, index=True, ondelete="cascade"
    )
    lembar_id = fields.Many2one(
        "asn.impor.lembar", "Sheet", required=True, index=True, ondelete="cascade"
    )
    urutan = fields.Integer("Order", required=True)
    status = fields.Selection(
        [
            ("dibaca", "Read"),
            ("siap", "Compared (siap)"),
            ("selesai", "Saved (selesai)"),
            ("ditarik", "Undone (ditarik)"),
        ],
        default="dibaca",
        required=True,
        index=True,
    )
    jumlah = fields.Integer("Rows")
    isi = fields.Binary(attachment=False, groups=fields.NO_ACCESS)
    jejak = fields.Binary(attachment=False, groups=fields.NO_ACCESS)

    def _simpan_isi(self, rekam):
        self.write({"isi": kemas(rekam), "jumlah": len(rekam)})

    def _muat_isi(self):
        """Return the rows, dates as dates again."""
        rekam = buka(self.isi) if self.isi else []
        jenis = self.impor_id._jenis_impor(self.lembar_id.jenis)
        tanggal = {k.nama for k in jenis.kolom if k.tipe == "tanggal"}
        for satu in rekam:
            for nama in satu.keys() & tanggal:
                satu[nama] = date.fromisoformat(satu[nama])
        return rekam

    def _muat_jejak(self):
        """Return the trail: one dict per row, see ``asn.impor._simpan``."""
        return buka(self.jejak) if self.jejak else []


def kemas(isi):
    """Return values as packed text for a binary field."""
    teks = json.dumps(isi, default=date.isoformat, separators=(",", ":"))
    return base64.b64encode(zlib.compress(teks.encode(), 3))


def buka(isi):
    """Return what :func:`kemas` packed."""
    return json.loads(zlib.decompress(base64.b64decode(isi)))
