from odoo.exceptions import AccessError
from odoo.tests import HttpCase, TransactionCase, tagged

from .common import ArsipCommon, pdf


@tagged("post_install", "-at_install")
class TestAkses(ArsipCommon, TransactionCase):
    """Who sees which documents, by row and class."""

    def test_rows_by_role_and_class(self):
        umum = self.unggah(self.ani, jenis=self.sk, isi=pdf("a"), nomor="1")
        spesifik = self.unggah(self.ani, isi=pdf("b"))
        rahasia = self.unggah(self.ani, jenis=self.visum, isi=pdf("c"))
        # Family papers are not for analysis.
        biasa = self.unggah(self.ani, jenis=self.ktp, isi=pdf("d"))
        semua = umum | spesifik | rahasia | biasa
        utama = self.orang("utama", ("admin_utama",), unit=self.dinas_b)
        badan = self.orang("badan", ("kepala_badan",), unit=self.dinas_b)
        monev = self.orang("monev", ("monev",), unit=self.dinas_b)
        for siapa, tampak in (
            (self.ani, semua),
            (self.budi, self.env["asn.dokumen"]),
            (self.kepala, umum),
            (self.fas, umum | spesifik | biasa),
            (self.admin, semua),
            (utama, umum | biasa),
            (badan, semua),
            (monev, self.env["asn.dokumen"]),
        ):
            with self.subTest(siapa=siapa.name):
                ada = self.sebagai(siapa).search([("id", "in", semua.ids)])
                self.assertEqual(set(ada.ids), set(tampak.ids))
                for dokumen in semua - tampak:
                    with self.assertRaises(AccessError):
                        dokumen.with_user(siapa.user_id).read(["nomor", "file"])

    def test_nobody_files_outside_their_scope(self):
        for siapa, pemegang in (
            (self.ani, self.budi),
            (self.fas, self.budi),
            (self.kepala, self.ani),
        ):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self.unggah(siapa, pemegang)

    def test_fasilitator_files_for_the_unit(self):
        dokumen = self.unggah(self.fas, self.ani)
        self.assertEqual(dokumen.pengunggah_id, self.fas.user_id)
        self.assertEqual(dokumen.status, "belum")

    def test_fasilitator_loses_sight_with_the_grant(self):
        dokumen = self.unggah(self.ani)
        Dokumen = self.sebagai(self.fas)
        self.assertTrue(Dokumen.search_count([("id", "=", dokumen.id)]))
        self.fas.user_id.asn_unit_ids = False
        self.assertFalse(Dokumen.search_count([("id", "=", dokumen.id)]))

    def test_attachment_follows_its_document(self):
        dokumen = self.unggah(self.ani)
        lampiran = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "asn.dokumen"),
                ("res_id", "=", dokumen.id),
                ("res_field", "=", "file"),
            ]
        )
        self.assertEqual(len(lampiran), 1)
        with self.assertRaises(AccessError):
            lampiran.with_user(self.budi.user_id).read(["datas"])

    def test_file_is_not_replaced_through_its_attachment(self):
        dokumen = self.unggah(self.ani)
        lampiran = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "asn.dokumen"),
                ("res_id", "=", dokumen.id),
                ("res_field", "=", "file"),
            ]
        )
        for siapa in (self.ani, self.fas, self.admin):
            milik = lampiran.with_user(siapa.user_id)
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(AccessError):
                    milik.write({"raw": pdf("palsu")})
                with self.assertRaises(AccessError):
                    milik.unlink()
                with self.assertRaises(AccessError):
                    milik.create(
                        {
                            "name": "palsu",
                            "raw": pdf("palsu"),
                            "res_model": "asn.dokumen",
                            "res_id": dokumen.id,
                            "res_field": "file",
                        }
                    )
                bebas = milik.create({"name": "x", "raw": pdf("palsu")})
                with self.assertRaises(AccessError):
                    bebas.write(
                        {
                            "res_model": "asn.dokumen",
                            "res_id": dokumen.id,
                            "res_field": "file",
                        }
                    )
        self.assertEqual(lampiran.raw, pdf())

    def test_kinds_are_changed_by_administrators_only(self):
        with self.assertRaises(AccessError):
            self.kk.with_user(self.fas.user_id).write({"ukuran_maks": 50})
        with self.assertRaises(AccessError):
            self.kk.with_user(self.admin.user_id).unlink()


@tagged("post_install", "-at_install")
class TestUnduh(ArsipCommon, HttpCase):
    """Files over the web client's own addresses."""

    def test_file_of_others_is_refused(self):
        dokumen = self.unggah(self.ani)
        lampiran = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "asn.dokumen"),
                ("res_id", "=", dokumen.id),
                ("res_field", "=", "file"),
            ]
        )
        alamat = (
            f"/web/content/asn.dokumen/{dokumen.id}/file/x.pdf",
            f"/web/content?model=asn.dokumen&id={dokumen.id}&field=file",
            f"/web/content/{lampiran.id}",
            f"/web/image/asn.dokumen/{dokumen.id}/file",
        )
        for login, boleh in (("ani", True), ("budi", False), ("kepala", False)):
            self.authenticate(login, login)
            for satu in alamat[:3]:
                with self.subTest(login=login, alamat=satu):
                    jawab = self.url_open(satu)
                    self.assertEqual(jawab.status_code, 200 if boleh else 404)
                    self.assertEqual(jawab.content == pdf(), boleh)
            with self.subTest(login=login, alamat=alamat[3]):
                isi = self.url_open(alamat[3]).content
                self.assertEqual(isi.startswith(b"%PDF"), boleh)
