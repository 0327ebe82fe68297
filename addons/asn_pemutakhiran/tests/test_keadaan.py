from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import UsulanCommon


@tagged("post_install", "-at_install")
class TestKeadaan(UsulanCommon, TransactionCase):
    """Time, transfer, stale values, incomplete proposals, several at once."""

    def test_transfer_moves_the_right_on_the_tmt(self):
        """PRF-U-05: the fasilitator of the new unit verifies from the TMT on."""
        usulan = self.ganti_hp()
        self.jabatan(self.ani, self.jab_pelaksana, self.dinas_b, self.hari_ini)
        self.assertEqual(self.ani.unit_id, self.dinas_b)
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.fas)
        self.putuskan(usulan, self.fas_b)
        self.assertEqual(usulan.state, "diterima")

    def test_transfer_of_tomorrow_moves_nothing_today(self):
        self.jabatan(self.ani, self.jab_pelaksana, self.bidang_a)
        usulan = self.ganti_hp()
        besok = fields.Date.add(self.hari_ini, days=1)
        self.jabatan(self.ani, self.jab_pelaksana, self.dinas_b, besok)
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.fas_b)
        self.putuskan(usulan, self.fas)
        self.assertEqual(usulan.state, "diterima")

    def test_stale_value_is_shown_and_stops_the_acceptance(self):
        usulan = self.ganti_hp()
        lihat = usulan.with_user(self.fas.user_id).banding["baris"][0]["dilihat"]
        self.ani.no_hp = "081277778888"
        baris = usulan.baris_ids
        with self.assertRaises(UserError):
            usulan.with_user(self.fas.user_id).action_putuskan(
                {baris.id: {"hasil": "terima", "dilihat": lihat}}
            )
        with self.assertRaises(UserError):
            usulan.with_user(self.fas.user_id).action_verifikasi()
        usulan.invalidate_recordset()
        tampak = usulan.with_user(self.fas.user_id).banding["baris"][0]
        self.assertTrue(tampak["usang"])
        self.assertEqual(tampak["medan"][0]["lama"], "+6281277778888")
        self.assertEqual(tampak["medan"][0]["dulu"], "+6281234567890")
        self.putuskan(usulan, self.fas)
        self.assertEqual(self.ani.no_hp, "+6281299990000")
        self.assertEqual(usulan.baris_ids.lama, {"no_hp": "+6281277778888"})

    def test_correction_of_a_row_that_was_corrected_meanwhile(self):
        lama = self.golongan(self.ani, self.gol_iiia, "2015-04-01")
        sk = self.unggah(self.ani, jenis=self.sk, nomor="1")
        nilai = {
            "golongan_id": self.gol_iiia.id,
            "tmt": "2015-04-01",
            "nomor_sk": "A",
            "tanggal_sk": "2015-03-20",
        }
        usulan = self.ajukan(
            self.ani,
            self.baris("asn.riwayat.golongan", nilai, asal=lama.id, dokumen=[sk]),
        )
        self.golongan(self.ani, self.gol_iiia, "2015-04-01", koreksi_dari_id=lama.id)
        with self.assertRaises(UserError):
            self.putuskan(usulan, self.fas)
        self.putuskan(usulan, self.fas, "kembali", "Sudah dikoreksi")
        with self.assertRaises(UserError):
            usulan.action_ajukan()

    def test_second_decision_is_told_who_was_first(self):
        usulan = self.ganti_hp()
        self.putuskan(usulan, self.fas, "tolak", "Bukan nomor Anda")
        with self.assertRaisesRegex(UserError, self.fas.user_id.name):
            usulan.with_user(self.fas2.user_id).action_verifikasi()
        self.assertEqual(self.ani.no_hp, "+6281234567890")

    def test_withdrawn_proposal_changes_nothing(self):
        usulan = self.ganti_hp()
        usulan.action_batal()
        self.assertEqual(usulan.state, "dibatalkan")
        with self.assertRaises(UserError):
            self.putuskan(usulan, self.fas)
        with self.assertRaises(UserError):
            usulan.action_ajukan()

    def test_pending_value_stands_beside_the_present_one(self):
        """PRF-U-04: waiting for verification, visible to who may see it."""
        self.ganti_hp()
        for siapa, tampak in ((self.ani, True), (self.fas, True), (self.kepala, False)):
            with self.subTest(siapa=siapa.name):
                pegawai = self.sebagai(siapa, "hr.employee").browse(self.ani.id)
                isi = pegawai.usulan_menunggu
                self.assertEqual(bool(isi), tampak)
        self.assertIn("+6281299990000", str(self.ani.usulan_menunggu))

    def test_second_proposal_for_the_same_data_is_refused(self):
        self.ganti_hp()
        with self.assertRaises(UserError):
            self.ganti_hp("081200001111")

    def test_what_the_profile_refuses_is_said_at_once(self):
        for medan, isi in (
            ("email_pribadi", "bukan surel"),
            ("no_kk", "123"),
            ("npwp", "12"),
        ):
            self.jenis(medan).wajib_dokumen = False
            with self.subTest(medan=medan), self.assertRaises(UserError):
                self.ajukan(self.ani, self.baris(medan, isi))
        sebelum = self.ani.read(["email_pribadi", "no_kk", "npwp"])
        self.env.invalidate_all()
        self.assertEqual(self.ani.read(["email_pribadi", "no_kk", "npwp"]), sebelum)

    def test_incomplete_proposals_are_not_submitted(self):
        ijazah = self.ijazah()
        for sebab, baris in (
            ("nothing changed", self.baris("kota", "Contoh")),
            (
                "no document",
                self.baris("asn.riwayat.pendidikan", self.pendidikan()),
            ),
            (
                "no level",
                self.baris(
                    "asn.riwayat.pendidikan",
                    self.pendidikan(pendidikan_id=False),
                    dokumen=[ijazah],
                ),
            ),
        ):
            with self.subTest(sebab=sebab), self.assertRaises(UserError):
                self.ajukan(self.ani, baris)
        with self.assertRaises(UserError):
            self.draf(self.ani).action_ajukan()

    def test_bulk_has_a_result_per_row(self):
        satu = self.ganti_hp()
        dua = self.ajukan(self.fas, self.baris("kota", "X"), pemegang=self.ani)
        Massal = self.sebagai(self.fas, "asn.usulan.massal").with_context(
            active_ids=[satu.id, dua.id]
        )
        massal = Massal.create({})
        massal.action_terima()
        hasil = {b.usulan_id.id: (b.hasil, bool(b.pesan)) for b in massal.baris_ids}
        self.assertEqual(hasil, {satu.id: ("ok", False), dua.id: ("gagal", True)})
        self.assertEqual(massal.berhasil, 1)
        self.assertEqual(satu.state, "diterima")
        self.assertEqual(dua.state, "diajukan")

    def test_new_row_is_never_stale(self):
        """Nothing was there before, so a bulk acceptance takes it."""
        usulan = self.ajukan(
            self.ani,
            self.baris(
                "asn.riwayat.pendidikan", self.pendidikan(), dokumen=[self.ijazah()]
            ),
        )
        usulan.with_user(self.fas.user_id).action_verifikasi()
        self.assertEqual(usulan.state, "terverifikasi_opd")
        self.assertFalse(usulan.banding["baris"][0]["usang"])
        usulan.with_user(self.admin.user_id).action_verifikasi()
        self.assertEqual(usulan.state, "diterima")

    def test_next_is_the_oldest_that_waits(self):
        satu = self.ganti_hp()
        dua = self.ajukan(self.fas2, self.baris("kota", "X"), pemegang=self.ani)
        aksi = satu.with_user(self.fas.user_id).action_berikutnya()
        self.assertEqual(aksi["res_id"], dua.id)
        self.putuskan(dua, self.fas)
        aksi = satu.with_user(self.fas.user_id).action_berikutnya()
        self.assertEqual(aksi["res_model"], "asn.usulan")
        self.assertFalse(aksi.get("res_id"))

    def test_nothing_is_applied_when_one_line_fails(self):
        usulan = self.ajukan(
            self.ani, self.baris("no_hp", "081211112222"), self.baris("rt", "002")
        )
        # sudo-made damage: a value that the profile refuses at the last moment
        baris = usulan.baris_ids.filtered(lambda b: "rt" in b.nilai)
        self.jenis("email_pribadi").wajib_dokumen = False
        baris.sudo()._mesin().write(
            {
                "jenis_id": self.jenis("email_pribadi").id,
                "nilai": {"email_pribadi": "rusak"},
                "lama": {"email_pribadi": False},
            }
        )
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.putuskan(usulan, self.fas)
        self.assertEqual(usulan.state, "diajukan")
        self.assertEqual(self.ani.no_hp, "+6281234567890")
