from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import gangguan

_GRUP_PETUGAS = "asn_base.group_admin_sistem"


class AsnLaporanGangguan(models.Model):
    """The steps of a trouble report, by the officer and by the reporter.

    Every step goes through ``_pindah``, which knows the legal moves.
    """

    _inherit = "asn.laporan.gangguan"

    def _pindah(self, ke, **nilai):
        """Move locked reports to a state."""
        self.lock_for_update()
        for lapor in self:
            if not gangguan.boleh_pindah(lapor.state, ke):
                raise UserError(
                    self.env._(
                        "The report is not in the state for this step any more. Open it"
                        " again to see who did what."
                    )
                )
        # sudo: the caller was checked; the step writes guarded fields.
        self.sudo()._mesin().write({"state": ke, **nilai})

    def _periksa_petugas(self):
        self.check_access("read")
        if not self.env.user.has_group(_GRUP_PETUGAS):
            raise AccessError(
                self.env._("Trouble reports are handled by Administrator Sistem.")
            )

    def _periksa_milik(self):
        self.check_access("read")
        if any(lapor.pelapor_id != self.env.user for lapor in self):
            raise AccessError(self.env._("Only the reporter can do this."))

    def _wajib(self, *nama):
        """Refuse while one of the fields is empty."""
        for lapor in self:
            for satu in nama:
                if not (lapor[satu] or "").strip():
                    raise UserError(
                        self.env._(
                            "Fill in “%s” first.",
                            self._fields[satu].get_description(self.env)["string"],
                        )
                    )

    # -- the officer -------------------------------------------------------

    def action_tangani(self):
        """Take reports; who takes a report handles it."""
        self._periksa_petugas()
        for lapor in self:
            lapor._pindah(
                "ditangani",
                petugas_id=self.env.uid,
                ditangani_pada=fields.Datetime.now(),
                **lapor._lanjutkan_batas(),
            )
            lapor._kabari(
                lapor.pelapor_id - self.env.user,
                self.env._("Your report is being handled."),
            )
        return True

    def action_tanya(self):
        """Ask the reporter; the clock stands still until the answer.

        :raise UserError: without a question in the answer field
        """
        self._periksa_petugas()
        self._wajib("jawaban")
        for lapor in self:
            lapor._pindah(
                "menunggu",
                menunggu_sejak=self.env["hr.employee"]._asn_hari_ini(),
            )
            lapor._kabari(lapor.pelapor_id, lapor.jawaban)
        return True

    def action_selesai(self):
        """Answer as solved, with cause and action (LL-7-1-c).

        The reports of the same problem are answered with it.

        :raise UserError: without cause, action or answer
        """
        self._periksa_petugas()
        self._wajib("sebab", "tindakan", "jawaban")
        for lapor in self:
            lapor._jawab("selesai")
            for duplikat in lapor.duplikat_ids.filtered(
                lambda d: d.state in gangguan.TERBUKA
            ):
                if duplikat.state == "baru":
                    duplikat.action_tangani()
                duplikat.write({n: lapor[n] for n in ("sebab", "tindakan", "jawaban")})
                duplikat._jawab("selesai")
        return True

    def action_tolak(self):
        """Answer that it is no trouble of the system, with the reason."""
        self._periksa_petugas()
        self._wajib("jawaban")
        for lapor in self:
            lapor._jawab("ditolak")
        return True

    def _jawab(self, ke):
        self._pindah(
            ke,
            tanggal_selesai=fields.Datetime.now(),
            petugas_id=self.petugas_id.id or self.env.uid,
            menunggu_sejak=False,
        )
        self._kabari(self.pelapor_id - self.env.user, self.jawaban)

    def _lanjutkan_batas(self):
        """Return the values that move the due date by the days waited."""
        if not self.menunggu_sejak:
            return {}
        Kalender = self.env["resource.calendar"]
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        lama = Kalender._asn_jumlah_hari_kerja(
            self.menunggu_sejak + timedelta(days=1), hari_ini
        )
        batas = self.batas and Kalender._asn_tambah_hari_kerja(self.batas, lama)
        return {"menunggu_sejak": False, **({"batas": batas} if lama else {})}

    # -- the reporter ------------------------------------------------------

    def action_terkirim(self):
        """Thank for the report with its number; the button of the dialog."""
        self.ensure_one()
        self._periksa_milik()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "title": self.env._("Report %s was sent", self.nomor),
                "message": self.env._(
                    "Administrator Sistem has it. You find the answer under Trouble"
                    " Reports (Laporan Gangguan) and in your inbox."
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def action_konfirmasi(self):
        """Confirm the answer: the report is closed."""
        self._periksa_milik()
        self._pindah("ditutup", ditutup_pada=fields.Datetime.now())
        return True

    def action_buka_balas(self):
        """Open the dialog to answer a question, or to say it is not solved."""
        self.ensure_one()
        self._periksa_milik()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer (Balas)"),
            "res_model": "asn.laporan.gangguan.balas",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_lapor_id": self.id},
        }

    def _balas(self, teks):
        """Take up a report again with what its reporter says.

        :param teks: the answer to a question, or why it is not solved
        """
        self.ensure_one()
        self._periksa_milik()
        if not (teks or "").strip():
            raise UserError(self.env._("Write what is new first."))
        lagi = self.state in ("selesai", "ditolak")
        self._pindah(
            "ditangani",
            jumlah_dibuka_lagi=self.jumlah_dibuka_lagi + lagi,
            **({"tanggal_selesai": False} if lagi else {}),
            **self._lanjutkan_batas(),
            **({"batas": self._hitung_batas()} if lagi else {}),
        )
        self.message_post(body=teks.strip(), subtype_xmlid="mail.mt_comment")
        self._kabari(self.petugas_id or self._petugas(), teks.strip())

    # -- scheduled ---------------------------------------------------------

    @api.model
    def _cron_tutup(self):
        """Close answered reports whose reporters stayed silent.

        :return: how many
        """
        hari = self.env.company.asn_gangguan_tutup
        lewat = fields.Datetime.now() - timedelta(days=hari)
        # sudo: a scheduled job of the machine
        diam_sudo = self.sudo().search(
            [
                ("state", "in", ("selesai", "ditolak")),
                ("tanggal_selesai", "<", lewat),
            ]
        )
        diam_sudo._pindah("ditutup", ditutup_pada=fields.Datetime.now())
        return len(diam_sudo)
