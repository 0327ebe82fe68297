"""Lists of what waits: certificates without a title, promotions at BKN."""

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common_kp import KpCommon
from .test_layanan_basis_pendidikan import PendidikanCommon


@tagged("post_install", "-at_install")
class TestIjazahTanpaGelar(PendidikanCommon, TransactionCase):
    """Services dossier 11: certificates in the archive without a title."""

    def ijazah(self, nomor, kode="IJAZAH"):
        return self.env["asn.dokumen"]._arsipkan(
            self.pegawai, kode, pdf(nomor), f"{nomor}.pdf", nomor=nomor
        )

    def cari(self, *keadaan, nama="fasilitator"):
        Dokumen = self.env["asn.dokumen"].with_user(self.u[nama])
        return Dokumen.search([("gelar_keadaan", "in", keadaan)])

    def daftar(self, *keadaan, nama="fasilitator"):
        """Return the numbers of the certificates; papers without one left out."""
        return self.cari(*keadaan, nama=nama).filtered("nomor").mapped("nomor")

    def test_certificates_are_listed_until_their_title_is_recorded(self):
        self.ijazah("S1-1")
        self.ijazah("S2-9")
        self.assertEqual(self.daftar("belum", "tanpa_gelar"), ["S2-9"])
        baris = self.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "pendidikan_id": self.env.ref("asn_base.pendidikan_s2").id,
                    "nomor_ijazah": " s2-9",
                    "tahun_lulus": 2024,
                }
            ]
        )
        self.assertEqual(self.daftar("belum"), [])
        self.assertEqual(self.daftar("tanpa_gelar"), ["S2-9"])
        baris._batalkan("uji")
        self.assertEqual(self.daftar("belum"), ["S2-9"])
        self.assertEqual(self.daftar("belum", nama="pegawai2"), [], "scope")

    def test_a_school_certificate_needs_no_title(self):
        self.ijazah("SMA-1")
        self.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "pendidikan_id": self.env.ref("asn_base.pendidikan_sma").id,
                    "nomor_ijazah": "SMA-1",
                    "tahun_lulus": 2003,
                }
            ]
        )
        self.assertEqual(self.daftar("belum", "tanpa_gelar"), [])

    def test_the_facilitator_proposes_from_the_list(self):
        dokumen = self.ijazah("S2-9").with_user(self.u["fasilitator"])
        aksi = dokumen.action_ajukan_gelar()
        self.assertEqual(aksi["context"]["default_employee_id"], self.pegawai.id)
        with self.assertRaises(AccessError):
            dokumen.with_user(self.u["pegawai2"]).action_ajukan_gelar()

    def test_a_running_and_an_issued_proposal(self):
        """The certificate of the request itself: proposed, then recorded."""
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.assertEqual(self.cari("diusulkan").jenis_id.kode, "IJAZAH_BARU")
        self.jalankan(permohonan)
        sisa = self.cari("belum", "diusulkan", "tanpa_gelar")
        self.assertEqual(sisa.jenis_id.mapped("kode"), ["SERTIFIKAT_PROFESI"])


@tagged("post_install", "-at_install")
class TestStatusBkn(KpCommon, TransactionCase):
    """Services dossier 4.8: the board of a period with the status at BKN."""

    jawaban = "setuju"

    def jawab_luar(self, permohonan):
        """Send and answer; note the status before, between and after."""
        self.status = [permohonan.kp_status_bkn]
        permohonan.action_external_sent("800/1", "2026-03-02")
        self.status.append(permohonan.kp_status_bkn)
        permohonan.action_external_answered("J-1", "2026-03-02", self.jawaban, "SKP")
        self.status.append(permohonan.sudo().kp_status_bkn)

    def test_kp_09_the_answer_of_bkn_is_the_status(self):
        for self.jawaban, status, state in (
            ("setuju", "ms", "issued"),
            ("lengkapi", "btl", "returned"),
            ("tolak", "tms", "rejected"),
        ):
            with self.subTest(jawaban=self.jawaban), self.cr.savepoint() as titik:
                permohonan = self.ajukan("pegawai", self.kp)
                self.jalankan(permohonan)
                self.assertEqual(self.status, ["belum", "diusulkan", status])
                self.assertEqual(permohonan.state, state)
                titik.rollback()
            self.env.invalidate_all()

    def test_the_status_is_never_typed(self):
        draf = self.buat_permohonan("pegawai", self.kp)
        with self.assertRaises(AccessError):
            draf.write({"kp_status_bkn": "ms"})
        self.assertFalse(
            self.env["asn.permohonan"].search([("kp_status_bkn", "=", "ms")])
        )
