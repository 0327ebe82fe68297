from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestLayananCuti(KontrakLayanan, CutiCommon, TransactionCase):
    """The contract of services, with the balance as a further effect."""

    kode = "cuti"
    bulan = 5

    def vals_contoh(self):
        """Return one day of leave, in another month at each call."""
        self.bulan += 1
        hari = f"2026-{self.bulan:02d}-10"
        return self.isian(mulai=hari, selesai=f"2026-{self.bulan:02d}-12")

    def jejak(self, permohonan):
        """Days used and days left belong to the effects."""
        pegawai = permohonan.employee_id
        pakai = self.buku.search(
            [("employee_id", "=", pegawai.id), ("jenis", "=", "pakai")]
        )
        return {
            **super().jejak(permohonan),
            "pakai": sum(pakai.mapped("hari")),
            "tersedia": self.tersedia(),
        }
