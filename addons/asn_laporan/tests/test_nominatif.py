import base64
import io
from datetime import date, timedelta

import pypdf
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.teks import teks_csv
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from ..domain.kolom import KOLOM, MENURUT_KODE
from ..models.asn_laporan_cetak import POTONG, teks_sel
from .common import PADA, LaporanCommon, buka_xlsx

_KEGUNAAN = "abcdefg"
#: What each use of Pasal 14 (1) cannot do without.
_PERLU = {
    "a": {"jabatan", "tmt_jabatan", "diklat", "kompetensi", "predikat_1", "hukuman"},
    "b": {"jabatan", "kelas_jabatan", "unit", "pendidikan", "tmt_pensiun"},
    "c": {"golongan", "tmt_golongan", "tmt_gaji", "kgb_berikut", "tmt_pensiun"},
    "d": {"predikat_1", "predikat_2", "angka_kredit"},
    "e": {"hukuman", "hukuman_berjalan", "kedudukan"},
    "f": {"gaji_pokok", "kelas_jabatan", "pasangan", "anak_tunjangan"},
    "g": {"masa_kerja_tahun", "penghargaan", "hukuman"},
}


@tagged("post_install", "-at_install")
class TestNominatif(LaporanCommon, TransactionCase):
    """Nominatif: presets, filters, the gate, the files."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.asn("Ani Uji", cls.gol_iiib, jenis_kelamin="P", nip=False)
        cls.budi = cls.asn("Budi Uji", unit=cls.bidang_a, lahir=date(1970, 5, 1))
        cls.cici = cls.asn("Cici Uji", unit=cls.dinas_b, pendidikan=cls.s2)
        cls.ringkas = cls.env.ref("asn_laporan.susunan_lain")

    def _nominatif(self, siapa=None, susunan=None, **nilai):
        return self.buat_daftar(
            siapa,
            jenis="nominatif",
            kelompok="semua",
            susunan_id=(susunan or self.ringkas).id,
            urut="nama",
            **nilai,
        )

    def _izinkan(self, **nilai):
        """Approve a data-use request as Kepala Badan does."""
        vals = {
            "pemohon_id": self.fas.user_id.id,
            "penerima": "Tim Penilai Kinerja",
            "tujuan": "Rapat pengisian jabatan",
            "dasar_hukum": "Perwali",
            "is_semua_unit": True,
            "tanggal_mulai": self.hari_ini,
            "tanggal_selesai": self.hari_ini + timedelta(days=7),
            **nilai,
        }
        Permintaan = self.env["asn.permintaan.data"].with_user(self.fas.user_id)
        minta = Permintaan.create(vals)
        minta.action_ajukan()
        minta.with_user(self.kaban.user_id)._setujui("1/PYB", self.hari_ini, "Sekda")
        return minta

    def test_presets_serve_every_use(self):
        """LL-14-1-a LL-14-1-b LL-14-1-c LL-14-1-d LL-14-1-e LL-14-1-f LL-14-1-g:
        each use of Pasal 14 (1) has a preset with the columns it needs, and its
        list can be read and made into both files after an approval."""
        Kelas = self.env["asn.kelas.data"]
        for huruf in _KEGUNAAN:
            susunan = self.env.ref(f"asn_laporan.susunan_{huruf}")
            kelas = Kelas.search([("kode", "=", f"laporan.nominatif_{huruf}")])
            with self.subTest(kegunaan=huruf):
                kolom = set(susunan.kolom_ids.mapped("kolom"))
                self.assertLessEqual(_PERLU[huruf], kolom)
                self._izinkan(kelas_ids=[(6, 0, kelas.ids)])
                daftar = self._nominatif(susunan=susunan, unit_id=self.dinas_a.id)
                daftar.is_pdf = True
                daftar.action_buat()
                self.assertEqual(daftar.state, "selesai")
                self.assertEqual(daftar.kelas, "persetujuan")
                lembar = buka_xlsx(base64.b64decode(daftar.berkas_xlsx))
                teks = [str(sel.value) for baris in lembar.rows for sel in baris]
                self.assertIn("Ani Uji", teks)
                self.assertNotIn("Cici Uji", teks)
                self.assertTrue(any(daftar.kode_ekspor in satu for satu in teks))

    def test_every_column_can_be_read(self):
        """Each column of the catalogue answers, today and in the past."""
        kode = [kolom.kode for kolom in KOLOM]
        daftar = self._nominatif(unit_id=self.dinas_a.id)
        for pada in (PADA, self.hari_ini):
            daftar.tanggal = pada
            rekam = daftar._rekam(kode)
            self.assertEqual([r["nama"] for r in rekam], ["Ani Uji", "Budi Uji"])
        self.assertEqual(rekam[1]["golongan"], "III/a")
        self.assertEqual(len(kode), len(set(kode)))

    def test_approval_data_need_an_approved_request(self):
        """LL-20-4: without a request nobody, with one only Administrator Sistem."""
        susunan = self.env.ref("asn_laporan.susunan_c")
        for siapa in (self.admin, self.fas, self.kaban):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self._nominatif(siapa, susunan).action_buat()
        kelas = self.env["asn.kelas.data"].search(
            [("kode", "=", "laporan.nominatif_c")]
        )
        minta = self._izinkan(kelas_ids=[(6, 0, kelas.ids)])
        daftar = self._nominatif(self.admin, susunan)
        daftar.action_buat()
        self.assertEqual(daftar.permintaan_id, minta)
        jejak = self.env["asn.jejak.ekspor"].search([("kode", "=", daftar.kode_ekspor)])
        self.assertEqual(jejak.permintaan_id, minta)
        self.assertGreaterEqual(jejak.jumlah, 3)
        with self.assertRaises(AccessError):
            self._nominatif(self.fas, susunan).action_buat()
        # The request for one preset opens no other.
        with self.assertRaises(AccessError):
            lain = self.env.ref("asn_laporan.susunan_f")
            self._nominatif(self.admin, lain).action_buat()

    def test_an_own_set_does_not_pass_under_a_presets_name(self):
        """The approval of a preset is for its columns and not for any others."""
        kelas = self.env["asn.kelas.data"].search(
            [("kode", "=", "laporan.nominatif_b")]
        )
        self._izinkan(kelas_ids=[(6, 0, kelas.ids)])
        Susunan = self.env["asn.daftar.susunan"].with_user(self.admin.user_id)
        palsu = Susunan.create(
            {
                "name": "Palsu",
                "kegunaan": "b",
                "kolom_ids": [
                    (0, 0, {"kolom": "nama"}),
                    (0, 0, {"kolom": "gaji_pokok"}),
                ],
            }
        )
        with self.assertRaises(AccessError):
            self._nominatif(self.admin, palsu).action_buat()

    def test_public_columns_are_free_for_who_reads_the_rows(self):
        """LL-20-3: public data are downloaded without a request, and logged."""
        daftar = self._nominatif(self.fas)
        daftar.action_buat()
        self.assertEqual(daftar.kelas, "publik")
        lembar = buka_xlsx(base64.b64decode(daftar.berkas_xlsx))
        nama = {str(baris[1].value) for baris in lembar.rows}
        self.assertLessEqual({"Ani Uji", "Budi Uji"}, nama)
        self.assertNotIn("Cici Uji", nama)

    def test_columns_that_a_role_may_not_read_are_refused_by_name(self):
        """Nothing is left out in silence: an empty cell would look like an answer."""
        pimpinan = self.orang(
            "lap_pim",
            ("pimpinan",),
            unit=self.dinas_a,
            jabatan=self.jab_kepala_a,
        )
        utama = self.orang("lap_utama", ("admin_utama",), unit=self.kota)
        for siapa, huruf, kata in (
            (pimpinan, "e", "Hukuman"),
            (utama, "f", "Gaji"),
            (utama, "e", "Hukuman"),
            (self.fas, "e", "Hukuman"),
        ):
            susunan = self.env.ref(f"asn_laporan.susunan_{huruf}")
            with self.subTest(siapa=siapa.name, huruf=huruf):
                daftar = self._nominatif(siapa, susunan)
                with self.assertRaisesRegex(AccessError, kata):
                    daftar.action_buat()
                self.assertIn(kata, daftar.pratinjau)

    def test_who_may_ask_for_lists(self):
        for siapa in (self.biasa, self.monev):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self._nominatif(siapa)
        daftar = self._nominatif(self.fas)
        with self.assertRaises(AccessError):
            daftar.with_user(self.kaban.user_id).read(["name"])

    def test_state_and_files_are_written_by_nobody(self):
        daftar = self._nominatif(self.fas)
        for vals in (
            {"state": "selesai"},
            {"berkas_xlsx": base64.b64encode(b"x")},
            {"kelas": "publik"},
            {"kode_ekspor": "EKS-AAAAAAAA"},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                daftar.write(vals)
            with self.subTest(create=vals), self.assertRaises(AccessError):
                self._nominatif(self.fas, **vals)
        with self.assertRaises(AccessError):
            Daftar = self.env["asn.daftar"].with_user(self.fas.user_id)
            Daftar.with_context(default_state="selesai").create(
                {"jenis": "nominatif", "susunan_id": self.ringkas.id}
            )

    def test_choices_that_make_no_list_are_refused(self):
        for vals in (
            {"jenis": "nominatif", "kelompok": "semua", "susunan_id": False},
            {"jenis": "duk", "kelompok": "semua"},
            {"is_xlsx": False, "is_pdf": False},
        ):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                self.buat_daftar(**vals)

    def test_filters(self):
        for nilai, harap in (
            ({"golongan_dari_id": self.gol_iiib.id}, {"Ani Uji"}),
            ({"golongan_sampai_id": self.gol_iiia.id}, {"Budi Uji", "Cici Uji"}),
            ({"jenis_kelamin": "P"}, {"Ani Uji"}),
            ({"pendidikan_dari_id": self.s2.id}, {"Cici Uji"}),
            ({"usia_dari": 54}, {"Budi Uji"}),
            ({"usia_dari": 55}, set()),
            ({"usia_sampai": 39}, {"Ani Uji", "Cici Uji"}),
            ({"kelompok_jabatan": "pelaksana"}, {"Ani Uji", "Budi Uji", "Cici Uji"}),
            ({"kelompok_jabatan": "jpt"}, set()),
            ({"unit_id": self.dinas_a.id}, {"Ani Uji", "Budi Uji"}),
            ({"unit_id": self.dinas_a.id, "is_bawahan": False}, {"Ani Uji"}),
        ):
            with self.subTest(nilai=nilai):
                self.assertEqual(set(self.nama(self._nominatif(**nilai))), harap)

    def test_sets_are_kept_for_oneself_or_for_the_office(self):
        Susunan = self.env["asn.daftar.susunan"]
        punya = Susunan.with_user(self.fas.user_id).create(
            {"name": "Milik fasilitator", "kolom_ids": [(0, 0, {"kolom": "nama"})]}
        )
        lain = self.orang("lap_fas2", ("fasilitator",), unit=self.dinas_b)
        lain.user_id.asn_unit_ids = self.dinas_a
        baca = punya.with_user(lain.user_id)
        with self.assertRaises(AccessError):
            baca.read(["name"])
        punya.unit_id = self.dinas_a
        self.assertEqual(baca.name, "Milik fasilitator")
        with self.assertRaises(AccessError):
            baca.name = "Diubah"
        with self.assertRaises(AccessError):
            self.ringkas.with_user(self.fas.user_id).name = "Diubah"
        with self.assertRaises(AccessError):
            Susunan.with_user(self.fas.user_id).create(
                {
                    "name": "Atas nama lain",
                    "pemilik_id": lain.user_id.id,
                    "kolom_ids": [(0, 0, {"kolom": "nama"})],
                }
            )
        with self.assertRaises(ValidationError):
            punya.kolom_ids = [(0, 0, {"kolom": "nama"})]

    def test_long_lists_are_made_in_the_background(self):
        self.patch(type(self.env["asn.daftar"]), "_hitung", lambda self: 100_000)
        daftar = self._nominatif(self.fas)
        daftar.is_pdf = True
        daftar.action_buat()
        self.assertEqual((daftar.state, bool(daftar.berkas_pdf)), ("berjalan", False))
        with self.assertRaises(UserError):
            daftar.action_buat()
        with self.assertRaises(UserError):
            daftar.tanggal = PADA
        Cron = type(self.env["ir.cron"])
        self.patch(Cron, "_commit_progress", lambda *a, **k: 100.0)
        self.env["asn.daftar"]._cron_buat()
        self.assertEqual((daftar.state, daftar.kemajuan), ("selesai", 100))
        teks = pypdf.PdfReader(io.BytesIO(base64.b64decode(daftar.berkas_pdf)))
        halaman = teks.pages[0].extract_text()
        self.assertIn("Halaman 1 dari 1", halaman)
        self.assertIn(daftar.kode_ekspor, halaman)
        daftar.action_ubah()
        self.assertFalse(daftar.berkas_pdf)

    def test_a_list_that_fails_says_why_and_stops_no_other(self):
        self.patch(type(self.env["asn.daftar"]), "_hitung", lambda self: 100_000)
        Cron = type(self.env["ir.cron"])
        self.patch(Cron, "_commit_progress", lambda *a, **k: 100.0)
        satu, dua = self._nominatif(self.fas), self._nominatif(self.fas)
        for daftar in (satu, dua):
            daftar.action_buat()
        # What was allowed when it was asked for is asked again when it is made.
        self.fas.user_id.group_ids -= self.env.ref("asn_base.group_fasilitator")
        self.env.registry.clear_cache()
        self.fas.user_id.group_ids += self.env.ref("asn_base.group_pimpinan")
        kolom = satu.susunan_id.sudo().kolom_ids[:1]
        kolom.kolom = "gaji_pokok"
        self.env["asn.daftar"]._cron_buat()
        self.assertEqual({satu.state, dua.state}, {"gagal"})
        self.assertTrue(satu.pesan)


@tagged("post_install", "-at_install")
class TestBerkas(LaporanCommon, TransactionCase):
    """The writer of spreadsheets and PDFs."""

    def _lembar(self, baris, **nilai):
        return xlsx.Lembar(
            nama="Daftar: [Uji]/1",
            kop=["PEMERINTAH KOTA UJI", "BADAN UJI"],
            judul=["DAFTAR UJI", "KEADAAN 31 DESEMBER 2024"],
            keterangan=[("Unit", "Dinas A")],
            kolom=[
                xlsx.Kolom("No.", 5, "angka"),
                xlsx.Kolom("Nama", 30),
                xlsx.Kolom("TMT", 11, "tanggal", "Pangkat"),
                xlsx.Kolom("Gaji", 14, "rupiah", "Pangkat"),
            ],
            baris=baris,
            **nilai,
        )

    def test_spreadsheet_is_ready_to_hand_over(self):
        isi = xlsx.tulis(
            [
                self._lembar(
                    [(1, "Ani", date(2020, 4, 1), 3_000_000)],
                    jumlah=["", "Jumlah", None, 3_000_000],
                    ttd=["Kepala,"],
                )
            ],
            penanda="Kode EKS-1 & 2",
        )
        lembar = buka_xlsx(isi)
        kepala = next(b[0].row for b in lembar.rows if b[0].value == "No.")
        self.assertEqual(lembar.freeze_panes, f"C{kepala + 2}")
        self.assertEqual(lembar.cell(kepala, 3).value, "Pangkat")
        self.assertEqual(lembar.cell(kepala + 2, 3).number_format, "dd-mm-yyyy")
        self.assertEqual(lembar.cell(kepala + 2, 4).value, 3_000_000)
        self.assertEqual(lembar.cell(kepala + 3, 4).value, 3_000_000)
        self.assertEqual(int(lembar.column_dimensions["B"].width), 30)
        self.assertEqual(lembar.page_setup.orientation, "landscape")
        self.assertEqual(str(lembar.page_setup.paperSize), "14")
        self.assertIn("&P", lembar.oddFooter.right.text)
        self.assertIn("EKS-1", lembar.oddFooter.left.text)
        self.assertEqual(lembar.print_title_rows, f"${kepala}:${kepala + 1}")
        self.assertIn("DAFTAR UJI", [b[0].value for b in lembar.rows])

    def test_no_text_becomes_a_formula(self):
        jahat = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "{=1}")
        isi = xlsx.tulis(
            [self._lembar([(n, t, None, None) for n, t in enumerate(jahat)])]
        )
        sel = {s.value: s.data_type for b in buka_xlsx(isi).rows for s in b}
        for teks in jahat:
            with self.subTest(teks=teks):
                self.assertEqual(sel[teks], "s")
                self.assertEqual(teks_csv(teks)[0], "{" if teks[0] == "{" else "'")
        self.assertEqual(teks_csv(-5), "-5")

    def test_pdf_of_many_rows_keeps_headings_and_counts_pages(self):
        baris = [
            (n, f"Orang & <b>{n}</b>", date(2020, 4, 1), n) for n in range(POTONG + 5)
        ]
        pdf = self.env["asn.laporan.cetak"]._pdf(
            [self._lembar(baris, jumlah=["", "Jumlah", None, 5])], penanda="EKS-1"
        )
        halaman = pypdf.PdfReader(io.BytesIO(pdf)).pages
        banyak = len(halaman)
        self.assertGreater(banyak, 5)
        for nomor, satu in enumerate(halaman, 1):
            teks = satu.extract_text()
            self.assertIn(f"Halaman {nomor} dari {banyak}", teks)
            self.assertIn("EKS-1", teks)
            self.assertIn("Pangkat", teks)
        semua = "".join(h.extract_text() for h in halaman)
        self.assertIn("Orang & <b>7</b>", semua)
        lebar, tinggi = halaman[0].mediabox.width, halaman[0].mediabox.height
        self.assertGreater(lebar, tinggi)

    def test_values_as_indonesians_write_them(self):
        for nilai, jenis, harap in (
            (date(2025, 3, 7), "tanggal", "07-03-2025"),
            (1234567, "angka", "1.234.567"),
            (3426900, "rupiah", "Rp3.426.900"),
            (33.25, "persen", "33,2"),
            (None, "angka", ""),
            (0, "angka", "0"),
            ("x", "teks", "x"),
        ):
            with self.subTest(nilai=nilai):
                self.assertEqual(teks_sel(nilai, jenis), harap)

    def test_columns_name_fields_that_exist(self):
        Pegawai = self.env["hr.employee"]._fields
        for kolom in MENURUT_KODE.values():
            with self.subTest(kolom=kolom.kode):
                self.assertTrue(set(kolom.medan) <= set(Pegawai))
                self.assertTrue(kolom.medan or kolom.riwayat in self.env)
