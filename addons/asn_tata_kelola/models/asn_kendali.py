from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_GRUP_PENGELOLA = "asn_base.group_admin_sistem"
#: Every legal move of a control.
_PINDAH = {
    "diajukan": ("rencana", "dievaluasi"),
    "dievaluasi": ("diajukan",),
    "diterapkan": ("rencana", "dievaluasi"),
    "tidak_berlaku": ("rencana", "diajukan", "dievaluasi", "diterapkan"),
}


class AsnKendali(models.Model):
    """A security control: what it is, who asked and judged, what proves it.

    Administrator Sistem defines it (LL-31-1-b), submits it to the body in charge
    of cryptography and information security and records the evaluation
    (LL-31-1-c), and applies it with evidence. Controls for people are a checklist
    of everybody concerned (LL-31-3-c), renewed every year.
    """

    _name = "asn.kendali"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Security Control (Kendali)"
    _order = "kode, id"
    _GUARDED = {
        "state": "rencana",
        "tanggal_diterapkan": False,
        "diterapkan_oleh_id": False,
    }

    kode = fields.Char("Code", required=True)
    name = fields.Char("Control (Kendali)", required=True, tracking=True)
    active = fields.Boolean(default=True)
    uraian = fields.Text("What To Do (Uraian)")
    dasar = fields.Char(
        "Basis (Dasar)", help="Regulation or standard that asks for it."
    )
    jenis = fields.Selection(
        [
            ("kebijakan", "Policy (kebijakan)"),
            ("teknis", "Technical (teknis)"),
            ("fisik", "Physical (fisik)"),
            ("orang", "People (orang)"),
        ],
        "Kind (Jenis)",
        required=True,
        default="teknis",
        index=True,
    )
    sasaran = fields.Selection(
        [
            ("sistem", "The system"),
            ("pengelola", "Fasilitator and all administrators"),
            ("semua", "Every user"),
        ],
        "Who Applies It (Sasaran)",
        required=True,
        default="sistem",
        index=True,
    )
    penanggung_id = fields.Many2one(
        "res.users",
        "Responsible (Penanggung Jawab)",
        required=True,
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        ondelete="restrict",
    )
    risiko_ids = fields.Many2many("asn.risiko", string="Risks (Risiko)")
    state = fields.Selection(
        [
            ("rencana", "Planned (rencana)"),
            ("diajukan", "Submitted (diajukan)"),
            ("dievaluasi", "Evaluated (dievaluasi)"),
            ("diterapkan", "Applied (diterapkan)"),
            ("tidak_berlaku", "Not applicable (tidak berlaku)"),
        ],
        "State",
        default="rencana",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    lembaga = fields.Char(
        "Submitted To (Lembaga)",
        help="The body in charge of cryptography and information security.",
    )
    nomor_ajuan = fields.Char("Letter No. of the Submission", copy=False)
    tanggal_ajuan = fields.Date("Submitted On", copy=False)
    nomor_evaluasi = fields.Char("Letter No. of the Evaluation", copy=False)
    tanggal_evaluasi = fields.Date("Evaluated On", copy=False)
    hasil_evaluasi = fields.Selection(
        [
            ("sesuai", "Fit (sesuai)"),
            ("bersyarat", "Fit with remarks (bersyarat)"),
            ("tidak_sesuai", "Not fit (tidak sesuai)"),
        ],
        "Result of the Evaluation",
        copy=False,
        tracking=True,
    )
    catatan_evaluasi = fields.Text("Remarks of the Evaluation", copy=False)
    bukti = fields.Text("Evidence (Bukti)", help="What shows that it is applied.")
    berkas_bukti = fields.Binary("File of the Evidence", attachment=True, copy=False)
    nama_berkas_bukti = fields.Char("Name of the File", copy=False)
    tanggal_diterapkan = fields.Date("Applied On", readonly=True, copy=False)
    diterapkan_oleh_id = fields.Many2one(
        "res.users", "Recorded By", readonly=True, copy=False, ondelete="restrict"
    )
    penerapan_ids = fields.One2many(
        "asn.kendali.penerapan", "kendali_id", "Checklist", readonly=True
    )
    saya_terapkan = fields.Date("I Applied It On", compute="_compute_saya_terapkan")
    is_belum_saya = fields.Boolean(
        "Still To Apply", compute="_compute_saya_terapkan", search="_search_belum_saya"
    )
    can_kelola = fields.Boolean(compute="_compute_can_kelola")

    _kode_uniq = models.Constraint("UNIQUE(kode)", "This code is used already.")

    @api.depends("kode", "name")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = " · ".join(filter(None, (satu.kode, satu.name)))

    @api.depends_context("uid")
    def _compute_can_kelola(self):
        self.can_kelola = self.env.user.has_group(_GRUP_PENGELOLA)

    def _domain_saya(self):
        """Return the ticks of the user in this year."""
        awal = self.env["hr.employee"]._asn_hari_ini().replace(month=1, day=1)
        return [("user_id", "=", self.env.uid), ("tanggal", ">=", awal)]

    @api.depends("penerapan_ids", "sasaran", "state")
    @api.depends_context("uid")
    def _compute_saya_terapkan(self):
        milik = dict(
            self.env["asn.kendali.penerapan"]._read_group(
                [*self._domain_saya(), ("kendali_id", "in", self.ids)],
                ["kendali_id"],
                ["tanggal:max"],
            )
        )
        for satu in self:
            satu.saya_terapkan = milik.get(satu)
            satu.is_belum_saya = (
                satu.state == "diterapkan"
                and satu.sasaran != "sistem"
                and not satu.saya_terapkan
            )

    def _search_belum_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        sudah = self.env["asn.kendali.penerapan"].search(self._domain_saya())
        dom = [
            ("state", "=", "diterapkan"),
            ("sasaran", "!=", "sistem"),
            ("id", "not in", sudah.kendali_id.ids),
        ]
        return dom if True in value else ["!", "&", "&", *dom]

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Controls are archived and not deleted."))

    # -- steps -------------------------------------------------------------

    def _pindah(self, ke, *wajib, **nilai):
        """Move locked controls to a state, for Administrator Sistem."""
        self.check_access("read")
        if not self.env.user.has_group(_GRUP_PENGELOLA):
            raise AccessError(
                self.env._("Controls are kept by Administrator Sistem (Pasal 31).")
            )
        self.lock_for_update()
        for satu in self:
            if satu.state not in _PINDAH[ke]:
                raise UserError(
                    self.env._("The control is not in the state for this step.")
                )
            for nama in wajib:
                if not satu[nama]:
                    raise UserError(
                        self.env._(
                            "Fill in “%s” first.",
                            self._fields[nama].get_description(self.env)["string"],
                        )
                    )
        # sudo: the caller was checked; the step writes guarded fields.
        self.sudo()._mesin().write({"state": ke, **nilai})
        return True

    def action_ajukan(self):
        """Record the submission to the body for information security."""
        return self._pindah("diajukan", "lembaga", "nomor_ajuan", "tanggal_ajuan")

    def action_evaluasi(self):
        """Record its evaluation."""
        return self._pindah(
            "dievaluasi", "hasil_evaluasi", "nomor_evaluasi", "tanggal_evaluasi"
        )

    def action_terapkan(self):
        """Record that the control is applied, with its evidence.

        :raise UserError: without evidence, or when it was judged not fit
        """
        if any(satu.hasil_evaluasi == "tidak_sesuai" for satu in self):
            raise UserError(
                self.env._("It was judged not fit: change it and submit it again.")
            )
        return self._pindah(
            "diterapkan",
            "bukti",
            tanggal_diterapkan=self.env["hr.employee"]._asn_hari_ini(),
            diterapkan_oleh_id=self.env.uid,
        )

    def action_tidak_berlaku(self):
        """Set aside a control, with the reason as remark or evidence."""
        return self._pindah("tidak_berlaku", "bukti")

    def action_saya_terapkan(self):
        """Tick the control for oneself, once a year; the row stays."""
        self.check_access("read")
        if any(not satu.is_belum_saya for satu in self):
            raise UserError(
                self.env._("You ticked this already, or it is not in your checklist.")
            )
        # sudo: rows of the checklist are written by this step only.
        self.env["asn.kendali.penerapan"].sudo()._mesin().create(
            [{"kendali_id": satu.id, "user_id": self.env.uid} for satu in self]
        )
        return True
