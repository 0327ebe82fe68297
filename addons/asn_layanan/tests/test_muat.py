import base64
import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import berkas_layanan
from ..models.asn_layanan_tahap import baca_domain
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestMuat(LayananCommon, TransactionCase):
    """A service as a file: out, in as a draft, and hostile files refused."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draf = cls.versi.copy(
            {
                "versi": 0,
                "persyaratan_ids": [
                    (0, 0, {"jenis_dokumen_id": cls.jenis_dokumen.id, "jumlah_maks": 1})
                ],
                "aturan_ids": [
                    (
                        0,
                        0,
                        {
                            "pustaka": "golongan",
                            "nilai": {"dari": "III/a"},
                            "dasar_hukum": "PP",
                        },
                    )
                ],
            }
        )
        cls.data = cls.draf._sebagai_data()

    def muat(self, data, nama="admin_utama", **nilai):
        isi = data if isinstance(data, bytes) else json.dumps(data).encode()
        return (
            self.env["asn.layanan.muat"]
            .with_user(self.u[nama])
            .create({"berkas": base64.b64encode(isi), **nilai})
        )

    def test_file_comes_back_as_an_equal_draft(self):
        isi = base64.b64decode(self.draf.berkas_ekspor)
        muat = self.muat(isi, code="tiruan", name="Tiruan")
        muat.action_periksa()
        self.assertTrue(muat.is_siap, muat.temuan)
        self.assertFalse(
            self.env["asn.layanan"].search([("code", "=", "tiruan")]),
            "a preview makes nothing",
        )
        self.assertEqual(muat.pratinjau["layanan"], "Tiruan")
        aksi = muat.action_muat()
        versi = self.env["asn.layanan.versi"].browse(aksi["res_id"])
        self.assertEqual(versi.state, "draft")
        lama, baru = self.draf._sebagai_data(), versi._sebagai_data()
        self.assertEqual(lama["bagian"], baru["bagian"])
        self.assertEqual(lama["versi"], baru["versi"])
        self.assertEqual(lama["mandat"], baru["mandat"])
        versi.action_publish()

    def test_known_code_gives_a_new_version_of_that_service(self):
        muat = self.muat(self.data)
        muat.action_periksa()
        self.assertFalse(muat.pratinjau["baru"])
        muat.action_muat()
        self.assertEqual(len(self.layanan.versi_ids), 3)
        self.assertEqual(self.layanan.versi_live_id, self.versi)

    def test_person_of_a_step_stays_at_home(self):
        """A step for a named person leaves as the post; without a post it is told."""
        self.draf.tahap_ids[2].write(
            {"penentu": "pengguna", "user_id": self.u["pengawas"].id}
        )
        jabatan = self.u["pengawas"].employee_id.jabatan_id
        jabatan.kode = "UJI-PENGAWAS"
        data = self.draf._sebagai_data()
        for nama in ("pengawas", "admin_aplikasi"):
            self.assertNotIn(self.u[nama].login, json.dumps(data))
            self.assertNotIn(self.u[nama].employee_id.nip, json.dumps(data))
        satu = data["bagian"]["tahap_ids"][2]
        self.assertEqual(
            (satu["penentu"], satu["jabatan_id"]), ("jabatan", "UJI-PENGAWAS")
        )
        self.muat(data, code="tanpa_orang").action_muat()
        jabatan.kode = False
        data = self.draf._sebagai_data()
        data["bagian"]["tahap_ids"][2]["user_id"] = "admin"
        muat = self.muat(data, code="tanpa_jabatan")
        muat.action_periksa()
        self.assertFalse(muat.is_siap)
        self.assertEqual(
            {
                (t["tempat"], t["tingkat"])
                for t in muat.temuan
                if t["tempat"].startswith("tahap")
            },
            {
                ("tahap_ids[3].penentu", "galat"),
                ("tahap_ids[3].user_id", "peringatan"),
            },
        )

    def test_letter_that_is_not_there_comes_with_the_file(self):
        data = json.loads(json.dumps(self.data))
        data["surat"][0].update(kode="BARU", template="<p>{{ nama }}</p>")
        data["versi"]["jenis_surat_id"] = "BARU"
        aksi = self.muat(data, code="surat_baru").action_muat()
        versi = self.env["asn.layanan.versi"].browse(aksi["res_id"])
        self.assertEqual(versi.jenis_surat_id.kode, "BARU")
        self.assertNotEqual(versi.jenis_surat_id, self.jenis_surat)

    def test_problems_are_named_by_place(self):
        def ubah(jalur, nilai):
            data = json.loads(json.dumps(self.data))
            tempat = data
            for langkah in jalur[:-1]:
                tempat = tempat[langkah]
            tempat[jalur[-1]] = nilai
            return data

        tahap = ("bagian", "tahap_ids", 0)
        for jalur, nilai, tempat in (
            ((*tahap, "jenis"), "sihir", "tahap_ids[1].jenis"),
            ((*tahap, "sla_hari"), "lima", "tahap_ids[1].sla_hari"),
            ((*tahap, "asing"), 1, "tahap_ids[1].asing"),
            ((*tahap, "group_id"), "base.group_system", "tahap_ids[1].group_id"),
            ((*tahap, "jabatan_id"), "TIDAK-ADA", "tahap_ids[1].jabatan_id"),
            (
                (*tahap, "kondisi"),
                "[('id', '=', __import__('os').getpid())]",
                "tahap_ids[1].kondisi",
            ),
            ((*tahap, "kondisi"), "[0] * 10 ** 9", "tahap_ids[1].kondisi"),
            (("bagian", "keputusan_ids"), [], "bagian.keputusan_ids"),
            (("versi", "state"), "live", "versi.state"),
            (("versi", "jenis_surat_id"), "HILANG", "versi.jenis_surat_id"),
            (("layanan", "sequence_id"), "1", "layanan.sequence_id"),
            (("layanan", "code"), "../x", "layanan.code"),
        ):
            with self.subTest(tempat=tempat, nilai=nilai):
                muat = self.muat(ubah(jalur, nilai))
                muat.action_periksa()
                self.assertFalse(muat.is_siap)
                galat = [t["tempat"] for t in muat.temuan if t["tingkat"] == "galat"]
                self.assertIn(tempat, galat)
                with self.assertRaises(UserError):
                    muat.action_muat()

    def test_template_with_markup_that_runs_loses_it(self):
        data = json.loads(json.dumps(self.data))
        data["surat"][0].update(
            kode="JAHAT", template="<p>{{ nama }}<script>alert(1)</script></p>"
        )
        data["versi"]["jenis_surat_id"] = "JAHAT"
        aksi = self.muat(data, code="jahat").action_muat()
        jenis = self.env["asn.layanan.versi"].browse(aksi["res_id"]).jenis_surat_id
        self.assertNotIn("script", jenis.template)

    def test_hostile_files_are_refused_with_a_reason(self):
        dalam = b'{"a":' * 2000 + b"1" + b"}" * 2000
        for nama, isi in {
            "empty": b"",
            "no text": b"\xff\xfe\x00\x01" * 20,
            "no json": b"<xml/>",
            "nested": dalam,
            "list bomb": b"[" * 100_000,
            "large": b" " * (berkas_layanan.BESAR_MAKS + 1),
            "name twice": b'{"format": "x", "format": "asn.layanan"}',
            "infinity": b'{"format": "asn.layanan", "skema": Infinity}',
            "another file": b'{"format": "other", "skema": 1}',
            "a later form": b'{"format": "asn.layanan", "skema": 99}',
            "huge number": b'{"format": "asn.layanan", "skema": ' + b"9" * 6000 + b"}",
        }.items():
            with self.subTest(nama=nama):
                with self.assertRaises(berkas_layanan.BerkasSalah):
                    berkas_layanan.baca(isi)
                if isi:
                    muat = self.muat(isi)
                    muat.action_periksa()
                    self.assertFalse(muat.is_siap)
                    self.assertTrue(muat.temuan[0]["pesan"])

    def test_only_who_designs_services_loads_files(self):
        for nama in ("pegawai", "admin_aplikasi", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.muat(self.data, nama).action_muat()

    def test_condition_names_rows_by_code_and_comes_back(self):
        """A number means another unit elsewhere: a file names it by its code."""
        self.bidang_a.kode = "UJI-BIDANG-A"
        satu, dua, tiga = self.draf.tahap_ids[:3]
        unit, gol = self.bidang_a.id, self.gol_iiib.id
        satu.kondisi = f"['|', ('unit_id', 'child_of', [{unit}]), ('state', '=', 'x')]"
        dua.kondisi = f"[('employee_id', 'any', [('golongan_id', '=', {gol})])]"
        tiga.kondisi = "[('employee_id.unit_id.name', '=', 'X')]"
        self.draf.aturan_ids = [
            (
                0,
                0,
                {
                    "pustaka": "profil",
                    "nilai": {"domain": f"[('unit_id', 'in', [{unit}])]"},
                },
            )
        ]
        data = self.draf._sebagai_data()
        keluar = [t["kondisi"] for t in data["bagian"]["tahap_ids"][:3]]
        aturan = data["bagian"]["aturan_ids"][-1]["parameter"]
        self.assertIn("[{'kode': 'UJI-BIDANG-A'}]", keluar[0])
        self.assertIn("UJI-BIDANG-A", aturan)
        self.assertNotIn(str(gol), keluar[1])
        self.assertEqual(keluar[2], tiga.kondisi)
        # The other database: the same codes, other numbers.
        lain = self.bidang_a.copy({"kode": False})
        self.bidang_a.kode = False
        self.env.flush_all()
        lain.kode = "UJI-BIDANG-A"
        aksi = self.muat(data, code="di_tempat_lain").action_muat()
        versi = self.env["asn.layanan.versi"].browse(aksi["res_id"])
        self.assertIn(f"'child_of', [{lain.id}]", versi.tahap_ids[0].kondisi)
        self.assertEqual(
            baca_domain(versi.tahap_ids[1].kondisi), baca_domain(dua.kondisi)
        )
        self.assertIn(f"[{lain.id}]", versi.aturan_ids[-1].nilai["domain"])
        self.assertEqual(
            versi._sebagai_data()["bagian"]["tahap_ids"], data["bagian"]["tahap_ids"]
        )

    def test_condition_that_names_a_person_or_a_number_is_told(self):
        orang = self.u["pegawai"].employee_id
        satu = self.draf.tahap_ids[0]
        for kondisi, kata in (
            (f"[('employee_id', '=', {orang.id})]", "tanpa_kode"),
            (f"[('employee_id.id', 'in', [{orang.id}])]", "tanpa_kode"),
            ("[('unit_id', '=', 10**3)]".replace("10**3", "999999999"), "tanpa_kode"),
        ):
            satu.kondisi = kondisi
            data = self.draf._sebagai_data()
            with self.subTest(kondisi=kondisi):
                self.assertIn(kata, data["bagian"]["tahap_ids"][0]["kondisi"])
                self._ditolak(data)
        for kondisi in (
            "[('unit_id', '=', 1)]",
            "[('unit_id', 'in', [{'kode': 'TIDAK-ADA'}])]",
            "[('employee_id', '=', {'kode': '1'})]",
            "[('unit_id', 'in', [{'kode': 5}])]",
        ):
            data["bagian"]["tahap_ids"][0]["kondisi"] = kondisi
            with self.subTest(kondisi=kondisi):
                self._ditolak(data)

    def _ditolak(self, data):
        muat = self.muat(data, code="ditolak")
        muat.action_periksa()
        self.assertFalse(muat.is_siap)
        galat = [t["tempat"] for t in muat.temuan if t["tingkat"] == "galat"]
        self.assertEqual(galat, ["tahap_ids[1].kondisi"])
