from odoo import api, models
from odoo.tools import config


class AsnKanalPemberitahuanSurel(models.AbstractModel):
    """Notices by e-mail. Core's mail queue sends them and keeps its failures."""

    _name = "asn.kanal.pemberitahuan.surel"
    _inherit = "asn.kanal.pemberitahuan"
    _description = "Notices by E-mail"

    _kode = "surel"
    # What somebody has to do must not depend on a forgotten setting (PRO-03).
    _wajib = frozenset({"tindakan", "peringatan"})

    @api.model
    def _label(self):
        return self.env._("E-mail")

    @api.model
    def _tersedia(self):
        # sudo: whether the office has a mail server decides, not the caller
        server = self.env["ir.mail_server"].sudo().search_count([], limit=1)
        return bool(server) or config["smtp_server"] not in (False, "", "localhost")

    @api.model
    def _terjangkau(self, users):
        return users.filtered("email")

    @api.model
    def _kirim(self, pesan):
        template = self.env.ref("asn_layanan.mail_template_pemberitahuan")
        template.send_mail_batch(pesan.pemberitahuan_id.ids, force_send=False)
        return {p.id: ("terkirim", False) for p in pesan}
