import base64
import binascii

from odoo import api, fields, models
from odoo.addons.asn_arsip.domain import berkas
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError, ValidationError


class AsnLayanan(models.Model):
    """The decree on use and procedure of a service, open to everybody (LL-22-5)."""

    _inherit = "asn.layanan"

    keputusan_nomor = fields.Char(
        "Number of the Decree", copy=False, help="e.g. Keputusan Wali Kota 100.3/2026"
    )
    keputusan_tanggal = fields.Date("Date of the Decree", copy=False)
    keputusan_tentang = fields.Char("About", copy=False)
    keputusan_file = fields.Binary("Decree (PDF)", attachment=True, copy=False)
    keputusan_nama_file = fields.Char("Name of the Decree's File", copy=False)
    keputusan_teks = fields.Char(
        "Decree on Use and Procedure", compute="_compute_keputusan_teks"
    )

    @api.depends("keputusan_nomor", "keputusan_tanggal", "keputusan_tentang")
    def _compute_keputusan_teks(self):
        for layanan in self:
            teks = layanan.keputusan_nomor or ""
            if teks and layanan.keputusan_tanggal:
                teks = self.env._(
                    "%(number)s of %(date)s",
                    number=teks,
                    date=format_panjang(layanan.keputusan_tanggal),
                )
            if teks and layanan.keputusan_tentang:
                teks = f"{teks}, {layanan.keputusan_tentang}"
            layanan.keputusan_teks = teks

    @api.constrains("keputusan_file", "keputusan_nama_file")
    def _check_keputusan_file(self):
        """The decree is a sound PDF: every applicant opens it."""
        for layanan in self.filtered("keputusan_file"):
            try:
                isi = base64.b64decode(layanan.keputusan_file, validate=True)
                berkas.periksa(isi, layanan.keputusan_nama_file or "", (berkas.PDF,))
            except (binascii.Error, berkas.BerkasDitolak) as salah:
                raise ValidationError(
                    self.env._("The decree must be a PDF of at most 10 MB.")
                ) from salah

    def action_buka_keputusan(self):
        """Open the decree on use and procedure of this service.

        :raises UserError: the office has not added its file yet
        """
        self.ensure_one()
        self.check_access("read")
        if not self.keputusan_nama_file:
            raise UserError(
                self.env._("The office has not added the file of the decree yet.")
            )
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/keputusan_file?download=false",
            "target": "new",
        }
