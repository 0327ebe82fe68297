from odoo import api, fields, models
from odoo.addons.asn_base.domain import nip as nip_tools
from odoo.exceptions import ValidationError


class AsnRiwayatNip(models.Model):
    """Numbers a person had over time; a new number keeps the person.

    The newest becomes the NIP of the profile. No number is ever given to two
    people, also not one that is out of use (PRF-NIP-09).
    """

    _name = "asn.riwayat.nip"
    _inherit = "asn.riwayat.mixin"
    _description = "NIP Over Time (Riwayat NIP)"
    _rec_name = "nip"
    _jenis_proyeksi = "nip"
    _bagian = "pribadi"
    _urutan = 10
    _jenis_dokumen = ("KONVERSI_NIP", "SK_CPNS", "SK_PPPK")
    _usulan = None
    _kolom_utama = ("nip", "tmt", "alasan")

    nip = fields.Char("NIP", required=True, index=True)
    tmt = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until")
    alasan = fields.Selection(
        [
            ("pengadaan", "First appointment (pengadaan)"),
            ("konversi", "Conversion of the old NIP (konversi)"),
            ("seleksi_ulang", "Passed a new selection"),
            ("pindah", "Moved to another formation or agency"),
            ("perbaikan", "Corrected by BKN (perbaikan)"),
        ],
        "Reason",
        required=True,
    )
    koreksi_dari_id = fields.Many2one("asn.riwayat.nip")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai IS NULL OR tanggal_selesai >= tmt)",
        "A number cannot end before it begins.",
    )

    @api.model
    def _lengkapi(self, vals):
        if isinstance(vals.get("nip"), str):
            vals["nip"] = nip_tools.normalize(vals["nip"])
        return super()._lengkapi(vals)

    def write(self, vals):
        if isinstance(vals.get("nip"), str):
            vals = {**vals, "nip": nip_tools.normalize(vals["nip"])}
        return super().write(vals)

    @api.constrains("nip")
    def _check_nip(self):
        """PRF-NIP-01: 9 digits for the old number, else 18."""
        for baris in self:
            lama = baris.nip.isdigit() and len(baris.nip) == 9
            if not lama and any(
                tingkat == "E" for _a, tingkat, _k in nip_tools.problems(baris.nip)
            ):
                raise ValidationError(
                    self.env._(
                        "%(nip)s is no NIP: it has 18 digits, the old one 9"
                        " (PRF-NIP-01). Compare it with the decree.",
                        nip=baris.nip,
                    )
                )

    def _periksa_sah(self):  # pylint: disable=missing-return
        """PRF-NIP-09: a number belongs to one person for ever."""
        super()._periksa_sah()
        lain = self.search([("nip", "in", self.mapped("nip")), ("status", "=", "sah")])
        pemilik = {}
        for baris in lain:
            pemilik.setdefault(baris.nip, baris.employee_id)
            if pemilik[baris.nip] != baris.employee_id:
                self._tolak_dipakai(baris.nip)
        profil = self.env["hr.employee"].with_context(active_test=False)
        for orang in profil.search([("nip", "in", self.mapped("nip"))]):
            if pemilik.get(orang.nip, orang) != orang:
                self._tolak_dipakai(orang.nip)

    def _tolak_dipakai(self, nip):
        raise ValidationError(
            self.env._(
                "NIP %(nip)s already belongs or belonged to somebody else"
                " (PRF-NIP-09). Compare it with the decree of BKN.",
                nip=nip,
            )
        )
