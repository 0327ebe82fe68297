from odoo import api, fields, models
from odoo.exceptions import UserError

#: People tried in one call: some seconds of computing, so that the bar moves.
BAGIAN = 500


class AsnLayananGladi(models.TransientModel):
    """A rehearsal in parts: many people with a progress bar, and a way to stop.

    Each part is committed by itself. Whatever ends it in between, the result shows
    those who were tried, and going on tries the others.
    """

    _inherit = "asn.layanan.gladi"

    antrean = fields.Json("People Waiting", readonly=True)
    sisa = fields.Integer("Not Tried Yet", compute="_compute_sisa")

    @api.depends("antrean")
    def _compute_sisa(self):
        for satu in self:
            satu.sisa = len(satu.antrean or [])

    def action_jalankan(self):
        """Try the version on the people chosen; nothing of theirs is changed.

        :raises UserError: nobody fits the choice
        """
        self.ensure_one()
        self.check_access("write")
        kasus = self._kasus()
        if not kasus:
            raise UserError(self.env._("Nobody fits this choice."))
        self.baris_ids.unlink()
        self.antrean = kasus
        return self.action_teruskan()

    def action_teruskan(self):
        """Try those who wait: few at once, many part by part with a progress bar."""
        self.ensure_one()
        self.check_access("write")
        if self.sisa > self._bagian():
            return {
                "type": "ir.actions.client",
                "tag": "asn_layanan.massal",
                "params": {
                    "model": self._name,
                    "id": self.id,
                    "jumlah": len(self.baris_ids) + self.sisa,
                    "sisa": self.sisa,
                    "judul": self.env._("Rehearsal (gladi)"),
                    "catatan": self.env._(
                        "Nothing is filed. Stop when you like: the result shows those"
                        " who were tried, and you can go on later."
                    ),
                },
            }
        if self.sisa:
            self.action_lanjutkan()
        return self.action_hasil()

    def action_lanjutkan(self):
        """Try the next people who wait; commits with the call.

        :return: ``{"sisa": people left, "jumlah": all}``
        """
        self.ensure_one()
        self.check_access("write")
        self.flush_recordset()
        self.lock_for_update()
        self.invalidate_recordset(["antrean", "baris_ids"])
        antrean = self.antrean or []
        self._coba(antrean[: self._bagian()])
        self.antrean = antrean[self._bagian() :]
        return {"sisa": self.sisa, "jumlah": len(self.baris_ids) + self.sisa}

    def action_hasil(self):
        """Count over those who were tried, and show the result."""
        self.ensure_one()
        self.check_access("write")
        self.write(self._vals_ringkasan())
        return self._buka()

    def _coba(self, kasus):
        """Try the version on some people and keep a row for each."""
        orang = self.env["hr.employee"].browse(dict.fromkeys(satu[0] for satu in kasus))
        handler = self.versi_id.layanan_id._handler()
        jawab = handler._periksa_orang(self.versi_id, orang, self.pada)
        rantai = self._rantai_per_orang(orang) if self.dengan_rantai else {}
        nama = self._nama_aturan(handler)
        self.env["asn.layanan.gladi.baris"].create(
            [self._vals_baris(satu, jawab, rantai, nama) for satu in kasus]
        )

    def _bagian(self):
        """Return how many people one call tries."""
        return BAGIAN

    def _buka(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Rehearsal (gladi)"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }
