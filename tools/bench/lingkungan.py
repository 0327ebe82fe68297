"""Databases for measuring: one template, one clone per row."""

import configparser
import hashlib
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
from psycopg2 import sql

AKAR = Path(__file__).resolve().parents[2]
_TEMPLAT = "asn_bench_templat"
_STOK = "asn_bench_stok"
_MODUL_STOK = "hr,hr_org_chart,hr_skills,hr_homeworking"
#: Trees of units below the root: about 500 units, however many people.
_KOTA = 14
_MULAI = time.monotonic()
_MUAT = """
env["asn.skenario"]._muat()
env.cr.commit()
"""


def lapor(teks):
    """Print one line of progress with the seconds since the start."""
    sys.stderr.write(f"[{time.monotonic() - _MULAI:6.0f} s] {teks}\n")
    sys.stderr.flush()


def jam_prosesor(cr):
    """Return a clock of the seconds that this process and its backend computed."""
    # Other backends would help with large scans and not be counted.
    cr.execute("SET LOCAL max_parallel_workers_per_gather = 0")
    cr.execute("SELECT pg_backend_pid()")
    berkas = Path(f"/proc/{cr.fetchone()[0]}/schedstat")

    def jam():
        return time.process_time() + int(berkas.read_text().split()[0]) / 1e9

    return jam


class Lingkungan:
    """Where PostgreSQL and Odoo are.

    :param conf: path of an ``odoo.conf``
    :param odoo: command that starts Odoo
    """

    def __init__(self, conf, odoo):
        self.conf = Path(conf).resolve()
        self.odoo = shlex.split(odoo)
        pembaca = configparser.RawConfigParser()
        pembaca.read(self.conf)
        self.opsi = dict(pembaca["options"])
        self._terbaca = False

    def _sambung(self, database):
        argumen = {
            "host": self.opsi.get("db_host"),
            "port": self.opsi.get("db_port"),
            "user": self.opsi.get("db_user"),
            "password": self.opsi.get("db_password"),
        }
        sah = {k: v for k, v in argumen.items() if v and v not in ("False", "None")}
        return psycopg2.connect(dbname=database, **sah)

    def jalankan_sql(self, database, perintah):
        """Run statements that cannot be in a transaction."""
        sambungan = self._sambung(database)
        sambungan.autocommit = True
        with closing(sambungan), sambungan.cursor() as kursor:
            kursor.execute(perintah)
            return kursor.fetchall() if kursor.description else []

    @property
    def berkas(self):
        """Return the folder that holds one folder of files per database."""
        return Path(self.opsi["data_dir"]) / "filestore"

    # -- template --------------------------------------------------------------

    def _sidik(self):
        """Return a digest of the product's source, to notice an old template."""
        jumlah = hashlib.sha256()
        for berkas in sorted((AKAR / "addons").rglob("*")):
            if berkas.suffix in (".py", ".xml", ".csv") and "/tests/" not in str(
                berkas
            ):
                jumlah.update(str(berkas).encode())
                jumlah.update(berkas.read_bytes())
        return jumlah.hexdigest()

    def _segar(self, nama, sidik):
        ada = self.jalankan_sql(
            "postgres",
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            f" WHERE datname = '{nama}'",
        )
        return bool(ada) and ada[0][0] == sidik

    def _tandai(self, nama, sidik):
        self.jalankan_sql("postgres", f"COMMENT ON DATABASE {nama} IS '{sidik}'")

    def siapkan(self, baru=False):
        """Make the template with the demo city, unless it is fresh."""
        sidik = self._sidik()
        if not baru and self._segar(_TEMPLAT, sidik):
            return
        lapor("template: install (a few minutes)")
        self.buang(_TEMPLAT)
        self.jalankan_sql(
            "postgres",
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                sql.Identifier(_TEMPLAT)
            ),
        )
        umum = ["-c", str(self.conf), "-d", _TEMPLAT, "--no-http", "--log-level=warn"]
        self._odoo(
            *umum, "-i", "asn_terpadu", "--without-demo=true",
            "--load-language=id_ID", "--stop-after-init",
        )  # fmt: skip
        lapor("template: scenario")
        self._odoo("shell", *umum, masukan=_MUAT)
        self._tandai(_TEMPLAT, sidik)

    def _templat_dengan(self, modul):
        """Return the template with one more module, made when it is not fresh.

        Not in the common template: a module of the peer also changes how our
        own models work, ``hr_holidays`` for one creates versions one by one.
        """
        nama, sidik = f"{_TEMPLAT}_{modul}", self._sidik()
        if not self._segar(nama, sidik):
            lapor(f"template: {modul}")
            self._salin(_TEMPLAT, nama)
            self._odoo(
                "-c", str(self.conf), "-d", nama, "--no-http", "-i", modul,
                "--without-demo=true", "--stop-after-init", "--log-level=warn",
            )  # fmt: skip
            self._tandai(nama, sidik)
        return nama

    def _salin(self, dari, ke):
        """Copy a database and its files over another."""
        self.buang(ke)
        self.jalankan_sql(
            "postgres",
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(ke), sql.Identifier(dari)
            ),
        )
        if (self.berkas / dari).exists():
            shutil.copytree(self.berkas / dari, self.berkas / ke)

    def _odoo(self, *argumen, masukan=""):
        hasil = subprocess.run(
            [*self.odoo, *argumen], input=masukan, text=True, check=False
        )
        if hasil.returncode:
            raise SystemExit(f"Odoo failed: {' '.join(argumen)}")

    def buang(self, database):
        """Drop a database and its files."""
        self.jalankan_sql(
            "postgres",
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(database)
            ),
        )
        shutil.rmtree(self.berkas / database, ignore_errors=True)

    # -- worlds, kept and only read ---------------------------------------------

    @contextmanager
    def dunia(self, jumlah):
        """Yield a registry on the demo city enlarged to so many people."""
        nama, sidik = f"asn_bench_dunia_{jumlah}", self._sidik()
        if not self._segar(nama, sidik):
            lapor(f"world: {jumlah} people")
            self._salin(_TEMPLAT, nama)
            perintah = [sys.executable, str(AKAR / "tools" / "dunia")]
            perintah += ["--conf", str(self.conf), "--db", nama]
            perintah += ["--pegawai", str(jumlah), "--kota", str(_KOTA)]
            subprocess.run(perintah, check=True)
            self.jalankan_sql(nama, "VACUUM ANALYZE")
            self._tandai(nama, sidik)
        with self._buka(nama) as registry:
            yield registry

    @contextmanager
    def permohonan(self, jumlah):
        """Yield a registry on the demo city with so many requests."""
        import dunia_permohonan

        nama, sidik = f"asn_bench_permohonan_{jumlah}", self._sidik()
        self._baca_conf()
        if not self._segar(nama, sidik):
            lapor(f"world: {jumlah} requests")
            self._salin(_TEMPLAT, nama)
            dunia_permohonan.isi(self._sambung(nama), jumlah, lapor)
            self.jalankan_sql(nama, "VACUUM ANALYZE")
            with self._buka(nama) as registry, registry.cursor() as cr:
                from odoo import SUPERUSER_ID, api

                env = api.Environment(cr, SUPERUSER_ID, {})
                dunia_permohonan.rantai_sah(env, lapor)
                cr.commit()
            self._tandai(nama, sidik)
        with self._buka(nama) as registry:
            yield registry

    def buang_permohonan(self, jumlah):
        """Drop the world with so many requests."""
        self.buang(f"asn_bench_permohonan_{jumlah}")

    @contextmanager
    def stok(self, isi):
        """Yield a registry on a database with stock ``hr``, made when missing.

        With the modules that ``hr`` installs by itself wherever nobody forbids it;
        our own configuration does.

        :param isi: called once with an environment, to fill it
        """
        self._baca_conf()
        if not self._segar(_STOK, _MODUL_STOK):
            lapor("stock: install hr")
            self.buang(_STOK)
            self._odoo(
                "-c", str(self.conf), "-d", _STOK, "--no-http", "-i", _MODUL_STOK,
                "--without-demo=true", "--stop-after-init", "--log-level=warn",
            )  # fmt: skip
            with self._buka(_STOK) as registry, registry.cursor() as cr:
                from odoo import SUPERUSER_ID, api

                isi(api.Environment(cr, SUPERUSER_ID, {}))
                cr.commit()
            self.jalankan_sql(_STOK, "VACUUM ANALYZE")
            self._tandai(_STOK, _MODUL_STOK)
        with self._buka(_STOK) as registry:
            yield registry

    @contextmanager
    def _buka(self, database):
        self._baca_conf()
        import odoo.sql_db
        from odoo.modules.registry import Registry

        try:
            yield Registry(database)
        finally:
            Registry.delete(database)
            odoo.sql_db.close_db(database)

    # -- work ------------------------------------------------------------------

    @contextmanager
    def salinan(self, nama, modul=None):
        """Yield a registry on a fresh clone of the template; drop it at the end.

        :param modul: a module that the peer needs beside ours
        """
        database = f"asn_bench_{nama}"
        self._salin(self._templat_dengan(modul) if modul else _TEMPLAT, database)
        try:
            with self._buka(database) as registry:
                yield registry
        finally:
            self.buang(database)

    def _baca_conf(self):
        if self._terbaca:
            return
        from odoo.tools import config

        config.parse_config(["-c", str(self.conf), "--log-level=error"])
        self._terbaca = True
