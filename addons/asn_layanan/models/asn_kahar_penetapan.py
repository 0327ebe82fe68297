from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

#: What a second person confirms; fixed from the proposal on.
_DEKLARASI = frozenset(
    {
        "name",
        "layanan_id",
        "nomor_keputusan",
        "tanggal_keputusan",
        "mulai",
        "selesai",
    }
)
_KEPALA = "asn_base.group_kepala_badan"
_ADMIN = "asn_base.group_admin_aplikasi"


class AsnKahar(models.Model):
    """Four eyes on a force majeure: one proposes the declaration, another confirms it.

    A back-entry writes issued products with dates of the past and without the usual
    chain of decisions. One administrator alone could otherwise declare an event that
    never was and record what nobody decided.
    """

    _inherit = "asn.kahar"

    state = fields.Selection(
        [
            ("draf", "Draft"),
            ("diusulkan", "Proposed (diusulkan)"),
            ("berlaku", "In force (berlaku)"),
        ],
        "Status",
        default="draf",
        required=True,
        readonly=True,
        copy=False,
    )
    diusulkan_oleh_id = fields.Many2one(
        "res.users", "Proposed By", readonly=True, copy=False, ondelete="restrict"
    )
    diusulkan_pada = fields.Datetime("Proposed On", readonly=True, copy=False)
    ditetapkan_oleh_id = fields.Many2one(
        "res.users", "Confirmed By", readonly=True, copy=False, ondelete="restrict"
    )
    ditetapkan_pada = fields.Datetime("Confirmed On", readonly=True, copy=False)
    can_tetapkan = fields.Boolean(compute="_compute_can_tetapkan")
    can_catat = fields.Boolean(compute="_compute_can_tetapkan")

    @api.depends_context("uid")
    @api.depends("state", "diusulkan_oleh_id", "ditetapkan_oleh_id", "layanan_id")
    def _compute_can_tetapkan(self):
        """Only for the buttons: the methods check for themselves."""
        for kahar in self:
            kahar.can_tetapkan = (
                kahar.state == "diusulkan" and not kahar._alasan_bukan_penetap()
            )
            kahar.can_catat = (
                kahar.state == "berlaku" and not kahar._alasan_bukan_pencatat()
            )

    # ------------------------------------------------------------------
    # Rights
    # ------------------------------------------------------------------

    def _alasan_bukan_penetap(self):
        """Return why the present user may not confirm this, or None."""
        user = self.env.user
        if self.diusulkan_oleh_id == user:
            return self.env._(
                "Somebody else confirms what you proposed: the head of the agency or"
                " another administrator of the service."
            )
        milik = self.layanan_id in user.layanan_ids
        if user.has_group(_KEPALA) or (user.has_group(_ADMIN) and milik):
            return None
        return self.env._(
            "Only the head of the agency or another administrator of the service"
            " confirms a force majeure."
        )

    def _periksa_penetap(self):
        if pesan := self._alasan_bukan_penetap():
            raise AccessError(pesan)

    def _alasan_bukan_pencatat(self):
        """Return why the present user may not record rows of this, or None."""
        # sudo: which duties the office keeps apart is a setting that binds everybody
        terpisah = self.env["res.company"].sudo()._asn_utama().asn_kahar_pencatat
        if self.ditetapkan_oleh_id == self.env.user:
            return self.env._(
                "Somebody else records: you confirmed this force majeure."
            )
        if terpisah == "orang_ketiga" and self.diusulkan_oleh_id == self.env.user:
            return self.env._("Somebody else records: you proposed this force majeure.")
        return None

    def _periksa_pencatat(self):
        if pesan := self._alasan_bukan_pencatat():
            raise AccessError(pesan)

    def _periksa_state(self, state):
        """Refuse what does not fit, seen under the lock of the row."""
        self.lock_for_update()
        self.invalidate_recordset(["state", "diusulkan_oleh_id"])
        if self.state != state:
            raise UserError(
                self.env._("Somebody else was faster: this package has moved on.")
            )

    def _periksa_berlaku(self):
        self.invalidate_recordset(["state", "ditetapkan_oleh_id", "diusulkan_oleh_id"])
        if self.state != "berlaku":
            raise UserError(
                self.env._(
                    "The declaration must be confirmed first, by the head of the agency"
                    " or another administrator of the service. Until then rows can"
                    " only be checked."
                )
            )

    def write(self, vals):
        for kahar in self:
            tetap = {n for n in _DEKLARASI & vals.keys() if kahar._berubah(n, vals[n])}
            if tetap == {"selesai"} and not kahar.selesai:
                continue  # The end is often known later; it only narrows.
            if tetap and kahar.state != "draf":
                raise UserError(
                    self.env._(
                        "The declaration was proposed or confirmed like this. Take it"
                        " back to change it; then it must be confirmed again."
                    )
                )
        return super().write(vals)

    def _berubah(self, nama, nilai):
        field = self._fields[nama]
        return field.convert_to_cache(nilai, self) != field.convert_to_cache(
            self[nama], self
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_draf(self):
        if any(kahar.state != "draf" for kahar in self):
            raise UserError(
                self.env._("Only a draft is deleted: take the declaration back first.")
            )

    # ------------------------------------------------------------------
    # Moves
    # ------------------------------------------------------------------

    def action_usulkan(self):
        """Propose the declaration to those who may confirm it; they are told.

        :raises AccessError: for others than administrators of the service
        """
        self.ensure_one()
        self.check_access("write")
        self._periksa_layanan()
        self._periksa_state("draf")
        self._mesin().write(
            {
                "state": "diusulkan",
                "diusulkan_oleh_id": self.env.uid,
                "diusulkan_pada": fields.Datetime.now(),
            }
        )
        self._kabari_penetap()
        return True

    def action_tetapkan(self):
        """Confirm the declaration as a second person: rows may now be recorded.

        :raises AccessError: for who proposed it, and for others than the head of the
            agency and administrators of the service
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the head of the agency confirms without the right to edit packages
        kahar = self.sudo()
        kahar._periksa_state("diusulkan")
        self._periksa_penetap()
        kahar._mesin().write(
            {
                "state": "berlaku",
                "ditetapkan_oleh_id": self.env.uid,
                "ditetapkan_pada": fields.Datetime.now(),
            }
        )
        self._kabari(
            kahar.diusulkan_oleh_id,
            self.env._("Force majeure confirmed: %s", kahar.name),
            "info",
        )
        return True

    def action_kembalikan(self):
        """Take a declaration back to draft: whoever may confirm it, or its office.

        What is recorded stays. The draft must be proposed and confirmed again.
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: as for the confirmation
        kahar = self.sudo()
        kahar.lock_for_update()
        if kahar.state == "draf":
            raise UserError(self.env._("This package is a draft already."))
        if self._alasan_bukan_penetap():
            self._periksa_layanan()
        kahar._mesin().write(
            {
                "state": "draf",
                "ditetapkan_oleh_id": False,
                "ditetapkan_pada": False,
            }
        )
        self._kabari(
            kahar.diusulkan_oleh_id,
            self.env._("Force majeure back to draft: %s", kahar.name),
            "peringatan",
        )
        return True

    # ------------------------------------------------------------------
    # Notices
    # ------------------------------------------------------------------

    def _kabari_penetap(self):
        """Tell those who may confirm the declaration."""
        # sudo: who holds a role is not readable by everybody
        env = self.sudo().env
        kepala = env.ref(_KEPALA).all_user_ids
        admin = env.ref(_ADMIN).all_user_ids.filtered(
            lambda u: self.layanan_id in u.layanan_ids
        )
        self._kabari(
            kepala | admin,
            self.env._("Force majeure to confirm: %s", self.name),
            "tindakan",
        )

    def _kabari(self, users, judul, jenis):
        self.env["asn.pemberitahuan"]._catat(
            [
                {
                    "user_id": user.id,
                    "judul": judul,
                    "isi": f"{self.layanan_id.name} · {self.nomor_keputusan}",
                    "jenis": jenis,
                    "res_model": self._name,
                    "res_id": self.id,
                }
                for user in users
                if user != self.env.user and user.active
            ]
        )
