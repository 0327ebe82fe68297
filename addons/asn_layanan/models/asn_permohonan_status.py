from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import transisi

_BERJALAN = (transisi.IN_REVIEW, transisi.APPROVED)


class AsnPermohonan(models.Model):
    """What the applicant wants to know, in one card: where, until when, what now.

    Posts and bodies are named, people are not (KDR-5-2-c, KDR-8).
    """

    _inherit = "asn.permohonan"

    status_ringkas = fields.Json(
        "Status Card", compute="_compute_status_ringkas", compute_sudo=True
    )
    can_refile = fields.Boolean(compute="_compute_can_refile")

    @api.depends_context("uid")
    @api.depends("state", "jumlah_keputusan", "perkiraan_selesai")
    def _compute_status_ringkas(self):
        for permohonan in self:
            permohonan.status_ringkas = (
                permohonan._susun_status() if permohonan.id else False
            )

    @api.depends_context("uid")
    @api.depends("state", "pemohon_user_id")
    def _compute_can_refile(self):
        """Only for the button; ``action_refile`` checks again."""
        for permohonan in self:
            permohonan.can_refile = permohonan.state in (
                transisi.REJECTED,
                transisi.CANCELLED,
            ) and bool(permohonan.tanggal_ajuan and permohonan.is_milik_saya)

    def _susun_status(self):
        """Return the card as the widget draws it."""
        status = {
            "warna": "info",
            "judul": dict(self._fields["state"]._description_selection(self.env))[
                self.state
            ],
            "posisi": self.posisi or "",
            "sejak": self._sejak(),
            "untuk": self._untuk(),
            "ajakan": self._ajakan(),
            "fakta": self._fakta_waktu(),
            "sebab": self._sebab_lambat(),
            "perbaikan": [],
        }
        if self.state == transisi.RETURNED:
            status["warna"] = "warning"
            status["perbaikan"] = [
                {"judul": b.jenis_dokumen_id.name, "catatan": b.catatan or ""}
                for b in self.berkas_ids
                if b.verdict == "tidak_ok"
            ]
        elif self.state in (transisi.REJECTED, transisi.CANCELLED):
            status["warna"] = "danger"
        elif self.state in (transisi.ISSUED, transisi.DONE):
            status["warna"] = "success"
        return status

    def _sejak(self):
        """Return the day since which whoever has it now has it, in words."""
        luar = self.eksternal_ids.filtered(lambda s: s.state == "menunggu")[-1:]
        if self.is_menunggu_luar and luar:
            return format_panjang(luar.tanggal_keluar)
        dibuka = self._tugas_terbuka().mapped("dibuka_pada")
        return format_panjang(self._tanggal(min(dibuka))) if dibuka else ""

    def _untuk(self):
        """Return whom the call to act is for: the reader, or else the applicant."""
        if self.is_milik_saya or self.is_tugas_saya:
            return self.env._("What you need to do")
        return self.env._("What is needed from the applicant")

    def _ajakan(self):
        """Return the one thing that is asked of the reader or the applicant now.

        Empty for an official whose turn it is not while the office works on it.
        """
        if self.state == transisi.DRAFT:
            return self.env._("Complete the form and the documents, then submit.")
        if self.state == transisi.RETURNED:
            return self.env._(
                "Complete what is missing and submit again by %(date)s (%(left)s).",
                date=format_panjang(self.batas_perbaikan),
                left=self._sisa_perbaikan(),
            )
        if self.state == transisi.ISSUED:
            return self.env._("Answer the short survey; then take your letter.")
        if self.state == transisi.REJECTED:
            return self.env._(
                "Read the reason. You can file it again with all that you wrote."
            )
        if self.state in _BERJALAN and self.is_milik_saya:
            return self.env._("Nothing. You get a notice at every step.")
        if self.state in _BERJALAN and self.is_tugas_saya:
            return self._ajakan_pejabat()
        return ""

    def _ajakan_pejabat(self):
        """Return what the present step asks of the official who reads."""
        if self.can_sign:
            return self.env._("Read the preview of the letter, then sign it.")
        if self.tahap_id.jenis == "eksternal":
            return self.env._(
                "Record the letter to the other body, and its answer when it comes."
            )
        return self.env._("Check the answers and documents below, then decide.")

    def _sisa_perbaikan(self):
        sisa = (self.batas_perbaikan - self._hari_ini()).days
        if sisa < 0:
            return self.env._("time is over")
        if sisa == 0:
            return self.env._("today is the last day")
        return self.env._("%s days left", sisa)

    def _fakta_waktu(self):
        """Return the times worth knowing, as label, value and explanation."""
        fakta = []
        if self.state in _BERJALAN and self.perkiraan_selesai:
            fakta.append(self._fakta_perkiraan())
        elif self.state == transisi.RETURNED and self.perkiraan_hari:
            fakta.append(
                {
                    "label": self.env._("After you submit again"),
                    "nilai": self.env._("about %s working days", self.perkiraan_hari),
                    "jelas": self.env._("Days in which it waits for you do not count."),
                }
            )
        if self.state in _BERJALAN and self.nomor_antrean and not self.is_menunggu_luar:
            fakta.append(
                {
                    "label": self.env._("Place in the queue"),
                    "nilai": str(self.nomor_antrean),
                    "jelas": self.env._("At the present step, oldest first."),
                }
            )
        if self.tanggal_ajuan:
            fakta.append(
                {
                    "label": self.env._("Working days used"),
                    "nilai": str(self.hari_kerja_terpakai),
                    "jelas": self._jelas_janji(),
                }
            )
        return fakta

    def _fakta_perkiraan(self):
        if self.perkiraan_dasar == "nyata":
            jelas = self.env._(
                "From the real times of this service. Eight of ten are finished by %s.",
                format_panjang(self.perkiraan_lambat),
            )
        else:
            jelas = self.env._(
                "By the times promised for each step, as few requests are finished yet."
            )
        if hari := self._hari_luar():
            jelas = self.env._(
                "%(basis)s With about %(days)s working days at another body.",
                basis=jelas,
                days=hari,
            )
        return {
            "label": self.env._("Probably finished"),
            "nilai": format_panjang(self.perkiraan_selesai),
            "jelas": jelas,
        }

    def _jelas_janji(self):
        if self.state not in _BERJALAN or not self.batas_waktu:
            return ""
        hari = format_panjang(self._tanggal(self.batas_waktu))
        if self._hari_luar():
            return self.env._(
                "Promised by %s; the days at another body are not counted.", hari
            )
        return self.env._("Promised by %s.", hari)

    def _hari_luar(self):
        """Return the working days at other bodies that are still ahead."""
        if self.is_menunggu_luar:
            return 0
        kini = self.tahap_id.sequence
        tahap = self.versi_id.tahap_ids._berlaku(self)
        return sum(
            t.sla_luar_hari
            for t in tahap
            if t.jenis == "eksternal" and t.sequence >= kini
        )

    def _sebab_lambat(self):
        """Return why it takes longer than usual, or nothing."""
        if self.state not in _BERJALAN:
            return ""
        luar = self.eksternal_ids.filtered(lambda s: s.state == "menunggu")[-1:]
        if self.is_menunggu_luar and luar:
            return self.env._(
                "Waits for the answer of %(body)s since %(date)s; an answer is expected"
                " by %(until)s. These days do not count for the office.",
                body=luar.instansi,
                date=format_panjang(luar.tanggal_keluar),
                until=format_panjang(luar.batas_jawaban),
            )
        if self.tanpa_pelaku:
            return self.env._(
                "Nobody holds the post of the present step. The administrator was told."
            )
        terbuka = self._tugas_terbuka()
        if not terbuka:
            return ""
        tugas = terbuka.sorted("dibuka_pada")[0]
        biasa = self.env["asn.layanan.durasi"]._peta(self.versi_id.id)
        biasa = biasa.get(tugas.tahap_id.id, (0, 0, ""))[1]
        dipakai = self._hari_di_antara(
            self._kalender_kota(), tugas.dibuka_pada, fields.Datetime.now()
        )
        if dipakai <= max(biasa, tugas.tahap_id.sla_hari):
            return ""
        return self.env._(
            "The step %(step)s has taken %(days)s working days, longer than usual. Its"
            " officials and their superior are reminded.",
            step=tugas.tahap_id.name,
            days=dipakai,
        )
