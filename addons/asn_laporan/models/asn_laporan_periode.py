from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError, ValidationError

#: Units that owe a data report: Pasal 21 (2).
JENIS_WAJIB = (
    "sekretariat",
    "opd",
    "badan",
    "inspektorat",
    "rsud",
    "kecamatan",
    "sekolah",
    "puskesmas",
)
#: Days before the due date on which a unit that has not reported is reminded.
INGAT_HARI = (7, 2, 0)


class AsnLaporanPeriode(models.Model):
    """A period of data reports: who owes one, until when, who has sent it.

    Kepala Badan opens and closes it (Pasal 21); each unit's report is
    ``asn.laporan.data``.
    """

    _name = "asn.laporan.periode"
    _inherit = "asn.penjaga.mixin"
    _description = "Period of Data Reports (Periode Laporan Data)"
    _order = "tanggal_mulai desc, id desc"
    _GUARDED = {"state": "draft", "ditutup_pada": False}

    name = fields.Char("Period", required=True)
    tanggal_mulai = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until", required=True)
    batas = fields.Date("Due On (Batas)", required=True)
    jenis_unit = fields.Selection(
        [
            ("semua", "Regional bodies, RSUD, schools, puskesmas"),
            ("opd", "Regional bodies only"),
        ],
        "Units That Report",
        required=True,
        default="semua",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("dibuka", "Open (dibuka)"),
            ("ditutup", "Closed (ditutup)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    ditutup_pada = fields.Datetime("Closed On", readonly=True, copy=False)
    laporan_ids = fields.One2many(
        "asn.laporan.data", "periode_id", "Reports", readonly=True
    )
    jumlah_unit = fields.Integer("Units", compute="_compute_jumlah")
    jumlah_kirim = fields.Integer("Sent", compute="_compute_jumlah")
    jumlah_belum = fields.Integer("Not Sent", compute="_compute_jumlah")
    persen = fields.Integer("Sent (%)", compute="_compute_jumlah")

    _rentang = models.Constraint(
        "CHECK (tanggal_selesai >= tanggal_mulai AND batas >= tanggal_mulai)",
        "A period ends after it begins, and its reports are due after that.",
    )

    def _compute_jumlah(self):
        baris = self.env["asn.laporan.data"]._read_group(
            [("periode_id", "in", self.ids)], ["periode_id", "state"], ["__count"]
        )
        for periode in self:
            satu = {state: n for p, state, n in baris if p == periode}
            periode.jumlah_unit = sum(satu.values())
            periode.jumlah_kirim = satu.get("dikirim", 0) + satu.get("diterima", 0)
            periode.jumlah_belum = periode.jumlah_unit - periode.jumlah_kirim
            periode.persen = (
                round(periode.jumlah_kirim * 100 / periode.jumlah_unit)
                if periode.jumlah_unit
                else 0
            )

    @api.constrains("tanggal_mulai", "tanggal_selesai")
    def _check_panjang(self):
        for periode in self:
            if (periode.tanggal_selesai - periode.tanggal_mulai).days > 366:
                raise ValidationError(
                    self.env._("A period of data reports is at most a year long.")
                )

    def _periksa_pengelola(self):
        user = self.env.user
        if not self.env.su and not (
            user.has_group("asn_base.group_kepala_badan")
            or user.has_group("asn_base.group_admin_sistem")
        ):
            raise AccessError(
                self.env._(
                    "Periods of data reports are opened and closed by Kepala Badan or"
                    " the Administrator Sistem."
                )
            )

    def action_buka(self):
        """Open the period: every unit that owes a report gets one to fill.

        :raise UserError: when it is not a draft, or no unit would report
        """
        self.ensure_one()
        self._periksa_pengelola()
        self.check_access("write")
        self.lock_for_update()
        if self.state != "draft":
            raise UserError(self.env._("This period has been opened already."))
        unit = self._unit_wajib()
        if not unit:
            raise UserError(
                self.env._(
                    "No unit has a kind (jenis unit) that reports. Set it under"
                    " Organisation first."
                )
            )
        self._mesin().write({"state": "dibuka"})
        laporan = self.env["asn.laporan.data"]._siapkan(self, unit)
        laporan._kabari_unit(
            self.env._(
                "The data report of %(period)s is open; it is due on %(date)s.",
                period=self.name,
                date=format_panjang(self.batas),
            )
        )
        return True

    def action_tutup(self):
        """Close the period; units that have not sent stay marked as such."""
        self.ensure_one()
        self._periksa_pengelola()
        self.check_access("write")
        self.lock_for_update()
        if self.state != "dibuka":
            raise UserError(self.env._("Only an open period can be closed."))
        self._mesin().write({"state": "ditutup", "ditutup_pada": fields.Datetime.now()})
        return True

    def action_ingatkan(self):
        """Remind every unit that has not sent its report."""
        self.ensure_one()
        self._periksa_pengelola()
        if self.state != "dibuka":
            raise UserError(self.env._("Only an open period has units to remind."))
        belum = self.laporan_ids.filtered(lambda s: s._is_belum())
        belum._kabari_unit(self._kalimat_ingat())
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%s units were reminded.", len(belum)),
            },
        }

    def action_belum(self):
        """Open the reports of units that have not sent."""
        self.ensure_one()
        return self._buka_laporan([("state", "not in", ("dikirim", "diterima"))])

    def action_semua(self):
        """Open all reports of the period."""
        self.ensure_one()
        return self._buka_laporan([])

    def _buka_laporan(self, dom):
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_laporan.asn_laporan_data_action"
        )
        aksi["domain"] = [("periode_id", "=", self.id), *dom]
        aksi["context"] = {}
        return aksi

    def _kalimat_ingat(self):
        return self.env._(
            "The data report of %(period)s has not been sent yet; it is due on"
            " %(date)s.",
            period=self.name,
            date=format_panjang(self.batas),
        )

    def _unit_wajib(self):
        """Return the units that owe a report."""
        Unit = self.env["hr.department"]
        if self.jenis_unit == "opd":
            jenis = [j for j in JENIS_WAJIB if j not in ("sekolah", "puskesmas")]
        else:
            jenis = list(JENIS_WAJIB)
        return Unit.search([("jenis_unit", "in", jenis)])

    @api.model
    def _cron_ingatkan(self):
        """Remind units some days before a period's reports are due."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for periode in self.search([("state", "=", "dibuka")]):
            if periode.batas - hari_ini in {timedelta(days=n) for n in INGAT_HARI}:
                belum = periode.laporan_ids.filtered(lambda s: s._is_belum())
                belum._kabari_unit(periode._kalimat_ingat())

    @api.ondelete(at_uninstall=False)
    def _unlink_except_dibuka(self):
        if any(periode.state != "draft" for periode in self):
            raise UserError(
                self.env._("A period that was opened is kept with its reports.")
            )
