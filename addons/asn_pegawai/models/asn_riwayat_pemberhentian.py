from odoo import api, fields, models
from odoo.exceptions import ValidationError

#: SIASN codes of jenis_pemberhentian; ``aktif`` is the way back.
JENIS_HENTI = [
    ("1", "Retirement age (BUP)"),
    ("2", "Death (meninggal dunia)"),
    ("3", "Own request (atas permintaan sendiri)"),
    ("4", "Disability (cacat)"),
    ("5", "Physical infirmity (keuzuran jasmani)"),
    ("6", "Died on duty (tewas)"),
    ("7", "Disciplinary punishment (hukuman disiplin)"),
    ("8", "Joined a political party"),
    ("9", "Reduction of the organisation"),
    ("10", "Broke the oath of a PNS"),
    ("11", "Broke the oath of the post"),
    ("12", "Criminal act (tindak pidana)"),
    ("13", "Left duty (meninggalkan tugas)"),
    ("14", "Missing (dinyatakan hilang)"),
    ("15", "Did not report after CLTN"),
    ("16", "Corruption (tipikor)"),
    ("sementara", "Suspended (pemberhentian sementara)"),
    ("kontrak", "Contract ended (PPPK)"),
    ("cltn", "Leave outside state responsibility (CLTN)"),
    ("mpp", "Preparation for the pension (masa persiapan pensiun)"),
    ("tugas_belajar", "On study, released from the post (tugas belajar)"),
    ("aktif", "Active again (pengaktifan kembali)"),
]
#: Kinds after which somebody still is, or is again, an active civil servant.
_TETAP_AKTIF = frozenset({"mpp", "aktif", "tugas_belajar"})


class AsnRiwayatPemberhentian(models.Model):
    """Leaving the service, suspension and reinstatement.

    When the TMT has come, the legal position of the row becomes the one of
    the profile.
    """

    _name = "asn.riwayat.pemberhentian"
    _inherit = "asn.riwayat.mixin"
    _description = "Leaving the Service (Riwayat Pemberhentian)"
    _jenis_proyeksi = "pemberhentian"
    _bagian = "pendukung"
    _urutan = 98
    _jenis_dokumen = ("SK_PEMBERHENTIAN", "SK_PENSIUN", "AKTA_KEMATIAN")
    _usulan = None
    _kolom_utama = ("jenis_henti", "kedudukan_hukum_id", "tmt", "nomor_sk")

    tmt = fields.Date(required=True)
    jenis_henti = fields.Selection(JENIS_HENTI, "Kind", required=True)
    kedudukan_hukum_id = fields.Many2one(
        "asn.kedudukan.hukum",
        "Legal Position From Then On",
        required=True,
        ondelete="restrict",
    )
    is_hormat = fields.Boolean("Honourable (dengan hormat)", default=True)
    is_hak_pensiun = fields.Boolean("With Pension")
    tanggal_meninggal = fields.Date("Died On")
    nomor_pertek = fields.Char("BKN Consideration No. (Pertek)")
    tanggal_pertek = fields.Date("BKN Consideration Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.pemberhentian")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")

    @api.constrains("jenis_henti", "kedudukan_hukum_id")
    def _check_kedudukan(self):
        """Back on duty goes with an active position, leaving with another."""
        for baris in self:
            aktif = baris.kedudukan_hukum_id.kelas in ("aktif", "aktif_khusus")
            if aktif != (baris.jenis_henti in _TETAP_AKTIF):
                raise ValidationError(
                    self.env._(
                        "The legal position %(position)s does not fit this kind of"
                        " decision. Choose an active position only for somebody who"
                        " is active again.",
                        position=baris.kedudukan_hukum_id.name,
                    )
                )
