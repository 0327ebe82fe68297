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
        """LL-18, LL-10-3-b, PRF-U-06: on behalf of the ASN, verified by another."""
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
        """LL-4-3-b, LL-10-2: verified by both, and cleared up between them."""
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
