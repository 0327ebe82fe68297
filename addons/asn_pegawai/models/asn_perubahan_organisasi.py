from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..domain import organisasi

STATE = [
    ("draft", "Draft"),
    ("submitted", "Submitted (diajukan)"),
    ("approved", "Waiting for its date (disetujui)"),
    ("applied", "In effect (diterapkan)"),
    ("undone", "Undone (dibatalkan)"),
]


class AsnPerubahanOrganisasi(models.Model):
    """A change of units and posts by one regulation, from one date.

    Prepared by the system administrator, approved by the head of agency,
    never by the same person. It takes effect in one transaction on its date:
    at once, or by the daily job. Names in old decrees do not change. It can
    be undone while nothing was built on it. Who may do what:
    ``security/matrix.csv``; why: decision record 0010.
    """

    _name = "asn.perubahan.organisasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Change of the Organisation (Perubahan Organisasi)"
    _order = "tanggal_berlaku desc, id desc"

    _GUARDED = {
        "state": "draft",
        "diajukan_oleh_id": False,
        "diajukan_pada": False,
        "disetujui_oleh_id": False,
        "disetujui_pada": False,
        "diterapkan_pada": False,
        "dibatalkan_oleh_id": False,
        "dibatalkan_pada": False,
        "alasan": False,
        "galat": False,
        "jejak": False,
    }

    name = fields.Char("Subject (Tentang)", required=True)
    nomor_dasar = fields.Char(
        "Regulation No. (Nomor Peraturan)", help="E.g. Peraturan Wali Kota No. 12."
    )
    tanggal_dasar = fields.Date("Regulation Date")
    pejabat = fields.Char("Signed By (Pejabat)")
    tanggal_berlaku = fields.Date(
        "In Effect From", required=True, help="First day of the new organisation."
    )
    baris_ids = fields.One2many(
        "asn.perubahan.organisasi.baris", "perubahan_id", "Changes"
    )
    state = fields.Selection(
        STATE, "State", default="draft", required=True, index=True, copy=False
    )
    diajukan_oleh_id = fields.Many2one(
        "res.users", "Submitted By", readonly=True, copy=False
    )
    diajukan_pada = fields.Datetime("Submitted On", readonly=True, copy=False)
    disetujui_oleh_id = fields.Many2one(
        "res.users", "Approved By", readonly=True, copy=False
    )
    disetujui_pada = fields.Datetime("Approved On", readonly=True, copy=False)
    diterapkan_pada = fields.Datetime("Took Effect", readonly=True, copy=False)
    dibatalkan_oleh_id = fields.Many2one(
        "res.users", "Undone By", readonly=True, copy=False
    )
    dibatalkan_pada = fields.Datetime("Undone On", readonly=True, copy=False)
    alasan = fields.Char("Reason", readonly=True, copy=False)
    galat = fields.Text("Why It Did Not Take Effect", readonly=True, copy=False)
    # What was written, for undoing it: see ``..._terap``.
    jejak = fields.Json("Trace", readonly=True, copy=False, groups="base.group_system")

    # -- guards ------------------------------------------------------------

    def write(self, vals):
        if not self._is_mesin():
            self._hanya_draf()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._hanya_draf()

    def _hanya_draf(self):
        if any(satu.state != "draft" for satu in self):
            raise UserError(
                self.env._(
                    "This change was submitted and is closed. Ask the head of agency"
                    " to return it, or undo it after it took effect."
                )
            )

    def _butuh(self, grup, boleh):
        if not self.env.user.has_group(grup):
            raise AccessError(boleh)

    def _kunci(self, state):
        """Lock the row and refuse when somebody else was faster."""
        self.ensure_one()
        self.check_access("read")
        # sudo: the lock needs a right that who approves does not have
        self.sudo().lock_for_update()
        self.invalidate_recordset(["state"])
        if self.state != state:
            label = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "The change is now: %(state)s. Somebody may have acted before"
                    " you; load the page again.",
                    state=label[self.state],
                )
            )

    def _setel(self, **vals):
        # sudo: the caller was checked; states are written by the system only.
        self.sudo()._mesin().write(vals)

    # -- decisions ---------------------------------------------------------

    def action_submit(self):
        """Hand the change to the head of agency.

        :raise AccessError: for anybody but the system administrator
        :raise UserError: when it lacks its legal basis or contradicts itself
        """
        self._butuh(
            "asn_base.group_admin_sistem",
            self.env._("Only the system administrator prepares such a change."),
        )
        self._kunci("draft")
        self._periksa()
        self._setel(
            state="submitted",
            diajukan_oleh_id=self.env.uid,
            diajukan_pada=fields.Datetime.now(),
            alasan=False,
        )
        return True

    def action_approve(self):
        """Approve; it takes effect at once when its date has come.

        :raise AccessError: for anybody but the head of agency, and for who
            prepared or submitted it
        """
        self._butuh_kepala()
        self._kunci("submitted")
        # sudo: who made the row and its lines, to keep four eyes
        self_sudo = self.sudo()
        penyusun = self_sudo.diajukan_oleh_id | self_sudo.create_uid
        penyusun |= self_sudo.baris_ids.create_uid | self_sudo.baris_ids.write_uid
        if self.env.user in penyusun:
            raise AccessError(
                self.env._(
                    "You prepared this change. Somebody else must approve it"
                    " (four eyes)."
                )
            )
        self._periksa()
        self._setel(
            state="approved",
            disetujui_oleh_id=self.env.uid,
            disetujui_pada=fields.Datetime.now(),
        )
        if self.tanggal_berlaku <= self.env["hr.employee"]._asn_hari_ini():
            self._terapkan()
        return True

    def action_return(self):
        """Open the form in which the head of agency says why."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Return (Kembalikan)"),
            "res_model": "asn.perubahan.organisasi.putusan",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_perubahan_id": self.id},
        }

    def _kembalikan(self, alasan):
        """Give a submitted or waiting change back to its author.

        :param alasan: why, shown on the page
        """
        self._butuh_kepala()
        self._kunci("approved" if self.state == "approved" else "submitted")
        self._setel(
            state="draft",
            disetujui_oleh_id=False,
            disetujui_pada=False,
            galat=False,
            alasan=alasan,
        )

    def action_undo(self):
        """Put everything back while nothing was built on the change.

        :raise AccessError: for anybody but the head of agency
        :raise UserError: naming what was built on it
        """
        self._butuh_kepala()
        self._kunci("applied")
        self._batalkan()
        self._setel(
            state="undone",
            dibatalkan_oleh_id=self.env.uid,
            dibatalkan_pada=fields.Datetime.now(),
        )
        return True

    def _butuh_kepala(self):
        self._butuh(
            "asn_base.group_kepala_badan",
            self.env._("Only the head of agency (Kepala Badan) decides this."),
        )

    @api.model
    def _cron_terapkan(self):
        """Let approved changes take effect whose date has come, oldest first."""
        siap = self.search(
            [
                ("state", "=", "approved"),
                ("tanggal_berlaku", "<=", self.env["hr.employee"]._asn_hari_ini()),
            ],
            order="tanggal_berlaku, disetujui_pada, id",
        )
        for satu in siap:
            try:
                with self.env.cr.savepoint():
                    satu._kunci("approved")
                    satu._terapkan()
            except (UserError, ValidationError) as galat:
                # The others go on; this one says on its page why it waits.
                satu._setel(galat=str(galat))

    # -- checks ------------------------------------------------------------

    def _periksa(self):
        """Refuse a change that lacks its basis or contradicts itself."""
        if not (self.nomor_dasar and self.tanggal_dasar):
            raise UserError(
                self.env._(
                    "Fill in the number and date of the regulation: they become"
                    " the decree of everybody who moves."
                )
            )
        if not self.baris_ids:
            raise UserError(self.env._("Add at least one change of a unit or post."))
        baris = self.baris_ids.sorted(lambda b: (b.sequence, b.id))
        temuan = organisasi.masalah([b._untuk_aturan() for b in baris])
        if temuan:
            pesan = self._pesan_masalah()
            raise UserError(
                "\n".join(
                    self.env._(
                        "Change %(number)s (%(what)s): %(problem)s",
                        number=nomor + 1,
                        what=baris[nomor].display_name,
                        problem=pesan[kunci],
                    )
                    for nomor, kunci in temuan
                )
            )
        for satu in baris:
            satu._periksa_keadaan()

    @api.model
    def _pesan_masalah(self):
        _ = self.env._
        return {
            "kurang": _("it does not say everything that this kind needs."),
            "diri_sendiri": _("it names the same unit or post on both sides."),
            "melingkar": _("the unit would come to lie below itself."),
            "sudah_habis": _("an earlier change merges or closes this unit."),
            "dua_nama": _("an earlier change already renames this unit."),
            "dua_kali_pindah": _("an earlier change already moves this post."),
            "tujuan_habis": _("an earlier change closes the unit it leads to."),
        }

    def _sehari_sebelum(self):
        return self.tanggal_berlaku - timedelta(days=1)
