from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

_ANGKA = {
    "jumlah_pegawai": 0,
    "kelengkapan": 0,
    "jumlah_lengkap": 0,
    "jumlah_usulan": 0,
    "jumlah_usulan_selesai": 0,
    "jumlah_permohonan": 0,
    "jumlah_permohonan_selesai": 0,
    "jumlah_gangguan": 0,
}
#: States in which a thing is finished, by model.
_SELESAI = {
    "asn.usulan": ("diterima", "ditolak"),
    "asn.permohonan": ("issued", "done", "rejected"),
}
_TEKS = frozenset({"kegiatan", "kendala", "rencana"})


class AsnLaporanFasilitator(models.Model):
    """The periodic report of a facilitator on a unit (LL-10-1-b).

    Figures are counted by the system when it is sent; the facilitator adds what
    was done, what hindered and what is planned. It goes to who is in charge of
    personnel in the unit, who confirms to have read it.
    """

    _name = "asn.laporan.fasilitator"
    _inherit = "asn.penjaga.mixin"
    _description = "Report of a Facilitator (Laporan Fasilitator)"
    _order = "tanggal_selesai desc, id desc"
    _rec_name = "unit_id"
    _GUARDED = {
        "state": "draft",
        "dikirim_pada": False,
        "penerima_id": False,
        "dibaca_pada": False,
        "dihitung_pada": False,
        **_ANGKA,
    }

    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        required=True,
        default=lambda self: self.env.user.asn_unit_ids[:1],
        index=True,
        ondelete="restrict",
    )
    fasilitator_id = fields.Many2one(
        "res.users",
        "Facilitator (Fasilitator)",
        required=True,
        readonly=True,
        default=lambda self: self.env.user,
        index=True,
        ondelete="restrict",
    )
    tanggal_mulai = fields.Date("From", required=True)
    tanggal_selesai = fields.Date("Until", required=True)
    kegiatan = fields.Text("What Was Done (Kegiatan)")
    kendala = fields.Text("What Hindered (Kendala)")
    rencana = fields.Text("What Is Planned (Rencana)")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("dikirim", "Sent (dikirim)"),
            ("dibaca", "Read (dibaca)"),
        ],
        "State",
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    penerima_id = fields.Many2one(
        "res.users",
        "Person in Charge (Penerima)",
        readonly=True,
        copy=False,
        index=True,
        ondelete="restrict",
    )
    dikirim_pada = fields.Datetime("Sent On", readonly=True, copy=False)
    dibaca_pada = fields.Datetime("Read On", readonly=True, copy=False)
    dihitung_pada = fields.Datetime("Counted On", readonly=True, copy=False)
    jumlah_pegawai = fields.Integer("People", readonly=True, copy=False)
    kelengkapan = fields.Integer(
        "Completeness (%)", readonly=True, copy=False, aggregator="avg"
    )
    jumlah_lengkap = fields.Integer("Complete Profiles", readonly=True, copy=False)
    jumlah_usulan = fields.Integer("Proposals of Data", readonly=True, copy=False)
    jumlah_usulan_selesai = fields.Integer(
        "Proposals Finished", readonly=True, copy=False
    )
    jumlah_permohonan = fields.Integer("Requests", readonly=True, copy=False)
    jumlah_permohonan_selesai = fields.Integer(
        "Requests Finished", readonly=True, copy=False
    )
    jumlah_gangguan = fields.Integer("Trouble Reports", readonly=True, copy=False)
    berkas_pdf = fields.Binary("PDF File", attachment=True, readonly=True, copy=False)
    berkas_xlsx = fields.Binary(
        "Spreadsheet", attachment=True, readonly=True, copy=False
    )
    nama_pdf = fields.Char(compute="_compute_nama_berkas")
    nama_xlsx = fields.Char(compute="_compute_nama_berkas")
    can_ubah = fields.Boolean(compute="_compute_can")
    can_baca = fields.Boolean(compute="_compute_can")

    _rentang_check = models.Constraint(
        "CHECK(tanggal_selesai >= tanggal_mulai)", "A period ends after it begins."
    )

    @api.depends("unit_id", "tanggal_selesai")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = f"{satu.unit_id.name} · {satu.tanggal_selesai}"

    def _compute_nama_berkas(self):
        for satu in self:
            nama = f"laporan_fasilitator_{satu.tanggal_selesai}"
            satu.nama_pdf, satu.nama_xlsx = f"{nama}.pdf", f"{nama}.xlsx"

    @api.depends("state", "fasilitator_id", "penerima_id")
    @api.depends_context("uid")
    def _compute_can(self):
        user = self.env.user
        for satu in self:
            satu.can_ubah = satu.state == "draft" and satu.fasilitator_id == user
            satu.can_baca = satu.state == "dikirim" and satu.penerima_id == user

    @api.constrains("tanggal_mulai", "tanggal_selesai")
    def _check_panjang(self):
        if any((s.tanggal_selesai - s.tanggal_mulai).days > 366 for s in self):
            raise ValidationError(self.env._("A report covers a year at most."))

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        for satu in baru:
            if not self.env.su and (
                satu.fasilitator_id != self.env.user
                or satu.unit_id not in self.env.user.asn_scope_unit_ids
            ):
                raise AccessError(
                    self.env._("A facilitator reports on the units granted, in person.")
                )
            satu._hitung()
        return baru

    def write(self, vals):
        """Let its author write in a draft, and the system in everything."""
        if not self._is_mesin() and any(not satu.can_ubah for satu in self):
            raise UserError(self.env._("A report that was sent is not changed."))
        if not self._is_mesin() and {"unit_id", "fasilitator_id"} & vals.keys():
            raise UserError(self.env._("Make a new report for another unit."))
        hasil = super().write(vals)
        if not self._is_mesin() and vals.keys() - _TEKS:
            self._hitung()
        return hasil

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(satu.state != "draft" for satu in self):
            raise UserError(self.env._("Only a draft is deleted."))

    # -- figures -----------------------------------------------------------

    def _hitung(self):
        """Count the figures of the unit, with everything below it."""
        for satu in self:
            # sudo: figures of the unit that its facilitator looks after; no names.
            mesin_sudo = satu.sudo()._mesin()
            mesin_sudo.write(
                {
                    **mesin_sudo._angka_orang(),
                    **mesin_sudo._angka_proses("asn.usulan", "jumlah_usulan"),
                    **mesin_sudo._angka_proses("asn.permohonan", "jumlah_permohonan"),
                    "jumlah_gangguan": mesin_sudo.env[
                        "asn.laporan.gangguan"
                    ].search_count(
                        [
                            *satu._domain_waktu(),
                            ("unit_id", "child_of", satu.unit_id.id),
                        ]
                    ),
                    "dihitung_pada": fields.Datetime.now(),
                }
            )

    def _domain_waktu(self):
        """Return what was made in the period, by the days of the city."""
        Kalender = self.env["resource.calendar"]
        sebelum = self.tanggal_mulai - timedelta(days=1)
        return [
            ("create_date", ">", Kalender._asn_akhir_hari(sebelum)),
            ("create_date", "<=", Kalender._asn_akhir_hari(self.tanggal_selesai)),
        ]

    def _angka_orang(self):
        dom = [("unit_id", "child_of", self.unit_id.id)]
        jumlah, rata = self.env["hr.employee"]._read_group(
            dom, [], ["__count", "kelengkapan:avg"]
        )[0]
        lengkap = self.env["hr.employee"].search_count(
            [*dom, ("kelengkapan", ">=", 100)]
        )
        return {
            "jumlah_pegawai": jumlah,
            "kelengkapan": round(rata or 0),
            "jumlah_lengkap": lengkap,
        }

    def _angka_proses(self, model, nama):
        """Return how many were filed and finished, 0 where the addon is not there."""
        if model not in self.env:
            return {}
        dom = [
            *self._domain_waktu(),
            ("employee_id.unit_id", "child_of", self.unit_id.id),
            ("state", "!=", "draft"),
        ]
        Model = self.env[model]
        return {
            nama: Model.search_count(dom),
            f"{nama}_selesai": Model.search_count(
                [*dom, ("state", "in", _SELESAI[model])]
            ),
        }

    # -- steps -------------------------------------------------------------

    def _penerima(self):
        """Return who is in charge of personnel in the unit: its head, or above."""
        # sudo: who heads a unit is found past the caller's scope.
        unit_sudo = self.unit_id.sudo()
        while unit_sudo:
            akun = unit_sudo.manager_id.user_id
            if akun and akun.active and akun != self.fasilitator_id:
                return akun
            unit_sudo = unit_sudo.parent_id
        return self.env["res.users"]

    def action_kirim(self):
        """Count, print and send the report to who is in charge of personnel.

        :raise UserError: without a text, or when nobody heads the unit
        """
        self.ensure_one()
        self.check_access("write")
        self.lock_for_update()
        if not self.can_ubah:
            raise UserError(self.env._("A report is sent once, by its author."))
        if not (self.kegiatan or "").strip():
            raise UserError(self.env._("Write what was done first."))
        penerima = self._penerima()
        if not penerima:
            raise UserError(self.env._("Nobody with an account heads this unit."))
        self._hitung()
        # sudo: the step writes guarded fields; the author was checked.
        self.sudo()._mesin().write(
            {
                "state": "dikirim",
                "penerima_id": penerima.id,
                "dikirim_pada": fields.Datetime.now(),
                **self._cetak(),
            }
        )
        # sudo: the notice goes to somebody whom the author may not read.
        self.sudo().env["mail.thread"].message_notify(
            partner_ids=penerima.partner_id.ids,
            subject=self.display_name,
            body=self.env._("The report of the facilitator waits for you."),
            model=self._name,
            res_id=self.id,
        )
        return True

    def action_baca(self):
        """Confirm to have read the report; for the one it was sent to."""
        self.check_access("read")
        if any(not satu.can_baca for satu in self):
            raise AccessError(
                self.env._("Only the one it was sent to confirms to have read it.")
            )
        # sudo: the step writes guarded fields; the reader was checked.
        self.sudo()._mesin().write(
            {"state": "dibaca", "dibaca_pada": fields.Datetime.now()}
        )
        return True
