from datetime import timedelta
from io import BytesIO

import pypdf
from odoo import fields
from odoo.addons.asn_audit.tests.common import AuditCommon
from odoo.addons.asn_surat.domain.demo_ca import DemoCA
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged


class GerbangCommon(AuditCommon):
    """Who gets a guarded role by role lines, as in production."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Teks = cls.env["asn.pakta.teks"]
        cls.hari = cls.env["hr.employee"]._asn_hari_ini()
        cls.calon = cls.orang("calon", unit=cls.bidang_a)
        cls.beri(cls.calon, "fasilitator")

    @classmethod
    def beri(cls, orang, peran, **nilai):
        """Give a role line as an approved grant does."""
        user = orang.user_id
        user.write(
            {
                "role_line_ids": [
                    Command.create(
                        {"role_id": cls.env.ref(f"asn_base.role_{peran}").id, **nilai}
                    )
                ]
            }
        )

    def punya(self, orang, peran="fasilitator"):
        return orang.user_id.has_group(f"asn_base.group_{peran}")

    def pilihan(self, orang):
        terbuka = orang.user_id._asn_pernyataan_terbuka()
        return {t.id: t.sha256 for t in terbuka}

    def tanda(self, orang, sandi=None, pilihan=None):
        """Sign as this person what is open; the password is the login."""
        Pakta = self.sebagai(orang, "asn.pakta")
        return Pakta._tandatangani(
            self.pilihan(orang) if pilihan is None else pilihan,
            sandi or orang.user_id.login,
        )


@tagged("post_install", "-at_install")
class TestGerbang(GerbangCommon, TransactionCase):
    """LL-31-3-a, LL-31-3-b: a role gives nothing until both statements are signed."""

    def test_a_role_works_from_the_signature_to_its_end(self):
        user = self.calon.user_id
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(self.punya(self.calon, "pegawai"))
        self.assertEqual(user._asn_pakta_status(), "menunggu")
        pakta = self.tanda(self.calon)
        self.assertEqual(set(pakta.mapped("jenis")), {"pakta", "keamanan", "ketentuan"})
        self.assertTrue(self.punya(self.calon))
        self.assertEqual(user._asn_pakta_status(), "lengkap")
        self.env.cr.execute(
            "UPDATE asn_pakta SET berlaku_sampai = %s WHERE user_id = %s"
            " AND jenis = 'keamanan'",
            (self.hari - timedelta(days=1), user.id),
        )
        self.env.invalidate_all()
        self.env["asn.pakta"]._cron_gerbang()
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(self.punya(self.calon, "pegawai"))
        self.tanda(self.calon)
        self.assertTrue(self.punya(self.calon))

    def test_every_role_by_regulation_waits_and_others_do_not(self):
        """LL-5-c, LL-5-d: the helpers of Kepala Badan are roles, behind the gate."""
        for peran in (
            "admin_sistem",
            "admin_utama",
            "admin_aplikasi",
            "fasilitator",
            "validator",
            "kepala_badan",
        ):
            with self.subTest(peran=peran):
                orang = self.orang(f"baru_{peran}", unit=self.dinas_b)
                self.beri(orang, peran)
                self.assertFalse(self.punya(orang, peran))
                self.assertTrue(self.punya(orang, "pegawai"))
        for peran in ("monev", "penandatangan", "pimpinan"):
            with self.subTest(peran=peran):
                orang = self.orang(f"baru_{peran}", unit=self.dinas_b)
                self.beri(orang, peran)
                self.assertTrue(self.punya(orang, peran))

    def test_a_role_made_by_hand_with_a_guarded_right_waits_as_well(self):
        role = self.env["res.users.role"].create(
            {
                "name": "Samaran",
                "implied_ids": [
                    Command.link(self.env.ref("asn_base.group_admin_utama").id)
                ],
            }
        )
        self.badu.user_id.write(
            {"role_line_ids": [Command.create({"role_id": role.id})]}
        )
        self.assertFalse(self.punya(self.badu, "admin_utama"))

    def test_a_role_with_the_right_of_a_configured_one_waits_as_well(self):
        grup = self.env.ref("asn_base.group_validator")
        role = self.env["res.users.role"].create(
            {"name": "Validator lain", "implied_ids": [Command.link(grup.id)]}
        )
        self.badu.user_id.write(
            {"role_line_ids": [Command.create({"role_id": role.id})]}
        )
        self.assertFalse(self.punya(self.badu, "validator"))

    def test_an_account_that_changes_hands_starts_anew(self):
        self.tanda(self.calon)
        user = self.calon.user_id
        self.calon.user_id = False
        self.env.flush_all()
        self.env["hr.employee"].create({"name": "Orang Lain", "user_id": user.id})
        self.env["asn.pakta"]._cron_gerbang()
        self.assertFalse(user.has_group("asn_base.group_fasilitator"))
        self.assertEqual(user._asn_gerbang(), "ketentuan")

    def test_sign_in_takes_what_ended(self):
        self.tanda(self.calon)
        self.env.cr.execute(
            "UPDATE asn_pakta SET berlaku_sampai = %s WHERE user_id = %s",
            (self.hari - timedelta(days=1), self.calon.user_id.id),
        )
        self.env.invalidate_all()
        self.assertTrue(self.punya(self.calon))
        self.env["res.users"].with_user(self.calon.user_id)._update_last_login()
        self.assertFalse(self.punya(self.calon))

    def test_the_letter_is_numbered_filed_and_public(self):
        pakta = self.tanda(self.calon).filtered(lambda p: p.jenis == "pakta")
        surat = pakta.sudo().surat_id
        self.assertEqual(surat.state, "issued")
        # Words and signature stand on one page.
        self.assertEqual(len(pypdf.PdfReader(BytesIO(surat._pdf_byte())).pages), 1)
        self.assertIn(pakta.sha256, surat.isi)
        self.assertIn("<li>berperan secara aktif dalam pencegahan", surat.isi)
        self.assertNotIn("&lt;", surat.isi)
        self.assertEqual(pakta.dokumen_id.employee_id, self.calon)
        self.assertEqual(pakta.dokumen_id.status, "sah")
        self.assertEqual(self.env["asn.surat"]._cari_token(surat.token), surat)
        self.assertEqual(
            pakta.berlaku_sampai, fields.Date.add(self.hari, years=1, days=-1)
        )

    def test_who_has_a_certificate_signs_with_it(self):
        """LL-31-3-a: the PDF carries a signature that readers of PDF can check."""
        ca = DemoCA.buat(bit=2048)
        self.env["asn.sertifikat.akar"]._muat_pem(ca.pem(), "CA Uji")
        Sertifikat = self.env["asn.sertifikat"]
        Sertifikat._muat_p12(
            self.calon, ca.p12(self.calon.name, self.calon.nip, "frasa"), sandi="frasa"
        )
        Pakta = self.sebagai(self.calon, "asn.pakta")
        masuk = self.pilihan(self.calon), self.calon.user_id.login
        for salah in ("", "bukan"):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                Pakta._tandatangani(*masuk, frasa=salah)
        self.assertFalse(self.punya(self.calon))
        semua = Pakta._tandatangani(*masuk, frasa="frasa").filtered("surat_id")
        self.assertEqual(len(semua), 2)
        for pakta in semua.sudo():
            hasil = self.env["asn.dokumen"]._baca_tanda_tangan(
                pakta.surat_id._pdf_byte(), "application/pdf"
            )
            self.assertEqual(pakta.cara_ttd, "elektronik")
            self.assertEqual((hasil["sah"], hasil["dipercaya"]), (True, True))
        self.assertTrue(self.punya(self.calon))

    def test_twice_makes_one_signature(self):
        pilihan = self.pilihan(self.calon)
        self.assertEqual(len(self.tanda(self.calon, pilihan=pilihan)), 3)
        self.assertFalse(self.tanda(self.calon, pilihan=pilihan))

    def test_wrong_password_other_words_and_no_profile_are_refused(self):
        with self.assertRaises(UserError):
            self.tanda(self.calon, sandi="salah")
        pilihan = self.pilihan(self.calon)
        with self.assertRaises(UserError):
            self.tanda(self.calon, pilihan=dict.fromkeys(pilihan, "0" * 64))
        self.env.cr.execute(
            "UPDATE asn_pakta_teks SET isi = '<p>lain</p>' WHERE jenis = 'pakta'"
        )
        self.env.invalidate_all()
        with self.assertRaises(UserError):
            self.tanda(self.calon, pilihan=pilihan)
        self.assertFalse(self.punya(self.calon))
        tanpa = self.buat_user("tanpa_profil")
        tanpa.write(
            {
                "role_line_ids": [
                    Command.create(
                        {"role_id": self.env.ref("asn_base.role_admin_utama").id}
                    )
                ]
            }
        )
        teks = tanpa._asn_pernyataan_terbuka()
        with self.assertRaises(UserError):
            self.env["asn.pakta"].with_user(tanpa)._tandatangani(
                {t.id: t.sha256 for t in teks}, "tanpa_profil"
            )

    def test_reminders_at_thirty_and_seven_days_once_each(self):
        self.tanda(self.calon)
        Kabar = self.env["asn.pemberitahuan"]
        domain = [("user_id", "=", self.calon.user_id.id), ("jenis", "=", "peringatan")]
        for sisa, jumlah in ((31, 0), (30, 2), (20, 2), (7, 4), (3, 4)):
            self.env.cr.execute(
                "UPDATE asn_pakta SET berlaku_sampai = %s WHERE user_id = %s"
                " AND jenis <> 'ketentuan'",
                (self.hari + timedelta(days=sisa), self.calon.user_id.id),
            )
            self.env.invalidate_all()
            self.env["asn.pakta"]._ingatkan()
            self.assertEqual(Kabar.search_count(domain), jumlah, sisa)
        self.assertEqual(self.calon.user_id._asn_pakta_status(), "segera")
        self.assertEqual(len(self.tanda(self.calon)), 2)


@tagged("post_install", "-at_install")
class TestPaktaTeks(GerbangCommon, TransactionCase):
    """Texts: drafted by administrators, in force by Kepala Badan, then fixed."""

    def _versi(self, **nilai):
        lama = self.Teks._yang_berlaku(["pakta"])
        return lama.with_user(self.sistem.user_id).copy(
            {"isi": "<p>Naskah baru</p>", **nilai}
        )

    def test_a_new_version_asks_to_sign_again_from_its_day(self):
        self.tanda(self.calon)
        lama = self.Teks._yang_berlaku(["pakta"])
        baru = self._versi(ulang_sejak=self.hari)
        for siapa in (self.sistem, self.utama, self.ani):
            with self.assertRaises(AccessError):
                baru.with_user(siapa.user_id).action_terbitkan()
        baru.with_user(self.kaban.user_id).action_terbitkan()
        self.assertEqual((lama.state, baru.state), ("dicabut", "berlaku"))
        self.assertEqual(baru.versi, lama.versi + 1)
        self.assertFalse(self.punya(self.calon))
        self.tanda(self.calon)
        self.assertTrue(self.punya(self.calon))

    def test_without_a_day_earlier_signatures_keep_their_time(self):
        self.tanda(self.calon)
        self._versi().with_user(self.kaban.user_id).action_terbitkan()
        self.assertTrue(self.punya(self.calon))

    def test_a_text_in_force_is_not_changed_or_deleted(self):
        teks = self.Teks._yang_berlaku(["pakta"]).with_user(self.sistem.user_id)
        for vals in (
            {"isi": "<p>x</p>"},
            {"ulang_sejak": self.hari},
            {"jenis": "ketentuan"},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                teks.write(vals)
        for vals in ({"state": "draft"}, {"sha256": "x"}, {"versi": 9}):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                teks.write(vals)
        with self.assertRaises(UserError):
            teks.unlink()
        with self.assertRaises(UserError):
            self._versi(isi="<p>{{ nama }}</p>")

    def test_nobody_signs_in_the_past(self):
        baru = self._versi(ulang_sejak=self.hari - timedelta(days=3))
        with self.assertRaises(UserError):
            baru.with_user(self.kaban.user_id).action_terbitkan()


@tagged("post_install", "-at_install")
class TestGerbangSerangan(GerbangCommon, TransactionCase):
    """Ways around the gate, each first shown to work for who may."""

    def test_statements_are_written_by_nobody(self):
        pakta = self.tanda(self.calon)
        self.assertTrue(self.punya(self.calon))
        isi = pakta[0].sudo().copy_data()[0]
        for siapa in (self.sistem, self.kaban, self.calon, self.utama):
            Pakta = self.sebagai(siapa, "asn.pakta")
            for konteks in ({}, {"asn_mesin": True}, {"default_user_id": 1}):
                with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                    Pakta.with_context(**konteks).create(dict(isi))
                with self.assertRaises(AccessError):
                    Pakta.browse(pakta[0].id).with_context(**konteks).write(
                        {"berlaku_sampai": "2099-01-01"}
                    )
            with self.assertRaises(AccessError):
                Pakta.browse(pakta[0].id).unlink()

    def test_nobody_signs_for_another(self):
        terbuka = self.pilihan(self.calon)
        self.tanda(self.badu, pilihan=terbuka, sandi="badu")
        self.assertFalse(
            self.env["asn.pakta"].search([("user_id", "=", self.calon.user_id.id)])
        )
        self.assertFalse(self.punya(self.calon))
        with self.assertRaises(UserError):
            self.sebagai(self.sistem, "asn.pakta").with_context(
                uid=self.calon.user_id.id
            )._tandatangani(terbuka, "calon")

    def test_an_administrator_does_not_open_the_gate(self):
        sistem = self.sistem.user_id
        baris = self.calon.user_id.role_line_ids.filtered(
            lambda b: b.role_id == self.env.ref("asn_base.role_fasilitator")
        )
        role = baris.role_id.with_user(sistem)
        self.assertFalse(baris._asn_berlaku())
        for vals in ({"wajib_pakta": False}, {"wajib_keamanan": False}):
            role.write(vals)
            self.assertFalse(baris._asn_berlaku())
        validator = self.env.ref("asn_base.role_validator").with_user(sistem)
        with self.assertRaises(AccessError):
            validator.write({"wajib_pakta": False})
        for konteks in ({"tz": "Pacific/Kiritimati"}, {"active_test": False}):
            self.calon.user_id.with_user(sistem).with_context(
                **konteks
            ).set_groups_from_roles()
            self.assertFalse(self.punya(self.calon))
        grup = self.env.ref("asn_base.group_fasilitator")
        self.calon.user_id.with_user(sistem).write(
            {"group_ids": [Command.link(grup.id)]}
        )
        self.assertFalse(self.punya(self.calon))
        with self.assertRaises(AccessError):
            grup.with_user(sistem).write(
                {"user_ids": [Command.link(self.calon.user_id.id)]}
            )

    def test_a_role_without_statements_reads_what_a_civil_servant_reads(self):
        utama = self.orang("calon_utama", unit=self.dinas_b)
        self.beri(utama, "admin_utama")
        biasa, calon = self.badu.user_id, utama.user_id
        self.assertEqual(
            set(calon.all_group_ids.ids)
            - set(calon.role_line_ids.role_id.group_id.ids),
            set(biasa.all_group_ids.ids)
            - set(biasa.role_line_ids.role_id.group_id.ids),
        )
        self.tanda(utama)
        self.assertTrue(self.punya(utama, "admin_utama"))
        for nama in sorted(self.env.registry):
            if nama.startswith("asn.") and not self.env[nama]._abstract:
                for op in ("read", "write", "create", "unlink"):
                    boleh = self.env[nama].with_user(biasa).has_access(op)
                    calon_lain = self._calon_lain()
                    self.assertEqual(
                        self.env[nama].with_user(calon_lain).has_access(op), boleh, nama
                    )

    def _calon_lain(self):
        """Return an administrator who never signed, made once."""
        if not hasattr(self, "_lain"):
            orang = self.orang("calon_sistem", unit=self.dinas_b)
            self.beri(orang, "admin_sistem")
            self._lain = orang.user_id
        return self._lain
