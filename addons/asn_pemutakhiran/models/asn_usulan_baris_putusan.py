from odoo import fields, models
from odoo.exceptions import UserError

from ..domain import nilai as nilai_tools
from ..domain import transisi


class AsnUsulanBaris(models.Model):
    """The decision on one line."""

    _inherit = "asn.usulan.baris"

    def _putuskan(self, tahap, hasil, catatan, dilihat):
        """Record what a verifier says of this line; return it for the history.

        :raise UserError: accepted although the present value is another one
            than the verifier saw
        """
        self.ensure_one()
        kini = self._kini()
        if hasil == "terima":
            self._periksa_usang(kini, dilihat)
        jenis = self.jenis_id
        dua = jenis.verifikator == "bkpsdm" and not self.usulan_id.tertutup
        keputusan = transisi.keputusan_baris(hasil, tahap, dua)
        sekarang = fields.Datetime.now()
        vals = {"keputusan": keputusan, "catatan": catatan or False}
        if keputusan == "diterima_opd":
            vals |= {"opd_oleh_id": self.env.uid, "opd_pada": sekarang}
        else:
            vals |= {"diputus_oleh_id": self.env.uid, "diputus_pada": sekarang}
        if keputusan == "diterima":
            vals["lama"] = kini
        self._mesin().write(vals)
        return {
            "baris": self.id,
            "jenis": jenis.model + (f":{jenis.medan}" if jenis.medan else ""),
            "hasil": hasil,
            "keputusan": keputusan,
            "catatan": catatan,
            "lama": kini,
            "baru": self.nilai,
        }

    def _periksa_usang(self, kini, dilihat):
        if not self._asal_berlaku():
            raise UserError(
                self.env._(
                    "The row that “%s” corrects is no longer the valid one. Return"
                    " the proposal so that it points to the present row.",
                    self.ringkasan,
                )
            )
        acuan = dilihat or nilai_tools.sidik(self.lama or {})
        if acuan != nilai_tools.sidik(kini):
            raise UserError(
                self.env._(
                    "The present value of “%s” has changed since it was shown or"
                    " proposed. Reload the page, compare again and then decide.",
                    self.jenis_id.name,
                )
            )
