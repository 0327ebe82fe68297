import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon
from .test_berkas import PDF


@tagged("post_install", "-at_install")
class TestMeja(LayananCommon, TransactionCase):
    """The verifier's desk, notes per item, and resubmission (F22)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.layanan_m, cls.versi_m = cls.buat_layanan(
            "meja",
            "Dengan Isian",
            tahap=[
                cls._tahap(
                    10, "verifikasi", "verifikasi", "peran_layanan", "admin_aplikasi"
                )
            ],
            persyaratan_ids=[(0, 0, {"jenis_dokumen_id": cls.jenis_dokumen.id})],
            pertanyaan_ids=[
                (0, 0, {"kode": "keperluan", "name": "Keperluan", "jenis": "teks"}),
                (
                    0,
                    0,
                    {
                        "kode": "bahasa",
                        "name": "Bahasa",
                        "jenis": "pilihan",
                        "pilihan": "Indonesia\nInggris",
                    },
                ),
            ],
        )
        cls.u["admin_aplikasi"].layanan_ids |= cls.layanan_m

    def _ajukan(self, nama="pegawai"):
        p = self.buat_permohonan(nama, self.layanan_m)
        p.properti = {"keperluan": "Kredit bank", "bahasa": "indonesia"}
        self._unggah(p, PDF, nama)
        p.action_submit()
        return p.sudo(False).with_env(self.env)

    def _unggah(self, p, isi, nama="pegawai"):
        p.berkas_ids.with_user(self.u[nama]).write(
            {"file": base64.b64encode(isi), "nama_file": "uji.pdf"}
        )

    def _rinci(self, p):
        return self.sebagai("admin_aplikasi", p).meja_rinci()

    def _butir(self, p):
        return {b["label"]: b for b in self._rinci(p)["butir"]}

    def test_desk_shows_answers_documents_and_what_may_be_decided(self):
        p = self._ajukan()
        rinci = self._rinci(p)
        self.assertEqual(
            [(b["label"], b["nilai"]) for b in rinci["butir"][:2]],
            [("Keperluan", "Kredit bank"), ("Bahasa", "Indonesia")],
        )
        berkas = rinci["butir"][2]
        self.assertEqual((berkas["jenis"], berkas["ada"]), ("berkas", True))
        self.assertEqual(berkas["dokumen"], p.berkas_ids.dokumen_id.id)
        self.assertEqual(
            rinci["boleh"],
            {"putus": True, "kembali": True, "tolak": True, "tangguh": False},
        )
        lihat = self.sebagai("pegawai", p).meja_rinci()
        self.assertFalse(lihat["boleh"]["putus"], "who only reads decides nothing")

    def test_queue_is_the_own_tasks_by_deadline_and_filter(self):
        satu, dua = self._ajukan(), self._ajukan("pegawai2")
        Meja = self.env["asn.permohonan"].with_user(self.u["admin_aplikasi"])
        antre = Meja.meja_antrean()
        self.assertEqual(antre, {"ids": [satu.id, dua.id], "jumlah": 2})
        saring = [("employee_id", "=", dua.employee_id.id)]
        self.assertEqual(Meja.meja_antrean(saring)["ids"], [dua.id])
        for nama in ("pegawai", "pengawas", "monev"):
            lain = self.env["asn.permohonan"].with_user(self.u[nama])
            self.assertFalse(lain.meja_antrean()["ids"])
        with self.assertRaises(AccessError):
            satu.with_user(self.u["pegawai2"]).meja_rinci()

    def test_findings_of_the_desk_become_the_notes_of_the_return(self):
        p = self._ajukan()
        verifikator = self.sebagai("admin_aplikasi", p)
        verifikator.action_verdict(p.berkas_ids.id, "tidak_ok", "Buram")
        verifikator.action_catatan("isian:p:keperluan", "Sebut nama bank")
        self.assertEqual(self._butir(p)["Keperluan"]["verdict"], "tidak_ok")
        verifikator.action_return("Mohon diperbaiki")
        catatan = p.catatan_ids
        self.assertEqual(
            {(c.label, c.catatan, c.state) for c in catatan},
            {
                ("Dokumen Uji", "Buram", "terbuka"),
                ("Keperluan", "Sebut nama bank", "terbuka"),
            },
        )
        self.assertIn("Keperluan: Sebut nama bank", p.catatan_kembali)

    def test_applicant_mends_ticks_and_the_verifier_sees_only_changes(self):
        p = self._ajukan()
        self.sebagai("admin_aplikasi", p).action_return(
            "Perbaiki",
            items=[
                {"kunci": "isian:p:keperluan", "catatan": "Kurang jelas"},
                {"berkas_id": p.berkas_ids.id, "catatan": "Buram"},
            ],
        )
        pemohon = self.sebagai("pegawai", p)
        pemohon.properti = {
            "keperluan": "Kredit rumah",
            "bahasa": "indonesia",
        }
        isian = p.catatan_ids.filtered(lambda c: not c.berkas_id)
        isian.with_user(self.u["pegawai"]).action_tandai()
        self.assertEqual(isian.state, "diperbaiki")
        with self.assertRaises(AccessError):
            isian.with_user(self.u["pegawai2"]).action_tandai()
        self._unggah(p, PDF + b"\n%baru\n")
        pemohon.action_resubmit()
        with self.assertRaises(UserError):
            isian.with_user(self.u["pegawai"]).action_tandai()
        butir = self._butir(p)
        self.assertEqual(
            (butir["Keperluan"]["lama"], butir["Keperluan"]["nilai"]),
            ("Kredit bank", "Kredit rumah"),
        )
        self.assertTrue(butir["Keperluan"]["diperbaiki"])
        self.assertEqual(butir["Dokumen Uji"]["diminta"], "Buram")
        self.assertTrue(butir["Dokumen Uji"]["berubah"])
        self.assertFalse(butir["Bahasa"]["berubah"], "kept as it was")
        self.sebagai("admin_aplikasi", p).action_approve()
        self.assertEqual(set(p.catatan_ids.mapped("state")), {"beres"})

    def test_dialog_of_the_return_takes_notes_on_answers_too(self):
        p = self._ajukan()
        self.sebagai("admin_aplikasi", p).action_catatan("isian:p:bahasa", "Salah")
        Dialog = self.env["asn.permohonan.putusan"].with_user(self.u["admin_aplikasi"])
        contoh = {j: Dialog.new({"jenis": j}).contoh for j in ("return", "defer")}
        self.assertTrue(all(contoh.values()))
        self.assertNotEqual(contoh["defer"], contoh["return"], "a scan defers nothing")
        bawaan = {"default_permohonan_id": p.id, "default_jenis": "return"}
        dialog = Dialog.with_context(**bawaan).create({"alasan": "Perbaiki"})
        catatan = {b.label: b.catatan for b in dialog.baris_ids}
        self.assertEqual(
            catatan, {"Dokumen Uji": False, "Keperluan": False, "Bahasa": "Salah"}
        )
        dialog.baris_ids.filtered(lambda b: b.label == "Keperluan").catatan = "Kurang"
        dialog.action_putuskan()
        self.assertEqual(
            {c.label: c.catatan for c in p.catatan_ids},
            {"Keperluan": "Kurang", "Bahasa": "Salah"},
        )

    def test_notes_only_by_the_actor_and_only_of_this_request(self):
        p, lain = self._ajukan(), self._ajukan("pegawai2")
        for nama in ("pegawai", "pengawas", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_catatan("isian:p:keperluan", "x")
        verifikator = self.sebagai("admin_aplikasi", p)
        for kunci in ("isian:state", "isian:p:zz", "berkas:1", ""):
            with self.subTest(kunci=kunci), self.assertRaises(UserError):
                verifikator.action_catatan(kunci, "x")
        for item in ({"berkas_id": lain.berkas_ids.id}, {"kunci": "isian:hash"}):
            with self.assertRaises(UserError):
                verifikator.action_return("x", items=[{**item, "catatan": "y"}])
        with self.assertRaises(AccessError):
            self.env["asn.permohonan.catatan"].with_user(
                self.u["admin_aplikasi"]
            ).create(
                {"permohonan_id": p.id, "kunci": "lain", "label": "x", "catatan": "y"}
            )
        verifikator.action_catatan("isian:p:keperluan", "x")
        verifikator.action_catatan("isian:p:keperluan", "")
        self.assertFalse(p.catatan_ids, "taken back")
