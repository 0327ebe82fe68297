from dateutil.relativedelta import relativedelta
from odoo import Command, fields, models


class AsnSkenarioOrganisasi(models.AbstractModel):
    """One change of the organisation in effect, one waiting for its decision."""

    _name = "asn.skenario.organisasi"
    _description = "Demo Scenario: Organisation"

    def _muat(self, isi):
        """Store the two changes, then look for contradictions in the city."""
        unit = self.env["asn.skenario"]._peta("hr.department")
        pengguna = {
            u.login: u
            for u in self.env["res.users"].search(
                [("login", "in", ("admin_sistem", "kepala_badan"))]
            )
        }
        # What an administrator prepares is hers, so that four eyes hold.
        Perubahan = self.env["asn.perubahan.organisasi"].with_user(
            pengguna["admin_sistem"]
        )
        hari_ini = fields.Date.context_today(self)
        berlaku = Perubahan.create(self._ganti_nama(unit, hari_ini))
        berlaku.action_submit()
        berlaku.with_user(pengguna["kepala_badan"]).action_approve()
        menunggu = Perubahan.create(self._susunan_baru(unit, hari_ini))
        menunggu.action_submit()
        pegawai = self.env["hr.employee"].browse(o["id"] for o in isi["pegawai"])
        self.env["asn.anomali"]._perbarui(pegawai)

    def _ganti_nama(self, unit, hari_ini):
        awal = hari_ini.replace(month=1, day=1)
        return {
            "name": "Penyesuaian nomenklatur Dinas PUPR",
            "nomor_dasar": f"Peraturan Wali Kota Contoh Nomor 41 Tahun {awal.year - 1}",
            "tanggal_dasar": awal - relativedelta(days=20),
            "pejabat": "Wali Kota Contoh",
            "tanggal_berlaku": awal,
            "baris_ids": [
                Command.create(
                    {
                        "jenis": "ganti_nama",
                        "unit_id": unit["PUPR.BM"],
                        "nama_baru": "Bidang Bina Marga dan Jembatan",
                    }
                )
            ],
        }

    def _susunan_baru(self, unit, hari_ini):
        depan = hari_ini.replace(day=1) + relativedelta(months=2)
        ikut = self.env["hr.job"].search(
            [("department_id", "=", unit["KOMINFO.APT.PA"]), ("is_kepala", "=", False)],
            limit=1,
        )
        return {
            "name": "Susunan baru Dinas Komunikasi dan Informatika",
            "nomor_dasar": f"Peraturan Wali Kota Contoh Nomor 18 Tahun {depan.year}",
            "tanggal_dasar": hari_ini - relativedelta(days=7),
            "pejabat": "Wali Kota Contoh",
            "tanggal_berlaku": depan,
            "baris_ids": self._baris_susunan(unit, ikut),
        }

    def _baris_susunan(self, unit, ikut):
        return [
            Command.create(
                {
                    "sequence": 1,
                    "jenis": "pecah",
                    "unit_id": unit["KOMINFO.APT.PA"],
                    "nama_baru": "Seksi Keamanan Informasi",
                    "singkatan_baru": "Seksi Kaminfo",
                    "kode_baru": "KOMINFO.APT.KI",
                    "nama_kepala": "Kepala Seksi Keamanan Informasi",
                    "jabatan_pindah_ids": [Command.set(ikut.ids)],
                }
            ),
            Command.create(
                {
                    "sequence": 2,
                    "jenis": "ganti_nama",
                    "unit_id": unit["KOMINFO.IKP"],
                    "nama_baru": "Bidang Komunikasi Publik dan Statistik",
                }
            ),
            Command.create(
                {
                    "sequence": 3,
                    "jenis": "pindah",
                    "unit_id": unit["KOMINFO.APT.PA"],
                    "induk_id": unit["KOMINFO.IKP"],
                }
            ),
        ]
