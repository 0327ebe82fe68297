from odoo import api, fields, models
from odoo.exceptions import UserError

_ISI = frozenset(
    {
        "name",
        "jenis",
        "versi",
        "nomor",
        "isi",
        "berkas",
        "nama_berkas",
        "sasaran",
        "tanggal_berlaku",
        "is_wajib",
    }
)


class AsnPanduan(models.Model):
    """SOP, guides and standards of the system, in versions (LL-4-2-a, LL-7-1-d).

    A published version is not rewritten: a new one takes its place and the old
    one stays to be read as history.
    """

    _name = "asn.panduan"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Guide (Panduan)"
    _order = "name, id desc"
    _GUARDED = {"state": "draft", "terbit_pada": False, "menggantikan_id": False}

    name = fields.Char("Title (Judul)", required=True)
    jenis = fields.Selection(
        [
            ("sop", "Procedure (SOP)"),
            ("panduan", "Guide (panduan)"),
            ("standar", "Standard (standar)"),
            ("pengumuman", "Announcement (pengumuman)"),
        ],
        "Kind (Jenis)",
        required=True,
        default="panduan",
        index=True,
    )
    nomor = fields.Char("Number (Nomor)")
    versi = fields.Integer("Version (Versi)", default=1, required=True)
    sasaran = fields.Selection(
        [
            ("semua", "Every user"),
            ("pengelola", "Fasilitator and all administrators"),
        ],
        "For (Sasaran)",
        required=True,
        default="semua",
        index=True,
    )
    tanggal_berlaku = fields.Date("In Force From (Berlaku)")
    is_wajib = fields.Boolean(
        "Must Be Read (Wajib Dibaca)", help="Readers confirm that they have read it."
    )
    isi = fields.Html("Content (Isi)", sanitize=True, sanitize_style=True)
    berkas = fields.Binary("File (PDF)", attachment=True, copy=False)
    nama_berkas = fields.Char("Name of the File", copy=False)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("terbit", "Published (terbit)"),
            ("diganti", "Replaced (diganti)"),
            ("dicabut", "Withdrawn (dicabut)"),
        ],
        "State",
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    terbit_pada = fields.Datetime("Published On", readonly=True, copy=False)
    menggantikan_id = fields.Many2one(
        "asn.panduan",
        "Replaces (Menggantikan)",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    baca_ids = fields.One2many(
        "asn.panduan.baca", "panduan_id", "Readers", readonly=True
    )
    jumlah_baca = fields.Integer("Have Read", compute="_compute_jumlah_baca")
    is_sudah_baca = fields.Boolean(
        "I Have Read It", compute="_compute_sudah_baca", search="_search_sudah_baca"
    )

    @api.depends("name", "versi")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = f"{satu.name} (v{satu.versi})"

    @api.depends("baca_ids")
    def _compute_jumlah_baca(self):
        for satu in self:
            satu.jumlah_baca = len(satu.baca_ids)

    @api.depends("baca_ids")
    @api.depends_context("uid")
    def _compute_sudah_baca(self):
        sudah = self.env["asn.panduan.baca"].search(
            [("user_id", "=", self.env.uid), ("panduan_id", "in", self.ids)]
        )
        for satu in self:
            satu.is_sudah_baca = satu in sudah.panduan_id

    def _search_sudah_baca(self, operator, value):
        if operator != "in":
            return NotImplemented
        sudah = self.env["asn.panduan.baca"].search([("user_id", "=", self.env.uid)])
        return [("id", "in" if True in value else "not in", sudah.panduan_id.ids)]

    def write(self, vals):
        """Keep a published version as it was."""
        if not self._is_mesin() and _ISI & vals.keys():
            if any(satu.state != "draft" for satu in self):
                raise UserError(
                    self.env._("A published version is not rewritten. Make a new one.")
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(satu.state != "draft" for satu in self):
            raise UserError(self.env._("Only a draft is deleted."))

    def action_terbit(self):
        """Publish; the version that it replaces becomes history.

        :raise UserError: without content
        """
        for satu in self:
            satu.check_access("write")
            satu.lock_for_update()
            if satu.state != "draft":
                raise UserError(self.env._("Only a draft is published."))
            if not satu.isi and not satu.berkas:
                raise UserError(self.env._("Write the content or add the file first."))
            # sudo: the right to write was checked; the state is the system's.
            mesin_sudo = satu.sudo()._mesin()
            mesin_sudo.menggantikan_id.state = "diganti"
            mesin_sudo.write(
                {
                    "state": "terbit",
                    "terbit_pada": fields.Datetime.now(),
                    "tanggal_berlaku": satu.tanggal_berlaku
                    or self.env["hr.employee"]._asn_hari_ini(),
                }
            )
        return True

    def action_versi_baru(self):
        """Open a draft of the next version of a published guide."""
        self.ensure_one()
        self.check_access("write")
        if self.state != "terbit":
            raise UserError(self.env._("Only the published version has a next one."))
        baru = self.copy({"versi": self.versi + 1, "tanggal_berlaku": False})
        # sudo: the right to write was checked; the link is the system's.
        baru.sudo()._mesin().menggantikan_id = self
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": baru.id,
            "views": [(False, "form")],
        }

    def action_cabut(self):
        """Withdraw a published guide."""
        self.check_access("write")
        if any(satu.state != "terbit" for satu in self):
            raise UserError(self.env._("Only a published guide is withdrawn."))
        # sudo: the right to write was checked; the state is the system's.
        self.sudo()._mesin().state = "dicabut"
        return True

    def action_sudah_baca(self):
        """Confirm to have read a published guide; the receipt stays."""
        self.check_access("read")
        belum = self.filtered(lambda s: s.state == "terbit" and not s.is_sudah_baca)
        # sudo: receipts are written by this step only.
        self.env["asn.panduan.baca"].sudo()._mesin().create(
            [{"panduan_id": satu.id, "user_id": self.env.uid} for satu in belum]
        )
        return True
