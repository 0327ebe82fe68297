from markupsafe import Markup
from odoo import api, fields, models

from .asn_akun_massal import MASA_UNDANGAN, SLIP_MAKS

_PUNCAK = """
@page{size:210mm 297mm;margin:12mm}
body{font:11pt/1.4 "Liberation Sans",Arial,sans-serif;color:#111}
.slip{border:1px dashed #555;padding:8mm;margin:0 0 8mm;height:116mm;box-sizing:border-box;break-inside:avoid}
.slip h1{font-size:13pt;margin:0 0 3mm}
.slip img{float:right;width:40mm;height:40mm;margin-left:6mm}
.slip table td{padding:0 3mm 1mm 0;vertical-align:top}
.tautan{font:8.5pt "Liberation Mono",monospace;overflow-wrap:anywhere}
.kecil{font-size:9pt}
"""


class AsnAkunMassalBaris(models.Model):
    """One person of a batch: what became of the account and the invitation."""

    _name = "asn.akun.massal.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "Account in a Bulk (Baris Pembuatan Akun)"
    _order = "id"
    _ENGINE_ROWS = True

    massal_id = fields.Many2one(
        "asn.akun.massal", "Batch", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        "hr.employee", "Person", required=True, index=True, ondelete="cascade"
    )
    user_id = fields.Many2one(
        "res.users", "Account", index="btree_not_null", ondelete="set null"
    )
    hasil = fields.Selection(
        [
            ("menunggu", "Waiting"),
            ("dibuat", "Account made"),
            ("sudah_ada", "Had an account"),
            ("tanpa_login", "No NIP and no official e-mail"),
            ("bentrok", "The login belongs to another account"),
        ],
        "Result",
        default="menunggu",
        required=True,
        index=True,
    )
    saluran = fields.Selection(
        [("surel", "E-mail"), ("slip", "Printed slip")], "Invitation By"
    )
    diundang_pada = fields.Datetime("Invited On")
    dicetak_pada = fields.Datetime("Slip Printed On")
    undangan = fields.Selection(
        [
            ("terkirim", "Not used yet"),
            ("masuk", "Signed in"),
            ("kedaluwarsa", "Expired"),
        ],
        "Invitation",
        compute="_compute_undangan",
    )

    _sekali_uniq = models.UniqueIndex(
        "(massal_id, employee_id)", "This person is already in the batch."
    )

    @api.depends("employee_id", "hasil")
    def _compute_display_name(self):
        for baris in self:
            baris.display_name = baris.employee_id.display_name

    @api.depends("user_id", "diundang_pada")
    def _compute_undangan(self):
        batas = fields.Datetime.now() - MASA_UNDANGAN
        for baris in self:
            # sudo: whether somebody ever signed in, of an account made here.
            if baris.user_id.sudo().login_date:
                baris.undangan = "masuk"
            elif not baris.diundang_pada:
                baris.undangan = False
            else:
                lewat = baris.diundang_pada < batas
                baris.undangan = "kedaluwarsa" if lewat else "terkirim"

    def _jalankan(self):
        """Make the accounts of these rows in one go and note each result."""
        orang = self.employee_id
        punya = orang.filtered("user_id")
        # Pictures of initials are drawn when they are looked at.
        baru = (orang - punya).with_context(asn_tanpa_avatar=True)._asn_buat_akun()
        pemilik = {user.employee_id: user for user in baru}
        hasil = {}
        for baris in self:
            orang = baris.employee_id
            if orang in pemilik:
                kunci = "dibuat"
            elif orang in punya:
                kunci = "sudah_ada"
            else:
                ada = orang.nip or orang.work_email
                kunci = "bentrok" if ada else "tanpa_login"
            hasil.setdefault(kunci, self.browse())
            hasil[kunci] |= baris
        for kunci, baris in hasil.items():
            baris._mesin().write({"hasil": kunci})
        for baris in hasil.get("dibuat", self.browse())._mesin():
            baris.write({"user_id": pemilik[baris.employee_id].id})
        hasil.get("dibuat", self.browse())._undang()

    def _surel(self):
        """Return the address an invitation may go to: the official one first."""
        self.ensure_one()
        if not self.massal_id.is_surel:
            return False
        return self.employee_id.work_email or self.employee_id.email_pribadi

    def _undang(self):
        """Queue invitations by e-mail; the others are for slips."""
        surel = self.filtered(lambda b: b._surel())
        sekarang = fields.Datetime.now()
        surel._mesin().write(
            {"saluran": "surel", "diundang_pada": sekarang, "dicetak_pada": False}
        )
        (self - surel)._mesin().write(
            {"saluran": "slip", "diundang_pada": sekarang, "dicetak_pada": False}
        )
        tautan = self.env["hr.employee"]._asn_tautan_undangan(surel.user_id)
        daerah = self.env.company.asn_nama_daerah or self.env.company.name
        self.env["mail.mail"].create(
            [
                {
                    "subject": self.env._("Your account at ASN Terpadu"),
                    "email_to": baris._surel(),
                    "auto_delete": True,
                    "body_html": self.env["ir.qweb"]._render(
                        "asn_akses.surel_undangan",
                        {
                            "nama": baris.employee_id.name,
                            "login": baris.user_id.login,
                            "tautan": tautan[baris.user_id],
                            "daerah": daerah,
                        },
                        minimal_qcontext=True,
                    ),
                }
                for baris in surel
                if baris.user_id in tautan
            ]
        )

    def _slip_pdf(self):
        """Return the slips of these rows as one PDF, two on a page.

        :return: the bytes; the links are made now and kept nowhere
        """
        Perender = self.env["asn.surat.renderer"]
        tautan = self.env["hr.employee"]._asn_tautan_undangan(self.user_id)
        slip = [
            {
                "nama": baris.employee_id.nama_lengkap or baris.employee_id.name,
                "nip": baris.employee_id.nip,
                "unit": baris.employee_id.unit_id.name,
                "login": baris.user_id.login,
                "tautan": tautan[baris.user_id],
                "qr": Perender._qr_gambar(tautan[baris.user_id]),
            }
            for baris in self
            if baris.user_id in tautan
        ]
        html = self.env["ir.qweb"]._render(
            "asn_akses.slip_undangan",
            {
                "slip": slip,
                "daerah": self.env.company.asn_nama_daerah or self.env.company.name,
                "sampai": fields.Date.context_today(self) + MASA_UNDANGAN,
            },
            minimal_qcontext=True,
        )
        self._mesin().write(
            {
                "dicetak_pada": fields.Datetime.now(),
                "diundang_pada": fields.Datetime.now(),
            }
        )
        return Perender._pdf(Markup(html), gaya=_PUNCAK)  # noqa: S704

    @api.model
    def _untuk_slip(self, massal):
        """Return the rows whose slip comes next: never printed first."""
        return self.search(
            [
                ("massal_id", "=", massal.id),
                ("saluran", "=", "slip"),
                ("hasil", "=", "dibuat"),
            ],
            order="dicetak_pada NULLS FIRST, id",
        ).filtered(lambda b: b.undangan != "masuk")[:SLIP_MAKS]
