from datetime import date

from odoo.addons.asn_base.tests.common import AsnCommon

NIP_P = "198503172010012003"
NIK_P = "1673015703850001"
#: What some riwayat need besides any value in each required field.
_CONTOH = {
    "asn.riwayat.kinerja": {"tahun": 2023, "hasil_kerja": "atas", "perilaku": "atas"},
    "asn.riwayat.penghargaan": {"tahun": 2020},
    "asn.riwayat.profesi": {"tahun": 2020},
    "asn.riwayat.keluarga": {"tanggal_nikah": date(2020, 1, 1)},
    "asn.riwayat.kontrak": {"tanggal_selesai": date(2024, 12, 31)},
    "asn.riwayat.nip": {"nip": "199001012015011001"},
    "asn.riwayat.pemberhentian": {
        "kedudukan_hukum_id": lambda env: env.ref("asn_base.kedudukan_99").id
    },
}


class PegawaiCommon(AsnCommon):
    """A small city: two services, a division, and a person per role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if "kota" not in vars(cls):  # uji_hemat lends a city that stands already
            cls._buat_kota()

    @classmethod
    def _buat_kota(cls):
        """Build the city; the names it sets on the class are the same every time."""
        cls.hari_ini = cls.env["hr.employee"]._asn_hari_ini()
        cls.kota = cls.buat_unit("Kota Uji", "pemda")
        cls.dinas_a = cls.buat_unit("Dinas A", "opd", cls.kota)
        cls.bidang_a = cls.buat_unit("Bidang A1", "bidang", cls.dinas_a)
        cls.dinas_b = cls.buat_unit("Dinas B", "opd", cls.kota)
        cls.jab_pelaksana = cls.buat_jabatan("Penelaah", "pelaksana")
        cls.jab_kepala_a = cls.buat_jabatan(
            "Kepala Dinas A", "jpt_pratama_iib", cls.dinas_a, is_kepala=True
        )
        cls.jab_kabid = cls.buat_jabatan(
            "Kepala Bidang A1", "administrator_iiib", cls.bidang_a, is_kepala=True
        )
        cls.gol_iiia = cls.env.ref("asn_base.golongan_pns_iii_a")
        cls.gol_iiib = cls.env.ref("asn_base.golongan_pns_iii_b")
        cls.gol_iva = cls.env.ref("asn_base.golongan_pns_iv_a")

    @classmethod
    def orang(cls, login, groups=("pegawai",), unit=None, **nilai):
        """Create an account with its profile; return the employee."""
        user = cls.buat_pegawai_user(login, groups, unit=unit, **nilai)
        return user.with_context(active_test=False).employee_ids

    @classmethod
    def golongan(cls, pegawai, golongan, tmt, tanggal_sk=None, **nilai):
        """Record a valid grade."""
        vals = cls._vals_golongan(pegawai, golongan, tmt, tanggal_sk, **nilai)
        return cls.env["asn.riwayat.golongan"]._catat([vals])

    @classmethod
    def _vals_golongan(cls, pegawai, golongan, tmt, tanggal_sk=None, **nilai):
        return {
            "employee_id": pegawai.id,
            "golongan_id": golongan.id,
            "tmt": tmt,
            "nomor_sk": nilai.pop("nomor_sk", f"SK-{tmt}"),
            "tanggal_sk": tanggal_sk or tmt,
            **nilai,
        }

    @classmethod
    def jabatan(cls, pegawai, jabatan, unit, tmt=date(2020, 1, 1), **nilai):
        """Record a valid post."""
        vals = cls._vals_jabatan(pegawai, jabatan, unit, tmt, **nilai)
        return cls.env["asn.riwayat.jabatan"]._catat([vals])

    @classmethod
    def _vals_jabatan(cls, pegawai, jabatan, unit, tmt=date(2020, 1, 1), **nilai):
        return {
            "employee_id": pegawai.id,
            "jabatan_id": jabatan.id,
            "unit_id": unit.id,
            "tmt": tmt,
            "nomor_sk": f"JAB-{tmt}",
            "tanggal_sk": tmt,
            **nilai,
        }

    @classmethod
    def contoh_riwayat(cls, model, pegawai, **nilai):
        """Record a valid row of any riwayat with something in what is required."""
        Model = cls.env[model]
        vals = {"employee_id": pegawai.id, "tmt": date(2020, 1, 1)}
        for nama, field in Model._fields.items():
            if nama in vals or not field.store:
                continue
            if field.required and field.default is None:
                vals[nama] = cls._nilai_contoh(field)
        vals |= {
            nama: isi(cls.env) if callable(isi) else isi
            for nama, isi in _CONTOH.get(model, {}).items()
        }
        return Model._catat([{**vals, **nilai}], proyeksi=False)

    @classmethod
    def _nilai_contoh(cls, field):
        if field.type == "many2one":
            Tujuan = cls.env[field.comodel_name]
            return Tujuan.search([], limit=1).id
        if field.type == "selection":
            return field.get_values(cls.env)[0]
        return {
            "date": date(2020, 1, 1),
            "integer": 1,
            "float": 1.0,
        }.get(field.type, "Contoh")
