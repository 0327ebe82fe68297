from datetime import date, timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from .common import ArsipCommon, gambar, pdf, pdf_teks

NIP = "198503172010012003"


@tagged("post_install", "-at_install")
class TestPeriksa(ArsipCommon, TransactionCase):
    """The machine's look at a document, and the text it keeps."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani.sudo().nip = NIP

    def _kode(self, dokumen):
        return set(dokumen.sudo().temuan_ids.mapped("kode"))

    def test_background_job_reads_checks_and_is_repeatable(self):
        dokumen = self.unggah(
            self.ani,
            isi=pdf_teks(f"Kartu Keluarga Nomor 167/KK NIP {NIP}"),
            nomor="167/KK",
        )
        self.assertEqual(dokumen.status_baca, "menunggu")
        self.jalankan("_cron_baca")
        self.assertEqual(dokumen.status_baca, "selesai")
        self.assertEqual(self._kode(dokumen), {"nip_cocok", "nomor_cocok"})
        self.assertEqual(dokumen.tingkat_temuan, "baik")
        self.assertFalse(
            self.env["asn.dokumen"].search([("status_baca", "=", "menunggu")])
        )
        self.jalankan("_cron_baca")
        self.assertEqual(len(dokumen.sudo().temuan_ids), 2)

    def test_what_a_restart_left_is_taken_up_again(self):
        dokumen = self.unggah(self.ani) | self.unggah(self.ani, jenis=self.sk)
        # The first one was read and committed, then the power went.
        dokumen[0]._periksa_mesin()
        self.jalankan("_cron_baca")
        self.assertEqual(set(dokumen.mapped("status_baca")), {"selesai"})

    def test_correction_of_number_or_date_is_checked_again(self):
        dokumen = self.unggah(self.ani, isi=pdf_teks("nomor 1/2"), nomor="9/9")
        dokumen._periksa_mesin()
        self.assertIn("nomor_tidak_ditemukan", self._kode(dokumen))
        dokumen.write({"nomor": "1/2"})
        self.assertEqual(dokumen.status_baca, "menunggu")
        self.jalankan("_cron_baca")
        self.assertIn("nomor_cocok", self._kode(dokumen))

    def test_findings_never_refuse_by_themselves(self):
        besok = fields.Date.today() + timedelta(days=400)
        dokumen = self.unggah(self.ani, isi=gambar("JPEG"), nama_file="a.jpg")
        dokumen.write({"tanggal": besok})
        dokumen._periksa_mesin()
        self.assertEqual(dokumen.tingkat_temuan, "penting")
        self.assertEqual(dokumen.status, "belum")
        dokumen.with_user(self.fas.user_id).action_verify()
        self.assertEqual(dokumen.status, "sah")

    def test_same_file_elsewhere_is_told_to_verifiers_only(self):
        cici = self.orang("cici", unit=self.bidang_a)
        satu = self.unggah(self.ani, isi=pdf("sama"))
        dua = self.unggah(cici, isi=pdf("sama"))
        tiga = self.unggah(cici, jenis=self.sk, isi=pdf("sama"))
        (satu | dua | tiga)._periksa_mesin()
        self.assertIn("sama_orang_lain", self._kode(dua))
        self.assertLessEqual({"sama_orang_lain", "sama_jenis_lain"}, self._kode(dua))

        self.env.invalidate_all()
        milik = dua.with_user(cici.user_id).temuan_ids.mapped("kode")
        self.env.invalidate_all()
        petugas = dua.with_user(self.fas.user_id).temuan_ids.mapped("kode")
        self.assertNotIn("sama_orang_lain", milik)
        self.assertIn("sama_orang_lain", petugas)

    def test_findings_follow_the_reading_right_of_the_document(self):
        dokumen = self.unggah(self.ani, jenis=self.visum, isi=pdf("v"))
        dokumen._periksa_mesin()
        temuan = dokumen.sudo().temuan_ids
        self.assertTrue(temuan)
        for siapa, boleh in (
            (self.ani, True),
            (self.budi, False),
            (self.fas, False),
            (self.kepala, False),
            (self.admin, True),
        ):
            with self.subTest(siapa=siapa.name):
                Temuan = self.sebagai(siapa, "asn.dokumen.temuan")
                ada = Temuan.search([("id", "in", temuan.ids)])
                self.assertEqual(bool(ada), boleh)
                if not boleh:
                    with self.assertRaises(AccessError):
                        Temuan.browse(temuan.ids).read(["kode"])

    def test_nobody_writes_findings(self):
        dokumen = self.unggah(self.ani, isi=pdf("t"))
        dokumen._periksa_mesin()
        temuan = dokumen.sudo().temuan_ids[:1]
        for siapa in (self.ani, self.fas, self.admin):
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(AccessError):
                    temuan.with_user(siapa.user_id).write({"tingkat": "baik"})
                with self.assertRaises(AccessError):
                    temuan.with_user(siapa.user_id).unlink()
                with self.assertRaises(AccessError):
                    dokumen.with_user(siapa.user_id).write(
                        {"temuan_ids": [Command.clear()]}
                    )
                with self.assertRaises(AccessError):
                    self.sebagai(siapa, "asn.dokumen.temuan").create(
                        {"dokumen_id": dokumen.id, "kode": "x", "tingkat": "baik"}
                    )

    def test_check_again_is_for_verifiers(self):
        dokumen = self.unggah(self.ani)
        with self.assertRaises(AccessError):
            dokumen.action_periksa_ulang()
        with self.assertRaises(AccessError):
            dokumen.with_user(self.budi.user_id).action_periksa_ulang()
        dokumen.with_user(self.fas.user_id).action_periksa_ulang()
        self.assertEqual(dokumen.status_baca, "selesai")

    # -- text ---------------------------------------------------------------

    def _cari(self, siapa, kata):
        return self.sebagai(siapa).search([("isi_teks", "ilike", kata)])

    def test_text_is_found_by_those_who_may_read_and_by_nobody_else(self):
        """LL-11-1: documents linked to the profile are found, and only by right."""
        dokumen = self.unggah(self.ani, isi=pdf_teks("Keputusan Rambutan Ranum"))
        dokumen._periksa_mesin()
        for siapa, boleh in (
            (self.ani, True),
            (self.fas, True),
            (self.admin, True),
            (self.budi, False),
            (self.kepala, False),
        ):
            with self.subTest(siapa=siapa.name):
                self.assertEqual(bool(self._cari(siapa, "rambutan ran")), boleh)
        self.assertFalse(self._cari(self.ani, "durian"))
        self.assertFalse(self._cari(self.ani, "'; --"))

    def test_no_other_model_is_a_way_to_ask_for_the_text(self):
        dokumen = self.unggah(self.ani, isi=pdf_teks("Rambutan"))
        dokumen._periksa_mesin()
        golongan = self.golongan(
            self.ani, self.gol_iiia, date(2020, 1, 1), dokumen_id=dokumen.id
        )
        for model, domain in (
            ("hr.employee", [("dokumen_ids.isi_teks", "ilike", "rambutan")]),
            (
                "hr.employee",
                [("dokumen_ids", "any", [("isi_teks", "ilike", "rambutan")])],
            ),
            ("asn.riwayat.golongan", [("dokumen_id.isi_teks", "ilike", "rambutan")]),
        ):
            with self.subTest(model=model, domain=domain):
                # The head of the unit sees the person, not documents of this class.
                self.assertFalse(self.sebagai(self.kepala, model).search(domain))
                self.assertTrue(self.sebagai(self.fas, model).search(domain))
        self.assertTrue(golongan)

    def test_stored_words_are_read_searched_and_grouped_by_nobody(self):
        dokumen = self.unggah(self.ani, isi=pdf_teks("Rambutan"))
        dokumen._periksa_mesin()
        self.assertIn("rambutan", dokumen.sudo().teks)
        for siapa in (self.ani, self.fas, self.admin):
            Dokumen = self.sebagai(siapa)
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(AccessError):
                    Dokumen.browse(dokumen.id).read(["teks"])
                with self.assertRaises(AccessError):
                    Dokumen.search([("teks", "ilike", "rambutan")])
                with self.assertRaises(AccessError):
                    Dokumen.search([], order="teks")
                with self.assertRaises(AccessError):
                    Dokumen._read_group([], ["teks"], [])
        self.assertFalse(dokumen.isi_teks)

    def test_no_text_is_kept_of_confidential_kinds(self):
        dokumen = self.unggah(
            self.ani, jenis=self.visum, isi=pdf_teks(f"Rambutan {NIP}")
        )
        dokumen._periksa_mesin()
        self.assertFalse(dokumen.sudo().teks)
        self.assertFalse(self._cari(self.ani, "rambutan"))
        self.assertIn("nip_cocok", self._kode(dokumen))

    def test_work_of_the_job_does_not_grow_with_the_archive(self):
        for n in range(3):
            self.unggah(self.ani, jenis=self.sk, isi=pdf(f"x{n}"), nomor=f"{n}")
        semua = self.env["asn.dokumen"].search([("employee_id", "=", self.ani.id)])
        semua._periksa_mesin()
        satu = self.unggah(self.ani, jenis=self.sk, isi=pdf("y"), nomor="y")
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(25):
            satu._periksa_mesin()
            self.env.flush_all()


@tagged("post_install", "-at_install")
class TestMasa(ArsipCommon, TransactionCase):
    """Validity, notice before its end, and withdrawal."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.str = cls.env.ref("asn_arsip.jenis_dokumen_str")

    def _sah(self, **nilai):
        dokumen = self.unggah(self.ani, jenis=self.str, **nilai)
        dokumen.with_user(self.fas.user_id).action_verify()
        return dokumen

    def test_validity_comes_from_the_kind_unless_given(self):
        satu = self.unggah(
            self.ani, jenis=self.str, nomor="1", tanggal=date(2020, 3, 10)
        )
        self.assertEqual(satu.berlaku_sampai, date(2025, 3, 9))
        dua = self.unggah(
            self.ani,
            jenis=self.str,
            isi=pdf("dua"),
            nomor="2",
            tanggal=date(2020, 3, 10),
            berlaku_sampai=date(2021, 1, 1),
        )
        self.assertEqual(dua.berlaku_sampai, date(2021, 1, 1))
        self.assertFalse(self.unggah(self.ani, isi=pdf("kk")).berlaku_sampai)
        self.assertEqual(satu.masa, "habis")

    def test_holder_is_told_once_and_in_time(self):
        hari_ini = fields.Date.context_today(self.env.user)
        notis = self.str.pemberitahuan_hari
        segera = self._sah(
            nomor="a", isi=pdf("a"), berlaku_sampai=hari_ini + timedelta(days=notis)
        )
        nanti = self._sah(
            nomor="b", isi=pdf("b"), berlaku_sampai=hari_ini + timedelta(days=notis + 1)
        )
        habis = self._sah(
            nomor="c", isi=pdf("c"), berlaku_sampai=hari_ini - timedelta(days=1)
        )
        terkirim = []
        self.patch(
            type(self.env["asn.dokumen"]),
            "_sampaikan",
            lambda _self, users, judul, isi: terkirim.append((users, isi)),
        )
        self.jalankan("_cron_masa")
        self.jalankan("_cron_masa")
        self.assertEqual(len(terkirim), 1)
        self.assertEqual(terkirim[0][0], self.ani.user_id)
        self.assertTrue(segera.diberi_tahu_pada)
        self.assertFalse((nanti | habis).filtered("diberi_tahu_pada"))

    def test_filters_find_what_expires(self):
        hari_ini = fields.Date.context_today(self.env.user)
        Dokumen = self.env["asn.dokumen"]
        for hari, ada in ((0, True), (90, True), (91, False), (-1, False)):
            dokumen = self._sah(
                nomor=str(hari),
                isi=pdf(str(hari)),
                berlaku_sampai=hari_ini + timedelta(days=hari),
            )
            with self.subTest(hari=hari):
                domain = [("sisa_hari", ">=", 0), ("sisa_hari", "<=", 90)]
                self.assertEqual(dokumen in Dokumen.search(domain), ada)

    def test_withdrawal_marks_what_relies_on_the_document(self):
        """LL-11-1: a profile row knows what its document is worth today."""
        dokumen = self._sah(nomor="w")
        baris = self.golongan(
            self.ani, self.gol_iiia, date(2020, 1, 1), dokumen_id=dokumen.id
        )
        self.assertEqual(baris.keadaan_bukti, "sah")
        self.assertFalse(dokumen.perlu_tinjau)

        dokumen.with_user(self.admin.user_id).action_cabut("Ternyata palsu")

        self.assertEqual(dokumen.status, "dicabut")
        self.assertEqual(baris.keadaan_bukti, "dicabut")
        self.assertTrue(dokumen.perlu_tinjau)
        Dokumen = self.env["asn.dokumen"]
        self.assertIn(dokumen, Dokumen.search([("perlu_tinjau", "=", True)]))
        cari = [("keadaan_bukti", "=", "dicabut"), ("employee_id", "=", self.ani.id)]
        self.assertEqual(self.env["asn.riwayat.golongan"].search(cari), baris)

    def test_newer_version_marks_what_relies_on_the_older(self):
        lama = self.unggah(self.ani, isi=pdf("lama"))
        lama.with_user(self.fas.user_id).action_verify()
        baris = self.golongan(
            self.ani, self.gol_iiia, date(2020, 1, 1), dokumen_id=lama.id
        )
        self.unggah(self.ani, isi=pdf("baru"))
        self.assertEqual(baris.keadaan_bukti, "diganti")
        self.assertIn(
            lama, self.env["asn.dokumen"].search([("perlu_tinjau", "=", True)])
        )

    def test_withdrawal_is_for_keepers_and_never_for_the_holder(self):
        dokumen = self._sah(nomor="k")
        for siapa in (self.ani, self.fas, self.budi, self.kepala):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                dokumen.with_user(siapa.user_id).action_cabut("x")
        with self.assertRaises(UserError):
            dokumen.with_user(self.admin.user_id).action_cabut("  ")
        milik = self.unggah(self.admin, jenis=self.sk, isi=pdf("adm"))
        with self.assertRaises(AccessError):
            milik.action_cabut("x")
        belum = self.unggah(self.ani, isi=pdf("belum"))
        with self.assertRaises(UserError):
            belum.with_user(self.admin.user_id).action_cabut("x")

    def test_use_is_shown_as_far_as_the_reader_may_see_it(self):
        """LL-12-4: number and date stay with the document and its riwayat."""
        dokumen = self._sah(nomor="p")
        baris = self.golongan(
            self.ani, self.gol_iiia, date(2020, 1, 1), dokumen_id=dokumen.id
        )
        pakai = dokumen.with_user(self.ani.user_id).pemakaian
        self.assertEqual(
            [(b["model"], b["id"]) for b in pakai["baris"]],
            [("asn.riwayat.golongan", baris.id)],
        )
        self.assertEqual(pakai["tersembunyi"], 0)
        self.assertEqual(dokumen.jumlah_pemakaian, 1)

    def test_document_of_somebody_else_is_no_evidence(self):
        dokumen = self.unggah(self.ani, isi=pdf("milik ani"))
        with self.assertRaises(UserError):
            self.golongan(
                self.budi, self.gol_iiia, date(2020, 1, 1), dokumen_id=dokumen.id
            )
