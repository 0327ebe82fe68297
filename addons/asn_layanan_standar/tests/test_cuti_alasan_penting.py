from datetime import date

from odoo.tests import Form, TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestCutiAlasanPenting(CutiCommon, TransactionCase):
    """Leave for an important reason, and which kinds are open to whom."""

    def penting(self, sebab, mulai="2026-03-10", selesai="2026-03-16", **nilai):
        return self.ajukan_jenis(
            "alasan_penting", sebab, mulai=mulai, selesai=selesai, **nilai
        )

    def test_cuti_p_01_each_reason_has_its_document(self):
        """CUTI-P-03: fire or disaster, letter of the RT; CUTI-P-04: danger, none."""
        for sebab, dokumen in (
            ("penting_keluarga_sakit", {"SURAT_RAWAT_INAP"}),
            ("penting_meninggal", {"AKTA_KEMATIAN"}),
            ("penting_hak_almarhum", {"AKTA_KEMATIAN"}),
            ("penting_menikah", {"UNDANGAN_NIKAH"}),
            ("penting_istri_melahirkan", {"SURAT_RAWAT_INAP"}),
            ("penting_musibah", {"SURAT_RT_MUSIBAH"}),
            ("penting_pemulihan", set()),
        ):
            with self.subTest(sebab=sebab):
                draf = self.draf_jenis("alasan_penting", sebab, berkas=False)
                self.assertEqual(self.diminta(draf), dokumen)

    def test_cuti_p_02_birth_by_the_wife_is_for_husbands(self):
        self.pastikan_kode("CUTI-P-02", "alasan_penting", "penting_istri_melahirkan")
        p = self.penting("penting_istri_melahirkan", nama="pegawai2")
        self.assertEqual(p.state, "in_review")

    def test_cuti_p_05_one_month_at_most(self):
        self.pastikan_kode(
            "CUTI-P-05",
            "alasan_penting",
            "penting_pemulihan",
            mulai="2026-03-10",
            selesai="2026-04-10",
        )
        p = self.penting("penting_pemulihan", selesai="2026-04-09")
        self.assertEqual((p.lama, p.satuan_lama), (1, "bulan"))

    def test_cuti_02_urgent_reasons_are_filed_afterwards_and_others_before(self):
        p = self.penting("penting_meninggal", "2026-02-23", "2026-02-27")
        self.assertEqual(p.state, "in_review")
        self.pastikan_kode(
            "CUTI-02",
            "alasan_penting",
            "penting_menikah",
            mulai="2026-02-23",
            selesai="2026-02-27",
            nama="pegawai2",
        )

    def test_the_letter_names_the_reason_and_no_balance(self):
        p = self.penting("penting_menikah")
        self.terbitkan(p)
        isi = str(p.surat_id.isi)
        for teks in ("Alasan Penting", "Melangsungkan perkawinan", "7 (tujuh) hari,"):
            self.assertIn(teks, isi)
        self.assertNotIn("sisa cuti tahunan", isi)
        self.assertEqual(self.tersedia(), 12)

    def test_cuti_k_01_pppk_and_cpns_see_only_their_kinds(self):
        pegawai = self.pegawai_dari()
        kerangka = {"tahunan", "sakit", "melahirkan"}
        self.assertEqual(
            set(self.draf_cuti().jenis_cuti_pilihan),
            kerangka | {"besar", "alasan_penting", "cltn"},
        )
        pegawai.status_pegawai = "cpns"
        self.assertEqual(
            set(self.draf_cuti().jenis_cuti_pilihan), kerangka | {"alasan_penting"}
        )
        self.pastikan_kode("CUTI-K-01", "besar", "besar_ibadah")
        self.jadikan_pppk("pegawai2", date(2024, 1, 1), date(2028, 12, 31))
        self.assertEqual(set(self.draf_cuti("pegawai2").jenis_cuti_pilihan), kerangka)
        self.pastikan_kode(
            "CUTI-K-01", "alasan_penting", "penting_menikah", nama="pegawai2"
        )

    def test_another_kind_takes_the_reason_away(self):
        draf = self.draf_jenis("alasan_penting", "penting_menikah", berkas=False)
        draf.jenis_cuti = "sakit"
        self.assertFalse(draf.sebab_cuti_id)
        draf.jenis_cuti = "tahunan"
        self.assertFalse(self.diminta(draf))
        self.assertEqual(draf.satuan_lama, "hari_kerja")

    def test_form_explains_limits_at_once(self):
        form = Form(
            self.env["asn.permohonan"]
            .with_user(self.u["pegawai"])
            .with_context(default_layanan_id=self.cuti.id, lang="id_ID")
        )
        form.jenis_cuti = "melahirkan"
        form.tanggal_mulai = "2026-06-01"
        form.tanggal_selesai = "2026-09-30"
        self.assertIn("31 Agustus 2026", form.keterangan_cuti)
        self.assertTrue(form.peringatan_cuti)
        form.tanggal_selesai = "2026-08-31"
        self.assertFalse(form.peringatan_cuti)
        self.assertIn("3 bulan", form.rincian_lama)
