from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

_SEGERA_HARI = 60


class AsnAsetTik(models.Model):
    """One ICT asset of the system: what it is, who answers for it (LL-31-2-b)."""

    _name = "asn.aset.tik"
    _inherit = ["mail.thread"]
    _description = "ICT Asset (Aset TIK)"
    _order = "jenis, name, id"

    kode = fields.Char("Code", required=True)
    name = fields.Char("Asset (Aset)", required=True)
    active = fields.Boolean(default=True)
    jenis = fields.Selection(
        [
            ("informasi", "Data and information (informasi)"),
            ("perangkat_lunak", "Software (perangkat lunak)"),
            ("perangkat_keras", "Hardware (perangkat keras)"),
            ("jaringan", "Network (jaringan)"),
            ("sertifikat", "Certificate or key (sertifikat)"),
            ("layanan", "Service of others (layanan)"),
            ("sarana", "Room and power (sarana)"),
        ],
        "Kind (Jenis)",
        required=True,
        default="perangkat_lunak",
        index=True,
    )
    uraian = fields.Text("Description (Uraian)")
    klasifikasi = fields.Selection(
        [
            ("umum", "Public (umum)"),
            ("terbatas", "Restricted (terbatas)"),
            ("rahasia", "Confidential (rahasia)"),
        ],
        "Class (Klasifikasi)",
        required=True,
        default="terbatas",
        tracking=True,
    )
    kekritisan = fields.Selection(
        [("rendah", "Low"), ("sedang", "Medium"), ("tinggi", "High")],
        "Criticality (Kekritisan)",
        required=True,
        default="sedang",
        tracking=True,
    )
    pemilik_id = fields.Many2one(
        "res.users",
        "Owner (Pemilik)",
        required=True,
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        ondelete="restrict",
        tracking=True,
    )
    unit_id = fields.Many2one(
        "hr.department", "Provided By (Unit Penyedia)", ondelete="restrict"
    )
    lokasi = fields.Char("Place (Lokasi)")
    versi = fields.Char("Version or Serial No.")
    tanggal_perolehan = fields.Date("Acquired On (Perolehan)")
    berlaku_sampai = fields.Date(
        "Valid Until", help="End of licence, warranty, certificate or support."
    )
    is_segera_habis = fields.Boolean(
        "Ends Soon", compute="_compute_segera_habis", search="_search_segera_habis"
    )
    pihak_ketiga_id = fields.Many2one(
        "asn.pihak.ketiga",
        "Third Party (Pihak Ketiga)",
        index="btree_not_null",
        ondelete="restrict",
    )
    kondisi = fields.Selection(
        [
            ("dipakai", "In use (dipakai)"),
            ("cadangan", "Spare (cadangan)"),
            ("rusak", "Broken (rusak)"),
            ("dihapus", "Written off (dihapus)"),
        ],
        "Condition (Kondisi)",
        required=True,
        default="dipakai",
        tracking=True,
    )
    risiko_ids = fields.Many2many("asn.risiko", string="Risks (Risiko)")

    _kode_uniq = models.Constraint("UNIQUE(kode)", "This code is used already.")

    @api.depends("kode", "name")
    def _compute_display_name(self):
        for aset in self:
            aset.display_name = " · ".join(filter(None, (aset.kode, aset.name)))

    def _batas_segera(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return hari_ini + timedelta(days=_SEGERA_HARI)

    @api.depends("berlaku_sampai", "kondisi")
    def _compute_segera_habis(self):
        batas = self._batas_segera()
        for aset in self:
            aset.is_segera_habis = bool(
                aset.kondisi != "dihapus"
                and aset.berlaku_sampai
                and aset.berlaku_sampai <= batas
            )

    def _search_segera_habis(self, operator, value):
        if operator != "in":
            return NotImplemented
        dom = [
            ("kondisi", "!=", "dihapus"),
            ("berlaku_sampai", "<=", self._batas_segera()),
        ]
        return dom if True in value else ["!", "&", *dom]

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Assets are written off (dihapus) or archived."))
