from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from ..domain.duk import TINGKAT_DIKLAT
from ..domain.kolom import MENURUT_KODE

_GRUP = {
    "pegawai": "asn_base.group_pegawai",
    "pimpinan": "asn_base.group_pimpinan",
    "fasilitator": "asn_base.group_fasilitator",
    "petugas": "hr.group_hr_user",
    "kepala_badan": "asn_base.group_kepala_badan",
    "admin_utama": "asn_base.group_admin_utama",
}
_PENUH = {"petugas", "kepala_badan", "admin_utama"}


class AsnDaftar(models.Model):
    """Columns: who may see them, what class they have, how they are read."""

    _inherit = "asn.daftar"

    @api.model
    def _periksa_kolom(self, kode):
        """Refuse columns whose data the present user may not read.

        An empty column would look like an answer, so nothing is left out in
        silence.

        :raise AccessError: naming the columns
        """
        tertutup = [
            MENURUT_KODE[satu].judul
            for satu in kode
            if not self._kolom_terbuka(MENURUT_KODE[satu])
        ]
        if tertutup:
            raise AccessError(
                self.env._(
                    "Your role may not read these columns of the people listed:"
                    " %(columns)s. Choose another set of columns, or ask the"
                    " Administrator Sistem for the list.",
                    columns=", ".join(tertutup),
                )
            )

    @api.model
    def _kolom_terbuka(self, kolom):
        Pegawai = self.env["hr.employee"]
        if not all(
            Pegawai._has_field_access(Pegawai._fields[nama], "read")
            for nama in kolom.medan
        ):
            return False
        # Rows that a request has opened come without their confidential columns.
        sebagian = not self.env.su and Pegawai._asn_lingkup_rahasia() is not None
        if sebagian and Pegawai._asn_medan_rahasia(kolom.medan):
            return False
        return not kolom.riwayat or self._riwayat_terbuka(kolom.riwayat)

    @api.model
    def _riwayat_terbuka(self, model):
        """Tell whether the user reads this history of everybody in her lists."""
        user = self.env.user
        # sudo: the rules of a history are looked at, not changed.
        aturan = self.env["ir.rule"].sudo()._asn_aturan_riwayat(model)
        buka = {nama for nama, _grup, _domain in aturan}
        punya = {nama for nama, grup in _GRUP.items() if user.has_group(grup)}
        penuh = punya & _PENUH
        if penuh:
            return bool(penuh & buka)
        return bool(punya - {"pegawai"}) and punya <= buka

    @api.model
    def _sumber_kolom(self, kode):
        """Return the codes of ``asn.kelas.data`` that columns take their class from."""
        sumber = set()
        for satu in kode:
            kolom = MENURUT_KODE[satu]
            sumber |= {f"hr.employee.{nama}" for nama in kolom.medan}
            if kolom.riwayat and not kolom.medan:
                sumber.add(f"{kolom.riwayat}.*")
        return sumber

    @api.model
    def _sql_kolom(self, kode, pada):
        """Return the SELECT list of columns of the catalogue."""
        return SQL(", ").join(
            SQL(
                "%s AS %s", SQL(MENURUT_KODE[satu].sql, pada=pada), SQL.identifier(satu)
            )
            for satu in kode
        )

    @api.model
    def _sql_rujukan(self, pada):
        """Return the joins that the columns of the catalogue may use.

        ``dk`` is the highest training for a post (latihan jabatan), the earliest
        of its level.
        """
        tingkat = SQL(", ").join(
            SQL("(%s, %s)", kode, urut) for kode, urut in TINGKAT_DIKLAT.items()
        )
        return SQL(
            """LEFT JOIN asn_golongan gol ON gol.id = k.golongan_id
               LEFT JOIN hr_job jab ON jab.id = k.jabatan_id
               LEFT JOIN asn_jenis_jabatan jj ON jj.id = jab.jenis_jabatan_id
               LEFT JOIN hr_department u ON u.id = k.unit_id
               LEFT JOIN asn_pendidikan pd ON pd.id = k.pendidikan_id
               LEFT JOIN asn_agama ag ON ag.id = k.agama
               LEFT JOIN asn_kedudukan_hukum kh ON kh.id = k.kedudukan_hukum
               LEFT JOIN LATERAL (
                 SELECT r.nama, t.tingkat AS tingkat_diklat, r.jumlah_jam AS jam_diklat,
                        r.tanggal_selesai AS tanggal_diklat
                   FROM asn_riwayat_diklat r
                   JOIN asn_jenis_diklat jd ON jd.id = r.jenis_diklat_id
                   JOIN (VALUES %(tingkat)s) t(kode, tingkat) ON t.kode = jd.kode
                  WHERE r.employee_id = k.id AND r.status = 'sah'
                    AND r.tanggal_selesai <= %(pada)s
                  ORDER BY t.tingkat, r.tanggal_selesai, r.jumlah_jam DESC NULLS LAST
                  LIMIT 1) dk ON TRUE""",
            tingkat=tingkat,
            pada=pada,
        )
