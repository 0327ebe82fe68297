import base64

from freezegun import freeze_time
from lxml import etree
from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged
from odoo.tools.safe_eval import safe_eval

from .common import LayananCommon

PNG = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
)


@tagged("post_install", "-at_install")
class TestEksternal(LayananCommon, TransactionCase):
    """The step that waits for another body: letter, answer, stopped clock.

    The limits are those of the service's own steps (KDR-14).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tahap = [
            cls._tahap(10, "atasan", "pertimbangan", "atasan_langsung"),
            cls._tahap(
                20,
                "bkn",
                "eksternal",
                "peran_layanan",
                "admin_aplikasi",
                sla_hari=2,
                sla_luar_hari=10,
                instansi_luar="Kantor Regional BKN",
            ),
            cls._tahap(30, "ttd", "ttd", "penandatangan", sla_hari=2),
        ]
        cls.luar, cls.versi_luar = cls.buat_layanan("luar", "Layanan Luar", tahap)
        cls.u["admin_aplikasi"].layanan_ids |= cls.luar

    def _di_luar(self, nama="pegawai"):
        p = self.ajukan(nama, self.luar)
        self.sebagai("atasan", p).action_approve()
        return p

    def test_clock_stands_from_the_letter_to_the_receipt(self):
        # Monday 2 March 2026; holidays of March are in the calendar of the city.
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan("pegawai", self.luar)
            # The promise leaves out the 10 days of the other body, and says so.
            rencana = [b for b in p.lini_masa if b.get("hari_luar")]
            self.assertEqual([b["hari_luar"] for b in rencana], [10])
            self.assertIn("another body", p.status_ringkas["fakta"][0]["jelas"])
            self.sebagai("atasan", p).action_approve()
            batas = p.batas_waktu
            admin = self.sebagai("admin_aplikasi", p)
            self.assertTrue(admin.can_send_out)
            admin.action_external_sent("800/12", "2026-03-02")
            self.assertTrue(p.jeda_mulai)
            self.assertIn("Kantor Regional BKN", p.posisi)
        with freeze_time("2026-03-09 02:00:00"):
            p.invalidate_recordset()
            self.assertEqual(p.hari_kerja_terpakai, 0)
            self.assertEqual(p.umur, "aman")
            admin = self.sebagai("admin_aplikasi", p)
            self.assertTrue(admin.can_answer)
            # The letter of Thursday was received on Friday, recorded on Monday.
            admin.action_external_answered(
                "PT-77", "2026-03-05", "setuju", diterima="2026-03-06"
            )
        surat = p.eksternal_ids
        self.assertEqual((surat.state, surat.hasil), ("dijawab", "setuju"))
        self.assertEqual(surat.hari_menunggu, 4)
        self.assertEqual(p.jeda_hari, 4)
        self.assertFalse(p.jeda_mulai)
        self.assertGreater(p.batas_waktu, batas)
        self.assertEqual((p.state, p.tahap_id.kode), ("approved", "ttd"))
        self.assertEqual(self.hasil(p), ["submit", "approve", "send_out", "approve"])
        self.assertIn("PT-77", p.keputusan_ids[-1].catatan)
        self.assertFalse(p.keputusan_ids._verify_chain())

    def test_what_waits_outside_or_was_returned_is_nowhere_late(self):
        # Three requests of one person.
        self.patch(
            type(self.env["asn.permohonan"]),
            "_periksa_kelayakan",
            lambda *_args, **_nilai: True,
        )
        with freeze_time("2026-03-02 02:00:00"):
            luar, kembali, jalan = (self._di_luar() for _kali in range(3))
            self.sebagai("admin_aplikasi", luar).action_external_sent(
                "800/12", "2026-03-02"
            )
            self.sebagai("admin_aplikasi", kembali).action_return("Kurang")
        semua = luar | kembali | jalan
        with freeze_time("2026-06-02 02:00:00"):
            semua.invalidate_recordset()
            self.assertEqual(semua.mapped("umur"), ["aman", "aman", "lewat"])
            self.assertEqual(
                [p.sla_terpakai > 100 for p in semua], [False, False, True]
            )
            arch = self.env["asn.permohonan"].get_view(
                self.env.ref("asn_layanan.asn_permohonan_view_search").id, "search"
            )["arch"]
            saring = etree.fromstring(arch).find(".//filter[@name='lewat']")
            domain = safe_eval(saring.get("domain"))
            self.assertEqual(
                semua.search([*domain, ("id", "in", semua.ids)]),
                jalan,
            )
            hitung = self.env["asn.beranda"]._hitung_layanan([("id", "in", semua.ids)])
            self.assertEqual(hitung[:2], (2, 1))

    def test_nobody_approves_without_the_answer(self):
        p = self._di_luar()
        admin = self.sebagai("admin_aplikasi", p)
        with self.assertRaises(UserError):
            admin.action_approve()
        admin.action_external_sent("800/12", fields.Date.today())
        with self.assertRaises(UserError):
            admin.action_approve()
        with self.assertRaises(UserError):
            admin.action_external_sent("800/13", fields.Date.today())

    def test_only_the_official_of_the_step_records(self):
        p = self._di_luar()
        for nama in ("pegawai", "atasan", "admin_sistem", "pengawas"):
            with self.subTest(nama=nama), self.assertRaises(UserError):
                self.sebagai(nama, p).action_external_sent(
                    "800/12", fields.Date.today()
                )
        self.assertFalse(p.eksternal_ids)
        with self.assertRaises(AccessError):
            p.eksternal_ids.create(
                {"permohonan_id": p.id, "tugas_id": p.tugas_ids[0].id}
            )

    def test_answers_return_and_refuse(self):
        p, q = self._di_luar(), self._di_luar("pegawai2")
        hari_ini = fields.Date.today()
        for satu in (p, q):
            self.sebagai("admin_aplikasi", satu).action_external_sent("1", hari_ini)
        admin = self.sebagai("admin_aplikasi", p)
        with self.assertRaises(ValidationError):
            admin.action_external_answered("2", hari_ini, "lengkapi")
        admin.action_external_answered("2", hari_ini, "lengkapi", "Ijazah tak terbaca")
        self.assertEqual(p.state, "returned")
        self.assertIn("Ijazah", p.catatan_kembali)
        self.sebagai("pegawai", p).action_resubmit()
        self.assertTrue(self.sebagai("admin_aplikasi", p).can_send_out)
        self.sebagai("admin_aplikasi", q).action_external_answered(
            "3", hari_ini, "tolak", "TMS"
        )
        self.assertEqual(q.state, "rejected")
        self.assertTrue(q.surat_tolak_id)

    def test_wrong_values_refused(self):
        p = self._di_luar()
        admin = self.sebagai("admin_aplikasi", p)
        besok = fields.Date.add(fields.Date.today(), days=2)
        for nomor, tanggal in (
            ("", fields.Date.today()),
            ("1", besok),
            ("1", "bukan tanggal"),
            ("1", None),
            (None, fields.Date.today()),
        ):
            with self.subTest(nomor=nomor, tanggal=tanggal):
                with self.assertRaises(ValidationError):
                    admin.action_external_sent(nomor, tanggal)
        for file, nama in (
            (base64.b64encode(b"<html>"), "x.pdf"),
            (PNG, "x.pdf"),
            ("%%%", "x.png"),
        ):
            with self.assertRaises(UserError):
                admin.action_external_sent(
                    "1", fields.Date.today(), file=file, nama_file=nama
                )
        admin.action_external_sent(
            "1", fields.Date.today(), file=PNG, nama_file="surat.png"
        )
        self.assertTrue(p.eksternal_ids.file_keluar)
        with self.assertRaises(AccessError):
            # The letter may name others: not for the applicant.
            self.sebagai("pegawai", p.eksternal_ids).read(["file_keluar"])

    def test_one_letter_for_many_requests(self):
        p, q = self._di_luar(), self._di_luar("pegawai2")
        lain = self.ajukan()
        Luar = self.env["asn.permohonan.luar"].with_user(self.u["admin_aplikasi"])
        ids = [p.id, q.id, lain.id]
        wizard = Luar.with_context(active_ids=ids).create(
            {"nomor": "800/99", "jenis": "keluar"}
        )
        self.assertEqual(wizard.instansi, "Kantor Regional BKN")
        wizard.action_catat()
        self.assertEqual((wizard.jumlah, wizard.berhasil), (3, 2))
        self.assertEqual(
            (p | q).eksternal_ids.mapped("nomor_keluar"), ["800/99", "800/99"]
        )
        self.assertIn("atasan", lain.tahap_id.kode)
        jawab = Luar.with_context(active_ids=[p.id, q.id]).create(
            {"nomor": "PT-1", "jenis": "jawaban", "hasil": "setuju"}
        )
        # BKN numbers its consideration per person; the others bear the number above.
        jawab.baris_ids.filtered(lambda b: b.permohonan_id == q).nomor = " PT-2 "
        jawab.action_catat()
        self.assertEqual(set((p | q).mapped("state")), {"approved"})
        nomor = [x.sudo().eksternal_ids.nomor_jawaban for x in (p, q)]
        self.assertEqual(nomor, ["PT-1", "PT-2"])

    def test_withdrawal_while_outside_keeps_the_days(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self._di_luar()
            self.sebagai("admin_aplikasi", p).action_external_sent("1", "2026-03-02")
        with freeze_time("2026-03-05 02:00:00"):
            self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.assertEqual((p.state, p.jeda_hari), ("cancelled", 3))
