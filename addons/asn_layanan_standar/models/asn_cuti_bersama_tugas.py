from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError


class AsnCutiBersamaTugas(models.Model):
    """Who had to work on a day of joint leave (CUTI-BS-03, CUTI-T-09).

    The unit lists its people; the head or an administrator of leave confirms.
    Each confirmed day is one more day of annual leave, in the same year only.
    """

    _name = "asn.cuti.bersama.tugas"
    _inherit = "asn.penjaga.mixin"
    _description = "Duty on Joint Leave (Tugas saat Cuti Bersama)"
    _order = "tanggal desc, employee_id"
    _rec_name = "employee_id"
    _GUARDED = {"state": "draft", "disahkan_oleh_id": False, "disahkan_pada": False}

    libur_id = fields.Many2one(
        "asn.hari.libur",
        "Joint Leave (Cuti Bersama)",
        required=True,
        index=True,
        domain="[('jenis', '=', 'cuti_bersama')]",
        ondelete="restrict",
    )
    tanggal = fields.Date(related="libur_id.tanggal", store=True, string="Day")
    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    dasar = fields.Char(
        "Order (Surat Tugas)", required=True, help="Number and date of the order."
    )
    state = fields.Selection(
        [
            ("draft", "Listed (didaftarkan)"),
            ("sah", "Confirmed (disahkan)"),
            ("batal", "Cancelled (dibatalkan)"),
        ],
        "Status",
        default="draft",
        required=True,
        readonly=True,
    )
    disahkan_oleh_id = fields.Many2one(
        "res.users", "Confirmed By", readonly=True, ondelete="restrict"
    )
    disahkan_pada = fields.Datetime("Confirmed", readonly=True)

    _sekali = models.UniqueIndex(
        "(libur_id, employee_id) WHERE state != 'batal'",
        "This person is already listed for this day of joint leave.",
    )

    @api.constrains("libur_id", "employee_id")
    def _check_hari(self):
        for tugas in self:
            if tugas.libur_id.jenis != "cuti_bersama":
                raise ValidationError(
                    self.env._("%s is no day of joint leave.", tugas.libur_id.name)
                )
            # sudo: the calendar of the unit is the same for everybody
            unit = tugas.sudo().employee_id.unit_id
            kalender = unit._kalender() if unit else self.env["resource.calendar"]
            if tugas.tanggal.weekday() not in kalender._asn_hari_kerja_mingguan():
                raise ValidationError(
                    self.env._(
                        "%s is no working day by the calendar of the unit, so no day"
                        " of joint leave was missed.",
                        tugas.libur_id.name,
                    )
                )

    def write(self, vals):
        if not self._is_mesin() and any(t.state != "draft" for t in self):
            raise UserError(
                self.env._("A confirmed duty is not changed. Cancel it and list again.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(t.state != "draft" for t in self):
            raise UserError(self.env._("A confirmed duty is kept. You can cancel it."))

    # ---- confirmation --------------------------------------------------

    def _periksa_pengesah(self):
        """Refuse who may not confirm: own duty, own list, other units.

        :raises AccessError: in all these cases
        """
        user = self.env.user
        is_admin = user.has_group(
            "asn_base.group_admin_aplikasi"
        ) and "cuti" in user.layanan_ids.mapped("code")
        # sudo: units headed by the user decide, not what may be read of them
        unit = user.sudo().asn_unit_dipimpin_ids
        for tugas in self.sudo():  # sudo: unit and account of the person listed
            pegawai = tugas.employee_id
            boleh = is_admin or pegawai.unit_id in unit
            if not boleh or user in (pegawai.user_id | tugas.create_uid):
                raise AccessError(
                    self.env._(
                        "The head of the unit or an administrator of leave confirms"
                        " duties, never the own one and never an own list (PRO-10)."
                    )
                )

    def action_sahkan(self):
        """Confirm duties: each adds one day of annual leave (CUTI-BS-03).

        :raises AccessError: for whom `_periksa_pengesah` refuses
        :raises UserError: when the day has not passed yet
        """
        self.check_access("read")
        self._periksa_pengesah()
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        baru = self.filtered(lambda t: t.state == "draft")
        if any(t.tanggal > hari_ini for t in baru):
            raise UserError(
                self.env._("Duties are confirmed when the day has come, not before.")
            )
        # sudo: confirmed above; the people who list have no right on the state
        baru.sudo()._mesin().write(
            {
                "state": "sah",
                "disahkan_oleh_id": self.env.uid,
                "disahkan_pada": fields.Datetime.now(),
            }
        )
        baru._bukukan(1)
        return True

    def action_batal(self):
        """Cancel confirmed duties and take their days back.

        :raises UserError: when the days were already used
        """
        self.check_access("read")
        self._periksa_pengesah()
        lama = self.filtered(lambda t: t.state == "sah")
        # sudo: see action_sahkan
        lama.sudo()._mesin().write({"state": "batal"})
        # The index on the day must see that the place is free again.
        lama.flush_recordset(["state"])
        lama._bukukan(-1)
        Saldo = self.env["asn.saldo.cuti"]
        for tugas in lama.sudo():  # sudo: the balance of the person listed
            kurang = Saldo._kekurangan(tugas.employee_id, {tugas.tanggal.year: 0})
            if kurang:
                raise UserError(Saldo._teks_kurang(kurang))
        return True

    def _bukukan(self, hari):
        """Book the days of these duties under the locks of their people."""
        tugas_sudo = self.sudo()  # sudo: names and days for the ledger
        self.env["asn.permohonan.kunci"]._ambil(tugas_sudo.employee_id)
        bahasa = self.with_context(lang="id_ID")
        self.env["asn.saldo.cuti.mutasi"]._catat(
            [
                {
                    "employee_id": tugas.employee_id.id,
                    "jenis": "tambahan",
                    "tahun": tugas.tanggal.year,
                    "hari": hari,
                    "keterangan": bahasa.env._(
                        "Duty on joint leave: %(day)s (%(order)s)",
                        day=tugas.libur_id.name,
                        order=tugas.dasar,
                    ),
                }
                for tugas in tugas_sudo
            ]
        )
