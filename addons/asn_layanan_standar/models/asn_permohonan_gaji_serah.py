from odoo import api, fields, models
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA


class AsnPermohonan(models.Model):
    """In which list the finance office gets an issued change of pay, and what it is."""

    _inherit = "asn.permohonan"

    gaji_serah_id = fields.Many2one(
        "asn.gaji.serah",
        "Hand-over List",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    serah_jenis = fields.Selection(
        [("kgb", "Increment (KGB)"), ("kp", "Promotion (KP)")],
        "Kind of Change of Pay",
        compute="_compute_serah",
    )
    serah_golongan_id = fields.Many2one(
        "asn.golongan", "Grade After the Change of Pay", compute="_compute_serah"
    )
    serah_catatan = fields.Char(
        "Note for Finance",
        readonly=True,
        copy=False,
        help="When the person has several changes of pay: which of them counts.",
    )
    serah_tmt = fields.Date("TMT of the Change of Pay", compute="_compute_serah")
    serah_gaji_lama = fields.Integer(
        "Pay Before the Change (Rp)", compute="_compute_serah", groups=RAHASIA
    )
    serah_gaji_baru = fields.Integer(
        "Pay After the Change (Rp)", compute="_compute_serah", groups=RAHASIA
    )

    @api.depends("layanan_id", "gaji_serah_id")
    def _compute_serah(self):
        """Say what the list says; empty for what stands in none."""
        for permohonan in self:
            # sudo: columns of a request that one may read; pay is closed by its groups
            satu = permohonan.sudo()
            ubah = satu._perubahan_gaji() if satu.gaji_serah_id else None
            permohonan.serah_jenis = ubah and ubah.jenis
            permohonan.serah_golongan_id = ubah and ubah.golongan_baru
            permohonan.serah_tmt = ubah and ubah.tmt
            permohonan.serah_gaji_lama = ubah and ubah.gaji_lama
            permohonan.serah_gaji_baru = ubah and ubah.gaji_baru

    def _perubahan_gaji(self):
        """Return what this decree changes in the pay; None when it changes none."""
        return self._handler()._perubahan_gaji(self)
