from odoo import fields, models
from odoo.addons.asn_pegawai.domain import kinerja

from ..skenario import prestasi


class AsnSkenarioPrestasi(models.AbstractModel):
    """Stores what the people of the scenario learned and achieved."""

    _name = "asn.skenario.prestasi"
    _description = "Demo Scenario: Achievements"

    def _muat(self, isi):
        """Record training, competence, performance and awards of everybody.

        :param isi: the city, with the ``id`` of each person
        """
        hari_ini = fields.Date.context_today(self)
        rujukan = self._rujukan()
        for jenis, baris in prestasi.susun(isi, hari_ini).items():
            ubah = getattr(self, f"_baris_{jenis.replace('.', '_')}", None)
            self.env[f"asn.riwayat.{jenis}"]._catat(
                [self._nilai(satu, ubah, rujukan) for satu in baris], proyeksi=False
            )

    def _rujukan(self):
        peta = self.env["asn.skenario"]._peta
        return {
            "diklat": peta("asn.jenis.diklat"),
            "penghargaan": peta("asn.jenis.penghargaan"),
            "kompetensi": peta("asn.kompetensi"),
            "predikat": peta("asn.predikat.kinerja"),
            "jabatan": peta("hr.job"),
            "unit": {
                u.kode: u.name
                for u in self.env["hr.department"].search([("kode", "!=", False)])
            },
        }

    def _nilai(self, satu, ubah, rujukan):
        nilai = {
            "employee_id": satu["orang"]["id"],
            "sumber": "impor",
            "pejabat": "Kepala BKPSDM Kota Contoh",
        }
        nilai |= {k: v for k, v in satu.items() if k not in ("orang", "jenis")}
        return ubah(nilai, satu, rujukan) if ubah else nilai

    def _baris_diklat(self, nilai, satu, rujukan):
        return nilai | {
            "jenis_diklat_id": rujukan["diklat"][satu["jenis"]],
            "tanggal_sk": satu["tanggal_selesai"],
        }

    def _baris_kompetensi(self, nilai, satu, rujukan):
        kode = nilai.pop("kompetensi")
        return nilai | {
            "kompetensi_id": rujukan["kompetensi"][kode],
            "tanggal_sk": satu["tanggal_asesmen"],
        }

    def _baris_kinerja(self, nilai, satu, rujukan):
        unit = rujukan["unit"].get(nilai.get("penilai_unit"))
        return nilai | {"jenis": satu["jenis"], "penilai_unit": unit}

    def _baris_angka_kredit(self, nilai, satu, rujukan):
        dasar = nilai.pop("kinerja")
        nilai |= {
            "jenis": satu["jenis"],
            "jabatan_id": rujukan["jabatan"][satu["orang"]["jabatan"]],
        }
        if dasar and satu["jenis"] == "konversi":
            kode = kinerja.predikat(dasar["hasil_kerja"], dasar["perilaku"])
            nilai["predikat_id"] = rujukan["predikat"][kode]
        return nilai

    def _baris_penghargaan(self, nilai, satu, rujukan):
        return nilai | {"jenis_penghargaan_id": rujukan["penghargaan"][satu["jenis"]]}
