import base64
import tempfile
from datetime import timedelta
from pathlib import Path

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from ..domain import demo_ca
from ..galat import ErrorSandi
from ..models.asn_ttd_penyedia_lokal import _PERCOBAAN
from .common import NAMA, SANDI, SuratCommon, ca, p12


@tagged("post_install", "-at_install")
class TestSertifikat(SuratCommon, TransactionCase):
    """Keys that nobody reads, and facts that nobody writes."""

    def setUp(self):
        super().setUp()
        _PERCOBAAN.lupakan()

    def test_administrator_registers_and_signer_checks(self):
        Sertifikat = self.env["asn.sertifikat"].with_user(self.admin.user_id)
        lama = Sertifikat._milik(self.kepala)
        baru = Sertifikat.create(
            {"employee_id": self.kepala.id, "unggahan": base64.b64encode(p12(hari=30))}
        )
        self.assertEqual(baru.status, "belum_diperiksa")
        self.assertFalse(lama.aktif)

        milik = baru.with_user(self.kepala.user_id)
        with self.assertRaises(ErrorSandi):
            milik.action_check("salah")
        milik.action_check(SANDI)

        self.assertEqual(baru.subjek, NAMA)
        self.assertEqual(baru.penerbit, "CA Uji")
        self.assertEqual(baru.status, "segera_habis")

    def test_key_is_read_by_nobody(self):
        sertifikat = self.env["asn.sertifikat"]._milik(self.kepala)
        kunci = self.env["asn.sertifikat.kunci"].search([])
        self.env["ir.model.access"].create(
            {
                "name": "diberi",
                "model_id": self.env.ref("asn_surat.model_asn_sertifikat_kunci").id,
                "group_id": self.env.ref("asn_base.group_admin_sistem").id,
                "perm_read": True,
                "perm_write": True,
                "perm_create": True,
                "perm_unlink": True,
            }
        )
        for siapa in (self.ani, self.kepala, self.admin):
            user = siapa.user_id
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(AccessError):
                    kunci.with_user(user).read(["isi"])
                with self.assertRaises(AccessError):
                    kunci.with_user(user).search([])
                with self.assertRaises(AccessError):
                    kunci.with_user(user).unlink()
                with self.assertRaises(UserError):
                    kunci.with_user(user).export_data(["isi"])
        dibaca = sertifikat.with_user(self.admin.user_id).read(["unggahan"])
        self.assertFalse(dibaca[0]["unggahan"])
        lampiran = self.env["ir.attachment"].search(
            [("res_model", "like", "asn.sertifikat"), ("res_field", "!=", False)]
        )
        self.assertFalse(lampiran)

    def test_technical_administrator_cannot_read_keys_either(self):
        user = self.buat_user("teknis", ("admin_sistem",))
        user.group_ids += self.env.ref("base.group_system")
        kunci = self.env["asn.sertifikat.kunci"].search([]).with_user(user)
        with self.assertRaises(AccessError):
            kunci.read(["isi"])

    def test_facts_of_a_certificate_are_not_typed(self):
        sertifikat = self.env["asn.sertifikat"]._milik(self.kepala)
        milik = sertifikat.with_user(self.admin.user_id)
        for nama in ("aktif", "subjek", "nomor_seri", "berlaku_sampai"):
            with self.subTest(field=nama), self.assertRaises(AccessError):
                milik.write({nama: False})
        with self.assertRaises(AccessError):
            milik.write({"employee_id": self.ani.id})
        with self.assertRaises(AccessError):
            milik.create({"employee_id": self.ani.id, "aktif": True})

    def test_only_administrators_register(self):
        for siapa in (self.ani, self.kepala, self.fas):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                self.env["asn.sertifikat"].with_user(siapa.user_id).create(
                    {"employee_id": siapa.id, "unggahan": base64.b64encode(p12())}
                )

    def test_files_that_are_no_certificate_are_refused(self):
        Sertifikat = self.env["asn.sertifikat"].with_user(self.admin.user_id)
        for isi in (b"", b"%PDF-1.7", b"-----BEGIN", b"\x30" * 70_000):
            with self.subTest(isi=isi[:8]), self.assertRaises(UserError):
                Sertifikat.create(
                    {"employee_id": self.ani.id, "unggahan": base64.b64encode(isi)}
                )

    def test_signer_is_warned_once_before_expiry(self):
        self.env["asn.sertifikat"]._muat_p12(self.kepala, p12(hari=30), SANDI)
        Pesan = self.env["mail.message"]
        cari = [("partner_ids", "in", self.kepala.user_id.partner_id.ids)]
        sebelum = Pesan.search_count(cari)
        self.env["asn.sertifikat"]._cron_peringatan()
        self.env["asn.sertifikat"]._cron_peringatan()
        self.assertEqual(Pesan.search_count(cari), sebelum + 1)

    def test_status_follows_the_calendar(self):
        sertifikat = self.env["asn.sertifikat"]._milik(self.kepala)
        hari_ini = fields.Date.context_today(sertifikat)
        for hari, status in ((-1, "kedaluwarsa"), (0, "segera_habis"), (90, "siap")):
            sertifikat._tulis_mesin({"berlaku_sampai": hari_ini + timedelta(days=hari)})
            self.assertEqual(sertifikat.status, status)

    def test_root_takes_certificates_only(self):
        Akar = self.env["asn.sertifikat.akar"]
        for pem in ("", "teks", "-----BEGIN PRIVATE KEY-----\nAA==\n-----END"):
            with self.subTest(pem=pem[:12]), self.assertRaises(ValidationError):
                Akar.create({"name": "x", "pem": pem or "x"})
        self.assertEqual(Akar._muat_pem(ca().pem(), "CA Uji").name, "CA Uji")
        with self.assertRaises(AccessError):
            Akar.with_user(self.kepala.user_id).search([])

    def test_demo_authority_keeps_its_files_private_and_stable(self):
        with tempfile.TemporaryDirectory() as folder:
            tempat = Path(folder) / "ca"
            pem, berkas = demo_ca.buat_semua(tempat, [("1", "A"), ("2", "B")])
            lagi = demo_ca.buat_semua(tempat, [("1", "A"), ("2", "B")])
            self.assertEqual((pem, berkas), lagi)
            self.assertEqual(tempat.stat().st_mode & 0o777, 0o700)
            for satu in tempat.glob("*.p12"):
                self.assertEqual(satu.stat().st_mode & 0o777, 0o600)
            self.assertEqual((tempat / "akar.key").stat().st_mode & 0o777, 0o600)
            with self.assertRaises(ValueError):
                demo_ca.buat_semua(tempat, [("../x", "A")])
