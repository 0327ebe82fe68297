"""The office of the engine's tests with promotions, on 2 March 2026."""

from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan, LayananCommon

UMUM = "SK_PANGKAT SK_JABATAN SKP_2 SKP_1 IJAZAH TRANSKRIP KARPEG NOTA_DINAS".split()
TMT = date(2026, 5, 1)


class KpCommon(LayananCommon):
    """``pegawai`` is pelaksana, III/b since 2020-04-01 with MKG 4 years, S1."""

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time("2026-03-02 02:00:00")
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.kp = cls.env.ref("asn_layanan_standar.layanan_kenaikan_pangkat")
        setda = cls.buat_unit("Sekretariat Daerah", "sekretariat", cls.kota)
        setda.eselon = "II.a"
        for nama, unit, jenis in (
            ("wali_kota", cls.kota, "jpt_madya_ia"),
            ("sekda", setda, "jpt_pratama_iia"),
        ):
            jabatan = cls.buat_jabatan(nama, jenis, unit, is_kepala=True)
            cls.tambah_orang(nama, ("pimpinan", "penandatangan"), unit, jabatan)
            cls.beri_sertifikat(nama)
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.kp
        cls.pegawai = cls.u["pegawai"].employee_id
        cls.pendidikan(cls.pegawai, "S1", "Sarjana Ekonomi", 2009)
        cls.arsip(cls.pegawai, *UMUM)
        cls.env.flush_all()

    @classmethod
    def pendidikan(cls, pegawai, kode, program, lulus):
        """Record a valid certificate."""
        cls.contoh_riwayat(
            "asn.riwayat.pendidikan",
            pegawai,
            pendidikan_id=cls.env.ref(f"asn_base.pendidikan_{kode.lower()}").id,
            program=program,
            tahun_lulus=lulus,
        )
        pegawai._project_riwayat(["pendidikan"])

    @classmethod
    def arsip(cls, pegawai, *kode):
        """File a document of each kind."""
        for satu in kode:
            cls.env["asn.dokumen"]._arsipkan(pegawai, satu, pdf(satu), f"{satu}.pdf")

    def naik(self, pegawai, kode, tmt, **nilai):
        """Record a further valid grade."""
        gol = self.env["asn.golongan"]._by_kode(kode)
        nilai = {"jenis_kp": "reguler", **nilai}
        return self.golongan(pegawai, gol, date.fromisoformat(tmt), **nilai)

    def menjadi(self, kode, sejak, **nilai):
        """Let ``pegawai`` hold only this grade."""
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        self.naik(self.pegawai, kode, sejak, **nilai)

    def lahir(self, tanggal, cpns):
        """Give ``pegawai`` another date of birth and of appointment."""
        nip = self.pegawai.nip
        self.pegawai.write(
            {
                "nip": f"{tanggal:%Y%m%d}{cpns:%Y%m}{nip[14:]}",
                "tanggal_lahir": tanggal,
                "tmt_cpns": cpns,
            }
        )

    def duduk(self, jenis, tmt="2022-04-01"):
        """Give ``pegawai`` a post of a kind."""
        jabatan = self.buat_jabatan(f"Jabatan {jenis}", jenis, self.bidang_a)
        self.jabatan(self.pegawai, jabatan, self.bidang_a, date.fromisoformat(tmt))

    def pak(self, tahun, persen, jenjang="ahli_muda", bulan=(1, 12)):
        """Record a PAK by conversion for months of a year."""
        predikat = self.env["asn.predikat.kinerja"].search(
            [("persen_konversi", "=", persen)], limit=1
        )
        akhir = {12: 31, 6: 30}[bulan[1]]
        self.env["asn.riwayat.angka.kredit"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "jenis": "konversi",
                    "jenjang": jenjang,
                    "predikat_id": predikat.id,
                    "periode_mulai": date(tahun, bulan[0], 1),
                    "periode_selesai": date(tahun, bulan[1], akhir),
                    "nomor_sk": f"PAK-{tahun}-{bulan}",
                    "tanggal_sk": date(tahun, 12, 31),
                }
            ]
        )

    def hitung(self, pegawai=None, jenis=None, tmt=None):
        """Return what the histories say about a promotion."""
        pegawai = pegawai or self.pegawai
        tmt = date.fromisoformat(tmt) if tmt else None
        return self.env["asn.kp"]._hitung(pegawai, {pegawai.id: (jenis, tmt)})[
            pegawai.id
        ]

    def hasil(self, permohonan):
        """Return ``{rule id: result}`` of a request as it is now."""
        permohonan = permohonan.sudo()
        return {h[0]: h[1] for h in permohonan._handler()._periksa(permohonan)}

    def jalankan(self, permohonan):
        """Carry a request to its issue by whoever may act."""
        return KontrakLayanan.jalankan(self, permohonan)

    def jawab_luar(self, permohonan):
        """Let BKN, or the President, agree today by a number that names the step."""
        kode = permohonan.sudo().tahap_id.kode
        permohonan.action_external_sent(f"800/{kode}", "2026-03-02")
        permohonan.action_external_answered(f"AG-{kode}", "2026-03-02", "setuju")
