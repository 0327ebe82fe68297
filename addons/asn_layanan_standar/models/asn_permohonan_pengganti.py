from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnPermohonan(models.Model):
    """Who takes over the duties while somebody is on leave."""

    _inherit = "asn.permohonan"

    pengganti_id = fields.Many2one(
        "res.users",
        "Duties Taken Over By (Pelaksana Tugas)",
        domain="[('share', '=', False), ('employee_ids', '!=', False),"
        " ('id', '!=', pemohon_user_id)]",
        ondelete="restrict",
        index="btree_not_null",
        help="Named in the letter. For an official who decides on requests it also"
        " becomes a delegation for the days of leave.",
    )
    delegasi_ids = fields.One2many(
        "asn.delegasi", "permohonan_id", "Delegation", readonly=True
    )

    @api.constrains("pengganti_id", "employee_id")
    def _check_pengganti(self):
        for permohonan in self.sudo():  # sudo: accounts of both, whoever files
            user = permohonan.pengganti_id
            if user and user == permohonan.employee_id.user_id:
                raise ValidationError(
                    self.env._("Somebody else takes over the duties during leave.")
                )

    def _pengganti_cuti(self):
        """Return the leave of who takes over on some of these days, if any."""
        self.ensure_one()
        pegawai = self.pengganti_id.employee_id
        if not pegawai or not self._tanggal_wajar():
            return self.browse()
        return self.search(
            [
                ("employee_id", "=", pegawai.id),
                ("jenis_cuti", "!=", False),
                ("state", "in", ("approved", "issued", "done")),
                ("tanggal_mulai", "<=", self.akhir_cuti),
                ("akhir_cuti", ">=", self.tanggal_mulai),
            ],
            limit=1,
        )
