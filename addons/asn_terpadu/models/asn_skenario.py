import datetime
import logging
from time import monotonic

from odoo import api, fields, models

from ..skenario import kota

_logger = logging.getLogger(__name__)
_TANDA = "asn_terpadu.skenario"


class AsnSkenario(models.AbstractModel):
    """Loads the demo city of design section 15 into an empty database.

    Nothing here can be called over RPC: all methods are private.
    """

    _name = "asn.skenario"
    _description = "Demo Scenario"

    @api.model
    def _muat(self):
        """Store Kota Contoh; a second call changes nothing.

        :return: ``True``
        """
        Parameter = self.env["ir.config_parameter"]
        if Parameter.get_param(_TANDA):
            return True
        # One password for everybody: said in the settings, refused by real cities.
        Parameter.set_param("asn_masuk.longgar_demo", "1")
        self = self.with_context(lang="id_ID", tracking_disable=True)
        hari_ini = fields.Date.context_today(self)
        isi = kota.bangun(hari_ini, self._tabel_gaji(hari_ini))
        for nama, langkah in self._langkah(isi):
            mulai = monotonic()
            langkah()
            _logger.info("Kota Contoh: %s %.1f s", nama, monotonic() - mulai)
        Parameter.set_param(_TANDA, hari_ini.isoformat())
        return True

    def _langkah(self, isi):
        """Return ``(name, loader)`` of every part of the city, in order."""
        return (
            ("unit", lambda: self._muat_daerah(isi)),
            ("pegawai", lambda: self.env["asn.skenario.pegawai"]._muat(isi)),
            ("prestasi", lambda: self.env["asn.skenario.prestasi"]._muat(isi)),
            ("keluarga", lambda: self.env["asn.skenario.keluarga"]._muat(isi)),
            ("akun", lambda: self.env["asn.skenario.akun"]._muat(isi)),
            ("pakta", lambda: self.env["asn.skenario.pakta"]._muat(isi)),
            ("arsip", lambda: self.env["asn.skenario.arsip"]._muat(isi)),
            ("permohonan", lambda: self.env["asn.skenario.permohonan"]._muat(isi)),
            ("layanan", lambda: self.env["asn.skenario.layanan"]._muat(isi)),
            ("cuti", lambda: self.env["asn.skenario.cuti"]._muat(isi)),
            ("cltn", lambda: self.env["asn.skenario.cltn"]._muat(isi)),
            ("pensiun", lambda: self.env["asn.skenario.pensiun"]._muat(isi)),
            ("belajar", lambda: self.env["asn.skenario.belajar"]._muat(isi)),
            ("kgb", lambda: self.env["asn.skenario.kgb"]._muat(isi)),
            ("organisasi", lambda: self.env["asn.skenario.organisasi"]._muat(isi)),
            ("akses", lambda: self.env["asn.skenario.akses"]._muat(isi)),
            ("privasi", lambda: self.env["asn.skenario.audit"]._muat(isi)),
            ("calon", lambda: self.env["asn.skenario.pakta"]._muat_calon(isi)),
            (
                "pemutakhiran",
                lambda: self.env["asn.skenario.pemutakhiran"]._muat(isi),
            ),
            ("laporan", lambda: self.env["asn.skenario.laporan"]._muat(isi)),
            (
                "tata kelola",
                lambda: self.env["asn.skenario.tata.kelola"]._muat(isi),
            ),
            ("hak", lambda: self.env["asn.hak.layanan"]._segarkan()),
        )

    def _tabel_gaji(self, hari_ini):
        """Return the pay tables in force as the generator wants them."""
        tabel = {"pns": {}, "pppk": {}}
        baris = self.env["asn.gaji.pokok"].search(
            [("berlaku_mulai", "<=", hari_ini)], order="berlaku_mulai"
        )
        for gaji in baris:
            kode = gaji.golongan_id.kode
            tabel[gaji.jenis].setdefault(kode, {})[gaji.mkg_tahun] = gaji.gaji_pokok
        return tabel

    def _muat_daerah(self, isi):
        self.env.company.write(
            {
                "name": "Pemerintah Kota Contoh",
                "asn_nama_daerah": "Kota Contoh",
                "asn_sebutan_kepala": "Wali Kota",
                "asn_ibu_kota": "Contoh",
                "street": "Jalan Merdeka Nomor 1",
                "city": "Kota Contoh",
                "zip": "31699",
                "phone": "(0000) 123456",
                "email": "bkpsdm@kotacontoh.go.id",
                "website": "https://kotacontoh.go.id",
            }
        )
        # The machine's own account is nobody in the city.
        mesin = self.env.ref("hr.employee_admin", raise_if_not_found=False)
        if mesin:
            mesin.active = False
        self._muat_unit(isi["unit"])
        self._muat_jabatan(isi["jabatan"])

    def _muat_unit(self, baris):
        kalender = {
            "5": self.env.ref("asn_base.kalender_5_hari").id,
            "6": self.env.ref("asn_base.kalender_6_hari").id,
        }
        Unit = self.env["hr.department"]
        ada = {u.kode: u.id for u in Unit.search([("kode", "!=", False)])}
        for data in baris:
            if data["kode"] in ada:
                continue
            unit = Unit.create(
                {
                    "kode": data["kode"],
                    "name": data["nama"],
                    "singkatan": data["singkatan"],
                    "jenis_unit": data["jenis"],
                    "eselon": data["eselon"],
                    "parent_id": ada.get(data["induk"], False),
                    "kalender_id": kalender[data["kalender"]],
                    "alamat": f"Jalan Merdeka Nomor {len(ada) + 1}, Kota Contoh",
                    "telepon": f"(0000) 1234{len(ada):02d}",
                }
            )
            ada[data["kode"]] = unit.id

    def _muat_jabatan(self, baris):
        unit = self._peta("hr.department")
        jenis = self._peta("asn.jenis.jabatan")
        guru = self.env["asn.bup"].search([("kode", "=", "guru")], limit=1)
        Jabatan = self.env["hr.job"]
        ada = self._peta("hr.job")
        Jabatan.create(
            [
                {
                    "kode": data["kode"],
                    "name": data["nama"],
                    "department_id": unit[data["unit"]],
                    "jenis_jabatan_id": jenis.get(data["jenis_jabatan"], False),
                    "kelas_jabatan": data["kelas"],
                    "is_kepala": data["kepala"],
                    "bup_id": guru.id if data["nama"].startswith("Guru") else False,
                }
                for data in baris
                if data["kode"] not in ada
            ]
        )

    def _peta(self, model, domain=()):
        """Return ``{kode: id}`` of a model with codes."""
        semua = self.env[model].search([("kode", "!=", False), *domain])
        return {rekam.kode: rekam.id for rekam in semua}

    def _hari_kerja(self, mulai, jumlah):
        """Return the day that many working days after a date (five-day week)."""
        kalender = self.env.ref("asn_base.kalender_5_hari")
        return kalender._asn_tambah_hari_kerja(mulai, jumlah)

    def _awal_tahun(self, mundur=0):
        """Return 1 January of this year or of one before."""
        tahun = fields.Date.context_today(self).year - mundur
        return datetime.date(tahun, 1, 1)
