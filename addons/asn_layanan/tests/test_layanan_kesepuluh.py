import base64
import json

from odoo.exceptions import UserError
from odoo.service.model import call_kw
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon
from .test_berkas import PDF

SURAT = {
    "kode": "REKOM",
    "name": "Surat Rekomendasi",
    "klasifikasi": "800.1",
    "isian_ids": [[0, 0, {"kode": "isian_tujuan", "name": "Tujuan", "contoh": "Bank"}]],
    "template": "<p>Merekomendasikan {{ nama }} untuk {{ isian_tujuan }}.</p>",
}
ATURAN = (
    {"pustaka": "masa_kerja", "nilai": {"tahun": 2}, "dasar_hukum": "Perwali"},
    {
        "pustaka": "golongan",
        "nilai": {"dari": "III/a"},
        "pesan": "Minimal {dari}, golongan Anda {fakta}",
    },
)
TAHAP = (
    {
        "sequence": 10,
        "kode": "atasan",
        "name": "Pertimbangan atasan",
        "jenis": "pertimbangan",
        "penentu": "atasan_langsung",
    },
    {
        "sequence": 20,
        "kode": "ttd",
        "name": "Tanda tangan",
        "jenis": "ttd",
        "penentu": "penandatangan",
    },
)


@tagged("post_install", "-at_install")
class TestLayananKesepuluh(LayananCommon, TransactionCase):
    """An administrator makes a whole service of nothing but data (B20, LL-22-4)."""

    def rpc(self, nama, model, method, *args, **kwargs):
        """Call a public method as a person does from afar: through JSON."""
        env = self.env(user=self.u[nama])
        return call_kw(
            env[model],
            method,
            json.loads(json.dumps(args)),
            json.loads(json.dumps(kwargs)),
        )

    def buat(self, model, **nilai):
        """Create a record as the designer of services does; return its id."""
        return self.rpc("admin_utama", model, "create", nilai)

    def rancang(self):
        """Make letter, service, mandate and draft; return (service, version) ids."""
        surat = self.buat("asn.jenis.surat", **SURAT)
        layanan = self.buat(
            "asn.layanan", code="rekom", name="Rekomendasi", untuk_pppk=False
        )
        self.buat(
            "asn.layanan.mandat",
            name="Kepala perangkat daerah",
            layanan_id=layanan,
            penandatangan_jabatan="kepala_perangkat_daerah",
        )
        versi = self.buat(
            "asn.layanan.versi",
            layanan_id=layanan,
            jenis_surat_id=surat,
            jenis_dokumen_arsip_id=self.jenis_arsip.id,
            sla_total_hari=3,
            pengaju_petugas=False,
            persyaratan_ids=[[0, 0, {"jenis_dokumen_id": self.jenis_dokumen.id}]],
            aturan_ids=[[0, 0, aturan] for aturan in ATURAN],
            tahap_ids=[[0, 0, tahap] for tahap in TAHAP],
            **self.pertanyaan(),
        )
        return layanan, versi

    def pertanyaan(self):
        """Return the values that ask one question."""
        return {
            "pertanyaan_ids": [
                [0, 0, {"name": "Tujuan", "kode": "tujuan", "wajib": True}]
            ]
        }

    def test_from_an_empty_screen_to_a_signed_letter(self):
        layanan, versi = self.rancang()
        temuan = self.rpc("admin_utama", "asn.layanan.versi", "get_temuan", [versi])
        self.assertFalse([t for t in temuan if t["tingkat"] == "galat"], temuan)
        self.rpc("admin_utama", "asn.layanan.versi", "action_publish", [versi])

        aksi = self.rpc("pegawai", "asn.layanan", "action_ajukan", [layanan])
        self.assertEqual(aksi["context"], {"default_layanan_id": layanan})
        id_ = self.rpc("pegawai", "asn.permohonan", "create", {"layanan_id": layanan})
        self.isi(id_)
        permohonan = self.env["asn.permohonan"].browse(id_)
        with self.assertRaises(UserError):
            self.rpc("pegawai", "asn.permohonan", "action_submit", [id_])
        self.rpc(
            "pegawai",
            "asn.permohonan.berkas",
            "write",
            permohonan.berkas_ids.ids,
            {"file": base64.b64encode(PDF).decode(), "nama_file": "uji.pdf"},
        )
        self.rpc("pegawai", "asn.permohonan", "action_submit", [id_])
        hasil = {h.kode: h.hasil for h in permohonan.hasil_periksa_ids}
        self.assertEqual((hasil["A-01"], hasil["A-02"]), ("lulus", "lulus"))

        self.rpc("atasan", "asn.permohonan", "action_approve", [id_])
        self.rpc("penandatangan", "asn.permohonan", "action_sign", [id_], SANDI)
        self.assertEqual(permohonan.state, "issued")
        self.assertIn("kredit rumah", permohonan.surat_id._preview_html())
        self.rpc("pegawai", "asn.permohonan", "action_answer_survey", [id_], 4, 4)
        self.assertEqual(permohonan.state, "done")
        self.assertTrue(
            self.rpc("pegawai", "asn.permohonan", "action_download", [id_])["url"]
        )

    def isi(self, id_):
        """Fill in the answer of the form."""
        self.rpc(
            "pegawai",
            "asn.permohonan",
            "write",
            [id_],
            {"properti": {"tujuan": "kredit rumah"}},
        )

    def test_running_request_stays_on_its_version(self):
        layanan, versi = self.rancang()
        self.rpc("admin_utama", "asn.layanan.versi", "action_publish", [versi])
        self.env["asn.dokumen"]._arsipkan(
            self.u["pegawai"].employee_id, "UJI", PDF, "uji.pdf"
        )
        p = self.buat_permohonan(layanan=self.env["asn.layanan"].browse(layanan))
        self.isi(p.id)
        p.action_submit()
        aksi = self.rpc("admin_utama", "asn.layanan.versi", "action_salin", [versi])
        baru = self.env["asn.layanan.versi"].browse(aksi["res_id"])
        self.rpc(
            "admin_utama",
            "asn.layanan.tahap",
            "create",
            {
                "versi_id": baru.id,
                "sequence": 15,
                "kode": "periksa",
                "name": "Pemeriksaan",
                "jenis": "periksa",
                "penentu": "peran_unit",
                "group_id": self.peran("fasilitator").id,
            },
        )
        self.rpc("admin_utama", "asn.layanan.versi", "action_publish", [baru.id])
        self.sebagai("atasan", p).action_approve()
        p = p.sudo()
        self.assertEqual((p.versi_id.id, p.tahap_id.jenis), (versi, "ttd"))
        with self.assertRaises(UserError):
            self.rpc(
                "admin_utama",
                "asn.layanan.versi",
                "write",
                [versi],
                {"survei": "tanpa"},
            )
