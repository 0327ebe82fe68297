from odoo import fields, models
from odoo.exceptions import UserError


class AsnPermohonan(models.Model):
    """The queue: which place a request has, and who is served before others (B9)."""

    _inherit = "asn.permohonan"

    nomor_antrean = fields.Integer(
        "Place in the Queue", compute="_compute_nomor_antrean"
    )

    def _compute_nomor_antrean(self):
        """Count the older open tasks of the same step that share an actor."""
        # sudo: only numbers leave, not whose requests wait
        tugas = self.sudo().tugas_ids.filtered(
            lambda t: t.state == "open" and not t.menunggu_luar
        )
        lebih_tua = tugas._jumlah_lebih_tua()
        tempat = {}
        for t in tugas:
            nomor = lebih_tua.get(t.id, 0) + 1
            tempat[t.permohonan_id.id] = max(tempat.get(t.permohonan_id.id, 0), nomor)
        for permohonan in self:
            permohonan.nomor_antrean = tempat.get(permohonan.id, 0)

    # ------------------------------------------------------------------
    # Out of order
    # ------------------------------------------------------------------

    def action_approve(self, note=None):
        """Approve; where older requests wait, ask for the reason first.

        :param note: text for the history; it is the reason, too
        """
        if not (note or "").strip() and (aksi := self._aksi_lompatan()):
            return aksi
        return super().action_approve(note)

    def _aksi_lompatan(self):
        """Return the dialog that asks why older requests are passed over, or None."""
        self.ensure_one()
        self.check_access("read")
        # sudo: whether older requests wait is counted, not shown
        permohonan = self.sudo()
        layanan = permohonan.layanan_id
        if layanan.jaga_antrean == "tidak":
            return None
        tugas = permohonan._tugas_untuk(self.env.user)
        jumlah = tugas._jumlah_lompatan(self.env.user).get(tugas.id, 0)
        if not jumlah:
            return None
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Older Requests Are Waiting"),
            "res_model": "asn.permohonan.lompatan",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_permohonan_id": self.id,
                "default_jumlah": jumlah,
            },
        }

    def _nilai_keputusan(self, tugas, hasil, user=None, cache=None):
        """Add to the decision how many older requests it passed over."""
        vals = super()._nilai_keputusan(tugas, hasil, user, cache)
        if hasil == "approve" and tugas:
            self._periksa_luar(tugas)
        dijaga = self.layanan_id.jaga_antrean != "tidak"
        if dijaga and tugas and user and hasil in ("approve", "sign"):
            vals["lompatan"] = tugas._jumlah_lompatan(user).get(tugas.id, 0)
        return vals

    def _vals_keputusan(self, hasil, putusan, user, cache):
        """Refuse to serve a later request first without a reason, where asked.

        :raises UserError: the service demands a reason and there is none
        """
        vals = super()._vals_keputusan(hasil, putusan, user, cache)
        tanpa_alasan = vals.get("lompatan") and not (vals["catatan"] or "").strip()
        if tanpa_alasan and self.layanan_id.jaga_antrean == "wajib":
            raise UserError(
                self.env._(
                    "%(count)s older requests of this step wait for you. Please write"
                    " why %(number)s comes first.",
                    count=vals["lompatan"],
                    number=self.nomor,
                )
            )
        return vals
