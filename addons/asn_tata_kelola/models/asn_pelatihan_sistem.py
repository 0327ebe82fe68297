from odoo import api, fields, models


class AsnPelatihanSistem(models.Model):
    """A training on the system: when, about what, who took part (LL-7-1-d)."""

    _name = "asn.pelatihan.sistem"
    _description = "Training on the System (Pelatihan Sistem)"
    _order = "tanggal desc, id desc"

    name = fields.Char("Training (Pelatihan)", required=True)
    tanggal = fields.Date("Date", required=True)
    lama_jam = fields.Float("Hours (Jam Pelajaran)")
    tempat = fields.Char("Place (Tempat)")
    pengajar = fields.Char("Trainer (Pengajar)")
    materi = fields.Text("Matter (Materi)")
    panduan_ids = fields.Many2many("asn.panduan", string="Guides Used (Panduan)")
    peserta_ids = fields.Many2many(
        "hr.employee",
        "asn_pelatihan_peserta_rel",
        "pelatihan_id",
        "employee_id",
        string="Participants (Peserta)",
    )
    jumlah_peserta = fields.Integer("Number", compute="_compute_jumlah_peserta")
    berkas = fields.Binary("Attendance List", attachment=True)
    nama_berkas = fields.Char("Name of the File")

    @api.depends("peserta_ids")
    def _compute_jumlah_peserta(self):
        for satu in self:
            # sudo: the number is told to those who may not read all names.
            satu.jumlah_peserta = len(satu.sudo().peserta_ids)
