from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_ANGKA = {
    "jumlah_pegawai": 0,
    "jumlah_pns": 0,
    "jumlah_pppk": 0,
    "kelengkapan": 0,
    "jumlah_lengkap": 0,
    "jumlah_perubahan": 0,
    "jumlah_tanpa_dokumen": 0,
    "jumlah_masuk": 0,
    "jumlah_keluar": 0,
    "jumlah_formasi": 0,
    "jumlah_anomali": 0,
}


class AsnLaporanData(models.Model):
    """The data report of one unit for one period (Pasal 21 (2)).

    Figures are counted by the system when it is sent and stay as they were; the
    unit adds remarks. It goes to the authorised official through Kepala Badan,
    who receives it or gives it back.
    """

    _name = "asn.laporan.data"
    _inherit = "asn.penjaga.mixin"
    _description = "Data Report of a Unit (Laporan Data)"
    _order = "periode_id desc, unit_id"
    _rec_name = "unit_id"
    _GUARDED = {
        "state": "belum",
        "dikirim_oleh_id": False,
        "dikirim_pada": False,
        "diterima_oleh_id": False,
        "diterima_pada": False,
        "alasan": False,
        "dihitung_pada": False,
        **_ANGKA,
    }

    periode_id = fields.Many2one(
        "asn.laporan.periode",
        "Period",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    batas = fields.Date(related="periode_id.batas", string="Due On (Batas)")
    state = fields.Selection(
        [
            ("belum", "Not sent (belum dikirim)"),
            ("dikirim", "Sent (dikirim)"),
            ("dikembalikan", "Given back (dikembalikan)"),
            ("diterima", "Received (diterima)"),
        ],
        default="belum",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    is_terlambat = fields.Boolean(
        "Late", compute="_compute_is_terlambat", search="_search_is_terlambat"
    )
    catatan = fields.Text(
        "Remarks of the Unit (Catatan)",
        help="What the figures do not say: obstacles, what was done, what is planned.",
    )
    alasan = fields.Text("Why Given Back", readonly=True, copy=False)
    dikirim_oleh_id = fields.Many2one(
        "res.users", "Sent By", readonly=True, copy=False, ondelete="restrict"
    )
    dikirim_pada = fields.Datetime("Sent On", readonly=True, copy=False)
    diterima_oleh_id = fields.Many2one(
        "res.users", "Received By", readonly=True, copy=False, ondelete="restrict"
    )
    diterima_pada = fields.Datetime("Received On", readonly=True, copy=False)
    dihitung_pada = fields.Datetime("Counted On", readonly=True, copy=False)
    jumlah_pegawai = fields.Integer("People", readonly=True, copy=False)
    jumlah_pns = fields.Integer("PNS and CPNS", readonly=True, copy=False)
    jumlah_pppk = fields.Integer("PPPK", readonly=True, copy=False)
    kelengkapan = fields.Integer(
        "Completeness (%)", readonly=True, copy=False, aggregator="avg"
    )
    jumlah_lengkap = fields.Integer("Complete Profiles", readonly=True, copy=False)
    jumlah_perubahan = fields.Integer(
        "Changes in the Period",
        readonly=True,
        copy=False,
        help="Riwayat rows made valid (sah) between the first and last day.",
    )
    jumlah_tanpa_dokumen = fields.Integer(
        "Riwayat Without a Document", readonly=True, copy=False
    )
    jumlah_masuk = fields.Integer("Came in the Period", readonly=True, copy=False)
    jumlah_keluar = fields.Integer("Left in the Period", readonly=True, copy=False)
    jumlah_formasi = fields.Integer("Formation", readonly=True, copy=False)
    jumlah_anomali = fields.Integer(
        "Profiles With Anomalies",
        readonly=True,
        copy=False,
        help="With an open finding on the worklist of anomalies.",
    )
    can_kirim = fields.Boolean("May Send", compute="_compute_can")
    can_putus = fields.Boolean("May Decide", compute="_compute_can")

    _satu_uniq = models.UniqueIndex("(periode_id, unit_id)")

    @api.depends("periode_id", "unit_id")
    def _compute_display_name(self):
        for laporan in self:
            laporan.display_name = f"{laporan.unit_id.name} · {laporan.periode_id.name}"

    @api.depends("batas", "state")
    def _compute_is_terlambat(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for laporan in self:
            laporan.is_terlambat = laporan._is_belum() and laporan.batas < hari_ini

    def _search_is_terlambat(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        dom = [
            ("state", "not in", ("dikirim", "diterima")),
            ("periode_id.batas", "<", hari_ini),
        ]
        return dom if True in value else ["!", "&", *dom]

    @api.depends_context("uid")
    @api.depends("state", "unit_id", "periode_id.state")
    def _compute_can(self):
        user = self.env.user
        putus = user.has_group("asn_base.group_kepala_badan")
        cakupan = set((user.asn_scope_unit_ids | user.asn_unit_dipimpin_ids).ids)
        for laporan in self:
            buka = laporan.periode_id.state == "dibuka"
            laporan.can_kirim = (
                buka and laporan._is_belum() and laporan.unit_id.id in cakupan
            )
            laporan.can_putus = buka and putus and laporan.state == "dikirim"

    def _is_belum(self):
        self.ensure_one()
        return self.state in ("belum", "dikembalikan")

    @api.model
    def _siapkan(self, periode, unit):
        """Make the reports of a period, one per unit, with today's figures."""
        # sudo: rows of reports are made by opening a period and by nothing else.
        laporan_sudo = (
            self.sudo()
            ._mesin()
            .create([{"periode_id": periode.id, "unit_id": satu.id} for satu in unit])
        )
        laporan_sudo._hitung()
        return self.browse(laporan_sudo.ids)

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_mesin():
            raise AccessError(
                self.env._("Data reports are made by opening a period (periode).")
            )
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_mesin():
            if vals.keys() - {"catatan"}:
                self._tolak_guarded([n for n in vals if n != "catatan"])
            if not all(laporan.can_kirim for laporan in self):
                raise UserError(
                    self.env._(
                        "Only the unit that still has to send this report writes in it."
                    )
                )
        return super().write(vals)

    # -- steps -------------------------------------------------------------

    def action_hitung(self):
        """Count the figures again, before sending."""
        self.ensure_one()
        self._periksa_pengirim()
        # sudo: figures are written by nobody but the system.
        self.sudo()._mesin()._hitung()
        return True

    def action_kirim(self):
        """Send the report to Kepala Badan; the figures are those of this moment.

        :raise AccessError: for who does not look after the unit
        :raise UserError: when the period is closed or the report was sent
        """
        self.ensure_one()
        self._periksa_pengirim()
        self.lock_for_update()
        # sudo: state and figures are written by the system only.
        laporan_sudo = self.sudo()._mesin()
        laporan_sudo._hitung()
        laporan_sudo.write(
            {
                "state": "dikirim",
                "dikirim_oleh_id": self.env.uid,
                "dikirim_pada": fields.Datetime.now(),
                "alasan": False,
            }
        )
        return True

    def _periksa_pengirim(self):
        self.check_access("read")
        if self.periode_id.state != "dibuka":
            raise UserError(self.env._("The period of this report is not open."))
        if not self._is_belum():
            raise UserError(self.env._("This report has been sent already."))
        if not self.can_kirim:
            raise AccessError(
                self.env._(
                    "A data report is sent by the facilitator (fasilitator) or the head"
                    " of the unit."
                )
            )

    def action_terima(self):
        """Receive a report that was sent."""
        for laporan in self:
            laporan._periksa_pemutus()
            # sudo: state is written by the system only.
            laporan.sudo()._mesin().write(
                {
                    "state": "diterima",
                    "diterima_oleh_id": self.env.uid,
                    "diterima_pada": fields.Datetime.now(),
                }
            )
        return True

    def action_kembalikan(self, alasan=None):
        """Give a report back to the unit.

        :param alasan: reason, shown to the unit; without it a dialog asks for one
        """
        self.ensure_one()
        self._periksa_pemutus()
        if not (alasan or "").strip():
            return {
                "type": "ir.actions.act_window",
                "name": self.env._("Give Back (Kembalikan)"),
                "res_model": "asn.laporan.data.kembali",
                "views": [(False, "form")],
                "target": "new",
                "context": {"default_laporan_id": self.id},
            }
        # sudo: state is written by the system only.
        self.sudo()._mesin().write({"state": "dikembalikan", "alasan": alasan.strip()})
        self._kabari_unit(
            self.env._("The data report was given back: %s", alasan.strip())
        )
        return True

    def _periksa_pemutus(self):
        self.check_access("read")
        self.lock_for_update()
        if not self.env.user.has_group("asn_base.group_kepala_badan"):
            raise AccessError(
                self.env._("Data reports are received by Kepala Badan (Pasal 21).")
            )
        if self.state != "dikirim":
            raise UserError(
                self.env._("Only a report that was sent is received or given back.")
            )

    def _kabari_unit(self, pesan):
        """Tell facilitators and head of each unit, in their notices."""
        for laporan in self:
            # sudo: who looks after a unit is found past the caller's scope.
            unit_sudo = laporan.unit_id.sudo()
            orang = unit_sudo._leluhur().fasilitator_ids | unit_sudo.manager_id.user_id
            if not orang:
                continue
            unit_sudo.env["mail.thread"].message_notify(
                partner_ids=orang.partner_id.ids,
                subject=laporan.display_name,
                body=pesan,
                model="asn.laporan.data",
                res_id=laporan.id,
            )
