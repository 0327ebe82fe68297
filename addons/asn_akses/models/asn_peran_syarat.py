from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import syarat as aturan_syarat

ATURAN = [
    ("aktif", "In active service"),
    ("pns", "Is a PNS"),
    ("jabatan", "Holds a post of these kinds"),
    ("pendidikan", "Has at least this education"),
    ("unit", "Works in a unit that is granted"),
    ("layanan", "At least one service is granted"),
]


class AsnPeranSyarat(models.Model):
    """A requirement of a role (Pasal 6-9): what is asked, by which article, how hard.

    A fact is looked up in the profile by a rule; what no profile holds is stated
    by the proposer. Administrator Sistem keeps the table, so that another
    regulation needs no programmer.
    """

    _name = "asn.peran.syarat"
    _inherit = "asn.bawaan.mixin"
    _description = "Requirement of a Role (Syarat Peran)"
    _order = "role_id, sequence, id"

    name = fields.Char("Requirement", required=True, translate=True)
    kode = fields.Char("Code", required=True)
    role_id = fields.Many2one(
        "res.users.role", "Role (Peran)", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    dasar_hukum = fields.Char("Legal Basis", required=True)
    cara = fields.Selection(
        [
            ("fakta", "Looked up in the profile"),
            ("pernyataan", "Stated by the proposer"),
        ],
        "Way of Checking",
        required=True,
        default="fakta",
    )
    aturan = fields.Selection(
        ATURAN, "Rule", help="For a statement: the fact that is shown beside it."
    )
    jenis_jabatan_ids = fields.Many2many(
        "asn.jenis.jabatan",
        "asn_peran_syarat_jabatan_rel",
        "syarat_id",
        "jenis_id",
        string="Kinds of Post",
    )
    pendidikan_id = fields.Many2one(
        "asn.pendidikan", "Least Education", ondelete="restrict"
    )
    wajib = fields.Boolean(
        "Compulsory", default=True, help="Without it the appointment is refused."
    )
    active = fields.Boolean(default=True)

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a requirement with this code."
    )

    @api.constrains("cara", "aturan", "jenis_jabatan_ids", "pendidikan_id")
    def _check_aturan(self):
        for syarat in self:
            lengkap = (
                syarat.aturan
                and (syarat.aturan != "jabatan" or syarat.jenis_jabatan_ids)
                and (syarat.aturan != "pendidikan" or syarat.pendidikan_id)
            )
            if syarat.cara == "fakta" and not lengkap:
                raise ValidationError(
                    self.env._(
                        "A fact needs its rule, with the kinds of post or the education"
                        " that the rule asks for."
                    )
                )

    @api.model
    def _fakta(self, user, unit=(), layanan=()):
        """Return what is known about the holder of an account.

        :param user: ``res.users``
        :param unit: units that are granted
        :param layanan: services that are granted
        """
        # sudo: requirements are checked against the profile, whoever proposes.
        user_sudo = user.sudo()
        orang = user_sudo.employee_id
        tempat = orang.unit_id
        return {
            "ada": bool(orang and user_sudo.active),
            "kelas": orang.kedudukan_hukum.kelas or None,
            "status": orang.status_pegawai or None,
            "jenis_jabatan": orang.jenis_jabatan_id.id or None,
            "pendidikan": orang.pendidikan_id.urutan_jenjang or 0,
            "leluhur_unit": tempat._leluhur().ids if tempat else [],
            "unit_diberi": list(unit.ids if unit else ()),
            "layanan_diberi": list(layanan.ids if layanan else ()),
            "orang": orang,
        }

    def _nilai(self, fakta, dinyatakan=False):
        """Return the state of one requirement; see ``domain.syarat.nilai``."""
        self.ensure_one()
        ambang = {
            "jenis_jabatan": self.jenis_jabatan_ids.ids,
            "pendidikan": self.pendidikan_id.urutan_jenjang,
        }
        return aturan_syarat.nilai(self.cara, self.aturan, fakta, ambang, dinyatakan)

    @api.model
    def _fakta_peran(self, role):
        """Return the requirements of a role that the profile can tell."""
        return self.search([("role_id", "=", role.id), ("cara", "=", "fakta")])

    def _gagal(self, fakta):
        """Return those requirements that these facts do not meet."""
        return self.filtered(lambda s: s._nilai(fakta) == "gagal")

    def _kalimat(self, fakta, layanan=None):
        """Return the fact that was looked at, as people read it."""
        orang = fakta["orang"]
        if not orang:
            return self.env._("No profile belongs to this account.")
        if self.aturan == "aktif":
            return orang.kedudukan_hukum.name or self.env._("No legal position noted")
        if self.aturan == "pns":
            nama = dict(
                orang._fields["status_pegawai"]._description_selection(self.env)
            )
            return nama.get(orang.status_pegawai) or self.env._("No status noted")
        if self.aturan == "pendidikan":
            return orang.pendidikan_id.name or self.env._("No education noted")
        if self.aturan == "unit":
            return orang.unit_id.complete_name or self.env._("No unit noted")
        if self.aturan == "layanan" and layanan is not None:
            return ", ".join(layanan.mapped("name")) or self.env._("No service chosen")
        jenis = orang.jenis_jabatan_id.name
        nama = orang.jabatan_id.name or self.env._("No post noted")
        return f"{nama} ({jenis})" if jenis else nama
