import json

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import pustaka


class AsnLayananAturan(models.Model):
    """A rule that was chosen from the library, with its parameters."""

    _name = "asn.layanan.aturan"
    _inherit = ["asn.layanan.aturan", "asn.layanan.untuk.mixin"]

    kode = fields.Char(
        compute="_compute_kode", store=True, readonly=False, precompute=True
    )
    name = fields.Char(
        compute="_compute_nama", store=True, readonly=False, precompute=True
    )
    pustaka = fields.Selection(
        lambda self: self._pilihan_pustaka(),
        "Kind of Rule",
        help="From the library. Empty: the service checks the code itself, or an"
        " officer judges.",
    )
    nilai = fields.Json("Values", compute="_compute_nilai", inverse="_inverse_nilai")
    kalimat = fields.Char("In Words", compute="_compute_kalimat")

    @api.model
    def _pilihan_pustaka(self):
        return [
            (data["jenis"], data["nama"])
            for data in self.env["asn.layanan.pustaka"].get_daftar()
        ]

    @api.depends("pustaka", "versi_id")
    def _compute_kode(self):
        """Number rules of the library within their version: ``A-01``."""
        dipakai = {}
        for aturan in self:
            if aturan.kode or not aturan.pustaka:
                aturan.kode = aturan.kode
                continue
            versi = aturan.versi_id
            if versi not in dipakai:
                dipakai[versi] = {a.kode for a in versi.aturan_ids - aturan}
            nomor = 1
            while f"A-{nomor:02d}" in dipakai[versi]:
                nomor += 1
            aturan.kode = f"A-{nomor:02d}"
            dipakai[versi].add(aturan.kode)

    @api.depends("pustaka")
    def _compute_nama(self):
        Pustaka = self.env["asn.layanan.pustaka"]
        for aturan in self:
            if not aturan.name and aturan.pustaka:
                aturan.name = Pustaka._uraian(aturan.pustaka).nama
            else:
                aturan.name = aturan.name

    @api.depends("parameter")
    def _compute_nilai(self):
        for aturan in self:
            try:
                aturan.nilai = aturan._parameter()
            except ValueError:
                aturan.nilai = {}

    def _inverse_nilai(self):
        for aturan in self:
            aturan.parameter = json.dumps(aturan.nilai or {}, sort_keys=True)

    @api.depends("pustaka", "parameter", "name")
    def _compute_kalimat(self):
        Pustaka = self.env["asn.layanan.pustaka"]
        for aturan in self:
            if not aturan.pustaka:
                aturan.kalimat = aturan.name
                continue
            try:
                nilai = Pustaka._bersihkan(aturan.pustaka, aturan._parameter())
            except (ValidationError, ValueError):
                nilai = {}
            aturan.kalimat = Pustaka._kalimat(aturan.pustaka, nilai)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._dengan_parameter(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._dengan_parameter(vals))

    @api.model
    def _dengan_parameter(self, vals):
        """Return the values with ``nilai`` written where it is stored.

        An inverse would come after the constraints of the new row.
        """
        if "nilai" not in vals:
            return vals
        vals = dict(vals)
        vals["parameter"] = json.dumps(vals.pop("nilai") or {}, sort_keys=True)
        return vals

    @api.constrains("pustaka", "parameter")
    def _check_pustaka(self):
        """Parameters are complete, of the right type, and name what exists."""
        Pustaka = self.env["asn.layanan.pustaka"]
        for aturan in self.filtered("pustaka"):
            nilai = Pustaka._bersihkan(aturan.pustaka, aturan._parameter())
            hilang = Pustaka._kode_hilang(aturan.pustaka, nilai)
            if hilang:
                raise ValidationError(
                    self.env._(
                        "Rule %(rule)s: %(label)s %(code)s does not exist.",
                        rule=aturan.name,
                        label=hilang[0][0],
                        code=hilang[0][1],
                    )
                )
            if aturan.pustaka == "profil":
                Pustaka._periksa_domain_profil(nilai["domain"])

    def _is_nama_bawaan(self):
        """Tell whether nobody gave this rule a name of its own."""
        self.ensure_one()
        return self.name == self.env["asn.layanan.pustaka"]._uraian(self.pustaka).nama

    def _parameter_bersih(self):
        """Return the parameters complete with their defaults."""
        self.ensure_one()
        return self.env["asn.layanan.pustaka"]._bersihkan(
            self.pustaka, self._parameter()
        )

    def _bagian_pesan(self):
        """Return (message, parameters as they are read) of this rule."""
        self.ensure_one()
        Pustaka = self.env["asn.layanan.pustaka"]
        uraian = Pustaka._uraian(self.pustaka)
        nilai = Pustaka._nilai_terbaca(uraian, self._parameter_bersih())
        return self.pesan or uraian.pesan, nilai

    def _pesan_terisi(self, fakta, bagian=None):
        """Return the message of this rule with the facts filled in.

        :param bagian: of ``_bagian_pesan``, when many people are asked
        """
        templat, nilai = bagian or self._bagian_pesan()
        return pustaka.isi_kalimat(templat, {**nilai, "fakta": fakta or "-"})
