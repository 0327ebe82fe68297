from odoo import api, models
from odoo.addons.asn_base.domain.tanggal import format_panjang, tambah_bulan

from ..domain import pensiun

#: From so many months before the pension the timeline is shown.
_BULAN_TAMPIL = 18


class AsnBeranda(models.AbstractModel):
    """The way to the pension on the home page of who is near it (6.3)."""

    _inherit = "asn.beranda"

    @api.model
    def _bagian(self):
        bagian = super()._bagian()
        # sudo: the own day of the pension; columns of the pension list are closed
        pegawai = self.env.user.employee_id.sudo()
        tmt, hari_ini = pegawai.tmt_pensiun, pegawai._asn_hari_ini()
        if (
            not tmt
            or pegawai.status_pegawai != "pns"
            or pegawai._asn_sudah_berhenti()
            or tmt > tambah_bulan(hari_ini, _BULAN_TAMPIL)
        ):
            return bagian
        return [*bagian, self._bagian_pensiun(pegawai, tmt, hari_ini)]

    @api.model
    def _bagian_pensiun(self, pegawai, tmt, hari_ini):
        """Return the section: five days in order, the next one marked."""
        judul = {
            "usul": self.env._("The pension may be proposed"),
            "pemberitahuan": self.env._("You and your unit are told"),
            "batas": self.env._("Last day for the proposal to reach BKN"),
            "akhir_dinas": self.env._("Last day of service"),
            "pensiun": self.env._("The pension begins"),
        }
        linimasa = pensiun.linimasa(tmt)
        nanti = [kode for kode, hari in linimasa if hari > hari_ini]
        keadaan = dict(
            pegawai._fields["pensiun_keadaan"]._description_selection(self.env)
        )
        return {
            "key": "linimasa_pensiun",
            "pribadi": True,
            "judul": self.env._("My way to the pension (Menjelang Pensiun)"),
            "jenis": "daftar",
            "urutan": 14,
            "isi": {
                "baris": [
                    {
                        "judul": judul[kode],
                        "keterangan": keadaan[pegawai.pensiun_keadaan]
                        if kode == "batas"
                        else False,
                        "tanggal": format_panjang(hari),
                        "lencana": self.env._("Next") if nanti[:1] == [kode] else False,
                        "warna": "info" if kode in nanti else "muted",
                        "ikon": "fa-circle-o" if kode in nanti else "fa-check-circle",
                    }
                    for kode, hari in linimasa
                ],
            },
        }
