from odoo import Command, models

_SANDI = "demo"


class AsnSkenarioAkun(models.AbstractModel):
    """Gives everybody of the scenario an account and its roles."""

    _name = "asn.skenario.akun"
    _description = "Demo Scenario: Accounts"

    def _muat(self, isi):
        """Create the accounts; only those with a name of their own get a password.

        Adds ``user_id`` to each person of ``isi``.
        """
        unit = self.env["asn.skenario"]._peta("hr.department")
        layanan = self.env["asn.layanan"].search([], limit=None)
        Pengguna = self.env["res.users"].with_context(no_reset_password=True)
        pengguna = Pengguna.create(
            [self._nilai(orang, unit, layanan) for orang in isi["pegawai"]]
        )
        for orang, akun in zip(isi["pegawai"], pengguna, strict=True):
            orang["user_id"] = akun.id
        pegawai = self.env["hr.employee"].browse(o["id"] for o in isi["pegawai"])
        pegawai._asn_hubungkan_akun(pengguna)
        # Groups come from the role lines; nothing is granted beside them.
        pengguna.set_groups_from_roles(force=True)
        # One hash for all: hashing costs more than everything else here.
        acak = pengguna._crypt_context().hash(_SANDI)
        for akun in pengguna.filtered(lambda a: not a.login[0].isdigit()):
            akun._set_encrypted_password(akun.id, acak)
        self.env.registry.clear_cache()

    def _nilai(self, orang, unit, layanan):
        pegawai = self.env["hr.employee"].browse(orang["id"])
        peran = [p.partition("@") for p in orang["peran"]]
        nama_peran = {"pegawai", *(p[0] for p in peran)}
        petugas = nama_peran & {"admin_aplikasi", "validator", "kepala_badan"}
        return {
            "name": pegawai.name,
            "login": orang["akun"] or orang["nip"] or "walikota",
            "email": orang["email_dinas"],
            "partner_id": pegawai.work_contact_id.id,
            "lang": "id_ID",
            "tz": "Asia/Jakarta",
            "notification_type": "inbox",
            "asn_unit_ids": [Command.set([unit[p[2]] for p in peran if p[2]])],
            "layanan_ids": [Command.set(layanan.ids if petugas else [])],
            "role_line_ids": [
                Command.create({"role_id": self.env.ref(f"asn_base.role_{nama}").id})
                for nama in sorted(nama_peran)
            ],
        }
