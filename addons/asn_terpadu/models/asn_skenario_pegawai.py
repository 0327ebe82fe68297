from odoo import models

#: Keys of a generated person that are columns of hr.employee as they are.
_LANGSUNG = (
    "nip nik npwp no_kk gelar_depan gelar_belakang status_pegawai jenis_kelamin "
    "tempat_lahir tanggal_lahir status_perkawinan golongan_darah no_hp "
    "no_bpjs_kesehatan email_pribadi alamat_domisili alamat_ktp rt rw kelurahan "
    "kecamatan kota kode_pos tmt_cpns no_sk_cpns tgl_sk_cpns tmt_pns no_sk_pns "
    "tgl_sk_pns no_karpeg no_taspen tgl_taspen no_perjanjian tgl_perjanjian kontrak_ke "
    "tmt_kontrak_mulai tmt_kontrak_selesai"
).split()


class AsnSkenarioPegawai(models.AbstractModel):
    """Stores the people of the scenario and their riwayat."""

    _name = "asn.skenario.pegawai"
    _description = "Demo Scenario: People"

    def _muat(self, isi):
        """Create the people through the import's fast path.

        Adds ``id`` to each person of ``isi``.
        """
        rujukan = self._rujukan()
        pegawai = self.env["hr.employee"]._asn_create_bulk(
            [self._nilai(orang, rujukan) for orang in isi["pegawai"]]
        )
        for orang, rekam in zip(isi["pegawai"], pegawai, strict=True):
            orang["id"] = rekam.id
        for jenis in ("golongan", "jabatan", "pendidikan", "gaji"):
            ubah = getattr(self, f"_baris_{jenis}")
            self.env[f"asn.riwayat.{jenis}"]._catat(
                [
                    {"employee_id": orang["id"], "sumber": "impor"}
                    | ubah(baris, orang, rujukan)
                    for orang in isi["pegawai"]
                    for baris in orang[f"riwayat_{jenis}"]
                ]
            )
        # Heads first: a superior is found by who heads the unit.
        pegawai._project_riwayat()
        pegawai._project_riwayat()

    def _rujukan(self):
        skenario = self.env["asn.skenario"]
        return {
            "unit": skenario._peta("hr.department"),
            "jabatan": skenario._peta("hr.job"),
            "agama": skenario._peta("asn.agama"),
            "pendidikan": skenario._peta("asn.pendidikan"),
            "pns": skenario._peta("asn.golongan", [("jenis", "=", "pns")]),
            "pppk": skenario._peta("asn.golongan", [("jenis", "=", "pppk")]),
            "aktif": self.env.ref("asn_base.kedudukan_01").id,
        }

    def _nilai(self, orang, rujukan):
        nilai = {nama: orang[nama] for nama in _LANGSUNG if nama in orang}
        return nilai | {
            "name": orang["nama"],
            "work_email": orang["email_dinas"],
            "agama": rujukan["agama"][orang["agama"]],
            "kedudukan_hukum": rujukan["aktif"],
            "unit_id": rujukan["unit"][orang["unit"]],
            "jabatan_id": rujukan["jabatan"][orang["jabatan"]],
        }

    def _sk(self, baris):
        return {
            "tmt": baris["tmt"],
            "nomor_sk": baris["nomor_sk"],
            "tanggal_sk": baris["tanggal_sk"],
            "pejabat": baris["pejabat"],
        }

    def _golongan(self, baris, orang, rujukan):
        jenis = "pppk" if orang["status_pegawai"] == "pppk" else "pns"
        return rujukan[jenis][baris["golongan"]]

    def _baris_golongan(self, baris, orang, rujukan):
        return self._sk(baris) | {
            "golongan_id": self._golongan(baris, orang, rujukan),
            "mkg_tahun": baris["mkg_tahun"],
            "mkg_bulan": baris["mkg_bulan"],
        }

    def _baris_gaji(self, baris, orang, rujukan):
        return self._sk(baris) | {
            "golongan_id": self._golongan(baris, orang, rujukan),
            "mkg_tahun": baris["mkg_tahun"],
            "gaji_pokok": baris["gaji_pokok"],
        }

    def _baris_jabatan(self, baris, orang, rujukan):
        return self._sk(baris) | {
            "jabatan_id": rujukan["jabatan"][baris["jabatan"]],
            "unit_id": rujukan["unit"][baris["unit"]],
            "jenis_penugasan": "definitif",
            "tmt_pelantikan": baris["tmt"],
            "tmt_selesai": baris["tmt_selesai"],
        }

    def _baris_pendidikan(self, baris, orang, rujukan):
        return {
            "tmt": baris["tanggal_lulus"],
            "pendidikan_id": rujukan["pendidikan"][baris["pendidikan"]],
            "program": baris["program"],
            "sekolah": baris["sekolah"],
            "nomor_ijazah": baris["nomor_ijazah"],
            "tanggal_lulus": baris["tanggal_lulus"],
            "tahun_lulus": baris["tanggal_lulus"].year,
            "gelar_depan": baris["gelar_depan"],
            "gelar_belakang": baris["gelar_belakang"],
        }
