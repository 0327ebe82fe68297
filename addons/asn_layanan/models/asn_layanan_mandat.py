from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from .asn_layanan_tahap import baca_domain


class AsnLayananMandat(models.Model):
    """Who signs which product for whom, by which decree, from when to when."""

    _name = "asn.layanan.mandat"
    _description = "Signing Mandate (pelimpahan penandatanganan)"
    _order = "layanan_id, sequence, id"

    name = fields.Char("Mandate", required=True)
    sequence = fields.Integer(
        "Order", default=10, help="The first mandate that fits the request counts."
    )
    active = fields.Boolean(default=True)
    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, index=True, ondelete="cascade"
    )
    jenis_surat_id = fields.Many2one(
        "asn.jenis.surat", "Only for Letter", ondelete="restrict"
    )
    jenis_jabatan_ids = fields.Many2many(
        "asn.jenis.jabatan",
        "asn_layanan_mandat_jenis_jabatan_rel",
        "mandat_id",
        "jenis_id",
        "Kinds of Post of the Applicant",
        help="Empty: any kind.",
    )
    eselon = fields.Char("Eselon of the Applicant", help="Codes, e.g. II.a,II.b")
    jenis_unit = fields.Char(
        "Kinds of Unit", help="Codes, e.g. sekolah,puskesmas. Empty: any unit."
    )
    kondisi = fields.Char("Only When", default="[]")
    penandatangan_jabatan = fields.Selection(
        [
            ("jabatan", "Holder of a post"),
            ("kepala_unit", "Head of the unit"),
            ("kepala_perangkat_daerah", "Head of the regional body"),
        ],
        "Signed By",
        default="jabatan",
        required=True,
    )
    jabatan_id = fields.Many2one("hr.job", "Post", ondelete="restrict")
    kapasitas = fields.Selection(
        [
            ("definitif", "In own right"),
            ("an", "On behalf of (a.n.)"),
            ("ub", "For the attention of (u.b.)"),
        ],
        "Capacity",
        default="definitif",
        required=True,
    )
    atas_nama = fields.Char(
        "On Behalf Of", help="Printed after a.n. or above u.b., e.g. Wali Kota."
    )
    jenis_kewenangan = fields.Char("Kind of Authority")
    dasar = fields.Char("Decree")
    berlaku_mulai = fields.Date("From")
    berlaku_sampai = fields.Date("Until")
    model_permohonan = fields.Char(compute="_compute_model_permohonan")

    def _compute_model_permohonan(self):
        self.model_permohonan = "asn.permohonan"

    @api.constrains(
        "penandatangan_jabatan", "jabatan_id", "berlaku_mulai", "berlaku_sampai"
    )
    def _check_lengkap(self):
        for mandat in self:
            if mandat.penandatangan_jabatan == "jabatan" and not mandat.jabatan_id:
                raise ValidationError(
                    self.env._("Mandate %s: choose the post.", mandat.name)
                )
            if (
                mandat.berlaku_mulai
                and mandat.berlaku_sampai
                and mandat.berlaku_sampai < mandat.berlaku_mulai
            ):
                raise ValidationError(
                    self.env._("Mandate %s ends before it begins.", mandat.name)
                )

    @api.model
    def _daftar_kode(self, teks):
        return {
            kode.strip().lower() for kode in (teks or "").split(",") if kode.strip()
        }

    def _cocok(self, permohonan):
        """Tell whether this mandate covers the request."""
        self.ensure_one()
        pegawai = permohonan.employee_id
        unit = permohonan.unit_id
        if (
            self.jenis_surat_id
            and self.jenis_surat_id != permohonan.versi_id.jenis_surat_id
        ):
            return False
        if (
            self.jenis_jabatan_ids
            and pegawai.jenis_jabatan_id not in self.jenis_jabatan_ids
        ):
            return False
        if self.eselon and (pegawai.eselon or "").lower() not in self._daftar_kode(
            self.eselon
        ):
            return False
        if self.jenis_unit and unit.jenis_unit not in self._daftar_kode(
            self.jenis_unit
        ):
            return False
        if self.kondisi and self.kondisi != "[]":
            if not permohonan.filtered_domain(baca_domain(self.kondisi)):
                return False
        return permohonan._handler()._cocok_mandat(permohonan, self)

    @api.model
    def _cari(self, permohonan, pada, calon=None):
        """Return the first mandate in force that covers the request, or none.

        :param pada: the date of signing
        :param calon: what ``_calon_pada`` returned, for many questions
        """
        if calon is None:
            calon = self._calon_pada(permohonan.layanan_id, pada)
        return next((m for m in calon if m._cocok(permohonan)), self.browse())

    @api.model
    def _calon_pada(self, layanan, pada):
        """Return the mandates of a service in force on a date, in order."""
        return self.search_fetch(
            Domain("layanan_id", "=", layanan.id)
            & (
                Domain("berlaku_mulai", "=", False)
                | Domain("berlaku_mulai", "<=", pada)
            )
            & (
                Domain("berlaku_sampai", "=", False)
                | Domain("berlaku_sampai", ">=", pada)
            )
        )

    def _pemegang(self, permohonan):
        """Return the employee who signs under this mandate (may be none)."""
        self.ensure_one()
        if self.penandatangan_jabatan == "jabatan":
            return self.env["asn.layanan.penentu"]._pemegang_jabatan(self.jabatan_id)
        unit = permohonan.unit_id
        if self.penandatangan_jabatan == "kepala_perangkat_daerah":
            unit = unit._perangkat_daerah()
        return unit._kepala() if unit else self.env["hr.employee"]

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        self.env["asn.permohonan.tugas"]._minta_segarkan()
        return records

    def write(self, vals):
        res = super().write(vals)
        self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res

    def unlink(self):
        res = super().unlink()
        self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res
