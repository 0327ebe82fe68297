import json
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, TransactionCase, tagged

from ..domain import katalog, openapi
from .common import BerbagiCommon

PUBLIK = {
    "nama", "gelar_depan", "gelar_belakang", "nama_lengkap", "status_pegawai", "unit",
    "jabatan", "jenis_jabatan", "eselon", "jenjang", "golongan", "email_dinas",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestApi(BerbagiCommon, TransactionCase):
    """LL-29-1 and LL-29-2: shared data within an approved request, and no more."""

    def setUp(self):
        super().setUp()
        # Calls are logged through a cursor of their own.
        self.registry_enter_test_mode()

    def id_dari(self, orang):
        self.env.invalidate_all()
        return orang.sudo().uuid_berbagi

    # -- who may call ------------------------------------------------------

    def test_no_key_without_an_approved_request(self):
        """LL-29-2: application, approval, then a key."""
        with self.assertRaisesRegex(UserError, "data-use request"):
            self.kunci()
        minta = self.setuju(setuju=False)
        minta.action_ajukan()
        with self.assertRaisesRegex(UserError, "data-use request"):
            self.kunci()
        minta.with_user(self.kaban.user_id)._setujui(
            "800/1", fields.Date.today(), "Sekretaris Daerah"
        )
        self.assertEqual(self.panggil("saya", self.kunci())[0], 200)

    def test_only_the_system_administrator_makes_keys(self):
        self.setuju()
        for orang in (self.ani, self.fasil, self.pim, self.utama, self.kaban):
            with self.subTest(orang=orang.name), self.assertRaises(AccessError):
                self.konsumen.with_user(orang.user_id).action_buat_kunci()

    def test_key_rows_and_calls_are_the_engines(self):
        self.setuju()
        self.kunci()
        Kunci = self.sebagai(self.sistem, "asn.berbagi.kunci")
        with self.assertRaises(AccessError):
            Kunci.create({"konsumen_id": self.konsumen.id, "kode": "x", "sidik": "y"})
        with self.assertRaises(AccessError):
            Kunci.search([]).write({"berlaku_sampai": "2099-01-01"})
        with self.assertRaises(AccessError):
            Kunci.search([]).read(["sidik"])
        with self.assertRaises(AccessError):
            self.env["asn.berbagi.akses"].sudo().create({"nomor": "x"})

    def test_third_key_is_refused_until_one_is_revoked(self):
        self.setuju()
        self.kunci()
        self.kunci()
        with self.assertRaisesRegex(UserError, "two live keys"):
            self.kunci()
        lama = self.konsumen.kunci_ids[-1].with_user(self.sistem.user_id)
        lama.action_cabut()
        self.kunci()

    def test_the_same_answer_for_missing_wrong_revoked_and_expired_keys(self):
        self.setuju()
        kunci = self.kunci()
        baris = self.konsumen.kunci_ids
        jawab = {self.panggil("saya", teks)[1]["detail"] for teks in ("", "x" * 60)}
        self.assertEqual(self.panggil("saya", kunci)[0], 200)
        baris.with_user(self.sistem.user_id).action_cabut()
        status, badan = self.panggil("saya", kunci)
        self.assertEqual((status, badan["kode"]), (401, "kunci_tidak_sah"))
        jawab.add(badan["detail"])
        baris.sudo()._mesin().write(
            {
                "dicabut_pada": False,
                "berlaku_sampai": fields.Date.today() - timedelta(days=2),
            }
        )
        jawab.add(self.panggil("saya", kunci)[1]["detail"])
        self.assertEqual(len(jawab), 1)

    def test_revoking_the_request_works_with_the_next_call(self):
        """LL-29-2: revocation."""
        minta = self.setuju()
        kunci = self.kunci()
        self.assertEqual(self.panggil("pegawai", kunci)[0], 200)
        minta.with_user(self.kaban.user_id)._cabut("Perjanjian tidak diteruskan")
        status, badan = self.panggil("pegawai", kunci)
        self.assertEqual((status, badan["kode"]), (403, "izin_berakhir"))
        self.assertNotIn("data", badan)

    def test_end_date_closes_by_itself(self):
        """LL-29-2: end date."""
        hari_ini = fields.Date.today()
        minta = self.setuju(tanggal_selesai=hari_ini + timedelta(days=1))
        kunci = self.kunci()
        self.assertLessEqual(
            self.konsumen.kunci_ids.berlaku_sampai, minta.tanggal_selesai
        )
        minta._mesin().write(
            {
                "tanggal_mulai": hari_ini - timedelta(days=9),
                "tanggal_selesai": hari_ini - timedelta(days=2),
            }
        )
        self.assertEqual(self.panggil("saya", kunci)[1]["kode"], "izin_berakhir")

    def test_addresses(self):
        self.setuju()
        kunci = self.kunci()
        self.konsumen.alamat_diizinkan = "10.1.0.0/16\n192.0.2.7"
        for alamat, status in (
            ("10.1.255.3", 200),
            ("192.0.2.7", 200),
            ("192.0.2.8", 403),
            ("10.2.0.1", 403),
            ("-", 403),
        ):
            with self.subTest(alamat=alamat):
                self.assertEqual(self.panggil("saya", kunci, alamat)[0], status)
        with self.assertRaises(ValidationError):
            self.konsumen.alamat_diizinkan = "sembarang"

    def test_limits_count_in_the_database(self):
        self.setuju()
        kunci = self.kunci()
        self.konsumen.batas_hari = 3
        hasil = [self.panggil("saya", kunci)[0] for _i in range(5)]
        self.assertEqual(hasil, [200, 200, 200, 429, 429])

    # -- what is answered --------------------------------------------------

    def test_rows_are_those_of_the_granted_units(self):
        self.setuju()
        status, badan = self.panggil("pegawai", self.kunci(), hitung="true")
        self.assertEqual(status, 200)
        nama = {satu["nama"] for satu in badan["data"]}
        self.assertIn(self.ani.name, nama)
        self.assertNotIn(self.cici.name, nama)
        self.assertEqual(badan["jumlah"], len(nama))

    def test_out_of_scope_looks_like_unknown(self):
        self.setuju()
        kunci = self.kunci()
        jawab = [
            self.panggil("satu_pegawai", kunci, jalur={"uid": uid})
            for uid in (self.id_dari(self.cici), "00000000-0000-0000-0000-000000000000")
        ]
        self.assertEqual([status for status, _b in jawab], [404, 404])
        self.assertEqual(jawab[0][1]["detail"], jawab[1][1]["detail"])

    def test_fields_are_public_ones_and_those_that_were_approved(self):
        self.setuju()
        kunci = self.kunci()
        uid = self.id_dari(self.ani)
        _status, satu = self.panggil("satu_pegawai", kunci, jalur={"uid": uid})
        self.assertEqual(
            set(satu) - {"id", "diubah_pada"}, PUBLIK | {"nip", "jenis_kelamin"}
        )
        self.assertEqual(satu["nip"], self.ani.nip)
        self.assertNotIn(self.ani.nik, json.dumps(satu))

    def test_asking_for_more_is_refused_by_name(self):
        self.setuju()
        status, badan = self.panggil("pegawai", self.kunci(), bidang="nip,nik,alamat")
        self.assertEqual((status, badan["kode"]), (403, "cakupan_kurang"))
        self.assertEqual({g["bidang"] for g in badan["galat"]}, {"nik", "alamat"})

    def test_unknown_parameters_are_refused(self):
        self.setuju()
        status, badan = self.panggil("pegawai", self.kunci(), domain="[]")
        self.assertEqual((status, badan["kode"]), (400, "permintaan_tidak_sah"))

    def test_pages_are_complete_and_bound_to_their_question(self):
        self.setuju()
        kunci = self.kunci()
        semua, kursor = [], {}
        while True:
            _status, badan = self.panggil("pegawai", kunci, batas="2", **kursor)
            semua += [satu["id"] for satu in badan["data"]]
            if not badan["kursor_berikutnya"]:
                break
            kursor = {"kursor": badan["kursor_berikutnya"]}
        _status, penuh = self.panggil("pegawai", kunci)
        self.assertEqual(semua, [satu["id"] for satu in penuh["data"]])
        self.assertGreater(len(semua), 2)
        status, _badan = self.panggil("pegawai", kunci, status="pns", **kursor)
        self.assertEqual(status, 400)

    def test_riwayat_needs_its_own_approval_and_specific_ones_are_never_shared(self):
        self.setuju()
        kunci = self.kunci()
        jalur = {"uid": self.id_dari(self.ani), "jenis": "golongan"}
        status, badan = self.panggil("riwayat", kunci, jalur=jalur)
        self.assertEqual((status, badan["kode"]), (403, "cakupan_kurang"))
        self.setuju("asn.riwayat.golongan.*", "asn.riwayat.hukuman.*")
        baris = self.contoh_riwayat("asn.riwayat.golongan", self.ani)
        status, badan = self.panggil("riwayat", kunci, jalur=jalur)
        self.assertEqual(status, 200)
        self.assertEqual(len(badan["data"]), 1)
        self.assertEqual(
            badan["data"][0]["golongan_id"], baris.golongan_id.display_name
        )
        self.assertFalse({"create_uid", "dokumen_id", "status"} & set(badan["data"][0]))
        jalur["jenis"] = "hukuman"
        self.assertEqual(self.panggil("riwayat", kunci, jalur=jalur)[0], 403)

    def test_units_and_references(self):
        self.setuju()
        kunci = self.kunci()
        _status, unit = self.panggil("unit", kunci)
        self.assertEqual(
            {satu["nama"] for satu in unit["data"]},
            {self.dinas_a.name, self.bidang_a.name},
        )
        _status, gol = self.panggil("referensi", kunci, jalur={"nama": "golongan"})
        self.assertIn("III/a", {satu["kode"] for satu in gol["data"]})
        status, _b = self.panggil("referensi", kunci, jalur={"nama": "res.users"})
        self.assertEqual(status, 404)

    # -- what is kept ------------------------------------------------------

    def test_every_call_is_written_down_refused_ones_too(self):
        """LL-29-2: access log; personal filters do not stand in it."""
        self.setuju()
        kunci = self.kunci()
        self.panggil("pegawai", kunci, nip=self.ani.nip)
        self.panggil("saya", "salah")
        buruk, baik = self.env["asn.berbagi.akses"].search([], order="id desc", limit=2)
        self.assertEqual((baik.status, buruk.status), (200, 401))
        self.assertEqual(baik.jumlah, 1)
        self.assertEqual(baik.nama_konsumen, "e-Presensi")
        self.assertNotIn(self.ani.nip, baik.parameter)
        self.assertFalse(buruk.konsumen_id)

    def test_people_see_the_calls_about_themselves_only(self):
        """LL-29-2: the person sees which application read the data and why."""
        self.setuju()
        uid = self.id_dari(self.ani)
        self.panggil("satu_pegawai", self.kunci(), jalur={"uid": uid})
        milik = self.sebagai(self.ani, "asn.berbagi.akses").search([])
        self.assertEqual(milik.mapped("rute"), ["satu_pegawai"])
        self.assertTrue(milik.tujuan)
        self.assertFalse(self.sebagai(self.cici, "asn.berbagi.akses").search([]))
        with self.assertRaises(AccessError):
            milik.read(["konsumen_id"])
        # Nobody finds out about others by searching.
        lain = self.sebagai(self.cici, "asn.berbagi.akses")
        self.assertFalse(lain.search([("employee_id", "in", self.ani.ids)]))

    def test_a_call_for_a_page_stays_within_its_queries(self):
        self.setuju()
        kunci = self.kunci()
        for nomor in range(40):
            self.orang(f"banyak{nomor}", unit=self.bidang_a)
        self.panggil("pegawai", kunci)
        self.env.flush_all()
        awal = self.cr.sql_log_count
        _status, badan = self.panggil("pegawai", kunci)
        self.assertGreater(len(badan["data"]), 40)
        self.assertLessEqual(self.cr.sql_log_count - awal, 40)

    def test_every_row_has_its_own_outward_id_also_a_copied_one(self):
        satu = self.id_dari(self.ani)
        self.cr.execute(
            "INSERT INTO hr_department (name, uuid_berbagi)"
            " SELECT name, uuid_berbagi FROM hr_department WHERE id = %s"
            " RETURNING uuid_berbagi",
            [self.dinas_a.id],
        )
        salinan = self.cr.fetchone()[0]
        self.assertNotEqual(salinan, self.dinas_a.sudo().uuid_berbagi)
        self.assertNotEqual(satu, self.id_dari(self.cici))

    # -- description -------------------------------------------------------

    def test_catalogue_names_real_fields_with_a_class(self):
        Kelas = self.env["asn.kelas.data"]
        for nama, bidang in katalog.BIDANG.items():
            with self.subTest(nama=nama):
                self.assertIn(bidang.asal, self.env["hr.employee"]._fields)
                self.assertIn(bidang.kode, Kelas._peta())
        terbuka = {
            n for n, b in katalog.BIDANG.items() if Kelas._kelas(b.kode) == "publik"
        }
        self.assertEqual(terbuka, PUBLIK)

    def test_openapi_describes_every_route_and_field(self):
        dokumen = openapi.dokumen()
        isi = dokumen["components"]["schemas"]["Pegawai"]["properties"]
        self.assertEqual(set(isi), {"id", "diubah_pada", *katalog.BIDANG})
        self.assertEqual(set(dokumen["paths"]), set(openapi.JALUR))
        json.dumps(dokumen)


@tagged("post_install", "-at_install")
class TestApiHttp(BerbagiCommon, HttpCase):
    """The same over HTTP: headers, caching, error form."""

    def buka(self, alamat, kunci=None, **kepala):
        if kunci:
            kepala["Authorization"] = f"Bearer {kunci}"
        self.env.flush_all()
        return self.url_open(f"/api/v1/{alamat}", headers=kepala)

    def test_open_pages_need_no_key_and_hold_no_data(self):
        self.assertEqual(self.buka("kesehatan").json(), {"status": "ok"})
        self.assertEqual(self.buka("openapi.json").json()["openapi"], "3.0.3")

    def test_problem_form(self):
        jawab = self.buka("pegawai")
        self.assertEqual(jawab.status_code, 401)
        self.assertEqual(
            jawab.headers["Content-Type"], "application/problem+json; charset=utf-8"
        )
        self.assertNotIn("Set-Cookie", jawab.headers)
        for rahasia in ("Traceback", "hr.employee", "SELECT"):
            self.assertNotIn(rahasia, jawab.text)

    def test_etag_saves_the_transfer_and_the_key_may_come_in_another_header(self):
        self.setuju()
        kunci = self.kunci()
        jawab = self.buka("pegawai", kunci)
        self.assertEqual(jawab.status_code, 200)
        self.assertIn("Authorization", jawab.headers["Vary"])
        lagi = self.buka("pegawai", kunci, **{"If-None-Match": jawab.headers["ETag"]})
        self.assertEqual((lagi.status_code, lagi.content), (304, b""))
        lewat = self.buka("pegawai", **{"X-Kunci-ASN": kunci})
        self.assertEqual(lewat.status_code, 200)
        di_alamat = self.url_open(f"/api/v1/pegawai?kunci={kunci}")
        self.assertEqual(di_alamat.status_code, 401)
