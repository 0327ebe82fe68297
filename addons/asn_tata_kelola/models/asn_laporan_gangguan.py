import base64

from odoo import api, fields, models
from odoo.addons.asn_arsip.domain import berkas
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import clean_context

from ..domain import bersih

_GRUP_PETUGAS = "asn_base.group_admin_sistem"
_BYTE_MAKS = 5 * 1024 * 1024
_KONTEKS = ("alamat", "galat", "peramban", "layar")
#: The reporter's words and page: kept as they were sent.
_LAPORAN = frozenset(
    {"name", "uraian", "pelapor_id", "halaman_model", "halaman_rekam", "tangkapan"}
).union(_KONTEKS)
#: What only the officer fills in.
_PENANGANAN = ("petugas_id", "sebab", "tindakan", "jawaban", "induk_id")


class AsnLaporanGangguan(models.Model):
    """Trouble with the system, reported by any user from any page (Pasal 26).

    ======================  =============================================
    Anybody                 reports; reads the own reports; answers,
                            confirms or opens again
    Fasilitator             reads the reports of the units granted
    Administrator Sistem    handles: cause, action, answer
    Kepala Badan            reads all
    ======================  =============================================

    The context of the page is cleaned on the server (``domain/bersih.py``).
    """

    _name = "asn.laporan.gangguan"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Trouble Report (Laporan Gangguan)"
    _order = "id desc"
    _mail_post_access = "read"
    _GUARDED = {
        "nomor": False,
        "state": "baru",
        "unit_id": False,
        "peran": False,
        "batas": False,
        "ditangani_pada": False,
        "menunggu_sejak": False,
        "tanggal_selesai": False,
        "ditutup_pada": False,
        "jumlah_dibuka_lagi": 0,
        "is_insiden": False,
        "diketahui_pada": False,
        "is_diingatkan": False,
        "diberitahukan_pada": False,
        "diberitahukan_oleh_id": False,
    }

    nomor = fields.Char("Number (Nomor)", readonly=True, copy=False)
    name = fields.Char("What Is Wrong", required=True, size=120)
    uraian = fields.Text(
        "Description (Uraian)",
        help="What you did, what you expected, and what happened instead.",
    )
    kategori = fields.Selection(
        [
            ("galat", "Error message (galat)"),
            ("akses", "Login or access (akses)"),
            ("data", "Wrong or missing data (data)"),
            ("lambat", "Slow or not answering (lambat)"),
            ("tampilan", "Display (tampilan)"),
            ("surat", "Letter or signature (surat)"),
            ("keamanan", "Security (keamanan)"),
            ("lainnya", "Something else (lainnya)"),
        ],
        "Kind (Kategori)",
        default="galat",
        required=True,
        index=True,
    )
    urgensi = fields.Selection(
        [
            ("rendah", "Low: there is another way"),
            ("sedang", "Medium: it hinders my work"),
            ("tinggi", "High: I cannot work"),
            ("kritis", "Critical: many cannot work, or data are at risk"),
        ],
        "Urgency (Urgensi)",
        default="sedang",
        required=True,
        index=True,
    )
    state = fields.Selection(
        [
            ("baru", "New (baru)"),
            ("ditangani", "Being handled (ditangani)"),
            ("menunggu", "Waiting for the reporter (menunggu pelapor)"),
            ("selesai", "Solved (selesai)"),
            ("ditolak", "Not accepted (ditolak)"),
            ("ditutup", "Closed (ditutup)"),
        ],
        "State",
        default="baru",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    pelapor_id = fields.Many2one(
        "res.users",
        "Reported By (Pelapor)",
        required=True,
        default=lambda self: self.env.user,
        index=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        readonly=True,
        copy=False,
        index=True,
        ondelete="restrict",
    )
    alamat = fields.Char("Page", copy=False)
    halaman_model = fields.Char("Model of the Page", copy=False)
    halaman_rekam = fields.Integer("Record of the Page", copy=False)
    peran = fields.Char("Roles of the Reporter", readonly=True, copy=False)
    peramban = fields.Char("Browser", copy=False)
    layar = fields.Char("Screen", copy=False)
    galat = fields.Char("Last Error Shown", copy=False)
    tangkapan = fields.Binary("Screenshot", attachment=True, copy=False)
    petugas_id = fields.Many2one(
        "res.users", "Handled By (Petugas)", copy=False, index=True, tracking=True
    )
    sebab = fields.Text("Cause (Sebab)", copy=False)
    tindakan = fields.Text("Action (Tindakan)", copy=False)
    jawaban = fields.Text("Answer to the Reporter (Jawaban)", copy=False)
    batas = fields.Date("Due On (Batas)", readonly=True, copy=False, index=True)
    is_terlambat = fields.Boolean(
        "Late", compute="_compute_is_terlambat", search="_search_is_terlambat"
    )
    ditangani_pada = fields.Datetime("Taken On", readonly=True, copy=False)
    menunggu_sejak = fields.Date("Waiting Since", readonly=True, copy=False)
    tanggal_selesai = fields.Datetime("Solved On", readonly=True, copy=False)
    ditutup_pada = fields.Datetime("Closed On", readonly=True, copy=False)
    jumlah_dibuka_lagi = fields.Integer("Opened Again", readonly=True, copy=False)
    induk_id = fields.Many2one(
        "asn.laporan.gangguan",
        "Same Problem As (Masalah)",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        domain="[('induk_id', '=', False), ('id', '!=', id)]",
        help="The report of the known problem. Its answer goes to all who reported it.",
    )
    duplikat_ids = fields.One2many("asn.laporan.gangguan", "induk_id", "Same Problem")
    jumlah_duplikat = fields.Integer("Reports", compute="_compute_jumlah_duplikat")
    can_tangani = fields.Boolean(compute="_compute_can")
    is_pelapor = fields.Boolean(compute="_compute_can")

    _nomor_uniq = models.UniqueIndex("(nomor) WHERE nomor IS NOT NULL")

    @api.depends("nomor", "name")
    def _compute_display_name(self):
        for lapor in self:
            lapor.display_name = " · ".join(filter(None, (lapor.nomor, lapor.name)))

    @api.depends("duplikat_ids")
    def _compute_jumlah_duplikat(self):
        for lapor in self:
            lapor.jumlah_duplikat = len(lapor.duplikat_ids)

    @api.depends("pelapor_id")
    @api.depends_context("uid")
    def _compute_can(self):
        petugas = self.env.user.has_group(_GRUP_PETUGAS)
        for lapor in self:
            lapor.can_tangani = petugas
            lapor.is_pelapor = lapor.pelapor_id == self.env.user

    @api.depends("batas", "state")
    def _compute_is_terlambat(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for lapor in self:
            lapor.is_terlambat = bool(
                lapor.state in ("baru", "ditangani")
                and lapor.batas
                and lapor.batas < hari_ini
            )

    def _search_is_terlambat(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        dom = [("state", "in", ("baru", "ditangani")), ("batas", "<", hari_ini)]
        return dom if True in value else ["!", "&", *dom]

    @api.constrains("tangkapan")
    def _check_tangkapan(self):
        for lapor in self.with_context(bin_size=False).filtered("tangkapan"):
            try:
                isi = base64.b64decode(lapor.tangkapan, validate=True)
                jenis = berkas.EKSTENSI.get(berkas.jenis_isi(isi), "")
                berkas.periksa(
                    isi, f"layar.{jenis}", (berkas.PNG, berkas.JPEG), _BYTE_MAKS
                )
            except ValueError:
                raise ValidationError(
                    self.env._("A screenshot is a PNG or JPEG picture of 5 MB at most.")
                ) from None

    @api.constrains("induk_id")
    def _check_induk(self):
        for lapor in self:
            if lapor.induk_id and (
                lapor.induk_id.induk_id or lapor.duplikat_ids or lapor.induk_id == lapor
            ):
                raise ValidationError(
                    self.env._(
                        "Choose the report of the problem itself: one that is not"
                        " linked to another."
                    )
                )

    # -- reporting ---------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        baru._periksa_pelapor()
        for lapor in baru:
            lapor._daftarkan()
        return baru

    def _add_missing_default_values(self, values):
        """Clean what the page says about itself, whatever way it came in."""
        values = super()._add_missing_default_values(values)
        for nama in _KONTEKS:
            values[nama] = getattr(bersih, nama)(values.get(nama))
        return values

    def _periksa_pelapor(self):
        """Let only the officer report for somebody else (telephone, counter)."""
        if self.env.su or self.env.user.has_group(_GRUP_PETUGAS):
            return
        if any(lapor.pelapor_id != self.env.user for lapor in self):
            raise AccessError(self.env._("You can report in your own name only."))
        if any(lapor[nama] for lapor in self for nama in _PENANGANAN):
            raise AccessError(
                self.env._("Cause, action and answer are written by who handles it.")
            )

    def _daftarkan(self):
        """Number a new report, note whose it is, and tell those who handle it."""
        # sudo: number, unit and roles are written by the system.
        lapor_sudo = self.sudo()._mesin()
        pelapor_sudo = lapor_sudo.pelapor_id
        lapor_sudo.write(
            {
                "nomor": lapor_sudo.env["ir.sequence"].next_by_code(self._name),
                "unit_id": pelapor_sudo.employee_id.unit_id.id,
                "peran": ", ".join(
                    self.env["asn.beranda"].with_user(pelapor_sudo)._peran()
                ),
                "batas": lapor_sudo._hitung_batas(),
            }
        )
        lapor_sudo.message_subscribe(partner_ids=pelapor_sudo.partner_id.ids)
        lapor_sudo._kabari(
            lapor_sudo._petugas() - self.env.user,
            self.env._("New trouble report: %s", self.display_name),
        )

    def _hitung_batas(self):
        """Return the day on which a report of this urgency is to be solved."""
        return self.env["resource.calendar"]._asn_tambah_hari_kerja(
            self.env["hr.employee"]._asn_hari_ini(),
            self.env.company[f"asn_gangguan_{self.urgensi}"],
        )

    @api.model
    def _petugas(self):
        """Return the active accounts that handle trouble."""
        # sudo: who holds a role is looked up for everybody who reports.
        grup_sudo = self.env.ref(_GRUP_PETUGAS).sudo()
        return grup_sudo.all_user_ids.filtered(lambda u: u.active and not u.share)

    def _kabari(self, akun, pesan):
        """Put a notice into the inbox of accounts."""
        self.ensure_one()
        if not akun:
            return
        # sudo: notices go to people whom the author may not read.
        lapor_sudo = self.sudo().with_context(clean_context(self.env.context))
        lapor_sudo.message_notify(
            partner_ids=akun.partner_id.ids,
            subject=self.display_name,
            body=pesan,
            model=self._name,
            res_id=self.id,
        )

    def write(self, vals):
        """Let the officer fill in the handling, and nobody change the report."""
        if not self._is_mesin():
            if _LAPORAN & vals.keys():
                raise UserError(
                    self.env._(
                        "A report stays as it was written. Add what is new as a message."
                    )
                )
            if any(lapor.state == "ditutup" for lapor in self) and (
                {"kategori", "urgensi", *_PENANGANAN} & vals.keys()
            ):
                raise UserError(self.env._("A closed report is not changed any more."))
        ubah = self.filtered(lambda s: s.urgensi != vals.get("urgensi", s.urgensi))
        hasil = super().write(vals)
        for lapor in ubah:
            # sudo: the due date is written by the system.
            lapor.sudo()._mesin().batas = lapor._hitung_batas()
        return hasil

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Trouble reports are kept; close them instead."))
