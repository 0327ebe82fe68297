import io
from datetime import date

import openpyxl
from odoo.addons.asn_pegawai.tests.common import PegawaiCommon

#: The day of the worked cases: the past, so that the riwayat must answer.
PADA = date(2024, 12, 31)


class LaporanCommon(PegawaiCommon):
    """The small city with its people of known careers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.s1 = cls.env.ref("asn_base.pendidikan_s1")
        cls.s2 = cls.env.ref("asn_base.pendidikan_s2")
        cls.jab_analis = cls.buat_jabatan("Analis", "jf_ahli_pertama")
        cls.nomor_urut = 100
        cls.admin = cls.orang("lap_admin", ("admin_sistem",), unit=cls.kota)
        cls.fas = cls.orang("lap_fas", ("fasilitator",), unit=cls.kota)
        cls.fas.user_id.asn_unit_ids = cls.dinas_a
        cls.monev = cls.orang("lap_monev", ("monev",), unit=cls.kota)
        cls.kaban = cls.orang("lap_kaban", ("kepala_badan",), unit=cls.kota)
        cls.biasa = cls.orang("lap_biasa", unit=cls.dinas_b)

    @classmethod
    def asn(
        cls,
        nama,
        golongan=None,
        tmt_golongan=date(2020, 4, 1),
        jabatan=None,
        tmt_jabatan=date(2020, 4, 1),
        unit=None,
        mkg=(10, 0),
        lahir=date(1985, 3, 17),
        pendidikan=None,
        lulus=2008,
        **nilai,
    ):
        """Create a PNS with one row of each riwayat that the DUK looks at."""
        cls.nomor_urut += 1
        vals = {
            "name": nama,
            "status_pegawai": "pns",
            "tanggal_lahir": lahir,
            "jenis_kelamin": "L",
            "tmt_cpns": date(2010, 1, 1),
            "tmt_pns": date(2011, 1, 1),
            "nip": f"{lahir:%Y%m%d}2010011{cls.nomor_urut:03d}",
            **nilai,
        }
        pegawai = cls.env["hr.employee"].create(vals)
        cls.golongan(
            pegawai,
            golongan or cls.gol_iiia,
            tmt_golongan,
            mkg_tahun=mkg[0],
            mkg_bulan=mkg[1],
        )
        cls.jabatan(
            pegawai, jabatan or cls.jab_pelaksana, unit or cls.dinas_a, tmt_jabatan
        )
        cls.pendidikan(pegawai, pendidikan or cls.s1, lulus)
        return pegawai

    @classmethod
    def pendidikan(cls, pegawai, tingkat, lulus):
        """Record a valid certificate."""
        return cls.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    "employee_id": pegawai.id,
                    "pendidikan_id": tingkat.id,
                    "nomor_ijazah": f"IJ-{lulus}",
                    "tahun_lulus": lulus,
                    "tmt": date(lulus, 7, 1),
                }
            ]
        )

    @classmethod
    def diklat(cls, pegawai, kode, selesai=date(2018, 6, 1), jam=300):
        """Record a valid training of a kind named by its code."""
        jenis = cls.env["asn.jenis.diklat"].search([("kode", "=", kode)])
        return cls.env["asn.riwayat.diklat"]._catat(
            [
                {
                    "employee_id": pegawai.id,
                    "jenis_diklat_id": jenis.id,
                    "nama": jenis.name,
                    "nomor_sk": "DIK-1",
                    "tanggal_selesai": selesai,
                    "jumlah_jam": jam,
                }
            ]
        )

    @classmethod
    def buat_daftar(cls, siapa=None, **nilai):
        """Ask for a list as somebody."""
        vals = {
            "jenis": "duk",
            "kelompok": "pns",
            "urut": "duk",
            "tanggal": PADA,
            "is_pdf": False,
            **nilai,
        }
        user = (siapa or cls.admin).user_id
        return cls.env["asn.daftar"].with_user(user).create(vals)

    @classmethod
    def nama(cls, daftar):
        """Return the names of a list in their order."""
        return [satu["nama"] for satu in daftar._rekam(["nama"])]


def buka_xlsx(isi):
    """Return the first sheet of a spreadsheet in bytes."""
    return openpyxl.load_workbook(io.BytesIO(isi)).active
