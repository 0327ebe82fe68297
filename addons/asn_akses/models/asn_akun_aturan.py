from odoo import api, fields, models
from odoo.tools import SQL

#: Condition on ``hr_employee e`` and the date since when, per kind of event.
#: ``%(kedudukan)s`` are the legal positions of the rule, ``%(hari)s`` is today.
_PERISTIWA = {
    "kedudukan": (
        "e.kedudukan_hukum IN %(kedudukan)s",
        "(SELECT max(r.tmt) FROM asn_riwayat_pemberhentian r"
        " WHERE r.employee_id = e.id AND r.status = 'sah' AND r.tmt <= %(hari)s"
        " AND r.kedudukan_hukum_id = e.kedudukan_hukum)",
    ),
    "meninggal": (
        "e.status_hidup IN ('meninggal', 'tewas')",
        "(SELECT max(COALESCE(r.tanggal_meninggal, r.tmt))"
        " FROM asn_riwayat_pemberhentian r WHERE r.employee_id = e.id"
        " AND r.status = 'sah' AND r.jenis_henti IN ('2', '6'))",
    ),
    # The newest move that has come goes out, and not on secondment.
    "pindah": (
        "(SELECT r.arah = 'keluar' AND COALESCE(r.jenis_pindah, '')"
        " NOT IN ('dpk', 'dpb') FROM asn_riwayat_pindah r"
        " WHERE r.employee_id = e.id AND r.status = 'sah' AND r.tmt <= %(hari)s"
        " ORDER BY r.tmt DESC, r.id DESC LIMIT 1)",
        "(SELECT max(r.tmt) FROM asn_riwayat_pindah r WHERE r.employee_id = e.id"
        " AND r.status = 'sah' AND r.tmt <= %(hari)s AND r.arah = 'keluar')",
    ),
    # SIASN kinds 1 and 5 begin or extend the leave; the others end it.
    "cltn": (
        "(SELECT r.jenis IN ('1', '5') AND (r.tanggal_aktif IS NULL"
        " OR r.tanggal_aktif > %(hari)s) FROM asn_riwayat_cltn r"
        " WHERE r.employee_id = e.id AND r.status = 'sah'"
        " AND r.tanggal_mulai <= %(hari)s"
        " ORDER BY r.tanggal_mulai DESC, r.id DESC LIMIT 1)",
        "(SELECT max(r.tanggal_mulai) FROM asn_riwayat_cltn r"
        " WHERE r.employee_id = e.id AND r.status = 'sah'"
        " AND r.tanggal_mulai <= %(hari)s)",
    ),
    # No contract that has begun covers today. An extension does, from its first day
    # on, also when it was signed before; an early end counts from its own day.
    "kontrak": (
        "e.status_pegawai IN ('pppk', 'pppk_paruh_waktu')"
        " AND EXISTS (SELECT FROM asn_riwayat_kontrak r WHERE r.employee_id = e.id"
        " AND r.status = 'sah' AND r.jenis <> 'pengakhiran' AND r.tmt <= %(hari)s)"
        " AND NOT EXISTS (SELECT FROM asn_riwayat_kontrak r"
        " WHERE r.employee_id = e.id AND r.status = 'sah'"
        " AND r.jenis <> 'pengakhiran' AND r.tmt <= %(hari)s"
        " AND r.tanggal_selesai >= %(hari)s AND NOT EXISTS ("
        "SELECT FROM asn_riwayat_kontrak a WHERE a.employee_id = e.id"
        " AND a.status = 'sah' AND a.jenis = 'pengakhiran'"
        " AND a.tmt BETWEEN r.tmt AND %(hari)s))",
        "(SELECT max(LEAST(r.tanggal_selesai + 1, ("
        "SELECT min(a.tmt) FROM asn_riwayat_kontrak a WHERE a.employee_id = e.id"
        " AND a.status = 'sah' AND a.jenis = 'pengakhiran' AND a.tmt >= r.tmt)))"
        " FROM asn_riwayat_kontrak r WHERE r.employee_id = e.id AND r.status = 'sah'"
        " AND r.jenis <> 'pengakhiran' AND r.tmt <= %(hari)s)",
    ),
}


class AsnAkunAturan(models.Model):
    """A rule by which accounts are closed: what happened, and what follows.

    Rights end on the day (LL-31-2-a: withdrawal on transfer, retirement or end of
    duty); the account itself after the days of grace, in which a pensioner still
    takes the own letters.
    """

    _name = "asn.akun.aturan"
    _description = "Rule for Closing Accounts (Aturan Penutupan Akun)"
    _order = "sequence, id"

    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    name = fields.Char(required=True)
    peristiwa = fields.Selection(
        [
            ("kedudukan", "Legal position (kedudukan hukum)"),
            ("meninggal", "Death (meninggal)"),
            ("pindah", "Move to another agency (pindah keluar)"),
            ("cltn", "Leave outside state responsibility (CLTN)"),
            ("kontrak", "End of the contract (PPPK)"),
            ("mutasi", "Move to another unit (mutasi)"),
        ],
        "Event",
        required=True,
    )
    kedudukan_ids = fields.Many2many(
        "asn.kedudukan.hukum",
        "asn_akun_aturan_kedudukan_rel",
        "aturan_id",
        "kedudukan_id",
        string="Legal Positions",
    )
    tindakan = fields.Selection(
        [
            ("tutup", "Close the account"),
            ("tangguhkan", "Suspend the account"),
            ("hak", "End the roles only"),
        ],
        "What Follows",
        required=True,
        default="tutup",
    )
    masa_tenggang = fields.Integer(
        "Days of Grace",
        default=0,
        help="Days in which the account still works as that of an ordinary civil"
        " servant. The roles end at once.",
    )
    dasar_hukum = fields.Char("Legal Basis")

    _masa_check = models.Constraint(
        "CHECK (masa_tenggang BETWEEN 0 AND 730)", "Between 0 and 730 days of grace."
    )
    _hak_check = models.Constraint(
        "CHECK (peristiwa <> 'mutasi' OR tindakan = 'hak')",
        "A move to another unit ends roles and not the account.",
    )

    def _temuan(self, ids=None):
        """Return whom these rules meet today, in one query per rule.

        :param ids: employees to look at, or all
        :return: list of ``(user id, employee id, rule, date)``; the earlier rule
            comes first, each account once
        """
        self.env.flush_all()
        hari = self.env["hr.employee"]._asn_hari_ini()
        hasil = {}
        for aturan in self.filtered(lambda a: a.peristiwa in _PERISTIWA):
            syarat, sejak = _PERISTIWA[aturan.peristiwa]
            nilai = {
                "kedudukan": tuple(aturan.kedudukan_ids.ids) or (0,),
                "hari": hari,
            }
            baris = self.env.execute_query(
                SQL(
                    """
                    SELECT e.user_id, e.id, COALESCE(%s, (
                               SELECT min(p.tanggal) FROM asn_akun_penutupan p
                                WHERE p.employee_id = e.id AND p.aturan_id = %s), %s)
                      FROM hr_employee e
                      JOIN res_users u ON u.id = e.user_id AND u.active
                     WHERE %s AND %s
                     ORDER BY e.id
                    """,
                    SQL(sejak, **nilai) if "%(" in sejak else SQL(sejak),
                    aturan.id,
                    hari,
                    SQL(syarat, **nilai) if "%(" in syarat else SQL(syarat),
                    SQL("e.id IN %s", tuple(ids) or (0,))
                    if ids is not None
                    else SQL("TRUE"),
                )
            )
            for user, orang, tanggal in baris:
                hasil.setdefault(user, (user, orang, aturan, tanggal))
        return list(hasil.values())

    @api.model
    def _jalankan(self, ids=None, kontrak=None):
        """End what has to end today; repeatable.

        :param ids: employees to look at, or all
        :param kontrak: whether contracts are looked at, too; by default for all people
            only, once a day, because they end by their date and not by being recorded
        :return: the accounts that changed
        """
        # sudo: rules of the office, carried out by the machine.
        semua = self.sudo().search([])  # pylint: disable=no-search-all
        if not (ids is None if kontrak is None else kontrak):
            semua = semua.filtered(lambda aturan: aturan.peristiwa != "kontrak")
        hari = self.env["hr.employee"]._asn_hari_ini()
        berubah = self.env["res.users"]
        for user_id, _orang, aturan, tanggal in semua._temuan(ids):
            # sudo: see above.
            user = self.env["res.users"].sudo().browse(user_id)
            alasan = f"{aturan.name} ({tanggal.strftime('%d-%m-%Y')})"
            ada = user._asn_akhiri_hak(aturan, tanggal, alasan)
            batas = fields.Date.add(tanggal, days=aturan.masa_tenggang)
            if aturan.tindakan != "hak" and batas <= hari:
                user._asn_tutup_akun(aturan, tanggal, alasan)
                ada = True
            if ada:
                berubah |= user
        return berubah

    @api.model
    def _cron_tutup(self):
        """Close what has to be closed today, for everybody."""
        self._jalankan()
