from odoo import api, fields, models

from ..domain import konsistensi

#: People per batch of the nightly run.
_GILIRAN = 500


class AsnAnomali(models.Model):
    """Worklist of contradictions, made every night, on demand and on each change.

    A row goes when the data are mended. Old data may be as they are: an
    officer writes the reason, and the row no longer counts as open. Nobody
    writes anything else here.
    """

    _name = "asn.anomali"
    _inherit = "asn.penjaga.mixin"
    _description = "Data Anomaly (Anomali)"
    _order = "tingkat, employee_id, aturan, id"
    _rec_name = "aturan"

    _GUARDED = {"employee_id": False, "aturan": False, "kunci": False}

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(
        related="employee_id.unit_id",
        string="Work Unit (Unit Kerja)",
        store=True,
        index=True,
    )
    aturan = fields.Char("Rule", required=True, index=True, readonly=True)
    kunci = fields.Char("Key", required=True, readonly=True)
    rinci = fields.Char("Detail", readonly=True)
    tingkat = fields.Selection(
        [("E", "Error"), ("W", "Warning")], "Severity", required=True, readonly=True
    )
    is_tertutup = fields.Boolean("For Officers Only", readonly=True)
    sejak = fields.Date("Since", required=True, readonly=True)
    pesan = fields.Char("Finding", compute="_compute_pesan")
    alasan = fields.Char(
        "Reason", help="Why it is as it is; the finding then no longer counts as open."
    )

    _temuan_uniq = models.UniqueIndex(
        "(employee_id, aturan, kunci, COALESCE(rinci, ''))"
    )

    @api.depends("aturan", "kunci", "rinci")
    @api.depends_context("lang")
    def _compute_pesan(self):
        Pegawai = self.env["hr.employee"]
        pesan = Pegawai._asn_pesan_temuan()
        for satu in self:
            satu.pesan = (
                Pegawai._asn_kalimat(pesan, satu.aturan, satu.kunci, satu.rinci or "")
                if satu.kunci in pesan
                else satu.aturan
            )

    def write(self, vals):
        if not self._is_mesin() and vals.keys() - {"alasan"}:
            self._tolak_guarded(vals.keys() - {"alasan"})
        return super().write(vals)

    def action_buka_profil(self):
        """Open the profile of the person."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "res_id": self.employee_id.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    @api.model
    def _perbarui(self, pegawai):
        """Bring the rows of these people in step with their data.

        Rows that are still true keep their first day and their reason.
        """
        # sudo: findings come from the whole record; the rows have own rules
        pegawai_sudo, Anomali_sudo = pegawai.sudo(), self.sudo()._mesin()
        lama = {
            (r.employee_id.id, r.aturan, r.kunci, r.rinci or ""): r
            for r in Anomali_sudo.search([("employee_id", "in", pegawai.ids)])
        }
        hari_ini = pegawai._asn_hari_ini()
        baru = []
        for orang, temuan in pegawai_sudo._asn_temuan().items():
            for aturan, kunci, rinci in dict.fromkeys(temuan):
                if lama.pop((orang, aturan, kunci, rinci or ""), None):
                    continue
                baru.append(
                    (
                        orang,
                        aturan,
                        kunci,
                        rinci or None,
                        "E" if aturan in konsistensi.TINGKAT_E else "W",
                        aturan in konsistensi.TERTUTUP,
                        hari_ini,
                    )
                )
        Anomali_sudo.browse(r.id for r in lama.values()).unlink()
        Anomali_sudo._tambahkan(baru)

    @api.model
    def _cron_perbarui(self):
        """Check everybody, in batches that can go on the next night."""
        ids = self.env["hr.employee"].search([], order="id").ids  # pylint: disable=no-search-all
        kunci = "asn_pegawai.anomali_sampai"
        Parameter = self.env["ir.config_parameter"]
        sampai = int(Parameter.get_param(kunci, 0))
        sisa = [i for i in ids if i > sampai]
        while sisa:
            giliran, sisa = sisa[:_GILIRAN], sisa[_GILIRAN:]
            self._perbarui(self.env["hr.employee"].browse(giliran))
            Parameter.set_param(kunci, giliran[-1] if sisa else 0)
            self.env.invalidate_all()
            if not self.env["ir.cron"]._commit_progress(
                len(giliran), remaining=len(sisa)
            ):
                return
