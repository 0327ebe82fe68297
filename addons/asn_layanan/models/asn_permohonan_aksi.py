from odoo import api, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..domain import transisi


class AsnPermohonan(models.Model):
    """The public methods: what buttons, RPC and tests call."""

    _inherit = "asn.permohonan"

    # ------------------------------------------------------------------
    # By the applicant
    # ------------------------------------------------------------------

    def action_submit(self):
        """Submit a draft: check, number, freeze and open the first step.

        A second call by a stale tab changes nothing and says so.

        :raises UserError: when a rule that blocks fails or a document lacks
        """
        self.ensure_one()
        permohonan = self._siap("submit")
        if permohonan.state != "draft":
            return self._info_sudah(permohonan)
        permohonan._ajukan()
        return True

    def action_resubmit(self):
        """Submit a returned request again; it goes to the step that returned it.

        :raises UserError: when it is not returned or still incomplete
        """
        self.ensure_one()
        permohonan = self._siap("resubmit")
        if permohonan.state != "returned":
            if permohonan.state in ("in_review", "approved"):
                return self._info_sudah(permohonan)
            raise UserError(
                self.env._("Only a returned request can be submitted again.")
            )
        handler = permohonan._handler()
        handler._check_submission_banyak(permohonan)
        permohonan._periksa_kelayakan("submit", blokir=True)
        tahap = permohonan._tahap_dikembalikan()
        ke, vals = permohonan._tujuan(tahap)
        permohonan._decide(
            "resubmit",
            ke,
            user=self.env.user,
            batas_perbaikan=False,
            **permohonan._lanjut_jam(),
            **vals,
        )
        permohonan.berkas_ids._buka_kembali()
        permohonan._buka_tugas(tahap)
        handler._on_resubmitted(permohonan)
        permohonan._beritahu("resubmit")
        return True

    def action_cancel(self, reason=None):
        """Withdraw a request before it is signed; effects are undone.

        :param reason: compulsory once it was submitted; it stands in the history
        :raises UserError: when it is already signed or closed
        """
        self.ensure_one()
        permohonan = self._siap("cancel")
        if permohonan.state == "cancelled":
            return self._info_sudah(permohonan)
        if (permohonan.state, "cancelled") not in transisi.TRANSISI:
            raise UserError(
                self.env._("A request can be withdrawn only before it is signed.")
            )
        if permohonan.state != "draft":
            reason = self._alasan(reason)
        permohonan._tutup_tugas(permohonan._tugas_terbuka(), "skipped")
        permohonan._decide(
            "cancel",
            "cancelled",
            user=self.env.user,
            catatan=reason,
            **permohonan._lanjut_jam(),
        )
        permohonan._handler()._on_cancelled(permohonan)
        permohonan._beritahu("cancel")
        return True

    def action_check(self):
        """Run the eligibility rules as help while drafting; blocks nothing."""
        self.ensure_one()
        permohonan = self._siap("check")
        if permohonan.state in ("draft", "returned"):
            permohonan._handler()._check_draft(permohonan)
            permohonan._periksa_kelayakan("draft", blokir=False)
        return True

    def _siap(self, hasil):
        """Lock and return the sudo records for an act of the applicant's side.

        :raises AccessError: for others than the applicant, the filer or a deputy
        """
        self.check_access("read")
        # sudo: the engine writes what the applicant may not
        permohonan = self.sudo()._berbahasa()
        permohonan._kunci()
        user = self.env.user
        for satu in permohonan:
            if user != satu.pengaju_id and not satu._boleh_mewakili(user):
                raise AccessError(
                    self.env._(
                        "Only the applicant or who filed the request can do this."
                    )
                )
        return permohonan

    # ------------------------------------------------------------------
    # By the officials
    # ------------------------------------------------------------------

    def action_approve(self, note=None):
        """Approve the present step. At a signing step ask for the passphrase.

        :param note: optional text for the history
        :return: True, a notice, or the action that asks for the passphrase
        """
        cache = {}
        permohonan, tugas = self._giliran(cache=cache)
        if not tugas:
            return self._info_sudah(permohonan)
        if tugas.tahap_id.jenis == "ttd" and permohonan._surat_elektronik():
            return self._aksi_ttd()
        if tugas.tahap_id.jenis == "ttd":
            return permohonan._tandatangani(tugas, self.env.user, None, note)
        permohonan._setujui(tugas, self.env.user, note, cache)
        return True

    def action_return(self, reason, days=None, items=None):
        """Return the request to the applicant to complete it (PRO-04).

        :param reason: what is missing; compulsory
        :param days: working days to complete; empty = the service's own
        :param items: ``{berkas_id: note}`` or ``[{"berkas_id", "catatan"}]`` or
            ``[{"label", "catatan"}]`` for a field of the form
        """
        reason = self._alasan(reason)
        permohonan, tugas = self._giliran("boleh_kembalikan")
        if not tugas:
            return self._info_sudah(permohonan)
        hari = permohonan._hari_perbaikan(days)
        catatan = permohonan._catat_per_berkas(reason, items)
        permohonan._kembalikan(tugas, self.env.user, [catatan], hari)
        return True

    def action_reject(self, reason):
        """Reject the request with an official letter (PRO-05).

        :param reason: compulsory; it is printed in the letter
        """
        return self._tolak("reject", reason, "boleh_tolak")

    def action_defer(self, reason):
        """Defer the request (ditangguhkan) where the step allows it.

        :param reason: compulsory; it is printed in the letter
        """
        return self._tolak("defer", reason, "boleh_tangguhkan")

    def _tolak(self, hasil, reason, izin):
        reason = self._alasan(reason)
        permohonan, tugas = self._giliran(izin)
        if not tugas:
            return self._info_sudah(permohonan)
        permohonan._tutup_tugas(permohonan._tugas_terbuka(), "skipped")
        permohonan._tutup_tugas(tugas, "done", self.env.user)
        permohonan._decide(
            hasil, "rejected", tugas, reason, self.env.user, **permohonan._lanjut_jam()
        )
        permohonan._sesudah_tolak(hasil, reason)
        return True

    def action_sign(self, passphrase=None, note=None):
        """Sign the letter, issue the product and record its effects, or nothing.

        :param passphrase: of the signer's certificate; used once, never kept
        :raises UserError: wrong passphrase, failed rule, letter that fails; then
            the request stays where it was
        """
        permohonan, tugas = self._giliran()
        if not tugas:
            return self._info_sudah(permohonan)
        permohonan._pastikan_tahap_ttd(tugas)
        return permohonan._tandatangani(tugas, self.env.user, passphrase, note)

    def action_verdict(self, berkas_id, verdict, catatan=None):
        """Record an official's finding on one document of the request."""
        berkas = self.env["asn.permohonan.berkas"].browse(berkas_id)
        if berkas.permohonan_id != self:
            raise UserError(self.env._("This document belongs to another request."))
        return berkas.action_verdict(verdict, catatan)

    def _giliran(self, izin=None, cache=None):
        """Lock and return (sudo request, open task of the present user).

        The task is empty when the present user already decided and only asks
        again (a stale tab): callers then answer with a notice.

        :param izin: name of the permission that the step must give
        :raises UserError, AccessError: when it is not this user's turn
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: actors decide on requests of which they may read only parts
        permohonan = self.sudo()._berbahasa()
        permohonan._kunci()
        self._periksa_basi(permohonan)
        permohonan._baca_orang(self.env.user)
        return permohonan, permohonan._giliran_terkunci(self.env.user, izin, cache)

    def _baca_orang(self, user):
        """Read at once whom the resolver and the decision ask about one by one.

        :param user: who decides now
        """
        orang = self.employee_id | self.keputusan_ids.aktor_employee_id
        orang.with_context(active_test=False).search_fetch(
            Domain("id", "in", orang.ids) | Domain("user_id", "=", user.id)
        )

    def _giliran_terkunci(self, user, izin=None, cache=None):
        """Return the open task of a user on this locked sudo request.

        :param izin: name of the permission that the step must give
        :param cache: one dict for many requests of one transaction
        :return: the task; empty when this user already decided
        :raises UserError, AccessError: when it is not this user's turn
        """
        tugas = self._tugas_untuk(user, cache)
        if not tugas:
            terakhir = self.keputusan_ids[-1:]
            if terakhir.hasil == "issue":
                terakhir = self.keputusan_ids[-2:-1]
            if terakhir.aktor_user_id == user and terakhir.hasil != "submit":
                return tugas
            self._tolak_pelaku(user)
        if izin and not tugas.tahap_id[izin]:
            raise UserError(
                self.env._(
                    "The step %s does not allow this decision.", tugas.tahap_id.name
                )
            )
        return tugas

    def _periksa_basi(self, permohonan):
        """Refuse a decision made on a screen that shows an earlier step.

        The number of decisions that the form showed travels in the context. It
        can only refuse: leaving it out or changing it opens nothing.
        """
        dilihat = self.env.context.get("asn_dilihat")
        terakhir = permohonan.keputusan_ids[-1:]
        if (
            isinstance(dilihat, int)
            and dilihat != permohonan.jumlah_keputusan
            and terakhir.aktor_user_id != self.env.user
        ):
            raise UserError(permohonan._pesan_sudah_diputus(terakhir))

    @api.model
    def _alasan(self, reason):
        teks = (reason or "").strip() if isinstance(reason, str) else ""
        if not teks:
            raise ValidationError(self.env._("Please give a reason (alasan)."))
        return teks

    def _hari_perbaikan(self, days):
        if days is None or days is False:
            return self.versi_id.batas_perbaikan_hari
        if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 60:
            raise ValidationError(
                self.env._("The time to complete is 1 to 60 working days.")
            )
        return days

    def _catat_per_berkas(self, reason, items):
        """Put the notes on their documents; return the whole text."""
        if isinstance(items, dict):
            items = [{"berkas_id": int(k), "catatan": v} for k, v in items.items()]
        baris = [reason]
        for item in items or []:
            catatan = self._alasan(item.get("catatan"))
            berkas = self.berkas_ids.filtered(
                lambda b, i=item: b.id == i.get("berkas_id")
            )
            if item.get("berkas_id") and not berkas:
                raise UserError(self.env._("This document belongs to another request."))
            label = berkas.jenis_dokumen_id.name or item.get("label") or "-"
            if berkas:
                berkas._mesin().write({"verdict": "tidak_ok", "catatan": catatan})
            baris.append(f"- {label}: {catatan}")
        return "\n".join(baris)

    def _info_sudah(self, permohonan):
        """Answer a repeated click: nothing happened, and why."""
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "info",
                "message": permohonan._pesan_sudah_diputus(
                    permohonan.keputusan_ids[-1:]
                ),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
