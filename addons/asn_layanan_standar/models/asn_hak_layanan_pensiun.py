from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

#: Months before the TMT from which a pension may be filed (PEN time line).
_BULAN_BUKA = 15


class AsnHakLayanan(models.Model):
    """Retirement by age (BUP) within five years (PEN-03)."""

    _inherit = "asn.hak.layanan"

    pensiun_keadaan = fields.Selection(related="employee_id.pensiun_keadaan")

    @api.model
    def _sumber(self, hari_ini, sampai, ids, cltn):
        kueri = SQL(
            """SELECT id, 'pensiun', 'bup', bup_tahun, tmt_pensiun,
                      (tmt_pensiun - make_interval(months => %(buka)s))::date,
                      NULL::int, NULL::int, 0
                 FROM orang
                WHERE status_pegawai = 'pns' AND tmt_pensiun <= %(sampai)s""",
            buka=_BULAN_BUKA,
            sampai=sampai,
        )
        return [*super()._sumber(hari_ini, sampai, ids, cltn), kueri]

    def _teks_langkah(self):
        """Return nothing: there is one pension, whatever the age."""
        return "" if self.kode == "bup" else super()._teks_langkah()

    def _uraikan(self):
        if self.kode != "bup":
            return super()._uraikan()
        return (
            self.env._("Pension at the age of %s", self.langkah),
            self.env._(
                "First of the month after the birthday of the retirement age, %s"
                " (PEN-03)",
                format_panjang(self.tanggal),
            ),
        )
