from odoo import fields, models

#: The file of an answer may name other people of the same letter.
_PETUGAS = (
    "asn_base.group_fasilitator,asn_base.group_admin_aplikasi,"
    "asn_base.group_validator,asn_base.group_penandatangan,"
    "asn_base.group_admin_sistem,asn_base.group_kepala_badan"
)


class AsnPermohonanEksternal(models.Model):
    """A letter to another body about a request, and the answer.

    Written by the engine when the official of the step records them. One letter
    may speak of many requests: then each has a row with the same number.
    """

    _name = "asn.permohonan.eksternal"
    _inherit = "asn.penjaga.mixin"
    _description = "Letter to Another Body"
    _order = "permohonan_id, id"
    _rec_name = "nomor_keluar"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    layanan_id = fields.Many2one(
        related="permohonan_id.layanan_id", store=True, index=True
    )
    tugas_id = fields.Many2one(
        "asn.permohonan.tugas", "Task", required=True, index=True, ondelete="restrict"
    )
    instansi = fields.Char("Body (instansi)", required=True)
    nomor_keluar = fields.Char("Number of the Letter", required=True)
    tanggal_keluar = fields.Date("Date of the Letter", required=True)
    file_keluar = fields.Binary("Letter Sent", attachment=True, groups=_PETUGAS)
    nama_file_keluar = fields.Char(groups=_PETUGAS)
    dikirim_oleh_id = fields.Many2one("res.users", "Sent By", ondelete="restrict")
    batas_jawaban = fields.Date("Answer Expected By")
    state = fields.Selection(
        [("menunggu", "Waiting for the answer"), ("dijawab", "Answered")],
        "Status",
        default="menunggu",
        required=True,
    )
    nomor_jawaban = fields.Char("Number of the Answer")
    tanggal_jawaban = fields.Date("Date of the Answer")
    diterima_pada = fields.Date("Received")
    hasil = fields.Selection(
        [
            ("setuju", "Agreed (disetujui)"),
            ("lengkapi", "To be completed (BTL)"),
            ("tolak", "Refused (TMS)"),
        ],
        "Answer",
    )
    catatan = fields.Text("What It Says")
    file_jawaban = fields.Binary("Answer Received", attachment=True, groups=_PETUGAS)
    nama_file_jawaban = fields.Char(groups=_PETUGAS)
    dijawab_oleh_id = fields.Many2one("res.users", "Recorded By", ondelete="restrict")
    hari_menunggu = fields.Integer("Working Days Outside", aggregator="avg")

    _menunggu_idx = models.Index("(permohonan_id) WHERE state = 'menunggu'")
