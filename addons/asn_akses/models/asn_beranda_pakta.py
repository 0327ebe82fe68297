from odoo import models


class AsnBerandaPakta(models.AbstractModel):
    """A role that waits for its statements says so on the home page."""

    _inherit = "asn.beranda"

    def _bagian(self):
        bagian = super()._bagian()
        status = self.env.user._asn_pakta_status()
        if status in ("menunggu", "segera"):
            bagian.append(self._bagian_pakta(status))
        return bagian

    def _bagian_pakta(self, status):
        """Return the note with the way to the page for signing."""
        _ = self.env._
        menunggu = status == "menunggu"
        return {
            "key": "pakta",
            "judul": _("My Role"),
            "jenis": "daftar",
            "urutan": 1,
            "isi": {
                "baris": [
                    {
                        "judul": _("Your right waits for the integrity pact")
                        if menunggu
                        else _("Your statements end soon"),
                        "keterangan": self.env.user._asn_nama_peran(),
                        "ikon": "fa-pencil-square-o",
                        "warna": "danger" if menunggu else "warning",
                        "aksi": "asn_akses.asn_pernyataan_saya_action",
                    }
                ],
                "kosong": "",
            },
        }
