import logging

import psycopg2
from odoo import api, models
from odoo.tools import SQL
from psycopg2 import errors

_logger = logging.getLogger(__name__)

#: Beyond every id: the greatest integer of PostgreSQL.
_TANPA_AKHIR = 2**31 - 1
#: What the data of somebody can do to a statement: a day or number out of range, two
#: rows of one key. A lock or a lost connection is nobody's.
_CACAT = (
    psycopg2.DataError,
    psycopg2.IntegrityError,
    errors.CardinalityViolation,
    ArithmeticError,
    ValueError,
)
#: With more people at fault than this in a part it is the rules, and the night stops.
_PALING_CACAT = 50


class AsnHakLayanan(models.Model):
    """The night: everybody's entitlements, part by part."""

    _inherit = "asn.hak.layanan"

    #: People of one part: what is hashed and sorted of them fits ``work_mem`` in every
    #: city, and what a part costs besides (planning, tables of pay) hardly shows.
    _SEKALI = 20_000

    #: How a part is planned. The planner expects a handful of people from the common
    #: table expressions and would loop or sort where a hash is right; the joins are
    #: written in an order that is good for all.
    _RENCANA = {
        "enable_nestloop": "off",
        "enable_mergejoin": "off",
        "join_collapse_limit": "1",
        "jit": "off",
        "work_mem": "128MB",
    }

    @api.model
    def _cron_segarkan(self):
        """Work the whole forecast out anew, once a night.

        Each part is kept before the next: a night that is killed leaves whole parts,
        and the run after it mends the others. A part locks the table before it reads
        anything, for a second or two. So it waits for who is just bringing a person
        up to date and reads what they wrote; who comes later waits for the part, and
        starts anew where both wrote the same row.
        """
        bagian = self._bagian()
        self.env["ir.cron"]._commit_progress(remaining=len(bagian))
        for rentang in bagian:
            self.env.cr.execute(
                SQL(
                    "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE",
                    SQL.identifier(self._table),
                )
            )
            self._segarkan_bagian(rentang)
            self.env["ir.cron"]._commit_progress(1)
            self.env.invalidate_all()

    @api.model
    def _bagian(self):
        """Return the ranges of employees' ids, each with at most ``_SEKALI`` people.

        Together they hold every id, also those that come meanwhile.
        """
        batas = self.env.execute_query(
            SQL(
                """SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS nomor
                                     FROM hr_employee) e
                    WHERE nomor > 1 AND (nomor - 1) %% %s = 0 ORDER BY id""",
                self._SEKALI,
            )
        )
        tepi = [0, *(id_ for (id_,) in batas), _TANPA_AKHIR]
        return [range(*pasang) for pasang in zip(tepi, tepi[1:], strict=False)]

    @api.model
    def _segarkan_bagian(self, bagian):
        """Bring the rows of a range of employees up to date.

        Nobody's data stop the night of the others: where the statement fails, the
        range is halved until who is at fault is alone. They keep the rows of before
        and are named in the log.

        :raises psycopg2.Error: when too many are at fault (``_PALING_CACAT``)
        """
        antrean, cacat = [bagian], 0
        while antrean:
            satu = antrean.pop()
            try:
                with self.env.cr.savepoint(flush=False):
                    self._jalankan_bagian(satu)
            except _CACAT as sebab:
                orang = self._orang_bagian(satu)
                if len(orang) > 1:
                    tengah = orang[len(orang) // 2]
                    antrean.append(range(satu.start, tengah))
                    antrean.append(range(tengah, satu.stop))
                    continue
                cacat += 1
                if cacat > _PALING_CACAT:
                    raise
                _logger.error(
                    "Entitlements of employee %s are those of before: %s",
                    orang,
                    type(sebab).__name__,
                )

    @api.model
    def _orang_bagian(self, bagian):
        """Return the ids of the employees in a range, in order."""
        baris = self.env.execute_query(
            SQL(
                "SELECT id FROM hr_employee WHERE id >= %s AND id < %s ORDER BY id",
                bagian.start,
                bagian.stop,
            )
        )
        return [id_ for (id_,) in baris]

    @api.model
    def _jalankan_bagian(self, bagian):
        """Bring the rows of a range of employees up to date, by one statement."""
        kueri = self._sql_segarkan(bagian)
        for nama, nilai in self._RENCANA.items():
            self.env.cr.execute(SQL("SET LOCAL %s TO %s", SQL.identifier(nama), nilai))
        self.env.cr.execute(kueri)
        for nama in self._RENCANA:
            self.env.cr.execute(SQL("SET LOCAL %s TO DEFAULT", SQL.identifier(nama)))
