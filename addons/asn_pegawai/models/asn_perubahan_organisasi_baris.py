from odoo import api, fields, models
from odoo.addons.asn_base.models.hr_department import JENIS_UNIT
from odoo.exceptions import UserError

from ..domain import organisasi

JENIS = [
    ("ganti_nama", "Rename a unit (ganti nama)"),
    ("gabung", "Merge a unit into another (gabung)"),
    ("pecah", "Split a unit: a new one with some posts (pecah)"),
    ("buat", "New unit (bentuk)"),
    ("pindah", "Move a unit below another (pindah induk)"),
    ("tutup", "Close an empty unit (hapus)"),
    ("ganti_nama_jabatan", "Rename a post"),
    ("gabung_jabatan", "Merge a post into another"),
]


class AsnPerubahanOrganisasiBaris(models.Model):
    """One change of one unit or post; applied in the order of the lines."""

    _name = "asn.perubahan.organisasi.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "One Change of a Unit or Post"
    _order = "perubahan_id, sequence, id"

    _GUARDED = {"unit_baru_id": False}

    perubahan_id = fields.Many2one(
        "asn.perubahan.organisasi",
        "Change",
        required=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(default=10)
    jenis = fields.Selection(JENIS, "Kind", required=True, default="ganti_nama")
    unit_id = fields.Many2one(
        "hr.department", "Unit", index="btree_not_null", ondelete="restrict"
    )
    unit_tujuan_id = fields.Many2one(
        "hr.department", "Into Unit", index="btree_not_null", ondelete="restrict"
    )
    baris_tujuan_id = fields.Many2one(
        "asn.perubahan.organisasi.baris",
        "Into the New Unit of",
        domain="[('perubahan_id', '=', perubahan_id), ('jenis', 'in', ('buat', 'pecah'))]",
        index="btree_not_null",
        ondelete="cascade",
        help="When the unit it goes into is made by this same change.",
    )
    induk_id = fields.Many2one("hr.department", "Below", ondelete="restrict")
    nama_baru = fields.Char("New Name")
    singkatan_baru = fields.Char("New Short Name")
    kode_baru = fields.Char("New Code")
    jenis_unit = fields.Selection(JENIS_UNIT, "Kind of Unit")
    nama_kepala = fields.Char(
        "Head Post to Create", help="E.g. Kepala Bidang Arsip; empty for none."
    )
    jabatan_id = fields.Many2one("hr.job", "Post (Jabatan)", ondelete="restrict")
    jabatan_tujuan_id = fields.Many2one("hr.job", "Into Post", ondelete="restrict")
    jabatan_kepala_id = fields.Many2one(
        "hr.job",
        "Post for the Former Head",
        ondelete="restrict",
        help="The head post of a merged unit ends; its holder takes this one.",
    )
    jabatan_pindah_ids = fields.Many2many(
        "hr.job",
        "asn_perubahan_baris_jabatan_rel",
        "baris_id",
        "jabatan_id",
        "Posts That Go Along",
        domain="[('department_id', '=', unit_id)]",
    )
    unit_baru_id = fields.Many2one(
        "hr.department", "Unit Made", readonly=True, copy=False, ondelete="set null"
    )

    @api.depends("jenis", "unit_id", "jabatan_id", "nama_baru", "unit_tujuan_id")
    def _compute_display_name(self):
        jenis = dict(self._fields["jenis"]._description_selection(self.env))
        for baris in self:
            dari = baris.unit_id.name or baris.jabatan_id.name
            ke = baris.nama_baru or baris.unit_tujuan_id.name
            ke = ke or baris.jabatan_tujuan_id.name or baris.baris_tujuan_id.nama_baru
            panah = " → ".join(x for x in (dari, ke) if x)
            baris.display_name = panah or jenis.get(baris.jenis)

    # -- guards ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        baris = super().create(vals_list)
        baris._hanya_draf()
        return baris

    def write(self, vals):
        mesin = self._is_mesin()
        if not mesin:
            self._hanya_draf()
        res = super().write(vals)
        if not mesin:
            # A line may have been put into another change.
            self._hanya_draf()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._hanya_draf()

    def _hanya_draf(self):
        # sudo: the state of the change decides, whatever the caller reads
        self.sudo().perubahan_id._hanya_draf()

    # -- checks ------------------------------------------------------------

    def _untuk_aturan(self):
        """Return the line as the plain rules see it."""
        tujuan = self.unit_tujuan_id.id
        if not tujuan and self.baris_tujuan_id:
            tujuan = f"baris {self.baris_tujuan_id.id}"
        atas = self.induk_id if self.jenis == "pindah" else self.unit_tujuan_id
        return organisasi.Baris(
            jenis=self.jenis,
            unit=self.unit_id.id,
            tujuan=tujuan,
            induk=self.induk_id.id,
            jabatan=self.jabatan_id.id,
            jabatan_tujuan=self.jabatan_tujuan_id.id,
            nama_baru=(self.nama_baru or "").strip(),
            jabatan_pindah=tuple(self.jabatan_pindah_ids.ids),
            leluhur=tuple(atas._leluhur().ids) if atas else (),
        )

    def _periksa_keadaan(self):
        """Refuse a line that today's people and posts do not allow."""
        self.ensure_one()
        _ = self.env._
        lama = (self.unit_id | self.unit_tujuan_id | self.induk_id).filtered(
            lambda u: not u.active
        )
        if lama:
            raise UserError(
                _("%(unit)s is closed already. Choose another.", unit=lama[0].name)
            )
        salah = self.jabatan_pindah_ids.filtered(
            lambda j: j.department_id != self.unit_id
        )
        if self.jenis == "pecah" and salah:
            raise UserError(
                _(
                    "%(post)s does not belong to %(unit)s. Only posts of the unit"
                    " can go along.",
                    post=salah[0].name,
                    unit=self.unit_id.name,
                )
            )
        if self.baris_tujuan_id:
            urut = (self.baris_tujuan_id.sequence, self.baris_tujuan_id.id)
            beda = self.baris_tujuan_id.perubahan_id != self.perubahan_id
            if beda or urut > (self.sequence, self.id):
                raise UserError(
                    _(
                        "%(line)s must be made by an earlier line of this change."
                        " Put that line above.",
                        line=self.baris_tujuan_id.display_name,
                    )
                )
        self._periksa_kode()
        if self.jenis == "gabung":
            self._periksa_kepala()

    def _periksa_kode(self):
        if not self.kode_baru:
            return
        # sudo: codes are unique over all units, also closed ones
        Unit_sudo = self.env["hr.department"].sudo().with_context(active_test=False)
        pemakai = Unit_sudo.search([("kode", "=", self.kode_baru.strip())], limit=1)
        if pemakai and not (self.jenis == "ganti_nama" and pemakai == self.unit_id):
            raise UserError(
                self.env._(
                    "The code %(code)s belongs to %(unit)s. Choose another.",
                    code=self.kode_baru,
                    unit=pemakai.name,
                )
            )

    def _jabatan_kepala(self):
        """Return the posts that head the unit of the line."""
        # sudo: posts of the unit, whoever looks at the preview
        Jabatan_sudo = self.env["hr.job"].sudo()
        return Jabatan_sudo.search(
            [("department_id", "=", self.unit_id.id), ("is_kepala", "=", True)]
        )

    def _periksa_kepala(self):
        kepala = self._jabatan_kepala()
        pemegang = self._pegawai().filtered(lambda p: p.jabatan_id in kepala)
        if pemegang and not self.jabatan_kepala_id:
            raise UserError(
                self.env._(
                    "%(person)s heads %(unit)s, and that post ends with the merger."
                    " Say which post takes its place, or appoint %(person)s"
                    " elsewhere first.",
                    person=pemegang[0].name,
                    unit=self.unit_id.name,
                )
            )

    def _pegawai(self):
        """Return the people who move with the line (as superuser)."""
        self.ensure_one()
        domain = {
            "gabung": [("unit_id", "=", self.unit_id.id)],
            "tutup": [("unit_id", "=", self.unit_id.id)],
            "pecah": [
                ("unit_id", "=", self.unit_id.id),
                ("jabatan_id", "in", self.jabatan_pindah_ids.ids),
            ],
            "gabung_jabatan": [("jabatan_id", "=", self.jabatan_id.id)],
        }.get(self.jenis)
        # sudo: everybody in the unit, beyond the scope of who looks
        Pegawai_sudo = self.env["hr.employee"].sudo()
        return Pegawai_sudo.search(domain) if domain else Pegawai_sudo
