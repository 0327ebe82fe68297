from datetime import date, datetime, time

from odoo import api, fields, models, tools
from pytz import timezone, utc

from ..domain.tanggal import NAMA_HARI


class AsnHariLibur(models.Model):
    """One national or local holiday, or one day of joint leave.

    Each row keeps one absence of all calendars in step, so that everything
    that counts working time with core ``resource`` knows the holiday too.
    """

    _name = "asn.hari.libur"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("tanggal",)
    _description = "Holiday (Hari Libur)"
    _order = "tanggal"

    name = fields.Char("Holiday", required=True)
    tanggal = fields.Date("Date", required=True)
    hari = fields.Char("Day", compute="_compute_hari")
    jenis = fields.Selection(
        [
            ("libur_nasional", "National holiday"),
            ("cuti_bersama", "Joint leave (cuti bersama)"),
            ("libur_daerah", "Local holiday"),
        ],
        "Kind",
        required=True,
        default="libur_nasional",
    )
    sumber = fields.Char("Legal Source")
    keyakinan = fields.Selection(
        [
            ("found", "Read in the regulation"),
            ("known", "Common practice"),
            ("unsure", "To be confirmed"),
        ],
        "Confidence",
        default="found",
        required=True,
    )
    leave_id = fields.Many2one(
        "resource.calendar.leaves", "Calendar Entry", readonly=True, copy=False
    )

    _tanggal_uniq = models.Constraint(
        "UNIQUE (tanggal)", "This date is already in the list of holidays."
    )

    @api.depends("tanggal")
    def _compute_hari(self):
        for libur in self:
            tanggal = libur.tanggal
            libur.hari = NAMA_HARI[tanggal.weekday()] if tanggal else False

    @api.model_create_multi
    def create(self, vals_list):
        # The calendar entry is made here and never handed in.
        records = super().create([dict(v, leave_id=False) for v in vals_list])
        records._selaraskan_kalender()
        return records

    def write(self, vals):
        vals = {k: v for k, v in vals.items() if k != "leave_id"}
        res = super().write(vals)
        if {"tanggal", "name"} & vals.keys():
            self._selaraskan_kalender()
        self.env.registry.clear_cache()
        return res

    def unlink(self):
        # sudo: whoever keeps the holidays has no right on calendar entries.
        leaves = self.leave_id.sudo()
        res = super().unlink()
        leaves.unlink()
        self.env.registry.clear_cache()
        return res

    def _selaraskan_kalender(self):  # pylint: disable=missing-return
        """Make or move the absence of all calendars that stands for each row."""
        # sudo: whoever keeps the holidays has no right on calendar entries.
        Leave_sudo = self.env["resource.calendar.leaves"].sudo()
        for libur in self:
            vals = libur._nilai_kalender()
            if libur.leave_id:
                Leave_sudo.browse(libur.leave_id.id).write(vals)
            else:
                leave = Leave_sudo.create(vals)
                # Past the own ``write``, which would come back here.
                # pylint: disable-next=super-method-mismatch
                super(AsnHariLibur, libur).write({"leave_id": leave.id})
        self.env.registry.clear_cache()

    def _nilai_kalender(self):
        """Return the values of the absence: the whole day in the city's time."""
        self.ensure_one()
        kalender = self.env.company.resource_calendar_id
        tz = timezone(kalender.tz or "Asia/Jakarta")

        def ke_utc(jam):
            lokal = tz.localize(datetime.combine(self.tanggal, jam))
            return lokal.astimezone(utc).replace(tzinfo=None)

        return {
            "name": self.name,
            "calendar_id": False,
            "resource_id": False,
            "time_type": "leave",
            "date_from": ke_utc(time.min),
            "date_to": ke_utc(time(23, 59, 59)),
        }

    @api.model
    @tools.ormcache("tahun")
    def _tanggal_setahun(self, tahun):
        """Return the dates of all holidays of a year; public knowledge."""
        # Plain SQL: the answer is shared by all users of the process.
        self.env["asn.hari.libur"].flush_model(["tanggal"])
        self.env.cr.execute(
            "SELECT tanggal FROM asn_hari_libur WHERE tanggal BETWEEN %s AND %s",
            (date(tahun, 1, 1), date(tahun, 12, 31)),
        )
        return frozenset(row[0] for row in self.env.cr.fetchall())
