from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPermintaan(AuditCommon, TransactionCase):
    """LL-14-2: requests for data, decided by the PyB through Kepala Badan."""

    KODE = ("hr.employee.nip", "hr.employee.tmt_pensiun")

    def _izin(self, siapa, kode, **lain):
        return (
            self.env["asn.permintaan.data"]
            .with_user(siapa.user_id)
            ._izin(kode, "persetujuan", **lain)
        )

    def test_way_of_a_request(self):
        minta = self.permintaan(*self.KODE, unit=self.dinas_a, setuju=False)
        self.assertEqual(minta.state, "draft")
        minta.action_ajukan()
        self.assertEqual(minta.state, "diajukan")
        self.assertRegex(minta.nomor, r"^PD/\d{4}/\d{4}$")
        minta.with_user(self.kaban.user_id)._setujui(
            "800/12", fields.Date.context_today(self.env.user), "Sekda"
        )
        self.assertRecordValues(
            minta,
            [
                {
                    "state": "disetujui",
                    "nomor_persetujuan": "800/12",
                    "tanggal_persetujuan": fields.Date.context_today(self.env.user),
                    "pyb": "Sekda",
                    "diputus_oleh_id": self.kaban.user_id.id,
                }
            ],
        )

    def test_only_the_head_of_agency_decides_and_never_on_the_own_request(self):
        minta = self.permintaan(*self.KODE, setuju=False)
        minta.action_ajukan()
        hari_ini = fields.Date.context_today(self.env.user)
        for siapa in (self.fasil, self.ani, self.pim, self.sistem, self.utama):
            for aksi in (
                lambda m: m._setujui("1", hari_ini, "Sekda"),
                lambda m: m._tolak("alasan yang cukup panjang"),
            ):
                with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                    aksi(minta.with_user(siapa.user_id))
        sendiri = self.permintaan(*self.KODE, pemohon=self.kaban, setuju=False)
        sendiri.action_ajukan()
        with self.assertRaises(AccessError):
            sendiri._setujui("1", hari_ini, "Sekda")
        self.assertFalse(sendiri.can_putus)

    def test_approval_has_number_date_and_official(self):
        minta = self.permintaan(*self.KODE, setuju=False)
        minta.action_ajukan()
        kaban = minta.with_user(self.kaban.user_id)
        hari_ini = fields.Date.context_today(self.env.user)
        for nomor, tanggal, pyb in (
            ("", hari_ini, "Sekda"),
            ("1", False, "Sekda"),
            ("1", hari_ini, "  "),
            ("1", hari_ini + timedelta(days=1), "Sekda"),
        ):
            with self.subTest(nomor=nomor), self.assertRaises(UserError):
                kaban._setujui(nomor, tanggal, pyb)

    def test_forged_values_are_refused_by_every_door(self):
        kelas = self.env["asn.kelas.data"].search([("kode", "=", "hr.employee.nik")])
        hari_ini = fields.Date.context_today(self.env.user)
        isi = {
            "penerima": "X",
            "tujuan": "Y",
            "dasar_hukum": "Z",
            "kelas_ids": kelas.ids,
            "is_semua_unit": True,
            "tanggal_mulai": hari_ini,
            "tanggal_selesai": hari_ini,
        }
        for siapa in (self.ani, self.fasil, self.sistem, self.kaban):
            Permintaan = self.sebagai(siapa, "asn.permintaan.data")
            for vals, konteks in (
                ({"state": "disetujui"}, {}),
                ({"nomor_persetujuan": "1"}, {}),
                ({}, {"default_state": "disetujui"}),
                ({}, {"default_diputus_oleh_id": 2}),
                ({"state": "disetujui"}, {"asn_mesin": True}),
            ):
                with self.subTest(siapa=siapa.name, vals=vals, konteks=konteks):
                    with self.assertRaises(AccessError):
                        Permintaan.with_context(**konteks).create({**isi, **vals})
            minta = Permintaan.create(isi)
            with self.assertRaises(AccessError):
                minta.write({"state": "disetujui"})
        self.env["ir.default"].with_user(self.ani.user_id).set(
            "asn.permintaan.data", "state", "disetujui", user_id=True
        )
        with self.assertRaises(AccessError):
            self.sebagai(self.ani, "asn.permintaan.data").create(isi)

    def test_what_was_submitted_stays(self):
        minta = self.permintaan(*self.KODE, setuju=False)
        minta.action_ajukan()
        for vals in (
            {"tujuan": "lain"},
            {"is_semua_unit": False},
            {"tanggal_selesai": fields.Date.context_today(self.env.user)},
            {"kelas_ids": [fields.Command.clear()]},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                minta.write(vals)
        with self.assertRaises(UserError):
            minta.unlink()

    def test_nobody_asks_in_somebody_elses_name(self):
        hari_ini = fields.Date.context_today(self.env.user)
        isi = {
            "pemohon_id": self.kaban.user_id.id,
            "penerima": "X",
            "tujuan": "Y",
            "dasar_hukum": "Z",
            "tanggal_mulai": hari_ini,
            "tanggal_selesai": hari_ini,
        }
        with self.assertRaises(AccessError):
            self.sebagai(self.ani, "asn.permintaan.data").create(isi)
        minta = self.sebagai(self.sistem, "asn.permintaan.data").create(isi)
        self.assertEqual(minta.pemohon_id, self.kaban.user_id)

    def test_incomplete_or_too_long_requests_are_refused(self):
        hari_ini = fields.Date.context_today(self.env.user)
        minta = self.permintaan(*self.KODE, setuju=False)
        minta.is_semua_unit = False
        with self.assertRaisesRegex(UserError, "unit"):
            minta.action_ajukan()
        minta.write({"is_semua_unit": True, "kelas_ids": [fields.Command.clear()]})
        with self.assertRaises(UserError):
            minta.action_ajukan()
        for hari in (-1, 367):
            with self.subTest(hari=hari), self.assertRaises(ValidationError):
                minta.tanggal_selesai = hari_ini + timedelta(days=hari)
        minta.tanggal_selesai = hari_ini + timedelta(days=366)

    def test_the_gate_table(self):
        """LL-14-3, LL-20-4: who gets what through the gate."""
        minta = self.permintaan(*self.KODE, unit=self.dinas_a)
        boleh = {"kode": self.KODE, "unit": self.bidang_a}
        for siapa, kode, unit, lolos in (
            (self.sistem, self.KODE, self.bidang_a, True),
            (self.sistem, self.KODE[:1], self.dinas_a, True),
            (self.sistem, self.KODE, self.dinas_b, False),
            (self.sistem, self.KODE, self.dinas_a + self.dinas_b, False),
            (self.sistem, self.KODE, None, False),
            (self.sistem, (*self.KODE, "hr.employee.nik"), self.bidang_a, False),
            (self.sistem, "laporan.duk", self.bidang_a, False),
            (self.kaban, self.KODE, self.bidang_a, False),
            (self.fasil, self.KODE, self.bidang_a, False),
            (self.utama, self.KODE, self.bidang_a, False),
            (self.ani, self.KODE, self.bidang_a, False),
        ):
            with self.subTest(siapa=siapa.name, kode=kode, unit=unit):
                if lolos:
                    self.assertEqual(self._izin(siapa, kode, unit=unit), minta)
                else:
                    with self.assertRaises(AccessError):
                        self._izin(siapa, kode, unit=unit)
        minta.with_user(self.sistem.user_id)._cabut("dipakai di luar tujuan")
        with self.assertRaises(AccessError):
            self._izin(self.sistem, boleh["kode"], unit=boleh["unit"])

    def test_public_needs_no_request(self):
        """LL-20-3: public data are free for who may read them."""
        for kelas in ("publik", "umum"):
            izin = (
                self.env["asn.permintaan.data"]
                .with_user(self.ani.user_id)
                ._izin("laporan.apa_saja", kelas)
            )
            self.assertFalse(izin)

    def test_a_request_works_in_its_period_only(self):
        hari_ini = fields.Date.context_today(self.env.user)
        besok = hari_ini + timedelta(days=1)
        self.permintaan(*self.KODE, tanggal_mulai=besok, tanggal_selesai=besok)
        with self.assertRaises(AccessError):
            self._izin(self.sistem, self.KODE)
        minta = self.permintaan(*self.KODE)
        self.assertEqual(self._izin(self.sistem, self.KODE), minta)
        kemarin = hari_ini - timedelta(days=1)
        minta._mesin().write({"tanggal_mulai": kemarin, "tanggal_selesai": kemarin})
        with self.assertRaises(AccessError):
            self._izin(self.sistem, self.KODE)
        self.assertEqual(self.env["asn.permintaan.data"]._cron_akhiri(), 1)
        self.assertEqual(minta.state, "berakhir")

    def test_a_whole_history_is_granted_by_its_star(self):
        self.env["asn.kelas.data"].create(
            {
                "kode": "asn.riwayat.uji.*",
                "name": "Uji",
                "model": "asn.riwayat.uji",
                "bidang": "*",
            }
        )
        self.permintaan("asn.riwayat.uji.*")
        self.assertTrue(self._izin(self.sistem, ["asn.riwayat.uji.tmt"]))

    def test_who_reads_requests(self):
        minta = self.permintaan(*self.KODE, setuju=False)
        for siapa, melihat in (
            (self.fasil, True),
            (self.sistem, True),
            (self.kaban, True),
            (self.ani, False),
            (self.pim, False),
            (self.utama, False),
        ):
            with self.subTest(siapa=siapa.name):
                ada = self.sebagai(siapa, "asn.permintaan.data").search(
                    [("id", "=", minta.id)]
                )
                self.assertEqual(bool(ada), melihat)
        for siapa in (self.sistem, self.kaban):
            with self.assertRaises(AccessError):
                minta.with_user(siapa.user_id).write({"tujuan": "lain"})
