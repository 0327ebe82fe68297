from datetime import timedelta

from odoo import fields, models
from odoo.fields import Command


class AsnSkenarioPakta(models.AbstractModel):
    """Statements that the people of the scenario have signed.

    Set by set: everybody accepted the terms, everybody with a guarded role signed
    pact and security statement; those with a login of their own have the letters.
    """

    _name = "asn.skenario.pakta"
    _description = "Demo Scenario: Statements"

    def _muat(self, isi):
        """Store the signatures and let the roles work."""
        Pengguna = self.env["res.users"]
        akun = Pengguna.search([("share", "=", False)])
        teks = {t.jenis: t for t in self.env["asn.pakta.teks"]._yang_berlaku()}
        wajib = akun._asn_jenis_wajib()
        Pakta = self.env["asn.pakta"]._mesin()
        pada = fields.Datetime.now() - timedelta(days=40)
        vals = [
            Pakta._vals_pakta(user, teks[jenis], pada)
            for user in akun
            for jenis in sorted({"ketentuan", *wajib.get(user.id, ())})
        ]
        pakta = Pakta.create(vals)
        bernama = {o["user_id"] for o in isi["pegawai"] if o["akun"]}
        for satu in pakta:
            if satu.jenis != "ketentuan" and satu.user_id.id in bernama:
                satu._buat_surat()
        Pengguna._asn_selaraskan_gerbang()
        self.env.registry.clear_cache()

    def _muat_calon(self, isi):
        """Appoint one fasilitator who has not signed yet: the role waits."""
        akun = {
            orang["akun"]: self.env["res.users"].browse(orang["user_id"])
            for orang in isi["pegawai"]
            if orang["akun"]
        }
        calon = next(
            self.env["res.users"].browse(o["user_id"])
            for o in isi["pegawai"]
            if not o["akun"] and not o["peran"] and o["unit"].startswith("PUPR")
        )
        beri = self._tulis_calon(akun, calon)
        beri.syarat_ids.filtered(lambda s: s.hasil == "perlu")._nyatakan(
            akun["admin_utama"]
        )
        beri = beri.with_env(self.env)
        beri._mesin().write(
            {
                "state": "disetujui",
                "nomor_surat": "800.1/131/BKPSDM",
                "tanggal_surat": beri.tanggal_mulai,
                "diputus_oleh_id": akun["kepala_badan"].id,
                "diputus_pada": fields.Datetime.now(),
            }
        )
        beri._pasang()

    def _tulis_calon(self, akun, calon):
        """Write the appointment down, as Administrator Sistem does."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return (
            self.env["asn.pemberian.peran"]
            .with_user(akun["admin_sistem"])
            .create(
                {
                    "user_id": calon.id,
                    "role_id": self.env.ref("asn_base.role_fasilitator").id,
                    "unit_ids": [
                        Command.set(calon.employee_id.unit_id._perangkat_daerah().ids)
                    ],
                    "alasan": "Pengganti fasilitator yang pindah tugas",
                    "tanggal_mulai": hari_ini - timedelta(days=2),
                    "tanggal_selesai": hari_ini + timedelta(days=700),
                }
            )
        )
