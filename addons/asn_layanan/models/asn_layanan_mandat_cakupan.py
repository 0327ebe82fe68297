from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnLayananMandat(models.Model):
    """For whom a mandate holds: unit with those below, range of golongan (B11)."""

    _inherit = "asn.layanan.mandat"

    unit_id = fields.Many2one(
        "hr.department",
        "Unit of the Applicant",
        ondelete="restrict",
        help="This unit and those below. Empty: any unit.",
    )
    golongan_min_id = fields.Many2one(
        "asn.golongan", "Golongan from", ondelete="restrict"
    )
    golongan_maks_id = fields.Many2one(
        "asn.golongan", "Golongan to", ondelete="restrict"
    )
    pemegang = fields.Char(
        "Holder Today", compute="_compute_pemegang", compute_sudo=True
    )
    status = fields.Selection(
        [
            ("akan", "To come (akan berlaku)"),
            ("berlaku", "In force (berlaku)"),
            ("berakhir", "Ended (berakhir)"),
        ],
        "Status",
        compute="_compute_status",
    )

    @api.depends("berlaku_mulai", "berlaku_sampai")
    def _compute_status(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for mandat in self:
            if mandat._berlaku_pada(hari_ini):
                mandat.status = "berlaku"
            else:
                mulai = mandat.berlaku_mulai
                mandat.status = "akan" if mulai and mulai > hari_ini else "berakhir"

    @api.depends("penandatangan_jabatan", "jabatan_id")
    def _compute_pemegang(self):
        penentu = self.env["asn.layanan.penentu"]
        for mandat in self:
            if mandat.penandatangan_jabatan == "jabatan" and mandat.jabatan_id:
                pemegang = penentu._pemegang_jabatan(mandat.jabatan_id)
                mandat.pemegang = pemegang.name or self.env._("Nobody")
            else:
                mandat.pemegang = False

    @api.constrains("golongan_min_id", "golongan_maks_id")
    def _check_golongan(self):
        for mandat in self:
            a, b = mandat.golongan_min_id, mandat.golongan_maks_id
            if a and b and (a.jenis != b.jenis or a.urutan > b.urutan):
                raise ValidationError(
                    self.env._(
                        "Mandate %s: the golongan go from the lower to the higher one"
                        " of the same kind (PNS or PPPK).",
                        mandat.name,
                    )
                )

    def _cocok(self, permohonan):
        return self._cocok_cakupan(permohonan) and super()._cocok(permohonan)

    def _cocok_cakupan(self, permohonan):
        """Tell whether unit and golongan of the applicant lie in the reach."""
        if self.unit_id:
            jalur = permohonan.unit_id.parent_path or ""
            if not jalur.startswith(self.unit_id.parent_path):
                return False
        golongan = permohonan.employee_id.golongan_id
        bawah, atas = self.golongan_min_id, self.golongan_maks_id
        for batas in bawah | atas:
            if not golongan or golongan.jenis != batas.jenis:
                return False
        return not (
            (bawah and golongan.urutan < bawah.urutan)
            or (atas and golongan.urutan > atas.urutan)
        )

    def _berlaku_pada(self, pada):
        """Tell whether this mandate is in force on a date."""
        self.ensure_one()
        return (not self.berlaku_mulai or self.berlaku_mulai <= pada) and (
            not self.berlaku_sampai or self.berlaku_sampai >= pada
        )

    def _jangkauan(self):
        """Return for whom this mandate holds, to compare it with others."""
        self.ensure_one()
        return (
            self.jenis_surat_id.id,
            frozenset(self.jenis_jabatan_ids.ids),
            frozenset(self._daftar_kode(self.eselon)),
            frozenset(self._daftar_kode(self.jenis_unit)),
            self.unit_id.id,
            self.golongan_min_id.id,
            self.golongan_maks_id.id,
            self.kondisi or "[]",
        )

    def _wewenang(self):
        """Return capacity, post on whose behalf, and decree of this mandate."""
        self.ensure_one()
        wakil = self.kapasitas in ("an", "ub")
        return {
            "kapasitas": self.kapasitas,
            "atas_nama": self.atas_nama if wakil else False,
            "dasar": self.dasar,
        }

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        self.env["asn.layanan.peringatan"]._minta_periksa()
        return records

    def write(self, vals):
        res = super().write(vals)
        self.env["asn.layanan.peringatan"]._minta_periksa()
        return res
