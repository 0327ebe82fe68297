import configparser
import logging
import threading
import tomllib
from pathlib import Path

from odoo import api, models
from odoo.tools import config
from odoo.tools.config import crypt_context

from ..domain import periksa_awal

_logger = logging.getLogger(__name__)

#: Beside ``addons``: what a server must have to serve.
ATURAN = Path(__file__).parents[3] / "config" / "required.toml"
RAHASIA_ENV = "/etc/asn/secret.env"
#: Options compared as they are in force, wherever they were set.
_OPSI = (
    "dbfilter db_name dev_mode http_interface limit_memory_hard limit_memory_soft "
    "limit_time_cpu limit_time_real list_db log_handler log_level proxy_mode "
    "test_enable with_demo workers"
).split()
#: Exit code of a server that is configured wrongly (EX_CONFIG).
KODE_KELUAR = 78
# Databases that this process, or the one it was forked from, has looked at.
_LULUS = set()


class AsnPemeriksaanAwal(models.AbstractModel):
    """Refuses to serve with unsafe settings: ``config/required.toml``, ``[[mulai]]``.

    Runs once per process, when the database is loaded to be served; not for
    installation, upgrade or shell, which is how faults are mended. An addon adds
    facts by extending :meth:`_fakta`, and rules about them in that file.
    """

    _name = "asn.pemeriksaan.awal"
    _description = "Check of the settings at start"

    def _register_hook(self):
        super()._register_hook()
        melayani = config["http_enable"] and not config["stop_after_init"]
        if melayani and self.env.cr.dbname not in _LULUS:
            self._periksa()
            _LULUS.add(self.env.cr.dbname)

    @api.model
    def _periksa(self):
        """Stop the server, naming all that is wrong.

        :raises SystemExit: while the server starts
        :raises RuntimeError: when the database is first loaded by a request
        """
        salah = self._temuan()
        if not salah:
            return
        daftar = "\n".join(f"{n}. {satu}" for n, satu in enumerate(salah, 1))
        pesan = (
            f"ASN Terpadu tidak dijalankan: {len(salah)} setelan belum aman.\n{daftar}\n"
            "Setelan diperiksa menurut config/required.toml; shell untuk memperbaiki "
            "dijalankan dengan --no-http."
        )
        _logger.critical(pesan)
        if threading.current_thread() is threading.main_thread():
            raise SystemExit(KODE_KELUAR)
        raise RuntimeError(pesan)

    @api.model
    def _temuan(self):
        """Return all that is unsafe for the profile in force, as texts."""
        bagian = self._bagian_konfigurasi()
        nama = periksa_awal.profil(
            bagian.get("asn", {}).get("profil"),
            config["http_interface"],
            config["proxy_mode"],
        )
        if nama == periksa_awal.LAPTOP:
            return []
        try:
            aturan = tomllib.loads(ATURAN.read_text())["mulai"]
        except (OSError, KeyError, tomllib.TOMLDecodeError):
            return [f"{ATURAN}: aturan awal tidak terbaca"]
        return periksa_awal.temuan(aturan, self._fakta(), nama)

    @api.model
    def _fakta(self):
        """Return what the rules look at, as texts by name."""
        fakta = {nama: periksa_awal.teks(config[nama]) for nama in _OPSI}
        isi = self._bagian_konfigurasi().get("options", {})
        Parameter = self.env["ir.config_parameter"]
        url = Parameter.get_param("web.base.url") or ""
        beku = Parameter.get_param("web.base.url.freeze") or ""
        addons = {
            jalur: periksa_awal.hak_berkas(jalur, 0o775)
            for jalur in config["addons_path"]
            if Path(jalur).exists()
        }
        return fakta | {
            "sandi_induk": periksa_awal.sandi_induk(
                config.options["admin_passwd"],
                config.verify_admin_password,
                lambda isi: crypt_context.identify(isi) not in (None, "plaintext"),
            ),
            "hak_odoo_conf": periksa_awal.berkas_rahasia(config["config"], isi),
            "hak_secret_env": self._hak_secret_env(),
            "hak_data_dir": periksa_awal.hak_berkas(config["data_dir"], 0o750),
            "hak_addons": ",".join(j for j, hak in addons.items() if hak != "aman"),
            "basis_data": periksa_awal.basis_data(
                config["db_host"] or "", config["db_sslmode"]
            ),
            "alamat_web": f"{url} {'beku' if beku == 'True' else 'berubah-ubah'}",
            "akun_bawaan": self._akun_bawaan(),
            "akun_pemasangan": self._akun_pemasangan(),
            "data_contoh_odoo": "ada"
            if self.env.ref("base.user_demo", raise_if_not_found=False)
            else "tidak ada",
        }

    @api.model
    def _bagian_konfigurasi(self):
        """Return the sections of the configuration file in use."""
        parser = configparser.RawConfigParser(strict=False)
        parser.read([config["config"]])
        return {nama: dict(parser[nama]) for nama in parser.sections()}

    @api.model
    def _hak_secret_env(self):
        hak = periksa_awal.hak_berkas(RAHASIA_ENV, 0o700)
        return "aman" if hak == "tidak ada" else hak

    @api.model
    def _akun_pemasangan(self):
        """Return by what the account of the installation could still be used.

        It is nobody's: no appointment, no pact, and all rights of the platform.
        """
        admin = self.env.ref("base.user_admin", raise_if_not_found=False)
        if not admin or not admin.active:
            return ""
        self.env.cr.execute(
            "SELECT password > '' FROM res_users WHERE id = %s", [admin.id]
        )
        bagian = {"sandi": self.env.cr.fetchone()[0]}
        biasa = self.env.ref("asn_base.group_pegawai").all_implied_ids
        bagian["peran"] = bool(admin.all_group_ids - biasa)
        return ",".join(nama for nama, ada in bagian.items() if ada)

    @api.model
    def _akun_bawaan(self):
        """Return the log-ins that still have a password everybody knows.

        Only the accounts that an installation brings: each try costs as much as a
        log-in.
        """
        self.env.cr.execute(
            """SELECT login, password FROM res_users
                WHERE active AND password > '' AND login IN ('admin', 'demo')"""
        )
        rumus = self.env["res.users"]._crypt_context()
        return ",".join(
            login
            for login, tersimpan in self.env.cr.fetchall()
            if any(rumus.verify(sandi, tersimpan) for sandi in {"admin", "demo", login})
        )
