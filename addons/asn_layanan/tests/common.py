"""A small office with a throw-away service, and the contract of services."""

from datetime import date

from odoo.addons.asn_pegawai.tests.common import PegawaiCommon
from odoo.addons.asn_surat.domain.demo_ca import DemoCA

SANDI = "sandi-uji"
JENJANG = ("atasan", "fasilitator", "admin_aplikasi", "pengawas", "administrator")


class LayananCommon(PegawaiCommon):
    """Officials of every step and the service ``uji``, which nobody ships."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
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
        for user in (cls.u["admin_aplikasi"], cls.u["pengawas"], cls.u["administrator"]):
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
        cls.tambah_orang("penandatangan", ("penandatangan", "pimpinan"), cls.dinas_a, cls.jab_kepala_a)
        cls.tambah_orang("atasan", ("pimpinan",), cls.bidang_a, cls.jab_kabid)
        cls.tambah_orang("pegawai", (), cls.bidang_a, cls.jab_pelaksana)
        cls.tambah_orang("pegawai2", (), cls.bidang_a, cls.jab_pelaksana)
        cls.tambah_orang("fasilitator", ("fasilitator",), cls.bidang_a, cls.jab_pelaksana)
        cls.tambah_orang("admin_aplikasi", ("admin_aplikasi",), cls.badan, cls.jab_pelaksana)
        cls.tambah_orang("pengawas", ("validator",), cls.badan, cls.jab["pengawas"])
        cls.tambah_orang("administrator", ("validator",), cls.badan, cls.jab["administrator"])
        cls.tambah_orang("admin_sistem", ("admin_sistem",), cls.badan, cls.jab_pelaksana)
        cls.tambah_orang("monev", ("monev",), cls.badan, cls.jab_pelaksana)
        cls.tambah_orang("admin_utama", ("admin_utama",), cls.badan, cls.jab_pelaksana)
        cls.u["fasilitator"].asn_unit_ids = cls.dinas_a
        ca = DemoCA.buat(bit=2048)
        cls.env["asn.sertifikat.akar"]._muat_pem(ca.pem(), "CA Uji")
        cls.ca = ca
        cls.beri_sertifikat("penandatangan")

    @classmethod
    def beri_sertifikat(cls, nama):
        """Give an official a certificate with the passphrase ``SANDI``."""
        pegawai = cls.u[nama].employee_id
        cls.env["asn.sertifikat"]._muat_p12(
            pegawai, cls.ca.p12(pegawai.name, pegawai.nip, SANDI), sandi=SANDI
        )

    @classmethod
    def tambah_orang(cls, nama, groups, unit, jabatan):
        """Add a person with profile, grade and post; return the account."""
        nomor = len(cls.u) + 1
        lahir = date(1985, 3, nomor)
        pegawai = cls.orang(
            f"uji_{nama}",
            groups or ("pegawai",),
            unit=unit,
            nama=nama.replace("2", " dua").replace("_", " ").title(),
            nip=f"{lahir:%Y%m%d}201001{1 + nomor % 2}{nomor:03d}",
            tanggal_lahir=lahir,
            jenis_kelamin="P" if nomor % 2 else "L",
            status_pegawai="pns",
            tmt_cpns=date(2010, 1, 1),
            kedudukan_hukum=cls.env.ref("asn_base.kedudukan_01").id,
        )
        cls.golongan(pegawai, cls.gol_iiib, date(2020, 4, 1))
        cls.jabatan(pegawai, jabatan, unit)
        cls.u[nama] = pegawai.user_id
        return pegawai.user_id

    @classmethod
    def vals_tahap(cls):
        """Return the usual chain of steps."""
        return [
            cls._tahap(10, "atasan", "pertimbangan", "atasan_langsung", boleh_tangguhkan=True),
            cls._tahap(20, "fasilitator", "periksa", "peran_unit", "fasilitator", sla_hari=2),
            cls._tahap(30, "verifikasi", "verifikasi", "peran_layanan", "admin_aplikasi"),
            cls._tahap(40, "pengawas", "validasi", "peran_layanan", "validator", "pengawas_iva"),
            cls._tahap(
                50, "administrator", "validasi", "peran_layanan", "validator", "administrator_iiib"
            ),
            cls._tahap(60, "ttd", "ttd", "penandatangan", sla_hari=2, boleh_tangguhkan=True),
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
