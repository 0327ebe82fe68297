from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

#: Kinds of document that are certificates of education or profession.
_IJAZAH = ["IJAZAH", "IJAZAH_BARU", "SERTIFIKAT_PROFESI"]
#: Levels that give a title: all of higher education (services dossier 11).
_BERGELAR = ["D1", "D2", "D3", "D4", "S1", "S2", "S3", "PROFESI", "SP1", "SP2"]
#: Certificates of the archive, and how far their titles are. ``syarat`` narrows them.
_SQL_KEADAAN = """
    WITH ijazah AS (
        SELECT d.id, d.employee_id, lower(btrim(d.nomor)) AS nomor
          FROM asn_dokumen d
          JOIN asn_jenis_dokumen j ON j.id = d.jenis_id AND j.kode = ANY(%(jenis)s)
          JOIN hr_employee e ON e.id = d.employee_id AND e.active
         WHERE d.status = 'sah' AND d.is_terbaru AND %(syarat)s
    ),
    catatan AS (
        SELECT i.id, bool_or(
               coalesce(r.gelar_depan, '') || coalesce(r.gelar_belakang, '') <> ''
               OR p.kode <> ALL(%(bergelar)s)) AS lengkap
          FROM ijazah i
          JOIN asn_riwayat_pendidikan r ON r.employee_id = i.employee_id
               AND r.status = 'sah'
               AND (r.dokumen_id = i.id OR lower(btrim(r.nomor_ijazah)) = i.nomor)
          JOIN asn_pendidikan p ON p.id = r.pendidikan_id
         GROUP BY i.id
    ),
    profesi AS (
        SELECT DISTINCT i.id
          FROM ijazah i
          JOIN asn_riwayat_profesi r ON r.employee_id = i.employee_id
               AND r.status = 'sah'
               AND (r.dokumen_id = i.id OR lower(btrim(r.nomor_sk)) = i.nomor)
    ),
    usul AS (
        SELECT b.dokumen_id AS id, bool_or(coalesce(m.pdk_dicatat, FALSE)) AS dicatat
          FROM asn_permohonan m
          JOIN asn_layanan l ON l.id = m.layanan_id AND l.code = 'basis_pendidikan'
          JOIN asn_permohonan_berkas b ON b.permohonan_id = m.id
         WHERE b.dokumen_id IN (SELECT id FROM ijazah)
           AND (m.pdk_dicatat OR m.state IN ('in_review', 'returned', 'approved'))
         GROUP BY b.dokumen_id
    )
    SELECT i.id, CASE WHEN u.id IS NOT NULL THEN 'diusulkan'
                      WHEN c.id IS NOT NULL THEN 'tanpa_gelar'
                      ELSE 'belum' END AS keadaan
      FROM ijazah i
      LEFT JOIN catatan c ON c.id = i.id
      LEFT JOIN profesi p ON p.id = i.id
      LEFT JOIN usul u ON u.id = i.id
     WHERE p.id IS NULL AND NOT coalesce(c.lengkap, FALSE)
       AND NOT coalesce(u.dicatat, FALSE)
"""


class AsnDokumen(models.Model):
    """Certificates in the archive whose title is not recorded (services dossier 11).

    A certificate counts as recorded when a valid row of the education history points
    to it or has its number and, for higher education, a title; or when an issued
    request for recording a title carried it.
    """

    _inherit = "asn.dokumen"

    gelar_keadaan = fields.Selection(
        [
            ("belum", "Not in the education history"),
            ("tanpa_gelar", "Recorded without a title"),
            ("diusulkan", "Recording proposed"),
        ],
        "Title of the Certificate",
        compute="_compute_gelar_keadaan",
        search="_search_gelar_keadaan",
    )

    @api.depends("status", "is_terbaru", "jenis_id", "employee_id", "nomor")
    def _compute_gelar_keadaan(self):
        keadaan = {}
        if self.ids:
            syarat = SQL("d.id = ANY(%s)", self.ids)
            keadaan = dict(self.env.execute_query(self._sql_gelar(syarat)))
        for dokumen in self:
            dokumen.gelar_keadaan = keadaan.get(dokumen.id, False)

    def _search_gelar_keadaan(self, operator, value):
        if operator != "in":
            return NotImplemented
        cocok = SQL(
            "(SELECT k.id FROM (%s) k WHERE k.keadaan = ANY(%s))",
            self._sql_gelar(SQL("TRUE")),
            [satu for satu in value if satu],
        )
        return Domain("id", "in", cocok)

    @api.model
    def _sql_gelar(self, syarat):
        """Return the query of certificates without a title; see ``_SQL_KEADAAN``."""
        self.env.flush_all()
        return SQL(_SQL_KEADAAN, jenis=_IJAZAH, bergelar=_BERGELAR, syarat=syarat)

    def action_ajukan_gelar(self):
        """Open the request for recording the title of this certificate (PDK-06).

        The form is for the holder; who files for others needs the right to. Filing
        asks again.
        """
        self.ensure_one()
        self.check_access("read")
        layanan = self.env.ref("asn_layanan_standar.layanan_basis_pendidikan")
        aksi = layanan.action_ajukan()
        aksi["context"] = aksi["context"] | {"default_employee_id": self.employee_id.id}
        return aksi
