from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon

#: Statements that a further draft may cost when many are filed in one go.
ANGGARAN_LAGI = 1


@tagged("post_install", "-at_install")
class TestAjukanBanyak(LayananCommon, TransactionCase):
    """Drafts that a facilitator files in one go, beside one that is filed alone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tambah_orang("pengusul", ("fasilitator",), cls.badan, cls.jab_pelaksana)
        cls.u["pengusul"].asn_unit_ids = cls.bidang_a
        cls.tambah_banyak(
            *(
                (f"rekan_{huruf}", (), cls.bidang_a, cls.jab_pelaksana)
                for huruf in "abcdefgh"
            )
        )

    def draf(self, *nama):
        """Return drafts of people, made by the facilitator of their unit."""
        return (
            self.env["asn.permohonan"]
            .with_user(self.u["pengusul"])
            .create(
                [
                    {
                        "layanan_id": self.layanan.id,
                        "employee_id": self.u[satu].employee_id.id,
                    }
                    for satu in nama
                ]
            )
        )

    def test_many_end_as_if_filed_one_by_one(self):
        satu = self.draf("pegawai")
        satu.action_submit()
        semua = self.draf("pegawai2", "rekan_a", "rekan_b")
        semua._submit_banyak()
        satu, semua = satu.sudo(), semua.sudo()
        self.assertEqual(len(set(semua.mapped("nomor"))), 3)
        for p in semua:
            for nama in ("state", "fase", "tahap_id", "persetujuan"):
                self.assertEqual(p[nama], satu[nama], nama)
            self.assertEqual(p.nomor[:-6], satu.nomor[:-6])
            self.assertEqual(p.tugas_ids.aktor_ids, satu.tugas_ids.aktor_ids)
            self.assertEqual(p.pelaku_buka, satu.pelaku_buka)
            self.assertEqual(
                p.hasil_periksa_ids.mapped("kode"),
                satu.hasil_periksa_ids.mapped("kode"),
            )
            self.assertEqual(
                p.berkas_ids.jenis_dokumen_id, satu.berkas_ids.jenis_dokumen_id
            )
            self.assertFalse(p.keputusan_ids._verify_chain())
            self.assertIn(p.employee_id.name, p.keputusan_ids.catatan)
            Kabar = self.env["asn.pemberitahuan"]
            self.assertEqual(
                len(Kabar.search([("permohonan_id", "=", p.id)])),
                len(Kabar.search([("permohonan_id", "=", satu.id)])),
            )

    def test_numbers_follow_each_other(self):
        semua = self.draf("pegawai", "pegawai2", "rekan_a")
        semua._submit_banyak()
        angka = [int(nomor[-6:]) for nomor in semua.mapped("nomor")]
        self.assertEqual(angka, list(range(angka[0], angka[0] + 3)))

    def test_second_request_of_a_person_is_asked_after_the_first(self):
        """UMUM-03: also when both are filed in one go."""
        semua = self.draf("pegawai", "pegawai2", "pegawai")
        with self.ditolak_aturan("UMUM-03"):
            semua._submit_banyak()
        self.assertEqual(set(semua.mapped("state")), {"draft"})

    def test_draft_of_another_office_stops_all(self):
        """Who may file is asked of each of them (PRO-10)."""
        milik = self.draf("pegawai")
        asing = (
            self.env["asn.permohonan"]
            .with_user(self.u["admin_utama"])
            .create({"layanan_id": self.layanan.id})
        )
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            (milik | asing.with_user(self.u["pengusul"]))._submit_banyak()
        self.assertEqual(milik.state, "draft")

    def test_what_was_filed_is_not_filed_again(self):
        semua = self.draf("pegawai", "pegawai2")
        semua[:1].action_submit()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            semua._submit_banyak()
        self.assertEqual(semua[1:].state, "draft")

    def test_statements_do_not_grow_with_the_drafts(self):
        def biaya(*nama):
            semua = self.draf(*nama)
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            semua._submit_banyak()
            self.env.flush_all()
            return self.env.cr.sql_log_count - awal

        biaya("pegawai", "pegawai2")
        dua = biaya("rekan_a", "rekan_b")
        enam = biaya(*(f"rekan_{huruf}" for huruf in "cdefgh"))
        self.assertLessEqual((enam - dua) / 4, ANGGARAN_LAGI, f"{dua}, {enam}")
