from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon

#: Confidential columns of every kind, with what stands in them.
ISI = {
    "gaji_pokok": 4_100_000,
    "nik": "1673015703850001",
    "alamat_domisili": "Jalan Melati 5",
    "no_hp": "+6281234567890",
    "golongan_darah": "AB",
    "tinggi": 171,
}


@tagged("post_install", "-at_install")
class TestRahasia(LayananCommon, TransactionCase):
    """Who serves a request reads the applicant's profile without class rahasia.

    UU 27/2022 Pasal 16 (2), 20: no more data than the purpose needs. The figures that
    a service needs stand in its request.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pemohon = cls.u["pegawai"].employee_id
        cls.rekan = cls.u["pegawai2"].employee_id
        cls.petugas = cls.u["admin_aplikasi"].employee_id
        cls.pemohon.write(ISI)
        (cls.rekan | cls.petugas).gaji_pokok = ISI["gaji_pokok"]

    def setUp(self):
        super().setUp()
        self.p = self.ajukan()
        self.env.flush_all()
        self.env.invalidate_all()

    def sebagai_orang(self, nama, orang=None):
        return (orang or self.pemohon).with_user(self.u[nama])

    def test_officials_read_the_profile_and_nothing_confidential(self):
        """F79, LL-30-2-a: by each way values leave, beside a fasilitator who reads them."""
        medan = [*ISI, "nip"]
        spek = dict.fromkeys(medan, {})
        for nama in ("admin_aplikasi", "pengawas"):
            satu = self.sebagai_orang(nama)
            jawab = [
                satu.read(medan)[0],
                satu.web_read(spek)[0],
                satu.search_read([("id", "=", satu.id)], medan)[0],
                satu.web_search_read([("id", "=", satu.id)], spek)["records"][0],
                self.p.with_user(self.u[nama]).web_read(
                    {"employee_id": {"fields": spek}}
                )[0]["employee_id"],
            ]
            for baris in jawab:
                self.assertEqual(baris["nip"], self.pemohon.nip)
                self.assertEqual({k: baris[k] for k in ISI}, dict.fromkeys(ISI, False))
            self.assertFalse(satu.rahasia_terbuka)
            self.assertIsNone(satu.get_mutu())
            self.assertNotIn("kgb", [p["key"] for p in satu._daftar_peristiwa()])
        for nama in ("fasilitator", "atasan", "pegawai", "admin_sistem"):
            with self.subTest(nama=nama):
                satu = self.sebagai_orang(nama)
                self.assertTrue(satu.rahasia_terbuka)
                self.assertEqual(
                    satu.read(medan)[0], {"id": satu.id, "nip": satu.nip, **ISI}
                )

    def test_own_columns_stay_open_in_the_same_answer(self):
        """One list: the official's own row is whole, the applicant's is not."""
        dua = (self.pemohon | self.petugas).with_user(self.u["admin_aplikasi"])
        pemohon, petugas = (satu["gaji_pokok"] for satu in dua.read(["gaji_pokok"]))
        self.assertEqual((pemohon, petugas), (False, ISI["gaji_pokok"]))

    def test_no_condition_order_or_group_tells_a_confidential_value(self):
        """Conditions answer as if nothing were recorded: nothing to bisect."""
        semua = self.env["hr.employee"].with_user(self.u["admin_aplikasi"])
        orang = ("id", "=", self.pemohon.id)
        self.assertTrue(semua.search([orang]))
        Permohonan = self.env["asn.permohonan"].with_user(semua.env.user)
        lewat = [("id", "=", self.p.id)]
        for medan, isi in ISI.items():
            lain = "A" if isinstance(isi, str) else 1
            pasangan = [
                ((medan, "=", isi), (medan, "=", lain)),
                ((medan, "in", [isi]), (medan, "in", [lain])),
                ((medan, "!=", lain), (medan, "!=", isi)),
                ((medan, "!=", False), (medan, "=", lain)),
            ]
            if isinstance(isi, int):
                pasangan += [
                    ((medan, ">=", isi), (medan, ">", isi)),
                    ((medan, "<", isi), (medan, "<=", isi)),
                ]
            for benar, salah in pasangan:
                with self.subTest(benar=benar):
                    self.assertEqual(
                        semua.search_count([orang, benar]),
                        semua.search_count([orang, salah]),
                    )
                    self.assertEqual(
                        *(
                            Permohonan.search_count(
                                [*lewat, (f"employee_id.{m}", o, n)]
                            )
                            for m, o, n in (benar, salah)
                        )
                    )

    def test_groups_and_sums_count_no_confidential_value(self):
        """An applicant alone in her group would be told by its sum."""
        semua = self.env["hr.employee"].with_user(self.u["admin_aplikasi"])
        orang = ("id", "=", self.pemohon.id)
        kelompok = semua.formatted_read_group(
            [orang], ["gaji_pokok"], ["gaji_pokok:sum", "tinggi:max", "__count"]
        )
        self.assertEqual(
            [(k["gaji_pokok"], k["gaji_pokok:sum"] or 0) for k in kelompok],
            [(False, 0)],
        )
        self.assertFalse(kelompok[0]["tinggi:max"])

    def test_order_by_a_confidential_column_ranks_nobody(self):
        """Two applicants: the dearer one stands nowhere in particular."""
        self.ajukan("pegawai2")
        semua = self.env["hr.employee"].with_user(self.u["admin_aplikasi"])
        dua = [("id", "in", (self.pemohon | self.rekan).ids)]
        urut = []
        for gaji in (1_000_000, 9_000_000):
            self.rekan.gaji_pokok = gaji
            urut.append(semua.search(dua, order="gaji_pokok, id").ids)
        self.assertEqual(*urut)

    def test_export_of_confidential_columns_is_refused_with_the_reason(self):
        """Refused, not empty: a file with gaps would look like an answer."""
        petugas = self.u["admin_aplikasi"]
        satu = self.sebagai_orang("admin_aplikasi")
        self.assertEqual(satu._export_rows([["nip"]]), [[self.pemohon.nip]])
        with self.assertRaisesRegex(AccessError, "NIK"):
            satu._export_rows([["nip"], ["nik"]])
        permohonan = self.p.with_user(petugas)
        with self.assertRaisesRegex(AccessError, "Basic Pay"):
            permohonan._export_rows([["employee_id", "gaji_pokok"]])
        with self.assertRaises(AccessError):
            satu.export_data(["nik"])

    def test_server_code_reads_on_after_an_official_did(self):
        """The cache of a transaction holds what is recorded, not what was answered."""
        satu = self.sebagai_orang("admin_aplikasi")
        self.env.invalidate_all()
        self.assertFalse(satu.read(["gaji_pokok"])[0]["gaji_pokok"])
        self.assertEqual(self.pemohon.gaji_pokok, ISI["gaji_pokok"])
        self.env.invalidate_all()
        semua = satu.search([("id", "=", satu.id), ("gaji_pokok", "=", 0)])
        self.assertEqual(semua.sudo().gaji_pokok, ISI["gaji_pokok"])

    def test_a_second_role_opens_its_own_rows_only(self):
        """An official who is also a fasilitator: her unit yes, other applicants no."""
        petugas = self.u["admin_aplikasi"]
        satu = self.sebagai_orang("admin_aplikasi")
        petugas.group_ids |= self.env.ref("asn_base.group_fasilitator")
        petugas.asn_unit_ids = self.dinas_b
        self.assertFalse(satu.read(["nik"])[0]["nik"])
        petugas.asn_unit_ids = self.dinas_a
        self.assertEqual(satu.read(["nik"])[0]["nik"], ISI["nik"])
        self.assertEqual(satu.search_count([("nik", "=", ISI["nik"])]), 1)
        petugas.asn_unit_ids = False
        self.assertFalse(satu.read(["nik"])[0]["nik"])
