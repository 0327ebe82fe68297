from odoo import fields, models


class AsnRiwayatPindah(models.Model):
    """Moves between agencies (pindah instansi), with their four decrees."""

    _name = "asn.riwayat.pindah"
    _inherit = "asn.riwayat.mixin"
    _description = "Moves Between Agencies (Riwayat Pindah Instansi)"
    _bagian = "pendukung"
    _urutan = 80
    _jenis_dokumen = ("SK_PINDAH", "SK_MUTASI", "SPMT")
    _usulan = "bkpsdm"
    _kolom_utama = ("arah", "instansi_asal", "instansi_tujuan", "tmt")

    tmt = fields.Date(required=True)
    arah = fields.Selection(
        [("masuk", "In (masuk)"), ("keluar", "Out (keluar)")],
        "Direction",
        required=True,
    )
    jenis_pindah = fields.Selection(
        [
            ("antar_kabkota", "Between regencies or cities of a province"),
            ("antar_provinsi", "Between provinces"),
            ("daerah_pusat", "From a region to a central agency"),
            ("pusat_daerah", "From a central agency to a region"),
            ("dpk", "Seconded, paid here (dipekerjakan)"),
            ("dpb", "Seconded, paid there (diperbantukan)"),
        ],
        "Kind of Move",
    )
    instansi_asal = fields.Char("From Agency", required=True)
    instansi_tujuan = fields.Char("To Agency", required=True)
    unit_asal = fields.Char("From Unit")
    unit_tujuan = fields.Char("To Unit")
    jabatan_asal = fields.Char("Former Post")
    jabatan_tujuan = fields.Char("New Post")
    lokasi_tujuan = fields.Char("New Place of Work")
    nomor_usul = fields.Char("Proposal No. (Usul)")
    tanggal_usul = fields.Date("Proposal Date")
    nomor_bkn = fields.Char("BKN Decree No.")
    tanggal_bkn = fields.Date("BKN Decree Date")
    nomor_asal = fields.Char("Releasing Decree No. (SK Asal)")
    tanggal_asal = fields.Date("Releasing Decree Date")
    nomor_tujuan = fields.Char("Receiving Decree No. (SK Tujuan)")
    tanggal_tujuan = fields.Date("Receiving Decree Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.pindah")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
