"""The office of the engine's tests with the leave service, on 2 March 2026."""

from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_layanan.tests.common import LayananCommon

HARI_INI = "2026-03-02 02:00:00"


class CutiCommon(LayananCommon):
    """Frozen in time: holidays, entitlement and balances depend on the date."""

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time(HARI_INI)
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.env.company.asn_cuti_tahun_mulai = 2026
        cls.cuti = cls.env.ref("asn_layanan_standar.layanan_cuti")
        cls.saldo = cls.env["asn.saldo.cuti"]
        cls.buku = cls.env["asn.saldo.cuti.mutasi"]
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.cuti
        cls.env.flush_all()

    @classmethod
    def pegawai_dari(cls, nama="pegawai"):
        """Return the employee of a person of the office."""
        return cls.u[nama].employee_id

    @classmethod
    def jadikan_pppk(cls, nama, mulai, selesai):
        """Make a person PPPK with a contract."""
        pegawai = cls.pegawai_dari(nama)
        pegawai.write(
            {
                # PPPK: year of appointment and number of the contract from 21
                "nip": f"{pegawai.nip[:8]}{mulai.year}21{pegawai.nip[14:]}",
                "status_pegawai": "pppk",
                "tmt_cpns": False,
                "tmt_kontrak_mulai": mulai,
                "tmt_kontrak_selesai": selesai,
            }
        )
        pegawai.riwayat_golongan_ids._batalkan("uji")
        cls.golongan(pegawai, cls.env.ref("asn_base.golongan_pppk_ix"), mulai)
        return pegawai

    def isian(self, mulai="2026-06-08", selesai="2026-06-12", **nilai):
        """Return the values of a leave form: five working days unless told."""
        return {
            "tanggal_mulai": mulai,
            "tanggal_selesai": selesai,
            "alasan": "Keperluan keluarga",
            "alamat_cuti": "Jalan Kenanga 7, Kota Contoh",
            "telepon_cuti": "081200000000",
            **nilai,
        }

    def draf_cuti(self, nama="pegawai", **nilai):
        """Return a draft leave request made by a person."""
        return self.buat_permohonan(nama, self.cuti, **self.isian(**nilai))

    def ajukan_cuti(self, nama="pegawai", **nilai):
        """Return a submitted leave request, unrestricted."""
        permohonan = self.draf_cuti(nama, **nilai)
        permohonan.action_submit()
        return permohonan.with_env(self.env)

    def tersedia(self, nama="pegawai", tahun=2026, pada=None):
        """Return the available days of a person in a year."""
        pegawai = self.pegawai_dari(nama)
        return self.saldo._hitung(pegawai, tahun, pada)[pegawai.id].saldo

    def mutasi(self, permohonan):
        """Return ``[(kind, year, days)]`` booked by a request, in order."""
        return [
            (m.jenis, m.tahun, m.hari) for m in permohonan.mutasi_cuti_ids.sorted("id")
        ]

    def pastikan_ditolak(self, kesalahan, *kata, **nilai):
        """Check that a form is refused once, with these words, leaving nothing."""
        nama = nilai.pop("nama", "pegawai")
        sebelum = self.buku.search_count([])
        with self.assertRaises(kesalahan) as tangkap, self.cr.savepoint():
            self.ajukan_cuti(nama, **nilai)
        pesan = str(tangkap.exception)
        for satu in kata:
            self.assertIn(satu, pesan)
        self.assertEqual(self.buku.search_count([]), sebelum)
        return pesan

    def tanggal(self, teks):
        """Return a date of an ISO text."""
        return date.fromisoformat(teks)
