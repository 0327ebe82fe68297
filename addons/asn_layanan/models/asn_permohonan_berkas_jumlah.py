from odoo import fields, models
from odoo.addons.asn_arsip.domain.berkas import EKSTENSI
from odoo.exceptions import UserError

MB = 1024 * 1024


class AsnPermohonanBerkas(models.Model):
    """Several files for one requirement, and what it takes of each."""

    _inherit = "asn.permohonan.berkas"

    nomor_berkas = fields.Integer("File No.", default=1, required=True)
    format_file = fields.Char("Formats", compute="_compute_syarat_file")
    ukuran_file = fields.Integer("Largest Size (MB)", compute="_compute_syarat_file")
    bantuan = fields.Text(related="persyaratan_id.bantuan")
    contoh_url = fields.Char("Specimen", compute="_compute_syarat_file")

    def _compute_syarat_file(self):
        # sudo: what a service asks for is no secret
        for berkas, sudo in zip(self, self.sudo(), strict=True):
            syarat = sudo.persyaratan_id
            mime = syarat._mimetypes() if syarat else ()
            berkas.format_file = ", ".join(EKSTENSI[m].upper() for m in mime)
            berkas.ukuran_file = syarat._ukuran_byte() // MB if syarat else 0
            berkas.contoh_url = (
                f"/web/content/{syarat._name}/{syarat.id}/contoh?download=false"
                if syarat.contoh_nama
                else False
            )

    def action_buka_contoh(self):
        """Open the specimen of this document."""
        self.ensure_one()
        self.check_access("read")
        if not self.contoh_url:
            raise UserError(self.env._("This document has no specimen."))
        return {
            "type": "ir.actions.act_url",
            "url": self.contoh_url,
            "target": "new",
        }

    def _periksa_unggahan(self, isi):
        """Refuse an upload that the requirement does not take, or has already.

        :param isi: base64
        :raises UserError: wrong format, too large, or attached before
        """
        self.ensure_one()
        self.persyaratan_id._periksa_unggahan(isi)
        lain = self.permohonan_id.berkas_ids.filtered(
            lambda b: b != self and b.persyaratan_id == self.persyaratan_id
        )
        if self._di_arsip(isi) & lain.dokumen_id:
            raise UserError(
                self.env._("This very file is already attached to the request.")
            )

    def _nomor_diminta(self, syarat):
        """Return the rows a request is asked for, of these it has.

        As many as a requirement needs at least; where it takes more, one empty row
        beside those that are filled.

        :return: list of (requirement, number)
        """
        diminta = []
        for satu in syarat:
            terisi = self.filtered(
                lambda b, s=satu: b.persyaratan_id == s and b.dokumen_id
            )
            tertinggi = max(terisi.mapped("nomor_berkas"), default=0)
            jumlah = max(satu.jumlah_min, min(tertinggi + 1, satu.jumlah_maks))
            diminta += [(satu, nomor) for nomor in range(1, jumlah + 1)]
        return diminta

    def _salah(self):
        """Return ``[reason]`` for attached files that do not do."""
        alasan = []
        for berkas in self.filtered(lambda b: b.dokumen_id and b.persyaratan_id):
            dokumen = berkas.dokumen_id
            teks = berkas.persyaratan_id._alasan_tolak(dokumen.mimetype, dokumen.ukuran)
            if teks:
                alasan.append(teks)
        return alasan
