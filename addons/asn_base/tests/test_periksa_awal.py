import tempfile
import tomllib
from pathlib import Path
from unittest.mock import patch

from odoo.tests import TransactionCase, tagged
from odoo.tools import config

from ..domain import periksa_awal
from ..models.asn_pemeriksaan_awal import ATURAN

_AMAN = {
    "list_db": "False", "dbfilter": "^asn$", "db_name": "asn", "sandi_induk": "hash",
    "proxy_mode": "True", "http_interface": "127.0.0.1", "dev_mode": "",
    "alamat_web": "https://asn.example.go.id beku", "test_enable": "False",
    "with_demo": "False", "data_contoh_odoo": "tidak ada", "kota_contoh": "tidak ada",
    "akun_bawaan": "", "log_level": "info", "log_handler": ":INFO", "workers": "6",
    "limit_memory_hard": "2147483648", "limit_time_real": "240",
    "basis_data": "aman", "hak_odoo_conf": "aman", "hak_secret_env": "aman",
    "hak_data_dir": "aman", "hak_addons": "",
}  # fmt: skip
_SALAH = {
    "list_db": ["True"],
    "dbfilter": ["", ".*", "asn", "^asn"],
    "db_name": ["", "asn,lain"],
    "sandi_induk": ["bawaan", "polos"],
    "proxy_mode": ["False"],
    "http_interface": ["0.0.0.0", "", "::"],
    "alamat_web": ["http://asn.example.go.id beku", "https://asn.example.go.id x"],
    "dev_mode": ["all", "reload,xml"],
    "test_enable": ["True"],
    "with_demo": ["True"],
    "data_contoh_odoo": ["ada"],
    "kota_contoh": ["ada"],
    "akun_bawaan": ["admin"],
    "log_level": ["debug", "debug_sql", "debug_rpc_answer"],
    "log_handler": [":INFO,odoo.http:DEBUG"],
    "workers": ["0"],
    "limit_memory_hard": ["0", ""],
    "limit_time_real": ["0"],
    "basis_data": ["db.example prefer"],
    "hak_odoo_conf": ["644"],
    "hak_secret_env": ["640"],
    "hak_data_dir": ["755"],
    "hak_addons": ["addons"],
}


@tagged("post_install", "-at_install")
class TestPeriksaAwal(TransactionCase):
    """Production refuses to start unsafe (``config/required.toml``)."""

    def setUp(self):
        super().setUp()
        self.aturan = tomllib.loads(ATURAN.read_text())["mulai"]

    def _temuan(self, profil="prod", **ubah):
        return periksa_awal.temuan(self.aturan, _AMAN | ubah, profil)

    def test_every_fault_is_found_and_told_with_its_remedy(self):
        self.assertEqual(self._temuan(), [])
        for kunci, semua in _SALAH.items():
            for nilai in semua:
                hasil = self._temuan(**{kunci: nilai})
                self.assertEqual(len(hasil), 1, (kunci, nilai, hasil))
                self.assertTrue(hasil[0].startswith(f"{kunci} = {nilai or '(kosong)'}"))
                self.assertIn("Perbaikan:", hasil[0])

    def test_every_rule_has_a_bad_sample(self):
        beraturan = {satu["kunci"] for satu in self.aturan}
        # Rules of addons above are tried there.
        self.assertLessEqual(set(_SALAH), beraturan)

    def test_all_faults_are_told_at_once(self):
        self.assertEqual(
            len(self._temuan(list_db="True", workers="0", dev_mode="all")), 3
        )

    def test_who_can_be_reached_is_production_whatever_it_says(self):
        for diminta, antarmuka, proxy, harap in (
            (None, "127.0.0.1", False, "laptop"),
            ("laptop", "127.0.0.1", False, "laptop"),
            (None, "127.0.0.1", True, "prod"),
            (None, "0.0.0.0", False, "prod"),
            ("laptop", "0.0.0.0", False, "prod"),
            ("ci", "", False, "prod"),
            ("staging", "127.0.0.1", True, "staging"),
            ("prod", "127.0.0.1", False, "prod"),
        ):
            self.assertEqual(periksa_awal.profil(diminta, antarmuka, proxy), harap)

    def test_files_and_folders_that_others_may_open_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            berkas = Path(folder, "odoo.conf")
            berkas.touch()
            for hak, isi, harap in (
                (0o644, {}, "aman"),
                (0o600, {"smtp_password": "x"}, "aman"),
                (0o640, {"smtp_password": "x"}, "640"),
                (0o604, {"db_password": "x"}, "604"),
            ):
                berkas.chmod(hak)
                self.assertEqual(periksa_awal.berkas_rahasia(berkas, isi), harap)
            self.assertEqual(periksa_awal.hak_berkas(f"{folder}/x", 0o7), "tidak ada")
            Path(folder).chmod(0o755)
            self.assertEqual(periksa_awal.hak_berkas(folder, 0o750), "755")

    def test_master_password_is_judged(self):
        hash_ = "$pbkdf2-sha512$1$a$b"
        for isi, cocok, kenal, harap in (
            ("", False, False, "tertutup"),
            ("admin", True, False, "bawaan"),
            ("rahasia", False, False, "polos"),
            (hash_, False, True, "hash"),
            (hash_, True, True, "bawaan"),
        ):
            self.assertEqual(
                periksa_awal.sandi_induk(
                    isi, lambda _s, c=cocok: c, lambda _s, k=kenal: k
                ),
                harap,
            )

    def test_database_over_a_network_needs_encryption(self):
        for host, ssl, aman in (
            ("", "prefer", True), ("/var/run/postgresql", "disable", True),
            ("127.0.0.1", "disable", True), ("10.0.0.5", "verify-full", True),
            ("10.0.0.5", "prefer", False), ("db.example", "disable", False),
        ):  # fmt: skip
            self.assertEqual(periksa_awal.basis_data(host, ssl) == "aman", aman, host)

    def test_password_of_the_installation_is_found_until_it_is_changed(self):
        awal = self.env["asn.pemeriksaan.awal"]
        admin = self.env.ref("base.user_admin")
        admin.password = "admin"
        self.env.flush_all()
        self.assertIn("admin", awal._akun_bawaan())
        admin.password = "sebuah kalimat sandi yang panjang 7"
        self.env.flush_all()
        self.assertNotIn("admin", awal._akun_bawaan())

    def test_a_server_for_this_machine_only_is_left_alone(self):
        awal = self.env["asn.pemeriksaan.awal"]
        with patch.dict(config.options, {"proxy_mode": False}):
            if config["http_interface"] == "127.0.0.1":
                self.assertEqual(awal._temuan(), [])
        with patch.dict(config.options, {"proxy_mode": True, "list_db": True}):
            salah = awal._temuan()
            self.assertTrue([s for s in salah if s.startswith("list_db = True")])
            with self.assertLogs("odoo.addons.asn_base", "CRITICAL") as catatan:
                with self.assertRaises(SystemExit) as keluar:
                    awal._periksa()
            self.assertEqual(keluar.exception.code, 78)
            self.assertIn("tidak dijalankan", catatan.output[0])
