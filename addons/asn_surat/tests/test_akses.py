import json
import logging
from io import StringIO

from odoo.exceptions import AccessError, UserError
from odoo.models import MAGIC_COLUMNS
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, SuratCommon


@tagged("post_install", "-at_install")
class TestAkses(SuratCommon, TransactionCase):
    """Who reads letters; nobody writes them."""

    def test_rows_by_role(self):
        draf = self.draf()
        terbit = self.terbit()
        lepas = self.terbit()
        lepas._rilis()
        semua = draf | terbit | lepas
        jauh = self.orang("jauh", ("fasilitator",), unit=self.dinas_b)
        pimpinan = self.orang("pimp", ("pimpinan",), unit=self.dinas_a)
        self.dinas_a.manager_id = pimpinan
        utama = self.orang("utama", ("admin_utama",), unit=self.dinas_b)
        for siapa, tampak in (
            (self.ani, lepas),
            (self.budi, self.env["asn.surat"]),
            (self.kepala, semua),
            (self.fas, terbit | lepas),
            (jauh, self.env["asn.surat"]),
            (pimpinan, terbit | lepas),
            (self.admin, semua),
            (utama, semua),
        ):
            with self.subTest(siapa=siapa.name):
                Surat = self.env["asn.surat"].with_user(siapa.user_id)
                ada = Surat.search([("id", "in", semua.ids)])
                self.assertEqual(set(ada.ids), set(tampak.ids))

    def test_head_of_unit_does_not_see_own_unreleased_letter(self):
        pimpinan = self.orang("pimp", ("pimpinan", "fasilitator"), unit=self.dinas_a)
        self.dinas_a.manager_id = pimpinan
        pimpinan.user_id.asn_unit_ids = self.dinas_a
        surat = self.terbit(pemegang=pimpinan)
        Surat = self.env["asn.surat"].with_user(pimpinan.user_id)
        self.assertFalse(Surat.search([("id", "=", surat.id)]))

    def test_nothing_is_written_by_anybody(self):
        surat = self.terbit()
        surat._rilis()
        for siapa in (self.ani, self.kepala, self.fas, self.admin):
            milik = surat.with_user(siapa.user_id)
            with self.subTest(siapa=siapa.name):
                for nama, field in surat._fields.items():
                    if field.store and nama not in MAGIC_COLUMNS:
                        with self.assertRaises(AccessError, msg=nama):
                            milik.write({nama: False})
                with self.assertRaises(AccessError):
                    milik.create({"jenis_id": self.jenis.id})
                with self.assertRaises(UserError):
                    milik.unlink()
                with self.assertRaises(AccessError):
                    milik.copy()
        with self.assertRaises(AccessError):
            surat.sudo().write({"state": "draft"})
        with self.assertRaises(AccessError):
            surat.sudo().create({"jenis_id": self.jenis.id})
        with self.assertRaises(UserError):
            surat.sudo().unlink()

    def test_token_and_values_are_hidden_from_every_role(self):
        surat = self.terbit()
        for siapa in (self.kepala, self.admin):
            milik = surat.with_user(siapa.user_id)
            for nama in ("token", "nilai"):
                with self.subTest(siapa=siapa.name, field=nama):
                    with self.assertRaises(AccessError):
                        milik.read([nama])
                    with self.assertRaises(AccessError):
                        milik.search([(nama, "!=", False)])

    def test_only_the_signer_revokes(self):
        surat = self.terbit()
        surat._rilis()
        for siapa in (self.ani, self.fas, self.admin):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                surat.with_user(siapa.user_id).action_revoke("x")
        with self.assertRaises(UserError):
            surat.with_user(self.kepala.user_id).action_revoke("  ")

    def test_replaced_letter_points_to_the_new_one(self):
        lama, baru = self.terbit(), self.terbit()
        lama._cabut("Salah ketik", pengganti=baru)
        self.assertEqual(lama.pengganti_id, baru)


@tagged("post_install", "-at_install")
class TestUnduh(SuratCommon, HttpCase):
    """Letters over the addresses of the web client."""

    def test_pdf_of_unreleased_and_foreign_letters_is_refused(self):
        surat = self.terbit()
        lampiran = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "asn.surat"),
                ("res_id", "=", surat.id),
                ("res_field", "=", "pdf"),
            ]
        )
        alamat = (
            f"/web/content/asn.surat/{surat.id}/pdf/x.pdf",
            f"/web/content/asn.surat/{surat.id}/pdf_asli",
            f"/web/content/{lampiran.id}",
        )
        for login in ("ani", "budi"):
            self.authenticate(login, login)
            for satu in alamat:
                with self.subTest(login=login, alamat=satu):
                    self.assertEqual(self.url_open(satu).status_code, 404)
        surat._rilis()
        self.authenticate("ani", "ani")
        self.assertEqual(self.url_open(alamat[0]).content, surat._pdf_byte())
        self.authenticate("budi", "budi")
        self.assertEqual(self.url_open(alamat[0]).status_code, 404)

    @mute_logger("odoo.http")
    def test_passphrase_over_rpc_is_not_logged(self):
        sertifikat = self.env["asn.sertifikat"]._milik(self.kepala)
        catatan = StringIO()
        penangan = logging.StreamHandler(catatan)
        logging.getLogger().addHandler(penangan)
        self.addCleanup(logging.getLogger().removeHandler, penangan)
        self.authenticate("kepala", "kepala")
        for sandi in ("Kata-Langka-9917", SANDI):
            jawab = self.url_open(
                "/web/dataset/call_kw/asn.sertifikat/action_check",
                json={
                    "params": {
                        "model": "asn.sertifikat",
                        "method": "action_check",
                        "args": [sertifikat.ids],
                        "kwargs": {"passphrase": sandi},
                    }
                },
            ).json()
            self.assertEqual("error" in jawab, sandi != SANDI)
            self.assertNotIn(sandi, json.dumps(jawab))
            self.assertNotIn(sandi, catatan.getvalue())

    @mute_logger("odoo.http")
    def test_private_methods_and_fields_are_closed_over_rpc(self):
        surat = self.draf()
        self.authenticate("kepala", "kepala")
        for metode, argumen in (
            ("_terbitkan", [[surat.id], "x"]),
            ("_tulis_mesin", [[surat.id], {"state": "issued"}]),
            ("_rilis", [[surat.id]]),
            ("write", [[surat.id], {"state": "issued"}]),
            ("create", [[{"jenis_id": self.jenis.id}]]),
            ("web_save", [[surat.id], {"dirilis": True}, {}]),
        ):
            with self.subTest(metode=metode):
                jawab = self.url_open(
                    f"/web/dataset/call_kw/asn.surat/{metode}",
                    json={
                        "jsonrpc": "2.0",
                        "method": "call",
                        "params": {
                            "model": "asn.surat",
                            "method": metode,
                            "args": argumen,
                            "kwargs": {"context": {"asn_mesin": True, "su": 1}},
                        },
                    },
                )
                self.assertIn("error", jawab.json())
        surat.invalidate_recordset()
        self.assertEqual(surat.state, "draft")
