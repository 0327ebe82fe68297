from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatKontrak(models.Model):
    """Contracts (perjanjian kerja) of a PPPK: first, extended, ended early."""

    _name = "asn.riwayat.kontrak"
    _inherit = "asn.riwayat.mixin"
    _description = "PPPK Contracts (Riwayat Kontrak)"
    _jenis_proyeksi = "kontrak"
    _bagian = "pendukung"
    _urutan = 65
    _jenis_dokumen = ("PERJANJIAN_KERJA", "SK_PPPK", "SK_PERPANJANGAN_PPPK")
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis", "kontrak_ke", "tmt", "tanggal_selesai")

    jenis = fields.Selection(
        [
            ("baru", "New (baru)"),
            ("perpanjangan", "Extension (perpanjangan)"),
            ("pengakhiran", "Ended early (pengakhiran)"),
        ],
        "Kind",
        default="baru",
        required=True,
    )
    kontrak_ke = fields.Integer("Contract Number", default=1, aggregator=None)
    tmt = fields.Date("Starts On", required=True)
    tanggal_selesai = fields.Date("Ends On", help="Last day of the contract.")
    no_perjanjian = fields.Char("Contract No. (Perjanjian Kerja)")
    tgl_perjanjian = fields.Date("Contract Date")
    golongan_id = fields.Many2one(
        "asn.golongan",
        "Grade (Golongan)",
        domain="[('jenis', '=', 'pppk')]",
        ondelete="restrict",
    )
    formasi_jabatan = fields.Char("Formation (Formasi)")
    alasan = fields.Char("Reason", help="Why the contract ended early.")
    koreksi_dari_id = fields.Many2one("asn.riwayat.kontrak")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai IS NULL OR tanggal_selesai >= tmt)",
        "The contract (perjanjian kerja) ends before it starts.",
    )
    _ke_positif = models.Constraint(
        "CHECK (kontrak_ke >= 1)", "Contracts are numbered from 1."
    )

    @api.constrains("jenis", "tanggal_selesai")
    def _check_selesai(self):
        for baris in self:
            if baris.jenis != "pengakhiran" and not baris.tanggal_selesai:
                raise ValidationError(
                    self.env._(
                        "A contract (perjanjian kerja) needs its last day; only an"
                        " early end has none."
                    )
                )

    def _periksa_sah(self):  # pylint: disable=missing-return
        """Two contracts of one person never begin on the same day."""
        super()._periksa_sah()
        ada = set()
        for baris in self.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("status", "=", "sah"),
                ("jenis", "!=", "pengakhiran"),
            ]
        ):
            kunci = (baris.employee_id, baris.tmt)
            if kunci in ada:
                raise ValidationError(
                    self.env._(
                        "%(employee)s already has a valid contract from %(tmt)s."
                        " Record the second as a correction of the first.",
                        employee=baris.employee_id.name,
                        tmt=baris.tmt.strftime("%d-%m-%Y"),
                    )
                )
            ada.add(kunci)
