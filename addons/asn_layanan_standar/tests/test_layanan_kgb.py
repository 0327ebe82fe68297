from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.addons.asn_layanan.tests.common import KontrakLayanan, LayananCommon
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import kgb


class KgbCommon(LayananCommon):
    """The office of the engine's tests with the increment, on 2 March 2026."""

    @classmethod
    def setUpClass(cls):
        cls.jam = freeze_time("2026-03-02 02:00:00")
        cls.jam.start()
        cls.addClassCleanup(cls.jam.stop)
        super().setUpClass()
        cls.kgb = cls.env.ref("asn_layanan_standar.layanan_kgb")
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.kgb
        cls.pegawai = cls.u["pegawai"].employee_id
        cls.gaji(cls.pegawai, date(2024, 4, 1), 4, 3089300)
        for kode in ("SK_PANGKAT", "SK_KGB", "SKP_1"):
            cls.env["asn.dokumen"]._arsipkan(
                cls.pegawai, kode, pdf(kode), f"{kode}.pdf"
            )
        cls.env.flush_all()

    @classmethod
    def gaji(cls, pegawai, tmt, tahun, rupiah, **nilai):
        """Record a valid pay of the present grade."""
        return cls.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": pegawai.id,
                    "golongan_id": pegawai.golongan_id.id,
                    "tmt": tmt,
                    "mkg_tahun": tahun,
                    "gaji_pokok": rupiah,
                    "nomor_sk": f"GAJI-{tmt}",
                    "tanggal_sk": tmt,
                    **nilai,
                }
            ]
        )


@tagged("post_install", "-at_install")
class TestLayananKgb(KontrakLayanan, KgbCommon, TransactionCase):
    """The contract of services for the increment."""

    kode = "kgb"


@tagged("post_install", "-at_install")
class TestKgb(KgbCommon, TransactionCase):
    def jalankan(self, permohonan):
        return KontrakLayanan.jalankan(self, permohonan)

    def test_request_is_filled_in_by_the_histories(self):
        draf = self.buat_permohonan("pegawai", self.kgb)
        self.assertEqual(
            (
                draf.kgb_tmt,
                draf.kgb_langkah,
                draf.kgb_gaji_lama,
                draf.kgb_gaji_baru,
                draf.kgb_persen,
                draf.kgb_berikutnya,
            ),
            (date(2026, 4, 1), 6, 3089300, 3186600, 100, date(2028, 4, 1)),
        )
        bawa = [b["nilai"] for b in draf.lembar_periksa["hasil"]]
        self.assertIn("Rp3.186.600 (now Rp3.089.300)", bawa, "read before it is filed")

    def test_kgb_04_a_promotion_that_is_decided_neither_repeats_nor_hides_a_step(self):
        """Its pay row lies in the future; until then the steps go on as they were.

        The pay of 1 April 2026 (step 6) is there, and III/c from 1 October 2026 with MKG
        6 years 6 months is decided: step 8 follows in III/c, not step 6 once more.
        """
        p = self.pegawai
        mkg = p.mkg_sk_tahun * 12 + p.mkg_sk_bulan
        self.gaji(p, date(2026, 4, 1), 6, 3186600)
        naik = self.env["asn.golongan"]._by_kode("III/c", "pns")
        nilai = {"golongan_id": naik.id, "mkg_tahun": 6, "mkg_bulan": 6}
        surat = {"nomor_sk": "KP-1", "tanggal_sk": date(2026, 3, 1)}
        tmt = date(2026, 10, 1)
        self.env["asn.riwayat.golongan"]._catat(
            [{"employee_id": p.id, "tmt": tmt, **nilai, **surat}]
        )
        self.gaji(p, tmt, 6, 3321400, mkg_bulan=6, golongan_id=naik.id)
        self.assertEqual(p.mkg_sk_tahun * 12 + p.mkg_sk_bulan, mkg, "not yet in force")
        satu = self.env["asn.kgb"]._hitung(p)[p.id]
        self.assertEqual(
            (satu.golongan, satu.langkah, satu.tmt), (naik, 8, date(2028, 4, 1))
        )
        self.env["asn.hak.layanan"]._segarkan(p)
        hak = self.env["asn.hak.layanan"].search(
            [("employee_id", "=", p.id), ("kode", "=", "kgb")], order="tanggal"
        )
        self.assertEqual(
            (hak[0].langkah, hak[0].tanggal, hak[0].gaji_baru),
            (8, date(2028, 4, 1), satu.baru),
        )
        self.assertIn("III/c", hak[0].uraian)

    def test_amounts_of_the_worked_examples_are_those_of_the_table(self):
        """Services dossier 5.1, by the table of PP 5/2024."""
        for kode, langkah, rupiah in (
            ("III/a", 2, 2873500),
            ("III/a", 4, 2964000),
            ("III/b", 6, 3186600),
            ("II/a", 1, 2218400),
            ("II/a", 3, 2288200),
            ("II/c", 5, 2564200),
            ("III/a", 8, 3153600),
            ("III/a", 10, 3252900),
        ):
            with self.subTest(kode=kode, langkah=langkah):
                golongan = self.env["asn.golongan"]._by_kode(kode)
                tabel = self.env["asn.kgb"]._tabel(golongan)[golongan.id]
                gaji = kgb.gaji_tabel(tabel, langkah, date(2026, 3, 1))
                self.assertEqual(gaji, rupiah)

    def test_kgb_02_not_earlier_than_three_months_before(self):
        self.gaji(self.pegawai, date(2026, 1, 1), 6, 3186600)
        with self.assertRaisesRegex(UserError, "belum waktunya"):
            self.ajukan("pegawai", self.kgb)

    def test_kgb_01_performance_below_the_limit_stops_it(self):
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2025,
            hasil_kerja="sesuai",
            perilaku="bawah",
        )
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.kgb)

    def test_kgb_05_nothing_after_the_top_step(self):
        self.gaji(self.pegawai, date(2026, 2, 1), 32, 4797000)
        with self.assertRaisesRegex(UserError, "masa kerja tertinggi"):
            self.ajukan("pegawai", self.kgb)

    def test_issue_writes_the_pay_and_the_next_day(self):
        """LL-22-2-g, PRO-17: what a service wrote is valid and not the employee's."""
        permohonan = self.ajukan("pegawai", self.kgb)
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        baris = self.pegawai.riwayat_gaji_ids.sorted("tmt")[-1]
        self.assertEqual(
            (baris.tmt, baris.mkg_tahun, baris.gaji_pokok, baris.status, baris.sumber),
            (date(2026, 4, 1), 6, 3186600, "sah", "layanan"),
        )
        self.assertEqual(baris.dokumen_id, permohonan.dokumen_produk_id)
        with self.assertRaises(UserError):
            baris.with_user(self.u["pegawai"]).write({"gaji_pokok": 9_000_000})
        berikut = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual((berikut.tmt, berikut.langkah), (date(2028, 4, 1), 8))

    def test_kgb_07_the_head_of_the_office_gives_the_notice(self):
        permohonan = self.ajukan("pegawai", self.kgb)
        self.jalankan(permohonan)
        kepala = self.u["penandatangan"].employee_id
        self.assertEqual(permohonan.surat_id.penandatangan_id, kepala)

    def test_kgb_10_a_punishment_of_the_old_law_is_history_only(self):
        sebelum = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        jenis = self.env.ref("asn_base.jenis_hukuman_pp53_tunda_kgb")
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            self.pegawai,
            tmt=date(2020, 1, 1),
            jenis_hukuman_id=jenis.id,
        )
        sesudah = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual(sebelum, sesudah)

    def test_candidate_is_paid_a_part(self):
        self.pegawai.status_pegawai = "cpns"
        hasil = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual(hasil.persen, 80)

    def test_amounts_cannot_be_typed(self):
        draf = self.buat_permohonan("pegawai", self.kgb)
        with self.assertRaises(AccessError):
            draf.write({"kgb_gaji_baru": 9_000_000})
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", self.kgb, kgb_tmt="2020-01-01")
        palsu = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        palsu = palsu.with_context(default_kgb_gaji_baru=9_000_000)
        draf = palsu.create({"layanan_id": self.kgb.id})
        self.assertEqual(draf.kgb_gaji_baru, 3186600)

    def test_kgb_k_01_short_contract_has_no_increment(self):
        handler = self.env["asn.layanan.handler.kgb"]
        versi = self.kgb.versi_live_id
        aturan = versi.aturan_ids.filtered(lambda a: a.kode == "KGB-K-01")
        nip = self.pegawai.nip
        self.pegawai.write(
            {
                # PPPK: year of appointment and number of the contract from 21
                "nip": f"{nip[:8]}202421{nip[14:]}",
                "status_pegawai": "pppk",
                "tmt_cpns": False,
                "tmt_kontrak_mulai": "2024-01-01",
                "tmt_kontrak_selesai": "2025-12-31",
            }
        )
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        golongan = self.env.ref("asn_base.golongan_pppk_ix")
        self.golongan(self.pegawai, golongan, date(2024, 1, 1))

        def jawab():
            kasus = Kasus(date(2026, 3, 2))
            return handler._orang_kgb_k_01(versi, self.pegawai, aturan, kasus)[
                self.pegawai.id
            ][0]

        self.assertEqual(jawab(), "gagal")
        self.pegawai.tmt_kontrak_selesai = "2026-01-01"
        self.assertEqual(jawab(), "manual", "performance is not recorded")

    def test_many_people_cost_no_more_queries(self):
        orang = self.env["hr.employee"].search([("golongan_id", "!=", False)], limit=6)
        self.assertGreater(len(orang), 4)
        self.env["asn.kgb"]._hitung(orang)

        def hitung(siapa):
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            self.env["asn.kgb"]._hitung(siapa)
            return self.env.cr.sql_log_count - sebelum

        self.assertLessEqual(hitung(orang), hitung(orang[:2]) + 2)

    # ---- facts that change while it runs ---------------------------------

    def naik(self, tmt, tahun, bulan):
        """Let the pegawai be promoted to III/c, with the pay of the decree."""
        golongan = self.env["asn.golongan"]._by_kode("III/c")
        mkg = {"mkg_tahun": tahun, "mkg_bulan": bulan}
        self.golongan(self.pegawai, golongan, tmt, jenis_kp="reguler", **mkg)
        self.gaji(
            self.pegawai, tmt, tahun, 3321400, golongan_id=golongan.id, mkg_bulan=bulan
        )

    def test_kgb_12_promotion_meanwhile_stops_the_old_increment(self):
        """PRO-15: no letter of III/b for who is III/c by then; worked out anew."""
        permohonan = self.ajukan("pegawai", self.kgb)
        self.naik(date(2026, 3, 1), 5, 11)
        with self.ditolak_aturan("KGB-12"):
            self.jalankan(permohonan)
        self.assertEqual(self.pegawai.gaji_pokok, 3321400)
        permohonan.with_user(permohonan._tugas_terbuka().aktor_ids[0]).action_return(
            "Pangkat berubah"
        )
        permohonan.with_user(self.u["pegawai"]).action_resubmit()
        self.assertEqual(permohonan.kgb_golongan_id.kode, "III/c")
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")

    def test_kgb_04_step_reached_before_a_promotion_stays_due(self):
        self.gaji(self.pegawai, date(2022, 4, 1), 0, 2900000)
        permohonan = self.ajukan("pegawai", self.kgb)
        self.naik(date(2026, 6, 1), 6, 2)
        self.jalankan(permohonan)
        self.assertEqual(
            (permohonan.state, permohonan.kgb_golongan_id.kode), ("issued", "III/b")
        )

    def test_kgb_04_promotion_that_is_decided_counts_from_its_day(self):
        """The decree comes before the TMT: until then III/b, afterwards III/c."""
        for tmt, harap in (
            (date(2026, 5, 1), ("III/b", 6, date(2026, 4, 1))),
            (date(2026, 4, 1), ("III/c", 8, date(2028, 4, 1))),
        ):
            with self.subTest(tmt=tmt), self.cr.savepoint() as titik:
                self.naik(tmt, 6, tmt.month - 4)
                satu = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
                self.assertEqual((satu.golongan.kode, satu.langkah, satu.tmt), harap)
                self.env["asn.hak.layanan"]._segarkan(self.pegawai)
                hak = self.env["asn.hak.layanan"].search(
                    [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")]
                )
                self.assertEqual((hak[0].langkah, hak[0].tanggal), harap[1:])
                self.assertEqual((hak[0].gaji_lama, hak[0].gaji_baru), satu[3:5])
                titik.rollback()

    def test_kgb_02_nothing_is_due_from_the_day_of_the_pension(self):
        self.env.cr.execute(
            "UPDATE hr_employee SET tmt_pensiun = '2026-04-01' WHERE id = %s",
            [self.pegawai.id],
        )
        self.pegawai.invalidate_recordset(["tmt_pensiun"])
        with self.assertRaisesRegex(UserError, "1 April 2026"):
            self.ajukan("pegawai", self.kgb)
