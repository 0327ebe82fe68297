from datetime import timedelta

from odoo import SUPERUSER_ID, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

_PERAN = (
    "pimpinan",
    "fasilitator",
    "admin_aplikasi",
    "validator",
    "penandatangan",
    "admin_sistem",
    "admin_utama",
    "monev",
    "kepala_badan",
)


class ResUsersPenutupan(models.Model):
    """Ending rights and accounts, each with its reason."""

    _inherit = "res.users"

    def write(self, vals):
        """Refuse to open past the dialog what a rule has closed."""
        if vals.get("active") and not self.env.su:
            self._asn_jaga_tertutup()
        return super().write(vals)

    def _asn_jaga_tertutup(self):
        """Stop who opens a closed account without its reason."""
        # sudo: the log decides, whoever reads it.
        Log = self.env["asn.akun.penutupan"].sudo()
        for user in self.filtered(lambda u: not u.active):
            akhir = Log.search(
                [
                    ("user_id", "=", user.id),
                    ("jenis", "in", ("akun", "tangguh", "buka")),
                ],
                order="id desc",
                limit=1,
            )
            if akhir.jenis in ("akun", "tangguh"):
                raise AccessError(
                    self.env._(
                        "A rule closed this account. Open it again with the button of"
                        " that name, which asks for the reason."
                    )
                )

    def _asn_catat_penutupan(self, jenis, objek, aturan, tanggal, alasan):
        """Append to the log of endings."""
        self.ensure_one()
        # sudo: the log is the engine's.
        self.env["asn.akun.penutupan"].sudo()._mesin().create(
            [
                {
                    "user_id": self.id,
                    "employee_id": self.employee_id.id,
                    "aturan_id": aturan.id if aturan else False,
                    "jenis": jenis,
                    "objek": satu,
                    "alasan": alasan,
                    "tanggal": tanggal,
                    "waktu": fields.Datetime.now(),
                    "oleh_id": self.env.uid,
                }
                for satu in objek
            ]
        )

    def _asn_akhiri_hak(self, aturan, tanggal, alasan, baris=None):
        """End roles, units, services and keys of one account; repeatable.

        Tasks that nobody can take any more become alerts of the services.

        :param baris: only these role lines, and then keys and services stay
        :return: whether anything ended
        """
        self.ensure_one()
        # sudo: rights end by the rules of the office, whoever records the fact.
        user = self.sudo().with_context(active_test=False)
        pegawai = self.env.ref("asn_base.role_pegawai")
        hari = self.env["hr.employee"]._asn_hari_ini()
        semua = user.role_line_ids if baris is None else baris
        akhir = semua.filtered(
            lambda b: b.role_id != pegawai and (not b.date_to or b.date_to >= hari)
        )
        ada = bool(akhir)
        if akhir:
            user._asn_pastikan_pegawai()
            self._asn_catat_penutupan(
                "peran", akhir.role_id.mapped("name"), aturan, tanggal, alasan
            )
            akhir.pemberian_id._asn_akhiri_karena_akun(alasan)
            akhir.write({"date_to": hari - timedelta(days=1)})
            user.set_groups_from_roles()
        if baris is None:
            ada |= user._asn_cabut_lampiran(aturan, tanggal, alasan)
        return ada

    def _asn_pastikan_pegawai(self):
        """Keep the account a civil servant's when its last other role ends."""
        pegawai = self.env.ref("asn_base.role_pegawai")
        for user in self.filtered("role_line_ids"):
            if pegawai not in user.role_line_ids.role_id:
                user.role_line_ids.create({"user_id": user.id, "role_id": pegawai.id})

    def _asn_cabut_lampiran(self, aturan, tanggal, alasan):
        """Take what goes with roles: groups given directly, units, services, keys."""
        self.ensure_one()
        ada = False
        grup = self.env["res.groups"]
        for nama in _PERAN:
            grup |= self.env.ref(f"asn_base.group_{nama}")
        langsung = self.group_ids & grup
        pegawai = self.env.ref("asn_base.group_pegawai")
        ganti = [Command.link(pegawai.id), *(Command.unlink(g.id) for g in langsung)]
        # sudo: keys are readable by their owner only.
        kunci = self.env["res.users.apikeys"].sudo().search([("user_id", "=", self.id)])
        for jenis, rekam, vals in (
            ("peran", langsung, {"group_ids": ganti}),
            ("unit", self.asn_unit_ids, {"asn_unit_ids": [Command.clear()]}),
            ("layanan", self.layanan_ids, {"layanan_ids": [Command.clear()]}),
        ):
            if rekam:
                ada = True
                nama = rekam.mapped("display_name")
                self._asn_catat_penutupan(jenis, nama, aturan, tanggal, alasan)
                self.write(vals)
        if kunci:
            ada = True
            self._asn_catat_penutupan(
                "kunci", kunci.mapped("name"), aturan, tanggal, alasan
            )
            kunci.unlink()
        return ada

    def _asn_tutup_akun(self, aturan, tanggal, alasan):
        """Close or suspend one account: nobody signs in, every session ends."""
        self.ensure_one()
        jenis = "tangguh" if aturan and aturan.tindakan == "tangguhkan" else "akun"
        self._asn_catat_penutupan(jenis, [self.login], aturan, tanggal, alasan)
        # sudo: core lets nobody deactivate the own account; the machine closes it.
        mesin = self.with_user(SUPERUSER_ID).sudo()
        mesin.write({"active": False})

    def _asn_buka_akun(self, alasan):
        """Open a closed account again; its roles do not come back.

        :param str alasan: why, for the log
        :raise AccessError: for anybody but Administrator Sistem
        :raise UserError: without a reason, or while a rule still closes it
        """
        self.ensure_one()
        if not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(self.env._("Administrator Sistem opens accounts again."))
        if len((alasan or "").strip()) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        # sudo: who opens was checked.
        user = self.sudo()
        if user.active:
            raise UserError(self.env._("This account is open."))
        user.write({"active": True})
        orang = user.with_context(active_test=False).employee_ids
        # sudo: the rules decide, not their reader.
        semua = self.env["asn.akun.aturan"].sudo().search([])  # pylint: disable=no-search-all
        temuan = semua._temuan(orang.ids)
        tutup = [t for t in temuan if t[2].tindakan != "hak"]
        if tutup:
            raise UserError(
                self.env._(
                    "The rule %s still closes this account. Record the fact that ends"
                    " it first, for example the return from leave.",
                    tutup[0][2].name,
                )
            )
        self._asn_catat_penutupan(
            "buka",
            [user.login],
            None,
            self.env["hr.employee"]._asn_hari_ini(),
            alasan.strip(),
        )

    def action_buka_akun(self):
        """Open the dialog in which a closed account is opened again."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Open the Account Again"),
            "res_model": "asn.akun.buka",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_user_id": self.id},
        }
