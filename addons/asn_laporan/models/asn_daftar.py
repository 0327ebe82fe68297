from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

_PERAN = (
    "asn_base.group_pimpinan",
    "asn_base.group_fasilitator",
    "asn_base.group_kepala_badan",
    "asn_base.group_admin_utama",
    "asn_base.group_admin_sistem",
)


class AsnDaftar(models.Model):
    """A list of people that somebody asked for, with its files.

    What it contains follows from the rights of whoever asks: rows by the record
    rules of the profile, columns by its fields' groups. On-approval data pass the
    gate of ``asn.permintaan.data``; every file is logged and carries the code.
    """

    _name = "asn.daftar"
    _inherit = "asn.penjaga.mixin"
    _description = "List of Personnel (Daftar Pegawai)"
    _order = "id desc"
    _GUARDED = {
        "state": "draft",
        "kelas": False,
        "jumlah_baris": 0,
        "kemajuan": 0,
        "berkas_xlsx": False,
        "berkas_pdf": False,
        "pesan": False,
        "selesai_pada": False,
        "kode_ekspor": False,
        "permintaan_id": False,
    }

    name = fields.Char(compute="_compute_name", store=True)
    jenis = fields.Selection(
        [
            ("duk", "DUK (daftar urut kepangkatan)"),
            ("nominatif", "Nominatif (daftar nominatif)"),
            ("bezetting", "Bezetting (against formasi)"),
        ],
        "Kind of List",
        required=True,
        default="nominatif",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("berjalan", "Being made (berjalan)"),
            ("selesai", "Done (selesai)"),
            ("gagal", "Failed (gagal)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    tanggal = fields.Date(
        "Situation On (Keadaan)",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
        help="A date that has passed is answered from the riwayat.",
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        ondelete="restrict",
        help="Empty: all units that you may see.",
    )
    is_bawahan = fields.Boolean("With the Units Below", default=True)
    kelompok = fields.Selection(
        [
            ("pns", "PNS"),
            ("pns_cpns", "PNS and CPNS"),
            ("cpns", "CPNS"),
            ("pppk", "PPPK"),
            ("semua", "All ASN (PNS, CPNS, PPPK)"),
        ],
        "People",
        required=True,
        default="semua",
    )
    susunan_id = fields.Many2one(
        "asn.daftar.susunan", "Columns (Susunan Kolom)", ondelete="restrict"
    )
    urut = fields.Selection(
        [
            ("duk", "As in the DUK"),
            ("nama", "Name"),
            ("nip", "NIP"),
            ("unit", "Unit, then name"),
            ("usia", "Age, the oldest first"),
            ("pensiun", "TMT of the pension"),
        ],
        "Order",
        required=True,
        default="duk",
    )
    dasar_masa_kerja = fields.Selection(
        [
            ("mkg", "Service that counts for pay (MKG)"),
            ("keseluruhan", "Whole service (keseluruhan)"),
        ],
        "Service in the DUK",
        required=True,
        default="mkg",
    )
    golongan_dari_id = fields.Many2one("asn.golongan", "Grade From")
    golongan_sampai_id = fields.Many2one("asn.golongan", "Grade Up To")
    kelompok_jabatan = fields.Selection(
        [
            ("jpt", "Senior leadership (JPT)"),
            ("administrator", "Administrator"),
            ("pengawas", "Supervisor (pengawas)"),
            ("pelaksana", "Staff (pelaksana)"),
            ("fungsional_keahlian", "Functional, expert (JF keahlian)"),
            ("fungsional_keterampilan", "Functional, skilled (JF keterampilan)"),
        ],
        "Kind of Post (Jenis Jabatan)",
    )
    jenis_kelamin = fields.Selection([("L", "Male"), ("P", "Female")], "Sex")
    pendidikan_dari_id = fields.Many2one("asn.pendidikan", "Education At Least")
    usia_dari = fields.Integer("Age From")
    usia_sampai = fields.Integer("Age Up To")
    pensiun_sampai = fields.Date("Retires Up To")
    kertas = fields.Selection(
        [("f4", "F4 (folio)"), ("a4", "A4")], "Paper", required=True, default="f4"
    )
    is_xlsx = fields.Boolean("Spreadsheet (XLSX)", default=True)
    is_pdf = fields.Boolean("PDF", default=True)
    penandatangan_id = fields.Many2one(
        "hr.employee",
        "Signed By",
        compute="_compute_penandatangan_id",
        store=True,
        readonly=False,
        ondelete="set null",
    )
    tujuan = fields.Char("Purpose (Tujuan)", help="Written into the export log.")
    # -- kept by the system
    kelas = fields.Selection(
        [("publik", "Public (publik)"), ("persetujuan", "On approval (persetujuan)")],
        "Class (Kelas)",
        readonly=True,
        copy=False,
    )
    permintaan_id = fields.Many2one(
        "asn.permintaan.data", "Data-Use Request", readonly=True, copy=False
    )
    jumlah_baris = fields.Integer("Rows", readonly=True, copy=False)
    kemajuan = fields.Integer("Progress (%)", readonly=True, copy=False)
    pesan = fields.Char("Message", readonly=True, copy=False)
    kode_ekspor = fields.Char("Export Code", readonly=True, copy=False)
    selesai_pada = fields.Datetime("Made On", readonly=True, copy=False)
    berkas_xlsx = fields.Binary(
        "Spreadsheet", attachment=True, readonly=True, copy=False
    )
    berkas_pdf = fields.Binary("PDF File", attachment=True, readonly=True, copy=False)
    nama_xlsx = fields.Char("Spreadsheet Name", compute="_compute_nama_berkas")
    nama_pdf = fields.Char("PDF File Name", compute="_compute_nama_berkas")

    _usia_wajar = models.Constraint(
        "CHECK (usia_dari >= 0 AND usia_sampai >= 0)", "An age is not negative."
    )

    @api.depends("jenis", "unit_id", "tanggal", "susunan_id", "kelompok")
    def _compute_name(self):
        label = {
            "duk": "DUK",
            "nominatif": "Nominatif",
            "bezetting": "Bezetting",
        }
        for daftar in self:
            bagian = [
                label.get(daftar.jenis),
                daftar.susunan_id.name if daftar.jenis == "nominatif" else "",
                daftar.unit_id.name or self.env._("all units"),
                daftar.tanggal.strftime("%d-%m-%Y") if daftar.tanggal else "",
            ]
            daftar.name = " · ".join(satu for satu in bagian if satu)

    @api.depends("unit_id")
    def _compute_penandatangan_id(self):
        for daftar in self:
            # sudo: who heads an office is no secret.
            unit_sudo = daftar.unit_id.sudo()
            kepala_sudo = unit_sudo._kepala() if unit_sudo else None
            daftar.penandatangan_id = kepala_sudo.id if kepala_sudo else False

    @api.depends("jenis", "tanggal", "kode_ekspor")
    def _compute_nama_berkas(self):
        for daftar in self:
            tanggal = daftar.tanggal.isoformat() if daftar.tanggal else ""
            nama = f"{daftar.jenis}_{tanggal}_{daftar.kode_ekspor or 'draf'}"
            daftar.nama_xlsx, daftar.nama_pdf = f"{nama}.xlsx", f"{nama}.pdf"

    @api.constrains("jenis", "susunan_id", "urut", "is_xlsx", "is_pdf", "kelompok")
    def _check_isian(self):
        for daftar in self:
            if daftar.jenis == "nominatif" and not daftar.susunan_id:
                raise ValidationError(
                    self.env._("Choose the columns (susunan kolom) of the nominatif.")
                )
            if daftar.jenis == "duk" and daftar.kelompok == "semua":
                raise ValidationError(
                    self.env._(
                        "A DUK is made for PNS or for PPPK apart: their grades"
                        " (golongan) cannot be compared."
                    )
                )
            if not (daftar.is_xlsx or daftar.is_pdf):
                raise ValidationError(
                    self.env._("Choose a spreadsheet, a PDF, or both.")
                )

    @api.onchange("jenis")
    def _onchange_jenis(self):
        if self.jenis == "duk":
            self.urut = "duk"
            if self.kelompok == "semua":
                self.kelompok = "pns"

    @api.model_create_multi
    def create(self, vals_list):
        self._periksa_peran()
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_mesin() and any(d.state == "berjalan" for d in self):
            raise UserError(
                self.env._("This list is being made. Wait for it, or make a copy.")
            )
        return super().write(vals)

    @api.model
    def _periksa_peran(self):
        user = self.env.user
        if not self.env.su and not any(user.has_group(grup) for grup in _PERAN):
            raise AccessError(
                self.env._(
                    "Lists of people are made by those who look after a unit. Your own"
                    " data are under Profil Saya."
                )
            )
