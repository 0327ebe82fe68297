"""Rows that are only added: kept so by the database as well."""

from odoo.tools import SQL


def hanya_tambah(cr, nama, tabel):
    """Let the database refuse to change, delete or empty the rows of a table.

    The promise holds behind the ORM as well: for set-based statements and for
    whoever is at the database. Repeatable; called from a model's ``init``.

    :param nama: what function and triggers are called, before their endings
    :param tabel: name of the table
    """
    bagian = {
        "fungsi": SQL.identifier(f"{nama}_tetap"),
        "kosong": SQL.identifier(f"{nama}_kosong"),
        "tabel": SQL.identifier(tabel),
    }
    cr.execute(
        SQL(
            """
            CREATE OR REPLACE FUNCTION %(fungsi)s() RETURNS trigger AS $$
            BEGIN
                RAISE EXCEPTION USING MESSAGE =
                    TG_TABLE_NAME || ': rows are never changed or deleted';
            END $$ LANGUAGE plpgsql;
            DROP TRIGGER IF EXISTS %(fungsi)s ON %(tabel)s;
            CREATE TRIGGER %(fungsi)s BEFORE UPDATE OR DELETE ON %(tabel)s
                FOR EACH ROW EXECUTE FUNCTION %(fungsi)s();
            DROP TRIGGER IF EXISTS %(kosong)s ON %(tabel)s;
            CREATE TRIGGER %(kosong)s BEFORE TRUNCATE ON %(tabel)s
                FOR EACH STATEMENT EXECUTE FUNCTION %(fungsi)s();
            """,
            **bagian,
        )
    )
