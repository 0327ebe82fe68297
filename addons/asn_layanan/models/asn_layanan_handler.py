from odoo import models

from ..domain.pustaka import Kasus


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

    def _check_submission_banyak(self, permohonan):
        """Refuse any of several submissions; what the engine calls.

        A service that works something out for many at once does it here.
        """
        for satu in permohonan:
            self._check_submission(satu)

    def _periksa(self, permohonan):
        """Return the answer of every eligibility rule of one request.

        :return: list of ``(rule id, 'lulus'|'gagal'|'manual', fact, message)``;
            a fifth member may name the field of the form
        """
        return self._periksa_banyak(permohonan)[permohonan.id]

    def _periksa_banyak(self, permohonan):
        """Return what every rule answers for requests of one version.

        :param permohonan: requests of different people
        :return: ``{request id: answers}``, see ``_periksa``
        """
        hasil = {satu.id: [] for satu in permohonan}
        versi = permohonan.versi_id
        kasus = Kasus(self.env["hr.employee"]._asn_hari_ini(), permohonan)
        aturan = {a.kode: a for a in versi.aturan_ids}
        for kode in dict.fromkeys([*self._kode_umum(), *aturan]):
            milik = aturan.get(kode, versi.aturan_ids.browse())
            kena = permohonan.filtered(lambda p, k=kode: self._is_diperiksa(k, p))
            jawab = self._jawab_banyak(kode, milik, kena, kasus) if kena else {}
            bagian = milik._bagian_pesan() if milik.pustaka else None
            tetap = None if bagian else milik.pesan or self._pesan_aturan(kode)
            for nomor, (nilai, fakta) in jawab.items():
                pesan = milik._pesan_terisi(fakta, bagian) if bagian else tetap
                hasil[nomor].append((kode, nilai, fakta, pesan))
        return hasil

    def _jawab_banyak(self, kode, aturan, permohonan, kasus):
        """Return ``{request id: (result, fact)}`` of one rule.

        A code ``X-01`` is answered by the library where the rule names it; else by
        the first there is of ``_banyak_x_01(permohonan, aturan)`` for all requests,
        ``_aturan_x_01(permohonan, aturan)`` for one, and ``_orang_x_01`` for people
        on a day, who need no form. A rule without any is for a human to judge.
        """
        nama = kode.lower().replace("-", "_")
        orang = permohonan.employee_id._origin
        if aturan.pustaka:
            jawab = self.env["asn.layanan.pustaka"]._jawab(aturan, orang, kasus)
        elif hasattr(self, f"_banyak_{nama}"):
            return getattr(self, f"_banyak_{nama}")(permohonan, aturan)
        elif hasattr(self, f"_orang_{nama}") and not hasattr(self, f"_aturan_{nama}"):
            periksa = getattr(self, f"_orang_{nama}")
            jawab = periksa(permohonan.versi_id, orang, aturan, kasus)
        else:
            periksa = getattr(self, f"_aturan_{nama}", self._aturan_manual)
            return {p.id: periksa(p, aturan) for p in permohonan}
        return {p.id: jawab[p.employee_id._origin.id] for p in permohonan}

    def _is_terhitung(self, kode):
        """Tell whether a rule is answered here, and not left to a human."""
        nama = kode.lower().replace("-", "_")
        return any(
            hasattr(self, f"{awal}_{nama}") for awal in ("_banyak", "_aturan", "_orang")
        )

    def _is_diperiksa(self, kode, permohonan):
        """Tell whether a rule is asked of this request; all are, unless told."""
        return True

    def _aturan_manual(self, permohonan, aturan):
        """A rule without a check is for a human to judge."""
        return "manual", aturan.name or False

    def _on_submitted(self, permohonan):
        """After a draft was submitted."""

    def _on_submitted_banyak(self, permohonan):
        """After several drafts were submitted; what the engine calls."""
        for satu in permohonan:
            self._on_submitted(satu)

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
        """Record the effects of the products that were issued together.

        Must be repeatable: called twice for a request it changes nothing more.

        :param permohonan: one or more requests of services with this handler
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

    def _jawaban_awal(self, permohonan):
        """Return answers that the profile holds already, ``{kode: value}``.

        Filled in beforehand for whoever files, who may change them. Read with the
        rights of that user: what the profile does not show, the form does not.
        """
        return {}

    def _ringkasan(self, permohonan):
        """Return one line that says what is asked, for lists and notices."""
        return permohonan.layanan_id.name

    def _cocok_mandat(self, permohonan, mandat):
        """Tell whether a signing mandate fits, besides its own conditions."""
        return True
