from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class AsnPermohonanLuar(models.TransientModel):
    """Record a letter to another body, or its answer, for one or many requests."""

    _name = "asn.permohonan.luar"
    _description = "Letter to Another Body or Its Answer"

    jenis = fields.Selection(
        [("keluar", "Letter sent"), ("jawaban", "Answer received")],
        "What",
        required=True,
        default="keluar",
    )
    instansi = fields.Char("Body (instansi)")
    nomor = fields.Char("Number", required=True)
    tanggal = fields.Date("Date of the Letter", default=fields.Date.context_today)
    hari = fields.Integer("Working Days until the Answer")
    hasil = fields.Selection(
        [
            ("setuju", "Agreed (disetujui)"),
            ("lengkapi", "To be completed (BTL)"),
            ("tolak", "Refused (TMS)"),
        ],
        "Answer",
        default="setuju",
    )
    diterima = fields.Date("Received", default=fields.Date.context_today)
    catatan = fields.Text("What It Says")
    file = fields.Binary("Scan", attachment=False)
    nama_file = fields.Char()
    is_selesai = fields.Boolean("Done")
    baris_ids = fields.One2many("asn.permohonan.luar.baris", "luar_id", "Requests")
    jumlah = fields.Integer("Number of Requests", compute="_compute_jumlah")
    berhasil = fields.Integer("Recorded", compute="_compute_jumlah")

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        for luar in self:
            luar.jumlah = len(luar.baris_ids)
            luar.berhasil = len(luar.baris_ids.filtered(lambda b: b.hasil == "ok"))

    @api.model
    def default_get(self, fields):
        vals = super().default_get(fields)
        if vals.get("baris_ids"):
            return vals
        permohonan = self.env["asn.permohonan"].browse(
            self.env.context.get("active_ids") or []
        )
        permohonan.check_access("read")
        vals["baris_ids"] = [
            Command.create({"permohonan_id": p.id}) for p in permohonan
        ]
        tahap = permohonan.tahap_id.filtered(lambda t: t.jenis == "eksternal")[:1]
        vals.setdefault("instansi", tahap.instansi_luar)
        vals.setdefault("hari", tahap.sla_luar_hari)
        return vals

    def action_catat(self):
        """Record for each request by itself; one that fails leaves the others.

        :raises UserError: for a single request that cannot be recorded
        """
        self.ensure_one()
        sisa = self.baris_ids.filtered(lambda b: b.hasil != "ok")
        if len(self.baris_ids) == 1:
            sisa.permohonan_id.check_access("read")
            self._catat(sisa.permohonan_id)
            return {"type": "ir.actions.act_window_close"}
        for baris in sisa:
            try:
                with self.env.cr.savepoint():
                    self._catat(baris.permohonan_id)
            except UserError as error:
                baris.write({"hasil": "gagal", "pesan": str(error)})
            else:
                baris.write({"hasil": "ok", "pesan": False})
        self.is_selesai = True
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "name": self.env._("Result"),
        }

    def _catat(self, permohonan):
        """Record this letter or answer on one request."""
        if self.jenis == "keluar":
            return permohonan.action_external_sent(
                self.nomor,
                self.tanggal,
                self.instansi,
                self.file,
                self.nama_file,
                self.hari,
            )
        baris = self.baris_ids.filtered(lambda b: b.permohonan_id == permohonan)
        return permohonan.action_external_answered(
            (baris[:1].nomor or "").strip() or self.nomor,
            self.tanggal,
            self.hasil,
            self.catatan,
            self.diterima,
            self.file,
            self.nama_file,
        )
