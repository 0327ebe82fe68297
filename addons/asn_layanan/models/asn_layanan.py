import re

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL


class AsnLayanan(models.Model):
    """A service (layanan) the office gives. What it asks for is in its versions."""

    _name = "asn.layanan"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("code",)
    _description = "Service"
    _order = "urutan, name"

    name = fields.Char("Service", required=True, translate=True)
    code = fields.Char(
        "Code", required=True, help="Short and fixed: other parts rely on it."
    )
    kode_nomor = fields.Char(
        "Code in Request Numbers",
        help="Begins the number of each request, as KP in KP-2026-000001. Empty: the"
        " code of the service. A change holds for later requests.",
    )
    active = fields.Boolean(default=True)
    urutan = fields.Integer("Order", default=10)
    deskripsi = fields.Text("Description", translate=True)
    ikon = fields.Char("Icon", default="fa-file-text-o")
    untuk_pns = fields.Boolean("For PNS", default=True)
    untuk_cpns = fields.Boolean("For CPNS", default=True)
    untuk_pppk = fields.Boolean("For PPPK", default=True)
    versi_ids = fields.One2many("asn.layanan.versi", "layanan_id", "Versions")
    versi_live_id = fields.Many2one(
        "asn.layanan.versi",
        "Version in Force",
        compute="_compute_versi_live_id",
        search="_search_versi_live_id",
    )
    mandat_ids = fields.One2many("asn.layanan.mandat", "layanan_id", "Mandates")
    sequence_id = fields.Many2one(
        "ir.sequence", "Numbering", copy=False, ondelete="restrict"
    )

    _code_uniq = models.Constraint(
        "UNIQUE (code)", "There is already a service with this code."
    )

    @api.depends("versi_ids.state")
    def _compute_versi_live_id(self):
        # sudo: which version is in force is no secret, its rows may be
        live = (
            self.env["asn.layanan.versi"]
            .sudo()
            .search([("layanan_id", "in", self.ids), ("state", "=", "live")])
        )
        per_layanan = {versi.layanan_id.id: versi.id for versi in live}
        for layanan in self:
            layanan.versi_live_id = per_layanan.get(layanan._origin.id, False)

    def _search_versi_live_id(self, operator, value):
        if operator not in ("in", "not in") or set(value) - {False}:
            return NotImplemented
        punya = [("versi_ids", "any", [("state", "=", "live")])]
        return punya if operator == "not in" else ["!", *punya]

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._buat_urutan()
        return records

    def write(self, vals):
        """Also begin later numbers with a new code."""
        res = super().write(vals)
        if "kode_nomor" in vals:
            for layanan in self:
                # sudo: numbering belongs to the machine, not to who edits a service
                layanan.sudo().sequence_id.prefix = layanan._awalan_nomor()
        return res

    @api.constrains("kode_nomor")
    def _check_kode_nomor(self):
        for layanan in self.filtered("kode_nomor"):
            if not re.fullmatch(r"[A-Z][A-Z0-9]{1,11}", layanan.kode_nomor):
                raise ValidationError(
                    self.env._(
                        "The code in request numbers is 2 to 12 capital letters or"
                        " digits, beginning with a letter."
                    )
                )

    def _awalan_nomor(self):
        self.ensure_one()
        return f"{self.kode_nomor or self.code.upper()}-%(range_year)s-"

    def _buat_urutan(self):
        # sudo: numbering belongs to the machine, not to whoever adds a service
        Sequence = self.env["ir.sequence"].sudo()
        for layanan in self.filtered(lambda r: not r.sequence_id):
            layanan.sequence_id = Sequence.create(
                {
                    "name": self.env._("Requests of %s", layanan.name),
                    "code": f"asn.permohonan.{layanan.code}",
                    "prefix": layanan._awalan_nomor(),
                    "padding": 6,
                    "use_date_range": True,
                }
            )

    def _nomor_berikut(self, jumlah=1):
        """Return the next request numbers: code, year and six digits each.

        :param jumlah: how many are drawn
        """
        self.ensure_one()
        # sudo: applicants may not touch the sequence itself
        urutan = self.sudo().sequence_id
        nomor = [urutan.next_by_id()]
        if jumlah > 1 and urutan.implementation == "standard":
            hari_ini = fields.Date.today()
            rentang = urutan.date_range_ids.filtered(
                lambda r: r.date_from <= hari_ini <= r.date_to
            )
            # The name that core gives to the sequence of a year.
            nama = f"ir_sequence_{urutan.id:03d}_{rentang.id:03d}"
            baris = self.env.execute_query(
                SQL("SELECT nextval(%s) FROM generate_series(2, %s)", nama, jumlah)
            )
            urutan = urutan.with_context(ir_sequence_date_range=rentang.date_from)
            return nomor + [urutan.get_next_char(angka) for (angka,) in baris]
        return nomor + [urutan.next_by_id() for _satu in range(1, jumlah)]

    def _handler(self):
        """Return the handler of this service (plain or its own)."""
        self.ensure_one()
        name = f"asn.layanan.handler.{self.code}"
        return self.env[name if name in self.env else "asn.layanan.handler"]

    def _tersedia_untuk(self, employee):
        """Tell whether the service is open to this kind of employee (UMUM-02)."""
        self.ensure_one()
        # sudo: the kind of employment of the applicant is needed by the engine
        status = employee.sudo().status_pegawai
        return {
            "pns": self.untuk_pns,
            "cpns": self.untuk_cpns,
            "pppk": self.untuk_pppk,
            "pppk_paruh_waktu": self.untuk_pppk,
        }.get(status, False)

    def action_ajukan(self):
        """Open an empty request of this service for the present user."""
        self.ensure_one()
        if not self.versi_live_id:
            raise UserError(self.env._("The service %s is not open yet.", self.name))
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "asn.permohonan",
            "view_mode": "form",
            "views": [
                (self.env.ref("asn_layanan.asn_permohonan_view_form").id, "form")
            ],
            "context": {"default_layanan_id": self.id},
        }

    @api.ondelete(at_uninstall=False)
    def _unlink_tanpa_permohonan(self):
        # sudo: requests the administrator may not read also keep the service
        dipakai = (
            self.env["asn.permohonan"]
            .sudo()
            .search_count([("layanan_id", "in", self.ids)], limit=1)
        )
        if dipakai:
            raise UserError(
                self.env._("A service with requests is archived and not deleted.")
            )
