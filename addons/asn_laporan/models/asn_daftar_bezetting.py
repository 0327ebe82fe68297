from odoo import api, models
from odoo.addons.asn_base.domain import xlsx
from odoo.exceptions import AccessError
from odoo.tools import SQL

from .asn_keadaan import NAMA_UNIT

_KOLOM = (
    xlsx.Kolom("No.", 6, "tengah"),
    xlsx.Kolom("Unit Kerja", 34),
    xlsx.Kolom("Jabatan", 40),
    xlsx.Kolom("Kelas", 7, "angka"),
    xlsx.Kolom("Formasi", 9, "angka", "Pegawai"),
    xlsx.Kolom("Terisi", 9, "angka", "Pegawai"),
    xlsx.Kolom("Kurang", 9, "angka", "Pegawai"),
    xlsx.Kolom("Lebih", 9, "angka", "Pegawai"),
    xlsx.Kolom("PNS", 8, "angka", "Status"),
    xlsx.Kolom("PPPK", 8, "angka", "Status"),
    xlsx.Kolom("L", 7, "angka", "Jenis Kelamin"),
    xlsx.Kolom("P", 7, "angka", "Jenis Kelamin"),
    xlsx.Kolom("Pensiun 1 Tahun", 10, "angka"),
)


class AsnDaftar(models.Model):
    """Bezetting: the people of each unit and post beside its formation."""

    _inherit = "asn.daftar"

    def _unit_bezetting(self):
        """Return the ids of the units shown, or None for all.

        :raise AccessError: a unit outside of the scope
        """
        cakupan = self.env["asn.keadaan"]._unit_cakupan()
        minta = self._unit_ids()
        if cakupan is None or minta is None:
            return minta if cakupan is None else cakupan
        if not set(minta) <= set(cakupan):
            raise AccessError(
                self.env._(
                    "You do not look after the unit %(unit)s. Choose a unit of yours.",
                    unit=self.unit_id.name,
                )
            )
        return minta

    def _sql_bezetting(self):
        unit_ids = self._unit_bezetting()
        return SQL(
            """WITH k AS MATERIALIZED (%(keadaan)s), f AS (%(formasi)s), isi AS (
                 SELECT k.unit_id, k.jabatan_id, count(*) AS terisi,
                        count(*) FILTER (WHERE k.status IN ('pns', 'cpns')) AS pns,
                        count(*) FILTER (WHERE k.status LIKE 'pppk%%') AS pppk,
                        count(*) FILTER (WHERE k.jenis_kelamin = 'L') AS laki,
                        count(*) FILTER (WHERE k.jenis_kelamin = 'P') AS perempuan,
                        count(*) FILTER (WHERE k.tmt_pensiun
                            <= %(pada)s::date + interval '1 year') AS pensiun
                   FROM k GROUP BY k.unit_id, k.jabatan_id)
               SELECT COALESCE(%(nama_unit)s, '-') AS unit,
                      COALESCE(jab.name ->> 'id_ID', jab.name ->> 'en_US', '-')
                          AS jabatan,
                      NULLIF(jab.kelas_jabatan, 0) AS kelas,
                      COALESCE(f.jumlah, 0) AS formasi, COALESCE(isi.terisi, 0) AS terisi,
                      COALESCE(isi.pns, 0) AS pns, COALESCE(isi.pppk, 0) AS pppk,
                      COALESCE(isi.laki, 0) AS laki,
                      COALESCE(isi.perempuan, 0) AS perempuan,
                      COALESCE(isi.pensiun, 0) AS pensiun
                 FROM isi
                 FULL JOIN f ON f.unit_id = isi.unit_id
                            AND f.jabatan_id = isi.jabatan_id
                 LEFT JOIN hr_department u
                        ON u.id = COALESCE(isi.unit_id, f.unit_id)
                 LEFT JOIN hr_job jab
                        ON jab.id = COALESCE(isi.jabatan_id, f.jabatan_id)
                 LEFT JOIN asn_jenis_jabatan jj ON jj.id = jab.jenis_jabatan_id
                ORDER BY unit, jj.sequence NULLS LAST,
                         jab.kelas_jabatan DESC NULLS LAST, jabatan, jab.id""",
            keadaan=self.env["asn.keadaan"]._sql(self.tanggal, unit_ids=unit_ids),
            formasi=self.env["asn.formasi"]._sql(self.tanggal, unit_ids),
            pada=self.tanggal,
            nama_unit=SQL(NAMA_UNIT),
        )

    def _lembar_bezetting(self):
        """Return ``(sheets, ids of people)``: figures only, nobody by name."""
        self.env.flush_all()
        self.env.cr.execute(self._sql_bezetting())
        rekam = self.env.cr.dictfetchall()
        baris = [self._baris_bezetting(*satu) for satu in enumerate(rekam, 1)]
        jumlah = [
            "",
            "Jumlah",
            "",
            "",
            *(sum(satu[kolom] for satu in baris) for kolom in range(4, len(_KOLOM))),
        ]
        cetak = self.env["asn.laporan.cetak"]
        lembar = xlsx.Lembar(
            nama="Bezetting",
            kop=cetak._kop(self.unit_id),
            judul=self._judul(),
            keterangan=self._keterangan(),
            kolom=list(_KOLOM),
            baris=baris,
            jumlah=jumlah,
            catatan=[
                "Kurang dan lebih dihitung terhadap formasi yang berlaku pada tanggal"
                " itu; jabatan tanpa formasi tidak dihitung lebih."
            ],
            ttd=cetak._ttd(
                self.penandatangan_id, self.env["hr.employee"]._asn_hari_ini()
            ),
        )
        return [lembar], []

    @api.model
    def _baris_bezetting(self, nomor, satu):
        """Return one post of one unit as a row."""
        beda = satu["formasi"] - satu["terisi"]
        return (
            nomor,
            satu["unit"],
            satu["jabatan"],
            satu["kelas"],
            satu["formasi"],
            satu["terisi"],
            max(beda, 0),
            max(-beda, 0) if satu["formasi"] else 0,
            satu["pns"],
            satu["pppk"],
            satu["laki"],
            satu["perempuan"],
            satu["pensiun"],
        )
