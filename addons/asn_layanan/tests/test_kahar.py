import base64
import io
from datetime import date

import openpyxl
from freezegun import freeze_time
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestKahar(LayananCommon, TransactionCase):
    """Paper requests of a force majeure are recorded afterwards (PRO-13, B18).

    Printable forms (KDR-18-1), the declaration with number and dates (KDR-18-2), and
    what was done by hand, marked and with its real dates (KDR-18-3).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.layanan_k, _versi = cls.buat_layanan(
            "kertas",
            "Kertas",
            pertanyaan_ids=[
                (0, 0, {"kode": "keperluan", "name": "Keperluan", "jenis": "teks"}),
                (0, 0, {"kode": "jumlah", "name": "Jumlah", "jenis": "bilangan"}),
            ],
        )
        cls.u["admin_aplikasi"].layanan_ids |= cls.layanan_k
        cls.kahar = (
            cls.env["asn.kahar"]
            .with_user(cls.u["admin_aplikasi"])
            .create(
                {
                    "name": "Banjir pusat data",
                    "layanan_id": cls.layanan_k.id,
                    "nomor_keputusan": "300/12/2026",
                    "tanggal_keputusan": date(2026, 2, 1),
                    "mulai": date(2026, 2, 1),
                    "selesai": date(2026, 2, 10),
                    "jumlah_formulir": 3,
                }
            )
        )

    def _tetapkan(self):
        """Let one propose and another confirm the declaration."""
        self.kahar.action_usulkan()
        self.tambah_orang("kepala", ("kepala_badan",), self.badan, self.jab_pelaksana)
        self.addCleanup(self.u.pop, "kepala")
        self.kahar.with_user(self.u["kepala"]).action_tetapkan()

    def _isi(self, *baris):
        """Upload the template, filled in with these rows."""
        self.kahar.action_templat()
        isi = base64.b64decode(self.kahar.with_context(bin_size=False).templat)
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        lembar = buku.active
        kepala = [str(s.value).strip(" *") for s in lembar[2]]
        for satu in baris:
            lembar.append([satu.get(k) for k in kepala])
        simpan = io.BytesIO()
        buku.save(simpan)
        self.kahar.write(
            {"file": base64.b64encode(simpan.getvalue()), "nama_file": "isi.xlsx"}
        )

    def _baris(self, nama="pegawai", **nilai):
        return {
            "Nomor antrean": "KH1-0001",
            "NIP": self.u[nama].employee_id.nip,
            "Tanggal diajukan": "02-02-2026",
            "Putusan (terbit/ditolak)": "terbit",
            "Tanggal putusan": date(2026, 2, 4),
            "Nomor surat": "800/1/2026",
            "Pejabat penetap": "Kepala Dinas A",
            "Keperluan": "Kredit",
            "Jumlah": "2",
            **nilai,
        }

    def test_package_prints_forms_with_queue_numbers_that_go_on(self):
        self.ajukan("pegawai2", self.layanan_k)
        self.kahar.action_paket()
        isi = base64.b64decode(self.kahar.with_context(bin_size=False).paket)
        self.assertTrue(isi.startswith(b"%PDF"))
        self.assertEqual(self.kahar.antrean_terakhir, 3)
        self.kahar.action_paket()
        self.assertEqual(self.kahar.antrean_terakhir, 6)

    def test_dry_run_records_nothing_and_the_run_keeps_the_real_dates(self):
        Permohonan = self.env["asn.permohonan"]
        awal = Permohonan.search_count([])
        self._isi(
            self._baris(),
            self._baris(
                "pegawai2",
                **{
                    "Nomor antrean": "KH1-0002",
                    "Nomor surat": "800/2/2026",
                    "Putusan (terbit/ditolak)": "Ditolak",
                },
            ),
        )
        self.kahar.action_periksa()
        self.assertEqual(self.kahar.baris_ids.mapped("state"), ["siap", "siap"])
        self.assertEqual(Permohonan.search_count([]), awal)
        with self.assertRaisesRegex(UserError, "confirmed|ditetapkan"):
            self.kahar.action_catat()
        self._tetapkan()
        self.kahar.action_catat()
        terbit, ditolak = self.kahar.sudo().baris_ids.permohonan_id.sorted("id")
        self.assertEqual((terbit.state, ditolak.state), ("done", "rejected"))
        self.assertTrue(terbit.is_manual and terbit.nomor)
        self.assertEqual(
            (terbit.tanggal_ajuan.date(), terbit.tanggal_terbit.date()),
            (date(2026, 2, 2), date(2026, 2, 4)),
        )
        self.assertGreater(terbit.create_date.date(), date(2026, 2, 4))
        self.assertEqual(terbit._jawaban()["jumlah"], 2)
        self.assertEqual(self.hasil(terbit), ["record"])
        self.assertEqual(terbit.keputusan_ids.aktor_user_id, self.u["admin_aplikasi"])
        for kata in ("300/12/2026", "800/1/2026", "2 Februari 2026"):
            self.assertIn(kata, terbit.keputusan_ids.catatan)
        self.assertFalse((terbit | ditolak).keputusan_ids._verify_chain())
        self.assertFalse(terbit.batas_waktu, "no deadline: outside the statistics")
        self._tidak_dua_kali(terbit)

    def _tidak_dua_kali(self, terbit):
        """What is recorded is not recorded again, and is told."""
        Permohonan = self.env["asn.permohonan"]
        jumlah = Permohonan.search_count([])
        self.kahar.action_catat()
        self.kahar.action_periksa()
        self.assertEqual(Permohonan.search_count([]), jumlah)
        ulang = self.kahar.baris_ids.filtered(lambda b: b.state == "galat")
        self.assertEqual(len(ulang), 2)
        self.assertIn(terbit.nomor, ulang[0].pesan)

    def test_what_is_wrong_is_told_row_by_row(self):
        with freeze_time("2026-03-02 02:00:00"):
            p = self.ajukan("pegawai2", self.layanan_k)
        p.sudo()._mesin().write({"tanggal_ajuan": "2026-02-02 03:00:00"})
        salah = {
            "NIP": ("198501012010011999", "NIP"),
            "Tanggal diajukan": ("31-01-2026", "outside|luar"),
            "Tanggal putusan": ("01-02-2026", "before|sebelum"),
            "Nomor surat": (None, "Nomor surat"),
            "Jumlah": ("banyak", "Jumlah"),
            "Putusan (terbit/ditolak)": ("entah", "Putusan"),
        }
        baris = [
            self._baris(
                **{
                    "Nomor antrean": f"KH1-1{n:03d}",
                    "Nomor surat": f"801/{n}",
                    kolom: nilai,
                }
            )
            for n, (kolom, (nilai, _kata)) in enumerate(salah.items())
        ]
        baris.append(self._baris("pegawai2", **{"Nomor surat": "802/1"}))
        baris.append(
            self._baris(**{"Nomor surat": "802/2", "Nomor antrean": "KH1-1000"})
        )
        baris.append(self._baris("admin_aplikasi", **{"Nomor surat": "802/3"}))
        self._isi(*baris)
        self.kahar.action_periksa()
        pesan = self.kahar.baris_ids.mapped("pesan")
        for satu, (_nilai, kata) in zip(pesan, salah.values(), strict=False):
            self.assertRegex(satu, kata)
        self.assertIn(p.nomor, pesan[6], "already in the system")
        self.assertRegex(pesan[7], "row|baris", "twice in the file")
        self.assertRegex(pesan[8], "own|sendiri", "nobody records for themselves")
        self.assertEqual(set(self.kahar.baris_ids.mapped("state")), {"galat"})

    def test_nobody_records_their_own_row_that_another_read(self):
        self.u["pegawai2"].write(
            {
                "group_ids": [(4, self.env.ref("asn_base.group_admin_aplikasi").id)],
                "layanan_ids": self.layanan_k.ids,
            }
        )
        self._isi(self._baris("pegawai2"))
        self._tetapkan()
        self.kahar.action_periksa()
        self.assertEqual(self.kahar.baris_ids.state, "siap")
        self.kahar.with_user(self.u["pegawai2"]).action_catat()
        self.assertEqual(self.kahar.baris_ids.state, "galat")
        self.assertFalse(self.kahar.baris_ids.permohonan_id)

    def test_nobody_confirms_the_force_majeure_that_they_proposed(self):
        self.kahar.action_usulkan()
        judul = self.env["asn.pemberitahuan"].sudo().search([], limit=1).judul
        self.assertNotIn(self.kahar.name, judul or "", "nobody else holds the service")
        for nama in ("admin_aplikasi", "pegawai", "admin_sistem", "pengawas"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.kahar.with_user(self.u[nama]).action_tetapkan()
        self.assertEqual(self.kahar.state, "diusulkan")
        for vals in (
            {"state": "berlaku"},
            {"ditetapkan_oleh_id": self.u["pegawai"].id},
            {"diusulkan_oleh_id": False},
        ):
            for konteks in ({}, {"asn_mesin": True}):
                with self.subTest(vals=vals), self.assertRaises(AccessError):
                    self.kahar.with_context(**konteks).write(vals)
        with self.assertRaises(AccessError):
            self.kahar.with_context(default_state="berlaku").create(
                self.kahar.copy_data()[0]
            )
        with self.assertRaises(UserError):
            self.kahar.unlink()

    def test_another_administrator_of_the_service_confirms(self):
        rekan = self.tambah_orang(
            "rekan", ("admin_aplikasi",), self.badan, self.jab_pelaksana
        )
        self.addCleanup(self.u.pop, "rekan")
        self.kahar.action_usulkan()
        with self.assertRaises(AccessError):
            self.kahar.with_user(rekan).action_tetapkan()  # of another service
        rekan.layanan_ids = self.layanan_k
        self.kahar.action_kembalikan()
        self.kahar.action_usulkan()
        kabar = (
            self.env["asn.pemberitahuan"]
            .sudo()
            .search([("user_id", "=", rekan.id)], limit=1)
        )
        self.assertEqual((kabar.jenis, kabar.res_id), ("tindakan", self.kahar.id))
        self.kahar.with_user(rekan).action_tetapkan()
        self.assertEqual(self.kahar.state, "berlaku")
        self.assertEqual(self.kahar.ditetapkan_oleh_id, rekan)
        self._hanya_lain_yang_mencatat(rekan)

    def _hanya_lain_yang_mencatat(self, rekan):
        """Whoever confirmed does not record; with a third person, no proposer either."""
        self._isi(self._baris())
        self.kahar.action_periksa()
        milik = self.kahar.with_user(rekan)
        self.assertFalse(milik.can_catat)
        with self.assertRaises(AccessError):
            milik.action_catat()
        self.assertEqual(self.kahar.baris_ids.state, "siap")
        kota = self.env["res.company"]._asn_utama()
        kota.asn_kahar_pencatat = "orang_ketiga"
        self.kahar.invalidate_recordset()
        self.assertFalse(self.kahar.can_catat)
        with self.assertRaises(AccessError):
            self.kahar.action_catat()
        ketiga = self.tambah_orang(
            "ketiga", ("admin_aplikasi",), self.badan, self.jab_pelaksana
        )
        self.addCleanup(self.u.pop, "ketiga")
        ketiga.layanan_ids = self.layanan_k
        self.kahar.with_user(ketiga).action_catat()
        self.assertEqual(self.kahar.baris_ids.state, "dicatat")

    def test_confirmed_declaration_changes_only_by_a_new_confirmation(self):
        self.kahar.selesai = False
        self._tetapkan()
        self.kahar.selesai = date(2026, 2, 9)  # the end is known later
        for vals in ({"mulai": "2025-01-01"}, {"selesai": "2026-12-31"}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                self.kahar.write(vals)
        self.kahar.action_kembalikan()
        self.kahar.mulai = date(2026, 2, 2)
        self.assertFalse(self.kahar.ditetapkan_oleh_id)
        with self.assertRaises(UserError):
            self.kahar.action_catat()

    def test_only_the_administrator_of_the_service_records(self):
        self._isi(self._baris())
        self._tetapkan()
        self.kahar.action_periksa()
        for nama in ("pegawai", "fasilitator", "admin_sistem", "pengawas", "kepala"):
            milik = self.kahar.with_user(self.u[nama])
            for aksi in ("action_periksa", "action_catat", "action_paket"):
                with self.subTest(nama=nama, aksi=aksi), self.assertRaises(AccessError):
                    getattr(milik, aksi)()
        self.u["admin_aplikasi"].layanan_ids -= self.layanan_k
        with self.assertRaises(AccessError):
            self.kahar.action_catat()

    def test_forged_marks_and_rows_refused(self):
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        for vals in (
            {"is_manual": True},
            {"nomor_naskah": "1"},
            {"kahar_id": self.kahar.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                Permohonan.create({"layanan_id": self.layanan_k.id, **vals})
        with self.assertRaises(AccessError):
            self.env["asn.kahar.baris"].with_user(self.u["admin_aplikasi"]).create(
                {"kahar_id": self.kahar.id, "state": "siap"}
            )
        self.kahar.write({"file": base64.b64encode(b"bukan"), "nama_file": "a.xlsx"})
        with self.assertRaises(UserError):
            self.kahar.action_periksa()
