from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestPerancang(LayananCommon, TransactionCase):
    """The administrator who designs services (admin utama) at the builder."""

    def setUp(self):
        super().setUp()
        baru = (
            self.env["asn.layanan.baru"]
            .with_user(self.u["admin_utama"])
            .create({"name": "Surat Keterangan Contoh"})
        )
        aksi = baru.action_buat()
        self.draf = self.env["asn.layanan.versi"].browse(aksi["params"]["versi_id"])
        self.draf = self.draf.with_user(self.u["admin_utama"])

    def kode(self, bagian):
        nama = {"tahap": "tahap_ids", "pertanyaan": "pertanyaan_ids"}[bagian]
        return self.draf[nama].sorted(lambda r: (r.sequence, r.id)).mapped("kode")

    def tambah(self, bagian, **nilai):
        return self.draf.action_bagian_tambah(bagian, nilai)

    def test_new_service_begins_with_a_code_and_the_usual_steps(self):
        layanan = self.draf.layanan_id
        self.assertEqual(layanan.code, "surat_keterangan_contoh")
        self.assertEqual(self.kode("tahap"), ["atasan", "verifikasi", "ttd"])
        salinan = (
            self.env["asn.layanan.baru"]
            .with_user(self.u["admin_utama"])
            .create({"name": "Lain", "mulai_dari": "salin", "asal_id": self.layanan.id})
        )
        versi = self.draf.browse(salinan.action_buat()["params"]["versi_id"])
        self.assertEqual(len(versi.tahap_ids), len(self.versi.tahap_ids))
        with self.assertRaises(UserError):
            salinan.create({"name": "Lain", "code": "Tidak Boleh"}).action_buat()

    def test_parts_are_added_moved_duplicated_deleted_and_put_back(self):
        satu = self.tambah("pertanyaan", palet="teks")
        dua = self.tambah("pertanyaan", palet="pilihan")
        salinan = self.draf.action_bagian_salin("pertanyaan", satu)
        urut = self.draf.pertanyaan_ids.sorted("sequence").ids
        self.assertEqual(urut, [satu, salinan, dua])
        self.draf.action_bagian_urut("pertanyaan", [dua, satu, salinan])
        self.assertEqual(self.draf.pertanyaan_ids.sorted("sequence").ids[0], dua)
        nilai = self.draf.action_bagian_hapus("pertanyaan", satu)
        self.assertEqual(len(self.draf.pertanyaan_ids), 2)
        kembali = self.draf.action_bagian_tambah("pertanyaan", nilai, dua)
        urut = self.draf.pertanyaan_ids.sorted("sequence").ids
        self.assertEqual(urut, [dua, kembali, salinan])
        with self.assertRaises(UserError):
            self.draf.action_bagian_urut("pertanyaan", [dua])
        with self.assertRaises(UserError):
            self.draf.action_bagian_hapus("pertanyaan", satu)

    def test_new_steps_come_before_the_signature_and_may_run_at_once(self):
        baru = self.tambah("tahap", palet="validasi")
        self.assertEqual(
            self.kode("tahap"), ["atasan", "verifikasi", "validasi", "ttd"]
        )
        self.draf.action_tahap_sejajar(baru)
        per_kode = {t.kode: t.sequence for t in self.draf.tahap_ids}
        self.assertEqual(per_kode["validasi"], per_kode["verifikasi"])
        urut = self.draf.tahap_ids.sorted(lambda t: (t.sequence, t.id)).ids
        self.draf.action_bagian_urut("tahap", urut)
        per_kode = {t.kode: t.sequence for t in self.draf.tahap_ids}
        self.assertEqual(per_kode["validasi"], per_kode["verifikasi"])
        self.draf.action_tahap_sejajar(baru)
        per_kode = {t.kode: t.sequence for t in self.draf.tahap_ids}
        self.assertLess(per_kode["verifikasi"], per_kode["validasi"])
        self.assertLess(per_kode["validasi"], per_kode["ttd"])

    def test_chain_of_a_chosen_person_has_names_and_days(self):
        self.u["admin_aplikasi"].layanan_ids |= self.draf.layanan_id
        pegawai = self.u["pegawai"].employee_id
        sebelum = self.env["asn.permohonan"].search_count([])
        rantai = self.draf.get_rantai(pegawai.id)
        self.assertEqual(
            [t["aktor"][0]["nama"] for t in rantai["tahap"]],
            [
                self.u[n].employee_id.nama_lengkap or self.u[n].name
                for n in ("atasan", "admin_aplikasi", "penandatangan")
            ],
        )
        self.assertEqual(rantai["hari"], sum(t["sla_hari"] for t in rantai["tahap"]))
        self.assertEqual(rantai["selesai"], rantai["tahap"][-1]["sampai"])
        self.assertEqual(self.env["asn.permohonan"].search_count([]), sebelum)
        for nama in ("pegawai", "pegawai2", "fasilitator"):
            with self.subTest(nama=nama), self.assertRaises(UserError):
                self.draf.with_user(self.u[nama]).get_rantai(pegawai.id)

    def test_letter_is_made_with_every_answer(self):
        self.tambah("pertanyaan", palet="tanggal")
        jenis = self.env["asn.jenis.surat"].browse(self.draf.action_buat_surat())
        self.assertIn("{{ isian_date }}", jenis.template)
        self.assertEqual(self.draf.jenis_surat_id, jenis)
        self.tambah("pertanyaan", palet="rupiah")
        self.assertEqual(self.draf.action_lengkapi_isian_surat(), 1)
        self.assertEqual(self.draf.action_lengkapi_isian_surat(), 0)

    def test_parts_are_taken_from_another_service_once(self):
        bagian = ["tahap", "dokumen", "aturan", "pertanyaan"]
        jumlah = self.draf.action_ambil_dari(self.versi.id, bagian)
        self.assertEqual(jumlah, 3)
        self.assertEqual(self.draf.action_ambil_dari(self.versi.id, bagian), 0)
        self.assertEqual(self.kode("tahap")[-1], "ttd")

    def test_mark_changes_with_every_change_and_names_who(self):
        awal = self.draf.get_sidik()
        self.assertTrue(awal["saya"])
        self.env.cr.execute(
            "UPDATE asn_layanan_tahap SET write_date = write_date + interval '1 s',"
            " write_uid = %s WHERE versi_id = %s",
            [self.u["admin_sistem"].id, self.draf.id],
        )
        self.env.invalidate_all()
        lain = self.draf.get_sidik()
        self.assertNotEqual(awal["sidik"], lain["sidik"])
        self.assertFalse(lain["saya"])
        self.assertEqual(lain["oleh"], self.u["admin_sistem"].name)

    def test_others_look_and_change_nothing(self):
        satu = self.tambah("pertanyaan", palet="teks")
        for nama in ("pegawai", "admin_sistem", "admin_aplikasi", "kepala_badan"):
            if nama not in self.u:
                continue
            draf = self.draf.with_user(self.u[nama])
            self.assertFalse(draf.get_perancang()["versi"]["ubah"])
            for aksi in (
                lambda d=draf: d.action_bagian_tambah("pertanyaan", {"palet": "teks"}),
                lambda d=draf: d.action_bagian_hapus("pertanyaan", satu),
                lambda d=draf: d.action_bagian_salin("pertanyaan", satu),
                lambda d=draf: d.action_bagian_urut("tahap", d.tahap_ids.ids[::-1]),
                lambda d=draf: d.action_ambil_dari(self.versi.id, ["tahap"]),
                lambda d=draf: d.action_buat_surat(),
                lambda d=draf: d.action_salin_rancang(),
            ):
                with self.subTest(nama=nama), self.assertRaises(AccessError):
                    aksi()

    def test_published_version_is_read_only_and_copied_to_a_draft(self):
        terbit = self.versi.with_user(self.u["admin_utama"])
        data = terbit.get_perancang()
        self.assertFalse(data["versi"]["ubah"])
        for aksi in (
            lambda: terbit.action_bagian_tambah("tahap", {"palet": "validasi"}),
            lambda: terbit.action_bagian_hapus("tahap", terbit.tahap_ids[0].id),
            lambda: terbit.action_bagian_urut("tahap", terbit.tahap_ids.ids[::-1]),
            lambda: terbit.action_buat_surat(),
        ):
            with self.assertRaises(UserError):
                aksi()
        draf = self.draf.browse(terbit.action_salin_rancang()["params"]["versi_id"])
        self.assertTrue(draf.get_perancang()["versi"]["ubah"])

    def test_wrong_names_from_outside_are_refused(self):
        for bagian in ("versi", "tahap_ids", "__class__", "layanan_id"):
            with self.subTest(bagian=bagian), self.assertRaises(UserError):
                self.draf.action_bagian_tambah(bagian, {})
        lain = self.versi.tahap_ids[0]
        with self.assertRaises(UserError):
            self.draf.action_bagian_hapus("tahap", lain.id)
        baru = self.draf.action_bagian_tambah(
            "pertanyaan", {"palet": "teks", "versi_id": self.versi.id}
        )
        self.assertIn(baru, self.draf.pertanyaan_ids.ids)
