from datetime import date, timedelta

from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase

from .riwayat_common import RiwayatJenisCommon


class TestRiwayatPengangkatan(RiwayatJenisCommon, TransactionCase):
    """LL-11-3-g, LL-11-3-h: appointment and contracts make the status."""

    def test_appointment_fills_the_profile(self):
        cpns = {"jenis": "cpns", "tmt": date(2010, 1, 1), "nomor_sk": "C-1"}
        self.catat("cpns.pns", **cpns, no_spmt="S-1", gaji_persen="80")
        harap = {
            "tmt_cpns": date(2010, 1, 1),
            "no_sk_cpns": "C-1",
            "no_spmt": "S-1",
            "status_pegawai": "cpns",
            "tmt_pns": False,
        }
        self.assertRecordValues(self.orang_uji, [harap])
        pns = {"jenis": "pns", "tmt": date(2011, 1, 1), "nomor_sk": "P-1"}
        self.catat("cpns.pns", **pns, no_sttpl="L-1", gaji_persen="100")
        harap |= {
            "tmt_pns": date(2011, 1, 1),
            "no_sk_pns": "P-1",
            "no_sttpl": "L-1",
            "status_pegawai": "pns",
        }
        self.assertRecordValues(self.orang_uji, [harap])

    def test_candidate_row_does_not_empty_typed_columns(self):
        self.orang_uji.write({"tmt_pns": date(2011, 1, 1), "no_sk_pns": "lama"})
        self.catat("cpns.pns", jenis="cpns", tmt=date(2010, 1, 1))
        self.assertEqual(self.orang_uji.no_sk_pns, "lama")

    def test_pns_before_cpns_and_twice_are_refused(self):
        self.catat("cpns.pns", jenis="cpns", tmt=date(2010, 1, 1))
        self.tolak("PRF-NIP-10", "cpns.pns", jenis="pns", tmt=date(2009, 12, 31))
        self.tolak("already has", "cpns.pns", jenis="cpns", tmt=date(2012, 1, 1))
        self.catat("cpns.pns", jenis="pns", tmt=date(2010, 1, 1))

    def test_future_appointment_waits_for_its_day(self):
        besok = self.hari_ini + timedelta(days=1)
        self.catat("cpns.pns", jenis="cpns", tmt=date(2024, 1, 1))
        self.catat("cpns.pns", jenis="pns", tmt=besok)
        self.assertEqual(self.orang_uji.status_pegawai, "cpns")

    def test_contracts_follow_one_another(self):
        self.catat(
            "kontrak",
            tmt=date(2020, 1, 1),
            tanggal_selesai=date(2024, 12, 31),
            no_perjanjian="K-1",
        )
        self.catat(
            "kontrak",
            jenis="perpanjangan",
            kontrak_ke=2,
            tmt=date(2025, 1, 1),
            tanggal_selesai=date(2029, 12, 31),
            nomor_sk="K-2",
        )
        self.assertRecordValues(
            self.orang_uji,
            [
                {
                    "status_pegawai": "pppk",
                    "kontrak_ke": 2,
                    "no_perjanjian": "K-2",
                    "tmt_kontrak_mulai": date(2025, 1, 1),
                    "tmt_kontrak_selesai": date(2029, 12, 31),
                }
            ],
        )

    def test_early_end_shortens_the_contract(self):
        self.catat("kontrak", tmt=date(2020, 1, 1), tanggal_selesai=date(2024, 12, 31))
        self.catat("kontrak", jenis="pengakhiran", tmt=date(2022, 3, 1))
        self.assertEqual(self.orang_uji.tmt_kontrak_selesai, date(2022, 3, 1))
        self.assertEqual(self.orang_uji.tmt_kontrak_mulai, date(2020, 1, 1))

    def test_part_time_contract_stays_part_time(self):
        self.orang_uji.status_pegawai = "pppk_paruh_waktu"
        self.catat("kontrak", tmt=date(2020, 1, 1), tanggal_selesai=date(2024, 12, 31))
        self.assertEqual(self.orang_uji.status_pegawai, "pppk_paruh_waktu")

    def test_contract_without_end_or_from_the_same_day_refused(self):
        self.tolak("last day", "kontrak", tmt=date(2020, 1, 1))
        sama = {"tmt": date(2020, 1, 1), "tanggal_selesai": date(2024, 12, 31)}
        self.catat("kontrak", **sama)
        self.tolak("already has", "kontrak", **sama)

    def test_new_number_keeps_the_person(self):
        lama, baru = "199011052020212015", "199011052023212015"
        self.catat("nip", nip=lama, tmt=date(2020, 1, 1), alasan="pengadaan")
        self.catat("nip", nip=baru, tmt=date(2023, 1, 1), alasan="seleksi_ulang")
        self.assertEqual(self.orang_uji.nip, baru)

    def test_number_belongs_to_one_person_for_ever(self):
        nip = "199011052020212015"
        lain = self.orang("jenis_nip_lain", nip="198503172010012003")
        self.catat("nip", nip=nip, tmt=date(2020, 1, 1), alasan="pengadaan")
        self.catat(
            "nip",
            nip="199011052023212015",
            tmt=date(2023, 1, 1),
            alasan="seleksi_ulang",
        )
        # Out of use, and somebody else's in use.
        self.tolak(
            "PRF-NIP-09",
            "nip",
            nip=nip,
            tmt=date(2024, 1, 1),
            alasan="pengadaan",
            employee_id=lain.id,
        )
        self.tolak(
            "PRF-NIP-09",
            "nip",
            nip="19850317 201001 2 003",
            tmt=date(2024, 1, 1),
            alasan="pengadaan",
        )

    def test_form_of_numbers(self):
        self.assertTrue(
            self.catat("nip", nip="132123456", tmt=date(1990, 1, 1), alasan="konversi")
        )
        for nip in ("13212345", "1990110520202120151", "abcdefghi"):
            with self.subTest(nip=nip):
                self.tolak(
                    "PRF-NIP-01",
                    "nip",
                    nip=nip,
                    tmt=date(2020, 1, 1),
                    alasan="pengadaan",
                )


class TestRiwayatMasaKerja(RiwayatJenisCommon, TransactionCase):
    """LL-11-3-k: earlier service is added, leave outside service is taken off."""

    def setUp(self):
        super().setUp()
        self.orang_uji.tmt_cpns = date(self.hari_ini.year - 10, 1, 1)

    def _bulan(self):
        self.orang_uji.invalidate_recordset()
        return self.orang_uji.masa_kerja_tahun * 12 + self.orang_uji.masa_kerja_bulan

    def test_earlier_service_counts_when_it_was_counted(self):
        awal = self._bulan()
        vals = {"tmt": date(2020, 1, 1), "instansi": "RS", "tahun": 2, "bulan": 5}
        self.catat("pmk", **vals, is_dinilai=False)
        self.assertEqual(self._bulan(), awal)
        self.catat("pmk", **vals)
        self.assertEqual(self._bulan(), awal + 29)

    def test_grade_row_of_another_person_refused(self):
        lain = self.orang("jenis_pmk_lain")
        baris = self.golongan(lain, self.gol_iiia, date(2015, 1, 1))
        self.tolak(
            "same employee",
            "pmk",
            tmt=date(2020, 1, 1),
            instansi="RS",
            golongan_baris_id=baris.id,
        )

    def test_leave_outside_service_is_taken_off(self):
        awal, tahun = self._bulan(), self.hari_ini.year - 5
        self.catat(
            "cltn",
            jenis="10",
            tanggal_mulai=date(tahun - 3, 1, 1),
            tanggal_selesai=date(tahun - 3, 12, 31),
        )
        self.assertEqual(self._bulan(), awal, "village heads go on counting")
        self.catat(
            "cltn", tanggal_mulai=date(tahun, 1, 1), tanggal_selesai=date(tahun, 12, 31)
        )
        self.assertEqual(self._bulan(), awal - 12)

    def test_who_came_back_early_loses_less(self):
        awal, tahun = self._bulan(), self.hari_ini.year - 5
        self.catat(
            "cltn",
            tanggal_mulai=date(tahun, 1, 1),
            tanggal_selesai=date(tahun, 12, 31),
            tanggal_aktif=date(tahun, 7, 1),
        )
        self.assertEqual(self._bulan(), awal - 6)

    def test_mkg_stops_during_it_too(self):
        tahun = self.hari_ini.year - 5
        self.golongan(self.orang_uji, self.gol_iiia, date(tahun, 1, 1), mkg_tahun=1)
        sebelum = self.orang_uji.mkg_tahun * 12 + self.orang_uji.mkg_bulan
        self.catat(
            "cltn", tanggal_mulai=date(tahun, 3, 1), tanggal_selesai=date(tahun, 8, 31)
        )
        self.orang_uji.invalidate_recordset()
        sesudah = self.orang_uji.mkg_tahun * 12 + self.orang_uji.mkg_bulan
        self.assertEqual(sebelum - sesudah, 6)


class TestRiwayatBerhenti(RiwayatJenisCommon, TransactionCase):
    """LL-13-1, LL-11-2-e: leaving, suspension and the way back."""

    def _henti(self, kode="99", jenis="1", **nilai):
        kedudukan = self.env.ref(f"asn_base.kedudukan_{kode}")
        vals = {"jenis_henti": jenis, "kedudukan_hukum_id": kedudukan.id}
        return self.catat("pemberhentian", **{"tmt": date(2024, 1, 1), **vals, **nilai})

    def test_legal_position_follows_when_the_day_has_come(self):
        self.orang_uji.kedudukan_hukum = self.env.ref("asn_base.kedudukan_01")
        self._henti(tmt=self.hari_ini + timedelta(days=1))
        self.assertEqual(self.orang_uji.kedudukan_hukum.kode, "01")
        self._henti("04", "sementara")
        self.assertEqual(self.orang_uji.kedudukan_hukum.kode, "04")
        self._henti("01", "aktif", tmt=date(2024, 6, 1))
        self.assertEqual(self.orang_uji.kedudukan_hukum.kode, "01")

    def test_void_decision_makes_active_again(self):
        baris = self._henti()
        self.assertEqual(self.orang_uji.kedudukan_hukum.kode, "99")
        baris._batalkan("Keliru")
        self.assertEqual(self.orang_uji.kedudukan_hukum.kode, "01")

    def test_position_must_fit_the_decision(self):
        for kode, jenis in (("01", "1"), ("99", "aktif")):
            with self.assertRaisesRegex(ValidationError, "does not fit"):
                self._henti(kode, jenis)

    def test_old_decree_keeps_its_words_beside_the_new_ones(self):
        """LL-11-3-i: post and unit as in the decree, also for a draft."""
        admin = self.orang("jenis_admin", ("admin_sistem",)).user_id
        Jabatan = self.env["asn.riwayat.jabatan"].with_user(admin)
        draft = Jabatan.create(
            {
                "employee_id": self.orang_uji.id,
                "jabatan_id": self.jab_kabid.id,
                "tmt": date(2020, 1, 1),
            }
        )
        self.assertRecordValues(
            draft,
            [
                {
                    "nama_jabatan": "Kepala Bidang A1",
                    "nama_unit": "Bidang A1",
                    "eselon": self.jab_kabid.jenis_jabatan_id.eselon,
                }
            ],
        )
        draft.nama_unit = "Bidang A1 (lama)"
        self.assertEqual(draft.nama_unit, "Bidang A1 (lama)")
        draft.jabatan_id = self.jab_kepala_a
        self.assertEqual(draft.nama_jabatan, "Kepala Dinas A")
        with self.assertRaises(UserError):
            self.jabatan(self.orang_uji, self.jab_kabid, self.bidang_a).write(
                {"nama_unit": "x"}
            )
