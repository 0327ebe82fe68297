from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from .common import PDF, AksesCommon

#: What the regulation asks of whom: (requirement, role, way of checking, letter).
TUNTUTAN = (
    ("LL-6-2-a", "admin_utama", "fakta", "Pasal 6 ayat (2) huruf a"),
    ("LL-6-2-b", "admin_utama", "fakta", "Pasal 6 ayat (2) huruf b"),
    ("LL-6-2-c", "admin_utama", "pernyataan", "Pasal 6 ayat (2) huruf c"),
    ("LL-6-2-d", "admin_utama", "pernyataan", "Pasal 6 ayat (2) huruf d"),
    ("LL-7-2-a", "admin_sistem", "fakta", "Pasal 7 ayat (2) huruf a"),
    ("LL-7-2-b", "admin_sistem", "pernyataan", "Pasal 7 ayat (2) huruf b"),
    ("LL-8-2-a", "admin_aplikasi", "fakta", "Pasal 8 ayat (2) huruf a"),
    ("LL-8-2-b", "admin_aplikasi", "pernyataan", "Pasal 8 ayat (2) huruf b"),
    ("LL-8-2-c", "admin_aplikasi", "pernyataan", "Pasal 8 ayat (2) huruf c"),
    ("LL-9-4-a", "fasilitator", "fakta", "Pasal 9 ayat (4) huruf a"),
    ("LL-9-4-b", "fasilitator", "pernyataan", "Pasal 9 ayat (4) huruf b"),
    ("LL-9-4-c", "fasilitator", "pernyataan", "Pasal 9 ayat (4) huruf c"),
    ("LL-9-4-d", "fasilitator", "pernyataan", "Pasal 9 ayat (4) huruf d"),
)


@tagged("post_install", "-at_install")
class TestPengangkatan(AksesCommon, TransactionCase):
    """LL-4-3-c: who is appointed, and who is not."""

    def test_each_requirement_shows_result_and_fact(self):
        """LL-7-2-a, LL-8-2-a, LL-9-4-a: status and work are looked up, not typed."""
        beri = self.ajukan(siapa=self.badu)
        self.assertEqual(self.hasil(beri, "fasilitator_pns"), ("lulus", "PNS"))
        self.assertEqual(self.hasil(beri, "fasilitator_unit")[0], "lulus")
        self.assertEqual(self.hasil(beri, "fasilitator_alur"), ("perlu", False))
        self.badu.status_pegawai = "pppk"
        beri.write({"unit_ids": [Command.set(self.dinas_b.ids)]})
        self.assertEqual(self.hasil(beri, "fasilitator_pns"), ("gagal", "PPPK"))
        self.assertEqual(self.hasil(beri, "fasilitator_unit")[0], "gagal")

    def test_the_post_and_the_education_of_an_admin_utama(self):
        """LL-5-b, LL-6-2-a, LL-6-2-b: pengawas or Ahli Muda, at least Sarjana."""
        beri = self.ajukan("admin_utama")
        self.assertEqual(self.hasil(beri, "admin_utama_jabatan")[0], "gagal")
        self.assertEqual(self.hasil(beri, "admin_utama_pendidikan")[0], "lulus")
        self.ani.write(
            {
                "jabatan_id": self.jab_pengawas.id,
                "pendidikan_id": self.env.ref("asn_base.pendidikan_smp").id,
            }
        )
        beri._periksa_syarat()
        self.assertEqual(self.hasil(beri, "admin_utama_jabatan")[0], "lulus")
        self.assertEqual(self.hasil(beri, "admin_utama_pendidikan")[0], "gagal")

    def test_every_requirement_of_the_regulation_is_asked(self):
        for nomor, peran, cara, pasal in TUNTUTAN:
            with self.subTest(nomor=nomor):
                syarat = self.env["asn.peran.syarat"].search(
                    [
                        ("role_id", "=", self.env.ref(f"asn_base.role_{peran}").id),
                        ("cara", "=", cara),
                        ("dasar_hukum", "=like", f"%{pasal}"),
                        ("wajib", "=", True),
                    ]
                )
                self.assertTrue(syarat)

    def test_a_missing_requirement_refuses_the_approval_with_its_text(self):
        self.badu.status_pegawai = "pppk"
        beri = self.nyatakan(self.ajukan(siapa=self.badu))
        with self.assertRaisesRegex(UserError, r"PPPK \(Perwali .*Pasal 9"):
            self.setujui(beri)
        self.assertEqual(beri.state, "diajukan")
        self.assertFalse(self.punya(self.badu, "fasilitator"))
        self.badu.status_pegawai = "pns"
        self.setujui(beri)
        self.assertTrue(self.punya(self.badu, "fasilitator"))

    def test_statements_carry_name_and_date_and_are_never_about_oneself(self):
        beri = self.ajukan()
        with self.assertRaises(UserError):
            self.setujui(beri)
        baris = beri.syarat_ids.filtered(lambda s: s.hasil == "perlu")[0]
        for orang in (self.ani, self.kaban, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                baris.with_user(orang.user_id).action_nyatakan()
        baris.action_nyatakan()
        self.assertEqual(baris.dinyatakan_oleh_id, self.sistem.user_id)
        self.assertTrue(baris.dinyatakan_pada)
        diri = self.ajukan(siapa=self.sistem)
        with self.assertRaises(AccessError):
            diri.syarat_ids.filtered(lambda s: s.hasil == "perlu").action_nyatakan()
        # Another person or reach: what was stated is not stated of that.
        beri.write({"user_id": self.badu.user_id.id})
        self.assertEqual(baris.hasil, "perlu")
        self.assertFalse(baris.dinyatakan_oleh_id)

    def test_what_was_found_at_the_decision_stays(self):
        beri = self.angkat(siapa=self.badu)
        self.badu.status_pegawai = "pppk"
        beri._periksa_syarat()
        self.assertEqual(self.hasil(beri, "fasilitator_pns"), ("lulus", "PNS"))
        with self.assertRaises(AccessError):
            beri.syarat_ids[0].write({"hasil": "gagal"})
        with self.assertRaises(UserError):
            beri.syarat_ids.filtered(lambda s: s.cara == "pernyataan").action_nyatakan()

    def test_services_and_units_come_with_the_appointment_and_go_with_it(self):
        user = self.ani.user_id
        self.angkat("admin_aplikasi")
        self.assertEqual(user.layanan_ids, self.layanan_x)
        lain = self.angkat(
            "admin_aplikasi", hari=30, layanan_ids=[Command.set(self.layanan_y.ids)]
        )
        self.assertEqual(user.layanan_ids, self.layanan_x | self.layanan_y)
        lain._akhiri("lebih_dini", "Pindah ke bidang lain")
        self.assertEqual(user.layanan_ids, self.layanan_x)
        self.assertTrue(self.punya(self.ani, "admin_aplikasi"))

    def test_a_scope_that_does_not_belong_to_the_role_is_refused(self):
        for beri in (
            self.ajukan(unit_ids=False),
            self.ajukan("admin_aplikasi", layanan_ids=False),
            self.ajukan("monev", unit_ids=[Command.set(self.dinas_a.ids)]),
        ):
            with self.subTest(peran=beri.role_id.name), self.assertRaises(UserError):
                self.setujui(self.nyatakan(beri))

    def test_the_appointment_is_the_only_door_to_units_and_services(self):
        sistem = self.sistem.user_id
        ani = self.ani.user_id.with_user(sistem)
        unit = {"asn_unit_ids": [Command.link(self.dinas_a.id)]}
        layanan = {"layanan_ids": [Command.link(self.layanan_x.id)]}
        baru = {"name": "X", "login": "x_baru"}
        dinas = self.dinas_a.with_user(sistem)
        anggota = {"fasilitator_ids": [Command.link(ani.id)]}
        for nama, buka in (
            ("units", lambda: ani.write(unit)),
            ("services", lambda: ani.write(layanan)),
            ("new account", lambda: ani.create({**baru, **unit})),
            (
                "default of a new account",
                lambda: ani.with_context(default_asn_unit_ids=self.dinas_a.ids).create(
                    baru
                ),
            ),
            ("unit", lambda: dinas.write(anggota)),
            ("new unit", lambda: dinas.create({"name": "Y", **anggota})),
        ):
            with self.subTest(pintu=nama), self.assertRaises(AccessError):
                buka()

    def test_the_letter_is_looked_at(self):
        salah = self.nyatakan(self.ajukan())
        with self.assertRaises(UserError):
            self.setujui(salah, berkas=b"PHNjcmlwdD4=", nama_berkas="sk.pdf")
        beri = self.setujui(salah, berkas=PDF, nama_berkas="sk.pdf")
        self.assertEqual(beri.nama_berkas, "sk.pdf")
        with self.assertRaises(UserError):
            beri.with_user(self.kaban.user_id)._lampirkan(PDF, "lain.pdf")
        tanpa = self.angkat(siapa=self.badu)
        with self.assertRaises(AccessError):
            tanpa.with_user(self.badu.user_id)._lampirkan(PDF, "sk.pdf")
        tanpa.with_user(self.sistem.user_id)._lampirkan(PDF, "sk.pdf")
        self.assertTrue(tanpa.berkas)

    def test_forged_appointments_are_refused(self):
        for vals, konteks in (
            ({"state": "berakhir"}, {}),
            ({"pengusul_id": self.kaban.user_id.id}, {}),
            ({"is_terpasang": True}, {}),
            ({"berkas": PDF}, {}),
            ({}, {"default_is_terpasang": True}),
            ({}, {"default_state": "disetujui", "asn_mesin": True}),
        ):
            with self.subTest(vals=vals, konteks=konteks):
                with self.assertRaises(AccessError):
                    self.sebagai(self.sistem, "asn.pemberian.peran").with_context(
                        **konteks
                    ).create(
                        {
                            "user_id": self.ani.user_id.id,
                            "role_id": self.env.ref("asn_base.role_monev").id,
                            "alasan": "x",
                            "tanggal_selesai": self.hari_ini,
                            **vals,
                        }
                    )
        beri = self.ajukan()
        with self.assertRaises(AccessError):
            beri.write({"syarat_ids": [Command.clear()]})

    def test_who_reads_appointments(self):
        beri = self.angkat()
        for orang, jumlah in (
            (self.ani, 1),
            (self.badu, 0),
            (self.pim, 0),
            (self.kaban, 1),
            (self.sistem, 1),
        ):
            with self.subTest(siapa=orang.name):
                Beri = self.sebagai(orang, "asn.pemberian.peran")
                terlihat = Beri.search([("id", "=", beri.id)])
                self.assertEqual(len(terlihat), jumlah)
                self.assertEqual("Ani" in (terlihat.display_name or ""), bool(jumlah))
        with self.assertRaises(AccessError):
            self.sebagai(self.ani, "asn.pemberian.peran").create({})


@tagged("post_install", "-at_install")
class TestAkhir(AksesCommon, TransactionCase):
    """Terms: an end by date, early, by revocation, and how a right goes on."""

    def _cron(self):
        self.env.flush_all()
        self.env["asn.pemberian.peran"]._cron_masa()

    def _mundur(self, beri, hari):
        """Let days pass by moving the term back."""
        self.env.cr.execute(
            "UPDATE asn_pemberian_peran SET tanggal_mulai = tanggal_mulai - %s,"
            " tanggal_selesai = tanggal_selesai - %s WHERE id = ANY(%s)",
            (hari, hari, beri.ids),
        )
        self.env.cr.execute(
            "UPDATE res_users_role_line SET date_from = date_from - %s,"
            " date_to = date_to - %s WHERE pemberian_id = ANY(%s)",
            (hari, hari, beri.ids),
        )
        self.env.invalidate_all()

    def test_the_right_ends_with_its_last_day(self):
        beri = self.angkat(hari=3)
        self._mundur(beri, 3)
        self._cron()
        self.assertEqual(beri.state, "disetujui")
        self._mundur(beri, 1)
        self._cron()
        self.assertEqual((beri.state, beri.jenis_akhir), ("berakhir", "masa"))
        self.assertFalse(self.punya(self.ani, "fasilitator"))
        self.assertFalse(self.ani.user_id.asn_unit_ids)
        self.assertTrue(self.punya(self.ani, "pegawai"))

    def test_a_right_of_later_begins_by_itself(self):
        mulai = self.hari_ini + timedelta(days=5)
        beri = self.angkat(tanggal_mulai=mulai)
        self.assertFalse(self.punya(self.ani, "fasilitator"))
        self.assertFalse(self.ani.user_id.asn_unit_ids)
        self._mundur(beri, 5)
        self._cron()
        self.assertTrue(self.punya(self.ani, "fasilitator"))
        self.assertEqual(self.ani.user_id.asn_unit_ids, self.dinas_a)

    def test_an_extension_goes_on_without_a_gap_and_needs_its_own_approval(self):
        beri = self.angkat(hari=10)
        with self.assertRaises(AccessError):
            beri.with_user(self.kaban.user_id).action_perpanjang()
        baru = self.env["asn.pemberian.peran"].browse(
            beri.with_user(self.sistem.user_id).action_perpanjang()["res_id"]
        )
        self.assertEqual(baru.sebelumnya_id, beri)
        self.assertEqual(baru.unit_ids, self.dinas_a)
        self.assertEqual(baru.tanggal_mulai, beri.tanggal_selesai + timedelta(days=1))
        self.setujui(self.nyatakan(baru.with_user(self.sistem.user_id)))
        baris = self.ani.user_id.role_line_ids.filtered("pemberian_id")
        self.assertEqual(baris.date_to, baru.tanggal_selesai)
        self._mundur(beri | baru, 11)
        self._cron()
        self.assertEqual(beri.state, "berakhir")
        self.assertTrue(self.punya(self.ani, "fasilitator"))
        self.assertEqual(self.ani.user_id.asn_unit_ids, self.dinas_a)

    def test_reminders_come_once_30_and_once_7_days_before(self):
        beri = self.angkat(hari=40)
        dihitung = []
        for mundur in (0, 10, 1, 22, 1):
            self._mundur(beri, mundur)
            self._cron()
            self._cron()
            dihitung.append(
                self.env["mail.message"].search_count(
                    [
                        ("model", "=", beri._name),
                        ("res_id", "=", beri.id),
                        ("partner_ids", "in", self.ani.user_id.partner_id.ids),
                        ("message_type", "=", "user_notification"),
                    ]
                )
            )
        self.assertEqual(dihitung, [0, 1, 1, 2, 2])

    def test_who_ends_and_who_revokes(self):
        beri = self.angkat()
        for orang in (self.ani, self.utama, self.fasil, self.pim):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                beri.with_user(orang.user_id)._periksa_pengakhir(False)
        with self.assertRaises(AccessError):
            beri.with_user(self.sistem.user_id)._periksa_pengakhir(True)
        kaban = beri.with_user(self.kaban.user_id)
        kaban._periksa_pengakhir(True)
        with self.assertRaises(UserError):
            kaban._akhiri("dicabut", "Menyalahgunakan hak akses")
        kaban._akhiri(
            "dicabut", "Menyalahgunakan hak akses", nomor="800/9", tanggal=self.hari_ini
        )
        self.assertEqual((beri.state, beri.nomor_surat_akhir), ("dicabut", "800/9"))
        self.assertFalse(self.punya(self.ani, "fasilitator"))
        with self.assertRaises(UserError):
            kaban._akhiri("lebih_dini", "Sekali lagi diakhiri")

    def test_a_right_is_not_ended_past_its_appointment(self):
        self.angkat()
        baris = self.ani.user_id.role_line_ids.filtered("pemberian_id")
        baris = baris.with_user(self.sistem.user_id)
        kemarin = self.hari_ini - timedelta(days=1)
        for nama, buka in (
            ("date", lambda: baris.write({"date_to": kemarin})),
            ("line", lambda: baris.unlink()),
            (
                "account",
                lambda: self.ani.user_id.with_user(self.sistem.user_id).write(
                    {"role_line_ids": [Command.delete(baris.id)]}
                ),
            ),
        ):
            with self.subTest(pintu=nama), self.assertRaises(AccessError):
                buka()
        self.assertTrue(self.punya(self.ani, "fasilitator"))

    def test_the_dialog_is_no_way_around(self):
        beri = self.angkat()
        Akhir = self.sebagai(self.sistem, "asn.pemberian.akhir")
        isi = {"pemberian_id": beri.id, "alasan": "Pindah ke bidang lain"}
        with self.assertRaises(AccessError):
            Akhir.create(
                {**isi, "hasil": "dicabut", "nomor": "1", "tanggal": self.hari_ini}
            ).action_simpan()
        Akhir.create({**isi, "hasil": "lebih_dini"}).action_simpan()
        self.assertEqual(beri.state, "berakhir")
        self.assertEqual(beri.diakhiri_oleh_id, self.sistem.user_id)

    def test_an_account_without_role_lines_keeps_what_it_was(self):
        self.assertFalse(self.pim.user_id.role_line_ids)
        beri = self.angkat("monev", siapa=self.pim)
        self.assertTrue(self.punya(self.pim, "monev"))
        beri._akhiri("lebih_dini", "Tim monitoring dibubarkan")
        self.assertFalse(self.punya(self.pim, "monev"))
        self.assertTrue(self.punya(self.pim, "pimpinan"))
