import logging

from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import awal_bulan_berikut, tambah_bulan
from odoo.exceptions import UserError

from ..skenario import cerita_pensiun

_logger = logging.getLogger(__name__)


class AsnSkenarioPensiun(models.AbstractModel):
    """Files the requests for a pension; those who ask outside wait for BKN."""

    _name = "asn.skenario.pensiun"
    _inherit = "asn.skenario.layanan"
    _description = "Demo Scenario: Pensions"

    def _muat(self, isi):
        """Drive the requests of ``cerita_pensiun`` into every state."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        hari_ini = fields.Date.context_today(self)
        for nomor, (kode, jenis, bulan, akhir) in enumerate(cerita_pensiun.PERMOHONAN):
            satu = orang[kode]
            jawaban = {
                "alamat_pensiun": f"{satu['alamat_domisili']}, Kota Contoh",
                "telepon_pensiun": satu["no_hp"],
                "alasan_pensiun": cerita_pensiun.ALASAN[jenis],
            }
            try:
                with self.env.cr.savepoint():
                    draf = self._draf(
                        satu,
                        "pensiun",
                        jawaban,
                        pensiun_jenis=jenis,
                        pensiun_tmt_usul=awal_bulan_berikut(
                            tambah_bulan(hari_ini, bulan)
                        ),
                    )
                    self._sampai(draf, akhir, nomor)
            except (UserError, LookupError) as error:
                _logger.info("Kota Contoh: pensiun %s %s: %s", kode, akhir, error)

    def _setuju(self, permohonan, kali):  # pylint: disable=missing-return
        """Also record the letter to BKN and its answer where the step is there."""
        for _langkah in range(kali):
            # sudo: only the loader's look at how far the request is
            if permohonan.sudo().tahap_id.jenis == "eksternal":
                self._kirim_luar(permohonan)
                self._aktor(permohonan).action_external_answered(
                    f"PG-{permohonan.id:08d}",
                    fields.Date.context_today(self),
                    "setuju",
                )
            else:
                super()._setuju(permohonan, 1)

    def _kirim_luar(self, permohonan):
        self._aktor(permohonan).action_external_sent(
            f"800.1.6.3/{permohonan.id}/BKPSDM", fields.Date.context_today(self)
        )

    def _sampai_luar(self, permohonan, rincian, nomor):
        """Leave it waiting for BKN's answer."""
        # sudo: only the loader's look at how far the request is
        while permohonan.sudo().tahap_id.jenis != "eksternal":
            self._setuju(permohonan, 1)
        self._kirim_luar(permohonan)
