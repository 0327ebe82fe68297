from odoo import models


class AsnUsulan(models.Model):
    """Who is told what. Notices name the kind of data, never a value."""

    _inherit = "asn.usulan"

    def _beritahu(self, peristiwa):
        """Tell those concerned about an event of these proposals.

        :param peristiwa: ``ajukan`` or ``putuskan``
        """
        for usulan in self:
            penerima = usulan._penerima(peristiwa)
            for bahasa, akun in penerima.grouped("lang").items():
                baca = usulan.with_context(lang=bahasa or self.env.lang)
                judul, isi = baca._teks_kabar(peristiwa)
                self.env["asn.pemutakhiran"]._kirim_kabar(
                    akun, judul, isi, usulan, usulan.state in ("dikembalikan",)
                )

    def _penerima(self, peristiwa):
        """Return the accounts that are told; never who did it."""
        # sudo: accounts of others, only to address them
        usulan_sudo = self.sudo()
        pemilik = usulan_sudo.employee_id.user_id | usulan_sudo.pengusul_id
        if peristiwa == "ajukan":
            # Verifiers have their worklist; a message per proposal would drown them.
            penerima = usulan_sudo.employee_id.user_id
        else:
            penerima = pemilik
        return (penerima - self.env.user).filtered("active")

    def _teks_kabar(self, peristiwa):
        """Return title and text of an event in the language of the context."""
        self.ensure_one()
        nilai = {"number": self.nomor, "what": self.ringkasan}
        if peristiwa == "ajukan":
            return (
                self.env._("Proposal %(number)s was filed for you", **nilai),
                self.env._(
                    "%(what)s. Your fasilitator filed it on your behalf; it waits for"
                    " verification.",
                    **nilai,
                ),
            )
        judul = {
            "diterima": self.env._("Proposal %(number)s was accepted", **nilai),
            "ditolak": self.env._("Proposal %(number)s was refused", **nilai),
            "dikembalikan": self.env._(
                "Proposal %(number)s must be completed", **nilai
            ),
            "terverifikasi_opd": self.env._(
                "Proposal %(number)s was verified and went to BKPSDM", **nilai
            ),
        }[self.state]
        # sudo: the note is addressed to the reader
        catatan = self.sudo().jejak_ids[-1:].catatan or ""
        return judul, "\n".join(filter(None, (self.ringkasan, catatan)))
