"""A small office with a throw-away service, and the contract of services."""

from datetime import date
from functools import cache

from odoo.addons.asn_pegawai.tests.common import PegawaiCommon
from odoo.addons.asn_surat.domain.demo_ca import DemoCA
from odoo.exceptions import UserError

from .kontrak_banyak import KontrakBanyak
from .kontrak_fakta import KontrakFakta
from .kontrak_layar import KontrakLayar
from .kontrak_tindak import KontrakTindak
from .penolakan import Penolakan

SANDI = "sandi-uji"
JENJANG = ("atasan", "fasilitator", "admin_aplikasi", "pengawas", "administrator")


@cache
def _akar(hari):
    """Return the root of the certificates of a day: its keys take long to make.

    :param hari: today, perhaps a frozen one: the certificate is valid from it on
    """
    return DemoCA.buat(bit=2048)


@cache
def _p12(hari, nama, nip):
    """Return the file of an official of the office, made once a day."""
    return _akar(hari).p12(nama, nip, SANDI)


class LayananCommon(Penolakan, PegawaiCommon):
    """Officials of every step and the service ``uji``, which nobody ships."""

    @classmethod
    def _buat_kota(cls):
        super()._buat_kota()
        cls.badan = cls.buat_unit("BKPSDM Uji", "badan", cls.kota)
        cls.jenis_surat = cls.env["asn.jenis.surat"].create(
            {
                "kode": "UJI",
                "name": "Surat Uji",
                "klasifikasi": "800.1",
                "template": "<p>Diberikan kepada {{ nama }} NIP {{ nip }}.</p>",
            }
        )
        cls.jenis_dokumen = cls.env["asn.jenis.dokumen"].create(
            {"kode": "UJI", "name": "Dokumen Uji"}
        )
        cls.jenis_arsip = cls.env["asn.jenis.dokumen"].create(
            {"kode": "UJI_SURAT", "name": "Surat Uji"}
        )
        cls._buat_orang()
        cls.layanan, cls.versi = cls.buat_layanan("uji", "Layanan Uji")
        for user in (
            cls.u["admin_aplikasi"],
            cls.u["pengawas"],
            cls.u["administrator"],
        ):
            user.layanan_ids = cls.layanan
        cls.env.flush_all()

    @classmethod
    def _buat_orang(cls):
        cls.u = {}
        cls.jab = {
            "pengawas": cls.buat_jabatan("Pengawas", "pengawas_iva", cls.badan),
            "administrator": cls.buat_jabatan(
                "Kabid Mutasi", "administrator_iiib", cls.badan
            ),
        }
        bidang, badan, pelaksana = cls.bidang_a, cls.badan, cls.jab_pelaksana
        cls.tambah_banyak(
            (
                "penandatangan",
                ("penandatangan", "pimpinan"),
                cls.dinas_a,
                cls.jab_kepala_a,
            ),
            ("atasan", ("pimpinan",), bidang, cls.jab_kabid),
            ("pegawai", (), bidang, pelaksana),
            ("pegawai2", (), bidang, pelaksana),
            ("fasilitator", ("fasilitator",), bidang, pelaksana),
            ("admin_aplikasi", ("admin_aplikasi",), badan, pelaksana),
            ("pengawas", ("validator",), badan, cls.jab["pengawas"]),
            ("administrator", ("validator",), badan, cls.jab["administrator"]),
            ("admin_sistem", ("admin_sistem",), badan, pelaksana),
            ("monev", ("monev",), badan, pelaksana),
            ("admin_utama", ("admin_utama",), badan, pelaksana),
        )
        cls.u["fasilitator"].asn_unit_ids = cls.dinas_a
        cls.ca = _akar(date.today())
        cls.env["asn.sertifikat.akar"]._muat_pem(cls.ca.pem(), "CA Uji")
        cls.beri_sertifikat("penandatangan")

    @classmethod
    def beri_sertifikat(cls, nama):
        """Give an official a certificate with the passphrase ``SANDI``."""
        pegawai = cls.u[nama].employee_id
        berkas = _p12(date.today(), pegawai.name, pegawai.nip)
        cls.env["asn.sertifikat"]._muat_p12(pegawai, berkas, sandi=SANDI)

    @classmethod
    def tambah_orang(cls, nama, groups, unit, jabatan):
        """Add a person with profile, grade and post; return the account."""
        return cls.tambah_banyak((nama, groups, unit, jabatan))

    @classmethod
    def tambah_banyak(cls, *orang):
        """Add people ``(name, roles, unit, post)`` at once; return the accounts."""
        awal = len(cls.u) + 1
        users = cls.buat_banyak_pegawai_user(
            {
                "login": f"uji_{nama}",
                "groups": groups or ("pegawai",),
                "unit": unit,
                "nama": nama.replace("2", " dua").replace("_", " ").title(),
                **cls._profil(nomor),
            }
            for nomor, (nama, groups, unit, _jabatan) in enumerate(orang, awal)
        )
        semua = [user.with_context(active_test=False).employee_ids for user in users]
        tanggal = date(2020, 4, 1)
        cls.env["asn.riwayat.golongan"]._catat(
            [cls._vals_golongan(pegawai, cls.gol_iiib, tanggal) for pegawai in semua]
        )
        cls.env["asn.riwayat.jabatan"]._catat(
            [
                cls._vals_jabatan(pegawai, jabatan, unit)
                for pegawai, (_n, _g, unit, jabatan) in zip(semua, orang, strict=True)
            ]
        )
        cls.u |= {satu[0]: user for satu, user in zip(orang, users, strict=True)}
        return users

    @classmethod
    def _profil(cls, nomor):
        """Return the profile of the person with a number in the office."""
        lahir = date(1985, 3, nomor)
        return {
            "nip": f"{lahir:%Y%m%d}201001{1 + nomor % 2}{nomor:03d}",
            "tanggal_lahir": lahir,
            "jenis_kelamin": "P" if nomor % 2 else "L",
            "status_pegawai": "pns",
            "tmt_cpns": date(2010, 1, 1),
            "kedudukan_hukum": cls.env.ref("asn_base.kedudukan_01").id,
        }

    @classmethod
    def vals_tahap(cls):
        """Return the usual chain of steps."""
        return [
            cls._tahap(
                10, "atasan", "pertimbangan", "atasan_langsung", boleh_tangguhkan=True
            ),
            cls._tahap(
                20, "fasilitator", "periksa", "peran_unit", "fasilitator", sla_hari=2
            ),
            cls._tahap(
                30, "verifikasi", "verifikasi", "peran_layanan", "admin_aplikasi"
            ),
            cls._tahap(
                40, "pengawas", "validasi", "peran_layanan", "validator", "pengawas_iva"
            ),
            cls._tahap(
                50,
                "administrator",
                "validasi",
                "peran_layanan",
                "validator",
                "administrator_iiib",
            ),
            cls._tahap(
                60, "ttd", "ttd", "penandatangan", sla_hari=2, boleh_tangguhkan=True
            ),
        ]

    @classmethod
    def _tahap(cls, urutan, kode, jenis, penentu, peran=None, jabatan=None, **nilai):
        vals = {
            "sequence": urutan,
            "kode": kode,
            "name": kode.title(),
            "jenis": jenis,
            "penentu": penentu,
            **nilai,
        }
        if peran:
            vals["group_id"] = cls.peran(peran).id
        if jabatan:
            ref = cls.env.ref(f"asn_base.jenis_jabatan_{jabatan}")
            vals["jenis_jabatan_ids"] = ref.ids
        return vals

    @classmethod
    def buat_layanan(cls, code, name, tahap=None, terbit=True, **versi):
        """Create a service with one version; return both."""
        layanan = cls.env["asn.layanan"].create({"code": code, "name": name})
        cls.env["asn.layanan.mandat"].create(
            {
                "name": "Kepala perangkat daerah",
                "layanan_id": layanan.id,
                "penandatangan_jabatan": "kepala_perangkat_daerah",
            }
        )
        nilai = {
            "layanan_id": layanan.id,
            "jenis_surat_id": cls.jenis_surat.id,
            "jenis_dokumen_arsip_id": cls.jenis_arsip.id,
            "tahap_ids": [(0, 0, t) for t in tahap or cls.vals_tahap()],
            **versi,
        }
        baru = cls.env["asn.layanan.versi"].create(nilai)
        if terbit:
            baru.action_publish()
        return layanan, baru

    # ------------------------------------------------------------------

    def sebagai(self, nama, record=None):
        """Return a record as seen by a person."""
        return (self.permohonan if record is None else record).with_user(self.u[nama])

    def buat_permohonan(self, nama="pegawai", layanan=None, **nilai):
        """Return a draft made by a person."""
        Permohonan = self.env["asn.permohonan"].with_user(self.u[nama])
        return Permohonan.create({"layanan_id": (layanan or self.layanan).id, **nilai})

    def ajukan(self, nama="pegawai", layanan=None, **nilai):
        """Return a submitted request, unrestricted."""
        permohonan = self.buat_permohonan(nama, layanan, **nilai)
        permohonan.action_submit()
        return permohonan.sudo(False).with_env(self.env)

    def setujui_sampai(self, permohonan, sampai=None):
        """Let every official approve, up to and without one of them."""
        for nama in JENJANG:
            if nama == sampai:
                return
            permohonan.with_user(self.u[nama]).action_approve()

    def terbitkan(self, permohonan):
        """Carry a submitted request to its signature."""
        self.setujui_sampai(permohonan)
        permohonan.with_user(self.u["penandatangan"]).action_sign(SANDI)

    def hasil(self, permohonan):
        """Return the results of the decisions in order."""
        return permohonan.keputusan_ids.sorted("id").mapped("hasil")


class KontrakLayanan(KontrakBanyak, KontrakFakta, KontrakLayar, KontrakTindak):
    """What every service promises; inherit with ``LayananCommon, TransactionCase``.

    Set ``kode``; give ``vals_contoh`` the values of a request that fits. Each
    person of ``LayananCommon`` gets the service. Override ``jejak`` to name the
    effects of an issue besides histories, documents and absences.
    """

    kode = None
    allow_inherited_tests_method = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.layanan = cls.env["asn.layanan"].search([("code", "=", cls.kode)])
        cls.versi = cls.layanan.versi_live_id
        for nama in ("admin_aplikasi", "pengawas", "administrator"):
            cls.u[nama].layanan_ids |= cls.layanan

    def vals_contoh(self):
        """Return the values of a request that ``pegawai`` may submit."""
        return {}

    def jejak(self, permohonan):
        """Return something that differs when an effect happens twice."""
        pegawai = permohonan.employee_id
        models = [*self.env["asn.riwayat.mixin"]._daftar_riwayat(), "asn.dokumen"]
        hitung = {
            m: self.env[m].search_count([("employee_id", "=", pegawai.id)])
            for m in models
        }
        hitung["libur"] = self.env["resource.calendar.leaves"].search_count(
            [("resource_id", "=", pegawai.resource_id.id)]
        )
        return hitung

    def contoh(self):
        """Return a submitted sample request."""
        return self.ajukan("pegawai", self.layanan, **self.vals_contoh())

    def jalankan(self, permohonan, tiap_tahap=None):
        """Carry a request to its issue by whoever may act; sign as they do."""
        for _langkah in range(30):
            tugas = permohonan.tugas_ids.filtered(lambda t: t.state == "open")[:1]
            if not tugas:
                return
            self.assertTrue(tugas.aktor_ids, f"nobody acts at {tugas.tahap_id.name}")
            aktor = tugas.aktor_ids[0]
            if tiap_tahap:
                tiap_tahap(permohonan, tugas)
            if tugas.tahap_id.jenis == "ttd":
                pegawai = aktor.employee_id
                punya = self.env["asn.sertifikat"].search_count(
                    [("employee_id", "=", pegawai.id), ("aktif", "=", True)]
                )
                if not punya:
                    self.env["asn.sertifikat"]._muat_p12(
                        pegawai,
                        self.ca.p12(pegawai.name, pegawai.nip, SANDI),
                        sandi=SANDI,
                    )
                permohonan.with_user(aktor).action_sign(SANDI)
            elif tugas.tahap_id.jenis == "eksternal":
                self.jawab_luar(permohonan.with_user(aktor))
            else:
                permohonan.with_user(aktor).action_approve()

    def jawab_luar(self, permohonan):
        """Let the other body agree today; ``permohonan`` is that of the actor."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        permohonan.action_external_sent("800/1", hari_ini, "Instansi Uji")
        permohonan.action_external_answered("J-1", hari_ini, "setuju")

    def test_code_names_one_service_in_force(self):
        self.assertEqual(len(self.layanan), 1)
        self.assertEqual(self.versi.state, "live")

    def test_steps_can_be_held_by_somebody(self):
        permohonan = self.contoh()
        for tahap in self.versi.tahap_ids._berlaku(permohonan):
            with self.subTest(tahap=tahap.name):
                aktor = self.env["asn.layanan.penentu"]._aktor(tahap, permohonan)
                self.assertTrue(aktor)
                self.assertNotIn(permohonan.pemohon_user_id, aktor)

    def test_only_actors_decide_and_the_product_is_issued(self):
        def tolak(permohonan, tugas):
            for nama in ("pegawai", "pegawai2", "monev", "admin_sistem", "admin_utama"):
                if self.u[nama] in tugas.aktor_ids:
                    continue
                with self.subTest(tahap=tugas.tahap_id.name, nama=nama):
                    with self.assertRaises(UserError):
                        permohonan.with_user(self.u[nama]).action_approve()

        permohonan = self.contoh()
        self.jalankan(permohonan, tolak)
        self.assertEqual(permohonan.state, "issued")
        self.assertFalse(permohonan.keputusan_ids._verify_chain())

    def test_issue_is_repeatable(self):
        permohonan = self.contoh()
        self.jalankan(permohonan)
        sebelum = self.jejak(permohonan)
        permohonan._handler()._on_issued(permohonan.sudo())
        self.assertEqual(self.jejak(permohonan), sebelum)

    def test_obligatory_documents_are_obligatory(self):
        pegawai = self.u["pegawai"].employee_id
        for syarat in self.versi.persyaratan_ids.filtered(
            lambda p: p.wajib == "wajib" and p._berlaku_status(pegawai)
        ):
            draf = self.buat_permohonan("pegawai", self.layanan, **self.vals_contoh())
            berkas = draf.sudo().berkas_ids.filtered(
                lambda b, s=syarat: b.persyaratan_id == s
            )
            berkas._mesin().write({"dokumen_id": False})
            berkas.persyaratan_id.invalidate_recordset()
            with self.subTest(dokumen=syarat.jenis_dokumen_id.name):
                self.assertIn(berkas, draf.sudo()._berkas_kurang())
