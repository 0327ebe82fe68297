import base64
import io

import pypdf
from odoo import fields
from odoo.addons.asn_base.domain import nip
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon
from .test_eksternal import PNG


def pindaian():
    """Return a PDF of one empty page, as a scanner would give it."""
    wadah, halaman = io.BytesIO(), pypdf.PdfWriter()
    halaman.add_blank_page(595, 842)
    halaman.write(wadah)
    return base64.b64encode(wadah.getvalue())


@tagged("post_install", "-at_install")
class TestKertas(LayananCommon, TransactionCase):
    """Products on paper, beside the electronic way.

    KDR-10-2 initials by hand, KDR-11-1 signature by hand, KDR-12-b printed before,
    KDR-12-c handed over with a receipt.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.surat_basah = cls.jenis_surat.copy({"kode": "BASAH", "mode_ttd": "basah"})
        cls.basah, _versi = cls.buat_layanan(
            "basah", "Layanan Basah", jenis_surat_id=cls.surat_basah.id
        )
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.basah
        cls.hari_ini = cls.env["hr.employee"]._asn_hari_ini()

    def _terbit(self):
        p = self.ajukan(layanan=self.basah)
        self.setujui_sampai(p)
        self.sebagai("penandatangan", p).action_approve()
        return p

    def _catat(self, p, jenis, petugas="admin_aplikasi", **rincian):
        permohonan = self.sebagai(petugas, p)
        return permohonan.action_record_paper(jenis, self.hari_ini, **rincian)

    def test_validator_initials_by_hand_with_the_scan(self):
        """PRO-06: a validation may be the recorded initials on paper."""
        p = self.ajukan(layanan=self.basah)
        self.setujui_sampai(p, "pengawas")
        pengawas = self.sebagai("pengawas", p)
        self.assertTrue(pengawas.can_initial)
        with self.assertRaises(ValidationError):
            pengawas.action_initial_by_hand(self.hari_ini, False)
        pengawas.action_initial_by_hand(self.hari_ini, PNG, "paraf.png")
        self.assertEqual(p.fisik_ids.jenis, "paraf")
        self.assertEqual(p.keputusan_ids[-1].aktor_user_id, self.u["pengawas"])
        self.assertIn(format_panjang(self.hari_ini), p.keputusan_ids[-1].catatan or "")
        self.assertFalse(p.keputusan_ids._verify_chain())

    def test_only_a_validation_is_initialled_and_only_by_its_actor(self):
        p = self.ajukan(layanan=self.basah)
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_initial_by_hand(self.hari_ini, PNG)
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).action_initial_by_hand(self.hari_ini, PNG)
        self.assertFalse(p.fisik_ids)

    def test_print_sign_survey_hand_over_in_that_order(self):
        """PRO-07, PRO-08: printed before it is signed, with the number of the sheet."""
        p = self._terbit()
        self.assertEqual((p.state, p.surat_id.cara_ttd), ("issued", "basah"))
        self.assertTrue(self.sebagai("admin_aplikasi", p).can_paper)
        with self.assertRaises(UserError):
            self._catat(p, "ttd", nama="Kepala", file=pindaian(), nama_file="s.pdf")
        self._catat(p, "cetak", jumlah=2, nomor_kertas="BL-0001")
        with self.assertRaises(ValidationError):
            self._catat(p, "ttd", nama="Kepala")
        belum = p.dokumen_produk_id
        self._catat(p, "ttd", nama="Kepala", file=pindaian(), nama_file="s.pdf")
        self.assertNotEqual(p.dokumen_produk_id, belum)
        self.assertTrue(p.dokumen_produk_id.ditahan)
        with self.assertRaises(UserError):
            self._catat(p, "ttd", nama="Kepala", file=pindaian(), nama_file="s.pdf")
        with self.assertRaises(UserError):
            self._catat(p, "serah", nama="Penerima")
        self.sebagai("pegawai", p).action_answer_survey(4, 4)
        aksi = self.sebagai("pegawai", p).action_download()
        self.assertIn(f"asn.dokumen/{p.dokumen_produk_id.id}/", aksi["url"])
        self._catat(p, "serah", nama="Penerima")
        self.assertEqual(p.fisik_ids.mapped("jenis"), ["cetak", "ttd", "serah"])

    def test_receipt_names_receiver_and_letter(self):
        p = self._terbit()
        self._catat(p, "cetak")
        self.sebagai("pegawai", p).action_answer_survey(4, 4)
        self._catat(p, "serah", nama="Wulan Contoh")
        pdf, jenis = (
            self.env["ir.actions.report"]
            .with_context(force_report_rendering=True)
            ._render_qweb_pdf("asn_layanan.tanda_terima_report", p.fisik_ids[-1:].ids)
        )
        self.assertEqual(jenis, "pdf")
        teks = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
        self.assertIn("Wulan Contoh", teks)
        self.assertIn(p.surat_id.nomor, teks)
        petugas = self.u["admin_aplikasi"].employee_id
        for kata in (
            format_panjang(self.hari_ini),
            nip.format(petugas.nip),
            self.env.company.asn_nama_daerah.upper(),
        ):
            self.assertIn(kata, teks)

    def test_nobody_else_records_and_nothing_is_forged(self):
        p = self._terbit()
        for siapa in ("pegawai", "atasan", "pengawas", "penandatangan"):
            with self.subTest(siapa=siapa), self.assertRaises(AccessError):
                self._catat(p, "cetak", siapa)
        with self.assertRaises(AccessError):
            self.sebagai("admin_aplikasi", p).fisik_ids.create(
                {"permohonan_id": p.id, "jenis": "serah", "tanggal": self.hari_ini}
            )
        self._catat(p, "cetak")
        with self.assertRaises(AccessError):
            p.fisik_ids.write({"tanggal": self.hari_ini})
        with self.assertRaises(ValidationError):
            self.sebagai("admin_aplikasi", p).action_record_paper(
                "cetak", fields.Date.add(self.hari_ini, days=2)
            )

    def test_paper_is_read_by_those_of_the_request_and_scans_by_officers(self):
        p = self._terbit()
        self._catat(p, "cetak", nomor_kertas="BL-1")
        self._catat(p, "ttd", nama="Kepala", file=pindaian(), nama_file="s.pdf")
        fisik = p.fisik_ids[-1]
        lain, _versi = self.buat_layanan("lain", "Layanan Lain")
        asing = self.tambah_orang(
            "asing", ("admin_aplikasi", "validator"), self.badan, self.jab_pelaksana
        )
        asing.layanan_ids = lain
        unit_lain = self.tambah_orang(
            "unit_lain", ("fasilitator",), self.badan, self.jab_pelaksana
        )
        unit_lain.asn_unit_ids = self.badan
        for nama in ("asing", "unit_lain"):
            self.addCleanup(self.u.pop, nama)
        for nama in ("pegawai2", "asing", "unit_lain"):
            milik = self.sebagai(nama, fisik)
            with self.subTest(nama=nama):
                self.assertFalse(milik.search([("id", "in", p.fisik_ids.ids)]))
                with self.assertRaises(AccessError):
                    milik.read(["nama"])
                with self.assertRaises(AccessError):
                    self._catat(p, "cetak", nama)
                for model in self._dialog():
                    with self.assertRaises(AccessError):
                        self._buka(model, p, nama)
        self.assertEqual(self.sebagai("pegawai", fisik).nama, "Kepala")
        with self.assertRaises(AccessError):
            self.sebagai("pegawai", fisik).read(["file_fisik"])
        self.assertTrue(self.sebagai("admin_aplikasi", fisik).file_fisik)

    def _dialog(self):
        """Return the dialogs that name one request."""
        return [
            m
            for m in self.env.registry
            if m.startswith("asn.permohonan.")
            and self.env[m]._transient
            and "permohonan_id" in self.env[m]._fields
            and not m.endswith(".baris")
        ]

    def _buka(self, model, p, nama):
        """Open a dialog about a request as somebody; nothing else is filled in."""
        Dialog = self.env[model].with_user(self.u[nama])
        vals = {"permohonan_id": p.id}
        for kunci, field in Dialog._fields.items():
            if field.required and kunci != "permohonan_id" and not field.compute:
                vals[kunci] = {
                    "selection": lambda f=field: f.get_values(self.env)[0],
                    "text": lambda: "Coba",
                    "date": lambda: self.hari_ini,
                }.get(field.type, lambda: False)()
        return Dialog.create([vals]).read(["permohonan_id"])

    def test_dialogs_open_for_those_of_the_request(self):
        p = self._terbit()
        self.assertIn("asn.permohonan.kertas", self._dialog())
        for model in ("asn.permohonan.kertas", "asn.permohonan.tindak"):
            with self.subTest(model=model):
                baris = self._buka(model, p, "admin_aplikasi")
                self.assertEqual(baris[0]["permohonan_id"][0], p.id)

    def test_forged_rows_defaults_and_arguments_are_refused(self):
        p = self._terbit()
        Fisik = self.env["asn.permohonan.fisik"]
        vals = {
            "permohonan_id": p.id,
            "jenis": "serah",
            "tanggal": self.hari_ini,
            "waktu": fields.Datetime.now(),
        }
        for nama in ("pegawai", "admin_aplikasi", "admin_sistem"):
            for konteks in ({}, {"asn_mesin": True}, {"default_jenis": "serah"}):
                milik = Fisik.with_user(self.u[nama]).with_context(**konteks)
                with self.subTest(nama=nama, konteks=konteks):
                    with self.assertRaises(AccessError):
                        milik.create(vals)
                    with self.assertRaises(AccessError):
                        self.sebagai(nama, p).with_context(**konteks).write(
                            {"fisik_ids": [(0, 0, vals)]}
                        )
        for rincian in ({"oleh_id": 1}, {"jumlah": "2"}, {"jumlah": True}):
            with self.subTest(rincian=rincian), self.assertRaises(ValidationError):
                self._catat(p, "cetak", **rincian)
        self._catat(p, "cetak", nama=["bukan teks"])
        with self.assertRaises(AccessError):
            p.fisik_ids.with_user(self.u["admin_aplikasi"]).unlink()
        with self.assertRaises(AccessError):
            p.fisik_ids.sudo().unlink()

    def test_paper_follows_the_letter(self):
        """Nothing is printed before the letter, nor initialled before the request."""
        p = self._terbit()
        kemarin = fields.Date.subtract(self.hari_ini, days=1)
        with self.assertRaises(ValidationError):
            self.sebagai("admin_aplikasi", p).action_record_paper("cetak", kemarin)
        baru = self.ajukan("pegawai2", self.basah)
        self.setujui_sampai(baru, "pengawas")
        with self.assertRaises(ValidationError):
            self.sebagai("pengawas", baru).action_initial_by_hand(
                kemarin, PNG, "paraf.png"
            )

    def test_electronic_letter_is_not_signed_by_hand(self):
        p = self.ajukan()
        self.terbitkan(p)
        self._catat(p, "cetak")
        with self.assertRaises(UserError):
            self._catat(p, "ttd", nama="Kepala", file=pindaian(), nama_file="s.pdf")
