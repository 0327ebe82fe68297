from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnLayanan(models.Model):
    """Periods of a service, and what they mean today."""

    _inherit = "asn.layanan"

    periode_ids = fields.One2many("asn.layanan.periode", "layanan_id", "Periods")
    is_terbuka = fields.Boolean("Open Today", compute="_compute_is_terbuka")
    info_periode = fields.Char("Period", compute="_compute_is_terbuka")

    @api.depends("periode_ids.buka", "periode_ids.tutup", "versi_ids.state")
    def _compute_is_terbuka(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: when a service is open is no secret
        for layanan, sudo in zip(self, self.sudo(), strict=True):
            versi = sudo.versi_live_id
            if not versi or versi.pembukaan == "selalu":
                layanan.is_terbuka = bool(versi)
                layanan.info_periode = False
                continue
            layanan.is_terbuka = bool(sudo._periode_pada(hari_ini))
            layanan.info_periode = sudo._teks_periode(hari_ini)

    def _periode_pada(self, tanggal):
        """Return the period that holds a day, or none."""
        self.ensure_one()
        return self.periode_ids.filtered(lambda p: p.buka <= tanggal <= p.tutup)[:1]

    def _periode_berikut(self, tanggal):
        """Return the next period that opens after a day, or none."""
        self.ensure_one()
        return self.periode_ids.filtered(lambda p: p.buka > tanggal).sorted("buka")[:1]

    def _teks_periode(self, tanggal):
        """Return in words whether the service takes requests on a day."""
        self.ensure_one()
        if kini := self._periode_pada(tanggal):
            return self.env._(
                "%(name)s, open until %(date)s",
                name=kini.name,
                date=format_panjang(kini.tutup),
            )
        if nanti := self._periode_berikut(tanggal):
            return self.env._(
                "Closed; the next period (%(name)s) opens on %(date)s",
                name=nanti.name,
                date=format_panjang(nanti.buka),
            )
        return self.env._("Closed; no further period has been set")
