"""Somebody who may study with permission, and a mayor who signs."""

from datetime import date

from .layanan_umum import LayananUmumCommon


class BelajarCommon(LayananUmumCommon):
    """``pegawai`` was born on 3 March 1985: the pension begins on 1 April 2043."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        jabatan = cls.buat_jabatan("Wali Kota", "jpt_utama", cls.kota, is_kepala=True)
        cls.tambah_orang("wali_kota", ("penandatangan", "pimpinan"), cls.kota, jabatan)
        cls.beri_sertifikat("wali_kota")
        for nama in ("admin_aplikasi", "pengawas", "administrator", "kepala_badan"):
            cls.u[nama].layanan_ids |= cls.umum
        cls.pegawai.sudo().write({"tmt_pns": date(2011, 1, 1)})
        cls.env.flush_all()

    @classmethod
    def isi(cls, **lain):
        """Return the answers for a master's programme from September 2026."""
        jawaban = {
            "jenjang": "s2",
            "program": "Magister Administrasi Publik",
            "perguruan_tinggi": "Universitas Contoh",
            "luar_negeri": "tidak",
            "akreditasi": "unggul_atau_a",
            "cara": "tatap_muka_di_luar_jam_kerja",
            "mulai": "2026-09-01",
            "semester": 4,
        }
        if cls.KODE == "tugas_belajar":
            jawaban |= {
                "bentuk": "pemberian",
                "pendanaan": "apbd",
                "dibebaskan": "ya",
            }
        else:
            jawaban["tujuan"] = "Analisis kebijakan pada jabatan pelaksana"
        if cls.KODE == "rekomendasi_tugas_belajar":
            jawaban |= {
                "seleksi": "Seleksi Beasiswa Contoh 2026",
                "pendanaan": "apbn",
                "dibebaskan": "ya",
            }
        return {"properti": {**jawaban, **lain}}

    @classmethod
    def catat_studi(cls, pegawai, **lain):
        """Record a valid study of two years in post, from September 2025."""
        return cls.contoh_riwayat(
            "asn.riwayat.tugas.belajar",
            pegawai,
            **{
                "jenis": "tb_mandiri",
                "pendanaan": "mandiri",
                "tanggal_mulai": date(2025, 9, 1),
                "tanggal_selesai": date(2027, 8, 31),
                **lain,
            },
        )

    def studi(self):
        """Return the valid study of the applicant."""
        return self.env["asn.riwayat.tugas.belajar"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )

    def jawab(self, **lain):
        """Return ``{rule id: result}`` of a draft with these answers."""
        return self.aturan(
            self.buat_permohonan("pegawai", self.umum, **self.isi(**lain))
        )
