from odoo import api, models
from odoo.tools import SQL

#: Key of the queue in the transaction.
_ANTREAN = "asn_anomali"
#: More people than this at once are an import: they wait for the night.
_BANYAK = 50


class AsnAnomali(models.Model):
    """The worklist follows the data of single people at once."""

    _inherit = "asn.anomali"

    @api.model
    def _tandai(self, pegawai):
        """Note that the data of people changed.

        Costs nothing now: just before the transaction commits, each person is
        looked at once. Many people at once (an import) are left to the nightly
        run, which looks at them 500 at a time.
        """
        if not pegawai:
            return
        precommit = self.env.cr.precommit
        antrean = precommit.data.setdefault(_ANTREAN, set())
        if not antrean:
            # sudo: findings come from the whole record; the rows have own rules
            precommit.add(self.env(su=True)[self._name]._perbarui_tertanda)
        antrean.update(pegawai.ids)

    @api.model
    def _perbarui_tertanda(self):
        """Renew the rows of the people whom this transaction has changed."""
        ids = self.env.cr.precommit.data.pop(_ANTREAN, ())
        if not ids or len(ids) > _BANYAK:
            return
        self._perbarui(self.env["hr.employee"].browse(sorted(ids)).exists())
        # The cursor has flushed before it runs this.
        self.env.flush_all()

    @api.model
    def _tambahkan(self, baris):
        """Add findings; one that another transaction has just added stays one.

        :param baris: ``(employee id, rule, key, detail, severity, closed, since)``
        """
        if not baris:
            return
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_anomali
                    (employee_id, unit_id, aturan, kunci, rinci, tingkat, is_tertutup,
                     sejak, create_uid, write_uid, create_date, write_date)
                SELECT v.employee_id, e.unit_id, v.aturan, v.kunci, v.rinci, v.tingkat,
                       v.tertutup, v.sejak, %(uid)s, %(uid)s,
                       now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
                  FROM (VALUES %(baris)s) AS v
                       (employee_id, aturan, kunci, rinci, tingkat, tertutup, sejak)
                  JOIN hr_employee e ON e.id = v.employee_id
                ON CONFLICT DO NOTHING
                """,
                uid=self.env.uid,
                baris=SQL(", ").join(SQL("%s", satu) for satu in baris),
            ),
            # Two who change one person at once: the server tries again.
            log_exceptions=False,
        )
        self.invalidate_model()
