import json

from odoo import api, models

from .proyeksi_jenis import JENIS, SERTA, TERKUNCI

_SEX = {"L": "male", "P": "female"}
_MARITAL = {
    "menikah": "married",
    "cerai": "divorced",
    "janda_duda": "widower",
    "belum_kawin": "single",
}


class HrEmployee(models.Model):
    """Current values: projections of the newest valid riwayat.

    Newest = greatest TMT that has come; equal TMT: greatest decree date. All
    is set-based SQL, so that the nightly run does not grow with the people.
    """

    _inherit = "hr.employee"

    #: Columns that follow from the riwayat and are typed by nobody.
    _PROYEKSI = frozenset(
        {nama for jenis in TERKUNCI for nama in JENIS[jenis][-1]} | {"golongan_awal_id"}
    )
    #: Own column to core's, kept for the HR apps.
    _INTI = {
        "tanggal_lahir": "birthday",
        "tempat_lahir": "place_of_birth",
        "jenis_kelamin": "sex",
        "status_perkawinan": "marital",
        "nik": "identification_id",
    }

    def _project_riwayat(self, jenis=None):
        """Bring the current values in step with the valid riwayat.

        :param jenis: kinds (keys of ``proyeksi_jenis.JENIS``), or all
        :return: the employees that changed
        """
        jenis = list(jenis or JENIS)
        self.env.flush_all()
        berubah = self.browse()
        for satu in jenis:
            for bagian in SERTA.get(satu, (satu,)):
                berubah |= self._proyeksikan(bagian, self.ids)
        if "pemberhentian" in jenis:
            berubah |= self._proyeksikan_batal_berhenti(self.ids)
        if "golongan" in jenis:
            berubah |= self._proyeksikan_golongan_awal(self.ids)
        if "jabatan" in jenis:
            self._proyeksi_versi(self.ids)
            self._proyeksi_kepala(self.ids)
        return berubah

    @api.model
    def _proyeksikan(self, jenis, ids):
        """Run one projection for these employees and return who changed.

        People without any decided row keep what they have: their history is
        not known yet, which is not the same as empty.
        """
        tabel, syarat, urut, kolom = JENIS[jenis]
        isi = ", ".join(f"{nilai} AS {nama}" for nama, nilai in kolom.items())
        # Typed columns stay when no valid row is left; locked ones empty.
        gabung = "LEFT" if jenis in TERKUNCI else ""
        query = f"""
            UPDATE hr_employee e
               SET {", ".join(f"{nama} = baru.{nama}" for nama in kolom)}
              FROM (SELECT DISTINCT employee_id FROM {tabel} r
                     WHERE employee_id = ANY(%(ids)s) AND status <> 'draft'
                       AND (r.tmt IS NULL OR r.tmt <= %(hari_ini)s) AND {syarat}
                   ) orang
              {gabung} JOIN LATERAL (
                    SELECT {isi} FROM {tabel} r
                     WHERE r.employee_id = orang.employee_id AND r.status = 'sah'
                       AND (r.tmt IS NULL OR r.tmt <= %(hari_ini)s) AND {syarat}
                     ORDER BY {urut} LIMIT 1
                   ) baru ON TRUE
             WHERE e.id = orang.employee_id
               AND ({", ".join(f"e.{n}" for n in kolom)})
                   IS DISTINCT FROM ({", ".join(f"baru.{n}" for n in kolom)})
            RETURNING e.id
        """  # noqa: S608  only names of this module's table above
        return self._jalankan_proyeksi(query, ids, kolom)

    @api.model
    def _proyeksikan_golongan_awal(self, ids):
        query = """
            UPDATE hr_employee e SET golongan_awal_id = awal.golongan_id
              FROM (SELECT DISTINCT ON (employee_id) employee_id, golongan_id
                      FROM asn_riwayat_golongan
                     WHERE employee_id = ANY(%(ids)s) AND status = 'sah'
                     ORDER BY employee_id, tmt, id) awal
             WHERE e.id = awal.employee_id
               AND e.golongan_awal_id IS DISTINCT FROM awal.golongan_id
            RETURNING e.id
        """
        return self._jalankan_proyeksi(query, ids, ["golongan_awal_id"])

    @api.model
    def _proyeksikan_batal_berhenti(self, ids):
        """Make those active again whose every decision to leave is void."""
        query = """
            UPDATE hr_employee e SET kedudukan_hukum = aktif.id
              FROM asn_kedudukan_hukum aktif
             WHERE aktif.kode = '01' AND e.id = ANY(%(ids)s)
               AND e.kedudukan_hukum IN (
                   SELECT kedudukan_hukum_id FROM asn_riwayat_pemberhentian
                    WHERE employee_id = e.id AND status = 'batal')
               AND e.kedudukan_hukum <> aktif.id
               AND NOT EXISTS (
                   SELECT FROM asn_riwayat_pemberhentian
                    WHERE employee_id = e.id AND status = 'sah'
                      AND tmt <= %(hari_ini)s)
            RETURNING e.id
        """
        return self._jalankan_proyeksi(query, ids, ["kedudukan_hukum"])

    @api.model
    def _jalankan_proyeksi(self, query, ids, kolom):
        self.env.cr.execute(query, {"ids": list(ids), "hari_ini": self._asn_hari_ini()})
        # sudo: stored values that depend on the new ones are recomputed for
        # people the caller may not write.
        berubah = self.sudo().browse([row[0] for row in self.env.cr.fetchall()])
        if berubah:
            berubah.invalidate_recordset(list(kolom), flush=False)
            berubah.modified(list(kolom))
        return self.browse(berubah.ids)

    @api.model
    def _proyeksi_versi(self, ids):
        """Write department and job of core's current version, for the HR apps."""
        self.env.cr.execute(
            """
            UPDATE hr_version v SET department_id = e.unit_id, job_id = e.jabatan_id
              FROM hr_employee e
             WHERE v.id = e.current_version_id AND e.id = ANY(%s)
               AND e.unit_id IS NOT NULL
               AND (v.department_id, v.job_id)
                   IS DISTINCT FROM (e.unit_id, e.jabatan_id)
            RETURNING v.id
            """,
            [list(ids)],
        )
        # sudo: hr.version is closed to everybody but officers.
        versi = self.env["hr.version"].sudo()
        versi = versi.browse([row[0] for row in self.env.cr.fetchall()])
        if versi:
            kolom = ["department_id", "job_id"]
            versi.invalidate_recordset(kolom, flush=False)
            versi.modified(kolom)
            versi.employee_id.invalidate_recordset(kolom, flush=False)

    @api.model
    def _asn_nilai_inti(self, vals):
        """Return core's columns that go with these own personal values."""
        inti = {
            "birthday": vals.get("tanggal_lahir"),
            "place_of_birth": vals.get("tempat_lahir"),
            "sex": _SEX.get(vals.get("jenis_kelamin")),
            "marital": _MARITAL.get(vals.get("status_perkawinan")),
            "identification_id": vals.get("nik"),
        }
        return {nama: nilai for nama, nilai in inti.items() if nilai}

    def _asn_sinkron_inti(self):
        """Copy own personal columns to core's, without mail or new version."""
        if not self:
            return
        self.env.flush_all()
        self.env.cr.execute(
            """
            UPDATE hr_employee SET birthday = COALESCE(tanggal_lahir, birthday),
                   place_of_birth = COALESCE(tempat_lahir, place_of_birth)
             WHERE id = ANY(%s)
               AND (birthday, place_of_birth) IS DISTINCT FROM
                   (COALESCE(tanggal_lahir, birthday),
                    COALESCE(tempat_lahir, place_of_birth))
            """,
            [self.ids],
        )
        self._asn_sinkron_versi()
        # sudo: core's copies are closed to everybody but officers.
        pegawai_sudo = self.sudo()
        pegawai_sudo.invalidate_recordset(list(self._INTI.values()), flush=False)
        pegawai_sudo.current_version_id.invalidate_recordset(
            ["sex", "marital", "identification_id"], flush=False
        )

    def _asn_sinkron_versi(self):
        self.env.cr.execute(
            """
            UPDATE hr_version v
               SET sex = COALESCE(%(sex)s::jsonb ->> e.jenis_kelamin, v.sex),
                   marital = COALESCE(
                       %(marital)s::jsonb ->> e.status_perkawinan, v.marital),
                   identification_id = COALESCE(e.nik, v.identification_id)
              FROM hr_employee e
             WHERE v.id = e.current_version_id AND e.id = ANY(%(ids)s)
               AND (v.sex, v.marital, v.identification_id) IS DISTINCT FROM
                   (COALESCE(%(sex)s::jsonb ->> e.jenis_kelamin, v.sex),
                    COALESCE(%(marital)s::jsonb ->> e.status_perkawinan, v.marital),
                    COALESCE(e.nik, v.identification_id))
            """,
            {
                "sex": json.dumps(_SEX),
                "marital": json.dumps(_MARITAL),
                "ids": self.ids,
            },
        )

    @api.model
    def _cron_project_riwayat(self):
        """Project everybody: rows whose TMT came today become current."""
        semua = self.with_context(active_test=False).search([], limit=None)
        semua._project_riwayat()
        # Rows grow too old to count.
        self._kelengkapan_massal()

    @api.model
    def _cron_update_current_version_id(self):
        """Do core's daily update of the current version in one statement."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            UPDATE hr_employee e SET current_version_id = baru.id
              FROM (SELECT DISTINCT ON (employee_id) employee_id, id
                      FROM hr_version
                     WHERE active AND employee_id IS NOT NULL AND date_version <= %s
                     ORDER BY employee_id, date_version DESC) baru
             WHERE e.id = baru.employee_id
               AND e.current_version_id IS DISTINCT FROM baru.id
            """,
            [self._asn_hari_ini()],
        )
        self.env.invalidate_all(flush=False)
