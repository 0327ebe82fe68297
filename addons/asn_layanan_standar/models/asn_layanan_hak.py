from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang


class AsnLayanan(models.Model):
    """What the list of services to file says of one's own entitlements."""

    _inherit = "asn.layanan"

    hak_saya = fields.Char("My Entitlement (Hak Saya)", compute="_compute_hak_saya")
    is_hak_terbuka = fields.Boolean("May Be Filed Now", compute="_compute_hak_saya")

    @api.depends_context("uid", "lang")
    def _compute_hak_saya(self):
        """Say when the present user is next entitled, or that a request is under way."""
        pegawai = self.env.user.employee_id
        hak = self.env["asn.hak.layanan"].search(
            [("employee_id", "in", pegawai.ids), ("layanan_id", "in", self.ids)]
        )
        # By day: of several of one service the first stays.
        berikut = {satu.layanan_id.id: satu for satu in reversed(hak)}
        berjalan = hak and self.env["asn.beranda"]._layanan_berjalan(pegawai)
        for layanan in self:
            satu = berikut.get(layanan.id)
            sibuk = satu and layanan.id in berjalan
            layanan.is_hak_terbuka = satu and satu.keadaan != "nanti" and not sibuk
            layanan.hak_saya = (
                self.env._("Your request is under way")
                if sibuk
                else satu and satu._teks_saya()
            )


class AsnHakLayanan(models.Model):
    """An entitlement as it is told to the person."""

    _inherit = "asn.hak.layanan"

    def _teks_saya(self):
        """Return the day of an entitlement and from when it may be filed, in words."""
        self.ensure_one()
        hari = format_panjang(self.tanggal)
        if self.keadaan != "nanti":
            return self.env._("You may file now, for %s", hari)
        return self.env._(
            "Next for you: %(day)s, may be filed from %(open)s",
            day=hari,
            open=format_panjang(self.buka),
        )
