from datetime import date, timedelta

from odoo import fields
from odoo.addons.asn_masuk.domain.sandi import Aturan, periksa, tanggal_lahir
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, MasukCommon


@tagged("post_install", "-at_install")
class TestSandi(MasukCommon, TransactionCase):
    """Passwords: what is refused, in words, and when one must be changed."""

    def test_each_missing_thing_is_named_at_once(self):
        diri = [
            "Siti Rahmawati",
            "198503122010012034",
            *tanggal_lahir(date(1985, 3, 12)),
        ]
        for sandi, kurang in (
            ("Kuda-Terbang-7", set()),
            ("kuda", {"panjang", "besar", "angka", "ulang"}),
            ("kudaterbangmerah", {"besar", "angka"}),
            ("KUDATERBANGMERAH9", {"kecil"}),
            ("Password20261", {"umum"}),
            ("P@ssw0rd-2026!", {"umum"}),
            ("Indonesia12345", {"umum"}),
            ("Rahmawati-Hebat9", {"data_diri"}),
            ("Hebat-12031985", {"data_diri"}),
            ("Hebat19850312201001", {"data_diri"}),
            ("Aa1Aa1Aa1Aa1", {"ulang"}),
            ("Bunga Melati 7", set()),
        ):
            with self.subTest(sandi):
                self.assertEqual(set(periksa(sandi, Aturan(), diri)), kurang)

    def test_administrator_cannot_sign_with_a_password_that_she_has_set(self):
        """LL-31-3-a: who resets a password does not become the person of the pact."""
        user = self.akun("sandi_pakta")
        self.env["hr.employee"].create({"name": "Pemilik", "user_id": user.id})
        admin = self.akun("sandi_pengubah", "admin_sistem")

        def tanda(sandi):
            Pakta = self.env["asn.pakta"].with_user(user)
            Pakta._periksa_penanda(user.with_user(user), sandi)

        tanda(SANDI)
        lain, sendiri = "Gajah-Berenang-Biru-8", "Rusa-Menari-Hijau-9"
        user.with_user(admin).write({"password": lain})
        with self.assertRaisesRegex(UserError, "Somebody else"):
            tanda(lain)
        # What the page after the sign-in asks of whoever knows the password.
        user.with_user(user).sudo()._change_password(sendiri)
        self.assertFalse(user._asn_langkah())
        with self.assertRaisesRegex(UserError, "within the last day"):
            tanda(sendiri)
        user.asn_sandi_orang_lain_pada -= timedelta(hours=25)
        tanda(sendiri)

    def test_owner_is_told_what_is_missing(self):
        user = self.akun("sandi_a", nama="Budi Santoso")
        with self.assertRaises(UserError) as gagal:
            user.with_user(user).env.user._change_password("budisantos")
        pesan = str(gagal.exception)
        self.assertIn("12", pesan)
        self.assertEqual(pesan.count("•"), 4, pesan)

    def test_former_passwords_are_refused(self):
        user = self.akun("sandi_b")
        for nomor in range(3):
            user._change_password(f"{SANDI}{nomor}")
        for lama in (SANDI, f"{SANDI}1", f"{SANDI}2"):
            with self.assertRaises(UserError):
                user._change_password(lama)
        self.env["ir.config_parameter"].set_param("asn_masuk.sandi_riwayat", "1")
        user._change_password(SANDI)

    def test_nobody_reads_former_passwords(self):
        """KDR-6-1: they are digests, closed to administrators as well."""
        admin = self.akun("sandi_admin", "admin_sistem")
        for model in ("asn.sandi.lama", "asn.kode.pemulihan"):
            with self.assertRaises(AccessError):
                self.env[model].with_user(admin).search_read([])

    def test_password_set_by_somebody_else_is_changed_first(self):
        user = self.akun("sandi_c")
        self.assertFalse(user._asn_langkah())
        admin = self.akun("sandi_admin2", "admin_sistem")
        user.with_user(admin).write({"password": f"{SANDI}x"})
        self.assertEqual(user._asn_langkah(), {"sandi"})
        user.with_user(user).env.user._change_password(f"{SANDI}y")
        self.assertFalse(user._asn_langkah())

    def test_owner_of_an_invitation_has_chosen_already(self):
        user = self.akun("sandi_d")
        user.asn_sandi_sementara = True
        publik = self.env.ref("base.public_user")
        user.with_user(publik).sudo()._change_password(f"{SANDI}z")
        self.assertFalse(user._asn_langkah())

    def test_old_password_expires_where_the_city_wants_it(self):
        user = self.akun("sandi_e")
        user.asn_sandi_pada = fields.Datetime.subtract(fields.Datetime.now(), days=91)
        self.assertFalse(user._asn_langkah())
        self.env["ir.config_parameter"].set_param("asn_masuk.sandi_umur", "90")
        self.assertEqual(user._asn_langkah(), {"sandi"})
