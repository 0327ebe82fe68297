from odoo import api, models
from odoo.tools import SQL

#: Days that a change is served; an older cursor starts again.
_SIMPAN_HARI = 400
#: Reports new people, and changes of the columns that are compared in ``beda``.
_PEMICU_PEGAWAI = """
CREATE OR REPLACE FUNCTION asn_berbagi_catat_perubahan()
RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO asn_berbagi_perubahan
               (employee_id, kolom, unit_baru)
        SELECT id, ARRAY['*'], unit_id FROM baru;
    ELSE
        INSERT INTO asn_berbagi_perubahan
               (employee_id, kolom, unit_lama, unit_baru)
        SELECT x.id, x.kolom, x.unit_lama, x.unit_baru FROM (
            SELECT b.id, l.unit_id AS unit_lama, b.unit_id AS unit_baru,
                   array_remove(ARRAY[%(beda)s], NULL) AS kolom
              FROM lama l JOIN baru b ON b.id = l.id) x
         WHERE cardinality(x.kolom) > 0;
    END IF;
    RETURN NULL;
END $$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS asn_berbagi_tambah ON hr_employee;
CREATE TRIGGER asn_berbagi_tambah AFTER INSERT ON hr_employee
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT
    EXECUTE FUNCTION asn_berbagi_catat_perubahan();
DROP TRIGGER IF EXISTS asn_berbagi_ubah ON hr_employee;
CREATE TRIGGER asn_berbagi_ubah AFTER UPDATE ON hr_employee
    REFERENCING OLD TABLE AS lama NEW TABLE AS baru
    FOR EACH STATEMENT EXECUTE FUNCTION asn_berbagi_catat_perubahan();
"""
#: The oldest transaction that was open in this database when the snapshot was taken;
#: what is older has ended. Transactions of other databases of the server have numbers
#: in the same row; those that are still open and known to be elsewhere do not count.
_BATAS = SQL(
    """
    (SELECT coalesce(min(x.nomor), pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
       FROM (SELECT xip::text::bigint AS nomor
               FROM pg_snapshot_xip(pg_current_snapshot()) xip) x
      WHERE NOT EXISTS (
            SELECT FROM pg_stat_activity a
             WHERE a.datname <> current_database()
               AND a.backend_xid::text::bigint = (x.nomor & 4294967295)))
    """
)


class AsnBerbagiPerubahan(models.AbstractModel):
    """The change feed: who changed, in which fields, in the order of commits.

    Written by triggers that work per statement, so that ORM, import and
    set-based SQL all report and a bulk load costs one row a person. A row is
    served only when no older transaction is open: a number given at write
    time may become visible out of order, and a consumer would lose it.
    """

    _name = "asn.berbagi.perubahan"
    _description = "Change Feed (Perubahan)"

    def init(self):
        self.env.cr.execute(
            """
            CREATE TABLE IF NOT EXISTS asn_berbagi_perubahan (
                id bigserial PRIMARY KEY,
                xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
                employee_id int NOT NULL,
                kolom text[] NOT NULL,
                unit_lama int,
                unit_baru int,
                waktu timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
            );
            CREATE INDEX IF NOT EXISTS asn_berbagi_perubahan_urut_idx
                ON asn_berbagi_perubahan (xid, id);
            CREATE INDEX IF NOT EXISTS asn_berbagi_perubahan_orang_idx
                ON asn_berbagi_perubahan (employee_id, waktu);
            CREATE TABLE IF NOT EXISTS asn_berbagi_hitung (
                konsumen_id int NOT NULL,
                ember text NOT NULL,
                jumlah int NOT NULL,
                PRIMARY KEY (konsumen_id, ember)
            );
            """
        )

    # -- triggers ----------------------------------------------------------

    @api.model
    def _pasang_uuid(self, tabel):
        """Let the database give every row of a table an outward id of its own.

        A trigger and not a default, so that a copied row gets a new one, too.
        """
        self.env.cr.execute(
            SQL(
                """
                CREATE OR REPLACE FUNCTION asn_berbagi_beri_uuid()
                RETURNS trigger AS $$
                BEGIN
                    NEW.uuid_berbagi := gen_random_uuid()::text;
                    RETURN NEW;
                END $$ LANGUAGE plpgsql;
                DROP TRIGGER IF EXISTS asn_berbagi_uuid ON %(t)s;
                CREATE TRIGGER asn_berbagi_uuid BEFORE INSERT ON %(t)s
                    FOR EACH ROW EXECUTE FUNCTION asn_berbagi_beri_uuid();
                UPDATE %(t)s SET uuid_berbagi = gen_random_uuid()::text
                 WHERE uuid_berbagi IS NULL;
                """,
                t=SQL.identifier(tabel),
            )
        )

    @api.model
    def _pasang_pegawai(self, kolom):
        """Report changes of these columns of ``hr_employee``."""
        beda = SQL(", ").join(
            SQL(
                "CASE WHEN l.%(k)s IS DISTINCT FROM b.%(k)s THEN %(n)s END",
                k=SQL.identifier(k),
                n=SQL(f"'{k}'"),
            )
            for k in (*kolom, "active")
        )
        self.env.cr.execute(
            SQL(
                _PEMICU_PEGAWAI,
                beda=beda,
            )
        )

    @api.model
    def _pasang_riwayat(self, tabel, model):
        """Report new and changed rows of a riwayat table, valid ones only."""
        self.env.cr.execute(
            SQL(
                """
                CREATE OR REPLACE FUNCTION asn_berbagi_catat_riwayat()
                RETURNS trigger AS $$
                BEGIN
                    INSERT INTO asn_berbagi_perubahan (employee_id, kolom)
                    SELECT DISTINCT employee_id, ARRAY['riwayat:' || TG_ARGV[0]]
                      FROM baru WHERE status <> 'draft';
                    RETURN NULL;
                END $$ LANGUAGE plpgsql;
                DROP TRIGGER IF EXISTS asn_berbagi_tambah ON %(t)s;
                CREATE TRIGGER asn_berbagi_tambah AFTER INSERT ON %(t)s
                    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT
                    EXECUTE FUNCTION asn_berbagi_catat_riwayat(%(m)s);
                DROP TRIGGER IF EXISTS asn_berbagi_ubah ON %(t)s;
                CREATE TRIGGER asn_berbagi_ubah AFTER UPDATE ON %(t)s
                    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT
                    EXECUTE FUNCTION asn_berbagi_catat_riwayat(%(m)s);
                """,
                t=SQL.identifier(tabel),
                m=SQL(f"'{model}'"),
            )
        )

    # -- reading -----------------------------------------------------------

    @api.model
    def _asal(self):
        """Return what tells this database's order of commits from another's.

        After a restore the numbers of transactions start anew; consumers with a
        cursor from before must load everything again.
        """
        self.env.cr.execute("SELECT system_identifier::text FROM pg_control_system()")
        return self.env.cr.fetchone()[0]

    @api.model
    def _ujung(self):
        """Return the place behind everything that is served now."""
        self.env.cr.execute(SQL("SELECT %s - 1, 0", _BATAS))
        return list(self.env.cr.fetchone())

    @api.model
    def _sesudah(self, posisi, batas):
        """Return changes after a place, oldest first.

        :param posisi: ``[transaction, id]``
        :return: list of dictionaries with ``posisi``
        """
        self.env.cr.execute(
            SQL(
                """
                SELECT xid::text::bigint AS xid, id, employee_id, kolom, unit_lama,
                       unit_baru, waktu
                  FROM asn_berbagi_perubahan
                 WHERE (xid, id) > (%s::text::xid8, %s)
                   AND xid::text::bigint < %s
                 ORDER BY xid, id LIMIT %s
                """,
                posisi[0],
                posisi[1],
                _BATAS,
                batas,
            )
        )
        baris = self.env.cr.dictfetchall()
        for satu in baris:
            satu["posisi"] = [satu.pop("xid"), satu["id"]]
        return baris

    @api.model
    def _bersihkan(self):
        """Delete what is older than the feed serves, and old counters."""
        self.env.cr.execute(
            "DELETE FROM asn_berbagi_perubahan WHERE waktu <"
            " (now() AT TIME ZONE 'UTC') - make_interval(days => %s)",
            [_SIMPAN_HARI],
        )
        self.env.cr.execute(
            "DELETE FROM asn_berbagi_hitung WHERE substr(ember, 3, 10) <"
            " to_char(now() AT TIME ZONE 'UTC' - interval '2 days', 'YYYY-MM-DD')"
        )
