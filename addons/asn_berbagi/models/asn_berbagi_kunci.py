from datetime import timedelta

from odoo import api, fields, models

from ..domain import kunci as kunci_tools

_UMUR_MAKS = 365


class AsnBerbagiKunci(models.Model):
    """A key of a consumer: its hash, its life and when it was last used.

    The key itself is shown once and stored nowhere. Rows come from
    ``asn.berbagi.konsumen.action_buat_kunci`` only.
    """

    _name = "asn.berbagi.kunci"
    _inherit = "asn.penjaga.mixin"
    _description = "API Key of a Consumer (Kunci)"
    _order = "id desc"
    _rec_name = "kode"
    _ENGINE_ROWS = True

    konsumen_id = fields.Many2one(
        "asn.berbagi.konsumen",
        "Consumer",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    kode = fields.Char("Key", required=True, readonly=True)
    sidik = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    berlaku_sampai = fields.Date("Until", required=True, readonly=True)
    dicabut_pada = fields.Datetime("Revoked", readonly=True)
    dicabut_oleh_id = fields.Many2one("res.users", "Revoked By", readonly=True)
    dipakai_terakhir = fields.Datetime("Last Call", readonly=True)
    is_hidup = fields.Boolean("Live", compute="_compute_is_hidup")

    _kode_uniq = models.UniqueIndex("(kode)", "This key exists already.")

    @api.depends("berlaku_sampai", "dicabut_pada")
    def _compute_is_hidup(self):
        hari_ini = fields.Date.context_today(self.with_context(tz="Asia/Jakarta"))
        for kunci in self:
            kunci.is_hidup = not kunci.dicabut_pada and kunci.berlaku_sampai >= hari_ini

    def _hidup(self):
        return self.filtered("is_hidup")

    @api.model
    def _rahasia(self):
        # sudo: the secret of the database, of which only a keyed hash leaves here
        parameter = self.env["ir.config_parameter"].sudo()
        return parameter.get_param("database.secret")

    @api.model
    def _terbitkan(self, konsumen, sampai):
        """Store a new key for a consumer and return it as text, this once.

        :param sampai: last day, inclusive; never more than a year ahead
        """
        hari_ini = fields.Date.context_today(self.with_context(tz="Asia/Jakarta"))
        kode, teks = kunci_tools.buat()
        # sudo: the caller was checked; rows come from the engine only
        self.sudo()._mesin().create(
            {
                "konsumen_id": konsumen.id,
                "kode": kode,
                "sidik": kunci_tools.sidik(teks, self._rahasia()),
                "berlaku_sampai": min(sampai, hari_ini + timedelta(days=_UMUR_MAKS)),
            }
        )
        return teks

    @api.model
    def _cari(self, teks):
        """Return the live key with this text, or none; the same for all faults."""
        kode = kunci_tools.kode(teks)
        if not kode:
            return self.browse()
        # sudo: whoever calls is known by the key alone
        kunci = self.sudo().search([("kode", "=", kode)])
        if not kunci or not kunci_tools.cocok(teks, self._rahasia(), kunci.sidik):
            return self.browse()
        return kunci._hidup()

    def action_cabut(self):
        """Revoke keys at once, for Administrator Sistem.

        :raises AccessError: for anybody else
        """
        self.konsumen_id._periksa_pengelola()
        self.check_access("read")
        # sudo: the caller was checked; rows are changed by the engine only
        self.filtered(lambda k: not k.dicabut_pada).sudo()._mesin().write(
            {"dicabut_pada": fields.Datetime.now(), "dicabut_oleh_id": self.env.uid}
        )
        return True
