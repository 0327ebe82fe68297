from datetime import date

from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestMandat(CutiCommon, TransactionCase):
    """Who signs leave, by penandatangan_default.csv; four eyes included."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.setda = cls.buat_unit("Sekretariat Daerah", "sekretariat", cls.kota)
        cls.setda.eselon = "II.a"
        cls.setwan = cls.buat_unit("Sekretariat DPRD", "sekretariat", cls.kota)
        cls.setwan.eselon = "II.b"
        cls.sekolah = cls.buat_unit("SMP Uji", "sekolah", cls.dinas_a)
        cls.walikota = cls.kepala("wali_kota", cls.kota, "jpt_madya_ia")
        cls.sekda = cls.kepala("sekda", cls.setda, "jpt_pratama_iia")
        cls.sekwan = cls.kepala("sekwan", cls.setwan, "jpt_pratama_iib")
        cls.kepsek = cls.kepala("kepsek", cls.sekolah, "jf_ahli_muda")
        cls.u["kepala"] = cls.u["penandatangan"]

    @classmethod
    def kepala(cls, nama, unit, jenis):
        jabatan = cls.buat_jabatan(f"Kepala {unit.name}", jenis, unit, is_kepala=True)
        return cls.tambah_orang(nama, ("pimpinan", "penandatangan"), unit, jabatan)

    def penandatangan(self, nama, **nilai):
        """Return who would sign for a person, without running the steps."""
        draf = self.draf_cuti(nama, **nilai).sudo().with_env(self.env(su=True))
        ttd = draf.versi_id.tahap_ids.filtered(lambda t: t.jenis == "ttd")
        return self.env["asn.layanan.penentu"]._aktor(ttd, draf)

    def test_staff_by_the_head_of_the_regional_body(self):
        """KDR-11-2: who signs depends on the product and the employee."""
        self.assertEqual(self.penandatangan("pegawai"), self.u["penandatangan"])

    def test_administrator_by_the_regional_secretary(self):
        self.assertEqual(self.penandatangan("atasan"), self.sekda)

    def test_senior_leader_by_the_mayor(self):
        self.assertEqual(self.penandatangan("penandatangan"), self.walikota)
        self.assertEqual(self.penandatangan("sekwan"), self.walikota)

    def test_school_by_its_head(self):
        guru = self.tambah_orang("guru", (), self.sekolah, self.jab_pelaksana)
        self.assertEqual(guru.employee_id.unit_id, self.sekolah)
        self.assertEqual(self.penandatangan("guru"), self.kepsek)

    def test_head_of_school_by_the_next_level(self):
        self.assertEqual(self.penandatangan("kepsek"), self.u["penandatangan"])

    def test_cuti_04_abroad_by_the_mayor(self):
        negara = self.env.ref("base.sa").id
        self.assertEqual(
            self.penandatangan("pegawai", di_luar_negeri=True, negara_tujuan_id=negara),
            self.walikota,
        )

    def test_pro_10_head_who_gave_the_consideration_does_not_sign(self):
        guru = self.tambah_orang("guru2", (), self.sekolah, self.jab_pelaksana)
        self.env["hr.employee"]._project_riwayat()
        self.assertEqual(guru.employee_id.parent_id, self.kepsek.employee_id)
        p = self.ajukan_cuti("guru2")
        self.assertEqual(p.tugas_ids.aktor_ids, self.kepsek)
        self.sebagai("kepsek", p).action_approve()
        ttd = p.versi_id.tahap_ids.filtered(lambda t: t.jenis == "ttd")
        aktor = self.env["asn.layanan.penentu"]._aktor(ttd, p.sudo())
        self.assertEqual(aktor, self.u["penandatangan"])

    def test_mandate_ends_by_date(self):
        mandat = self.env.ref("asn_layanan_standar.mandat_cuti_administrator")
        mandat.berlaku_sampai = date(2026, 2, 28)
        self.assertEqual(self.penandatangan("atasan"), self.u["penandatangan"])
