from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

#: An invitation stays good for a month; it dies with the first login.
_UNDANGAN_JAM = 24 * 30


class HrEmployee(models.Model):
    """Accounts of civil servants: made by BKPSDM, password set by the person."""

    _inherit = "hr.employee"

    def _asn_buat_akun(self):
        """Create accounts for those without one, without a password.

        The login is the NIP, else the official e-mail; people with neither
        are left out. Repeatable: who has an account keeps it.

        :return: the new users
        """
        # sudo: the caller was checked; an account touches user, partner,
        # resource and employee.
        tanpa = self.sudo().filtered(lambda p: not p.user_id)
        login = {p: p.nip or p.work_email for p in tanpa}
        User = (
            self.env["res.users"]
            # sudo: making accounts is what the caller was checked for
            .sudo()
            .with_context(
                active_test=False, no_reset_password=True, mail_create_nosubscribe=True
            )
        )
        ada = set(
            User.search([("login", "in", [x for x in login.values() if x])]).mapped(
                "login"
            )
        )
        baru = tanpa.filtered(lambda p: login[p] and login[p] not in ada)
        grup = self.env.ref("asn_base.group_pegawai")
        users = User.create(
            [
                {
                    "name": p.name,
                    "login": login[p],
                    "partner_id": p.work_contact_id.id,
                    "company_id": p.company_id.id,
                    "company_ids": [(6, 0, p.company_id.ids)],
                    "group_ids": [(6, 0, grup.ids)],
                    "tz": p.tz,
                    "lang": self.env.lang or "id_ID",
                }
                for p in baru
            ]
        )
        baru._asn_hubungkan_akun(users)
        return users

    def _asn_hubungkan_akun(self, users):
        """Link people to accounts in order; contacts stay as they are."""
        self.env.flush_all()
        for tabel, ids in (
            ("resource_resource", self.resource_id.ids),
            ("hr_employee", self.ids),
        ):
            self.env.cr.execute(
                SQL(
                    "UPDATE %s t SET user_id = x.u"
                    " FROM unnest(%s::int[], %s::int[]) AS x(id, u) WHERE t.id = x.id",
                    SQL.identifier(tabel),
                    ids,
                    users.ids,
                )
            )
        self.env.cr.execute(
            "UPDATE res_partner SET signup_type = 'signup' WHERE id = ANY(%s)",
            [users.partner_id.ids],
        )
        users.partner_id.invalidate_recordset(["signup_type"], flush=False)
        self.resource_id.invalidate_recordset(["user_id"], flush=False)
        self.invalidate_recordset(["user_id"], flush=False)
        self.modified(["user_id"])
        users.invalidate_recordset(["employee_ids", "employee_id"], flush=False)

    def action_buat_akun(self):
        """Create accounts for the selected people and say how many.

        :raise AccessError: for anybody but the system administrator
        """
        if not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(
                self.env._("Only the system administrator creates accounts.")
            )
        users = self._asn_buat_akun()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "%(new)s accounts created, %(rest)s had one already or lack NIP"
                    " and e-mail.",
                    new=len(users),
                    rest=len(self) - len(users),
                ),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _asn_tautan_undangan(self, users):
        """Return invitation links per user, to be handed over in a sealed letter.

        The link sets the password once; nothing is stored.

        :return: dict of user to address
        """
        dasar = self.get_base_url()
        hasil = {}
        for user in users:
            # sudo: tokens are signed with the secret of the database.
            user_sudo = user.sudo()
            if user_sudo.login_date:
                continue
            token = user_sudo.partner_id._generate_signup_token(
                expiration=_UNDANGAN_JAM
            )
            hasil[user] = f"{dasar}/web/signup?token={token}"
        return hasil
