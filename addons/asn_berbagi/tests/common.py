from odoo.addons.asn_audit.tests.common import AuditCommon

DASAR = ("hr.employee.nip", "hr.employee.jenis_kelamin")


class BerbagiCommon(AuditCommon):
    """An application with a key for unit A and a few fields."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.konsumen = cls.env["asn.berbagi.konsumen"].create(
            {
                "name": "e-Presensi",
                "instansi": "Dinas Contoh",
                "kontak_teknis": "teknis@contoh.go.id",
                "kontak_data": "data@contoh.go.id",
            }
        )

    def setuju(self, *kode, unit=None, **nilai):
        """Return an approved request of the application."""
        return self.permintaan(
            *(kode or DASAR),
            unit=self.dinas_a if unit is None else unit,
            pemohon=self.sistem,
            konsumen_id=self.konsumen.id,
            **nilai,
        )

    def kunci(self):
        """Make a key as Administrator Sistem does and return its text."""
        konsumen = self.konsumen.with_user(self.sistem.user_id)
        aksi = konsumen.action_buat_kunci()
        self.env.flush_all()
        return aksi["params"]["kunci"]

    def panggil(self, sumber, kunci, alamat="127.0.0.1", jalur=None, **mentah):
        """Call as the controller does; return status and body."""
        self.env.flush_all()
        self.env.invalidate_all()
        publik = self.env.ref("base.public_user")
        status, badan, _tunggu, _nomor = (
            self.env["asn.berbagi.api"]
            .with_user(publik)
            ._layani(sumber, kunci, alamat, mentah, **(jalur or {}))
        )
        self.env.invalidate_all()
        return status, badan
