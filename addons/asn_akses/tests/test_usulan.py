from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from .common import AksesCommon


@tagged("post_install", "-at_install")
class TestUsulan(AksesCommon, TransactionCase):
    """LL-9-1, LL-9-2: the head of the unit proposes, Kepala Badan decides."""

    def _usulkan(self, *orang, oleh=None, unit=None, nyata=True):
        return self.sebagai(oleh or self.pim, "asn.usulan.fasilitator").create(
            {
                "unit_id": (unit or self.dinas_a).id,
                "alasan": "Data pegawai dinas belum ada yang mengelola",
                "calon_ids": [
                    Command.create({"employee_id": o.id, "pernyataan": nyata})
                    for o in orang
                ],
            }
        )

    def test_an_approved_proposal_makes_the_appointments(self):
        usul = self._usulkan(self.ani, self.badu)
        usul.action_ajukan()
        self.assertEqual(usul.state, "diajukan")
        self.assertTrue(usul.surat_pdf)
        self.assertTrue(usul.nomor.startswith("UF/"))
        usul.with_user(self.kaban.user_id)._setujui("800/12", self.hari_ini)
        self.assertEqual(usul.state, "disetujui")
        beri = usul.sudo().pemberian_ids
        self.assertEqual(beri.user_id, (self.ani | self.badu).user_id)
        self.assertEqual(set(beri.mapped("state")), {"disetujui"})
        self.assertEqual(beri.pengusul_id, self.pim.user_id)
        nyata = beri.syarat_ids.filtered(lambda s: s.cara == "pernyataan")
        self.assertEqual(set(nyata.mapped("hasil")), {"dinyatakan"})
        self.assertEqual(nyata.dinyatakan_oleh_id, self.pim.user_id)
        self.assertTrue(self.punya(self.ani, "fasilitator"))
        self.assertEqual(self.badu.user_id.asn_unit_ids, self.dinas_a)

    def test_one_who_does_not_qualify_stops_the_whole_proposal(self):
        self.badu.status_pegawai = "pppk"
        usul = self._usulkan(self.ani, self.badu)
        self.assertEqual(usul.calon_ids.mapped("hasil"), ["lulus", "gagal"])
        usul.action_ajukan()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            usul.with_user(self.kaban.user_id)._setujui("1", self.hari_ini)
        self.assertFalse(self.punya(self.ani, "fasilitator"))
        usul.with_user(self.kaban.user_id)._tolak("Badu bukan PNS, usulkan yang lain")
        self.assertEqual(usul.state, "ditolak")

    def test_suggestions_meet_the_requirements(self):
        self.badu.status_pegawai = "pppk"
        usul = self._usulkan()
        usul.action_saran()
        self.assertEqual(usul.calon_ids.employee_id, self.ani)
        self.assertFalse(usul.calon_ids.pernyataan)
        with self.assertRaises(UserError):
            usul.action_ajukan()

    def test_who_proposes_and_for_whom(self):
        for orang in (self.ani, self.fasil, self.sistem, self.kaban, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self._usulkan(self.ani, oleh=orang)
        with self.assertRaises(AccessError):
            self._usulkan(self.cici, unit=self.dinas_b)
        with self.assertRaises(UserError):
            self._usulkan().action_ajukan()
        with self.assertRaises(UserError):
            self._usulkan(self.pim).action_ajukan()

    def test_who_decides(self):
        usul = self._usulkan(self.ani)
        with self.assertRaises(AccessError):
            usul.with_user(self.kaban.user_id)._setujui("1", self.hari_ini)
        usul.action_ajukan()
        for orang in (self.pim, self.sistem, self.ani, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                usul.with_user(orang.user_id)._setujui("1", self.hari_ini)
        # Kepala Badan who heads a unit cannot decide on the own proposal.
        self.kaban.user_id.group_ids += self.peran("pimpinan")
        self.dinas_b.manager_id = self.kaban
        self.cici.write({"status_pegawai": "pns"})
        diri = self._usulkan(self.cici, oleh=self.kaban, unit=self.dinas_b)
        diri.action_ajukan()
        with self.assertRaises(AccessError):
            diri._setujui("1", self.hari_ini)

    def test_what_was_submitted_stays(self):
        usul = self._usulkan(self.ani)
        usul.action_ajukan()
        calon = usul.calon_ids
        for ubah in (
            lambda: usul.write({"alasan": "lain"}),
            lambda: usul.unlink(),
            lambda: calon.write({"employee_id": self.badu.id}),
            lambda: calon.unlink(),
            lambda: calon.create({"usulan_id": usul.id, "employee_id": self.badu.id}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                ubah()

    def test_forged_proposals_are_refused(self):
        for vals, konteks in (
            ({"state": "disetujui"}, {}),
            ({"nomor_surat": "1"}, {}),
            ({}, {"default_state": "diajukan"}),
            ({}, {"default_state": "diajukan", "asn_mesin": True}),
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.sebagai(self.pim, "asn.usulan.fasilitator").with_context(
                    **konteks
                ).create({"unit_id": self.dinas_a.id, "alasan": "x", **vals})
        usul = self._usulkan(self.ani)
        calon = usul.calon_ids
        calon.write({"employee_id": self.badu.id})
        self.assertFalse(calon.pernyataan)

    def test_each_unit_names_who_is_in_charge(self):
        unit = self.dinas_a
        for orang in (self.ani, self.fasil, self.kaban):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                unit.with_user(orang.user_id)._tunjuk_pj(self.ani)
        unit.with_user(self.pim.user_id)._tunjuk_pj(self.ani)
        self.assertEqual(unit.pj_kepegawaian_id, self.ani)
        with self.assertRaises(ValidationError):
            unit.with_user(self.pim.user_id)._tunjuk_pj(self.cici)
        with self.assertRaises(AccessError):
            self.dinas_b.with_user(self.pim.user_id)._tunjuk_pj(self.cici)
        self.dinas_b.with_user(self.sistem.user_id)._tunjuk_pj(self.cici)
