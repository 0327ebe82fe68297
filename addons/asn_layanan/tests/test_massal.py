from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, LayananCommon

_ERROR_SANDI = "odoo.addons.asn_surat"


@tagged("post_install", "-at_install")
class TestMassal(LayananCommon, TransactionCase):
    """Many requests are decided together by the same rules as one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Many requests of one person: the office looks at each anyway.
        aturan = {"kode": "UMUM-03", "name": "sejenis", "keras": False}
        versi = {"aturan_ids": [(0, 0, aturan)]}
        cls.banyak, _versi = cls.buat_layanan("banyak", "Banyak", **versi)
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.banyak

    def _massal(self, nama, permohonan, jenis="approve", **nilai):
        Massal = self.env["asn.permohonan.massal"].with_user(self.u[nama])
        Massal = Massal.with_context(active_ids=permohonan.ids)
        return Massal.create({"jenis": jenis, **nilai})

    def _ajukan(self, jumlah, nama="pegawai"):
        semua = self.env["asn.permohonan"]
        for _kali in range(jumlah):
            semua |= self.ajukan(nama, self.banyak)
        return semua

    def test_approval_gives_a_result_per_row(self):
        p, q = self.ajukan(), self.ajukan("pegawai2")
        self.sebagai("atasan", q).action_approve()
        self.sebagai("fasilitator", q).action_approve()
        massal = self._massal("atasan", p | q, catatan="Massal")
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "gagal"])
        self.assertTrue(massal.baris_ids[1].pesan)
        self.assertEqual(p.tahap_id.kode, "fasilitator")
        self.assertEqual(q.tahap_id.kode, "verifikasi")
        self.assertEqual(p.keputusan_ids[-1].catatan, "Massal")

    def test_many_end_as_if_decided_one_by_one(self):
        satu, *lain = self._ajukan(4)
        satu.with_user(self.u["atasan"]).action_approve("Setuju")
        semua = self.env["asn.permohonan"].union(*lain)
        self._massal("atasan", semua, catatan="Setuju").action_putuskan()
        for p in semua:
            self.assertEqual(p.state, satu.state)
            self.assertEqual(p.tahap_id, satu.tahap_id)
            self.assertEqual(
                p.tugas_ids.mapped("state"), satu.tugas_ids.mapped("state")
            )
            self.assertEqual(p.tugas_ids.aktor_ids, satu.tugas_ids.aktor_ids)
            self.assertEqual(self.hasil(p), self.hasil(satu))
            self.assertFalse(p.keputusan_ids._verify_chain())
            for nama in ("kapasitas", "jabatan", "catatan", "nama_tahap", "ke_state"):
                self.assertEqual(
                    p.keputusan_ids[-1][nama], satu.keputusan_ids[-1][nama]
                )
            kabar = self.env["asn.pemberitahuan"].search([("permohonan_id", "=", p.id)])
            contoh = self.env["asn.pemberitahuan"].search(
                [("permohonan_id", "=", satu.id)]
            )
            self.assertEqual(
                sorted(kabar.user_id.mapped("login")),
                sorted(contoh.user_id.mapped("login")),
            )

    def test_own_and_foreign_requests_among_them_are_refused(self):
        milik = self.ajukan("atasan", self.banyak)
        bawahan = self._ajukan(1)
        asing = self.ajukan("admin_utama", self.banyak)
        massal = self._massal("atasan", milik | bawahan)
        # Named behind the dialog, as over RPC.
        massal.sudo().baris_ids = [(0, 0, {"permohonan_id": asing.id})]
        massal.action_putuskan()
        hasil = {b.permohonan_id: b.hasil for b in massal.sudo().baris_ids}
        self.assertEqual(hasil, {milik: "gagal", bawahan: "ok", asing: "gagal"})
        for p in milik | asing:
            self.assertEqual(self.hasil(p), ["submit"])
        dilewati = self._massal("atasan", bawahan | asing).dilewati
        self.assertEqual(dilewati, 1)

    def test_twice_decides_once(self):
        semua = self._ajukan(3)
        self._massal("atasan", semua).action_putuskan()
        ulang = self._massal("atasan", semua)
        ulang.action_putuskan()
        self.assertEqual(set(ulang.baris_ids.mapped("hasil")), {"sudah"})
        ulang.action_putuskan()
        for p in semua:
            self.assertEqual(self.hasil(p), ["submit", "approve"])

    def test_parts_go_on_where_they_stopped(self):
        self.patch(
            self.env.registry["asn.permohonan.massal"], "_bagian", lambda self: 2
        )
        semua = self._ajukan(5)
        massal = self._massal("atasan", semua)
        aksi = massal.action_putuskan()
        self.assertEqual(aksi["tag"], "asn_layanan.massal")
        sisa = []
        while massal.sisa:
            sisa.append(massal.action_lanjutkan()["sisa"])
        self.assertEqual(sisa, [3, 1, 0])
        self.assertTrue(massal.is_selesai)
        self.assertEqual(semua.mapped("jumlah_keputusan"), [2] * 5)

    def test_queue_is_watched_for_many_as_for_one(self):
        self.banyak.write({"jaga_antrean": "wajib", "jaga_antrean_batas": 0})
        tua, satu, dua = self._ajukan(3)
        massal = self._massal("atasan", satu | dua)
        self.assertTrue(massal.is_melompat)
        self.assertEqual(massal.baris_ids.mapped("lompatan"), [1, 1])
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["gagal", "gagal"])
        self.assertIn(satu.nomor, massal.baris_ids[0].pesan)
        dengan_alasan = self._massal("atasan", satu | dua, catatan="Pensiun")
        dengan_alasan.action_putuskan()
        self.assertEqual(dengan_alasan.baris_ids.mapped("hasil"), ["ok", "ok"])
        self.assertEqual(satu.keputusan_ids[-1].lompatan, 1)
        # All that wait, in whatever order they were marked: nobody is passed over.
        sisa = self._massal("atasan", tua | self._ajukan(1))
        self.assertFalse(sisa.is_melompat)
        sisa.action_putuskan()
        self.assertEqual(sisa.baris_ids.mapped("hasil"), ["ok", "ok"])

    def test_return_tells_each_applicant_why(self):
        semua = self._ajukan(2)
        massal = self._massal("atasan", semua, "return")
        massal.baris_ids[0].catatan = "Tanggal salah"
        with self.assertRaises(UserError):
            massal.action_putuskan()
        massal.catatan = "Lampiran tidak terbaca"
        massal.hari = 3
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "ok"])
        satu, dua = semua
        self.assertEqual(satu.catatan_kembali, "Lampiran tidak terbaca\nTanggal salah")
        self.assertEqual(dua.catatan_kembali, "Lampiran tidak terbaca")
        self.assertEqual(set(semua.mapped("state")), {"returned"})
        self.assertTrue(all(semua.mapped("batas_perbaikan")))
        satu.with_user(self.u["pegawai"]).action_resubmit()
        self.assertEqual(satu.tahap_id.kode, "atasan")

    def test_step_that_may_not_return_refuses(self):
        tahap = [
            dict(self.vals_tahap()[0], boleh_kembalikan=False),
            *self.vals_tahap()[1:],
        ]
        layanan, _versi = self.buat_layanan("tegas", "Tegas", tahap)
        p = self.ajukan("pegawai", layanan)
        massal = self._massal("atasan", p, "return", catatan="Kurang")
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.hasil, "gagal")
        self.assertEqual(p.state, "in_review")

    def test_one_that_fails_leaves_the_others(self):
        semua = self._ajukan(3)
        rusak = semua[1]
        asli = type(semua)._beritahu

        def _beritahu(self, peristiwa, tahap=None):
            if rusak in self and peristiwa == "approve":
                raise UserError("rusak")
            return asli(self, peristiwa, tahap)

        self.patch(type(semua), "_beritahu", _beritahu)
        massal = self._massal("atasan", semua)
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "gagal", "ok"])
        self.assertEqual(massal.baris_ids[1].pesan, "rusak")
        self.assertEqual(self.hasil(rusak), ["submit"])
        self.assertEqual(rusak._tugas_terbuka().tahap_id.kode, "atasan")

    @mute_logger(_ERROR_SANDI)
    def test_many_letters_are_signed_with_one_passphrase(self):
        semua = self._ajukan(2)
        for p in semua:
            self.setujui_sampai(p)
        massal = self._massal("penandatangan", semua, "sign")
        self.assertEqual(massal.action_putuskan()["tag"], "asn_layanan.ttd_massal")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            massal.action_tandatangani("salah")
        self.assertEqual(set(semua.mapped("state")), {"approved"})
        self.assertFalse(any(massal.baris_ids.mapped("hasil")))
        massal.action_tandatangani(SANDI)
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "ok"])
        self.assertEqual(set(semua.mapped("state")), {"issued"})
        self.assertEqual(set(semua.surat_id.mapped("state")), {"issued"})
        isi = massal.read()[0] | massal.baris_ids.read()[0]
        self.assertNotIn(SANDI, str(isi))

    @mute_logger(_ERROR_SANDI)
    def test_signing_that_stopped_goes_on_with_the_passphrase_given_again(self):
        massal_model = self.env.registry["asn.permohonan.massal"]
        self.patch(massal_model, "_bagian", lambda self: 1)
        satu, dua = semua = self._ajukan(2)
        for p in semua:
            self.setujui_sampai(p)
        massal = self._massal("penandatangan", semua, "sign")
        aksi = massal.action_putuskan()
        self.assertEqual((aksi["params"]["jumlah"], aksi["params"]["sisa"]), (2, 2))
        self.assertEqual(massal.action_tandatangani(SANDI), {"sisa": 1, "jumlah": 2})
        # Stopped: what is signed stays signed, and nobody signs on without asking.
        self.assertEqual((satu.state, dua.state), ("issued", "approved"))
        self.assertEqual(massal.action_hasil()["res_id"], massal.id)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            massal.action_tandatangani("salah")
        self.assertEqual(dua.state, "approved")
        self.assertEqual(massal.action_putuskan()["params"]["sisa"], 1)
        self.assertEqual(massal.action_tandatangani(SANDI), {"sisa": 0, "jumlah": 2})
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "ok"])
        self.assertEqual(satu.jumlah_keputusan, dua.jumlah_keputusan)

    def test_signature_is_no_bulk_approval(self):
        p = self._ajukan(1)
        self.setujui_sampai(p)
        massal = self._massal("penandatangan", p)
        massal.action_putuskan()
        self.assertEqual(massal.baris_ids.hasil, "gagal")
        self.assertEqual(p.state, "approved")

    def test_dialog_of_somebody_else_is_closed(self):
        massal = self._massal("atasan", self._ajukan(1))
        for nama in ("fasilitator", "admin_aplikasi"):
            lain = massal.with_user(self.u[nama])
            for metode in ("action_putuskan", "action_lanjutkan", "action_hasil"):
                with self.subTest(nama=nama, metode=metode):
                    with self.assertRaises(AccessError):
                        getattr(lain, metode)()

    def test_rows_beyond_the_first_cost_little(self):
        def biaya(jumlah):
            semua = self._ajukan(jumlah)
            massal = self._massal("atasan", semua)
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            massal.action_putuskan()
            self.env.flush_all()
            return self.env.cr.sql_log_count - sebelum

        biaya(1)
        sedikit, banyak = biaya(2), biaya(12)
        self.assertLessEqual((banyak - sedikit) / 10, 3, f"{sedikit} to {banyak}")
