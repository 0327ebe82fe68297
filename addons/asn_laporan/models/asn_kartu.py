import base64
import secrets

from odoo import api, fields, models
from odoo.addons.asn_surat.domain import pdf as mesin_pdf
from odoo.exceptions import AccessError, UserError

#: Set by this model's own methods only.
_TERJAGA = ("employee_id", "token", "status", "dicabut_pada", "dicabut_oleh_id")


class AsnKartu(models.Model):
    """The card of a civil servant (kartu pegawai) with a code that proves it.

    The code leads to a public page that shows what is true today, not what was
    true when the card was printed. Each person has one card in force; a lost
    one is revoked and replaced, and its code then says so.

    The holder and the system administrator issue, print and revoke; nobody
    else sees the code.
    """

    _name = "asn.kartu"
    _description = "Employee Card (Kartu Pegawai)"
    _order = "create_date desc, id desc"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee",
        "Holder (pegawai)",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    token = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
        default=lambda self: secrets.token_urlsafe(24),
    )
    status = fields.Selection(
        [("aktif", "In force"), ("dicabut", "Revoked (dicabut)")],
        required=True,
        readonly=True,
        default="aktif",
        index=True,
    )
    is_foto = fields.Boolean(
        "Photo on the Public Page",
        help="Whoever scans the code then also sees the photo.",
    )
    dicabut_pada = fields.Datetime("Revoked On", readonly=True)
    dicabut_oleh_id = fields.Many2one(
        "res.users", "Revoked By", readonly=True, ondelete="restrict"
    )
    tampilan = fields.Json("Card", compute="_compute_tampilan")

    _token_uniq = models.Constraint("UNIQUE (token)", "Tokens are unique.")
    _aktif_uniq = models.UniqueIndex(
        "(employee_id) WHERE status = 'aktif'",
        "This person has a card in force. Revoke it first.",
    )

    @api.depends("employee_id", "status")
    @api.depends_context("lang")
    def _compute_tampilan(self):
        """Return what the card says today and its code."""
        for kartu in self:
            kartu.tampilan = {
                **kartu._muka(),
                "status": kartu.status,
                "qr": kartu._qr() if kartu.status == "aktif" else "",
            }

    # -- guards ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._("Cards are issued from the profile of the person.")
            )
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and set(vals) - {"is_foto"}:
            raise AccessError(
                self.env._("A card keeps its holder and its code. Replace it instead.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("A card is revoked, never deleted."))

    def _periksa_pengurus(self):
        """Refuse everybody but the holder and the system administrator."""
        self.check_access("read")
        for kartu in self:
            # sudo: whose card it is decides.
            milik = kartu.employee_id.sudo().user_id == self.env.user
            if not milik and not self.env.user.has_group("asn_base.group_admin_sistem"):
                raise AccessError(
                    self.env._(
                        "Only the holder or the system administrator changes a card."
                    )
                )

    # -- acts --------------------------------------------------------------

    @api.model
    def _terbitkan(self, pegawai):
        """Return the card in force of one person, a new one where there is none."""
        pegawai.ensure_one()
        # sudo: only methods of this model write cards; the caller was checked.
        Kartu = self.sudo()
        domain = [("employee_id", "=", pegawai.id), ("status", "=", "aktif")]
        kartu = Kartu.search(domain, limit=1)
        if not kartu:
            pegawai.lock_for_update()
            kartu = Kartu.search(domain, limit=1)
        return self.browse((kartu or Kartu.create({"employee_id": pegawai.id})).id)

    def action_cabut(self):
        """Revoke cards; their codes then say that they are not in force.

        :raise AccessError: for anybody but holder and system administrator
        """
        self._periksa_pengurus()
        # sudo: state is written by these methods only.
        self.sudo().filtered(lambda k: k.status == "aktif").write(
            {
                "status": "dicabut",
                "dicabut_pada": fields.Datetime.now(),
                "dicabut_oleh_id": self.env.uid,
            }
        )
        return True

    def action_ganti(self):
        """Revoke this card and open a new one with another code.

        :raise AccessError: for anybody but holder and system administrator
        """
        self.ensure_one()
        self.action_cabut()
        self.env.flush_all()
        return self._terbitkan(self.employee_id)._aksi()

    def action_cetak(self):
        """Return the card as a PDF in the size of a bank card."""
        self._periksa_pengurus()
        if any(kartu.status != "aktif" for kartu in self):
            raise UserError(
                self.env._("A revoked card is not printed. Issue a new one first.")
            )
        return self.env.ref("asn_laporan.kartu_report").report_action(self)

    def _aksi(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Employee Card (Kartu Pegawai)"),
            "res_model": "asn.kartu",
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "current",
        }

    # -- what it shows -----------------------------------------------------

    def _muka(self):
        """Return what is printed on the card, as of today."""
        self.ensure_one()
        # sudo: the card shows its holder, whoever may read the card.
        orang = self.employee_id.sudo()
        perusahaan = self.env.company.sudo()  # sudo: name of the government
        return {
            "nama": orang.nama_lengkap or orang.name,
            "nip": orang.nip_tampil or "",
            "sebutan_nip": "NI PPPK"
            if orang.status_pegawai in ("pppk", "pppk_paruh_waktu")
            else "NIP",
            "jabatan": orang.jabatan_id.name or "",
            "unit": orang.unit_id.name or "",
            "golongan": orang.golongan_id.kode or "",
            "daerah": perusahaan.asn_nama_daerah or perusahaan.name or "",
            "badan": perusahaan.asn_nama_badan or "",
            "foto": f"/web/image/hr.employee/{orang.id}/avatar_256",
        }

    def _alamat(self):
        # sudo: the token is read by this page and this card only.
        return f"{self.get_base_url()}/k/{self.sudo().token}"

    def _qr(self):
        """Return the code as a data address."""
        png = mesin_pdf.qr_png(self._alamat())
        return "data:image/png;base64," + base64.b64encode(png).decode()

    @api.model
    def _cari_token(self, token):
        """Return the card behind a token, also a revoked one, or none.

        :param str token: from the address; anything else than a token is none
        """
        if not isinstance(token, str) or not 20 <= len(token) <= 64:
            return self.browse()
        # sudo: visitors prove by the token that they saw the card.
        return self.sudo().search([("token", "=", token)], limit=1)

    def _ringkas(self):
        """Return the little that the public page tells, true today.

        Only for the page behind the token: the caller has the card as root.
        """
        self.ensure_one()
        orang = self.employee_id
        muka = self._muka()
        nip = (orang.nip or "").strip()
        return {
            "berlaku": self.status == "aktif" and orang._masih_bertugas(),
            "dicabut": self.status != "aktif",
            "nama": muka["nama"],
            "sebutan_nip": muka["sebutan_nip"],
            "nip": samarkan_nip(nip),
            "jabatan": muka["jabatan"],
            "unit": muka["unit"],
            "foto": self._foto_data(orang) if self.is_foto else "",
        }

    @api.model
    def _foto_data(self, orang):
        return self.env["report.asn_laporan.drh"]._foto(orang)


def samarkan_nip(nip):
    """Return ``1985***********003``: enough to compare with a card in the hand."""
    if len(nip) < 8:
        return "*" * len(nip)
    return nip[:4] + "*" * (len(nip) - 7) + nip[-3:]
