from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import gambar, pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan, LayananCommon
from odoo.tests import TransactionCase, tagged

ALAMAT = {"alamat_pensiun": "Jalan Melati 9, Kota Contoh"}


class PensiunCommon(LayananCommon):
    """The office of the engine's tests with a mayor, on 2 March 2026.

    ``pegawai`` was born on 17 May 1968: as pelaksana (BUP 58) the pension begins on
    1 June 2026.
    """

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time("2026-03-02 02:00:00")
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.pensiun = cls.env.ref("asn_layanan_standar.layanan_pensiun")
        kaban = cls.buat_jabatan("Kepala BKPSDM", "jpt_pratama_iib", cls.badan)
        cls.tambah_orang("kepala_badan", ("kepala_badan",), cls.badan, kaban)
        jabatan = cls.buat_jabatan("Wali Kota", "jpt_utama", cls.kota, is_kepala=True)
        cls.tambah_orang("wali_kota", ("penandatangan", "pimpinan"), cls.kota, jabatan)
        cls.beri_sertifikat("wali_kota")
        for nama in ("admin_aplikasi", "pengawas", "administrator", "kepala_badan"):
            cls.u[nama].layanan_ids |= cls.pensiun
        cls.pegawai = cls.u["pegawai"].employee_id
        cls.lahir(cls.pegawai, date(1968, 5, 17))
        cls.keluarga(
            cls.pegawai,
            {"hubungan": "pasangan", "nama": "Ratna", "tanggal_nikah": "1995-06-12"},
            {"hubungan": "anak", "nama": "Bima", "tanggal_lahir": "2008-04-02"},
        )
        cls.pegawai.status_perkawinan = "menikah"
        cls.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": cls.pegawai.id,
                    "golongan_id": cls.pegawai.golongan_id.id,
                    "tmt": date(2024, 4, 1),
                    "mkg_tahun": 4,
                    "gaji_pokok": 4301200,
                    "nomor_sk": "GAJI",
                    "tanggal_sk": date(2024, 4, 1),
                }
            ]
        )
        cls.lengkapi_arsip(cls.pegawai)
        cls.env.flush_all()

    @classmethod
    def lahir(cls, pegawai, lahir, tmt_cpns=date(1996, 3, 1)):
        """Give a person a birth date, with the NIP and service that go with it."""
        pegawai.write(
            {
                "nip": f"{lahir:%Y%m%d}{tmt_cpns:%Y%m}{pegawai.nip[14:]}",
                "tanggal_lahir": lahir,
                "tmt_cpns": tmt_cpns,
            }
        )

    @classmethod
    def keluarga(cls, pegawai, *baris):
        """Record relatives."""
        return cls.env["asn.riwayat.keluarga"]._catat(
            [{"employee_id": pegawai.id, **satu} for satu in baris]
        )

    @classmethod
    def lengkapi_arsip(cls, pegawai):
        """File every document that any kind of pension asks for."""
        for jenis in cls.pensiun.versi_live_id.persyaratan_ids.jenis_dokumen_id:
            isi = (
                (pdf(jenis.kode), "pdf") if jenis.izin_pdf else (gambar("JPEG"), "jpg")
            )
            cls.env["asn.dokumen"]._arsipkan(
                pegawai, jenis.kode, isi[0], f"{jenis.kode}.{isi[1]}"
            )

    jawab_luar = KontrakLayanan.jawab_luar

    def jalankan(self, permohonan, tiap_tahap=None):
        """Carry a request to its issue; BKN agrees when it is asked."""
        KontrakLayanan.jalankan(self, permohonan, tiap_tahap)

    def ajukan_pensiun(self, jenis="bup", nama="pegawai", **nilai):
        """Return a submitted request."""
        return self.ajukan(
            nama, self.pensiun, pensiun_jenis=jenis, properti=ALAMAT, **nilai
        )

    def jawaban(self, permohonan, kode):
        """Return (result, fact) of a rule of a request."""
        for satu in permohonan.sudo()._handler()._periksa(permohonan.sudo()):
            if satu[0] == kode:
                return satu[1], satu[2]
        return None


@tagged("post_install", "-at_install")
class TestLayananPensiun(KontrakLayanan, PensiunCommon, TransactionCase):
    """LL-22-2-c: the contract of services for the pension."""

    kode = "pensiun"

    def vals_contoh(self):
        return {"properti": ALAMAT}

    def test_pen_08_increment_before_the_pension_is_the_last_pay(self):
        """An increment that is decided for April is in the decree for June."""
        permohonan = self.ajukan_pensiun()
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.pegawai.golongan_id.id,
                    "tmt": tmt,
                    "mkg_tahun": 6,
                    "gaji_pokok": rupiah,
                    "nomor_sk": f"KGB-{tmt}",
                    "tanggal_sk": date(2026, 2, 1),
                }
                for tmt, rupiah in (
                    (date(2026, 4, 1), 4436900),
                    (date(2026, 6, 1), 4576900),
                )
            ]
        )
        self.assertEqual(self.jawaban(permohonan, "PEN-04")[0], "gagal")
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        self.assertEqual(draf.pensiun_gaji, 4436900, "not what begins with the pension")
