from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_rentang
from odoo.exceptions import UserError

#: Who decides on requests of others and therefore delegates during leave.
_PEJABAT = (
    "asn_base.group_pimpinan",
    "asn_base.group_validator",
    "asn_base.group_penandatangan",
    "asn_base.group_admin_aplikasi",
)


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave (cuti): the duties of who is away, named in the letter and delegated."""

    _inherit = "asn.layanan.handler.cuti"

    def _aturan_cuti_x_03(self, permohonan, aturan):
        """Who takes over is away too: a warning, never a refusal."""
        lain = permohonan._pengganti_cuti()
        if not lain:
            return "lulus", False
        return "gagal", format_rentang(lain.tanggal_mulai, lain.akhir_cuti)

    def _pesan_aturan(self, kode):
        """Return the message of the rule of this file."""
        if kode == "CUTI-X-03":
            return self.env._("Who takes over the duties is on leave, too.")
        return super()._pesan_aturan(kode)

    def _nilai_surat(self, permohonan):
        """Name who takes over the duties."""
        pegawai = permohonan.pengganti_id.employee_id
        return {
            **super()._nilai_surat(permohonan),
            "pengganti": pegawai.nama_lengkap or pegawai.name or "",
        }

    def _on_issued(self, permohonan):
        """Delegate for the days of leave, once."""
        res = super()._on_issued(permohonan)
        for satu in permohonan:
            if not satu.delegasi_ids and self._perlu_delegasi(satu):
                self._delegasikan(satu)
        return res

    def _perlu_delegasi(self, permohonan):
        """Tell whether the applicant decides on requests and asked for it himself.

        Who files for an official must not choose where his powers go.
        """
        user = permohonan.employee_id.user_id
        return (
            bool(permohonan.pengganti_id)
            and permohonan.pengaju_id == user
            and permohonan.akhir_cuti >= self._hari_ini()
            and any(user.has_group(peran) for peran in _PEJABAT)
        )

    def _delegasikan(self, permohonan):
        """Make the delegation; one that cannot be made is told to the applicant."""
        user = permohonan.employee_id.user_id
        vals = {
            "dari_id": user.id,
            "kepada_id": permohonan.pengganti_id.id,
            "tanggal_mulai": max(permohonan.tanggal_mulai, self._hari_ini()),
            "tanggal_selesai": permohonan.akhir_cuti,
            "kapasitas": "plh",
            "dasar": permohonan.surat_id.nomor or permohonan.nomor,
            "permohonan_id": permohonan.id,
        }
        # sudo: the applicant chose it in the request; the service carries it out
        Delegasi = self.env["asn.delegasi"].sudo()._mesin()
        try:
            with self.env.cr.savepoint():
                Delegasi.create(vals)
        except UserError as salah:
            bahasa = self.with_context(lang=user.lang)
            self.env["asn.pemberitahuan"]._catat(
                [
                    {
                        "user_id": user.id,
                        "judul": bahasa.env._("Your duties were not delegated"),
                        "isi": str(salah),
                        "jenis": "peringatan",
                    }
                ]
            )

    def _on_revoked(self, permohonan, tindak):
        """End the delegation with the leave."""
        res = super()._on_revoked(permohonan, tindak)
        # sudo: the service made it, whoever revokes
        permohonan.sudo().delegasi_ids.action_end()
        return res
