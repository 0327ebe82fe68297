"""The office of the engine's tests with the leave service, on 2 March 2026."""

from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import LayananCommon
from odoo.exceptions import UserError

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

    def draf_jenis(self, jenis, sebab=None, nama="pegawai", berkas=True, **nilai):
        """Return a draft of a kind of leave, by default with its documents."""
        if sebab:
            nilai["sebab_cuti_id"] = self.sebab(sebab).id
        draf = self.draf_cuti(nama, jenis_cuti=jenis, **nilai)
        if berkas:
            self.lampirkan(draf)
        return draf

    def ajukan_jenis(self, jenis, sebab=None, nama="pegawai", **nilai):
        """Return a submitted request of a kind of leave with its documents."""
        draf = self.draf_jenis(jenis, sebab, nama, **nilai)
        draf.action_submit()
        return draf.with_env(self.env)

    def sebab(self, kode):
        """Return a reason of leave by its code."""
        return self.env["asn.sebab.cuti"].search([("kode", "=", kode)])

    def lampirkan(self, draf, *kecuali):
        """Put a paper in for every document asked, but for some codes."""
        for berkas in draf.sudo().berkas_ids:
            kode = berkas.jenis_dokumen_id.kode
            if kode in kecuali or berkas.dokumen_id:
                continue
            dokumen = self.env["asn.dokumen"]._arsipkan(
                draf.sudo().employee_id, kode, pdf(f"{kode} {draf.id}"), f"{kode}.pdf"
            )
            berkas._mesin().write({"dokumen_id": dokumen.id})

    def diminta(self, draf):
        """Return the codes of the documents a draft is asked for."""
        return set(draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))

    def pastikan_kode(self, kode, jenis, sebab=None, **nilai):
        """Check that exactly one leave rule refuses a request; return the message."""
        with self.assertRaises(UserError) as tangkap, self.cr.savepoint():
            self.ajukan_jenis(jenis, sebab, **nilai)
        pesan, aturan = str(tangkap.exception), tangkap.exception.context["aturan"]
        self.assertEqual([k for k in aturan if k.startswith("CUTI-")], [kode], pesan)
        return pesan

    def lahir(self, *tanggal, nama="pegawai", **nilai):
        """Record births in the family history of a person."""
        self.env["asn.riwayat.keluarga"]._catat(
            [
                {
                    "employee_id": self.pegawai_dari(nama).id,
                    "hubungan": "anak",
                    "nama": f"Anak {urut}",
                    "status_anak": "kandung",
                    "tanggal_lahir": hari,
                    **nilai,
                }
                for urut, hari in enumerate(tanggal, 1)
            ]
        )

    def catat_cuti(self, jenis, mulai, selesai, nama="pegawai"):
        """Record leave of before the system in the history."""
        return self.env["asn.riwayat.cuti"]._catat(
            [
                {
                    "employee_id": self.pegawai_dari(nama).id,
                    "jenis_cuti": jenis,
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": selesai,
                    "nomor_surat": f"800/{mulai}",
                    "tanggal_surat": mulai,
                }
            ]
        )

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
        aturan = getattr(tangkap.exception, "context", {}).get("aturan", ())
        pesan = " ".join([str(tangkap.exception), *(f"[{kode}]" for kode in aturan)])
        for satu in kata:
            self.assertIn(satu, pesan)
        self.assertEqual(self.buku.search_count([]), sebelum)
        return pesan

    def tanggal(self, teks):
        """Return a date of an ISO text."""
        return date.fromisoformat(teks)
