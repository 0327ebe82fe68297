import base64

from odoo.addons.asn_base.tests.common import AsnCommon

from ..domain import impor_contoh, impor_templat

_UNIT = (
    "BKPSDM BKPSDM.SEK.UK KOMINFO KOMINFO.APT DISDIK DISDIK.SMP SMPN1 DINKES PKM.MLT "
    "RSUD RSUD.TU PUPR PUPR.BM KEC.MKS KEL.MKJ SETDA.ORG SETDA.UM"
).split()


class ImporCommon(AsnCommon):
    """The invented city's units and an administrator who imports."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kota = cls.buat_unit("Kota Uji Impor", "pemda")
        for kode in _UNIT:
            cls.buat_unit(f"Unit {kode}", induk=cls.kota, kode=kode)
        cls.admin = cls.buat_user("admin_impor", ("admin_sistem",))
        cls.Impor = cls.env["asn.impor"].with_user(cls.admin)
        cls.gaji = cls.env["asn.impor"]._tabel_gaji()

    def unggah(self, isi, nama="daftar.xlsx", **nilai):
        vals = {"buat_jabatan": True, **nilai}
        return self.Impor.create(
            {"file": base64.b64encode(isi), "nama_file": nama, **vals}
        )

    def periksa(self, baris, **nilai):
        impor = self.unggah(impor_templat.isi(baris), **nilai)
        impor.action_periksa()
        return impor

    def jalankan(self, impor):
        """Run the scheduled job as the server does, commits included."""
        impor.action_jalankan()
        self.cron()

    def cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("asn_pegawai.ir_cron_impor").method_direct_trigger()

    def orang(self, jumlah, seed=7):
        return impor_contoh.orang(jumlah, seed=seed, gaji=self.gaji)

    def pegawai(self, nip):
        return self.env["hr.employee"].search([("nip", "=", nip)])

    def temuan(self, impor):
        return [(m.baris, m.judul, m.tingkat, m.kunci) for m in impor.masalah_ids]
