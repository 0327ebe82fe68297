from odoo import fields, models

from ..skenario import keluarga


class AsnSkenarioKeluarga(models.AbstractModel):
    """Stores families, appointments and other events of the people."""

    _name = "asn.skenario.keluarga"
    _description = "Demo Scenario: Families and Events"

    def _muat(self, isi):
        """Record the rows; what is projected equals what the people have.

        :param isi: the city, with the ``id`` of each person
        """
        hukuman = {h.kode: h.id for h in self.env["asn.jenis.hukuman"].search([])}
        nama = {j["kode"]: j["nama"] for j in isi["jabatan"]}
        for orang in isi["pegawai"]:
            orang["jabatan_nama"] = nama[orang["jabatan"]]
        semua = keluarga.susun(isi, fields.Date.context_today(self))
        for jenis, baris in semua.items():
            self.env[f"asn.riwayat.{jenis}"]._catat(
                [self._nilai(satu, hukuman) for satu in baris], proyeksi=False
            )
        pegawai = self.env["hr.employee"].browse(o["id"] for o in isi["pegawai"])
        pegawai._project_riwayat(["cpns_pns", "kontrak", "nip"])
        self._hubungkan_orang_tua()
        # One who forgot to report the marriage, for the list of anomalies.
        lupa = [o for o in isi["pegawai"] if o["status_perkawinan"] == "menikah"][-1]
        self.env["hr.employee"].browse(lupa["id"]).status_perkawinan = "belum_kawin"

    def _nilai(self, satu, hukuman):
        nilai = {k: v for k, v in satu.items() if k not in ("orang", "jenis_hukuman")}
        if "jenis_hukuman" in satu:
            nilai["jenis_hukuman_id"] = hukuman[satu["jenis_hukuman"]]
        return {
            "employee_id": satu["orang"]["id"],
            "sumber": "impor",
            "pejabat": "Wali Kota Contoh",
            **nilai,
        }

    def _hubungkan_orang_tua(self):
        """Name the marriage that each child comes from, in one statement."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            UPDATE asn_riwayat_keluarga anak SET pasangan_id = nikah.id
              FROM asn_riwayat_keluarga nikah
             WHERE anak.hubungan = 'anak' AND nikah.hubungan = 'pasangan'
               AND nikah.employee_id = anak.employee_id
            """
        )
        self.env["asn.riwayat.keluarga"].invalidate_model(["pasangan_id"], flush=False)
