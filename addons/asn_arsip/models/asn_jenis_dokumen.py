from odoo import api, fields, models

from ..domain import berkas

#: Classes of documents: who may see them.
KELAS = [
    ("umum", "General (umum)"),
    ("terbatas", "Restricted (terbatas)"),
    ("spesifik", "Specific (spesifik)"),
    ("rahasia", "Confidential (rahasia)"),
]


class AsnJenisDokumen(models.Model):
    """A kind of document (jenis dokumen) and what may be filed under it."""

    _name = "asn.jenis.dokumen"
    _inherit = "asn.bawaan.mixin"
    _description = "Kind of document (jenis dokumen)"
    _order = "sequence, id"
    _rec_names_search = ["name", "kode"]

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kode = fields.Char("Code (kode)", required=True, index=True)
    name = fields.Char(required=True)
    kelas = fields.Selection(
        KELAS,
        string="Class (kelas)",
        required=True,
        default="terbatas",
        help="General: also the head of the unit. Restricted: the holder, the "
        "fasilitator and the office. Specific (family, health): the holder, the "
        "fasilitator and the archive's keepers. Confidential: the holder and the "
        "archive's keepers only; its text is not kept for searching.",
    )
    sumber_berkas = fields.Selection(
        [
            ("arsip_digital", "Digital archive"),
            ("unggah", "Uploaded with the request"),
            ("dibuat_sistem", "Made by this system"),
        ],
        string="Usual origin",
        required=True,
        default="unggah",
    )
    boleh_banyak = fields.Boolean(
        "Many per person",
        help="On: one person has several of these, told apart by their number "
        "(SK pangkat, leave letters). Off: a new file is a new version of the one "
        "the person has (KTP, KK).",
    )
    unggah_mandiri = fields.Boolean("People may upload their own", default=True)
    izin_pdf = fields.Boolean("PDF", default=True)
    izin_jpeg = fields.Boolean("JPEG", default=True)
    izin_png = fields.Boolean("PNG", default=True)
    ukuran_maks = fields.Integer("Largest size (MB)", required=True, default=10)
    masa_berlaku_bulan = fields.Integer(
        "Valid for (months)",
        default=0,
        help="Counted from the date of the document; 0: it never expires. Whoever "
        "files the document may give another date.",
    )
    pemberitahuan_hari = fields.Integer(
        "Notice before expiry (days)", required=True, default=60
    )
    sumber = fields.Char("Source (sumber)")
    keyakinan = fields.Selection(
        [
            ("known", "Known"),
            ("found", "Found"),
            ("rule", "Rule of this product"),
            ("unsure", "Unsure"),
        ],
        string="Confidence (keyakinan)",
    )
    contoh = fields.Text("Specimen and instructions (contoh)")

    _kode_uniq = models.Constraint(
        "UNIQUE(kode)", "This document code (kode) already exists."
    )
    _ukuran_check = models.Constraint(
        "CHECK(ukuran_maks BETWEEN 1 AND 50)",
        "The largest size must be between 1 and 50 MB.",
    )
    _izin_check = models.Constraint(
        "CHECK(izin_pdf OR izin_jpeg OR izin_png)",
        "At least one file format must be allowed.",
    )

    _masa_check = models.Constraint(
        "CHECK(masa_berlaku_bulan BETWEEN 0 AND 600"
        " AND pemberitahuan_hari BETWEEN 0 AND 730)",
        "Validity is at most 600 months and notice at most 730 days.",
    )

    def _berlaku_sampai(self, tanggal):
        """Return the last day of validity of a document of this date, or False.

        :param tanggal: date or its text; empty gives False
        """
        if not tanggal or not self.masa_berlaku_bulan:
            return False
        mulai = fields.Date.to_date(tanggal)
        return fields.Date.add(mulai, months=self.masa_berlaku_bulan, days=-1)

    def _mimetypes(self):
        """Return the content types that this kind accepts."""
        self.ensure_one()
        izin = (
            (self.izin_pdf, berkas.PDF),
            (self.izin_jpeg, berkas.JPEG),
            (self.izin_png, berkas.PNG),
        )
        return tuple(mimetype for boleh, mimetype in izin if boleh)

    @api.model
    def _by_kode(self, kode):
        """Return the kind with this code, also an archived one.

        :raises ValueError: when there is none, a mistake in code or data
        """
        jenis = self.with_context(active_test=False).search(
            [("kode", "=", kode)], limit=1
        )
        if not jenis:
            raise ValueError(f"Unknown document code: {kode}")
        return jenis
