from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN, tambah_bulan

from ..domain import pangkat

#: Months before a TMT on whose first day proposals open, and on the eve of which
#: they close, where no period says otherwise (KP-08, to be confirmed).
BUKA_BULAN, TUTUP_BULAN = 2, 1


class AsnLayanan(models.Model):
    """Monthly periods of promotions (KP-01, KP-08)."""

    _inherit = "asn.layanan"

    def _kp_jendela(self, tmt):
        """Return the first and last day on which promotions of a TMT are proposed."""
        self.ensure_one()
        # sudo: when proposals are taken is the same for everybody
        periode = self.sudo().periode_ids.filtered(lambda p: p.untuk_tanggal == tmt)
        if periode:
            return periode[0].buka, periode[0].tutup
        return pangkat.jendela(tmt, BUKA_BULAN, TUTUP_BULAN)

    def _kp_tmt_pada(self, hari):
        """Return the TMT for which proposals are taken on a day, or the next one."""
        self.ensure_one()
        # sudo: see _kp_jendela
        for periode in self.sudo().periode_ids.sorted("untuk_tanggal"):
            if periode.untuk_tanggal and periode.buka <= hari <= periode.tutup:
                return periode.untuk_tanggal
        tmt = tambah_bulan(hari.replace(day=1), TUTUP_BULAN)
        while self._kp_jendela(tmt)[1] < hari:
            tmt = tambah_bulan(tmt, 1)
        return tmt

    @api.model
    def _siapkan_periode_kp(self, bulan=24):
        """Write the periods of the coming months that are not there yet.

        :param bulan: how many months from the first open TMT on
        """
        layanan = self.env.ref("asn_layanan_standar.layanan_kenaikan_pangkat")
        ada = set(layanan.periode_ids.mapped("untuk_tanggal"))
        awal = layanan._kp_tmt_pada(self.env["hr.employee"]._asn_hari_ini())
        baru = []
        for nomor in range(bulan):
            tmt = tambah_bulan(awal, nomor)
            if tmt in ada:
                continue
            buka, tutup = pangkat.jendela(tmt, BUKA_BULAN, TUTUP_BULAN)
            baru.append(
                {
                    "layanan_id": layanan.id,
                    "name": f"Kenaikan pangkat {NAMA_BULAN[tmt.month - 1]} {tmt.year}",
                    "buka": buka,
                    "tutup": tutup,
                    "untuk_tanggal": tmt,
                }
            )
        return self.env["asn.layanan.periode"].create(baru)
