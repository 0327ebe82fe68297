from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnPermohonan(models.Model):
    """Who is told what when a request changes; alerts to the administrators."""

    _inherit = "asn.permohonan"

    def _bahasa_kantor(self):
        """Return the language for texts that nobody in particular asked for."""
        # sudo: the language of the office is no secret
        return self.env.company.sudo().partner_id.lang or self.env.user.lang

    def _berbahasa(self):
        """Return these records in the caller's language, else in the office's.

        What is kept for good (names of steps, letters) must not depend on
        whether a job, a script or a person decided.
        """
        if self.env.lang:
            return self
        return self.with_context(lang=self._bahasa_kantor())

    def _teks_kabar(self, peristiwa):
        """Return (title, text) for the applicant, in the context's language."""
        self.ensure_one()
        batas = self.batas_perbaikan
        nilai = {
            "nomor": self.nomor or "",
            "ringkasan": self._handler()._ringkasan(self),
            "tahap": self.tahap_id.name or "",
            "catatan": self.catatan_kembali or self.keputusan_ids[-1:].catatan or "",
            "batas": format_panjang(batas) if batas else "",
        }
        judul = self._judul_kabar()[peristiwa] % nilai
        return judul, self._isi_kabar(peristiwa) % nilai

    def _judul_kabar(self):
        """Return the title of each event."""
        return {
            "submit": self.env._("Request %(nomor)s was submitted"),
            "resubmit": self.env._("Request %(nomor)s was submitted again"),
            "send_out": self.env._("Request %(nomor)s went to another body"),
            "tolak_ttd": self.env._("The refusal letter of %(nomor)s was signed"),
            "approve": self.env._("Request %(nomor)s moved on"),
            "return": self.env._("Request %(nomor)s must be completed by %(batas)s"),
            "reject": self.env._("Request %(nomor)s was rejected"),
            "defer": self.env._("Request %(nomor)s was deferred"),
            "expire": self.env._(
                "Request %(nomor)s was refused: time to complete is over"
            ),
            "cancel": self.env._("Request %(nomor)s was withdrawn"),
            "issue": self.env._("Request %(nomor)s was granted"),
            "done": self.env._("The letter of request %(nomor)s is ready"),
        }

    def _isi_kabar(self, peristiwa):
        """Return the text of one event."""
        if peristiwa in ("submit", "resubmit", "approve"):
            return self.env._("%(ringkasan)s. It is now at: %(tahap)s.")
        if peristiwa == "send_out":
            return self.env._(
                "%(catatan)s. The clock of the office stands until the answer comes."
            )
        if peristiwa == "issue":
            return self.env._(
                "%(ringkasan)s. Answer the short survey and the signed letter"
                " can be downloaded."
            )
        if peristiwa == "done":
            return self.env._("Thank you. It is also kept in your digital archive.")
        return "%(ringkasan)s." if peristiwa == "cancel" else "%(catatan)s"

    def _beritahu(self, peristiwa, tahap=None):
        """Write the notices of an event for the applicant and the next actors.

        :param tahap: the step that was just decided; no news while it is still
            the present one (parallel tasks)
        """
        vals_list = []
        # One fetch for all readers of this event.
        pembaca = self.pemohon_user_id | self.pengaju_id
        (pembaca | self._tugas_terbuka().aktor_ids).mapped("lang")
        for permohonan in self:
            if tahap and permohonan.tahap_id == tahap:
                continue
            pemohon = permohonan.pemohon_user_id | permohonan.pengaju_id
            # Who did it knows; but a receipt of the submission is a proof.
            if peristiwa not in ("submit", "resubmit", "done"):
                pemohon -= self.env.user
            for user in pemohon.filtered("active"):
                bahasa = permohonan.with_context(
                    lang=user.lang or self._bahasa_kantor()
                )
                judul, isi = bahasa._teks_kabar(peristiwa)
                jenis = {
                    "return": "tindakan",
                    "issue": "tindakan",
                }
                vals_list.append(
                    permohonan._vals_kabar(
                        user, judul, isi, jenis.get(peristiwa, "info")
                    )
                )
            if peristiwa in ("submit", "resubmit", "approve"):
                vals_list += permohonan._kabar_pelaku()
        if vals_list:
            self.env["asn.pemberitahuan"]._catat(vals_list)

    def _kabar_pelaku(self):
        """Return the notices for those who may act next."""
        vals_list = []
        for tugas in self._tugas_terbuka():
            for user in tugas.aktor_ids - self.env.user:
                bahasa = self.with_context(lang=user.lang or self._bahasa_kantor())
                judul = bahasa.env._(
                    "%(step)s: request %(number)s waits for you",
                    step=tugas.with_env(bahasa.env).tahap_id.name,
                    number=self.nomor,
                )
                isi = bahasa._handler()._ringkasan(bahasa)
                vals_list.append(
                    self._vals_kabar(
                        user, judul, f"{self.employee_id.name}: {isi}", "tindakan"
                    )
                )
        return vals_list

    def _vals_kabar(self, user, judul, isi, jenis):
        return {
            "user_id": user.id,
            "permohonan_id": self.id,
            "judul": judul,
            "isi": isi,
            "jenis": jenis,
        }

    # ------------------------------------------------------------------
    # Alerts
    # ------------------------------------------------------------------

    def _peringatan(self, judul, isi=False):
        """Alert every system administrator about these requests."""
        group = self.env.ref("asn_base.group_admin_sistem")
        # sudo: who administers the system is not for the caller to read
        admin = (
            self.env["res.users"]
            .sudo()
            .search([("all_group_ids", "in", group.ids), ("share", "=", False)])
        )
        vals_list = [
            permohonan._vals_kabar(user, judul, isi, "peringatan")
            for permohonan in self
            for user in admin
        ]
        if vals_list:
            self.env["asn.pemberitahuan"]._catat(vals_list)

    def _peringatan_tanpa_pelaku(self):
        """Alert that a step of these requests has nobody who may act."""
        for permohonan in self:
            bahasa = permohonan.with_context(lang=permohonan._bahasa_kantor())
            permohonan._peringatan(
                bahasa.env._(
                    "Nobody can act on request %s", permohonan.nomor or permohonan.id
                ),
                bahasa.env._(
                    "Step %(step)s has nobody who may act: fill the post, grant the"
                    " role or the service, or correct the mandate.",
                    step=bahasa.tahap_id.name or "-",
                ),
            )

    def _peringatan_rantai(self):
        """Alert that the decisions of these requests were tampered with."""
        for permohonan in self:
            bahasa = permohonan.with_context(lang=permohonan._bahasa_kantor())
            permohonan._peringatan(
                bahasa.env._("The decision chain of %s is broken", permohonan.nomor),
                bahasa.env._(
                    "Rows were changed behind the system. Secure the database."
                ),
            )
