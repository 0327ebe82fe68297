from odoo import fields, models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """Certificates (suketi): the letter follows from the kind that was chosen."""

    _inherit = "asn.permohonan"

    suketi_jalur = fields.Selection(
        [
            ("ttd", "Signature only (langsung ke penandatangan)"),
            ("langsung", "Issued at once (terbit langsung)"),
        ],
        "Shortened Path",
        readonly=True,
        copy=False,
        help="Empty: all steps. The check was automatic and the service names the"
        " decree that allows it (PRO-01, SUK-04).",
    )

    def _jenis_surat(self):
        """Return the letter of the chosen kind of certificate.

        :raises UserError: for a kind of which there is no letter
        """
        if self.layanan_code != "suketi" or self.jenis_tindak == "pencabutan":
            return super()._jenis_surat()
        jenis = self._jawaban().get("jenis")
        if not jenis:
            return super()._jenis_surat()
        kode = f"SUKET_{jenis.upper()}"
        surat = self.env["asn.jenis.surat"].search([("kode", "=", kode)], limit=1)
        if not surat:
            raise UserError(
                self.env._("There is no kind of letter %s. Ask BKPSDM.", kode)
            )
        return surat

    def _tujuan(self, tahap):
        """A request without a step that is issued at once waits for nobody."""
        if not tahap and self.suketi_jalur == "langsung":
            return "approved", {}
        return super()._tujuan(tahap)

    def _terbitkan_otomatis(self):
        """Issue with the seal of the office, by nobody in person (SUK-04)."""
        self._terbitkan_tanpa_ttd(self.env["res.users"])
