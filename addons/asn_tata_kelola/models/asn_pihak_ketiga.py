from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

#: Days before the end in which an agreement counts as ending soon.
_SEGERA_HARI = 30


class AsnPihakKetiga(models.Model):
    """A third party that works on or with the system (LL-31-2-g).

    Its accounts and its API consumers work only while the agreement is in force
    and the secrecy statement is signed; without it there is no access.
    """

    _name = "asn.pihak.ketiga"
    _inherit = ["mail.thread"]
    _description = "Third Party (Pihak Ketiga)"
    _order = "tanggal_selesai desc, id desc"

    name = fields.Char("Third Party (Pihak Ketiga)", required=True)
    active = fields.Boolean(default=True)
    narahubung = fields.Char("Contact (Narahubung)", required=True)
    nomor_perjanjian = fields.Char("Agreement No. (Nomor Perjanjian)", required=True)
    tanggal_perjanjian = fields.Date("Agreement Date", required=True)
    lingkup = fields.Text("Scope (Ruang Lingkup)", required=True)
    tanggal_mulai = fields.Date("From", required=True, tracking=True)
    tanggal_selesai = fields.Date("Until", required=True, tracking=True)
    is_kerahasiaan = fields.Boolean(
        "Secrecy Signed (Pernyataan Kerahasiaan)",
        tracking=True,
        help="Without the signed statement no access is given.",
    )
    berkas = fields.Binary("Agreement (PDF)", attachment=True, copy=False)
    nama_berkas = fields.Char("Name of the File", copy=False)
    dihentikan_pada = fields.Date(
        "Ended Early On", tracking=True, copy=False, help="Access ends on this day."
    )
    status = fields.Selection(
        [
            ("belum", "Not yet (belum berlaku)"),
            ("berlaku", "In force (berlaku)"),
            ("segera", "Ends soon (segera berakhir)"),
            ("tanpa_pernyataan", "Secrecy not signed"),
            ("berakhir", "Ended (berakhir)"),
        ],
        "Status",
        compute="_compute_status",
    )
    user_ids = fields.One2many(
        "res.users",
        "asn_pihak_ketiga_id",
        "Accounts (Akun)",
        groups="asn_base.group_admin_sistem",
    )
    konsumen_ids = fields.One2many(
        "asn.berbagi.konsumen", "pihak_ketiga_id", "API Consumers"
    )
    aset_ids = fields.One2many("asn.aset.tik", "pihak_ketiga_id", "Assets (Aset)")

    _masa_check = models.Constraint(
        "CHECK(tanggal_selesai >= tanggal_mulai)",
        "An agreement ends after it begins.",
    )

    def _akhir(self):
        """Return the last day with access."""
        self.ensure_one()
        henti = self.dihentikan_pada
        return (
            min(self.tanggal_selesai, henti - timedelta(days=1))
            if henti
            else self.tanggal_selesai
        )

    def _berlaku(self):
        """Tell whether access is allowed today."""
        self.ensure_one()
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return bool(
            self.active
            and self.is_kerahasiaan
            and self.tanggal_mulai <= hari_ini <= self._akhir()
        )

    @api.depends(
        "active",
        "is_kerahasiaan",
        "tanggal_mulai",
        "tanggal_selesai",
        "dihentikan_pada",
    )
    def _compute_status(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        segera = hari_ini + timedelta(days=_SEGERA_HARI)
        for satu in self:
            if not satu.tanggal_mulai or not satu.tanggal_selesai:
                satu.status = False
            elif satu._akhir() < hari_ini or not satu.active:
                satu.status = "berakhir"
            elif not satu.is_kerahasiaan:
                satu.status = "tanpa_pernyataan"
            elif satu.tanggal_mulai > hari_ini:
                satu.status = "belum"
            else:
                satu.status = "segera" if satu._akhir() <= segera else "berlaku"

    @api.constrains("tanggal_perjanjian", "tanggal_mulai")
    def _check_perjanjian(self):
        for satu in self:
            if satu.tanggal_perjanjian > satu.tanggal_mulai:
                raise ValidationError(
                    self.env._("Access begins after the agreement was made.")
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Third parties are archived and not deleted."))

    @api.model
    def _cron_akhiri(self):
        """Close accounts and consumers of agreements that are not in force.

        :return: how many accounts and consumers were closed
        """
        # sudo: a scheduled job of the machine
        semua_sudo = self.sudo().with_context(active_test=False)
        tutup = 0
        for satu in semua_sudo.search([]):  # pylint: disable=no-search-all
            if satu._berlaku() or satu.status == "belum":
                continue
            akun = satu.user_ids.filtered("active")
            konsumen = satu.konsumen_ids.filtered("active")
            akun.active = False
            konsumen.active = False
            tutup += len(akun) + len(konsumen)
            if akun or konsumen:
                satu.message_post(
                    body=self.env._(
                        "Accounts and applications were closed: the agreement is not"
                        " in force."
                    )
                )
        return tutup
