from odoo import models
from odoo.exceptions import AccessError, UserError


class AsnPermohonan(models.Model):
    """On whose authority a decision is taken, and who is told that it is not his."""

    _inherit = "asn.permohonan"

    def _nilai_keputusan(self, tugas, hasil, user=None, cache=None):
        """Add capacity, on whose behalf, and the authority of an official."""
        vals = super()._nilai_keputusan(tugas, hasil, user, cache)
        if not tugas or not user:
            return vals
        wewenang = self.env["asn.layanan.penentu"]._wewenang(
            tugas.tahap_id, self, user, cache
        )
        return {
            **vals,
            "kapasitas": wewenang["kapasitas"],
            "atas_nama": wewenang["atas_nama"],
            "dasar_wewenang": wewenang["dasar"],
        }

    def _tolak_klaim_atau_keluarga(self, user):
        """Say that a colleague has the task or that a relative is concerned."""
        self.ensure_one()
        for tugas in self._tugas_terbuka():
            if tugas._pemegang() and user in tugas._aktor_sekarang():
                raise UserError(tugas._pesan_klaim())
        penentu = self.env["asn.layanan.penentu"]
        if user.id in penentu._keluarga(self.employee_id, {}):
            raise AccessError(
                self.env._(
                    "A relative of yours is concerned: another official decides"
                    " (conflict of interest, PRO-10)."
                )
            )

    def _pastikan_mandat(self, tahap, user, cache=None):
        """Refuse a signature outside the mandate, whoever the step names (B11).

        :raises UserError: when no mandate covers the request, or another signs
        """
        if tahap.penentu == "penandatangan":
            return  # resolved by the mandate
        penentu = self.env["asn.layanan.penentu"]
        cache = penentu._siapkan_cache(cache)
        tingkat = penentu._tingkat_penandatangan(tahap, self, cache)
        boleh = self.env["res.users"].union(*tingkat)
        delegasi = penentu._delegasi_dipakai(tahap, self, user, cache)
        if (delegasi.dari_id or user) in boleh:
            return
        raise UserError(
            self.env._(
                "No mandate lets you sign this letter: the register of mandates"
                " names %s.",
                self.env["asn.permohonan.pengalihan"]._jabatan(tingkat[0])
                or self.env._("nobody"),
            )
        )

    # ------------------------------------------------------------------
    # Never stuck silently
    # ------------------------------------------------------------------

    def _peringatan_tanpa_pelaku(self):
        """Also open the alert in the administrator's worklist."""
        res = super()._peringatan_tanpa_pelaku()
        kosong = self._tugas_terbuka().filtered("tanpa_pelaku")
        if not kosong:
            return res
        # sudo: alerts are the engine's, whoever causes them
        Peringatan = self.env["asn.layanan.peringatan"].sudo()
        kantor = Peringatan.with_context(lang=self._bahasa_kantor())
        kantor._buka([kantor._vals_tugas(t.with_env(kantor.env)) for t in kosong])
        return res

    def _tutup_tugas(self, tugas, state, user=None):
        kosong = tugas.filtered("tanpa_pelaku")
        res = super()._tutup_tugas(tugas, state, user)
        if kosong:
            self.env["asn.layanan.peringatan"]._tutup(
                [f"tugas:{satu.id}" for satu in kosong]
            )
        return res
