import csv
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.modules import Manifest
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2.errors import RaiseException

from .common import NIK_P, AuditCommon


@tagged("post_install", "-at_install")
class TestEkspor(AuditCommon, TransactionCase):
    """LL-17-1, LL-20-2, LL-20-3, LL-20-4: what leaves, leaves on permission."""

    def _ekspor(self, siapa, bidang, pegawai=None, **konteks):
        pegawai = pegawai or self.ani
        Model = self.sebagai(siapa, pegawai._name).with_context(**konteks)
        return Model.browse(pegawai.ids).export_data(bidang)

    def _jejak(self):
        return self.env["asn.jejak.ekspor"].search([], limit=1)

    def test_public_columns_are_free_and_recorded(self):
        for siapa in (self.fasil, self.pim, self.sistem):
            with self.subTest(siapa=siapa.name):
                hasil = self._ekspor(siapa, ["name", "unit_id", "golongan_id"])
                self.assertEqual(hasil["datas"][0][0], "Ani")
                jejak = self._jejak()
                self.assertEqual(jejak.user_id, siapa.user_id)
                self.assertEqual((jejak.kelas, jejak.jumlah), ("publik", 1))
                self.assertIn(jejak.kode, hasil["tanda_air"])

    def test_anybody_exports_the_directory(self):
        """LL-20-3: public-class data are downloaded by everybody."""
        publik = self.env["hr.employee.public"].browse(self.cici.id)
        hasil = self._ekspor(self.ani, ["name", "unit_id"], publik)
        self.assertEqual(hasil["datas"][0][0], "Cici")

    def test_columns_on_approval_are_refused_without_a_request(self):
        for bidang in (
            ["nik"],
            ["name", "nip"],
            ["name", "riwayat_golongan_ids/tmt"],
            ["name", "parent_id/nik"],
            ["name", "parent_id.nik"],
            ["name", "data_tambahan.apa"],
            ["name", "barcode"],
        ):
            for siapa in (self.sistem, self.fasil, self.kaban):
                with self.subTest(bidang=bidang, siapa=siapa.name):
                    with self.assertRaises(AccessError):
                        self._ekspor(siapa, bidang)

    def test_units_are_known_of_people_whose_profile_is_closed(self):
        """Who reads rows about somebody is told of Pasal 20, not of a secret record."""
        self.env.flush_all()
        self.env.invalidate_all()
        Ekspor = self.sebagai(self.ani, "asn.jejak.ekspor")
        cici = Ekspor.env["hr.employee"].browse(self.cici.id)
        self.assertFalse(cici.has_access("read"))
        self.assertEqual(Ekspor._unit_dari(cici, cici), self.cici.unit_id)

    def test_unknown_models_are_closed(self):
        minta = self.permintaan("hr.employee.nip", setuju=False)
        with self.assertRaises(AccessError):
            self._ekspor(self.sistem, ["penerima"], minta)

    def test_a_request_opens_its_columns_and_units(self):
        self.permintaan("hr.employee.nik", "hr.employee.nip", unit=self.dinas_a)
        hasil = self._ekspor(self.sistem, ["name", "nik"], self.ani + self.badu)
        self.assertEqual(hasil["datas"][0][1], NIK_P)
        jejak = self._jejak()
        self.assertEqual((jejak.kelas, jejak.jumlah), ("persetujuan", 2))
        self.assertEqual(jejak.tujuan, "Rapat tim penilai kinerja")
        self.assertIn(jejak.kode, hasil["tanda_air"])
        self.assertIn("Pasal 17", hasil["tanda_air"])
        self.assertIn(jejak.permintaan_id.nomor, hasil["tanda_air"])
        self.assertTrue(self.jejak(self.badu, kanal="ekspor"))
        for bidang, pegawai in (
            (["name", "nik"], self.ani + self.cici),
            (["name", "no_hp"], self.ani),
        ):
            with self.subTest(bidang=bidang), self.assertRaises(AccessError):
                self._ekspor(self.sistem, bidang, pegawai)
        for siapa in (self.fasil, self.kaban):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self._ekspor(siapa, ["nik"])

    def test_people_without_unit_need_a_request_for_all_units(self):
        tanpa = self.orang("tanpa")
        self.permintaan("hr.employee.nip", unit=self.dinas_a)
        with self.assertRaises(AccessError):
            self._ekspor(self.sistem, ["nip"], tanpa)
        self.permintaan("hr.employee.nip")
        self._ekspor(self.sistem, ["nip"], tanpa)

    def test_the_chosen_request_is_checked_like_any_other(self):
        lain = self.permintaan("hr.employee.nip", setuju=False)
        baik = self.permintaan("hr.employee.nip")
        self._ekspor(self.sistem, ["nip"], asn_permintaan_id=baik.id)
        self.assertEqual(self._jejak().permintaan_id, baik)
        for pilihan in (lain.id, 10**9):
            with self.subTest(pilihan=pilihan), self.assertRaises(UserError):
                self._ekspor(self.sistem, ["nip"], asn_permintaan_id=pilihan)
        for pilihan in ("x", {"a": 1}, [1], True):
            with self.subTest(pilihan=pilihan):
                self._ekspor(self.sistem, ["nip"], asn_permintaan_id=pilihan or False)

    def test_purpose_is_recorded(self):
        self._ekspor(self.fasil, ["name"], asn_tujuan="  Undangan rapat  ")
        self.assertEqual(self._jejak().tujuan, "Undangan rapat")
        self._ekspor(self.fasil, ["name"], asn_tujuan={"x": 1})
        self.assertFalse(self._jejak().tujuan)

    def test_histories_follow_their_people(self):
        baris = self.golongan(self.ani, self.gol_iiia, "2012-04-01")
        with self.assertRaises(AccessError):
            self._ekspor(self.sistem, ["golongan_id"], baris)
        self.assertTrue(
            self.env["asn.kelas.data"].search([("kode", "=", "asn.riwayat.golongan.*")])
        )
        self.permintaan("asn.riwayat.golongan.*", unit=self.dinas_a)
        self._ekspor(self.sistem, ["golongan_id", "tmt"], baris)

    def test_nobody_changes_the_trace(self):
        self._ekspor(self.fasil, ["name"])
        jejak = self._jejak()
        for siapa in (self.env.user, self.sistem.user_id):
            for aksi in (
                lambda s: s.write({"tujuan": "lain"}),
                lambda s: s.unlink(),
                lambda s: s.create({"kode": "X"}),
            ):
                with self.assertRaises(AccessError):
                    aksi(jejak.with_user(siapa))
        for perintah in (
            f"DELETE FROM asn_jejak_ekspor WHERE id = {jejak.id}",
            f"UPDATE asn_jejak_ekspor SET tujuan = 'x' WHERE id = {jejak.id}",
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(RaiseException),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(perintah)

    def test_classes_agree_with_the_promise(self):
        """LL-20-2: every field of ours has its class; fields.csv says the same."""
        path = Path(Manifest.for_addon("asn_audit").path).parent.parent
        with (path / "security" / "fields.csv").open(newline="") as berkas:
            janji = {
                f"hr.employee.{baris['field']}": baris["class"]
                for baris in csv.DictReader(berkas)
                if baris["model"] == "hr.employee"
            }
        Kelas = self.env["asn.kelas.data"]
        for kode, kelas in janji.items():
            if kode.rpartition(".")[2] not in self.env["hr.employee"]._fields:
                continue
            with self.subTest(kode=kode):
                harap = "publik" if kelas == "umum" else "persetujuan"
                self.assertEqual(Kelas._kelas(kode), harap)
        publik = Kelas.search([("model", "=", "hr.employee"), ("kelas", "=", "publik")])
        for baris in publik:
            with self.subTest(publik=baris.kode):
                self.assertFalse(
                    self.env["hr.employee"]._fields[baris.bidang].groups,
                    "a public field has no groups",
                )

    def test_printing_another_person_needs_a_request(self):
        """LL-20-4: approval-class data are printed on approval only."""
        laporan = self.env["ir.actions.report"].create(
            {
                "name": "Uji",
                "model": "hr.employee",
                "report_name": "asn_audit.uji",
                "report_type": "qweb-html",
            }
        )
        Laporan = self.env["ir.actions.report"]
        nama = laporan.report_name
        self.assertFalse(
            Laporan.with_user(self.ani.user_id)._asn_gerbang(nama, self.ani.ids)
        )
        for siapa in (self.fasil, self.sistem):
            with self.assertRaises(AccessError):
                Laporan.with_user(siapa.user_id)._asn_gerbang(nama, self.ani.ids)
        with self.assertRaises(AccessError):
            Laporan.with_user(self.badu.user_id)._asn_gerbang(nama, self.ani.ids)
        self.env["asn.kelas.data"].create(
            {"kode": f"laporan.{nama}", "name": "Uji", "jenis": "laporan"}
        )
        self.permintaan(f"laporan.{nama}", unit=self.dinas_a)
        jejak = Laporan.with_user(self.sistem.user_id)._asn_gerbang(nama, self.ani.ids)
        self.assertEqual((jejak.jumlah, jejak.nama_apa), (1, "Uji"))
        cetak = self.jejak(self.ani, kanal="cetak")
        self.assertEqual(cetak.nama_objek, "Uji")
