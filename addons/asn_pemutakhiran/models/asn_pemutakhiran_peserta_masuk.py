from odoo import models
from odoo.tools import SQL

from .asn_pemutakhiran_peserta import BELUM_SELESAI

_STATUS = {
    "semua": ("cpns", "pns", "pppk", "pppk_paruh_waktu"),
    "pns": ("cpns", "pns"),
    "pppk": ("pppk", "pppk_paruh_waktu"),
}
#: Classes of kedudukan hukum of who is no longer in the service.
_DI_LUAR = ("berhenti", "pensiun", "tidak_aktif")


class AsnPemutakhiran(models.Model):
    """Who takes part: people come and go while a campaign runs."""

    _inherit = "asn.pemutakhiran"

    def _selaraskan(self):
        """Enrol who has come to the units and let go who has left them.

        Runs every day and before a reminder or a report. What somebody has
        confirmed stays: who is complete remains counted, and who comes back
        goes on where the work was left.
        """
        for kampanye in self:
            kampanye._daftarkan()
            kampanye._keluarkan()

    def _daftarkan(self):
        """Enrol the people of the units, all in one statement.

        :return: how many people are new or came back
        """
        self.ensure_one()
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_pemutakhiran_peserta AS p
                    (pemutakhiran_id, employee_id, unit_id, state, persen,
                     jumlah_ingat, create_uid, write_uid, create_date, write_date)
                SELECT %(kampanye)s, e.id, e.unit_id, 'belum', 0, 0, %(uid)s, %(uid)s,
                       now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
                  FROM hr_employee e
                  LEFT JOIN asn_kedudukan_hukum kh ON kh.id = e.kedudukan_hukum
                 WHERE %(bertugas)s AND e.unit_id = ANY(%(unit)s)
                   AND e.status_pegawai = ANY(%(status)s)
                ON CONFLICT (pemutakhiran_id, employee_id) DO UPDATE
                   SET state = CASE WHEN p.persen > 0 THEN 'sebagian' ELSE 'belum' END,
                       keluar_pada = NULL, sebab_keluar = NULL
                 WHERE p.state = 'keluar'
                """,
                kampanye=self.id,
                uid=self.env.uid,
                bertugas=self._sql_bertugas(),
                unit=self._unit_peserta(),
                status=list(_STATUS[self.status_pegawai]),
            )
        )
        return self._setelah_selaras()

    def _keluarkan(self):
        """Mark who is not complete and is not in the units any more.

        :return: how many people left
        """
        self.ensure_one()
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                UPDATE asn_pemutakhiran_peserta p
                   SET state = 'keluar', keluar_pada = %(hari_ini)s,
                       sebab_keluar = sebab.nama
                  FROM (SELECT e.id, CASE
                               WHEN NOT (%(bertugas)s) THEN 'berhenti'
                               WHEN e.unit_id IS NULL OR e.unit_id <> ALL(%(unit)s)
                               THEN 'pindah'
                               WHEN COALESCE(e.status_pegawai, '') <> ALL(%(status)s)
                               THEN 'status' END AS nama
                          FROM hr_employee e
                          LEFT JOIN asn_kedudukan_hukum kh ON kh.id = e.kedudukan_hukum
                       ) sebab
                 WHERE sebab.id = p.employee_id AND sebab.nama IS NOT NULL
                   AND p.pemutakhiran_id = %(kampanye)s AND p.state = ANY(%(belum)s)
                """,
                hari_ini=self.env["hr.employee"]._asn_hari_ini(),
                bertugas=self._sql_bertugas(),
                unit=self._unit_peserta(),
                status=list(_STATUS[self.status_pegawai]),
                kampanye=self.id,
                belum=list(BELUM_SELESAI),
            )
        )
        return self._setelah_selaras()

    def _sql_bertugas(self):
        """Return the condition of being in the service today."""
        return SQL(
            "e.active AND COALESCE(kh.kelas, 'aktif') <> ALL(%s)", list(_DI_LUAR)
        )

    def _unit_peserta(self):
        """Return the ids of the units of this campaign and of those below them."""
        Unit = self.env["hr.department"].with_context(active_test=False)
        return Unit.search([("id", "child_of", self.unit_ids.ids)]).ids

    def _setelah_selaras(self):
        jumlah = self.env.cr.rowcount
        self.env["asn.pemutakhiran.peserta"].invalidate_model()
        self.invalidate_recordset(["peserta_ids"])
        return jumlah
