from datetime import date, timedelta

from odoo import fields
from odoo.addons.asn_pegawai.tests.common import NIK_P, NIP_P, PegawaiCommon

__all__ = ["NIK_P", "NIP_P", "AuditCommon"]
HP = "+628123456789"


class AuditCommon(PegawaiCommon):
    """Two people in service A, one in B, and a person per role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.orang(
            "ani",
            unit=cls.bidang_a,
            nip=NIP_P,
            nik=NIK_P,
            no_hp=HP,
            email_pribadi="ani.rahasia@contoh.id",
            alamat_domisili="Jalan Sunyi 5",
            rekening_nomor="1234567890",
            jenis_kelamin="P",
            tanggal_lahir=date(1985, 3, 17),
        )
        cls.badu = cls.orang("badu", unit=cls.bidang_a, no_hp="+628111111111")
        cls.cici = cls.orang("cici", unit=cls.dinas_b, no_hp="+628222222222")
        cls.fasil = cls.orang("fasil", ("fasilitator",), unit=cls.dinas_a)
        cls.fasil.user_id.asn_unit_ids = cls.dinas_a
        cls.pim = cls.orang("pim", ("pimpinan",), unit=cls.dinas_a)
        cls.dinas_a.manager_id = cls.pim
        cls.sistem = cls.orang("sistem", ("admin_sistem",), unit=cls.dinas_b)
        cls.utama = cls.orang("utama", ("admin_utama",), unit=cls.dinas_b)
        cls.kaban = cls.orang("kaban", ("kepala_badan",), unit=cls.dinas_b)
        cls.env.flush_all()

    def sebagai(self, pegawai, model="hr.employee"):
        """Return a model in the environment of a person, with a cold cache."""
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env[model].with_user(pegawai.user_id)

    def jejak(self, pegawai=None, **syarat):
        """Write what waits and return the trace, all of it or of one person."""
        self.env["asn.jejak.akses"]._tulis_antrean()
        domain = [("employee_id", "=", pegawai.id)] if pegawai else []
        domain += [(nama, "=", nilai) for nama, nilai in syarat.items()]
        return self.env["asn.jejak.akses"].search(domain)

    def permintaan(self, *kode, unit=None, pemohon=None, setuju=True, **nilai):
        """Return a data-use request, approved unless told otherwise."""
        kelas = self.env["asn.kelas.data"].search([("kode", "in", kode)])
        self.assertEqual(len(kelas), len(kode), kode)
        hari_ini = fields.Date.context_today(self.env.user)
        pemohon = pemohon or self.fasil
        minta = (
            self.env["asn.permintaan.data"]
            .with_user(pemohon.user_id)
            .create(
                {
                    "penerima": "Dinas A",
                    "tujuan": "Rapat tim penilai kinerja",
                    "dasar_hukum": "Pasal 14 ayat (1)",
                    "kelas_ids": kelas.ids,
                    "unit_ids": unit.ids if unit else False,
                    "is_semua_unit": not unit,
                    "tanggal_mulai": hari_ini,
                    "tanggal_selesai": hari_ini + timedelta(days=30),
                    **nilai,
                }
            )
        )
        if setuju:
            minta.action_ajukan()
            minta.with_user(self.kaban.user_id)._setujui(
                "800/12/2026", hari_ini, "Sekretaris Daerah"
            )
        return minta
