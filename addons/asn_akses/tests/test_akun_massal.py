from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.addons.asn_audit.tests.common import AuditCommon
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger


class MassalCommon(AuditCommon):
    """A batch of new people of one service."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.massal = (
            cls.env["asn.akun.massal"]
            .with_user(cls.sistem.user_id)
            .create({"judul": "CPNS baru", "unit_ids": cls.dinas_b.ids})
        )

    @classmethod
    def baru(cls, jumlah, awal=0, **nilai):
        """Create people without an account."""
        return cls.env["hr.employee"]._asn_create_bulk(
            [
                {
                    "name": "Baru " + "abcdefghij"[n // 10] + "abcdefghij"[n % 10],
                    "nip": f"199901012025031{n:03d}",
                    "unit_id": cls.dinas_b.id,
                    **nilai,
                }
                for n in range(awal, awal + jumlah)
            ]
        )

    def jalan(self):
        """Run the job as the scheduler does."""
        with patch.object(
            type(self.env["ir.cron"]), "_commit_progress", lambda *a, **k: 1
        ):
            self.env["asn.akun.massal"]._cron_jalan()
        self.env.invalidate_all()


@tagged("post_install", "-at_install")
class TestAkunMassal(MassalCommon, TransactionCase):
    """KDR-5-3: BKPSDM makes accounts; people set the own password."""

    def test_each_person_has_a_result_and_an_invitation(self):
        surel = self.baru(1, work_email="surel@contoh.go.id")
        slip = self.baru(1, awal=1)
        tanpa = self.baru(1, awal=2, nip=False)
        bentrok = self.baru(1, awal=3)
        self.buat_user(bentrok.nip)
        self.massal.action_isi()
        self.assertGreaterEqual(
            self.massal.sudo().baris_ids.employee_id, surel | slip | tanpa | bentrok
        )
        self.assertNotIn(self.cici, self.massal.sudo().baris_ids.employee_id)
        self.massal.action_mulai()
        self.assertEqual(self.massal.state, "antre")
        self.jalan()
        baris = {b.employee_id: b for b in self.massal.sudo().baris_ids}
        self.assertEqual(baris[surel].hasil, "dibuat")
        self.assertEqual(baris[surel].saluran, "surel")
        self.assertEqual(baris[slip].saluran, "slip")
        self.assertEqual(baris[tanpa].hasil, "tanpa_login")
        self.assertEqual(baris[bentrok].hasil, "bentrok")
        self.assertEqual((self.massal.state, self.massal.kemajuan), ("selesai", 100))
        surat = self.env["mail.mail"].search([("email_to", "=", "surel@contoh.go.id")])
        self.assertIn("/web/signup?token=", surat.body_html)
        self.env.cr.execute(
            "SELECT count(*) FROM res_users WHERE id IN %s AND password IS NOT NULL",
            (tuple(b.user_id.id for b in baris.values() if b.user_id),),
        )
        self.assertEqual(self.env.cr.fetchone()[0], 0)

    def test_an_invitation_that_ended_is_sent_again(self):
        orang = self.baru(1, work_email="lagi@contoh.go.id")
        self.massal.sudo()._tambah(orang.ids)
        self.massal.action_mulai()
        self.jalan()
        baris = self.massal.sudo().baris_ids
        self.assertEqual(baris.undangan, "terkirim")
        baris._mesin().write(
            {"diundang_pada": fields.Datetime.now() - timedelta(days=31)}
        )
        self.assertEqual(baris.undangan, "kedaluwarsa")
        self.massal.action_kirim_ulang()
        self.assertEqual(baris.undangan, "terkirim")
        surat = self.env["mail.mail"].search([("email_to", "=", "lagi@contoh.go.id")])
        self.assertEqual(len(surat), 2)

    def test_queries_do_not_grow_with_the_people(self):
        def hitung(orang):
            massal = self.massal.sudo().copy({"judul": "x"})
            massal._tambah(orang.ids)
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            massal.baris_ids._jalankan()
            self.env.flush_all()
            return self.env.cr.sql_log_count - awal

        hitung(self.baru(2))
        sedikit = hitung(self.baru(5, awal=10))
        banyak = hitung(self.baru(40, awal=20))
        # A new account touches partner, user, groups, resource; nothing grows faster.
        self.assertLess((banyak - sedikit) / 35, 20, (sedikit, banyak))

    def test_only_the_system_administrator(self):
        for siapa in (self.utama, self.kaban, self.ani, self.fasil):
            with self.subTest(siapa=siapa.name):
                Massal = self.sebagai(siapa, "asn.akun.massal")
                with self.assertRaises(AccessError):
                    Massal.create({"judul": "x"})
                with self.assertRaises(AccessError):
                    Massal.browse(self.massal.id).action_mulai()
                with self.assertRaises(AccessError):
                    self.sebagai(siapa).browse(siapa.id).action_akun_massal()
        with self.assertRaises(AccessError):
            self.massal.write({"state": "selesai"})
        with self.assertRaises(AccessError):
            self.sebagai(self.sistem, "asn.akun.massal.baris").create(
                {"massal_id": self.massal.id, "employee_id": self.ani.id}
            )
        with self.assertRaises(UserError):
            self.massal.action_mulai()
        aksi = self.sebagai(self.sistem).browse(self.baru(2).ids).action_akun_massal()
        massal = self.env["asn.akun.massal"].browse(aksi["res_id"])
        self.assertEqual(massal.jumlah, 2)


@tagged("post_install", "-at_install")
class TestAkunHalaman(MassalCommon, HttpCase):
    """Slips and the page of the statements, as a browser gets them.

    LL-22-3-d and LL-25-2: terms at the first sign-in; LL-17-2: they warn of the
    sanctions; KDR-6-2: they say that each act is the owner's.
    """

    def test_slips_are_for_the_administrator_and_leave_a_trace(self):
        self.massal.sudo()._tambah(self.baru(3).ids)
        self.massal.action_mulai()
        self.jalan()
        alamat = f"/asn/akun/{self.massal.id}/slip"
        self.authenticate("utama", "utama")
        self.assertEqual(self.url_open(alamat).status_code, 404)
        self.authenticate("sistem", "sistem")
        jawab = self.url_open(alamat)
        self.assertEqual(jawab.content[:4], b"%PDF")
        self.assertTrue(all(self.massal.sudo().baris_ids.mapped("dicetak_pada")))
        jejak = self.env["asn.jejak.ekspor"].search([("apa", "=", "asn.akun.massal")])
        self.assertEqual((jejak.user_id, jejak.jumlah), (self.sistem.user_id, 3))

    def test_terms_come_before_the_application(self):
        """LL-22-3-d, LL-25-2: the terms are accepted before the first page."""
        self.authenticate("ani", "ani")
        jawab = self.url_open("/odoo", allow_redirects=False)
        self.assertIn("/asn/pernyataan", jawab.headers["Location"])
        halaman = self.url_open("/asn/pernyataan").text
        self.assertIn("Ketentuan Penggunaan", halaman)
        self.assertIn(
            "Setiap tindakan yang dilakukan dengan akun Anda dicatat", halaman
        )
        token = halaman.split('name="csrf_token" value="')[1].split('"')[0]
        tolak = self.url_open("/asn/pernyataan/tanda", data={"csrf_token": token})
        self.assertIn("Belum ditandatangani", tolak.text)
        teks = self.env["asn.pakta.teks"]._yang_berlaku(["ketentuan"])
        isi = {
            "csrf_token": token,
            f"setuju_{teks.id}": "1",
            f"teks_{teks.id}": teks.sha256,
        }
        with mute_logger("odoo.http"):
            salah = self.url_open(
                "/asn/pernyataan/tanda", data=dict(isi, csrf_token="x")
            )
        self.assertEqual(salah.status_code, 400)
        jawab = self.url_open("/asn/pernyataan/tanda", data=isi, allow_redirects=False)
        self.assertEqual(jawab.headers["Location"].split("/")[-1], "odoo")
        pakta = self.env["asn.pakta"].search([("user_id", "=", self.ani.user_id.id)])
        self.assertEqual((pakta.jenis, pakta.surat_id.id), ("ketentuan", False))
        self.assertFalse(self.ani.user_id._asn_gerbang())

    def _kirim(self, isi):
        """Post the page of the statements with the token that it carries."""
        halaman = self.url_open("/asn/pernyataan").text
        token = halaman.split('name="csrf_token" value="')[1].split('"')[0]
        return self.url_open(
            "/asn/pernyataan/tanda", data={"csrf_token": token, **isi}
        ).text

    def _isi(self, user):
        isi = {}
        for teks in user._asn_pernyataan_terbuka():
            isi |= {f"setuju_{teks.id}": "1", f"teks_{teks.id}": teks.sha256}
        return isi

    def test_a_role_is_opened_on_the_page_by_its_holder(self):
        user = self.ani.user_id
        role = self.env.ref("asn_base.role_fasilitator")
        user.write({"role_line_ids": [Command.create({"role_id": role.id})]})
        Pakta = self.env["asn.pakta"]._mesin()
        ketentuan = self.env["asn.pakta.teks"]._yang_berlaku(["ketentuan"])
        Pakta.create(Pakta._vals_pakta(user, ketentuan))
        self.authenticate("ani", "ani")
        jawab = self.url_open("/odoo", allow_redirects=False)
        self.assertIn("/asn/pernyataan", jawab.headers["Location"])
        self.assertIn("Hak Anda menunggu", self.url_open("/asn/pernyataan").text)
        isi = self._isi(user)
        self.assertIn("Belum ditandatangani", self._kirim({**isi, "sandi": "salah"}))
        self.assertFalse(user.has_group("asn_base.group_fasilitator"))
        halaman = self._kirim({**isi, "sandi": "ani"})
        self.assertIn("Pernyataan Anda lengkap", halaman)
        self.assertTrue(user.has_group("asn_base.group_fasilitator"))
        pakta = self.env["asn.pakta"].search(
            [("user_id", "=", user.id), ("jenis", "=", "pakta")]
        )
        alamat = f"/asn/pernyataan/{pakta.id}/pdf"
        self.assertEqual(self.url_open(alamat).content[:4], b"%PDF")
        self.authenticate("badu", "badu")
        self.assertEqual(self.url_open(alamat).status_code, 404)
