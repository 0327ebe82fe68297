"""The office of the leave tests with a mayor, on 2 March 2026."""

from freezegun import freeze_time
from odoo.addons.asn_layanan.tests.common import KontrakLayanan

from .common import CutiCommon

TIGA_TAHUN = {"mulai": "2026-06-01", "selesai": "2029-05-31"}


class CltnCommon(CutiCommon):
    """``pegawai`` serves since 1 January 2010; ``wali_kota`` is the PPK."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        kaban = cls.buat_jabatan("Kepala BKPSDM", "jpt_pratama_iib", cls.badan)
        cls.tambah_orang("kepala_badan", ("kepala_badan",), cls.badan, kaban)
        jabatan = cls.buat_jabatan("Wali Kota", "jpt_utama", cls.kota, is_kepala=True)
        cls.tambah_orang("wali_kota", ("penandatangan", "pimpinan"), cls.kota, jabatan)
        cls.beri_sertifikat("wali_kota")
        cls.u["kepala_badan"].layanan_ids |= cls.cuti
        cls.pegawai = cls.pegawai_dari()
        cls.lowong = cls.buat_jabatan("Analis Lowong", "pelaksana", cls.bidang_a)
        cls.env.flush_all()

    jawab_luar = KontrakLayanan.jawab_luar

    def jalankan(self, permohonan):
        """Carry a request to its issue; BKN agrees when it is asked."""
        KontrakLayanan.jalankan(self, permohonan)

    def sampai(self, permohonan, jenis):
        """Carry a request to the first step of a kind; return its actor."""
        while permohonan.tahap_id.jenis != jenis:
            tugas = permohonan.tugas_ids.filtered(lambda t: t.state == "open")
            aktor = tugas.aktor_ids[0]
            if permohonan.tahap_id.jenis == "eksternal":
                self.jawab_luar(permohonan.with_user(aktor))
            else:
                permohonan.with_user(aktor).action_approve()
        return permohonan.tugas_ids.filtered(lambda t: t.state == "open").aktor_ids

    def minta(self, sebab="cltn_orang_tua", **nilai):
        """Return a submitted request for the leave."""
        return self.ajukan_jenis("cltn", sebab, **{**TIGA_TAHUN, **nilai})

    def terbit(self, **nilai):
        """Return an issued grant of three years from 1 June 2026."""
        permohonan = self.minta(**nilai)
        self.jalankan(permohonan)
        return permohonan

    def catat_cltn(self, mulai, selesai, jenis="1", kode="02"):
        """Record a running leave of before the system, with its legal position."""
        dasar = {
            "employee_id": self.pegawai.id,
            "nomor_sk": f"CLTN/{mulai}",
            "tanggal_sk": mulai,
        }
        kedudukan = self.env.ref(f"asn_base.kedudukan_{kode}")
        self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    **dasar,
                    "tmt": mulai,
                    "jenis_henti": "cltn",
                    "kedudukan_hukum_id": kedudukan.id,
                }
            ]
        )
        return self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    **dasar,
                    "jenis": jenis,
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": selesai,
                }
            ]
        )

    def isian_kembali(self, aktif="2026-04-01", lapor="2026-03-02", **nilai):
        """Return the values of a request to be back on duty."""
        return {
            "jenis_cuti": "cltn",
            "cltn_bentuk": "pengaktifan",
            "cltn_tanggal_lapor": lapor,
            "cltn_tmt_aktif": aktif,
            "cltn_jabatan_id": self.lowong.id,
            **nilai,
        }

    def kembali(self, **nilai):
        """Return a submitted request to be back on duty."""
        draf = self.buat_permohonan("pegawai", self.cuti, **self.isian_kembali(**nilai))
        self.lampirkan(draf)
        draf.action_submit()
        return draf.with_env(self.env)

    def lanjut(self, mulai, selesai, **nilai):
        """Return a submitted extension."""
        return self.minta(
            cltn_bentuk="perpanjangan", mulai=mulai, selesai=selesai, **nilai
        )

    def jawaban(self, permohonan):
        """Return ``{rule id: (result, fact)}`` of the rules today."""
        sudo = permohonan.sudo()
        return {s[0]: (s[1], s[2]) for s in sudo._handler()._periksa(sudo)}

    def pada(self, tanggal):
        """Set the clock for a block."""
        return freeze_time(f"{tanggal} 02:00:00")
