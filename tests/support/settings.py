"""Where the tests find the database and Odoo: from the environment only.

``make test`` sets these; by hand see ``tests/README.md``.
"""

import configparser
import os
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Settings:
    """The test run's addresses, read once.

    :raise RuntimeError: a variable is missing, named with what it means
    """

    def __init__(self):
        self.conf = Path(self._required("ASN_UJI_CONF", "an odoo.conf"))
        self.template = self._required(
            "ASN_UJI_DB", "a database with the demo scenario"
        )
        self.launcher = shlex.split(
            self._required("ASN_UJI_ODOO", "the command that starts Odoo")
        )
        options = configparser.RawConfigParser()
        options.read(self.conf)
        self.options = dict(options["options"])

    @staticmethod
    def _required(name, meaning):
        value = os.environ.get(name)
        if not value:
            raise RuntimeError(f"{name} is not set: it names {meaning}")
        return value

    def _option(self, name):
        value = self.options.get(name, "").strip()
        return None if value in ("", "False", "None") else value

    def connect_args(self, database):
        """Return the keyword arguments of ``psycopg2.connect``."""
        args = {
            "dbname": database,
            "host": self._option("db_host"),
            "port": self._option("db_port"),
            "user": self._option("db_user"),
            "password": self._option("db_password"),
        }
        return {key: value for key, value in args.items() if value}

    @property
    def filestore(self):
        """Return the folder that holds one folder of files per database."""
        return Path(self._option("data_dir")) / "filestore"
