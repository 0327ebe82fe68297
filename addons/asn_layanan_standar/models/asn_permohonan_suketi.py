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

    def _jawaban_ulangan(self):
        """The other kinds asked at once went their own way."""
        return self._tanpa_jenis_lain(super()._jawaban_ulangan())

    def _nilai_tindak(self, jenis, alasan):
        """A correction is of this letter only."""
        vals = super()._nilai_tindak(jenis, alasan)
        if "properti" in vals:
            vals["properti"] = self._tanpa_jenis_lain(vals["properti"])
        return vals

    def _tanpa_jenis_lain(self, jawaban):
        if self.layanan_code != "suketi":
            return jawaban
        return {k: n for k, n in jawaban.items() if k != "jenis_lain"}

    def _tujuan(self, tahap):
        """A request without a step that is issued at once waits for nobody."""
        if not tahap and self.suketi_jalur == "langsung":
            return "approved", {}
        return super()._tujuan(tahap)

    def _rantai_berikut(self):
        """A draft that takes the shortened path names only the steps it passes."""
        rantai = super()._rantai_berikut()
        return {
            "langsung": [],
            "ttd": [b for b in rantai if b["jenis"] == "ttd"],
        }.get(self._jalur_draf(), rantai)

    def _jalur_draf(self):
        """Return the shortened path that a draft would take, or False."""
        if (
            self.layanan_code != "suketi"
            or self.state != "draft"
            or not self._jawaban().get("jenis")
        ):
            return False
        return self._handler()._jalur(self)

    def _baris_rencana(self):
        """Say first that nobody needs to look at what was checked by itself."""
        baris = super()._baris_rencana()
        jalur = self._jalur_draf()
        if jalur == "langsung":
            judul = self.env._("Checked and issued at once")
        elif jalur:
            judul = self.env._("Checked by the system at submission")
        else:
            return baris
        return [{"status": "menunggu", "judul": judul}, *baris]

    def _terbitkan_otomatis(self):
        """Issue with the seal of the office, by nobody in person (SUK-04)."""
        self._terbitkan_tanpa_ttd(self.env["res.users"])
