"""Real starts: production refuses unsafe settings and serves with safe ones."""

import configparser
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
import requests
from passlib.context import CryptContext
from support.database import clone, query
from support.server import free_port

ALAMAT = "kepegawaian.contoh.go.id"
AMAN = {
    "proxy_mode": "True",
    "list_db": "False",
    "http_interface": "127.0.0.1",
    "workers": "1",
    "max_cron_threads": "0",
    "limit_memory_hard": "4294967296",
    "limit_memory_soft": "3221225472",
    "limit_time_real": "240",
    "log_level": "info",
    "with_demo": "False",
}
#: What a hurried operator leaves; each is named in the refusal.
BURUK = {
    "list_db": "True",
    "dbfilter": ".*",
    "admin_passwd": "admin",
    "workers": "0",
    "dev_mode": "qweb",
}


@pytest.fixture(scope="module")
def basis(settings):
    """Return a clone of the demo city, which nobody may serve to others."""
    with clone(settings) as database:
        yield database


def _konfigurasi(settings, basis, folder, ubah):
    """Write a configuration and return its path."""
    parser = configparser.RawConfigParser()
    parser.read(settings.conf)
    hash_ = CryptContext(["pbkdf2_sha512"]).hash("tidak seorang pun tahu")
    isi = {**AMAN, "dbfilter": f"^{basis}$", "admin_passwd": hash_, "db_name": basis}
    port = free_port()
    isi |= {"http_port": str(port), "gevent_port": str(free_port()), **ubah}
    parser["options"].update(isi)
    parser["asn"] = {"profil": "prod"}
    path = Path(folder) / "odoo.conf"
    path.touch(mode=0o600)
    with path.open("w") as tujuan:
        parser.write(tujuan)
    return path, port


def _mulai(settings, conf, catatan):
    with catatan.open("wb") as log:
        return subprocess.Popen(
            [*settings.launcher, "--config", str(conf)],
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def test_an_unsafe_server_does_not_start_and_says_why(settings, basis, tmp_path):
    """LL-31-2-e: all faults at once, in words, and nothing answers."""
    conf, port = _konfigurasi(settings, basis, tmp_path, BURUK)
    conf.chmod(0o644)
    proses = _mulai(settings, conf, tmp_path / "log")
    try:
        assert proses.wait(150) == 78
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
    teks = (tmp_path / "log").read_text()
    assert "ASN Terpadu tidak dijalankan" in teks
    awal = ("kota_contoh", "alamat_web", "hak_odoo_conf", "akun_pemasangan")
    for kunci in (*BURUK, *awal):
        nama = {"admin_passwd": "sandi_induk"}.get(kunci, kunci)
        assert f" {nama} = " in teks, (nama, teks[-3000:])
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/web/health", timeout=5)


def test_production_starts_when_all_is_mended(settings, basis, tmp_path):
    """The same database, mended as docs/pasang.md says; cookie and headers are right."""
    for nama, nilai in (
        ("web.base.url", f"https://{ALAMAT}"),
        ("web.base.url.freeze", "True"),
        ("asn_terpadu.skenario", None),
        ("asn_masuk.longgar_demo", None),
    ):
        query(settings, basis, "DELETE FROM ir_config_parameter WHERE key = %s", [nama])
        if nilai:
            query(
                settings,
                basis,
                "INSERT INTO ir_config_parameter (key, value) VALUES (%s, %s)",
                [nama, nilai],
            )
    query(
        settings, basis, "UPDATE res_users SET active = FALSE WHERE login = 'admin'"
    )  # fmt: skip
    Path(settings.filestore).parent.chmod(0o750)
    conf, port = _konfigurasi(settings, basis, tmp_path, {})
    proses = _mulai(settings, conf, tmp_path / "log")
    try:
        jawab = _jawaban(proses, port, tmp_path / "log")
    finally:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()
    assert jawab.status_code == 200
    kue = jawab.headers["Set-Cookie"]
    assert all(bagian in kue for bagian in ("HttpOnly", "SameSite=Lax", "Secure"))
    assert "object-src 'none'" in jawab.headers["Content-Security-Policy"]


def _jawaban(proses, port, catatan):
    """Return the log-in page as the proxy would get it."""
    akhir = time.monotonic() + 150
    while time.monotonic() < akhir:
        assert proses.poll() is None, catatan.read_text()[-3000:]
        try:
            return requests.get(
                f"http://127.0.0.1:{port}/web/login",
                headers={
                    "Host": ALAMAT,
                    "X-Forwarded-Host": ALAMAT,
                    "X-Forwarded-Proto": "https",
                    "X-Forwarded-For": "203.0.113.7",
                },
                timeout=60,
            )
        except requests.ConnectionError:
            time.sleep(0.3)
    raise AssertionError(catatan.read_text()[-3000:])
