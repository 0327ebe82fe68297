from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from .common import PegawaiCommon

SPESIFIK = ("asn.riwayat.keluarga", "asn.riwayat.hukuman", "asn.riwayat.kesehatan")
_TANDA = "PENANDA-SPESIFIK"


class TestRiwayatSpesifik(PegawaiCommon, TransactionCase):
    """LL-13-1, LL-20-2: family, punishments and health, in both directions."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.korban = cls.orang("spes_korban", unit=cls.bidang_a)
        kepala = cls.orang("spes_kepala", ("pimpinan",), unit=cls.dinas_a)
        cls.dinas_a.manager_id = kepala
        cls.akun = {
            "sendiri": cls.korban.user_id,
            "pimpinan": kepala.user_id,
            "rekan": cls.orang("spes_rekan", unit=cls.bidang_a).user_id,
            "fasilitator": cls.buat_user("spes_fas", ("fasilitator",)),
            "fasilitator_lain": cls.buat_user("spes_fas_b", ("fasilitator",)),
        }
        cls.akun["fasilitator"].asn_unit_ids = cls.dinas_a
        cls.akun["fasilitator_lain"].asn_unit_ids = cls.dinas_b
        for peran in ("admin_sistem", "admin_utama", "kepala_badan", "monev"):
            cls.akun[peran] = cls.buat_user(f"spes_{peran}", (peran,))
        for peran in ("admin_aplikasi", "validator", "penandatangan"):
            cls.akun[peran] = cls.buat_user(f"spes_{peran}", (peran,))
        cls.baris = {
            model: cls.contoh_riwayat(model, cls.korban, catatan=_TANDA)
            for model in SPESIFIK
        }

    def _boleh(self, model):
        boleh = {"sendiri", "admin_sistem", "kepala_badan"}
        if model == "asn.riwayat.keluarga":
            boleh.add("fasilitator")
        return boleh

    def test_who_reads_and_who_does_not(self):
        for model in SPESIFIK:
            for nama, user in self.akun.items():
                Model = self.env[model].with_user(user)
                with self.subTest(model=model, siapa=nama):
                    lihat = bool(Model.search([("catatan", "=", _TANDA)]))
                    self.assertEqual(lihat, nama in self._boleh(model))
                    if not lihat:
                        with self.assertRaises(AccessError):
                            self.baris[model].with_user(user).read(["catatan"])

    def test_counts_groups_and_names_tell_nothing(self):
        """A search over another road must not answer what a read refuses."""
        for model in SPESIFIK:
            for nama, user in self.akun.items():
                if nama in self._boleh(model):
                    continue
                Model = self.env[model].with_user(user)
                with self.subTest(model=model, siapa=nama):
                    self.assertEqual(Model.search_count([]), 0)
                    self.assertFalse(Model._read_group([], ["employee_id"]))
                    self.assertFalse(Model.name_search(""))
                    self.assertFalse(
                        Model.search([("employee_id", "=", self.korban.id)])
                    )

    def test_no_door_leads_from_open_records_to_closed_rows(self):
        """No stored path of a model all may read ends in a specific riwayat."""
        pintu = []
        for nama, model in self.env.registry.items():
            if model._abstract or model._transient:
                continue
            for field in model._fields.values():
                if field.comodel_name in SPESIFIK and nama not in SPESIFIK:
                    pintu.append((nama, field.name, field.groups))
        terbuka = [p for p in pintu if not p[2]]
        self.assertEqual(terbuka, [])

    def test_nobody_but_officers_records_or_decides(self):
        for model in SPESIFIK:
            for nama, user in self.akun.items():
                if nama == "admin_sistem":
                    continue
                Model = self.env[model].with_user(user)
                with self.subTest(model=model, siapa=nama):
                    with self.assertRaises(AccessError):
                        Model.create({"employee_id": self.korban.id})
                    with self.assertRaises(AccessError):
                        self.baris[model].with_user(user).action_sahkan()

    def test_menus_of_closed_kinds_are_for_who_may_read(self):
        for kunci, model in (("hukuman", 1), ("kesehatan", 2), ("keluarga", 0)):
            menu = self.env.ref(f"asn_pegawai.asn_riwayat_{kunci}_menu")
            for nama, user in self.akun.items():
                if nama in ("sendiri", "fasilitator_lain"):
                    continue
                terlihat = (
                    menu.id
                    in self.env["ir.ui.menu"].with_user(user)._visible_menu_ids()
                )
                with self.subTest(menu=kunci, siapa=nama):
                    self.assertEqual(terlihat, nama in self._boleh(SPESIFIK[model]))
