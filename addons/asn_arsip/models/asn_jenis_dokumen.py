from odoo import api, fields, models

from ..domain import berkas


class AsnJenisDokumen(models.Model):
    """A kind of document (jenis dokumen) and what may be filed under it."""

    _name = "asn.jenis.dokumen"
    _description = "Kind of document (jenis dokumen)"
    _order = "sequence, id"
    _rec_names_search = ["name", "kode"]

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kode = fields.Char("Code (kode)", required=True, index=True)
    name = fields.Char(required=True)
    kelas = fields.Selection(
        [
            ("umum", "General (umum)"),
            ("terbatas", "Restricted (terbatas)"),
            ("rahasia", "Confidential (rahasia)"),
        ],
        string="Class (kelas)",
        required=True,
        default="terbatas",
        help="General: also the head of the unit. Restricted: the holder, the "
        "fasilitator and the office. Confidential: the holder and the archive's "
        "keepers only.",
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
