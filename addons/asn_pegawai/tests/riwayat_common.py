from datetime import date

from odoo.exceptions import ValidationError

from .common import PegawaiCommon


class RiwayatJenisCommon(PegawaiCommon):
    """One person and short ways to record a row of a kind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orang_uji = cls.orang("jenis_orang", unit=cls.dinas_a)

    @classmethod
    def catat(cls, riwayat, /, **nilai):
        """Record a valid row of a kind for the person."""
        vals = {"employee_id": cls.orang_uji.id, "nomor_sk": "SK-1"}
        vals["tanggal_sk"] = nilai.get("tmt") or date(2020, 1, 1)
        return cls.env[f"asn.riwayat.{riwayat}"]._catat([{**vals, **nilai}])

    def tolak(self, pesan, riwayat, /, **nilai):
        """Expect a refusal that says why."""
        with self.assertRaisesRegex(ValidationError, pesan), self.env.cr.savepoint():
            self.catat(riwayat, **nilai)
            self.env.flush_all()
