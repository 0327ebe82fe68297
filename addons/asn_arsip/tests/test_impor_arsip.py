import base64
import io
import zipfile
from datetime import date
from unittest.mock import patch

import openpyxl
from odoo.addons.asn_pegawai.tests.common import NIP_P, PegawaiCommon
from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain import manifes
from ..domain.manifes import ZipDitolak
from ..models import asn_impor_arsip_kerja
from .common import pdf


def buat_zip(isi):
    """Return a zip of ``{name: bytes}``."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, byte in isi.items():
            arsip.writestr(nama, byte)
    return keluar.getvalue()


def buat_xlsx(baris):
    """Return a workbook of rows."""
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    for satu in baris:
        buku.active.append(satu)
    buku.save(keluar)
    return keluar.getvalue()


class TestManifes(BaseCase):
    """What a zip and its manifest may be, without a database."""

    def assertDitolak(self, kunci, kerja, *argumen):
        with self.assertRaises(ZipDitolak) as tangkap:
            kerja(*argumen)
        self.assertEqual(tangkap.exception.kunci, kunci)

    def test_no_zip(self):
        for kunci, isi in (
            ("zip_kosong", b""),
            ("zip_rusak", b"%PDF-1.7"),
            ("zip_rusak", b"PK\x03\x04" + b"\0" * 400),
            ("zip_rusak", buat_zip({"a.pdf": b"x"})[:-30]),
        ):
            with self.subTest(isi=isi[:8]):
                self.assertDitolak(kunci, manifes.buka_zip, isi)

    def test_limits(self):
        self.patch(manifes, "TERURAI_MAKS", 1000)
        self.assertDitolak("zip_bom", manifes.buka_zip, buat_zip({"a": b"\0" * 2000}))
        self.patch(manifes, "BERKAS_MAKS", 2)
        arsip = manifes.buka_zip(buat_zip({f"{n}.pdf": b"x" for n in range(4)}))
        self.assertDitolak("zip_banyak", manifes.anggota, arsip)
        self.patch(manifes, "UKURAN_MAKS", 10)
        self.assertDitolak("zip_besar", manifes.buka_zip, buat_zip({"a": b"x"}))

    def test_declared_size_is_not_believed(self):
        arsip = manifes.buka_zip(buat_zip({"a": b"x" * 5000}))
        (satu,) = manifes.anggota(arsip).values()
        self.assertEqual(len(manifes.isi_anggota(arsip, satu, 100)), 101)

    def test_rubbish_of_systems_is_passed_over(self):
        isi = {"__MACOSX/._a.pdf": b"x", "b/.DS_Store": b"x", "Thumbs.db": b"x"}
        arsip = manifes.buka_zip(buat_zip({**isi, "x/../../a.pdf": b"x"}))
        self.assertEqual(list(manifes.anggota(arsip)), ["x/../../a.pdf"])
        self.assertDitolak(
            "zip_tanpa_berkas", manifes.anggota, manifes.buka_zip(buat_zip(isi))
        )

    def test_manifest_in_csv_and_xlsx(self):
        judul = ["Berkas", "NIP", "Jenis Dokumen", "Nomor SK", "Tanggal"]
        baris = [
            "scan/a.pdf",
            "19850317 201001 2 003",
            "SK_CPNS",
            "813/1",
            "2010-01-02",
        ]
        harapan = manifes.Butir(
            "scan/a.pdf", NIP_P, "SK_CPNS", "813/1", date(2010, 1, 2)
        )
        csv_koma = ",".join(judul) + "\n" + ",".join(baris) + "\n"
        csv_titik = "\ufeff" + csv_koma.replace(",", ";")
        for nama, isi in (
            ("manifest.csv", csv_koma.encode()),
            ("manifest.csv", csv_titik.encode()),
            ("manifest.xlsx", buat_xlsx([["Daftar SK"], judul, baris])),
        ):
            with self.subTest(nama=nama):
                hasil = manifes.baca_manifes(nama, isi)
                self.assertEqual(list(hasil.values()), [harapan])
                self.assertEqual(manifes.cari(hasil, "SCAN/A.pdf"), harapan)
                self.assertEqual(manifes.tanpa_berkas(hasil, ["b.pdf"]), [harapan])
        self.assertDitolak(
            "manifes_kolom", manifes.baca_manifes, "manifest.csv", b"a,b\n1,2\n"
        )
        self.assertDitolak("manifes_rusak", manifes.baca_manifes, "m.xlsx", b"<html>")

    def test_cell_that_cannot_be_read_is_named(self):
        isi = (
            b"berkas,nip,jenis,tanggal\na.pdf,12,KK,2010-01-02\nb.pdf,,KK,31-02-2010\n"
        )
        hasil = manifes.baca_manifes("manifest.csv", isi)
        self.assertEqual([b.masalah for b in hasil.values()], ["nip", "tanggal"])

    def test_manifest_nearest_to_the_root(self):
        nama = ["b/manifest.csv", "x/y/manifest.csv", "Manifes.xlsx"]
        self.assertEqual(manifes.nama_manifes(nama), "Manifes.xlsx")
        self.assertIsNone(manifes.nama_manifes(["a.pdf"]))


@tagged("post_install", "-at_install")
class TestImporArsip(PegawaiCommon, TransactionCase):
    """LL-12-4, LL-13-2: letters and decrees of old come in by the zip."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.env["hr.employee"].create({"name": "Siti", "nip": NIP_P})
        cls.admin = cls.buat_user("admin_impor_arsip", ("admin_sistem",))
        cls.Impor = cls.env["asn.impor.arsip"].with_user(cls.admin)

    def unggah(self, isi, **nilai):
        vals = {"file": base64.b64encode(buat_zip(isi)), "nama_file": "sk.zip", **nilai}
        return self.Impor.create(vals)

    def cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("asn_arsip.ir_cron_impor_arsip").method_direct_trigger()

    def periksa(self, isi, **nilai):
        impor = self.unggah(isi, **nilai)
        impor.action_periksa()
        self.assertEqual(impor.state, "memeriksa")
        self.cron()
        self.assertEqual(impor.state, "diperiksa")
        return impor

    def jalankan(self, impor):
        impor.action_jalankan()
        self.cron()
        self.assertEqual(impor.state, "selesai")

    def status(self, impor):
        return {b.nama: b.status for b in impor.baris_ids}

    def dokumen(self):
        return self.env["asn.dokumen"].search([("employee_id", "=", self.pegawai.id)])

    def test_names_tell_whose_and_what(self):
        isi = {
            f"SK_CPNS_{NIP_P}_2010-01-02.pdf": pdf("cpns"),
            "tanpa nip KK.pdf": pdf("kk"),
            f"{NIP_P} entah apa.pdf": pdf("apa"),
            "KK_199001012015011999.pdf": pdf("orang lain"),
            f"KK_{NIP_P}.pdf": b"<html>bukan pdf</html>",
        }
        impor = self.periksa(isi)
        self.assertEqual(
            list(self.status(impor).values()),
            ["siap", "galat", "galat", "galat", "galat"],
        )
        self.assertTrue(all(b.pesan for b in impor.baris_ids if b.status == "galat"))
        self.assertFalse(self.dokumen())

        self.jalankan(impor)

        dokumen = self.dokumen()
        self.assertEqual(
            (dokumen.jenis_id.kode, dokumen.tanggal, dokumen.sumber, dokumen.status),
            ("SK_CPNS", date(2010, 1, 2), "impor", "belum"),
        )
        ulang = self.periksa(isi)
        self.assertEqual((ulang.jumlah_sama, ulang.jumlah_siap), (1, 0))
        with self.assertRaises(UserError):
            ulang.action_jalankan()

    def test_manifest_goes_before_names(self):
        isi = {
            "scan/0001.pdf": pdf("satu"),
            "scan/0002.pdf": pdf("dua"),
            "manifest.xlsx": buat_xlsx(
                [
                    ["berkas", "nip", "jenis", "nomor", "tanggal"],
                    ["0001.pdf", NIP_P, "SK_PNS", "821/7", date(2011, 2, 1)],
                    ["hilang.pdf", NIP_P, "KK", None, None],
                ]
            ),
        }
        impor = self.periksa(isi)
        self.assertEqual(
            self.status(impor),
            {"scan/0001.pdf": "siap", "scan/0002.pdf": "galat", "hilang.pdf": "galat"},
        )
        self.jalankan(impor)
        self.assertEqual(
            (self.dokumen().nomor, self.dokumen().jenis_id.kode), ("821/7", "SK_PNS")
        )

    def test_same_file_twice_in_the_zip(self):
        impor = self.periksa(
            {f"KK_{NIP_P}.pdf": pdf("x"), f"a/KK {NIP_P}.pdf": pdf("x")}
        )
        self.assertEqual(sorted(self.status(impor).values()), ["galat", "siap"])

    def test_all_or_none(self):
        isi = {f"KK_{NIP_P}.pdf": pdf("x"), "entah.pdf": pdf("y")}
        impor = self.periksa(isi, mode="semua")
        with self.assertRaisesRegex(UserError, "1 "):
            impor.action_jalankan()
        impor.mode = "baik"
        self.jalankan(impor)
        self.assertEqual(len(self.dokumen()), 1)

    def test_undone_but_for_what_was_looked_at_or_used(self):
        isi = {f"SK_{k}_{NIP_P}.pdf": pdf(k) for k in ("CPNS", "PNS", "PANGKAT")}
        impor = self.periksa(isi)
        self.jalankan(impor)
        cpns, pns = (
            self.dokumen().filtered(lambda d, k=k: d.jenis_id.kode == k)
            for k in ("SK_CPNS", "SK_PNS")
        )
        cpns._tulis_mesin({"status": "ditolak", "alasan_tolak": "buram"})
        self.contoh_riwayat("asn.riwayat.golongan", self.pegawai, dokumen_id=pns.id)
        with self.assertRaisesRegex(UserError, "why"):
            impor.action_batalkan_hasil()
        impor.alasan_tarik = "map yang salah"
        impor.action_batalkan_hasil()
        self.cron()
        self.assertEqual(impor.state, "ditarik")
        self.assertEqual((impor.jumlah_ditarik, impor.jumlah_tertinggal), (1, 2))
        self.assertEqual(self.dokumen(), cpns | pns)

    def test_verified_import_is_withdrawn_with_the_reason(self):
        impor = self.periksa({f"SK_PNS_{NIP_P}.pdf": pdf("p")}, is_sah=True)
        self.jalankan(impor)
        self.assertEqual(self.dokumen().status, "sah")
        impor.alasan_tarik = "salah"
        impor.action_batalkan_hasil()
        self.cron()
        self.assertEqual((self.dokumen().status, impor.jumlah_ditarik), ("dicabut", 1))

    def test_killed_between_turns_goes_on_without_doubles(self):
        self.patch(asn_impor_arsip_kerja, "UKURAN_GILIRAN", 2)
        jenis = ("CPNS", "PNS", "PANGKAT", "JABATAN", "KGB")
        impor = self.periksa({f"SK_{k}_{NIP_P}.pdf": pdf(k) for k in jenis})
        impor.action_jalankan()
        asli, kali = type(impor)._arsipkan_baris, []

        def mati(diri, giliran):
            asli(diri, giliran)
            kali.append(1)
            if len(kali) == 2:
                raise KeyboardInterrupt

        Baris = self.env["asn.impor.arsip.baris"].sudo()._mesin()
        with patch.object(type(impor), "_arsipkan_baris", mati):
            for _kali in range(2):
                siap = Baris.search(
                    [("impor_id", "=", impor.id), ("status", "=", "siap")], limit=2
                )
                try:
                    with self.cr.savepoint():
                        impor._arsipkan_baris(siap)
                except KeyboardInterrupt:
                    self.env.invalidate_all()
        self.assertEqual((impor.jumlah_masuk, impor.jumlah_siap), (2, 3))
        self.cron()
        self.assertEqual((impor.state, impor.jumlah_masuk), ("selesai", 5))
        self.assertEqual(len(self.dokumen()), 5)

    def test_hostile_upload_is_refused_at_once(self):
        for isi in (b"%PDF-1.7", b"", buat_zip({"__MACOSX/x": b"x"})):
            with self.subTest(isi=isi[:8]), self.assertRaises(UserError):
                impor = self.Impor.create(
                    {"file": base64.b64encode(isi), "nama_file": "x.zip"}
                )
                impor.action_periksa()

    def test_steps_cannot_be_forged_and_others_see_nothing(self):
        impor = self.periksa({f"KK_{NIP_P}.pdf": pdf("x")})
        for vals in ({"state": "selesai"}, {"baris_ids": [(5,)]}, {"pesan": "x"}):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                impor.write(vals)
        with self.assertRaises(AccessError):
            self.Impor.with_context(default_state="selesai").create({"nama_file": "x"})
        with self.assertRaises(AccessError):
            impor.baris_ids.write({"status": "masuk"})
        for peran in ("pegawai", "fasilitator", "admin_utama"):
            user = self.buat_user(f"zip_{peran}", (peran,))
            for catatan in (impor, impor.baris_ids):
                with self.subTest(peran=peran), self.assertRaises(AccessError):
                    catatan.with_user(user).read(["display_name"])
            with self.assertRaises(AccessError):
                impor.with_user(user).action_jalankan()
        self.jalankan(impor)
        with self.assertRaises(UserError):
            impor.unlink()
        with self.assertRaises(UserError):
            impor.mode = "semua"
