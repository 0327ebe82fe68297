from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

#: Hours for which an invitation counts (see ``hr_employee_akun`` of asn_pegawai).
MASA_UNDANGAN = timedelta(hours=24 * 30)
#: People per step of the job; each step is kept before the next begins.
_SEKALIGUS = 200
#: Classes of legal positions of people who get no account any more.
_TIDAK_BERTUGAS = ("berhenti", "pensiun", "tidak_aktif")
#: Slips per file: a file that a printer takes in one go.
SLIP_MAKS = 200


class AsnAkunMassal(models.Model):
    """Accounts for many people at once, with a result for each (Pasal 5 (3)).

    No password is made, stored or shown: every person gets an invitation that
    sets the password at the first sign-in and is good for that once, by e-mail or
    on a printed slip.
    """

    _name = "asn.akun.massal"
    _inherit = "asn.penjaga.mixin"
    _description = "Accounts in Bulk (Pembuatan Akun)"
    _order = "id desc"
    _rec_name = "judul"
    _GUARDED = {"state": "draft", "mulai_pada": False, "selesai_pada": False}

    judul = fields.Char("Title", required=True)
    unit_ids = fields.Many2many(
        "hr.department",
        "asn_akun_massal_unit_rel",
        "massal_id",
        "unit_id",
        string="Units and Below",
    )
    is_surel = fields.Boolean(
        "Invite by E-mail",
        default=True,
        help="Off: everybody gets a printed slip, also who has an e-mail address.",
    )
    state = fields.Selection(
        [
            ("draft", "Draft (konsep)"),
            ("antre", "Running (berjalan)"),
            ("selesai", "Done (selesai)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    mulai_pada = fields.Datetime("Started", readonly=True, copy=False)
    selesai_pada = fields.Datetime("Finished", readonly=True, copy=False)
    baris_ids = fields.One2many("asn.akun.massal.baris", "massal_id", "People")
    jumlah = fields.Integer("People in All", compute="_compute_jumlah")
    jumlah_selesai = fields.Integer("Handled", compute="_compute_jumlah")
    jumlah_dibuat = fields.Integer("Accounts Made", compute="_compute_jumlah")
    jumlah_masalah = fields.Integer("Problems", compute="_compute_jumlah")
    jumlah_slip = fields.Integer("Slips to Print", compute="_compute_jumlah")
    kemajuan = fields.Float("Progress", compute="_compute_jumlah")

    @api.depends("baris_ids.hasil", "baris_ids.saluran")
    def _compute_jumlah(self):
        hitung = {}
        for massal, hasil, saluran, cacah in self.env[
            "asn.akun.massal.baris"
        ]._read_group(
            [("massal_id", "in", self.ids)],
            ["massal_id", "hasil", "saluran"],
            ["__count"],
        ):
            hitung.setdefault(massal.id, []).append((hasil, saluran, cacah))
        for massal in self:
            baris = hitung.get(massal.id, [])
            semua = sum(b[2] for b in baris)
            massal.jumlah = semua
            tunggu = sum(b[2] for b in baris if b[0] == "menunggu")
            massal.jumlah_selesai = semua - tunggu
            massal.jumlah_dibuat = sum(b[2] for b in baris if b[0] == "dibuat")
            massal.jumlah_masalah = sum(
                b[2] for b in baris if b[0] in ("tanpa_login", "bentrok")
            )
            massal.jumlah_slip = sum(
                b[2] for b in baris if b[0] == "dibuat" and b[1] == "slip"
            )
            massal.kemajuan = 100.0 * massal.jumlah_selesai / semua if semua else 0.0

    def _draf(self):
        """Return these batches in sudo, when they may still be filled."""
        self.check_access("write")
        if any(massal.state != "draft" for massal in self):
            raise UserError(self.env._("This batch has already been started."))
        # sudo: rows are the engine's; the batch is the caller's.
        return self.sudo()

    def action_isi(self):
        """Add everybody in service in the units who has no account yet."""
        for massal in self._draf():
            domain = Domain(
                [("user_id", "=", False), ("status_hidup", "in", ["hidup", False])]
            ) & (
                Domain("kedudukan_hukum", "=", False)
                | Domain("kedudukan_hukum.kelas", "not in", _TIDAK_BERTUGAS)
            )
            if massal.unit_ids:
                domain &= Domain("unit_id", "child_of", massal.unit_ids.ids)
            massal._tambah(self.env["hr.employee"].search(domain).ids)
        return True

    def _tambah(self, employee_ids):
        """Add people to a batch, each once."""
        self.ensure_one()
        ada = set(self.baris_ids.employee_id.ids)
        self.env["asn.akun.massal.baris"]._mesin().create(
            [
                {"massal_id": self.id, "employee_id": nomor}
                for nomor in employee_ids
                if nomor not in ada
            ]
        )

    def action_mulai(self):
        """Let the job make the accounts; the page may be left."""
        for massal in self._draf():
            if not massal.baris_ids:
                raise UserError(self.env._("Add people first."))
            massal._mesin().write(
                {"state": "antre", "mulai_pada": fields.Datetime.now()}
            )
        # sudo: asking for a run of the job is what the caller may do.
        self.env.ref("asn_akses.cron_akun_massal").sudo()._trigger()
        return True

    def action_lihat_baris(self):
        """Open the people of a batch with their results."""
        self.ensure_one()
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_akses.asn_akun_massal_baris_action"
        )
        return dict(aksi, domain=[("massal_id", "=", self.id)])

    def action_slip(self):
        """Open the printable invitations of those without an e-mail address."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_url",
            "url": f"/asn/akun/{self.id}/slip",
            "target": "new",
        }

    def action_kirim_ulang(self):
        """Invite anew who has not signed in and whose invitation ended."""
        self.check_access("write")
        # sudo: rows are the engine's; the batch is the caller's.
        lewat = self.sudo().baris_ids.filtered(lambda b: b.undangan == "kedaluwarsa")
        lewat._undang()
        return True

    @api.model
    def _cron_jalan(self):
        """Make accounts step by step until nothing waits or the time is up."""
        # sudo: a scheduled job of the machine.
        Baris = self.env["asn.akun.massal.baris"].sudo()
        domain = [("massal_id.state", "=", "antre"), ("hasil", "=", "menunggu")]
        while baris := Baris.search(domain, limit=_SEKALIGUS, order="id"):
            baris._jalankan()
            sisa = Baris.search_count(domain)
            baris.massal_id._tutup_selesai()
            if not self.env["ir.cron"]._commit_progress(len(baris), remaining=sisa):
                break

    def _tutup_selesai(self):
        """Mark batches in which nobody waits any more."""
        Baris = self.env["asn.akun.massal.baris"]
        for massal in self:
            sisa = [("massal_id", "=", massal.id), ("hasil", "=", "menunggu")]
            if not Baris.search_count(sisa, limit=1):
                massal._mesin().write(
                    {"state": "selesai", "selesai_pada": fields.Datetime.now()}
                )
