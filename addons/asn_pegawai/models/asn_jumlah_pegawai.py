import logging

from odoo import api, fields, models
from odoo.tools import SQL

_logger = logging.getLogger(__name__)

_SQL_PEMICU = """
CREATE OR REPLACE FUNCTION asn_jumlah_pegawai_catat() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO asn_jumlah_pegawai (unit_id, company_id, active, jumlah)
        SELECT unit_id, company_id, active, count(*) FROM baru GROUP BY 1, 2, 3;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO asn_jumlah_pegawai (unit_id, company_id, active, jumlah)
        SELECT unit_id, company_id, active, -count(*) FROM lama GROUP BY 1, 2, 3;
    ELSE
        INSERT INTO asn_jumlah_pegawai (unit_id, company_id, active, jumlah)
        VALUES (OLD.unit_id, OLD.company_id, OLD.active, -1),
               (NEW.unit_id, NEW.company_id, NEW.active, 1);
    END IF;
    RETURN NULL;
END $$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS asn_jumlah_masuk ON hr_employee;
CREATE TRIGGER asn_jumlah_masuk AFTER INSERT ON hr_employee
    REFERENCING NEW TABLE AS baru
    FOR EACH STATEMENT EXECUTE FUNCTION asn_jumlah_pegawai_catat();
DROP TRIGGER IF EXISTS asn_jumlah_keluar ON hr_employee;
CREATE TRIGGER asn_jumlah_keluar AFTER DELETE ON hr_employee
    REFERENCING OLD TABLE AS lama
    FOR EACH STATEMENT EXECUTE FUNCTION asn_jumlah_pegawai_catat();
DROP TRIGGER IF EXISTS asn_jumlah_pindah ON hr_employee;
CREATE TRIGGER asn_jumlah_pindah AFTER UPDATE ON hr_employee
    FOR EACH ROW WHEN ((OLD.unit_id, OLD.company_id, OLD.active)
                       IS DISTINCT FROM (NEW.unit_id, NEW.company_id, NEW.active))
    EXECUTE FUNCTION asn_jumlah_pegawai_catat();
"""
_SQL_LIPAT = """
WITH lama AS (
    DELETE FROM asn_jumlah_pegawai RETURNING unit_id, company_id, active, jumlah
)
INSERT INTO asn_jumlah_pegawai (unit_id, company_id, active, jumlah)
SELECT unit_id, company_id, active, sum(jumlah) FROM lama
 GROUP BY 1, 2, 3 HAVING sum(jumlah) <> 0
"""
_SQL_PERBAIKI = """
INSERT INTO asn_jumlah_pegawai (unit_id, company_id, active, jumlah)
SELECT unit_id, company_id, active, sum(jumlah)
  FROM (SELECT unit_id, company_id, active, count(*) AS jumlah
          FROM hr_employee GROUP BY 1, 2, 3
         UNION ALL
        SELECT unit_id, company_id, active, -sum(jumlah)
          FROM asn_jumlah_pegawai GROUP BY 1, 2, 3) beda
 GROUP BY 1, 2, 3 HAVING sum(jumlah) <> 0
RETURNING unit_id
"""


class AsnJumlahPegawai(models.Model):
    """How many people each unit has, as differences that add up.

    The database itself writes a row whenever people come, go or change their
    unit; nobody waits for anybody, because rows are only added. Every night
    the rows are added up, compared with the people and mended if need be.
    A change of other columns costs nothing: the condition of the trigger is
    looked at before its function.
    """

    _name = "asn.jumlah.pegawai"
    _description = "Head Count of a Unit (Jumlah Pegawai)"
    _log_access = False
    _order = "unit_id, id"
    _rec_name = "unit_id"

    unit_id = fields.Many2one("hr.department", "Work Unit", ondelete="cascade")
    company_id = fields.Many2one("res.company", "Agency", ondelete="cascade")
    active = fields.Boolean()
    jumlah = fields.Integer("Difference", required=True, aggregator="sum")

    @api.model
    def _pasang(self):
        """Create the triggers and count everybody once (called at each update)."""
        self.env["hr.employee"].flush_model()
        self.env.cr.execute(_SQL_PEMICU)
        self._perbaiki()

    @api.model
    def _perbaiki(self):
        """Add what the counts differ from the people by.

        :return: number of units, companies and states that were mended
        """
        self.env["hr.employee"].flush_model(["unit_id", "company_id", "active"])
        self.env.cr.execute(_SQL_PERBAIKI)
        self.invalidate_model(flush=False)
        return self.env.cr.rowcount

    @api.model
    def _cron_lipat(self):
        """Add up the differences, then compare them with the people."""
        self.env.cr.execute(_SQL_LIPAT)
        if beda := self._perbaiki():
            _logger.warning("Head counts of %s groups were wrong and are mended", beda)

    @api.model
    def _jumlah_sql(self, company_ids):
        """Return the query of unit and active people in these companies."""
        self.env["hr.employee"].flush_model(["unit_id", "company_id", "active"])
        return SQL(
            "SELECT unit_id, sum(jumlah) AS jumlah FROM asn_jumlah_pegawai"
            " WHERE active IS TRUE AND company_id = ANY(%s)"
            " AND unit_id IS NOT NULL GROUP BY unit_id",
            list(company_ids),
        )
