from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .asn_kgb_penundaan import SEBAB_TUNDA

JENIS_KGB = [
    ("berkala", "Periodic increment (berkala)"),
    ("istimewa", "Extraordinary increment of a PPPK (istimewa)"),
    ("penundaan", "Deferral of the increment (penundaan)"),
]
#: What is filled in; part of the decision once it was submitted.
ISIAN_KGB = (
    "kgb_jenis",
    "kgb_tunda_sebab",
    "kgb_tunda_bulan",
    "kgb_tunda_alasan",
    "kgb_teladan_nomor",
    "kgb_teladan_tanggal",
)


class AsnPermohonan(models.Model):
    """The kinds of decision on an increment: given, given early, deferred.

    All three are decided by the same people in the same steps, so that there is
    never a grant and a deferral of one step at the same time (UMUM-03).
    """

    _inherit = "asn.permohonan"

    kgb_jenis = fields.Selection(
        JENIS_KGB,
        "Kind of Decision (KGB)",
        compute="_compute_kgb_jenis",
        store=True,
        readonly=False,
        precompute=True,
    )
    kgb_tunda_sebab = fields.Selection(SEBAB_TUNDA, "Reason of the Deferral")
    kgb_tunda_bulan = fields.Integer(
        "Months of Deferral",
        aggregator=None,
        help="1 to 12; a further year needs a further decree (KGB-08).",
    )
    kgb_tunda_alasan = fields.Text(
        "Facts of the Deferral", help="Stands in the decree (Menimbang)."
    )
    kgb_teladan_nomor = fields.Char(
        "Exemplary by Decree No.",
        help="Decree of the PPK that names the employee exemplary (KGB-K-03).",
    )
    kgb_teladan_tanggal = fields.Date("Date of That Decree")
    has_kgb_jenis = fields.Boolean(compute="_compute_has_kgb_jenis")

    @api.depends("layanan_id")
    def _compute_kgb_jenis(self):
        for permohonan in self:
            # sudo: the code of a service is no secret
            bukan = permohonan.layanan_id.sudo().code != "kgb"
            if bukan or permohonan.jenis_tindak == "pencabutan":
                permohonan.kgb_jenis = False
            elif not permohonan.kgb_jenis:
                permohonan.kgb_jenis = "berkala"

    @api.depends_context("uid")
    @api.depends("kgb_jenis", "employee_id")
    def _compute_has_kgb_jenis(self):
        """Only for the form: whether there is more than one kind to choose."""
        for permohonan in self:
            # sudo: kind and account of whom it is for decide what the form asks
            pegawai = permohonan.sudo().employee_id
            permohonan.has_kgb_jenis = bool(permohonan.kgb_jenis) and (
                permohonan.kgb_jenis != "berkala"
                or (pegawai.status_pegawai or "").startswith("pppk")
                or pegawai.user_id != self.env.user
            )

    @api.constrains("kgb_jenis", "kgb_tunda_bulan")
    def _check_kgb_tunda_bulan(self):
        for permohonan in self.filtered(lambda p: p.kgb_jenis == "penundaan"):
            if not 0 <= permohonan.kgb_tunda_bulan <= 12:
                raise ValidationError(
                    self.env._("A deferral lasts 1 to 12 months (KGB-08).")
                )

    # ---- the employee's side ------------------------------------------------

    def _boleh_mewakili(self, user):
        """Nobody files, withdraws or lifts the deferral of the own increment."""
        # sudo: whose increment it is decides, not who asks
        sudo = self.sudo()
        jenis = sudo.kgb_jenis or sudo.asal_id.kgb_jenis
        if jenis == "penundaan" and sudo.employee_id.user_id == user:
            return False
        return super()._boleh_mewakili(user)

    def _kabari_diwakili(self):
        """A deferral asks for no consent; the notices of the steps tell of it."""
        lain = self.filtered(lambda p: p.kgb_jenis != "penundaan")
        return super(AsnPermohonan, lain)._kabari_diwakili()

    # ---- the letter ---------------------------------------------------------

    def _jenis_surat(self):
        """A deferral is a decree of its own kind."""
        jenis = super()._jenis_surat()
        if self.kgb_jenis == "penundaan" and self.jenis_tindak != "pencabutan":
            return self.env.ref("asn_layanan_standar.jenis_surat_kgb_penundaan")
        return jenis

    def _jenis_arsip(self):
        jenis = super()._jenis_arsip()
        if self.kgb_jenis == "penundaan" and self.jenis_tindak != "pencabutan":
            return self.env.ref("asn_layanan_standar.jenis_dokumen_sk_tunda_kgb")
        return jenis

    def _terbitkan_produk(self, user):
        """A decree against somebody asks no survey of them: it is theirs at once."""
        hasil = super()._terbitkan_produk(user)
        tunda = self.filtered(lambda p: p.kgb_jenis == "penundaan")
        tunda._serahkan(user)._beritahu("done")
        return hasil
