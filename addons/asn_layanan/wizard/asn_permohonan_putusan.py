from odoo import api, fields, models
from odoo.fields import Command


class AsnPermohonanPutusan(models.TransientModel):
    """The dialog that asks for the reason of a decision."""

    _name = "asn.permohonan.putusan"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Reason of a Decision"

    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    jenis = fields.Selection(
        [
            ("approve", "Approve"),
            ("return", "Return"),
            ("reject", "Reject"),
            ("defer", "Defer"),
            ("cancel", "Withdraw"),
            ("object", "Object"),
        ],
        "Decision",
        required=True,
    )
    is_draf = fields.Boolean(compute="_compute_is_draf")
    alasan = fields.Text("Reason")
    contoh = fields.Char("Example of a Reason", compute="_compute_contoh")
    hari = fields.Integer("Working Days to Complete")
    baris_ids = fields.One2many(
        "asn.permohonan.putusan.baris", "putusan_id", "Notes per Document"
    )

    @api.depends("permohonan_id")
    def _compute_is_draf(self):
        for putusan in self:
            putusan.is_draf = putusan.permohonan_id.state == "draft"

    @api.depends("jenis")
    def _compute_contoh(self):
        """A reason that fits the decision, as an example in the empty field."""
        contoh = {
            "return": self.env._("e.g. The scan of the SK is not readable"),
            "reject": self.env._("e.g. The conditions of the regulation are not met"),
            "defer": self.env._("e.g. The unit needs everybody to close the year"),
            "cancel": self.env._("e.g. No longer needed"),
            "object": self.env._("e.g. I did not ask for this request"),
        }
        for putusan in self:
            putusan.contoh = contoh.get(putusan.jenis, False)

    @api.model
    def default_get(self, fields):
        vals = super().default_get(fields)
        permohonan = self.env["asn.permohonan"].browse(vals.get("permohonan_id"))
        if permohonan and vals.get("jenis") == "return":
            permohonan.check_access("read")
            vals["hari"] = permohonan.versi_id.batas_perbaikan_hari
            vals["baris_ids"] = [
                Command.create(satu) for satu in self._butir_kembali(permohonan)
            ]
        return vals

    @api.model
    def _butir_kembali(self, permohonan):
        """Return one row per document and answer, with what was noted so far."""
        draf = {c.kunci: c.catatan for c in permohonan._catatan_draf()}
        return [
            {
                "berkas_id": b.id,
                "kunci": f"berkas:{b.id}",
                "label": b.jenis_dokumen_id.name,
                "catatan": b.catatan,
            }
            for b in permohonan.berkas_ids
        ] + [
            {
                "kunci": i["kunci"],
                "label": i["label"],
                "catatan": draf.get(i["kunci"]),
            }
            for i in permohonan._daftar_isian()
        ]

    def action_putuskan(self):
        """Carry out the decision with the reason that was given."""
        self.ensure_one()
        permohonan = self.permohonan_id
        if self.jenis == "approve":
            hasil = permohonan.action_approve(self.alasan)
        elif self.jenis == "return":
            items = [
                {
                    "berkas_id": b.berkas_id.id,
                    "kunci": not b.berkas_id and b.kunci,
                    "catatan": b.catatan,
                }
                for b in self.baris_ids
                if (b.catatan or "").strip()
            ]
            hasil = permohonan.action_return(self.alasan, self.hari or None, items)
        elif self.jenis == "reject":
            hasil = permohonan.action_reject(self.alasan)
        elif self.jenis == "defer":
            hasil = permohonan.action_defer(self.alasan)
        elif self.jenis == "object":
            hasil = permohonan.action_keberatan(self.alasan)
        else:
            if not self.is_draf:
                permohonan._alasan(self.alasan)
            hasil = permohonan.action_cancel(self.alasan)
        if isinstance(hasil, dict):
            return hasil
        return {"type": "ir.actions.act_window_close"}
