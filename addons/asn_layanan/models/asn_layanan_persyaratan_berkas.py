import base64
import binascii

from odoo import api, fields, models
from odoo.addons.asn_arsip.domain import berkas
from odoo.exceptions import UserError, ValidationError

MB = 1024 * 1024


class AsnLayananPersyaratan(models.Model):
    """What files a requirement takes: formats, size, how many, and a specimen."""

    _name = "asn.layanan.persyaratan"
    _inherit = ["asn.layanan.persyaratan", "asn.layanan.untuk.mixin"]

    izin_pdf = fields.Boolean("PDF", default=True)
    izin_jpeg = fields.Boolean("JPEG", default=True)
    izin_png = fields.Boolean("PNG", default=True)
    ukuran_maks = fields.Integer(
        "Largest Size (MB)", help="0 = what the kind of document allows."
    )
    jumlah_min = fields.Integer("Files, at Least", default=1)
    jumlah_maks = fields.Integer("Files, at Most", default=1)
    bantuan = fields.Text(
        "Help", translate=True, help="How to get the document and what must be on it."
    )
    contoh = fields.Binary("Specimen", attachment=True, copy=True)
    contoh_nama = fields.Char("Name of the Specimen")

    _jumlah_check = models.Constraint(
        "CHECK (jumlah_min BETWEEN 1 AND 20 AND jumlah_maks BETWEEN jumlah_min AND 20)",
        "A requirement takes 1 to 20 files, and at most not less than at least.",
    )
    _ukuran_check = models.Constraint(
        "CHECK (ukuran_maks BETWEEN 0 AND 50)",
        "The largest size lies between 0 and 50 MB.",
    )
    _izin_check = models.Constraint(
        "CHECK (izin_pdf OR izin_jpeg OR izin_png)",
        "At least one file format must be allowed.",
    )

    @api.constrains("contoh", "contoh_nama")
    def _check_contoh(self):
        """A specimen is a real PDF or picture: every applicant opens it."""
        for syarat in self.filtered("contoh"):
            try:
                isi = base64.b64decode(syarat.contoh, validate=True)
                berkas.periksa(isi, syarat.contoh_nama or "", maks_byte=5 * MB)
            except (binascii.Error, berkas.BerkasDitolak) as salah:
                raise ValidationError(
                    self.env._(
                        "The specimen of %s must be a PDF, JPEG or PNG of at most 5 MB"
                        " whose name fits its content.",
                        syarat.jenis_dokumen_id.name,
                    )
                ) from salah

    def _mimetypes(self):
        """Return the content types that this requirement and its kind accept."""
        self.ensure_one()
        izin = (
            (self.izin_pdf, berkas.PDF),
            (self.izin_jpeg, berkas.JPEG),
            (self.izin_png, berkas.PNG),
        )
        punya = self.jenis_dokumen_id._mimetypes()
        return tuple(m for boleh, m in izin if boleh and m in punya)

    def _ukuran_byte(self):
        """Return the largest size in bytes."""
        self.ensure_one()
        punya = self.jenis_dokumen_id.ukuran_maks
        return min(self.ukuran_maks or punya, punya) * MB

    def _alasan_tolak(self, mimetype, ukuran):
        """Return why a file of this type and size does not do, or nothing."""
        self.ensure_one()
        boleh = self._mimetypes()
        if mimetype and mimetype not in boleh:
            return self.env._(
                "%(document)s must be %(formats)s.",
                document=self.jenis_dokumen_id.name,
                formats=", ".join(berkas.EKSTENSI[m].upper() for m in boleh),
            )
        if ukuran and ukuran > self._ukuran_byte():
            return self.env._(
                "%(document)s is larger than %(size)s MB.",
                document=self.jenis_dokumen_id.name,
                size=self._ukuran_byte() // MB,
            )
        return False

    def _periksa_unggahan(self, isi):
        """Refuse an upload that this requirement does not take.

        What every document must be (readable, not active, label that fits) is
        checked by the archive.

        :param isi: base64
        :raises UserError: wrong format or too large
        """
        if not self:
            return
        try:
            mentah = base64.b64decode(isi or b"", validate=True)
        except (binascii.Error, ValueError):
            return
        alasan = self._alasan_tolak(berkas.jenis_isi(mentah), len(mentah))
        if alasan:
            raise UserError(alasan)

    def _isi_asli(self):
        """Leave out what follows from a question of the form."""
        return super()._isi_asli().filtered(lambda s: not s.pertanyaan_kode)
