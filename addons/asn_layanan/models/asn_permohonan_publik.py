from odoo import models

from ..domain import transisi


class AsnPermohonan(models.Model):
    """What the public page says about a request: no name, no reason, no content."""

    _inherit = "asn.permohonan"

    def _status_publik(self):
        """Return state, phase, dates and who has it, in Indonesian."""
        self.ensure_one()
        p = self.with_context(lang="id_ID")
        label = {
            nama: dict(p._fields[nama]._description_selection(p.env))[p[nama]]
            for nama in ("state", "fase")
        }
        berjalan = p.state in (transisi.IN_REVIEW, transisi.APPROVED)
        return {
            "nomor": p.nomor,
            "status": label["state"],
            "fase": label["fase"],
            "warna": {
                transisi.RETURNED: "kuning",
                transisi.REJECTED: "merah",
                transisi.CANCELLED: "merah",
                transisi.ISSUED: "hijau",
                transisi.DONE: "hijau",
            }.get(p.state, "biru"),
            "posisi": p.posisi if p.state in transisi.TERBUKA else "",
            "diajukan": self._tanggal(p.tanggal_ajuan) if p.tanggal_ajuan else False,
            "perkiraan": p.perkiraan_selesai if berjalan else False,
            "batas_perbaikan": p.batas_perbaikan
            if p.state == transisi.RETURNED
            else False,
            "selesai": self._tanggal(p.tanggal_akhir or p.tanggal_terbit)
            if p.tanggal_akhir or p.tanggal_terbit
            else False,
        }
