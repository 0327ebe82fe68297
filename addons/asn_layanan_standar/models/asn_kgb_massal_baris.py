from odoo import api, fields, models
from odoo.addons.asn_layanan.domain import transisi
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA
from odoo.exceptions import UserError


class AsnKgbMassalBaris(models.Model):
    """One person of the increments of a month, and what became of the request."""

    _name = "asn.kgb.massal.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "Person of the Increments of a Month"
    _order = "massal_id, id"
    _rec_name = "employee_id"
    _ENGINE_ROWS = True

    massal_id = fields.Many2one(
        "asn.kgb.massal", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    tmt = fields.Date("TMT")
    golongan_id = fields.Many2one("asn.golongan", "Grade", ondelete="restrict")
    langkah = fields.Integer("MKG of the Step (years)", aggregator=None)
    gaji_lama = fields.Integer("Pay Before (Rp)", groups=RAHASIA, aggregator=None)
    gaji_baru = fields.Integer("New Pay (Rp)", groups=RAHASIA, aggregator=None)
    hasil = fields.Selection(
        [
            ("belum", "Not ready"),
            ("siap", "Ready"),
            ("antre", "To be filed"),
            ("gagal", "Filing failed"),
            ("diajukan", "Filed"),
        ],
        "Preparation",
        required=True,
        index=True,
    )
    pesan = fields.Char("Remark (Keterangan)")
    bisa_tunda = fields.Boolean(
        "May Be Deferred",
        help="Nothing but performance, discipline or the like stands against the"
        " increment: what a deferral (KGB-08) is for.",
    )
    pengaju_id = fields.Many2one("res.users", "Filed By", ondelete="restrict")
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", index="btree_not_null", ondelete="set null"
    )
    posisi = fields.Char(related="permohonan_id.posisi")
    keadaan = fields.Selection(
        [
            ("belum", "Not ready"),
            ("siap", "Ready"),
            ("antre", "To be filed"),
            ("gagal", "Filing failed"),
            ("proses", "In process"),
            ("terbit", "Issued"),
            ("tutup", "Closed without a letter"),
        ],
        "State",
        compute="_compute_keadaan",
        search="_search_keadaan",
    )

    _satu_orang = models.UniqueIndex("(massal_id, employee_id)")

    @api.model
    def _keadaan(self, hasil, state):
        """Return what became of a person by preparation and state of the request."""
        if state in ("issued", "done"):
            return "terbit"
        if state in transisi.TERBUKA:
            return "proses"
        if state and state != "draft":
            return "tutup"
        return hasil

    @api.depends("hasil", "permohonan_id.state")
    def _compute_keadaan(self):
        for baris in self:
            # sudo: how far a request of the own service is
            state = baris.sudo().permohonan_id.state
            baris.keadaan = self._keadaan(baris.hasil, state)

    def _search_keadaan(self, operator, value):
        if operator != "in":
            return NotImplemented
        D = fields.Domain
        tanpa = D("permohonan_id", "=", False) | D("permohonan_id.state", "=", "draft")
        bagian = {
            "terbit": D("permohonan_id.state", "in", ("issued", "done")),
            "proses": D("permohonan_id.state", "in", transisi.TERBUKA),
            "tutup": D(
                "permohonan_id.state", "in", ("rejected", "cancelled", "revoked")
            ),
        }
        for nama in ("belum", "siap", "antre", "gagal"):
            bagian[nama] = tanpa & D("hasil", "=", nama)
        return D.OR(bagian[nilai] for nilai in value if nilai in bagian)

    def _ajukan(self):
        """File the requests of these as the officer who asked; keep what was wrong."""
        for (user, _massal), bagian in self.grouped(
            lambda b: (b.pengaju_id, b.massal_id)
        ).items():
            bagian._ajukan_bersama(user)

    def _ajukan_bersama(self, user):
        """File these together; where that fails, by halves, to see whose fault it is.

        :param user: the officer, whose rights decide
        """
        petugas = self.with_user(user).with_context(lang=user.lang or "id_ID")
        try:
            with self.env.cr.savepoint():
                draf = petugas._draf()
                draf._submit_banyak()
                for baris, satu in zip(self, draf, strict=True):
                    baris._mesin().write(
                        {"hasil": "diajukan", "permohonan_id": satu.id}
                    )
        except UserError as galat:
            self.env.invalidate_all(flush=False)
            if len(self) == 1:
                self._mesin().write({"hasil": "gagal", "pesan": str(galat)[:500]})
                return
            tengah = len(self) // 2
            self[:tengah]._ajukan_bersama(user)
            self[tengah:]._ajukan_bersama(user)

    def _draf(self):
        """Return the drafts to file: those that were prepared, else new ones.

        A draft that the system prepared passes to the officer who files it. What the
        employee began stays the employee's.

        :return: one draft for each row, in their order
        """
        Permohonan = self.env["asn.permohonan"]
        layanan = self.env["asn.layanan"].search([("code", "=", "kgb")], limit=1)
        # sudo: the officer of the service files on behalf; the row is the engine's
        orang = self.sudo().employee_id
        siap = self._draf_siap(orang, layanan)
        siap._mesin().write({"pengaju_id": self.env.uid})
        dasar = self.env._("increments of the month (KGB sebulan)")
        baru = Permohonan.create(
            [
                {
                    "layanan_id": layanan.id,
                    "employee_id": pegawai.id,
                    "dasar_wakil": dasar,
                }
                for pegawai in orang - siap.employee_id
            ]
        )
        # sudo: only to bring the drafts into the order of the rows
        milik = {draf.employee_id.id: draf.id for draf in siap | baru.sudo()}
        return Permohonan.browse(milik[pegawai.id] for pegawai in orang)

    def _draf_siap(self, orang, layanan):
        """Return the prepared drafts of people, unrestricted; one for each."""
        # sudo: drafts are their owner's; only those that nobody began are taken
        semua = (
            self.env["asn.permohonan"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", orang.ids),
                    ("layanan_id", "=", layanan.id),
                    ("state", "=", "draft"),
                    ("is_draf_siap", "=", True),
                ]
            )
        )
        return semua.browse(
            draf[0].id for draf in semua.grouped("employee_id").values()
        )

    def action_buka(self):
        """Open the request of this person."""
        self.ensure_one()
        self.check_access("read")
        if not self.permohonan_id:
            raise UserError(self.env._("There is no request of this person yet."))
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.permohonan",
            "res_id": self.permohonan_id.id,
            "views": [(False, "form")],
        }

    def action_tunda(self):
        """Draft the deferral for who does not fulfil the conditions (KGB-08)."""
        self.ensure_one()
        self.check_access("read")
        layanan = self.env["asn.layanan"].search([("code", "=", "kgb")], limit=1)
        aksi = layanan.action_ajukan()
        aksi["context"] = aksi["context"] | {
            "default_employee_id": self.employee_id.id,
            "default_kgb_jenis": "penundaan",
            "default_kgb_tunda_bulan": 12,
        }
        return aksi
