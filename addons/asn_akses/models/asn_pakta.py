from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .asn_pakta_teks import JENIS

#: Kinds that make a signed letter and end after a time.
BERSURAT = ("pakta", "keamanan")
#: Days before the end at which the holder is reminded.
PENGINGAT = (30, 7)
_MASA_BULAN = 12


class AsnPakta(models.Model):
    """A statement that one person signed: pact, security statement or terms.

    Written by signing and by nothing else; never changed or deleted. The text,
    its version and hash are kept, and for pact and security statement the signed
    PDF in the register of letters and in the archive.
    """

    _name = "asn.pakta"
    _inherit = "asn.penjaga.mixin"
    _description = "Signed Statement (Pakta)"
    _order = "ditandatangani_pada desc, id desc"
    _ENGINE_ROWS = True

    teks_id = fields.Many2one(
        "asn.pakta.teks", "Text", required=True, index=True, ondelete="restrict"
    )
    jenis = fields.Selection(JENIS, "Kind", required=True)
    versi = fields.Integer("Version", required=True, aggregator=None)
    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", "Holder", index="btree_not_null", ondelete="restrict"
    )
    nama = fields.Char("Name", required=True)
    nip = fields.Char("NIP")
    jabatan = fields.Char("Post (Jabatan)")
    peran = fields.Char("Roles at the Time")
    sha256 = fields.Char("SHA-256 of the Text", size=64, required=True)
    ditandatangani_pada = fields.Datetime("Signed On", required=True)
    berlaku_mulai = fields.Date("From", required=True)
    berlaku_sampai = fields.Date("Until", index=True)
    alamat_ip = fields.Char("Network Address", groups="asn_base.group_admin_sistem")
    surat_id = fields.Many2one(
        "asn.surat", "Signed Letter", index="btree_not_null", ondelete="restrict"
    )
    dokumen_id = fields.Many2one(
        "asn.dokumen", "Archive Copy", index="btree_not_null", ondelete="set null"
    )
    cara_ttd = fields.Selection(related="surat_id.cara_ttd", related_sudo=True)
    diingatkan = fields.Integer("Reminded Days Before", aggregator=None)
    is_berlaku = fields.Boolean("Counts", compute="_compute_is_berlaku")

    _cari_idx = models.Index("(user_id, jenis, berlaku_sampai)")

    @api.depends("teks_id.judul", "nama", "versi")
    def _compute_display_name(self):
        for pakta in self:
            # sudo: the title of what was signed, also of a replaced version.
            judul = pakta.teks_id.sudo().judul
            pakta.display_name = f"{judul} v{pakta.versi}: {pakta.nama}"

    @api.depends("berlaku_sampai", "teks_id.state")
    def _compute_is_berlaku(self):
        """Tell whether this row, or a later one like it, counts today."""
        # sudo: own rows were already allowed; texts are public.
        sah = self.sudo()._sah(self.sudo().user_id)
        for pakta in self:
            kunci = (pakta.sudo().user_id.id, pakta.jenis)  # sudo: see above.
            pakta.is_berlaku = pakta.id in sah.get(kunci, {}).get("ids", ())

    @api.model
    def _sah(self, users, pada=None):
        """Return which statements of these accounts count.

        An account that was given to another person starts anew.

        :param users: ``res.users``
        :param date pada: the day, by default today in the city
        :return: ``{(user id, kind): {"sampai": date or None, "ids": set}}``
        """
        self.flush_model()
        self.env["asn.pakta.teks"].flush_model()
        self.env["hr.employee"].flush_model(["user_id"])
        pada = pada or self.env["hr.employee"]._asn_hari_ini()
        baris = self.env.execute_query(
            SQL(
                """
                SELECT p.user_id, p.jenis, array_agg(p.id),
                       max(COALESCE(p.berlaku_sampai, 'infinity'::date))
                           = 'infinity'::date,
                       max(p.berlaku_sampai)
                  FROM asn_pakta p JOIN asn_pakta_teks t ON t.id = p.teks_id
                 WHERE p.user_id IN %(users)s AND p.berlaku_mulai <= %(pada)s
                   AND (p.berlaku_sampai IS NULL OR p.berlaku_sampai >= %(pada)s)
                   AND NOT EXISTS (
                       SELECT FROM asn_pakta_teks b
                        WHERE b.jenis = t.jenis AND b.versi > t.versi
                          AND b.ulang_sejak <= %(pada)s)
                   AND (p.employee_id IS NULL OR EXISTS (
                       SELECT FROM hr_employee e
                        WHERE e.id = p.employee_id AND e.user_id = p.user_id))
                 GROUP BY p.user_id, p.jenis
                """,
                users=tuple(users.ids) or (0,),
                pada=pada,
            )
        )
        return {
            (user, jenis): {"sampai": None if selamanya else sampai, "ids": set(ids)}
            for user, jenis, ids, selamanya, sampai in baris
        }

    @api.model
    def _masa_bulan(self):
        """Return for how many months a signature counts: 12 unless configured."""
        # sudo: a setting of the office, no secret
        nilai = (
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("asn_akses.masa_pakta_bulan")
        )
        bulan = int(nilai) if str(nilai or "").isdigit() else _MASA_BULAN
        return min(max(bulan, 1), 24)

    @api.model
    def _vals_pakta(self, user, teks, pada=None):
        """Return the values of a signature by an account under a text.

        :param datetime pada: when it was signed, now by default
        """
        # sudo: facts about the signer for the signed statement.
        orang = user.sudo().employee_id
        pada = pada or fields.Datetime.now()
        mulai = fields.Datetime.context_timestamp(
            self.with_context(tz="Asia/Jakarta"), pada
        ).date()
        sampai = mulai + relativedelta(months=self._masa_bulan(), days=-1)
        return {
            "teks_id": teks.id,
            "jenis": teks.jenis,
            "versi": teks.versi,
            "user_id": user.id,
            "employee_id": orang.id,
            "nama": orang.nama_lengkap or user.name,
            "nip": orang.nip,
            "jabatan": orang.jabatan_id.name,
            "peran": user._asn_nama_peran(),
            "sha256": teks.sha256,
            "ditandatangani_pada": pada,
            "berlaku_mulai": mulai,
            "berlaku_sampai": sampai if teks.jenis in BERSURAT else False,
        }

    def action_unduh(self):
        """Open the signed PDF of one statement."""
        self.ensure_one()
        self.check_access("read")
        if not self.surat_id:
            raise UserError(self.env._("No letter was made of this statement."))
        # sudo: the holder of the statement, or who may read it, opens its letter.
        return {
            "type": "ir.actions.act_url",
            "url": f"/asn/pernyataan/{self.id}/pdf",
            "target": "new",
        }

    @api.model
    def action_buka_pernyataan(self):
        """Open the page on which the present user signs."""
        return {
            "type": "ir.actions.act_url",
            "url": "/asn/pernyataan",
            "target": "self",
        }
