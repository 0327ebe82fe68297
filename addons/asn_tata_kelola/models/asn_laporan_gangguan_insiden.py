from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import gangguan

_GRUP_PEMBATAL = "asn_base.group_kepala_badan"
#: Notices go out again when so many hours are left.
_INGAT_JAM = 24
_PEMBERITAHUAN = frozenset(
    {
        "data_terdampak",
        "jumlah_terdampak",
        "upaya_pemulihan",
        "penerima_pemberitahuan",
        "nomor_pemberitahuan",
    }
)


class AsnLaporanGangguan(models.Model):
    """Security incidents: a clock of 3 x 24 hours and the notice that was given.

    UU 27/2022 Pasal 46: the data subjects and the authority are told in writing
    which data were disclosed, when and how, and what is done about it. The clock
    begins when the office knows of it [unsure: the law does not name the moment].
    """

    _inherit = "asn.laporan.gangguan"

    is_insiden = fields.Boolean(
        "Security Incident (Insiden)", readonly=True, copy=False, index=True
    )
    diketahui_pada = fields.Datetime("Known Since", readonly=True, copy=False)
    batas_pemberitahuan = fields.Datetime(
        "Give Notice Until", compute="_compute_batas_pemberitahuan"
    )
    sisa_jam = fields.Integer("Hours Left", compute="_compute_batas_pemberitahuan")
    data_terdampak = fields.Text("Data Disclosed, When and How", copy=False)
    jumlah_terdampak = fields.Integer("People Concerned", copy=False)
    upaya_pemulihan = fields.Text("What Is Done About It", copy=False)
    penerima_pemberitahuan = fields.Char(
        "Told To",
        copy=False,
        help="The people concerned and the authority (lembaga), as the letter says.",
    )
    nomor_pemberitahuan = fields.Char("Letter No. of the Notice", copy=False)
    diberitahukan_pada = fields.Datetime("Told On", readonly=True, copy=False)
    diberitahukan_oleh_id = fields.Many2one(
        "res.users", "Recorded By", readonly=True, copy=False, ondelete="restrict"
    )

    @api.depends("diketahui_pada", "diberitahukan_pada")
    def _compute_batas_pemberitahuan(self):
        kini = fields.Datetime.now()
        for lapor in self:
            batas = lapor.diketahui_pada and gangguan.batas_pemberitahuan(
                lapor.diketahui_pada
            )
            lapor.batas_pemberitahuan = batas
            lapor.sisa_jam = (
                (batas - kini) // timedelta(hours=1)
                if batas and not lapor.diberitahukan_pada
                else 0
            )

    is_diingatkan = fields.Boolean("Reminded", readonly=True, copy=False)

    def write(self, vals):
        """Keep the notice as it was recorded."""
        if not self._is_mesin() and _PEMBERITAHUAN & vals.keys():
            if any(lapor.diberitahukan_pada for lapor in self):
                raise UserError(self.env._("The notice was given; it stays as it is."))
        return super().write(vals)

    def action_insiden(self):
        """Mark as a security incident: the clock begins, Kepala Badan is told."""
        self._periksa_petugas()
        for lapor in self:
            if lapor.is_insiden or lapor.state == "ditutup":
                raise UserError(
                    self.env._("This report is closed or is an incident already.")
                )
            # sudo: the flag and the clock are written by the system.
            lapor.sudo()._mesin().write(
                {"is_insiden": True, "diketahui_pada": fields.Datetime.now()}
            )
            lapor._kabari(
                lapor._kepala(),
                self.env._(
                    "Security incident: give notice within 3 x 24 hours if personal"
                    " data are concerned (UU 27/2022 Pasal 46)."
                ),
            )
        return True

    def action_bukan_insiden(self):
        """Take the mark back; for Kepala Badan, before notice was given."""
        self.check_access("read")
        if not self.env.user.has_group(_GRUP_PEMBATAL):
            raise AccessError(
                self.env._("Only Kepala Badan decides that it is no incident.")
            )
        if any(not lapor.is_insiden or lapor.diberitahukan_pada for lapor in self):
            raise UserError(self.env._("It is no incident, or notice was given."))
        for lapor in self:
            # sudo: the flag and the clock are written by the system.
            lapor.sudo()._mesin().write(
                {"is_insiden": False, "diketahui_pada": False, "is_diingatkan": False}
            )
            lapor.message_post(body=self.env._("Judged to be no security incident."))
        return True

    def action_pemberitahuan(self):
        """Record that notice was given in writing.

        :raise UserError: when it is no incident, was recorded, or lacks the
            content that Pasal 46 (2) asks for
        """
        self._periksa_petugas()
        if any(not lapor.is_insiden or lapor.diberitahukan_pada for lapor in self):
            raise UserError(self.env._("It is no incident, or notice was given."))
        self._wajib(
            "data_terdampak",
            "upaya_pemulihan",
            "penerima_pemberitahuan",
            "nomor_pemberitahuan",
        )
        # sudo: the record of the notice is written by the system.
        self.sudo()._mesin().write(
            {
                "diberitahukan_pada": fields.Datetime.now(),
                "diberitahukan_oleh_id": self.env.uid,
            }
        )
        return True

    @api.model
    def _kepala(self):
        """Return the active accounts of Kepala Badan."""
        # sudo: who holds a role is looked up for whoever handles the incident.
        grup_sudo = self.env.ref(_GRUP_PEMBATAL).sudo()
        return grup_sudo.all_user_ids.filtered(lambda u: u.active and not u.share)

    @api.model
    def _cron_ingatkan_insiden(self):
        """Remind once of incidents whose last day has begun without a notice.

        :return: how many
        """
        mulai = timedelta(hours=gangguan.JAM_PEMBERITAHUAN - _INGAT_JAM)
        # sudo: a scheduled job of the machine
        dekat_sudo = self.sudo().search(
            [
                ("is_insiden", "=", True),
                ("is_diingatkan", "=", False),
                ("diberitahukan_pada", "=", False),
                ("diketahui_pada", "<=", fields.Datetime.now() - mulai),
            ]
        )
        for lapor in dekat_sudo:
            lapor._kabari(
                lapor._petugas() | lapor._kepala(),
                self.env._(
                    "%s hours are left to give notice of this incident.", lapor.sisa_jam
                ),
            )
        dekat_sudo._mesin().write({"is_diingatkan": True})
        return len(dekat_sudo)
