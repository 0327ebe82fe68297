from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi


class AsnPermohonan(models.Model):
    """File a refused or withdrawn request again, with everything that was in it."""

    _inherit = "asn.permohonan"

    ulangan_dari_id = fields.Many2one(
        "asn.permohonan",
        "Filed Again After",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    def action_refile(self):
        """Make a new draft with the answers and documents of this request.

        Called twice it opens the draft that is there already.

        :raises UserError: when the request is neither refused nor withdrawn
        :raises AccessError: for others than the applicant's side
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the applicant may not read every column that is taken over
        lama = self.sudo()
        lama._kunci()
        user = self.env.user
        if user != lama.pengaju_id and not lama._boleh_mewakili(user):
            raise AccessError(
                self.env._("Only the applicant or who filed the request can do this.")
            )
        if lama.state not in (transisi.REJECTED, transisi.CANCELLED):
            raise UserError(
                self.env._("Only a refused or withdrawn request can be filed again.")
            )
        baru = self.search(
            [("ulangan_dari_id", "=", self.id), ("state", "=", "draft")], limit=1
        )
        if not baru:
            baru = self.create(lama._vals_ulangan())
            # sudo: the link and the documents are the engine's
            baru_sudo = baru.sudo()
            baru_sudo._mesin().write({"ulangan_dari_id": self.id})
            baru_sudo._ambil_berkas(lama)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": baru.id,
            "views": [(False, "form")],
        }

    def _vals_ulangan(self):
        """Return what the applicant filled in, for a new draft."""
        vals = self.copy_data()[0]
        vals = {n: v for n, v in vals.items() if n not in self._GUARDED}
        vals.pop("properti", None)
        if jawaban := self._jawaban_ulangan():
            vals["properti"] = jawaban
        return vals

    def _jawaban_ulangan(self):
        """Return the answers to those questions that are still asked."""
        # sudo: questions of the version in force are no secret
        definisi = self.layanan_id.sudo().versi_live_id.properti_definisi or []
        ditanya = {(d["name"], d["type"]) for d in definisi}
        jawaban = {}
        for p in self.read(["properti"])[0]["properti"] or []:
            nilai = p.get("value")
            if (p["name"], p["type"]) not in ditanya or not nilai:
                continue
            if p["type"] == "many2one":
                nilai = nilai[0] if isinstance(nilai, (list, tuple)) else nilai
            elif p["type"] == "many2many":
                nilai = [n[0] if isinstance(n, (list, tuple)) else n for n in nilai]
            jawaban[p["name"]] = nilai
        return jawaban

    def _ambil_berkas(self, lama):
        """Point the checklist to the documents of an earlier request."""
        sisa = lama.berkas_ids.filtered(
            lambda b: b.dokumen_id and b.dokumen_id.status != "ditolak"
        )
        for berkas in self.berkas_ids.filtered(lambda b: not b.dokumen_id):
            cocok = sisa.filtered(
                lambda b, k=berkas: b.jenis_dokumen_id == k.jenis_dokumen_id
            )[:1]
            if cocok:
                sisa -= cocok
                berkas._mesin().write({"dokumen_id": cocok.dokumen_id.id})
