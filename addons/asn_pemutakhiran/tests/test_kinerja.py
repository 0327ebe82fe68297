from odoo.tests import TransactionCase, tagged

from .common import UsulanCommon

#: Queries of the worklist's list, however many proposals wait.
ANGGARAN_DAFTAR = 25
#: Queries of one more acceptance in a bulk.
ANGGARAN_TERIMA = 45


@tagged("post_install", "-at_install")
class TestKinerja(UsulanCommon, TransactionCase):
    """Query budgets; never wall time."""

    def _hitung(self, fungsi):
        self.env.flush_all()
        self.env.invalidate_all()
        sebelum = self.env.cr.sql_log_count
        fungsi()
        self.env.flush_all()
        return self.env.cr.sql_log_count - sebelum

    def _usulan(self, jumlah):
        hasil = self.env["asn.usulan"]
        for nomor in range(jumlah):
            pegawai = self.orang(f"masal{nomor}", unit=self.bidang_a)
            hasil |= self.ganti_hp(f"08120000{nomor:04d}", pegawai, pegawai)
        return hasil

    def test_closed_kind_is_closed_on_the_next_page(self):
        """What may be proposed is kept between pages, until somebody changes it."""
        jenis = self.env["asn.usulan.jenis"].search([("medan", "=", "no_hp")])
        for buka in (True, False, True):
            jenis.active = buka
            with self.subTest(buka=buka):
                self.assertEqual("no_hp" in jenis._kunci_terbuka("mandiri"), buka)

    def test_worklist_costs_the_same_for_many(self):
        Usulan = self.sebagai(self.fas, "asn.usulan")
        spesifikasi = {
            "nomor": {},
            "employee_id": {"fields": {"display_name": {}}},
            "unit_id": {"fields": {"display_name": {}}},
            "ringkasan": {},
            "umur_hari": {},
            "state": {},
        }

        def daftar():
            Usulan.web_search_read([("giliran_saya", "=", True)], spesifikasi)

        self._usulan(3)
        daftar()
        sedikit = self._hitung(daftar)
        for nomor in range(12):
            self.ganti_hp(
                f"08130000{nomor:04d}",
                self.fas2,
                self.orang(f"lain{nomor}", unit=self.bidang_a),
            )
        # New accounts empty the caches of access rules.
        daftar()
        banyak = self._hitung(daftar)
        self.assertLessEqual(banyak, sedikit)
        self.assertLessEqual(banyak, ANGGARAN_DAFTAR)

    def test_bulk_costs_the_same_per_row(self):
        usulan = self._usulan(9)
        Usulan = usulan.with_user(self.fas.user_id)
        Usulan[0].action_verifikasi()
        tiga = self._hitung(Usulan[1:4].action_verifikasi)
        lima = self._hitung(Usulan[4:9].action_verifikasi)
        self.assertLessEqual((lima - tiga) / 2, ANGGARAN_TERIMA)
