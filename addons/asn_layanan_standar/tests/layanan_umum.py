"""The office of the engine's tests with the head of the agency, on 2 March 2026."""

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan, LayananCommon


class LayananUmumCommon(LayananCommon):
    """Set ``KODE`` to the service and ``DOKUMEN`` to what the archive holds."""

    KODE = None
    DOKUMEN = ()

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time("2026-03-02 02:00:00")
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.umum = cls.env.ref(f"asn_layanan_standar.layanan_{cls.KODE}")
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.umum
        jabatan = cls.buat_jabatan(
            "Kepala BKPSDM", "jpt_pratama_iib", cls.badan, is_kepala=True
        )
        cls.tambah_orang(
            "kepala_badan", ("kepala_badan", "penandatangan"), cls.badan, jabatan
        )
        cls.beri_sertifikat("kepala_badan")
        cls.pegawai = cls.u["pegawai"].employee_id
        for kode in cls.DOKUMEN:
            cls.env["asn.dokumen"]._arsipkan(
                cls.pegawai, kode, pdf(kode), f"{kode}.pdf"
            )
        cls.env.flush_all()

    def jalankan(self, permohonan, tiap_tahap=None):
        """Carry a request to its end; see the contract."""
        return KontrakLayanan.jalankan(self, permohonan, tiap_tahap)

    def jawab_luar(self, permohonan):
        """Let the other body agree; see the contract."""
        return KontrakLayanan.jawab_luar(self, permohonan)

    def aturan(self, permohonan):
        """Return ``{rule id: result}`` of the rules today."""
        hasil = permohonan.sudo()._handler()._periksa(permohonan.sudo())
        return {satu[0]: satu[1] for satu in hasil}
