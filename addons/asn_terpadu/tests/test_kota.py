import datetime

from odoo.addons.asn_base.domain import nik, nip
from odoo.tests import BaseCase, tagged

from ..skenario import cerita, karier, kota, prestasi

_HARI = datetime.date(2026, 11, 22)
_TABEL = {
    "pns": {kode: {0: 2_000_000, 2: 2_100_000, 10: 2_500_000} for kode in karier.PNS},
    "pppk": {kode: {0: 2_500_000, 2: 2_600_000} for kode in ("V", "VII", "IX", "X")},
}


@tagged("post_install", "-at_install")
class TestKota(BaseCase):
    """The invented people agree with the rules of the dossier, all of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kota = kota.bangun(_HARI, _TABEL)
        cls.pegawai = cls.kota["pegawai"]
        cls.asn = [orang for orang in cls.pegawai if orang["status_pegawai"]]

    def test_same_seed_gives_same_city(self):
        self.assertEqual(self.kota, kota.bangun(_HARI, _TABEL))
        self.assertNotEqual(self.kota, kota.bangun(_HARI, _TABEL, seed=2))

    def test_city_stays_consistent_on_any_day(self):
        for tahun, bulan in ((2026, 1), (2027, 2), (2028, 12), (2031, 6)):
            isi = kota.bangun(datetime.date(tahun, bulan, 28), _TABEL)
            for orang in isi["pegawai"]:
                self._periksa_nip(orang)

    def _periksa_nip(self, orang):
        if not orang["status_pegawai"]:
            self.assertFalse(orang["nip"])
            return
        masalah = nip.problems(
            orang["nip"],
            tanggal_lahir=orang["tanggal_lahir"],
            jenis_kelamin=orang["jenis_kelamin"],
            tmt_cpns=orang.get("tmt_cpns"),
            tmt_pppk=orang.get("tmt_kontrak_mulai"),
            status_pegawai=orang["status_pegawai"],
        )
        self.assertEqual(list(masalah), [], orang["kode"])

    def test_numbers_are_right_and_unique(self):
        for orang in self.pegawai:
            self._periksa_nip(orang)
            masalah = nik.problems(
                orang["nik"], orang["tanggal_lahir"], orang["jenis_kelamin"]
            )
            self.assertFalse([m for m in masalah if m[1] == "E"], orang["kode"])
        for kolom in ("nik", "nama", "email_dinas"):
            nilai = [orang[kolom] for orang in self.pegawai]
            self.assertEqual(len(nilai), len(set(nilai)), kolom)
        nomor = [orang["nip"] for orang in self.asn]
        self.assertEqual(len(nomor), len(set(nomor)))

    def test_careers_rise_and_fit_age(self):
        urutan = {kode: n for n, kode in enumerate(karier.PNS)}
        for orang in self.asn:
            rwg = orang["riwayat_golongan"]
            umur_masuk = rwg[0]["tmt"].year - orang["tanggal_lahir"].year
            self.assertTrue(18 <= umur_masuk <= 36, (orang["kode"], umur_masuk))
            self.assertLess(_HARI.year - orang["tanggal_lahir"].year, 60)
            self.assertLessEqual(rwg[-1]["tmt"], _HARI)
            if orang["status_pegawai"] != "pppk":
                self.assertEqual(rwg[0]["tmt"], orang["tmt_cpns"])
                kode = [urutan[baris["golongan"]] for baris in rwg]
                self.assertEqual(kode, sorted(set(kode)), orang["kode"])
            for lama, baru in zip(rwg, rwg[1:], strict=False):
                jarak = karier.selisih_bulan(lama["tmt"], baru["tmt"])
                self.assertGreaterEqual(jarak, 24, orang["kode"])

    def test_riwayat_rows_are_ordered_and_past(self):
        for orang in self.asn:
            for jenis in ("golongan", "gaji", "jabatan"):
                tmt = [baris["tmt"] for baris in orang[f"riwayat_{jenis}"]]
                self.assertTrue(tmt, (orang["kode"], jenis))
                self.assertEqual(tmt, sorted(set(tmt)), (orang["kode"], jenis))
                self.assertLessEqual(tmt[-1], _HARI)
            lulus = [b["tanggal_lulus"] for b in orang["riwayat_pendidikan"]]
            self.assertEqual(lulus, sorted(lulus), orang["kode"])
            self.assertLess(lulus[-1], _HARI, orang["kode"])

    def test_every_unit_has_a_head_and_every_story_a_person(self):
        kepala = {j["unit"] for j in self.kota["jabatan"] if j["kepala"]}
        self.assertEqual(kepala, {unit["kode"] for unit in self.kota["unit"]})
        kode = {orang["kode"] for orang in self.pegawai}
        self.assertLessEqual({baris[0] for baris in cerita.PERMOHONAN}, kode)

    def test_achievements_lie_within_the_career(self):
        """LL-11-2-b, -c, -d: everybody has a history to show, and a plausible one."""
        semua = prestasi.susun(self.kota, _HARI)
        self.assertEqual(semua, prestasi.susun(self.kota, _HARI))
        for jenis, baris in semua.items():
            nomor = [satu["nomor_sk"] for satu in baris]
            self.assertEqual(len(nomor), len(set(nomor)), jenis)
            for satu in baris:
                mulai = satu["orang"]["riwayat_golongan"][0]["tmt"]
                for kolom, hari in satu.items():
                    if isinstance(hari, datetime.date) and kolom != "berlaku_sampai":
                        self.assertLessEqual(hari, _HARI, (jenis, satu["nomor_sk"]))
                        if jenis != "profesi":
                            self.assertGreaterEqual(hari.year, mulai.year, jenis)

    def test_every_finished_year_is_assessed(self):
        """PRF-K-13: a predicate for each finished whole year; one year of one lacks."""
        tahun = {}
        for satu in prestasi.susun(self.kota, _HARI)["kinerja"]:
            if satu["jenis"] != "periodik":
                tahun.setdefault(satu["orang"]["kode"], []).append(satu["tahun"])
        for orang in self.asn:
            tmt = orang["riwayat_golongan"][0]["tmt"]
            mulai = tmt.year if (tmt.month, tmt.day) == (1, 1) else tmt.year + 1
            harap = list(range(max(2014, mulai), _HARI.year))
            if orang["kode"] == prestasi.LUPA_SKP:
                harap.remove(_HARI.year - 3)
            self.assertEqual(tahun.get(orang["kode"], []), harap, orang["kode"])

    def test_somebody_is_due_in_any_month(self):
        """Increments and medals are filed in every state, whatever the day is."""
        for maju in range(12):
            hari = karier.bulan(_HARI, maju)
            isi = kota.bangun(hari, _TABEL)
            pns = [o for o in isi["pegawai"] if o["status_pegawai"] == "pns"]
            nanti = karier.bulan(hari.replace(day=1), 2).month
            gaji = [o for o in pns if o["tmt_cpns"].month == nanti]
            self.assertGreaterEqual(len(gaji), 15, hari)
            punya = {
                (b["orang"]["kode"], b["jenis"])
                for b in prestasi.susun(isi, hari)["penghargaan"]
            }
            tanda = [
                o["kode"]
                for o in pns
                if (masa := karier.selisih_bulan(o["tmt_cpns"], hari) // 120) >= 1
                and (o["kode"], f"SLKS_{'X' * min(masa, 3)}") not in punya
            ]
            self.assertGreaterEqual(len(tanda), 14, hari)
