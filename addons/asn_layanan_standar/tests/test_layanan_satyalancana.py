from datetime import date

from lxml import etree
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .layanan_umum import LayananUmumCommon

WAJIB = (
    "SURAT_PENGANTAR_OPD DRH SK_CPNS SK_PNS SK_PANGKAT SK_JABATAN SKP_2"
    " KET_HUKDIS_PIMPINAN"
).split()


class SatyalancanaCommon(LayananUmumCommon):
    """The applicant serves since 1 January 2010: grade X in August 2026."""

    KODE = "satyalancana"
    DOKUMEN = WAJIB

    def penghargaan(self, kode, **nilai):
        jenis = self.env.ref(f"asn_pegawai.jenis_penghargaan_{kode}")
        return self.env["asn.riwayat.penghargaan"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "jenis_penghargaan_id": jenis.id,
                    "nomor_sk": "1/TK/2020",
                    "tanggal_sk": "2020-08-10",
                    **nilai,
                }
            ]
        )


@tagged("post_install", "-at_install")
class TestLayananSatyalancana(KontrakLayanan, SatyalancanaCommon, TransactionCase):
    """LL-22-2-e: the contract of services for the medal."""

    kode = "satyalancana"


@tagged("post_install", "-at_install")
class TestSatyalancana(SatyalancanaCommon, TransactionCase):
    def periksa(self):
        return self.aturan(self.buat_permohonan("pegawai", self.umum))

    def test_request_is_filled_in_by_the_histories(self):
        draf = self.buat_permohonan("pegawai", self.umum)
        self.assertEqual(
            (draf.slks_jenis_id.kode, draf.slks_usul, draf.slks_bulan),
            ("SLKS_X", date(2026, 8, 1), 16 * 12 + 7),
        )
        self.assertEqual(draf.slks_usul_teks, "Agustus 2026")
        with self.assertRaises(AccessError):
            draf.write({"slks_bulan": 400})
        with self.assertRaises(AccessError):
            draf.write({"nomor_hasil": "PALSU"})

    def test_slk_01_below_ten_years_and_pmk_does_not_count(self):
        self.env["asn.riwayat.pmk"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "tmt": "2020-01-01",
                    "nomor_sk": "PMK-1",
                    "tanggal_sk": "2020-01-01",
                    "tahun": 8,
                    "is_dinilai": True,
                    "instansi": "Pemerintah Kabupaten Uji",
                }
            ]
        )
        self.assertEqual(self.periksa()["SLK-01"], "lulus")
        self.pegawai.tmt_cpns = date(2016, 9, 1)
        self.assertEqual(self.periksa()["SLK-01"], "gagal")

    def test_slk_02_03_punishment_and_cltn_once_close_the_way(self):
        self.assertEqual(self.periksa()["SLK-02"], "lulus")
        jenis = self.env["asn.jenis.hukuman"].search([("tingkat", "=", "B")], limit=1)
        self.env["asn.riwayat.hukuman"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "jenis_hukuman_id": jenis.id,
                    "tmt": "2012-01-01",
                    "tanggal_selesai": "2013-01-01",
                    "nomor_sk": "HD-1",
                    "tanggal_sk": "2012-01-01",
                }
            ]
        )
        self.assertEqual(self.periksa()["SLK-02"], "gagal")
        self.assertEqual(self.periksa()["SLK-03"], "lulus")
        self.contoh_riwayat(
            "asn.riwayat.cltn",
            self.pegawai,
            tanggal_mulai="2013-01-01",
            tanggal_selesai="2013-12-31",
        )
        self.assertEqual(self.periksa()["SLK-03"], "gagal")

    def test_slk_02_annulled_punishment_counts_nowhere(self):
        """Neither at the request nor in the forecast, which leaves out the punished."""
        jenis = self.env["asn.jenis.hukuman"].search([("tingkat", "=", "B")], limit=1)
        hak = [("employee_id", "=", self.pegawai.id), ("kode", "=", "slks")]
        Hak = self.env["asn.hak.layanan"]
        nilai = {
            "tmt": "2012-01-01",
            "jenis_hukuman_id": jenis.id,
            "nomor_sk_pembatalan": "B-1",
        }
        self.contoh_riwayat("asn.riwayat.hukuman", self.pegawai, **nilai)
        Hak._segarkan(self.pegawai)
        self.assertEqual(self.periksa()["SLK-02"], "lulus")
        self.assertTrue(Hak.search_count(hak))
        nilai = {"tmt": "2013-01-01", "jenis_hukuman_id": jenis.id}
        self.contoh_riwayat("asn.riwayat.hukuman", self.pegawai, **nilai)
        Hak._segarkan(self.pegawai)
        self.assertEqual(self.periksa()["SLK-02"], "gagal")
        self.assertFalse(Hak.search_count(hak))

    def test_slk_04_08_held_grade_is_not_proposed_again(self):
        """SLK-08: the highest grade that is reached and not held."""
        self.penghargaan("slks_x")
        self.assertEqual(self.periksa()["SLK-04"], "gagal")
        self.pegawai.tmt_cpns = date(2006, 4, 1)
        draf = self.buat_permohonan("pegawai", self.umum)
        self.assertEqual(self.aturan(draf)["SLK-04"], "lulus")
        self.assertEqual(draf.slks_jenis_id.kode, "SLKS_XX")
        minta = draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode")
        self.assertIn("PIAGAM_SLKS", minta)

    def test_slk_05_performance_below_good_stops_it(self):
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2025,
            hasil_kerja="bawah",
            perilaku="sesuai",
        )
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.umum)

    def test_slk_06_medal_and_slk_07_only_in_service(self):
        draf = self.buat_permohonan("pegawai", self.umum)
        self.assertEqual(draf._medali(), "perunggu")
        self.assertEqual(self.periksa()["SLK-07"], "lulus")
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_99")
        self.assertEqual(self.periksa()["SLK-07"], "gagal")

    def test_decree_of_the_president_becomes_an_award_of_the_history(self):
        """One letter for the list, the number of the charter per person."""
        permohonan = self.ajukan("pegawai", self.umum)
        for nama in ("fasilitator", "admin_aplikasi", "pengawas", "administrator"):
            permohonan.with_user(self.u[nama]).action_approve()
        self.assertEqual(permohonan.tahap_id.kode, "menunggu_keppres")
        admin = self.env["asn.permohonan.luar"].with_user(self.u["admin_aplikasi"])
        admin = admin.with_context(active_ids=permohonan.ids)
        admin.create({"jenis": "keluar", "nomor": "003/12/2026"}).action_catat()
        jawaban = admin.create({"jenis": "jawaban", "nomor": "72/TK/Tahun 2026"})
        self.assertTrue(jawaban.minta_nomor_hasil)
        jawaban.baris_ids.nomor_hasil = "slks-x 00123"
        jawaban.action_catat()
        self.jalankan(permohonan)
        self.assertEqual(
            (permohonan.state, permohonan.nomor_hasil), ("issued", "SLKS-X 00123")
        )
        baris = self.env["asn.riwayat.penghargaan"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )
        self.assertEqual(
            (baris.jenis_penghargaan_id.kode_siasn, baris.nomor_sk, baris.tahun),
            ("201", "72/TK/Tahun 2026", 2026),
        )
        self.assertEqual(
            (baris.sumber, baris.dokumen_id), ("layanan", permohonan.dokumen_produk_id)
        )
        self.assertIn("SLKS-X 00123", baris.catatan)

    def test_proposal_list_prints_who_is_readable(self):
        permohonan = self.ajukan("pegawai", self.umum)
        Daftar = self.env["report.asn_layanan_standar.daftar_usul"]
        isi = Daftar.with_user(self.u["admin_aplikasi"])._get_report_values(
            permohonan.ids
        )
        self.assertIn("16 tahun 7 bulan", isi["baris"][0]["lain"])
        self.assertIn("2026", isi["judul"])
        with self.assertRaises(AccessError):
            Daftar.with_user(self.u["pegawai2"])._get_report_values(permohonan.ids)
        # Who was rejected is proposed to nobody.
        permohonan.with_user(self.u["fasilitator"]).action_reject(
            "Tidak memenuhi syarat"
        )
        with self.assertRaises(UserError):
            Daftar._get_report_values(permohonan.ids)

    def test_the_list_of_a_year_opens_on_its_rows_by_grade(self):
        """One level of groups: a second one would stay closed and show no names."""
        aksi = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan_standar.asn_permohonan_slks_action"
        )
        self.assertEqual(aksi["context"], "{'search_default_per_tahun': 1}")
        pandang = self.env["asn.permohonan"].get_view(aksi["search_view_id"][0])
        pohon = etree.fromstring(pandang["arch"])
        (kelompok,) = pohon.xpath("//filter[@name='per_tahun']/@context")
        self.assertEqual(kelompok, "{'group_by': 'slks_usul:year'}")
        daftar = self.env["asn.permohonan"].get_view(aksi["view_id"][0], "list")
        pohon = etree.fromstring(daftar["arch"])
        self.assertEqual(pohon.get("expand"), "1")
        self.assertIn("slks_jenis_id", pohon.get("default_order"))
        (tingkat,) = pohon.xpath("//field[@name='slks_jenis_id']/@optional")
        self.assertEqual(tingkat, "show")

    def test_many_people_cost_no_more_queries(self):
        handler = self.env["asn.layanan.handler.satyalancana"]
        versi = self.umum.versi_live_id
        orang = self.env["hr.employee"].search([("tmt_cpns", "!=", False)], limit=8)
        self.assertGreater(len(orang), 5)

        def hitung(siapa):
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            kasus = Kasus(date(2026, 3, 2))
            for aturan in versi.aturan_ids.filtered(lambda a: not a.pustaka):
                nama = "_orang_" + aturan.kode.lower().replace("-", "_")
                getattr(handler, nama)(versi, siapa.sudo(), aturan, kasus)
            return self.env.cr.sql_log_count - sebelum

        hitung(orang)
        self.assertLessEqual(hitung(orang), hitung(orang[:2]) + 2)
