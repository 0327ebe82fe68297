from odoo import api, fields, models
from odoo.addons.asn_audit.models.asn_pemberian_peran import PERAN_DIJAGA
from odoo.tools import SQL

STATUS = [
    ("akan", "Begins later"),
    ("berlaku", "In force"),
    ("segera", "Ends within 30 days"),
    ("habis", "Over"),
]
_ZONA = "Asia/Jakarta"


class AsnPemegangPeran(models.Model):
    """Who holds which right, since when, until when and by which letter.

    A row per account and role, from the role lines, and from groups that an account
    has without one: a right nobody appointed must stand out and not be missing.
    Read by Kepala Badan and Administrator Sistem.
    """

    _name = "asn.pemegang.peran"
    _description = "Holder of a Right (Pemegang Hak)"
    _auto = False
    _order = "role_id, user_id, id"
    _rec_name = "user_id"
    _depends = {
        "res.users.role.line": [
            "user_id",
            "role_id",
            "date_from",
            "date_to",
            "pemberian_id",
        ],
        "res.users": ["active", "group_ids", "asn_unit_ids"],
        "hr.employee": ["user_id", "unit_id", "active", "tmt_pensiun"],
        "hr.department": ["parent_path"],
        "asn.pemberian.peran": ["state"],
    }

    user_id = fields.Many2one("res.users", "Account", readonly=True)
    employee_id = fields.Many2one("hr.employee", "Person", readonly=True)
    unit_id = fields.Many2one("hr.department", "Works In", readonly=True)
    role_id = fields.Many2one("res.users.role", "Role (Peran)", readonly=True)
    baris_id = fields.Many2one("res.users.role.line", readonly=True)
    pemberian_id = fields.Many2one("asn.pemberian.peran", "Appointment", readonly=True)
    sejak = fields.Date("Since", readonly=True)
    sampai = fields.Date("Until", readonly=True)
    nomor_surat = fields.Char("Letter No.", readonly=True)
    tanggal_surat = fields.Date("Letter Date", readonly=True)
    status = fields.Selection(STATUS, readonly=True)
    masuk_terakhir = fields.Datetime("Last Sign-In", readonly=True)
    is_dijaga = fields.Boolean("Given by Appointment Only", readonly=True)
    is_tanpa_dasar = fields.Boolean("Without an Appointment", readonly=True)
    is_pindah = fields.Boolean("Works Outside the Units Granted", readonly=True)
    is_keluar = fields.Boolean("Left the Service", readonly=True)
    cakupan = fields.Char("Services or Units", compute="_compute_cakupan")
    pakta = fields.Selection(
        [
            ("lengkap", "Signed"),
            ("segera", "Signed, ends soon"),
            ("menunggu", "To be signed"),
        ],
        "Pact (Pakta)",
        compute="_compute_pakta",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            WITH peran AS (%(peran)s), hari AS (
                SELECT (now() AT TIME ZONE %(zona)s)::date AS ini
            ), hak AS (%(hak)s)
            SELECT h.*, e.id AS employee_id, e.unit_id, b.nomor_surat,
                   b.tanggal_surat,
                   CASE WHEN h.sampai < hari.ini THEN 'habis'
                        WHEN h.sejak > hari.ini THEN 'akan'
                        WHEN h.sampai <= hari.ini + 30 THEN 'segera'
                        ELSE 'berlaku' END AS status,
                   (SELECT max(m.create_date) FROM res_users_log m
                     WHERE m.create_uid = h.user_id) AS masuk_terakhir,
                   COALESCE(p.kode = ANY(%(dijaga)s), FALSE) AS is_dijaga,
                   COALESCE(p.kode = ANY(%(dijaga)s), FALSE)
                       AND h.pemberian_id IS NULL AS is_tanpa_dasar,
                   %(pindah)s AS is_pindah,
                   NOT u.active OR e.id IS NOT NULL AND NOT e.active
                       OR COALESCE(e.tmt_pensiun <= hari.ini, FALSE) AS is_keluar
              FROM hak h
             CROSS JOIN hari
              JOIN res_users u ON u.id = h.user_id AND NOT COALESCE(u.share, FALSE)
              LEFT JOIN peran p ON p.role_id = h.role_id
              LEFT JOIN asn_pemberian_peran b ON b.id = h.pemberian_id
              LEFT JOIN LATERAL (
                   SELECT x.id, x.unit_id, x.active, x.tmt_pensiun
                     FROM hr_employee x WHERE x.user_id = h.user_id
                    ORDER BY x.active DESC, x.id LIMIT 1) e ON TRUE
             WHERE p.kode IS DISTINCT FROM 'pegawai'
            """,
            peran=self._sql_peran(),
            hak=self._sql_hak(),
            pindah=self._sql_pindah(),
            zona=_ZONA,
            dijaga=list(PERAN_DIJAGA),
        )

    def _sql_peran(self):
        """Return the roles of the product with their groups and names."""
        return SQL(
            """SELECT r.res_id AS role_id, g.res_id AS group_id,
                      substr(r.name, 6) AS kode
                 FROM ir_model_data r
                 JOIN ir_model_data g
                   ON g.module = 'asn_base' AND g.model = 'res.groups'
                  AND g.name = 'group_' || substr(r.name, 6)
                WHERE r.module = 'asn_base' AND r.model = 'res.users.role'
                  AND r.name LIKE 'role\\_%%'"""
        )

    def _sql_hak(self):
        """Return the role lines, and guarded groups that came without one."""
        return SQL(
            """SELECT l.id::bigint * 2 AS id, l.id AS baris_id, l.user_id,
                      l.role_id, l.pemberian_id, l.date_from AS sejak,
                      l.date_to AS sampai
                 FROM res_users_role_line l
               UNION ALL
               SELECT (gu.uid::bigint * 1000 + p.role_id) * 2 + 1, NULL, gu.uid,
                      p.role_id, NULL, NULL, NULL
                 FROM res_groups_users_rel gu
                 JOIN peran p ON p.group_id = gu.gid AND p.kode = ANY(%s)
                WHERE NOT EXISTS (
                      SELECT 1 FROM res_users_role_line l
                       WHERE l.user_id = gu.uid AND l.role_id = p.role_id)""",
            list(PERAN_DIJAGA),
        )

    def _sql_pindah(self):
        """Return whether a facilitator works outside of every unit granted."""
        return SQL(
            """(p.kode = 'fasilitator' AND NOT EXISTS (
                SELECT 1 FROM asn_unit_pengguna_rel r
                  JOIN hr_department d ON d.id = r.unit_id
                  JOIN hr_department s ON s.id = e.unit_id
                 WHERE r.user_id = h.user_id
                   AND s.parent_path LIKE d.parent_path || '%%'))"""
        )

    @api.depends("user_id", "role_id")
    def _compute_cakupan(self):
        Beri = self.env["asn.pemberian.peran"]
        kode = Beri._kode_peran()
        for hak in self:
            nama = kode.get(hak.role_id.id)
            # sudo: names of services and units are no secret.
            user_sudo = hak.user_id.sudo()
            if nama == "fasilitator":
                isi = user_sudo.asn_unit_ids.mapped("name")
            else:
                isi = user_sudo.layanan_ids.mapped("name") if nama else []
            hak.cakupan = ", ".join(isi)

    @api.depends("user_id")
    def _compute_pakta(self):
        for hak in self:
            # sudo: whether a pact is signed is what this page is for.
            user_sudo = hak.user_id.sudo()
            hak.pakta = hak.is_dijaga and user_sudo._asn_pakta_status()

    def action_buka(self):
        """Open the appointment behind the right, else the account."""
        self.ensure_one()
        rekam = self.pemberian_id or self.user_id
        return {
            "type": "ir.actions.act_window",
            "res_model": rekam._name,
            "res_id": rekam.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def action_xlsx(self, *_ids):
        """Download all rights as a spreadsheet for the auditor."""
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": "/asn/akses/pemegang.xlsx",
            "target": "download",
        }

    @api.model
    def _isi_xlsx(self):
        """Return the spreadsheet of who holds what, with its export code."""
        semua = self.search([], limit=None)
        judul = self.env._("Who holds what")
        bidang = (
            "user_id", "unit_id", "role_id", "cakupan", "sejak", "sampai", "status",
            "nomor_surat", "tanggal_surat", "pakta", "masuk_terakhir",
            "is_tanpa_dasar", "is_pindah", "is_keluar",
        )  # fmt: skip
        return self.env["asn.tinjauan.akses"]._lembar(judul, semua, bidang)
