from odoo import models


class AsnLayananHandler(models.AbstractModel):
    """What a service does besides moving through its steps.

    The engine calls these hooks inside its own transaction, on a locked sudo
    request, after the state moved. A hook may raise a UserError: then nothing
    of the decision remains. No hook moves the request or sends mail.
    A service with code ``x`` is answered by ``asn.layanan.handler.x`` when such
    a model exists, else by this one.
    """

    _name = "asn.layanan.handler"
    _description = "Service Handler"

    def _check_draft(self, permohonan):
        """Called when the applicant asks for a check of the draft."""

    def _check_submission(self, permohonan):
        """Refuse a submission by raising a UserError (also on resubmission)."""

    def _periksa(self, permohonan):
        """Return the answer of every eligibility rule.

        :return: list of ``(rule id, 'lulus'|'gagal'|'manual', fact, message)``;
            a fifth member may name the field of the form
        """
        hasil = []
        aturan = {a.kode: a for a in permohonan.versi_id.aturan_ids}
        for kode in dict.fromkeys([*self._kode_umum(), *aturan]):
            if not self._is_diperiksa(kode, permohonan):
                continue
            milik = aturan.get(kode, permohonan.versi_id.aturan_ids.browse())
            if milik.pustaka:
                hasil.append(self._periksa_pustaka(permohonan, milik))
                continue
            periksa = getattr(
                self, "_aturan_" + kode.lower().replace("-", "_"), self._aturan_manual
            )
            nilai, fakta = periksa(permohonan, milik)
            pesan = milik.pesan or self._pesan_aturan(kode)
            hasil.append((kode, nilai, fakta, pesan))
        return hasil

    def _is_diperiksa(self, kode, permohonan):
        """Tell whether a rule is asked of this request; all are, unless told."""
        return True

    def _aturan_manual(self, permohonan, aturan):
        """A rule without a check is for a human to judge."""
        return "manual", aturan.name or False

    def _on_submitted(self, permohonan):
        """After a draft was submitted."""

    def _on_returned(self, permohonan):
        """After the request was returned to the applicant."""

    def _on_resubmitted(self, permohonan):
        """After the applicant submitted it again."""

    def _on_rejected(self, permohonan):
        """After a rejection, also the automatic one when time ran out."""

    def _on_deferred(self, permohonan):
        """After a deferral."""

    def _on_cancelled(self, permohonan):
        """After the applicant withdrew; undo whatever was reserved."""

    def _on_issued(self, permohonan):
        """Record the effects of the product.

        Must be repeatable: called twice for a request it changes nothing more.
        """

    def _nilai_surat(self, permohonan):
        """Return the merge values of the letter, as plain text or dates."""
        return {
            "nomor_permohonan": permohonan.nomor or "-",
            "nama_layanan": permohonan.layanan_id.name,
            "tanggal_ajuan": permohonan._tanggal(permohonan.tanggal_ajuan)
            if permohonan.tanggal_ajuan
            else False,
            **permohonan._isian_surat(),
        }

    def _ringkasan(self, permohonan):
        """Return one line that says what is asked, for lists and notices."""
        return permohonan.layanan_id.name

    def _cocok_mandat(self, permohonan, mandat):
        """Tell whether a signing mandate fits, besides its own conditions."""
        return True
