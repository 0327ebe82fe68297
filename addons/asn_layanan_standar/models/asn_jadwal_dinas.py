from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.exceptions import AccessError, ValidationError

from ..domain import jadwal
from .asn_permohonan import STATE_MENEMPATI


class AsnJadwalDinas(models.Model):
    """Days on which somebody who works in shifts is on duty in a month (3.2).

    The unit keeps it. Where a person has a roster, leave is charged by it and not by
    the calendar of the unit; months without one follow the calendar.
    """

    _name = "asn.jadwal.dinas"
    _description = "Duty Roster (Jadwal Dinas)"
    _order = "bulan desc, employee_id"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    bulan = fields.Date(
        "Month",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini().replace(day=1),
        help="Any day of the month; its first is kept.",
    )
    hari = fields.Char(
        "Days on Duty (Hari Dinas)",
        help="Day numbers and ranges, such as 1-5, 8, 10-12. Empty: no day on duty.",
    )
    jumlah = fields.Integer("Days", compute="_compute_jumlah", aggregator=None)

    _sekali = models.Constraint(
        "UNIQUE (employee_id, bulan)",
        "This person already has a roster for this month.",
    )

    @api.depends("hari", "bulan")
    def _compute_jumlah(self):
        for satu in self:
            try:
                satu.jumlah = len(jadwal.baca_hari(satu.hari, satu.bulan))
            except (ValueError, AttributeError):
                # Still being typed; saving says what is wrong.
                satu.jumlah = 0

    @api.model
    def _rapikan(self, vals):
        if bulan := fields.Date.to_date(vals.get("bulan")):
            vals["bulan"] = bulan.replace(day=1)
        return vals

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create([self._rapikan(dict(v)) for v in vals_list])
        records._periksa_pengisi()
        records._periksa_terpakai()
        return records

    def write(self, vals):
        """Change rosters that no leave relies on.

        :raises AccessError: the own roster
        :raises ValidationError: leave was charged by it
        """
        self._periksa_pengisi()
        self._periksa_terpakai()
        res = super().write(self._rapikan(dict(vals)))
        self._periksa_pengisi()
        self._periksa_terpakai()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_bebas(self):
        self._periksa_pengisi()
        self._periksa_terpakai()

    @api.constrains("hari", "bulan")
    def _check_hari(self):
        for satu in self:
            try:
                jadwal.baca_hari(satu.hari, satu.bulan)
            except ValueError as salah:
                raise ValidationError(
                    self.env._(
                        "%(text)s is no day of that month. Write day numbers and"
                        " ranges, such as 1-5, 8, 10-12.",
                        text=salah,
                    )
                ) from salah

    def _periksa_pengisi(self):
        """Refuse the own roster: it decides how many days a leave costs."""
        # sudo: only whose account it is
        if not self.env.su and self.env.user in self.sudo().employee_id.user_id:
            raise AccessError(
                self.env._("Nobody keeps the own duty roster; ask a colleague to.")
            )

    def _periksa_terpakai(self):
        """Refuse months in which leave is asked or was granted.

        :raises ValidationError: naming the first one
        """
        # sudo: leave of the people of the roster, whoever keeps it
        Permohonan = self.env["asn.permohonan"].sudo()
        for satu in self:
            cuti = Permohonan.search(
                [
                    ("employee_id", "=", satu.employee_id.id),
                    ("jenis_cuti", "in", ("tahunan", "besar")),
                    ("state", "in", STATE_MENEMPATI),
                    ("tanggal_mulai", "<", tambah_bulan(satu.bulan, 1)),
                    ("tanggal_selesai", ">=", satu.bulan),
                ],
                limit=1,
            )
            if cuti:
                raise ValidationError(
                    self.env._(
                        "Leave %s was counted by this month as it is. Its days would"
                        " change with the roster.",
                        cuti.nomor,
                    )
                )

    @api.model
    def _dinas(self, pegawai, mulai, selesai):
        """Return ``{first of the month: dates on duty}`` of a person's rosters.

        :param mulai: first day that is asked about
        :param selesai: last one
        """
        # sudo: the days are needed to count, whoever asks
        baris = self.sudo().search_fetch(
            [
                ("employee_id", "=", pegawai.id),
                ("bulan", ">=", mulai.replace(day=1)),
                ("bulan", "<=", selesai),
            ],
            ["bulan", "hari"],
        )
        return {b.bulan: jadwal.baca_hari(b.hari, b.bulan) for b in baris}
