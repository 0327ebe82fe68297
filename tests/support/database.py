"""Clones of the template database, files included."""

import os
import shutil
import uuid
from contextlib import closing, contextmanager

import psycopg2
from psycopg2 import sql


def connect(settings, database):
    """Open a connection past every rule; its transactions are the caller's."""
    return psycopg2.connect(**settings.connect_args(database))


def query(settings, database, statement, params=()):
    """Run one statement in its own transaction and return its rows, if any."""
    with closing(connect(settings, database)) as connection:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, params)
            return cursor.fetchall() if cursor.description else []


def _admin(settings, statement):
    connection = connect(settings, "postgres")
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)


def drop(settings, database):
    """Drop a clone and its files, also when somebody is still connected."""
    _admin(
        settings,
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
            sql.Identifier(database)
        ),
    )
    shutil.rmtree(settings.filestore / database, ignore_errors=True)


@contextmanager
def clone(settings, prefix="asn_uji"):
    """Yield the name of a fresh copy of the template; drop it at the end."""
    database = f"{prefix}_{uuid.uuid4().hex[:8]}"
    _admin(
        settings,
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(database), sql.Identifier(settings.template)
        ),
    )
    source = settings.filestore / settings.template
    if source.exists():
        # Stored files never change: links do for copies.
        shutil.copytree(source, settings.filestore / database, copy_function=os.link)
    try:
        yield database
    finally:
        drop(settings, database)
