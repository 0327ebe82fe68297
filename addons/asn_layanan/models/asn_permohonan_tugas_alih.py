from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_waktu
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import SQL

from ..domain import penentu as aturan

#: Working days after which a claim ends by itself, unless the office says else.
_HARI_KLAIM = 2


class AsnPermohonanTugas(models.Model):
    """Claim, hand over, reassign (F27).

    A claim keeps a task for one of several actors, so that two do not work on
    it at once. It ends by itself. A task is handed over only to somebody who
    could be asked at this step: nobody is made an official by a colleague.
    """

    _inherit = "asn.permohonan.tugas"

    klaim_sampai = fields.Datetime("Claimed Until")
    alasan_pelaku = fields.Char("Why It Went There")
    pengalihan_ids = fields.One2many(
        "asn.permohonan.pengalihan", "tugas_id", "Hand-overs", readonly=True
    )

    def _aktor_sekarang(self, cache=None):
        return super()._aktor_sekarang(cache) | self._pemegang(cache)

    def _pemegang(self, cache=None):
        """Return who keeps this task for himself now, or nobody.

        A claim counts until its time is over and while the claimer may act.
        """
        self.ensure_one()
        # sudo: the resolver reads posts and units of other people
        tugas = self.sudo()
        user = tugas.diklaim_oleh_id
        if not user or not tugas.klaim_sampai:
            return user.browse()
        if tugas.klaim_sampai < fields.Datetime.now() or user not in tugas._calon(
            cache
        ):
            return user.browse()
        return user

    def _calon(self, cache=None):
        return self.env["asn.layanan.penentu"]._calon(
            self.tahap_id, self.permohonan_id, cache
        )

    def _boleh_diputus(self, user, cache=None):
        """Tell whether a user may decide this task now: actor, and not claimed."""
        pemegang = self._pemegang(cache)
        if pemegang:
            return user == pemegang
        return user in self._aktor_sekarang(cache)

    def _yang_memutus(self):
        """Return who may decide as stored, for screens and lists."""
        klaim = self.klaim_sampai and self.klaim_sampai >= fields.Datetime.now()
        return self.diklaim_oleh_id if klaim else self.aktor_ids

    # ------------------------------------------------------------------
    # Public
    # ------------------------------------------------------------------

    def action_klaim(self):
        """Keep this task for the present user, who is one of its actors.

        :raises AccessError: for others than the actors
        :raises UserError: when somebody else has it
        """
        tugas = self._siap_alih()
        user = self.env.user
        pemegang = tugas._pemegang()
        if pemegang == user:
            return True
        if pemegang:
            raise UserError(tugas._pesan_klaim())
        if user not in tugas._aktor_sekarang():
            raise AccessError(
                self.env._("Only those who may act on this step can take it.")
            )
        tugas._pegang(user)
        self._catat_alih(tugas, "klaim", ke=user)
        return True

    def action_lepas(self):
        """Give a claimed task back to all its actors.

        :raises AccessError: for others than who has it and the administrator
        """
        tugas = self._siap_alih()
        pemegang = tugas.diklaim_oleh_id
        if not pemegang:
            return True
        if self.env.user != pemegang and not self._boleh_mengatur():
            raise AccessError(
                self.env._(
                    "Only who took the task or the system administrator can give it"
                    " back."
                )
            )
        tugas._mesin().write({"diklaim_oleh_id": False, "klaim_sampai": False})
        tugas._segarkan()
        self._catat_alih(tugas, "lepas", dari=pemegang)
        return True

    def action_alihkan(self, user_id, reason):
        """Hand this task over to another official who could be asked at its step.

        By who has it, by an actor while nobody has it, or by the system
        administrator, who decides nothing by this.

        :param user_id: id of the account that gets the task
        :param reason: compulsory; it stays in the history
        :raises UserError: when that official may not act here
        """
        if not isinstance(user_id, int) or isinstance(user_id, bool):
            raise ValidationError(self.env._("Choose the official who gets the task."))
        reason = self.env["asn.permohonan"]._alasan(reason)
        tugas = self._siap_alih()
        if not tugas._boleh_alih():
            raise AccessError(
                self.env._("Only who may decide this task can hand it over.")
            )
        # sudo: the account of a colleague, checked against the step
        ke = self.env["res.users"].sudo().browse(user_id).exists()
        if ke not in tugas._calon():
            raise UserError(
                self.env._(
                    "This official may not act on this step, so the task cannot go"
                    " there."
                )
            )
        dari = tugas._pemegang() or self.env.user
        if ke == dari:
            return True
        tugas._pegang(ke)
        self._catat_alih(tugas, "alih", dari=dari, ke=ke, alasan=reason)
        permohonan = tugas.permohonan_id
        bahasa = permohonan.with_context(lang=ke.lang or permohonan._bahasa_kantor())
        judul = bahasa.env._("Request %s was handed over to you", permohonan.nomor)
        self.env["asn.pemberitahuan"]._catat(
            [permohonan._vals_kabar(ke, judul, reason, "tindakan")]
        )
        return True

    # ------------------------------------------------------------------
    # Inside
    # ------------------------------------------------------------------

    def _siap_alih(self):
        """Lock the request and return this open task in sudo."""
        self.ensure_one()
        self.check_access("read")
        # sudo: the engine writes what actors may not
        tugas = self.sudo()
        tugas.permohonan_id._kunci()
        # Leaves a mark on what was locked: who waits to decide reads it anew.
        self.env.cr.execute(
            SQL(
                "UPDATE asn_permohonan SET id = id WHERE id = %s",
                tugas.permohonan_id.id,
            )
        )
        if tugas.state != "open":
            raise UserError(
                self.env._("This task was closed meanwhile. Please reload the page.")
            )
        return tugas

    def _boleh_mengatur(self):
        return self.env.user.has_group("asn_base.group_admin_sistem")

    def _boleh_alih(self):
        return self._boleh_diputus(self.env.user) or self._boleh_mengatur()

    def _pegang(self, user):
        kalender = self.env["asn.permohonan"]._kalender_kota()
        sampai = kalender._asn_tambah_hari_kerja(
            fields.Datetime.now(), self._hari_klaim()
        )
        self._mesin().write({"diklaim_oleh_id": user.id, "klaim_sampai": sampai})
        self._segarkan()

    @api.model
    def _hari_klaim(self):
        # sudo: a setting of the office, no secret
        nilai = (
            self.env["ir.config_parameter"].sudo().get_param("asn_layanan.klaim_hari")
        )
        return int(nilai) if str(nilai).isdigit() and int(nilai) else _HARI_KLAIM

    def _pesan_klaim(self):
        self.ensure_one()
        sampai = fields.Datetime.context_timestamp(self, self.klaim_sampai)
        return self.env._(
            "%(who)s took this task until %(until)s. Ask for it to be handed over or"
            " given back.",
            who=self.env["asn.permohonan.pengalihan"]._jabatan(self.diklaim_oleh_id),
            until=format_waktu(sampai),
        )

    def _catat_alih(self, tugas, jenis, **nilai):
        # sudo: the history of a task is the engine's
        Pengalihan = self.env["asn.permohonan.pengalihan"].sudo()
        return Pengalihan._tambah(tugas, jenis, user=self.env.user, **nilai)

    def _segarkan(self):
        """Also end claims that no longer count and record how a task moved."""
        cache = {}
        for tugas in self.filtered("diklaim_oleh_id"):
            if not tugas._pemegang(cache):
                lama = tugas.diklaim_oleh_id
                tugas._mesin().write({"diklaim_oleh_id": False, "klaim_sampai": False})
                self.env["asn.permohonan.pengalihan"]._tambah(tugas, "lepas", dari=lama)
        lama = {tugas: tugas.aktor_ids for tugas in self}
        kosong = self.filtered("tanpa_pelaku")
        res = super()._segarkan()
        terisi = kosong.filtered(lambda t: not t.tanpa_pelaku)
        if terisi:
            self.env["asn.layanan.peringatan"]._tutup(
                [f"tugas:{tugas.id}" for tugas in terisi]
            )
        for tugas, dulu in lama.items():
            kini = tugas.aktor_ids
            if dulu and kini and not dulu & kini:
                self.env["asn.permohonan.pengalihan"]._tambah(
                    tugas, "pindah", dari=dulu, ke=kini
                )
        return res

    def _catat_pengalihan(self, temuan):
        """Record why the official who is usually asked does not act (PRO-10)."""
        self.ensure_one()
        if not aturan.dialihkan(temuan):
            return
        alasan = self.env["asn.layanan.penentu"]._teks_dilewati(temuan)
        self._mesin().write({"alasan_pelaku": alasan})
        dilewati = [user for user, _sebab in temuan.dilewati if user]
        self.env["asn.permohonan.pengalihan"]._tambah(
            self,
            "benturan",
            dari=self.env["res.users"].browse(dict.fromkeys(dilewati)),
            ke=self.aktor_ids,
            alasan=alasan,
        )
