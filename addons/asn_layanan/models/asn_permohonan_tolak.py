from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import transisi


class AsnPermohonan(models.Model):
    """A refusal whose letter an official signs, where the service asks for it.

    The refusal stands at once; only the letter waits for the signature, and it is
    the letter that tells who signed and when.
    """

    _inherit = "asn.permohonan"

    penolak_ttd_id = fields.Many2one(
        "res.users",
        "Signs the Refusal",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    surat_tolak_state = fields.Selection(
        related="surat_tolak_id.state", string="Refusal Letter Status"
    )
    can_sign_refusal = fields.Boolean(compute="_compute_can_sign_refusal")

    def _compute_can_sign_refusal(self):
        """Only for the button; ``action_sign_refusal`` checks again."""
        # sudo: the letter's state decides, the signer may not read it yet
        for permohonan, sudo in zip(self, self.sudo(), strict=True):
            permohonan.can_sign_refusal = sudo._tunggu_ttd_tolak(self.env.user)

    def _tunggu_ttd_tolak(self, user):
        """Tell whether the refusal letter waits for this user's signature."""
        return (
            self.state == transisi.REJECTED
            and self.penolak_ttd_id == user
            and self.surat_tolak_id.state == "draft"
        )

    def _pejabat_penolakan(self):
        """Return (user, employee) who sign the refusal: who would sign the product."""
        ttd = self.versi_id.tahap_ids.filtered(lambda t: t.jenis == "ttd")[:1]
        aktor = self.env["asn.layanan.penentu"]._aktor(ttd, self)[:1] if ttd else None
        if aktor and aktor.employee_id:
            return aktor, self._pegawai_dari(aktor)
        return self.env["res.users"], self.env["hr.employee"]

    def _minta_ttd_penolakan(self, user):
        """Ask an official to sign the refusal letter."""
        self._mesin().write({"penolak_ttd_id": user.id})
        bahasa = self.with_context(lang=user.lang or self._bahasa_kantor())
        judul = bahasa.env._(
            "The refusal letter of %s waits for your signature", self.nomor
        )
        self.env["asn.pemberitahuan"]._catat(
            [self._vals_kabar(user, judul, bahasa.layanan_id.name, "tindakan")]
        )

    def action_sign_refusal(self, passphrase=None):
        """Sign the refusal letter and give it to the applicant.

        :param passphrase: of the signer's certificate; used once, never kept
        :raises AccessError: for others than the official who was asked
        :raises UserError: no such letter waits, or the signature fails
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: the engine writes what the signer may not
        permohonan = self.sudo()._berbahasa()
        permohonan._kunci()
        user = self.env.user
        if permohonan.penolak_ttd_id != user:
            raise AccessError(
                self.env._("Only the official who was asked signs this letter.")
            )
        if not permohonan._tunggu_ttd_tolak(user):
            raise UserError(self.env._("No refusal letter waits for a signature."))
        surat = permohonan.surat_tolak_id
        elektronik = surat.jenis_id.mode_ttd in ("elektronik", "keduanya")
        if elektronik and not passphrase:
            return self._aksi_ttd_tolak()
        surat._terbitkan(passphrase=passphrase)
        surat._rilis()
        permohonan._beritahu("tolak_ttd")
        return True

    def _aksi_ttd_tolak(self):
        aksi = self._aksi_ttd()
        return dict(aksi, params=dict(aksi["params"], method="action_sign_refusal"))
