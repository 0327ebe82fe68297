from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

#: Days without a sign-in after which a right looks unused.
_LAMA_DIAM = 90


class AsnTinjauanAksesBaris(models.Model):
    """One right of one person as it was when the review opened, and its decision.

    The reviewer is Kepala Badan; the head of the unit for a facilitator; the
    superior for the rights of Kepala Badan. Nobody reviews the own right.
    """

    _name = "asn.tinjauan.akses.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "Right Under Review"
    _order = "tinjauan_id desc, hasil, peran, nama, id"
    _rec_name = "nama"
    _ENGINE_ROWS = True

    tinjauan_id = fields.Many2one(
        "asn.tinjauan.akses", "Review", required=True, index=True, ondelete="restrict"
    )
    state = fields.Selection(related="tinjauan_id.state", string="Review State")
    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    role_id = fields.Many2one("res.users.role", required=True, ondelete="restrict")
    pemberian_id = fields.Many2one(
        "asn.pemberian.peran",
        "Appointment",
        index="btree_not_null",
        ondelete="restrict",
    )
    nama = fields.Char("Name")
    nip = fields.Char("NIP")
    jabatan = fields.Char("Post (Jabatan)")
    unit = fields.Char("Unit (Unit Kerja)")
    peran = fields.Char("Role (Peran)")
    cakupan = fields.Char("Services or Units")
    sejak = fields.Date("Since")
    sampai = fields.Date("Until")
    nomor_surat = fields.Char("Letter No.")
    tanggal_surat = fields.Date("Letter Date")
    masuk_terakhir = fields.Datetime("Last Sign-In")
    temuan = fields.Char("Findings", help="What the system noticed about this right.")
    peninjau_id = fields.Many2one(
        "res.users",
        "Reviewer",
        index="btree_not_null",
        ondelete="restrict",
        help="Empty: Kepala Badan.",
    )
    hasil = fields.Selection(
        [
            ("belum", "Not decided"),
            ("tetap", "Kept (tetap)"),
            ("dicabut", "Revoked (dicabut)"),
        ],
        "Decision",
        required=True,
        default="belum",
        index=True,
    )
    alasan = fields.Char("Reason")
    diputus_oleh_id = fields.Many2one("res.users", "Decided By", ondelete="restrict")
    diputus_pada = fields.Datetime("Decided On")
    can_putus = fields.Boolean(compute="_compute_can_putus")

    @api.depends("nama", "peran")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = f"{baris.nama}: {baris.peran}"

    @api.depends("hasil", "tinjauan_id.state", "user_id", "peninjau_id")
    @api.depends_context("uid")
    def _compute_can_putus(self):
        user = self.env.user
        kepala = user.has_group("asn_base.group_kepala_badan")
        sistem = user.has_group("asn_base.group_admin_sistem")
        peran_kepala = self.env.ref("asn_base.role_kepala_badan")
        for baris in self:
            tanpa_kepala = baris.role_id == peran_kepala and not baris.peninjau_id
            baris.can_putus = (
                baris.hasil == "belum"
                and baris.tinjauan_id.state == "berjalan"
                and baris.user_id != user
                and (
                    kepala
                    or baris.peninjau_id == user
                    # The head's superior has no account: the letter of the
                    # authorised official is recorded by Administrator Sistem.
                    or (tanpa_kepala and sistem)
                )
            )

    @api.model
    def _nilai(self, tinjauan, hak):
        """Return the snapshot of a right.

        :param hak: ``asn.pemegang.peran`` in an environment that reads everything
        """
        orang = hak.employee_id
        return {
            "tinjauan_id": tinjauan.id,
            "user_id": hak.user_id.id,
            "role_id": hak.role_id.id,
            "pemberian_id": hak.pemberian_id.id,
            "nama": hak.user_id.name,
            "nip": orang.nip,
            "jabatan": orang.jabatan_id.name,
            "unit": orang.unit_id.name,
            "peran": hak.role_id.name,
            "cakupan": hak.cakupan,
            "sejak": hak.sejak,
            "sampai": hak.sampai,
            "nomor_surat": hak.nomor_surat,
            "tanggal_surat": hak.tanggal_surat,
            "masuk_terakhir": hak.masuk_terakhir,
            "temuan": self._temuan(hak),
            "peninjau_id": self._peninjau(hak).id,
        }

    @api.model
    def _temuan(self, hak):
        """Return what speaks against a right, in words."""
        diam = fields.Datetime.now() - timedelta(days=_LAMA_DIAM)
        tanda = (
            (hak.is_tanpa_dasar, self.env._("no appointment")),
            (hak.is_keluar, self.env._("left the service")),
            (hak.is_pindah, self.env._("works outside the units granted")),
            (hak.status == "segera", self.env._("ends within 30 days")),
            (not hak.masuk_terakhir, self.env._("never signed in")),
            (
                hak.masuk_terakhir and hak.masuk_terakhir < diam,
                self.env._("no sign-in for %d days", _LAMA_DIAM),
            ),
        )
        return "; ".join(teks for ada, teks in tanda if ada)

    @api.model
    def _peninjau(self, hak):
        """Return who reviews a right, nobody for Kepala Badan.

        The head of the unit reviews facilitators, the superior a Kepala Badan.
        """
        kosong = self.env["res.users"]
        if hak.role_id == self.env.ref("asn_base.role_fasilitator"):
            kepala = hak.user_id.asn_unit_ids[:1]._kepala().user_id
            return kepala if kepala.active and kepala != hak.user_id else kosong
        if hak.user_id.has_group("asn_base.group_kepala_badan"):
            atasan = hak.employee_id.parent_id.user_id
            return atasan if atasan.active and atasan != hak.user_id else kosong
        return kosong

    def _periksa_peninjau(self):
        """Refuse who may not decide on these rows.

        :raise AccessError: in words
        """
        self.check_access("read")
        self.tinjauan_id.lock_for_update()
        self.lock_for_update()
        if any(b.hasil != "belum" or b.state != "berjalan" for b in self):
            raise UserError(
                self.env._("This was decided already, or the review is closed.")
            )
        if not all(b.can_putus for b in self):
            raise AccessError(
                self.env._(
                    "Kepala Badan or the head of the unit decides on these rights, and"
                    " nobody on the own."
                )
            )

    def action_tetap(self):
        """Keep these rights; for the reviewer, several at once."""
        self._periksa_peninjau()
        self._putus("tetap")
        return True

    def action_buka_cabut(self):
        """Open the dialog that revokes these rights with a reason."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Revoke"),
            "res_model": "asn.tinjauan.cabut",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_baris_ids": self.ids},
        }

    def _cabut(self, alasan):
        """Revoke these rights at once, with a reason.

        :raise UserError: the reason is missing
        """
        self._periksa_peninjau()
        alasan = (alasan or "").strip()
        if len(alasan) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        self._putus("dicabut", alasan)
        for baris in self:
            # sudo: the reviewer was checked; a right is ended by the system.
            baris.sudo()._akhiri_hak(alasan)

    def _akhiri_hak(self, alasan):
        """End every appointment of this person and role, and what has none."""
        semua = self.env["asn.pemberian.peran"].search(
            [
                ("user_id", "=", self.user_id.id),
                ("role_id", "=", self.role_id.id),
                ("state", "=", "disetujui"),
            ]
        )
        if semua:
            semua._akhiri("tinjauan", alasan)
            return
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        kosong = self.env["asn.pemberian.peran"]
        kosong._lengkapi_peran_dasar(self.user_id)
        kosong._atur_baris(self.user_id, self.role_id, hari_ini)
        self.user_id.set_groups_from_roles()

    def _putus(self, hasil, alasan=False):
        # sudo: the reviewer was checked; rows are the system's.
        self.sudo()._mesin().write(
            {
                "hasil": hasil,
                "alasan": alasan,
                "diputus_oleh_id": self.env.uid,
                "diputus_pada": fields.Datetime.now(),
            }
        )
