from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import UsulanCommon


@tagged("post_install", "-at_install")
class TestUsulan(UsulanCommon, TransactionCase):
    """Journeys of proposals."""

    def test_telephone_number_from_proposal_to_profile(self):
        """LL-18, LL-19-4: the ASN proposes, the fasilitator verifies, then it counts."""
        lama = self.ani.no_hp
        usulan = self.ganti_hp()
        self.assertEqual(usulan.state, "diajukan")
        self.assertEqual(self.ani.no_hp, lama)
        self.assertTrue(usulan.nomor)

        self.putuskan(usulan, self.fas)

        self.assertEqual(usulan.state, "diterima")
        self.assertEqual(self.ani.no_hp, "+6281299990000")
        baris = usulan.baris_ids
        self.assertEqual(baris.lama, {"no_hp": lama})
        self.assertEqual(baris.diputus_oleh_id, self.fas.user_id)
        self.assertTrue(baris.diputus_pada)

    def test_history_of_changes_is_kept(self):
        """LL-12-1: data change with the person and each change stays readable."""
        for nomor in ("081200000001", "081200000002"):
            self.putuskan(self.ganti_hp(nomor), self.fas)
        baris = self.sebagai(self.ani, "asn.usulan.baris").search(
            [("employee_id", "=", self.ani.id), ("keputusan", "=", "diterima")],
            order="id",
        )
        self.assertEqual(
            [(b.lama["no_hp"], b.nilai["no_hp"]) for b in baris],
            [
                ("+6281234567890", "+6281200000001"),
                ("+6281200000001", "+6281200000002"),
            ],
        )
        jejak = baris[0].usulan_id.jejak_ids
        self.assertEqual(
            [(j.tindakan, j.ke, j.kapasitas) for j in jejak],
            [
                ("buat", "draft", "mandiri"),
                ("ajukan", "diajukan", "mandiri"),
                ("putuskan", "diterima", "fasilitator"),
            ],
        )
        self.assertEqual(jejak[-1].rincian[0]["baru"], {"no_hp": "+6281200000001"})

    def test_new_education_row_with_its_document(self):
        """LL-12-2, LL-18: a riwayat row from its source, by input of the system."""
        ijazah = self.ijazah()
        jenis = self.jenis("asn.riwayat.pendidikan")
        jenis.verifikator = "fasilitator"
        usulan = self.ajukan(
            self.ani,
            self.baris("asn.riwayat.pendidikan", self.pendidikan(), dokumen=[ijazah]),
        )
        self.assertFalse(self.ani.riwayat_pendidikan_ids)

        self.putuskan(usulan, self.fas)

        baris = self.ani.riwayat_pendidikan_ids
        self.assertEqual(baris.status, "sah")
        self.assertEqual(baris.sumber, "mandiri")
        self.assertEqual(baris.disahkan_oleh_id, self.fas.user_id)
        self.assertEqual(baris.dokumen_id, ijazah)
        self.assertEqual(ijazah.status, "sah")
        self.assertEqual(usulan.baris_ids.hasil_id, baris.id)
        self.assertEqual(self.ani.program_studi, "Administrasi Publik")

    def test_correction_points_to_the_old_row(self):
        """LL-12-1: a verified row is corrected by a new one (PRF-U-02)."""
        lama = self.golongan(self.ani, self.gol_iiia, "2015-04-01")
        sk = self.unggah(self.ani, jenis=self.sk, nomor="SK-BARU")
        usulan = self.ajukan(
            self.ani,
            self.baris(
                "asn.riwayat.golongan",
                {
                    "golongan_id": self.gol_iiia.id,
                    "tmt": "2015-04-01",
                    "nomor_sk": "SK-BARU",
                    "tanggal_sk": "2015-03-20",
                },
                asal=lama.id,
                dokumen=[sk],
            ),
        )
        self.putuskan(usulan, self.fas)
        self.assertEqual(usulan.state, "terverifikasi_opd")
        self.assertEqual(lama.status, "sah")

        self.putuskan(usulan, self.admin)

        baru = self.ani.riwayat_golongan_ids - lama
        self.assertEqual(usulan.state, "diterima")
        self.assertEqual(baru.koreksi_dari_id, lama)
        self.assertEqual((lama.status, baru.status), ("dikoreksi", "sah"))
        self.assertEqual(baru.nomor_sk, "SK-BARU")
        self.assertEqual(baru.disahkan_oleh_id, self.admin.user_id)

    def test_lines_are_decided_one_by_one(self):
        usulan = self.ajukan(
            self.ani,
            self.baris("no_hp", "081211112222"),
            self.baris("kota", "Kota Lain"),
            self.baris("kode_pos", "31699"),
        )
        hp, kota, pos = usulan.baris_ids
        lihat = {
            b["id"]: b["dilihat"]
            for b in usulan.with_user(self.fas.user_id).banding["baris"]
        }
        usulan.with_user(self.fas.user_id).action_putuskan(
            {
                str(hp.id): {"hasil": "terima", "dilihat": lihat[hp.id]},
                str(kota.id): {"hasil": "tolak", "catatan": "Bukan kota"},
                str(pos.id): {"hasil": "kembali", "catatan": "Salah satu angka"},
            }
        )
        self.assertEqual(usulan.state, "dikembalikan")
        self.assertEqual(self.ani.no_hp, "+6281211112222")
        self.assertEqual(self.ani.kota, "Contoh")
        self.assertIn("Salah satu angka", usulan.catatan_kembali)

    def test_return_keeps_everything_until_it_is_resubmitted(self):
        usulan = self.ajukan(
            self.ani,
            self.baris("no_hp", "081211112222"),
            self.baris("kode_pos", "3169"),
            alasan="Pindah rumah",
        )
        self.putuskan(usulan, self.fas, "kembali", "Periksa lagi")
        draf = usulan.get_draf()
        self.assertEqual(len(draf["baris"]), 2)
        self.assertEqual(draf["alasan"], "Pindah rumah")
        nomor = usulan.nomor
        for baris in draf["baris"]:
            if "kode_pos" in baris["nilai"]:
                baris["nilai"]["kode_pos"] = "31690"
        usulan.simpan({**draf, "baris": draf["baris"]})
        usulan.action_ajukan()
        self.assertEqual(usulan.state, "diajukan")
        self.assertEqual(usulan.nomor, nomor)
        self.assertFalse(usulan.catatan_kembali)
        self.putuskan(usulan, self.fas)
        self.assertEqual(self.ani.kode_pos, "31690")
        self.assertEqual(self.ani.no_hp, "+6281211112222")

    def test_accepted_lines_stay_closed_after_a_return(self):
        usulan = self.ajukan(
            self.ani, self.baris("no_hp", "081211112222"), self.baris("rt", "001")
        )
        hp, rt = usulan.baris_ids
        lihat = {
            b["id"]: b["dilihat"]
            for b in usulan.with_user(self.fas.user_id).banding["baris"]
        }
        usulan.with_user(self.fas.user_id).action_putuskan(
            {
                hp.id: {"hasil": "terima", "dilihat": lihat[hp.id]},
                rt.id: {"hasil": "kembali", "catatan": "RW?"},
            }
        )
        ubah = dict(self.baris("no_hp", "089999"), id=hp.id)
        with self.assertRaises(UserError):
            usulan.simpan({"id": usulan.id, "baris": [ubah]})
        with self.assertRaises(UserError):
            usulan.action_batal()
        usulan.simpan({"id": usulan.id, "baris": []})
        self.assertEqual(usulan.baris_ids, hp | rt)

    def test_fasilitator_proposes_and_another_one_verifies(self):
        """LL-18, PRF-U-06: on behalf of the ASN, verified by somebody else."""
        usulan = self.ganti_hp(oleh=self.fas)
        self.assertTrue(usulan.diwakili)
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.fas)
        self.putuskan(usulan, self.fas2)
        self.assertEqual(self.ani.no_hp, "+6281299990000")

    def test_bkpsdm_verifies_what_the_only_fasilitator_proposed(self):
        usulan = self.ganti_hp(oleh=self.fas)
        antre = self.sebagai(self.admin, "asn.usulan").search(
            [("giliran_saya", "=", True)]
        )
        self.assertIn(usulan.id, antre.ids)
        self.putuskan(usulan, self.admin)
        self.assertEqual(usulan.state, "diterima")

    def test_two_looks_are_two_people(self):
        self.jenis("no_hp").verifikator = "bkpsdm"
        usulan = self.ganti_hp()
        self.putuskan(usulan, self.admin)
        self.assertEqual(usulan.state, "terverifikasi_opd")
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.admin)
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.fas)
        self.assertEqual(self.ani.no_hp, "+6281234567890")
        self.putuskan(usulan, self.admin2)
        self.assertEqual(self.ani.no_hp, "+6281299990000")

    def test_bkpsdm_returns_and_the_fasilitator_looks_again(self):
        self.jenis("no_hp").verifikator = "bkpsdm"
        usulan = self.ganti_hp()
        self.putuskan(usulan, self.fas)
        self.putuskan(usulan, self.admin, "kembali", "Nomor siapa?")
        self.assertEqual(usulan.state, "dikembalikan")
        usulan.action_ajukan()
        self.assertEqual(usulan.state, "diajukan")
        self.putuskan(usulan, self.fas)
        self.putuskan(usulan, self.admin)
        self.assertEqual(usulan.state, "diterima")

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
