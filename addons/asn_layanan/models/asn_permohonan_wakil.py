from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi


class AsnPermohonan(models.Model):
    """Filing on behalf of an employee: told, visible, open to objection (F31)."""

    _inherit = "asn.permohonan"

    dasar_wakil = fields.Char(
        "Basis of Filing on Behalf",
        copy=False,
        help="How the employee agreed, e.g. power of attorney, by telephone.",
    )
    persetujuan = fields.Selection(
        [
            ("menunggu", "Not yet answered"),
            ("setuju", "Agreed (setuju)"),
            ("keberatan", "Objected (keberatan)"),
        ],
        "Consent of the Employee",
        readonly=True,
        copy=False,
    )
    persetujuan_pada = fields.Datetime("Answered", readonly=True, copy=False)
    is_diwakili = fields.Boolean(compute="_compute_wakil", compute_sudo=True)
    can_setuju = fields.Boolean(compute="_compute_wakil", compute_sudo=True)
    nama_pengaju = fields.Char(
        "Filed By (Name)", compute="_compute_wakil", compute_sudo=True
    )

    @api.depends_context("uid")
    @api.depends("pengaju_id", "pemohon_user_id", "persetujuan", "state")
    def _compute_wakil(self):
        for permohonan in self:
            permohonan.is_diwakili = permohonan._diwakili(permohonan.pengaju_id)
            permohonan.nama_pengaju = permohonan.pengaju_id.name
            permohonan.can_setuju = (
                permohonan.persetujuan == "menunggu"
                and permohonan.pemohon_user_id.id == self.env.uid
            )

    def _diwakili(self, user):
        """Tell whether this user files for somebody else."""
        self.ensure_one()
        return bool(user and self.employee_id) and self.employee_id.user_id != user

    def _ajukan_bersama(self):
        """Tell the employees when somebody else filed for them."""
        res = super()._ajukan_bersama()
        self.filtered(lambda p: p._diwakili(self.env.user))._kabari_diwakili()
        return res

    def _kabari_diwakili(self):
        """Ask the employees for consent; nobody to ask without an account."""
        ditanya = self.filtered("pemohon_user_id.active")
        if not ditanya:
            return
        ditanya._mesin().write({"persetujuan": "menunggu"})
        self.env["asn.pemberitahuan"]._catat([p._kabar_diwakili() for p in ditanya])

    def _kabar_diwakili(self):
        """Return the notice to the employee for whom this was filed."""
        pemohon = self.pemohon_user_id
        bahasa = self.with_context(lang=pemohon.lang or self._bahasa_kantor())
        return self._vals_kabar(
            pemohon,
            bahasa.env._(
                "%(who)s filed request %(number)s on your behalf",
                who=self.env.user.name,
                number=self.nomor,
            ),
            bahasa.env._(
                "%(summary)s. Open it to agree, or to object: then it is withdrawn.",
                summary=bahasa._handler()._ringkasan(bahasa),
            ),
            "tindakan",
        )

    def _nilai_keputusan(self, tugas, hasil, user=None, cache=None):
        """The history says for whom, and on what basis, a request was filed."""
        vals = super()._nilai_keputusan(tugas, hasil, user=user, cache=cache)
        if hasil == "submit" and self._diwakili(user):
            siapa = self.employee_id.name
            vals["catatan"] = (
                self.env._(
                    "Filed on behalf of %(who)s. Basis: %(basis)s",
                    who=siapa,
                    basis=self.dasar_wakil,
                )
                if self.dasar_wakil
                else self.env._("Filed on behalf of %s", siapa)
            )
        return vals

    # ------------------------------------------------------------------
    # The employee's answer
    # ------------------------------------------------------------------

    def action_setuju(self):
        """Agree with what was filed on one's behalf.

        :raises AccessError: for anybody but the employee
        """
        permohonan = self._siap_menjawab()
        permohonan._mesin().write(
            {"persetujuan": "setuju", "persetujuan_pada": fields.Datetime.now()}
        )
        return True

    def action_keberatan(self, reason):
        """Object to what was filed on one's behalf; it is withdrawn.

        :param reason: compulsory; whoever filed it is told
        :raises AccessError: for anybody but the employee
        :raises UserError: when it is signed: then it has to be revoked
        """
        reason = self._alasan(reason)
        permohonan = self._siap_menjawab()
        if (permohonan.state, "cancelled") not in transisi.TRANSISI:
            raise UserError(
                self.env._(
                    "The request is already signed or closed. Ask for its revocation:"
                    ' "Correct, Replace or Revoke".'
                )
            )
        permohonan._mesin().write(
            {"persetujuan": "keberatan", "persetujuan_pada": fields.Datetime.now()}
        )
        teks = self.env._("Objection of the employee: %s", reason)
        self.action_cancel(teks)
        self.env["asn.pemberitahuan"]._catat(
            [
                permohonan._vals_kabar(
                    permohonan.pengaju_id,
                    self.env._("The employee objected to %s", permohonan.nomor),
                    reason,
                    "peringatan",
                )
            ]
        )
        return True

    def _siap_menjawab(self):
        """Lock and return the request for the employee's own answer."""
        self.ensure_one()
        self.check_access("read")
        # sudo: the answer is kept by the engine
        permohonan = self.sudo()._berbahasa()
        permohonan._kunci()
        if permohonan.pemohon_user_id != self.env.user:
            raise AccessError(
                self.env._("Only the employee answers for whom it was filed.")
            )
        if permohonan.persetujuan != "menunggu":
            raise UserError(self.env._("This was already answered."))
        return permohonan

    def write(self, vals):
        """The basis belongs to the draft."""
        if "dasar_wakil" in vals and not self._is_mesin():
            # sudo: the state decides, whatever the caller may read
            if any(p.state != "draft" for p in self.sudo()):
                self._tolak_guarded(["dasar_wakil"])
        return super().write(vals)
