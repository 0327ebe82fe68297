from odoo import api, fields, models

from ..models.asn_permohonan_fisik import JENIS_FISIK


class AsnPermohonanKertas(models.TransientModel):
    """Record what happened to the paper of one product."""

    _name = "asn.permohonan.kertas"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Record the Paper of a Product"

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, ondelete="cascade"
    )
    jenis = fields.Selection(JENIS_FISIK, "What", required=True, default="cetak")
    is_paraf = fields.Boolean("Initials")
    tanggal = fields.Date("Date", required=True, default=fields.Date.context_today)
    nama = fields.Char("Who")
    jumlah = fields.Integer("Copies", default=1)
    nomor_kertas = fields.Char("Number of the Paper")
    catatan = fields.Text("Note")
    file = fields.Binary("Scan", attachment=False)
    nama_file = fields.Char()

    @api.model
    def default_get(self, fields):
        """Propose what comes next for the paper of this request."""
        vals = super().default_get(fields)
        permohonan = self.env["asn.permohonan"].browse(vals.get("permohonan_id") or [])
        if not permohonan:
            return vals
        permohonan.check_access("read")
        ada = set(permohonan.fisik_ids.mapped("jenis"))
        if vals.get("is_paraf"):
            vals["jenis"] = "paraf"
        elif "cetak" not in ada:
            vals["jenis"] = "cetak"
        elif permohonan.surat_id.cara_ttd == "basah" and "ttd" not in ada:
            vals["jenis"] = "ttd"
            vals["nama"] = permohonan.surat_id.penandatangan_id.name
        else:
            vals["jenis"] = "serah"
            vals["nama"] = permohonan.employee_id.name
        return vals

    def action_catat(self):
        """Record it on the request; the letter opens after a print."""
        self.ensure_one()
        permohonan = self.permohonan_id
        if self.jenis == "paraf":
            permohonan.action_initial_by_hand(
                self.tanggal, self.file, self.nama_file, self.catatan
            )
            return {"type": "ir.actions.act_window_close"}
        permohonan.action_record_paper(
            self.jenis,
            self.tanggal,
            nama=self.nama,
            jumlah=self.jumlah,
            nomor_kertas=self.nomor_kertas,
            catatan=self.catatan,
            file=self.file,
            nama_file=self.nama_file,
        )
        if self.jenis == "cetak":
            return permohonan.surat_id.action_download()
        return {"type": "ir.actions.act_window_close"}
