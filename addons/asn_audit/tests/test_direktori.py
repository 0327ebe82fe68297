from odoo.tests import TransactionCase, tagged

from .common import AuditCommon

#: Ours on the public directory: exactly these, each of class public.
UMUM = {
    "gelar_depan",
    "gelar_belakang",
    "nama_lengkap",
    "status_pegawai",
    "unit_id",
    "jabatan_id",
    "jenis_jabatan_id",
    "eselon",
    "jenjang",
    "golongan_id",
}


@tagged("post_install", "-at_install")
class TestDirektori(AuditCommon, TransactionCase):
    """LL-16-1: colleagues find each other by public fields and no others."""

    def test_the_exact_set_of_fields(self):
        publik = self.env["hr.employee.public"]._fields
        milik_kita = {
            nama
            for nama, field in publik.items()
            if (field._module or "").startswith("asn_") and not nama.startswith("cari")
        }
        self.assertEqual(milik_kita & set(self.env["hr.employee"]._fields), UMUM)
        Kelas = self.env["asn.kelas.data"]
        for nama in UMUM:
            with self.subTest(nama=nama):
                self.assertEqual(Kelas._kelas(f"hr.employee.{nama}"), "publik")

    def test_a_colleague_reads_everything_public_and_finds_no_secret(self):
        rahasia = ("1673015703850001", "+628123456789", "Jalan Sunyi 5", "1985-03-17")
        Publik = self.sebagai(self.cici, "hr.employee.public")
        nama = [
            n
            for n, field in Publik._fields.items()
            if Publik._has_field_access(field, "read")
        ]
        teks = str(Publik.browse(self.ani.id).read(nama))
        for nilai in rahasia:
            self.assertNotIn(nilai, teks)
        self.assertFalse(self.jejak(self.ani))
