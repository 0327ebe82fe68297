from datetime import date

from odoo import api, fields, models
from odoo.addons.asn_base.domain import xlsx
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.exceptions import AccessError, UserError

from ..domain import statistik
from .asn_keadaan import DI_LUAR

_MEDAN = {
    "status": "status_pegawai",
    "golongan": "golongan_id",
    "jenis_jabatan": "jenis_jabatan_id.sub_kelompok",
    "pendidikan": "pendidikan_id",
    "jenis_kelamin": "jenis_kelamin",
    "agama": "agama",
}


class AsnStatistik(models.AbstractModel):
    """From a figure to the people behind it, and from the page to a file."""

    _inherit = "asn.statistik"

    @api.model
    def action_orang(
        self, dimensi, kunci, unit_id=False, tanggal=False, kelompok="semua"
    ):
        """Open the people of one figure, cut to the profiles that the user reads.

        :param dimensi: key of ``domain.statistik.DIMENSI``
        :param kunci: key of the row; false: not recorded
        :raise AccessError: for who sees aggregates only
        :raise UserError: for a past date, which has no list of profiles
        """
        self._periksa_peran()
        if self._harus_samar():
            raise AccessError(
                self.env._("The monev team sees figures and not the people in them.")
            )
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        if tanggal and fields.Date.to_date(tanggal) != hari_ini:
            raise UserError(
                self.env._(
                    "People of a past date are listed by a nominatif of that date;"
                    " profiles show today."
                )
            )
        unit = self._unit(unit_id)
        dom = self._domain_bertugas(unit, kelompok)
        if dimensi in statistik.DIMENSI:
            dom += self._domain_dimensi(dimensi, kunci, hari_ini)
        return {
            "type": "ir.actions.act_window",
            "name": self._judul_orang(dimensi, kunci),
            "res_model": "hr.employee",
            "domain": dom,
            "views": [(False, "list"), (False, "kanban"), (False, "form")],
            "view_mode": "list,kanban,form",
            "target": "current",
        }

    @api.model
    def _judul_orang(self, dimensi, kunci):
        if dimensi not in statistik.DIMENSI:
            return self.env._("Personnel (Pegawai)")
        nama = self._nama(dimensi, [kunci] if kunci else [])
        label = nama.get(kunci, statistik.TAK_TERCATAT)
        return f"{statistik.DIMENSI[dimensi]}: {label}"

    @api.model
    def _domain_bertugas(self, unit, kelompok):
        """Return the domain of people in the service today."""
        dom = [
            ("status_pegawai", "!=", False),
            "|",
            ("kedudukan_hukum", "=", False),
            ("kedudukan_hukum.kelas", "not in", list(DI_LUAR)),
        ]
        if unit:
            dom.append(("unit_id", "child_of", unit.id))
        status = self._status(kelompok)
        if status:
            dom.append(("status_pegawai", "in", status))
        return dom

    @api.model
    def _domain_dimensi(self, dimensi, kunci, pada):
        """Return the domain of one row of a table."""
        if dimensi == "unit":
            return (
                [("unit_id", "child_of", int(kunci))]
                if kunci
                else [("unit_id", "=", False)]
            )
        if dimensi == "umur":
            return self._domain_umur(kunci, pada)
        if dimensi == "pensiun":
            if not kunci:
                return [("tmt_pensiun", "=", False)]
            tahun = int(kunci)
            return [
                ("tmt_pensiun", ">=", date(tahun, 1, 1)),
                ("tmt_pensiun", "<=", date(tahun, 12, 31)),
            ]
        nilai = kunci or False
        if kunci and dimensi in ("golongan", "pendidikan", "agama"):
            nilai = int(kunci)
        return [(_MEDAN[dimensi], "=", nilai)]

    @api.model
    def _domain_umur(self, kunci, pada):
        """Return the dates of birth of a band of ages."""
        if not kunci:
            return [("tanggal_lahir", "=", False)]
        batas = int(kunci)
        tempat = (*statistik.KELOMPOK_UMUR, 99).index(batas)
        dom = []
        if batas != 99:
            # Not yet batas + 1 years old.
            dom.append(("tanggal_lahir", ">", tambah_bulan(pada, -12 * (batas + 1))))
        if tempat:
            bawah = statistik.KELOMPOK_UMUR[tempat - 1] + 1
            dom.append(("tanggal_lahir", "<=", tambah_bulan(pada, -12 * bawah)))
        return dom

    # -- files ---------------------------------------------------------------

    @api.model
    def _berkas(self, jenis, unit_id=False, tanggal=False, kelompok="semua"):
        """Return the page as a file in bytes, logged and marked.

        :param jenis: ``xlsx`` or ``pdf``
        """
        isi = self.get_data(unit_id, tanggal, kelompok)
        jejak = self.env["asn.jejak.ekspor"]._catat(
            "laporan.statistik", len(isi["tabel"]), "publik", "Statistik pegawai"
        )
        unit = self.env["hr.department"].browse(
            isi["unit"]["id"] if isi["unit"] else []
        )
        cetak = self.env["asn.laporan.cetak"]
        lembar = self._lembar(isi, unit)
        if jenis == "xlsx":
            return cetak._xlsx(lembar, "a4", jejak.tanda_air, mendatar=False)
        return cetak._pdf(lembar, "a4", jejak.tanda_air, mendatar=False)

    @api.model
    def _lembar(self, isi, unit):
        """Return one sheet for each table."""
        pada = fields.Date.to_date(isi["tanggal"])
        lalu = fields.Date.to_date(isi["tanggal_lalu"])
        kop = self.env["asn.laporan.cetak"]._kop(unit)
        kolom = [
            xlsx.Kolom("Uraian", 36),
            xlsx.Kolom(f"{pada:%d-%m-%Y}", 14, "angka"),
            xlsx.Kolom("%", 8, "persen"),
            xlsx.Kolom("Laki-laki", 11, "angka"),
            xlsx.Kolom("Perempuan", 11, "angka"),
            xlsx.Kolom(f"{lalu:%d-%m-%Y}", 14, "angka"),
            xlsx.Kolom("Selisih", 9, "angka"),
        ]
        catatan = []
        if isi["samar"]:
            catatan = [
                "Sel kurang dari lima orang dan sel pelindungnya disamarkan (*)."
            ]
        return [
            xlsx.Lembar(
                nama=tabel["judul"],
                kop=kop if not nomor else [],
                judul=[f"STATISTIK PEGAWAI MENURUT {tabel['judul'].upper()}"],
                kolom=kolom,
                baris=[self._baris(satu) for satu in tabel["baris"]],
                jumlah=self._baris(
                    {
                        **tabel,
                        "label": "Jumlah",
                        "persen": 100.0 if tabel["jumlah"] else None,
                        "laki": None,
                        "perempuan": None,
                    },
                    kosong="",
                ),
                catatan=catatan,
            )
            for nomor, tabel in enumerate(isi["tabel"])
        ]

    @api.model
    def _baris(self, satu, kosong="*"):
        jumlah, lalu = satu["jumlah"], satu["lalu"]
        selisih = None if jumlah is None or lalu is None else jumlah - lalu
        return [
            satu["label"],
            *(
                kosong if angka is None else angka
                for angka in (
                    jumlah,
                    satu["persen"],
                    satu["laki"],
                    satu["perempuan"],
                    lalu,
                    selisih,
                )
            ),
        ]
