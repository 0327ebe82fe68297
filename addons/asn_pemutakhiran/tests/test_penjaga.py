from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import DatabaseError

from .common import UsulanCommon

#: Contexts that somebody outside might send.
PALSU = (
    {},
    {"asn_mesin": True},
    {"asn_mesin": "MESIN"},
    {"asn_mesin": {}},
    {"asn_riwayat_mesin": True},
    {"install_mode": True, "import_file": True},
    {"default_state": "diterima", "default_keputusan": "diterima"},
)


@tagged("post_install", "-at_install")
class TestPenjaga(UsulanCommon, TransactionCase):
    """Attacks: every route past the buttons, by every role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.semua = (
            cls.ani,
            cls.budi,
            cls.fas,
            cls.fas_b,
            cls.kepala,
            cls.admin,
            cls.utama,
            cls.badan,
            cls.monev,
        )

    def test_nobody_writes_proposals_through_the_orm(self):
        """LL-19-4: no role, no context, no superuser makes one accepted."""
        usulan = self.ganti_hp()
        baris, jejak = usulan.baris_ids, usulan.jejak_ids
        tulis = (
            (usulan, {"state": "diterima"}),
            (usulan, {"employee_id": self.budi.id}),
            (usulan, {"pengusul_id": self.budi.user_id.id}),
            (baris, {"keputusan": "diterima"}),
            (baris, {"nilai": {"nip": "1"}}),
            (jejak, {"nama": "Orang lain"}),
        )
        for siapa in self.semua:
            for konteks in PALSU:
                for rekam, vals in tulis:
                    milik = rekam.with_user(siapa.user_id).with_context(**konteks)
                    with self.assertRaises(AccessError), self.env.cr.savepoint():
                        milik.write(vals)
        for rekam, vals in tulis:
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                rekam.sudo().write(vals)
            with self.assertRaises(UserError):
                with self.env.cr.savepoint():
                    rekam.sudo().unlink()

    def test_nobody_creates_proposals_through_the_orm(self):
        vals = {
            "employee_id": self.ani.id,
            "pengusul_id": self.ani.user_id.id,
            "state": "diterima",
        }
        for siapa in self.semua:
            Usulan = self.sebagai(siapa, "asn.usulan")
            for konteks in PALSU:
                with self.assertRaises(AccessError), self.env.cr.savepoint():
                    Usulan.with_context(**konteks).create(vals)
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                Usulan.web_save(vals, {"id": {}})
            hasil = Usulan.load(
                ["employee_id/.id", "pengusul_id/.id", "state"],
                [[str(self.ani.id), str(self.ani.user_id.id), "diterima"]],
            )
            self.assertFalse(hasil["ids"])
        with self.assertRaises(AccessError):
            self.env["asn.usulan"].sudo().create(vals)

    def test_personal_defaults_decide_nothing(self):
        """A stored default of the user must not reach the state of a draft."""
        for medan, isi in (("state", "diterima"), ("tertutup", True)):
            self.env["ir.default"].set(
                "asn.usulan", medan, isi, user_id=self.ani.user_id.id
            )
        self.env["ir.default"].set(
            "asn.usulan.baris", "keputusan", "diterima", user_id=self.ani.user_id.id
        )
        usulan = self.draf(self.ani, self.baris("no_hp", "081299990000"))
        self.assertEqual(usulan.state, "draft")
        self.assertEqual(usulan.baris_ids.keputusan, "menunggu")
        self.assertEqual(self.ani.no_hp, "+6281234567890")

    def test_context_defaults_decide_nothing(self):
        Usulan = self.sebagai(self.ani, "asn.usulan").with_context(
            default_state="diterima",
            default_keputusan="diterima",
            default_tertutup=True,
            default_pengusul_id=self.budi.user_id.id,
        )
        data = {"baris": [self.baris("no_hp", "081299990000")]}
        usulan = Usulan.browse(Usulan.simpan(data)).with_context({})
        self.assertEqual(usulan.state, "draft")
        self.assertEqual(usulan.baris_ids.keputusan, "menunggu")
        self.assertEqual(usulan.pengusul_id, self.ani.user_id)

    def test_who_decides(self):
        """PRF-U-06, LL-19-4: the fasilitator in scope or BKPSDM, nobody else."""
        for siapa, boleh in (
            (self.ani, False),
            (self.budi, False),
            (self.kepala, False),
            (self.fas_b, False),
            (self.utama, False),
            (self.badan, False),
            (self.monev, False),
            (self.fas, True),
            (self.admin, True),
        ):
            with self.subTest(siapa=siapa.name):
                usulan = self.ganti_hp()
                keputusan = {usulan.baris_ids.id: {"hasil": "terima"}}
                milik = usulan.with_user(siapa.user_id)
                if boleh:
                    milik.action_putuskan(keputusan)
                    self.assertEqual(usulan.state, "diterima")
                    self.ani.no_hp = "081234567890"
                    continue
                for aksi in (
                    lambda m=milik, k=keputusan: m.action_putuskan(k),
                    milik.action_verifikasi,
                    lambda m=milik: m.action_kembalikan("x"),
                    lambda m=milik: m.action_tolak("x"),
                ):
                    with self.assertRaises(AccessError), self.env.cr.savepoint():
                        aksi()
                self.assertEqual(usulan.state, "diajukan")
                usulan.action_batal()

    def test_fasilitator_never_verifies_the_own_data(self):
        self.fas.no_hp = "081200000000"
        usulan = self.ganti_hp(oleh=self.fas, pemegang=self.fas)
        self.assertFalse(usulan.diwakili)
        with self.assertRaises(AccessError):
            self.putuskan(usulan, self.fas)
        lain = self.ganti_hp("081200009999", oleh=self.fas2, pemegang=self.ani)
        self.assertEqual(lain._tahap_untuk(self.fas.user_id), ("opd", None))
        titip = self.ajukan(self.fas2, self.baris("rt", "9"), pemegang=self.fas)
        with self.assertRaises(AccessError):
            self.putuskan(titip, self.fas)

    def test_who_proposes_for_whom(self):
        """LL-18: oneself, and the fasilitator for the units granted."""
        baris = self.baris("no_hp", "081299990000")
        for siapa, pemegang, boleh in (
            (self.ani, self.ani, True),
            (self.fas, self.ani, True),
            (self.budi, self.ani, False),
            (self.fas_b, self.ani, False),
            (self.fas, self.budi, False),
            (self.kepala, self.ani, False),
            (self.admin, self.ani, False),
            (self.utama, self.ani, False),
        ):
            with self.subTest(siapa=siapa.name, pemegang=pemegang.name):
                Usulan = self.sebagai(siapa, "asn.usulan")
                data = {"employee_id": pemegang.id, "baris": [baris]}
                if boleh:
                    self.assertTrue(Usulan.simpan(data))
                    continue
                for aksi in (
                    lambda U=Usulan, d=data: U.simpan(d),
                    lambda U=Usulan, p=pemegang: U.get_pilihan(p.id),
                    lambda U=Usulan, p=pemegang: U.get_isian([baris["jenis_id"]], p.id),
                ):
                    with self.assertRaises(AccessError):
                        aksi()

    def test_draft_of_another_person_is_closed(self):
        usulan = self.draf(self.ani, self.baris("no_hp", "081299990000"))
        for siapa in (self.budi, self.fas, self.fas_b, self.admin, self.kepala):
            milik = usulan.with_user(siapa.user_id)
            for aksi in (
                milik.get_draf,
                milik.action_ajukan,
                milik.action_batal,
                lambda m=milik: m.simpan({"id": m.id, "baris": []}),
            ):
                with self.assertRaises(AccessError), self.env.cr.savepoint():
                    aksi()
        self.assertEqual(len(usulan.baris_ids), 1)

    def test_rows_seen_by_role(self):
        usulan = self.ganti_hp()
        for siapa, tampak in (
            (self.ani, True),
            (self.fas, True),
            (self.admin, True),
            (self.badan, True),
            (self.budi, False),
            (self.fas_b, False),
            (self.kepala, False),
            (self.utama, False),
            (self.monev, False),
        ):
            with self.subTest(siapa=siapa.name):
                for model in ("asn.usulan", "asn.usulan.baris", "asn.usulan.jejak"):
                    ada = self.sebagai(siapa, model).search_count([])
                    self.assertEqual(bool(ada), tampak, model)
                if not tampak:
                    with self.assertRaises(AccessError):
                        usulan.with_user(siapa.user_id).read(["banding"])

    def test_what_a_fasilitator_may_not_read_goes_to_bkpsdm(self):
        """Health data: neither seen nor verified by the fasilitator."""
        tertutup = (
            self.env["asn.usulan.jenis"]
            .search([])
            .filtered(lambda j: j._tertutup_fasilitator())
        )
        self.assertTrue(tertutup, "no kind is closed to the fasilitator")
        jenis = tertutup[0]
        jenis.wajib_dokumen = False
        Model = self.env[jenis.model]
        contoh = self.contoh_riwayat(jenis.model, self.ani)
        nilai = {
            n: v
            for n, v in jenis._nilai_rekam(contoh).items()
            if Model._fields[n].type != "many2one" or v
        }
        nilai |= {"nomor_sk": "B/1", "tanggal_sk": "2021-01-01", "tmt": "2021-01-01"}
        boleh = jenis._medan_isian()
        for nama in jenis._wajib_isian():
            if not nilai.get(nama):
                nilai[nama] = self._nilai_contoh(Model._fields[nama])
        usulan = self.ajukan(
            self.ani,
            self.baris(jenis.model, {n: v for n, v in nilai.items() if n in boleh}),
        )
        self.assertTrue(usulan.tertutup)
        with self.assertRaises(AccessError):
            usulan.with_user(self.fas.user_id).action_verifikasi()
        self.assertFalse(
            self.sebagai(self.fas, "asn.usulan").search_count([("id", "=", usulan.id)])
        )
        self.putuskan(usulan, self.admin)
        self.assertEqual(usulan.state, "diterima")

    @mute_logger("odoo.sql_db")
    def test_database_keeps_the_history(self):
        usulan = self.ganti_hp()
        for perintah in (
            "UPDATE asn_usulan_jejak SET nama = 'x' WHERE usulan_id = %s",
            "DELETE FROM asn_usulan_jejak WHERE usulan_id = %s",
        ):
            with self.assertRaises(DatabaseError), self.env.cr.savepoint():
                self.env.cr.execute(perintah, [usulan.id])
