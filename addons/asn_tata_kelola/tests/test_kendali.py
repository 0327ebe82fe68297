from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestKendali(TataKelolaCommon, TransactionCase):
    """LL-31-1-b, LL-31-1-c, LL-31-3-c: controls, their evaluation, the checklist."""

    def kendali(self, **nilai):
        Kendali = self.sebagai(self.sistem, "asn.kendali")
        vals = {"kode": f"K-{Kendali.search_count([])}", "name": "Layar terkunci"}
        return Kendali.create({**vals, **nilai})

    def test_control_is_submitted_evaluated_and_applied_with_evidence(self):
        satu = self.kendali()
        with self.assertRaises(UserError):
            satu.action_ajukan()
        satu.write(
            {
                "lembaga": "Dinas Kominfo",
                "nomor_ajuan": "800/1",
                "tanggal_ajuan": self.hari_ini,
            }
        )
        satu.action_ajukan()
        with self.assertRaises(UserError):
            satu.action_terapkan()
        satu.write(
            {
                "nomor_evaluasi": "555/2",
                "tanggal_evaluasi": self.hari_ini,
                "hasil_evaluasi": "sesuai",
            }
        )
        satu.action_evaluasi()
        with self.assertRaises(UserError):
            satu.action_terapkan()  # no evidence yet
        satu.bukti = "Pengaturan kunci layar 10 menit"
        satu.action_terapkan()
        self.assertEqual(satu.state, "diterapkan")
        self.assertEqual(satu.tanggal_diterapkan, self.hari_ini)
        self.assertEqual(satu.diterapkan_oleh_id, self.sistem.user_id)

    def test_what_was_judged_not_fit_is_not_applied(self):
        satu = self.kendali(hasil_evaluasi="tidak_sesuai", bukti="Ada")
        with self.assertRaises(UserError):
            satu.action_terapkan()
        satu.action_tidak_berlaku()
        self.assertEqual(satu.state, "tidak_berlaku")

    def test_everybody_concerned_ticks_the_checklist_once_a_year(self):
        semua = self.kendali(sasaran="semua", bukti="Edaran")
        pengelola = self.kendali(sasaran="pengelola", bukti="Edaran")
        sistem = self.kendali(bukti="Ada")
        (semua | pengelola | sistem).action_terapkan()

        def daftar(pegawai):
            Kendali = self.sebagai(pegawai, "asn.kendali")
            return Kendali.search(
                [
                    ("is_belum_saya", "=", True),
                    ("id", "in", (semua | pengelola | sistem).ids),
                ]
            )

        self.assertEqual(daftar(self.ani), semua)
        self.assertEqual(daftar(self.fasil), semua | pengelola)
        daftar(self.fasil).action_saya_terapkan()
        self.assertFalse(daftar(self.fasil))
        self.assertEqual(self.oleh(semua, self.fasil).saya_terapkan, self.hari_ini)
        with self.assertRaises(UserError):
            self.oleh(semua, self.fasil).action_saya_terapkan()
        self.assertEqual(daftar(self.ani), semua)
        self.assertEqual(semua.penerapan_ids.user_id, self.fasil.user_id)

    def test_ticks_are_neither_forged_nor_changed(self):
        semua = self.kendali(sasaran="semua", bukti="Edaran")
        semua.action_terapkan()
        self.oleh(semua, self.ani).action_saya_terapkan()
        tik = semua.penerapan_ids
        Penerapan = self.env["asn.kendali.penerapan"]
        for pegawai in (self.ani, self.sistem):
            with self.subTest(pegawai=pegawai.name), self.assertRaises(AccessError):
                Penerapan.with_user(pegawai.user_id).create(
                    {"kendali_id": semua.id, "user_id": pegawai.user_id.id}
                )
        with self.assertRaises(AccessError):
            tik.sudo().tanggal = "2020-01-01"
        with self.assertRaises(AccessError):
            tik.sudo().unlink()
        self.assertFalse(
            self.sebagai(self.badu, "asn.kendali.penerapan").search(
                [("id", "=", tik.id)]
            )
        )

    def test_only_administrator_sistem_moves_a_control(self):
        satu = self.kendali(bukti="Ada")
        for pegawai in (self.kaban, self.utama):
            with self.subTest(pegawai=pegawai.name), self.assertRaises(AccessError):
                self.oleh(satu, pegawai).action_terapkan()
        with self.assertRaises(AccessError):
            satu.state = "diterapkan"
        with self.assertRaises(UserError):
            satu.unlink()
